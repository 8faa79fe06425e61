//! Headers of real exports: what must bind, what must not, and the laws of the tables.

use super::*;
use crate::kinds;
use crate::kinds::{job_data::JOB_DATA, talent::TALENT};
use crate::spec::laws::{Normal, violations};

mod exports;

const NORMAL: Normal = Normal { header: normalize::header, label: normalize::label };

/// The path that a header binds to by itself; `?` before it where it needs company.
fn binds(kind: &'static Kind, header: &str) -> Option<String> {
    let meaning = Index::of(kind).resolve(header, &Customs::new())?;
    Some(format!("{}{}", if meaning.sure { "" } else { "?" }, meaning.slot))
}

#[test]
fn every_table_keeps_the_laws() {
    for kind in kinds::ALL {
        assert_eq!(violations(kind, NORMAL), Vec::<String>::new(), "{}", kind.id.label());
    }
}

#[test]
fn every_header_of_a_template_binds_back() {
    for kind in kinds::ALL {
        let fields = kind.fields.iter().map(Target::Field);
        let entries = kind.groups.iter().flat_map(|group| {
            let one = |n| group.fields.iter().map(move |field| Target::Entry { group, n, field });
            one(1).chain(one(2)).chain(one(12)).chain(one(100))
        });
        for target in fields.chain(entries) {
            let slot = Slot { kind: kind.id, target };
            for lang in [Lang::Zh, Lang::En] {
                let header = header_of(&slot, lang);
                assert_eq!(binds(kind, &header), Some(slot.to_string()), "{header}");
            }
            assert_eq!(binds(kind, &slot.to_string()), Some(slot.to_string()));
        }
    }
}

#[test]
fn every_alias_binds_to_its_field_and_no_hint_does() {
    for kind in kinds::ALL {
        for field in kind.fields {
            for name in names(field) {
                assert_eq!(binds(kind, name), Some(field.key.to_owned()), "{name}");
            }
            for hint in field.hints {
                assert_ne!(binds(kind, hint), Some(field.key.to_owned()), "{hint}");
            }
        }
        for group in kind.groups {
            for field in group.fields {
                let path = format!("{}[1].{}", group.key, field.key);
                for name in field.aliases.iter().chain(field.sure) {
                    let sure = group.bare || field.sure.contains(name);
                    let expected = format!("{}{path}", if sure { "" } else { "?" });
                    assert_eq!(binds(kind, name), Some(expected), "{name}");
                }
            }
        }
    }
}

