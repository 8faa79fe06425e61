//! The same people again: a corrected spreadsheet after an interruption, a colleague's import, a fix
//! file, with the real binary.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use muster::sandbox::Behaviour;
use rust_xlsxwriter::{Format, Workbook};

use crate::world::{Ran, World, talents_csv};

/// A server that takes its time, so that there is something to interrupt.
fn slow() -> Behaviour {
    Behaviour { latency: Duration::from_millis(50), ..Behaviour::default() }
}

/// The mobiles that the server has, as many times as it has them.
fn mobiles(world: &World) -> Vec<String> {
    let mobile = |talent: &muster::sandbox::TalentMade| {
        talent.body["basic_info"]["mobile"].as_str().unwrap_or_default().to_owned()
    };
    world.ledger().talents.iter().map(mobile).collect()
}

/// Other mobile and e-mail for the last ten of `n` people.
fn corrected(n: usize) -> String {
    let mut text = String::from_utf8(talents_csv(n)).unwrap();
    for i in n - 10..n {
        let (mobile, mail) = (13_800_000_000 + i, format!("t{i}@example.com"));
        text = text.replace(&mobile.to_string(), &(13_900_000_000_usize + i).to_string());
        text = text.replace(&mail, &format!("right{i}@example.com"));
    }
    text
}

#[cfg(unix)]
#[test]
fn corrected_rows_replace_those_of_the_interrupted_run() {
    let world = World::new().talents(200).sandbox(slow());
    world.import_interrupted_after(5).exits(130);
    world.put("talents.csv", corrected(200));
    world.import(&[]).exits(0).says("replaces").says("of run 1");
    world
        .run(&["resume", "1", "--yes", "--report-dir", "old"])
        .exits(0)
        .says("were replaced by a later import");
    world.each_once(200, 0);
    let here: BTreeSet<String> = mobiles(&world).into_iter().collect();
    for i in 190..200 {
        assert!(here.contains(&(13_900_000_000_usize + i).to_string()), "{i} is lost");
        assert!(!here.contains(&(13_800_000_000_usize + i).to_string()), "{i}: the old number");
    }
}

#[cfg(unix)]
#[test]
fn a_colleagues_import_in_between_is_found_before_anything_is_sent() {
    let world = World::new().talents(200).sandbox(slow());
    world.import_interrupted_after(5).exits(130);
    let made = world.ledger().talents.len() as u64;
    world.import(&["--journal", "colleague/journal.db", "--report-dir", "b"]).exits(0);
    world.run(&["resume", "--yes", "--report-dir", "a"]).exits(0);
    world.each_once(200, 0);
    let report = std::fs::read_to_string(world.path().join("a/report.json")).unwrap();
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    let counts = &report["counts"];
    assert_eq!(counts["created"].as_u64(), Some(made), "what a colleague made is `existing`");
    assert_eq!(counts["existing"].as_u64(), Some(200 - made));
}

#[cfg(unix)]
#[test]
fn where_unsent_rows_vanished_the_lines_that_are_printed_work() {
    let world = World::new().talents(200).sandbox(slow());
    world.import_interrupted_after(5).exits(130);
    // Eighty of the two hundred come back.
    let text = String::from_utf8(talents_csv(80)).unwrap();
    world.put("talents.csv", &text);
    world.import(&[]).exits(2).says("older-run-open").says("--older replace").says("--older keep");
    world.import(&["--older", "keep"]).exits(0).says("muster resume 1").says("muster abandon 1");
    assert_eq!(world.ledger().talents.len(), 80);
    // What the second run took of the first is its own: the first calls it not sent, which is well.
    world.run(&["resume", "1", "--yes", "--report-dir", "rest"]).exits(0);
    world.each_once(200, 0);

    let world = World::new().talents(200).sandbox(slow());
    world.import_interrupted_after(5).exits(130);
    world.put("talents.csv", &text);
    world.import(&["--older", "replace"]).exits(0).says("replaces");
    let old = world.run(&["resume", "1", "--yes", "--report-dir", "rest"]);
    old.says("0 records left").says("were replaced by a later import");
    world.each_once(80, 0);
}

#[cfg(unix)]
#[test]
fn somebody_elses_import_says_what_the_older_run_still_holds() {
    let world = World::new().talents(200).sandbox(slow());
    world.import_interrupted_after(5).exits(130);
    let made = world.ledger().talents.len();
    let others = String::from_utf8(talents_csv(3)).unwrap();
    let others = others.replace("1380", "1370").replace("@example", "@other");
    world.put("talents.csv", others.replace("测试", "别人"));
    world.import(&[]).exits(0).says("run 1 still holds").says("muster resume 1");
    assert_eq!(world.ledger().talents.len(), made + 3);
}

