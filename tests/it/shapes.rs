//! Sheets of every shape: the same people give the same bodies, however they are laid out.

use std::fmt::Write as _;

use calamine::Reader as _;
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
    assert!(report.contains("D3"), "{report}");
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
fn a_repeated_header_does_not_end_a_person_and_a_row_of_doubt_does_not_split_one() {
    let numbered = bodies(&World::new().file("t.csv", NUMBERED), &[]);
    let below = "姓名,手机号,学校,学历\n\
        张三,13800138000,北京大学,本科\n姓名,手机号,学校,学历\n,,清华大学,硕士\n,,南开大学,博士\n\
        姓名,手机号,学校,学历\n李四,13800138001,复旦大学,本科\n\
        王五,13800138002,同济大学,硕士\n,,浙江大学,博士\n";
    let world = World::new().file("t.csv", below);
    assert_eq!(bodies(&world, &[]), numbered);
    let json = world.check(&["--json"]).exits(0).json();
    let cells = |json: &Value| -> Vec<String> {
        let problems = json["problems"].as_array().unwrap();
        problems.iter().map(|p| format!("{} {}", p["code"], p["row"])).collect()
    };
    assert_eq!(cells(&json), ["\"row-repeats-header\" 3", "\"row-repeats-header\" 6"]);

    let doubt = below.replacen("姓名,手机号,学校,学历\n,,清", "合计,,,\n,,清", 1);
    let world = World::new().file("t.csv", doubt);
    let json = world.check(&["--json"]).exits(10).json();
    assert_eq!((&json["valid"], &json["invalid"]), (&2.into(), &1.into()));
    let told: Vec<_> = cells(&json).into_iter().take(3).collect();
    let unclear = ["\"row-belongs-unclear\" 4", "\"row-belongs-unclear\" 5", "\"row-is-total\" 3"];
    assert_eq!(told, unclear);
}

#[test]
fn a_person_over_a_repeated_header_comes_back_whole_in_the_fix_file() {
    let below = "姓名,手机号,学校,学历\n张三,13800138000,北京大学,很高\n\
        姓名,手机号,学校,学历\n,,清华大学,硕士\n";
    let world = World::new().file("t.csv", below).sandbox(Behaviour::default());
    world.import(&["--skip-invalid"]).exits(10);
    world.put(
        "m.toml",
        "version = 1\n[[record]]\nkind = \"talent\"\n\
         [record.values.\"education_list.degree\"]\n\"很高\" = \"博士\"\n",
    );
    let fixed = ["check", "muster-report-1/fix-t.xlsx", "--mapping", "m.toml"];
    world.run(&[&fixed[..], &["--payloads", "fixed.jsonl"]].concat()).exits(0);
    let text = std::fs::read_to_string(world.path().join("fixed.jsonl")).unwrap();
    assert!(text.contains("北京大学") && text.contains("清华大学"), "{text}");
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

/// The same people as [`NUMBERED`], in a sheet of their own and one of their schools.
const PARENTS: &str =
    "工号,姓名,手机号\n001,张三,13800138000\n002,李四,13800138001\n003,王五,13800138002\n";
const CHILDREN: &str = "工号,学校,学历\n001,北京大学,本科\n003,同济大学,硕士\n\n001,清华大学,硕士\n\
    002,复旦大学,本科\n001,南开大学,博士\n003,浙江大学,博士\n";
const CHILD_MAPPING: &str = "version = 1\n[[record]]\nkind = \"talent\"\nignore = [\"工号\"]\n\
    [[record.child]]\ngroup = \"education_list\"\nfile = \"schools*.csv\"\n\
    key = { child = \"工号\", parent = \"工号\" }\n\
    columns = { \"学校\" = \"school\", \"学历\" = \"degree\" }\n";

#[test]
fn rows_of_a_child_file_belong_to_the_person_of_their_key() {
    let numbered = bodies(&World::new().file("t.csv", NUMBERED), &[]);
    // Named on the command line, in any order, or found beside the mapping file.
    let both = World::new().file("schools.csv", CHILDREN).file("t.csv", PARENTS);
    both.put("m.toml", CHILD_MAPPING);
    assert_eq!(bodies(&both, &["--mapping", "m.toml"]), numbered);
    let json = both.check(&["--mapping", "m.toml", "--json"]).exits(0).json();
    assert_eq!((&json["rows"], &json["blank"], &json["valid"]), (&10.into(), &1.into(), &3.into()));
    let beside = World::new().file("t.csv", PARENTS);
    beside.put("m.toml", CHILD_MAPPING.replace("schools*", "schools"));
    beside.put("schools.csv", CHILDREN);
    assert_eq!(bodies(&beside, &["--mapping", "m.toml"]), numbered);
}

#[test]
fn a_child_sheet_of_the_same_workbook_gives_the_same_people() {
    let numbered = bodies(&World::new().file("t.csv", NUMBERED), &[]);
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, csv) in [("员工", PARENTS), ("教育经历", CHILDREN)] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap();
        for (row, line) in (0..).zip(csv.lines()) {
            for (column, text) in (0..).zip(line.split(',')) {
                sheet.write_string(row, column, text).unwrap();
            }
        }
    }
    let world = World::new().file("t.xlsx", book.save_to_buffer().unwrap());
    world.put("m.toml", CHILD_MAPPING.replace("file = \"schools*.csv\"", "sheet = \"教育经历\""));
    assert_eq!(bodies(&world, &["--mapping", "m.toml"]), numbered);
}

