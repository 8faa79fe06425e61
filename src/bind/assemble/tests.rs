//! Whole header rows.

use super::*;
use crate::kinds::{job_data::JOB_DATA, talent::TALENT};
use crate::problem::Lang;
use crate::sheet::RawCell;

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
    let how = How { mapping: None, tables: &HashMap::new(), allow_keyless: false };
    bind(kind, &row(cells), &place(), &how)
}

fn mapped(cells: &[&str], toml: &str) -> Result<Binding, Vec<Problem>> {
    let text = format!("version = 1\n[[record]]\nkind = \"talent\"\n{toml}");
    let mapping = super::super::Mapping::parse(&text, &"m.toml".into()).unwrap();
    let tables = HashMap::from([(
        "basic_info.current_city_code".to_owned(),
        Arc::new(HashMap::from([("长沙".to_owned(), "CT_1".to_owned())])),
    )]);
    let how = How { mapping: Some(&mapping.records[0]), tables: &tables, allow_keyless: false };
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
        "staff.xlsx › C3 (备注): 没有字段对应这一列，不会导入"
    );
    let hint = binding.warnings[1].complaint.hint(Lang::En);
    assert!(hint.contains("\"户籍所在地\" = \"basic_info.hometown_city_code\""), "{hint}");
    assert_eq!(binding.unbound[1].suggestion.as_deref(), Some("basic_info.hometown_city_code"));
}

#[test]
fn required_columns_that_lack_are_all_named() {
    let problems = plain(&JOB_DATA, &["工号", "姓名", "部门"]).unwrap_err();
    let fields: Vec<&str> = problems.iter().filter_map(|p| p.field.as_deref()).collect();
    assert_eq!(fields, ["employee_type_id", "employment_id", "effective_time"]);
}

#[test]
fn two_columns_for_one_field_are_an_error_that_names_both() {
    let problems = plain(&TALENT, &["姓名", "手机", "联系电话", "学历", "学位"]).unwrap_err();
    assert_eq!(codes(&problems), [Code::HeaderTwice, Code::HeaderTwice]);
    let text = problems[1].complaint.say(Lang::En);
    assert!(
        text.contains("D 学历") && text.contains("E 学位") && text.contains("ignore"),
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
        candidates(&row(cells), None).iter().map(|kind| kind.id.label()).collect()
    };
    assert_eq!(ids(&["姓名", "工号", "部门", "入职日期", "人员类型"]), ["talent"]);
    assert_eq!(ids(&["雇佣ID", "部门ID", "入职日期", "人员类型"]), ["job_data"]);
    assert_eq!(ids(&["姓名", "雇佣ID", "部门ID", "生效日期", "人员类型"]), ["talent", "job_data"]);
    assert!(ids(&["甲", "乙"]).is_empty());
}

#[test]
fn headers_that_are_no_text_are_named_and_unbound() {
    let mut header = row(&["姓名"]);
    header.push(RawCell::Number(2024.0));
    header.push(RawCell::Fault("#N/A"));
    let how = How { mapping: None, tables: &HashMap::new(), allow_keyless: true };
    let binding = bind(&TALENT, &header, &place(), &how).unwrap();
    let texts: Vec<&str> = binding.unbound.iter().map(|unbound| &*unbound.header).collect();
    assert_eq!(texts, ["2024", "#N/A"]);
    assert!(binding.allow_keyless);
}

proptest::proptest! {
    #[test]
    fn no_header_row_panics(cells in proptest::collection::vec("\\PC{0,16}|[a-z_\\[\\]0-9.:@#学校经历教育二三第段]{0,16}", 0..8)) {
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        let _ = candidates(&row(&cells), None);
        let _ = plain(&JOB_DATA, &cells);
    }
}
