//! What people do at the company: types of employees, hours, levels, grades, families, jobs, positions.
//!
//! Must *not* know who does it.

use super::ids::{id, kind, nth_of};
use super::name::Name;
use super::records::{
    Company, EmployeeType, Job, JobFamily, JobGrade, JobLevel, Pathway, Position, WorkingHoursType,
};
use super::table::rows;
use super::world;

/// Code, Chinese name, English name. The first is the default, the last is no longer used.
const EMPLOYEE_TYPES: &str = "
ET01|正式|Regular
ET02|实习|Intern
ET03|外包|Outsourced
ET04|劳务派遣|Dispatched
ET05|兼职|Part-time
ET06|顾问|Consultant
ET07|退休返聘|Rehired retiree
ET08|临时工|Temporary
";

/// Code, Chinese name, English name, country.
const HOURS: &str = "
WH01|标准工时制|Standard working hours|CN
WH02|综合计算工时制|Comprehensive working hours|CN
WH03|不定时工时制|Flexible working hours|CN
WH04|兼职工时|Part-time hours|CN
WH05||Salaried exempt|US
";

/// Code, Chinese name, English name.
const PATHWAYS: &str = "
PW-PRO|专业通道|Professional
PW-MGT|管理通道|Management
";

const GRADES: &str = "一等 二等 三等 四等 五等 六等 七等 八等";

/// Code, the one above, Chinese name, English name.
const FAMILIES: &str = "
JF-TECH||技术序列|Technology
JF-DEV|JF-TECH|研发|Development
JF-QA|JF-TECH|测试|Quality
JF-ALGO|JF-TECH|算法|Algorithms
JF-OPS|JF-TECH|运维|Operations
JF-PROD||产品序列|Product
JF-PM|JF-PROD|产品|Product management
JF-DESIGN|JF-PROD|设计|Design
JF-BIZ||业务序列|Business
JF-SALES|JF-BIZ|销售|Sales
JF-MKT|JF-BIZ|市场|Marketing
JF-CS|JF-BIZ|客户成功|Customer success
JF-FUNC||职能序列|Functions
JF-HR|JF-FUNC|人力资源|Human resources
JF-FIN|JF-FUNC|财务|Finance
JF-LEGAL|JF-FUNC|法务|Legal
JF-ADMIN|JF-FUNC|行政|Administration
JF-MGT||管理序列|Management
";

/// Code, Chinese name, English name, family, lowest and highest level, what one is called. The last is no longer used.
const JOBS: &str = "
J-DEV-01|后端工程师|Backend Engineer|JF-DEV|P3|P8|工程师
J-DEV-02|前端工程师|Frontend Engineer|JF-DEV|P3|P8|工程师
J-DEV-03|移动端工程师|Mobile Engineer|JF-DEV|P3|P8|工程师
J-DEV-04|架构师|Architect|JF-DEV|P7|P10|架构师
J-QA-01|测试工程师|QA Engineer|JF-QA|P2|P7|工程师
J-QA-02|测试开发工程师|Test Development Engineer|JF-QA|P3|P8|工程师
J-ALGO-01|算法工程师|Algorithm Engineer|JF-ALGO|P4|P9|工程师
J-ALGO-02|数据分析师|Data Analyst|JF-ALGO|P3|P7|分析师
J-OPS-01|运维工程师|SRE|JF-OPS|P3|P8|工程师
J-OPS-02|数据库管理员|DBA|JF-OPS|P4|P8|工程师
J-PM-01|产品经理|Product Manager|JF-PM|P3|P9|经理
J-PM-02|高级产品经理|Senior Product Manager|JF-PM|P6|P9|经理
J-DS-01|视觉设计师|Visual Designer|JF-DESIGN|P2|P7|设计师
J-DS-02|交互设计师|Interaction Designer|JF-DESIGN|P3|P8|设计师
J-SA-01|销售代表|Sales Representative|JF-SALES|P1|P5|销售
J-SA-02|客户经理|Account Manager|JF-SALES|P3|P7|经理
J-SA-03|大客户经理|Key Account Manager|JF-SALES|P5|P9|经理
J-MK-01|市场专员|Marketing Specialist|JF-MKT|P1|P5|专员
J-MK-02|品牌经理|Brand Manager|JF-MKT|P4|P8|经理
J-CS-01|客户成功经理|Customer Success Manager|JF-CS|P3|P7|经理
J-CS-02|客服专员|Support Specialist|JF-CS|P1|P4|专员
J-HR-01|人力资源专员|HR Specialist|JF-HR|P2|P5|专员
J-HR-02|HRBP|HRBP|JF-HR|P5|P8|专家
J-HR-03|招聘经理|Recruiting Manager|JF-HR|P4|P7|经理
J-FI-01|会计|Accountant|JF-FIN|P2|P6|会计
J-FI-02|财务分析师|Financial Analyst|JF-FIN|P3|P7|分析师
J-LE-01|法务顾问|Legal Counsel|JF-LEGAL|P4|P8|顾问
J-AD-01|行政专员|Office Administrator|JF-ADMIN|P1|P4|专员
J-MG-01|部门经理|Department Manager|JF-MGT|M1|M3|经理
J-MG-02|总监|Director|JF-MGT|M2|M4|总监
J-MG-03|副总裁|Vice President|JF-MGT|M4|M5|副总裁
J-OLD-01|打字员|Typist|JF-ADMIN|P1|P2|专员
";

