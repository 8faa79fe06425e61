//! Bad input as users bring it: one clear message with the way out, the right exit code.

use crate::world::World;

#[test]
fn what_cannot_be_read_is_named_with_a_way_out() {
    let world = World::new();
    world.run(&["check", "none.csv"]).exits(2).says("none.csv");
    world.put("empty.csv", "");
    world.run(&["check", "empty.csv"]).exits(2).says("empty");
    world.put("old.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest");
    world.run(&["check", "old.xls"]).exits(2).says(".xlsx");
    world.put("page.xlsx", "<html><table></table></html>");
    world.run(&["check", "page.xlsx"]).exits(2).says("HTML");
    world.put("header.csv", "姓名,邮箱\n");
    world.run(&["check", "header.csv"]).exits(2);
    world.put("quote.csv", "姓名,邮箱\n甲,a@example.com\n\"乙,b@example.com\n丙,c@example.com\n");
    world.run(&["check", "quote.csv"]).exits(2).says("3");
    world.put("foreign.csv", "colour,size\nred,3\n");
    world.run(&["check", "foreign.csv"]).exits(2);
    world.put("twice.csv", "姓名,邮箱,电子邮箱\n甲,a@example.com,b@example.com\n");
    world.run(&["check", "twice.csv"]).exits(2).says("邮箱");
}

#[test]
fn a_broken_mapping_file_is_pointed_at() {
    let world = World::new().talents(1);
    world.put("m.toml", "version = 1\n[[record]]\nkind = \"talent\"\nsheeet = \"x\"\n");
    world.check(&["--mapping", "m.toml"]).exits(2).says("4");
}

#[test]
fn the_sum_closes_in_the_json_of_check() {
    let csv = "姓名,邮箱\n甲,a@example.com\n\n乙,nope\n丙,a@example.com\n";
    let world = World::new().file("t.csv", csv);
    let ran = world.check(&["--json"]).exits(10);
    let json = ran.json();
    assert_eq!(json["version"], 1);
    assert_eq!(json["rows"], 4);
    assert_eq!(json["blank"], 1);
    assert_eq!(json["valid"], 1);
    assert_eq!(json["invalid"], 2);
    let problems = json["problems"].as_array().unwrap();
    assert!(
        problems.iter().any(|p| p["cell"] == "B4" && p["field"] == "basic_info.email"),
        "{problems:?}"
    );
}

#[test]
fn an_id_table_with_numbers_excel_has_cut_is_refused_not_sent() {
    let world = World::new().file(
        "t.csv",
        "雇佣ID,部门,人员类型ID,生效日期\n6893014062142064135,研发部,6890452208593372613,2024-05-01\n",
    );
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, text) in ["旧名称", "飞书ID"].into_iter().enumerate() {
        sheet.write_string(0, u16::try_from(column).unwrap(), text).unwrap();
    }
    sheet.write_string(1, 0, "研发部").unwrap();
    sheet.write_number(1, 1, 6_890_452_208_593_372_612.0).unwrap();
    world.put("ids.xlsx", book.save_to_buffer().unwrap());
    world.put(
        "m.toml",
        "version = 1\n[[record]]\nkind = \"job-data\"\n[record.values_from.\"department_id\"]\n\
         file = \"ids.xlsx\"\nfrom = \"旧名称\"\nto = \"飞书ID\"\n",
    );
    world.check(&["--mapping", "m.toml"]).exits(2).says("B2").says("lost its last digits");
}

#[test]
fn a_cell_that_could_not_be_read_is_told_in_words_and_by_its_address() {
    let world =
        World::new().file("t.csv", "姓名,邮箱\n甲\u{1},a@example.com\n#N/A,b@example.com\n");
    let ran = world.check(&[]).exits(10);
    for part in ["A2", "control character U+0001", "A3", "the error #N/A"] {
        assert!(ran.stdout.contains(part), "`{part}` is not in:\n{}", ran.stdout);
    }
}

