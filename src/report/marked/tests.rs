//! Rows with their marks, as CSV and as workbook.

use std::collections::VecDeque;

use calamine::Reader as _;

use super::super::xlsx::tests::read;
use super::said::Said;
use super::*;
use crate::problem::{Code, Severity};
use crate::sheet::{Defect, Fault, Moment};

type Lines = VecDeque<(u32, Vec<String>)>;

/// Sheets given by hand.
#[derive(Default)]
struct Given {
    sheets: VecDeque<(SheetHead, Lines)>,
    now: Lines,
}

impl Given {
    fn with(
        mut self,
        file: &str,
        sheet: Option<&str>,
        header_row: u32,
        rows: &[(u32, &[&str])],
    ) -> Self {
        let texts =
            |cells: &[&str]| cells.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        let head = SheetHead {
            file: file.into(),
            sheet: sheet.map(str::to_owned),
            title: title_of(file, sheet),
            header_row,
            header: texts(&["姓名", "邮箱"]),
            above: (header_row > 1).then(|| (1, texts(&["花名册"]))).into_iter().collect(),
            ..SheetHead::default()
        };
        let rows = rows.iter().map(|(number, cells)| (*number, texts(cells))).collect();
        self.sheets.push_back((head, rows));
        self
    }
}

impl RowSource for Given {
    fn next_sheet(&mut self) -> Result<Option<SheetHead>, Complaint> {
        Ok(self.sheets.pop_front().map(|(head, rows)| {
            self.now = rows;
            head
        }))
    }

    fn next_row(&mut self, cells: &mut Vec<String>) -> Result<Option<u32>, Complaint> {
        Ok(self.now.pop_front().map(|(number, row)| {
            *cells = row;
            number
        }))
    }
}

fn mark(file: &str, sheet: Option<&str>, row: u32, message: &str) -> Mark {
    Mark {
        file: file.into(),
        sheet: sheet.map(str::to_owned),
        row,
        column: Some(1),
        message: message.into(),
        hint: "fix it".into(),
        warning: false,
        tie: Some(format!("{file}!{}!{row}@3", sheet.unwrap_or_default())),
    }
}

fn written(
    name: &str,
    mut source: Given,
    marks: Vec<Mark>,
    keep: Keep,
    tied: bool,
) -> (u64, Option<Vec<u8>>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    let rows = write(&path, &mut source, &mut marks.into_iter().map(Ok), keep, tied).unwrap();
    (rows, std::fs::read(&path).ok())
}

#[test]
fn rows_keep_their_columns_and_headers_their_row() {
    let source = Given::default().with(
        "员工.xlsx",
        Some("花名册"),
        3,
        &[
            (4, &["张三", "a@example.com"]),
            (5, &["李四", "bad"]),
            (9, &["=王五", "worse", "beyond the header"]),
        ],
    );
    let at = |row, text| mark("员工.xlsx", Some("花名册"), row, text);
    let marks = vec![at(5, "not an address"), at(9, "one"), at(9, "two"), at(9, "one")];
    let (rows, bytes) = written("fix.xlsx", source, marks, Keep::Marked, true);
    assert_eq!(rows, 2);
    let sheets = read(bytes.unwrap());
    let (name, first, rows) = &sheets[0];
    assert_eq!((name.as_str(), *first), ("花名册", 1));
    assert_eq!(rows[0][0], "花名册");
    assert_eq!(rows[2], ["姓名", "邮箱", "muster_问题", "muster_怎么改", "muster_row"]);
    assert_eq!(rows[3], ["李四", "bad", "not an address", "fix it", "员工.xlsx!花名册!5@3"]);
    assert_eq!(rows[4], ["=王五", "worse", "one\ntwo", "fix it", "员工.xlsx!花名册!9@3"]);
    assert_eq!(rows.len(), 5);
}

#[test]
fn a_cell_has_the_colour_of_the_worst_that_is_said_of_it() {
    let mut said = Said::default();
    let doubt = Mark { warning: true, ..mark("a.csv", None, 2, "is that so?") };
    said.add(Mark { column: Some(0), ..doubt.clone() });
    said.add(doubt);
    said.add(mark("a.csv", None, 2, "wrong"));
    said.add(Mark { column: None, ..mark("a.csv", None, 2, "of the row") });
    let colours: Vec<_> = (0..3).map(|column| said.of(column)).collect();
    assert_eq!(colours, [Some(Severity::Warning), Some(Severity::Error), None]);
}

