//! Sheets with headers of several rows, rows that are no records, hidden parts: read as a person
//! would read them, and told.

use muster::sandbox::Behaviour;
use rust_xlsxwriter::{Format, Workbook, Worksheet};
use serde_json::Value;

use crate::world::World;

fn codes(json: &Value) -> Vec<String> {
    let mut codes: Vec<String> = json["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| format!("{} {}", p["code"].as_str().unwrap(), p["row"]))
        .collect();
    codes.sort();
    codes
}

fn bodies(world: &World, more: &[&str]) -> Vec<Value> {
    let mut arguments = vec!["--payloads", "bodies.jsonl"];
    arguments.extend(more);
    world.check(&arguments).exits(0);
    let text = std::fs::read_to_string(world.path().join("bodies.jsonl")).unwrap();
    text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["body"].take()).collect()
}

fn write(sheet: &mut Worksheet, lines: &[&[&str]]) {
    for (row, line) in (0u32..).zip(lines) {
        for (column, text) in (0u16..).zip(*line) {
            if !text.is_empty() {
                sheet.write_string(row, column, *text).unwrap();
            }
        }
    }
}

const LINES: &[&[&str]] = &[
    &["2024 年候选人登记表"],
    &[],
    &["姓名", "手机号*", "教育经历", "", "教育经历", "", "紧急联系人", ""],
    &["", "", "学校", "学历", "学校", "学历", "姓名", "电话"],
    &["必填", "11位手机号", "文本", "下拉选择", "文本", "下拉选择", "", ""],
    &["示例", "13900139000", "北京大学", "本科", "", "", "李四", "13900139001"],
    &["张三", "13800138000", "北京大学", "本科", "清华大学", "硕士", "李四", "13800138009"],
    &["姓名", "手机号*", "教育经历", "", "教育经历", "", "紧急联系人", ""],
    &["", "", "学校", "学历", "学校", "学历", "姓名", "电话"],
    &["王五", "13800138001", "复旦大学", "本科", "", "", "赵六", "13800138008"],
    &["合计", "2"],
    &["制表人：李四", "", "审核：王五"],
];

fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let plain = Format::new();
    for (top, left, bottom, right) in
        [(0, 0, 0, 7), (2, 0, 3, 0), (2, 1, 3, 1), (2, 2, 2, 3), (2, 4, 2, 5), (2, 6, 2, 7)]
    {
        sheet.merge_range(top, left, bottom, right, "", &plain).unwrap();
    }
    write(sheet, LINES);
    book.save_to_buffer().unwrap()
}

fn csv() -> String {
    LINES.iter().map(|line| line.join(",") + "\n").collect()
}

#[test]
fn a_template_with_merged_headings_and_its_csv_twin_give_the_same_bodies() {
    let book = World::new().file("t.xlsx", workbook());
    let twin = World::new().file("t.csv", csv());
    let found = bodies(&book, &[]);
    assert_eq!(found, bodies(&twin, &[]));
    assert_eq!(found.len(), 2);
    assert_eq!(found[0]["education_list"].as_array().unwrap().len(), 2);
    assert!(!found[0].to_string().contains("13800138009"), "{}", found[0]);
    for world in [&book, &twin] {
        let json = world.check(&["--json"]).exits(0).json();
        assert_eq!(
            codes(&json),
            [
                "header-unbound 4",
                "header-unbound 4",
                "row-is-example 6",
                "row-is-footer 12",
                "row-is-hint 5",
                "row-is-total 11",
                "row-repeats-header 8",
                "row-repeats-header 9",
            ]
        );
        assert_eq!(
            (&json["rows"], &json["skipped"], &json["blank"]),
            (&8.into(), &6.into(), &0.into())
        );
    }
}

