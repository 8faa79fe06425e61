//! Whole header rows.

use super::super::{DateOrder, OnBad, To};
use super::*;
use crate::kinds::{job_data::JOB_DATA, talent::TALENT};
use crate::problem::Lang;
use crate::sheet::{Outline, RawCell, RawRow};

fn row(cells: &[&str]) -> RawRow {
    let mut row = RawRow::new();
    row.reset(3);
    for cell in cells {
        row.push(RawCell::Text(cell));
    }
    row
}

fn place() -> Place {
    Place::file(&"staff.xlsx".into())
}

fn plain(kind: &'static Kind, cells: &[&str]) -> Result<Binding, Vec<Problem>> {
    let how =
        BindOptions { mapping: None, tables: &HashMap::new(), allow_keyless: false, accept: None };
    bind(kind, &row(cells), &place(), &how)
}

fn mapped(cells: &[&str], toml: &str) -> Result<Binding, Vec<Problem>> {
    let text = format!("version = 1\n[[record]]\nkind = \"talent\"\n{toml}");
    let mapping = crate::mapping::Mapping::parse(&text, &"m.toml".into()).unwrap();
    let tables = HashMap::from([(
        "basic_info.current_city_code".to_owned(),
        Arc::new(HashMap::from([("长沙".to_owned(), "CT_1".to_owned())])),
    )]);
    let how = BindOptions {
        mapping: Some(&mapping.records[0]),
        tables: &tables,
        allow_keyless: false,
        accept: None,
    };
    bind(&TALENT, &row(cells), &place(), &how)
}

fn paths(binding: &Binding) -> Vec<(usize, &str)> {
    binding.columns.iter().map(|column| (column.index, &*column.path)).collect()
}

fn codes(problems: &[Problem]) -> Vec<Code> {
    problems.iter().map(Problem::code).collect()
}

#[test]
fn columns_come_in_table_order_and_what_is_unbound_is_reported() {
    let binding =
        plain(&TALENT, &["毕业院校", "", "备注", "户籍所在地", "手机", "姓名", "学校2"]).unwrap();
    assert_eq!(
        paths(&binding),
        [
            (5, "basic_info.name"),
            (4, "basic_info.mobile"),
            (0, "education_list[1].school"),
            (6, "education_list[2].school"),
        ]
    );
    assert_eq!(binding.header_row, 3);
    assert_eq!(codes(&binding.warnings), [Code::HeaderUnbound, Code::HeaderUnbound]);
    assert_eq!(
        binding.warnings[0].line(Lang::Zh),
        "staff.xlsx › C3 (备注): 没有对应的字段，不会导入"
    );
    let hint = binding.warnings[1].complaint.hint(Lang::En);
    assert!(hint.contains("\"户籍所在地\" = \"basic_info.hometown_city_code\""), "{hint}");
    assert_eq!(binding.unbound[1].suggestion.as_deref(), Some("basic_info.hometown_city_code"));
}

#[test]
fn required_columns_that_lack_are_all_named() {
    let problems = plain(&JOB_DATA, &["员工ID", "姓名", "部门"]).unwrap_err();
    let fields: Vec<&str> = problems.iter().filter_map(|p| p.field.as_deref()).collect();
    assert_eq!(fields, ["employee_type_id", "employment_id", "effective_time"]);
}

#[test]
fn two_columns_for_one_field_are_an_error_that_names_both() {
    let problems = plain(&TALENT, &["姓名", "手机", "联系电话"]).unwrap_err();
    assert_eq!(codes(&problems), [Code::HeaderTwice]);
    let text = problems[0].complaint.say(Lang::En);
    assert!(
        text.contains("B 手机") && text.contains("C 联系电话") && text.contains("ignore"),
        "{text}"
    );
    let one = mapped(&["姓名", "学历", "学位"], "ignore = [\"学位\"]").unwrap();
    assert_eq!(paths(&one), [(0, "basic_info.name"), (1, "education_list[1].degree")]);
    assert_eq!(one.ignored.len(), 1);
}

