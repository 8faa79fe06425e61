//! What a file is, by its first bytes and never by its extension: Chinese HR systems export HTML,
//! XML and plain text under the name `.xls`.
//!
//! Must not know: how any of them is read.

use crate::problem::{Code, Complaint};

/// How many bytes of a file are looked at.
pub(super) const HEAD: usize = 64 * 1024;

/// What the first bytes say.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A ZIP archive: perhaps an `.xlsx`.
    Zip,
    /// An OLE compound file: an old `.xls`, or an encrypted `.xlsx`.
    Ole,
    /// Text, perhaps CSV.
    Text,
}

/// Signatures of what is refused by name.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"%PDF", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"SQLite format 3\0", "SQLite"),
    (b"PAR1", "Parquet"),
];

/// Tell the kind of a file from its first bytes.
pub(super) fn sniff(head: &[u8]) -> Result<Kind, Complaint> {
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Ok(Kind::Zip);
    }
    if head.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Ok(Kind::Ole);
    }
    // BIFF 2 to 5 workbooks that are not wrapped in OLE.
    if matches!(head, [0x09, 0x00 | 0x02 | 0x04 | 0x08, 0x04..=0x08, 0x00, ..]) {
        return Err(Complaint::new(Code::FileOldExcel));
    }
    if let Some((_, name)) = SIGNATURES.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Err(Complaint::with(Code::FileOtherFormat, [*name]));
    }
    if let Some(name) = markup(&opening(head)) {
        return Err(Complaint::with(Code::FileOtherFormat, [name]));
    }
    if wide(head).is_none() && is_binary(head) {
        return Err(Complaint::new(Code::FileBinary));
    }
    Ok(Kind::Text)
}

/// The first kilobytes as lower-case ASCII, without BOM, NUL bytes and leading space: enough to
/// recognise markup in any encoding.
fn opening(head: &[u8]) -> String {
    let text: String = head
        .iter()
        .take(8 * 1024)
        .filter(|byte| (1..0x80).contains(*byte))
        .map(|byte| char::from(byte.to_ascii_lowercase()))
        .collect();
    text.trim_start().to_owned()
}

fn markup(text: &str) -> Option<&'static str> {
    let begins = |marks: &[&str]| marks.iter().any(|mark| text.starts_with(mark));
    if begins(&["<!doctype html", "<html", "<head", "<meta", "<table", "<style", "<body"]) {
        Some("HTML")
    } else if begins(&["mime-version:"]) {
        Some("MHTML")
    } else if begins(&["<?xml", "<workbook"]) {
        if text.contains("urn:schemas-microsoft-com:office:spreadsheet") {
            Some("SpreadsheetML (Excel 2003 XML)")
        } else if text.contains("<html") {
            Some("HTML")
        } else {
            Some("XML")
        }
    } else {
        None
    }
}

/// Byte order of UTF-16 text, by its BOM, or by where the NUL bytes of its ASCII characters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wide {
    /// UTF-16LE.
    Little,
    /// UTF-16BE.
    Big,
}

/// What a table in UTF-16 is sure to hold.
const SEPARATORS: &[u8] = b"\n\r,\t;|";

/// UTF-16, if it is that.
pub(super) fn wide(head: &[u8]) -> Option<Wide> {
    if head.starts_with(b"\xff\xfe") {
        return Some(Wide::Little);
    }
    if head.starts_with(b"\xfe\xff") {
        return Some(Wide::Big);
    }
    let mut zeros = [0usize; 2];
    let mut separators = [0usize; 2];
    for pair in head.chunks_exact(2) {
        zeros[0] += usize::from(pair[0] == 0);
        zeros[1] += usize::from(pair[1] == 0);
        separators[0] += usize::from(pair[1] == 0 && SEPARATORS.contains(&pair[0]));
        separators[1] += usize::from(pair[0] == 0 && SEPARATORS.contains(&pair[1]));
    }
    // One NUL in a table of UTF-8 is no UTF-16: there most characters are ASCII, or the bytes
    // are no UTF-8 at all.
    let is_utf8 = std::str::from_utf8(head).map_or_else(|e| e.error_len().is_none(), |_| true);
    let enough = |count: usize| count > 0 && (!is_utf8 || count * 4 > head.len());
    if zeros[0] == 0 && enough(zeros[1]) && separators[0] > 0 {
        Some(Wide::Little)
    } else if zeros[1] == 0 && enough(zeros[0]) && separators[1] > 0 {
        Some(Wide::Big)
    } else {
        None
    }
}

