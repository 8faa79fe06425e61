//! Names and texts that would drive a terminal, turn its direction, hide or forge a line: in files,
//! sheets, headers, cells, the configuration, a server's answers. None of it reaches a person raw.

use std::io::Write as _;
use std::path::Path;

use muster::sandbox::{APP_ID, Behaviour};

use crate::relay::{self, Then};
use crate::terminal;
use crate::world::{Ran, World, talents_csv};

/// Sets the title, rings, forges a line, clears, turns the direction, hides.
const UNRULY: &str = "\u{1b}]0;x\u{7}\n错误 [forged]\r\u{1b}[2J\u{9b}2J\u{202e}\u{2066}\u{200f}\u{61c}\u{200b}\u{7f}";
/// The same in XML, which knows no ESC, but readers take it.
const UNRULY_XML: &str =
    "&#x1b;]0;x&#x7;&#xa;错误 [forged]&#x1b;[2J&#x9b;2J&#x202e;&#x2066;&#x200f;";

/// What no person may be sent: control characters but ends of lines and tabs, and what turns or
/// hides.
fn raw(text: &str) -> Option<char> {
    text.chars().find(|c| {
        matches!(c,
            '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{61c}' | '\u{200b}'
            | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    })
}

#[track_caller]
fn tame(what: &str, text: &str) {
    assert_eq!(raw(text), None, "{what}: {text:?}");
    // A line of its own is forged; within one it is only somebody's text.
    let forged = text.lines().find(|line| line.starts_with("错误 [forged]"));
    assert_eq!(forged, None, "{what}:\n{text}");
}

#[track_caller]
fn tame_run(ran: Ran) -> Ran {
    tame("stdout", &ran.stdout);
    tame("stderr", &ran.stderr);
    ran
}

/// A workbook with that sheet name and these cells, as XML.
fn workbook(path: &Path, sheet: &str, rows: &[&[&str]]) {
    use std::fmt::Write as _;

    let mut cells = String::new();
    for (number, row) in (1..).zip(rows) {
        write!(cells, "<row r=\"{number}\">").unwrap();
        for (column, text) in ('A'..).zip(*row) {
            write!(cells, "<c r=\"{column}{number}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
                .unwrap();
        }
        cells += "</row>";
    }
    let of = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let parts = [
        (
            "_rels/.rels",
            format!(
                r#"<Relationships><Relationship Id="rId1" Type="{of}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                r#"<workbook xmlns:r="{of}"><sheets><sheet name="{sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                r#"<Relationships><Relationship Id="rId1" Type="{of}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet><sheetData>{cells}</sheetData></worksheet>"),
        ),
    ];
    let mut zip = zip::ZipWriter::new(std::fs::File::create(path).unwrap());
    for (name, text) in parts {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap();
}

/// As TOML, which takes DEL as an escape only.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap().replace('\u{7f}', "\\u007f")
}

/// A world whose one input has an unruly name, sheet, header and cells; its name.
fn unruly_input(world: &World) -> String {
    let name = format!("花名册{UNRULY}.xlsx");
    let header = format!("备注{UNRULY_XML}");
    let rows: [&[&str]; 4] = [
        &["姓名", "邮箱", "手机号", &header, "民族_x001B_[2J"],
        &["甲", "a@example.com", "13800000001", "x", "y"],
        &[&format!("乙{UNRULY_XML}"), "b@example..com", "13800000002", UNRULY_XML, "y"],
        &["丙&#x202e;", "c@example.com&#x9b;", "1380000000&#x1b;", "_x001B_]0;x_x0007_", "y"],
    ];
    workbook(&world.path().join(&name), &format!("表{UNRULY_XML}"), &rows);
    name
}

/// Every cell of muster's own columns, and every part's text: XML as a reader of XML takes it.
fn tame_workbook(path: &Path, is_own: impl Fn(&str) -> bool) {
    let file = std::fs::File::open(path).unwrap();
    let mut archive = zip::ZipArchive::new(file).unwrap();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let text = std::io::read_to_string(&mut part).unwrap();
        let control =
            text.chars().find(|c| c.is_ascii_control() && !matches!(c, '\n' | '\t' | '\r'));
        assert_eq!(control, None, "{}: {text:?}", path.display());
    }
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(path).unwrap();
    for sheet in calamine::Reader::sheet_names(&book) {
        tame("a sheet's name", &sheet);
        let range = calamine::Reader::worksheet_range(&mut book, &sheet).unwrap();
        let own: Vec<bool> =
            range.rows().next().unwrap().iter().map(|c| is_own(&c.to_string())).collect();
        assert!(own.contains(&true), "{}", path.display());
        for row in range.rows() {
            for (cell, _) in row.iter().zip(&own).filter(|(_, own)| **own) {
                tame("a cell", &cell.to_string());
            }
        }
    }
}

#[test]
fn a_check_of_an_unruly_file_tells_it_tamely() {
    let world = World::new();
    let name = unruly_input(&world);
    for lang in ["zh", "en"] {
        let shared = ["--kind", "talent", "--lang", lang];
        let with = |more: &[&str]| {
            let all = [&["check", name.as_str()][..], &shared, more].concat();
            tame_run(world.run(&all).exits(10))
        };
        with(&["--show-values", "--limit-problems", "100"])
            .says("花名册‹U+001B›]0;x‹U+0007› 错误 [forged]");
        let json = with(&["--json"]).json();
        // A document says it as it is: the escapes are JSON's.
        assert_eq!(json["files"][0]["file"], name.as_str());
        with(&["--report", "rows.xlsx", "--payloads", "bodies.jsonl"]);
        tame_workbook(&world.path().join("rows.xlsx"), |header| header.starts_with("muster_"));
        tame("bodies", &std::fs::read_to_string(world.path().join("bodies.jsonl")).unwrap());
        with(&["--report", "rows.csv"]);
        let text = std::fs::read_to_string(world.path().join("rows.csv")).unwrap();
        let text = text.strip_prefix('\u{feff}').unwrap();
        let mut table = csv::Reader::from_reader(text.as_bytes());
        let columns = table.headers().unwrap().len();
        for line in table.records().map(Result::unwrap) {
            tame("muster_问题", &line[columns - 2]);
            tame("muster_怎么改", &line[columns - 1]);
        }
    }
    let toml = tame_run(world.run(&["map", &name, "--kind", "talent"]).exits(0)).stdout;
    assert!(toml.contains("\\u001B") || toml.contains("\\u202E"), "{toml}");
    tame_run(world.run(&["map", &name, "--kind", "talent", "--json"]).exits(0)).json();
    tame_run(world.run(&["map", &name, "--kind", "talent", "-o", "m.xlsx"]).exits(0));
}

/// What is printed to be copied works as printed, whatever the name.
#[test]
fn the_fix_file_of_an_unruly_file_is_imported_as_printed() {
    let world = World::new().sandbox(Behaviour::default());
    let name = unruly_input(&world);
    let import = ["import", &name, "--kind", "talent", "--skip-invalid", "--yes"];
    let dir = format!("报告{UNRULY}");
    let ran = tame_run(world.run(&[&import[..], &["--report-dir", &dir]].concat()).exits(10));
    let folder = world.path().join(&dir);
    let names: Vec<_> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect();
    assert!(names.iter().all(|name| raw(name).is_none()), "{names:?}");
    let line = ran.stdout.lines().find_map(|line| line.split_once("muster import ")).unwrap().1;
    let again = format!("\"$1\" import {line} --skip-invalid --yes --report-dir again");
    let binary = world.command(&[]);
    let mut shell = world.shell(&again, &binary);
    let ran = tame_run(crate::world::ended(shell.output().unwrap()));
    assert!(matches!(ran.code, Some(0 | 10)), "{again}\n{}\n{}", ran.stdout, ran.stderr);
}

#[test]
fn what_a_server_answers_is_told_tamely() {
    let world =
        World::new().file(&format!("人{UNRULY}.csv"), talents_csv(3)).sandbox(Behaviour::default());
    let said = serde_json::to_string(&format!("no{UNRULY}way")).unwrap();
    let url = relay::start(world.address(), None, move |seen| match seen.path {
        "/open-apis/hire/v1/talents/combined_create" if seen.body.contains("13800000001") => {
            Then::Answer(
                400,
                format!(
                    r#"{{"code":1002999,"msg":{said},"error":{{"log_id":{said},"field_violations":[{{"field":{said},"description":{said}}}]}}}}"#
                ),
            )
        }
        "/open-apis/hire/v1/talents/combined_create" if seen.body.contains("13800000002") => {
            Then::Answer(200, format!(r#"{{"code":0,"msg":{said},"data":{{"talent_id":{said}}}}}"#))
        }
        _ => Then::On,
    });
    let toml = format!(
        "[profile.default]\ntenant_name = {}\nbase_url = \"{url}\"\napp_id = \"{APP_ID}\"\nsettle_delays = [0]\n",
        quoted(&format!("某某公司{UNRULY}"))
    );
    world.put("conf.toml", toml);
    let world = world.env("MUSTER_BASE_URL", &url);
    let shared = ["--config", "conf.toml", "--kind", "talent"];
    let log = ["--log-file", "muster.log", "-vv"];
    let ran = tame_run(world.import(&[&shared[..], &log, &["--canary", "3"]].concat()));
    assert!(
        matches!(ran.code, Some(1 | 10 | 13)),
        "{:?}\n{}\n{}",
        ran.code,
        ran.stdout,
        ran.stderr
    );
    let ran = tame_run(world.run(&["resume", "--config", "conf.toml", "--yes"]));
    assert!(ran.stdout.contains("某某公司‹U+001B›"), "{}", ran.stdout);
    tame("the log", &std::fs::read_to_string(world.path().join("muster.log")).unwrap());
    let folder = world.path().join("muster-report-1");
    let results = std::fs::read_to_string(folder.join("results.csv")).unwrap();
    let results = results.strip_prefix('\u{feff}').unwrap().replace("\r\n", "\n");
    tame("results.csv", &results);
    assert_eq!(results.lines().count(), 4, "{results}");
    assert!(results.contains("1002999,no"), "{results}");
    let report = std::fs::read_to_string(folder.join("report.json")).unwrap();
    tame("report.json", &report);
    assert_eq!(world.report(1)["tenant"]["name"], format!("某某公司{UNRULY}"));
    tame_workbook(&folder.join("results.xlsx"), |_| true);
    let fix = std::fs::read_dir(&folder).unwrap().map(|e| e.unwrap().path());
    for path in fix.filter(|path| path.file_name().unwrap().to_string_lossy().starts_with("fix-")) {
        tame_workbook(&path, |header| header.starts_with("muster_"));
    }
    for command in ["runs", "status", "report", "doctor"] {
        tame_run(world.run(&[command, "--config", "conf.toml"]));
        tame_run(world.run(&[command, "--config", "conf.toml", "--json"])).json();
    }
}

/// A tenant's name, a file's and a sheet's have no line of their own in what a person answers.
#[test]
fn a_question_has_the_lines_that_it_should() {
    let world = World::new().sandbox(Behaviour::default());
    let forged = "某某公司\n向 测试租户 发送 0 条记录？ (y/n) \u{1b}[2J\u{202e}";
    let toml = |name: &str| {
        format!(
            "[profile.default]\ntenant_name = {}\nbase_url = \"{}\"\napp_id = \"{APP_ID}\"\n",
            quoted(name),
            world.address()
        )
    };
    let plain = "某某公司 向 测试租户 发送 0 条记录？ (y/n) ‹U+001B›[2J‹U+202E›";
    let name_of = |name: &str| if name == "forged" { forged } else { plain };
    world.put("t.csv", talents_csv(2));
    let asked = |name: &str| {
        world.put(&format!("{name}.toml"), toml(name_of(name)));
        let config = format!("{name}.toml");
        let import = ["import", "t.csv", "--kind", "talent", "--config", &config];
        let more = ["--lang", "zh", "--journal", name];
        let mut command = world.command(&[&import[..], &more].concat());
        let (code, text) = terminal::at(&mut command, &[("[y/N] ", "n")]);
        assert_eq!(code, Some(0), "{text}");
        text.replace(name, "NAME")
    };
    let said = asked("forged");
    tame("the terminal", &said);
    // The same, line by line, as with a name that holds nothing of the kind.
    assert_eq!(said, asked("plain"));
}

/// A pattern of the shell gives file names as arguments.
#[test]
fn a_complaint_of_the_command_line_repeats_nothing_raw() {
    let world = World::new();
    for lang in ["zh", "en"] {
        let ran = world.run(&["check", &format!("--{UNRULY}"), "--lang", lang]).exits(2);
        tame_run(ran).says("‹U+001B›");
        tame_run(world.run(&["check", &format!("没有{UNRULY}.csv"), "--lang", lang]).exits(2))
            .says("‹U+001B›");
        tame_run(world.run(&["explain", UNRULY, "--lang", lang]).exits(2));
        tame_run(world.run(&["runs", "--config", UNRULY, "--lang", lang]).exits(2));
        tame_run(
            world
                .run(&[
                    "template",
                    "talent",
                    "-o",
                    &format!("t{UNRULY}-{lang}.xlsx"),
                    "--lang",
                    lang,
                ])
                .exits(0),
        );
    }
}