#[test]
fn rows_that_are_no_records_are_counted_apart_in_the_report() {
    let world = World::new().file("t.csv", csv()).sandbox(Behaviour::default());
    let ran = world.import(&[]).exits(0);
    assert!(ran.stdout.contains("8 rows = 2 made records"), "{}", ran.stdout);
    let report = world.report(1);
    assert_eq!((&report["counts"]["rows"], &report["counts"]["skipped"]), (&8.into(), &6.into()));
}

fn hidden() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    write(
        sheet,
        &[
            &["姓名", "手机号", "邮箱", "性别"],
            &["张三", "13800138000", "a@example.com", "男"],
            &["李四", "13800138001", "b@example.com", "女"],
            &["王五", "13800138002", "c@example.com", "男"],
            &["赵六", "13800138003", "d@example.com", "女"],
        ],
    );
    sheet.set_column_hidden(3).unwrap();
    for row in [2, 3] {
        sheet.set_row_hidden(row).unwrap();
    }
    let other = book.add_worksheet();
    write(other, &[&["姓名", "手机号"], &["孙七", "13800138004"]]);
    other.set_hidden(true);
    book.save_to_buffer().unwrap()
}

#[test]
fn what_is_hidden_is_reported_and_read_only_if_asked() {
    let world = World::new().file("t.xlsx", hidden());
    let json = world.check(&["--json"]).exits(0).json();
    assert_eq!(codes(&json), ["columns-hidden null", "rows-hidden null", "sheet-passed-over null"]);
    assert_eq!((&json["valid"], &json["skipped"]), (&2.into(), &2.into()));
    let said = world.check(&[]).exits(0);
    assert!(said.stdout.contains("rows 3-4 are hidden (by hand"), "{}", said.stdout);
    assert!(said.stdout.contains("columns D are hidden (性别)"), "{}", said.stdout);
    let found = bodies(&world, &[]);
    assert_eq!(found[0]["basic_info"]["gender"], Value::Null);
    let all = bodies(&world, &["--hidden", "read"]);
    assert_eq!(all.len(), 5);
    assert_eq!(all[0]["basic_info"]["gender"], 1);
}

#[test]
fn where_all_rows_are_hidden_it_is_said_so() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    write(sheet, &[&["姓名", "手机号"], &["张三", "13800138000"]]);
    sheet.set_row_hidden(1).unwrap();
    let world = World::new().file("t.xlsx", book.save_to_buffer().unwrap());
    world.check(&[]).exits(2).says("rows 2 are hidden");
}

#[test]
fn a_staff_list_that_is_told_to_be_of_candidates_is_warned_about() {
    let csv = "姓名,手机号,部门,工号,入职日期\n张三,13800138000,研发部,001,2024-01-01\n";
    let world = World::new().file("t.csv", csv).untold();
    world.check(&[]).exits(2).says("kind-ambiguous");
    let json = world.check(&["--json", "--kind", "talent"]).exits(0).json();
    assert!(codes(&json).contains(&"kind-doubtful 1".to_owned()), "{json}");
    let csv = "姓名,手机号,应聘部门,意向岗位\n张三,13800138000,研发部,工程师\n";
    let world = World::new().file("t.csv", csv);
    for more in [&["--json"][..], &["--json", "--kind", "talent"]] {
        let json = world.check(more).exits(0).json();
        assert!(!codes(&json).iter().any(|code| code.starts_with("kind-")), "{json}");
    }
}

#[test]
fn a_fix_file_of_folded_headers_reads_back() {
    let lines = csv().replace("13800138001", "1380013");
    let world = World::new().file("t.csv", lines);
    world.check(&["--report", "out.csv"]).exits(10);
    let out = std::fs::read_to_string(world.path().join("out.csv")).unwrap();
    assert!(out.contains("教育经历2-学校"), "{out}");
    let fixed = out.replace("1380013", "13800138001");
    let again = World::new().file("fixed.csv", fixed);
    let found = bodies(&again, &[]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["education_list"][0]["school"], "复旦大学");
}

const RELATIVES: &[&[&str]] =
    &[&["姓名", "与本人关系", "联系电话"], &["张父", "父亲", "13900139000"]];

