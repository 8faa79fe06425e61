//! Proposals, from whole headers.

use proptest::prelude::*;

use super::*;
use crate::bind::{BindOptions, bind};
use crate::kinds::{self, job_data::JOB_DATA, talent::TALENT};
use crate::mapping::Mapping;
use crate::problem::{Code, Place};
use crate::sheet::RawCell;
use crate::sheet::RawRow;

fn row(cells: &[&str]) -> RawRow {
    let mut row = RawRow::new();
    row.reset(3);
    for cell in cells {
        row.push(RawCell::Text(cell));
    }
    row
}

fn proposal(kind: &'static Kind, cells: &[&str], samples: Vec<Sample>) -> Proposal {
    propose(
        draft(kind, &row(cells), None, crate::bind::Tenant::default()),
        samples,
        Vec::new(),
        About::default(),
    )
}

fn fed(proposal: &Proposal) -> Vec<(&str, Vec<String>)> {
    proposal.columns.iter().map(|c| (c.column.name.as_str(), c.paths())).collect()
}

/// Column and path of every column that a header binds, with a mapping or without.
fn bound_columns(
    kind: &'static Kind,
    header: &RawRow,
    mapping: Option<&RecordMapping>,
) -> Result<Vec<(usize, String)>, Vec<Code>> {
    let how = BindOptions {
        mapping,
        tables: &std::collections::HashMap::new(),
        allow_keyless: false,
        accept: None,
    };
    let place = Place::file(&"t.xlsx".into());
    let binding = bind(kind, header, &place, &how).map_err(|problems| {
        problems.iter().map(crate::problem::Problem::code).collect::<Vec<_>>()
    })?;
    Ok(binding.columns.iter().map(|c| (c.index, c.path.to_string())).collect())
}

fn parsed(proposal: &Proposal, lang: Lang) -> Mapping {
    let text = toml::render(std::slice::from_ref(proposal), lang);
    Mapping::parse(&text, &"m.toml".into()).unwrap_or_else(|e| panic!("{e:?} in\n{text}"))
}

#[test]
fn a_proposal_read_back_binds_as_the_header_does_by_itself() {
    let headers: &[&[&str]] = &[
        &["姓名", "手机号", "学校", "学校2", "教育经历2-专业", "性别\n(Gender)", "备注", "公司"],
        &["姓名", "前公司", "职位", "公司邮箱", "电子邮箱", "custom:69", "\"引号\"", "a\\b"],
        &["姓名*", "手机号", "备注", "备注", "备注@2", "#1"],
    ];
    for cells in headers {
        let header = row(cells);
        let proposal = proposal(&TALENT, cells, Vec::new());
        for lang in [Lang::Zh, Lang::En] {
            let mapping = parsed(&proposal, lang);
            let record = &mapping.records[0];
            assert_eq!(record.header_row, Some(3));
            let own = bound_columns(&TALENT, &header, None);
            assert!(own.as_ref().is_ok_and(|own| own.len() >= 2), "{cells:?}: {own:?}");
            assert_eq!(bound_columns(&TALENT, &header, Some(record)), own, "{cells:?}");
        }
    }
}

#[test]
fn equal_headers_are_told_apart_and_a_field_that_is_fed_twice_is_left_to_a_person() {
    let twice = proposal(&TALENT, &["姓名", "邮箱", "备注", "电子邮箱", "备注"], Vec::new());
    let names: Vec<&str> = twice.columns.iter().map(|c| c.column.name.as_str()).collect();
    assert_eq!(names, ["姓名", "邮箱", "备注@1", "电子邮箱", "备注@2"]);
    assert_eq!(twice.columns[3].column.taken_by.as_deref(), Some("邮箱"));
    let text = toml::render(&[twice], Lang::En);
    assert!(text.contains("# \"电子邮箱\" = \"basic_info.email\""), "{text}");
    assert!(text.contains("\n\"邮箱\" = \"basic_info.email\""), "{text}");
    let blocks = ["姓名", "学校", "学历", "学校", "起止", "学校", "学历"];
    let period = Sample { filled: 1, periods: 1, ..Sample::default() };
    let samples = (0..7).map(|at| if at == 4 { period.clone() } else { Sample::default() });
    let blocks = proposal(&TALENT, &blocks, samples.collect());
    let next: Vec<&str> = blocks
        .columns
        .iter()
        .filter_map(|column| column.column.suggestions.first())
        .map(|suggestion| suggestion.path.as_str())
        .collect();
    let wanted =
        ["education_list[2].school", "education_list[3].school", "education_list[2].degree"];
    assert_eq!(next, wanted, "the next entry, and the one after it");
    assert!(matches!(&blocks.derives[0], Derived::Range { to, .. }
        if to[0] == "education_list[2].start_time"));
    let odd = proposal(&TALENT, &["姓名", "#2", "备注", "备注", "备注@2"], Vec::new());
    let names: Vec<&str> = odd.columns.iter().map(|c| c.column.name.as_str()).collect();
    assert_eq!(names, ["姓名", "#2", "备注@1", "#4", "备注@2"]);
}

