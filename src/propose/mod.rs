//! A header and a look at the rows below it → a proposed mapping: what each column feeds and how
//! sure that is, what could not be told, which local labels want a value.
//!
//! Must not know: files, how cells are read (the caller brings [`Sample`]s), how a proposal is
//! written down (`toml`, `crate::template::mapping`).

mod compose;
mod names;
mod shape;
pub(crate) mod toml;

use std::sync::Arc;

use crate::bind::{DateOrder, Tenant, claims};
use crate::header::Names;
use crate::lexicon::labels::header_of;
use crate::lexicon::normalize;
use crate::lexicon::path::{self, Customs};
use crate::lexicon::suggest::{self, Suggestion};
use crate::mapping::{HeaderRef, RecordMapping};
use crate::problem::{Arg, Lang};
use crate::spec::{Choice, Kind, Slot, Target};

pub(crate) use compose::{About, label_of, propose};
pub(crate) use names::{InList, Named, NamedValue};
pub(crate) use shape::child;

/// How many meanings are named for a column that binds to nothing.
const SUGGESTIONS: usize = 3;
/// A bare header of a career or a project, beside an unmistakable column of its group.
const VOUCHED: f64 = 0.8;
/// Another name of the field than its own.
const ALIAS: f64 = 0.95;

/// The columns of a header with what each means by its name.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    /// The kind of the records.
    pub kind: &'static Kind,
    /// The last row of the header, as Excel numbers it.
    pub header_row: u32,
    /// Every column with a header, from the left.
    pub columns: Vec<DraftColumn>,
    /// The paths that several columns make by their own names: the columns, from the top on, and the
    /// place.
    pub paths: Vec<(Vec<usize>, Arc<str>)>,
}

/// One column of a [`Draft`].
#[derive(Clone, Debug)]
pub struct DraftColumn {
    /// The column, from 0.
    pub index: usize,
    /// The header, with the headings above it folded in.
    pub header: Arc<str>,
    /// How a mapping file names exactly this column: `学校`, `学校@2`, `#7`.
    pub name: String,
    /// The places that it feeds, each with how sure that is, 0 to 1.
    pub feeds: Vec<(Slot, f64)>,
    /// The column on its left that feeds the same place already: one of the two must go.
    pub taken_by: Option<Arc<str>>,
    /// The mapping file at hand ignores it.
    pub ignored: bool,
    /// What it may mean where it feeds nothing, the likeliest first.
    pub suggestions: Vec<Suggestion>,
    /// The place of whose path it is a level: with other columns it makes that path, or it says what stands
    /// above what another column says.
    pub level_of: Option<Arc<str>>,
}

/// What a look at a column's cells found.
#[derive(Clone, Debug, Default)]
pub struct Sample {
    /// A value, masked where it may be a person's.
    pub example: Option<String>,
    /// Cells with content.
    pub filled: u64,
    /// Of these, cells that the field refuses.
    pub unfit: u64,
    /// Labels that a choice field does not know, with the number of their rows, commonest first.
    pub labels: Vec<(String, u64)>,
    /// There are more different labels than were kept: no labels at all, it seems.
    pub labels_cut: bool,
    /// Dates with two readings.
    pub two_readings: u64,
    /// The first of them stands in this row.
    pub first_two_readings: Option<u32>,
    /// The orders under which every date of the column can be read.
    pub orders: Vec<DateOrder>,
    /// Cells that hold two dates: `2014.09-2018.06`.
    pub periods: u64,
    /// Cells that begin with an ideograph, kana or hangul.
    pub eastern: u64,
}

/// A proposed `[[record]]`.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// The kind of the records.
    pub kind: &'static Kind,
    /// On what grounds it is this kind, in both languages.
    pub why: Arg,
    /// The file's name, without folders.
    pub file: String,
    /// The proposal speaks of several files: this one must be named.
    pub name_file: bool,
    /// The sheet; none for CSV.
    pub sheet: Option<String>,
    /// The header's last row.
    pub header_row: u32,
    /// How many rows were looked at.
    pub rows: u64,
    /// Every column, from the left.
    pub columns: Vec<ProposedColumn>,
    /// Required fields that no column feeds: path and labels.
    pub missing: Vec<Missing>,
    /// Local labels that want a value.
    pub values: Vec<ProposedValues>,
    /// Where dates have two readings.
    pub dates: Option<ProposedDates>,
    /// Fields made of several columns, or several fields of one.
    pub derives: Vec<Derived>,
    /// Sheets whose rows belong to these records.
    pub children: Vec<ProposedChild>,
    /// Values for places without one, by path, as the mapping file at hand gives them.
    pub defaults: Vec<(String, String)>,
}