#[test]
fn a_list_of_relatives_is_passed_over_beside_another_and_refused_alone() {
    let mut book = Workbook::new();
    let staff = book.add_worksheet().set_name("花名册").unwrap();
    let lines: &[&[&str]] = &[
        &["姓名", "手机号", "紧急联系人姓名", "紧急联系人关系", "紧急联系人电话"],
        &["张三", "13800138000", "张父", "父亲", "13900139000"],
    ];
    write(staff, lines);
    write(book.add_worksheet().set_name("家庭成员").unwrap(), RELATIVES);
    let both = World::new().file("t.xlsx", book.save_to_buffer().unwrap());
    let found = bodies(&both, &[]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["basic_info"]["name"], "张三");
    let json = both.check(&["--json"]).exits(0).json();
    assert!(codes(&json).contains(&"sheet-passed-over 1".to_owned()), "{json}");

    let alone: String = RELATIVES.iter().map(|line| line.join(",") + "\n").collect();
    let mapping = "version = 1\n[[record]]\nkind = \"talent\"\n";
    let alone = World::new()
        .file("t.csv", alone)
        .file("all.toml", mapping)
        .file("meant.toml", format!("{mapping}ignore = [\"与本人关系\"]\n"));
    for more in [&[][..], &["--kind", "talent"], &["--mapping", "all.toml"]] {
        let refused = alone.check(&[more, &["--lang", "en"]].concat()).exits(2);
        refused.says("sheet-of-relatives").says("--mapping");
    }
    assert_eq!(bodies(&alone, &["--mapping", "meant.toml"]).len(), 1);
}

#[test]
fn a_page_pasted_with_its_columns_in_another_order_is_refused() {
    let csv = "姓名,手机号,学校,专业\n张三,13800138000,北京大学,法学\n\
        姓名,手机号,专业,学校\n王五,13800138002,物理,浙江大学\n";
    let refused = World::new().file("t.csv", csv).check(&["--lang", "en"]).exits(2);
    refused.says("header-moved").says("row 1");
}

#[test]
fn departments_over_all_columns_and_rows_merged_into_one_person_are_no_people() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let plain = Format::new();
    for (top, left, bottom, right) in [(1, 0, 1, 3), (2, 1, 3, 1), (2, 2, 3, 2)] {
        sheet.merge_range(top, left, bottom, right, "", &plain).unwrap();
    }
    let lines: &[&[&str]] = &[
        &["序号", "姓名", "手机号", "备注"],
        &["研发部（2 人）"],
        &["1", "张三", "13800138000", "党员"],
        &["", "", "", "可出差"],
        &["2", "李四", "13800138001", ""],
    ];
    write(sheet, lines);
    let world = World::new().file("t.xlsx", book.save_to_buffer().unwrap());
    assert_eq!(bodies(&world, &[]).len(), 2);
    let json = world.check(&["--json"]).exits(0).json();
    let told = codes(&json);
    assert!(told.contains(&"row-is-section 2".to_owned()), "{told:?}");
    assert!(told.contains(&"row-is-merged 4".to_owned()), "{told:?}");
    assert_eq!(json["rows"], 4);
}

/// A header that is merged over several columns, and what is below it in the rows.
fn spanning(header: &[&str], over: (u16, u16), rows: &[&[&str]], joined: bool) -> World {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let plain = Format::new();
    let last = if joined { u32::try_from(rows.len()).unwrap() } else { 0 };
    for row in 0..=last {
        sheet.merge_range(row, over.0, row, over.1, "", &plain).unwrap();
    }
    write(sheet, &[header]);
    for (row, line) in (1u32..).zip(rows) {
        for (column, text) in (0u16..).zip(*line) {
            if !text.is_empty() {
                sheet.write_string(row, column, *text).unwrap();
            }
        }
    }
    World::new().file("t.xlsx", book.save_to_buffer().unwrap())
}

