//! What a template holds, read back from its own bytes.

use super::*;
use crate::kinds;
use crate::kinds::examples::MARKS;
use crate::lexicon::headers::OWN_PREFIX;
use calamine::{Data, Reader as _, SheetVisible, Xlsx};
use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};

const LANGS: [Lang; 2] = [Lang::Zh, Lang::En];

fn open(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

/// A part of the workbook as text.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn every_field_has_one_column_for_each_entry() {
    for kind in kinds::ALL {
        let columns = columns(kind, &Selection::each(kind, 2));
        let expected =
            kind.fields.len() + kind.groups.iter().map(|g| 2 * g.fields.len()).sum::<usize>();
        let paths: BTreeSet<_> = columns.iter().map(|column| &column.path).collect();
        assert_eq!((columns.len(), paths.len()), (expected, expected));
        for lang in LANGS {
            let headings: BTreeSet<_> = columns.iter().map(|c| c.heading(" / ", lang)).collect();
            assert_eq!(headings.len(), expected, "headings differ");
        }
    }
}

#[test]
fn the_usual_columns_begin_with_a_required_one_and_are_few() {
    for kind in kinds::ALL {
        let columns = columns(kind, &Selection::usual(kind));
        assert!(columns[0].required, "{}", columns[0].path);
        let required = columns.iter().filter(|column| column.required).count();
        assert_eq!(required, kind.fields.iter().filter(|field| field.required).count());
        assert!(columns.len() <= 32, "{} are too many to face", columns.len());
    }
}

#[test]
fn a_workbook_holds_headings_an_example_and_its_own_sheets() {
    for kind in kinds::ALL {
        for lang in LANGS {
            let all = Selection::each(kind, 1);
            let bytes = workbook(kind, &all, lang).unwrap();
            assert_eq!(bytes, workbook(kind, &all, lang).unwrap(), "the same file again");
            let mut book = open(bytes);
            let sheets = book.sheets_metadata().to_vec();
            assert_eq!(sheets[0].visible, SheetVisible::Visible);
            assert!(!sheets[0].name.starts_with(OWN_PREFIX));
            assert!(sheets[1..].iter().all(|sheet| sheet.name.starts_with(OWN_PREFIX)));
            assert_eq!(sheets[1].visible, SheetVisible::Visible);
            assert!(sheets[2..].iter().all(|sheet| sheet.visible == SheetVisible::Hidden));
            let range = book.worksheet_range(&sheets[0].name).unwrap();
            let row = |n: usize| range.rows().nth(n).unwrap().to_vec();
            let texts = |cells: Vec<Data>| cells.iter().map(Data::to_string).collect::<Vec<_>>();
            let columns = columns(kind, &all);
            let expected: Vec<_> = columns.iter().map(|c| c.heading("\n", lang)).collect();
            assert_eq!(texts(row(0)), expected);
            assert_eq!(range.height(), 2);
            let example = row(1);
            assert!(example[0].to_string().starts_with(lang.pick(MARKS[0], MARKS[1])));
            assert!(example.iter().all(|cell| *cell != Data::Empty));
            for (cell, column) in example.iter().zip(&columns) {
                let date = cells::number_format(column.ty) == "yyyy-mm-dd";
                assert_eq!(matches!(cell, Data::DateTime(_)), date, "{}: {cell:?}", column.path);
            }
        }
    }
}

#[test]
fn fixed_sets_have_dropdowns_in_the_cells_or_on_the_hidden_sheet() {
    let kind = kinds::of(KindId::Talent);
    for (lang, short, hidden) in
        [(Lang::Zh, "\"男,女,其他\"", "普通话"), (Lang::En, "\"Male,Female,Other\"", "Mandarin")]
    {
        let bytes = workbook(kind, &Selection::each(kind, 1), lang).unwrap();
        let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
        assert!(sheet.contains(&short.replace('"', "&quot;")) || sheet.contains(short), "{short}");
        let lists = sheet.matches("type=\"list\"").count();
        let choices = columns(kind, &Selection::each(kind, 1));
        let choices = choices.iter();
        let choices = choices.filter(|c| matches!(c.ty, crate::spec::FieldType::Choice(_))).count();
        assert_eq!(lists, choices);
        let name = lang.pick("muster_选项", "muster_options");
        assert!(sheet.contains(&format!("'{name}'!$")), "the long ones");
        let range = open(bytes).worksheet_range(name).unwrap();
        assert!(range.cells().any(|(_, _, cell)| *cell == hidden));
    }
}