#[test]
fn bare_career_headers_bind_only_beside_an_unmistakable_one() {
    let alone = plain(&TALENT, &["姓名", "公司", "职位名称", "入职日期"]).unwrap();
    assert_eq!(paths(&alone), [(0, "basic_info.name")]);
    assert_eq!(alone.unbound[0].suggestion.as_deref(), Some("career_list[1].company"));
    let beside = plain(&TALENT, &["姓名", "工作经历-公司", "职位名称", "入职日期"]).unwrap();
    assert_eq!(
        paths(&beside),
        [(0, "basic_info.name"), (1, "career_list[1].company"), (2, "career_list[1].title")]
    );
    let other_group = plain(&TALENT, &["姓名", "公司", "项目描述"]).unwrap();
    assert_eq!(paths(&other_group), [(0, "basic_info.name"), (2, "project_list[1].desc")]);
}

#[test]
fn the_type_of_a_document_is_implied_by_its_header_or_asked_for() {
    assert!(plain(&TALENT, &["姓名", "身份证号"]).unwrap().implied_document);
    assert!(!plain(&TALENT, &["姓名", "身份证号", "证件类型"]).unwrap().implied_document);
    assert!(!plain(&TALENT, &["姓名"]).unwrap().implied_document);
    for header in ["证件号", "身份证件号码", "ID Number"] {
        let problems = plain(&TALENT, &["姓名", header]).unwrap_err();
        assert_eq!(codes(&problems), [Code::DocumentTypeMissing], "{header}");
    }
    let default = "[record.defaults]\n\"basic_info.identification.identification_type\" = 2";
    assert!(!mapped(&["姓名", "证件号"], default).unwrap().implied_document);
    let of_mapping =
        "[record.columns]\n\"身份证\" = \"basic_info.identification.identification_number\"";
    assert!(mapped(&["姓名", "身份证"], of_mapping).unwrap().implied_document);
}

#[test]
fn a_mapping_comes_before_the_headers_own_meaning() {
    let binding = mapped(
        &["姓名", "手机", "备注", "工号", "学校", "学校"],
        "key_column = \"工号\"\nignore = [\"手机\"]\n[record.columns]\n\"备注\" = [\"self_evaluation.content\", \
         \"custom:9\"]\n\"学校@2\" = \"education_list[2].school\"\n[record.custom.9]\ntype = \"choice\"\noptions = { \
         \"甲\" = \"1\" }\n",
    )
    .unwrap();
    assert_eq!(
        paths(&binding),
        [
            (0, "basic_info.name"),
            (2, "self_evaluation.content"),
            (2, "custom:9"),
            (4, "education_list[1].school"),
            (5, "education_list[2].school"),
        ]
    );
    assert_eq!(binding.key_column, Some(3));
    assert_eq!(binding.columns[2].values.as_ref().unwrap().get("甲").unwrap(), "1");
    assert!(binding.unbound.is_empty() && binding.warnings.is_empty());
}

#[test]
fn what_another_column_feeds_is_not_suggested() {
    let hint = |headers: &[&str]| {
        let binding = plain(&TALENT, headers).unwrap();
        let unbound = binding.warnings.iter().find(|p| p.code() == Code::HeaderUnbound).unwrap();
        unbound.complaint.hint(Lang::En)
    };
    let (alone, fed) = (["姓名", "手机", "户籍所在地"], ["姓名", "手机", "户籍所在地", "家乡"]);
    assert!(hint(&alone).contains("basic_info.hometown_city_code"), "{}", hint(&alone));
    assert!(hint(&fed).contains("\"户籍所在地\" = \"…\""), "{}", hint(&fed));
}

#[test]
fn a_listed_header_that_is_not_there_is_named_with_its_line_and_its_nearest() {
    let toml = "[record.columns]\n\"姓名\" = \"basic_info.name\"\n\"电子邮箱地址\" = \"basic_info.email\"\n";
    let binding = mapped(&["姓名", "手机", "邮箱地址"], toml).unwrap();
    let said = binding.warnings[0].complaint.message(Lang::En);
    let wanted = "the header `电子邮箱地址` of the mapping file (line 6) is not in the sheet (did you mean \
                  `邮箱地址`?)";
    assert_eq!(said, wanted);
    let none = mapped(&["姓名", "手机"], &toml.replace("电子邮箱地址", "血型")).unwrap();
    assert!(
        none.warnings[0].complaint.message(Lang::Zh).ends_with("第 6 行列出的表头「血型」不在表里")
    );
}

