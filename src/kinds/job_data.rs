//! The table of job data (任职信息, API document 创建任职信息): all 25 body fields, two of them constant.
//!
//! Most columns hold IDs. A header that names the thing (部门) is taken as the ID's column: a name
//! in its cells is then an error of the cell, not a value sent.
//!
//! Must not know: spreadsheets, the network, how anything here is matched or parsed.

use super::endpoints;
use crate::spec::{
    Field, FieldType, Form, Group, IdOf, IdTypeOf, KeyField, KeyKind, Kind, KindId, Mark, People,
    Remote, Rule, Search, Words,
};

/// Fields outside groups, in the order of the API document's example.
static FIELDS: &[Field] = &[
    Field::new(
        "job_level_id",
        "/job_level_id",
        ("职级ID", "Job Level ID"),
        FieldType::Id(IdOf::JobLevel),
        "6890452208593372679",
    )
    .shown(&["/job_level_id"], Form::Plain)
    .aliases(&[
        "岗位职级",
        "当前职级",
        "现职级",
        "任职职级",
        "职级",
        "职务级别ID",
        "职务级别",
        "Job Level",
    ])
    .hints(&["岗位级别", "岗位等级", "职位等级", "职层", "Grade Level", "级别", "Level"]),
    Field::new(
        "job_grade_id",
        "/job_grade_id",
        ("职等ID", "Job Grade ID"),
        FieldType::Id(IdOf::JobGrade),
        "6890452208593372679",
    )
    .shown(&["/job_grade_id"], Form::Plain)
    .aliases(&["当前职等", "现职等", "职等", "Job Grade", "Grade Code"])
    .hints(&["Grade"]),
    Field::new(
        "employee_type_id",
        "/employee_type_id",
        ("人员类型ID", "Employee Type ID"),
        FieldType::Id(IdOf::EmployeeType),
        "6890452208593372679",
    )
    .shown(&["/employee_type_id"], Form::Plain)
    .aliases(&[
        "人员性质",
        "员工性质",
        "用工性质",
        "人员分类",
        "用工类别",
        "雇员类型",
        "Type of Employee",
        "Staff Type",
        "人员类型",
        "人员类别",
        "员工类型",
        "员工类型ID",
        "员工类别",
        "用工类型",
        "Employee Type",
        "Worker Type",
        "Workforce Type",
        "Employee Class",
        "Person Type",
        "User Person Type",
    ])
    .hints(&[
        "聘用类型",
        "聘用形式",
        "Contract Type",
        "雇佣类型",
        "雇佣形式",
        "用工关系类型",
        "Worker Category",
        "Employee Category",
        "用工形式",
        "员工状态",
        "Employment Type",
    ])
    .required(),
    Field::new(
        "working_hours_type_id",
        "/working_hours_type_id",
        ("工时制度ID", "Working Hours Type ID"),
        FieldType::Id(IdOf::WorkingHoursType),
        "6890452208593372679",
    )
    .shown(&["/working_hours_type_id"], Form::Plain)
    .aliases(&[
        "工时制类型",
        "工时制度类型",
        "Working Hours System",
        "Working Hour System",
        "Work Hours Type",
        "Working Time Type",
        "Working Time System",
        "工时制度",
        "工时制",
        "工时类型",
        "工时类型ID",
        "Working Hours Type",
        "Working Hour Type",
    ])
    .hints(&["工时", "Working Hours"]),
    Field::new(
        "work_location_id",
        "/work_location_id",
        ("工作地点ID", "Work Location ID"),
        FieldType::Id(IdOf::WorkLocation),
        "6890452208593372679",
    )
    .shown(&["/work_location_id"], Form::Plain)
    .aliases(&[
        "Location Name",
        "Location Code",
        "任职地点",
        "上班地点",
        "工作场所",
        "办公场所",
        "工作地点城市",
        "Job Location",
        "Primary Work Location",
        "工作所在地",
        "Place of Work",
        "Workplace Location",
        "工作地点",
        "工作地",
        "办公地点",
        "办公地点ID",
        "Work Location",
        "Working Location",
        "Office Location",
    ])
    .hints(&[
        "常驻地点",
        "常驻城市",
        "工作地址",
        "办公地址",
        "Site",
        "Branch",
        "工作城市",
        "办公城市",
        "地点",
        "Location",
        "Office",
    ]),
    Field::new(
        "department_id",
        "/department_id",
        ("部门ID", "Department ID"),
        FieldType::Id(IdOf::Department),
        "6890452208593372679",
    )
    .shown(&["/department_id"], Form::Plain)
    .aliases(&[
        "部门全称",
        "行政组织",
        "Department Number",
        "主部门",
        "隶属部门",
        "入职部门",
        "Current Department",
        "Working Department",
        "归属部门",
        "归属部门ID",
        "所属部门编号ID",
        "Assigned Department",
        "部门",
        "所属部门",
        "所属部门ID",
        "所在部门",
        "所在部门ID",
        "任职部门",
        "任职部门ID",
        "Department",
        "Dept",
        "Dept ID",
    ])
    .hints(&[
        "所属组织",
        "现部门",
        "业务单元",
        "Business Unit",
        "Division",
        "Home Department",
        "Supervisory Organization",
        "一级部门",
        "二级部门",
        "组织",
        "组织名称",
        "Org",
    ])
    .note("与 department_id_type 一致", "in the configured department_id_type")
    .required(),
    Field::new(
        "job_id",
        "/job_id",
        ("职务ID", "Job ID"),
        FieldType::Id(IdOf::Job),
        "6890452208593372679",
    )
    .shown(&["/job_id"], Form::Plain)
    .aliases(&["职务", "职务名称", "现任职务", "现职务", "Job"])
    .hints(&[
        "职称",
        "Job Profile",
        "Designation",
        "岗位",
        "职位",
        "职位名称",
        "岗位名称",
        "岗位编码",
        "职位编码",
        "Job Title",
        "Title",
        "Position",
        "Position Name",
        "Position Code",
    ]),
    Field::new(
        "probation_start_date",
        "/probation_start_date",
        ("试用期开始日期", "Probation Start Date"),
        FieldType::Date,
        "2018-03-16",
    )
    .shown(&["/probation_start_date"], Form::Day)
    .aliases(&[
        "试用期起",
        "Probation From Date",
        "Trial Period Start Date",
        "Trial Start Date",
        "试用起始日期",
        "试用起始时间",
        "试用期开始年月日",
        "Probation Period Start",
        "Probation Period Start Date",
        "Probation From",
        "试用期开始时间",
        "试用期起始日期",
        "试用期起始时间",
        "试用开始日期",
        "试用开始时间",
        "试用期开始",
        "Probation Start Time",
        "Probation Start",
    ])
    .hints(&["试用期"]),
    Field::new(
        "probation_end_date",
        "/probation_end_date",
        ("试用期结束日期", "Probation End Date"),
        FieldType::Date,
        "2018-09-15",
    )
    .shown(&["/probation_end_date"], Form::Day)
    .aliases(&[
        "Probation To Date",
        "Trial Period End Date",
        "Trial End Date",
        "试用期结束",
        "试用期终止日期",
        "试用期终止时间",
        "Probation End",
        "Probation Period End",
        "Probation Period End Date",
        "Probationary Period End Date",
        "Probationary End Date",
        "试用期结束时间",
        "试用期实际结束日期",
        "实际试用期结束日期",
        "试用期结束日期（实际结束日期）",
        "试用结束日期",
        "试用结束时间",
        "Actual Probation End Date",
        "Probation Actual End Date",
        "Probation End Time",
    ])
    .hints(&[
        "转正日",
        "Confirmation Date",
        "转正日期",
        "实际转正日期",
        "转正时间",
        "试用期截止日期",
        "试用期到期日",
    ])
    .note("实际结束日期", "the actual end"),
    Field::new(
        "employment_id",
        "/employment_id",
        ("雇佣ID", "Employment ID"),
        FieldType::Id(IdOf::Employment),
        "6893014062142064135",
    )
    .shown(&["/employment_id"], Form::Plain)
    .aliases(&["员工雇佣ID", "雇佣信息ID", "雇佣记录ID", "雇员雇佣ID"])
    .codes(&[
        "工号",
        "员工工号",
        "员工编号",
        "员工号",
        "员工编码",
        "人员编号",
        "人员编码",
        "人员工号",
        "职工号",
        "Employee Code",
        "Employee Number",
        "Employee No",
        "Person Number",
        "Staff No",
    ])
    .hints(&[
        "Worker ID",
        "Associate ID",
        "ID",
        "员工ID",
        "人员ID",
        "用户ID",
        "人事ID",
        "雇员ID",
        "Employee ID",
        "Staff ID",
        "User ID",
        "Open ID",
    ])
    .note(
        "与 user_id_type 一致；不是工号",
        "in the configured user_id_type; not the employee number",
    )
    .required(),
    Field::new(
        "effective_time",
        "/effective_time",
        ("生效时间", "Effective Time"),
        FieldType::DateMidnight,
        "2018-03-16",
    )
    .shown(&["/effective_time"], Form::Day)
    .aliases(&[
        "生效起始日期",
        "生效开始日期",
        "Effective From Date",
        "Effective Since",
        "Effective Start",
        "Hired On",
        "Joined On",
        "DOJ",
        "Date of Employment",
        "Employment Date",
        "Date Employed",
        "Employment Start Date",
        "Employee Start Date",
        "Company Join Date",
        "Onboard Date",
        "入司日期",
        "入司时间",
        "入职年月日",
        "到职日",
        "到职日期",
        "到职时间",
        "Effective Start Date",
        "Effective From",
        "Date Hired",
        "Date Joined",
        "Joined Date",
        "生效日期",
        "任职生效时间",
        "任职生效日期",
        "入职日期",
        "入职时间",
        "Effective Date",
        "Hire Date",
        "Date of Hire",
        "Hiring Date",
        "Onboarding Date",
        "Date of Joining",
        "Join Date",
        "Joining Date",
        "Entry Date",
    ])
    .hints(&[
        "任职开始日",
        "Appointment Date",
        "First Day of Work",
        "报到日期",
        "任职开始日期",
        "任职日期",
        "首次入职日期",
        "集团入职日期",
        "Event Date",
        "Original Hire Date",
        "开始日期",
        "开始时间",
        "到岗日期",
        "转正日期",
        "合同开始日期",
        "Start Date",
    ])
    .required(),
    Field::new(
        "expiration_time",
        "/expiration_time",
        ("失效时间", "Expiration Time"),
        FieldType::DateMidnight,
        "2099-12-31",
    )
    .shown(&["/expiration_time"], Form::Day)
    .aliases(&[
        "Effective End",
        "Effective To Date",
        "失效年月日",
        "Effective End Date",
        "Effective To",
        "失效日期",
        "任职失效时间",
        "任职失效日期",
        "Expiration Date",
        "Expiry Date",
    ])
    .hints(&[
        "任职结束日期",
        "Termination Date",
        "Last Working Day",
        "结束日期",
        "离职日期",
        "合同结束日期",
        "合同到期日",
        "End Date",
    ]),
    Field::new(
        "job_family_id",
        "/job_family_id",
        ("职务序列ID", "Job Family ID"),
        FieldType::Id(IdOf::JobFamily),
        "1245678",
    )
    .shown(&["/job_family_id"], Form::Plain)
    .aliases(&["岗位序列", "职位序列", "职务序列", "序列", "序列ID", "Job Family"])
    .hints(&["职位族", "岗位族", "人才序列", "人员序列", "员工序列", "职族"]),
    Field::new(
        "probation_expected_end_date",
        "/probation_expected_end_date",
        ("预计试用期结束日期", "Expected Probation End Date"),
        FieldType::Date,
        "2018-09-15",
    )
    .shown(&["/probation_expected_end_date"], Form::Day)
    .aliases(&[
        "试用期结束日期预计",
        "试用期结束日预计",
        "预计试用期满",
        "预计试用期满日",
        "预计试用期届满日",
        "预计试用期到期日",
        "预计试用期截止日",
        "预计试用到期日",
        "试用期预计结束",
        "预计试用结束日期",
        "预计试用期结束",
        "Expected Probation End",
        "Planned Probation End Date",
        "试用期预计结束日期",
        "预计试用期结束时间",
        "试用期预计结束时间",
        "Probation Expected End Date",
    ])
    .hints(&[
        "计划转正日期",
        "试用期满日",
        "试用期届满日",
        "预计转正日期",
        "试用期截止日期",
        "试用期到期日",
        "Expected Confirmation Date",
    ]),
    Field::new(
        "direct_manager_id",
        "/direct_manager_id",
        ("直属上级任职ID", "Direct Manager ID"),
        FieldType::Id(IdOf::JobData),
        "6890452208593372679",
    )
    .shown(&["/direct_manager/job_data_id"], Form::Plain)
    .aliases(&[
        "上级主管",
        "汇报上级",
        "上级领导",
        "上级",
        "Manager",
        "Supervisor",
        "直属主管",
        "直属领导",
        "直接主管",
        "直接领导",
        "汇报经理",
        "Direct Leader",
        "Solid Line Manager",
        "Reporting Officer",
        "Reporting Line Manager",
        "Reporting Supervisor",
        "直线经理",
        "直线经理ID",
        "直线上级",
        "直接汇报对象",
        "直接汇报上级",
        "实线上级",
        "实线汇报对象",
        "Reporting To",
        "Reporting Manager",
        "Direct Line Manager",
        "Immediate Supervisor",
        "Immediate Manager",
        "直属上级任职记录ID",
        "直属上级的任职记录ID",
        "直属上级ID",
        "直属主管ID",
        "直接主管ID",
        "直属上级",
        "直接上级",
        "直接上级ID",
        "直接上级任职ID",
        "汇报对象",
        "Direct Manager",
        "Direct Manager Job Data ID",
        "Direct Supervisor",
        "Line Manager",
        "Line Manager ID",
        "Reports To",
    ])
    .codes(&[
        "直属上级工号",
        "直接上级工号",
        "上级工号",
        "直线经理工号",
        "汇报对象工号",
        "汇报上级工号",
    ])
    .hints(&["部门负责人", "领导", "Manager ID"])
    .note("上级的任职记录 ID，不是雇佣 ID", "the manager's job data ID, not the employment ID"),
    Field::new(
        "dotted_line_manager_id_list",
        "/dotted_line_manager_id_list",
        ("虚线上级任职ID", "Dotted-line Manager IDs"),
        FieldType::IdList(IdOf::JobData),
        "6890452208593372681",
    )
    .shown_as_set("/dotted_line_managers", "/job_data_id")
    .aliases(&[
        "虚线主管",
        "虚线领导",
        "Dotted Reporting Manager",
        "Dotted Line Reporting Manager",
        "Dotted Line Reporting To",
        "虚线经理",
        "虚线经理ID",
        "虚线汇报上级",
        "Dotted Line Supervisor",
        "虚线上级任职记录ID",
        "虚线上级的任职记录ID",
        "虚线上级ID",
        "虚线上级",
        "虚线汇报对象",
        "Dotted Line Manager",
        "Dotted Line Managers",
        "Dotted Line Manager ID",
        "Dotted Line Manager ID List",
        "Matrix Manager",
        "Matrix Managers",
    ])
    .hints(&["Dotted Line Report"])
    .note("可多个，用分号分开", "several, separated by semicolons"),
    Field::new(
        "second_direct_manager_id",
        "/second_direct_manager_id",
        ("第二直属上级任职ID", "Second Direct Manager ID"),
        FieldType::Id(IdOf::JobData),
        "6890452208593372679",
    )
    .shown(&["/second_direct_manager/job_data_id"], Form::Plain)
    .aliases(&[
        "第二直接上级",
        "第二上级",
        "Second Level Manager",
        "第二实线经理",
        "Secondary Direct Manager",
        "第二直属上级任职记录ID",
        "第二直属上级的任职记录ID",
        "第二直属上级ID",
        "第二直属上级",
        "第二实线上级",
        "Second Direct Manager",
        "Second Manager ID",
    ])
    .hints(&["间接上级", "隔级上级"]),
    Field::new(
        "work_shift",
        "/work_shift/enum_name",
        ("排班类型", "Work Shift"),
        FieldType::Id(IdOf::WorkShift),
        "work_shift",
    )
    .shown(&["/work_shift/enum_name"], Form::Plain)
    .aliases(&["排班方式", "排班制度", "排班", "Work Shift Type", "Shift Type"])
    .hints(&["考勤班次", "班别", "Default Shift", "班次", "班制", "Shift"])
    .note("选项的 api_name", "the option's api_name"),
    Field::new(
        "compensation_type",
        "/compensation_type/enum_name",
        ("薪资类型", "Compensation Type"),
        FieldType::Id(IdOf::CompensationType),
        "monthly_salary",
    )
    .shown(&["/compensation_type/enum_name"], Form::Plain)
    .aliases(&["薪酬类型"])
    .hints(&["Pay Rate Type", "工资类型", "计薪方式", "Salary Type", "Pay Type"])
    .note("选项的 api_name", "the option's api_name"),
    Field::new(
        "service_company",
        "/service_company",
        ("任职公司ID", "Service Company ID"),
        FieldType::Id(IdOf::Company),
        "6890452208593372680",
    )
    .shown(&["/service_company"], Form::Plain)
    .aliases(&[
        "公司编码",
        "公司代码",
        "Company Name",
        "Company Code",
        "公司名称",
        "服务公司",
        "归属公司",
        "归属公司ID",
        "任职公司",
        "所属公司",
        "所属公司ID",
        "公司ID",
        "Service Company",
        "Company ID",
    ])
    .hints(&[
        "合同签订公司",
        "Legal Employer",
        "Subcompany",
        "签约公司",
        "劳动合同主体",
        "公司",
        "合同公司",
        "法人公司",
        "签约主体",
        "合同主体",
        "Company",
        "Legal Entity",
    ]),
    Field::new(
        "position_id",
        "/position_id",
        ("岗位ID", "Position ID"),
        FieldType::Id(IdOf::Position),
        "6890452208593372679",
    )
    .shown(&["/position_id"], Form::Plain)
    .aliases(&["飞书岗位", "Feishu Position"])
    .hints(&[
        "岗位",
        "职位",
        "岗位名称",
        "岗位编码",
        "职位编码",
        "Position Name",
        "Position Code",
        "职位ID",
        "职位名称",
        "Position",
        "Job Title",
        "Title",
        "职务",
        "职务名称",
    ]),
    Field::new(
        "pathway_id",
        "/pathway_id",
        ("通道ID", "Pathway ID"),
        FieldType::Id(IdOf::Pathway),
        "6890452208593372671",
    )
    .shown(&["/pathway_id"], Form::Plain)
    .aliases(&[
        "职业发展通道",
        "职业发展通道ID",
        "职业路径",
        "Career Path",
        "通道",
        "职业通道",
        "职业通道ID",
        "发展通道",
        "Pathway",
        "Career Pathway",
    ]),
];

