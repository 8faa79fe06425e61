//! Names, codes and paths in the place of IDs: from a roster as people write it to the IDs that a tenant
//! takes.

use std::fmt::Write as _;

use calamine::Reader as _;
use muster::sandbox::{Behaviour, References, Required};
use serde_json::Value;

use crate::world::World;

const ROSTER: &str = "\
工号,姓名,部门,人员类型,职级,入职日期,工作地点,直属上级
N00001,,研发中心/后端组,正式,P6,2024-05-01,北京总部,A00343
N00002,,研发中心-综合部,实习,P5,2024-05-01,北京总部,张伟(A00042)
N00003,,D-RD-BE,正式,P4,2024-05-01,北京总部,
";

fn strict() -> Behaviour {
    // What the sandbox's tenant requires of talents is nothing of names.
    let required = Required::Unset;
    Behaviour { references: References::Exist, required, ..Behaviour::default() }
}

/// Make the snapshot two hours old.
fn age(world: &World) {
    let snapshot = rusqlite::Connection::open(world.path().join(".muster/directory.db")).unwrap();
    let hours =
        "UPDATE lists SET pulled_at = strftime('%Y-%m-%dT%H:%M:%SZ', pulled_at, '-2 hours')";
    assert!(snapshot.execute(hours, []).unwrap() > 0);
}

/// The ID of the only thing that is called so.
fn id(world: &World, list: &str, text: &str) -> String {
    let found = world.run(&["refs", "find", text, "--json"]).exits(0).json();
    let of_list = |found: &&Value| found["list"] == list;
    let all: Vec<&Value> = found["found"].as_array().unwrap().iter().filter(of_list).collect();
    assert_eq!(all.len(), 1, "{text}: {found}");
    all[0]["id"].as_str().unwrap().to_owned()
}

#[test]
fn a_roster_with_names_becomes_job_data_with_the_tenant_s_ids() {
    let world = World::new().sandbox(strict()).file("roster.csv", ROSTER);
    let kind = ["--kind", "job-data"];
    let before = world.run(&[&["check", "roster.csv"], &kind[..]].concat()).exits(2);
    before.says("refs pull --people");
    world.run(&["refs", "pull", "--people"]).exits(0);
    world.run(&[&["check", "roster.csv"], &kind[..]].concat()).exits(0);
    world.run(&[&["check", "roster.csv", "--no-refs"], &kind[..]].concat()).exits(2);
    world.run(&[&["import", "roster.csv", "--yes"], &kind[..]].concat()).exits(0);
    let ledger = world.ledger();
    assert!(ledger.violations.is_empty(), "{:?}", ledger.violations);
    let made = |number: &str| {
        let employment = id(&world, "people", number);
        let mut own = ledger.job_data.iter().filter(|made| made.employment_id == employment);
        let body = own.next().unwrap_or_else(|| panic!("{number}")).body.clone();
        assert!(own.next().is_none());
        body
    };
    let backend = id(&world, "departments", "研发中心/后端组");
    let (first, second, third) = (made("N00001"), made("N00002"), made("N00003"));
    assert_eq!(first["department_id"], backend.as_str());
    assert_eq!(third["department_id"], backend.as_str(), "its code");
    assert_eq!(second["department_id"], id(&world, "departments", "研发中心/综合部").as_str());
    assert_eq!(first["job_level_id"], id(&world, "job-levels", "P6").as_str());
    assert_eq!(first["direct_manager_id"], id(&world, "people-job-data", "A00343").as_str());
    assert_eq!(second["direct_manager_id"], id(&world, "people-job-data", "A00042").as_str());
    assert!(third.get("direct_manager_id").is_none());
    let again = world.run(&[&["import", "roster.csv", "--yes"], &kind[..]].concat()).exits(0);
    assert_eq!(world.ledger().job_data.len(), 3, "{}", again.stdout);
}

