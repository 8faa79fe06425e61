//! Words for people: the one whom a row is about, and others. Each stands here once, with all that it
//! says; all are normalised.
//!
//! Must not know: columns, which of them binds to what.

use Other::{Heads, HeadsAlone, HeadsLast, Kin, Named, Strange};
use Own::{Before, Behind, Related, Whose};

use super::normalize;

/// What a word for somebody else than the row's person says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Other {
    /// A heading that holds it heads that person's columns, whatever stands around it.
    Heads,
    /// It does if it is the whole heading, but for a number and a word like 信息.
    HeadsAlone,
    /// It does if the heading, but for the same, ends with it: 备用联系人.
    HeadsLast,
    /// A header that holds it names somebody whose data a list of relatives holds.
    Kin,
    /// A header that holds it names another person.
    Named,
    /// A header that holds it is not alike a name that lacks it.
    Strange,
}

/// Somebody else.
const OTHERS: &[(&str, &[Other])] = &[
    ("紧急联系", &[Heads]),
    ("紧急联络", &[Heads]),
    ("应急联系", &[Heads]),
    ("应急联络", &[Heads]),
    ("家庭成员", &[Heads, Kin]),
    ("家庭主要成员", &[Heads, Kin]),
    ("家庭情况", &[Heads]),
    ("家庭关系", &[Heads]),
    ("社会关系", &[Heads]),
    ("家属", &[Heads, Kin, Strange]),
    ("亲属", &[Heads, Kin, Strange]),
    ("监护人", &[Heads, Named]),
    ("配偶", &[HeadsAlone, Named, Strange]),
    ("爱人", &[HeadsAlone, Named]),
    ("父亲", &[HeadsAlone]),
    ("母亲", &[HeadsAlone]),
    ("父母", &[HeadsAlone]),
    ("子女", &[HeadsAlone, Named, Strange]),
    ("儿子", &[HeadsAlone]),
    ("女儿", &[HeadsAlone]),
    ("兄弟姐妹", &[HeadsAlone]),
    ("家人", &[HeadsAlone, Named]),
    ("家庭", &[HeadsAlone, Strange]),
    ("受益人", &[HeadsLast, Kin]),
    ("担保人", &[HeadsLast, Named]),
    ("联系人", &[HeadsLast, Kin, Strange]),
    ("推荐人", &[HeadsLast, Named]),
    ("内推人", &[HeadsLast, Named]),
    ("介绍人", &[HeadsLast, Named, Strange]),
    ("引荐人", &[HeadsLast, Named]),
    ("证明人", &[HeadsLast, Named, Strange]),
    ("背调人", &[HeadsLast]),
    ("面试官", &[HeadsAlone]),
    ("招聘负责人", &[HeadsAlone]),
    ("招聘专员", &[HeadsAlone]),
    ("猎头", &[HeadsAlone]),
    ("猎头顾问", &[HeadsLast]),
    ("上级", &[HeadsLast, Strange]),
    ("直属上级", &[HeadsAlone]),
    ("直接上级", &[HeadsAlone]),
    ("直属领导", &[HeadsAlone]),
    ("部门领导", &[HeadsAlone]),
    ("部门负责人", &[HeadsAlone]),
    ("汇报对象", &[HeadsAlone]),
    ("领导", &[HeadsLast, Strange]),
    ("主管", &[HeadsAlone, Strange]),
    ("经理", &[HeadsAlone, Strange]),
    ("导师", &[HeadsLast, Strange]),
    ("学校导师", &[HeadsAlone]),
    ("辅导员", &[HeadsAlone]),
    ("引导人", &[HeadsLast]),
    ("带教人", &[HeadsLast]),
    ("代理人", &[HeadsLast]),
    ("委托人", &[HeadsLast]),
    ("经办人", &[HeadsLast]),
    ("同学", &[HeadsAlone]),
    ("室友", &[HeadsAlone]),
    ("同事", &[HeadsAlone]),
    ("朋友", &[HeadsAlone]),
    ("亲友", &[HeadsAlone]),
    ("hr", &[HeadsAlone]),
    ("hrbp", &[HeadsAlone]),
    ("公司hr", &[HeadsAlone]),
    ("填表人", &[HeadsAlone]),
    ("制表人", &[HeadsAlone]),
    ("联络人", &[HeadsLast, Kin, Strange]),
    ("成员姓名", &[Kin]),
    ("亲戚", &[Named]),
    ("家长", &[HeadsLast, Named, Strange]),
    ("父", &[Named, Strange]),
    ("母", &[Named, Strange]),
    ("户主", &[Named]),
    ("熟人", &[Named]),
    ("紧急", &[Strange]),
    ("监护", &[Strange]),
    ("推荐", &[Strange]),
    ("担保", &[HeadsAlone, Strange]),
    ("面试", &[Strange]),
    ("负责人", &[HeadsAlone, Strange]),
    ("公司联系人", &[HeadsAlone]),
    ("背调", &[HeadsAlone]),
    ("背调联系人", &[HeadsAlone]),
    ("顾问", &[HeadsAlone]),
    ("推荐顾问", &[HeadsAlone]),
    ("用人经理", &[HeadsAlone]),
    ("班主任", &[HeadsAlone]),
    ("同行人", &[HeadsAlone]),
    ("共同申请人", &[HeadsAlone]),
    ("审核人", &[HeadsAlone]),
    ("录入人", &[HeadsAlone]),
    ("buddy", &[HeadsAlone]),
    ("coordinator", &[HeadsAlone]),
    ("hiringteam", &[HeadsAlone]),
    ("emergencycontact", &[Heads]),
    ("familymember", &[Heads, Kin]),
    ("nextofkin", &[Heads, Kin]),
    ("emergency", &[HeadsAlone, Kin, Strange]),
    ("spouse", &[HeadsAlone, Named, Strange]),
    ("family", &[HeadsAlone, Strange]),
    ("father", &[HeadsAlone, Named, Strange]),
    ("mother", &[HeadsAlone, Named, Strange]),
    ("parent", &[HeadsAlone, Strange]),
    ("parents", &[HeadsAlone]),
    ("child", &[HeadsAlone]),
    ("children", &[HeadsAlone]),
    ("dependent", &[HeadsAlone, Kin]),
    ("dependents", &[HeadsAlone]),
    ("dependant", &[HeadsAlone, Kin]),
    ("dependants", &[HeadsAlone]),
    ("beneficiary", &[HeadsAlone, Kin]),
    ("relative", &[HeadsAlone, Kin]),
    ("relatives", &[HeadsAlone]),
    ("guardian", &[HeadsAlone, Named, Strange]),
    ("reference", &[HeadsAlone, Named]),
    ("references", &[HeadsAlone]),
    ("referee", &[HeadsAlone, Named]),
    ("referees", &[HeadsAlone]),
    ("referrer", &[HeadsAlone, Named]),
    ("referral", &[HeadsAlone, Named]),
    ("contactperson", &[HeadsAlone, Kin]),
    ("manager", &[HeadsAlone, Strange]),
    ("linemanager", &[HeadsAlone]),
    ("directmanager", &[HeadsAlone]),
    ("reportingmanager", &[HeadsAlone]),
    ("hiringmanager", &[HeadsAlone]),
    ("supervisor", &[HeadsAlone, Strange]),
    ("recruiter", &[HeadsAlone, Strange]),
    ("interviewer", &[HeadsAlone]),
    ("mentor", &[HeadsAlone]),
    ("contactname", &[Kin]),
    ("nameofcontact", &[Kin]),
    ("referredby", &[Named]),
    ("contact", &[Strange]),
    ("referr", &[Strange]),
];

