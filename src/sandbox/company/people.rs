//! The company's people: five hundred with job data, and forty who have none yet, whose job data can be imported.
//!
//! Must *not* know requests or answers. All of them are invented, and their numbers follow one another.

use super::ids::{id, kind};
use super::name::Name;
use super::records::{Company, Employee, Job};

/// Those with job data.
const SETTLED: usize = 500;
/// Those without, the last ones.
const NEW: usize = 40;

const SURNAMES: &str = "王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 程 曹 袁 邓 许 傅 沈 曾 彭 吕 欧阳 司马";
const PINYIN: &str = "Wang Li Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Hu Zhu Gao Lin He Guo Ma Luo Liang Song Zheng Xie Han Tang Feng Yu Dong Xiao Cheng Cao Yuan Deng Xu Fu Shen Zeng Peng Lü Ouyang Sima";
const GIVEN: &str = "芳 敏 静 丽 强 磊 军 洋 勇 艳 杰 涛 明 超 秀兰 霞 平 刚 桂英 建华 文博 子轩 雨桐 思远 嘉怡 浩然 欣怡 俊杰 梓涵 一诺 晓东 志强 海燕 国庆 春梅 新宇 天佑 若曦";
const GIVEN_PINYIN: &str = "Fang Min Jing Li Qiang Lei Jun Yang Yong Yan Jie Tao Ming Chao Xiulan Xia Ping Gang Guiying Jianhua Wenbo Zixuan Yutong Siyuan Jiayi Haoran Xinyi Junjie Zihan Yinuo Xiaodong Zhiqiang Haiyan Guoqing Chunmei Xinyu Tianyou Ruoxi";

/// The two who share a name; they are in different departments.
const NAMESAKES: [usize; 2] = [41, 342];

/// By the first part of a department's code: the jobs of those who work in it.
const JOBS: &[(&str, &[&str])] = &[
    ("D-RD", &["J-DEV-01", "J-DEV-02", "J-QA-01", "J-ALGO-01", "J-OPS-01"]),
    ("D-PD", &["J-PM-01", "J-DS-01", "J-DS-02"]),
    ("D-MK", &["J-MK-01", "J-MK-02"]),
    ("D-SA", &["J-SA-01", "J-SA-02", "J-SA-03"]),
    ("D-CS", &["J-CS-01", "J-CS-02"]),
    ("D-HR", &["J-HR-01", "J-HR-02"]),
    ("D-FI", &["J-FI-01", "J-FI-02"]),
    ("D-LE", &["J-LE-01"]),
    ("D-SC", &["J-AD-01", "J-QA-01"]),
    ("D-IN", &["J-SA-02", "J-CS-01"]),
    ("D-AD", &["J-AD-01"]),
    ("D-ST", &["J-FI-02"]),
    ("D-CEO", &["J-AD-01"]),
];

/// Adds the people; the first in a department leads it.
pub(crate) fn fill(company: &mut Company) {
    let open: Vec<usize> = (0..company.departments.len())
        .filter(|at| company.departments.get(*at).is_some_and(|own| !own.inactive))
        .collect();
    for nth in 0..SETTLED + NEW {
        let Some(at) = open.get(nth % open.len().max(1)).copied() else { return };
        let leads = nth < open.len();
        let employee = person(company, nth, at, leads);
        if leads && let Some(department) = company.departments.get_mut(at) {
            department.manager.clone_from(&employee.id);
        }
        company.employees.push(employee);
    }
    let heads: Vec<String> = open
        .iter()
        .filter_map(|at| Some(company.departments.get(*at)?.manager.clone()))
        .take(company.cost_centers.len())
        .collect();
    for (cost_center, head) in company.cost_centers.iter_mut().zip(heads) {
        cost_center.managers = vec![head];
    }
}

