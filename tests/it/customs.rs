//! Custom fields by name: from a sheet as people write it to what hire takes.

use muster::sandbox::{Behaviour, Company, Required};
use serde_json::Value;

use crate::world::World;

const TALENTS: &str = "\
姓名,手机号,婚姻状况,期望薪资,技能标签,可到岗日期,是否接受出差,学校,学校类别,评估结果,旧系统编号
张三,13800138000,已婚,12000,Java、算法,2026-05-01,接受,清华大学,985,优,X1
李四,13800138001,1,,,,不接受,,,,
";

fn world(sheet: &str) -> World {
    let world = World::new().sandbox(Behaviour::default()).file("talents.csv", sheet);
    world.run(&["refs", "pull", "custom-fields"]).exits(0);
    world
}

/// The ID of the only field or module with this path.
fn id(world: &World, path: &str) -> String {
    let found = world.run(&["refs", "find", path, "--json"]).exits(0).json();
    let own = |one: &&Value| one["list"] == "custom-fields" && one["path"] == path;
    let all: Vec<&Value> = found["found"].as_array().unwrap().iter().filter(own).collect();
    assert_eq!(all.len(), 1, "{path}: {found}");
    all[0]["id"].as_str().unwrap().to_owned()
}

/// The value of a custom field in a list of them.
fn value<'b>(customs: &'b Value, id: &str) -> Option<&'b str> {
    let own = customs.as_array()?.iter().find(|one| one["object_id"] == id)?;
    own["value"].as_str()
}

#[test]
fn headers_that_are_names_of_custom_fields_fill_them_with_keys_and_types() {
    let world = world(TALENTS);
    let check = ["check", "talents.csv", "--kind", "talent"];
    let told = world.run(&check).exits(0);
    assert!(told.stdout.contains("旧系统编号"), "one that is not in use is told: {}", told.stdout);
    let unknown = world.run(&[&check[..], &["--no-refs"]].concat()).exits(0);
    assert!(unknown.stdout.contains("婚姻状况"), "{}", unknown.stdout);
    let map = world.run(&["map", "talents.csv", "--kind", "talent"]).exits(0).stdout;
    let married = id(&world, "基本信息/婚姻状况");
    assert!(map.contains(&format!("\"婚姻状况\" = \"custom:{married}\"")), "{map}");

    world.run(&["import", "talents.csv", "--kind", "talent", "--yes"]).exits(0);
    let ledger = world.ledger();
    assert!(ledger.violations.is_empty(), "{:?}", ledger.violations);
    let of = |name: &str| {
        let mut all = ledger.talents.iter().map(|talent| &talent.body);
        all.find(|body| body["basic_info"]["name"] == name).unwrap()
    };
    let (first, second) = (of("张三"), of("李四"));
    let customs = &first["basic_info"]["customized_data"];
    let field = |name: &str| id(&world, &format!("基本信息/{name}"));
    assert_eq!(value(customs, &married), Some("2"), "{customs}");
    assert_eq!(value(customs, &field("期望薪资")), Some("12000"));
    assert_eq!(value(customs, &field("技能标签")), Some("[\"1\", \"5\"]"));
    assert_eq!(value(customs, &field("可到岗日期")), Some("1777564800000"));
    assert_eq!(value(&second["basic_info"]["customized_data"], &married), Some("1"), "its key");
    let school = id(&world, "教育经历/学校类别");
    assert_eq!(value(&first["education_list"][0]["customized_data"], &school), Some("1"));
    let module = id(&world, "内部评估");
    let result = id(&world, "内部评估/评估结果");
    let modules = first["customized_data"].to_string();
    assert!(modules.contains(&module) && modules.contains(&result), "{modules}");
    assert!(!first.to_string().contains("X1"), "{first}");
}

#[test]
fn a_choice_of_feishu_s_own_is_read_by_what_the_tenant_calls_its_options() {
    let sheet = "\
姓名,手机号,证件类型,证件号,是否接受出差
张三,13800138000,回乡证（港澳同胞）,H12345678,接受
李四,13800138001,身份证,11010519491231002X,接受
王五,13800138002,港澳居民居住证,810000199408230021,接受
";
    let plain = ["check", "talents.csv", "--kind", "talent"];
    let world = world(sheet);
    let told = world.run(&[&plain[..], &["--no-refs"]].concat()).exits(10).stdout;
    assert!(told.contains("choice-unknown") && !told.contains("entry-inactive"), "{told}");
    let told = world.run(&plain).exits(10).stdout;
    assert!(told.contains("entry-inactive"), "the tenant has switched it off: {told}");
    assert!(!told.contains("choice-unknown"), "{told}");
    let line = ["import", "talents.csv", "--kind", "talent", "--yes", "--skip-invalid"];
    world.run(&line).exits(10);
    let ledger = world.ledger();
    assert!(ledger.violations.is_empty(), "{:?}", ledger.violations);
    let types: Vec<&Value> = ledger
        .talents
        .iter()
        .map(|talent| &talent.body["basic_info"]["identification"]["identification_type"])
        .collect();
    assert_eq!(types, [&Value::from(6), &Value::from(1)]);
}

#[test]
fn the_mapping_that_is_proposed_reads_the_same() {
    let world = world(TALENTS);
    let map = world.run(&["map", "talents.csv", "--kind", "talent"]).exits(0).stdout;
    let world = world.file("m.toml", &map);
    world.run(&["import", "talents.csv", "--mapping", "m.toml", "--yes"]).exits(0);
    let married = id(&world, "基本信息/婚姻状况");
    let ledger = world.ledger();
    let customs = &ledger.talents[0].body["basic_info"]["customized_data"];
    assert_eq!(value(customs, &married), Some("2"), "{customs}");
}

