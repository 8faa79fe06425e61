//! Rows that are hidden, merged, or come back in a fix file; child sheets of every shape: nobody
//! loses a school, and nobody gets another's.

use muster::sandbox::Behaviour;
use rust_xlsxwriter::{Format, Workbook, Worksheet};
use serde_json::Value;

use crate::world::World;

/// A workbook of these sheets: name and rows of cells, separated by commas.
fn book(sheets: &[(&str, &str)], shape: impl Fn(&str, &mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, csv) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).unwrap();
        for (row, line) in (0..).zip(csv.lines()) {
            for (column, text) in (0..).zip(line.split(',')).filter(|(_, text)| !text.is_empty()) {
                sheet.write_string(row, column, text).unwrap();
            }
        }
        shape(name, sheet);
    }
    book.save_to_buffer().unwrap()
}

/// The schools of everybody who would be sent, in the order of the rows.
fn schools(world: &World, more: &[&str]) -> Vec<String> {
    let path = world.path().join("bodies.jsonl");
    let _ = std::fs::remove_file(&path);
    world.check(&[&["--payloads", "bodies.jsonl"], more].concat());
    let text = std::fs::read_to_string(path).unwrap();
    let of = |line: &str| {
        let body = serde_json::from_str::<Value>(line).unwrap()["body"].take();
        let entries = body["education_list"].as_array().cloned().unwrap_or_default();
        let schools: Vec<&str> = entries.iter().filter_map(|e| e["school"].as_str()).collect();
        format!("{}: {}", body["basic_info"]["name"].as_str().unwrap(), schools.join(" "))
    };
    text.lines().map(of).collect()
}

fn codes(json: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let problems = json["problems"].as_array().unwrap();
    problems.iter().map(|p| (text(&p["code"]), text(&p["cell"]))).collect()
}

#[test]
fn a_rejected_row_of_a_fix_file_is_not_given_to_the_person_above_it() {
    let csv = "姓名,手机号,学校,学历\n张三,13800138000,北京大学,很高\n\n,,清华大学,硕士\n";
    let world = World::new().file("t.csv", csv).sandbox(Behaviour::default());
    world.import(&["--skip-invalid"]).exits(10);
    world.put(
        "m.toml",
        "version = 1\n[[record]]\nkind = \"talent\"\n\
         [record.values.\"education_list.degree\"]\n\"很高\" = \"博士\"\n",
    );
    let fix = "muster-report-1/fix-t.xlsx";
    let said = world.run(&["check", fix, "--mapping", "m.toml", "--json"]).exits(10).json();
    assert_eq!((&said["valid"], &said["invalid"]), (&1.into(), &1.into()), "{said}");
}

#[test]
fn a_fix_file_keeps_what_is_merged_and_leaves_out_what_is_hidden() {
    let rows = "姓名,手机号,学校,学历\n张三,13800138000,北京大学,本科\n李四,138,,本科\n\
        ,,清华大学,硕士\n,,南开大学,博士\n";
    let plain = Format::new();
    let bytes = book(&[("员工", rows)], |_, sheet| {
        sheet.merge_range(1, 2, 2, 2, "北京大学", &plain).unwrap();
        sheet.set_row_hidden(3).unwrap();
    });
    let world = World::new().file("t.xlsx", bytes).sandbox(Behaviour::default());
    world.import(&["--skip-invalid"]).exits(10);
    let fix = World::new().file(
        "fix.xlsx",
        std::fs::read(world.path().join("muster-report-1").join("fix-t.xlsx")).unwrap(),
    );
    fix.put(
        "m.toml",
        "version = 1\n[[record]]\nkind = \"talent\"\nignore = [\"手机号\"]\n\
         [record.defaults]\n\"basic_info.email\" = \"a@example.com\"\n",
    );
    assert_eq!(schools(&fix, &["--mapping", "m.toml"]), ["李四: 北京大学 南开大学"]);
}

