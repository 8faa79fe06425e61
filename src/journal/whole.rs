//! Whether a journal's file is whole: pages are written whole, so a file that ends within one was
//! cut, and SQLite takes a file that is shorter than its first page for an empty one.
//!
//! To be asked before SQLite opens the file, since closing the handle that reads it would drop
//! SQLite's locks. Must not know: what the pages hold.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::problem::{Code, Complaint, both};

use super::file::{beside, shown};

/// How a database begins: a text, then the size of a page, big-endian, 1 for 65,536.
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// Refuse a file that ends within a page; one that is not there, or no database, is not judged here.
pub(super) fn check(path: &Path) -> Result<(), Complaint> {
    let Ok(mut file) = File::open(path) else { return Ok(()) };
    let mut head = [0; 18];
    let length = file.metadata().map_or(0, |file| file.len());
    if file.read_exact(&mut head).is_err() || !head.starts_with(MAGIC) {
        return Ok(());
    }
    let page = match u16::from_be_bytes([head[16], head[17]]) {
        1 => 65_536,
        0 => return Ok(()),
        size => u64::from(size),
    };
    // While the log was being moved into the file, a full disk may have cut a page: the log has it.
    let log = std::fs::metadata(beside(path, "-wal")).map_or(0, |log| log.len());
    if length % page == 0 || log > 0 {
        return Ok(());
    }
    let why = both("文件的末尾被截断了", "the end of the file is cut off");
    Err(Complaint::with(Code::JournalUnreadable, [shown(path).into(), why]))
}