/// 人才: headers of Chinese and English exports, with what they mean.
const TALENT_HEADERS: &[(&str, &str)] = &[
    ("姓名", "basic_info.name"),
    ("姓名*", "basic_info.name"),
    ("*姓名（必填）", "basic_info.name"),
    ("姓  名", "basic_info.name"),
    ("名字", "basic_info.name"),
    ("候选人姓名", "basic_info.name"),
    ("候选人", "basic_info.name"),
    ("应聘者姓名", "basic_info.name"),
    ("姓名 Name", "basic_info.name"),
    ("姓名/Name", "basic_info.name"),
    ("姓名\nName", "basic_info.name"),
    ("Name", "basic_info.name"),
    ("Full Name", "basic_info.name"),
    ("full_name", "basic_info.name"),
    ("FULL-NAME", "basic_info.name"),
    ("Candidate Name", "basic_info.name"),
    ("\u{FEFF}姓名", "basic_info.name"),
    ("手机", "basic_info.mobile"),
    ("手机号", "basic_info.mobile"),
    ("手机号码", "basic_info.mobile"),
    ("手机号码（11位）", "basic_info.mobile"),
    ("联系电话", "basic_info.mobile"),
    ("移动电话", "basic_info.mobile"),
    ("电话", "basic_info.mobile"),
    ("手机/电话", "basic_info.mobile"),
    ("Mobile", "basic_info.mobile"),
    ("Mobile Phone", "basic_info.mobile"),
    ("Phone Number", "basic_info.mobile"),
    ("Phone No.", "basic_info.mobile"),
    ("Phone", "basic_info.mobile"),
    ("Cell", "basic_info.mobile"),
    ("手机国家代码", "basic_info.mobile_country_code"),
    ("国际区号", "basic_info.mobile_country_code"),
    ("Phone Country Code", "basic_info.mobile_country_code"),
    ("邮箱", "basic_info.email"),
    ("电子邮箱", "basic_info.email"),
    ("电子邮件", "basic_info.email"),
    ("邮箱地址", "basic_info.email"),
    ("个人邮箱", "basic_info.email"),
    ("E-mail", "basic_info.email"),
    ("Email Address", "basic_info.email"),
    ("E-Mail Address", "basic_info.email"),
    ("EMAIL", "basic_info.email"),
    ("证件类型", "basic_info.identification.identification_type"),
    ("ID Type", "basic_info.identification.identification_type"),
    ("证件号", "basic_info.identification.identification_number"),
    ("证件号码", "basic_info.identification.identification_number"),
    ("身份证号", "basic_info.identification.identification_number"),
    ("身份证号码(18位)", "basic_info.identification.identification_number"),
    ("身份证", "basic_info.identification.identification_number"),
    ("ID No.", "basic_info.identification.identification_number"),
    ("ID Card Number", "basic_info.identification.identification_number"),
    ("出生日期", "basic_info.birthday"),
    ("出生日期（YYYY-MM-DD）", "basic_info.birthday"),
    ("生日", "basic_info.birthday"),
    ("出生年月", "basic_info.birthday"),
    ("Date of Birth", "basic_info.birthday"),
    ("DOB", "basic_info.birthday"),
    ("Birth Date", "basic_info.birthday"),
    ("参加工作时间", "basic_info.start_work_time"),
    ("参加工作日期", "basic_info.start_work_time"),
    ("首次参加工作时间", "basic_info.start_work_time"),
    ("性别", "basic_info.gender"),
    ("性别（下拉选择）", "basic_info.gender"),
    ("Gender", "basic_info.gender"),
    ("Sex", "basic_info.gender"),
    ("国籍", "basic_info.nationality_id"),
    ("所在城市", "basic_info.current_city_code"),
    ("现居住地", "basic_info.current_city_code"),
    ("Current Location", "basic_info.current_city_code"),
    ("籍贯", "basic_info.hometown_city_code"),
    ("家乡", "basic_info.hometown_city_code"),
    ("期望工作地点", "preferred_city_code_list"),
    ("意向城市", "preferred_city_code_list"),
    ("Preferred Location(s)", "preferred_city_code_list"),
    ("自我评价", "self_evaluation.content"),
    ("简历来源ID", "resume_source_id"),
    ("文件夹ID", "folder_id_list"),
    ("学历", "education_list[1].degree"),
    ("最高学历", "education_list[1].degree"),
    ("学位", "education_list[1].degree"),
    ("Degree", "education_list[1].degree"),
    ("Education Level", "education_list[1].degree"),
    ("学校", "education_list[1].school"),
    ("毕业院校", "education_list[1].school"),
    ("毕业学校", "education_list[1].school"),
    ("院校名称", "education_list[1].school"),
    ("学校名称", "education_list[1].school"),
    ("School", "education_list[1].school"),
    ("University", "education_list[1].school"),
    ("专业", "education_list[1].field_of_study"),
    ("所学专业", "education_list[1].field_of_study"),
    ("Major", "education_list[1].field_of_study"),
    ("Field of Study", "education_list[1].field_of_study"),
    ("入学时间", "education_list[1].start_time"),
    ("入学时间（年月）", "education_list[1].start_time"),
    ("毕业时间", "education_list[1].end_time"),
    ("毕业日期", "education_list[1].end_time"),
    ("Graduation Date", "education_list[1].end_time"),
    ("学习形式", "education_list[1].education_type"),
    ("学校2", "education_list[2].school"),
    ("学校 2", "education_list[2].school"),
    ("学校（2）", "education_list[2].school"),
    ("学校二", "education_list[2].school"),
    ("学校②", "education_list[2].school"),
    ("School 2", "education_list[2].school"),
    ("学历3", "education_list[3].degree"),
    ("教育经历2-学校", "education_list[2].school"),
    ("教育经历（二）学校", "education_list[2].school"),
    ("教育经历2：学校名称", "education_list[2].school"),
    ("教育经历-学校", "education_list[1].school"),
    ("教育经历-学校2", "education_list[2].school"),
    ("第2段教育经历-学校", "education_list[2].school"),
    ("教育经历第二段学校", "education_list[2].school"),
    ("教育背景十二·专业", "education_list[12].field_of_study"),
    ("教育经历开始时间", "education_list[1].start_time"),
    ("教育经历2-结束时间", "education_list[2].end_time"),
    ("Education 2 School", "education_list[2].school"),
    ("education_2_school", "education_list[2].school"),
    ("Education 1 Start Date", "education_list[1].start_time"),
    ("education_list[2].school", "education_list[2].school"),
    ("education_list.school", "education_list[1].school"),
    ("教育经历2-学校 Education 2 School", "education_list[2].school"),
    ("工作经历-公司", "career_list[1].company"),
    ("工作经历1-公司名称", "career_list[1].company"),
    ("工作经历2-入职时间", "career_list[2].start_time"),
    ("公司2", "career_list[2].company"),
    ("前公司", "career_list[1].company"),
    ("Work Experience 1 Company", "career_list[1].company"),
    ("Previous Employer", "career_list[1].company"),
    ("Career 2 End Date", "career_list[2].end_time"),
    ("公司", "?career_list[1].company"),
    ("职位名称", "?career_list[1].title"),
    ("Company", "?career_list[1].company"),
    ("Job Title", "?career_list[1].title"),
    ("项目名称", "?project_list[1].name"),
    ("Project Name", "?project_list[1].name"),
    ("项目2名称", "project_list[2].name"),
    ("项目经历1-项目名称", "project_list[1].name"),
    ("项目描述", "project_list[1].desc"),
    ("作品链接", "works_list[1].link"),
    ("获奖名称", "award_list[1].title"),
    ("奖项2名称", "award_list[2].title"),
    ("语言", "language_list[1].language"),
    ("语种2", "language_list[2].language"),
    ("外语1熟练程度", "language_list[1].proficiency"),
    ("Language 1", "language_list[1].language"),
    ("社交账号2-社交平台", "sns_list[2].sns_type"),
    ("1、您的姓名", "basic_info.name"),
    ("學員姓名", "basic_info.name"),
    ("教师电话", "basic_info.mobile"),
    ("2.手机号（必填）", "basic_info.mobile"),
    ("请填写您的邮箱", "basic_info.email"),
    ("姓名（与身份证一致）", "basic_info.name"),
    ("姓名（中文）", "basic_info.name"),
    ("候选人所在城市", "basic_info.current_city_code"),
    ("Candidate Email Addresses", "basic_info.email"),
    ("candidate_phone", "basic_info.mobile"),
    ("Applicant's Name", "basic_info.name"),
    ("Phone Numbers", "basic_info.mobile"),
    ("邮箱（个人）", "basic_info.email"),
    ("Email (Personal)", "basic_info.email"),
    ("E-mail地址", "basic_info.email"),
    ("phoneNumber", "basic_info.mobile"),
    ("dateOfBirth", "basic_info.birthday"),
    ("Date of Birth (DD/MM/YYYY)", "basic_info.birthday"),
    ("出生日期 YYYY/MM/DD", "basic_info.birthday"),
    ("出生日期（1990-01-01）", "basic_info.birthday"),
    ("籍贯（省/市）", "basic_info.hometown_city_code"),
    ("国籍（地区）", "basic_info.nationality_id"),
    ("行動電話", "basic_info.mobile"),
    ("身分證字號", "basic_info.identification.identification_number"),
    ("電子郵件", "basic_info.email"),
    ("最高學歷", "education_list[1].degree"),
    ("畢業院校", "education_list[1].school"),
    ("工作經歷2-公司名稱", "career_list[2].company"),
    ("教育经历1_学校", "education_list[1].school"),
    ("教育经历[2].学校", "education_list[2].school"),
    ("Education 1 - School", "education_list[1].school"),
    ("school_2", "education_list[2].school"),
    ("edu2_school", "education_list[2].school"),
    ("workExperience2Title", "career_list[2].title"),
    ("第二段教育经历_学校名称", "education_list[2].school"),
    ("School/University", "education_list[1].school"),
    ("学历/Education", "education_list[1].degree"),
    ("最高学历毕业院校", "education_list[1].school"),
    ("最终学历专业", "education_list[1].field_of_study"),
    ("第一学历", "education_list[2].degree"),
    ("第一学历毕业院校", "education_list[2].school"),
    ("全日制教育-学历", "education_list[1].degree"),
    ("在职教育—毕业院校", "education_list[2].school"),
    ("非全日制学历", "education_list[2].degree"),
    ("Most Recent Job Title", "career_list[1].title"),
    ("上家单位", "career_list[1].company"),
    ("连络电话", "basic_info.mobile"),
    ("Mobile Contact No.", "basic_info.mobile"),
    ("Phone #", "basic_info.mobile"),
    ("Staff Name", "basic_info.name"),
    ("應徵者姓名", "basic_info.name"),
    ("出生年/月", "basic_info.birthday"),
    ("当前居住地区", "basic_info.current_city_code"),
    ("Present City", "basic_info.current_city_code"),
    ("希望工作地點", "preferred_city_code_list"),
    ("意向就业城市", "preferred_city_code_list"),
    ("Desired Work Locations", "preferred_city_code_list"),
    ("Highest Qualification", "education_list[1].degree"),
    ("教育水平", "education_list[1].degree"),
    ("毕业大学", "education_list[1].school"),
    ("毕业院校（最高学历）", "education_list[1].school"),
    ("date_graduated", "education_list[1].end_time"),
    ("Graduating Year", "education_list[1].end_time"),
    ("学习形式（全日制/非全日制）", "education_list[1].education_type"),
    ("UG Specialization", "education_list[1].field_of_study"),
    ("PG graduation year", "education_list[2].end_time"),
    ("custom:6934193211960330504", "custom:6934193211960330504"),
    ("module:70[2].custom:69", "module:70[2].custom:69"),
];

