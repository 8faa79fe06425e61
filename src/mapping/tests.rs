//! Mapping files, whole and broken.

use std::sync::Arc;

use super::pattern::glob;
use super::*;
use crate::problem::{Code, Lang, Problem};
use crate::reading::{DateOrder, OnBad, Op};
use crate::spec::{KindId, Slot};

fn parse(text: &str) -> Result<Mapping, Vec<Problem>> {
    Mapping::parse(text, &"m.toml".into())
}

const HEAD: &str = "version = 1\n[[record]]\nkind = \"talent\"\n";

/// Code, line and column of everything that is wrong.
fn faults(text: &str) -> Vec<(Code, String)> {
    let place = |problem: &Problem| {
        let args = &problem.complaint.args;
        (problem.code(), format!("{}:{}", args[0], args[1]))
    };
    parse(text).unwrap_err().iter().map(place).collect()
}

/// The one thing that is wrong.
fn fault(text: &str) -> (Code, String) {
    let all = faults(text);
    let [one] = all.as_slice() else { panic!("{all:?} in {text}") };
    one.clone()
}

/// What is said of the one thing that is wrong in a record of this text.
fn said(rest: &str) -> String {
    let problems = parse(&format!("{HEAD}{rest}\n")).unwrap_err();
    assert_eq!(problems.len(), 1, "{rest}");
    problems[0].complaint.say(Lang::En)
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
    use Code::{
        MappingFieldIndex as Index, MappingFieldUnknown as Field, MappingKeyUnknown as Key,
        MappingNotYet as NotYet, MappingSyntax as Syntax, MappingUnfit as Unfit,
        MappingValue as Value,
    };
    for (rest, code, place) in [
        ("colums = {}", Key, "4:1"),
        ("strict = 1", Syntax, "4:10"),
        ("file = 1", Syntax, "4:8"),
        ("ignore = \"序号\"", Syntax, "4:10"),
        ("ignore = [\"序号\", 7]", Syntax, "4:17"),
        ("columns = []", Syntax, "4:11"),
        ("dates = \"dd\"", Value, "4:9"),
        ("dates = 3", Syntax, "4:9"),
        ("[record.dates]\n\"入职\" = \"dm\"", Value, "5:8"),
        ("header_row = 0", Value, "4:14"),
        ("header_row = 99999999999999999999", Value, "4:14"),
        ("timezone = \"Mars/Base\"", Value, "4:12"),
        ("list_separator = \"\"", Value, "4:18"),
        ("[record.columns]\n\"姓名\" = \"basic_info.nam\"", Field, "5:8"),
        ("[record.columns]\n\"姓名\" = [\"basic_info.name\", \"x\"]", Field, "5:28"),
        ("[record.columns]\n\"学校\" = \"education_list[0].school\"", Index, "5:8"),
        ("[record.columns]\n\"姓名\" = 5", Syntax, "5:8"),
        ("[record.defaults]\n\"x\" = \"1\"", Field, "5:1"),
        ("[record.defaults]\n\"basic_info.name\" = true", Syntax, "5:21"),
        ("[record.values.x]\na = \"1\"", Field, "4:16"),
        ("[record.values.\"basic_info.gender\"]\n\"M\" = \"男\"\n\"F\" = \"X\"", Value, "6:7"),
        ("[record.values.\"education_list.degree\"]\n\"甲\" = 99", Value, "5:7"),
        ("[record.values.\"basic_info.gender\"]\n\"M\" = \"男\"\n\" M\" = \"女\"", Unfit, "6:1"),
        (
            "[record.values_from.\"basic_info.gender\"]\nfile = \"a\"\nform = \"b\"\nfrom = \"a\"\nto = \"c\"",
            Key,
            "6:1",
        ),
        ("[record.custom.\"1\"]\ntype = \"list\"", Value, "5:8"),
        ("[record.on_bad]\nx = \"omit\"", Field, "5:1"),
        ("[record.on_bad]\n\"basic_info.hometown_city_code\" = \"skip\"", Value, "5:35"),
        ("[record.lookup]\n\"basic_info.hometown_city_code\" = \"path\"", NotYet, "5:35"),
        ("[record.lookup]\n\"basic_info.hometown_city_code\" = \"pth\"", Value, "5:35"),
        ("derive = 1", Syntax, "4:10"),
        ("child = {}", Syntax, "4:9"),
        ("ignore = [\"a\"", Syntax, "4:14"),
        ("strict = true\nstrict = false", Syntax, "5:1"),
    ] {
        let text = format!("{HEAD}{rest}\n");
        assert_eq!(fault(&text), (code, place.to_owned()), "{rest}");
    }
    assert_eq!(fault("version = 2\n[[record]]\nkind = \"talent\"\n").0, Value);
    assert_eq!(fault("version = 1\n[[record]]\nkind = \"staff\"\n"), (Value, "3:8".to_owned()));
    assert_eq!(fault("version = 1\n").0, Value);
    assert_eq!(fault("version = 1\nrecord = 1\n").0, Syntax);
    assert_eq!(fault("[[record]]\nkind = \"talent\"\n").0, Syntax);
    assert_eq!(fault("version = 1\n[[record]]\n"), (Syntax, "2:1".to_owned()));
    assert_eq!(fault("").0, Syntax);
}

