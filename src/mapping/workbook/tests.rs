//! Mapping workbooks, sound and wrong.

use super::*;
use crate::problem::Lang;
use crate::sheet::RawCell;
use crate::spec::{CustomType, KindId, Slot};

fn page(name: &str, rows: &[&[&str]]) -> Page {
    let mut number = 0;
    let rows = rows
        .iter()
        .map(|cells| {
            number += 1;
            let mut row = RawRow::new();
            row.reset(number);
            cells.iter().for_each(|cell| row.push(RawCell::Text(cell)));
            row
        })
        .collect();
    Page { name: name.into(), rows }
}

fn read(pages: &[Page]) -> Result<Mapping, Vec<Problem>> {
    mapping(pages, &"对照表.xlsx".into())
}

const HEAD: &[&[&str]] = &[
    &["字段对照表"],
    &["记录种类", "人才 (talent)", "", "客户确认"],
    &["文件", "*"],
    &["工作表", "员工"],
    &["表头行", "3"],
    &["日期顺序", "dmy"],
    &["表头", "示例", "飞书字段", "把握", "处理", "备注"],
];

fn fields(lines: &[&[&str]]) -> Page {
    page("字段对照", &[HEAD, lines].concat())
}

fn values(lines: &[&[&str]]) -> Page {
    let head: &[&[&str]] = &[&["值对照"], &["字段", "表里的写法", "飞书的选项", "行数"]];
    page("值对照", &[head, lines].concat())
}

#[test]
fn a_filled_in_workbook_is_a_mapping() {
    let pages = [
        page("说明", &[&["请签字"]]),
        fields(&[
            &["姓名", "张*", "姓名 (basic_info.name)", "100 %", "导入", ""],
            &["性别", "M", "性别", "100 %", "", "随便写"],
            &["学校@2", "", "education_list[2].school", "", "Import", ""],
            &["入学", "", "教育经历1-开始时间 （education_list.start_time）", "", "导入", ""],
            &["入学", "", "education_list[2].start_time", "", "导入", ""],
            &["序号", "1", "", "", "忽略", ""],
            &["民族", "汉", "", "", "自定义字段", "custom:69"],
            &["生效", "", "custom:70 (日期)", "", "自定义字段", ""],
            &["说不清", "", "", "", "", "再问"],
            &["", "", "", "", "", ""],
        ]),
        values(&[
            &["性别 (basic_info.gender)", "M", "男", "12"],
            &["教育经历-学历 (education_list.degree)", "大学", "Bachelor", "3"],
            &["教育经历-学历 (education_list.degree)", "研究生", "", "3"],
        ]),
    ];
    let mapping = read(&pages).unwrap();
    let [record] = mapping.records.as_slice() else { panic!("one record") };
    assert_eq!(record.kind, KindId::Talent);
    assert_eq!((record.header_row, record.sheet.as_deref()), (Some(3), Some("员工")));
    assert_eq!(
        (record.file.as_deref(), record.dates),
        (None, Some(crate::reading::DateOrder::Dmy))
    );
    let ignored: Vec<&str> = record.ignore.iter().map(|header| header.text.as_str()).collect();
    assert_eq!(ignored, ["序号"]);
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
            ("性别", "basic_info.gender".to_owned()),
            ("学校@2", "education_list[2].school".to_owned()),
            ("入学", "education_list[1].start_time education_list[2].start_time".to_owned()),
            ("民族", "custom:69".to_owned()),
            ("生效", "custom:70".to_owned()),
        ]
    );
    assert_eq!(record.customs.get("70"), Some(&CustomType::Date));
    assert_eq!(record.values[0].map.get("M").map(String::as_str), Some("1"));
    assert_eq!(record.values[1].path, "education_list.degree");
    assert_eq!(record.values[1].map.len(), 1);
}

#[test]
fn everything_wrong_is_told_at_its_cell() {
    let pages = [
        fields(&[
            &["姓名", "", "姓名 (basic_info.nmae)", "", "导入", ""],
            &["邮箱", "", "basic_info.email", "", "不要", ""],
            &["手机号", "", "", "", "导入", ""],
            &["民族", "", "basic_info.name", "", "自定义字段", ""],
            &["性别", "", "", "", "", ""],
            &["学校", "", "education_list[999].school", "", "导入", ""],
            &["序号", "", "", "", "忽略", ""],
            &["序号", "", "custom:7", "", "导入", ""],
        ]),
        values(&[
            &["basic_info.gender", "M", "男性别", ""],
            &["basic_info.colour", "M", "男", ""],
            &["性别", "F", "女", ""],
            &["性别", "F", "男", ""],
        ]),
    ];
    let problems = read(&pages).unwrap_err();
    let found: Vec<(String, Code)> =
        problems.iter().map(|p| (p.place.show(Lang::En), p.code())).collect();
    let expected = [
        ("字段对照!C8", Code::FieldUnknown),
        ("字段对照!E9", Code::MappingCell),
        ("字段对照!C10", Code::MappingNoField),
        ("字段对照!C11", Code::MappingCustomId),
        ("字段对照!C13", Code::FieldIndex),
        ("字段对照!A15", Code::MappingTwice),
        ("字段对照!E12", Code::MappingUndecided),
        ("值对照!C3", Code::MappingCell),
        ("值对照!A4", Code::FieldUnknown),
        ("值对照!B6", Code::MappingTwice),
    ]
    .map(|(cell, code)| (format!("对照表.xlsx › {cell}"), code));
    assert_eq!(found, expected);
    assert!(problems[0].complaint.say(Lang::Zh).contains("basic_info.name"));
    assert!(problems[7].complaint.say(Lang::Zh).contains("男"));
}