/// 任职信息: likewise.
const JOB_DATA_HEADERS: &[(&str, &str)] = &[
    ("雇佣ID", "employment_id"),
    ("雇佣 ID*", "employment_id"),
    ("Employment ID", "employment_id"),
    ("employment_id", "employment_id"),
    ("部门ID", "department_id"),
    ("部门", "department_id"),
    ("所属部门", "department_id"),
    ("部门/Department", "department_id"),
    ("Dept. ID", "department_id"),
    ("人员类型", "employee_type_id"),
    ("人员类型ID", "employee_type_id"),
    ("员工类型", "employee_type_id"),
    ("Employee Type", "employee_type_id"),
    ("生效日期", "effective_time"),
    ("生效时间", "effective_time"),
    ("入职日期", "effective_time"),
    ("入职日期（yyyy/mm/dd）", "effective_time"),
    ("Hire Date", "effective_time"),
    ("Effective Date", "effective_time"),
    ("失效日期", "expiration_time"),
    ("直属上级任职ID", "direct_manager_id"),
    ("直属上级", "direct_manager_id"),
    ("第二直属上级", "second_direct_manager_id"),
    ("虚线上级任职记录ID", "dotted_line_manager_id_list"),
    ("Dotted-line Manager IDs", "dotted_line_manager_id_list"),
    ("试用期开始日期", "probation_start_date"),
    ("试用期结束日期（实际结束日期）", "probation_end_date"),
    ("预计试用期结束日期", "probation_expected_end_date"),
    ("职务", "job_id"),
    ("职级", "job_level_id"),
    ("职务级别 ID", "job_level_id"),
    ("职等ID", "job_grade_id"),
    ("序列", "job_family_id"),
    ("岗位ID", "position_id"),
    ("通道ID", "pathway_id"),
    ("工时制度", "working_hours_type_id"),
    ("工作地点", "work_location_id"),
    ("任职公司", "service_company"),
    ("排班类型", "work_shift"),
    ("work_shift.enum_name", "work_shift"),
    ("薪资类型", "compensation_type"),
    ("成本中心", "cost_center_rate[1].cost_center_id"),
    ("成本中心2", "cost_center_rate[2].cost_center_id"),
    ("成本中心1ID", "cost_center_rate[1].cost_center_id"),
    ("分摊比例（%）", "cost_center_rate[1].rate"),
    ("成本中心2-分摊比例", "cost_center_rate[2].rate"),
    ("Cost Center 2 Rate", "cost_center_rate[2].rate"),
    ("cost_center_rate[2].rate", "cost_center_rate[2].rate"),
    ("僱傭ID", "employment_id"),
    ("部門", "department_id"),
    ("到職日", "effective_time"),
    ("員工類型", "employee_type_id"),
    ("员工所属部门", "department_id"),
    ("hireDate", "effective_time"),
    ("date_of_joining", "effective_time"),
    ("Effective End Date", "expiration_time"),
    ("直线经理", "direct_manager_id"),
    ("Probation Period End Date", "probation_end_date"),
    ("成本中心2比例", "cost_center_rate[2].rate"),
    ("Cost Center %", "cost_center_rate[1].rate"),
    ("Cost Centre Allocation %", "cost_center_rate[1].rate"),
    ("直屬主管", "direct_manager_id"),
    ("直属领导", "direct_manager_id"),
    ("实线经理", "direct_manager_id"),
    ("虚线主管", "dotted_line_manager_id_list"),
    ("第二直接领导", "second_direct_manager_id"),
    ("report_to", "direct_manager_id"),
    ("Staff Type", "employee_type_id"),
    ("职工类别", "employee_type_id"),
    ("试用期结束日", "probation_end_date"),
    ("預計試用期滿日", "probation_expected_end_date"),
    ("Planned End Date of Probation", "probation_expected_end_date"),
    ("入职年月", "effective_time"),
    ("Hired Date", "effective_time"),
    ("Worksite", "work_location_id"),
];

