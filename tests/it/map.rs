//! `muster map`: what it proposes is a mapping, as a file and as a workbook; suggestions and
//! mappings of earlier days are offered, never taken.

use calamine::Reader as _;
use muster::sandbox::{Behaviour, References};

use crate::world::World;

const DOUBTFUL: &str = "序号,姓名,手机号,电子邮箱,性别,学校,学历,备注\n\
    1,测试甲,13800138000,a@example.com,男,示例大学,本科,\"a \"\"b\"\"\"\n\
    2,测试乙,13800138001,b@example.com,女,示例大学,大学,\n";

/// The bodies that a check writes for a file, with these flags besides.
fn bodies(world: &World, file: &str, more: &[&str]) -> String {
    let mut arguments = vec!["check", file, "--payloads", "out.jsonl"];
    arguments.extend(more);
    let ran = world.run(&arguments);
    assert!(matches!(ran.code, Some(0 | 10)), "{}\n{}", ran.stdout, ran.stderr);
    std::fs::read_to_string(world.path().join("out.jsonl")).unwrap()
}

fn sample(name: &str) -> Vec<u8> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    std::fs::read(folder.join(name)).unwrap()
}

#[test]
fn a_proposal_taken_as_it_is_changes_no_body() {
    let world = World::new();
    world.put("doubtful.csv", DOUBTFUL);
    let samples =
        ["talents.csv", "talents.xlsx", "everything-talent.xlsx", "job-data.xlsx", "job-data.csv"];
    for name in samples {
        world.put(name, sample(name));
    }
    for name in samples.iter().chain(&["doubtful.csv"]) {
        let kind = if name.contains("job") { "job-data" } else { "talent" };
        let own = bodies(&world, name, &["--kind", kind]);
        assert!(!own.is_empty());
        let toml = world.run(&["map", name]).exits(0).stdout;
        world.put("m.toml", toml);
        assert_eq!(bodies(&world, name, &["--mapping", "m.toml"]), own, "{name}");
        let book = format!("{name}.map.xlsx");
        world.run(&["map", name, "-o", &book, "--lang", "zh"]).exits(0).says("muster check");
        assert_eq!(bodies(&world, name, &["--mapping", &book]), own, "{name}, as a workbook");
    }
    world.run(&["map", "doubtful.csv", "-o", "doubtful.csv.map.xlsx"]).exits(2).says("map.xlsx");
}

#[test]
fn what_could_not_be_told_is_a_comment_with_its_example_masked() {
    let world = World::new();
    world.put("t.csv", DOUBTFUL);
    let toml = world.run(&["map", "t.csv"]).exits(0).stdout;
    for part in [
        "    # \"序号\",",
        "# \"备注\" = \"…\"",
        "\"姓名\" = \"basic_info.name\"",
        "e.g. 测**",
        "[record.values.\"education_list.degree\"]",
        "# \"大学\" = ",
    ] {
        assert!(toml.contains(part), "`{part}` is not in:\n{toml}");
    }
    assert!(!toml.contains("测试甲") && !toml.contains("13800138000"), "{toml}");
    let open = world.run(&["map", "t.csv", "--show-values"]).exits(0).stdout;
    assert!(open.contains("e.g. 测试甲"), "{open}");
    let json = world.run(&["map", "t.csv", "--json"]).exits(0).json();
    assert_eq!(json["version"], 1);
    let record = &json["records"][0];
    assert_eq!(record["columns"][1]["fields"], serde_json::json!(["basic_info.name"]));
    assert_eq!(record["values"][0]["labels"][0]["label"], "大学");
    assert_eq!(json["toml"], toml);
}

