//! Templates as people fill them in: what `muster template` writes checks clean once there are
//! people in it, in the save of LibreOffice too.

use std::io::{Cursor, Read as _, Write as _};

use muster::kinds;
use muster::problem::Lang;
use muster::spec::KindId;
use muster::template::{self, Selection};

use crate::world::World;

const SHEET: &str = "xl/worksheets/sheet1.xml";

/// The template's workbook after somebody copied the example row to these rows and typed over the
/// named columns. A row 2 replaces the example.
fn filled(book: &[u8], rows: &[u32], typed: impl Fn(u32) -> Vec<(String, String)>) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        if name == SHEET {
            let sheet = String::from_utf8(bytes).unwrap();
            bytes = with_rows(&sheet, rows, &typed).into_bytes();
        }
        out.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(&bytes).unwrap();
    }
    out.finish().unwrap().into_inner()
}

fn with_rows(sheet: &str, rows: &[u32], typed: &impl Fn(u32) -> Vec<(String, String)>) -> String {
    let begin = sheet.find("<row r=\"2\"").unwrap();
    let end = begin + sheet[begin..].find("</row>").unwrap() + "</row>".len();
    let example = &sheet[begin..end];
    let kept = if rows.contains(&2) { "" } else { example };
    let mut added = String::new();
    for row in rows {
        let typed = typed(*row);
        let mut cells = example.split("<c ");
        added += &cells.next().unwrap().replace("r=\"2\"", &format!("r=\"{row}\""));
        for cell in cells {
            let column = cell.trim_start_matches("r=\"").split('2').next().unwrap();
            let own = typed.iter().find(|(at, _)| at == column);
            let text = match own {
                Some((_, text)) => {
                    let end = if cell.ends_with("</row>") { "</row>" } else { "" };
                    format!(
                        "<c r=\"{column}{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>{end}"
                    )
                }
                None => format!("<c {}", cell.replacen("2\"", &format!("{row}\""), 1)),
            };
            added.push_str(&text);
        }
    }
    format!("{}{kept}{added}{}", &sheet[..begin], &sheet[end..])
}

/// What a person types over a copy of the example: the columns that make them themselves.
fn person(kind: KindId, selection: &Selection, row: u32) -> Vec<(String, String)> {
    let own = |path: &str| match path {
        "basic_info.name" => Some(format!("测试{row}")),
        "basic_info.mobile" => Some(format!("1380013900{row}")),
        "basic_info.email" => Some(format!("test{row}@example.com")),
        "basic_info.identification.identification_number" => Some(
            ["119999199003071011", "119999199003071038", "119999199003071054"]
                [usize::try_from(row % 3).unwrap()]
            .to_owned(),
        ),
        "employment_id" => Some(format!("689301406214206414{row}")),
        _ => None,
    };
    let columns = template::columns(kinds::of(kind), selection);
    let typed = (0u32..).zip(&columns).filter_map(|(at, column)| {
        Some((muster::sheet::address::column_name(at), own(&column.path)?))
    });
    typed.collect()
}

#[track_caller]
fn clean(world: &World, file: &str, valid: u64, skipped: u64) {
    let json = world.run(&["check", file, "--json"]).exits(0).json();
    assert_eq!(json["problems"], serde_json::json!([]), "{file}");
    assert_eq!(json["valid"], valid, "{file}");
    assert_eq!(json["rows"].as_u64().unwrap() - json["blank"].as_u64().unwrap(), valid + skipped);
}

#[test]
fn a_filled_in_template_checks_clean() {
    let world = World::new();
    for kind in KindId::ALL {
        for lang in [Lang::Zh, Lang::En] {
            for all in [false, true] {
                let table = kinds::of(*kind);
                let usual = Selection::usual(table);
                let selection = if all { usual.with(table, "all").unwrap() } else { usual };
                let book = template::workbook(table, &selection, lang).unwrap();
                let typed = |row| person(*kind, &selection, row);
                world.put("below.xlsx", filled(&book, &[3, 4], typed));
                clean(&world, "below.xlsx", 2, 1);
                // a person in the place of the example is a person
                world.put("over.xlsx", filled(&book, &[2, 3], typed));
                clean(&world, "over.xlsx", 2, 0);
                world.put("empty.xlsx", &book);
                world.run(&["check", "empty.xlsx"]).exits(2);
            }
        }
    }
}