const PARENTS: &str = "工号,姓名,手机号\n001,张三,13800138000\n002,李四,13800138001\n";
const MAPPING: &str = "version = 1\n[[record]]\nkind = \"talent\"\nignore = [\"工号\"]\n\
    [[record.child]]\ngroup = \"education_list\"\nsheet = \"教育\"\n\
    key = { child = \"工号\", parent = \"工号\" }\n\
    columns = { \"学校\" = \"school\" }\n";

#[test]
fn parents_of_one_key_in_two_files_get_no_children_by_chance() {
    let world = World::new()
        .file("a.csv", PARENTS)
        .file("b.csv", "工号,姓名,手机号\n001,赵六,13800138009\n")
        .file("c.csv", "工号,学校\n001,北京大学\n001,清华大学\n002,复旦大学\n")
        .sandbox(Behaviour::default());
    world.put("m.toml", MAPPING.replace("sheet = \"教育\"", "file = \"c.csv\""));
    assert_eq!(schools(&world, &["--mapping", "m.toml"]), ["李四: 复旦大学"]);
    let json = world.check(&["--mapping", "m.toml", "--json"]).exits(10).json();
    let shared = ("child-key-shared".to_owned(), "A2".to_owned());
    assert_eq!(codes(&json), [shared.clone(), shared]);
    assert!(json["problems"][0]["message"].as_str().unwrap().contains("b.csv"), "{json}");
    let ran = world.import(&["--mapping", "m.toml", "--skip-invalid"]).exits(10);
    assert!(ran.stdout.contains("6 rows = 2 made records + 4 rejected"), "{}", ran.stdout);
}

#[test]
fn a_key_that_rows_of_one_person_repeat_is_that_persons() {
    let parents = "工号,姓名,手机号,语言\n001,张三,13800138000,英语\n001,,,法语\n";
    let bytes = book(&[("员工", parents), ("教育", "工号,学校\n001,北京大学\n")], |_, _| {});
    let world = World::new().file("t.xlsx", bytes);
    world.put("m.toml", MAPPING);
    assert_eq!(schools(&world, &["--mapping", "m.toml"]), ["张三: 北京大学"]);
}

#[test]
fn a_child_sheet_is_read_as_its_parent_is() {
    let child = "教育经历表\n工号,教育信息,\n,学校,备注\n001,北京大学,\n,清华大学,\n002,复旦大学,\n\
        工号,学校,备注\n002,同济大学,\n002,南开大学,\n合计,5,\n";
    let plain = Format::new();
    let bytes = book(&[("员工", PARENTS), ("教育", child)], |name, sheet| {
        if name == "教育" {
            sheet.merge_range(1, 0, 2, 0, "工号", &plain).unwrap();
            sheet.merge_range(1, 1, 1, 2, "教育信息", &plain).unwrap();
            sheet.merge_range(3, 0, 4, 0, "001", &plain).unwrap();
            sheet.set_row_hidden(7).unwrap();
        }
    });
    let world = World::new().file("t.xlsx", bytes);
    world.put("m.toml", MAPPING.replace("[\"工号\"]", "[\"工号\", \"备注\"]"));
    let read = ["--mapping", "m.toml"];
    assert_eq!(schools(&world, &read), ["张三: 北京大学 清华大学", "李四: 复旦大学 南开大学"]);
    let json = world.check(&["--mapping", "m.toml", "--json"]).exits(0).json();
    let told: Vec<String> = codes(&json).into_iter().map(|(code, _)| code).collect();
    assert_eq!(told, ["row-repeats-header", "row-is-total", "rows-hidden"], "{json}");
    assert_eq!((&json["rows"], &json["skipped"]), (&9.into(), &3.into()));
    let all = schools(&world, &["--mapping", "m.toml", "--hidden", "read"]);
    assert_eq!(all[1], "李四: 复旦大学 同济大学 南开大学");
}

