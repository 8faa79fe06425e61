//! The headers of other systems' exports (`exports.txt`), with the tenant's lists at hand: nearly all bind,
//! and none binds wrong. With headings above headers: what stands below another person's, another job's or
//! another time's heading is none of the record's.

use std::collections::BTreeMap;

use muster::sandbox::{Behaviour, Required};

use crate::world::World;

/// One sheet of the list.
struct Sheet<'a> {
    kind: &'a str,
    name: &'a str,
    /// Header, what it means, values.
    columns: Vec<(String, &'a str, Vec<&'a str>)>,
}

fn sheets(list: &str) -> Vec<Sheet<'_>> {
    let mut sheets: Vec<Sheet<'_>> = Vec::new();
    for line in list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(title) = line.strip_prefix("= ") {
            let (kind, name) = title.split_once(' ').unwrap();
            sheets.push(Sheet { kind, name, columns: Vec::new() });
            continue;
        }
        let [header, means, values] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
        let columns = &mut sheets.last_mut().unwrap().columns;
        columns.push((header.replace("\\n", "\n"), means, values.split('|').collect()));
    }
    sheets
}

fn csv(columns: &[(String, &str, Vec<&str>)]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(columns.iter().map(|(header, _, _)| header)).unwrap();
    let rows = columns.iter().map(|(_, _, values)| values.len()).max().unwrap();
    for row in 0..rows {
        let cell = |values: &Vec<&str>| values.get(row).copied().unwrap_or_default().to_owned();
        writer.write_record(columns.iter().map(|(_, _, values)| cell(values))).unwrap();
    }
    writer.into_inner().unwrap()
}

/// A world that knows its tenant's lists.
fn world() -> World {
    let behaviour = Behaviour { required: Required::Unset, ..Behaviour::default() };
    let world = World::new().sandbox(behaviour);
    world.run(&["refs", "pull", "--people"]).exits(0);
    world
}

/// What each column of a sheet feeds, by its header without white space.
fn bound(world: &World, kind: &str, bytes: impl AsRef<[u8]>) -> BTreeMap<String, Vec<String>> {
    world.put("t.csv", bytes);
    let said = world.run(&["map", "t.csv", "--kind", kind]).exits(0).stdout;
    let mapping: toml::Table = said.parse().unwrap_or_else(|error| panic!("{error}: {said}"));
    let text = |value: &toml::Value| value.as_str().unwrap().to_owned();
    let mut bound: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for record in mapping["record"].as_array().unwrap() {
        let columns = record.get("columns").and_then(toml::Value::as_table);
        for (header, place) in columns.into_iter().flatten() {
            let places = place
                .as_array()
                .map_or_else(|| vec![text(place)], |places| places.iter().map(text).collect());
            bound.entry(plain(header)).or_default().extend(places);
        }
        let derived = record.get("derive").and_then(toml::Value::as_array);
        for derive in derived.into_iter().flatten() {
            let joined = derive.get("join").and_then(toml::Value::as_array);
            for header in joined.into_iter().flatten() {
                bound.entry(plain(header.as_str().unwrap())).or_default().push(text(&derive["to"]));
            }
        }
    }
    bound
}

fn plain(header: &str) -> String {
    header.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn nearly_all_headers_of_exports_bind_and_none_binds_wrong() {
    let world = world();
    let (mut meant, mut lost, mut wrong) = (0, Vec::new(), Vec::new());
    for sheet in sheets(include_str!("exports.txt")) {
        let bound = bound(&world, sheet.kind, csv(&sheet.columns));
        for (header, means, _) in &sheet.columns {
            let found = bound.get(&plain(header)).map_or(&[][..], Vec::as_slice);
            let name = sheet.name;
            let is_wrong = if *means == "-" {
                // A field that the tenant has added is bound by its name.
                found.iter().any(|place| !place.contains("custom:"))
            } else if let Some(among) = means.strip_prefix('?') {
                found.iter().any(|place| !among.split(',').any(|one| one == *place))
            } else {
                meant += 1;
                if found.is_empty() {
                    lost.push(format!("{name}: {header}"));
                }
                found.iter().any(|place| place != means)
            };
            if is_wrong {
                wrong.push(format!("{name}: {header} is {means}, not {found:?}"));
            }
        }
    }
    assert!(meant > 500, "{meant}");
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(lost.len() * 100 <= meant * 3, "{} of {meant}: {lost:#?}", lost.len());
}

#[test]
fn what_stands_below_the_heading_of_another_job_or_person_is_not_bound() {
    let world = world();
    for heading in [
        "原任职",
        "原任职信息",
        "调动前",
        "异动前",
        "变更前",
        "兼任",
        "借调",
        "历史信息",
        "合同信息",
        "离职信息",
        "Before",
        "Previous Job",
        "HRBP",
        "导师",
    ] {
        let sheet = format!(
            "工号,姓名,生效日期,人员类型,{heading},,\n,,,,部门,职级,失效日期\n\
             N00001,周一,2024-03-01,正式,研发中心/前端组,P5,2024-05-01\n\
             N00002,周二,2024-03-01,正式,研发中心/前端组,P5,2024-05-01\n"
        );
        let bound = bound(&world, "job-data", sheet);
        assert_eq!(bound.len(), 3, "{heading}: {bound:?}");
    }
    for heading in
        ["家长", "家长信息", "联络人", "顾问", "班主任", "岗位要求", "任职要求", "背调联系人"]
    {
        let sheet = format!(
            "姓名,手机号,{heading},,\n,,邮箱,性别,出生日期\n\
             周一,13800138101,a@example.com,男,1990-01-01\n\
             周二,13800138102,b@example.com,女,1990-01-02\n"
        );
        let bound = bound(&world, "talent", sheet);
        assert_eq!(bound.len(), 2, "{heading}: {bound:?}");
    }
}

#[test]
fn of_a_transfer_what_holds_afterwards_is_bound() {
    let world = world();
    let sheet = "工号,姓名,调动前,,调动后,,生效日期\n,,部门,职级,部门,职级,\n\
                 N00001,周一,研发中心/前端组,P5,研发中心/后端组,P6,2024-03-01\n\
                 N00002,周二,研发中心/前端组,P5,研发中心/后端组,P6,2024-03-01\n";
    world.put("transfer.csv", sheet);
    let said = world.run(&["map", "transfer.csv", "--kind", "job-data"]).exits(0).stdout;
    let after = said.lines().any(|line| line.contains("后端组") && line.starts_with('#'));
    assert!(after && !said.contains("\"研发中心/前端组\" ="), "{said}");
}

#[test]
fn below_a_heading_that_adds_nothing_headers_bind_and_so_they_do_behind_it() {
    let world = world();
    for heading in ["基本信息", "个人信息", "员工信息", "任职信息"] {
        let rows =
            "N00001,研发中心/后端组,正式,2024-03-01\nN00002,研发中心/前端组,实习,2024-03-02\n";
        let above = format!("{heading},,,\n工号,部门,人员类型,生效日期\n{rows}");
        let before =
            format!("{heading}-工号,{heading}-部门,{heading}-人员类型,{heading}-生效日期\n{rows}");
        for sheet in [above, before] {
            let bound = bound(&world, "job-data", sheet);
            assert_eq!(bound.len(), 4, "{heading}: {bound:?}");
        }
    }
}
