//! A way out that is printed leads somewhere: it is run as it is printed.

use crate::world::World;

/// The text between two marks of what was printed.
fn between<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    let start = text.find(from).unwrap_or_else(|| panic!("`{from}` is not in:\n{text}"));
    let rest = &text[start + from.len()..];
    &rest[..rest.find(to).unwrap_or_else(|| panic!("`{to}` is not in:\n{rest}"))]
}

/// The names that a sheet of two columns for a name gives, by the line that its refusal prints.
fn joined(csv: &str) -> Vec<String> {
    let world = World::new().file("people.csv", csv);
    let refused = world.check(&[]).exits(2);
    assert!(refused.stderr.contains("name-in-halves"), "{}", refused.stderr);
    let line = between(&refused.stderr, "write ", " into the [[record]]");
    let mapping = format!("version = 1\n[[record]]\nkind = \"talent\"\n{line}\n");
    world.put("m.toml", mapping);
    world.run(&["check", "people.csv", "--mapping", "m.toml", "--payloads", "b.jsonl"]).exits(0);
    let bodies = std::fs::read_to_string(world.path().join("b.jsonl")).unwrap();
    let name = |line: &str| {
        let body: serde_json::Value = serde_json::from_str(line).unwrap();
        body["body"]["basic_info"]["name"].as_str().unwrap().to_owned()
    };
    bodies.lines().map(name).collect()
}

#[test]
fn halves_of_names_are_named_with_the_line_that_joins_them_in_their_script() {
    let latin = "First Name,Middle Name,Last Name,Email\n\
        Jane,,Doe,jane@example.com\nMary,Ann,Smith,mary@example.com\n";
    assert_eq!(joined(latin), ["Jane Doe", "Mary Ann Smith"]);
    assert_eq!(
        joined("姓,名,邮箱\n张,三,a@example.com\n欧阳,娜,b@example.com\n"),
        ["张三", "欧阳娜"]
    );
    // The values decide, and not the language of the header.
    assert_eq!(joined("First Name,Last Name,Email\n三,张,a@example.com\n"), ["张三"]);
    assert_eq!(joined("姓,名,邮箱\nDoe,Jane,a@example.com\n"), ["Jane Doe"]);
    // 名字 means a whole name elsewhere.
    assert_eq!(joined("姓氏,名字,邮箱\n欧阳,娜娜,a@example.com\n"), ["欧阳娜娜"]);
    assert_eq!(joined("Last Name,Name,Email\nDoe,Jane,a@example.com\n"), ["Jane Doe"]);
    let whole = "Last Name,Name,Email\nDoe,Jane Doe,a@example.com\n";
    World::new().file("people.csv", whole).check(&[]).exits(0);
}

#[test]
fn without_a_kind_the_halves_are_named_too_and_map_joins_them() {
    let csv = "First Name,Last Name,Email\nJane,Doe,jane@example.com\n";
    let world = World::new().file("people.csv", csv);
    let refused = world.run(&["check", "people.csv"]).exits(2);
    for part in ["`First Name` and `Last Name` can make", "muster map"] {
        assert!(refused.stderr.contains(part), "{}", refused.stderr);
    }
    let map = world.run(&["map", "people.csv", "--kind", "talent"]).exits(0).stdout;
    // As a person accepts the proposal: the comment signs of its last lines are taken away.
    let (lines, derived) = map.split_once("# [[record.derive]]").unwrap();
    let derived = format!("# [[record.derive]]{derived}");
    let accepted: Vec<&str> = derived.lines().map(|line| line.trim_start_matches("# ")).collect();
    let accepted = accepted.join("\n");
    world.put("m.toml", format!("{lines}\n{accepted}"));
    world.run(&["check", "people.csv", "--mapping", "m.toml", "--payloads", "b.jsonl"]).exits(0);
    let bodies = std::fs::read_to_string(world.path().join("b.jsonl")).unwrap();
    assert!(bodies.contains("\"Jane Doe\""), "{bodies}");
}

#[test]
fn what_is_suggested_fits_and_all_useless_columns_are_one_line() {
    let csv = "姓名,手机号,年龄,投递时间,人员类型,出生年份,身高,备注\n\
        张三,13800138000,35,2026-01-02,正式,属马,175,\n\
        李四,13800138001,36,2026-01-03,正式,属马,175,\n";
    let world = World::new().file("people.csv", csv);
    let checked = world.check(&[]).exits(0);
    for absurd in ["birthday", "award_time", "education_type"] {
        assert!(!checked.stdout.contains(absurd), "{}", checked.stdout);
    }
    assert_eq!(checked.stdout.matches("[header-unbound]").count(), 1, "{}", checked.stdout);
    let line = checked.stdout.lines().find(|line| line.contains("[header-unbound]")).unwrap();
    for header in ["年龄", "投递时间", "人员类型", "出生年份", "身高", "备注"] {
        assert!(line.contains(header), "{line}");
    }
    let map = world.run(&["map", "people.csv", "--kind", "talent"]).exits(0).stdout;
    assert!(!map.contains("birthday") && !map.contains("award_time"), "{map}");
    let quiet = world.check(&["-q"]).exits(0);
    assert!(!quiet.stdout.contains("header-unbound"), "{}", quiet.stdout);
    // A document still holds each, at its cell.
    let json = world.check(&["--json"]).exits(0).json();
    let problems = json["problems"].as_array().unwrap();
    assert_eq!(problems.iter().filter(|problem| problem["code"] == "header-unbound").count(), 6);
    // Years are no days, but a column of them may be meant.
    let years = csv.replace("属马", "1990");
    let world = World::new().file("people.csv", years);
    assert!(world.check(&[]).stdout.contains("\"出生年份\" = \"basic_info.birthday\""));
}

#[test]
fn a_line_for_a_useless_column_is_a_line_of_a_mapping() {
    let csv = "姓名,手机号,\"当前\\\"\"甲\"\n张三,13800138000,某\n";
    let world = World::new().file("people.csv", csv);
    let said = world.check(&[]).exits(0).stdout;
    let line = between(&said, "to import it write ", " under [record.columns]");
    let line = line.replace('…', "self_evaluation.content");
    let mapping = format!("version = 1\n[[record]]\nkind = \"talent\"\n[record.columns]\n{line}\n");
    world.put("m.toml", mapping);
    world.run(&["check", "people.csv", "--mapping", "m.toml", "--payloads", "b.jsonl"]).exits(0);
    let bodies = std::fs::read_to_string(world.path().join("b.jsonl")).unwrap();
    assert!(bodies.contains("\"content\":\"某\""), "{bodies}");
    // Where a header may mean several fields, each has a line of its own.
    let jobs = "雇佣ID,部门ID,人员类型ID,生效时间,岗位\n\
        6893014062142064135,6893014062142064111,6893014062142064122,2024-05-01,J1\n";
    let world = World::new().file("jobs.csv", jobs);
    let said = world.run(&["check", "jobs.csv", "--kind", "job-data"]).stdout;
    let both = between(&said, "to import it write ", " under [record.columns]");
    assert_eq!(both, "\"岗位\" = \"job_id\" or \"岗位\" = \"position_id\"");
}