#[test]
fn the_children_of_a_hidden_row_are_left_out_with_it() {
    let child = "工号,学校\n001,北京大学\n002,复旦大学\n";
    let bytes = book(&[("员工", PARENTS), ("教育", child)], |name, sheet| {
        if name == "员工" {
            sheet.set_row_hidden(2).unwrap();
        }
    });
    let world = World::new().file("t.xlsx", bytes);
    world.put("m.toml", MAPPING);
    let json = world.check(&["--mapping", "m.toml", "--json"]).exits(0).json();
    let told: Vec<String> = codes(&json).into_iter().map(|(code, _)| code).collect();
    assert_eq!(told, ["rows-hidden", "child-of-hidden"]);
    assert_eq!((&json["rows"], &json["skipped"]), (&4.into(), &2.into()));
}

#[test]
fn a_row_below_a_hidden_person_names_the_row_that_is_hidden() {
    let rows = "姓名,手机号,学校,学历\n张三,13800138000,北京大学,本科\n李四,13800138001,同济大学,本科\n\
        ,,清华大学,硕士\n,,南开大学,博士\n王五,13800138002,复旦大学,本科\n合计,2,,\n,,浙江大学,硕士\n";
    let bytes = book(&[("员工", rows)], |_, sheet| {
        sheet.set_row_hidden(2).unwrap();
        sheet.set_row_hidden(6).unwrap();
    });
    let world = World::new().file("t.xlsx", bytes);
    let json = world.check(&["--json"]).exits(10).json();
    let told = [("row-of-hidden", ""), ("rows-hidden", "")];
    assert_eq!(codes(&json), told.map(|(code, cell)| (code.to_owned(), cell.to_owned())));
    let problem = &json["problems"][0];
    assert_eq!(problem["row"], 4);
    assert!(problem["message"].as_str().unwrap().contains("row 3"), "{problem}");
    assert_eq!(schools(&world, &[]), ["张三: 北京大学", "王五: 复旦大学 浙江大学"]);
    assert_eq!(schools(&world, &["--hidden", "read"])[1], "李四: 同济大学 清华大学 南开大学");
}

#[test]
fn hidden_rows_prove_no_order_of_dates() {
    let rows = "姓名,邮箱,出生日期\n甲,a@example.com,03/04/1990\n乙,b@example.com,26/04/1990\n\
        丙,c@example.com,06/26/1990\n";
    let bytes = book(&[("员工", rows)], |_, sheet| {
        sheet.set_row_hidden(3).unwrap();
    });
    let json = World::new().file("t.xlsx", bytes).check(&["--json"]).exits(0).json();
    assert_eq!(codes(&json)[0], ("date-order-proven".to_owned(), "C3".to_owned()), "{json}");
}

/// A line through a cell is how many a list says that somebody has left.
#[test]
fn who_is_struck_out_is_not_sent_in_silence() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let (plain, struck) = (Format::new(), Format::new().set_font_strikethrough());
    let lines = [
        ["姓名", "手机号", "学校"],
        ["张三", "13800138000", "北京大学"],
        ["李四", "13800138001", "清华大学"],
        ["王五", "13800138002", "复旦大学"],
    ];
    let through = [(1, 0), (1, 1), (1, 2), (2, 2)];
    for (row, line) in (0u32..).zip(lines) {
        for (column, text) in (0u16..).zip(line) {
            let format = if through.contains(&(row, column)) { &struck } else { &plain };
            sheet.write_string_with_format(row, column, text, format).unwrap();
        }
    }
    let world = World::new().file("t.xlsx", book.save_to_buffer().unwrap());
    let json = world.check(&["--json", "--kind", "talent"]).exits(10).json();
    let mut said: Vec<String> = json["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|problem| format!("{} {}", problem["cell"], problem["code"]).replace('"', ""))
        .collect();
    said.sort();
    assert_eq!(said, ["A2 struck-person", "B2 struck-out", "C2 struck-out", "C3 struck-out"]);
    assert_eq!((&json["valid"], &json["invalid"]), (&2.into(), &1.into()));
}