#[test]
fn a_column_without_header_is_not_dropped_in_silence() {
    let world = World::new().file("t.csv", "姓名,,邮箱\n甲,,a@example.com\n乙,x,b@example.com\n");
    let json = world.check(&["--json"]).exits(0).json();
    let problems = json["problems"].as_array().unwrap();
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert_eq!(problems[0]["code"], "cell-without-header");
    assert_eq!(problems[0]["cell"], "B3");
}

#[test]
fn a_repeated_person_is_pointed_at_where_the_key_stands() {
    let csv = "姓名,邮箱\n甲,a@example.com\n乙,A@example.com\n";
    let json = World::new().file("t.csv", csv).check(&["--json"]).exits(10).json();
    let problem = &json["problems"][0];
    assert_eq!(problem["code"], "repeated-email");
    assert_eq!((&problem["cell"], &problem["header"]), (&"B3".into(), &"邮箱".into()));
}

#[test]
fn a_header_row_of_the_mapping_below_the_first_rows_is_found() {
    let csv = format!("{}姓名,邮箱\n甲,a@example.com\n", "title\n".repeat(44));
    let world = World::new().file("t.csv", csv);
    let mapping = |row| format!("version = 1\n[[record]]\nkind = \"talent\"\nheader_row = {row}\n");
    world.put("m.toml", mapping(45));
    world.check(&["--mapping", "m.toml"]).exits(0);
    world.put("m.toml", mapping(99));
    world.check(&["--mapping", "m.toml"]).exits(2).says("row 99 is empty");
}

#[test]
fn chinese_is_spoken_by_help_and_by_the_command_line_too() {
    let world = World::new();
    let said = |arguments: &[&str]| {
        let all: Vec<&str> = ["--lang", "zh"].iter().chain(arguments).copied().collect();
        let ran = world.run(&all);
        format!("{}{}", ran.stdout, ran.stderr)
    };
    let commands = [
        "check", "import", "resume", "abandon", "settle", "runs", "status", "report", "template",
        "fields", "map", "doctor", "sandbox",
    ];
    for command in commands {
        let help = said(&[command, "--help"]);
        assert!(help.contains("例：muster") && help.contains("用法："), "{help}");
        for english in ["Usage", "Options:", "Arguments:", "Print", "default", "Possible"] {
            assert!(!help.contains(english), "`{english}` in:\n{help}");
        }
    }
    assert!(said(&["chek"]).contains("没有命令「chek」；是不是想写 check？"));
    assert!(said(&["import", "a.csv", "--yes", "--yes"]).contains("--yes 写了两次"));
    assert!(said(&["check", "--nope", "a.csv"]).contains("不认识参数「--nope」"));
    assert!(said(&["import", "a.csv", "--rate", "99"]).contains("应在 1 到 48 之间"));
    assert!(said(&["template", "x", "-o", "a.csv"]).contains("记录种类只有 talent 和 job-data"));
}

#[test]
fn problems_of_one_file_out_of_two_name_it() {
    let world = World::new()
        .file("a.csv", "姓名,邮箱\n甲,a@example.com\n")
        .file("b.csv", "姓名,邮箱\n乙,nope\n")
        .file("c.csv", "姓名,邮箱\n");
    let ran = world.check(&[]).exits(10).says("--report");
    for part in ["b.csv: B2", "not read: there are no rows below the header\n", " c.csv\n"] {
        assert!(ran.stdout.contains(part), "`{part}` is not in:\n{}", ran.stdout);
    }
}

#[test]
fn a_default_that_its_field_refuses_is_told_once_and_not_by_every_row() {
    let world = World::new().talents(3);
    world.put(
        "m.toml",
        "version = 1\n[[record]]\nkind = \"talent\"\n[record.defaults]\n\
         \"basic_info.gender\" = \"火星\"\n",
    );
    let ran = world.check(&["--mapping", "m.toml"]).exits(2).says("default of basic_info.gender");
    assert_eq!(ran.stderr.matches("default of basic_info.gender").count(), 1, "{}", ran.stderr);
}

