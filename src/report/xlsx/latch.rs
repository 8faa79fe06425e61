//! An output that fails once. `ZipWriter` writes its directory again when it is dropped, and prints
//! to the terminal where that fails: after the first error, which the caller has got, it writes
//! into the void.
//!
//! Must not know: what is written.

use std::io::{self, Write};

/// The output, and whether it has failed.
pub(super) struct FailFastWriter<W> {
    inner: W,
    failed: bool,
}

impl<W: Write> FailFastWriter<W> {
    pub(super) const fn new(inner: W) -> Self {
        Self { inner, failed: false }
    }

    /// The output, where all of it was written.
    pub(super) fn into_inner(self) -> io::Result<W> {
        if self.failed { Err(io::Error::other("the output failed before")) } else { Ok(self.inner) }
    }

    /// Pass a result on, and note a failure.
    fn note<T>(&mut self, result: io::Result<T>) -> io::Result<T> {
        self.failed = result.as_ref().is_err_and(|e| e.kind() != io::ErrorKind::Interrupted);
        result
    }
}

impl<W: Write> Write for FailFastWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.failed {
            return Ok(bytes.len());
        }
        let result = self.inner.write(bytes);
        self.note(result)
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.failed {
            return Ok(());
        }
        let result = self.inner.flush();
        self.note(result)
    }
}