#[test]
fn a_child_without_a_parent_is_an_error_and_lost_zeros_are_named() {
    let children =
        "工号,学校,学历\n1,北京大学,本科\n009,同济大学,硕士\n,南开大学,博士\n002,复旦大学,很高\n";
    let world = World::new().file("t.csv", PARENTS).file("schools.csv", children);
    world.put("m.toml", CHILD_MAPPING);
    let json = world.check(&["--mapping", "m.toml", "--json"]).exits(10).json();
    let found: Vec<_> = json["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| {
            (p["file"].as_str().unwrap(), p["cell"].as_str().unwrap(), p["code"].as_str().unwrap())
        })
        .collect();
    world.check(&["--mapping", "m.toml", "--report", "out.xlsx"]).exits(10);
    let mut out: calamine::Xlsx<_> =
        calamine::open_workbook(world.path().join("out.xlsx")).unwrap();
    let people = out.worksheet_range("t").unwrap();
    assert!(people.cells().any(|(_, _, cell)| cell.to_string().contains("schools.csv › C5")));
    // The two that nobody owns, the one without a key, and the school of the person that is kept.
    assert_eq!(out.worksheet_range("schools").unwrap().height(), 5);
    assert_eq!(
        found,
        [
            ("schools.csv", "C5", "choice-unknown"),
            ("schools.csv", "A2", "child-key-zeros"),
            ("schools.csv", "A3", "child-without-parent"),
            ("schools.csv", "A4", "child-key-empty"),
        ]
    );
    assert_eq!(
        (&json["rows"], &json["valid"], &json["invalid"]),
        (&7.into(), &2.into(), &4.into())
    );
}

#[test]
fn two_parents_of_one_key_get_no_children_by_chance() {
    let parents =
        "工号,姓名,手机号\n张,张三,13800138000\n李,李四,13800138001\n张,张五,13800138002\n";
    let children = "工号,学校,学历\n张,北京大学,本科\n李,复旦大学,本科\n";
    let world = World::new().file("t.csv", parents).file("schools.csv", children);
    world.put("m.toml", CHILD_MAPPING);
    let json = world.check(&["--mapping", "m.toml", "--json"]).exits(10).json();
    assert_eq!((&json["valid"], &json["invalid"]), (&1.into(), &2.into()), "{json}");
    assert_eq!(json["problems"][0]["code"], "child-key-shared");
}

