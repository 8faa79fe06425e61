//! 值对照: what the words of a sheet mean in the tenant, where its mistakes are told, and what of a signed
//! mapping outlives the next `map`.

use muster::sandbox::{Behaviour, References, Required};

use crate::world::World;

const ROSTER: &str = "工号,姓名,部门,人员类型,入职日期\nN00001,,老后端,正式,2024-05-01\n\
                      N00002,,老后端,正式,2024-05-01\nN00003,,老综合,正式,2024-05-01\n";

fn world() -> World {
    let behaviour = Behaviour {
        references: References::Exist,
        required: Required::Unset,
        ..Behaviour::default()
    };
    let world = World::new().sandbox(behaviour).file("roster.csv", ROSTER);
    world.run(&["refs", "pull", "--people"]).exits(0);
    world
}

/// The ID of a department.
fn department(world: &World, path: &str) -> String {
    let found = world.run(&["refs", "find", path, "--json"]).exits(0).json();
    let all = found["found"].as_array().unwrap();
    let own = all.iter().find(|one| one["list"] == "departments").unwrap();
    own["id"].as_str().unwrap().to_owned()
}

fn toml(backend: &str, mixed: &str) -> String {
    format!(
        "version = 1\n[[record]]\nkind = \"job-data\"\n[record.values.\"department_id\"]\n\
         \"老后端\" = \"{backend}\"\n\"老综合\" = \"{mixed}\"\n"
    )
}

fn book(rows: &[[&str; 3]]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let mut sheet = |name: &str, lines: &[[&str; 3]]| {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (row, line) in (0u32..).zip(lines) {
            for (column, text) in (0u16..).zip(line) {
                sheet.write_string(row, column, *text).unwrap();
            }
        }
    };
    let fields = [
        ["记录种类", "job-data", ""],
        ["表头", "飞书字段", "处理"],
        ["工号", "employment_id", "导入"],
        ["部门", "department_id", "导入"],
        ["人员类型", "employee_type_id", "导入"],
        ["入职日期", "effective_time", "导入"],
    ];
    sheet("字段对照", &fields);
    sheet("值对照", &[&[["字段", "表里的写法", "飞书的选项"]], rows].concat());
    book.save_to_buffer().unwrap()
}

#[test]
fn a_wrong_entry_is_told_at_its_own_line_and_its_rows_are_refused() {
    let world = world();
    let mixed = "研发中心/综合部";
    world.put("m.toml", toml("研发中心/后端祖", mixed));
    world.put(
        "m.xlsx",
        book(&[["department_id", "老后端", "研发中心/后端祖"], ["department_id", "老综合", mixed]]),
    );
    for (mapping, row, cell) in [("m.toml", 5, ""), ("m.xlsx", 2, "C2")] {
        let check = ["check", "roster.csv", "--mapping", mapping];
        let json = world.run(&[&check[..], &["--json"]].concat()).exits(10).json();
        let problems = json["problems"].as_array().unwrap();
        assert_eq!(problems.len(), 2, "{problems:?}");
        for problem in problems {
            assert_eq!(problem["code"], "name-unknown");
            assert_eq!((&problem["file"], &problem["row"]), (&mapping.into(), &row.into()));
            assert_eq!(problem["cell"].as_str().unwrap_or_default(), cell);
        }
        let told = world.run(&[&check[..], &["--report", "r.xlsx"]].concat()).exits(10);
        assert!(told.stdout.contains("研发中心/后端祖"), "what is written there: {}", told.stdout);
        assert!(!told.stdout.contains("«老后端»"), "{}", told.stdout);
        assert!(world.path().join("待建清单.xlsx").exists());
        for made in ["r.xlsx", "待建清单.xlsx"] {
            std::fs::remove_file(world.path().join(made)).unwrap();
        }
    }
    world.put("m.toml", toml("研发中心/后端组", "综合部"));
    let json = world.run(&["check", "roster.csv", "--mapping", "m.toml", "--json"]).exits(10);
    let json = json.json();
    assert_eq!(json["problems"][0]["code"], "name-ambiguous", "{json}");
    assert_eq!(
        (&json["problems"][0]["file"], &json["problems"][0]["row"]),
        (&"m.toml".into(), &6.into())
    );
}

#[test]
fn an_id_in_the_mapping_s_values_is_told_where_it_is_written() {
    let world = world();
    let id = department(&world, "研发中心/后端组");
    world.put("m.toml", toml(&id, "研发中心/综合部"));
    world.put(
        "m.xlsx",
        book(&[["department_id", "老后端", &id], ["department_id", "老综合", "D-RD-BE"]]),
    );
    for (mapping, row) in [("m.toml", 5), ("m.xlsx", 2)] {
        let json =
            world.run(&["check", "roster.csv", "--mapping", mapping, "--json"]).exits(0).json();
        let problems = json["problems"].as_array().unwrap();
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert_eq!(problems[0]["code"], "mapping-holds-id");
        assert_eq!((&problems[0]["file"], &problems[0]["row"]), (&mapping.into(), &row.into()));
        assert!(problems[0]["hint"].as_str().unwrap().contains("研发中心/后端组"), "{problems:?}");
    }
}

