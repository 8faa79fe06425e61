//! The reader from outside: files on disk in, rows and problems out.

mod csv;
mod dressed;
mod foreign;
mod hostile;
mod outline;
mod xlsx;

use std::io::Write as _;
use std::path::PathBuf;
use std::sync::Arc;

use super::{Book, OpenOptions, open};
use crate::problem::{Code, Problem};
use crate::sheet::{Dressed, Held, RawCell, RawRow, Stream as _};

/// A file in a directory that goes with it.
struct Scratch {
    dir: tempfile::TempDir,
    path: PathBuf,
}

fn scratch(name: &str, bytes: &[u8]) -> Scratch {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    Scratch { dir, path }
}

/// Opens those bytes as a file; the book reads on through its open handles when the file is gone.
fn open_bytes(name: &str, bytes: &[u8], options: &OpenOptions) -> Result<Book, Problem> {
    let file = scratch(name, bytes);
    let book = open(&file.path, &Arc::from(name), options);
    drop(file.dir);
    book
}

fn encoded(label: &str) -> OpenOptions {
    OpenOptions { encoding: Some(label.to_owned()), ..OpenOptions::default() }
}

/// One row, readable: its number and its cells.
fn show(row: &RawRow) -> String {
    let cells: Vec<String> = row
        .cells()
        .map(|cell| match cell {
            RawCell::Empty => String::new(),
            RawCell::Text(text) => format!("{text:?}"),
            RawCell::Number(number) => number.to_string(),
            RawCell::Bool(truth) => truth.to_string(),
            RawCell::Moment(moment) => format!("{}T{}", moment.date, moment.time),
            RawCell::Dressed(Dressed { face, held }) => match held {
                Held::Number(number) => format!("{face:?} of {number}"),
                Held::Moment(moment) => format!("{face:?} of {}", moment.date),
                Held::Text(text) | Held::Struck(text) => format!("{face:?} of {text:?}"),
                Held::Link(to) => format!("{face:?} to {to}"),
            },
            RawCell::Fault(fault) => format!("!{fault}"),
        })
        .collect();
    format!("{}: {}", row.number(), cells.join(" | "))
}

/// All rows of a sheet, and the problem that ended them.
fn read(book: &mut Book, sheet: usize) -> (Vec<String>, Option<Problem>) {
    let mut shown = Vec::new();
    let mut rows = match book.rows(sheet) {
        Ok(rows) => rows,
        Err(problem) => return (shown, Some(problem)),
    };
    let mut row = RawRow::new();
    loop {
        match rows.next(&mut row) {
            Ok(true) => shown.push(show(&row)),
            Ok(false) => return (shown, None),
            Err(problem) => return (shown, Some(problem)),
        }
    }
}

fn read_all(name: &str, bytes: &[u8]) -> Vec<String> {
    let mut book = open_bytes(name, bytes, &OpenOptions::default()).unwrap();
    let (rows, problem) = read(&mut book, 0);
    assert_eq!(problem, None);
    rows
}

/// The code and the values of the problem that opening gives.
fn refusal(name: &str, bytes: &[u8]) -> (Code, String) {
    let Err(problem) = open_bytes(name, bytes, &OpenOptions::default()) else {
        panic!("{name} was opened");
    };
    assert_eq!(problem.place.file.as_deref(), Some(name));
    (problem.code(), problem.complaint.values().join(" "))
}

/// A ZIP archive of these parts.
fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let packed = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated);
    for (name, text) in parts {
        zip.start_file(*name, packed).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const WORKBOOK: &str = r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const WORKBOOK_RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

/// A workbook of one sheet whose `sheetData` holds that XML, with further parts.
fn workbook(rows: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let sheet = format!(
        r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
    );
    let mut parts = vec![
        ("_rels/.rels", RELS),
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", WORKBOOK_RELS),
        ("xl/worksheets/sheet1.xml", sheet.as_str()),
    ];
    for (name, text) in more {
        parts.retain(|(known, _)| known != name);
        parts.push((name, text));
    }
    archive(&parts)
}
