//! From a rehearsal to the day itself: a roster with names over three sheets goes into a test tenant, with a
//! kill in the middle, and then, as it is, into the real one, where every ID is another.

use std::fmt::Write as _;
use std::sync::Arc;

use muster::sandbox::{APP_ID, APP_SECRET, Behaviour, Company, Ledger, References};
use serde_json::{Value, json};

use crate::world::{World, until};

/// Rows of the roster; `MUSTER_GOLIVE_ROWS` for more.
#[expect(clippy::disallowed_methods, reason = "how many rows a developer wants")]
fn rows() -> usize {
    std::env::var("MUSTER_GOLIVE_ROWS").ok().and_then(|n| n.parse().ok()).unwrap_or(120)
}

const CENTRES: [&str; 6] =
    ["研发中心", "销售中心", "职能中心", "生产/制造", "华北大区", "华南大区"];
const GROUPS: [&str; 5] = ["后端组", "前端组", "综合部", "测试组", "财务部"];
const LEVELS: [&str; 4] = ["P4", "P5", "P6", "M1"];

/// A company in which everything is called the same, with IDs of its own.
fn company(base: u64, people: usize) -> Value {
    let id = |kind: u64, n: usize| (base + kind * 1_000_000 + n as u64).to_string();
    let mut departments = vec![json!({ "id": id(1, 0), "code": "D0", "name": "远山科技有限公司" })];
    for (n, centre) in CENTRES.iter().enumerate() {
        let own = id(1, 100 * (n + 1));
        departments.push(
            json!({ "id": own, "code": format!("D{n}"), "name": centre, "parent": id(1, 0) }),
        );
        for (m, group) in GROUPS.iter().enumerate() {
            departments.push(json!({
                "id": id(1, 100 * (n + 1) + m + 1), "code": format!("D{n}{m}"), "name": group, "parent": own,
            }));
        }
    }
    let named = |kind: u64, names: &[&str]| -> Vec<Value> {
        let all = names.iter().enumerate();
        all.map(
            |(n, name)| json!({ "id": id(kind, n), "code": format!("C{kind}{n}"), "name": name }),
        )
        .collect()
    };
    let employees: Vec<Value> = (0..people)
        .map(|n| {
            json!({
                "id": id(5, n), "person": id(6, n), "number": number(n), "name": name(n),
                "email": format!("staff{n}@example.com"), "hired": "2024-05-01", "department": id(1, 0),
            })
        })
        .collect();
    json!({
        "departments": departments, "employee_types": named(2, &["正式", "实习"]),
        "job_levels": named(3, &LEVELS), "locations": named(4, &["北京总部", "深圳分部"]),
        "employees": employees,
    })
}

fn number(n: usize) -> String {
    format!("E{n:05}")
}

fn name(n: usize) -> String {
    const FAMILY: [&str; 7] = ["赵", "钱", "孙", "李", "周", "吴", "郑"];
    const GIVEN: [&str; 9] = ["伟", "芳", "娜", "敏", "静", "磊", "洋", "勇", "艳"];
    format!("{}{}{}", FAMILY[n % 7], GIVEN[n % 9], GIVEN[n / 9 % 9])
}

/// The manager of the n-th, who is nobody's for the first.
fn manager(n: usize) -> Option<usize> {
    (n > 0).then(|| (n - 1) / 5)
}

fn department(n: usize) -> (usize, usize) {
    (n % CENTRES.len(), n / CENTRES.len() % GROUPS.len())
}

