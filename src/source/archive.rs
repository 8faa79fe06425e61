//! A workbook as the archive that it is, and the complaint that it breaks the rules.
//!
//! Must not know: what its parts hold.

use std::fs::File;
use std::io::BufReader;

use zip::ZipArchive;

use crate::problem::{Code, Complaint};

/// An archive over a file.
pub(super) type Archive = ZipArchive<BufReader<File>>;

/// The workbook breaks the rules in `part`.
pub(super) fn damaged(part: &str) -> Complaint {
    Complaint::with(Code::WorkbookDamaged, [part])
}