fn person(company: &Company, nth: usize, at: usize, leads: bool) -> Employee {
    let number = nth as u64 + 1;
    let department = company.departments.get(at).cloned().unwrap_or_default();
    let above = company.departments.iter().find(|own| own.id == department.parent);
    let leader = if leads { above.map(|own| &own.manager) } else { Some(&department.manager) };
    let has_left = !leads && nth < SETTLED && nth.is_multiple_of(17);
    let job = job_of(company, &department.code, at, nth, leads);
    let level = job.and_then(|job| job.levels.get(nth % job.levels.len().max(1)));
    let office = company.locations.iter().filter(|own| own.street != Name::default());
    let offices: Vec<&str> =
        office.filter(|own| !own.inactive).map(|own| own.id.as_str()).collect();
    let (year, month, day) = (2018 + nth % 8, 1 + nth % 12, 1 + nth % 28);
    let new = nth >= SETTLED;
    Employee {
        id: id(kind::EMPLOYMENT, number),
        person: id(kind::PERSON, number),
        job_data: if new { String::new() } else { id(kind::JOB_DATA, number) },
        number: number_of(nth),
        name: name_of(nth),
        email: format!("staff{number:04}@morningstar.example.com"),
        mobile: (13_800_138_000 + number).to_string(),
        gender: ["male", "female"].get(nth % 2).map_or("other", |own| own).to_owned(),
        hired: if new {
            format!("2025-12-{day:02}")
        } else {
            format!("{year}-{month:02}-{day:02}")
        },
        left: if has_left { "2025-11-30".to_owned() } else { String::new() },
        department: department.id,
        manager: leader.cloned().unwrap_or_default(),
        kind: company
            .employee_types
            .get(if nth % 9 == 8 { 1 + nth % 5 } else { 0 })
            .map_or_else(String::new, |own| own.id.clone()),
        level: level.cloned().unwrap_or_default(),
        job: job.map_or_else(String::new, |job| job.id.clone()),
        family: job.and_then(|job| job.families.first()).cloned().unwrap_or_default(),
        pathway: job.map_or_else(String::new, |job| job.pathway.clone()),
        location: offices.get(nth % offices.len().max(1)).copied().unwrap_or_default().to_owned(),
        working_hours_type: id(kind::WORKING_HOURS, 1),
        company: id(kind::COMPANY, 1 + (nth % 3) as u64),
        cost_center: department.cost_center,
    }
}

/// `A00001` and on; here and there one that is a number, one of them with zeros in front.
fn number_of(nth: usize) -> String {
    match nth {
        _ if nth >= SETTLED => format!("N{:05}", nth - SETTLED + 1),
        77 => "000477".to_owned(),
        _ if nth % 25 == 24 => (10_210 + nth).to_string(),
        _ => format!("A{:05}", nth + 1),
    }
}

fn name_of(nth: usize) -> Name {
    if NAMESAKES.contains(&nth) {
        return Name::new("张伟", "Zhang Wei");
    }
    let (surnames, given) = (SURNAMES.split(' ').count(), GIVEN.split(' ').count());
    // The step shares no divisor with the number of names, so that no two are alike.
    let at = nth * 1009 % (surnames * given);
    let word = |words: &'static str, at: usize| words.split(' ').nth(at).unwrap_or_default();
    let (first, second) = (at % surnames, at / surnames);
    let zh = format!("{}{}", word(SURNAMES, first), word(GIVEN, second));
    Name::new(&zh, &format!("{} {}", word(PINYIN, first), word(GIVEN_PINYIN, second)))
}

/// What somebody does: those who lead are managers, the others by the branch that they are in.
fn job_of<'c>(
    company: &'c Company,
    code: &str,
    at: usize,
    nth: usize,
    leads: bool,
) -> Option<&'c Job> {
    let branch = (0..=at).rev().find_map(|at| {
        let code = company.departments.get(at)?.code.as_str();
        JOBS.iter().find(|(branch, _)| *branch == code)
    });
    let wanted = match branch {
        _ if leads && code == "D-00" => "J-MG-03",
        _ if leads => "J-MG-01",
        Some((_, jobs)) => jobs.get(nth % jobs.len())?,
        None => "J-AD-01",
    };
    company.jobs.iter().find(|job| job.code == wanted)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn people_are_as_many_and_as_alike_as_they_should_be() {
        let company = Company::morning_star();
        let all = &company.employees;
        assert_eq!(all.len(), SETTLED + NEW);
        let distinct = |of: &dyn Fn(&Employee) -> String| {
            all.iter().map(of).collect::<BTreeSet<String>>().len()
        };
        assert_eq!(distinct(&|own| own.number.clone()), all.len());
        assert_eq!(distinct(&|own| own.name.zh.clone()), all.len() - 1, "two are called 张伟");
        let namesakes: Vec<&Employee> = all.iter().filter(|own| own.name.is("张伟")).collect();
        assert_ne!(namesakes[0].department, namesakes[1].department);
        assert!(all.iter().any(|own| own.number.bytes().all(|b| b.is_ascii_digit())));
        assert!(all.iter().filter(|own| !own.left.is_empty()).count() > 5);
        assert_eq!(all.iter().filter(|own| own.job_data.is_empty()).count(), NEW);
        let ids: BTreeSet<&str> = all.iter().map(|own| own.id.as_str()).collect();
        let stray = all.iter().filter(|own| !own.manager.is_empty());
        assert_eq!(stray.filter(|own| !ids.contains(own.manager.as_str())).count(), 0);
        assert_eq!(all.iter().filter(|own| own.manager.is_empty()).count(), 1, "who leads all");
        assert!(all.iter().all(|own| !own.level.is_empty() && !own.location.is_empty()));
    }
}
