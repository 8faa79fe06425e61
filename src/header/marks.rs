//! Rows and cells below a header that only tell how it is filled in (必填, 文本, YYYY-MM-DD): they are no
//! headers.
//!
//! Must not know: which rows are the header, what a header means.

use std::borrow::Cow;

use super::heading::Words;
use crate::lexicon::headers;
use crate::lexicon::rows;
use crate::sheet::{RawCell, RawRow};

/// The rows of a header, from the second on without the cells that are marks; none where one of them
/// holds nothing but hints.
pub(super) fn without<'r>(span: &'r [RawRow], words: &Words<'_>) -> Option<Cow<'r, [RawRow]>> {
    let mut kept = Cow::Borrowed(span);
    for at in 1..span.len() {
        let (Some(above), Some(row)) = (span.get(at - 1), span.get(at)) else { break };
        let labels: Vec<(usize, Option<String>)> = (0..row.width())
            .filter(|column| !row.cell(*column).is_blank())
            .map(|column| (column, rows::label(row.cell(column))))
            .collect();
        let is =
            |test: fn(&str) -> bool, label: &Option<String>| label.as_deref().is_some_and(test);
        if !labels.iter().any(|(_, label)| is(rows::is_hint, label)) {
            continue;
        }
        let all = labels.iter().all(|(_, label)| is(rows::is_hint, label));
        if all && labels.iter().any(|(_, label)| is(rows::is_mark, label)) {
            return None;
        }
        // 日期 below 入职 makes a header of both; below 出生日期 it tells what is wanted.
        let is_named = |column: usize| {
            headers::text(above.cell(column)).is_some_and(|text| words.names(&text))
        };
        let is_mark = |(column, label): &(usize, Option<String>)| {
            is(rows::is_mark, label) || is(rows::is_word, label) && is_named(*column)
        };
        let marks: Vec<usize> =
            labels.iter().filter(|one| is_mark(one)).map(|(column, _)| *column).collect();
        if marks.len() == labels.len() {
            return None;
        }
        if !marks.is_empty()
            && let Some(row) = kept.to_mut().get_mut(at)
        {
            for column in marks {
                row.put(column, RawCell::Empty);
            }
        }
    }
    Some(kept)
}