#[test]
fn headers_of_exports_bind() {
    for (header, path) in TALENT_HEADERS {
        assert_eq!(binds(&TALENT, header).as_deref(), Some(*path), "{header:?}");
    }
    for (header, path) in JOB_DATA_HEADERS {
        assert_eq!(binds(&JOB_DATA, header).as_deref(), Some(*path), "{header:?}");
    }
}

/// 人才: what is something else, or may be.
const NOT_TALENT: &[&str] = &[
    "",
    "*",
    "（必填）",
    "序号",
    "备注",
    "工号",
    "部门",
    "英文名",
    "姓名（英文）",
    "姓名拼音",
    "曾用名",
    "联系方式",
    "紧急联系人电话",
    "紧急联系人姓名",
    "家庭电话",
    "Phone (H)",
    "公司邮箱",
    "Work Email",
    "户籍所在地",
    "生源地",
    "出生地",
    "民族",
    "政治面貌",
    "婚姻状况",
    "年龄",
    "工作年限",
    "护照号",
    "第一学位",
    "第一学历学位",
    "全日制教育",
    "在职",
    "在职时间",
    "在职单位",
    "本科毕业院校",
    "毕业院校及专业",
    "毕业院校系及专业",
    "全日制教育-毕业院校系及专业",
    "国家代码",
    "Country Code",
    "Certificate Number",
    "ID号",
    "Graduated",
    "出生日期（农历）",
    "毕业时间（预计）",
    "员工邮箱",
    "Employee Email",
    "Username",
    "候选人状态",
    "候选人公司",
    "人才标签",
    "推荐人电话",
    "Father's Name",
    "职稱",
    "戶籍地址",
    "緊急聯絡人電話",
    "實習經歷-公司",
    "education[0].school",
    "教育经历",
    "工作经历",
    "教育经历2",
    "获奖荣誉",
    "Languages",
    "Work Experience",
    "Major/Optional Subjects",
    "开始时间",
    "结束时间",
    "Start Date",
    "描述",
    "名称",
    "名称2",
    "开始时间2",
    "入职日期",
    "应聘职位",
    "当前公司",
    "期望薪资",
    "英语水平",
    "微信号",
    "简历来源",
    "创建人",
    "init_source_id",
    "education_list[1].id",
    "education_list[0].school",
    "学校0",
    "学校101",
    "primary_job_data",
    "姓名/手机",
    "姓名/职位",
    "学校/工作单位",
    "姓名/申请人",
    "Name/Contact Information",
    "手机\n紧急联系人",
    "Name (as in passport)",
    "Applicant #",
    "Staff Email",
    "职工邮箱",
    "掌握语言",
    "语言等级",
    "工作履历名称",
    "Social Links",
    "Work Start Time",
    "Candidate Languages",
    "Emergency Contact's Mobile",
    "Contact's Mobile",
    "workId",
    "现单位",
    "目前公司",
    "求职意向",
    "目标职位",
    "生日礼物",
    "出生年度",
];