#[test]
fn the_save_of_libreoffice_checks_clean() {
    let world = World::new();
    for name in [
        "template-talent-libreoffice.xlsx",
        "template-talent-libreoffice.csv",
        "template-job-data-libreoffice.xlsx",
    ] {
        let path = format!("{}/samples/{name}", env!("CARGO_MANIFEST_DIR"));
        world.put(name, std::fs::read(path).unwrap());
        clean(&world, name, 2, 1);
    }
}

#[test]
fn columns_are_chosen_by_name_and_a_slip_is_answered() {
    let world = World::new();
    let with = "教育:1,career:0,语言:2,国籍";
    let ran = world.run(&["template", "talent", "-o", "t.xlsx", "--with", with, "--json"]);
    let json = ran.exits(0).json();
    let paths: Vec<_> =
        json["columns"].as_array().unwrap().iter().map(|path| path.as_str().unwrap()).collect();
    assert!(paths.contains(&"language_list[2].proficiency"));
    assert!(paths.contains(&"basic_info.nationality_id"));
    assert!(!paths.iter().any(|path| path.starts_with("career") || path.contains("list[3]")));
    world
        .run(&["template", "talent", "-o", "u.xlsx", "--with", "eduction:2"])
        .exits(2)
        .says("did you mean `education`?")
        .says("Language");
    assert!(!world.path().join("u.xlsx").exists());
    world.run(&["template", "talent", "-o", "t.csv", "--lang", "zh"]).exits(0).says(".xlsx");
    let csv = std::fs::read_to_string(world.path().join("t.csv")).unwrap();
    let mut lines = csv.lines();
    assert!(lines.next().unwrap().starts_with("\u{FEFF}姓名 * / Name,"));
    assert!(lines.next().unwrap().starts_with("示例：张三,"));
}

