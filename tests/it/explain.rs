//! What muster says of itself: `explain`, `completions`, `man`.
//!
//! Every code has an example, and the examples are true: what one says is wrong is complained of by
//! `check` with that very code, and what it says to write instead is not.

use crate::world::World;
use muster::problem::catalogue::GROUPS;
use muster::problem::example::Cell;
use muster::problem::{Code, Complaint, Lang};

/// Columns beside an example's own, so that a row is sound but for it.
const TALENT: &[(&str, &str)] = &[("姓名", "张三"), ("邮箱", "zhangsan@example.com")];
/// The same for job data.
const JOB_DATA: &[(&str, &str)] = &[
    ("雇佣ID", "6893014062142064135"),
    ("部门ID", "6890452208593372679"),
    ("人员类型ID", "6890452208593372679"),
    ("生效时间", "2024-05-01"),
];

/// A CSV of one row: the example's cells as they are or as they should be, and what they need.
fn csv(around: &[(&str, &str)], cells: &[Cell], after: bool) -> String {
    let mut columns: Vec<(&str, &str)> = cells
        .iter()
        .map(|cell| (cell.header, if after { cell.after } else { cell.before }))
        .collect();
    let own: Vec<_> = cells.iter().map(|cell| cell.header).collect();
    columns.extend(around.iter().filter(|(header, _)| !own.contains(header)));
    let line =
        |pick: fn(&(&str, &str)) -> String| columns.iter().map(pick).collect::<Vec<_>>().join(",");
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let headers = line(|(header, _)| (*header).to_owned());
    let values = columns.iter().map(|(_, value)| quoted(value)).collect::<Vec<_>>().join(",");
    format!("{headers}\n{values}\n")
}

/// What a check of such a row gives: codes with their messages.
fn codes(kind: &str, csv: &str) -> Vec<(String, String)> {
    let world = World::new();
    world.put("row.csv", csv);
    let ran = world.run(&["check", "row.csv", "--kind", kind, "--json", "--lang", "en"]);
    let problems = ran.json()["problems"].as_array().cloned().unwrap_or_default();
    let text = |problem: &serde_json::Value, key: &str| problem[key].as_str().unwrap().to_owned();
    problems.iter().map(|problem| (text(problem, "code"), text(problem, "message"))).collect()
}

/// Examples with cells that a plain CSV cannot show.
fn needs_more(code: Code) -> bool {
    // A table of values, in a mapping file.
    matches!(code, Code::NotInTable)
}