#[test]
fn what_is_signed_stays_signed_in_the_next_proposal() {
    let world = world();
    let id = department(&world, "研发中心/综合部");
    world.put(
        "signed.xlsx",
        book(&[
            ["department_id", "老后端", "研发中心/后端组"],
            ["department_id", "老综合", &id],
            ["department_id", "早就没有的", "研发中心"],
        ]),
    );
    let map = ["map", "roster.csv", "--mapping", "signed.xlsx"];
    let toml = world.run(&map).exits(0).stdout;
    for line in [
        "\n\"老后端\" = \"研发中心/后端组\"",
        "\n\"老综合\" = \"研发中心/综合部\"",
        "\n\"早就没有的\" = \"研发中心\"",
    ] {
        assert!(toml.contains(line), "{line} is not in:\n{toml}");
    }
    assert!(!toml.contains(&format!("= \"{id}\"")), "{toml}");
    let json = world.run(&[&map[..], &["--json"]].concat()).exits(0).json();
    let values = json["records"][0]["values"].as_array().unwrap();
    let own = values.iter().find(|one| one["field"] == "department_id").unwrap();
    assert_eq!(own["labels"].as_array().unwrap().len(), 3, "{own}");
    world.run(&[&map[..], &["-o", "again.xlsx"]].concat()).exits(0);
    world.run(&[&map[..], &["-o", "again.toml"]].concat()).exits(0);
    for again in ["again.xlsx", "again.toml"] {
        let json = world.run(&["check", "roster.csv", "--mapping", again, "--json"]).exits(0);
        assert_eq!(json.json()["problems"].as_array().unwrap().len(), 0, "{again}");
    }
    // A choice is signed by its number, and shown by its label.
    world.put("t.csv", "姓名,手机号,性别\n测试甲,13800138000,爷们\n");
    world.put(
        "m.toml",
        "version = 1\n[[record]]\nkind = \"talent\"\n[record.values.\"basic_info.gender\"]\n\"爷们\" = 1\n\
         [record.defaults]\n\"basic_info.mobile_country_code\" = \"CN_1\"\n",
    );
    let toml = world.run(&["map", "t.csv", "--mapping", "m.toml"]).exits(0).stdout;
    assert!(toml.contains("\n\"爷们\" = \"男\""), "{toml}");
    assert!(toml.contains("\n\"basic_info.mobile_country_code\" = \"CN_1\""), "{toml}");
}

#[test]
fn what_the_tenant_requires_and_no_column_feeds_is_listed_as_a_default_to_fill_in() {
    let world = World::new()
        .sandbox(Behaviour { required: Required::Enforced, ..Behaviour::default() })
        .file("t.csv", "姓名,手机号\n测试甲,13800138000\n");
    world.run(&["refs", "pull", "custom-fields"]).exits(0);
    let map = ["map", "t.csv", "--kind", "talent"];
    let toml = world.run(&map).exits(0).stdout;
    let line = toml
        .lines()
        .find(|line| line.starts_with("# \"custom:"))
        .unwrap_or_else(|| panic!("{toml}"));
    assert!(toml.contains("[record.defaults]") && line.contains("Accepts travel"), "{toml}");
    // The line does what it says once it is filled in.
    let filled = toml.replace(line, &line.replacen("# ", "", 1).replacen("…", "接受", 1));
    world.put("m.toml", filled);
    world.run(&["check", "t.csv", "--mapping", "m.toml"]).exits(0);
    let again = world.run(&["map", "t.csv", "--mapping", "m.toml"]).exits(0).stdout;
    assert!(again.contains("\" = \"接受\"") && !again.contains("# \"custom:"), "{again}");
    world.run(&[&map[..], &["-o", "m.xlsx"]].concat()).exits(0);
    let mut archive =
        zip::ZipArchive::new(std::fs::File::open(world.path().join("m.xlsx")).unwrap()).unwrap();
    let mut words = String::new();
    std::io::Read::read_to_string(
        &mut archive.by_name("xl/sharedStrings.xml").unwrap(),
        &mut words,
    )
    .unwrap();
    assert!(words.contains("Accepts travel"), "who signs sees it, too");
    world.run(&["check", "t.csv", "--mapping", "m.xlsx"]).exits(2).says("[tenant-column-missing]");
}