/// Headers of the name of the row's own person.
const OWN_NAMES: &[&str] = &[
    "姓名",
    "员工姓名",
    "职工姓名",
    "人员姓名",
    "中文姓名",
    "真实姓名",
    "名字",
    "中文名",
    "name",
    "full name",
    "employee name",
    "staff name",
    "chinese name",
    "worker name",
    "legal name",
];

/// Whether a header names the row's own person.
pub(crate) fn is_own_name(header: &str) -> bool {
    let wanted = normalize::header(header);
    OWN_NAMES.iter().any(|name| normalize::header(name) == wanted)
}

/// Whom a word like 本人 stands for where somebody else should be named.
pub(crate) const ONESELF: &str = "oneself";

/// Words for the person of the row in a place for somebody else: who has no manager names himself.
const SELF: &[&str] =
    &["本人", "自己", "自身", "我", "self", "myself", "himself", "herself", "oneself"];

/// Whether a value stands for the person of its own row.
pub(crate) fn is_oneself(text: &str) -> bool {
    let wanted = normalize::label(text);
    SELF.contains(&wanted.as_str())
}

/// Those that a candidate is asked about: 公司内亲属姓名.
const COLLEAGUES: &[&str] = &["公司内", "本公司", "我司", "内部", "在职亲属", "incompany"];

