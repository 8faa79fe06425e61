//! The API documents' own example bodies, made from sheets with every field.

use std::sync::Arc;

use serde_json::Value as Json;

use super::*;
use crate::check::Checker;
use crate::check::testing::{binding, place, row};
use crate::kinds::{job_data::JOB_DATA, talent::TALENT};
use crate::rows::Origins;

/// The documents' examples, but for `init_source_id` (deprecated) and the masked mobile number,
/// e-mail address and ID number.
const TALENT_EXAMPLE: &str = include_str!("talent.json");
const JOB_DATA_EXAMPLE: &str = include_str!("job_data.json");

fn made(kind: &'static crate::spec::Kind, cells: &[(&str, &str)]) -> Record {
    let paths: Vec<&str> = cells.iter().map(|(path, _)| *path).collect();
    let texts: Vec<&str> = cells.iter().map(|(_, text)| *text).collect();
    let binding = binding(kind, &paths);
    let mut problems = Vec::new();
    let record = Checker::new(Arc::new(binding), place(), false).check(
        &row(&texts),
        Origins::NONE,
        &mut problems,
    );
    let errors: Vec<String> =
        problems.iter().map(|problem| problem.line(crate::problem::Lang::En)).collect();
    record.unwrap_or_else(|| panic!("{errors:#?}"))
}

/// The body, read again.
fn value(record: &Record) -> Json {
    serde_json::from_str(&body(record)).unwrap()
}

#[test]
fn a_talent_with_every_field_is_the_documents_example() {
    let record = made(&TALENT, TALENT_CELLS);
    let want: Json = serde_json::from_str(TALENT_EXAMPLE).unwrap();
    let got = value(&record);
    for (key, want) in want.as_object().unwrap() {
        assert_eq!(got.get(key), Some(want), "{key}");
    }
    assert_eq!(got, want);
    assert_eq!(body(&record), serde_json::to_string(&got).unwrap());
}

const TALENT_CELLS: &[(&str, &str)] = &[
    ("resume_source_id", "1"),
    ("folder_id_list", "6942778198054125570"),
    ("creator_id", "ou_84aad35d084aa403a838cf73ee18467"),
    ("creator_account_type", "员工"),
    ("resume_attachment_id", "7383906146040678700"),
    ("basic_info.name", "张三"),
    ("basic_info.mobile", "+86 182 9002 9119"),
    ("basic_info.mobile_country_code", "CN_1"),
    ("basic_info.email", "16881@126.com"),
    ("basic_info.identification.identification_type", "身份证"),
    ("basic_info.identification.identification_number", "511699199101111233"),
    ("basic_info.start_work_time", "293016767159"),
    ("basic_info.birthday", "293016767159"),
    ("basic_info.gender", "男"),
    ("basic_info.nationality_id", "CN_112"),
    ("basic_info.current_city_code", "CT_159"),
    ("basic_info.hometown_city_code", "CT_159"),
    ("custom:6934193211960330504", "已婚"),
    ("education_list[2].degree", "小学"),
    ("education_list[2].school", "香港大学"),
    ("education_list[2].field_of_study", "考古"),
    ("education_list[2].start_time", "293016767159"),
    ("education_list[2].end_time", "293016767159"),
    ("education_list[2].education_type", "1"),
    ("education_list[2].academic_ranking", "前5%"),
    ("education_list[2].custom:6934193211960330505", "C9"),
    ("career_list[1].company", "明日科技公司"),
    ("career_list[1].title", "高级工程师"),
    ("career_list[1].desc", "测试"),
    ("career_list[1].start_time", "293016767159"),
    ("career_list[1].end_time", "293016767159"),
    ("career_list[1].career_type", "实习"),
    ("career_list[1].custom:6934193211960330506 = range", "2020-01-01~2021-02-01"),
    ("project_list[1].name", "系统稳定性提升项目"),
    ("project_list[1].role", "研发人员"),
    ("project_list[1].link", "https://www.a.com"),
    ("project_list[1].desc", "该项目目标是提升整个系统的稳定性，达到行业一流水准。"),
    ("project_list[1].start_time", "293016767159"),
    ("project_list[1].end_time", "293016767159"),
    ("project_list[1].custom:6934193211960330507 = date", "1627379423000"),
    ("works_list[1].link", "https://www.a.com"),
    ("works_list[1].desc", "个人设计作品"),
    ("works_list[1].attachment_id", "12345678"),
    ("works_list[1].custom:6934193211960330508 = date", "1627379423000"),
    ("award_list[1].title", "最佳新人奖"),
    ("award_list[1].award_time", "293016767159"),
    ("award_list[1].desc", "最优秀的新人奖"),
    ("award_list[1].custom:6934193211960330509", "奖项含金量很高"),
    ("language_list[1].language", "英语"),
    ("language_list[1].proficiency", "入门"),
    ("language_list[1].custom:6934193211960330510", "3"),
    ("sns_list[1].sns_type", "领英"),
    ("sns_list[1].link", "https://www.a.com"),
    ("sns_list[1].custom:6934193211960330511", "常用的社交账号"),
    ("preferred_city_code_list", "CT_2"),
    ("self_evaluation.content", "自我评价：平常心"),
    ("self_evaluation.custom:6934193211960330512", "1"),
    ("module:6934193211960330504[1].custom:6934193211960330513 = choices", "1;2"),
];