#[test]
fn a_workbook_without_the_table_or_its_kind_says_what_it_needs() {
    let code = |pages: &[Page]| read(pages).unwrap_err()[0].code();
    assert_eq!(code(&[]), Code::MappingTableMissing);
    assert_eq!(code(&[page("x", &[&["姓名", "邮箱"]])]), Code::MappingTableMissing);
    let table: &[&[&str]] = &[&["Header", "Feishu field"], &["姓名", "basic_info.name"]];
    assert_eq!(code(&[page("x", table)]), Code::MappingCell);
    let kind: &[&[&str]] = &[&["Kind", "talent"]];
    let mapping = read(&[page("x", &[kind, table].concat())]).unwrap();
    assert_eq!(mapping.records[0].columns.len(), 1);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    /// Whatever people write into the cells, it is a mapping or a list of problems with cells.
    #[test]
    fn no_cell_breaks_the_reading(
        cells in proptest::collection::vec(
            ("[姓名学校@#0-9\"\\\\\n()（）:.\\[\\]]{0,9}", "(姓名|custom:7 \\(日期\\)|[a-z_.()\\[\\]0-9]{0,12})", "(导入|忽略|自定义字段|x|)"),
            0..6,
        ),
    ) {
        let lines: Vec<[&str; 6]> = cells
            .iter()
            .map(|(header, field, action)| [header, "", field, "", action, ""])
            .collect();
        let lines: Vec<&[&str]> = lines.iter().map(<[&str; 6]>::as_slice).collect();
        match read(&[fields(&lines)]) {
            Ok(mapping) => proptest::prop_assert_eq!(mapping.records.len(), 1),
            Err(problems) => {
                for problem in problems {
                    proptest::prop_assert!(problem.place.cell().is_some(), "{:?}", problem);
                }
            }
        }
    }
}

#[test]
fn a_line_above_the_table_that_stands_there_twice_is_told_at_its_cell() {
    let head = |second: &[&str]| page("字段对照", &[&HEAD[..4], &[second], &HEAD[4..]].concat());
    assert!(read(&[head(&["工作表", "员工"])]).is_ok());
    let problems = read(&[head(&["工作表", "离职"])]).unwrap_err();
    let [problem] = problems.as_slice() else { panic!("{problems:?}") };
    assert_eq!(problem.code(), Code::MappingTwice);
    assert_eq!(problem.place.cell().unwrap().to_string(), "B5");
}

#[test]
fn a_workbook_and_a_file_that_say_the_same_are_the_same_model() {
    let pages = [
        fields(&[
            &["姓名", "", "姓名 (basic_info.name)", "", "导入", ""],
            &["入 \"学\"\\", "", "education_list.start_time", "", "导入", ""],
            &["入 \"学\"\\", "", "education_list[2].start_time", "", "导入", ""],
            &["#3", "", "custom:70 (日期)", "", "自定义字段", ""],
            &["序号", "", "", "", "忽略", ""],
        ]),
        values(&[&["性别 (basic_info.gender)", "M", "男", ""], &["custom:70", "无", "-", ""]]),
    ];
    let file = r##"
version = 1
[[record]]
kind = "talent"
sheet = "员工"
header_row = 3
dates = "dmy"
ignore = ["序号"]
[record.columns]
"姓名" = "basic_info.name"
"入 \"学\"\\" = ["education_list[1].start_time", "education_list[2].start_time"]
"#3" = "custom:70"
[record.custom.70]
type = "date"
[record.values."basic_info.gender"]
M = "1"
[record.values."custom:70"]
"无" = "-"
"##;
    let mut written = Mapping::parse(file, &"m.toml".into()).unwrap();
    let [record] = written.records.as_mut_slice() else { panic!("one record") };
    // A workbook has no lines, and each says for itself where the values of labels stand.
    record.sheet_line = None;
    record.values.iter_mut().for_each(|labels| labels.places = Arc::default());
    let mut filled = read(&pages).unwrap();
    let filled_in = filled.records.iter_mut().flat_map(|record| &mut record.values);
    filled_in.for_each(|labels| labels.places = Arc::default());
    let named = record.columns.iter_mut().map(|(header, _)| header).chain(&mut record.ignore);
    named.for_each(|header| header.line = None);
    assert_eq!(format!("{filled:?}"), format!("{written:?}"));
}