#[test]
fn confidence_says_how_a_header_was_understood() {
    let sure = proposal(
        &TALENT,
        &["basic_info.name", "电子邮箱", "前公司", "公司", "性别"],
        vec![
            Sample::default(),
            Sample::default(),
            Sample::default(),
            Sample::default(),
            Sample { filled: 4, unfit: 3, ..Sample::default() },
        ],
    );
    let of = |at: usize| sure.columns[at].confidence();
    assert_eq!((of(0), of(1), of(3), of(4)), (Some(1.0), Some(ALIAS), Some(VOUCHED), Some(0.5)));
    let none = proposal(&JOB_DATA, &["雇佣ID", "岗位"], Vec::new());
    assert_eq!(none.columns[1].confidence(), None);
    let paths: Vec<&str> =
        none.columns[1].column.suggestions.iter().map(|s| s.path.as_str()).collect();
    assert_eq!(paths, ["job_id", "position_id"]);
    assert_eq!(none.missing.len(), JOB_DATA.fields.iter().filter(|f| f.required).count() - 1);
}

#[test]
fn labels_of_all_entries_come_together_with_the_nearest_choice() {
    let labels = |list: &[(&str, u64)]| Sample {
        labels: list.iter().map(|(text, n)| ((*text).to_owned(), *n)).collect(),
        ..Sample::default()
    };
    let found = proposal(
        &TALENT,
        &["姓名", "学历", "教育经历2-学历"],
        vec![Sample::default(), labels(&[("大学", 3), ("研究生", 1)]), labels(&[("研究生", 4)])],
    );
    let [values] = found.values.as_slice() else { panic!("{:?}", found.values) };
    assert_eq!(values.path, "education_list.degree");
    let texts: Vec<(&str, u64)> = values.labels.iter().map(|l| (l.text.as_str(), l.rows)).collect();
    assert_eq!(texts, [("研究生", 5), ("大学", 3)]);
    let mapping = parsed(&found, Lang::Zh);
    assert!(mapping.records[0].values[0].map.is_empty(), "what is not sure is a comment");
}

#[test]
fn an_order_of_dates_is_proposed_where_a_column_does_not_settle_it_and_another_does() {
    let dates = |orders: &[DateOrder]| Sample {
        two_readings: 2,
        first_two_readings: Some(5),
        orders: orders.to_vec(),
        ..Sample::default()
    };
    let (open, day_first) = ([DateOrder::Dmy, DateOrder::Mdy], [DateOrder::Dmy]);
    let cells = ["姓名", "出生日期", "毕业时间"];
    let of = |first: &[DateOrder], second: &[DateOrder]| {
        proposal(&TALENT, &cells, vec![Sample::default(), dates(first), dates(second)])
    };
    let found = of(&day_first, &open);
    let told = found.dates.as_ref().unwrap();
    assert_eq!((told.order, told.row, told.count), (Some(DateOrder::Dmy), 5, 2));
    assert_eq!(&*told.header, "毕业时间");
    assert!(toml::render(&[found], Lang::En).contains("# dates = \"dmy\""));
    assert_eq!(of(&open, &open).dates.unwrap().order, None, "nothing settles it");
    assert!(of(&day_first, &day_first).dates.is_none(), "their own values do");
}

#[test]
fn names_in_two_columns_and_periods_in_one_are_proposed_as_derived() {
    let period = Sample { filled: 3, periods: 3, ..Sample::default() };
    let samples = vec![
        Sample::default(),
        Sample::default(),
        Sample::default(),
        period.clone(),
        Sample::default(),
        period,
    ];
    let cells = ["姓", "名", "学校", "起止时间", "前公司", "项目经历2-起止时间"];
    let found = proposal(&TALENT, &cells, samples);
    let names = vec!["姓".to_owned(), "名".to_owned()];
    assert_eq!(
        found.derives,
        [
            Derived::Join { from: names, separator: "", to: "basic_info.name".into() },
            Derived::Range {
                from: "起止时间".into(),
                to: ["education_list[1].start_time".into(), "education_list[1].end_time".into()],
            },
            Derived::Range {
                from: "项目经历2-起止时间".into(),
                to: ["project_list[2].start_time".into(), "project_list[2].end_time".into()],
            },
        ]
    );
    let mapping = without_comment_signs(&found);
    assert_eq!(mapping.records[0].derives.len(), 3);
    let whole_name = proposal(&TALENT, &["姓", "名", "姓名"], Vec::new());
    assert!(whole_name.derives.is_empty());
}

