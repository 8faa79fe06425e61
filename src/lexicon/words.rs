//! What lists of applicants and lists of employees call their columns, and nobody else does.
//!
//! The lists are short on purpose: a word that both may use (推荐人, 岗位, 目前薪资) is in neither. A word
//! that is missing costs a person `--kind`; one too many, a wrong record in the tenant.
//!
//! Must not know: fields, kinds, which column binds to what.

use super::normalize;

/// Whose list has such a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Topic {
    /// Of people who may be hired.
    Candidates,
    /// Of people who are employed.
    Staff,
}

/// In the names of an applicant's columns, normalised.
const CANDIDATES: &[&str] = &[
    "应聘",
    "应征",
    "候选人",
    "求职",
    "投递",
    "简历",
    "面试",
    "报考",
    "申请职位",
    "申请岗位",
    "申请的职位",
    "申请的岗位",
    "职位申请",
    "岗位申请",
    "意向职位",
    "意向岗位",
    "期望职位",
    "期望岗位",
    "期望薪",
    "期望月薪",
    "期望年薪",
    "薪资期望",
    "薪酬期望",
    "人才库",
];

/// What makes another thing of them: who interviews is an employee, and parcels are delivered too.
const NO_CANDIDATES: &[&str] = &["面试官", "快递", "投递地址", "离职面"];

/// The same in English, as words that stand together in any order.
const CANDIDATES_EN: &[&[&str]] = &[
    &["candidate"],
    &["candidates"],
    &["applicant"],
    &["applicants"],
    &["resume"],
    &["résumé"],
    &["cv"],
    &["interview"],
    &["vacancy"],
    &["position", "applied"],
    &["job", "applied"],
    &["role", "applied"],
    &["date", "applied"],
    &["job", "application"],
    &["application", "date"],
    &["application", "status"],
    &["application", "source"],
    &["application", "id"],
    &["expected", "salary"],
    &["expected", "ctc"],
    &["desired", "salary"],
    &["desired", "position"],
];

const NO_CANDIDATES_EN: &[&str] = &["exit", "interviewer"];

/// In the names of an employee's columns, normalised.
const STAFF: &[&str] = &[
    "部门",
    "工号",
    "员工编号",
    "员工号",
    "员工编码",
    "员工id",
    "职工号",
    "职工编号",
    "人员编号",
    "入职",
    "入司",
    "转正",
    "试用期",
    "离职",
    "合同",
    "直属上级",
    "直接上级",
    "直属主管",
    "直接主管",
    "直属领导",
    "直接领导",
    "汇报对象",
    "汇报上级",
    "上级主管",
    "职级",
    "职等",
    "员工类型",
    "员工类别",
    "员工状态",
    "在职状态",
    "在职情况",
    "人员类型",
    "人员类别",
    "用工性质",
    "用工类型",
    "用工形式",
    "司龄",
    "本单位工龄",
    "社保",
    "公积金",
    "成本中心",
    "考勤",
];

/// What a header begins with that is about a former or a future employment.
const ELSEWHERE: &[&str] = &[
    "原",
    "前公司",
    "前单位",
    "上家",
    "上一",
    "上份",
    "应聘",
    "应征",
    "意向",
    "期望",
    "希望",
    "申请",
    "投递",
    "目标",
    "面试",
    "简历",
    "报考",
    "求职",
    "推荐",
    "内推",
    "可入职",
    "最快",
    "最早",
    "预计入职",
    "预计可",
    "能否",
    "何时",
];

/// The same in English, as words that stand together in any order.
const STAFF_EN: &[&[&str]] = &[
    &["department"],
    &["dept"],
    &["employee", "id"],
    &["employee", "no"],
    &["employee", "number"],
    &["employee", "code"],
    &["emp", "id"],
    &["emp", "no"],
    &["staff", "id"],
    &["staff", "no"],
    &["worker", "id"],
    &["hire", "date"],
    &["join", "date"],
    &["joining", "date"],
    &["doj"],
    &["onboard", "date"],
    &["onboarding", "date"],
    &["probation"],
    &["contract"],
    &["termination"],
    &["manager"],
    &["supervisor"],
    &["job", "level"],
    &["job", "grade"],
    &["employee", "type"],
    &["employment", "type"],
    &["employee", "status"],
    &["employment", "status"],
    &["cost", "center"],
    &["cost", "centre"],
    &["payroll"],
];

const ELSEWHERE_EN: &[&str] = &[
    "candidate",
    "applicant",
    "applied",
    "application",
    "expected",
    "desired",
    "preferred",
    "previous",
    "former",
    "last",
    "interview",
    "hiring",
    "referral",
    "referrer",
    "reference",
    "notice",
    "available",
    "earliest",
];

/// Whose list a header is of, if it says so.
pub(crate) fn topic(header: &str) -> Option<Topic> {
    let name = normalize::header(header);
    let words = normalize::words(header);
    let holds = |list: &[&str]| list.iter().any(|word| name.contains(word));
    let says = |list: &[&str]| list.iter().any(|word| words.iter().any(|other| other == word));
    let all = |list: &[&[&str]]| {
        let stand = |phrase: &&[&str]| phrase.iter().all(|word| words.iter().any(|w| w == word));
        list.iter().any(stand)
    };
    let candidates =
        holds(CANDIDATES) && !holds(NO_CANDIDATES) || all(CANDIDATES_EN) && !says(NO_CANDIDATES_EN);
    if candidates {
        return Some(Topic::Candidates);
    }
    let elsewhere = ELSEWHERE.iter().any(|word| name.starts_with(word)) || says(ELSEWHERE_EN);
    let staff = (holds(STAFF) || all(STAFF_EN)) && !elsewhere;
    staff.then_some(Topic::Staff)
}
