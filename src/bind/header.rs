//! The header row among the first rows of a sheet, with a heading row above it folded in.
//!
//! Must not know: problems, what is done with the header.

use super::claims;
use super::labels::{self, Index};
use super::mapping::RecordMapping;
use super::path::Customs;
use crate::sheet::{RawCell, RawRow};
use crate::spec::Kind;

/// Columns that are looked at when the header is searched for: a stray cell far to the right must
/// not cost 16,384 comparisons a row.
const COLUMNS: usize = 512;

/// Which of the first rows is the header: the one in which most headers bind for one of the kinds,
/// the first of equals; none where nothing binds. A mapping file's `header_row` decides.
pub fn find(
    rows: &[RawRow],
    kinds: &[&'static Kind],
    mapping: Option<&RecordMapping>,
) -> Option<usize> {
    if let Some(number) = mapping.and_then(|mapping| mapping.header_row) {
        return rows.iter().position(|row| row.number() == number);
    }
    let ignored = mapping.map_or(0, |mapping| mapping.ignore.len());
    let mut best: Option<(usize, usize)> = None;
    for index in 0..rows.len() {
        let highest = best.map_or(0, |(score, _)| score);
        // No more can bind than there are cells: below a good header no row need be read.
        if cells(rows, index) + ignored <= highest {
            continue;
        }
        let (_, score) = scored(rows, index, kinds, mapping);
        if score > highest {
            best = Some((score, index));
        }
    }
    best.map(|(_, index)| index)
}

/// The header at `index`; where the row above holds headings of groups (教育经历 over 学校, 专业)
/// or headers that span both rows, and more binds with them, they are folded in.
pub fn read(
    rows: &[RawRow],
    index: usize,
    kinds: &[&'static Kind],
    mapping: Option<&RecordMapping>,
) -> RawRow {
    scored(rows, index, kinds, mapping).0
}

/// The header at `index` with what is folded in, and how many of its headers bind.
fn scored(
    rows: &[RawRow],
    index: usize,
    kinds: &[&'static Kind],
    mapping: Option<&RecordMapping>,
) -> (RawRow, usize) {
    let Some(row) = rows.get(index) else { return (RawRow::new(), 0) };
    let own = score(row, kinds, mapping);
    if let Some(above) = above(rows, index) {
        let folded = fold(above, row, kinds);
        let together = score(&folded, kinds, mapping);
        if together > own && together > score(above, kinds, mapping) {
            return (folded, together);
        }
    }
    (row.clone(), own)
}

/// The row just above.
fn above(rows: &[RawRow], index: usize) -> Option<&RawRow> {
    let row = rows.get(index)?;
    let above = rows.get(index.checked_sub(1)?)?;
    (above.number() + 1 == row.number()).then_some(above)
}

/// How many columns hold anything, with the row above.
fn cells(rows: &[RawRow], index: usize) -> usize {
    let holds =
        |row: Option<&RawRow>, column: usize| row.is_some_and(|row| !row.cell(column).is_blank());
    let (row, above) = (rows.get(index), above(rows, index));
    let width = row.map_or(0, RawRow::width).max(above.map_or(0, RawRow::width));
    (0..width.min(COLUMNS)).filter(|column| holds(row, *column) || holds(above, *column)).count()
}

/// How many headers of the row bind, for the kind for which most do.
fn score(row: &RawRow, kinds: &[&'static Kind], mapping: Option<&RecordMapping>) -> usize {
    let of_kind = |kind: &&'static Kind| {
        let mapping = mapping.filter(|mapping| mapping.kind == kind.id);
        let claims = claims::of(kind, row, mapping, COLUMNS);
        let listed = mapping.map_or(0, |mapping| {
            mapping.ignore.iter().filter(|header| !header.find(&claims.headers).is_empty()).count()
        });
        let mut columns: Vec<usize> = claims.bound.iter().map(|claim| claim.index).collect();
        columns.sort_unstable();
        columns.dedup();
        columns.len() + listed
    };
    kinds.iter().map(of_kind).max().unwrap_or(0)
}

/// The row with the headings above it: a group's name goes before the headers below it, as far as
/// they bind so; a header above an empty cell goes down.
fn fold(above: &RawRow, row: &RawRow, kinds: &[&'static Kind]) -> RawRow {
    let mut out = RawRow::new();
    out.reset(row.number());
    let mut heading: Option<String> = None;
    for column in 0..row.width().max(above.width()).min(COLUMNS) {
        let over = claims::text(above.cell(column));
        if let Some(text) = &over {
            let is_heading = kinds.iter().any(|kind| labels::is_heading(kind, text));
            heading = is_heading.then(|| text.clone());
        }
        let own = claims::text(row.cell(column));
        let grouped = heading.as_ref().zip(own.as_ref()).and_then(|(heading, own)| {
            let joined = format!("{heading}-{own}");
            kinds.iter().any(|kind| resolves(kind, &joined)).then_some(joined)
        });
        match (grouped, own, over) {
            (Some(joined), _, _) => out.put(column, RawCell::Text(&joined)),
            (None, Some(own), _) => out.put(column, RawCell::Text(&own)),
            (None, None, Some(over)) => out.put(column, RawCell::Text(&over)),
            (None, None, None) => {}
        }
    }
    for column in COLUMNS..row.width() {
        out.put(column, row.cell(column));
    }
    out
}

fn resolves(kind: &'static Kind, header: &str) -> bool {
    Index::of(kind).resolve(header, &Customs::new()).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds;

    fn rows(lines: &[&[&str]]) -> Vec<RawRow> {
        let mut number = 0;
        lines
            .iter()
            .map(|cells| {
                number += 1;
                let mut row = RawRow::new();
                row.reset(number);
                for cell in *cells {
                    row.push(RawCell::Text(cell));
                }
                row
            })
            .collect()
    }

    fn texts(row: &RawRow) -> Vec<String> {
        (0..row.width()).map(|c| claims::text(row.cell(c)).unwrap_or_default()).collect()
    }

    #[test]
    fn titles_and_explanations_above_the_header_are_passed_over() {
        let rows = rows(&[
            &["2024年校园招聘候选人名单"],
            &["填写说明：姓名必填，手机号请填 11 位"],
            &[],
            &["序号", "姓名*", "手机号", "邮箱"],
            &["1", "张三", "13800138000", "a@example.com"],
        ]);
        assert_eq!(find(&rows, kinds::ALL, None), Some(3));
    }

    #[test]
    fn a_sheet_without_any_known_header_has_none() {
        let rows = rows(&[&["甲", "乙"], &["1", "2"]]);
        assert_eq!(find(&rows, kinds::ALL, None), None);
        assert_eq!(find(&[], kinds::ALL, None), None);
    }

    #[test]
    fn headings_over_two_rows_are_folded_into_the_header() {
        let rows = rows(&[
            &["姓名", "手机号", "教育经历", "", "", "工作经历", ""],
            &["", "", "学校", "专业", "开始时间", "公司", "职位"],
            &["张三", "13800138000", "香港大学", "考古", "2008-09", "明日科技", "工程师"],
        ]);
        assert_eq!(find(&rows, kinds::ALL, None), Some(1));
        assert_eq!(
            texts(&read(&rows, 1, kinds::ALL, None)),
            [
                "姓名",
                "手机号",
                "教育经历-学校",
                "教育经历-专业",
                "教育经历-开始时间",
                "工作经历-公司",
                "工作经历-职位"
            ]
        );
    }

    #[test]
    fn a_first_row_of_data_is_not_taken_for_a_second_header_row() {
        let rows = rows(&[
            &["姓名", "手机号", "语言", "邮箱"],
            &["张三", "", "英语", ""],
            &["李四", "13800138000", "英语", "a@example.com"],
        ]);
        assert_eq!(find(&rows, kinds::ALL, None), Some(0));
        assert_eq!(texts(&read(&rows, 0, kinds::ALL, None)), ["姓名", "手机号", "语言", "邮箱"]);
    }
}