#[test]
fn what_is_not_sure_is_told_once_for_each_value_and_never_taken() {
    let roster = "\
工号,姓名,部门,人员类型,入职日期,直属上级
A00042,李四,研发中心/后端组,正式,2024-05-01,张伟
A00001,,综合部,正式,2024-05-01,
A00002,,综合部,外星人,2024-05-01,
A99999,,后端,正式,2024-05-01,
";
    let world = World::new().sandbox(strict()).file("roster.csv", roster);
    world.run(&["refs", "pull", "--people"]).exits(0);
    let check = ["check", "roster.csv", "--kind", "job-data"];
    let told = world.run(&check).exits(10);
    for text in [
        "name-of-another",
        "研发中心/综合部",
        "2 × error [name-ambiguous] 部门",
        "nearest: 研发中心/后端组",
        "«外星人»",
        "A00343",
    ] {
        assert!(told.stdout.contains(text), "{text}: {}", told.stdout);
    }
    assert!(!told.stdout.contains("张伟") && !told.stdout.contains("李四"), "{}", told.stdout);
    world.run(&[&check[..], &["--max-age", "1h"]].concat()).exits(10);
    world.run(&["import", "roster.csv", "--kind", "job-data", "--yes"]).exits(14);
    assert!(world.ledger().job_data.is_empty());
}

#[test]
fn a_rehearsal_in_the_built_in_sandbox_reads_its_lists_too_and_names_map_as_they_check() {
    let world = World::new().file("roster.csv", ROSTER);
    let line = ["import", "roster.csv", "--kind", "job-data", "--sandbox", "-n"];
    world.run(&line).exits(0).says("are read first").says("nothing was sent");
    let again = world.run(&line).exits(0);
    assert!(!again.stderr.contains("are read first"), "{}", again.stderr);
}

#[test]
fn map_goes_by_the_lists_unless_it_is_told_not_to() {
    let roster = "工号,部门,人员类型,入职日期,岗位\nN00001,研发中心,正式,2024-05-01,后端开发岗\n";
    let world = World::new().sandbox(strict()).file("roster.csv", roster);
    world.run(&["refs", "pull", "--people"]).exits(0);
    let map = ["map", "roster.csv", "--kind", "job-data"];
    let line = "\"岗位\" = \"position_id\"";
    let known = world.run(&map).exits(0).stdout;
    assert!(known.lines().any(|text| text.starts_with(line)), "{known}");
    let unknown = world.run(&[&map[..], &["--no-refs"]].concat()).exits(0).stdout;
    assert!(!unknown.lines().any(|text| text.starts_with(line)), "{unknown}");
    world.run(&[&map[..], &["--max-age", "1h"]].concat()).exits(0);
    age(&world);
    world.run(&[&map[..], &["--max-age", "1h"]].concat()).exits(2).says("refs-too-old");
}

