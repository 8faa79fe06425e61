//! Sheets of every shape: the same people give the same bodies, however they are laid out.

use muster::sandbox::Behaviour;
use serde_json::Value;

use crate::world::World;

/// The bodies that `import` would send, in the order of the rows.
fn bodies(world: &World, more: &[&str]) -> Vec<Value> {
    let mut arguments = vec!["--payloads", "bodies.jsonl"];
    arguments.extend(more);
    world.check(&arguments).exits(0);
    let text = std::fs::read_to_string(world.path().join("bodies.jsonl")).unwrap();
    let body = |line: &str| serde_json::from_str::<Value>(line).unwrap()["body"].take();
    text.lines().map(body).collect()
}

const NUMBERED: &str = "姓名,手机号,学校1,学历1,学校2,学历2,学校3,学历3\n\
    张三,13800138000,北京大学,本科,清华大学,硕士,南开大学,博士\n\
    李四,13800138001,复旦大学,本科,,,,\n\
    王五,13800138002,,,同济大学,硕士,浙江大学,博士\n";

#[test]
fn a_row_without_a_name_belongs_to_the_person_above() {
    let numbered = bodies(&World::new().file("t.csv", NUMBERED), &[]);
    let below = "姓名,手机号,学校,学历\n\
        张三,13800138000,北京大学,本科\n,,清华大学,硕士\n,,南开大学,博士\n\
        李四,13800138001,复旦大学,本科\n\
        王五,13800138002,同济大学,硕士\n,,浙江大学,博士\n";
    let world = World::new().file("t.csv", below);
    assert_eq!(bodies(&world, &[]), numbered);
    let json = world.check(&["--json"]).exits(0).json();
    assert_eq!((&json["rows"], &json["valid"]), (&6.into(), &3.into()));
}

#[test]
fn a_defect_in_a_row_below_is_named_at_its_own_cell_and_reported_with_the_whole_person() {
    let below = "姓名,手机号,学校,学历\n\
        张三,13800138000,北京大学,本科\n,,清华大学,很高\n\
        李四,13800138001,复旦大学,本科\n";
    let world = World::new().file("t.csv", below);
    let json = world.check(&["--json", "--report", "out.csv"]).exits(10).json();
    assert_eq!(json["problems"].as_array().unwrap().len(), 1);
    let problem = &json["problems"][0];
    assert_eq!((&problem["cell"], &problem["header"]), (&"D3".into(), &"学历".into()));
    assert_eq!(problem["field"], "education_list[2].degree");
    let report = std::fs::read_to_string(world.path().join("out.csv")).unwrap();
    assert_eq!(report.lines().count(), 3, "{report}");
    assert!(report.contains("张三") && !report.contains("李四"), "{report}");
}

#[test]
fn a_row_that_could_belong_to_nobody_is_an_error_not_lost() {
    for csv in [
        "姓名,手机号,学校\n,,北京大学\n张三,13800138000,清华大学\n",
        "姓名,手机号,学校\n张三,13800138000,清华大学\n\n,,北京大学\n",
        "姓名,手机号,学校\n张三,13800138000,清华大学\n,13800138009,北京大学\n",
    ] {
        let json = World::new().file("t.csv", csv).check(&["--json"]).exits(10).json();
        assert_eq!((&json["valid"], &json["invalid"]), (&1.into(), &1.into()), "{csv}");
    }
}

#[test]
fn the_sum_of_rows_closes_in_the_report_too() {
    let below = "姓名,手机号,学校,学历\n\
        张三,13800138000,北京大学,本科\n,,清华大学,硕士\n,,南开大学,博士\n\n\
        李四,13800138001,复旦大学,很高\n,,同济大学,硕士\n";
    let world = World::new().file("t.csv", below).sandbox(Behaviour::default());
    let ran = world.import(&["--skip-invalid"]).exits(10);
    assert!(
        ran.stdout.contains("6 rows = 3 made records + 2 rejected + 1 blank"),
        "{}",
        ran.stdout
    );
    let report = world.report(1);
    let counts = &report["counts"];
    assert_eq!((&counts["rows"], &counts["records"]), (&6.into(), &2.into()));
    assert!(!report.to_string().contains("ledger-open"), "{report}");
    let fixed = world.path().join("muster-report-1").join("fix-t.xlsx");
    assert!(fixed.exists());
}
