//! The header of a child sheet → the places of one entry that its columns feed.
//!
//! Must not know: which file the sheet is in, cells below the header.

use std::sync::Arc;

use super::binding::{Column, Unbound};
use super::claims;
use super::columns::{column, dates};
use super::customs;
use super::derived::template;
use super::how::BindOptions;
use super::required;
use super::shape::Template;
use crate::header::{self, Header, Names};
use crate::lexicon::headers;
use crate::lexicon::labels::Index;
use crate::lexicon::normalize;
use crate::lexicon::path::{self, Customs};
use crate::mapping::{ChildMapping, HeaderRef};
use crate::problem::{Code, Complaint, Place, Problem, Severity};
use crate::resolve::Directory;
use crate::sheet::address::column_name;
use crate::sheet::{Epoch, Outline, RawRow};
use crate::spec::{Group, Kind, Slot, Target};

/// What the header of a child sheet means.
#[derive(Clone, Debug)]
pub struct ChildBinding {
    /// The group whose entries its rows are.
    pub group: &'static Group,
    /// The header's row as Excel numbers it; entries begin below.
    pub header_row: u32,
    /// The column, from 0, that names the parent, and its header.
    pub key: (usize, Arc<str>),
    /// The columns that feed an entry.
    pub columns: Vec<ChildColumn>,
    /// From where the sheet's numbers count days.
    pub epoch: Epoch,
    /// Columns that feed nothing.
    pub unbound: Vec<Unbound>,
    /// Warnings of the binding itself.
    pub warnings: Vec<Problem>,
}

/// One column of a child sheet.
#[derive(Clone, Debug)]
pub struct ChildColumn {
    /// Column of the child sheet, from 0.
    pub index: usize,
    /// The header as the child sheet has it.
    pub header: Arc<str>,
    /// The column that it is in the gathered row, for each entry.
    pub template: Template,
}

