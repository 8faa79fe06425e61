//! Imports from end to end: the real binary against the sandbox, checked by the server's ledger.

use std::time::Duration;

use muster::sandbox::{Behaviour, DuplicateTalent, Faults};

use crate::world::World;

#[test]
fn ten_talents_are_made_and_a_second_run_sends_nothing() {
    let world = World::new().talents(10).sandbox(Behaviour::default());
    world.import(&[]).exits(0);
    world.each_once(10, 0);
    assert_eq!(world.report(1)["counts"]["created"], 10);
    assert_eq!(world.report(1)["state"], "finished");

    world.import(&[]).exits(0);
    world.each_once(10, 0);
    assert_eq!(world.report(2)["counts"]["unchanged"], 10);
    let creates = world.ledger().requests_to(muster::sandbox::Endpoint::TalentCreate).arrivals;
    assert_eq!(creates, 10, "nothing was sent twice");
}

#[test]
fn job_data_carry_their_token_and_what_muster_sets() {
    let world = World::new().job_data(10).sandbox(Behaviour::default());
    world.import(&["--kind", "job-data"]).exits(0);
    world.each_once(0, 10);
    for made in world.ledger().job_data {
        assert!(made.client_token.is_some());
        assert_eq!(made.body["primary_job_data"], true);
        assert_eq!(made.body["assignment_start_reason"]["enum_name"], "onboarding");
        assert_eq!(made.body["effective_time"], "2024-05-01 00:00:00");
    }
}

#[test]
fn both_kinds_in_one_command() {
    let world = World::new().talents(5).job_data(5).sandbox(Behaviour::default());
    world.import(&[]).exits(0);
    world.each_once(5, 5);
    assert_eq!(world.report(1)["counts"]["records"], 10);
}

#[test]
fn who_exists_already_is_not_made_again_even_without_a_journal() {
    let world = World::new().talents(4).job_data(4).sandbox(Behaviour::default());
    world.import(&[]).exits(0);
    std::fs::remove_dir_all(world.path().join(".muster")).unwrap();
    world.import(&["--report-dir", "second"]).exits(0);
    world.each_once(4, 4);
    let text = std::fs::read_to_string(world.path().join("second").join("report.json")).unwrap();
    let report: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(report["counts"]["existing"], 8);
}

#[test]
fn a_flaky_server_makes_each_once_and_the_report_says_so() {
    for seed in [1, 2] {
        let behaviour = Behaviour { seed, faults: Faults::flaky(), ..Behaviour::default() };
        let world = World::new().talents(60).job_data(60).sandbox(behaviour);
        world.put("muster.toml", "[profile.default]\nsettle_delays = [0, 1, 1]\n");
        world.import(&["--timeout", "2"]).exits(0);
        world.each_once(60, 60);
        let report = world.report(1);
        assert_eq!(report["counts"]["created"], 120, "{report}");
    }
}

#[test]
fn killed_again_and_again_each_is_made_once() {
    let behaviour = Behaviour { latency: Duration::from_millis(60), ..Behaviour::default() };
    let world = World::new().talents(70).job_data(70).sandbox(behaviour);
    world.put("muster.toml", "[profile.default]\nsettle_delays = [0, 1, 1]\n");
    let mut kills = 0;
    for patience in [250, 400, 550, 700, 850] {
        kills += u32::from(world.import_killed_after(Duration::from_millis(patience)));
    }
    assert!(kills >= 3, "the kills must have hit");
    world.import(&["--report-dir", "last"]).exits(0);
    world.each_once(70, 70);
}

#[test]
fn a_draft_that_nobody_approved_is_never_sent() {
    let world = World::new().talents(3).sandbox(Behaviour::default());
    world.run(&["import", "talents.csv"]).exits(2).says("--yes");
    world.run(&["resume", "--yes"]);
    world.each_once(0, 0);
    world.run(&["import", "talents.csv", "-n"]).exits(0);
    world.each_once(0, 0);
}

#[test]
fn invalid_rows_stop_the_import_unless_they_are_skipped() {
    let csv = "姓名,邮箱\n测试一,a@example.com\n测试二,not-an-address\n,c@example.com\n";
    let world = World::new().file("t.csv", csv).sandbox(Behaviour::default());
    world.import(&[]).exits(14);
    world.each_once(0, 0);
    assert_eq!(world.report(1)["state"], "blocked");
    world.import(&["--skip-invalid"]).exits(10);
    world.each_once(1, 0);
    let counts = &world.report(2)["counts"];
    assert_eq!((&counts["created"], &counts["invalid"]), (&1.into(), &2.into()));
}