/// 成本中心分摊.
static COST_CENTER: &[Field] = &[
    Field::new(
        "cost_center_id",
        "/cost_center_id",
        ("成本中心ID", "Cost Center ID"),
        FieldType::Id(IdOf::CostCenter),
        "6950635856373745165",
    )
    .shown(&["/cost_center_id"], Form::Plain)
    .aliases(&[
        "成本中心名称",
        "成本中心编码",
        "成本中心代码",
        "成本中心编号",
        "Cost Center Name",
        "Cost Center Code",
        "Cost Center Number",
        "所属成本中心",
        "归属成本中心",
        "主成本中心",
        "Primary Cost Center",
        "Default Cost Center",
        "Home Cost Center",
        "成本中心",
        "支持的成本中心ID",
        "支持的成本中心",
        "Cost Center",
        "Cost Centre",
        "Cost Centre ID",
    ])
    .hints(&["ID"]),
    Field::new("rate", "/rate", ("分摊比例", "Allocation Rate"), FieldType::Percent, "100")
        .shown(&["/new_rate", "/rate"], Form::Number)
        .aliases(&[
            "Cost Center Percent",
            "Cost Center Allocation Percent",
            "Allocation Percent",
            "Cost Allocation Percentage",
            "成本中心分摊占比",
            "成本中心分摊百分比",
            "分摊百分比",
            "分摊占比",
            "成本中心分摊率",
            "Cost Center Allocation Percentage",
            "Cost Center Rate",
            "Cost Centre Percentage",
            "Cost Centre Rate",
            "Cost Center Allocation Rate",
            "成本中心比例",
            "成本中心分摊比例",
            "成本分摊比例",
            "成本中心占比",
            "Cost Center Percentage",
            "Cost Center Share",
            "Allocation Percentage",
        ])
        .hints(&["比例", "占比", "Rate", "Percentage", "Share"])
        .note("整数百分比，合计 100", "whole per cent, 100 in all"),
];