#[test]
fn strict_binds_what_is_listed_and_refuses_the_rest() {
    let toml = "strict = true\nignore = [\"序号\"]\n[record.columns]\n\"姓名\" = \"basic_info.name\"\n\"邮箱\" = \
                \"basic_info.email\"\n";
    let problems = mapped(&["序号", "姓名", "手机"], toml).unwrap_err();
    assert_eq!(codes(&problems), [Code::HeaderGone, Code::HeaderUnlisted]);
    assert!(mapped(&["姓名", "邮箱"], toml).unwrap().warnings.is_empty());
    let loose = toml.replace("strict = true\n", "");
    let binding = mapped(&["姓名", "手机"], &loose).unwrap();
    assert_eq!(codes(&binding.warnings), [Code::HeaderAbsent]);
    assert_eq!(paths(&binding), [(0, "basic_info.name"), (1, "basic_info.mobile")]);
    let twice = mapped(&["姓名", "姓名"], &loose).unwrap_err();
    assert_eq!(codes(&twice)[0], Code::HeaderAmbiguous);
    assert!(!codes(&twice).contains(&Code::HeaderTwice));
}

#[test]
fn values_cover_every_entry_unless_they_name_one_and_tables_are_closed() {
    let binding = mapped(
        &["姓名", "学历", "学历2", "所在城市"],
        "[record.values.\"education_list.degree\"]\n\"大学\" = \"本科\"\n[record.values.\"education_list[2].degree\"]\n\
         \"研究生\" = \"硕士\"\n[record.values_from.\"basic_info.current_city_code\"]\nfile = \"x\"\nfrom = \"a\"\nto = \
         \"b\"\n",
    )
    .unwrap();
    let of = |path: &str| binding.columns.iter().find(|column| *column.path == *path).unwrap();
    let first = of("education_list[1].degree");
    assert_eq!(first.values.as_ref().unwrap().len(), 1);
    assert!(!first.closed);
    assert_eq!(of("education_list[2].degree").values.as_ref().unwrap().len(), 2);
    let city = of("basic_info.current_city_code");
    assert!(city.closed);
    assert_eq!(city.values.as_ref().unwrap().get("长沙").unwrap(), "CT_1");
}

#[test]
fn a_default_stands_in_for_a_required_column() {
    assert!(mapped(&["邮箱"], "").is_err());
    assert!(mapped(&["邮箱"], "[record.defaults]\n\"basic_info.name\" = \"某人\"").is_ok());
}

#[test]
fn candidates_are_the_kinds_whose_required_fields_bind() {
    let ids = |cells: &[&str]| -> Vec<&str> {
        candidates(&row(cells), None, None).iter().map(|kind| kind.id.label()).collect()
    };
    assert_eq!(ids(&["姓名", "工号", "部门", "入职日期"]), ["talent"]);
    assert_eq!(ids(&["姓名", "工号", "部门", "入职日期", "人员类型"]), ["talent", "job_data"]);
    assert_eq!(ids(&["雇佣ID", "部门ID", "入职日期", "人员类型"]), ["job_data"]);
    assert_eq!(ids(&["姓名", "雇佣ID", "部门ID", "生效日期", "人员类型"]), ["talent", "job_data"]);
    assert!(ids(&["甲", "乙"]).is_empty());
}

#[test]
fn headers_that_are_no_text_are_named_and_unbound() {
    let mut header = row(&["姓名"]);
    header.push(RawCell::Number(2024.0));
    header.push(RawCell::Fault(crate::sheet::Fault::named("#N/A")));
    let how =
        BindOptions { mapping: None, tables: &HashMap::new(), allow_keyless: true, accept: None };
    let binding = bind(&TALENT, &header, &place(), &how).unwrap();
    let texts: Vec<&str> = binding.unbound.iter().map(|unbound| &*unbound.header).collect();
    assert_eq!(texts, ["2024", "#N/A"]);
    assert!(binding.allow_keyless);
}

proptest::proptest! {
    #[test]
    fn no_header_row_panics(cells in proptest::collection::vec("\\PC{0,16}|[a-z_\\[\\]0-9.:@#学校经历教育二三第段]{0,16}", 0..8)) {
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        let _ = candidates(&row(&cells), None, None);
        let _ = plain(&JOB_DATA, &cells);
    }
}