#[test]
fn a_mark_whose_row_is_gone_does_not_hide_the_next_sheets_marks() {
    let source = Given::default().with("a.csv", None, 1, &[(2, &["x", "y"])]).with(
        "b.csv",
        None,
        1,
        &[(2, &["x", "y"]), (3, &["p", "q"])],
    );
    let marks = vec![mark("a.csv", None, 7, "gone"), mark("b.csv", None, 3, "here")];
    let (rows, bytes) = written("fix.xlsx", source, marks, Keep::Marked, true);
    assert_eq!(rows, 1);
    let sheets = read(bytes.unwrap());
    assert_eq!(sheets.len(), 1);
    assert_eq!(sheets[0].0, "b");
    assert_eq!(sheets[0].2[1][..3], ["p", "q", "here"]);
}

#[test]
fn all_rows_are_kept_when_asked_and_a_csv_is_disarmed() {
    let source = Given::default().with("a.csv", None, 1, &[(2, &["x", "=1"]), (3, &["p", "q"])]);
    let marks = vec![mark("a.csv", None, 3, "wrong")];
    let (rows, bytes) = written("out.CSV", source, marks, Keep::All, false);
    assert_eq!(rows, 2);
    assert_eq!(
        String::from_utf8(bytes.unwrap()).unwrap(),
        "\u{FEFF}姓名,邮箱,muster_问题,muster_怎么改\r\nx,'=1,,\r\np,q,wrong,fix it\r\n"
    );
}

#[test]
fn nothing_to_say_makes_no_file_and_two_tables_no_csv() {
    let source = Given::default().with("a.csv", None, 1, &[(2, &["x", "y"])]);
    assert_eq!(written("fix.xlsx", source, vec![], Keep::Marked, true), (0, None));
    let folder = tempfile::tempdir().unwrap();
    let mut source = Given::default().with("a.csv", None, 1, &[(2, &["x", "y"])]).with(
        "b.csv",
        None,
        1,
        &[(2, &["x", "y"])],
    );
    let path = folder.path().join("out.csv");
    let complaint =
        write(&path, &mut source, &mut std::iter::empty(), Keep::All, false).unwrap_err();
    assert_eq!(complaint.code, Code::ReportOneTable);
    assert!(!path.exists());
}

#[test]
fn a_broken_journal_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let mut source = Given::default().with("a.csv", None, 1, &[(2, &["x", "y"])]);
    let mut marks = std::iter::once(Err(Complaint::new(Code::LedgerOpen)));
    let result = write(&folder.path().join("a.xlsx"), &mut source, &mut marks, Keep::Marked, true);
    assert_eq!(result.unwrap_err().code, Code::LedgerOpen);
}

#[test]
fn cells_become_texts_that_mean_the_same() {
    const LINK: &str = r#"=HYPERLINK("https://a.example","看""他""")"#;
    let moment = |hour| {
        let date = jiff::civil::date(2024, 5, 1);
        RawCell::Moment(Moment { date, time: jiff::civil::time(hour, 30, 0, 0) })
    };
    let midnight =
        Moment { date: jiff::civil::date(2024, 5, 1), time: jiff::civil::Time::midnight() };
    let dressed = |face, held| RawCell::Dressed(Dressed { face, held });
    for (cell, text) in [
        (RawCell::Empty, ""),
        (RawCell::Text(" x "), " x "),
        (dressed("E0007", Held::Number(7.0)), "E0007"),
        (dressed("看\"他\"", Held::Link("https://a.example")), LINK),
        (RawCell::Number(13_800_138_000.0), "13800138000"),
        (RawCell::Number(-0.5), "-0.5"),
        (RawCell::Number(0.1 + 0.2), "0.3"),
        (RawCell::Number(7_001_234_567_801_101_042.0), "7.001234567801101E18"),
        (RawCell::Bool(true), "TRUE"),
        (RawCell::Moment(midnight), "2024-05-01"),
        (moment(8), "2024-05-01 08:30:00"),
        (RawCell::Fault(Fault::named("#REF!")), "#REF!"),
        (RawCell::Fault(Fault::Defect(Defect::Uncalculated)), "#N/A"),
    ] {
        assert_eq!(text_of(cell), text);
    }
}

#[test]
fn a_fault_stays_a_fault() {
    let source = Given::default().with("a.csv", None, 1, &[(2, &["#N/A", "#NOT"])]);
    let (_, bytes) = written("fix.xlsx", source, vec![], Keep::All, false);
    let mut book = calamine::Xlsx::new(std::io::Cursor::new(bytes.unwrap())).unwrap();
    let range = book.worksheet_range("a").unwrap();
    assert_eq!(range.get_value((1, 0)), Some(&calamine::Data::Error(calamine::CellErrorType::NA)));
    assert_eq!(range.get_value((1, 1)), Some(&calamine::Data::String("#NOT".into())));
}