/// Which of the first rows are the header of a child sheet: of those that hold the key's header, the
/// ones in which most headers bind, the first and fewest of equals.
pub fn find(
    kind: &'static Kind,
    mapping: &ChildMapping,
    rows: &[RawRow],
    outline: &Outline,
    (how, directory): (&BindOptions<'_>, Option<&Directory>),
) -> Option<Header> {
    let mut best: Option<(usize, Header)> = None;
    for header in header::possible(rows, outline, kind) {
        let reading = read(kind, mapping, Names::from(&header), (how, directory));
        if reading.find(&mapping.key_child).is_empty() {
            continue;
        }
        let score = reading.fed.len();
        if best.as_ref().is_none_or(|(highest, _)| score > *highest) {
            best = Some((score, header));
        }
    }
    best.map(|(_, header)| header)
}

/// Bind the header row of a child sheet. `place` is the sheet.
///
/// # Errors
///
/// Everything that makes the sheet unreadable, at once: the key's column missing, two columns for
/// one field, what `strict` refuses, no column that feeds anything.
pub fn bind<'h>(
    kind: &'static Kind,
    mapping: &ChildMapping,
    header: impl Into<Names<'h>>,
    place: &Place,
    (how, directory): (&BindOptions<'_>, Option<&Directory>),
) -> Result<ChildBinding, Vec<Problem>> {
    let names: Names<'_> = header.into();
    let number = names.row.number();
    let place = Place { row: Some(number), ..place.clone() };
    let reading = read(kind, mapping, names, (how, directory));
    let mut problems = problems(&reading, &place, how);
    if let Some(directory) = directory {
        let fed: Vec<&Slot> = reading.fed.iter().map(|(_, slot)| slot).collect();
        let group = mapping.group;
        problems.extend(required::missing_of_entry(kind, group, &fed, directory, &place));
    }
    let (errors, warnings): (Vec<_>, Vec<_>) =
        problems.into_iter().partition(|problem| problem.severity() == Severity::Error);
    let (Some(key), true) = (reading.key, errors.is_empty()) else { return Err(errors) };
    let text = |index: usize| reading.text(index);
    Ok(ChildBinding {
        group: mapping.group,
        header_row: number,
        key: (key, text(key)),
        columns: reading
            .fed
            .iter()
            .map(|(index, slot)| {
                let path: Arc<str> = slot.to_string().into();
                let dates = dates(&[*index], &reading.headers, how);
                let first = column(*index, &text(*index), slot.clone(), &path, how);
                let first = Column { dates, ..first };
                let template = template(&first, how);
                ChildColumn { index: *index, header: text(*index), template }
            })
            .collect(),
        epoch: Epoch::default(),
        unbound: reading
            .unbound
            .iter()
            .map(|index| {
                let (header, written) = (text(*index), text(*index));
                Unbound { index: *index, header, written, suggestion: None, period: None }
            })
            .collect(),
        warnings,
    })
}

/// The headers of a child sheet, each with what it means.
struct ChildHeaders {
    headers: Vec<(usize, Arc<str>)>,
    /// What else columns are called, below a heading.
    own: Vec<(usize, Arc<str>)>,
    key: Option<usize>,
    fed: Vec<(usize, Slot)>,
    unbound: Vec<usize>,
    complaints: Vec<Complaint>,
}

impl ChildHeaders {
    fn text(&self, column: usize) -> Arc<str> {
        let header = self.headers.iter().find(|(index, _)| *index == column);
        header.map_or_else(|| "".into(), |(_, text)| Arc::clone(text))
    }

    /// The columns that a listed header means: by their texts, else by what else they are called.
    fn find(&self, header: &HeaderRef) -> Vec<usize> {
        let found = header.find(&self.headers);
        if found.is_empty() { header.find(&self.own) } else { found }
    }

    /// The one column that a listed header means.
    fn listed(&mut self, header: &HeaderRef, absent: Code) -> Option<usize> {
        let found = self.find(header);
        let complaint = match found.as_slice() {
            [one] => return Some(*one),
            [] => Complaint::with(absent, [header.text.clone().into(), header.written()]),
            [_, _, ..] => {
                let args = [header.text.clone(), found.len().to_string()];
                Complaint::with(Code::HeaderAmbiguous, args)
            }
        };
        self.complaints.push(complaint);
        None
    }
}

fn read(
    kind: &'static Kind,
    mapping: &ChildMapping,
    names: Names<'_>,
    (how, directory): (&BindOptions<'_>, Option<&Directory>),
) -> ChildHeaders {
    let strict = how.mapping.is_some_and(|mapping| mapping.strict);
    let mut reading = ChildHeaders {
        headers: headers::of(names.row, usize::MAX),
        own: names.own.to_vec(),
        key: None,
        fed: Vec::new(),
        unbound: Vec::new(),
        complaints: Vec::new(),
    };
    reading.key = reading.listed(&mapping.key_child, Code::ChildKeyMissing);
    let mut taken: Vec<usize> = reading.key.into_iter().collect();
    let ignored = how.mapping.map(|mapping| mapping.ignore.as_slice()).unwrap_or_default();
    taken.extend(ignored.iter().flat_map(|header| reading.find(header)));
    let absent = if strict { Code::HeaderGone } else { Code::HeaderAbsent };
    for (header, slots) in &mapping.columns {
        taken.extend(reading.find(header));
        if let Some(column) = reading.listed(header, absent) {
            reading.fed.extend(slots.iter().map(|slot| (column, slot.clone())));
        }
    }
    let none = Customs::new();
    let customs = how.mapping.map_or(&none, |mapping| &mapping.customs);
    let mut degrees = Vec::new();
    for (column, text) in &reading.headers {
        if taken.contains(column) {
            continue;
        }
        let own = reading.own.iter().filter(|(own, _)| own == column).map(|(_, text)| text);
        let mut texts = std::iter::once(text).chain(own);
        let own = texts.clone().find_map(|text| own_name(kind, mapping.group, text, customs));
        let added = || texts.find_map(|text| added(kind, mapping.group, text, directory?));
        match own.or_else(added) {
            Some(slot) if !strict && claims::is_degree(text) => degrees.push((*column, slot)),
            Some(slot) if !strict => reading.fed.push((*column, slot)),
            Some(_) | None => reading.unbound.push(*column),
        }
    }
    // 学位 beside 学历 is a second column for one field.
    for (column, slot) in degrees {
        let path = slot.to_string();
        if reading.fed.iter().any(|(_, other)| other.to_string() == path) {
            reading.unbound.push(column);
        } else {
            reading.fed.push((column, slot));
        }
    }
    reading.unbound.sort_unstable();
    if let Some(directory) = directory {
        for (_, slot) in &mut reading.fed {
            slot.set_custom_type(|id| customs::type_of(id, how.mapping, directory));
        }
    }
    reading
}

/// The one field that the tenant has added to the group and that a header is called as.
fn added(
    kind: &'static Kind,
    group: &'static Group,
    header: &str,
    directory: &Directory,
) -> Option<Slot> {
    let name = normalize::header(header);
    let active = directory.customs().iter().filter(|field| field.active);
    let named = active.filter(|field| field.named_by(&name) == Some(1));
    let mut slots = named.filter_map(|field| {
        let target = customs::place(kind, field, 1, field.ty)?;
        let is_own =
            matches!(&target, Target::EntryCustom { group: own, .. } if own.key == group.key);
        is_own.then_some(Slot { kind: kind.id, target })
    });
    slots.next().filter(|_| slots.next().is_none())
}

/// What a header means within the group: by its path, under the group's name, by itself.
fn own_name(
    kind: &'static Kind,
    group: &'static Group,
    header: &str,
    customs: &Customs,
) -> Option<Slot> {
    let index = Index::of(kind);
    let by_path = || path::find(kind, &format!("{}.{header}", group.key), customs).ok();
    let by_name = |header: &str| index.resolve(header, customs).map(|meaning| meaning.slot);
    by_path()
        .or_else(|| by_name(&format!("{}-{header}", group.zh)))
        .or_else(|| by_name(header))
        .filter(|slot| match &slot.target {
            Target::Entry { group: own, n: 1, .. }
            | Target::EntryCustom { group: own, n: 1, .. } => own.key == group.key,
            Target::Entry { .. }
            | Target::EntryCustom { .. }
            | Target::Field(_)
            | Target::Custom { .. }
            | Target::Module { .. } => false,
        })
}

fn problems(reading: &ChildHeaders, place: &Place, how: &BindOptions<'_>) -> Vec<Problem> {
    let strict = how.mapping.is_some_and(|mapping| mapping.strict);
    let at = |column: Option<usize>, complaint: Complaint| {
        let place = Place { column: column.and_then(|c| u32::try_from(c).ok()), ..place.clone() };
        let header = column.map(|column| reading.text(column));
        Problem { header, ..Problem::at(place, complaint) }
    };
    let complaints = reading.complaints.iter().cloned().map(|mut complaint| {
        claims::name_nearest(&mut complaint, &reading.headers);
        at(None, complaint)
    });
    let mut problems: Vec<Problem> = complaints.collect();
    for (at_second, (second, slot)) in reading.fed.iter().enumerate() {
        let path = slot.to_string();
        let first = reading.fed[..at_second]
            .iter()
            .find(|(first, other)| first != second && other.to_string() == path);
        if let Some((first, _)) = first {
            let name = |column: usize| {
                let letters = column_name(u32::try_from(column).unwrap_or(u32::MAX));
                format!("{letters} {}", reading.text(column))
            };
            let args = [name(*first), name(*second), slot.plain_path()];
            problems.push(at(Some(*second), Complaint::with(Code::HeaderTwice, args)));
        }
    }
    if reading.fed.is_empty() {
        problems.push(at(None, Complaint::new(Code::ChildFeedsNothing)));
    }
    let code = if strict { Code::HeaderUnlisted } else { Code::ChildHeaderUnbound };
    problems.extend(reading.unbound.iter().map(|column| at(Some(*column), Complaint::new(code))));
    problems
}
