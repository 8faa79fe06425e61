//! A secret in a file: read within limits, and who else may read or replace it.
//!
//! Must not know: which setting names the file.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use secrecy::SecretString;

use super::text::{MOST_BYTES, text_of};
use crate::problem::{Arg, Code, Complaint, both, of_system};

/// The secret in a file, without blanks and the line's end.
pub(super) fn read(path: &Path) -> Result<(SecretString, Vec<Complaint>), Complaint> {
    let shown = path.display().to_string();
    let unreadable =
        |why: Arg| Complaint::with(Code::SecretUnreadable, [shown.clone().into(), why]);
    let of_io = |error: std::io::Error| unreadable(of_system(&error));
    let file = File::open(path).map_err(of_io)?;
    let mut warnings = others(&file, path);
    let mut bytes = Vec::new();
    file.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(of_io)?;
    if bytes.len() > MOST_BYTES {
        return Err(unreadable(both("大于 64 KiB，不会是密钥", "larger than 64 KiB is no secret")));
    }
    let (text, marked) =
        text_of(&bytes).ok_or_else(|| unreadable(both("不是文本", "it is no text")))?;
    if marked {
        warnings.push(Complaint::with(Code::SecretMarked, [shown.clone()]));
    }
    let secret = text.trim();
    if secret.is_empty() {
        return Err(unreadable(both("文件是空的", "it is empty")));
    }
    Ok((SecretString::from(secret.to_owned()), warnings))
}

/// Who else may read the file, or put another in its place. What is no plain file, such as a pipe
/// of the shell, has no such rights.
#[cfg(unix)]
fn others(file: &File, path: &Path) -> Vec<Complaint> {
    use std::os::unix::fs::MetadataExt as _;

    let Some(about) = file.metadata().ok().filter(std::fs::Metadata::is_file) else {
        return Vec::new();
    };
    let mut warnings = replaceable(path, GROUP | OTHERS);
    if about.mode() & 0o044 != 0 {
        warnings.push(Complaint::with(Code::SecretReadable, [path.display().to_string()]));
    }
    warnings
}

/// A file that everybody on this machine may write, or whose folder they may: what it says is
/// theirs.
pub(in crate::config) fn open_to_all(path: &Path) -> Vec<Complaint> {
    replaceable(path, OTHERS)
}

/// The bit of a group that may write, and that of all others.
#[cfg_attr(not(unix), expect(dead_code, reason = "such bits are unix's"))]
const GROUP: u32 = 0o020;
const OTHERS: u32 = 0o002;

/// File and folder, where who has these bits may write them.
#[cfg(unix)]
fn replaceable(path: &Path, bits: u32) -> Vec<Complaint> {
    use std::os::unix::fs::MetadataExt as _;

    /// In a folder with this bit only its owner replaces a file, as in `/tmp`.
    const STICKY: u32 = 0o1000;
    // The folder of the file itself, where the path is a link to it.
    let real = std::fs::canonicalize(path);
    let folder = real.as_deref().unwrap_or(path).parent();
    let mode = |path: &Path| std::fs::metadata(path).map_or(0, |about| about.mode());
    let is_loose = |path: &Path, kept: u32| mode(path) & bits != 0 && mode(path) & kept == 0;
    let file = Some(path).filter(|path| is_loose(path, 0));
    let folder = folder.filter(|folder| is_loose(folder, STICKY));
    let told = |path: &Path| Complaint::with(Code::SecretWritable, [path.display().to_string()]);
    file.into_iter().chain(folder).map(told).collect()
}

/// Elsewhere rights are lists that only the system's own tools can tell.
#[cfg(not(unix))]
fn others(_file: &File, _path: &Path) -> Vec<Complaint> {
    Vec::new()
}

/// Without Unix permissions it cannot be told who may replace the file.
#[cfg(not(unix))]
fn replaceable(_path: &Path, _bits: u32) -> Vec<Complaint> {
    Vec::new()
}
