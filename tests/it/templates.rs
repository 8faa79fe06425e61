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
