//! The digest of what is read, in constant memory.
//!
//! Must not know: what the bytes mean.

use std::fs::File;
use std::io::{self, Read, Seek, Take};
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread::JoinHandle;

use sha2::{Digest as _, Sha256};

use super::about::Digesting;

/// The digest of a file's bytes: equal where they are, if both are of one making.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Digest {
    /// SHA-256, in lower-case hex.
    Sha256(String),
    /// One that nobody is told.
    Untold(blake3::Hash),
}

impl Digest {
    /// SHA-256 in lower-case hex, where it was to be told.
    pub fn sha256(&self) -> Option<&str> {
        match self {
            Self::Sha256(hex) => Some(hex),
            Self::Untold(_) => None,
        }
    }
}

/// The digest of everything that is left in `reader`.
pub(super) fn digest(reader: &mut impl Read, digesting: Digesting) -> io::Result<Digest> {
    let mut hasher = Hasher::here(digesting);
    let mut buffer = vec![0u8; 128 * 1024];
    loop {
        match reader.read(&mut buffer) {
            Ok(0) => return hasher.finish(),
            Ok(n) => hasher.update(&buffer[..n]),
            Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
            Err(e) => return Err(e),
        }
    }
}

/// What passes over a file have read of it.
#[derive(Debug, Default)]
pub(super) struct PassDigests {
    /// The digest of what the first pass to the end has read.
    pub(super) digest: Option<Digest>,
    /// A later pass has read something else.
    pub(super) differs: bool,
}

/// A file that is read from its beginning, as far as it went when it was opened, and of which the
/// digest of what was handed out is known at its end: what was read is what was hashed.
pub(super) struct Hashing<'f> {
    file: Take<&'f mut File>,
    digest: Option<Hasher>,
    seen: &'f mut PassDigests,
}

impl<'f> Hashing<'f> {
    /// Begin at the file's first byte, of so many.
    pub(super) fn new(
        file: &'f mut File,
        length: u64,
        seen: &'f mut PassDigests,
        digesting: Digesting,
    ) -> io::Result<Self> {
        file.rewind()?;
        let beside = digesting == Digesting::Sha256Beside && length > SMALL;
        let hasher = if beside { Hasher::beside() } else { None };
        let digest = Some(hasher.unwrap_or_else(|| Hasher::here(digesting)));
        Ok(Self { file: file.take(length), digest, seen })
    }
}

impl Read for Hashing<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        if read > 0
            && let Some(digest) = &mut self.digest
        {
            digest.update(&buffer[..read]);
        } else if read == 0
            && !buffer.is_empty()
            && let Some(digest) = self.digest.take()
        {
            let digest = digest.finish()?;
            let first = self.seen.digest.get_or_insert_with(|| digest.clone());
            self.seen.differs |= *first != digest;
        }
        Ok(read)
    }
}

/// Files up to so many bytes are not worth a thread.
const SMALL: u64 = 1 << 20;
/// Bytes of a piece, so many that waking the thread costs nothing beside, and pieces that may wait.
const PIECE: usize = 512 * 1024;
const WAITING: usize = 2;

/// Hashes one piece after the other.
enum Hasher {
    Here(Sha256),
    Untold(Box<blake3::Hasher>),
    /// Pieces go to a thread, and come back to be filled again.
    Beside {
        filling: Vec<u8>,
        pieces: SyncSender<Vec<u8>>,
        spare: Receiver<Vec<u8>>,
        thread: JoinHandle<Sha256>,
    },
}

impl Hasher {
    /// On the thread that reads.
    fn here(digesting: Digesting) -> Self {
        match digesting {
            Digesting::Sha256 | Digesting::Sha256Beside => Self::Here(Sha256::new()),
            Digesting::Untold => Self::Untold(Box::default()),
        }
    }

    /// A thread that hashes until nothing more can come; none where the system gives none.
    fn beside() -> Option<Self> {
        let (pieces, todo) = mpsc::sync_channel::<Vec<u8>>(WAITING);
        let (done, spare) = mpsc::channel();
        let hash = move || {
            let mut digest = Sha256::new();
            for piece in todo {
                digest.update(&piece);
                // Whoever has come to the end wants none back.
                let _ = done.send(piece);
            }
            digest
        };
        let thread = std::thread::Builder::new().name("sha256".to_owned()).spawn(hash).ok()?;
        Some(Self::Beside { filling: Vec::new(), pieces, spare, thread })
    }