/// Questions that are answered by yes or no.
const WHETHER: &[&str] = &["是否", "is"];

/// Who is to be told in an emergency.
const EMERGENCY: &[&str] =
    &["紧急联系人", "紧急联络人", "应急联系人", "应急联络人", "emergencycontact"];

/// What stands behind a person's name for how to reach them.
const REACHED: &[&str] = &["电话", "手机", "方式", "关系", "phone", "mobile", "number", "relation"];

/// What a word for the person of the row says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Own {
    /// Before a name it says whose the value is, or in which part of their form it stands, and
    /// nobody else can be meant.
    Before,
    /// The same behind the name: 邮箱（个人）, Email (Personal).
    Behind,
    /// The same as a canonical word of a header in Latin letters.
    Whose,
    /// A relation to somebody who is called so is one to the person whom a file is about.
    Related,
}

/// The person of the row. What begins like another word stands before it.
const OWN: &[(&str, &[Own])] = &[
    ("基本信息", &[Before]),
    ("基础信息", &[Before]),
    ("个人信息", &[Before]),
    ("个人资料", &[Before]),
    ("员工信息", &[Before]),
    ("人员信息", &[Before]),
    ("候选人信息", &[Before]),
    ("人才信息", &[Before]),
    ("任职信息", &[Before]),
    ("basicinformation", &[Before]),
    ("basicinfo", &[Before]),
    ("personalinformation", &[Before]),
    ("personalinfo", &[Before]),
    ("jobinformation", &[Before]),
    ("jobdata", &[Before]),
    ("候选人", &[Before, Related]),
    ("应聘者", &[Before, Related]),
    ("应聘人", &[Before, Related]),
    ("求职者", &[Before, Related]),
    ("申请人", &[Before, Related]),
    ("投递人", &[Before]),
    ("学生", &[Before]),
    ("人才", &[Before]),
    ("学员", &[Before]),
    ("教师", &[Before]),
    ("职工", &[Before, Related]),
    ("教职工", &[Before, Related]),
    ("人员", &[Before]),
    ("员工", &[Before, Related]),
    ("用户", &[Before]),
    ("本人", &[Before, Behind, Related]),
    ("个人", &[Before, Behind]),
    ("candidates", &[Before]),
    ("candidate", &[Before, Whose, Related]),
    ("applicants", &[Before]),
    ("applicant", &[Before, Related]),
    ("employees", &[Before]),
    ("employee", &[Before, Whose, Related]),
    ("students", &[Before]),
    ("student", &[Before, Whose]),
    ("talents", &[Before]),
    ("talent", &[Before, Whose]),
    ("personal", &[Before, Behind, Whose]),
    ("person", &[Before]),
    ("职员", &[Related]),
    ("雇员", &[Related]),
    ("其", &[Related]),
    ("我", &[Related]),
    ("你", &[Related]),
    ("您", &[Related]),
    ("staff", &[Related]),
    ("worker", &[Related]),
    ("associate", &[Related]),
    ("personnel", &[Related]),
    ("member", &[Related]),
    ("you", &[Related]),
    ("me", &[Related]),
    ("self", &[Related]),
    ("theemployee", &[Related]),
    ("thecandidate", &[Related]),
    ("theapplicant", &[Related]),
];