/// A required field that no column feeds.
#[derive(Clone, Debug)]
pub struct Missing {
    /// Its path.
    pub path: String,
    /// What it is called.
    pub name: Arg,
    /// The tenant requires it, and not Feishu.
    pub by_tenant: bool,
}

/// One column of a [`Proposal`].
#[derive(Clone, Debug)]
pub struct ProposedColumn {
    /// What its header means.
    pub column: DraftColumn,
    /// What its cells hold.
    pub sample: Sample,
}

/// Labels of one field.
#[derive(Clone, Debug)]
pub struct ProposedValues {
    /// The field's path, without an entry's number.
    pub path: String,
    /// Its label in both languages.
    pub label: (String, String),
    /// What there is to choose from.
    pub choices: &'static [Choice],
    /// What the sheet says.
    pub labels: Vec<ProposedLabel>,
    /// There are too many different ones to be labels.
    pub cut: bool,
    /// It is a field of IDs, and the labels are names; else one of choices.
    pub named: bool,
    /// Of names, what there is to choose from, where the list is known.
    pub options: Vec<String>,
}

/// One local label.
#[derive(Clone, Debug)]
pub struct ProposedLabel {
    /// As the sheet has it.
    pub text: String,
    /// In how many of the rows that were looked at.
    pub rows: u64,
    /// The choice that is nearest: shown, never taken.
    pub nearest: Option<&'static Choice>,
    /// Of a name, what the tenant's list has for it, or for what it was given.
    pub found: InList,
    /// What the mapping file at hand gives it.
    pub signed: Option<String>,
}

impl ProposedLabel {
    /// What it means, where that is signed or sure.
    pub fn settled(&self) -> Option<&str> {
        self.signed.as_deref().or_else(|| self.found.settled())
    }
}

/// What is known of the order of day, month and year.
#[derive(Clone, Debug)]
pub struct ProposedDates {
    /// The header of a column with dates of two readings.
    pub header: Arc<str>,
    /// The row of the first of them.
    pub row: u32,
    /// How many there are.
    pub count: u64,
    /// The order that the values of the sheet's other columns settle, if they settle one.
    pub order: Option<DateOrder>,
}

/// A field that is made of cells, as `[[record.derive]]` writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Derived {
    /// Several columns make one field: 姓 and 名.
    Join {
        /// The columns, as a mapping file names them.
        from: Vec<String>,
        /// What stands between two of them.
        separator: &'static str,
        /// The field's path.
        to: String,
    },
    /// The columns of the levels of a tree make one path; they do so without being told.
    Path {
        /// The columns, as a mapping file names them, from the top on.
        from: Vec<String>,
        /// The field's path.
        to: String,
    },
    /// One column holds both ends of a period.
    Range {
        /// The column, as a mapping file names it.
        from: String,
        /// The paths of beginning and end.
        to: [String; 2],
    },
}

/// A sheet whose rows belong to the records of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposedChild {
    /// The group that its rows are entries of.
    pub group: &'static str,
    /// The sheet.
    pub sheet: String,
    /// The header of its key.
    pub child_key: String,
    /// The header of the same key in the parent.
    pub parent_key: String,
    /// Headers with the fields of an entry.
    pub columns: Vec<(String, &'static str)>,
}

impl ProposedColumn {
    /// How sure the column's place is: by its name, half of that where most cells do not fit.
    pub fn confidence(&self) -> Option<f64> {
        let by_name = self.column.feeds.iter().map(|(_, sure)| *sure).reduce(f64::min)?;
        let fits = self.sample.unfit * 2 <= self.sample.filled;
        Some(if fits { by_name } else { by_name / 2.0 })
    }

    /// Whether it feeds nothing, alone or with others.
    pub fn is_loose(&self) -> bool {
        self.paths().is_empty() && self.column.level_of.is_none()
    }

    /// The paths that the column feeds, if nothing else feeds them.
    pub fn paths(&self) -> Vec<String> {
        if self.column.taken_by.is_some() {
            return Vec::new();
        }
        self.column.feeds.iter().map(|(slot, _)| slot.to_string()).collect()
    }
}

