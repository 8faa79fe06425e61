//! The header among the first rows of a sheet: which rows it is, and what it says once the headings
//! above are folded in.
//!
//! Must not know: problems, mappings, which place a column feeds (the caller tells which columns mean
//! anything), what is done with the header.

mod fold;
mod grid;
mod heading;
mod marks;
mod names;
mod score;

use std::collections::HashSet;
use std::sync::Arc;

use crate::lexicon::headers;
use crate::sheet::{Outline, RawCell, RawRow, Spans};
use crate::spec::Kind;

use fold::Folded;
use grid::Grid;
use heading::{Heading, Words};
use score::Score;

pub(crate) use grid::COLUMNS;
pub use names::Names;

/// Rows that a header may have.
const DEPTH: usize = 3;

/// A sheet's header.
#[derive(Debug)]
pub struct Header {
    /// Where its last row is among the rows that were looked at.
    pub index: usize,
    /// Its first row, as Excel numbers it.
    pub first_row: u32,
    /// Its last row; records begin below.
    pub last_row: u32,
    /// What is bound, with the number of the last row: a heading's text before those below it
    /// (`教育经历-学校`).
    pub row: RawRow,
    /// The texts of each column on all levels, for rows that repeat the header.
    pub levels: Vec<Vec<String>>,
    /// Each header's own text by column, for mapping files that name it (`学校`); none of a column
    /// that is somebody else's.
    own: Vec<(usize, Arc<str>)>,
    /// Columns of tables beside the list, whose cells are nobody's.
    pub beside: Vec<usize>,
}

impl Header {
    /// One row as it stands, the `index`-th of those that were looked at.
    pub fn plain(row: &RawRow, index: usize) -> Self {
        let text = |column: usize| headers::text(row.cell(column)).into_iter().collect();
        Self {
            index,
            first_row: row.number(),
            last_row: row.number(),
            row: row.clone(),
            levels: (0..row.width()).map(text).collect(),
            own: Vec::new(),
            beside: Vec::new(),
        }
    }

    /// Take these columns out: they bind to nothing. Their texts by column.
    pub fn hide(&mut self, columns: &Spans) -> Vec<(usize, String)> {
        let is_hidden =
            |column: usize| u32::try_from(column).is_ok_and(|column| columns.contains(column));
        let mut row = RawRow::new();
        row.reset(self.row.number());
        let mut hidden = Vec::new();
        for column in 0..self.row.width() {
            let cell = self.row.cell(column);
            if is_hidden(column) {
                hidden.extend(headers::text(cell).map(|text| (column, text)));
                row.put(column, RawCell::Empty);
            } else {
                row.put(column, cell);
            }
        }
        self.row = row;
        self.own.retain(|(column, _)| !is_hidden(*column));
        hidden
    }
}

impl Header {
    /// Take the columns of tables beside the list out. Their texts by column.
    pub fn hide_beside(&mut self) -> Vec<(usize, String)> {
        let columns = self.beside.iter().filter_map(|column| u32::try_from(*column).ok());
        let columns: Spans = columns.map(|column| column..=column).collect();
        self.hide(&columns)
    }
}

impl<'a> From<&'a Header> for Names<'a> {
    fn from(header: &'a Header) -> Self {
        Names { row: &header.row, own: &header.own }
    }
}

/// What is known of the header that is looked for.
#[derive(Clone, Copy)]
pub(crate) struct Sought<'a> {
    /// The kinds that the rows below it may be of.
    pub(crate) kinds: &'a [&'static Kind],
    /// The columns, of the first [`COLUMNS`], that find their meaning in a header: for the kind for
    /// which most do.
    pub(crate) meanings: &'a dyn Fn(Names<'_>) -> HashSet<usize>,
    /// Somebody has said what its columns mean: any text may be one of them.
    pub(crate) told: bool,
    /// How many names of columns that mean nothing were said.
    pub(crate) ignored: usize,
}

/// The header: the one in which most columns find their meaning for one of the kinds, with up to
/// two rows of headings; of equals the first. None where nothing binds.
pub(crate) fn find(rows: &[RawRow], outline: &Outline, sought: Sought<'_>) -> Option<Header> {
    let words = Words::of(sought.kinds);
    let mut best: Option<(Score, Found)> = None;
    for index in 0..rows.len() {
        for depth in 0..DEPTH {
            let Some(span) = span(rows, index, depth) else { break };
            let highest = best.as_ref().map_or(Score::NOTHING, |(score, _)| *score);
            let shares = best.as_ref().is_some_and(|(_, best)| best.index >= index - depth);
            // No more can bind than there are cells: below a good header no row need be read, and where
            // it shares no row with that, as many are not enough.
            if cells(span) + sought.ignored < highest.columns + usize::from(!shares) {
                continue;
            }
            if !sought.told && !may_be_header(span, &words) {
                continue;
            }
            if let Some((score, found)) = scored(rows, span, index, outline, &words, sought)
                && score.beats(highest, shares)
            {
                best = Some((score, found));
            }
        }
    }
    best.map(|(_, found)| found.into())
}