#[test]
fn a_header_over_several_columns_is_not_read_by_the_first_alone() {
    let days: &[&[&str]] =
        &[&["", "年", "月", "日", ""], &["王伟", "1990", "2", "1", "13800138000"]];
    let parts: &[&[&str]] = &[&["王伟", "138", "00138000"], &["李娜", "138", "00138001"]];
    for (world, cells) in [
        (spanning(&["姓名", "出生日期", "", "", "手机"], (1, 3), days, false), 1),
        (spanning(&["姓名", "手机", ""], (1, 2), parts, false), 2),
    ] {
        let told = codes(&world.check(&["--json", "--kind", "talent"]).exits(10).json());
        let spans = told.iter().filter(|code| code.starts_with("header-spans")).count();
        assert_eq!(spans, cells, "{told:?}");
    }
}

#[test]
fn a_wide_column_and_a_heading_that_feeds_nothing_are_sound() {
    let wide: &[&[&str]] = &[&["王伟", "", "13800138000"]];
    let notes: &[&[&str]] = &[&["王伟", "13800138000", "好", "老客户"]];
    for world in [
        spanning(&["姓名", "", "手机"], (0, 1), wide, true),
        spanning(&["姓名", "", "手机"], (0, 1), wide, false),
        spanning(&["姓名", "手机", "印象", ""], (2, 3), notes, false),
    ] {
        assert_eq!(bodies(&world, &["--kind", "talent"]).len(), 1);
    }
}

/// A workbook of these sheets.
fn sheets(all: &[(&str, &[&[&str]])]) -> World {
    let mut book = Workbook::new();
    for (name, lines) in all {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).unwrap();
        write(sheet, lines);
    }
    World::new().file("t.xlsx", book.save_to_buffer().unwrap())
}

#[test]
fn a_sheet_that_names_nobody_is_passed_over_where_the_kind_is_told_too() {
    let people: &[&[&str]] = &[&["姓名", "手机", "学历"], &["王伟", "13800138000", "本科"]];
    let options: &[&[&str]] = &[&["性别", "学历"], &["男", "本科"], &["女", "硕士"]];
    let counts: &[&[&str]] = &[&["学历", "人数"], &["本科", "12"]];
    for beside in [options, counts] {
        let world = sheets(&[("下拉选项", beside), ("人才", people)]);
        for kind in [&[][..], &["--kind", "talent"]] {
            assert_eq!(bodies(&world, kind).len(), 1, "{kind:?}");
            let told = codes(&world.check(&[&["--json"], kind].concat()).exits(0).json());
            assert!(told.iter().any(|code| code.starts_with("sheet-passed-over")), "{told:?}");
        }
    }
    // People whose name is missing are nobody's list of options, and neither is a sheet by itself.
    let nameless: &[&[&str]] = &[&["手机", "学历"], &["13800138001", "本科"]];
    let refused =
        sheets(&[("人才", people), ("续", nameless)]).check(&["--kind", "talent"]).exits(2);
    refused.says("required-column-missing");
    let alone = sheets(&[("下拉选项", options)]).check(&["--kind", "talent"]).exits(2);
    alone.says("required-column-missing");
    let named = sheets(&[("人才", people), ("下拉选项", options)]);
    named.check(&["--kind", "talent", "--sheet", "下拉选项"]).exits(2).says("required-column");
}

