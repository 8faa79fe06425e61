//! A list of people's relatives or emergency contacts: its names are not those of candidates.
//!
//! A list of candidates may ask for a contact too: there the relation stands beside the contact's
//! own columns (紧急联系人姓名, 紧急联系人关系), or in a row that names another person.
//!
//! Must not know: cells below the header, what becomes of the sheet.

use std::sync::Arc;

use super::claims;
use crate::header::Names;
use crate::lexicon::normalize;
use crate::mapping::RecordMapping;
use crate::problem::{Code, Complaint, Place, Problem};
use crate::spec::{KeyKind, Kind, People};

/// A relation to somebody who is not named in the header.
const RELATIONS: &[&str] = &[
    "关系",
    "亲属关系",
    "亲戚关系",
    "家庭关系",
    "家属关系",
    "成员关系",
    "家庭成员关系",
    "血缘关系",
    "关系类型",
    "关系称谓",
    "亲属称谓",
    "家属称谓",
    "家庭称谓",
    "与本人称谓",
    "relation",
    "relationship",
    "relationshiptype",
    "kinship",
    "familyrelationship",
];

/// A relation, or what a person is called (先生): a relation where nothing else speaks of candidates.
const APPELLATION: &str = "称谓";

/// Before whom a relation is to.
const TO: &[&str] =
    &["与", "和", "同", "跟", "relationshipto", "relationto", "relationshipwith", "relationwith"];

/// The person whom a file is about, at the beginning of what follows.
const SELF: &[&str] = &[
    "本人",
    "员工",
    "职工",
    "职员",
    "雇员",
    "教职工",
    "候选人",
    "应聘者",
    "应聘人",
    "求职者",
    "申请人",
    "其",
    "我",
    "你",
    "您",
    "employee",
    "staff",
    "worker",
    "associate",
    "personnel",
    "candidate",
    "applicant",
    "member",
    "you",
    "me",
    "self",
    "theemployee",
    "thecandidate",
    "theapplicant",
];

/// Another person: the relation may be theirs.
const OTHERS: &[&str] = &[
    "联系人",
    "联络人",
    "家属",
    "亲属",
    "亲戚",
    "家庭成员",
    "成员姓名",
    "家人",
    "监护人",
    "家长",
    "配偶",
    "爱人",
    "父",
    "母",
    "子女",
    "户主",
    "推荐人",
    "内推人",
    "介绍人",
    "引荐人",
    "证明人",
    "担保人",
    "受益人",
    "熟人",
    "emergency",
    "contactperson",
    "contactname",
    "nameofcontact",
    "nextofkin",
    "familymember",
    "relative",
    "dependent",
    "dependant",
    "beneficiary",
    "spouse",
    "father",
    "mother",
    "guardian",
    "referrer",
    "referral",
    "referee",
    "reference",
    "referredby",
];

/// Those of them whose data a list of relatives holds.
const KIN: &[&str] = &[
    "联系人",
    "联络人",
    "家属",
    "亲属",
    "家庭成员",
    "成员姓名",
    "受益人",
    "emergency",
    "contactperson",
    "contactname",
    "nameofcontact",
    "nextofkin",
    "familymember",
    "relative",
    "dependent",
    "dependant",
    "beneficiary",
];

/// Those that a candidate is asked about: 公司内亲属姓名.
const COLLEAGUES: &[&str] = &["公司内", "本公司", "我司", "内部", "在职亲属", "incompany"];

/// Questions that are answered by yes or no.
const WHETHER: &[&str] = &["是否", "is"];

/// That the rows below a header, read as candidates, would be somebody's relatives. A mapping that
/// names the sheet, or lists the column of the relation, says that they are not.
pub fn relatives<'a>(
    kind: &'static Kind,
    header: impl Into<Names<'a>>,
    mapping: Option<&RecordMapping>,
    place: &Place,
) -> Option<Problem> {
    let names = header.into();
    if kind.people != People::Candidates || mapping.is_some_and(|mapping| mapping.sheet.is_some()) {
        return None;
    }
    let claims = claims::of(kind, names, mapping, usize::MAX);
    let headers: Vec<(usize, String)> =
        claims.headers.iter().map(|(column, text)| (*column, normalize::header(text))).collect();
    let bound = |wanted: &str| {
        claims.bound.iter().find(|claim| *claim.path == *wanted).map(|claim| claim.index)
    };
    let name = bound(kind.name?)?;
    let email = kind.key(KeyKind::Email);
    let candidates = email.is_some_and(|email| bound(email.field).is_some());
    let (column, text) = claims.headers.iter().find(|(_, text)| is_relation(text, !candidates))?;
    if !claims.unbound.iter().any(|(unbound, _)| unbound == column) {
        return None;
    }
    let another = |words: &[&str], header: &str| {
        !WHETHER.iter().any(|word| header.starts_with(word))
            && words.iter().any(|word| header.contains(word))
    };
    let is_other = |(at, header): &(usize, String)| at != column && another(OTHERS, header);
    let own: Vec<usize> = kind.own.iter().filter_map(|path| bound(path)).collect();
    let whose = if headers.iter().any(is_other) {
        // 员工姓名 | 家属姓名 | 与员工关系 | 联系电话: what follows is the relative's.
        let is_kin = |header: &str| another(KIN, header) && !another(COLLEAGUES, header);
        let kin = headers.iter().find(|(at, header)| *at != name && is_kin(header))?;
        let is_block = headers.iter().any(|(at, header)| at > column && is_kin(header));
        let last = if kin.0 < name { kin.0 } else { *column };
        kin.0 < *column && !is_block && !own.is_empty() && own.iter().all(|at| *at > last)
    } else {
        true
    };
    whose.then(|| {
        let at = Place {
            row: Some(names.row.number()),
            column: u32::try_from(*column).ok(),
            ..place.clone()
        };
        let mut problem =
            Problem::at(at, Complaint::with(Code::SheetOfRelatives, [text.to_string()]));
        problem.header = Some(Arc::clone(text));
        problem
    })
}