#[test]
fn an_option_that_there_is_not_names_those_that_there_are_and_what_is_required_is_asked_for() {
    let sheet = "\
姓名,手机号,婚姻状况,技能标签,是否接受出差
张三,13800138000,单身,Java,接受
李四,13800138001,未婚,Java、阅读,不接受
王五,13800138002,未婚,Go,
";
    let world = world(sheet);
    let told = world.run(&["check", "talents.csv", "--kind", "talent"]).exits(10).stdout;
    for text in [
        "option-not-offered",
        "未婚, 已婚, 离异",
        "Java, Go, Python, 前端, 算法",
        "[required] 是否接受出差",
    ] {
        assert!(told.contains(text), "{text}: {told}");
    }
    world.run(&["import", "talents.csv", "--kind", "talent", "--yes"]).exits(14);
    assert!(world.ledger().talents.is_empty());
}

#[test]
fn a_required_field_without_a_column_is_one_problem_with_ways_out_that_work() {
    let sheet = "姓名,手机号\n张三,13800138000\n李四,13800138001\n王五,13800138002\n";
    let enforced = Behaviour { required: Required::Enforced, ..Behaviour::default() };
    let world = World::new().sandbox(enforced).file("talents.csv", sheet);
    // Without the lists nobody knows, and the tenant refuses them.
    world.run(&["import", "talents.csv", "--kind", "talent", "--yes"]).exits(10);
    assert!(world.ledger().talents.is_empty());
    world.run(&["refs", "pull", "custom-fields"]).exits(0);
    let told = world.run(&["check", "talents.csv", "--kind", "talent"]).exits(2);
    assert_eq!(told.stderr.matches("[tenant-column-missing]").count(), 1, "{}", told.stderr);
    let line = told.stderr.lines().find(|line| line.contains("custom:")).unwrap();
    let (_, line) = line.split_once("write ").unwrap();
    let (line, _) = line.split_once(" under [record.defaults]").unwrap();
    let mapping = format!(
        "version = 1\n[[record]]\nkind = \"talent\"\n[record.defaults]\n{}\n",
        line.replace('…', "视情况而定")
    );
    world.put("m.toml", mapping);
    world.run(&["check", "talents.csv", "--mapping", "m.toml"]).exits(0);
    let header = "姓名,手机号,是否接受出差\n张三,13800138000,接受\n李四,13800138001,不接受\n";
    world.put("talents.csv", header);
    world.run(&["import", "talents.csv", "--kind", "talent", "--yes"]).exits(0);
    assert_eq!(world.ledger().talents.len(), 2);
}

#[test]
fn mobile_and_e_mail_are_required_where_the_tenant_says_so() {
    let tenant = r#"{"talent_modules": [{"id": "1", "name": "基本信息", "required": true, "fields": [
        {"id": "2", "name": "姓名", "type": 1, "required": true},
        {"id": "3", "name": {"zh": "手机", "en": "Mobile"}, "type": 10, "required": true},
        {"id": "4", "name": {"zh": "邮箱", "en": "Email"}, "type": 10, "required": true}]}]}"#;
    let tenant = std::sync::Arc::new(Company::from_json(tenant).unwrap());
    let behaviour =
        Behaviour { tenant: Some(tenant), required: Required::Enforced, ..Behaviour::default() };
    let world = World::new().sandbox(behaviour);
    world.run(&["refs", "pull", "custom-fields"]).exits(0);
    world.put("t.csv", "姓名,手机号\n张三,13800138000\n");
    let told = world.run(&["check", "t.csv", "--kind", "talent"]).exits(2);
    told.says("[tenant-column-missing]").says("basic_info.email");
    world.put("t.csv", "姓名,手机号,邮箱\n张三,13800138000,\n李四,13800138001,b@example.com\n");
    let told = world.run(&["check", "t.csv", "--kind", "talent"]).exits(10).stdout;
    assert!(told.contains("1 × error [required] 邮箱"), "{told}");
    let import = ["import", "t.csv", "--kind", "talent", "--yes", "--skip-invalid"];
    world.run(&import).exits(10);
    assert_eq!(world.ledger().talents.len(), 1);
    world.run(&["check", "t.csv", "--kind", "talent", "--no-refs"]).exits(0);
}

#[test]
fn a_child_sheet_fills_custom_fields_of_its_group_by_their_names() {
    let world = world("工号,姓名,手机号,是否接受出差\n7,张三,13800138000,接受\n");
    world.put("schools.csv", "工号,学校,学校类别\n7,清华大学,985\n7,示例大学,海外\n");
    world.put(
        "m.toml",
        "version = 1\n[[record]]\nkind = \"talent\"\nfile = \"talents.csv\"\n[[record.child]]\n\
         group = \"education_list\"\nfile = \"schools.csv\"\n\
         key = { child = \"工号\", parent = \"工号\" }\n",
    );
    world.run(&["import", "talents.csv", "--mapping", "m.toml", "--yes"]).exits(0);
    let ledger = world.ledger();
    assert!(ledger.violations.is_empty(), "{:?}", ledger.violations);
    let school = id(&world, "教育经历/学校类别");
    let entries = &ledger.talents[0].body["education_list"];
    assert_eq!(value(&entries[0]["customized_data"], &school), Some("1"), "{entries}");
    assert_eq!(value(&entries[1]["customized_data"], &school), Some("4"), "{entries}");
    let wrong = "工号,学校,学校类别\n7,清华大学,一本\n";
    world.put("schools.csv", wrong);
    let told = world.run(&["check", "talents.csv", "--mapping", "m.toml"]).exits(10).stdout;
    assert!(told.contains("option-not-offered"), "{told}");
}