/// A column of periods is named with the line that reads it, and the line reads it.
#[test]
fn a_column_of_periods_is_told_with_the_line_that_parts_it() {
    for (header, before) in
        [("教育经历1-起止时间", ""), ("教育经历1-起止时间", "学历,"), ("起止时间", "")]
    {
        let world = World::new();
        let degree = if before.is_empty() { "" } else { "本科," };
        let text = format!(
            "姓名,手机号,{before}教育经历1-学校,{header}\n张三,13800138000,{degree}清华大学,2010.9-2014.6\n"
        );
        world.put("t.csv", text);
        let check = ["check", "t.csv", "--kind", "talent", "--json"];
        let problems = world.run(&check).json()["problems"].clone();
        assert_eq!(problems[0]["code"], "header-period", "{problems}");
        let hint = problems[0]["hint"].as_str().unwrap();
        let line = hint.find("derive = ").map(|at| &hint[at..]).unwrap();
        let line = &line[..=line.find("}]").unwrap() + 1];
        world.put("m.toml", format!("version = 1\n[[record]]\nkind = \"talent\"\n{line}\n"));
        let check = ["check", "t.csv", "--mapping", "m.toml", "--json", "--payloads", "b.jsonl"];
        let read = world.run(&check).json();
        assert_eq!(read["problems"].as_array().map(Vec::len), Some(0), "{read}");
        let body = std::fs::read_to_string(world.path().join("b.jsonl")).unwrap();
        let body: serde_json::Value = serde_json::from_str(body.lines().next().unwrap()).unwrap();
        let education = &body["body"]["education_list"][0];
        assert!(
            education["start_time"].is_string() && education["end_time"].is_string(),
            "{education}"
        );
    }
}

/// A workbook of these lines with cells merged (first and last, from 0: row, column).
fn merged(lines: &[&[&str]], merges: &[(u32, u16, u32, u16)]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (top, left, bottom, right) in merges {
        sheet.merge_range(*top, *left, *bottom, *right, "", &Format::new()).unwrap();
    }
    write(sheet, lines);
    book.save_to_buffer().unwrap()
}

/// The lines that a warning of this code prints, for a column.
fn advice(json: &Value, code: &str) -> Vec<String> {
    let problems = json["problems"].as_array().unwrap().iter();
    let told = problems.filter(|problem| problem["code"] == code);
    told.map(|problem| problem["hint"].as_str().unwrap().to_owned()).collect()
}

const AGENT: &[&[&str]] = &[
    &["姓名", "手机", "代理人", "", ""],
    &["", "", "身份证号", "邮箱", "性别"],
    &["王伟", "13800138000", "11010519491231002X", "boss@example.com", "女"],
];
const OVER_TWO: &[(u32, u16, u32, u16)] = &[(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 4)];

#[test]
fn what_stands_below_an_unknown_heading_is_sent_only_if_a_mapping_says_so() {
    let csv: String = AGENT.iter().map(|line| line.join(",") + "\n").collect();
    let book = World::new().file("t.xlsx", merged(AGENT, OVER_TWO));
    let twin = World::new().file("t.csv", csv);
    for world in [&book, &twin] {
        let found = bodies(world, &[]);
        assert!(!found[0].to_string().contains("boss@example.com"), "{}", found[0]);
        assert_eq!(found[0]["basic_info"]["gender"], Value::Null);
        let json = world.check(&["--json"]).exits(0).json();
        assert_eq!(codes(&json), ["header-unbound 2"; 3]);
    }
    // The line that is printed binds it, below a heading that nothing is known of.
    let lines: Vec<Vec<&str>> = AGENT
        .iter()
        .map(|line| {
            line.iter().map(|cell| if *cell == "代理人" { "丙组" } else { *cell }).collect()
        })
        .collect();
    let lines: Vec<&[&str]> = lines.iter().map(Vec::as_slice).collect();
    let world = World::new().file("t.xlsx", merged(&lines, OVER_TWO));
    let told = advice(&world.check(&["--json", "--lang", "en"]).exits(0).json(), "header-unbound");
    let line = "\"丙组-邮箱\" = \"basic_info.email\"";
    assert!(told.iter().any(|hint| hint.contains(line)), "{told:?}");
    let mapping = format!("version = 1\n[[record]]\nkind = \"talent\"\n[record.columns]\n{line}\n");
    world.put("m.toml", mapping);
    assert_eq!(
        bodies(&world, &["--mapping", "m.toml"])[0]["basic_info"]["email"],
        "boss@example.com"
    );
}