#[test]
fn a_derive_says_what_is_wrong_with_it_and_where() {
    use Code::{
        MappingFieldUnknown as Field, MappingSyntax as Syntax, MappingUnfit as Unfit,
        MappingValue as Value,
    };
    let name = "to = \"basic_info.name\"";
    let period = "to = [\"education_list[1].start_time\", \"education_list[1].end_time\"]";
    for (rest, code, place) in [
        ("to = \"basic_info.name\"".to_owned(), Unfit, "4:1"),
        (format!("join = [\"姓\"]\nfrom = \"名\"\n{name}"), Unfit, "6:1"),
        (format!("join = []\n{name}"), Unfit, "5:1"),
        (format!("join = \"姓\"\n{name}"), Syntax, "5:8"),
        (format!("from = \"姓\"\nseparator = \" \"\n{name}"), Unfit, "6:13"),
        ("join = [\"姓\"]\nentries = \"；\"\nto = \"education_list.school\"".to_string(), Unfit, "6:11"),
        ("from = \"姓\"".to_owned(), Syntax, "4:1"),
        ("from = \"姓\"\nto = \"basic_info.nam\"".to_owned(), Field, "6:6"),
        (format!("from = \"姓\"\n{period}"), Unfit, "6:1"),
        (format!("range = \"起止\"\n{name}"), Unfit, "6:1"),
        (format!("split = \"院校及专业\"\n{period}"), Syntax, "4:1"),
        (format!("split = \"院校及专业\"\nseparator = \"\"\n{period}"), Value, "6:13"),
        (format!("split = \"院校及专业\"\nseparator = \"/\"\n{name}"), Unfit, "7:1"),
        ("range = \"起止\"\nto = [\"education_list.start_time\", \"education_list[1].start_time\"]".to_owned(), Unfit, "6:36"),
        ("from = \"学校\"\nentries = \"；\"\nto = \"education_list[2].school\"".to_owned(), Unfit, "7:6"),
        ("from = \"学校\"\nentries = \"；\"\nto = \"basic_info.name\"".to_owned(), Unfit, "7:1"),
        ("from = \"学校\"\nentries = \"\"\nto = \"education_list[1].school\"".to_owned(), Value, "6:11"),
        (format!("from = \"姓\"\n{name}\ntransform = \"trim\""), Syntax, "7:13"),
        (format!("from = \"姓\"\n{name}\ntransform = [\"trimm\"]"), Value, "7:14"),
        (format!("from = \"姓\"\n{name}\ntransform = [\"replace\"]"), Unfit, "7:14"),
        (format!("from = \"姓\"\n{name}\ntransform = [1]"), Syntax, "7:14"),
        (format!("from = \"姓\"\n{name}\ntransform = [{{ strip = \"A\" }}]"), Code::MappingKeyUnknown, "7:16"),
        (format!("from = \"姓\"\n{name}\ntransform = [{{ pad_left = 0 }}]"), Value, "7:27"),
        (format!("from = \"姓\"\n{name}\ntransform = [{{ pad_left = 4, strip_prefix = \"A\" }}]"), Unfit, "7:14"),
        (format!("from = \"姓\"\n{name}\ntransform = [{{ replace = [\"a\"] }}]"), Unfit, "7:16"),
        (format!("from = \"姓\"\n{name}\ntransform = [{{ replace = [\"(\", \"\"] }}]"), Unfit, "7:27"),
        (format!("from = \"姓\"\n{name}\ntransform = [{{ replace = [\"(a)\", \"$2\"] }}]"), Unfit, "7:34"),
        (format!("from = \"姓\"\n{name}\ntransform = [{{ replace = [\"(\\\\w{{500}}){{500}}\", \"\"] }}]"), Unfit, "7:27"),
    ] {
        let text = format!("{HEAD}[[record.derive]]\n{rest}\n");
        assert_eq!(fault(&text), (code, place.to_owned()), "{rest}");
    }
}

