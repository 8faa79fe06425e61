//! What the documented refusals mean, in both languages: the API's own messages may change, come in
//! one language, and seldom say what to mend.
//!
//! Must not know: how a code was classified.

use crate::kinds::endpoints::{JOB_DATA_CREATE, TALENT_CREATE};
use crate::problem::both;
use crate::spec::Endpoint;

/// What a code means where something is created; nothing where nobody documents it.
pub(crate) fn words(endpoint: &Endpoint, code: i64) -> Option<String> {
    let own = if endpoint.name == TALENT_CREATE.name {
        talent(code)
    } else if endpoint.name == JOB_DATA_CREATE.name {
        job_data(code)
    } else {
        None
    };
    own.or_else(|| gateway(code)).map(|(zh, en)| both(zh, en))
}

const fn talent(code: i64) -> Option<(&'static str, &'static str)> {
    Some(match code {
        1_002_002 => ("参数有误", "a parameter is wrong"),
        1_002_009 => ("手机号有误", "the mobile number is wrong"),
        1_002_011 => ("城市有误", "the city is wrong"),
        1_002_513 => ("毕业时间有误", "the graduation time is wrong"),
        1_002_103 => ("人才已入职", "the talent is employed already"),
        1_002_104 => ("附件有误", "the attachment is wrong"),
        1_002_106..=1_002_108 => ("简历来源有误", "the resume source is wrong"),
        _ => return None,
    })
}

const fn job_data(code: i64) -> Option<(&'static str, &'static str)> {
    Some(match code {
        1_160_001 | 1_160_013 => ("参数有误", "a parameter is wrong"),
        1_160_003 => (
            "引用的记录不存在或已删除，例如 employment_id 或 department_id",
            "a record that it refers to does not exist or is deleted, such as employment_id or department_id",
        ),
        1_160_019 => ("成本中心分摊比例之和不是 100", "the shares of the cost centres are not 100"),
        _ => return None,
    })
}

/// The gateway's. 99992351 and 99992361 are told apart by their pages, the rest of their family is
/// not.
const fn gateway(code: i64) -> Option<(&'static str, &'static str)> {
    Some(match code {
        9_499 => ("参数格式有误", "a parameter has the wrong form"),
        99_992_402 => ("字段没有通过校验", "a field did not pass the gateway's check"),
        99_992_351 => ("open_id 不存在", "the open_ids do not exist"),
        99_992_361 => ("open_id 属于另一个应用", "the open_ids belong to another app"),
        99_992_357 | 99_992_360 | 99_992_362..=99_992_364 | 99_992_379..=99_992_381 => (
            "用户或部门 ID 不存在、属于另一个应用，或与所选的 ID 类型不符",
            "the user or department IDs do not exist, belong to another app, or are not of the chosen ID type",
        ),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::codes::{Meaning, meaning};
    use super::*;
    use crate::problem::{Code, Complaint, Lang};

    #[test]
    fn a_refusal_of_every_row_says_what_its_code_means_in_both_languages() {
        let said = words(&JOB_DATA_CREATE, 99_992_361).unwrap();
        let complaint = Complaint::with(Code::EveryRowRefused, ["20", "99992361", &said, ""]);
        assert_eq!(
            complaint.message(Lang::En),
            "every row is refused with 99992361: the open_ids belong to another app (the first 20 rows)"
        );
        assert!(complaint.message(Lang::Zh).contains("open_id 属于另一个应用"));
        assert_eq!(words(&TALENT_CREATE, 424_242), None);
    }

    #[test]
    fn only_refusals_have_words_and_each_endpoint_its_own() {
        for endpoint in [&TALENT_CREATE, &JOB_DATA_CREATE] {
            let ranges = [9_000..10_000, 1_002_000..1_003_000, 1_160_000..1_161_000];
            for code in ranges.into_iter().flatten().chain(99_992_000..99_993_000) {
                if words(endpoint, code).is_some() {
                    let refused = matches!(meaning(endpoint, code), Some(Meaning::Refused(_)));
                    assert!(refused, "{} {code}", endpoint.name);
                }
            }
        }
        assert_eq!(words(&TALENT_CREATE, 1_160_003), None);
    }
}
