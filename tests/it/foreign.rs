//! Foreign workbooks through the real binary: the same rows and bodies as `.xlsx` gives, and no
//! harm from hostile ones.
//!
//! `workbooks/` holds `shapes.*` and two of the samples as LibreOffice saves them, and
//! `date_1904.xlsb` of calamine's tests (MIT).

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use muster::problem::{Code, Problem};
use muster::sandbox::Behaviour;
use muster::sheet::{Epoch, RawCell, RawRow, Stream as _};
use muster::source::{self, Limits, OpenOptions};

use crate::world::World;

const SHAPES_ODS: &[u8] = include_bytes!("workbooks/shapes.ods");
const SHAPES_XLS: &[u8] = include_bytes!("workbooks/shapes.xls");
const TALENT_ODS: &[u8] = include_bytes!("workbooks/everything-talent.ods");
const TALENT_XLS: &[u8] = include_bytes!("workbooks/everything-talent.xls");
const DIRTY_XLS: &[u8] = include_bytes!("workbooks/job-data-dirty.xls");
const DATES_XLSB: &[u8] = include_bytes!("workbooks/date_1904.xlsb");

fn options(limits: Limits) -> OpenOptions {
    let reader = Some(env!("CARGO_BIN_EXE_muster").into());
    OpenOptions { limits, reader, ..OpenOptions::default() }
}

fn open(bytes: &[u8], limits: Limits) -> Result<source::Book, Problem> {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("-a b.xls");
    std::fs::write(&path, bytes).unwrap();
    source::open(&path, &Arc::from("a"), &options(limits))
}

fn refusal(bytes: &[u8], limits: Limits) -> Code {
    open(bytes, limits).expect_err("a refusal").code()
}

fn rows(book: &mut source::Book, sheet: usize) -> Vec<String> {
    let mut shown = Vec::new();
    let mut rows = book.rows(sheet).unwrap();
    let mut row = RawRow::new();
    while rows.next(&mut row).unwrap() {
        let cells = row.cells().map(|cell| match cell {
            RawCell::Empty => String::new(),
            RawCell::Text(text) => format!("{text:?}"),
            RawCell::Number(number) => number.to_string(),
            RawCell::Bool(truth) => truth.to_string(),
            RawCell::Moment(moment) => format!("{}T{}", moment.date, moment.time),
            RawCell::Dressed(dressed) => format!("{:?} and more", dressed.face),
            RawCell::Fault(name) => format!("!{name}"),
        });
        shown.push(format!("{}: {}", row.number(), cells.collect::<Vec<_>>().join(" | ")));
    }
    shown
}

