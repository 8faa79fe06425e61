//! What a heading over several headers says of them by itself: only what they are about; and whether it,
//! or a header, is another person.
//!
//! Must not know: groups, fields, columns, other cells of the row.

use super::hints;
use super::normalize;
use super::numbers::trailing_number;
use super::people;
use super::rows;

/// Words that say nothing behind what a heading is about.
const SAY_NOTHING: &[&str] =
    &["信息", "情况", "资料", "详情", "姓名", "information", "details", "info", "data"];

/// What the row's own person has, or has now: a heading that is one of these changes nothing.
const PLAIN: &[&str] = &[
    "基本",
    "基础",
    "个人",
    "本人",
    "联系",
    "联络",
    "通讯",
    "通信",
    "其他",
    "其它",
    "其余",
    "附加",
    "补充",
    "备注",
    "综合",
    "一般",
    "通用",
    "常规",
    "核心",
    "主要",
    "关键",
    "公共",
    "必要",
    "身份",
    "证件",
    "护照",
    "户籍",
    "户口",
    "籍贯",
    "地址",
    "住址",
    "居住",
    "出生",
    "求职",
    "应聘",
    "投递",
    "招聘",
    "期望",
    "意向",
    "任职",
    "在职",
    "入职",
    "转正",
    "雇佣",
    "聘用",
    "用工",
    "工作",
    "岗位",
    "职位",
    "职务",
    "职级",
    "职等",
    "组织",
    "部门",
    "公司",
    "团队",
    "协议",
    "薪酬",
    "薪资",
    "工资",
    "待遇",
    "考勤",
    "教育",
    "学历",
    "学位",
    "学业",
    "学习",
    "能力",
    "特长",
    "语言",
    "政治面貌",
    "人员",
    "人事",
    "人才",
    "员工",
    "花名册",
    "系统",
    "自定义",
    "标准",
    "扩展",
    "社交",
    "网络",
    "账号",
    "渠道",
    "来源",
    "状态",
    "时间",
    "日期",
    "编号",
    "电话",
    "手机",
    "邮箱",
    "电子邮件",
    "健康",
    "婚姻",
    "民族",
    "国籍",
    "现",
    "现在",
    "现任",
    "当前",
    "目前",
    "新",
    "最新",
    "变更后",
    "调动后",
    "调整后",
    "异动后",
    "转岗后",
    "晋升后",
    "调后",
    "调入",
    "转入",
    "basic",
    "general",
    "personal",
    "contact",
    "contacts",
    "address",
    "home",
    "other",
    "others",
    "additional",
    "miscellaneous",
    "misc",
    "core",
    "custom",
    "standard",
    "main",
    "primary",
    "key",
    "identity",
    "id",
    "identification",
    "document",
    "documents",
    "job",
    "position",
    "employment",
    "organization",
    "organisation",
    "department",
    "company",
    "compensation",
    "pay",
    "salary",
    "education",
    "academic",
    "academics",
    "skills",
    "languages",
    "worker",
    "staff",
    "assignment",
    "work",
    "career",
    "demographics",
    "demographic",
    "biographic",
    "biographical",
    "bio",
    "application",
    "applications",
    "resume",
    "cv",
    "source",
    "status",
    "dates",
    "current",
    "present",
    "new",
    "now",
    "after",
    "to",
    "communication",
    "communications",
    "phone",
    "email",
    "hire",
    "hiring",
    "onboarding",
];

/// Endings of headings that only tell what they are about.
const ENDINGS: &[&str] = &[
    "信息",
    "资料",
    "情况",
    "详情",
    "数据",
    "概况",
    "概要",
    "档案",
    "明细",
    "内容",
    "项",
    "项目",
    "栏",
    "方式",
    "意向",
    "字段",
    "登记表",
    "汇总表",
    "申请表",
    "名单",
    "名册",
    "登记",
    "简历",
    "履历",
    "经历",
    "背景",
    "说明",
    "部分",
    "模块",
    "属性",
    "状况",
    "状态",
    "板块",
    "information",
    "info",
    "details",
    "detail",
    "data",
    "profile",
    "section",
    "fields",
    "field",
    "summary",
    "overview",
    "attributes",
    "history",
    "background",
    "experience",
    "preferences",
    "preference",
    "template",
    "list",
    "form",
];

/// Ideographs and letters of a heading: what is longer is a title, or explains something.
const LONG: (usize, usize) = (10, 32);

