//! Rows below the header that are no records: the header once more, hints and examples of a
//! template, units, totals, signatures. To skip somebody in silence is the worst of mistakes, so
//! what has a mobile, an e-mail or an ID is a record, unless its first cells say that it is an
//! example; and each kind asks for more than one sign.
//!
//! Must not know: files, what is done with the row.

use super::binding::Binding;
use crate::header::Header;
use crate::lexicon::headers;
use crate::lexicon::labels::Index;
use crate::lexicon::normalize;
use crate::lexicon::path::Customs;
use crate::lexicon::rows;
use crate::problem::Code;
use crate::sheet::{RawCell, RawRow};
use crate::spec::Kind;

/// Rows below the header in which a template's hints and units stand.
const TOP: u32 = 3;
/// Rows below the header in which a template's example may stand, marked in other than its first
/// cell.
const EXAMPLES: u32 = 10;
/// First cells of a row in which a mark is looked for.
const FIRST: usize = 3;

/// Why a row is no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// It repeats the header, or a title above it, or says it in another language.
    Header,
    /// It says how to fill the columns in.
    Hint,
    /// It shows how to fill the sheet in.
    Example,
    /// It names the columns' units.
    Unit,
    /// It sums the rows up.
    Total,
    /// It is a signature, a note or a page number.
    Footer,
    /// It is one text over all columns: a department's name above its people.
    Section,
    /// It heads people who are not meant: those who have left, examples.
    Aside,
    /// It is a header with other columns than the sheet's: what is below can't be read by that one.
    Moved,
}

impl Why {
    /// What is reported of such a row.
    pub const fn code(self) -> Code {
        match self {
            Self::Header => Code::RowRepeatsHeader,
            Self::Hint => Code::RowIsHint,
            Self::Example => Code::RowIsExample,
            Self::Unit => Code::RowIsUnit,
            Self::Total => Code::RowIsTotal,
            Self::Footer => Code::RowIsFooter,
            Self::Section => Code::RowIsSection,
            Self::Aside => Code::SectionAside,
            Self::Moved => Code::HeaderMoved,
        }
    }
}

/// Tells the rows of one sheet apart.
#[derive(Clone, Debug)]
pub struct RowClassifier {
    last_row: u32,
    /// The header's texts by column, normalised.
    levels: Vec<Vec<String>>,
    /// The rows above the header: columns and texts.
    titles: Vec<Vec<(usize, String)>>,
    /// Columns that muster added to a fix file or a report: they say nothing of their row.
    own: Vec<usize>,
    /// Columns of required fields.
    required: Vec<usize>,
    /// Columns with the place that each feeds.
    bound: Vec<(usize, &'static Kind, String)>,
}

/// A row's cells that are not blank: column and text in its comparable form; none where the cell
/// is no text.
type Cells = Vec<(usize, Option<String>)>;

impl RowClassifier {
    /// For the rows below this header, `above` being all rows before its first.
    pub fn new<'b>(
        header: &Header,
        above: &[RawRow],
        bindings: impl IntoIterator<Item = &'b Binding>,
    ) -> Self {
        let (mut required, mut bound) = (Vec::new(), Vec::new());
        for binding in bindings {
            for column in &binding.columns {
                let fields = binding.kind.fields.iter();
                let is_required =
                    fields.filter(|field| field.required).any(|field| *field.key == *column.path);
                if is_required {
                    required.push(column.index);
                }
                bound.push((column.index, binding.kind, column.path.to_string()));
            }
        }
        let mut levels: Vec<Vec<String>> = header
            .levels
            .iter()
            .map(|texts| texts.iter().map(|t| normalize::header(t)).collect())
            .collect();
        for column in 0..header.row.width() {
            if let (Some(texts), Some(text)) =
                (levels.get_mut(column), headers::text(header.row.cell(column)))
            {
                // 教育经历2-学校 is 教育经历 and 学校 where the file had two rows.
                for part in text.split('-').chain([text.as_str()]) {
                    let part = normalize::header(part);
                    texts.push(part.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned());
                    texts.push(part);
                }
            }
        }
        let own = (0..header.row.width()).filter(|column| {
            let text = headers::text(header.row.cell(*column));
            text.is_some_and(|text| text.starts_with(headers::OWN_PREFIX))
        });
        let titles = above.iter().filter(|row| row.number() < header.first_row).map(texts);
        Self {
            last_row: header.last_row,
            own: own.chain(header.beside.iter().copied()).collect(),
            levels,
            titles: titles.filter(|title| !title.is_empty()).collect(),
            required,
            bound,
        }
    }