/// The header of which the row with this number is one; none where that row is not there or blank.
pub(crate) fn at(
    rows: &[RawRow],
    outline: &Outline,
    number: u32,
    sought: Sought<'_>,
) -> Option<Header> {
    let words = Words::of(sought.kinds);
    let told = rows.iter().position(|row| row.number() == number && !row.is_blank())?;
    let mut best: Option<(Score, Found)> = None;
    for index in told..rows.len().min(told + DEPTH) {
        for depth in (index - told)..DEPTH {
            let Some(span) = span(rows, index, depth) else { break };
            let found = scored(rows, span, index, outline, &words, sought);
            let Some((score, found)) = found else { continue };
            if best.as_ref().is_none_or(|(highest, _)| score.beats(*highest, true)) {
                best = Some((score, found));
            }
        }
    }
    best.map(|(_, found)| found.into())
}

/// Every header that these rows may be, from the top: each row by itself, then with the headings
/// above it.
pub(crate) fn possible(rows: &[RawRow], outline: &Outline, kind: &'static Kind) -> Vec<Header> {
    let kinds = [kind];
    let words = Words::of(&kinds);
    let mut all = Vec::new();
    for index in 0..rows.len() {
        for depth in 0..DEPTH {
            let Some(span) = span(rows, index, depth) else { break };
            let Some(last) = span.last() else { break };
            let found = folded(rows, span, index, outline, &words).map(Header::from);
            all.extend(found.or_else(|| (depth == 0).then(|| Header::plain(last, index))));
        }
    }
    all
}

/// A possible header.
struct Found {
    index: usize,
    grid: Grid,
    folded: Folded,
}

impl From<Found> for Header {
    fn from(found: Found) -> Self {
        let Found { index, grid, folded } = found;
        let texts = |column: usize| grid.texts(column).map(str::to_owned).collect();
        Self {
            index,
            first_row: grid.first_row,
            last_row: folded.row.number(),
            levels: (0..grid.width()).map(texts).collect(),
            row: folded.row,
            own: folded.own,
            beside: Vec::new(),
        }
    }
}

/// The rows of a header that ends at `index`, with `depth` rows of headings: none blank, none
/// missing in between.
fn span(rows: &[RawRow], index: usize, depth: usize) -> Option<&[RawRow]> {
    let span = rows.get(index.checked_sub(depth)?..=index)?;
    let follow = span.windows(2).all(|pair| pair[0].number() + 1 == pair[1].number());
    (follow && !span.iter().any(RawRow::is_blank)).then_some(span)
}

/// The rows above this one.
fn above<'r>(rows: &'r [RawRow], first: &RawRow) -> &'r [RawRow] {
    &rows[..rows.partition_point(|row| row.number() < first.number())]
}

fn scored(
    rows: &[RawRow],
    span: &[RawRow],
    index: usize,
    outline: &Outline,
    words: &Words<'_>,
    sought: Sought<'_>,
) -> Option<(Score, Found)> {
    let found = folded(rows, span, index, outline, words)?;
    Some((Score::of(&found.folded, sought.meanings), found))
}

/// The header that these rows are, the last being the `index`-th.
fn folded(
    rows: &[RawRow],
    span: &[RawRow],
    index: usize,
    outline: &Outline,
    words: &Words<'_>,
) -> Option<Found> {
    let span = marks::without(span, words)?;
    let (first, last) = (span.first()?, span.last()?);
    let grid = Grid::new(above(rows, first), first, &span, outline);
    let folded = fold::fold(&grid, last, words)?;
    Some(Found { index, grid, folded })
}

/// Whether one of the rows holds a header or a heading. Rows of data seldom do, and need not be
/// folded and bound.
fn may_be_header(span: &[RawRow], words: &Words<'_>) -> bool {
    let texts = |row: &RawRow| -> Vec<String> {
        row.cells().take(COLUMNS).filter_map(headers::text).collect()
    };
    let heads = |text: &String| match words.heading(text) {
        Heading::Entry { .. } | Heading::Person { .. } | Heading::Ordinal(_) => true,
        Heading::Elsewhere | Heading::Topic | Heading::Unknown => words.names(text),
    };
    let Some((last, above)) = span.split_last() else { return false };
    texts(last).iter().any(|text| words.names(text))
        || above.iter().any(|row| texts(row).iter().any(heads))
}

/// How many columns hold anything in these rows.
fn cells(rows: &[RawRow]) -> usize {
    let width = rows.iter().map(RawRow::width).max().unwrap_or(0).min(COLUMNS);
    let holds = |column: &usize| rows.iter().any(|row| !row.cell(*column).is_blank());
    (0..width).filter(holds).count()
}

#[cfg(test)]
mod tests;