/// 任职信息: likewise.
const NOT_JOB_DATA: &[&str] = &[
    "姓名",
    "Employee ID",
    "岗位",
    "职位",
    "公司",
    "转正日期",
    "离职日期",
    "用工形式",
    "岗位编码",
    "部门负责人",
    "部門主管",
    "Business Unit",
    "Position Code",
    "Manager ID",
    "Original Hire Date",
    "任职开始日期",
    "试用期（月）",
    "primary_job_data",
    "assignment_start_reason",
    "任职原因",
    "custom:123",
    "学校",
    "Dotted Line Reports",
    "人才序列",
    "人员序列",
    "Job Applicant",
    "Previous Department",
    "Direct Reports",
    "Employment Type",
    "任职开始日",
    "直属领导电话",
    "Manager's Department",
    "部门 %",
    "Work Number",
    "Contract Expiry Date",
    "试用期截止日",
];

#[test]
fn what_may_mean_something_else_does_not_bind() {
    for header in NOT_TALENT {
        assert_eq!(binds(&TALENT, header), None, "{header:?}");
    }
    for header in NOT_JOB_DATA {
        assert_eq!(binds(&JOB_DATA, header), None, "{header:?}");
    }
}

/// Whoever is not the person of the row.
const STRANGERS: &[&str] = &[
    "紧急联系人",
    "父亲",
    "配偶",
    "子女",
    "推荐人",
    "证明人",
    "面试官",
    "招聘负责人",
    "客户联系人",
    "单位联系人",
    "辅导员",
    "部门负责人",
    "创建人",
    "前雇主",
];
const STRANGERS_EN: &[&str] = &[
    "Emergency Contact",
    "Father",
    "Spouse",
    "Kin 1",
    "Referrer",
    "Referee",
    "Recruiter",
    "Hiring Manager",
    "Interviewer",
    "Client Contact",
    "Previous Manager",
    "Contact Person",
];

