//! Which sheets of a book are read, where their header is, and of what kinds their rows are.
//!
//! Must not know: what is in the cells below the header.

use std::collections::HashMap;
use std::sync::Arc;

use crate::bind::signs::{self, Signs};
use crate::bind::{self, BindOptions, Binding, FoundValues, Tenant, search};
use crate::header::Header;
use crate::lexicon::nearest;
use crate::mapping::RecordMapping;
use crate::problem::{Arg, Code, Complaint, Place, Problem, both};
use crate::rows::aside::{columns_told, hidden_columns};
use crate::sheet::{Defect, Fault, Outline, RawCell, RawRow};
use crate::spec::{Kind, KindId};

use super::codes;
use super::found;
use super::grounds;
use super::halves;
use super::head::Head;
use super::order::{Hidden, IntakeOptions};
use super::sample;
use super::tables::Tables;
use super::words::texts;

/// Sheets of a mapping file that are named where it does not speak of one.
const NAMED: usize = 5;

/// A sheet's header with what it binds to.
pub(super) struct Bound {
    /// The header among the rows that were read ahead.
    pub(super) header: Header,
    /// One binding per kind.
    pub(super) bindings: Vec<Binding>,
    /// The header's texts by column.
    pub(super) texts: Vec<String>,
    /// What is to be said of the choice.
    pub(super) warnings: Vec<Problem>,
}

/// Why a sheet is not read.
pub(super) enum NotBound {
    /// No header was found, or no mapping record speaks of the sheet: it may be passed over.
    Foreign(Problem),
    /// Its header is wrong: the input can't be used.
    Wrong(Vec<Problem>),
    /// Its rows could be read, and nothing says as what.
    Unclear(Box<Signs>),
}

/// Find the header among the first rows and bind it for every kind that is meant.
pub(super) fn bind_sheet(
    order: &IntakeOptions,
    tables: &mut Tables,
    head: &Head,
) -> Result<Bound, NotBound> {
    let Head { place, outline, rows, stamp, values, is_one_of_many } = head;
    let mapped = order.mapped(place);
    if order.mapping.is_some() && mapped.is_empty() {
        let complaint = Complaint::with(Code::SheetNotMapped, [others_mapped(order, place)]);
        return Err(NotBound::Foreign(Problem::at(place.clone(), complaint)));
    }
    let wanted: Vec<&'static Kind> = match order.kind {
        Some(kind) => vec![crate::kinds::of(kind)],
        None if mapped.is_empty() => crate::kinds::ALL.to_vec(),
        None => mapped.iter().map(|record| crate::kinds::of(record.kind)).collect(),
    };
    let record = mapped.first().copied();
    let header = match order.header_row_of(place) {
        Some(number) => search::header_at(rows, outline, number, &wanted, record)
            .ok_or_else(|| Complaint::with(Code::HeaderRowEmpty, [number.to_string()])),
        None => search::header(rows, outline, &wanted, record)
            .ok_or_else(|| Complaint::new(Code::HeaderNotFound)),
    };
    let mut header = header.map_err(|complaint| {
        let problem = undecodable(place, rows);
        NotBound::Foreign(problem.unwrap_or_else(|| Problem::at(place.clone(), complaint)))
    })?;
    let mut texts = texts(&header.row);
    let mut warnings = unread(order, head, &mut header, &mut texts);
    let kinds = kinds(order, (place, *is_one_of_many), (&header, *stamp), &mapped)?;
    let mut bindings = Vec::new();
    let mut problems = Vec::new();
    for (kind, record) in kinds {
        let found = match &order.directory {
            Some(directory) => found::found(kind, &texts, values, directory),
            None => Vec::new(),
        };
        match bind_kind(order, tables, place, (&header, &found), kind, record) {
            Ok(mut binding) => {
                binding.reading.epoch = outline.epoch;
                let below = rows.iter().filter(|row| row.number() > header.last_row);
                let below: Vec<&RawRow> = below.collect();
                binding.suggest_only(|path, column| sample::fits(kind, path, column, &below));
                problems.extend(codes::unknown(&binding, place));
                if record.is_none() {
                    problems.extend(halves::one(&binding, &header, outline, rows, place));
                }
                bindings.push(binding);
            }
            Err(mut found) => {
                halves::tell(kind, &header, rows, &mut found);
                problems.append(&mut found);
            }
        }
    }
    if problems.is_empty() {
        if mapped.is_empty() && order.kind.is_some() {
            warnings.extend(bindings.iter().filter_map(|b| grounds::doubtful(b, &header, place)));
        }
        Ok(Bound { header, bindings, texts, warnings })
    } else {
        problems.append(&mut warnings);
        Err(NotBound::Wrong(problems))
    }
}