#[test]
fn a_workbook_that_people_filled_in_is_obeyed_and_its_mistakes_are_told_at_their_cells() {
    let world = World::new();
    world.put("t.csv", "姓名,M/F,邮箱,代号\n测试甲,M,a@example.com,7\n");
    let fill = |gender: &str| {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet().set_name("字段对照").unwrap();
        let lines = [
            ["记录种类", "talent", ""],
            ["表头", "飞书字段", "处理"],
            ["姓名", "姓名 (basic_info.name)", "导入"],
            ["M/F", gender, "导入"],
            ["代号", "", "忽略"],
        ];
        for (row, line) in (0u32..).zip(lines) {
            for (column, text) in (0u16..).zip(line) {
                sheet.write_string(row, column, text).unwrap();
            }
        }
        let sheet = book.add_worksheet().set_name("值对照").unwrap();
        let lines = [["字段", "表里的写法", "飞书的选项"], ["性别 (basic_info.gender)", "M", "女"]];
        for (row, line) in (0u32..).zip(lines) {
            for (column, text) in (0u16..).zip(line) {
                sheet.write_string(row, column, text).unwrap();
            }
        }
        book.save_to_buffer().unwrap()
    };
    world.put("m.xlsx", fill("性别 (basic_info.gender)"));
    let body = bodies(&world, "t.csv", &["--mapping", "m.xlsx"]);
    assert!(body.contains("\"gender\":2"), "{body}");
    world.put("m.xlsx", fill("性别 (basic_info.gendr)"));
    let ran = world.run(&["check", "t.csv", "--mapping", "m.xlsx"]).exits(2);
    ran.says("字段对照!B4").says("basic_info.gender");
    world.run(&["check", "t.csv", "--mapping", "t.csv"]).exits(2);
    let mut other = rust_xlsxwriter::Workbook::new();
    other.add_worksheet().write_string(0, 0, "姓名").unwrap();
    world.put("other.xlsx", other.save_to_buffer().unwrap());
    world.run(&["check", "t.csv", "--mapping", "other.xlsx"]).exits(2).says("no field mapping");
}

#[test]
fn suggestions_are_taken_only_by_the_flag_and_each_is_a_warning() {
    let world = World::new().file("t.csv", "姓名,Phone Nubmer\n测试甲,13800138000\n");
    world.check(&[]).exits(10);
    let json = world.check(&["--accept-suggestions", "0.9", "--json"]).exits(0).json();
    let problems = json["problems"].as_array().unwrap();
    let told: Vec<_> = problems.iter().filter(|p| p["code"] == "suggestion-taken").collect();
    assert_eq!(told.len(), 1, "{problems:?}");
    assert_eq!((&told[0]["cell"], &told[0]["field"]), (&"B1".into(), &"basic_info.mobile".into()));
    world.check(&["--accept-suggestions", "2"]).exits(2).says("0.5 to 1");
}

#[test]
fn a_mapping_is_remembered_beside_the_journal_and_offered_never_taken() {
    let toml = "version = 1\n[[record]]\nkind = \"talent\"\n[record.columns]\n\
                \"称呼\" = \"basic_info.name\"\n\"联系\" = \"basic_info.email\"\n";
    let world = World::new().file("t.csv", "称呼,联系\n测试甲,a@example.com\n");
    world.put("m.toml", toml);
    let asked = |ran: &crate::world::Ran| ran.stderr.matches("--mapping").count();
    world.check(&["--mapping", "m.toml"]).exits(0);
    assert!(!world.path().join(".muster").exists(), "a check makes no folder");
    world.run(&["import", "t.csv", "--mapping", "m.toml", "--sandbox", "--yes"]).exits(0);
    let folder = world.path().join(".muster/mappings");
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 2, "a memory and a copy");
    let next = "姓名表\n称呼,联系 *\n测试乙,b@example.com\n";
    world.put("next.csv", next);
    let ran = world.run(&["check", "next.csv"]).exits(2).says("m.toml");
    assert_eq!(asked(&ran), 1, "{}", ran.stderr);
    world.run(&["check", "next.csv", "--mapping", "m.toml"]).exits(0);
    std::fs::remove_file(world.path().join("m.toml")).unwrap();
    let ran = world.run(&["check", "next.csv"]).exits(2).says("it is gone; this is a copy");
    let copy = ran.stderr.split("--mapping ").nth(1).unwrap();
    let copy = copy.split_whitespace().next().unwrap().trim_matches('"');
    assert_eq!(std::fs::read_to_string(copy).unwrap(), toml);
    world.put("other.csv", "姓名,邮箱\n测试丙,c@example.com\n");
    let other = world.run(&["check", "other.csv", "--kind", "talent"]).exits(0);
    assert_eq!(asked(&other), 0);
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(!text.contains("测试甲") && !text.contains("a@example.com"), "{text}");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = |path: &std::path::Path| path.metadata().unwrap().permissions().mode();
            assert_eq!((mode(&path) & 0o777, mode(&folder) & 0o777), (0o600, 0o700));
        }
    }
}