#[test]
fn a_child_says_what_is_wrong_with_it_and_where() {
    use Code::{
        MappingFieldUnknown as Field, MappingSyntax as Syntax, MappingUnfit as Unfit,
        MappingValue as Value,
    };
    let key = "key = { child = \"工号\", parent = \"工号\" }";
    for (rest, code, place) in [
        (format!("sheet = \"教育\"\n{key}"), Syntax, "4:1"),
        (format!("group = \"education\"\nsheet = \"教育\"\n{key}"), Value, "5:9"),
        (format!("group = \"education_list\"\n{key}"), Unfit, "4:1"),
        ("group = \"education_list\"\nsheet = \"教育\"".to_owned(), Syntax, "4:1"),
        ("group = \"education_list\"\nsheet = \"教育\"\nkey = 3".to_owned(), Syntax, "7:7"),
        (
            "group = \"education_list\"\nsheet = \"教育\"\nkey = { child = \"工号\" }".to_owned(),
            Syntax,
            "7:7",
        ),
        (
            format!(
                "group = \"education_list\"\nsheet = \"教育\"\n{key}\ncolumns = {{ \"学校\" = \"scool\" }}"
            ),
            Field,
            "8:20",
        ),
        (
            format!("group = \"education_list\"\nsheets = \"教育\"\nfile = \"x.xlsx\"\n{key}"),
            Code::MappingKeyUnknown,
            "6:1",
        ),
    ] {
        let text = format!("{HEAD}[[record.child]]\n{rest}\n");
        assert_eq!(fault(&text), (code, place.to_owned()), "{rest}");
    }
}

#[test]
fn everything_that_is_wrong_is_told_in_the_files_order() {
    let text = "version = 2\n\n[[record]]\nkind = \"talent\"\ncolums = {}\nstrict = 1\n[record.columns]\n\"姓名\" = \
                \"basic_info.nam\"\n\"学校\" = [\"x\", \"basic_info.email\", \"y\"]\n\n[[record]]\nkind = \"staff\"\n";
    let places: Vec<String> = faults(text).into_iter().map(|(_, place)| place).collect();
    assert_eq!(places, ["1:11", "5:1", "6:10", "8:8", "9:9", "9:34", "12:8"]);
    let meant = "version = 1\n[[record]]\nkind = \"talnt\"\n[record.columns]\n\"a\" = \"x\"\n";
    let places: Vec<String> = faults(meant).into_iter().map(|(_, place)| place).collect();
    assert_eq!(places, ["3:8", "5:7"]);
    // Of a text that is no TOML only the syntax is told.
    let broken = "version = 2\n[[record]\nkind = \"staff\"\n";
    assert!(faults(broken).iter().all(|(code, _)| *code == Code::MappingSyntax));
}

#[test]
fn the_nearest_word_is_named() {
    assert!(said("colums = {}").contains("the nearest is columns"));
    assert!(said("[record.defaults]\n\"basic_info.emial\" = \"x\"").contains("basic_info.email"));
    assert!(
        said("[record.on_bad]\n\"basic_info.hometown_city_code\" = \"omitt\"")
            .contains("did you mean omit?")
    );
    let derive = |rest: &str| {
        said(&format!("[[record.derive]]\nfrom = \"a\"\nto = \"basic_info.name\"\n{rest}"))
    };
    assert!(derive("transform = [\"uper\"]").contains("did you mean upper?"));
    assert!(derive("transfrom = []").contains("the nearest is transform"));
    assert!(
        derive("transform = [{ replace = [\"[\", \"\"] }]").contains("unclosed character class")
    );
    let child = "[[record.child]]\ngroup = \"educaton_list\"\nsheet = \"a\"\nkey = \"b\"";
    assert!(said(child).contains("did you mean education_list?"));
    assert!(said("[record.values.\"basic_info.gender\"]\nM = \"X\"").contains("1 Male"));
    let problem = &parse("version = 1\n[[record]]\nkind = \"talents\"\n").unwrap_err()[0];
    assert!(problem.complaint.say(Lang::Zh).contains("是不是 talent？"));
    assert_eq!(problem.place.show(Lang::En), "m.toml");
}

