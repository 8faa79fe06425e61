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
use crate::lexicon::people;
use crate::lexicon::relations;
use crate::mapping::RecordMapping;
use crate::problem::{Code, Complaint, Place, Problem, both};
use crate::spec::{KeyKind, Kind, People};

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
    let (column, text) =
        claims.headers.iter().find(|(_, text)| relations::is_relation(text, !candidates))?;
    if !claims.unbound.iter().any(|(unbound, _)| unbound == column) {
        return None;
    }
    let is_other = |(at, header): &(usize, String)| at != column && people::is_other(header);
    let own: Vec<usize> = kind.own.iter().filter_map(|path| bound(path)).collect();
    let whose = if headers.iter().any(is_other) {
        // 员工姓名 | 家属姓名 | 与员工关系 | 联系电话: what follows is the relative's.
        let kin = headers.iter().find(|(at, header)| *at != name && people::is_kin(header))?;
        let is_block = headers.iter().any(|(at, header)| at > column && people::is_kin(header));
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
        let made = both(kind.zh, kind.words.many);
        let args = [text.to_string().into(), made];
        let mut problem = Problem::at(at, Complaint::with(Code::SheetOfRelatives, args));
        problem.header = Some(Arc::clone(text));
        problem
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::talent::TALENT;
    use crate::problem::Lang;
    use crate::sheet::{RawCell, RawRow};

    fn problem(headers: &[&str]) -> Option<Problem> {
        let mut row = RawRow::new();
        row.reset(1);
        for header in headers {
            row.push(RawCell::Text(header));
        }
        relatives(&TALENT, &row, None, &Place::default())
    }

    fn found(headers: &[&str]) -> bool {
        problem(headers).is_some()
    }

    #[test]
    fn what_the_relatives_would_become_is_in_the_words_of_the_kind() {
        let problem = problem(&["姓名", "与本人关系", "联系电话"]).unwrap();
        let said = [Lang::Zh, Lang::En].map(|lang| problem.complaint.message(lang));
        assert!(said[0].contains(&format!("把亲属也导入为{}", TALENT.zh)), "{said:?}");
        assert!(said[1].contains(&format!("would become {}", TALENT.words.many)), "{said:?}");
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