/// The mapping file with everything accepted from the first proposed table on.
fn without_comment_signs(proposal: &Proposal) -> Mapping {
    let text = toml::render(std::slice::from_ref(proposal), Lang::En);
    let (before, after) = text.split_once("\n# [[").unwrap();
    let after = format!("\n# [[{after}").replace("\n# ", "\n");
    Mapping::parse(&format!("{before}{after}"), &"m.toml".into())
        .unwrap_or_else(|problems| panic!("{problems:?} in\n{before}{after}"))
}

#[test]
fn a_sheet_with_a_key_and_columns_of_one_group_is_proposed_as_a_child() {
    let parent = row(&["工号", "姓名", "手机号"]);
    let found = child(&TALENT, &parent, "教育", &row(&["姓名", "工号", "学校", "专业", "备注"]));
    let found = found.unwrap();
    assert_eq!((found.group, found.child_key.as_str()), ("education_list", "工号"));
    let columns: Vec<(&str, &str)> =
        found.columns.iter().map(|(header, field)| (header.as_str(), *field)).collect();
    assert_eq!(columns, [("学校", "school"), ("专业", "field_of_study")]);
    let whole = Proposal {
        children: vec![found],
        ..proposal(&TALENT, &["工号", "姓名", "手机号"], Vec::new())
    };
    assert_eq!(without_comment_signs(&whole).records[0].children.len(), 1);
    assert_eq!(child(&TALENT, &parent, "x", &row(&["学校", "专业"])), None, "no key");
    assert_eq!(child(&TALENT, &parent, "x", &row(&["工号", "学校"])), None, "one column");
}

#[test]
fn suggestions_are_taken_only_when_asked_for_and_each_is_told() {
    let header = row(&["姓名", "Phone Nubmer", "备注", "岗位"]);
    let take = |least: Option<f64>| {
        let none = std::collections::HashMap::new();
        let how = BindOptions { mapping: None, tables: &none, allow_keyless: false, accept: least };
        bind(&TALENT, &header, &Place::default(), &how).unwrap()
    };
    let paths = |binding: &crate::bind::Binding| -> Vec<String> {
        binding.columns.iter().map(|column| column.path.to_string()).collect()
    };
    assert_eq!(paths(&take(None)), ["basic_info.name"]);
    assert_eq!(paths(&take(Some(0.99))), ["basic_info.name"]);
    let bold = take(Some(0.9));
    assert_eq!(paths(&bold), ["basic_info.name", "basic_info.mobile"]);
    let told: Vec<(Code, Option<u32>)> =
        bold.warnings.iter().map(|problem| (problem.code(), problem.place.column)).collect();
    assert!(told.contains(&(Code::SuggestionTaken, Some(1))), "{told:?}");
    assert!(!told.contains(&(Code::HeaderUnbound, Some(1))), "{told:?}");
    assert_eq!(told.len(), 3, "{told:?}");
}

#[test]
fn a_suggestion_is_not_taken_against_another_column_or_a_strict_mapping() {
    let none = std::collections::HashMap::new();
    let text = "version = 1\n[[record]]\nkind = \"talent\"\nstrict = true\n[record.columns]\n\"姓名\" = \"basic_info.name\"\n";
    let mapping = Mapping::parse(text, &"m".into()).unwrap();
    let bound = |cells: &[&str], mapping: Option<&RecordMapping>| {
        let how = BindOptions { mapping, tables: &none, allow_keyless: false, accept: Some(0.8) };
        bind(&TALENT, &row(cells), &Place::default(), &how)
            .map(|binding| binding.columns.iter().map(|c| c.path.to_string()).collect::<Vec<_>>())
    };
    let fed = bound(&["姓名", "手机号", "Phone Nubmer"], None).unwrap();
    assert_eq!(fed, ["basic_info.name", "basic_info.mobile"]);
    let both = bound(&["姓名", "Phone Nubmer", "Phone Numebr"], None).unwrap();
    assert_eq!(both, ["basic_info.name"], "two columns want it");
    assert!(bound(&["姓名", "Phone Nubmer"], Some(&mapping.records[0])).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_header_gives_a_mapping_file_that_reads_back(
        cells in proptest::collection::vec("[姓名学校0-9a-z\"\\\\#@'\\n\\t\u{200B}= \\[\\].:]{0,8}", 1..6),
    ) {
        let texts: Vec<&str> = cells.iter().map(String::as_str).collect();
        for kind in kinds::ALL {
            let found = proposal(kind, &texts, Vec::new());
            let mapping = parsed(&found, Lang::En);
            let header = row(&texts);
            let own = bound_columns(kind, &header, None);
            prop_assert_eq!(bound_columns(kind, &header, Some(&mapping.records[0])), own);
            let columns = fed(&found).into_iter().filter(|(_, paths)| !paths.is_empty()).count();
            prop_assert_eq!(mapping.records[0].columns.len(), columns);
        }
    }
}