#[test]
fn mobile_then_both_then_the_e_mail_alone_is_one_person() {
    let world = World::new().file("t.csv", "").sandbox(Behaviour::default());
    world.put("t.csv", "姓名,手机号,邮箱\n李四,13800000001,\n");
    world.import(&[]).exits(0);
    world.put("t.csv", "姓名,手机号,邮箱\n李四,13800000001,li@example.com\n");
    world.import(&[]).exits(0);
    world.put("t.csv", "姓名,手机号,邮箱\n李四,,li@example.com\n");
    world.import(&[]).exits(0);
    world.each_once(1, 0);
}

/// A roster with a title and a header of two rows, of which the fourth person's number is wrong.
fn roster(path: &Path) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("花名册").unwrap();
    let bold = Format::new();
    sheet.merge_range(0, 0, 0, 4, "某某公司花名册", &bold).unwrap();
    sheet.merge_range(2, 0, 3, 0, "员工姓名", &bold).unwrap();
    sheet.merge_range(2, 1, 2, 2, "联系方式", &bold).unwrap();
    sheet.write_string(3, 1, "手机号").unwrap();
    sheet.write_string(3, 2, "邮箱").unwrap();
    sheet.merge_range(2, 3, 3, 3, "性别", &bold).unwrap();
    for i in 0..6_u32 {
        let mobile = if i == 3 { "1380000".to_owned() } else { format!("1380000000{i}") };
        let row = 4 + i;
        sheet.write_string(row, 0, format!("测试{i}")).unwrap();
        sheet.write_string(row, 1, mobile).unwrap();
        sheet.write_string(row, 2, format!("t{i}@example.com")).unwrap();
        sheet.write_string(row, 3, if i % 2 == 0 { "M" } else { "F" }).unwrap();
    }
    book.save(path).unwrap();
}

const MAPPING: &str = "version = 1

[[record]]
kind = \"talent\"
file = \"花名册*.xlsx\"
sheet = \"花名册\"
header_row = 3

[record.columns]
\"员工姓名\" = \"basic_info.name\"

[record.values.\"basic_info.gender\"]
\"M\" = \"男\"
\"F\" = \"女\"
";

/// The line that the summary says to run once the fix file is repaired, as its words.
fn way_out(ran: &Ran) -> Vec<String> {
    let line = ran.stdout.lines().find_map(|line| line.split_once("muster import ")).unwrap().1;
    line.split_whitespace().map(str::to_owned).collect()
}

/// Replace a text in every cell of a workbook, as a person does, and save it.
fn repair(path: &Path, from: &str, to: &str) {
    use calamine::Reader as _;
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(path).unwrap();
    let mut out = Workbook::new();
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).unwrap();
        let sheet = out.add_worksheet();
        sheet.set_name(&name).unwrap();
        let (top, left) = range.start().unwrap();
        for (r, c, cell) in range.used_cells() {
            let text = cell.to_string().replace(from, to);
            let (row, column) = (top + u32::try_from(r).unwrap(), left + u32::try_from(c).unwrap());
            sheet.write_string(row, u16::try_from(column).unwrap(), text).unwrap();
        }
    }
    out.save(path).unwrap();
}

/// Blocked by one bad row, repaired, and imported by the very line that was printed.
#[test]
fn the_repair_loop_keeps_kind_and_mapping_and_loses_no_good_row() {
    let world = World::new().untold().file("花名册.xlsx", "").sandbox(Behaviour::default());
    roster(&world.path().join("花名册.xlsx"));
    world.put("映射.toml", MAPPING);
    let blocked = world.import(&["--mapping", "映射.toml"]).exits(14).says("5 fine records");
    assert_eq!(world.ledger().talents.len(), 0);
    world.run(&["status"]).says("5 fine records");
    let fix = world.path().join("muster-report-1").join("fix-花名册.xlsx");
    repair(&fix, "1380000", "13800000003");
    let line = way_out(&blocked);
    let words: Vec<&str> =
        ["import"].into_iter().chain(line.iter().map(String::as_str)).chain(["--yes"]).collect();
    world.run(&words).exits(0).says("5 fine and unsent rows of run 1");
    world.each_once(6, 0);
    let genders: Vec<_> =
        world.ledger().talents.iter().map(|one| one.body["basic_info"]["gender"].clone()).collect();
    assert!(genders.iter().all(serde_json::Value::is_number), "the mapping is lost: {genders:?}");
    // Once more: nobody twice, and what run 2 has sent is not called erased.
    let again = world.run(&words).exits(0);
    assert!(!again.stderr.contains("erased"), "{}", again.stderr);
    world.each_once(6, 0);
}

