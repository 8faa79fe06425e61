//! Headers that say of what kind their rows are, headers that do not, headers that contradict
//! themselves.

use super::*;
use crate::sheet::{RawCell, RawRow};

fn of(headers: &[&str], stamp: Option<KindId>) -> Signs {
    let mut row = RawRow::new();
    row.reset(1);
    for header in headers {
        row.push(RawCell::Text(header));
    }
    signs(&row, stamp)
}

fn kind(headers: &[&str]) -> Option<KindId> {
    of(headers, None).kind().map(|kind| kind.id)
}

#[test]
fn what_everybody_has_proves_nothing() {
    for headers in [
        &["姓名", "手机号", "邮箱"][..],
        &["姓名", "手机号", "邮箱", "性别", "学校", "学历", "入学时间", "毕业时间"],
        &["姓名", "身份证号", "出生日期", "籍贯", "工作经历1-公司名称", "工作经历1-职位名称"],
        &["Name", "Mobile", "Email", "Position", "Current Company", "Language", "Awards"],
        &["姓名", "手机号", "推荐人", "岗位", "目前薪资", "custom:6934193211960330504"],
        &["姓名", "手机号", "面试官资质"],
        &["Name", "Phone", "Delivery address", "Interviewer"],
        &["姓名 Name", "手机 Mobile"],
        &["部门ID", "职级ID", "生效时间"],
        &[],
    ] {
        assert_eq!(kind(headers), None, "{headers:?}");
        assert!(of(headers, None).kinds.is_empty(), "{headers:?}");
    }
}

#[test]
fn one_header_that_only_one_kind_can_have_says_it() {
    for sign in [
        "应聘职位",
        "应聘部门",
        "候选人",
        "候选人来源",
        "候选人手机号",
        "简历",
        "简历附件",
        "简历来源ID",
        "投递时间",
        "投递渠道",
        "面试时间",
        "面试状态",
        "求职意向",
        "意向岗位",
        "期望薪资",
        "期望城市",
        "意向地点",
        "自我评价",
        "basic_info.name",
        "education_list[2].school",
        "文件夹ID列表",
        "Candidate Name",
        "Applicant Email",
        "Resume",
        "CV",
        "Interview Date",
        "Position Applied",
        "Applied Date",
        "Expected CTC",
        "应聘岗位 Position Applied For",
    ] {
        assert_eq!(kind(&["姓名", "手机号", sign]), Some(KindId::Talent), "{sign}");
    }
    for sign in ["雇佣ID", "Employment ID", "employment_id", "雇佣 ID *", "employee_type_id"] {
        assert_eq!(kind(&["姓名", sign]), Some(KindId::JobData), "{sign}");
        let roster = ["姓名", sign, "工号", "部门", "入职日期"];
        assert_eq!(kind(&roster), Some(KindId::JobData), "{sign}");
    }
}

#[test]
fn a_staff_list_is_never_candidates_whatever_else_it_says() {
    for staff in [
        "工号",
        "员工编号",
        "部门",
        "所属部门",
        "入职日期",
        "入职时间",
        "直属上级",
        "职级",
        "转正日期",
        "试用期结束日期",
        "离职日期",
        "离职原因",
        "合同到期日",
        "员工类型",
        "在职状态",
        "司龄",
        "社保基数",
        "Employee ID",
        "Department",
        "Hire Date",
        "Date of Joining",
        "Line Manager",
        "Job Level",
        "Employment Type",
        "Probation End",
    ] {
        assert_eq!(kind(&["姓名", "手机号", staff]), None, "{staff}");
        for sign in ["应聘职位", "简历", "basic_info.name", "自我评价"] {
            let both = of(&["姓名", "手机号", sign, staff], None);
            assert!(both.kind().is_none(), "{sign} {staff}");
            assert_eq!((both.staff.len(), both.kinds.len()), (1, 1), "{sign} {staff}");
        }
    }
}

#[test]
fn an_earlier_or_a_wished_for_employment_is_no_staff_list() {
    for header in [
        "应聘部门",
        "期望职级",
        "意向部门",
        "原部门",
        "上家公司离职原因",
        "可入职时间",
        "最快入职日期",
        "预计入职日期",
        "工作经历1-入职时间",
        "Expected Joining Date",
        "Hiring Manager",
        "Previous Department",
        "Last Date of Joining",
        "Notice Period",
    ] {
        let found = of(&["姓名", "应聘职位", header], None);
        assert_eq!(found.kind().map(|kind| kind.id), Some(KindId::Talent), "{header}: {found:?}");
    }
}

#[test]
fn two_kinds_in_one_header_are_asked_about() {
    assert_eq!(kind(&["姓名", "应聘职位", "雇佣ID"]), None);
    assert_eq!(kind(&["basic_info.name", "employment_id"]), None);
}

#[test]
fn the_stamp_of_a_template_counts_beside_its_headings_only() {
    let talent = Some(KindId::Talent);
    let said = |headers: &[&str], stamp| of(headers, stamp).kind().map(|kind| kind.id);
    let template = ["姓名 *\nName", "手机号\nMobile"];
    assert_eq!(said(&template, talent), talent);
    assert_eq!(said(&["姓名 *\nName", "电话", "微信", "民族"], talent), talent);
    assert_eq!(said(&["姓名", "手机号"], talent), None, "somebody else's sheet in the workbook");
    assert_eq!(said(&["姓名 *\nName", "手机号\nMobile", "工号"], talent), None, "a staff list");
    assert_eq!(said(&["姓名 *\nName", "雇佣ID"], talent), None, "two kinds");
}

#[test]
fn the_headings_of_a_template_need_no_stamp() {
    assert_eq!(kind(&["姓名 * / Name", "手机号 / Mobile"]), Some(KindId::Talent));
    assert_eq!(kind(&["Name * / 姓名", "Mobile / 手机号", "备注"]), Some(KindId::Talent));
    assert_eq!(kind(&["姓名 / Name", "手机号 / Mobile"]), None, "not marked as required");
    assert_eq!(kind(&["姓名 * / Name", "电话", "微信"]), None, "one of three");
    assert_eq!(kind(&["手机号 / Mobile", "邮箱 / Email"]), None, "the name is missing");
    assert_eq!(kind(&["姓名 * / Name", "手机号 / Mobile", "部门"]), None, "a staff list");
}