#[test]
fn a_row_of_marks_below_the_header_is_a_row_of_hints() {
    for (marks, more) in [
        (&["必填", "必填", "选填", "选填"][..], &[][..]),
        (&["必填，与证件一致", "必填", "选填", "YYYY-MM-DD"], &[]),
        (&["Required", "Required", "Optional", "yyyy/mm/dd"], &[]),
        (&["文本", "文本", "文本", "日期"], &["必填", "必填", "选填", "选填"]),
    ] {
        let mut lines: Vec<&[&str]> = vec![&["姓名", "手机", "备注", "出生日期"], marks];
        lines.extend((!more.is_empty()).then_some(more));
        lines.push(&["王伟", "13800138000", "无", "1990-02-01"]);
        let csv: String = lines.iter().map(|line| line.join("|") + "\n").collect();
        let world = World::new().file("t.csv", csv);
        let json = world.check(&["--json"]).exits(0).json();
        let mut expected = vec!["header-unbound 1".to_owned()];
        expected.extend((2..lines.len()).map(|row| format!("row-is-hint {row}")));
        assert_eq!(codes(&json), expected, "{marks:?}");
        assert_eq!(bodies(&world, &[])[0]["basic_info"]["name"], "王伟");
    }
    // What protects from relatives is the header, whatever stands below it.
    let csv = "姓名,性别,关系,手机\n必填,必填,选填,选填\n王父,男,父亲,13800138050\n";
    World::new().file("t.csv", csv).check(&["--lang", "en"]).exits(2).says("sheet-of-relatives");
}

#[test]
fn the_phone_right_of_another_person_is_told_and_not_sent_beside_ones_own() {
    for person in [
        "配偶",
        "监护人",
        "证明人",
        "猎头顾问",
        "直属领导",
        "联系人",
        "Spouse",
        "NextOfKin",
        "Referee",
    ] {
        let csv = format!("姓名,性别,邮箱,{person},手机\n王伟,男,w@example.com,刘芳,13800138050\n");
        let world = World::new().file("t.csv", csv);
        let json = world.check(&["--json"]).exits(0).json();
        let told: Vec<String> =
            codes(&json).into_iter().filter(|code| !code.starts_with("kind-")).collect();
        assert_eq!(told, ["header-beside-person 1", "header-unbound 1"], "{person}");
        let csv = format!(
            "姓名,手机,{person},电话,邮箱\n王伟,13800138000,刘芳,13800138050,w@example.com\n"
        );
        let found = bodies(&World::new().file("t.csv", csv), &[]);
        assert_eq!(found[0]["basic_info"]["mobile"], "13800138000", "{person}");
        assert_eq!(found[0]["basic_info"]["email"], "w@example.com");
    }
    // Either line that is printed ends the question.
    let csv = "姓名,邮箱,配偶,手机\n王伟,w@example.com,刘芳,13800138050\n";
    let start = "version = 1\n[[record]]\nkind = \"talent\"\n";
    let own = format!("{start}[record.columns]\n\"手机\" = \"basic_info.mobile\"\n");
    let world = World::new().file("t.csv", csv);
    world.put("own.toml", own);
    world.put("theirs.toml", format!("{start}ignore = [\"手机\"]\n"));
    let told = advice(&world.check(&["--json"]).exits(0).json(), "header-beside-person");
    assert!(told[0].contains("\"手机\" = \"basic_info.mobile\""), "{told:?}");
    assert!(told[0].contains("ignore = [\"手机\"]"), "{told:?}");
    for (mapping, mobile) in
        [("own.toml", Value::from("13800138050")), ("theirs.toml", Value::Null)]
    {
        let json = world.check(&["--json", "--mapping", mapping]).exits(0).json();
        assert_eq!(codes(&json), ["header-unbound 1"], "{mapping}");
        assert_eq!(bodies(&world, &["--mapping", mapping])[0]["basic_info"]["mobile"], mobile);
    }
    for csv in [
        "姓名,手机,推荐人,推荐人电话,邮箱\n王伟,13800138000,刘芳,13800138050,w@example.com\n",
        "姓名,家庭情况,手机\n王伟,良好,13800138000\n",
        "姓名,联系方式,手机\n王伟,电话,13800138000\n",
    ] {
        let json = World::new().file("t.csv", csv).check(&["--json"]).exits(0).json();
        assert!(!codes(&json).contains(&"header-beside-person 1".to_owned()), "{csv} {json}");
    }
}