/// How a hidden column is headed where its rows are written again: as one that binds to nothing.
const HIDDEN: &str = "muster_hidden ";

/// Take what is hidden, and what is a table of its own, out of the header, and say so.
fn unread(
    order: &IntakeOptions,
    head: &Head,
    header: &mut Header,
    texts: &mut [String],
) -> Vec<Problem> {
    let hidden = hide(order, &head.outline, header, texts);
    let beside = header.hide_beside();
    head_as_unbound(&beside, texts);
    let told = hidden_columns(&hidden, &head.place);
    told.into_iter().chain(columns_told(Code::TableBeside, &beside, &head.place)).collect()
}

/// Take hidden columns out of the header, unless they are to be read.
pub(super) fn hide(
    order: &IntakeOptions,
    outline: &Outline,
    header: &mut Header,
    texts: &mut [String],
) -> Vec<(usize, String)> {
    if order.hidden == Hidden::Read {
        return Vec::new();
    }
    let hidden = header.hide(&outline.hidden_columns);
    head_as_unbound(&hidden, texts);
    hidden
}

fn head_as_unbound(columns: &[(usize, String)], texts: &mut [String]) {
    for (column, _) in columns {
        if let Some(text) = texts.get_mut(*column) {
            text.insert_str(0, HIDDEN);
        }
    }
}

type KindWithRecord<'a> = (&'static Kind, Option<&'a RecordMapping>);

/// Of what kinds the rows are: as told, else as the header itself says. It is never guessed.
fn kinds<'a>(
    order: &IntakeOptions,
    (place, is_one_of_many): (&Place, bool),
    (header, stamp): (&Header, Option<KindId>),
    mapped: &[&'a RecordMapping],
) -> Result<Vec<KindWithRecord<'a>>, NotBound> {
    let mut candidates = Vec::new();
    for kind in crate::kinds::ALL {
        match mapped {
            [] if order.kind.is_none_or(|told| told == kind.id) => candidates.push((*kind, None)),
            _ => {
                let own = mapped.iter().filter(|record| record.kind == kind.id);
                candidates.extend(own.map(|record| (*kind, Some(*record))));
            }
        }
    }
    let mut found = candidates
        .into_iter()
        .filter_map(|(kind, record)| bind::relatives(kind, header, record, place));
    if let Some(problem) = found.next() {
        return Err(NotBound::Foreign(problem));
    }
    if !mapped.is_empty() {
        return Ok(mapped
            .iter()
            .map(|record| (crate::kinds::of(record.kind), Some(*record)))
            .collect());
    }
    if let Some(kind) = order.kind.map(crate::kinds::of) {
        if is_one_of_many && bind::names_nobody(kind, header) {
            return Err(NotBound::Foreign(grounds::lacking(&[kind], header, place)));
        }
        return Ok(vec![(kind, None)]);
    }
    if let Some((_, fix)) = order.fix(place).filter(|(_, fix)| !fix.kinds.is_empty()) {
        return Ok(fix.kinds.iter().map(|kind| (crate::kinds::of(*kind), None)).collect());
    }
    let signs = signs::signs(header, stamp);
    let candidates = bind::candidates(header, None, order.accept);
    match signs.kind() {
        Some(kind) if candidates.iter().any(|candidate| candidate.id == kind.id) => {
            Ok(vec![(kind, None)])
        }
        Some(kind) => Err(NotBound::Foreign(grounds::lacking(&[kind], header, place))),
        None if candidates.is_empty() => {
            Err(NotBound::Foreign(grounds::lacking(crate::kinds::ALL, header, place)))
        }
        None => Err(NotBound::Unclear(Box::new(signs))),
    }
}

