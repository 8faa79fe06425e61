//! Outlines of worksheet parts, as Excel and others write them, and as they should not be.

use proptest::prelude::*;

use super::*;

/// With so many merged regions allowed.
fn bounds(merges: usize) -> Bounds {
    Bounds { merges, row_bytes: 1 << 20 }
}

fn of(xml: &str) -> Outline {
    scan(xml.as_bytes(), bounds(100)).unwrap().outline
}

fn rows(outline: &Outline) -> Vec<std::ops::RangeInclusive<u32>> {
    outline.hidden_rows.iter().collect()
}

#[test]
fn what_excel_hides_is_found() {
    let outline = of(r#"<?xml version="1.0"?>
<worksheet xmlns="m"><sheetPr filterMode="1"/><sheetFormatPr defaultRowHeight="15" zeroHeight="1"/>
<cols><col min="2" max="3" width="9" hidden="1" customWidth="1"/><col min="4" max="4" width="8"/><col min="16384" max="20000" hidden="true"/><col min="6" max="6" width="0" customWidth="1"/></cols>
<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2" spans="1:3" hidden="1"/><row hidden='true' r='3'></row><row r="5" ht="0" customHeight="1"/><row r="6" hidden="0" ht="15"/></sheetData>
<autoFilter ref="A1:C9"><filterColumn colId="0"><filters><filter val="x"/></filters></filterColumn></autoFilter>
<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="B2:B4"/></mergeCells></worksheet>"#);
    assert_eq!(rows(&outline), [2..=3, 5..=5]);
    assert_eq!(outline.hidden_columns.iter().collect::<Vec<_>>(), [1..=2, 5..=5, 16_383..=16_383]);
    assert_eq!(outline.merges, ["A1:C1", "B2:B4"].map(|merge| merge.parse::<Merge>().unwrap()));
    assert!(outline.filtered);
}

#[test]
fn a_plain_sheet_has_a_plain_outline() {
    for xml in [
        "<worksheet><sheetData/></worksheet>",
        "<worksheet><sheetData></sheetData></worksheet>",
        "<worksheet/>",
        "",
        r#"<worksheet><sheetData><row r="1"/></sheetData><autoFilter ref="A1:B2"/></worksheet>"#,
        r#"<worksheet><sheetData/><autoFilter ref="A1"><filterColumn colId="0" hiddenButton="1"/></autoFilter></worksheet>"#,
        "<worksheet><sheetData/><customSheetViews><customSheetView><autoFilter><filterColumn><filters/></filterColumn></autoFilter></customSheetView></customSheetViews></worksheet>",
    ] {
        assert!(of(xml).is_plain(), "{xml}");
    }
}

#[test]
fn rows_without_numbers_count_on_and_prefixes_are_read() {
    let outline = of(
        r#"<x:worksheet><x:sheetData><x:row/><x:row hidden="1"><x:c/></x:row><x:row r="7"/><x:row hidden="1"/><x:rowX hidden="1"/></x:sheetData><x:mergeCells><x:mergeCell ref="A1:A2"/></x:mergeCells></x:worksheet>"#,
    );
    assert_eq!(rows(&outline), [2..=2, 8..=8]);
    assert_eq!(outline.merges.len(), 1);
}

#[test]
fn what_only_looks_like_a_row_is_none() {
    let outline = of(
        r#"<worksheet><sheetData><row r="1" x="a>b"><c><is><t>arrow &lt;row hidden="1"></t></is></c></row><!-- <row r="2" hidden="1"> </sheetData> --><row r="3" hidden="1"/><c><t><![CDATA[<row r="4" hidden="1">]]></t></c><row r="5" hidden="1"/></sheetData></worksheet>"#,
    );
    assert_eq!(rows(&outline), [3..=3, 5..=5]);
}

#[test]
fn merges_are_bounded_and_rows_beyond_the_grid_ignored() {
    let merges = r#"<mergeCell ref="A1:B1"/>"#.repeat(101);
    let xml = format!("<worksheet><sheetData/><mergeCells>{merges}</mergeCells></worksheet>");
    assert!(matches!(scan(xml.as_bytes(), bounds(100)), Err(Unread::TooManyMerges)));
    assert_eq!(scan(xml.as_bytes(), bounds(101)).unwrap().outline.merges.len(), 101);
    let outline = of(
        r#"<worksheet><cols><col min="0" max="4" hidden="1"/><col min="9" max="2" hidden="1"/><col hidden="1"/></cols><sheetData><row r="0" hidden="1"/><row r="1048577" hidden="1"/><row r="99999999999" hidden="1"/><row r="x" hidden="1"/></sheetData><mergeCells><mergeCell ref="junk"/><mergeCell/></mergeCells></worksheet>"#,
    );
    assert!(outline.hidden_columns.is_empty() && outline.merges.is_empty());
    assert_eq!(rows(&outline), [1..=2], "an unreadable number counts as none");
}

#[test]
fn damage_behind_the_data_is_told_and_within_it_is_left_to_the_rows() {
    let whole = r#"<worksheet><sheetData><row r="2" hidden="1"><c r="A2"/></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>"#;
    let data = whole.find("<sheetData>").unwrap() + 11;
    let behind = whole.find("</sheetData>").unwrap() + 12;
    for end in 1..whole.len() {
        match scan(&whole.as_bytes()[..end], bounds(9)) {
            Ok(_) => assert!(end < 11 || (data..behind).contains(&end), "{end}"),
            Err(Unread::Damaged) => assert!(!(data..behind).contains(&end), "{end}"),
            Err(Unread::TooManyMerges | Unread::RowTooLong { .. }) => panic!("{end}"),
        }
    }
    let endless = format!("<worksheet><sheetData><row {}", "x".repeat(1 << 18));
    let unread = scan(endless.as_bytes(), bounds(9)).unwrap_err();
    assert_eq!(unread, Unread::RowTooLong { row: 0 });
}

#[test]
fn a_row_is_bounded_however_it_is_long() {
    let long = "x".repeat(2 << 20);
    let cells = "<c><v>1</v></c>".repeat(150_000);
    let data = |rows: &str| format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    for (xml, expected) in [
        (data(&format!(r#"<row r="7"/><row><c><v>{long}</v></c></row>"#)), Some(8)),
        (data(&format!(r#"<row r="7"/><!-- --><row><c><v>{long}</v></c></row>"#)), Some(8)),
        (data(&format!(r#"<row r="7">{cells}</row>"#)), Some(7)),
        (data(&format!(r#"<!-- --><row r="7">{cells}</row>"#)), Some(7)),
        (format!("<worksheet>{long}<sheetData/></worksheet>"), Some(0)),
        (format!("<worksheet><sheetData/>{long}</worksheet>"), Some(0)),
        (data(&r#"<row><c t="str"><v>some text</v></c></row>"#.repeat(60_000)), None),
        (data(&r#"<row><c t="str"><v>some<!-- --></v></c></row>"#.repeat(60_000)), None),
    ] {
        let told = match scan(xml.as_bytes(), bounds(9)) {
            Ok(_) => None,
            Err(Unread::RowTooLong { row }) => Some(row),
            Err(other) => panic!("{other:?}"),
        };
        assert_eq!(told, expected, "{}", &xml[..60]);
    }
}

/// Gives its bytes a few at a time.
struct Dripping<'a>(&'a [u8]);

impl Read for Dripping<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = out.len().min(self.0.len()).min(7);
        out[..count].copy_from_slice(&self.0[..count]);
        self.0 = &self.0[count..];
        Ok(count)
    }
}

/// The same, tag by tag.
fn slowly(xml: &str) -> Outline {
    of(&xml.replace("<sheetData>", "<sheetData><!-- -->"))
}

proptest! {
    #[test]
    fn looking_for_bytes_finds_what_walking_over_tags_finds(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "<row>", r#"<row hidden="1">"#, r#"<row r="9" hidden="1"/>"#, r#"<row r="4" t='>'>"#,
            "</row>", r#"<c r="A1"><v>1</v></c>"#, "<t>arrow rows</t>", "<!-- <row> -->",
            r#"<rows hidden="1"/>"#, "<row\nhidden = '1' >", "<row ht=\"0\"/>", "</sheetData>",
            r#"<mergeCells><mergeCell ref="A1:B2"/></mergeCells>"#,
        ]), 0..24)
    ) {
        let xml = format!("<worksheet><sheetData>{}</sheetData></worksheet>", pieces.concat());
        prop_assert_eq!(of(&xml), slowly(&xml));
        prop_assert_eq!(scan(Dripping(xml.as_bytes()), bounds(100)).unwrap().outline, of(&xml));
    }

    #[test]
    fn any_bytes_come_to_an_end(noise in "[<>/ =\"'!?rowc:-]{0,200}", at in 0usize..40) {
        let mut xml = "<worksheet><sheetData><row r=\"1\"/></sheetData></worksheet>".to_owned();
        xml.insert_str(at, &noise);
        let _ = scan(xml.as_bytes(), bounds(9));
        let _ = scan(noise.as_bytes(), bounds(9));
    }
}
