//! Workbooks as Excel and its peers write them.

use rust_xlsxwriter::{ExcelDateTime, Format as CellFormat, Formula, Workbook};

use super::*;
use crate::source::{Format, SheetInfo};

#[test]
fn a_written_workbook_reads_back_with_its_types() {
    let mut workbook = Workbook::new();
    let date = CellFormat::new().set_num_format("yyyy-mm-dd");
    let sheet = workbook.add_worksheet();
    sheet.set_name("员工").unwrap();
    for (column, header) in ["姓名", "手机", "入职日期", "在职", "时长"].iter().enumerate()
    {
        sheet.write_string(2, u16::try_from(column).unwrap(), *header).unwrap();
    }
    sheet.write_string(4, 0, " 张 三\n").unwrap();
    sheet.write_number(4, 1, 13_800_138_000.0).unwrap();
    let day = ExcelDateTime::from_ymd(2024, 2, 29).unwrap().and_hms(8, 30, 0).unwrap();
    sheet.write_datetime_with_format(4, 2, &day, &date).unwrap();
    sheet.write_boolean(4, 3, true).unwrap();
    let hours = CellFormat::new().set_num_format("[h]:mm");
    sheet.write_number_with_format(4, 4, 1.5, &hours).unwrap();
    sheet.write_formula(5, 0, Formula::new("=A5").set_result("李四")).unwrap();
    sheet.write_number_with_format(5, 2, 60.0, &date).unwrap();
    sheet.write_blank(9, 0, &date).unwrap();
    workbook.add_worksheet().set_name("隐藏").unwrap().set_hidden(true);
    let bytes = workbook.save_to_buffer().unwrap();
    let mut book = open_bytes("员工.xlsx", &bytes, &OpenOptions::default()).unwrap();
    assert_eq!(book.format(), &Format::Xlsx);
    let info = |name: &str, hidden| SheetInfo { name: Some(Arc::from(name)), hidden };
    assert_eq!(book.sheets(), [info("员工", false), info("隐藏", true)]);
    let expected = [
        r#"3: "姓名" | "手机" | "入职日期" | "在职" | "时长""#,
        r#"5: " 张 三\n" | 13800138000 | 2024-02-29T08:30:00 | true | "36:00" of 1.5"#,
        r#"6: "李四" |  | !cell-date-impossible"#,
    ];
    assert_eq!(read(&mut book, 0), (expected.map(str::to_owned).to_vec(), None));
    assert_eq!(read(&mut book, 1), (vec![], None));
    assert_eq!(read(&mut book, 0).0.len(), 3, "and again");
}

const DATES: &str = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;