/// `content.xml` in an archive that is an `.ods` otherwise.
fn ods(content: &str) -> Vec<u8> {
    use std::io::Write as _;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let packed = zip::write::SimpleFileOptions::default();
    for (name, text) in [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest/>"),
        ("content.xml", content),
    ] {
        zip.start_file(name, packed).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn rows_are_those_that_the_sheet_shows() {
    // What an .ods shows of a time is not asked for.
    for (bytes, format, time) in
        [(SHAPES_ODS, "ods", "0.25"), (SHAPES_XLS, "xls", r#""06:00" and more"#)]
    {
        let person = format!(
            r#"5: "张三" | 1.5 | true | 2024-02-29T00:00:00 | {time} | !#N/A | !#DIV/0! | 2"#
        );
        let mut book = open(bytes, Limits::default()).unwrap();
        assert_eq!(book.format().to_string(), format);
        let sheets: Vec<_> =
            book.sheets().iter().map(|s| (s.name.clone().unwrap(), s.hidden)).collect();
        assert_eq!(sheets, [(Arc::from("名单"), false), (Arc::from("藏"), true)]);
        let expected = [
            r#"1: "Title""#,
            r#"2: "hidden""#,
            &person,
            r#"6: "same" | "same""#,
            r#"7: "same" | "same""#,
            r#"8: "same" | "same""#,
            r#"9:  | "ab" | "two\nlines""#,
        ];
        assert_eq!(rows(&mut book, 0), expected, "{format}");
        assert_eq!(rows(&mut book, 1), [r#"1: "x""#]);
        assert_eq!(rows(&mut book, 0), expected, "{format}, read again");
        let outline = book.outline(0).unwrap();
        assert_eq!(outline.merges, ["A1:C1".parse().unwrap()], "{format}");
        assert_eq!(format!("{:?}", outline.hidden_rows), "[2..=2]", "{format}");
        assert_eq!(format!("{:?}", outline.hidden_columns), "[2..=2]", "{format}");
        book.digest().unwrap_err();
    }
}

#[test]
fn an_xlsb_is_read_with_its_dates() {
    let mut book = open(DATES_XLSB, Limits::default()).unwrap();
    assert_eq!(book.format().to_string(), "xlsb");
    let shown = rows(&mut book, 0);
    assert!(shown[0].starts_with("1: 2021-01-01T00:00:00"), "{shown:?}");
    assert_eq!(book.outline(0).unwrap().epoch, Epoch::Y1904);
}

#[test]
fn an_ods_says_from_where_it_counts_days() {
    let table = "<table:table table:name=\"S\"><table:table-row><table:table-cell office:value-type=\"float\" office:value=\"31474\"><text:p>31474</text:p></table:table-cell></table:table-row></table:table>";
    for (date, epoch) in [("1904-01-01", Epoch::Y1904), ("1899-12-30", Epoch::Y1900)] {
        let content = format!(
            "<office:document-content><office:body><office:spreadsheet><table:calculation-settings><table:null-date table:date-value=\"{date}\"/></table:calculation-settings>{table}</office:spreadsheet></office:body></office:document-content>"
        );
        let mut book = open(&ods(&content), Limits::default()).unwrap();
        assert_eq!(rows(&mut book, 0), ["1: 31474"]);
        assert_eq!(book.outline(0).unwrap().epoch, epoch, "{date}");
    }
}

/// What LibreOffice shows of a number stands in the file; so do links.
#[test]
fn an_ods_is_what_it_shows() {
    let cells = r#"<table:table-cell office:value-type="float" office:value="50617283"><text:p>E50617283</text:p></table:table-cell><table:table-cell office:value-type="percentage" office:value="1" table:number-columns-repeated="2"><office:annotation><text:p>x</text:p></office:annotation><text:p>100%</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="1234.5"><text:p>1,234.50</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p><text:a xlink:href="https://a.example/?x=1&amp;y=2">点此</text:a></text:p></table:table-cell><table:table-cell/><table:table-cell office:value-type="string"><text:p>甲<text:span>乙</text:span></text:p></table:table-cell>"#;
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"S\"><table:table-row>{cells}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let mut book = open(&ods(&content), Limits::default()).unwrap();
    assert_eq!(
        rows(&mut book, 0),
        [
            r#"1: "E50617283" and more | "100%" and more | "100%" and more | 1234.5 | "点此" and more |  | "甲乙""#
        ]
    );
}

/// What a format shows of a text stands beside the text; lines and blanks are written in another way, and
/// are no other text.
#[test]
fn an_ods_tells_what_it_shows_of_a_text() {
    let cell = |held: &str, shown: &str, more: &str| {
        format!(
            r#"<table:table-cell office:value-type="string" office:string-value="{held}"{more}>{shown}</table:table-cell>"#
        )
    };
    let many = r#" table:number-columns-repeated="1500""#;
    let cells = [
        cell("复旦", "<text:p>复旦大学</text:p>", ""),
        cell("密", "<text:p/>", ""),
        cell("甲&#x0a;乙", "<text:p>甲</text:p><text:p>乙</text:p>", ""),
        cell("a  b", "<text:p>a <text:s/>b</text:p>", ""),
        cell("甲", "<text:p>  甲 <text:s text:c=\"4000000000\"/></text:p>", ""),
        cell("丙", "<text:p><text:a xlink:href=\"https://a.example\">丙公司</text:a></text:p>", ""),
        cell(
            "",
            "<text:p>#N/A</text:p>",
            r#" table:formula="of:=NA()" calcext:value-type="error""#,
        ),
        cell("南京", "<text:p>南京大学</text:p>", many),
    ]
    .concat();
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"S\"><table:table-row>{cells}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let mut book = open(&ods(&content), Limits::default()).unwrap();
    let all = rows(&mut book, 0).concat();
    let cells: Vec<&str> = all.split(" | ").collect();
    assert_eq!(
        cells[..7],
        [
            r#"1: "复旦大学" and more"#,
            r#""" and more"#,
            "\"甲\\n乙\"",
            r#""a  b""#,
            r#""甲""#,
            r#""丙公司" and more"#,
            "!#N/A"
        ]
    );
    assert_eq!(cells.len(), 1507);
    assert!(cells[7..].iter().all(|cell| *cell == r#""南京大学" and more"#), "each of 1500 cells");
}

/// A writer that does not say apart what a text is: what its style puts round it is seen all the same,
/// unless it has written it already.
#[test]
fn an_ods_shows_what_the_style_of_a_text_adds() {
    let cell = |style: &str, text: &str| {
        format!(
            r#"<table:table-cell table:style-name="{style}" office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#
        )
    };
    let cells = [cell("c1", "复旦"), cell("c1", "南京大学"), cell("c2", "复旦")].concat();
    let content = format!(
        r#"<office:document-content><office:automatic-styles><number:text-style style:name="N1"><number:text-content/><number:text>大学</number:text></number:text-style><number:text-style style:name="N2"><number:text-content/></number:text-style><style:style style:name="c1" style:family="table-cell" style:data-style-name="N1"/><style:style style:name="c2" style:family="table-cell" style:data-style-name="N2"/></office:automatic-styles><office:body><office:spreadsheet><table:table table:name="S"><table:table-row>{cells}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    let mut book = open(&ods(&content), Limits::default()).unwrap();
    let all = rows(&mut book, 0).concat();
    assert_eq!(all, r#"1: "复旦大学" and more | "南京大学" | "复旦""#);
}

#[test]
fn the_bodies_are_those_of_the_same_data_as_xlsx() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let xlsx = std::fs::read(samples.join("everything-talent.xlsx")).unwrap();
    let bodies = |name: &str, bytes: &[u8]| {
        let world = World::new().file(name, bytes);
        world.check(&["--payloads", "out.jsonl"]).exits(0);
        let text = std::fs::read_to_string(world.path().join("out.jsonl")).unwrap();
        let body =
            |line: &str| serde_json::from_str::<serde_json::Value>(line).unwrap()["body"].clone();
        text.lines().map(body).collect::<Vec<_>>()
    };
    let expected = bodies("a.xlsx", &xlsx);
    assert!(!expected.is_empty());
    assert_eq!(bodies("a.xls", TALENT_XLS), expected);
    assert_eq!(bodies("a.ods", TALENT_ODS), expected);
    assert_eq!(bodies("a.et", TALENT_XLS), expected);
}

#[test]
fn a_foreign_workbook_gets_a_fix_file() {
    let world = World::new().file("a.xls", DIRTY_XLS).untold().sandbox(Behaviour::default());
    world.import(&["--skip-invalid"]).exits(10);
    let folder = world.path().join("muster-report-1");
    assert!(folder.join("fix-a.xlsx").exists());
    world.run(&["report", "1"]).exits(10);
    assert!(folder.join("fix-a.old.xlsx").exists());
}

#[test]
fn a_workbook_under_a_wrong_name_is_read_and_told() {
    let world = World::new().file("a.csv", TALENT_XLS);
    world.check(&[]).exits(0).says("content is xls");
    let world = World::new().file("a.xls", TALENT_ODS);
    world.check(&[]).exits(0).says("content is ods");
}

#[test]
fn without_a_reader_they_are_refused_with_the_way_out() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a");
    for (bytes, code) in [
        (SHAPES_XLS, Code::FileOldExcel),
        (SHAPES_ODS, Code::FileOtherFormat),
        (DATES_XLSB, Code::FileOtherFormat),
    ] {
        std::fs::write(&path, bytes).unwrap();
        for reader in [None, Some("/nowhere".into()), Some("/bin/true".into())] {
            let options = OpenOptions { reader, ..OpenOptions::default() };
            let problem = source::open(&path, &Arc::from("a"), &options).err().unwrap();
            assert_eq!(problem.code(), code);
        }
    }
}

#[cfg(target_os = "linux")]
mod hostile {
    use super::*;

    /// A table that never ends is read for ever.
    const ENDLESS: &str = "<office:body><table:table table:name=\"S\">";

    #[test]
    fn what_never_ends_is_ended() {
        let limits = Limits { reader_seconds: 1, ..Limits::default() };
        let begun = Instant::now();
        assert_eq!(refusal(&ods(ENDLESS), limits), Code::WorkbookTooSlow);
        assert!(begun.elapsed() < Duration::from_secs(10));
    }

    #[test]
    fn what_asks_for_too_much_memory_is_refused() {
        let wide = "<table:table table:name=\"S\"><table:table-row table:number-rows-repeated=\"5000\"><table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"string\"><text:p>a</text:p></table:table-cell></table:table-row></table:table>";
        assert_eq!(refusal(&ods(wide), Limits::default()), Code::WorkbookTooHeavy);
        let spaces = "<table:table table:name=\"S\"><table:table-row><table:table-cell office:value-type=\"string\"><text:p><text:s text:c=\"2000000000\"/></text:p></table:table-cell></table:table-row></table:table>";
        assert_eq!(refusal(&ods(spaces), Limits::default()), Code::WorkbookTooHeavy);
    }

    #[test]
    fn what_would_fill_the_disk_is_refused() {
        let cell = "<table:table-cell table:number-columns-repeated=\"900\" office:value-type=\"string\"><text:p>some text</text:p></table:table-cell>";
        let table = format!(
            "<table:table table:name=\"S\"><table:table-row table:number-rows-repeated=\"900\">{cell}</table:table-row></table:table>"
        );
        let limits = Limits { reader_output: 1 << 20, ..Limits::default() };
        assert_eq!(refusal(&ods(&table), limits), Code::WorkbookOversized);
    }

    /// A program that neither writes nor ends, made by another process: a file that this one has
    /// open for writing cannot be run.
    #[test]
    fn a_reader_that_sleeps_is_not_waited_for() {
        let dir = tempfile::tempdir().unwrap();
        let script = "printf '#!/bin/sh\nexec /bin/sleep 600\n' > r; chmod +x r";
        let mut made = std::process::Command::new("sh")
            .args(["-c", script])
            .current_dir(dir.path())
            .spawn()
            .unwrap();
        assert!(made.wait().unwrap().success());
        let path = dir.path().join("a.xls");
        std::fs::write(&path, SHAPES_XLS).unwrap();
        let limits = Limits { reader_seconds: 0, ..Limits::default() };
        let reader = Some(dir.path().join("r"));
        let options = OpenOptions { limits, reader, ..OpenOptions::default() };
        let problem = source::open(&path, &Arc::from("a"), &options).err().unwrap();
        assert_eq!(problem.code(), Code::WorkbookTooSlow);
    }

    /// The reader has nobody to read for: its caller's end of its standard input is closed.
    #[test]
    fn a_reader_ends_with_its_caller() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.ods");
        std::fs::write(&path, ods(ENDLESS)).unwrap();
        let mut reader = std::process::Command::new(env!("CARGO_BIN_EXE_muster"))
            .args(["__read", "ods", "1073741824", "60", "1073741824", "--"])
            .arg(&path)
            .stdin(std::process::Stdio::piped())
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
        // That it does not end by itself is shown by time alone.
        std::thread::sleep(Duration::from_millis(300));
        assert!(reader.try_wait().unwrap().is_none(), "it reads");
        let begun = Instant::now();
        drop(reader.stdin.take());
        assert!(!reader.wait().unwrap().success());
        assert!(begun.elapsed() < Duration::from_secs(5));
    }

    #[test]
    fn cut_and_changed_workbooks_give_rows_or_a_problem() {
        let limits = || Limits { reader_seconds: 2, ..Limits::default() };
        for whole in [SHAPES_XLS, SHAPES_ODS, DATES_XLSB] {
            let step = whole.len() / 24;
            for at in (1..whole.len()).step_by(step) {
                let mut changed = whole.to_vec();
                changed[at] ^= 0x41;
                for bytes in [&whole[..at], &changed] {
                    let Ok(mut book) = open(bytes, limits()) else { continue };
                    for sheet in 0..book.sheets().len() {
                        let Ok(mut rows) = book.rows(sheet) else { continue };
                        let mut row = RawRow::new();
                        while let Ok(true) = rows.next(&mut row) {}
                    }
                }
            }
        }
    }
}