#[test]
fn derived_values_are_columns_behind_the_last() {
    let binding = mapped(
        &["姓", "名", "起止时间", "邮箱"],
        "[[record.derive]]\njoin = [\"姓\", \"名\"]\nto = \"basic_info.name\"\n[[record.derive]]\nrange = \
         \"起止时间\"\nto = [\"education_list[1].start_time\", \"education_list[1].end_time\"]\n[[record.derive]]\n\
         from = \"邮箱\"\nto = \"self_evaluation.content\"\n",
    )
    .unwrap();
    assert_eq!(
        paths(&binding),
        [
            (4, "basic_info.name"),
            (3, "basic_info.email"),
            (7, "self_evaluation.content"),
            (5, "education_list[1].start_time"),
            (6, "education_list[1].end_time"),
        ]
    );
    assert!(binding.unbound.is_empty() && binding.warnings.is_empty(), "{:?}", binding.warnings);
    assert_eq!(&*binding.columns[0].header, "姓 + 名");
    assert_eq!((binding.shape.width, binding.shape.derives.len()), (4, 3));
    assert_eq!(binding.shape.derives[0].from, [0, 1]);
    assert!(matches!(&binding.shape.derives[1].to, To::Columns(columns) if *columns == [5, 6]));
}

#[test]
fn a_derived_value_meets_other_columns_of_its_field() {
    let derive =
        |header: &str, to: &str| format!("[[record.derive]]\nfrom = \"{header}\"\nto = \"{to}\"\n");
    // What is made of a column for its own field stands in for the column.
    let own = mapped(&["姓名", "手机"], &derive("手机", "basic_info.mobile")).unwrap();
    assert_eq!(paths(&own), [(0, "basic_info.name"), (2, "basic_info.mobile")]);
    let other =
        mapped(&["姓名", "手机", "备用"], &derive("备用", "basic_info.mobile")).unwrap_err();
    assert_eq!(codes(&other), [Code::HeaderTwice]);
    assert_eq!(other[0].complaint.args[..2], ["B 手机", "C 备用"]);
    assert_eq!(other[0].place.cell().unwrap().to_string(), "C3");
    let both = derive("手机", "basic_info.mobile")
        + "[record.columns]\n\"手机\" = \"basic_info.mobile\"\n";
    assert_eq!(codes(&mapped(&["姓名", "手机"], &both).unwrap_err()), [Code::HeaderTwice]);
    let several =
        "[[record.derive]]\nfrom = \"备用\"\nentries = \"；\"\nto = \"education_list.school\"\n";
    let numbered = mapped(&["姓名", "学校3", "备用"], several).unwrap_err();
    assert_eq!(codes(&numbered), [Code::HeaderTwice]);
    assert!(mapped(&["姓名", "学历3", "备用"], several).is_ok());
}

#[test]
fn a_derive_whose_header_lacks_is_told_and_left_out() {
    let toml = "[[record.derive]]\njoin = [\"姓\", \"名\"]\nto = \"self_evaluation.content\"\n";
    let binding = mapped(&["姓名", "姓"], toml).unwrap();
    assert_eq!(codes(&binding.warnings), [Code::HeaderAbsent, Code::HeaderUnbound]);
    assert!(binding.shape.derives.is_empty());
    let strict = format!("strict = true\n{toml}[record.columns]\n\"姓名\" = \"basic_info.name\"\n");
    assert_eq!(codes(&mapped(&["姓名", "姓"], &strict).unwrap_err())[0], Code::HeaderGone);
    assert!(mapped(&["姓名", "姓", "名"], &strict).unwrap().warnings.is_empty());
}