/// Their names alone say who they are.
const SUPERIORS: &[&str] = &["直属上级", "上级"];
const SUPERIORS_EN: &[&str] = &["Manager", "Direct Manager", "Supervisor"];

#[test]
fn what_is_said_of_a_stranger_is_not_bound() {
    let zh = [
        "姓名",
        "电话",
        "手机号码",
        "邮箱",
        "身份证号",
        "出生日期",
        "性别",
        "籍贯",
        "学历",
        "职级",
    ];
    let en = ["Full Name", "Phone No.", "Mobile", "Email", "Date of Birth", "Gender", "Job Level"];
    let mut headers = Vec::new();
    for stranger in STRANGERS.iter().chain(SUPERIORS) {
        headers.extend(
            zh.iter().flat_map(|of| [format!("{stranger}{of}"), format!("{stranger}-{of}")]),
        );
    }
    for stranger in STRANGERS_EN.iter().chain(SUPERIORS_EN) {
        headers.extend(en.iter().flat_map(|of| {
            let snake = format!("{stranger}_{of}").replace(' ', "_").to_lowercase();
            [
                format!("{stranger} {of}"),
                format!("{stranger}'s {of}"),
                format!("{of} of {stranger}"),
                snake,
            ]
        }));
    }
    let mut superiors = 0;
    for header in headers {
        for kind in kinds::ALL {
            match binds(kind, &header).as_deref() {
                None => {}
                Some("direct_manager_id") => {
                    let name = normalize::header(&header);
                    assert!(name.contains("姓名") || name.contains("name"), "{header}");
                    superiors += 1;
                }
                Some(path) => panic!("{header}: {path}"),
            }
        }
    }
    assert_eq!(superiors, 2 * SUPERIORS.len() + 4 * SUPERIORS_EN.len());
}