/// The rows of the list of what is to be made.
fn to_make(world: &World, path: &str) -> Vec<Vec<String>> {
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(world.path().join(path)).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

#[test]
fn what_the_tenant_lacks_is_listed_once_with_the_rows_that_need_it() {
    let roster = "\
工号,部门,人员类型,职级,入职日期
N00001,研发中心/新组,正式,P6,2024-05-01
N00002,数据中心/算法部/一组,正式,P99,2024-05-01
N00003,数据中心/算法部,正式,P99,2024-05-01
N00004,研发中心-新组,正式,P6,2024-05-01
";
    let world = World::new().sandbox(strict()).file("roster.csv", roster);
    world.run(&["refs", "pull", "--people"]).exits(0);
    let check = ["check", "roster.csv", "--kind", "job-data", "--report", "out/report.xlsx"];
    std::fs::create_dir(world.path().join("out")).unwrap();
    world.run(&check).exits(10).says("待建清单.xlsx");
    let wanted = [
        ["Kind", "Name", "Parent path", "Head count"],
        ["departments", "数据中心", "", "2"],
        ["departments", "算法部", "数据中心", "2"],
        ["departments", "新组", "研发中心", "2"],
        ["departments", "一组", "数据中心/算法部", "1"],
        ["job levels", "P99", "", "2"],
    ];
    assert_eq!(to_make(&world, "out/待建清单.xlsx"), wanted);
    let import = ["import", "roster.csv", "--kind", "job-data", "--yes", "--report-dir", "run"];
    world.run(&import).exits(14);
    assert_eq!(to_make(&world, "run/待建清单.xlsx"), wanted);
    // The report can be had again, without the lists.
    world.run(&["report", "--report-dir", "later"]);
    assert_eq!(to_make(&world, "later/待建清单.xlsx"), wanted);
    let mut spare = check.to_vec();
    spare[1] = "out/待建清单.xlsx";
    world.run(&spare).exits(2);
}

#[test]
fn an_inactive_entry_is_one_problem_however_it_is_written() {
    let roster = |values: &[&str]| {
        let mut text = "工号,部门,人员类型,入职日期\n".to_owned();
        for value in values {
            writeln!(text, "N00001,研发中心,{value},2024-05-01").unwrap();
        }
        text
    };
    let world = World::new().sandbox(strict());
    world.run(&["refs", "pull", "--people"]).exits(0);
    world.put("roster.csv", roster(&["临时工", "ET08", "Temporary", "临时工"]));
    let told = world.run(&["check", "roster.csv", "--kind", "job-data"]).exits(10);
    told.says("4 × error [entry-inactive] 人员类型");
    world.put("roster.csv", roster(&["甲", "乙", "丙", "丁", "戊", "己", "甲"]));
    let told = world.run(&["check", "roster.csv", "--kind", "job-data"]).exits(10);
    assert_eq!(told.stdout.matches("[name-unknown]").count(), 6, "{}", told.stdout);
    told.says("2 × error [name-unknown] 人员类型");
}

#[test]
fn without_the_lists_an_id_is_held_against_the_shape_of_its_type() {
    let row = "雇佣ID,部门ID,人员类型ID,入职日期\n";
    let id = "6893014062142064135";
    let world = World::new();
    let check = |employment: &str, department: &str| {
        let text = format!("{row}{employment},{department},{id},2024-05-01\n");
        world.put("ids.csv", text);
        world.run(&["check", "ids.csv", "--kind", "job-data"])
    };
    check(id, id).exits(0);
    check("A00001", id).exits(10).says("[id-of-other-type] 雇佣ID").says("refs pull --people");
    check("ou_7dab8a3d3cdcc9da365777c7ad535d62", id).exits(10).says("[id-of-other-type]");
    check(id, "D000").exits(10).says("[id-of-other-type] 部门ID").says("`muster refs pull`");
    world.put(
        "muster.toml",
        "[profile.default]\nuser_id_type = \"open_id\"\ndepartment_id_type = \"department_id\"\n",
    );
    check("ou_7dab8a3d3cdcc9da365777c7ad535d62", "D000").exits(0);
    check(id, "D000").exits(10).says("open_id");
}

#[test]
fn a_purge_forgets_the_people_of_the_snapshot() {
    let world = World::new().sandbox(strict()).file("roster.csv", ROSTER);
    world.run(&["refs", "pull", "--people"]).exits(0);
    world.run(&["import", "roster.csv", "--kind", "job-data", "--yes"]).exits(0);
    world.run(&["purge", "--run", "1", "--yes"]).exits(0).says("refs pull --people");
    let status = world.run(&["refs", "status", "--json"]).exits(0).json();
    let lists = status["lists"].as_array().unwrap();
    let entries =
        |word: &str| lists.iter().find(|list| list["list"] == word).map(|l| l["entries"].clone());
    assert!(entries("people").is_none_or(|entries| entries == 0), "{status}");
    assert!(entries("departments").is_some_and(|entries| entries != 0), "{status}");
    let snapshot = std::fs::read(world.path().join(".muster/directory.db")).unwrap();
    let has = |text: &str| snapshot.windows(text.len()).any(|part| part == text.as_bytes());
    assert!(has("研发中心") && !has("A00343"));
}

#[test]
fn the_built_in_sandbox_is_asked_for_its_lists_where_a_roster_holds_names() {
    let world = World::new().file("roster.csv", ROSTER);
    let import = ["import", "roster.csv", "--kind", "job-data", "--sandbox", "--yes"];
    let told = world.run(&import).exits(0);
    assert!(told.stderr.contains("are read first"), "{}", told.stderr);
    let again = world.run(&import).exits(0);
    assert!(!again.stderr.contains("are read first"), "{}", again.stderr);
}

/// What `department_id` an import of job data sent, by employee number.
fn departments(world: &World) -> Vec<String> {
    let ledger = world.ledger();
    assert!(ledger.violations.is_empty(), "{:?}", ledger.violations);
    ["N00001", "N00002", "N00003", "N00004"]
        .map(|number| {
            let employment = id(world, "people", number);
            let made = ledger.job_data.iter().find(|made| made.employment_id == employment);
            made.map_or_else(String::new, |made| {
                made.body["department_id"].as_str().unwrap_or_default().to_owned()
            })
        })
        .to_vec()
}

#[test]
fn the_columns_of_levels_are_one_path_of_which_the_deepest_counts() {
    let roster = "\
工号,一级部门,二级部门,三级部门,人员类型,入职日期
N00001,研发中心,后端组,,正式,2024-05-01
N00002,研发中心,,支付小组,正式,2024-05-01
N00003,市场中心,无,综合部,正式,2024-05-01
N00004,研发中心,研发中心,研发中心,正式,2024-05-01
";
    let world = World::new().sandbox(strict()).file("roster.csv", roster);
    let kind = ["--kind", "job-data"];
    let before = world.run(&[&["check", "roster.csv"], &kind[..]].concat()).exits(2);
    assert_eq!(before.stderr.matches("[levels-unknown]").count(), 1, "{}", before.stderr);
    before.says("run `muster refs pull`");
    world.run(&["refs", "pull", "--people"]).exits(0);
    let map = world.run(&[&["map", "roster.csv"], &kind[..]].concat()).exits(0);
    let join = "join = [\"一级部门\", \"二级部门\", \"三级部门\"]\nseparator = \"/\"\nto = \"department_id\"\n";
    assert!(map.stdout.contains(join), "{}", map.stdout);
    // What `map` writes says the same, and so does the table to be signed.
    world.put("m.toml", &map.stdout);
    world.run(&["map", "roster.csv", "--kind", "job-data", "-o", "m.xlsx"]).exits(0);
    for mapping in ["m.toml", "m.xlsx"] {
        world.run(&["check", "roster.csv", "--mapping", mapping]).exits(0);
    }
    world.run(&[&["import", "roster.csv", "--yes"], &kind[..]].concat()).exits(0);
    let wanted = ["研发中心/后端组", "支付小组", "市场中心/综合部", "研发中心"];
    assert_eq!(departments(&world), wanted.map(|path| id(&world, "departments", path)));
}

#[test]
fn a_path_of_levels_that_leads_nowhere_is_told_at_its_deepest_cell() {
    let roster = "\
工号,部门1,部门2,人员类型,入职日期
N00001,市场中心,后端组,正式,2024-05-01
N00002,,综合部,正式,2024-05-01
N00003,,,正式,2024-05-01
";
    let world = World::new().sandbox(strict()).file("roster.csv", roster);
    world.run(&["refs", "pull", "--people"]).exits(0);
    let told = world.run(&["check", "roster.csv", "--kind", "job-data"]).exits(10);
    for text in ["«市场中心/后端组»", "C2", "[name-ambiguous]", "C3", "[required]", "B4"] {
        assert!(told.stdout.contains(text), "{text}: {}", told.stdout);
    }
}

#[test]
fn what_the_row_says_settles_which_of_several_is_meant() {
    let roster = "\
工号,上级部门,部门,人员类型,入职日期
N00001,研发中心,综合部,正式,2024-05-01
N00002,市场中心,综合部,正式,2024-05-01
N00003,研发中心,后端组,正式,2024-05-01
N00004,行政中心,综合部,正式,2024-05-01
";
    let world = World::new().sandbox(strict()).file("roster.csv", roster);
    world.run(&["refs", "pull", "--people"]).exits(0);
    let import = ["import", "roster.csv", "--kind", "job-data", "--yes"];
    world.run(&import).exits(0).says("[header-second] 上级部门");
    let wanted = ["研发中心/综合部", "市场中心/综合部", "研发中心/后端组", "行政中心/综合部"];
    assert_eq!(departments(&world), wanted.map(|path| id(&world, "departments", path)));
    let open = "\
工号,上级部门,部门,人员类型,入职日期
N00001,,综合部,正式,2024-05-01
N00002,财务中心,综合部,正式,2024-05-01
N00003,市场中心,综合部,正式,2024-05-01
";
    world.put("open.csv", open);
    let told = world.run(&["check", "open.csv", "--kind", "job-data"]).exits(10);
    told.says("2 × error [name-ambiguous] 部门").says("C2–C3");
}

#[test]
fn a_header_of_two_meanings_is_told_by_where_its_values_are_found() {
    let roster = |header: &str, values: [&str; 4]| {
        let mut text = format!("工号,部门,人员类型,入职日期,{header}\n");
        for (at, value) in (1..).zip(values) {
            writeln!(text, "N0000{at},研发中心/后端组,正式,2024-05-01,{value}").unwrap();
        }
        text
    };
    let world = World::new().sandbox(strict());
    world.run(&["refs", "pull", "--people"]).exits(0);
    let check = |text: String| {
        world.put("roster.csv", text);
        world.run(&["check", "roster.csv", "--kind", "job-data"])
    };
    let job = check(roster("岗位", ["后端工程师", "后端工程师", "架构师", ""])).exits(0);
    let line = "taken for Job ID (job_id) by its values: 3 of 3 rows";
    assert!(
        job.stdout.contains("[told-by-values] 岗位") && job.stdout.contains(line),
        "{}",
        job.stdout
    );
    let position =
        check(roster("职位名称", ["后端开发岗", "测试岗", "架构岗", "后端开发岗"])).exits(0);
    position.says("(position_id) by its values: 4 of 4 rows");
    // 职务 is a job's header, but its values say otherwise.
    let position = check(roster("职务", ["后端开发岗", "测试岗", "架构岗", "无"])).exits(0);
    position.says("(position_id) by its values: 3 of 3 rows");
    let some = check(roster("岗位", ["后端工程师", "架构师", "架构", "后端工程师"])).exits(10);
    some.says("3 of 4 rows").says("[name-unknown] 岗位");
    let none = check(roster("岗位", ["一号位", "二号位", "架构师", "三号位"])).exits(0);
    none.says("[header-unbound] 岗位");
    let kept = check(roster("职务", ["后端工程师", "架构师", "架构师", ""])).exits(0);
    assert!(!kept.stdout.contains("told-by-values"), "{}", kept.stdout);
}

/// A company in which a job and a position are both called 会计, two levels P6, and two departments 综合部.
const TWINS: &str = r#"{
  "departments": [
    {"id": "7300000000000000001", "code": "D0", "name": "总部"},
    {"id": "7300000000000000002", "code": "D1", "name": "甲中心", "parent": "7300000000000000001"},
    {"id": "7300000000000000003", "code": "D2", "name": "综合部", "parent": "7300000000000000002"},
    {"id": "7300000000000000004", "code": "D3", "name": "综合部", "parent": "7300000000000000001"},
    {"id": "7300000000000000005", "code": "D4", "name": "财务部", "parent": "7300000000000000001",
     "staffing_model": "job"}],
  "employee_types": [{"id": "7300000000000000011", "name": "正式"}],
  "job_levels": [{"id": "7300000000000000041", "code": "P6-1", "name": "P6"},
                 {"id": "7300000000000000042", "code": "P6-2", "name": "P6"}],
  "jobs": [{"id": "7300000000000000021", "code": "J1", "name": "会计", "levels": ["7300000000000000041"]},
           {"id": "7300000000000000022", "code": "J2", "name": "出纳", "levels": ["7300000000000000042"]}],
  "positions": [{"id": "7300000000000000031", "code": "P1", "name": "会计",
                 "department": "7300000000000000003"}],
  "employees": [{"id": "7300000000000000091", "number": "A1", "name": "甲"}]
}"#;