#[test]
fn the_report_of_an_import_with_children_adds_up() {
    let world = World::new()
        .file("t.csv", PARENTS)
        .file("schools.csv", CHILDREN.replace("002,复旦", "007,复旦"))
        .sandbox(Behaviour::default());
    world.put("m.toml", CHILD_MAPPING);
    let ran = world.import(&["--mapping", "m.toml", "--skip-invalid"]).exits(10);
    assert!(
        ran.stdout.contains("10 rows = 8 made records + 1 rejected + 1 blank"),
        "{}",
        ran.stdout
    );
    world.each_once(3, 0);
}

#[test]
fn a_fix_file_holds_the_children_of_its_people_and_goes_back_in() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let children = CHILDREN.replace("同济大学,硕士", "同济大学,很高");
    for (name, csv) in [("员工", PARENTS), ("教育经历", children.as_str())] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap();
        for (row, line) in (0..).zip(csv.lines()) {
            for (column, text) in (0..).zip(line.split(',')) {
                sheet.write_string(row, column, text).unwrap();
            }
        }
    }
    let world =
        World::new().file("t.xlsx", book.save_to_buffer().unwrap()).sandbox(Behaviour::default());
    let mapping = CHILD_MAPPING.replace("file = \"schools*.csv\"", "sheet = \"教育经历\"");
    world.put("m.toml", mapping.replace("ignore = [", "ignore = [\"muster_row\", "));
    world.import(&["--mapping", "m.toml", "--skip-invalid"]).exits(10);
    world.each_once(2, 0);
    let fix = "muster-report-1/fix-t.xlsx";
    let said = world.run(&["check", fix, "--mapping", "m.toml", "--json"]).exits(10).json();
    assert_eq!((&said["rows"], &said["invalid"]), (&3.into(), &1.into()), "{said}");
    world.put(
        "m.toml",
        mapping + "[record.values.\"education_list.degree\"]\n\"很高\" = \"硕士\"\n",
    );
    world.run(&["import", fix, "--mapping", "m.toml", "--yes"]).exits(0);
    world.each_once(3, 0);
}

#[test]
fn the_order_of_dates_is_proven_by_another_row_however_late() {
    let mut csv = "姓名,邮箱,出生日期\n".to_owned();
    for n in 1..=300 {
        writeln!(csv, "甲{n},a{n}@example.com,03/04/1990").unwrap();
    }
    let world = World::new().file("t.csv", csv.clone() + "乙,b@example.com,26/06/1991\n");
    let json = world.check(&["--json"]).exits(0).json();
    assert_eq!(json["problems"].as_array().unwrap().len(), 1, "{}", json["problems"]);
    assert_eq!(json["problems"][0]["code"], "date-order-proven");
    assert_eq!(json["problems"][0]["cell"], "C302");
    let sent = bodies(&world, &[]);
    assert_eq!(sent[0]["basic_info"]["birthday"], 639_072_000_000_i64.to_string(), "{}", sent[0]);
    // Nothing proves it: an error in every row, with the line that settles it.
    let open = World::new().file("t.csv", &csv);
    let json = open.check(&["--json"]).exits(10).json();
    assert_eq!((&json["valid"], &json["invalid"]), (&0.into(), &300.into()));
    open.check(&["--dates", "mdy"]).exits(0);
    // What is said of a later row hides no earlier row's problem from the report.
    let late = csv.replace("a2@example.com", "a2@") + "乙,b@example.com,26/06/1991\n";
    let world = World::new().file("t.csv", late);
    world.check(&["--report", "out.csv"]).exits(10);
    let report = std::fs::read_to_string(world.path().join("out.csv")).unwrap();
    assert!(report.contains("甲2,"), "{report}");
    // Two rows prove two orders.
    let both = csv + "乙,b@example.com,26/06/1991\n丙,c@example.com,06/26/1991\n";
    let json = World::new().file("t.csv", both).check(&["--json"]).exits(10).json();
    assert_eq!((&json["valid"], &json["invalid"]), (&2.into(), &300.into()));
}

