//! Mapping files, whole and broken.

use super::*;
use crate::problem::{Code, Lang};

fn parse(text: &str) -> Result<Mapping, Problem> {
    Mapping::parse(text, &"m.toml".into())
}

/// Code, line and column of what is wrong.
fn fault(text: &str) -> (Code, String, String) {
    let problem = parse(text).unwrap_err();
    let args = &problem.complaint.args;
    (problem.code(), args[0].clone(), args[1].clone())
}

const WHOLE: &str = r##"
version = 1

[[record]]
kind = "talent"
file = "花名册*.xlsx"
sheet = "花名册"
header_row = 3
strict = true
key_column = "工号"
dates = "dmy"
timezone = "Asia/Shanghai"
list_separator = "、"
ignore = ["序号", "备注"]

[record.columns]
"姓名" = "basic_info.name"
"学校@2" = "education_list[2].school"
"#7" = "custom:6934193211960330504"
"毕业" = ["education_list.end_time", "education_list[2].start_time"]

[record.defaults]
"basic_info.mobile_country_code" = "CN_1"
"education_list[2].degree" = 6

[record.values."basic_info.gender"]
"M" = "男"
" F " = 2

[record.values."education_list.degree"]
"大学" = "本科"

[record.values_from."basic_info.current_city_code"]
file = "对照.xlsx"
sheet = "城市"
from = "名称"
to = "编码"

[record.custom."6934193211960330504"]
type = "choice"
options = { "汉族" = "1" }

[[record]]
kind = "job-data"
"##;

#[test]
fn everything_of_the_contract_is_read() {
    let mapping = parse(WHOLE).unwrap();
    let [record, second] = mapping.records.as_slice() else { panic!("two records") };
    assert_eq!(record.kind, KindId::Talent);
    assert_eq!(record.header_row, Some(3));
    assert!(record.strict && !second.strict);
    assert_eq!(record.key_column.as_ref().unwrap().text, "工号");
    assert_eq!(record.dates, Some(DateOrder::Dmy));
    assert_eq!(record.list_separator.as_deref(), Some("、"));
    let columns: Vec<(&str, String)> = record
        .columns
        .iter()
        .map(|(header, slots)| {
            let paths: Vec<String> = slots.iter().map(Slot::to_string).collect();
            (header.text.as_str(), paths.join(" "))
        })
        .collect();
    assert_eq!(
        columns,
        [
            ("姓名", "basic_info.name".to_owned()),
            ("学校@2", "education_list[2].school".to_owned()),
            ("#7", "custom:6934193211960330504".to_owned()),
            ("毕业", "education_list[1].end_time education_list[2].start_time".to_owned()),
        ]
    );
    assert!(matches!(
        record.columns[2].1[0].ty(),
        crate::spec::FieldType::Custom(crate::spec::CustomType::Choice)
    ));
    assert_eq!(record.defaults[1].text, "6");
    assert_eq!(record.values[0].map.get("F").map(String::as_str), Some("2"));
    assert_eq!(record.values[1].path, "education_list.degree");
    assert_eq!(record.values_from[0].1.to, "编码");
    assert_eq!(record.options["6934193211960330504"].get("汉族").map(String::as_str), Some("1"));
    assert_eq!(second.kind, KindId::JobData);
}