#[test]
fn entries_have_the_labels_of_their_number() {
    let binding = mapped(
        &["姓名", "各段学历"],
        "[[record.derive]]\nfrom = \"各段学历\"\nentries = \"；\"\nto = \"education_list.degree\"\n\
         [record.values.\"education_list.degree\"]\n\"大学\" = \"本科\"\n[record.values.\"education_list[2].degree\"]\n\
         \"研究生\" = \"硕士\"\n[record.on_bad]\n\"education_list.degree\" = \"omit\"\n\"education_list[3].degree\" = \
         \"error\"\n",
    )
    .unwrap();
    let To::Entries { columns, separator, group } = &binding.shape.derives[0].to else { panic!() };
    assert_eq!((separator.as_str(), group.key, columns.len()), ("；", "education_list", 1));
    let of = |n| columns[0].entry(n, 9);
    let labels = |n| of(n).values.map_or(0, |values| values.len());
    assert_eq!([labels(1), labels(2), labels(3), labels(9)], [1, 2, 1, 1]);
    assert_eq!(
        [of(1).on_bad, of(3).on_bad, of(9).on_bad],
        [OnBad::Omit, OnBad::Error, OnBad::Omit]
    );
    assert_eq!((&*of(9).path, of(9).index), ("education_list[9].degree", 9));
    assert_eq!(binding.columns[1].index, 2);
}

#[test]
fn a_degree_beside_the_level_of_education_gives_way() {
    for cells in [
        &["姓名", "学校", "学历", "学位"][..],
        &["姓名", "学校", "学位", "学历"],
        &["姓名", "学校", "学历", "学位", "学校", "学历", "学位"],
    ] {
        let binding = plain(&TALENT, cells).unwrap();
        let degrees: Vec<usize> =
            (0..cells.len()).filter(|column| cells[*column] == "学位").collect();
        assert!(binding.columns.iter().all(|column| !degrees.contains(&column.index)), "{cells:?}");
        let told = binding.warnings.iter().filter(|p| p.code() == Code::HeaderSecond);
        assert_eq!(told.count(), degrees.len(), "{cells:?}");
    }
    let alone = plain(&TALENT, &["姓名", "学校", "学位"]).unwrap();
    let degree = alone.columns.iter().find(|column| column.index == 2).unwrap();
    assert_eq!(&*degree.path, "education_list[1].degree");
    let listed = "[record.columns]\n\"学位\" = \"education_list[1].degree\"\n";
    assert_eq!(codes(&mapped(&["姓名", "学历", "学位"], listed).unwrap_err()), [Code::HeaderTwice]);
}

