//! Rows of a child sheet, kept and taken.

use std::collections::HashMap;

use proptest::prelude::*;

use super::*;
use crate::bind::{BindOptions, child};
use crate::kinds::talent::TALENT;
use crate::mapping::Mapping;
use crate::problem::{Arg, Lang, Place};

fn row(number: u32, cells: &[&str]) -> RawRow {
    let mut row = RawRow::new();
    row.reset(number);
    for cell in cells {
        row.push(RawCell::Text(cell));
    }
    row
}

fn binding() -> ChildBinding {
    let text = "version = 1\n[[record]]\nkind = \"talent\"\n[[record.child]]\ngroup = \"education_list\"\nsheet = \
                \"教育\"\nkey = \"工号\"\n";
    let mapping = Mapping::parse(text, &"m.toml".into()).unwrap();
    let record = &mapping.records[0];
    let how = BindOptions {
        mapping: Some(record),
        tables: &HashMap::new(),
        allow_keyless: true,
        accept: None,
    };
    let header = row(1, &["工号", "学校", "学历"]);
    child::bind(&TALENT, &record.children[0], &header, &Place::default(), (&how, None)).unwrap()
}

fn fed(rows: &[&[&str]]) -> Children {
    let (binding, mut children) = (binding(), Children::new());
    for (number, cells) in (2..).zip(rows) {
        children.feed(&binding, &row(number, cells)).unwrap();
    }
    children
}

#[test]
fn rows_go_to_their_parent_in_their_order() {
    let mut children = fed(&[
        &["7", "甲大", "本科"],
        &["8", "乙大", ""],
        &[" ７\u{200B}", "丙大", "硕士"],
        &["7", "", " "],
    ]);
    let own: Vec<u32> = children.take("7", 2).iter().map(|row| row.row).collect();
    assert_eq!(own, [2, 4]);
    assert_eq!(children.take("7", 3).len(), 2);
    assert_eq!(children.take("8", 4)[0].cells.cell(0), RawCell::Text("乙大"));
    assert!(children.take("9", 5).is_empty());
    assert!(children.leftovers().is_empty());
}

#[test]
fn rows_without_a_parent_are_left_and_zeros_are_named() {
    let mut children = fed(&[&["0012", "甲大", ""], &["13", "乙大", ""], &["14", "丙大", ""]]);
    assert!(children.take("12", 5).is_empty());
    assert!(children.take("0014", 6).is_empty());
    assert_eq!(children.take("13", 7).len(), 1);
    let left: Vec<(u32, Code, Vec<Arg>)> = children
        .leftovers()
        .into_iter()
        .map(|l| (l.row, l.complaint.code, l.complaint.args))
        .collect();
    assert_eq!(
        left,
        [(2, Code::ChildKeyZeros, vec!["5".into()]), (4, Code::ChildKeyZeros, vec!["6".into()])]
    );
    let children = fed(&[&["x", "甲大", ""]]);
    assert_eq!(children.leftovers()[0].complaint.code, Code::ChildWithoutParent);
}

#[test]
fn a_key_that_is_nearly_a_parents_is_named_with_what_it_differs_in() {
    let keys =
        [["2.0", "甲大", ""], ["A01", "乙大", ""], ["0A1.0", "丙大", ""], ["a 02", "丁大", ""]];
    let rows: Vec<&[&str]> = keys.iter().map(<[&str; 3]>::as_slice).collect();
    let mut children = fed(&rows);
    for (key, parent) in [("2", 5), ("a01", 6), ("A02", 7), ("0003", 8)] {
        assert!(children.take(key, parent).is_empty());
    }
    let said: Vec<String> =
        children.leftovers().iter().map(|left| left.complaint.message(Lang::En)).collect();
    assert!(said[0].ends_with("but for `.0` at the end row 5 has"), "{said:?}");
    assert!(said[1].ends_with("but for upper and lower case row 6 has"), "{said:?}");
    assert_eq!(children.missed("0A1.0").code, Code::ChildWithoutParent);
    assert!(said[3].contains("blanks") && said[3].ends_with("row 7 has"), "{said:?}");
    // One that has rows of its own is near too.
    let mut children = fed(&[&["2", "甲大", ""], &["02", "乙大", ""]]);
    assert_eq!(children.take("2", 5).len(), 1);
    assert_eq!(children.leftovers()[0].complaint.code, Code::ChildKeyZeros);
}

#[test]
fn a_key_is_a_text_however_its_cell_holds_it() {
    assert_eq!(key(RawCell::Number(1001.0)).unwrap().as_deref(), Some("1001"));
    assert_eq!(key(RawCell::Text("１００１ ")).unwrap().as_deref(), Some("1001"));
    assert_eq!(key(RawCell::Text(" \u{3000}")).unwrap(), None);
    assert_eq!(key(RawCell::Empty).unwrap(), None);
    assert_eq!(key(RawCell::Number(1e18)).unwrap_err().code, Code::DigitsLost);
    assert_eq!(
        key(RawCell::Fault(crate::sheet::Fault::named("#REF!"))).unwrap_err().code,
        Code::CellError
    );
    let (binding, mut children) = (binding(), Children::new());
    let empty = children.feed(&binding, &row(2, &["", "甲大"])).unwrap_err();
    assert_eq!(empty.code, Code::ChildKeyEmpty);
    assert!(children.feed(&binding, &row(3, &["", "", ""])).is_ok());
}

proptest! {
    #[test]
    fn every_row_is_taken_once_or_left(
        keys in proptest::collection::vec("[01]{1,3}", 0..12),
        parents in proptest::collection::btree_set("[01]{1,3}", 0..6),
    ) {
        let cells: Vec<[&str; 2]> = keys.iter().map(|key| [key.as_str(), "大学"]).collect();
        let rows: Vec<&[&str]> = cells.iter().map(<[&str; 2]>::as_slice).collect();
        let mut children = fed(&rows);
        let taken: usize = parents.iter().map(|key| children.take(key, 1).len()).sum();
        prop_assert_eq!(taken + children.leftovers().len(), keys.len());
    }
}
