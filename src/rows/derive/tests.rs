//! Derived cells: each form, and that they make the record that explicit columns make.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil;
use proptest::prelude::*;

use super::*;
use crate::bind::{self, BindOptions, Binding};
use crate::check::{Checker, ValueRef};
use crate::kinds::talent::TALENT;
use crate::mapping::Mapping;
use crate::problem::{Code, Place, Problem};
use crate::rows::Origins;
use crate::rows::origins::Origin;
use crate::sheet::{Fault, Moment};

fn row(number: u32, cells: &[&str]) -> RawRow {
    let mut row = RawRow::new();
    row.reset(number);
    for cell in cells {
        row.push(RawCell::Text(cell));
    }
    row
}

/// A binding of these headers, with the rest of a mapping record.
fn bound(headers: &[&str], toml: &str) -> Binding {
    let text = format!("version = 1\n[[record]]\nkind = \"talent\"\n{toml}");
    let mapping = Mapping::parse(&text, &"m.toml".into()).unwrap();
    let tables = HashMap::new();
    let how = BindOptions {
        mapping: Some(&mapping.records[0]),
        tables: &tables,
        allow_keyless: true,
        accept: None,
    };
    bind::bind(&TALENT, &row(1, headers), &Place::default(), &how).unwrap()
}

/// What one derive makes of a row: entry, place, source column and content.
fn made(derive: &Derive, row: &RawRow) -> Vec<(u16, usize, usize, String)> {
    let mut all = Vec::new();
    apply(derive, row, &mut |made| {
        let text = match made.cell {
            RawCell::Text(text) => text.to_owned(),
            RawCell::Fault(name) => format!("fault {name}"),
            other @ (RawCell::Empty
            | RawCell::Number(_)
            | RawCell::Bool(_)
            | RawCell::Moment(_)
            | RawCell::Dressed(_)) => format!("{other:?}"),
        };
        all.push((made.entry, made.target, made.from, text));
    });
    all
}

/// The contents only, of a derive of the columns 甲 and 乙.
fn texts(toml: &str, cells: &[&str]) -> Vec<String> {
    let binding = bound(&["姓名", "甲", "乙"], &format!("[[record.derive]]\n{toml}"));
    let mut with_name = vec!["张三"];
    with_name.extend(cells);
    made(&binding.shape.derives[0], &row(2, &with_name)).into_iter().map(|m| m.3).collect()
}

const PERIOD: &str =
    "range = \"甲\"\nto = [\"education_list[1].start_time\", \"education_list[1].end_time\"]";
const STUDY: &str = "split = \"甲\"\nseparator = \"/\"\nto = [\"education_list[1].school\", \
                     \"education_list[1].field_of_study\"]";

#[test]
fn each_form_makes_its_cells() {
    let join = "join = [\"甲\", \"乙\"]\nto = \"self_evaluation.content\"";
    assert_eq!(texts(join, &[" 欧阳 ", "娜"]), ["欧阳娜"]);
    assert_eq!(texts(&format!("{join}\nseparator = \" · \""), &["欧阳", "娜"]), ["欧阳 · 娜"]);
    assert_eq!(texts(&format!("{join}\nseparator = \" · \""), &["", "娜"]), ["娜"]);
    assert!(texts(join, &["", " "]).is_empty());
    assert_eq!(texts(PERIOD, &["2018.09-2022.06"]), ["2018.09", "2022.06"]);
    assert_eq!(texts(PERIOD, &["2018.09--"]), ["2018.09"]);
    assert_eq!(texts(PERIOD, &["四年"]), ["fault not-a-period", "fault not-a-period"]);
    assert_eq!(texts(STUDY, &["香港大学/考古"]), ["香港大学", "考古"]);
    assert_eq!(texts(STUDY, &["香港大学"]), ["香港大学"]);
    assert_eq!(texts(STUDY, &["a/b/c"]), ["fault split-too-many:2", "fault split-too-many:2"]);
    let copy = "from = \"乙\"\nto = \"self_evaluation.content\"";
    assert_eq!(texts(copy, &["x", " y "]), [" y "]);
}

#[test]
fn transforms_apply_in_their_order_to_each_part() {
    let of = |transforms: &str, cell: &str| {
        let toml =
            format!("from = \"甲\"\nto = \"self_evaluation.content\"\ntransform = [{transforms}]");
        texts(&toml, &[cell]).concat()
    };
    assert_eq!(of("\"trim\"", " \u{3000}a b\u{200B} "), "a b");
    assert_eq!(of("\"upper\"", "abc1"), "ABC1");
    assert_eq!(of("\"lower\"", "ABC1"), "abc1");
    assert_eq!(of("{ strip_prefix = \"A-\" }", "A-A-7"), "A-7");
    assert_eq!(of("{ strip_prefix = \"A-\" }", "B-7"), "B-7");
    assert_eq!(of("{ strip_suffix = \"号\" }", "7号"), "7");
    assert_eq!(of("{ pad_left = 6 }", "123"), "000123");
    assert_eq!(of("{ pad_left = 2 }", "123"), "123");
    assert_eq!(of("{ replace = ['(\\d+)-(\\d+)', '$2-$1'] }", "1-22 3-4"), "22-1 4-3");
    assert_eq!(of("\"trim\", { strip_prefix = \"a\" }, \"upper\"", " abc"), "BC");
    assert_eq!(of("{ strip_prefix = \"a\" }, \"trim\"", " abc"), "abc");
    assert_eq!(of("{ replace = ['.*', ''] }", "abc"), "");
    let long = "{ replace = ['a', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'] }";
    let many = [long; 12].join(", ");
    assert_eq!(of(&many, "a"), "fault cell-too-long");
    let toml = format!("{STUDY}\ntransform = [\"trim\"]");
    assert_eq!(texts(&toml, &["香港大学 / 考古"]), ["香港大学", "考古"]);
}