#[test]
fn a_mapping_file_in_another_encoding_and_a_wrong_encoding_are_told_as_such() {
    let world =
        World::new().file("t.csv", b"\xD0\xD5\xC3\xFB,\xD3\xCA\xCF\xE4\n\xBC\xD7,a@example.com\n");
    world.check(&[]).exits(0);
    world.check(&["--encoding", "utf-8"]).exits(2).says("t.csv › A1").says("--encoding");
    world.put("m.toml", b"version = 1 # \xD0\xD5\xC3\xFB\n[[record]]\nkind = \"talent\"\n");
    world.check(&["--mapping", "m.toml"]).exits(2).says("not UTF-8").says("m.toml");
    world.check(&["--mapping", "none.toml"]).exits(2).says("none.toml");
    world.check(&["--sheet", "x"]).exits(2).says("CSV");
    world.check(&["--report", "out.txt"]).exits(2).says(".xlsx or .csv");
}

#[test]
fn a_roster_that_is_read_as_talents_says_so_and_the_states_of_runs_are_chinese() {
    let world = World::new().talents(1);
    let ran = world.check(&["--lang", "zh"]).exits(0);
    assert!(ran.stdout.contains("人才（飞书招聘），表头在第 1 行"), "{}", ran.stdout);
    world.run(&["import", "talents.csv", "--sandbox", "--yes"]).exits(0);
    let ran = world.run(&["status", "--sandbox", "--lang", "zh"]).exits(0);
    assert!(ran.stdout.contains("已完成") && !ran.stdout.contains("finished"), "{}", ran.stdout);
}

#[test]
fn a_column_that_feeds_the_other_kind_of_its_sheet_is_not_called_unused() {
    let csv = "姓名,邮箱,雇佣ID,部门ID,人员类型ID,生效日期,备注\n\
               甲,a@example.com,6893014062142064135,6890452208593372612,6890452208593372613,2024-05-01,x\n";
    let world = World::new().file("t.csv", csv);
    world.put(
        "m.toml",
        "version = 1\n[[record]]\nkind = \"talent\"\n[[record]]\nkind = \"job-data\"\n",
    );
    let json = world.check(&["--mapping", "m.toml", "--json"]).exits(0).json();
    assert_eq!(json["files"][0]["sheets"][0]["unbound"], serde_json::json!(["备注"]));
    assert_eq!(json["records"], serde_json::json!({"talent": 1, "job_data": 1}));
}

#[test]
fn a_misnamed_file_is_read_by_its_content_and_told() {
    let world = World::new().file("名单.xlsx", "姓名,邮箱\n测试一,a@example.com\n");
    let json = world.check(&["--json"]).exits(0).json();
    assert_eq!(
        (&json["valid"], &json["problems"][0]["code"]),
        (&1.into(), &"file-misnamed".into())
    );
}

#[test]
fn quotes_that_are_not_paired_swallow_nobody_in_silence() {
    let people = |odd: [(usize, &str); 2], header: &str| {
        let row = |n: usize| {
            let note = odd.iter().find(|(at, _)| *at == n).map_or("无", |(_, note)| note);
            format!("王{n}某,{note},1380013800{n},x{n}@e.com\n")
        };
        header.to_owned() + &(0..9).map(row).collect::<String>()
    };
    for (odd, header) in [
        ([(3, "\"内推"), (7, "\"已面\"")], "姓名,备注,手机,邮箱\n"),
        ([(3, "\"内推"), (7, "已面\"")], "姓名,备注,手机,邮箱\n"),
        ([(3, "\"清华"), (5, "北大\"")], "姓名,学校,手机,邮箱\n"),
        ([(3, "\"清华"), (4, "北大\"")], "姓名,学校,手机,邮箱\n"),
    ] {
        let world = World::new().file("t.csv", people(odd, header));
        let ran = world.check(&["--json", "--kind", "talent"]).exits(10).json();
        let problems = ran["problems"].as_array().unwrap();
        let told = problems.iter().find(|problem| problem["code"] == "rows-within-cell");
        let told = told.unwrap_or_else(|| panic!("{odd:?}: {problems:?}"));
        assert_eq!(told["row"], 5, "{told}");
        assert_eq!(told["cell"], "B5", "{told}");
        assert!(told.to_string().contains(&format!(" {} ", odd[1].0 - odd[0].0)), "{told}");
    }
}