/// Repeating groups.
static GROUPS: &[Group] = &[Group {
    key: "cost_center_rate",
    pointer: "/cost_center_rate",
    zh: "成本中心分摊",
    en: "Cost Center Allocation",
    aliases: &["成本中心", "成本分摊", "成本中心分摊信息", "Cost Center", "Cost Centre"],
    fields: COST_CENTER,
    bare: true,
    customs: None,
    shown: Some("/cost_center_rates"),
    max: 100,
}];

/// A date that is hardly so many years ahead.
const fn near(key: &'static str, ahead: i16) -> Rule {
    Rule::Lived { group: None, key, born: None, ahead }
}

/// Checks over several cells. The API document's own example has `probation_expected_end_date`
/// before `probation_start_date`: only a warning.
static RULES: &[Rule] = &[
    Rule::Ordered {
        group: None,
        first: "probation_start_date",
        second: "probation_end_date",
        warn: false,
    },
    Rule::Ordered {
        group: None,
        first: "probation_start_date",
        second: "probation_expected_end_date",
        warn: true,
    },
    Rule::Ordered { group: None, first: "effective_time", second: "expiration_time", warn: false },
    Rule::Ordered {
        group: None,
        first: "effective_time",
        second: "probation_end_date",
        warn: true,
    },
    Rule::Ordered {
        group: None,
        first: "effective_time",
        second: "probation_expected_end_date",
        warn: true,
    },
    near("effective_time", 1),
    near("probation_start_date", 1),
    near("probation_end_date", 2),
    near("probation_expected_end_date", 2),
    Rule::EntryNeeds { group: "cost_center_rate", keys: &["cost_center_id", "rate"] },
    Rule::SumsTo { group: "cost_center_rate", share: "rate", of: "cost_center_id", total: 100 },
];