#[test]
fn dates_of_both_epochs_are_the_days_that_excel_shows() {
    let rows = r#"<row r="1"><c r="A1" s="1"><v>45000</v></c><c r="B1" s="1"><v>-3</v></c><c r="C1" s="1"><v>0.25</v></c><c r="D1" t="d"><v>2024-02-30</v></c><c r="E1" t="d"><v>2024-02-29</v></c></row>"#;
    let rest = "!cell-date-impossible | 0.25 | !cell-date-impossible | 2024-02-29T00:00:00";
    let styles = ("xl/styles.xml", DATES);
    let bytes = workbook(rows, &[styles]);
    assert_eq!(read_all("a.xlsx", &bytes), [format!("1: 2023-03-15T00:00:00 | {rest}")]);
    let old = WORKBOOK.replace("<sheets>", r#"<workbookPr date1904="1"/><sheets>"#);
    let bytes = workbook(rows, &[styles, ("xl/workbook.xml", &old)]);
    let rest = rest.replacen("!cell-date-impossible", "1903-12-29T00:00:00", 1);
    let shown = read_all("a.xlsx", &bytes);
    assert_eq!(shown, [format!("1: 2027-03-16T00:00:00 | {rest}")]);
}

#[test]
fn a_formula_without_a_result_is_a_fault_and_an_empty_result_is_empty() {
    let rows = r#"<row r="1"><c r="A1"><f>B1</f></c><c r="B1"><f>C1</f><v></v></c><c r="C1" t="str"><f>""</f><v></v></c><c r="D1"><f>1+1</f><v>2</v></c><c r="E1"><f t="shared" si="0"/></c><c r="F1" s="0"/></row>"#;
    let fault = "!cell-formula-uncalculated";
    assert_eq!(
        read_all("a.xlsx", &workbook(rows, &[])),
        [format!("1: {fault} | {fault} |  | 2 | {fault}")]
    );
}

#[test]
fn error_cells_are_faults_with_their_name_even_those_that_the_parser_does_not_know() {
    let rows = r#"<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="C1" t="e"><v>#SPILL!</v></c></row><row r="3"><c r="B3" t="e"><f>X</f><v>#CALC!</v></c><c r="C3"><v>1</v></c></row><row r="4"><c r="A4" t="q"><v>1</v></c><c r="B4" t="s"><v>9</v></c><c r="C4" t="n"><v>abc</v></c><c r="D4" t="b"><v>7</v></c><c r="E4"><v>1e999</v></c><c r="F4"><v>ok</v></c></row>"#;
    let bad = "!cell-unreadable";
    assert_eq!(
        read_all("a.xlsx", &workbook(rows, &[])),
        [
            "1: !#N/A |  | !#SPILL!".to_owned(),
            "3:  | !#CALC! | 1".to_owned(),
            format!("4: {bad} | {bad} | {bad} | {bad} | !cell-number-not-finite | \"ok\""),
        ]
    );
}

#[test]
fn a_bad_reference_is_a_fault() {
    let rows = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>a&#0;b</t></is></c><c r="B1" t="str"><v>&bogus;</v></c><c r="C1" t="inlineStr"><is><t>x_x0001_y</t></is></c><c r="D1"><v>4</v></c></row>"#;
    assert_eq!(
        read_all("a.xlsx", &workbook(rows, &[])),
        ["1: !cell-unreadable | !cell-unreadable | !cell-control-character:U+0001 | 4"]
    );
}

#[test]
fn a_broken_cell_that_does_not_say_where_it_is_ends_the_sheet() {
    let rows = r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c t="q"><v>1</v></c><c><v>2</v></c></row>"#;
    let mut book = open_bytes("a.xlsx", &workbook(rows, &[]), &OpenOptions::default()).unwrap();
    let (_, problem) = read(&mut book, 0);
    let problem = problem.unwrap();
    assert_eq!(problem.code(), Code::WorkbookDamaged);
    assert_eq!(problem.place.sheet.as_deref(), Some("S"));
}

#[test]
fn cells_out_of_order_find_their_place_and_one_given_twice_is_a_fault() {
    let rows = r#"<row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c><c r="C1"><v>4</v></c></row><row r="2"><c r="A2"><v>5</v></c><c r="A2"><v>6</v></c></row>"#;
    assert_eq!(
        read_all("a.xlsx", &workbook(rows, &[])),
        ["1: 1 |  | !cell-twice", "2: !cell-twice"]
    );
}

#[test]
fn rows_out_of_order_are_told() {
    let rows = r#"<row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>"#;
    let mut book = open_bytes("a.xlsx", &workbook(rows, &[]), &OpenOptions::default()).unwrap();
    let problem = read(&mut book, 0).1.unwrap();
    assert_eq!(
        (problem.code(), problem.complaint.values()),
        (Code::RowsOutOfOrder, vec!["2", "3"])
    );
}

#[test]
fn chart_sheets_are_left_out_and_macro_sheets_told() {
    let relation = |kind: &str| {
        format!(
            r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="other/x.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="/xl/worksheets/sheet1.xml"/></Relationships>"#
        )
    };
    let sheets = WORKBOOK
        .replace("<sheets>", r#"<sheets><sheet name="C" sheetId="9" r:id="rId1"/>"#)
        .replace(r#"sheetId="1" r:id="rId1""#, r#"sheetId="1" r:id="rId2""#);
    let rows = r#"<row r="1"><c r="A1" t="q"><v>1</v></c></row>"#;
    let with = |kind: &str| {
        let rels = relation(kind);
        workbook(rows, &[("xl/_rels/workbook.xml.rels", &rels), ("xl/workbook.xml", &sheets)])
    };
    let mut book = open_bytes("a.xlsx", &with("chartsheet"), &OpenOptions::default()).unwrap();
    assert_eq!(book.sheets().len(), 1);
    assert_eq!(read(&mut book, 0).0, ["1: !cell-unreadable"], "the right part was looked at");
    assert_eq!(refusal("a.xlsx", &with("xlMacrosheet")).0, Code::WorkbookMacroSheet);
}