#[test]
fn job_data_with_every_field_is_the_documents_example() {
    let id = "6890452208593372679";
    let record = made(
        &JOB_DATA,
        &[
            ("job_level_id", id),
            ("job_grade_id", id),
            ("employee_type_id", id),
            ("working_hours_type_id", id),
            ("work_location_id", id),
            ("department_id", id),
            ("job_id", id),
            ("probation_start_date", "2018年3月16日"),
            ("probation_end_date", "2019/5/24"),
            ("employment_id", "6893014062142064135"),
            ("effective_time", "2020-05-01"),
            ("expiration_time", "20200502"),
            ("job_family_id", "1245678"),
            ("probation_expected_end_date", "2006-01-02"),
            ("direct_manager_id", id),
            ("dotted_line_manager_id_list", "6890452208593372681"),
            ("second_direct_manager_id", id),
            ("cost_center_rate[1].cost_center_id", "6950635856373745165"),
            ("cost_center_rate[1].rate", "100%"),
            ("work_shift", "example"),
            ("compensation_type", "example"),
            ("service_company", "6890452208593372680"),
            ("position_id", id),
            ("pathway_id", "6890452208593372671"),
        ],
    );
    let want: Json = serde_json::from_str(JOB_DATA_EXAMPLE).unwrap();
    assert_eq!(value(&record), want);
}

#[test]
fn rows_of_modules_and_entries_with_gaps_are_compacted_in_order() {
    let record = made(
        &TALENT,
        &[
            ("basic_info.name", "张三"),
            ("basic_info.email", "a@b.com"),
            ("module:2[3].custom:b", "3b"),
            ("module:1[1].custom:a", "1a"),
            ("module:2[1].custom:a", "1a"),
            ("module:2[1].custom:b", "1b"),
            ("module:2[2].custom:b", ""),
            ("education_list[4].school", "丁"),
            ("education_list[2].school", "乙"),
        ],
    );
    assert_eq!(
        body(&record),
        concat!(
            r#"{"basic_info":{"name":"张三","email":"a@b.com"},"#,
            r#""education_list":[{"school":"乙"},{"school":"丁"}],"#,
            r#""customized_data":[{"object_id":"2","children":["#,
            r#"[{"object_id":"a","value":"1a"},{"object_id":"b","value":"1b"}],"#,
            r#"[{"object_id":"b","value":"3b"}]]},"#,
            r#"{"object_id":"1","children":[[{"object_id":"a","value":"1a"}]]}]}"#
        )
    );
}