#[test]
fn cells_that_are_no_text_keep_their_kind_or_become_text_for_a_change() {
    let copy = "[[record.derive]]\nfrom = \"甲\"\nto = \"self_evaluation.content\"";
    let derive = |toml: &str| bound(&["姓名", "甲"], toml).shape.derives.remove(0);
    let with = |cell: RawCell<'_>| {
        let mut row = row(2, &["张三"]);
        row.push(cell);
        row
    };
    let plain = derive(copy);
    let padded = derive(&format!("{copy}\ntransform = [{{ pad_left = 6 }}]"));
    let period = derive(&format!("[[record.derive]]\n{PERIOD}"));
    let of = |derive: &Derive, cell: RawCell<'_>| made(derive, &with(cell)).remove(0).3;
    let moment = Moment { date: civil::date(2024, 5, 1), time: civil::Time::midnight() };
    assert_eq!(of(&plain, RawCell::Moment(moment)), "Moment(…)");
    assert_eq!(of(&padded, RawCell::Number(123.0)), "000123");
    assert_eq!(of(&padded, RawCell::Number(1e17)), "fault digits-lost");
    assert_eq!(of(&padded, RawCell::Moment(moment)), "2024-05-01");
    assert_eq!(of(&plain, RawCell::Fault(Fault::named("#N/A"))), "fault #N/A");
    assert_eq!(of(&period, RawCell::Moment(moment)), "fault not-a-period");
    assert_eq!(made(&period, &with(RawCell::Fault(Fault::named("#N/A")))).len(), 2);
}

#[test]
fn entries_go_to_their_number_and_no_further_than_the_group() {
    let toml = "[[record.derive]]\nsplit = \"甲\"\nentries = \"；\"\nseparator = \"/\"\nto = \
                [\"education_list.school\", \"education_list.field_of_study\"]";
    let derive = bound(&["姓名", "甲"], toml).shape.derives.remove(0);
    let of = |text: &str| -> Vec<(u16, usize, String)> {
        made(&derive, &row(2, &["张三", text])).into_iter().map(|m| (m.0, m.1, m.3)).collect()
    };
    let own = str::to_owned;
    assert_eq!(
        of("甲大/考古；；丙大；"),
        [(1, 0, own("甲大")), (1, 1, own("考古")), (3, 0, own("丙大"))]
    );
    assert_eq!(of("甲大；a/b/c")[1], (2, 0, own("fault split-too-many:2")));
    assert_eq!(of(&"x；".repeat(101))[0], (1, 0, own("fault cell-entries-too-many:100")));
}

/// The gathered row, and the binding with as many entries as it needs.
fn gather(mut binding: Binding, cells: &[&str]) -> (Binding, RawRow, Origins) {
    let mut row = row(2, cells);
    let plain = row.clone();
    let mut next = binding.columns.iter().map(|c| c.index + 1).max().unwrap_or_default();
    let (mut origins, mut more) = (Origins::default(), Vec::new());
    for derive in &binding.shape.derives {
        apply(derive, &plain, &mut |made| {
            let column = match &derive.to {
                To::Columns(columns) => columns[made.target],
                To::Entries { columns, .. } if made.entry == 1 => columns[made.target].first.index,
                To::Entries { columns, .. } => {
                    more.push(columns[made.target].entry(made.entry, next));
                    next += 1;
                    next - 1
                }
            };
            row.put(column, made.cell);
            let from = u32::try_from(made.from).ok();
            let place = Place { row: Some(2), column: from, ..Place::default() };
            origins.put(Origin {
                column,
                place,
                header: Some(Arc::clone(&derive.header)),
                read: None,
            });
        });
    }
    binding.columns.extend(more);
    (binding, row, origins)
}

fn shown(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Text(text) => text.to_owned(),
        ValueRef::Int(number) => number.to_string(),
        ValueRef::List(list) => list.iter().collect::<Vec<_>>().join(" "),
    }
}

/// The record as paths with values, or its problems.
fn record(binding: Binding, cells: &[&str]) -> Result<Vec<String>, Vec<Problem>> {
    let (binding, row, origins) = gather(binding, cells);
    let mut problems = Vec::new();
    let mut checker = Checker::new(Arc::new(binding), Place::default(), false);
    match checker.check(&row, &origins, &mut problems) {
        Some(record) => {
            Ok(record.values().map(|(slot, value)| format!("{slot} {}", shown(value))).collect())
        }
        None => Err(problems),
    }
}