/// The fix file of a fix file: what was repaired in the first round comes along in the second.
#[test]
fn repairing_in_two_rounds_loses_nobody() {
    let rows = "姓名,手机,邮箱\n王一,13800138000,x0@e.com\n王二,123,x1@e.com\n\
        王三,13800138002,bad\n王四,456,x3@e.com\n王五,13800138004,x4@e.com\n";
    let world = World::new().file("t.csv", rows).sandbox(Behaviour::default());
    let mut ran = world.import(&["--kind", "talent"]).exits(14).says("2 fine records");
    let rounds: [(&[_], i32); 2] =
        [(&[("123", "13800138001"), ("bad", "x2@e.com")], 14), (&[("456", "13800138003")], 0)];
    for (run, (repairs, exit)) in (1..).zip(rounds) {
        let fix = world.path().join(format!("muster-report-{run}")).join("fix-t.xlsx");
        for (from, to) in repairs {
            repair(&fix, from, to);
        }
        let line = way_out(&ran);
        let words = ["import"].into_iter().chain(line.iter().map(String::as_str)).chain(["--yes"]);
        ran = world.run(&words.collect::<Vec<_>>()).exits(exit);
    }
    ran.says("together with 4 fine and unsent rows of run 2");
    world.each_once(5, 0);
}

#[test]
fn only_the_fixed_rows_go_where_a_person_wants_that() {
    let world = World::new().untold().file("花名册.xlsx", "").sandbox(Behaviour::default());
    roster(&world.path().join("花名册.xlsx"));
    world.put("映射.toml", MAPPING);
    let blocked = world.import(&["--mapping", "映射.toml"]).exits(14);
    let fix = world.path().join("muster-report-1").join("fix-花名册.xlsx");
    repair(&fix, "1380000", "13800000003");
    let line = way_out(&blocked);
    let import = |more: &[&str]| {
        let words: Vec<&str> = ["import"]
            .into_iter()
            .chain(line.iter().map(String::as_str))
            .chain(more.iter().copied())
            .collect();
        world.run(&words)
    };
    import(&["--yes", "--only-fixed"]).exits(0).says("5 fine rows of run 1 stay unsent");
    world.each_once(1, 0);
    world.run(&["status", "1"]).says("5 fine records");
    import(&["--yes"]).exits(0);
    world.each_once(6, 0);
}

/// The fix file of a rehearsal, fed to the journal of the tenant, binds to nobody there.
#[test]
fn a_rehearsals_fix_file_is_plain_rows_to_another_journal() {
    let world = World::new().untold().file("花名册.xlsx", "").sandbox(Behaviour::default());
    roster(&world.path().join("花名册.xlsx"));
    world.put("映射.toml", MAPPING);
    world.import(&["--mapping", "映射.toml", "--journal", "rehearsal/journal.db"]).exits(14);
    let fix = world.path().join("muster-report-1").join("fix-花名册.xlsx");
    repair(&fix, "1380000", "13800000003");
    // The tenant's own journal has another person in that row of its first run.
    world.put(
        "t.csv",
        "姓名,手机号\n甲,13900000001\n乙,13900000002\n丙,13900000003\n丁,13900000004\n",
    );
    world.run(&["import", "t.csv", "--kind", "talent", "--yes", "--report-dir", "t"]).exits(0);
    let fix = fix.to_str().unwrap();
    let fixed = ["import", fix, "--yes", "--report-dir", "u"];
    world.run(&fixed).exits(2);
    let told: Vec<&str> = fixed.into_iter().chain(["--kind", "talent", "--skip-invalid"]).collect();
    world.run(&told).says("fix-of-another-journal");
    let people = mobiles(&world);
    assert!(people.contains(&"13800000003".to_owned()), "{people:?}");
    assert_eq!(people.len(), 5);
}

#[test]
fn check_and_import_agree_on_who_is_in_a_file_twice() {
    let world = World::new();
    let head = "姓名,证件类型,证件号码,手机,basic_info.mobile_country_code\n";
    let document = format!("{head}甲,其他,ab123456,13800138001,\n乙,其他,AB123456,13800138002,\n");
    let abroad = format!("{head}甲,,,91234567,CN_9\n乙,,,+852 9123 4567,CN_9\n");
    for (name, text, code) in
        [("document.csv", document, "repeated-document"), ("abroad.csv", abroad, "repeated-mobile")]
    {
        world.put(name, &text);
        world.run(&["check", name, "--kind", "talent"]).exits(10).says(code);
        let plan = ["import", name, "--kind", "talent", "-n", "--sandbox"];
        world.run(&plan).exits(14).says(code);
    }
}

#[test]
fn a_name_with_blanks_is_the_same_name_to_the_journal_and_to_the_tenant() {
    let world = World::new().sandbox(Behaviour::default());
    world.put("first.csv", "姓名,手机\n张 三,13800138000\n");
    world.put("again.csv", "姓名,手机\n张三,13800138000\n");
    world.run(&["import", "first.csv", "--kind", "talent", "--yes"]).exits(0);
    world.run(&["import", "again.csv", "--kind", "talent", "--yes"]).exits(0).says("changed");
    let fresh = ["import", "again.csv", "--kind", "talent", "--yes", "--journal", "new/journal.db"];
    world.run(&fresh).exits(0).says("existing");
    assert_eq!(world.ledger().talents.len(), 1);
}
