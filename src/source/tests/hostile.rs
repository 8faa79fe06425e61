//! Workbooks made to hurt: small files that ask a parser for terabytes, or break its rules.

use super::*;
use crate::source::{Format, Limits};

fn limited(limits: Limits) -> OpenOptions {
    OpenOptions { limits, ..OpenOptions::default() }
}

#[test]
fn opposite_corners_are_two_rows() {
    let rows = r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#;
    let dimension =
        r#"<?xml version="1.0"?><worksheet><dimension ref="A1:XFD1048576"/><sheetData>"#;
    let sheet = format!("{dimension}{rows}</sheetData></worksheet>");
    let bytes = workbook("", &[("xl/worksheets/sheet1.xml", &sheet)]);
    let shown = read_all("corners.xlsx", &bytes);
    assert_eq!(shown.len(), 2);
    assert!(shown[1].starts_with("1048576: ") && shown[1].ends_with("| 2"));
}

#[test]
fn a_claim_of_a_trillion_strings_is_refused() {
    for claim in [
        r#"<sst count="1" uniqueCount="1000000000000"><si><t>a</t></si></sst>"#,
        "<x/><sst uniqueCount='1000000000000'/>",
    ] {
        for part in ["xl/sharedStrings.xml", "XL/SharedStrings.XML", "xl\\sharedStrings.xml"] {
            let (code, args) = refusal("a.xlsx", &workbook("", &[(part, claim)]));
            assert_eq!(code, Code::WorkbookDamaged, "{part}");
            assert!(args.contains("uniqueCount"), "{args}");
        }
    }
    let honest = r#"<sst count="1" uniqueCount="1"><si><t>a</t></si></sst>"#;
    let bytes = workbook(
        r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#,
        &[("xl/sharedStrings.xml", honest)],
    );
    assert_eq!(read_all("a.xlsx", &bytes), [r#"1: "a""#]);
}

#[test]
fn a_shared_formula_of_index_four_billion_takes_no_memory() {
    let rows =
        r#"<row r="1"><c r="A1"><f t="shared" si="4000000000" ref="A1:A2">1</f><v>1</v></c></row>"#;
    assert_eq!(read_all("a.xlsx", &workbook(rows, &[])), ["1: 1"]);
}

#[test]
fn addresses_beyond_the_grid_are_damage_and_no_panic() {
    for address in ["A1048577", "XFE1", "ZZZZZZZZ1", "A99999999999", "1", "A", "A0", "中1", ""] {
        let rows = format!(r#"<row r="1"><c r="{address}"><v>1</v></c></row>"#);
        let mut book =
            open_bytes("a.xlsx", &workbook(&rows, &[]), &OpenOptions::default()).unwrap();
        let (rows, problem) = read(&mut book, 0);
        assert_eq!(problem.map(|p| p.code()), Some(Code::WorkbookDamaged), "{address}: {rows:?}");
    }
}

#[test]
fn a_backwards_dimension_is_damage_and_no_panic() {
    let sheet = r#"<worksheet><dimension ref="B2:A1"/><sheetData/></worksheet>"#;
    let bytes = workbook("", &[("xl/worksheets/sheet1.xml", sheet)]);
    let mut book = open_bytes("a.xlsx", &bytes, &OpenOptions::default()).unwrap();
    assert_eq!(read(&mut book, 0).1.unwrap().code(), Code::WorkbookDamaged);
}

#[test]
fn bombs_are_refused_by_what_they_declare_and_by_what_they_hold() {
    let strings = format!("<sst><si><t>{}</t></si></sst>", "a".repeat(200_000));
    let bytes = workbook("", &[("xl/sharedStrings.xml", &strings)]);
    let refused = |limits: Limits| {
        let problem = open_bytes("a.xlsx", &bytes, &limited(limits)).err().unwrap();
        assert_eq!(problem.code(), Code::WorkbookOversized, "{problem:?}");
    };
    refused(Limits { kept_bytes: 100_000, ..Limits::default() });
    refused(Limits { part_bytes: 100_000, ..Limits::default() });
    refused(Limits { total_bytes: 150_000, ..Limits::default() });
    refused(Limits { parts: 3, ..Limits::default() });
    let problem =
        open_bytes("a.xlsx", &bytes, &limited(Limits { workbook_bytes: 100, ..Limits::default() }));
    assert_eq!(problem.err().unwrap().code(), Code::FileTooLarge);
    let zeros = "0".repeat(65 << 20);
    let problem =
        open_bytes("a.xlsx", &workbook("", &[("xl/media/a.bin", &zeros)]), &OpenOptions::default());
    assert_eq!(problem.err().unwrap().code(), Code::WorkbookOversized, "a ratio near 1000");
}

#[test]
fn a_doctype_is_refused_in_every_part() {
    let laughs = "<?xml version=\"1.0\"?><!-- x --><!DOCTYPE lolz [<!ENTITY lol \"lol\">]><worksheet><sheetData/></worksheet>";
    for part in ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml"] {
        assert_eq!(refusal("a.xlsx", &workbook("", &[(part, laughs)])).0, Code::WorkbookDoctype);
    }
}

#[test]
fn a_workbook_cut_anywhere_gives_rows_or_a_problem() {
    let rows = r#"<row r="1"><c r="A1"><v>1</v></c></row>"#;
    let whole = workbook(rows, &[]);
    for end in 0..whole.len() {
        if let Ok(mut book) = open_bytes("a.xlsx", &whole[..end], &OpenOptions::default()) {
            let problem = read(&mut book, 0).1;
            assert!(*book.format() != Format::Xlsx || problem.is_some(), "{end}");
        }
    }
    let cut = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c>";
    let bytes = workbook("", &[("xl/worksheets/sheet1.xml", cut)]);
    let mut book = open_bytes("a.xlsx", &bytes, &OpenOptions::default()).unwrap();
    assert_eq!(read(&mut book, 0).1.unwrap().code(), Code::WorkbookDamaged);
}

#[test]
fn a_flipped_byte_never_panics() {
    let strings = r#"<sst count="1" uniqueCount="1"><si><t>a</t></si></sst>"#;
    let rows = r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>2</v></c></row>"#;
    let whole = workbook(rows, &[("xl/sharedStrings.xml", strings)]);
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.xlsx");
    for at in (0..whole.len()).step_by(5) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x41;
        std::fs::write(&path, &bytes).unwrap();
        if let Ok(mut book) = open(&path, &Arc::from("a.xlsx"), &OpenOptions::default()) {
            let _ = read(&mut book, 0);
        }
    }
}

#[test]
fn a_kept_part_in_a_folder_of_worksheets_is_weighed_too() {
    let rels = RELS.replace("xl/workbook.xml", "xl/worksheets/workbook.xml");
    let relations = WORKBOOK_RELS.replace("worksheets/sheet1.xml", "sheet1.xml");
    let strings = r#"<sst uniqueCount="1000000000000"/>"#;
    let bytes = archive(&[
        ("_rels/.rels", &rels),
        ("xl/worksheets/workbook.xml", WORKBOOK),
        ("xl/worksheets/_rels/workbook.xml.rels", &relations),
        ("xl/worksheets/sheet1.xml", "<worksheet><sheetData/></worksheet>"),
        ("xl/worksheets/sharedStrings.xml", strings),
    ]);
    let (code, args) = refusal("a.xlsx", &bytes);
    assert_eq!(code, Code::WorkbookDamaged);
    assert!(args.contains("uniqueCount"), "{args}");
}

#[test]
fn strings_are_weighed_with_what_each_takes_in_memory() {
    let strings = format!(r#"<sst uniqueCount="50000">{}</sst>"#, "<si/>".repeat(50_000));
    let bytes = workbook("", &[("xl/sharedStrings.xml", &strings)]);
    let kept = |kept_bytes| limited(Limits { kept_bytes, ..Limits::default() });
    let problem = open_bytes("a.xlsx", &bytes, &kept(800_000)).err().unwrap();
    assert_eq!(problem.code(), Code::WorkbookOversized);
    assert!(open_bytes("a.xlsx", &bytes, &kept(900_000)).is_ok());
}

#[test]
fn entities_are_never_fetched_or_expanded() {
    let external = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>&e;</v></c></row></sheetData></worksheet>";
    let part = [("xl/worksheets/sheet1.xml", external)];
    assert_eq!(refusal("a.xlsx", &workbook("", &part)).0, Code::WorkbookDoctype);
    let late = external.replace("<!DOCTYPE", "<a/><!DOCTYPE");
    let bytes = workbook("", &[("xl/worksheets/sheet1.xml", &late)]);
    assert_eq!(read_all("a.xlsx", &bytes), ["1: !cell-unreadable"]);
}

#[test]
fn a_million_empty_styled_cells_are_no_row() {
    let cells = r#"<c s="1"/>"#.repeat(1_000);
    let mut rows = format!("<row>{cells}</row>").repeat(1_000);
    rows.push_str(r#"<row r="1001"><c r="A1001"><v>1</v></c></row>"#);
    assert_eq!(read_all("a.xlsx", &workbook(&rows, &[])), ["1001: 1"]);
}

#[test]
fn a_hundred_megabytes_in_one_cell_are_refused_with_the_flag_that_reads_them() {
    let text = "x".repeat(17 << 20);
    let rows = format!(
        r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>{text}</t></is></c></row>"#
    );
    let bytes = workbook(&rows, &[]);
    let mut book = open_bytes("a.xlsx", &bytes, &OpenOptions::default()).unwrap();
    let problem = book.rows(0).err().unwrap();
    assert_eq!(problem.code(), Code::WorkbookOversized);
    assert_eq!(problem.complaint.args[1..], ["16 MiB", "--raise-limits 2"]);
    let mut book = open_bytes("a.xlsx", &bytes, &limited(Limits::default().raised(2))).unwrap();
    assert_eq!(read(&mut book, 0).0, ["1: 1", "2: !cell-too-long"]);
}

#[test]
fn an_encrypted_part_is_told() {
    let mut bytes = workbook("", &[]);
    for magic in [b"PK\x03\x04".as_slice(), b"PK\x01\x02"] {
        let flags = if magic[2] == 3 { 6 } else { 8 };
        for at in 0..bytes.len() - 16 {
            if bytes[at..].starts_with(magic) {
                bytes[at + flags] |= 1;
            }
        }
    }
    assert_eq!(refusal("a.xlsx", &bytes).0, Code::FileEncrypted);
}
