//! What hire knows of the company: modules of a talent with fields of its own, sources of résumés, folders; and the
//! places of hire, which have codes of their own.
//!
//! Must *not* know talents.

use super::ids::{id, kind};
use super::name::Name;
use super::records::Company;
use super::table::rows;
use super::talents::{ResumeSource, TalentField, TalentFolder, TalentModule, TalentOption};

/// A module: a name and its English. A field below it, after a dot: the same, `object_type`, what it is (`!` required,
/// `c` custom, `-` switched off), options: numbered from one on where no number is said, `-` switched off.
const MODULES: &str = "
基本信息|Basic information|11|!
.姓名|Name|1|!
.手机|Mobile|10|
.邮箱|Email|10|
.证件|Identification|10|
.证件类型|ID type|3||1=身份证;2=护照;-3=港澳居民居住证;5=其他证件;6=回乡证（港澳同胞）
.出生日期|Birthday|5|
.性别|Gender|3||男;女;其他
.所在城市|Current city|10|
.婚姻状况|Marital status|3|c|未婚;已婚;离异
.期望薪资|Expected salary|9|c
.是否接受出差|Accepts travel|3|!c|接受;不接受;视情况而定
.技能标签|Skills|4|c|Java;Go;Python;前端;算法
.可到岗日期|Available from|5|c
.旧系统编号|Legacy number|1|c-
教育经历|Education|11|
.学校|School|1|!
.专业|Field of study|1|
.学历|Degree|3||5=大专;6=本科;7=硕士;8=博士
.学校类别|Kind of school|3|c|985;211;双一流;海外;其他
工作经历|Career|11|
.公司|Company|1|!
.职位|Title|1|
.离职原因|Reason for leaving|2|c
项目经历|Projects|11|
.项目名称|Name|1|!
.项目角色|Role|1|
内部评估|Assessment|11|c
.评估日期|Day|5|c
.评估结果|Result|3|c|优;良;中;差
.评估人|By|1|c
";

/// Chinese name, English name, type. The last is switched off.
const SOURCES: &str = "
内推|Referral|10000
猎头|Headhunter|10001
内部推荐（活水）|Internal|10002
BOSS直聘|BOSS Zhipin|10003
智联招聘|Zhaopin|10003
前程无忧|51job|10003
猎聘|Liepin|10003
官网投递|Career site|10003
LinkedIn|LinkedIn|10004
校园宣讲会|Campus talk|10005
其他|Other|10006
历史人才库导入|Legacy import|10006
外部推荐|External referral|10007
旧招聘系统|Old system|10006
";

const FOLDERS: [&str; 6] =
    ["2026 迁移", "高潜人才", "校招储备", "黑名单待核实", "算法方向", "前端方向"];

/// Adds what hire knows.
pub(crate) fn fill(company: &mut Company) {
    for (at, [name, en, kind, what, options]) in rows(MODULES).enumerate() {
        let id = id(kind::TALENT_OBJECT, at as u64 + 1);
        let (custom, required) = (what.contains('c'), what.contains('!'));
        let closed = what.contains('-');
        match (name.strip_prefix('.'), company.talent_modules.last_mut()) {
            (Some(name), Some(module)) => module.fields.push(TalentField {
                id,
                name: Name::new(name, en),
                kind: kind.parse().unwrap_or(1),
                custom,
                required,
                closed,
                options: options_of(options),
            }),
            _ => company.talent_modules.push(TalentModule {
                id,
                name: Name::new(name, en),
                custom,
                required,
                closed,
                fields: Vec::new(),
            }),
        }
    }
    for (at, [zh, en, kind]) in rows(SOURCES).enumerate() {
        company.resume_sources.push(ResumeSource {
            id: if at == 0 { "10000".to_owned() } else { id(kind::SOURCE, at as u64) },
            name: Name::new(zh, en),
            kind: kind.to_owned(),
            closed: zh == "旧招聘系统",
        });
    }
    let owner = company.employees.first().map(|own| own.id.clone()).unwrap_or_default();
    for (name, nth) in FOLDERS.iter().zip(1..) {
        let id = id(kind::FOLDER, nth);
        let (name, owner) = ((*name).to_owned(), owner.clone());
        company.talent_folders.push(TalentFolder { id, name, owner });
    }
}

fn options_of(options: &str) -> Vec<TalentOption> {
    let named = options.split(';').filter(|name| !name.is_empty()).zip(1..);
    named
        .map(|(named, nth): (&str, u32)| {
            let (closed, named) = named.strip_prefix('-').map_or((false, named), |own| (true, own));
            let (key, name) = named
                .split_once('=')
                .map_or_else(|| (nth.to_string(), named), |(key, name)| (key.to_owned(), name));
            TalentOption { key, name: Name::new(name, ""), closed }
        })
        .collect()
}
