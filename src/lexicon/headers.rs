//! The texts of a header row.
//!
//! Must not know: which row is a header, what a text means.

use std::sync::Arc;

use super::normalize;
use crate::sheet::{Dressed, RawCell, RawRow};

/// What the columns that muster adds to a fix file, and the sheets that it adds to a template, begin
/// with; they bind to nothing, and it is no loss.
pub(crate) const OWN_PREFIX: &str = "muster_";

/// Column and text of every header that is not blank, up to a number of columns.
pub(crate) fn of(row: &RawRow, limit: usize) -> Vec<(usize, Arc<str>)> {
    (0..row.width().min(limit))
        .filter_map(|column| Some((column, text(row.cell(column))?)))
        .filter(|(_, header)| !header.starts_with(OWN_PREFIX))
        .map(|(column, header)| (column, header.into()))
        .collect()
}

/// 序号, No.: a column that numbers the rows.
pub(crate) fn is_running_number(text: &str) -> bool {
    let words = ["序号", "序", "行号", "no", "sn", "serialno", "serialnumber", "rowno", "index"];
    let name = normalize::header(text);
    words.contains(&&*name) || normalize::trim(text) == "#"
}

/// 人数, 数量, Count: a column that counts, and is about nobody.
pub(crate) fn is_count(text: &str) -> bool {
    let words = [
        "人数",
        "总人数",
        "数量",
        "总数",
        "合计",
        "总计",
        "小计",
        "计数",
        "占比",
        "count",
        "counts",
        "headcount",
        "total",
        "totals",
        "subtotal",
        "noofpeople",
        "numberofpeople",
        "quantity",
    ];
    words.contains(&&*normalize::header(text))
}

/// A header cell's text; a header may be a number or a date too.
pub(crate) fn text(cell: RawCell<'_>) -> Option<String> {
    if cell.is_blank() {
        return None;
    }
    Some(match cell.whole() {
        RawCell::Empty => return None,
        RawCell::Text(text) | RawCell::Dressed(Dressed { face: text, .. }) => {
            normalize::trim(text).to_owned()
        }
        RawCell::Number(number) => number.to_string(),
        RawCell::Bool(truth) => truth.to_string().to_uppercase(),
        RawCell::Moment(moment) => moment.date.to_string(),
        RawCell::Fault(fault) => fault.to_string(),
    })
}
