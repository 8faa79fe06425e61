//! What a header says of a thing that has an ID: the ID (部门ID), a code (部门编码), a path (部门路径), the
//! thing and no more (部门), or what it is called (部门名称, Department Name).
//!
//! Must not know: columns, which cell holds what.

use super::normalize;
use crate::spec::IdOf;

/// What a header says of a thing, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Aspect {
    /// Its ID.
    Id,
    /// A code of the organisation's own.
    Code,
    /// Its name, and those of all above it.
    Path,
    /// The thing.
    Plain,
    /// Its name, which others may have too.
    Name,
}

/// How a name without blanks ends that says an aspect; the longer first.
const ENDS: &[(&str, Aspect)] = &[
    ("层级路径", Aspect::Path),
    ("完整路径", Aspect::Path),
    ("全路径", Aspect::Path),
    ("路径", Aspect::Path),
    ("编码", Aspect::Code),
    ("编号", Aspect::Code),
    ("代码", Aspect::Code),
    ("名称", Aspect::Name),
    ("全称", Aspect::Name),
    ("姓名", Aspect::Name),
    ("名字", Aspect::Name),
    ("id", Aspect::Id),
];

/// Words of a header whose words are apart. A number is none: a Job Number is an employee's.
const WORDS: &[(&str, Aspect)] =
    &[("id", Aspect::Id), ("code", Aspect::Code), ("path", Aspect::Path), ("name", Aspect::Name)];

/// What ends a name that says the thing vaguely: 用工性质 beside 人员类别.
const VAGUE: &[&str] = &["性质", "分类"];

/// What stands before a thing of which somebody has several, where it is the first of them.
const MAIN: &[&str] = &["主", "primary", "main", "default"];

/// A header without the word that says how its thing is called, and what that word says.
pub(crate) fn split(header: &str) -> Option<(String, Aspect)> {
    let words = normalize::words(header);
    if !words.iter().all(|word| word.is_ascii()) {
        let name = normalize::header(header);
        let (end, aspect) = ENDS.iter().find(|(end, _)| name.ends_with(end))?;
        let stem = name.strip_suffix(end).filter(|stem| !stem.is_empty())?;
        return Some((stem.to_owned(), *aspect));
    }
    let says = |word: &String| WORDS.iter().find(|(one, _)| one == word).map(|(_, aspect)| *aspect);
    let before = words.iter().position(|word| word == "of").unwrap_or(words.len());
    let at = before.checked_sub(1)?;
    let aspect = says(&words[at])?;
    let is_more = |word: &String| matches!(aspect, Aspect::Name | Aspect::Path) && word == "full";
    let kept = words.iter().enumerate().filter(|(i, word)| *i != at && !is_more(word));
    let stem: Vec<&str> = kept.map(|(_, word)| word.as_str()).collect();
    (!stem.is_empty()).then(|| (stem.join(" "), aspect))
}

/// How sure a header is of its thing: the least is the surest. Of two that say as much, the first of
/// several things is surer (主部门 beside 部门).
pub(crate) fn sureness(header: &str) -> (Aspect, bool) {
    let name = normalize::header(header);
    let aspect = if VAGUE.iter().any(|end| name.ends_with(end)) {
        Aspect::Name
    } else {
        split(header).map_or(Aspect::Plain, |(_, aspect)| aspect)
    };
    (aspect, !MAIN.iter().any(|main| name.starts_with(main)))
}

/// Whether a thing goes by that: a person has a name, a department a path besides.
pub(crate) const fn goes_by(of: IdOf, aspect: Aspect) -> bool {
    match of {
        IdOf::Department => true,
        IdOf::EmployeeType
        | IdOf::WorkingHoursType
        | IdOf::WorkLocation
        | IdOf::Job
        | IdOf::JobLevel
        | IdOf::JobGrade
        | IdOf::JobFamily
        | IdOf::Position
        | IdOf::Pathway
        | IdOf::Company
        | IdOf::CostCenter => !matches!(aspect, Aspect::Path),
        IdOf::JobData => matches!(aspect, Aspect::Name),
        IdOf::User
        | IdOf::Employment
        | IdOf::WorkShift
        | IdOf::CompensationType
        | IdOf::Country
        | IdOf::DialCode
        | IdOf::NationalIdType
        | IdOf::Bank
        | IdOf::Province
        | IdOf::City
        | IdOf::ResumeSource
        | IdOf::Folder
        | IdOf::CustomField
        | IdOf::Attachment => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_a_thing_is_called_is_taken_off() {
        let stem = |header: &str| split(header);
        let some = |stem: &str, aspect| Some((stem.to_owned(), aspect));
        assert_eq!(stem("部门名称*"), some("部门", Aspect::Name));
        assert_eq!(stem("部门全路径"), some("部门", Aspect::Path));
        assert_eq!(stem("職級編碼"), some("职级", Aspect::Code));
        assert_eq!(stem("Cost Center - Name"), some("cost center", Aspect::Name));
        assert_eq!(stem("Name of the Department"), some("of the department", Aspect::Name));
        assert_eq!(stem("Full Name of Manager"), some("of manager", Aspect::Name));
        assert_eq!(stem("line_manager_full_name"), some("line manager", Aspect::Name));
        assert_eq!(stem("Department Full Path"), some("department", Aspect::Path));
        for none in ["部门", "名称", "Name", "Job Number", "Name of", ""] {
            assert!(stem(none).is_none_or(|(stem, _)| stem == "of"), "{none}");
        }
    }

    #[test]
    fn an_id_is_surer_than_a_code_and_that_than_a_name() {
        let order = ["主部门ID", "部门 ID", "部门编码", "部门路径", "主部门", "部门", "部门名称"];
        assert!(order.is_sorted_by_key(|header| sureness(header)));
        let order = ["Manager ID", "Department Code", "Department", "Department Name"];
        assert!(order.is_sorted_by_key(|header| sureness(header)));
    }
}