#[test]
fn an_order_that_is_told_gives_way_to_the_columns_own_whichever_row_comes_first() {
    let rows = [
        "甲,a@example.com,03/04/1990\n",
        "乙,b@example.com,05/26/1991\n",
        "丙,c@example.com,1992-06-07\n",
    ];
    let read = |order: &[usize]| {
        let mut csv = "姓名,邮箱,出生日期\n".to_owned();
        csv.extend(order.iter().map(|row| rows[*row]));
        let world = World::new().file("t.csv", csv);
        let json = world.check(&["--dates", "dmy", "--json"]).exits(0).json();
        let codes: Vec<_> =
            json["problems"].as_array().unwrap().iter().map(|p| p["code"].to_string()).collect();
        assert_eq!(codes, ["\"date-order-proven\""], "{}", json["problems"]);
        let mut sent: Vec<String> = bodies(&world, &["--dates", "dmy"])
            .iter()
            .map(|body| {
                format!("{} {}", body["basic_info"]["name"], body["basic_info"]["birthday"])
            })
            .collect();
        sent.sort();
        sent
    };
    // The fourth of March, 26 May, 7 June.
    let (mdy, other, iso) = (636_480_000_000_i64, 675_187_200_000_i64, 707_846_400_000_i64);
    let wanted =
        [format!("\"丙\" \"{iso}\""), format!("\"乙\" \"{other}\""), format!("\"甲\" \"{mdy}\"")];
    for order in [[0, 1, 2], [1, 0, 2], [2, 0, 1], [2, 1, 0]] {
        assert_eq!(read(&order), wanted, "{order:?}");
    }
    // So where each date has one reading, and nothing asks.
    let csv = "姓名,邮箱,出生日期\n乙,b@example.com,05/26/1991\n";
    let world = World::new().file("t.csv", csv);
    let json = world.check(&["--dates", "dmy", "--json"]).exits(0).json();
    assert_eq!(json["problems"].as_array().unwrap().len(), 0, "{}", json["problems"]);
    assert_eq!(bodies(&world, &["--dates", "dmy"])[0]["basic_info"]["birthday"], other.to_string());
    // Where the column's own values prove two orders, what is told holds.
    let both = "姓名,邮箱,出生日期\n甲,a@example.com,05/26/1991\n乙,b@example.com,26/05/1991\n";
    let json =
        World::new().file("t.csv", both).check(&["--dates", "dmy", "--json"]).exits(10).json();
    assert_eq!(json["problems"][0]["code"], "date-impossible", "{}", json["problems"]);
    // What is told of the column itself is not asked.
    let world = World::new().file("t.csv", csv);
    world.put(
        "m.toml",
        "version = 1\n[[record]]\nkind = \"talent\"\n[record.dates]\n\"出生日期\" = \"dmy\"\n",
    );
    world.check(&["--mapping", "m.toml"]).exits(10).says("date-impossible");
}

#[test]
fn a_value_that_would_be_left_out_asks_its_column_first() {
    let csv = "姓名,邮箱,出生日期\n甲,a@example.com,03/04/1990\n乙,b@example.com,26/05/1991\n";
    let world = World::new().file("t.csv", csv);
    world.put(
        "m.toml",
        "version = 1\n[[record]]\nkind = \"talent\"\n[record.on_bad]\n\"basic_info.birthday\" = \"omit\"\n",
    );
    let sent = bodies(&world, &["--mapping", "m.toml"]);
    assert_eq!(sent[0]["basic_info"]["birthday"], 639_072_000_000_i64.to_string(), "{}", sent[0]);
    // Nothing proves it: left out.
    world.put("t.csv", csv.replace("26/05/1991", ""));
    let sent = bodies(&world, &["--mapping", "m.toml"]);
    assert!(sent[0]["basic_info"]["birthday"].is_null(), "{}", sent[0]);
}