    /// A column that every row needs: a row whose cell says something else there is no hint.
    #[must_use]
    pub fn needs(mut self, column: usize) -> Self {
        self.required.push(column);
        self
    }

    /// Why a row is no record, if it is none. `records` says whether a record came before: a
    /// template's rows stand above the first.
    pub fn of(&self, row: &RawRow, records: bool) -> Option<Why> {
        let below = row.number().saturating_sub(self.last_row);
        let filled = (0..row.width())
            .filter(|column| !row.cell(*column).is_blank() && !self.own.contains(column));
        let labelled = |column: usize| (column, rows::label(row.cell(column)));
        if row.cells().any(rows::is_key) {
            // Nearly every row. Of what is no record, only an example may have a key.
            let looked_at = if below <= EXAMPLES { FIRST } else { 1 };
            let mut looked = filled.clone().take(looked_at);
            if looked.any(|column| rows::may_be_example(row.cell(column))) {
                let cells: Cells = filled.clone().take(looked_at).map(labelled).collect();
                let (_, first) = cells.first()?;
                let mut looked = filled.clone().take(looked_at);
                if is_example(first.as_deref(), &cells, below) || self.is_marked(row, &mut looked) {
                    return Some(Why::Example);
                }
            }
            if below <= EXAMPLES && is_to_be_deleted(row) {
                return Some(Why::Example);
            }
            return (records && self.answers(row, filled.clone().next()?)).then_some(Why::Footer);
        }
        let cells: Cells = filled.map(labelled).collect();
        let (_, first) = cells.first()?;
        let is_top = !records && below <= TOP;
        if self.repeats(row, &cells, is_top) {
            return Some(Why::Header);
        }
        let looked_at = if below <= EXAMPLES { FIRST } else { 1 };
        let mut looked = cells.iter().map(|(column, _)| *column).take(looked_at);
        if is_example(first.as_deref(), &cells, below)
            || self.is_marked(row, &mut looked)
            || below <= EXAMPLES && is_to_be_deleted(row)
        {
            return Some(Why::Example);
        }
        if records && self.is_moved(row, &cells) {
            return Some(Why::Moved);
        }
        let why = if is_top && self.is_hint(&cells) {
            Why::Hint
        } else if is_top && self.is_unit(&cells) {
            Why::Unit
        } else if is_total(&cells) {
            Why::Total
        } else if self.is_footer(&cells)
            || records && cells.first().is_some_and(|(column, _)| self.answers(row, *column))
        {
            Why::Footer
        } else {
            return None;
        };
        Some(why)
    }

    /// Every cell says what its column's header says, or the row is one from above the header.
    fn repeats(&self, row: &RawRow, cells: &Cells, is_top: bool) -> bool {
        if cells.iter().any(|(_, label)| label.is_none()) {
            return false;
        }
        let is_header = |column: usize| {
            let text = headers::text(row.cell(column)).unwrap_or_default();
            let name = normalize::header(&text);
            let known = self.levels.get(column);
            known.is_some_and(|texts| !name.is_empty() && texts.contains(&name))
                || is_top && self.means_the_same(column, &text)
        };
        cells.iter().all(|(column, _)| is_header(*column))
            || self.titles.iter().any(|title| title.len() == cells.len() && *title == texts(row))
    }

    /// The header's last row.
    pub const fn header_row(&self) -> u32 {
        self.last_row
    }

    /// Nothing but headers, at least two of them this sheet's own, and not where those stand.
    fn is_moved(&self, row: &RawRow, cells: &Cells) -> bool {
        if cells.len() < 3 || cells.iter().any(|(_, label)| label.is_none()) {
            return false;
        }
        let name =
            |column: usize| normalize::header(&headers::text(row.cell(column)).unwrap_or_default());
        let is_own = |column: usize| {
            let name = name(column);
            !name.is_empty() && self.levels.iter().any(|texts| texts.contains(&name))
        };
        let kinds = || self.bound.iter().map(|(_, kind, _)| *kind);
        let is_place = |column: usize| {
            let text = headers::text(row.cell(column)).unwrap_or_default();
            kinds()
                .next()
                .is_some_and(|kind| Index::of(kind).resolve(&text, &Customs::new()).is_some())
        };
        cells.iter().filter(|(column, _)| is_own(*column)).count() >= 2
            && cells.iter().all(|(column, _)| is_own(*column) || is_place(*column))
    }

    fn means_the_same(&self, column: usize, text: &str) -> bool {
        self.bound.iter().filter(|(bound, ..)| *bound == column).any(|(_, kind, path)| {
            let meaning = Index::of(kind).resolve(text, &Customs::new());
            meaning.is_some_and(|meaning| meaning.slot.to_string() == *path)
        })
    }