/// The name without a number and without words that say nothing: 推荐人信息2 is 推荐人.
pub(crate) fn bare(name: &str) -> &str {
    let name = trailing_number(name).map_or(name, |(own, _)| own);
    let rest = SAY_NOTHING.iter().find_map(|word| name.strip_suffix(word)).unwrap_or(name);
    trailing_number(rest).map_or(rest, |(own, _)| own)
}

/// Whether a heading only tells what is below it, or how that is filled in: whose it is it leaves to
/// the row. A title or a sentence does, too.
pub(crate) fn is_plain(text: &str) -> bool {
    if is_title(text) {
        return true;
    }
    let label = normalize::label(text);
    let is_of_own = || normalize::words(text).iter().any(|word| people::is_own(word));
    if rows::is_hint(&label) || hints::says_note(&label) || is_of_own() {
        return true;
    }
    names(text).iter().any(|name| {
        let stem = bare(name);
        let is_own = people::is_own(stem);
        // 被授权人信息 is somebody's.
        let is_someone = stem.ends_with('人') && !is_own;
        is_own
            || stem.is_empty()
            || PLAIN.contains(&stem)
            || PLAIN.contains(&name.as_str())
            || !is_someone && ENDINGS.iter().any(|word| name.ends_with(word))
    })
}

/// Whether a heading is a title, a sentence, or no word at all.
pub(super) fn is_title(text: &str) -> bool {
    let label = normalize::label(text);
    let letters =
        |ascii: bool| label.chars().filter(|c| c.is_alphabetic() && c.is_ascii() == ascii).count();
    let (eastern, latin) = (letters(false), letters(true));
    label.contains([':', '。', ',', ';', '!', '?'])
        || label.chars().filter(char::is_ascii_digit).count() >= 4
        || eastern > LONG.0
        || latin > LONG.1
        || eastern + latin == 0
        || eastern == 0 && latin == 1
}

/// Whether a heading is another person.
pub(crate) fn is_person(text: &str) -> bool {
    names(text).iter().any(|name| people::heads(name) || people::heads_alone(bare(name)))
}

/// Whether a header is another person by name, and not something of theirs: what stands right of it
/// may be theirs. 推荐人 is one, 推荐人电话 and 家庭情况 are none.
pub(crate) fn is_another(text: &str) -> bool {
    names(text).iter().any(|name| {
        let stem = bare(name);
        let stem = stem.strip_suffix("name").unwrap_or(stem);
        people::heads_alone(stem) && !name.ends_with("情况") || people::is_called(stem)
    })
}

/// A text as a whole and in its parts, in their normal form.
pub(super) fn names(text: &str) -> Vec<String> {
    let parts = normalize::parts(text);
    let parts = parts.iter().map(|part| normalize::header(part));
    std::iter::once(normalize::header(text)).chain(parts).filter(|name| !name.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_headings_leave_their_columns_to_the_row() {
        for text in [
            "基本信息",
            "个人信息",
            "联系方式",
            "其他",
            "其它信息",
            "任职信息",
            "入职信息",
            "工作信息",
            "证件信息",
            "学历信息",
            "求职意向",
            "候选人",
            "应聘人信息",
            "员工",
            "个人资料 Personal Details",
            "Contact",
            "Job Details",
            "必填",
            "以下由候选人本人如实填写",
            "制表：李四",
            "XX 科技 2024 年校园招聘",
            "A",
            "調動後",
            "Additional Information",
        ] {
            assert!(is_plain(text), "{text}");
        }
        for text in [
            "代理人",
            "代理人信息",
            "被授权人信息",
            "室友",
            "保荐代表",
            "同学",
            "Agent",
            "Delegate",
            "张三",
        ] {
            assert!(!is_plain(text), "{text}");
        }
    }

    #[test]
    fn another_person_is_told_from_what_is_theirs() {
        for text in [
            "配偶",
            "监护人",
            "证明人信息",
            "猎头顾问",
            "直属领导",
            "联系人",
            "紧急联系人姓名",
            "備用聯繫人",
            "家庭成员",
            "Spouse",
            "NextOfKin",
            "Referee",
            "Recruiter",
            "Emergency Contact Name",
            "配偶 Spouse",
        ] {
            assert!(is_another(text), "{text}");
        }
        for text in [
            "推荐人电话",
            "紧急联系人关系",
            "家庭情况",
            "社会关系",
            "联系方式",
            "家庭住址",
            "项目经理",
            "姓名",
            "Contact",
            "邮箱",
        ] {
            assert!(!is_another(text), "{text}");
        }
    }
}