#[test]
fn a_wrong_sheet_names_the_line_and_the_nearest_sheet() {
    let mut book = rust_xlsxwriter::Workbook::new();
    for name in ["花名册", "说明"] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap();
        for (column, text) in (0..).zip(["姓名", "手机号"]) {
            sheet.write_string(0, column, text).unwrap();
        }
        sheet.write_string(1, 0, "测试甲").unwrap();
    }
    let world = World::new().file("t.xlsx", book.save_to_buffer().unwrap());
    world.put("m.toml", "version = 1\n[[record]]\nkind = \"talent\"\nsheet = \"员工花名册\"\n");
    let ran = world.check(&["--mapping", "m.toml"]).exits(2);
    ran.says("line 4 says `员工花名册` (is this one meant?)").says("[sheet-not-mapped]");
    world.check(&["--sheet", "花名单"]).exits(2).says("(did you mean `花名册`?)");
}

#[test]
fn a_sheet_of_schools_without_keys_is_proposed_as_a_child_of_the_sheet_of_people() {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, lines) in [
        ("人员", [&["工号", "姓名", "手机号"][..], &["001", "张三", "13800138000"]]),
        ("教育经历", [&["工号", "姓名", "学校", "学历"], &["001", "张三", "北京大学", "本科"]]),
    ] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (row, line) in (0u32..).zip(lines) {
            sheet.write_row(row, 0, line.iter().copied()).unwrap();
        }
    }
    let world = World::new().file("t.xlsx", book.save_to_buffer().unwrap());
    world.run(&["map", "t.xlsx", "-o", "m.toml"]).exits(0);
    let proposed = std::fs::read_to_string(world.path().join("m.toml")).unwrap();
    assert_eq!(proposed.matches("\n[[record]]").count(), 1, "{proposed}");
    assert!(proposed.contains("# key = { child = \"工号\", parent = \"工号\" }"), "{proposed}");
}

const ROSTER: &str = "\
工号,姓名,部门,人员类型,职级,入职日期,工作地点,直属上级
N00001,,后端组,正式,P6,2024-05-01,北京总部,A00343
N00002,,综合部,实习,P5,2024-05-01,北京总部,张伟(A00042)
N00003,,后端,正式,P4,2024-05-01,北京总部,
N00004,,后端组,正式,P6,2024-05-01,北京总部,
";

fn tenant(roster: &str) -> World {
    let strict = Behaviour { references: References::Exist, ..Behaviour::default() };
    World::new().sandbox(strict).file("roster.csv", roster)
}