/// 300 rows of each kind into a strict, slow, faulty server, killed at random
/// and run again, makes each record once, and its report says so.
#[test]
fn three_hundred_of_each_kind_survive_faults_and_kills() {
    let behaviour = Behaviour {
        seed: 7,
        faults: Faults::flaky(),
        latency: Duration::from_millis(60),
        jitter: Duration::from_millis(120),
        ..Behaviour::default()
    };
    let world = World::new().talents(300).job_data(300).sandbox(behaviour);
    world.put("muster.toml", "[profile.default]\nsettle_delays = [0, 1, 1]\n");
    let mut kills = 0;
    for patience in [700, 1500, 2300] {
        kills += u32::from(world.import_killed_after(Duration::from_millis(patience)));
    }
    assert_eq!(kills, 3, "the kills must have hit");
    world.import(&["--timeout", "3", "--report-dir", "last"]).exits(0);
    world.each_once(300, 300);
    let text = std::fs::read_to_string(world.path().join("last").join("report.json")).unwrap();
    let report: serde_json::Value = serde_json::from_str(&text).unwrap();
    let counts = &report["counts"];
    let done = |fate: &str| counts[fate].as_u64().unwrap();
    assert_eq!(counts["records"], 600);
    assert_eq!(done("created") + done("unchanged") + done("existing"), 600, "{counts}");
}

#[test]
fn a_repaired_fix_file_goes_back_in_as_it_is() {
    let csv =
        "姓名,手机号,邮箱,备注\n测试一,13800000001,a@example.com,x\n测试二,13800000002,nope,=1+1\n";
    let world = World::new().file("花名册.csv", csv).sandbox(Behaviour::default());
    world.import(&["--skip-invalid"]).exits(10);
    world.each_once(1, 0);
    let results = world.results(1);
    assert_eq!(results.len(), 2);
    assert_eq!(&results[1][6], "invalid");

    let fix = world.path().join("muster-report-1").join("fix-花名册.xlsx");
    let rows = sheet_of(&fix);
    assert_eq!(rows.len(), 2, "the header and the one row: {rows:?}");
    assert!(
        rows[0].iter().any(|cell| cell == "muster_问题")
            && rows[1].iter().any(|cell| cell == "=1+1")
    );
    let repaired: Vec<Vec<String>> = rows
        .iter()
        .map(|row| row.iter().map(|cell| cell.replace("nope", "b@example.com")).collect())
        .collect();
    write_sheet(&fix, &repaired);
    world
        .run(&[
            "import",
            "muster-report-1/fix-花名册.xlsx",
            "--kind",
            "talent",
            "--yes",
            "--journal",
            ".muster/journal.db",
        ])
        .exits(0);
    world.each_once(2, 0);
}

#[test]
fn a_refused_row_says_what_the_server_said_and_can_be_repaired() {
    let behaviour = Behaviour {
        known_employments: Some(vec!["6893014062142000001".to_owned()]),
        ..Behaviour::default()
    };
    let world = World::new().job_data(2).sandbox(behaviour);
    world.import(&[]).exits(10);
    world.each_once(0, 1);
    let results = world.results(1);
    assert_eq!((&results[0][6], &results[1][6]), ("created", "refused"));
    assert!(!results[1][10].is_empty() && !results[1][12].is_empty(), "{:?}", results[1]);
}

#[cfg(unix)]
#[test]
fn interrupted_it_drains_reports_and_says_how_to_go_on() {
    let behaviour = Behaviour { latency: Duration::from_millis(50), ..Behaviour::default() };
    let world = World::new().talents(200).sandbox(behaviour);
    let ran = world.import_interrupted_after(5);
    ran.exits(130).says("resume");
    assert_eq!(world.report(1)["state"], "interrupted");
    let made = world.ledger().talents.len();
    assert!(made < 200, "{made}");
    world.run(&["resume", "--yes", "--report-dir", "last"]).exits(0);
    world.each_once(200, 0);
}

#[test]
fn what_stops_a_run_has_its_own_exit_code() {
    let world = World::new().talents(3).sandbox(Behaviour::default());
    world.run_with(&["import", "talents.csv", "--yes"], &[("MUSTER_APP_SECRET", "wrong")]).exits(3);
    let address = "http://127.0.0.1:9";
    let nobody = [("MUSTER_BASE_URL", address), ("MUSTER_JOURNAL", "other.db")];
    world.run_with(&["import", "talents.csv", "--yes", "--timeout", "2"], &nobody).exits(4);
    world.each_once(0, 0);
    world.run(&["import", "talents.csv", "--yes", "--sandbox"]).exits(2).says("MUSTER_");
    world.run_with(&["import", "talents.csv", "--yes"], &[("MUSTER_APP_ID", "cli_other")]).exits(2);
}