#[test]
fn digits_are_text_and_dates_are_dates_below_the_heading() {
    let kind = kinds::of(KindId::Talent);
    let bytes = workbook(kind, &Selection::usual(kind), Lang::Zh).unwrap();
    let styles = part(&bytes, "xl/styles.xml");
    assert!(styles.contains("formatCode=\"yyyy\\-mm\\-dd\"") || styles.contains("yyyy-mm-dd"));
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    let date = sheet.matches("type=\"date\"").count();
    let columns = columns(kind, &Selection::usual(kind));
    let dates = columns.iter().filter(|c| cells::number_format(c.ty) == "yyyy-mm-dd");
    assert_eq!(date, dates.count());
    assert!(sheet.contains("numberStoredAsText=\"1\""));
    for path in ["basic_info.mobile", "basic_info.identification.identification_number"] {
        let column = columns.iter().find(|column| column.path == path).unwrap();
        assert_eq!(cells::number_format(column.ty), "@");
    }
}

#[test]
fn the_help_sheet_and_the_properties_say_which_muster_made_it() {
    let kind = kinds::of(KindId::JobData);
    let selection = Selection::usual(kind);
    let bytes = workbook(kind, &selection, Lang::Zh).unwrap();
    assert!(part(&bytes, "docProps/custom.xml").contains(env!("CARGO_PKG_VERSION")));
    let range = open(bytes).worksheet_range("muster_说明").unwrap();
    let cells: BTreeSet<_> = range.cells().map(|(_, _, cell)| cell.to_string()).collect();
    assert!(cells.contains(&stamp(KindId::JobData)));
    for column in columns(kind, &selection) {
        assert!(cells.contains(&column.path) && cells.contains(&column.heading("\n", Lang::Zh)));
    }
    let steps: Vec<_> = cells.iter().filter(|cell| cell.starts_with("1. ")).collect();
    assert_eq!(steps.len(), 2, "{steps:?}");
    assert!(steps.iter().all(|step| step.contains("任职信息")), "the sheet's name: {steps:?}");
}

#[test]
fn shares_of_an_example_are_a_hundred() {
    let kind = kinds::of(KindId::JobData);
    for n in [1, 2, 3, 7] {
        let columns = columns(kind, &Selection::each(kind, n));
        let shares = columns.iter().filter(|column| column.path.ends_with("].rate"));
        let sum: u32 = shares.map(|column| column.example(Lang::Zh).parse::<u32>().unwrap()).sum();
        assert_eq!(sum, 100);
    }
}

#[test]
fn a_csv_has_marked_headings_and_an_example() {
    let kind = kinds::of(KindId::JobData);
    let text = csv(kind, &Selection::each(kind, 2), Lang::Zh);
    assert!(text.starts_with('\u{FEFF}'));
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines.len(), 2);
    assert!(lines[0].contains("雇佣ID * / Employment ID,"), "{text}");
    assert!(
        lines[0].ends_with("成本中心分摊2-分摊比例 / Cost Center Allocation 2 Allocation Rate")
    );
    assert_eq!(text.matches(" * /").count(), kind.fields.iter().filter(|f| f.required).count());
    assert!(lines[1].starts_with("示例：6893014062142064135,"), "{text}");
    assert!(
        csv(kind, &Selection::usual(kind), Lang::En).contains("\r\nExample: 6893014062142064135,")
    );
    assert_eq!(quoted("a,\"b\""), "\"a,\"\"b\"\"\"");
}