#[test]
fn the_examples_of_cells_are_true() {
    let mut wrong = Vec::new();
    for code in Code::ALL.iter().copied() {
        let cells = code.example().cells;
        if cells.is_empty() || needs_more(code) {
            continue;
        }
        let job_data = cells.iter().any(|cell| {
            ["部门ID", "生效时间", "成本中心", "试用期"]
                .iter()
                .any(|part| cell.header.contains(part))
        });
        let (kind, around) = if job_data { ("job-data", JOB_DATA) } else { ("talent", TALENT) };
        let before = codes(kind, &csv(around, cells, false));
        let said = (code.id().to_owned(), Complaint::example(code).message(Lang::En));
        if !before.contains(&said) {
            wrong.push(format!("{said:?}: a check gives {before:?} instead"));
        }
        // A missing column cannot be shown by a row, nor a row that is to be deleted.
        if matches!(code, Code::EntryColumnMissing | Code::NotAName) {
            continue;
        }
        let after = codes(kind, &csv(around, cells, true));
        if !after.is_empty() {
            wrong.push(format!("{}: what to write instead gives {after:?}", code.id()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_code_is_explained_in_both_languages() {
    let world = World::new();
    let zh = world.run(&["explain", "digits-lost", "--lang", "zh"]).exits(0);
    for part in ["错误", "1.10101E+17", "110101199003074514", "花名册!C2 (身份证号)"] {
        assert!(zh.stdout.contains(part), "`{part}` is not in:\n{}", zh.stdout);
    }
    let en = world.run(&["explain", "DIGITS-LOST", "--lang", "en"]).exits(0);
    assert!(en.stdout.contains("beyond repair in this file"), "{}", en.stdout);
    let json = world.run(&["explain", "digits-lost", "--json", "--lang", "en"]).exits(0).json();
    assert_eq!(json["version"], 1);
    assert_eq!(json["code"], "digits-lost");
    assert_eq!(json["severity"], "error");
    assert_eq!(json["example"]["cells"][0]["before"], "1.10101E+17");
}

#[test]
fn an_unknown_code_is_answered_with_the_nearest() {
    let world = World::new();
    world.run(&["explain", "digits-lots"]).exits(2).says("did you mean digits-lost?");
    world.run(&["explain", "masked"]).exits(2).says("mobile-masked");
    world.run(&["explain", "424242"]).exits(2).says("see the API's documentation");
}

#[test]
fn a_number_of_the_api_is_explained() {
    let world = World::new();
    let ran = world.run(&["explain", "1002105"]).exits(0);
    assert!(ran.stdout.contains("talent.create"), "{}", ran.stdout);
    let json = world.run(&["explain", "99991672", "--json"]).exits(0).json();
    assert_eq!(json["code"], "99991672");
    assert_eq!(json["at"][0]["raises"], "permission-missing");
}

#[test]
fn without_a_code_all_are_listed_in_groups() {
    let world = World::new();
    let ran = world.run(&["explain", "--lang", "zh"]).exits(0);
    for code in Code::ALL {
        assert!(ran.stdout.contains(&format!(" {} ", code.id())), "{} is not listed", code.id());
    }
    for group in GROUPS {
        assert!(ran.stdout.contains(group.zh), "{}", group.zh);
    }
    let json = world.run(&["explain", "--json"]).exits(0).json();
    let groups = json["groups"].as_array().unwrap();
    let listed: usize = groups.iter().map(|group| group["codes"].as_array().unwrap().len()).sum();
    assert_eq!(listed, Code::ALL.len());
}

#[test]
fn every_shell_has_completions_and_the_manual_can_be_read() {
    let world = World::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = world.run(&["completions", shell]).exits(0).stdout;
        assert!(script.contains("muster") && script.contains("explain"), "{shell}");
        assert!(script.contains("payloads"), "{shell}");
        assert!(!script.contains("__read"), "{shell} completes what only muster itself uses");
    }
    world.run(&["completions", "dos"]).exits(2);
    let page = world.run(&["man", "--lang", "en"]).exits(0).stdout;
    assert!(page.contains(".TH muster 1") && page.contains("muster\\-check(1)"), "{page}");
    let page = world.run(&["man", "check", "--lang", "zh"]).exits(0).stdout;
    assert!(page.contains("payloads") && page.contains("检查表格"), "{page}");
    world.run(&["man", "__read"]).exits(2);
    world.run(&["man", "cheque"]).exits(2).says("no such command");
}

/// The hint at codes is for a person at a terminal, not for a script that reads both outputs.
#[test]
fn a_check_without_a_terminal_says_nothing_of_codes() {
    let ran = World::new().file("t.csv", "姓名,邮箱\n张三,nope\n").check(&[]).exits(10);
    assert!(!ran.stderr.contains("muster explain"), "{}", ran.stderr);
}

#[test]
fn what_ends_a_command_has_a_code_that_can_be_explained() {
    let world = World::new().file("t.csv", "姓名,手机号\n张三,13800138000\n");
    world.put("m.toml", "version = 1\n[[record]]\nkind = \"talents\"\n");
    let commands: [(&[&str], &str); 5] = [
        (&["check", "nowhere.csv"], "file-missing"),
        (&["check", "t.csv", "--mapping", "m.toml"], "mapping-value"),
        (&["check", "t.csv", "--sheet", "Sheet1"], "sheet-missing"),
        (&["explain", "no-such-code"], "explain-unknown"),
        (&["import", "t.csv", "--sandbox"], "yes-needed"),
    ];
    for (command, code) in commands {
        let ran = world.run(command).exits(2);
        assert!(ran.stderr.contains(&format!("error [{code}]: ")), "{}", ran.stderr);
        world.run(&["explain", code]).exits(0);
    }
}