/// The texts of a workbook's first sheet.
pub(crate) fn sheet_of(path: &std::path::Path) -> Vec<Vec<String>> {
    use calamine::Reader as _;
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(path).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

/// A workbook of texts, as a person's office program would save it.
pub(crate) fn write_sheet(path: &std::path::Path, rows: &[Vec<String>]) {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (r, row) in rows.iter().enumerate() {
        for (c, cell) in row.iter().enumerate() {
            sheet.write_string(u32::try_from(r).unwrap(), u16::try_from(c).unwrap(), cell).unwrap();
        }
    }
    book.save(path).unwrap();
}

/// A log at the highest level, the journal's problems and all talk: none of it names a person, and
/// nothing at all holds the secret.
#[test]
fn neither_logs_nor_talk_hold_a_person_or_the_secret() {
    let csv = "姓名,手机号,邮箱,身份证号\n欧阳测试,13912345678,ouyang.test@example.com,110101199003074514\n欧阳坏行,139123,bad.person,11010119900307451X\n";
    let world = World::new().file("t.csv", csv).sandbox(Behaviour::default());
    let ran = world.import(&[
        "--skip-invalid",
        "-vvv",
        "--log-file",
        "muster.log",
        "--log-format",
        "json",
    ]);
    let ran = ran.exits(10);
    world.each_once(1, 0);
    let log = std::fs::read_to_string(world.path().join("muster.log")).unwrap();
    assert!(log.lines().count() > 3, "the log is a log: {log}");
    for text in [&log, &ran.stderr, &ran.stdout] {
        for personal in
            ["欧阳", "13912345678", "139123\"", "ouyang.test", "bad.person", "110101199003"]
        {
            assert!(!text.contains(personal), "{personal} is in:\n{text}");
        }
        assert!(!text.contains("\"sandbox\"") && !text.contains("Bearer"), "{text}");
    }
}

#[test]
fn a_marker_field_holds_the_token_that_the_report_names() {
    let world = World::new().talents(2).sandbox(Behaviour::default());
    world.put("muster.toml", "[profile.default]\nmarker_field = \"6934193211960330999\"\n");
    world.import(&[]).exits(0);
    let results = world.results(1);
    for (made, line) in world.ledger().talents.iter().zip(&results) {
        let marks = &made.body["basic_info"]["customized_data"];
        assert_eq!(marks[0]["object_id"], "6934193211960330999");
        assert!(results.iter().any(|line| marks[0]["value"] == line[8]), "{line:?}");
    }
}

#[test]
fn what_a_person_filled_in_or_repaired_is_never_replaced() {
    let csv = "姓名,邮箱\n测试一,a@example.com\n测试二,nope\n";
    let world = World::new().file("t.csv", csv).sandbox(Behaviour::default());
    world.run(&["template", "talent", "-o", "t.xlsx"]).exits(0);
    world.run(&["template", "talent", "-o", "t.xlsx"]).exits(2).says("t.xlsx");

    world.import(&["--skip-invalid"]).exits(10);
    let folder = world.path().join("muster-report-1");
    std::fs::write(folder.join("fix-t.xlsx"), "repaired by hand").unwrap();
    for _ in 0..2 {
        world.run(&["report", "1"]).exits(10);
    }
    let kept = std::fs::read_to_string(folder.join("fix-t.old.xlsx")).unwrap();
    assert_eq!(kept, "repaired by hand");

    let first = std::fs::read_to_string(folder.join("results.csv")).unwrap();
    world.import(&["--skip-invalid", "--journal", "other.db"]).exits(10).says("muster-report-1-2");
    assert_eq!(std::fs::read_to_string(folder.join("results.csv")).unwrap(), first);
}

/// A header that binds to nothing is said before the first record leaves, asked or not.
#[test]
fn a_column_that_is_left_out_is_said_before_anything_is_sent() {
    let csv = "姓名,邮箱,颜色\n测试一,a@example.com,红\n";
    let world = World::new().file("t.csv", csv).sandbox(Behaviour::default());
    let ran = world.import(&[]).exits(0);
    assert!(ran.stderr.contains("颜色"), "{}", ran.stderr);
}

#[test]
fn an_outcome_that_cannot_be_known_names_the_line_that_settles_it() {
    let csv = "姓名\n测试一\n";
    let drop = [muster::sandbox::Scripted {
        endpoint: muster::sandbox::Endpoint::TalentCreate,
        nth: 1,
        fault: muster::sandbox::Fault::DropAfterCommit,
    }];
    let behaviour = Behaviour::default().script(drop.into());
    let world = World::new().file("t.csv", csv).sandbox(behaviour);
    world.put("muster.toml", "[profile.default]\nsettle_delays = [0]\n");
    let journal = ["--journal", "my journal.db"];
    world.import(&[&["--allow-keyless"], &journal[..]].concat()).exits(13).says(
        "muster settle 1 --journal 'my journal.db' --record 1 --created ID, or --not-created",
    );
    let told = &world.results(1)[0][11];
    assert!(told.contains("muster settle 1 --journal 'my journal.db' --record 1 "), "{told}");
    // A later run changes nothing of what the line means.
    world.put("other.csv", crate::world::talents_csv(2));
    let other = [&["import", "other.csv", "--yes"], &journal[..]].concat();
    world.run(&other).exits(0);
    let ids: Vec<_> = world.ledger().talents.iter().map(|talent| talent.id.clone()).collect();
    let settle = |id: &str| {
        world.run(&["settle", "1", journal[0], journal[1], "--record", "1", "--created", id])
    };
    // A slip of the line would make two records one person.
    settle(&ids[1]).exits(2).says("of run 2 in Feishu; nothing was noted");
    settle(&ids[0]).exits(0);
    world.run(&["report", "1", "--report-dir", "settled", journal[0], journal[1]]).exits(0);
    world.each_once(3, 0);
}

#[test]
fn what_changed_is_told_in_one_line_and_not_sent() {
    let world = World::new().talents(3).sandbox(Behaviour::default());
    world.import(&[]).exits(0);
    let edited = String::from_utf8(crate::world::talents_csv(3)).unwrap().replace("本科", "硕士");
    world.put("talents.csv", edited);
    world.import(&[]).exits(0).says("3 of them differ from run 1");
    assert_eq!(world.report(2)["counts"]["changed"], 3);
    world.import(&["--on-changed", "fail"]).exits(10);
    world.each_once(3, 0);
}

#[test]
fn a_night_with_too_many_bad_rows_or_too_few_rows_sends_nothing() {
    let mut csv = String::from_utf8(crate::world::talents_csv(19)).unwrap();
    csv.push_str("测试甲,1,x@example.com,男,示例大学,本科,,\n");
    let world = World::new().file("t.csv", &csv).sandbox(Behaviour::default());
    world.import(&["--max-invalid", "4%"]).exits(14).says("--max-invalid 4%");
    world.import(&["--max-invalid", "0"]).exits(14);
    world.import(&["--min-rows", "21"]).exits(1).says("only 20 rows");
    world.each_once(0, 0);
    // No earlier run was approved, so there is nothing to compare with.
    world.import(&["--max-invalid", "5%", "--min-rows", "100%"]).exits(10);
    world.each_once(19, 0);
    world.put("t.csv", crate::world::talents_csv(17));
    world.import(&["-n", "--min-rows", "90%"]).exits(1).says("the last run had 20");
    world.import(&["--min-rows", "90%"]).exits(1).says("the last run had 20");
    world.import(&["--min-rows", "80%"]).exits(0);
}

#[test]
fn a_second_one_by_send_anyway_is_created_with_a_warning_and_the_same_one_is_existing() {
    for (mode, first) in
        [(DuplicateTalent::MakeAnother, "created"), (DuplicateTalent::Merge, "existing")]
    {
        let world = World::new()
            .talents(3)
            .sandbox(Behaviour { duplicate_talent: mode, ..Behaviour::default() });
        world.put("one.csv", crate::world::talents_csv(1));
        let one = ["import", "one.csv", "--yes", "--journal", "other.db", "--report-dir", "other"];
        world.run(&one).exits(0);
        let before = world.ledger().talents[0].id.clone();
        let ran = world.import(&["--existing", "send-anyway"]).exits(0);
        let results = world.results(1);
        assert_eq!(&results[0][6], first);
        assert_eq!(&results[1][6], "created");
        let warned = first == "created";
        assert_eq!(&results[0][10], if warned { "made-beside" } else { "" });
        assert_eq!(results[0][11].contains(&before), warned, "{:?}", results[0]);
        assert_eq!(&results[1][10], "");
        assert_eq!(ran.stdout.contains("made a second one"), warned, "{}", ran.stdout);
    }
}
