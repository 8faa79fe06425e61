//! Names, codes and paths in the place of IDs: from a roster as people write it to the IDs that a tenant
//! takes.

use muster::sandbox::{Behaviour, References};
use serde_json::Value;

use crate::world::World;

const ROSTER: &str = "\
工号,姓名,部门,人员类型,职级,入职日期,工作地点,直属上级
N00001,,研发中心/后端组,正式,P6,2024-05-01,北京总部,A00343
N00002,,研发中心-综合部,实习,P5,2024-05-01,北京总部,张伟(A00042)
N00003,,D-RD-BE,正式,P4,2024-05-01,北京总部,
";

fn strict() -> Behaviour {
    Behaviour { references: References::Exist, ..Behaviour::default() }
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