/// The lines of a sheet of a workbook.
fn lines(world: &World, book: &str, sheet: &str) -> Vec<Vec<String>> {
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(world.path().join(book)).unwrap();
    let range = book.worksheet_range(sheet).unwrap();
    range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

#[test]
fn names_are_listed_with_what_the_tenant_calls_them_and_no_mapping_holds_an_id() {
    let world = tenant(ROSTER);
    world.run(&["refs", "pull", "--people"]).exits(0);
    let map = ["map", "roster.csv", "--kind", "job-data"];
    let toml = world.run(&map).exits(0).stdout;
    let line = |text: &str| {
        let found = toml.lines().find(|line| line.contains(text));
        found.unwrap_or_else(|| panic!("{text} is not in:\n{toml}")).to_owned()
    };
    assert!(line("\"后端组\" = ").starts_with("\"后端组\" = \"研发中心/后端组\""));
    assert!(line("\"后端组\" = ").contains("rows: 2") && line("\"后端组\" = ").contains("ID "));
    assert!(line("\"综合部\" = ").starts_with("# \"综合部\" = \"…\""), "{toml}");
    assert!(
        line("\"综合部\" = ").contains("several: ")
            && line("\"综合部\" = ").contains("研发中心/综合部")
    );
    assert!(line("\"后端\" = ").contains("nothing in Feishu; nearest: 研发中心/后端组"));
    assert!(line("\"正式\" = ").starts_with("# "), "it says nothing new: {toml}");
    assert!(
        !toml.contains("张伟") && !toml.contains("A00343\" ="),
        "people are not listed: {toml}"
    );
    for line in toml.lines() {
        let said = line.split('#').next().unwrap();
        let long = |part: &str| part.len() > 14 && part.bytes().all(|b| b.is_ascii_digit());
        assert!(!said.split(|c: char| !c.is_ascii_digit()).any(long), "an ID: {line}");
    }
    let json = world.run(&[&map[..], &["--json"]].concat()).exits(0).json();
    let values = json["records"][0]["values"].as_array().unwrap();
    let departments = values.iter().find(|one| one["field"] == "department_id").unwrap();
    let labels = departments["labels"].as_array().unwrap();
    let of = |label: &str| labels.iter().find(|one| one["label"] == label).unwrap();
    assert_eq!(of("后端组")["value"], "研发中心/后端组");
    assert!(of("后端组")["id"].is_string() && of("综合部")["id"].is_null());
    assert!(of("综合部")["candidates"].as_array().unwrap().len() > 1);
    world.run(&[&map[..], &["-o", "map.xlsx", "--lang", "zh"]].concat()).exits(0);
    let rows = lines(&world, "map.xlsx", "值对照");
    assert_eq!(rows[2], ["字段", "表里的写法", "飞书的选项", "行数", "ID（只供核对）", "备注"]);
    let of = |label: &str| rows.iter().find(|row| row[1] == label).unwrap();
    assert_eq!(of("后端组")[2], "研发中心/后端组");
    assert_eq!(of("综合部")[2], "");
    assert!(
        of("综合部")[5].contains("好几个：") && of("后端")[5].contains("最接近：研发中心/后端组")
    );
    assert!(rows.iter().all(|row| row[1] != "张伟(A00042)"));
}

#[test]
fn what_people_fill_in_beside_a_name_is_what_it_means() {
    let world = tenant(ROSTER);
    world.run(&["refs", "pull", "--people"]).exits(0);
    let toml = world.run(&["map", "roster.csv", "--kind", "job-data"]).exits(0).stdout;
    world.put("m.toml", &toml);
    world.run(&["check", "roster.csv", "--mapping", "m.toml"]).exits(10).says("name-ambiguous");
    let filled = toml
        .replace("# \"综合部\" = \"…\"", "\"综合部\" = \"研发中心/综合部\"")
        .replace("# \"后端\" = \"…\"", "\"后端\" = \"D-RD-BE\"");
    world.put("m.toml", &filled);
    world.run(&["import", "roster.csv", "--mapping", "m.toml", "--yes"]).exits(0);
    assert_eq!(world.ledger().job_data.len(), 4);
}

#[test]
fn without_a_snapshot_names_are_listed_to_be_filled_in_by_hand_and_ids_are_not() {
    let world = World::new().file(
        "roster.csv",
        "雇佣ID,部门,人员类型ID,一级部门,生效日期\n\
         6892686614112241165,后端组,6890452208593372697,研发中心,2024-05-01\n\
         6892686614112241166,6890452208593372679,6890452208593372697,研发中心,2024-05-01\n",
    );
    let toml = world.run(&["map", "roster.csv", "--kind", "job-data"]).exits(0).stdout;
    assert!(toml.contains("[record.values.\"department_id\"]"), "{toml}");
    assert!(toml.contains("# \"后端组\" = \"…\""), "{toml}");
    assert!(!toml.contains("\"6890452208593372679\" ="), "{toml}");
    assert!(!toml.contains("[record.values.\"employee_type_id\"]"), "{toml}");
    assert!(!toml.contains("研***"), "what an organisation is called is no secret: {toml}");
    world
        .run(&["map", "roster.csv", "--kind", "job-data", "-o", "m.xlsx", "--lang", "zh"])
        .exits(0);
    let rows = lines(&world, "m.xlsx", "值对照");
    let row = rows.iter().find(|row| row[1] == "后端组").unwrap();
    assert_eq!((row[2].as_str(), row[4].as_str()), ("", ""));
}