/// Whether a header asks how the row's person is related to somebody.
fn is_relation(text: &str, appellation: bool) -> bool {
    let whole = normalize::header(text);
    let parts = normalize::parts(text);
    std::iter::once(&whole).chain(&parts).any(|part| {
        RELATIONS.contains(&part.as_str()) || appellation && part == APPELLATION || is_to(part)
    })
}

/// 与员工本人的关系, `Relationship to Employee`.
fn is_to(name: &str) -> bool {
    TO.iter().any(|to| {
        let Some(rest) = name.strip_prefix(to) else { return false };
        let rest = rest.strip_suffix("关系").or(rest.is_ascii().then_some(rest));
        rest.is_some_and(|rest| SELF.iter().any(|own| rest.starts_with(own)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::talent::TALENT;
    use crate::sheet::{RawCell, RawRow};

    fn found(headers: &[&str]) -> bool {
        let mut row = RawRow::new();
        row.reset(1);
        for header in headers {
            row.push(RawCell::Text(header));
        }
        relatives(&TALENT, &row, None, &Place::default()).is_some()
    }

    #[test]
    fn a_list_of_relatives_is_known_by_the_relation_beside_the_name() {
        for headers in [
            &["工号", "姓名", "与本人关系", "联系电话"][..],
            &["姓名*", "与员工关系（必填）", "性别", "出生日期", "工作单位"],
            &["称谓", "姓名", "年龄", "政治面貌", "工作单位及职务"],
            &["员工姓名", "家属姓名", "与员工关系", "身份证号", "联系电话"],
            &["姓名", "與本人的關係", "電話"],
            &["姓名", "关系", "手机号", "是否紧急联系人"],
            &["Employee ID", "Name", "Relationship", "Phone"],
            &["Full Name", "Relationship to Employee", "Date of Birth", "Gender"],
            &["Contact Name", "Relationship", "Phone", "Email", "Employee Name"],
            &["Employee Name", "Emergency Contact Name", "Relationship", "Date of Birth", "Email"],
            &["姓名 Name", "与员工关系 Relationship", "电话 Phone"],
        ] {
            assert!(found(headers), "{headers:?}");
        }
    }

    #[test]
    fn a_list_of_candidates_may_ask_for_a_contact() {
        for headers in [
            &["姓名", "手机号", "紧急联系人姓名", "紧急联系人关系", "紧急联系人电话"][..],
            &["姓名", "手机号", "邮箱", "紧急联系人", "与本人关系", "联系电话"],
            &["姓名", "紧急联系人", "关系", "紧急联系人电话", "手机号", "邮箱"],
            &["姓名", "手机号", "家属姓名", "与本人关系", "家属电话"],
            &["姓名", "手机号", "推荐人", "与推荐人关系"],
            &["姓名", "推荐人", "与本人关系", "手机号", "邮箱"],
            &["姓名", "称谓", "手机号", "邮箱"],
            &["姓名", "公司内亲属姓名", "亲属关系", "手机号", "邮箱"],
            &["紧急联系人", "关系", "紧急联系人电话", "姓名", "手机号"],
            &["姓名", "手机号", "与户主关系", "组织关系", "劳动关系", "人事关系所在地"],
            &["Name", "Phone", "Relationship Status", "Relationship Manager"],
            &["Name", "Phone", "Emergency Contact Name", "Relationship", "Emergency Contact Phone"],
            &["Name", "Phone", "Referred By", "Relationship to Referrer"],
            &["关系", "联系电话"],
        ] {
            assert!(!found(headers), "{headers:?}");
        }
    }
}