#[test]
fn of_columns_for_one_id_the_surest_is_read() {
    let rest = ["雇佣ID", "人员类型", "入职日期"];
    let read = |headers: &[&str]| {
        let headers = [&rest[..], headers].concat();
        let binding = plain(&JOB_DATA, &headers).unwrap();
        let told = binding.warnings.iter().filter(|p| p.code() == Code::HeaderSecond).count();
        assert_eq!(told, headers.len() - binding.columns.len(), "{headers:?}");
        assert_eq!(told, binding.ignored.len());
        let of = |path: &str| binding.columns.iter().find(|column| *column.path == *path);
        let read = [of("department_id"), of("direct_manager_id")].into_iter().flatten();
        read.map(|column| headers[column.index].to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(read(&["部门名称", "部门编码"]), ["部门编码"]);
    assert_eq!(read(&["部门", "部门ID", "部门编码"]), ["部门ID"]);
    assert_eq!(read(&["部门", "部门id", "主部门", "主部门id"]), ["主部门id"]);
    assert_eq!(read(&["部门全路径", "部门", "直属上级姓名"]), ["部门全路径", "直属上级姓名"]);
    assert_eq!(read(&["部门", "主部门", "直属主管id", "直属主管"]), ["主部门", "直属主管id"]);
    let twice =
        |headers: &[&str]| codes(&plain(&JOB_DATA, &[&rest[..], headers].concat()).unwrap_err());
    assert_eq!(twice(&["部门", "所属部门"]), [Code::HeaderTwice]);
    assert_eq!(twice(&["部门名称", "所属部门名称"]), [Code::HeaderTwice]);
    // What a mapping file lists is read, whatever else the sheet has.
    let toml = "version = 1\n[[record]]\nkind = \"job_data\"\n[record.columns]\n\"部门名称\" = \"department_id\"\n";
    let mapping = crate::mapping::Mapping::parse(toml, &"m.toml".into()).unwrap();
    let tables = HashMap::new();
    let mapping = Some(&mapping.records[0]);
    let how = BindOptions { mapping, tables: &tables, allow_keyless: false, accept: None };
    let headers = [&rest[..], &["部门", "部门名称", "部门编码"]].concat();
    let binding = bind(&JOB_DATA, &row(&headers), &place(), &how).unwrap();
    assert!(paths(&binding).contains(&(4, "department_id")));
    assert_eq!(binding.ignored.iter().map(|column| column.index).collect::<Vec<_>>(), [3, 5]);
}

#[test]
fn a_child_sheet_needs_its_key_in_the_parent() {
    let toml = "[[record.child]]\ngroup = \"education_list\"\nsheet = \"教育\"\nkey = \"工号\"\n";
    let binding = mapped(&["姓名", "工号"], toml).unwrap();
    assert_eq!(binding.shape.children[0].key_parent, 1);
    assert!(binding.unbound.is_empty() && binding.warnings.is_empty());
    assert_eq!(codes(&mapped(&["姓名"], toml).unwrap_err()), [Code::ChildKeyMissing]);
    assert_eq!(
        codes(&mapped(&["姓名", "工号", "工号"], toml).unwrap_err()),
        [Code::HeaderAmbiguous]
    );
}

/// The header of a child sheet, bound.
fn child(cells: &[&str], toml: &str) -> Result<super::super::ChildBinding, Vec<Problem>> {
    let text = format!("version = 1\n[[record]]\nkind = \"talent\"\n{toml}");
    let mapping = crate::mapping::Mapping::parse(&text, &"m.toml".into()).unwrap();
    let record = &mapping.records[0];
    let how = BindOptions {
        mapping: Some(record),
        tables: &HashMap::new(),
        allow_keyless: false,
        accept: None,
    };
    super::super::child::bind(&TALENT, &record.children[0], &row(cells), &place(), (&how, None))
}

#[test]
fn a_child_header_binds_within_its_group() {
    let career = "[[record.child]]\ngroup = \"career_list\"\nsheet = \"工作\"\nkey = \"工号\"\n";
    let bound = child(&["工号", "公司", "职位名称", "姓名", "学校"], career).unwrap();
    let fed: Vec<(usize, &str)> =
        bound.columns.iter().map(|c| (c.index, &*c.template.first.path)).collect();
    assert_eq!(fed, [(1, "career_list[1].company"), (2, "career_list[1].title")]);
    assert_eq!((bound.key.0, bound.header_row), (0, 3));
    assert_eq!(codes(&bound.warnings), [Code::ChildHeaderUnbound, Code::ChildHeaderUnbound]);
    let listed = format!(
        "ignore = [\"姓名\"]\n{career}columns = {{ \"单位\" = \"company\", \"说明\" = \"desc\" }}\n"
    );
    let bound = child(&["姓名", "单位", "工号", "说明", "custom:7"], &listed).unwrap();
    let fed: Vec<&str> = bound.columns.iter().map(|c| &*c.template.first.path).collect();
    assert_eq!(fed, ["career_list[1].company", "career_list[1].desc", "career_list[1].custom:7"]);
    assert!(bound.warnings.is_empty());
    assert_eq!(codes(&child(&["公司"], career).unwrap_err()), [Code::ChildKeyMissing]);
    assert_eq!(codes(&child(&["工号", "甲"], career).unwrap_err()), [Code::ChildFeedsNothing]);
    let twice = child(&["工号", "公司", "公司名称"], career).unwrap_err();
    assert_eq!(codes(&twice), [Code::HeaderTwice]);
    let strict = format!("strict = true\n{listed}");
    let problems = child(&["工号", "单位", "职位"], &strict).unwrap_err();
    assert_eq!(codes(&problems), [Code::HeaderGone, Code::HeaderUnlisted]);
}

#[test]
fn the_header_of_a_child_sheet_is_found_below_its_title() {
    let text = "version = 1\n[[record]]\nkind = \"talent\"\n[[record.child]]\ngroup = \"education_list\"\nsheet = \
                \"教育\"\nkey = \"工号\"\n";
    let mapping = crate::mapping::Mapping::parse(text, &"m.toml".into()).unwrap();
    let record = &mapping.records[0];
    let how = BindOptions {
        mapping: Some(record),
        tables: &HashMap::new(),
        allow_keyless: false,
        accept: None,
    };
    let rows = [
        row(&["教育经历"]),
        row(&["工号"]),
        row(&["工号", "学校", "专业"]),
        row(&["7", "甲大", "考古"]),
    ];
    let find = |rows: &[RawRow]| {
        let plain = Outline::default();
        let found =
            super::super::child::find(&TALENT, &record.children[0], rows, &plain, (&how, None));
        found.map(|header| header.index)
    };
    assert_eq!(find(&rows), Some(2));
    assert_eq!(find(&rows[..1]), None);
}

#[test]
fn a_column_has_its_own_order_of_dates() {
    let binding = mapped(
        &["姓名", "出生日期", "期间"],
        "[record.dates]\n\"出生日期\" = \"dmy\"\n\"期间\" = \"mdy\"\n[[record.derive]]\nrange = \"期间\"\nto = \
         [\"education_list[1].start_time\", \"education_list[1].end_time\"]\n",
    )
    .unwrap();
    let orders: Vec<_> = binding.columns.iter().map(|column| column.dates).collect();
    let (dmy, mdy) = (Some(DateOrder::Dmy), Some(DateOrder::Mdy));
    assert_eq!(orders, [None, dmy, mdy, mdy]);
    assert_eq!(binding.shape.made_of(3), [2]);
    assert!(binding.shape.made_of(1).is_empty() && binding.warnings.is_empty());
    let lacking = mapped(&["姓名"], "[record.dates]\n\"出生日期\" = \"dmy\"\n").unwrap();
    assert_eq!(codes(&lacking.warnings), [Code::HeaderAbsent]);
}
/// The paths of the columns that bind, in the order of the header; none where one doesn't.
fn by_column(headers: &[&str]) -> Vec<Option<String>> {
    let binding = plain(&TALENT, headers).unwrap();
    (0..headers.len())
        .map(|at| binding.columns.iter().find(|c| c.index == at).map(|c| c.path.to_string()))
        .collect()
}

#[test]
fn a_bare_career_header_binds_only_next_to_its_group() {
    let some = |path: &str| Some(path.to_owned());
    assert_eq!(
        by_column(&["姓名", "前公司", "职位", "工作内容"])[1..],
        [some("career_list[1].company"), some("career_list[1].title"), some("career_list[1].desc")]
    );
    assert_eq!(
        by_column(&["姓名", "职位", "部门", "手机号", "最近公司"])[1..],
        [None, None, some("basic_info.mobile"), some("career_list[1].company")]
    );
    assert_eq!(by_column(&["姓名", "公司", "职位", "入职日期"])[1..], [None, None, None]);
}

#[test]
fn a_named_education_is_an_entry_of_its_own() {
    let entry = |n: u16, field: &str| Some(format!("education_list[{n}].{field}"));
    assert_eq!(
        by_column(&["姓名", "最高学历", "毕业院校", "第一学历", "第一学历毕业院校"])[1..],
        [entry(1, "degree"), entry(1, "school"), entry(2, "degree"), entry(2, "school")]
    );
    assert_eq!(
        by_column(&["姓名", "在职教育学历", "在职教育专业", "全日制教育学历", "全日制教育专业"])
            [1..],
        [
            entry(2, "degree"),
            entry(2, "field_of_study"),
            entry(1, "degree"),
            entry(1, "field_of_study")
        ]
    );
    assert_eq!(
        by_column(&["姓名", "学校1", "学校2", "第一学历毕业院校", "全日制学历"])[1..],
        [entry(1, "school"), entry(2, "school"), entry(3, "school"), entry(4, "degree")]
    );
}

#[test]
fn a_column_beside_a_named_education_is_its_own_only_where_it_stands_so() {
    let entry = |n: u16, field: &str| Some(format!("education_list[{n}].{field}"));
    let told = |headers: &[&str]| -> Vec<String> {
        let binding = plain(&TALENT, &[&["姓名", "手机"], headers].concat()).unwrap();
        let told = binding.warnings.iter().filter(|p| p.code() == Code::HeaderBesideStage);
        told.map(|p| p.line(Lang::Zh) + &p.complaint.hint(Lang::Zh)).collect()
    };
    // Behind the highest: read so, and told how to change it.
    let headers = ["姓名", "手机", "第一学历", "最高学历", "毕业院校"];
    let sure = [entry(2, "degree"), entry(1, "degree"), entry(1, "school")];
    assert_eq!(by_column(&headers)[2..], sure);
    let said = told(&headers[2..]);
    assert_eq!(said.len(), 1);
    assert!(said[0].contains("E3 (毕业院校): 表里有「D 最高学历」和「C 第一学历」"), "{said:?}");
    assert!(said[0].contains("\"毕业院校\" = \"education_list[2].school\""), "{said:?}");
    // Behind the first degree: nobody can tell.
    let headers = ["姓名", "手机", "第一学历", "毕业院校", "最高学历"];
    assert_eq!(by_column(&headers)[2..], [entry(2, "degree"), None, entry(1, "degree")]);
    let binding = plain(&TALENT, &headers).unwrap();
    let both = "education_list[2].school / education_list[1].school";
    assert_eq!(binding.unbound[0].suggestion.as_deref(), Some(both));
    // Each behind its own, as such lists have it: no doubt, but it is told.
    let headers = ["姓名", "手机", "第一学历", "毕业院校", "专业", "最高学历", "毕业院校", "专业"];
    let of = |n: u16| [entry(n, "degree"), entry(n, "school"), entry(n, "field_of_study")];
    assert_eq!(by_column(&headers)[2..], [of(2), of(1)].concat());
    assert_eq!(told(&headers[2..]).len(), 2);
    // Nothing but named educations, or a column before any name comes, is as it stands.
    let headers = ["姓名", "手机", "全日制学历", "毕业院校", "在职学历", "毕业院校"];
    let sure = [entry(1, "degree"), entry(1, "school"), entry(2, "degree"), entry(2, "school")];
    assert_eq!(by_column(&headers)[2..], sure);
    let headers = ["姓名", "手机", "学历", "毕业院校", "第一学历"];
    assert_eq!(by_column(&headers)[3], entry(1, "school"));
    for silent in
        [&headers[2..], &["第一学历", "毕业院校"], &["第一学历", "第一学历毕业院校", "毕业院校"]]
    {
        assert!(told(silent).is_empty(), "{silent:?}");
    }
    assert_eq!(by_column(&["姓名", "手机", "第一学历", "毕业院校"])[3], entry(1, "school"));
}

#[test]
fn an_education_named_by_its_level_needs_a_column_for_the_level() {
    let entry = |n: u16, field: &str| Some(format!("education_list[{n}].{field}"));
    assert_eq!(
        by_column(&["Name", "UG Degree", "UG University", "PG Degree", "PG Major"])[1..],
        [entry(1, "degree"), entry(1, "school"), entry(2, "degree"), entry(2, "field_of_study")]
    );
    assert_eq!(by_column(&["Name", "UG University", "PG Major"])[1..], [None, None]);
}

const LEVELS: &[&str] = &["部门2", "雇佣ID", "部门1", "人员类型", "入职日期"];

#[test]
fn columns_of_levels_are_one_path_at_a_virtual_column() {
    let binding = plain(&JOB_DATA, LEVELS).unwrap();
    let path = binding.columns.iter().find(|column| &*column.path == "department_id").unwrap();
    assert_eq!((path.index, &*path.header, path.coded), (5, "部门1 + 部门2", true));
    assert_eq!(binding.shape.derives[0].from, [2, 0]);
    assert_eq!(binding.shape.derives[0].op, crate::bind::Op::Path);
    assert!(binding.unbound.is_empty() && binding.shape.above.is_empty());
}

#[test]
fn beside_a_department_levels_say_what_it_stands_below() {
    let with = |more: &[&'static str]| [LEVELS, more].concat();
    let binding = plain(&JOB_DATA, &with(&["部门", "上级部门"])).unwrap();
    let path = binding.columns.iter().find(|column| &*column.path == "department_id").unwrap();
    assert_eq!((path.index, path.coded), (5, false));
    assert_eq!(binding.shape.above, [2, 0, 6]);
    assert_eq!(codes(&binding.warnings), [Code::HeaderSecond; 3]);
    assert!(binding.shape.derives.is_empty() && binding.unbound.is_empty());
    // One level alone may be the division, and two of one level are no path.
    for other in [&["雇佣ID", "一级部门", "人员类型"][..], &with(&["一级部门"])] {
        let problems = plain(&JOB_DATA, other).unwrap_err();
        assert_eq!(codes(&problems)[..1], [Code::RequiredColumnMissing], "{other:?}");
    }
}
