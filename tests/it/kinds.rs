//! The kind of a sheet is said by a person, a mapping or the sheet itself, and never guessed; whatever
//! is printed as a way out works as printed.

use muster::sandbox::Behaviour;
use rust_xlsxwriter::Workbook;

use crate::world::{Ran, World};

/// A workbook of these sheets.
fn book(sheets: &[(&str, Vec<Vec<String>>)]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet().set_name(*name).unwrap();
        for (row, cells) in (0u32..).zip(rows) {
            for (column, cell) in (0u16..).zip(cells) {
                sheet.write_string(row, column, cell).unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

/// A header and `n` people from `first` on, with a phone, an e-mail and what else each column wants.
fn people(header: &[&str], first: u64, n: u64) -> Vec<Vec<String>> {
    let cell = |column: &&str, i: u64| match *column {
        "姓名" => format!("测试{i}"),
        "手机号" => (13_800_000_000 + i).to_string(),
        "邮箱" => format!("t{i}@example.com"),
        "入职日期" => "2024-05-01".to_owned(),
        other => format!("{other}{i}"),
    };
    let rows = (first..first + n).map(|i| header.iter().map(|column| cell(column, i)).collect());
    let head = header.iter().map(|text| (*text).to_owned()).collect();
    std::iter::once(head).chain(rows).collect()
}

const ROSTER: &[&str] = &["工号", "姓名", "手机号", "邮箱", "部门", "入职日期", "直属上级"];

/// 199 employees, two of them with a broken address, beside two who have left.
fn roster() -> Vec<u8> {
    let mut staff = people(ROSTER, 1, 199);
    for row in [7, 80] {
        "nope".clone_into(&mut staff[row][3]);
    }
    book(&[("花名册", staff), ("离职人员", people(ROSTER, 500, 2))])
}

/// The lines of a refusal that begin with this command.
fn lines<'a>(ran: &'a Ran, begin: &str) -> Vec<&'a str> {
    ran.stderr.lines().map(str::trim).filter(|line| line.starts_with(begin)).collect()
}

/// Run a printed line as a shell does.
#[cfg(unix)]
fn as_printed(world: &World, line: &str) -> Ran {
    let line = line.strip_prefix("muster ").unwrap();
    let script = format!("exec \"$1\" {line}");
    crate::world::ended(world.shell(&script, &world.command(&[])).output().unwrap())
}

#[cfg(unix)]
#[test]
fn a_roster_does_not_become_candidates_until_somebody_says_so() {
    let world = World::new();
    world.put("花名册.xlsx", roster());
    let given = "import 花名册.xlsx --sandbox --skip-invalid --yes --lang zh --report-dir 结果";
    let refused = world.run(&given.split(' ').collect::<Vec<_>>()).exits(2);
    let refused = refused
        .says("[kind-ambiguous]")
        .says("「工号」「部门」「入职日期」「直属上级」像是员工花名册的列")
        .says("199 行可以作为人才（飞书招聘）")
        .says("不能作为任职信息（飞书人事（企业版））")
        .says("缺少「人员类型ID」");
    assert!(!refused.stderr.contains("离职人员"), "{}", refused.stderr);
    let line = "muster import 花名册.xlsx --kind talent --sandbox --skip-invalid --yes --lang zh \
                --report-dir 结果";
    assert_eq!(lines(&refused, "muster import"), [line]);
    assert!(!world.path().join("结果").exists(), "nothing was sent");

    // Said, they are, and it is repeated; those who have left stay out.
    let ran = as_printed(&world, line).exits(10);
    let ran = ran
        .says("花名册.xlsx › 花名册：199 条，读作人才（飞书招聘）")
        .says("197  名候选人，新增到飞书招聘人才库")
        .says("像是员工花名册的列")
        .says("没有读这个工作表：工作表名像是离职或不再录用的人")
        .says("飞书招聘人才库：199 名候选人，其中新增 197");
    assert!(ran.stderr.contains("花名册.xlsx › 离职人员"), "{}", ran.stderr);
    let report = std::fs::read(world.path().join("结果/report.json")).unwrap();
    let report: serde_json::Value = serde_json::from_slice(&report).unwrap();
    assert_eq!(report["counts"]["created"], 197);
    assert_eq!(report["kinds"][0]["kind"], "talent");
    assert_eq!(report["kinds"][0]["name"], "人才");
    assert_eq!(report["kinds"][0]["module"], "飞书招聘");
    assert_eq!(
        (&report["kinds"][0]["records"], &report["kinds"][0]["created"]),
        (&199.into(), &197.into())
    );

    // The other way out works as printed, too.
    let map = lines(&refused, "muster map");
    assert_eq!(map, ["muster map 花名册.xlsx --kind job-data -o 映射.toml"]);
    as_printed(&world, map[0]).exits(0);
    let mapping = std::fs::read_to_string(world.path().join("映射.toml")).unwrap();
    assert!(mapping.contains("kind = \"job-data\""), "{mapping}");
    assert!(!mapping.contains("离职人员"), "{mapping}");
}

#[cfg(unix)]
#[test]
fn a_check_asks_as_well_and_its_line_keeps_what_was_given() {
    let world = World::new();
    world.put("my 'staff'.csv", "Name,Mobile\nTest One,13800000001\n");
    world.put("other.csv", "Name,Mobile\nTest Two,13800000002\n");
    let given =
        ["check", "--limit-problems", "3", "other.csv", "my 'staff'.csv", "--encoding=utf-8"];
    let refused = world.run(&given).exits(2).says("1 row could be read as talent (Feishu Hire)");
    let line = "muster check --limit-problems 3 other.csv --kind talent --encoding=utf-8";
    assert_eq!(lines(&refused, "muster check"), [line]);
    assert!(
        refused.stderr.contains("the other files are a command of their own"),
        "{}",
        refused.stderr
    );
    as_printed(&world, line).exits(0);
    let alone = world.run(&["check", "my 'staff'.csv"]).exits(2);
    let line = "muster check 'my '\\''staff'\\''.csv' --kind talent";
    assert_eq!(lines(&alone, "muster check"), [line]);
    as_printed(&world, line).exits(0);
}

#[test]
fn a_header_that_only_one_kind_can_have_needs_no_flag() {
    for (header, row, kind) in [
        ("姓名,手机号,应聘职位", "测试,13800000001,工程师", "talent"),
        ("basic_info.name,basic_info.mobile", "测试,13800000001", "talent"),
        ("姓名,手机号,自我评价", "测试,13800000001,认真", "talent"),
        ("Candidate Name,Mobile", "Test,13800000001", "talent"),
        (
            "雇佣ID,部门ID,人员类型ID,生效日期,工号",
            "6893014062142000001,6890452208593372679,6890452208593372680,2024-05-01,7",
            "job_data",
        ),
    ] {
        let world = World::new().file("t.csv", format!("{header}\n{row}\n")).untold();
        let json = world.check(&["--json"]).exits(0).json();
        assert_eq!(json["records"][kind], 1, "{header}: {json}");
        assert_eq!(json["files"][0]["sheets"][0]["kinds"], serde_json::json!([kind]), "{header}");
        let module = if kind == "talent" { "Feishu Hire" } else { "Feishu CoreHR" };
        assert_eq!(json["files"][0]["sheets"][0]["modules"], serde_json::json!([module]));
    }
    // Both signs, or none: a person says it.
    for header in ["姓名,手机号,应聘职位,工号", "姓名,手机号,简历,入职日期", "姓名,手机号,学历"]
    {
        let world = World::new().file("t.csv", format!("{header}\n测试,13800000001,,\n")).untold();
        world.check(&[]).exits(2).says("--kind talent");
        world.check(&["--kind", "talent"]).exits(0);
    }
}

#[test]
fn a_mapping_says_the_kind_and_names_the_sheet_of_leavers() {
    let world = World::new().untold();
    world.put("花名册.xlsx", roster());
    let mapping = |sheet: &str| {
        format!(
            "version = 1\n[[record]]\nkind = \"talent\"\n{sheet}ignore = [\"工号\", \"部门\", \"入职日期\", \"直属上级\"]\n"
        )
    };
    world.put("all.toml", mapping(""));
    world.put("left.toml", mapping("sheet = \"离职人员\"\n"));
    let valid = |more: &[&str], code: i32| {
        let arguments = [&["check", "花名册.xlsx", "--json"], more].concat();
        let json = world.run(&arguments).exits(code).json();
        let codes: Vec<String> = json["problems"]
            .as_array()
            .unwrap()
            .iter()
            .map(|problem| problem["message"].as_str().unwrap().to_owned())
            .collect();
        (json["valid"].as_u64().unwrap(), codes.iter().any(|said| said.contains("who have left")))
    };
    assert_eq!(valid(&["--mapping", "all.toml"], 10), (197, true));
    assert_eq!(valid(&["--mapping", "left.toml"], 0), (2, false));
    assert_eq!(valid(&["--kind", "talent", "--sheet", "离职人员"], 0), (2, false));
    assert_eq!(valid(&["--kind", "talent"], 10), (197, true));
}

#[test]
fn a_sheet_of_leavers_that_stands_alone_is_read() {
    let rows = people(&["姓名", "手机号"], 1, 3);
    let world = World::new().file("t.xlsx", book(&[("离职人员", rows)]));
    assert_eq!(world.check(&["--json"]).exits(0).json()["valid"], 3);
}

#[cfg(unix)]
#[test]
fn several_sheets_are_counted_together_or_the_one_is_named() {
    let plain = &["姓名", "手机号"][..];
    let world = World::new();
    let two = [("研发", people(plain, 1, 3)), ("市场", people(plain, 10, 2))];
    world.put("two.xlsx", book(&two));
    let refused = world.run(&["check", "two.xlsx", "--lang", "zh"]).exits(2);
    let refused = refused.says("5 行可以作为人才（飞书招聘）（研发 3 行、市场 2 行）");
    let line = "muster check two.xlsx --kind talent --lang zh";
    assert_eq!(lines(&refused, "muster check"), [line]);
    as_printed(&world, line).exits(0).says("5 行");

    // The other sheet can't be read as candidates: told for both, the line would not work.
    let job = ["雇佣ID", "部门ID", "人员类型ID", "生效日期", "手机号"];
    let mixed = [("名单", people(plain, 1, 3)), ("任职", people(&job, 1, 2))];
    world.put("mixed.xlsx", book(&mixed));
    let refused =
        world.run(&["check", "mixed.xlsx"]).exits(2).says("3 rows could be read as talent");
    let line = "muster check mixed.xlsx --kind talent --sheet 名单";
    assert_eq!(lines(&refused, "muster check"), [line]);
    as_printed(&world, line).exits(0).says("3 rows");
}

#[test]
fn plan_and_report_name_kind_and_module_in_both_languages() {
    let world = World::new().talents(3).job_data(2).sandbox(Behaviour::default());
    let plan = world.run(&["import", "talents.csv", "job-data.csv", "-n"]).exits(0);
    let plan = plan
        .says("talents.csv: 3 read as talent (Feishu Hire)")
        .says("job-data.csv: 2 read as job data (Feishu CoreHR)")
        .says("3  candidates to add to the talent pool of Feishu Hire");
    assert!(plan.stderr.contains("2  job data records to add to Feishu CoreHR"), "{}", plan.stderr);
    let plan =
        world.run(&["import", "talents.csv", "job-data.csv", "-n", "--json", "--lang", "zh"]);
    let kinds = plan.exits(0).json()["kinds"].clone();
    assert_eq!(kinds[1]["name"], "任职信息");
    assert_eq!(kinds[1]["module"], "飞书人事（企业版）");
    assert_eq!(kinds[1]["records"], 2);
    world
        .import(&["--lang", "zh"])
        .exits(0)
        .says("3  名候选人，新增到飞书招聘人才库")
        .says("2  条任职信息，新增到飞书人事（企业版）")
        .says("  飞书招聘人才库：3 名候选人，其中新增 3\n")
        .says("  飞书人事（企业版）：2 条任职信息，其中新增 2\n");
    let told = world.run(&["report", "1"]).exits(0);
    told.says("  Feishu CoreHR: 2 job data records, 2 of them created\n");
}

#[test]
fn a_proposed_mapping_says_which_kind_it_proposes_and_why() {
    let world = World::new();
    world.put("c.csv", "姓名,手机号,应聘职位\n测试,13800000001,工程师\n");
    let ran = world.run(&["map", "c.csv", "--lang", "zh"]).exits(0);
    let ran = ran.says("人才（飞书招聘）（有「应聘职位」一列）");
    assert!(ran.stdout.contains("# 人才（飞书招聘）：有「应聘职位」一列"), "{}", ran.stdout);
    world.put("r.csv", "工号,姓名,手机号,部门,入职日期\n1,测试,13800000001,研发,2024-05-01\n");
    let ran = world.run(&["map", "r.csv", "--json"]).exits(0);
    let record = ran.json()["records"][0].clone();
    assert_eq!((&record["kind"], &record["module"]), (&"job_data".into(), &"Feishu CoreHR".into()));
    assert!(record["why"].as_str().unwrap().contains("looks like a list of employees"), "{record}");
    let told = world.run(&["map", "r.csv", "--kind", "talent"]).exits(0);
    told.says("talent (Feishu Hire) (--kind says so)");
}
