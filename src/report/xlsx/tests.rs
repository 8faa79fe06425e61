//! The streaming writer, read back by an independent reader, and on outputs that fail.

use super::*;
use calamine::{Data, Reader as _};
use std::io::{Cursor, Read as _};

const PLAIN: Layout<'_> =
    Layout { widths: &[8.0], header_row: 1, faults: false, epoch: Epoch::Y1900 };

/// The sheets of a workbook as texts: name, first row (from 1), rows.
pub(in super::super) fn read(bytes: Vec<u8>) -> Vec<(String, u32, Vec<Vec<String>>)> {
    let mut book = calamine::Xlsx::new(Cursor::new(bytes)).unwrap();
    book.sheet_names()
        .into_iter()
        .map(|name| {
            let range = book.worksheet_range(&name).unwrap();
            let first = range.start().map_or(0, |(row, _)| row + 1);
            let rows = range
                .rows()
                .map(|row| {
                    row.iter()
                        .map(|cell| {
                            assert!(matches!(cell, Data::Empty | Data::String(_)), "{cell:?}");
                            cell.to_string()
                        })
                        .collect()
                })
                .collect();
            (name, first, rows)
        })
        .collect()
}

#[test]
fn what_is_written_reads_back_even_what_xml_cannot_hold() {
    let odd = [
        "=1+1",
        " lead",
        "a&b<c>\"d\"",
        "two\nlines",
        "bell\u{7}",
        "_x0041_",
        "\r",
        "\u{20BB7}野家",
        "007",
    ];
    let mut book = Book::new(Cursor::new(Vec::new()));
    book.sheet("名单", &PLAIN).unwrap();
    book.row(1, [("h", Style::Header)]).unwrap();
    book.row(4, odd.map(|text| (text, Style::for_text(text)))).unwrap();
    let sheets = read(book.finish().unwrap().into_inner());
    assert_eq!(sheets.len(), 1);
    assert_eq!(sheets[0].2[3], odd);
    assert_eq!(sheets[0].2[1].concat(), "");
}

#[test]
fn sheet_names_are_made_valid_and_unique() {
    let mut book = Book::new(Cursor::new(Vec::new()));
    let long = "很".repeat(40);
    for name in ["a/b", "A_B", "", "'q'", &long, &long] {
        book.sheet(name, &PLAIN).unwrap();
        book.row(1, [("x", Style::Text)]).unwrap();
    }
    let names: Vec<_> =
        read(book.finish().unwrap().into_inner()).into_iter().map(|sheet| sheet.0).collect();
    assert_eq!(names[..4], ["a_b", "A_B (2)", "Sheet", "q"]);
    assert_eq!(names[4].chars().count(), 31);
    assert_eq!(names[5].chars().count(), 31);
    assert!(names[5].ends_with(" (2)"));
}

#[test]
fn rows_must_rise_and_end_where_excel_ends() {
    let mut book = Book::new(Cursor::new(Vec::new()));
    assert!(book.row(1, [("x", Style::Text)]).is_err());
    book.sheet("s", &PLAIN).unwrap();
    book.row(5, [("x", Style::Text)]).unwrap();
    assert!(book.row(5, [("x", Style::Text)]).is_err());
    assert!(book.row(MAX_ROW + 1, [("x", Style::Text)]).is_err());
}

#[test]
fn a_text_too_long_for_a_cell_is_cut_between_characters() {
    let mut out = String::new();
    escape(&"\u{20BB7}".repeat(20_000), &mut out);
    assert_eq!(out.encode_utf16().count(), MAX_TEXT - 1);
}

/// An output with room for so many bytes.
struct Full {
    content: Vec<u8>,
    room: usize,
}

impl Write for Full {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.room = self.room.checked_sub(bytes.len()).ok_or(io::ErrorKind::StorageFull)?;
        self.content.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A workbook of some rows into so much room; the size that it took.
fn written_into(room: usize) -> io::Result<usize> {
    let mut book = Book::new(Full { content: Vec::new(), room });
    book.sheet("s", &PLAIN)?;
    for row in 1..200 {
        let text = format!("{:x}", u64::from(row).wrapping_mul(0x9E37_79B9_7F4A_7C15));
        book.row(row, [(text.as_str(), Style::Text)])?;
    }
    Ok(book.finish()?.content.len())
}

#[test]
fn an_output_that_is_full_is_an_error_and_no_panic_wherever_it_ends() {
    let whole = written_into(usize::MAX).unwrap();
    for room in (0..whole).step_by(13) {
        assert_eq!(written_into(room).unwrap_err().kind(), io::ErrorKind::StorageFull, "{room}");
    }
}

#[test]
fn a_book_that_failed_is_never_finished() {
    let mut book = Book::new(Full { content: Vec::new(), room: 10 });
    assert!(book.sheet("s", &PLAIN).is_err());
    assert!(book.finish().is_err());
}

#[test]
fn a_row_is_as_high_as_the_lines_of_what_is_written_into_it() {
    let mut book = Book::new(Cursor::new(Vec::new()));
    book.sheet("s", &Layout { widths: &[10.0, 10.0], ..PLAIN }).unwrap();
    book.row(1, [("x", Style::Wrapped), ("y", Style::Text)]).unwrap();
    book.row(2, [("x", Style::Wrapped), ("y\ny\ny", Style::Text)]).unwrap();
    book.row(3, [("x\ny", Style::Wrapped)]).unwrap();
    book.row(4, [("十二个字要占二十四格宽", Style::Wrapped)]).unwrap();
    book.row(5, [("x\n".repeat(100).as_str(), Style::Wrapped)]).unwrap();
    let mut zip = zip::ZipArchive::new(book.finish().unwrap()).unwrap();
    let mut xml = String::new();
    zip.by_name("xl/worksheets/sheet1.xml").unwrap().read_to_string(&mut xml).unwrap();
    let high = |row: u32| {
        let tag =
            xml.split(&format!("<row r=\"{row}\"")).nth(1).unwrap().split('>').next().unwrap();
        tag.split('"').nth(1).map(str::to_owned)
    };
    let heights: Vec<_> = (1..=5).map(high).collect();
    assert_eq!(heights, [None, None, Some("30".into()), Some("45".into()), Some("405".into())]);
}
