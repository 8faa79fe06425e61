//! What is suggested for headers that bind to nothing, and how surely.

use super::*;
use crate::kinds::{job_data::JOB_DATA, talent::TALENT};

fn best(kind: &'static Kind, text: &str) -> Option<(String, f64)> {
    ranked(kind, text, 1).pop().map(|best| (best.path, best.confidence))
}

#[test]
fn hints_come_before_likeness() {
    assert_eq!(header(&TALENT, "户籍所在地").as_deref(), Some("basic_info.hometown_city_code"));
    assert_eq!(header(&JOB_DATA, "工号").as_deref(), Some("employment_id"));
    assert_eq!(header(&JOB_DATA, "岗位").as_deref(), Some("job_id / position_id"));
}

#[test]
fn likeness_needs_to_be_close() {
    for text in
        ["备注", "序号", "邮编", "", "＊", "年龄", "Age", "投递时间", "人员类型", "农历生日"]
    {
        assert_eq!(header(&TALENT, text), None, "{text}");
        assert_eq!(ranked(&TALENT, text, 9), [], "{text}");
    }
}

#[test]
fn a_slip_of_the_pen_is_bold_and_a_hint_is_not() {
    for (text, path) in [
        ("Natinality", "basic_info.nationality_id"),
        ("Emial", "basic_info.email"),
        ("Phone Nubmer", "basic_info.mobile"),
        ("手机号信息", "basic_info.mobile"),
        ("Universty", "education_list[1].school"),
    ] {
        let (found, confidence) = best(&TALENT, text).unwrap();
        assert_eq!(found, path, "{text}");
        assert!(confidence >= 0.9, "{text} {confidence}");
    }
    for text in
        ["户籍所在地", "公司邮箱", "应聘职位", "职位", "开始时间", "Company", "Comapny", "联系方式"]
    {
        assert!(best(&TALENT, text).unwrap().1 <= 0.6, "{text}");
    }
}

#[test]
fn what_may_be_several_fields_is_doubtful_and_names_them() {
    let both = ranked(&JOB_DATA, "岗位", 9);
    assert_eq!(both.len(), 2);
    assert!(both.iter().all(|suggestion| suggestion.confidence <= 0.5), "{both:?}");
    assert!(ranked(&TALENT, "开始时间", 9).len() >= 2);
    assert_eq!(ranked(&TALENT, "开始时间", 1).len(), 1);
}

#[test]
fn somebody_elses_is_never_bold() {
    for text in [
        "紧急联系人电话",
        "父亲姓名",
        "Father's Name",
        "Emergency Phone Number",
        "公司邮箱",
        "手机2",
        "Phone 2",
        "Manager Email",
        "入职时间",
        "毕业院校类型",
    ] {
        let bold = ranked(&TALENT, text, 1).iter().any(|best| best.confidence >= 0.9);
        assert!(!bold, "{text}: {:?}", best(&TALENT, text));
    }
}

#[test]
fn what_the_header_names_comes_first_and_of_several_hints_none_is_sure() {
    let paths = |found: &[Suggestion]| -> Vec<String> {
        found.iter().map(|suggestion| suggestion.path.clone()).collect()
    };
    let found = with_known(&JOB_DATA, "岗位", None, 3);
    assert_eq!(paths(&found), ["job_id", "position_id"]);
    assert!(found.iter().all(|suggestion| suggestion.confidence < 0.7));
    let known = with_known(&TALENT, "公司", Some("career_list[1].company"), 1);
    assert_eq!(paths(&known), ["career_list[1].company"]);
    let slip = with_known(&TALENT, "basic_info.emial", None, 3);
    assert_eq!(paths(&slip)[0], "basic_info.email");
    assert!(with_known(&TALENT, "备注", None, 3).is_empty());
}