fn twins() -> World {
    let tenant = muster::sandbox::Company::from_json(TWINS).unwrap();
    let behaviour = Behaviour { tenant: Some(std::sync::Arc::new(tenant)), ..strict() };
    let world = World::new().sandbox(behaviour);
    world.run(&["refs", "pull"]).exits(0);
    world
}

#[test]
fn a_header_whose_values_fit_both_is_asked_with_the_lines_that_settle_it() {
    let world = twins();
    world.put(
        "roster.csv",
        "雇佣ID,部门,人员类型,入职日期,岗位\n7300000000000000091,甲中心,正式,2024-05-01,会计\n",
    );
    let kind = ["check", "roster.csv", "--kind", "job-data"];
    let asked = world.run(&kind).exits(2);
    asked.says("[values-of-two]");
    for (line, code) in [("\"岗位\" = \"job_id\"", 0), ("\"岗位\" = \"position_id\"", 0)] {
        assert!(world.run(&kind).stderr.contains(line), "{line}");
        let mapping =
            format!("version = 1\n[[record]]\nkind = \"job-data\"\n[record.columns]\n{line}\n");
        world.put("m.toml", mapping);
        world.run(&["check", "roster.csv", "--mapping", "m.toml"]).exits(code);
    }
    // Where one of the two has a column of its own, only the other is left.
    world.put("roster.csv", "雇佣ID,部门,人员类型,入职日期,职务,岗位\n7300000000000000091,甲中心,正式,2024-05-01,出纳,会计\n");
    world.run(&kind).exits(0).says("(position_id) by its values: 1 of 1 rows");
}