/// More NUL bytes than a few damaged cells would hold. In a text those beside a sign between cells fill up
/// what was written, or are the other half of a line end.
fn is_binary(head: &[u8]) -> bool {
    let count = |zeros: &[u8]| zeros.iter().map(|byte| usize::from(*byte == 0)).sum::<usize>();
    let (zeros, mut inner) = (count(head), 0);
    let is_text = |byte: &u8| *byte >= 0x20 || matches!(*byte, 0 | b'\t' | b'\n' | b'\r');
    if zeros * 2 > head.len() || !head.iter().all(is_text) {
        inner = zeros;
    } else {
        for cell in head.split(|byte| SEPARATORS.contains(byte)) {
            let first = cell.iter().position(|byte| *byte != 0).unwrap_or(cell.len());
            let last = cell.iter().rposition(|byte| *byte != 0).map_or(first, |last| last + 1);
            inner += count(&cell[first..last]);
        }
    }
    inner >= 8 && inner * 64 > head.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(head: &[u8]) -> (Code, String) {
        let complaint = sniff(head).unwrap_err();
        (complaint.code, complaint.values().join(","))
    }

    #[test]
    fn each_foreign_format_is_called_by_its_name() {
        let other = |name: &str| (Code::FileOtherFormat, name.to_owned());
        assert_eq!(refused(b"%PDF-1.7 ..."), other("PDF"));
        assert_eq!(refused(b"\xef\xbb\xbf\r\n <HTML><table>"), other("HTML"));
        assert_eq!(refused(b"<!DOCTYPE html>"), other("HTML"));
        assert_eq!(refused(b"\xff\xfe<\0t\0a\0b\0l\0e\0>\0"), other("HTML"));
        assert_eq!(refused(b"MIME-Version: 1.0"), other("MHTML"));
        assert_eq!(
            refused(b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">"),
            other("SpreadsheetML (Excel 2003 XML)")
        );
        assert_eq!(refused(b"<?xml version=\"1.0\"?><a/>"), other("XML"));
        assert_eq!(refused(b"\x1f\x8b\x08"), other("gzip"));
        assert_eq!(refused(&[0x09, 0x08, 0x06, 0x00, 0, 0]).0, Code::FileOldExcel);
        assert_eq!(refused(&[0u8; 100]).0, Code::FileBinary);
    }

    #[test]
    fn text_is_text_even_with_a_nul_or_without_a_bom() {
        assert_eq!(sniff(b"a,b\n1,\0\n"), Ok(Kind::Text));
        assert_eq!(sniff(b"a\0,\0b\0\n\0"), Ok(Kind::Text));
        assert_eq!(wide(b"a\0,\0b\0\n\0"), Some(Wide::Little));
        assert_eq!(wide(b"\0a\0,\0b\0\n"), Some(Wide::Big));
        assert_eq!(wide(b"a,b\n1,\0\n"), None);
        let filled = "姓名,电话\n".to_owned() + &"张三\0\0\0\0,13800138000\n\0".repeat(40);
        assert_eq!(sniff(filled.as_bytes()), Ok(Kind::Text));
        assert_eq!(refused(filled.replace("三", "\0三").as_bytes()).0, Code::FileBinary);
        assert_eq!(refused(filled.replace("三", "三\u{1}").as_bytes()).0, Code::FileBinary);
    }
}