#[test]
fn a_derived_record_is_the_record_of_explicit_columns() {
    let derived = bound(
        &["姓", "名", "起止时间", "毕业院校及专业", "学历", "工号"],
        "[[record.derive]]\njoin = [\"姓\", \"名\"]\nto = \"basic_info.name\"\n[[record.derive]]\nrange = \
         \"起止时间\"\nentries = \"；\"\nto = [\"education_list.start_time\", \"education_list.end_time\"]\n\
         [[record.derive]]\nsplit = \"毕业院校及专业\"\nentries = \"；\"\nseparator = \"/\"\nto = \
         [\"education_list.school\", \"education_list.field_of_study\"]\n[[record.derive]]\nfrom = \"学历\"\n\
         entries = \"；\"\nto = \"education_list.degree\"\n[record.values.\"education_list.degree\"]\n\"大学\" = \
         \"本科\"\n[record.values.\"education_list[2].degree\"]\n\"研究生\" = \"硕士\"\n",
    );
    let explicit = bound(
        &[
            "姓名",
            "学校",
            "专业",
            "学历",
            "学校2",
            "专业2",
            "学历2",
            "教育经历1-开始时间",
            "教育经历1-结束时间",
            "教育经历2-开始时间",
            "教育经历2-结束时间",
        ],
        "",
    );
    let one = record(
        derived,
        &[
            "张",
            "三",
            "2014.09-2018.06；2018.09—2021.06",
            "甲大/考古；乙大/历史",
            "大学；研究生",
            "7",
        ],
    );
    let other = record(
        explicit,
        &[
            "张三", "甲大", "考古", "本科", "乙大", "历史", "硕士", "2014.09", "2018.06",
            "2018.09", "2021.06",
        ],
    );
    let one = one.unwrap();
    assert_eq!(one.len(), 11);
    assert_eq!(one, other.unwrap());
}

#[test]
fn a_cell_of_which_nothing_can_be_made_is_told_where_it_stands() {
    let binding =
        bound(&["姓名", "起止"], &format!("[[record.derive]]\n{}", PERIOD.replace("甲", "起止")));
    let problems = record(binding, &["张三", "四年"]).unwrap_err();
    assert_eq!(problems.len(), 1);
    let first = &problems[0];
    assert_eq!(first.code(), Code::NotAPeriod);
    assert_eq!(first.place.cell().unwrap().to_string(), "B2");
    assert_eq!(first.header.as_deref(), Some("起止"));
    assert_eq!(first.field.as_deref(), Some("education_list[1].start_time"));
}

#[test]
fn a_period_that_is_said_to_be_none_is_as_a_blank_one() {
    let read = |cell: &str| {
        let mapping = format!("[[record.derive]]\n{}", PERIOD.replace("甲", "起止"));
        record(bound(&["姓名", "起止"], &mapping), &["张三", cell])
    };
    let blank = read("").unwrap();
    for text in ["无", "-", "/", "—", "——", "待定", "暂无", "null", "N/A", " 无 ", "／"]
    {
        assert_eq!(read(text).as_ref(), Ok(&blank), "{text}");
    }
    for text in ["四年", "至今", "无锡"] {
        assert!(read(text).is_err(), "{text}");
    }
}

proptest! {
    #[test]
    fn joined_and_split_are_the_same_record(
        surname in "[张王李]{1,2}", given in "[三四五]{1,2}", school in "[甲乙]{1,3}大学", study in "[考古历史]{1,4}",
    ) {
        let derived = bound(
            &["姓", "名", "院校"],
            "[[record.derive]]\njoin = [\"姓\", \"名\"]\nto = \"basic_info.name\"\n[[record.derive]]\nsplit = \"院校\"\n\
             separator = \"、\"\nto = [\"education_list[1].school\", \"education_list[1].field_of_study\"]\n",
        );
        let explicit = bound(&["姓名", "学校", "专业"], "");
        let one = record(derived, &[&surname, &given, &format!("{school}、{study}")]).unwrap();
        let other = record(explicit, &[&format!("{surname}{given}"), &school, &study]).unwrap();
        prop_assert_eq!(one, other);
    }

    #[test]
    fn no_cell_panics(text in "\\PC{0,60}|[0-9./年月至今；、 -]{0,60}", separator in "[；、 /]", op in 0usize..4) {
        let head = match op {
            0 => "join = [\"甲\", \"乙\"]\nto = \"self_evaluation.content\"\n".to_owned(),
            1 => "range = \"甲\"\nentries = \"；\"\nto = [\"education_list.start_time\", \"education_list.end_time\"]\n".to_owned(),
            2 => format!("split = \"甲\"\nseparator = \"{separator}\"\nto = [\"education_list.school\", \"education_list.field_of_study\"]\n"),
            _ => "from = \"甲\"\nto = \"self_evaluation.content\"\n".to_owned(),
        };
        let _ = texts(&format!("{head}transform = [\"trim\", {{ pad_left = 3 }}]"), &[&text, &text]);
    }
}
