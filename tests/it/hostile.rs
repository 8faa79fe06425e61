//! Files made to hurt, given to the binary with 768 MiB of address space: a clear error or rows,
//! never a crash, never a wait.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// What the binary may map; reading an ordinary file takes a quarter of it.
const KIBIBYTES: &str = "786432";
/// Far above what the slowest takes without optimisation on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);

const RELS: &str = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const WORKBOOK: &str = r#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const WORKBOOK_RELS: &str = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const HEADER: &str = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c><c r="B1" t="inlineStr"><is><t>邮箱</t></is></c></row>"#;

/// A workbook whose sheet and whose shared strings hold that XML, packed or not.
fn workbook(path: &Path, sheet: &str, strings: &str, packed: bool) {
    let method =
        if packed { zip::CompressionMethod::Deflated } else { zip::CompressionMethod::Stored };
    let options = zip::write::SimpleFileOptions::default().compression_method(method);
    let mut zip = zip::ZipWriter::new(std::fs::File::create(path).unwrap());
    for (name, text) in [
        ("_rels/.rels", RELS),
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", WORKBOOK_RELS),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", strings),
    ] {
        zip.start_file(name, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap();
}

fn sheet(rows: &str) -> String {
    format!(
        r#"<worksheet><dimension ref="A1:XFD1048576"/><sheetData>{HEADER}{rows}</sheetData></worksheet>"#
    )
}

/// Check the file: what was said.
fn check(path: &Path, exit: i32) -> String {
    let begun = Instant::now();
    let output = Command::new("sh")
        .args(["-c", &format!("ulimit -v {KIBIBYTES}; exec \"$0\" \"$@\"")])
        .arg(env!("CARGO_BIN_EXE_muster"))
        .args(["check", "--lang", "en", "--kind", "talent"])
        .arg(path)
        .current_dir(path.parent().unwrap())
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said[..said.len().min(4_000)]).into_owned();
    let name = path.file_name().unwrap().display().to_string();
    assert_eq!(output.status.code(), Some(exit), "{name}: {:?}\n{said}", output.status);
    assert!(begun.elapsed() < PATIENCE, "{name}: {:?}", begun.elapsed());
    said
}

#[test]
fn no_workbook_takes_more_than_its_share() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.xlsx");
    let none = "<sst/>";
    let refused = |sheet: &str, strings: &str, packed: bool, why: &str| {
        workbook(&path, sheet, strings, packed);
        let said = check(&path, 2);
        assert!(said.contains(why), "{why}: {said}");
    };
    let cell = |text: &str| {
        sheet(&format!(r#"<row r="2"><c r="A2" t="inlineStr"><is><t>{text}</t></is></c></row>"#))
    };
    let many = "x".repeat(100 << 20);
    refused(&cell(&many), none, false, "--raise-limits");
    refused(&cell(&many), none, true, "limit 250:1");
    drop(many);
    refused(&sheet(""), r#"<sst uniqueCount="1000000000"/>"#, true, "uniqueCount");
    let strings = format!("<sst>{}</sst>", "<si/>".repeat(40 << 20));
    refused(&sheet(""), &strings, false, "--raise-limits 2");
    drop(strings);
    let mut laughs = String::new();
    for n in 1..10 {
        let ten = format!("&l{};", n - 1).repeat(10);
        write!(laughs, r#"<!ENTITY l{n} "{ten}">"#).unwrap();
    }
    let laughs = format!("<!DOCTYPE x [<!ENTITY l0 \"ha\">{laughs}]>{}", cell("&l9;"));
    refused(&laughs, none, true, "DOCTYPE");
    let merges = r#"<mergeCell ref="A3:B3"/>"#.repeat(2_000_001);
    let regions = sheet("")
        .replace("</worksheet>", &format!("<mergeCells>{merges}</mergeCells></worksheet>"));
    refused(&regions, none, false, "mergeCells");
}

#[test]
fn what_is_only_strange_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.xlsx");
    let person = |row: u32| {
        format!(
            r#"<row r="{row}"><c r="A{row}" t="inlineStr"><is><t>张三</t></is></c><c r="B{row}" t="inlineStr"><is><t>a@example.com</t></is></c><c r="XFD{row}" s="1"/></row>"#
        )
    };
    let empty = format!("<row>{}</row>", r#"<c s="1"/>"#.repeat(1_000)).repeat(1_000);
    workbook(&path, &sheet(&format!("{empty}{}", person(1_048_576))), "<sst/>", true);
    let said = check(&path, 0);
    assert!(said.contains("1 valid") || said.contains("1 record"), "{said}");
}

#[test]
fn no_csv_takes_more_than_its_share() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.csv");
    for (start, why) in [("", "--raise-limits"), ("\"", "--raise-limits")] {
        let mut file = std::fs::File::create(&path).unwrap();
        write!(file, "姓名,邮箱\n{start}").unwrap();
        let megabyte = vec![b'x'; 1 << 20];
        for _ in 0..100 {
            file.write_all(&megabyte).unwrap();
        }
        drop(file);
        let said = check(&path, 2);
        assert!(said.contains(why), "{said}");
    }
}