#[test]
fn a_level_is_settled_by_its_job_and_a_department_by_its_position() {
    let world = twins();
    let roster = "\
雇佣ID,部门,人员类型,入职日期,职务,职级,岗位ID
7300000000000000091,综合部,正式,2024-05-01,出纳,P6,会计
7300000000000000091,甲中心,正式,2024-05-02,会计,P6,
7300000000000000091,甲中心,正式,2024-05-03,,P6,
7300000000000000091,综合部,正式,2024-05-04,出纳,,
";
    world.put("roster.csv", roster);
    let line = ["check", "roster.csv", "--kind", "job-data", "--payloads", "out.jsonl"];
    let told = world.run(&line).exits(10);
    told.says("1 × error [name-ambiguous] 职级").says("1 × error [name-ambiguous] 部门");
    let sent = std::fs::read_to_string(world.path().join("out.jsonl")).unwrap();
    assert!(sent.contains("7300000000000000003") && sent.contains("7300000000000000042"), "{sent}");
}

#[test]
fn what_a_department_asks_for_is_required_of_its_rows() {
    let world = twins();
    let roster = |header: &str, cells: &str| {
        format!(
            "雇佣ID,部门,人员类型,入职日期{header}\n7300000000000000091,财务部,正式,2024-05-01{cells}\n"
        )
    };
    let check = |text: String| {
        world.put("roster.csv", text);
        world.run(&["check", "roster.csv", "--kind", "job-data"])
    };
    check(roster("", "")).exits(10).says("[required] job_id");
    check(roster(",职务", ",")).exits(10).says("[required] 职务");
    check(roster(",职务", ",会计")).exits(0);
}