#[test]
fn a_fault_is_at_its_line_and_column() {
    let head = "version = 1\n[[record]]\nkind = \"talent\"\n";
    for (rest, code, line, column) in [
        ("colums = {}", Code::MappingKeyUnknown, "4", "1"),
        ("strict = 1", Code::MappingSyntax, "4", "10"),
        ("dates = \"dd\"", Code::MappingValue, "4", "9"),
        ("header_row = 0", Code::MappingValue, "4", "14"),
        ("timezone = \"Mars/Base\"", Code::MappingValue, "4", "12"),
        ("[record.columns]\n\"姓名\" = \"basic_info.nam\"", Code::MappingFieldUnknown, "5", "8"),
        (
            "[record.columns]\n\"姓名\" = [\"basic_info.name\", \"x\"]",
            Code::MappingFieldUnknown,
            "5",
            "28",
        ),
        (
            "[record.columns]\n\"学校\" = \"education_list[0].school\"",
            Code::MappingFieldIndex,
            "5",
            "8",
        ),
        ("[record.defaults]\n\"x\" = \"1\"", Code::MappingFieldUnknown, "5", "1"),
        ("[record.values.x]\na = \"1\"", Code::MappingFieldUnknown, "4", "16"),
        ("[record.custom.\"1\"]\ntype = \"list\"", Code::MappingValue, "5", "8"),
        ("[record.on_bad]\nx = \"omit\"", Code::MappingNotYet, "4", "1"),
        ("[record.lookup]\ndepartment_id = \"path\"", Code::MappingNotYet, "5", "17"),
        ("[[record.derive]]\njoin = []", Code::MappingNotYet, "4", "1"),
        ("[[record.child]]\ngroup = \"x\"", Code::MappingNotYet, "4", "1"),
        ("ignore = [\"a\"", Code::MappingSyntax, "4", "14"),
    ] {
        let text = format!("{head}{rest}\n");
        let found = fault(&text);
        assert_eq!((found.0, found.1.as_str(), found.2.as_str()), (code, line, column), "{rest}");
    }
    assert_eq!(fault("version = 2\n[[record]]\nkind = \"talent\"\n").0, Code::MappingValue);
    assert_eq!(fault("version = 1\n[[record]]\nkind = \"staff\"\n").0, Code::MappingValue);
    assert_eq!(fault("version = 1\n").0, Code::MappingValue);
    assert_eq!(fault("[[record]]\nkind = \"talent\"\n").0, Code::MappingSyntax);
    assert_eq!(fault("").0, Code::MappingSyntax);
}

#[test]
fn the_nearest_word_is_named() {
    let text = "version = 1\n[[record]]\nkind = \"talent\"\ncolums = {}\n";
    let problem = parse(text).unwrap_err();
    assert!(problem.complaint.say(Lang::En).contains("the nearest is columns"), "{problem:?}");
    assert_eq!(problem.place.show(Lang::En), "m.toml");
    let text = "version = 1\n[[record]]\nkind = \"talent\"\n[record.defaults]\n\"basic_info.emial\" = \"x\"\n";
    let problem = parse(text).unwrap_err();
    assert!(problem.complaint.say(Lang::Zh).contains("basic_info.email"));
}

#[test]
fn file_patterns_and_sheets_select() {
    let mapping = parse(WHOLE).unwrap();
    let record = &mapping.records[0];
    assert!(record.applies_to("花名册2024.xlsx", Some("花名册")));
    assert!(record.applies_to("花名册.xlsx", Some(" 花名册 ")));
    assert!(!record.applies_to("花名册.csv", None));
    assert!(!record.applies_to("花名册.xlsx", Some("员工")));
    assert!(mapping.records[1].applies_to("any.csv", None));
    for (pattern, name, fits) in [
        ("*", "", true),
        ("a?c", "abc", true),
        ("a?c", "ac", false),
        ("*a*b*", "xxaxxbxx", true),
        ("*a*b", "ab-b-a", false),
        ("", "x", false),
    ] {
        let (pattern, name): (Vec<char>, Vec<char>) =
            (pattern.chars().collect(), name.chars().collect());
        assert_eq!(glob(&pattern, &name), fits);
    }
}

#[test]
fn headers_are_named_by_text_occurrence_or_column() {
    let headers: Vec<(usize, Arc<str>)> = [(0, "姓名*"), (1, "学校"), (3, "学校"), (4, "比例@2")]
        .map(|(n, t)| (n, t.into()))
        .to_vec();
    let find = |text: &str| HeaderRef { text: text.to_owned() }.find(&headers);
    assert_eq!(find("姓名"), [0]);
    assert_eq!(find("学校"), [1, 3]);
    assert_eq!(find("学校@2"), [3]);
    assert_eq!(find("学校@1"), [1]);
    assert_eq!(find("比例@2"), [4]);
    assert_eq!(find("#4"), [3]);
    for text in ["学校@3", "学校@0", "#0", "#3", "#x", "@", "专业", ""] {
        assert!(find(text).is_empty(), "{text}");
    }
}