    fn update(&mut self, bytes: &[u8]) {
        match self {
            Self::Here(digest) => digest.update(bytes),
            Self::Untold(digest) => {
                digest.update(bytes);
            }
            Self::Beside { filling, pieces, spare, .. } => {
                filling.extend_from_slice(bytes);
                if filling.len() >= PIECE {
                    let mut empty = spare.try_recv().unwrap_or_default();
                    empty.clear();
                    // A thread that has come to grief is told of at the end.
                    let _ = pieces.send(std::mem::replace(filling, empty));
                }
            }
        }
    }

    fn finish(self) -> io::Result<Digest> {
        match self {
            Self::Here(digest) => Ok(Digest::Sha256(hex(digest))),
            Self::Untold(digest) => Ok(Digest::Untold(digest.finalize())),
            Self::Beside { filling, pieces, thread, .. } => {
                let _ = pieces.send(filling);
                drop(pieces);
                let panicked = |_| io::Error::other("the thread that hashes has panicked");
                thread.join().map_err(panicked).map(|digest| Digest::Sha256(hex(digest)))
            }
        }
    }
}

fn hex(digest: Sha256) -> String {
    let mut hex = String::with_capacity(64);
    for byte in digest.finalize() {
        for digit in [byte >> 4, byte & 15] {
            hex.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
        }
    }
    hex
}

#[cfg(test)]
mod tests {
    use super::*;

    const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    #[test]
    fn the_digest_of_abc_is_the_one_of_fips_180() {
        for digesting in [Digesting::Sha256, Digesting::Sha256Beside] {
            assert_eq!(digest(&mut &b"abc"[..], digesting).unwrap().sha256(), Some(ABC));
        }
    }

    #[test]
    fn what_was_read_to_its_end_is_hashed() {
        let mut file = tempfile::tempfile().unwrap();
        io::Write::write_all(&mut file, b"abc and what came later").unwrap();
        for digesting in [Digesting::Sha256, Digesting::Untold] {
            let abc = Some(digest(&mut &b"abc"[..], digesting).unwrap());
            let mut seen = PassDigests::default();
            let mut hashing = Hashing::new(&mut file, 3, &mut seen, digesting).unwrap();
            let mut two = [0; 2];
            assert_eq!(hashing.read(&mut two).unwrap(), 2);
            assert_eq!(hashing.seen.digest, None);
            assert_eq!(hashing.read(&mut []).unwrap(), 0);
            assert_eq!(hashing.read_to_end(&mut Vec::new()).unwrap(), 1);
            assert!(seen.digest == abc && !seen.differs);
            for (length, differs) in [(3, false), (4, true), (3, true)] {
                let mut hashing = Hashing::new(&mut file, length, &mut seen, digesting).unwrap();
                hashing.read_to_end(&mut Vec::new()).unwrap();
                assert!(seen.digest == abc && seen.differs == differs);
            }
        }
    }

    #[test]
    fn a_thread_beside_hashes_the_same() {
        use Digesting::{Sha256, Sha256Beside};
        let mut file = tempfile::tempfile().unwrap();
        let length = SMALL + 12_345;
        let bytes: Vec<u8> = (0..length).map(|at| (at * at / 7).to_le_bytes()[0]).collect();
        io::Write::write_all(&mut file, &bytes).unwrap();
        let mut seen = PassDigests::default();
        for digesting in [Sha256Beside, Sha256, Sha256Beside] {
            let mut hashing = Hashing::new(&mut file, length, &mut seen, digesting).unwrap();
            let beside = matches!(hashing.digest, Some(Hasher::Beside { .. }));
            assert_eq!(beside, digesting == Sha256Beside);
            io::copy(&mut hashing, &mut io::sink()).unwrap();
            let mut whole = &bytes[..];
            assert_eq!(seen.digest, Some(digest(&mut whole, Sha256).unwrap()));
            assert!(!seen.differs);
        }
    }
}