const ISO: &str = "姓名,手机号,学校1,学历1,入学时间1,毕业时间1,学校2,学历2,入学时间2,毕业时间2\n\
    张三,13800138000,北京大学,本科,2014-09-01,2018-07-01,清华大学,硕士,2018-09-01,2021-06-30\n\
    李四,13800138001,复旦大学,本科,2014-09-02,2018-07-02,,,,\n";

fn order_is_proven(world: &World, more: &[&str], cell: &str) {
    let json = world.check(&[more, &["--json"]].concat()).exits(0).json();
    let problems = json["problems"].as_array().unwrap();
    let proven = problems.iter().find(|problem| problem["code"] == "date-order-proven");
    assert_eq!(proven.map(|problem| &problem["cell"]), Some(&cell.into()), "{problems:?}");
}

#[test]
fn a_child_sheets_own_dates_prove_their_order() {
    let people = "工号,姓名,手机号\n1,张三,13800138000\n2,李四,13800138001\n";
    let schools = "工号,学校,学历,入学时间,毕业时间\n1,北京大学,本科,01/09/2014,01/07/2018\n\
        1,清华大学,硕士,01/09/2018,30/06/2021\n2,复旦大学,本科,02/09/2014,02/07/2018\n\
        9,同济大学,本科,13/09/2014,\n";
    let wanted = bodies(&World::new().file("t.csv", ISO), &[]);
    let world = World::new().file("t.csv", people).file("schools.csv", schools);
    world.put("m.toml", CHILD_MAPPING.split("columns").next().unwrap());
    let json = world.check(&["--mapping", "m.toml", "--json"]).exits(10).json();
    let told = |p: &Value| format!("{} {}", p["code"], p["cell"]).replace('"', "");
    let told: Vec<_> = json["problems"].as_array().unwrap().iter().map(told).collect();
    let proven = ["date-order-proven E3", "date-order-proven D5", "child-without-parent A5"];
    assert_eq!(told, proven);
    let sound = World::new().file("t.csv", people);
    sound.put("schools.csv", schools.replace("9,同济大学,本科,13/09/2014,\n", ""));
    sound.put(
        "m.toml",
        std::fs::read_to_string(world.path().join("m.toml")).unwrap().replace('*', ""),
    );
    // The beginnings prove nothing by themselves: an error with the line that settles it.
    sound.check(&["--mapping", "m.toml"]).exits(10).says("schools.csv: D2").says("--dates dmy");
    let read = ["--mapping", "m.toml", "--dates", "dmy"];
    assert_eq!(bodies(&sound, &read), wanted);
}

#[test]
fn the_order_of_dates_in_one_sheet_proves_nothing_of_another() {
    let people = "工号,姓名,手机号,学校,学历,毕业时间\n1,张三,13800138000,北京大学,本科,30/06/2018\n\
        2,李四,13800138001,北京大学,本科,01/07/2018\n";
    let world = World::new().file("t.csv", people);
    world.put("schools.csv", "工号,学校,学历,毕业时间\n1,清华大学,硕士,01/07/2021\n");
    let mapping = CHILD_MAPPING.split("columns").next().unwrap().replace('*', "");
    world.put("m.toml", mapping);
    let ran = world.check(&["--mapping", "m.toml"]).exits(10);
    ran.says("schools.csv: D2").says("[date-ambiguous]");
}

