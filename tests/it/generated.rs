//! Files that are made from code and committed: a test fails when one is stale.
//! `MUSTER_BLESS=1 cargo test --test it` writes them anew.

#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use calamine::{Data, Reader as _};
use muster::bind::{self, BindOptions};
use muster::kinds;
use muster::problem::{Lang, Place};
use muster::sheet::{RawCell, RawRow};
use muster::template::{self, Selection};

/// Compare the committed file with what it should be; write it where that is asked for.
/// CSV and text byte for byte, workbooks cell by cell (their packing may change).
pub(crate) fn committed(path: &str, wanted: &[u8]) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path);
    if bless() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let same = fs::read(&path).is_ok_and(|found| same(&path, &found, wanted));
        if !same {
            fs::write(&path, wanted).unwrap();
        }
    }
    let found = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert!(
        same(&path, &found, wanted),
        "{} is stale; write it anew with MUSTER_BLESS=1 cargo test --test it",
        path.display()
    );
}

fn same(path: &Path, found: &[u8], wanted: &[u8]) -> bool {
    if path.extension().is_some_and(|end| end == "xlsx") {
        cells(found) == cells(wanted)
    } else {
        found == wanted
    }
}

/// A sheet: its name, where its cells begin, the cells.
type Sheet = (String, Option<(u32, u32)>, Vec<Vec<Data>>);

/// Every sheet's name and cells; none for what is no workbook.
fn cells(bytes: &[u8]) -> Option<Vec<Sheet>> {
    let mut book = calamine::Xlsx::new(Cursor::new(bytes.to_vec())).ok()?;
    let sheets = book.sheet_names().into_iter().map(|name| {
        let range = book.worksheet_range(&name).ok()?;
        Some((name, range.start(), range.rows().map(<[Data]>::to_vec).collect()))
    });
    sheets.collect()
}

#[expect(clippy::disallowed_methods, reason = "the switch of a test, not of the program")]
fn bless() -> bool {
    std::env::var_os("MUSTER_BLESS").is_some()
}

#[test]
fn templates_are_those_of_the_tables() {
    for kind in kinds::ALL {
        let selection = Selection::usual(kind);
        let stem = template::stem(kind.id);
        for (lang, end) in [(Lang::Zh, ""), (Lang::En, "-en")] {
            let book = template::workbook(kind, &selection, lang).unwrap();
            committed(&format!("templates/{stem}{end}.xlsx"), &book);
            let csv = template::csv(kind, &selection, lang);
            committed(&format!("templates/{stem}{end}.csv"), csv.as_bytes());
        }
    }
}

/// Every heading of a template means its own field, without a mapping file.
#[test]
fn template_headings_bind_by_themselves() {
    for (kind, lang) in kinds::ALL.iter().flat_map(|kind| [(kind, Lang::Zh), (kind, Lang::En)]) {
        let columns = template::columns(kind, &Selection::each(kind, 3));
        for separator in ["\n", " / "] {
            let mut header = RawRow::new();
            header.reset(1);
            for column in &columns {
                header.push(RawCell::Text(&column.heading(separator, lang)));
            }
            let tables = HashMap::new();
            let how =
                BindOptions { mapping: None, tables: &tables, allow_keyless: false, accept: None };
            let binding = bind::bind(kind, &header, &Place::default(), &how)
                .unwrap_or_else(|problems| panic!("{problems:?}"));
            let bound: BTreeMap<_, _> = binding
                .columns
                .iter()
                .map(|column| (column.index, column.slot.to_string()))
                .collect();
            let wanted: BTreeMap<_, _> =
                columns.iter().map(|column| column.path.clone()).enumerate().collect();
            assert_eq!(bound, wanted);
        }
    }
}