#[test]
fn what_identifies_a_person_or_is_required_is_not_omitted() {
    for path in [
        "basic_info.name",
        "basic_info.email",
        "basic_info.mobile",
        "basic_info.mobile_country_code",
        "basic_info.identification.identification_number",
        "basic_info.identification.identification_type",
    ] {
        let text = format!("{HEAD}[record.on_bad]\n\"{path}\" = \"omit\"\n");
        assert_eq!(fault(&text).0, Code::MappingUnfit, "{path}");
        assert!(parse(&text.replace("omit", "error")).is_ok());
    }
    let job = HEAD.replace("talent", "job-data");
    assert_eq!(
        fault(&format!("{job}[record.on_bad]\nemployment_id = \"omit\"\n")).0,
        Code::MappingUnfit
    );
    let text = format!(
        "{HEAD}[record.on_bad]\n\"education_list.degree\" = \"omit\"\n\"education_list[2].degree\" = \"error\"\n"
    );
    let record = &parse(&text).unwrap().records[0];
    assert_eq!(
        record.on_bad,
        [
            ("education_list.degree".to_owned(), OnBad::Omit),
            ("education_list[2].degree".to_owned(), OnBad::Error)
        ]
    );
}

#[test]
fn every_form_of_derive_and_child_is_read() {
    let text = format!(
        "{HEAD}
[[record.derive]]
join = [\"姓\", \"名\"]
to = \"basic_info.name\"
[[record.derive]]
range = \"起止时间\"
to = [\"education_list[1].start_time\", \"education_list[1].end_time\"]
[[record.derive]]
split = \"毕业院校及专业\"
separator = \"/\"
entries = \"；\"
to = [\"education_list.school\", \"education_list.field_of_study\"]
[[record.derive]]
from = \"邮箱\"
to = [\"basic_info.email\"]
transform = [\"trim\", \"upper\", \"lower\", {{ strip_prefix = \"A-\" }}, {{ strip_suffix = \"x\" }}, {{ pad_left = 8 }}, \
{{ replace = ['\\s+', \"\"] }}]

[[record.child]]
group = \"education_list\"
file = \"教育经历*.xlsx\"
sheet = \"教育经历\"
key = {{ child = \"工号\", parent = \"员工工号\" }}
columns = {{ \"学校\" = \"school\", \"学历\" = [\"degree\"] }}
[[record.child]]
group = \"career_list\"
sheet = \"工作经历\"
key = \"工号\"
"
    );
    let mapping = parse(&text).unwrap();
    let [join, range, split, copy] = mapping.records[0].derives.as_slice() else { panic!() };
    assert_eq!(join.op, Op::Join { separator: String::new() });
    assert_eq!(join.from.iter().map(|h| h.text.as_str()).collect::<Vec<_>>(), ["姓", "名"]);
    assert_eq!((&range.op, range.to.len()), (&Op::Range, 2));
    assert_eq!(split.op, Op::Split { separator: "/".to_owned() });
    let (group, separator) = split.entries.as_ref().unwrap();
    assert_eq!((group.key, separator.as_str()), ("education_list", "；"));
    assert_eq!(split.to[1].to_string(), "education_list[1].field_of_study");
    assert_eq!((&copy.op, copy.transforms.len(), copy.to.len()), (&Op::Copy, 7, 1));
    let [education, career] = mapping.records[0].children.as_slice() else { panic!() };
    assert_eq!((&*education.key_child.text, &*education.key_parent.text), ("工号", "员工工号"));
    assert_eq!(education.columns[1].1[0].to_string(), "education_list[1].degree");
    assert_eq!(education.file.as_deref(), Some("教育经历*.xlsx"));
    assert_eq!((career.group.key, &*career.key_parent.text), ("career_list", "工号"));
    assert!(career.columns.is_empty() && career.file.is_none());
}

proptest::proptest! {
    #[test]
    fn no_text_panics(
        text in "\\PC{0,80}",
        lines in proptest::collection::vec(
            "(\\[\\[?record(\\.(derive|child|columns|values\\.x|on_bad|custom\\.1))?\\]\\]?)|((kind|join|range|split|from|to|transform|entries|separator|group|key|version) ?= ?(\"(talent|/|[a-z_\\[\\]0-9.]{0,20})\"|\\[(\"[a-z]{0,4}\",?){0,3}\\]|-?[0-9]{1,20}|\\{ ?(child|replace|pad_left) = [\"a]{0,3} ?\\}|true))",
            0..12,
        ),
    ) {
        let _ = parse(&text);
        let _ = parse(&format!("version = 1\n{}", lines.join("\n")));
        let _ = parse(&format!("{HEAD}{}", lines.join("\n")));
    }
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
    let find = |text: &str| HeaderRef::new(text.to_owned()).find(&headers);
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