    /// Hints in at least half of the cells, in at least two (or the only one), and in those of
    /// required fields.
    fn is_hint(&self, cells: &Cells) -> bool {
        let is_hint = |label: &Option<String>| label.as_deref().is_some_and(rows::is_hint);
        let hints = cells.iter().filter(|(_, label)| is_hint(label)).count();
        let required = cells
            .iter()
            .filter(|(column, _)| self.required.contains(column))
            .all(|(_, l)| is_hint(l));
        required && hints >= cells.len().min(2) && hints * 2 >= cells.len()
    }

    /// Nothing but units; required fields have none.
    fn is_unit(&self, cells: &Cells) -> bool {
        let is =
            |test: fn(&str) -> bool, label: &Option<String>| label.as_deref().is_some_and(test);
        cells.iter().any(|(_, label)| is(rows::is_unit, label))
            && cells.iter().all(|(column, label)| {
                is(rows::is_no_unit, label)
                    || is(rows::is_unit, label) && !self.required.contains(column)
            })
    }

    /// A mark with a name behind it in the place of the name: 示例 张三. Elsewhere it may be a
    /// company's (Example Corp).
    fn is_marked(&self, row: &RawRow, looked: &mut impl Iterator<Item = usize>) -> bool {
        looked.any(|column| {
            self.required.contains(&column)
                && matches!(row.cell(column), RawCell::Text(text) if rows::is_example_of(text))
        })
    }

    /// Who signs the table or answers questions about it, perhaps with a phone; not where the column's
    /// own header asks for such a person or for remarks, nor, without a colon, in a column of what
    /// people are.
    fn answers(&self, row: &RawRow, column: usize) -> bool {
        let Some(label) = Some(row.cell(column)).filter(|cell| rows::may_sign(*cell)) else {
            return false;
        };
        let Some(label) = rows::label(label) else { return false };
        let (word, rest) = label.split_once(':').unwrap_or((&label, ""));
        let asks = |text: &String| {
            !text.is_empty() && (text.contains(word) || word.contains(&**text))
                || rows::is_of_remarks(text)
        };
        let asked = self.levels.get(column).is_some_and(|texts| texts.iter().any(asks));
        let of_people = self.bound.iter().any(|(bound, ..)| *bound == column)
            && !self.required.contains(&column);
        rows::signs_or_answers(&label) && !asked && !(of_people && rest.is_empty())
    }

    /// A signature or page number, or a note that stands alone; not where the column's own header
    /// asks for it.
    fn is_footer(&self, cells: &Cells) -> bool {
        let Some((column, Some(first))) = cells.first() else { return false };
        let asked = |word: &str| {
            let header = self.levels.get(*column);
            header.is_some_and(|texts| texts.iter().any(|text| text.contains(word)))
        };
        if let Some(word) = rows::signed(first) {
            return !asked(word);
        }
        let pages = cells.iter().all(|(_, l)| l.as_deref().is_some_and(rows::is_page));
        let (word, _) = first.split_once(':').unwrap_or((first, ""));
        pages
            || cells.len() == 1
                && rows::is_note(first)
                && !(word.len() < first.len() && asked(word))
    }
}

/// A mark in the first cell, or near the header in one of the first.
fn is_example(first: Option<&str>, cells: &Cells, below: u32) -> bool {
    let marked = |label: &str| rows::is_example(label) || rows::ends_as_example(label);
    first.is_some_and(rows::is_example)
        || below <= EXAMPLES
            && cells.iter().take(FIRST).any(|(_, label)| label.as_deref().is_some_and(marked))
}

/// A remark that asks for the row, an example, to be deleted.
fn is_to_be_deleted(row: &RawRow) -> bool {
    row.cells()
        .filter(|cell| rows::may_be_example(*cell))
        .any(|cell| rows::label(cell).is_some_and(|label| rows::is_to_be_deleted(&label)))
}

/// A total in the first text, and nothing but amounts beside it.
fn is_total(cells: &Cells) -> bool {
    let Some(at) = cells.iter().position(|(_, label)| label.is_some()) else { return false };
    let is_first = cells[at].1.as_deref().is_some_and(rows::is_total);
    is_first
        && cells.iter().enumerate().all(|(other, (_, label))| {
            other == at || label.as_deref().is_none_or(|l| rows::is_amount(l) || rows::is_total(l))
        })
}

/// The texts of a row with their columns.
fn texts(row: &RawRow) -> Vec<(usize, String)> {
    (0..row.width()).filter_map(|column| Some((column, headers::text(row.cell(column))?))).collect()
}

#[cfg(test)]
mod tests;
