//! Workbooks that count days from 1904: a bare number is the day that Excel would show, wherever
//! the row is read.

use std::io::{Cursor, Read as _, Write as _};

use muster::sandbox::Behaviour;
use serde_json::Value;

use crate::world::World;

/// A workbook of these sheets whose numbers count from 1904. `'…` is text, other digits are numbers.
fn book(sheets: &[(&str, &str)]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, csv) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).unwrap();
        for (row, line) in (0..).zip(csv.lines()) {
            for (column, text) in (0..).zip(line.split(',')) {
                match text.parse::<f64>() {
                    Ok(number) => sheet.write_number(row, column, number).unwrap(),
                    Err(_) => sheet.write_string(row, column, text.trim_matches('\'')).unwrap(),
                };
            }
        }
    }
    from_1904(&book.save_to_buffer().unwrap())
}

fn from_1904(bytes: &[u8]) -> Vec<u8> {
    let mut old = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..old.len() {
        let mut part = old.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        if name == "xl/workbook.xml" {
            let text = String::from_utf8(content).unwrap();
            assert!(text.contains("<workbookPr "));
            content = text.replace("<workbookPr ", "<workbookPr date1904=\"1\" ").into_bytes();
        }
        new.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        new.write_all(&content).unwrap();
    }
    new.finish().unwrap().into_inner()
}

/// The bodies that would be sent.
fn bodies(world: &World, more: &[&str]) -> Vec<Value> {
    world.check(&[&["--payloads", "bodies.jsonl"], more].concat());
    let text = std::fs::read_to_string(world.path().join("bodies.jsonl")).unwrap();
    let body = |line: &str| serde_json::from_str::<Value>(line).unwrap()["body"].take();
    text.lines().map(body).collect()
}

const DATES: &str = "姓名,手机号,出生日期,学校,学历,入学时间\n\
    张三,13800138000,1990-03-04,北京大学,本科,2008-09-01\n";
const SERIALS: &str = "姓名,手机号,出生日期,学校,学历,入学时间\n\
    张三,13800138000,31474,北京大学,本科,'38230'\n";

#[test]
fn a_bare_day_count_of_a_1904_workbook_is_the_day_that_excel_shows() {
    let dates = bodies(&World::new().file("t.csv", DATES), &[]);
    let world = World::new().file("t.xlsx", book(&[("员工", SERIALS)]));
    assert_eq!(bodies(&world, &[]), dates);
    world.check(&[]).exits(0).says("read as 2008-09-01 (the workbook counts from 1904)");
    world.check(&["--lang", "zh"]).exits(0).says("1904 日期系统");
    // The same numbers in a workbook of today are four years and a day before.
    let today = World::new().file("t.csv", SERIALS.replace('\'', ""));
    let ran = today.check(&[]).exits(0).says("read as 2004-08-31");
    assert!(!ran.stdout.contains("1904"), "{}", ran.stdout);
}

#[test]
fn rows_of_a_1904_workbook_belong_to_parents_of_another() {
    let mapping = "version = 1\n[[record]]\nkind = \"talent\"\nignore = [\"工号\"]\n\
        [[record.child]]\ngroup = \"education_list\"\nfile = \"schools*.xlsx\"\nkey = \"工号\"\n";
    let parents = "工号,姓名,手机号,出生日期,学校,学历,入学时间\n\
        A1,张三,13800138000,32936,北京大学,本科,39692\n";
    let children = "工号,学校,学历,入学时间\nA1,清华大学,硕士,39692\n";
    let world = World::new().file("t.csv", parents).file("schools.xlsx", book(&[("S", children)]));
    world.put("m.toml", mapping);
    world
        .check(&["--mapping", "m.toml"])
        .exits(0)
        .says("read as 2008-09-01")
        .says("read as 2012-09-02 (the workbook counts from 1904)");
}

#[test]
fn a_fix_file_of_a_1904_workbook_counts_as_it_does() {
    let wrong = SERIALS.replace("本科", "很高");
    let world = World::new().file("t.xlsx", book(&[("员工", &wrong)]));
    let world = world.sandbox(Behaviour::default());
    world.import(&["--skip-invalid"]).exits(10);
    world
        .run(&["check", "muster-report-1/fix-t.xlsx", "--kind", "talent"])
        .exits(10)
        .says("read as 2008-09-01 (the workbook counts from 1904)");
}