/// Headings and example row of a template that the tenant's own lists have made, as a CSV to be filled in.
fn sheet(world: &World, name: &str) -> Vec<Vec<String>> {
    use calamine::Reader as _;
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(world.path().join(name)).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

/// A table as CSV.
fn csv(rows: &[Vec<String>]) -> String {
    let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(",");
    rows.iter().map(line).collect::<Vec<_>>().join("\n") + "\n"
}

#[test]
fn a_template_of_the_tenant_offers_its_names_and_what_is_chosen_is_imported() {
    use muster::sandbox::{Behaviour, References, Required};
    for lang in ["zh", "en"] {
        let (references, required) = (References::Exist, Required::Shown);
        let behaviour = Behaviour { references, required, ..Behaviour::default() };
        let world = World::new().sandbox(behaviour);
        world.run(&["refs", "pull", "--people"]).exits(0);
        let make = ["template", "job-data", "-o", "t.xlsx", "--lang", lang];
        let ran = world.run(&make).exits(0);
        assert!(ran.stderr.contains(if lang == "zh" { "下拉列表" } else { "dropdowns" }));
        let rows = sheet(&world, "t.xlsx");
        let at = |word: &str| {
            let found = rows[0].iter().position(|heading| heading.contains(word));
            found.unwrap_or_else(|| panic!("{word}: {:?}", rows[0]))
        };
        assert!(rows[0].iter().all(|heading| !heading.contains("ID")), "{:?}", rows[0]);
        let (number, name, department) = (at("工号"), at("姓名"), at("部门"));
        assert_eq!(name, number + 1);
        let mut person = rows[1].clone();
        person[number] = "N00001".to_owned();
        person[name] = String::new();
        person[department] = "研发中心/后端组".to_owned();
        person[at("直属上级")] = "A00343".to_owned();
        // Of what else there is, what the example shows is something of the tenant's own.
        for heading in ["职务", "职级", "职等", "序列", "岗位"] {
            if let Some(at) = rows[0].iter().position(|own| own.contains(heading)) {
                person[at] = String::new();
            }
        }
        world.put("t.csv", csv(&[rows[0].clone(), person]));
        let check = world.run(&["check", "t.csv", "--kind", "job-data"]).exits(0);
        assert!(!check.stdout.contains("header-unbound"), "{}", check.stdout);
        world.run(&["import", "t.csv", "--kind", "job-data", "--yes"]).exits(0);
        assert_eq!(world.ledger().job_data.len(), 1);
        let mut archive =
            zip::ZipArchive::new(std::fs::File::open(world.path().join("t.xlsx")).unwrap())
                .unwrap();
        let mut xml = String::new();
        archive.by_name(SHEET).unwrap().read_to_string(&mut xml).unwrap();
        assert!(xml.matches("type=\"list\"").count() >= 5, "dropdowns");
        let mut words = String::new();
        archive.by_name("xl/sharedStrings.xml").unwrap().read_to_string(&mut words).unwrap();
        assert!(words.contains("研发中心/后端组") && !words.contains("旧市场部"));
    }
}

#[test]
fn a_template_of_the_tenant_has_its_custom_fields_with_their_options() {
    use muster::sandbox::{Behaviour, Required};
    let world =
        World::new().sandbox(Behaviour { required: Required::Enforced, ..Behaviour::default() });
    world.run(&["refs", "pull"]).exits(0);
    world.run(&["template", "talent", "-o", "t.xlsx", "--lang", "zh"]).exits(0);
    let rows = sheet(&world, "t.xlsx");
    let find = |word: &str| rows[0].iter().position(|heading| heading.starts_with(word));
    for word in ["婚姻状况", "是否接受出差 *", "教育经历2-学校类别", "评估结果"]
    {
        assert!(find(word).is_some(), "{word}: {:?}", rows[0]);
    }
    assert!(find("旧系统编号").is_none(), "it is not in use");
    assert_eq!(rows[1][find("婚姻状况").unwrap()], "未婚");
    let wanted =
        ["姓名", "手机号", "婚姻状况", "是否接受出差", "教育经历1-学校", "教育经历1-学校类别"];
    let columns: Vec<usize> = wanted
        .iter()
        .map(|word| {
            let is = |heading: &&String| heading.split([' ', '\n']).next() == Some(word);
            let found = rows[0].iter().position(|heading| is(&heading));
            found.unwrap_or_else(|| panic!("{word}: {:?}", rows[0]))
        })
        .collect();
    let pick = |row: &[String]| columns.iter().map(|at| row[*at].clone()).collect::<Vec<_>>();
    let mut person = pick(&rows[1]);
    person[0] = "测试甲".to_owned();
    world.put("t.csv", csv(&[pick(&rows[0]), person]));
    world.run(&["import", "t.csv", "--kind", "talent", "--yes"]).exits(0);
    let made = &world.ledger().talents[0].body;
    assert!(made["basic_info"]["customized_data"].as_array().unwrap().len() == 2, "{made}");
    assert!(made["education_list"][0]["customized_data"].is_array(), "{made}");
}

#[test]
fn without_a_snapshot_people_are_named_by_number_and_no_refs_wants_ids() {
    let world = World::new();
    world.run(&["template", "job-data", "-o", "t.csv", "--lang", "zh"]).exits(0);
    let text = std::fs::read_to_string(world.path().join("t.csv")).unwrap();
    let heading = text.lines().next().unwrap();
    assert!(heading.starts_with("\u{FEFF}工号 *"), "{heading}");
    assert!(heading.contains(",姓名,") && !heading.contains("雇佣ID"), "{heading}");
    world.run(&["template", "job-data", "-o", "ids.csv", "--lang", "zh", "--no-refs"]).exits(0);
    let text = std::fs::read_to_string(world.path().join("ids.csv")).unwrap();
    let heading = text.lines().next().unwrap();
    assert!(heading.contains("雇佣ID") && !heading.contains("工号"), "{heading}");
}

#[test]
fn a_template_of_the_tenant_says_itself_of_what_kind_its_rows_are() {
    use muster::sandbox::{Behaviour, References, Required};
    let behaviour = Behaviour {
        references: References::Exist,
        required: Required::Unset,
        ..Behaviour::default()
    };
    let world = World::new().sandbox(behaviour);
    world.run(&["refs", "pull", "--people"]).exits(0);
    for (kind, lang, end) in ["talent", "job-data"]
        .into_iter()
        .flat_map(|kind| ["zh", "en"].into_iter().map(move |lang| (kind, lang)))
        .flat_map(|(kind, lang)| ["csv", "xlsx"].into_iter().map(move |end| (kind, lang, end)))
    {
        let file = format!("{kind}-{lang}.{end}");
        world.run(&["template", kind, "-o", &file, "--lang", lang]).exits(0);
        // Nothing is below its header, which is all that is wrong.
        world.run(&["check", &file]).exits(2).says("[no-rows]");
    }
    let header = std::fs::read_to_string(world.path().join("talent-zh.csv")).unwrap();
    assert!(header.contains("工作经历1-离职原因"), "{header}");
    let header = std::fs::read_to_string(world.path().join("job-data-zh.csv")).unwrap();
    assert!(header.contains("岗位"), "some departments ask for a position: {header}");
}