/// Three sheets of shuffled rows.
fn roster(people: usize) -> Vec<u8> {
    let header = ["工号", "姓名", "部门", "人员类型", "职级", "入职日期", "工作地点", "直属上级"];
    let mut book = rust_xlsxwriter::Workbook::new();
    let step = 89;
    assert!(!people.is_multiple_of(step), "a prime that divides the number of rows misses some");
    let shuffled: Vec<usize> = (0..people).map(|n| n * step % people).collect();
    for (sheet, part) in ["总部", "大区", "其他"].iter().zip(shuffled.chunks(people.div_ceil(3)))
    {
        let sheet = book.add_worksheet().set_name(*sheet).unwrap();
        for (column, text) in (0..).zip(header) {
            sheet.write_string(0, column, text).unwrap();
        }
        for (row, n) in (1..).zip(part.iter().copied()) {
            let (centre, group) = department(n);
            let between = ["/", "-", " > ", "\\"][n % 4];
            let above = manager(n).map_or_else(String::new, |above| match n % 3 {
                0 => number(above),
                1 => format!("{}({})", name(above), number(above)),
                _ => format!("staff{above}@example.com"),
            });
            let cells = [
                number(n),
                name(n),
                format!("{}{between}{}", CENTRES[centre], GROUPS[group]),
                ["正式", "实习"][n % 2].to_owned(),
                LEVELS[n % LEVELS.len()].to_owned(),
                "2024-05-01".to_owned(),
                ["北京总部", "深圳分部"][n % 2].to_owned(),
                above,
            ];
            for (column, text) in (0..).zip(&cells) {
                sheet.write_string(row, column, text).unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

/// Everybody once, with this tenant's own IDs, and below a manager who was made before.
fn is_right(ledger: &Ledger, base: u64, people: usize) {
    assert!(ledger.violations.is_empty(), "{:?}", ledger.violations);
    assert!(ledger.duplicates.is_empty() && ledger.refusals.is_empty(), "{:?}", ledger.refusals);
    assert_eq!(ledger.job_data.len(), people);
    let id = |kind: u64, n: usize| (base + kind * 1_000_000 + n as u64).to_string();
    let place = |n: usize| {
        let employment = id(5, n);
        ledger.job_data.iter().position(|made| made.employment_id == employment).unwrap()
    };
    for n in 0..people {
        let own = &ledger.job_data[place(n)];
        let (centre, group) = department(n);
        assert_eq!(own.body["department_id"], id(1, 100 * (centre + 1) + group + 1), "{n}");
        assert_eq!(own.body["employee_type_id"], id(2, n % 2), "{n}");
        assert_eq!(own.body["job_level_id"], id(3, n % LEVELS.len()), "{n}");
        assert_eq!(own.body["work_location_id"], id(4, n % 2), "{n}");
        let above = manager(n).map(|above| {
            assert!(place(above) < place(n), "{n} before {above}");
            ledger.job_data[place(above)].id.as_str()
        });
        assert_eq!(own.body["direct_manager_id"].as_str(), above, "{n}");
    }
}

fn tenant(base: u64, people: usize) -> World {
    let company = Company::from_json(&company(base, people).to_string()).unwrap();
    World::new().sandbox(Behaviour {
        references: References::Exist,
        tenant: Some(Arc::new(company)),
        ..Behaviour::default()
    })
}

#[test]
fn a_roster_with_names_goes_into_a_test_tenant_and_then_into_the_real_one() {
    let people = rows();
    let tenants = [("test", 7_000_000_000_000_000_000), ("prod", 8_000_000_000_000_000_000)];
    let served = tenants.map(|(_, base)| tenant(base, people));
    let mut toml = String::new();
    for ((profile, _), tenant) in tenants.iter().zip(&served) {
        let (address, shown) = (tenant.address(), *profile);
        writeln!(
            toml,
            "[profile.{shown}]\ntenant_name = \"{shown}\"\nbase_url = \"{address}\"\napp_id = \"{APP_ID}\"\n\
             app_secret_file = \"secret.txt\"\n"
        )
        .unwrap();
    }
    let desk = World::new()
        .file("secret.txt", APP_SECRET)
        .file("muster.toml", toml)
        .file("roster.xlsx", roster(people));
    let import = ["import", "roster.xlsx", "--kind", "job-data", "--yes"];
    for (n, (profile, base)) in tenants.into_iter().enumerate() {
        let of = |words: &[&str]| [words, &["--profile", profile]].concat().join(" ");
        let run = |words: &[&str]| desk.run(&of(words).split(' ').collect::<Vec<_>>());
        run(&["refs", "pull", "--people"]).exits(0);
        let checked =
            run(&["check", "roster.xlsx", "--kind", "job-data", "--json"]).exits(0).json();
        assert_eq!(checked["valid"], people, "{checked}");
        let mut child = desk.command(&of(&import).split(' ').collect::<Vec<_>>()).spawn().unwrap();
        until("a third of them are made", || served[n].ledger().job_data.len() >= people / 3);
        child.kill().unwrap();
        child.wait().unwrap();
        assert!(served[n].ledger().job_data.len() < people, "it was cut off");
        served[n].settled();
        run(&["resume", "--yes"]).exits(0);
        is_right(&served[n].ledger(), base, people);
        let again = run(&[&import[..], &["--json"]].concat()).exits(0).json();
        assert_eq!(again["counts"]["unchanged"], people, "{again}");
        assert!(desk.path().join(".muster").join(profile).join("journal.db").exists());
    }
}

#[test]
fn a_profile_whose_journal_stands_where_an_earlier_muster_left_it_makes_nobody_twice() {
    let served = tenant(7_000_000_000_000_000_000, 3);
    let toml = format!(
        "[profile.test]\nbase_url = \"{}\"\napp_id = \"{APP_ID}\"\napp_secret_file = \"secret.txt\"\n",
        served.address()
    );
    let desk = World::new().file("secret.txt", APP_SECRET).file("muster.toml", toml);
    desk.put("staff.csv", crate::world::talents_csv(2));
    let import = ["import", "staff.csv", "--kind", "talent", "--profile", "test", "--yes"];
    desk.run(&[&import[..], &["--journal", ".muster/journal.db"]].concat()).exits(0);
    let again = desk.run(&[&import[..], &["--json"]].concat()).exits(0).json();
    assert_eq!(again["counts"]["unchanged"], 2, "{again}");
    assert!(!desk.path().join(".muster/test").exists());
    let odd = ["check", "staff.csv", "--kind", "talent", "--profile", "../other"];
    desk.run(&odd).exits(2).says("config-value");
}

#[test]
fn what_resolves_in_one_tenant_only_is_told_before_the_day() {
    let (first, second) =
        (company(7_000_000_000_000_000_000, 4), company(8_000_000_000_000_000_000, 4));
    let mut renamed = second.to_string().replace("\"P6\"", "\"P6 资深\"");
    renamed = renamed.replace("\"深圳分部\"", "\"深圳办公室\"");
    let tenants = [("test", first.to_string()), ("prod", renamed)];
    let served = tenants.map(|(profile, company)| {
        let company = Arc::new(Company::from_json(&company).unwrap());
        (profile, World::new().sandbox(Behaviour { tenant: Some(company), ..Behaviour::default() }))
    });
    let mut toml = String::new();
    for (profile, world) in &served {
        let address = world.address();
        writeln!(
            toml,
            "[profile.{profile}]\nbase_url = \"{address}\"\napp_id = \"{APP_ID}\"\napp_secret_file = \"secret.txt\"\n"
        )
        .unwrap();
    }
    let desk = World::new().file("secret.txt", APP_SECRET).file("muster.toml", toml);
    desk.put("roster.xlsx", roster(4));
    let check =
        ["check", "roster.xlsx", "--kind", "job-data", "--profile", "test", "--profile", "prod"];
    desk.run(&["refs", "pull", "--people", "--profile", "test"]).exits(0);
    desk.run(&check).exits(2).says("muster refs pull --profile prod");
    desk.run(&["refs", "pull", "--people", "--profile", "prod"]).exits(0);
    let told = desk.run(&check).exits(10);
    for text in [
        "test: 4 valid, 0 invalid",
        "prod: 1 valid, 3 invalid",
        "职级 «P6»  test ✓  prod ✗ name-unknown (1 cell, from E",
        "工作地点 «深圳分部»  test ✓  prod ✗ name-unknown (2 cells, from G",
    ] {
        assert!(told.stdout.contains(text), "{text}: {}", told.stdout);
    }
    assert!(!told.stdout.contains("部门"), "{}", told.stdout);
    let json = desk.run(&[&check[..], &["--json"]].concat()).exits(10).json();
    assert_eq!(json["differing"].as_array().map(Vec::len), Some(2), "{json}");
    let import = ["import", "roster.xlsx", "--profile", "test", "--profile", "prod", "--yes"];
    desk.run(&import).exits(2).says("profile-twice");
    assert!(served.iter().all(|(_, world)| world.ledger().job_data.is_empty()));
}