/// What `check` says of job data whose department is this, by a mapping with these lines besides.
fn of_department(world: &World, department: &str, more: &str) -> crate::world::Ran {
    let mapping = format!("version = 1\n[[record]]\nkind = \"job-data\"\n{more}\n");
    world.put("m.toml", mapping);
    let text = format!("工号,部门,人员类型,入职日期\nN00001,{department},正式,2024-05-01\n");
    world.put("roster.csv", text);
    world.run(&["check", "roster.csv", "--mapping", "m.toml"])
}

#[test]
fn the_ways_out_of_names_and_ids_that_lead_nowhere_lead_somewhere() {
    let world = World::new().sandbox(strict());
    world.run(&["refs", "pull", "--people"]).exits(0);
    let values =
        |from: &str, to: &str| format!("[record.values.\"department_id\"]\n\"{from}\" = \"{to}\"");
    // name-unknown: the word is looked for, and mapped to Feishu's name.
    let unknown = of_department(&world, "后端", "").exits(10);
    unknown.says("[name-unknown]").says("look with `muster refs find`");
    world.run(&["refs", "find", "后端"]).exits(0).says("研发中心/后端组");
    of_department(&world, "后端", &values("后端", "研发中心/后端组")).exits(0);
    // entry-inactive: another is chosen.
    let closed = of_department(&world, "区块链实验室", "").exits(10);
    closed.says("[entry-inactive]").says("choose one that is active");
    of_department(&world, "区块链实验室", &values("区块链实验室", "研发中心")).exits(0);
    // id-unknown: the name or the code is written instead.
    let id = "6890452208593379999";
    let unknown = of_department(&world, id, "").exits(10);
    unknown.says("[id-unknown]").says("write the name or the code");
    of_department(&world, id, &values(id, "D-RD-BE")).exits(0);
    // id-not-seen: the lists are read again, and it is known that there is none.
    age(&world);
    let not_seen = of_department(&world, id, "").exits(0);
    not_seen.says("[id-not-seen]").says("run `muster refs pull` and check again");
    world.run(&["refs", "pull", "--people"]).exits(0);
    of_department(&world, id, "").exits(10).says("[id-unknown]");
}