#[test]
fn periods_prove_the_order_of_their_dates() {
    let wanted = bodies(&World::new().file("t.csv", ISO), &[]);
    let csv = "姓名,手机号,学校1,学历1,起止1,学校2,学历2,起止2\n\
        张三,13800138000,北京大学,本科,01/09/2014-01/07/2018,清华大学,硕士,01/09/2018-30/06/2021\n\
        李四,13800138001,复旦大学,本科,02/09/2014-02/07/2018,,,\n王五,13800138002,,,,南开大学,本科,\n\
        赵六,13800138003,南开大学,本科,13/09/2014-,,,\n";
    let range = |n: u8| {
        format!(
            "[[record.derive]]\nrange = \"起止{n}\"\nto = [\"education_list[{n}].start_time\", \
             \"education_list[{n}].end_time\"]\n"
        )
    };
    let world = World::new().file("t.csv", csv);
    let head = "version = 1\n[[record]]\nkind = \"talent\"\n";
    world.put("m.toml", format!("{head}{}{}", range(1), range(2)));
    order_is_proven(&world, &["--mapping", "m.toml"], "E5");
    assert_eq!(bodies(&world, &["--mapping", "m.toml"])[..2], wanted);
    // So do several in one cell.
    let one = "姓名,手机号,学校,学历,起止\n\
        张三,13800138000,北京大学；清华大学,本科；硕士,01/09/2014-01/07/2018；01/09/2018-30/06/2021\n\
        李四,13800138001,复旦大学,本科,02/09/2014-02/07/2018\n赵六,13800138003,南开大学,本科,13/09/2014-\n";
    let from = |header: &str, field: &str| {
        format!(
            "[[record.derive]]\nfrom = \"{header}\"\nentries = \"；\"\nto = \"education_list.{field}\"\n"
        )
    };
    let all = range(1).replace("起止1", "起止").replace("[1]", "") + "entries = \"；\"\n";
    let world = World::new().file("t.csv", one);
    let derives = from("学校", "school") + &from("学历", "degree") + &all;
    world.put("m.toml", format!("{head}{derives}"));
    order_is_proven(&world, &["--mapping", "m.toml"], "E2");
    assert_eq!(bodies(&world, &["--mapping", "m.toml"])[..2], wanted);
    // Rows below a person are read as that person's column is.
    let below = "姓名,手机号,学校,学历,入学时间,毕业时间\n\
        张三,13800138000,北京大学,本科,01/09/2014,01/07/2018\n,,清华大学,硕士,01/09/2018,30/06/2021\n\
        李四,13800138001,复旦大学,本科,02/09/2014,02/07/2018\n赵六,13800138003,南开大学,本科,13/09/2014,\n";
    let world = World::new().file("t.csv", below);
    assert_eq!(bodies(&world, &[])[..2], wanted);
}

#[test]
fn a_warning_of_a_child_sheet_hides_nobody_from_the_report() {
    let people = "工号,姓名,手机号\n1,张三,138\n";
    let world = World::new().file("t.csv", people);
    world.put("schools.csv", "工号,学校,奇怪\n1,清华大学,x\n");
    world.put("m.toml", CHILD_MAPPING.split("columns").next().unwrap().replace('*', ""));
    world.check(&["--mapping", "m.toml", "--report", "out.xlsx"]).exits(10);
    let mut out: calamine::Xlsx<_> =
        calamine::open_workbook(world.path().join("out.xlsx")).unwrap();
    let rows = out.worksheet_range("t").unwrap();
    assert!(rows.cells().any(|(_, _, cell)| *cell == "张三"));
}