/// Chinese name, English name, the department's code, job, whether it is a key one.
const POSITIONS: &str = "
后端开发岗|Backend developer|D-RD|J-DEV-01|
前端开发岗|Frontend developer|D-RD|J-DEV-02|
架构岗|Architecture|D-RD|J-DEV-04|key
测试岗|Quality|D-RD|J-QA-01|
算法岗|Algorithms|D-RD|J-ALGO-01|key
产品规划岗|Product planning|D-PD|J-PM-01|
视觉设计岗|Visual design|D-PD|J-DS-01|
销售岗|Sales|D-SA|J-SA-01|
大客户岗|Key accounts|D-SA|J-SA-03|key
市场推广岗|Marketing|D-MK|J-MK-01|
客户成功岗|Customer success|D-CS|J-CS-01|
人力资源岗|Human resources|D-HR|J-HR-01|
会计岗|Accounting|D-FI|J-FI-01|
法务岗|Legal|D-LE|J-LE-01|
行政岗|Administration|D-AD|J-AD-01|
";

const PROFESSIONAL: usize = 10;
const MANAGERS: usize = 5;

/// Adds what people do, but for positions, which belong to departments.
pub(crate) fn fill(company: &mut Company) {
    for (at, [code, zh, en]) in rows(EMPLOYEE_TYPES).enumerate() {
        company.employee_types.push(EmployeeType {
            id: id(kind::EMPLOYEE_TYPE, at as u64 + 1),
            code: code.to_owned(),
            name: Name::new(zh, en),
            inactive: code == "ET08",
            is_default: at == 0,
        });
    }
    for (at, [code, zh, en, country]) in rows(HOURS).enumerate() {
        company.working_hours_types.push(WorkingHoursType {
            id: id(kind::WORKING_HOURS, at as u64 + 1),
            code: code.to_owned(),
            name: Name::new(zh, en),
            inactive: false,
            is_default: at == 0,
            countries: vec![world::country(country)],
        });
    }
    for (at, [code, zh, en]) in rows(PATHWAYS).enumerate() {
        company.pathways.push(Pathway {
            id: id(kind::PATHWAY, at as u64 + 1),
            code: code.to_owned(),
            name: Name::new(zh, en),
            inactive: false,
        });
    }
    for (zh, order) in GRADES.split(' ').zip(1_u32..) {
        company.job_grades.push(JobGrade {
            id: id(kind::GRADE, u64::from(order)),
            code: format!("G{order}"),
            name: Name::new(zh, &format!("Grade {order}")),
            inactive: false,
            order: i64::from(order),
        });
    }
    fill_levels(company);
    fill_jobs(company);
}

/// P1 to P10 and M1 to M5; M1 is as senior as P6.
fn fill_levels(company: &mut Company) {
    let professional = (1..=PROFESSIONAL).map(|n| (format!("P{n}"), n, 1));
    let managers = (1..=MANAGERS).map(|n| (format!("M{n}"), n + 5, 2));
    for (at, (code, order, pathway)) in professional.chain(managers).enumerate() {
        let grade = order.min(GRADES.split(' ').count());
        company.job_levels.push(JobLevel {
            id: id(kind::LEVEL, at as u64 + 1),
            name: Name::new(&code, &code),
            code,
            inactive: false,
            order: i64::try_from(order * 10).unwrap_or(0),
            grades: vec![id(kind::GRADE, grade as u64)],
            pathways: vec![id(kind::PATHWAY, pathway)],
        });
    }
}

fn fill_jobs(company: &mut Company) {
    let families = || rows::<4>(FAMILIES).map(|row| row[0]);
    for (at, [code, parent, zh, en]) in rows(FAMILIES).enumerate() {
        let pathway = if code == "JF-MGT" { 2 } else { 1 };
        let below = rows::<4>(FAMILIES).any(|row| row[1] == code);
        company.job_families.push(JobFamily {
            id: id(kind::FAMILY, at as u64 + 1),
            code: code.to_owned(),
            name: Name::new(zh, en),
            inactive: false,
            parent: nth_of(kind::FAMILY, families(), parent),
            effective: "2020-01-01".to_owned(),
            pathways: vec![id(kind::PATHWAY, pathway)],
            heading: below,
        });
    }
    for (at, [code, zh, en, family, lowest, highest, title]) in rows(JOBS).enumerate() {
        let levels = company.job_levels.iter();
        let levels = levels.skip_while(|level| level.code != lowest);
        let more = levels.clone().position(|level| level.code == highest).unwrap_or(0);
        let levels = levels.take(more + 1).map(|level| level.id.clone()).collect();
        company.jobs.push(Job {
            id: id(kind::JOB, at as u64 + 1),
            code: code.to_owned(),
            name: Name::new(zh, en),
            inactive: code == "J-OLD-01",
            effective: "2021-07-01".to_owned(),
            title: Name::new(title, ""),
            families: vec![nth_of(kind::FAMILY, families(), family)],
            levels,
            pathway: id(kind::PATHWAY, if lowest.starts_with('M') { 2 } else { 1 }),
            working_hours_type: id(kind::WORKING_HOURS, 1),
        });
    }
}

/// Adds positions to the departments that are there.
pub(crate) fn fill_positions(company: &mut Company) {
    for (at, [zh, en, department, job, key]) in rows(POSITIONS).enumerate() {
        let department = company.departments.iter().find(|own| own.code == department);
        let job = company.jobs.iter().find(|own| own.code == job);
        let (Some(department), Some(job)) = (department, job) else { continue };
        company.positions.push(Position {
            id: id(kind::POSITION, at as u64 + 1),
            code: format!("POS-{:03}", at + 1),
            name: Name::new(zh, en),
            inactive: false,
            effective: "2022-01-01".to_owned(),
            department: department.id.clone(),
            job: job.id.clone(),
            families: job.families.clone(),
            levels: job.levels.clone(),
            is_key: !key.is_empty(),
        });
    }
}