#[test]
fn a_heading_of_the_name_over_two_columns_asks_for_the_join() {
    let two: &[&[&str]] = &[&["姓名", "", "手机"], &["姓", "名", ""], &["王", "伟", "13800138000"]];
    let english: &[&[&str]] =
        &[&["Name", "", "Mobile"], &["First", "Last", ""], &["Wei", "Wang", "13800138000"]];
    let one: &[&[&str]] = &[&["姓名", "", "手机"], &["王", "伟", "13800138000"]];
    let one_english: &[&[&str]] = &[&["Name", "", "Mobile"], &["Wei", "Wang", "13800138000"]];
    let (wide, tall) = ((0, 0, 0, 1), (0, 2, 1, 2));
    for (lines, merges, line, name) in [
        (two, &[wide, tall][..], "join = [\"姓\", \"名\"]", "王伟"),
        (
            english,
            &[wide, tall],
            "join = [\"First Name\", \"Last Name\"], separator = \" \"",
            "Wei Wang",
        ),
        (one, &[wide], "join = [\"姓名\", \"姓名@2\"]", "王伟"),
        (one_english, &[wide], "join = [\"Name\", \"Name@2\"], separator = \" \"", "Wei Wang"),
    ] {
        let world = World::new().file("t.xlsx", merged(lines, merges));
        let refused = world.check(&["--lang", "en"]).exits(2);
        let derive = format!("derive = [{{ {line}, to = \"basic_info.name\" }}]");
        refused.says("name-in-halves").says(&derive);
        let mapping = format!("version = 1\n[[record]]\nkind = \"talent\"\n{derive}\n");
        world.put("m.toml", mapping);
        let found = bodies(&world, &["--mapping", "m.toml"]);
        assert_eq!((found.len(), &found[0]["basic_info"]["name"]), (1, &Value::from(name)));
        let json = world.check(&["--json", "--mapping", "m.toml"]).exits(0).json();
        assert_eq!(codes(&json), [""; 0], "{line}");
    }
    // A whole name whose header is wide by accident, and one that something stands beside.
    let wide_only: &[&[&str]] = &[&["姓名", "", "手机"], &["王伟", "", "13800138000"]];
    let world = World::new().file("t.xlsx", merged(wide_only, &[wide]));
    assert_eq!(bodies(&world, &[])[0]["basic_info"]["name"], "王伟");
    let beside: &[&[&str]] = &[&["姓名", "", "手机"], &["王伟", "党员", "13800138000"]];
    World::new().file("t.xlsx", merged(beside, &[wide])).check(&[]).exits(10).says("header-spans");
}

#[test]
fn the_line_for_one_of_two_equal_headers_says_which() {
    let csv = "姓名,手机,学校,公司,开始时间,邮箱,开始时间\n\
        王伟,13800138000,清华大学,甲公司,2010-09,w@example.com,2013-07\n";
    let world = World::new().file("t.csv", csv);
    let told = advice(&world.check(&["--json"]).exits(0).json(), "header-unbound");
    let line = "\"开始时间@2\" = \"education_list[1].start_time\"";
    assert!(told.iter().any(|hint| hint.contains(line)), "{told:?}");
    let mapping = format!("version = 1\n[[record]]\nkind = \"talent\"\n[record.columns]\n{line}\n");
    world.put("m.toml", mapping);
    let json = world.check(&["--json", "--mapping", "m.toml"]).exits(0).json();
    assert!(!codes(&json).contains(&"header-ambiguous 1".to_owned()), "{json}");
}