/// The first job data of an employment in Feishu CoreHR.
pub static JOB_DATA: Kind = Kind {
    id: KindId::JobData,
    zh: "任职信息",
    en: "job data",
    words: Words {
        module: ("飞书人事（企业版）", "Feishu CoreHR"),
        into: ("飞书人事（企业版）", "Feishu CoreHR"),
        zh: "条任职信息",
        one: "job data record",
        many: "job data records",
    },
    people: People::Employees,
    telling: &["employment_id"],
    fields: FIELDS,
    groups: GROUPS,
    customs: &[],
    modules: None,
    rules: RULES,
    constants: &[
        ("/primary_job_data", "true"),
        ("/assignment_start_reason", r#"{"enum_name":"onboarding"}"#),
    ],
    keys: &[KeyField { kind: KeyKind::Employment, field: "employment_id", scope: None }],
    name: None,
    own: &[],
    marks: &[(Mark::Effective, "effective_time"), (Mark::Department, "department_id")],
    makes: Some((IdOf::JobData, KeyKind::Employment)),
    remote: Remote {
        create: &endpoints::JOB_DATA_CREATE,
        query: &[("user_id_type", IdTypeOf::User), ("department_id_type", IdTypeOf::Department)],
        search: Search::OfEmployment {
            records: &endpoints::JOB_DATA_BATCH_GET,
            employees: &endpoints::EMPLOYEE_BATCH_GET,
        },
    },
};
