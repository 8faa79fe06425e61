//! Outlines of whole workbooks.

use rust_xlsxwriter::{FilterCondition, Format as CellFormat, Workbook};

use super::*;
use crate::source::Limits;

#[test]
fn a_written_workbook_says_what_it_hides_and_merges() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.merge_range(0, 0, 0, 3, "员工花名册", &CellFormat::new()).unwrap();
    for row in 1..8 {
        sheet.write_string(row, 0, if row % 2 == 0 { "甲" } else { "乙" }).unwrap();
        sheet.write_number(row, 1, f64::from(row)).unwrap();
    }
    sheet.set_row_hidden(6).unwrap();
    sheet.set_column_hidden(2).unwrap();
    sheet.autofilter(1, 0, 7, 1).unwrap();
    sheet.filter_column(0, &FilterCondition::new().add_list_filter("甲")).unwrap();
    workbook.add_worksheet().write_string(0, 0, "x").unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    let mut book = open_bytes("a.xlsx", &bytes, &OpenOptions::default()).unwrap();
    let outline = book.outline(0).unwrap();
    assert_eq!(outline.hidden_rows.iter().collect::<Vec<_>>(), [4..=4, 6..=8]);
    assert_eq!(outline.hidden_columns.iter().collect::<Vec<_>>(), [2..=2]);
    assert_eq!(outline.merges, ["A1:D1".parse().unwrap()]);
    assert!(outline.filtered);
    assert!(book.outline(1).unwrap().is_plain());
    assert_eq!(book.outline(2).unwrap_err().code(), Code::SheetMissing);
    assert_eq!(read(&mut book, 0).0.len(), 8, "and the rows are read, hidden or not");
}

#[test]
fn csv_hides_nothing() {
    let mut book = open_bytes("a.csv", b"a,b\n1,2\n", &OpenOptions::default()).unwrap();
    assert!(book.outline(0).unwrap().is_plain());
    assert_eq!(book.outline(1).unwrap_err().code(), Code::SheetMissing);
}

#[test]
fn a_part_of_another_name_is_found() {
    let sheet = r#"<worksheet><sheetData><row r="2" hidden="1"/></sheetData></worksheet>"#;
    let rels = RELS.replace("xl/workbook.xml", "/Data/book.xml");
    let relations = WORKBOOK_RELS.replace("worksheets/sheet1.xml", "Sheets/One.xml");
    let bytes = archive(&[
        ("_rels/.rels", &rels),
        ("Data/book.xml", WORKBOOK),
        ("Data/_rels/book.xml.rels", &relations),
        ("data\\sheets\\one.xml", sheet),
        ("xl/theme.xml", "<a/>"),
    ]);
    let mut book = open_bytes("a.xlsx", &bytes, &OpenOptions::default()).unwrap();
    assert_eq!(book.outline(0).unwrap().hidden_rows.count(), 1);
}

#[test]
fn ten_million_merged_cells_are_too_many() {
    let merges = r#"<mergeCell ref="A1:B1"/>"#.repeat(5_000);
    let sheet = format!("<worksheet><sheetData/><mergeCells>{merges}</mergeCells></worksheet>");
    let bytes = workbook("", &[("xl/worksheets/sheet1.xml", &sheet)]);
    let limits = Limits { merges: 4_999, ..Limits::default() };
    let options = OpenOptions { limits, ..OpenOptions::default() };
    let mut book = open_bytes("a.xlsx", &bytes, &options).unwrap();
    let problem = book.outline(0).unwrap_err();
    assert_eq!(problem.code(), Code::WorkbookOversized);
    assert_eq!(problem.place.sheet.as_deref(), Some("S"));
    assert_eq!(read(&mut book, 0).1, None, "its rows can be read all the same");
}