#[test]
fn a_column_in_which_nothing_fits_is_one_problem() {
    let mut csv = "employment_id,department_id,employee_type_id,effective_time\n".to_owned();
    for n in 1..=500u64 {
        let id = 6_893_014_062_142_000_000 + n * 7;
        writeln!(csv, "{id},研发{}部,6890452208593372680,2024-05-01", n % 7).unwrap();
    }
    let world = World::new().file("t.csv", &csv).untold().sandbox(Behaviour::default());
    let json = world.check(&["--json"]).exits(10).json();
    assert_eq!(json["invalid"], 500);
    let problems = json["problems"].as_array().unwrap();
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert_eq!(
        (&problems[0]["code"], &problems[0]["cell"]),
        (&"column-unfit".into(), &"B1".into())
    );
    assert!(problems[0]["message"].as_str().unwrap().contains("500"), "{problems:?}");
    let said = world.check(&[]).exits(10);
    assert!(!said.stdout.contains("column-unfit-row"), "{}", said.stdout);
    // In the report of a run every row says which column it is.
    world.import(&[]).exits(14);
    let results = world.results(1);
    assert_eq!(results.len(), 500);
    assert!(results.iter().all(|row| &row[10] == "column-unfit-row"), "{:?}", results[0]);
    assert_eq!(world.report(1)["problems"].as_array().unwrap().len(), 1);
}

#[test]
fn derived_columns_give_the_same_people_below_each_other_too() {
    let numbered = "姓名,手机号,学校1,学历1,入学时间1,毕业时间1,学校2,学历2,入学时间2,毕业时间2\n\
        张三,13800138000,北京大学,本科,2014-09-01,2018-06-01,清华大学,硕士,2018-09-01,2021-06-01\n\
        李四,13800138001,复旦大学,本科,2013-09-01,2017-06-01,,,,\n";
    let plain = bodies(&World::new().file("t.csv", numbered), &[]);
    let derived = "姓,名,电话,院校及学历,起止时间\n\
        张,三,A-13800138000,北京大学/本科,2014.09-2018.06\n,,,清华大学/硕士,2018年9月—2021年6月\n\
        李,四,A-13800138001,复旦大学/本科,2013/09~2017/06\n";
    let mapping = "version = 1\n[[record]]\nkind = \"talent\"\n\
        [[record.derive]]\njoin = [\"姓\", \"名\"]\nto = \"basic_info.name\"\n\
        [[record.derive]]\nfrom = \"电话\"\ntransform = [{ strip_prefix = \"A-\" }]\nto = \"basic_info.mobile\"\n\
        [[record.derive]]\nsplit = \"院校及学历\"\nseparator = \"/\"\nto = [\"education_list[1].school\", \"education_list[1].degree\"]\n\
        [[record.derive]]\nrange = \"起止时间\"\nto = [\"education_list[1].start_time\", \"education_list[1].end_time\"]\n";
    let world = World::new().file("t.csv", derived);
    world.put("m.toml", mapping);
    assert_eq!(bodies(&world, &["--mapping", "m.toml"]), plain);
    let one_cell = "姓,名,电话,院校及学历,起止时间\n\
        张,三,A-13800138000,北京大学/本科；清华大学/硕士,2014.09-2018.06；2018.09-2021.06\n\
        李,四,A-13800138001,复旦大学/本科,2013.09-2017.06\n";
    let world = World::new().file("t.csv", one_cell);
    world.put(
        "m.toml",
        mapping
            .replace("[1]", "")
            .replace("separator = \"/\"", "separator = \"/\"\nentries = \"；\"")
            .replace("range = \"起止时间\"", "range = \"起止时间\"\nentries = \"；\""),
    );
    assert_eq!(bodies(&world, &["--mapping", "m.toml"]), plain);
}

#[test]
fn a_card_that_ends_in_zeros_by_itself_is_sound_beside_others() {
    let card = "110101199003029000";
    let lone = format!("姓名,邮箱,身份证号\n张三,a@example.com,{card}\n");
    let json = World::new().file("t.csv", lone).check(&["--json"]).exits(10).json();
    assert_eq!(json["problems"][0]["code"], "digits-doubtful");
    let beside = format!(
        "姓名,邮箱,身份证号\n张三,a@example.com,{card}\n李四,b@example.com,11010519491231002X\n"
    );
    World::new().file("t.csv", beside).check(&["--json"]).exits(0);
}