#[test]
fn places_are_found_as_people_write_them_and_never_in_another_province() {
    let talents = "\
姓名,手机号,手机国家代码,国籍,现居城市,家乡,意向城市
张三,13800138000,中国,中国,深圳,广东省深圳市,北京;上海
李四,+86 13900139000,,China,深圳市,中国广东深圳,北京市、深圳市
王五,91234567,中国香港,中国,湖南省深圳市,北京市,上海
";
    let world = World::new().sandbox(strict()).file("t.csv", talents);
    let none = world.run(&["check", "t.csv", "--kind", "talent"]).exits(10);
    assert!(none.stdout.contains("muster refs pull"), "{}", none.stdout);
    world.run(&["refs", "pull"]).exits(0);
    let told = world.run(&["check", "t.csv", "--kind", "talent"]).exits(10);
    assert!(told.stdout.contains("1 × error [name-unknown] 现居城市"), "{}", told.stdout);
    assert!(told.stdout.contains("invalid  1"), "{}", told.stdout);
    world.put("t.csv", talents.replace("湖南省深圳市", "广东深圳"));
    world.run(&["import", "t.csv", "--kind", "talent", "--yes"]).exits(0);
    let ledger = world.ledger();
    assert!(ledger.violations.is_empty(), "{:?}", ledger.violations);
    let (shenzhen, beijing) = (id(&world, "cities", "深圳市"), id(&world, "cities", "北京市"));
    assert_eq!(ledger.talents.len(), 3);
    for made in &ledger.talents {
        assert_eq!(
            made.body["basic_info"]["current_city_code"],
            shenzhen.as_str(),
            "{}",
            made.name
        );
    }
    let home = |n: usize| &ledger.talents[n].body["basic_info"]["hometown_city_code"];
    assert_eq!(
        (home(0), home(1), home(2)),
        (&shenzhen.as_str().into(), &shenzhen.as_str().into(), &beijing.as_str().into())
    );
    let hong_kong = id(&world, "countries", "中国香港");
    assert_eq!(ledger.talents[2].body["basic_info"]["mobile_country_code"], hong_kong.as_str());
}