/// Whether a heading is another person's wherever a word of it stands.
pub(crate) fn heads(heading: &str) -> bool {
    others(Heads).any(|word| heading.contains(word))
}

/// Whether a whole heading, without what says nothing, is another person.
pub(crate) fn heads_alone(heading: &str) -> bool {
    others(HeadsAlone).any(|word| word == heading)
        || others(HeadsLast).any(|word| heading.ends_with(word))
}

/// Whether a text, without what says nothing, ends with a word that heads wherever it stands: it is the
/// person, and not something of theirs.
pub(crate) fn is_called(text: &str) -> bool {
    let is_last = |word: &str| {
        text.ends_with(word) || text.strip_suffix('人').is_some_and(|rest| rest.ends_with(word))
    };
    !text.ends_with("关系") && !text.ends_with("情况") && others(Heads).any(is_last)
}

/// Whether a text is a word for the person of the row, or begins with one: 应聘者基本.
pub(crate) fn is_own(text: &str) -> bool {
    OWN.iter().any(|(word, _)| *word == text) || own(Before).any(|word| text.starts_with(word))
}

/// Whether a normalised header names another person: a relation beside it may be theirs.
pub(crate) fn is_other(header: &str) -> bool {
    !asks_whether(header) && others(Kin).chain(others(Named)).any(|word| header.contains(word))
}

/// Whether a normalised header names somebody whom a list of relatives holds.
pub(crate) fn is_kin(header: &str) -> bool {
    !asks_whether(header)
        && others(Kin).any(|word| header.contains(word))
        && !COLLEAGUES.iter().any(|word| header.contains(word))
}

/// Whether a header names an emergency contact, and not how to reach them.
pub(crate) fn is_emergency_contact(text: &str) -> bool {
    let name = normalize::header(text);
    EMERGENCY.iter().any(|word| name.contains(word))
        && !REACHED.iter().any(|word| name.contains(word))
}

/// The words of a text that make it another person's.
pub(super) fn strange(text: &str) -> impl Iterator<Item = &'static str> {
    others(Strange).filter(move |word| text.contains(word))
}

/// A name without whose it is, where that is the person of the row.
pub(super) fn without_owner(name: &str) -> Option<&str> {
    let before = own(Before).filter_map(|owner| name.strip_prefix(owner));
    let behind = own(Behind).filter_map(|owner| name.strip_suffix(owner));
    before.chain(behind).find(|rest| !rest.is_empty())
}

/// Whether a canonical word is one for the person of the row.
pub(super) fn is_owner(word: &str) -> bool {
    own(Whose).any(|owner| owner == word)
}

/// Whether a text begins with the person whom a file is about.
pub(super) fn begins_with_own(text: &str) -> bool {
    own(Related).any(|word| text.starts_with(word))
}

fn asks_whether(header: &str) -> bool {
    WHETHER.iter().any(|word| header.starts_with(word))
}

fn others(says: Other) -> impl Iterator<Item = &'static str> {
    OTHERS.iter().filter(move |(_, all)| all.contains(&says)).map(|(word, _)| *word)
}

fn own(says: Own) -> impl Iterator<Item = &'static str> {
    OWN.iter().filter(move |(_, all)| all.contains(&says)).map(|(word, _)| *word)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_word_stands_once_and_in_its_normal_form() {
        let all = || OTHERS.iter().map(|(word, _)| *word);
        let own = || OWN.iter().map(|(word, _)| *word);
        assert_eq!(all().collect::<BTreeSet<_>>().len(), OTHERS.len());
        assert_eq!(own().collect::<BTreeSet<_>>().len(), OWN.len());
        for word in all().chain(own()) {
            assert_eq!(normalize::label(word), word);
        }
    }

    #[test]
    fn an_emergency_contact_is_not_their_phone() {
        assert!(is_emergency_contact("紧急联系人") && is_emergency_contact("紧急联系人姓名"));
        assert!(!is_emergency_contact("紧急联系人电话") && !is_emergency_contact("联系人"));
    }
}