/// What the columns of a header mean for a kind, with what is known of the tenant.
pub(crate) fn draft<'a>(
    kind: &'static Kind,
    header: impl Into<Names<'a>>,
    mapping: Option<&RecordMapping>,
    tenant: Tenant<'_>,
) -> Draft {
    let names = header.into();
    let mut claims = claims::of(kind, names, mapping, usize::MAX);
    claims.tell(kind, mapping, tenant.found);
    claims.name_customs(kind, mapping, tenant.directory);
    let listed: Vec<usize> = mapping
        .iter()
        .flat_map(|mapping| &mapping.columns)
        .flat_map(|(header, _)| header.find(&claims.headers))
        .collect();
    let mut feeding: Vec<(String, Arc<str>)> = Vec::new();
    let mut later = Vec::new();
    let mut columns = Vec::with_capacity(claims.headers.len());
    for (index, header) in &claims.headers {
        let mut feeds = Vec::new();
        let mut taken_by = None;
        for claim in claims.bound.iter().filter(|claim| claim.index == *index) {
            let known = feeding.iter().find(|(path, _)| *path == *claim.path);
            taken_by = taken_by.or_else(|| known.map(|(_, by)| Arc::clone(by)));
            feeding.push((claim.path.to_string(), Arc::clone(header)));
            let by_hand = listed.contains(index);
            let sure =
                if by_hand { 1.0 } else { confidence(kind, header, &claim.slot, claim.sure()) };
            feeds.push((claim.slot.clone(), sure));
        }
        let level_of = claims.level_of(*index);
        let ignored = claims.ignored.contains(index) && level_of.is_none();
        let suggestions = match claims.unbound.iter().find(|(column, _)| column == index) {
            Some((_, known)) => suggest::with_known(kind, header, known.as_deref(), SUGGESTIONS),
            None => Vec::new(),
        };
        // What another column feeds by its own name would be fed twice.
        let free = |path: &str| claims.bound.iter().all(|claim| *claim.path != *path);
        let mut suggestions: Vec<Suggestion> =
            suggestions.into_iter().filter(|s| free(&s.path)).collect();
        if let (Some(_), Some((slot, _))) = (&taken_by, feeds.first()) {
            suggestions.extend(next_entry(slot, &mut later));
        }
        columns.push(DraftColumn {
            index: *index,
            header: Arc::clone(header),
            name: name_of(*index, header, &claims.headers),
            feeds,
            taken_by,
            ignored,
            suggestions,
            level_of,
        });
    }
    Draft { kind, header_row: names.row.number(), columns, paths: claims.paths() }
}

/// A header of a group that stands there once more may begin the next entry: 学校 … 学校 is
/// `education_list[1]` and `[2]`.
fn next_entry(slot: &Slot, later: &mut Vec<String>) -> Option<Suggestion> {
    let Target::Entry { group, n, field } = &slot.target else { return None };
    let path = (n + 1..=u16::try_from(group.max).unwrap_or(u16::MAX))
        .map(|n| Slot { kind: slot.kind, target: Target::Entry { group, n, field } }.to_string())
        .find(|path| !later.contains(path))?;
    later.push(path.clone());
    Some(Suggestion { path, confidence: VOUCHED })
}

/// How many columns of the header bind for a kind; not that of a code, which says little of the kind (工号).
pub(crate) fn bound<'a>(kind: &'static Kind, header: impl Into<Names<'a>>) -> usize {
    let claims = claims::of(kind, header.into(), None, usize::MAX);
    let telling = claims.bound.iter().filter(|claim| !claims.is_coded(claim));
    let mut columns: Vec<usize> = telling.map(|claim| claim.index).collect();
    columns.sort_unstable();
    columns.dedup();
    columns.len()
}

/// Whether a column of the header tells who somebody is, by a key of the kind.
pub(crate) fn identifies_people<'a>(kind: &'static Kind, header: impl Into<Names<'a>>) -> bool {
    let claims = claims::of(kind, header.into(), None, usize::MAX);
    claims.bound.iter().any(|claim| claim.slot.is_key(kind))
}

/// How sure it is that a header that binds by its own name means this place.
fn confidence(kind: &'static Kind, header: &str, slot: &Slot, sure: bool) -> f64 {
    if !sure {
        return VOUCHED;
    }
    let wanted = normalize::header(header);
    let own = [Lang::Zh, Lang::En].map(|lang| normalize::header(&header_of(slot, lang)));
    let label = slot.field().is_some_and(|field| {
        [field.zh, field.en].iter().any(|label| normalize::header(label) == wanted)
    });
    let path = path::find(kind, header, &Customs::new()).is_ok();
    if path || label || own.contains(&wanted) { 1.0 } else { ALIAS }
}

/// A name by which a mapping file finds this column and no other.
fn name_of(index: usize, header: &Arc<str>, headers: &[(usize, Arc<str>)]) -> String {
    let only = |text: String| {
        let found = HeaderRef::new(text.clone()).find(headers);
        (found == [index]).then_some(text)
    };
    let nth = headers.iter().filter(|(at, text)| *at <= index && text == header).count();
    only(header.to_string())
        .or_else(|| only(format!("{header}@{nth}")))
        .unwrap_or_else(|| format!("#{}", index + 1))
}

#[cfg(test)]
mod tests;