/// Every body field of 创建人才, by hand, without `init_source_id`, the unusable `id` of list
/// items, and `customized_data`.
const TALENT_BODY: &str = "/resume_source_id /folder_id_list /creator_id /creator_account_type \
    /resume_attachment_id /basic_info/name /basic_info/mobile /basic_info/mobile_country_code \
    /basic_info/email /basic_info/identification/identification_type \
    /basic_info/identification/identification_number /basic_info/start_work_time \
    /basic_info/birthday /basic_info/gender /basic_info/nationality_id \
    /basic_info/current_city_code /basic_info/hometown_city_code /preferred_city_code_list \
    /self_evaluation/content /education_list/*/degree /education_list/*/school \
    /education_list/*/field_of_study /education_list/*/start_time /education_list/*/end_time \
    /education_list/*/education_type /education_list/*/academic_ranking /career_list/*/company \
    /career_list/*/title /career_list/*/desc /career_list/*/start_time /career_list/*/end_time \
    /career_list/*/career_type /project_list/*/name /project_list/*/role /project_list/*/link \
    /project_list/*/desc /project_list/*/start_time /project_list/*/end_time /works_list/*/link \
    /works_list/*/desc /works_list/*/attachment_id /award_list/*/title /award_list/*/award_time \
    /award_list/*/desc /language_list/*/language /language_list/*/proficiency \
    /sns_list/*/sns_type /sns_list/*/link";

/// All 25 body fields of 创建任职信息, by hand; the two enum objects by their `enum_name`.
const JOB_DATA_BODY: &str = "/job_level_id /job_grade_id /employee_type_id \
    /working_hours_type_id /work_location_id /department_id /job_id /probation_start_date \
    /probation_end_date /primary_job_data /employment_id /effective_time /expiration_time \
    /job_family_id /assignment_start_reason /probation_expected_end_date /direct_manager_id \
    /dotted_line_manager_id_list /second_direct_manager_id /cost_center_rate/*/cost_center_id \
    /cost_center_rate/*/rate /work_shift/enum_name /compensation_type/enum_name /service_company \
    /position_id /pathway_id";

#[test]
fn every_body_field_of_the_documents_is_in_its_table_and_nothing_else() {
    for (kind, body) in [(&TALENT, TALENT_BODY), (&JOB_DATA, JOB_DATA_BODY)] {
        let mut table: Vec<String> = kind.fields.iter().map(|f| f.pointer.to_owned()).collect();
        table.extend(kind.constants.iter().map(|(pointer, _)| (*pointer).to_owned()));
        for group in kind.groups {
            table.extend(group.fields.iter().map(|f| format!("{}/*{}", group.pointer, f.pointer)));
        }
        table.sort();
        let mut documented: Vec<&str> = body.split_whitespace().collect();
        documented.sort_unstable();
        assert_eq!(table, documented, "{}", kind.id.label());
    }
}

#[test]
fn the_required_fields_are_those_of_the_documents() {
    let required = |kind: &Kind| -> Vec<&str> {
        kind.fields.iter().filter(|field| field.required).map(|field| field.key).collect()
    };
    assert_eq!(required(&TALENT), ["basic_info.name"]);
    let mut keys = required(&JOB_DATA);
    keys.sort_unstable();
    assert_eq!(keys, ["department_id", "effective_time", "employee_type_id", "employment_id"]);
}

#[test]
fn ambiguous_labels_are_in_no_list() {
    use crate::spec::FieldType;
    let words = |key: &str| -> Vec<&str> {
        let scalars = TALENT.fields.iter();
        let field = scalars
            .chain(TALENT.groups.iter().flat_map(|group| group.fields))
            .find(|field| field.key == key)
            .unwrap();
        let FieldType::Choice(choices) = field.ty else { panic!("{key} is no choice") };
        choices
            .iter()
            .flat_map(|c| [c.zh, c.en].into_iter().chain(c.aliases.iter().copied()))
            .collect()
    };
    let degrees = words("degree");
    for word in
        ["研究生", "大学", "在职研究生", "研究生班", "同等学力", "肄业", "结业", "专升本", "博士后"]
    {
        assert!(!degrees.contains(&word), "{word}");
    }
    let documents = words("basic_info.identification.identification_type");
    for word in ["港澳通行证", "香港身份证", "居住证", "通行证"] {
        assert!(!documents.contains(&word), "{word}");
    }
}