fn bind_kind(
    order: &IntakeOptions,
    tables: &mut Tables,
    place: &Place,
    (header, found): (&Header, &[FoundValues]),
    kind: &'static Kind,
    mapping: Option<&RecordMapping>,
) -> Result<Binding, Vec<Problem>> {
    let tenant = Tenant { found, directory: order.directory.as_deref() };
    let bound =
        with_how(order, tables, mapping, |how| bind::bind_found(kind, header, place, how, tenant));
    bound.map(|mut binding| {
        binding.reading.dates = order.dates.or(binding.reading.dates);
        let zone = &binding.reading.timezone;
        binding.reading.today = order.now.map(|now| zone.to_datetime(now).date());
        binding.reading.directory.clone_from(&order.directory);
        binding.reading.id_types.clone_from(&order.id_types);
        codes::compare_names(&mut binding);
        binding
    })
}

/// Bind with the tables of a mapping record at hand.
pub(super) fn with_how<T>(
    order: &IntakeOptions,
    tables: &mut Tables,
    mapping: Option<&RecordMapping>,
    bind: impl FnOnce(&BindOptions<'_>) -> Result<T, Vec<Problem>>,
) -> Result<T, Vec<Problem>> {
    let loaded: HashMap<String, Arc<HashMap<String, String>>> = match mapping {
        Some(record) => tables.load(order, record).map_err(|problem| vec![problem])?,
        None => HashMap::new(),
    };
    let (allow_keyless, accept) = (order.allow_keyless, order.accept);
    bind(&BindOptions { mapping, tables: &loaded, allow_keyless, accept })
}

/// The sheets that a mapping file speaks of, as a remark of one that it does not speak of.
fn others_mapped(order: &IntakeOptions, place: &Place) -> Arg {
    let records = order.mapping.iter().flat_map(|mapping| &mapping.records);
    let all = records.filter_map(|record| {
        let sheet = record.sheet.as_deref()?;
        let near = nearest::meant(sheet, place.sheet.as_deref());
        let meant = |lang| if near.is_empty() { "" } else { lang };
        let (zh, en) = match record.sheet_line {
            Some(line) => {
                (format!("第 {line} 行写的是「{sheet}」"), format!("line {line} says `{sheet}`"))
            }
            None => (format!("写的是「{sheet}」"), format!("it says `{sheet}`")),
        };
        let this = (meant("（是不是指这个？）"), meant(" (is this one meant?)"));
        Some((format!("，{zh}{}", this.0), format!(", {en}{}", this.1)))
    });
    let (zh, en): (Vec<_>, Vec<_>) = all.take(NAMED).unzip();
    if zh.is_empty() { Arg::default() } else { both(&zh.concat(), &en.concat()) }
}

/// A header that was not found because the rows could not be decoded: the first such cell.
fn undecodable(place: &Place, rows: &[RawRow]) -> Option<Problem> {
    let broken = RawCell::Fault(Fault::Defect(Defect::Undecodable));
    rows.iter().find_map(|row| {
        let column = row.cells().position(|cell| cell == broken)?;
        let column = u32::try_from(column).ok();
        let place = Place { row: Some(row.number()), column, ..place.clone() };
        Some(Problem::at(place, Complaint::new(Code::CellUndecodable)))
    })
}
