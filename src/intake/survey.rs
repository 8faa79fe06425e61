//! A look at an input for a proposed mapping: its headers, whether they bind or not, and the first
//! rows below them.
//!
//! Must not know: how a proposal is written down.

use std::path::Path;
use std::sync::Arc;

use crate::bind::{self, Tenant, search};
use crate::header::Header;
use crate::kinds;
use crate::lexicon::headers;
use crate::mapping::RecordMapping;
use crate::problem::{Code, Complaint, Place, Problem, both};
use crate::propose::{self, About, Draft, Proposal, ProposedChild};
use crate::sheet::{Outline, RawRow, Stream as _};
use crate::source::{self, Book};
use crate::spec::{Kind, KindId};

use super::found::{self, Values};
use super::head::{self, HEAD_ROWS};
use super::order::IntakeOptions;
use super::words::{no_sheet, texts};
use super::{below, beside, grounds, named, sample, signed};

/// A sheet with a header.
struct HeadedSheet {
    index: usize,
    place: Place,
    header: Header,
    /// The kind whose template the workbook was made from.
    stamp: Option<KindId>,
}

/// The first rows of a sheet.
pub struct Head {
    /// File and sheet.
    pub place: Place,
    /// Its first rows.
    pub rows: Vec<RawRow>,
}

/// Propose a mapping for every sheet of the input whose rows are records, from at most `rows` rows
/// of each. `show` shows values that may be a person's.
///
/// # Errors
/// A file that can't be read, or in which nothing looks like a list of people.
pub fn propose(
    order: &IntakeOptions,
    rows: usize,
    show: bool,
) -> Result<Vec<Proposal>, Vec<Problem>> {
    let mut proposals = Vec::new();
    let mut foreign = Vec::new();
    for path in &order.files {
        match of_file(order, path, rows, show) {
            Ok(mut found) => proposals.append(&mut found),
            Err(problem) if problem.code() == Code::KindUnclear => foreign.push(problem),
            Err(problem) => return Err(vec![problem]),
        }
    }
    if proposals.is_empty() { Err(foreign) } else { Ok(proposals) }
}

/// At most `most` of the first rows of every visible sheet of the input's files.
///
/// # Errors
/// A file or sheet that can't be read.
pub fn heads(order: &IntakeOptions, most: usize) -> Result<Vec<Head>, Problem> {
    let mut heads = Vec::new();
    for path in &order.files {
        let shown: Arc<str> = Arc::from(path.to_string_lossy().as_ref());
        let mut book = source::open(path, &shown, &order.open)?;
        for (index, place) in sheets(order, &mut book)? {
            let rows = first_rows(&mut book, index, most)?;
            heads.push(Head { place, rows });
        }
    }
    Ok(heads)
}

fn of_file(
    order: &IntakeOptions,
    path: &Path,
    rows: usize,
    show: bool,
) -> Result<Vec<Proposal>, Problem> {
    let shown: Arc<str> = Arc::from(path.to_string_lossy().as_ref());
    let mut book = source::open(path, &shown, &order.open)?;
    let mut seen = Vec::new();
    let stamp = head::stamp(&mut book)?;
    for (index, place) in sheets(order, &mut book)? {
        let wanted = order.header_row_of(&place);
        let enough = wanted.and_then(|row| usize::try_from(row).ok()).unwrap_or(0);
        let head = first_rows(&mut book, index, HEAD_ROWS.max(enough))?;
        let outline = book.outline(index)?;
        if let Some(mut header) = header(order, &place, &head, &outline)? {
            header.hide_beside();
            seen.push(HeadedSheet { index, place, header, stamp });
        }
    }
    let records = records(order, &shown, &seen)?;
    let mut proposals = Vec::new();
    for (at, kind, mapping) in &records {
        let Some(sheet) = seen.get(*at) else { continue };
        let below = below::first(&mut book, (sheet.index, &sheet.header), rows)?;
        let found = found_values(order, kind, &sheet.header, &below);
        let tenant = Tenant { found: &found, directory: order.directory.as_deref() };
        let mut draft = propose::draft(kind, &sheet.header, *mapping, tenant);
        let all: Vec<&RawRow> = below.iter().collect();
        for column in draft.columns.iter_mut().filter(|column| column.feeds.is_empty()) {
            column.suggestions.retain(|one| sample::fits(kind, &one.path, column.index, &all));
        }
        let about = About {
            file: file_name(&shown),
            name_file: order.files.len() > 1,
            sheet: sheet.place.sheet.as_deref().map(str::to_owned),
            rows: u64::try_from(below.len()).unwrap_or(u64::MAX),
        };
        let samples = samples(&draft, &below, show);
        let below_all = (sheet.index, &sheet.header);
        let named = named::names(&mut book, below_all, &draft, order.directory.as_deref())?;
        let mut proposal = propose::propose(draft, samples, named, about);
        proposal.children = children(kind, sheet, &seen, &records);
        signed::complete(&mut proposal, *mapping, order.directory.as_deref());
        proposal.why = if mapping.is_some() {
            both("映射文件这样写的", "the mapping file says so")
        } else if order.kind.is_some() {
            both("--kind 这样写的", "--kind says so")
        } else {
            grounds::grounds(kind, &sheet.header, stamp)
        };
        proposals.push(proposal);
    }
    Ok(proposals)
}

/// Where the values of columns are found that may be one of several things.
fn found_values(
    order: &IntakeOptions,
    kind: &'static Kind,
    header: &Header,
    below: &[RawRow],
) -> Vec<bind::FoundValues> {
    let Some(directory) = &order.directory else { return Vec::new() };
    let headers = texts(&header.row);
    let values: Vec<Values> = (0..headers.len()).map(|at| Values::of(at, below)).collect();
    found::found(kind, &headers, &values, directory)
}

fn samples(draft: &Draft, rows: &[RawRow], show: bool) -> Vec<propose::Sample> {
    draft.columns.iter().map(|column| sample::of(draft.kind, column, rows, show)).collect()
}

/// The sheets that are looked at, by index.
fn sheets(order: &IntakeOptions, book: &mut Book) -> Result<Vec<(usize, Place)>, Problem> {
    let path = Arc::clone(book.name());
    let aside = beside::beside(order, Path::new(&*path), book);
    let at = |name: &Option<Arc<str>>| Place { sheet: name.clone(), ..Place::file(book.name()) };
    let all = book.sheets().iter().enumerate();
    if let Some(wanted) = &order.sheet {
        let found = all
            .filter(|(_, sheet)| sheet.name.as_deref() == Some(wanted.as_str()))
            .map(|(index, sheet)| (index, at(&sheet.name)))
            .collect::<Vec<_>>();
        if found.is_empty() {
            let complaint = no_sheet(wanted, book.sheets());
            return Err(Problem::at(Place::file(book.name()), complaint));
        }
        return Ok(found);
    }
    Ok(all
        .filter(|(index, sheet)| !sheet.hidden && !aside.contains_key(index))
        .filter(|(_, sheet)| {
            !sheet.name.as_deref().is_some_and(|n| n.starts_with(headers::OWN_PREFIX))
        })
        .map(|(index, sheet)| (index, at(&sheet.name)))
        .collect())
}

fn first_rows(book: &mut Book, index: usize, most: usize) -> Result<Vec<RawRow>, Problem> {
    let mut rows = book.rows(index)?;
    let mut head = Vec::new();
    let mut row = RawRow::new();
    while head.len() < most && rows.next(&mut row)? {
        head.push(row.clone());
    }
    Ok(head)
}

/// The header with what is above it folded in: as told, else where most binds, else the row with
/// the most words.
fn header(
    order: &IntakeOptions,
    place: &Place,
    rows: &[RawRow],
    outline: &Outline,
) -> Result<Option<Header>, Problem> {
    let mapped = order.mapped(place);
    let mapping = mapped.first().copied();
    let wanted: Vec<&'static Kind> =
        order.kind.map_or_else(|| kinds::ALL.to_vec(), |kind| vec![kinds::of(kind)]);
    let plain = |at: usize| rows.get(at).map(|row| Header::plain(row, at));
    if let Some(number) = order.header_row_of(place) {
        let row = rows.iter().position(|row| row.number() == number && !row.is_blank());
        let found = search::header_at(rows, outline, number, &wanted, mapping);
        let missing = Complaint::with(Code::HeaderRowEmpty, [number.to_string()]);
        let found = found.or_else(|| plain(row?));
        return found.map(Some).ok_or_else(|| Problem::at(place.clone(), missing));
    }
    let found = search::header(rows, outline, &wanted, mapping);
    Ok(found.or_else(|| plain(wordiest(rows)?)))
}

/// The first row with the most texts, two at least.
fn wordiest(rows: &[RawRow]) -> Option<usize> {
    let words = |row: &RawRow| {
        let is_word = |cell: &crate::sheet::RawCell<'_>| {
            matches!(cell, crate::sheet::RawCell::Text(_)) && !cell.is_blank()
        };
        row.cells().filter(is_word).count()
    };
    let most = rows.iter().map(words).max().filter(|most| *most >= 2)?;
    rows.iter().position(|row| words(row) == most)
}

type Chosen<'a> = (usize, &'static Kind, Option<&'a RecordMapping>);

/// Which sheets hold records, and of what kind: as the mapping says, else those whose required
/// fields all bind, else the one in which most columns bind. A list of employees is proposed as one
/// of candidates only where it can be nothing else.
fn records<'a>(
    order: &'a IntakeOptions,
    shown: &Arc<str>,
    seen: &[HeadedSheet],
) -> Result<Vec<Chosen<'a>>, Problem> {
    let may_be = |kind: &'static Kind, sheet: &HeadedSheet| {
        order.kind.map_or_else(
            || grounds::may_be(kind, &sheet.header, sheet.stamp),
            |told| told == kind.id,
        )
    };
    let any = |kind: &'static Kind, _: &HeadedSheet| order.kind.is_none_or(|told| told == kind.id);
    records_of(order, shown, seen, &may_be).or_else(|_| records_of(order, shown, seen, &any))
}

/// Whether a sheet may be proposed as one of a kind.
type MayBe<'a> = dyn Fn(&'static Kind, &HeadedSheet) -> bool + 'a;

fn records_of<'a>(
    order: &'a IntakeOptions,
    shown: &Arc<str>,
    seen: &[HeadedSheet],
    may_be: &MayBe<'_>,
) -> Result<Vec<Chosen<'a>>, Problem> {
    let mut chosen: Vec<Chosen<'a>> = Vec::new();
    for (at, sheet) in seen.iter().enumerate() {
        let mapped = order.mapped(&sheet.place);
        if !mapped.is_empty() {
            chosen.extend(mapped.into_iter().map(|r| (at, kinds::of(r.kind), Some(r))));
            continue;
        }
        let is_of_relatives = |kind: &&'static Kind| {
            bind::relatives(kind, &sheet.header, None, &sheet.place).is_some()
        };
        if kinds::ALL.iter().any(is_of_relatives) {
            continue;
        }
        let candidates: Vec<&'static Kind> = bind::candidates(&sheet.header, None, None)
            .into_iter()
            .filter(|kind| may_be(kind, sheet))
            .collect();
        match candidates.as_slice() {
            [] => {}
            [kind] => chosen.push((at, kind, None)),
            several => return Err(grounds::equal(&sheet.place, several)),
        }
    }
    let entries: Vec<usize> =
        chosen.iter().filter(|one| is_child(one, &chosen, seen)).map(|(at, ..)| *at).collect();
    chosen.retain(|(at, ..)| !entries.contains(at));
    if chosen.is_empty() {
        chosen.push(likeliest(order, shown, seen, may_be)?);
    }
    Ok(chosen)
}

/// Whether the rows of a sheet are entries of another's people: nothing in it tells who somebody
/// is, and it shares a column with a sheet that does.
fn is_child(one: &Chosen<'_>, chosen: &[Chosen<'_>], seen: &[HeadedSheet]) -> bool {
    let (at, kind, mapping) = one;
    let known = |at: usize| {
        seen.get(at).is_some_and(|sheet| propose::identifies_people(kind, &sheet.header))
    };
    if mapping.is_some() || known(*at) {
        return false;
    }
    let belongs = |parent: &HeadedSheet, sheet: &HeadedSheet| {
        let name = sheet.place.sheet.as_deref().unwrap_or_default();
        propose::child(kind, &parent.header.row, name, &sheet.header.row).is_some()
    };
    chosen.iter().any(|(other, of, _)| {
        let pair = seen.get(*other).zip(seen.get(*at));
        other != at && of.id == kind.id && known(*other) && pair.is_some_and(|(p, s)| belongs(p, s))
    })
}

/// The sheet and kind for which most columns bind.
fn likeliest<'a>(
    order: &IntakeOptions,
    shown: &Arc<str>,
    seen: &[HeadedSheet],
    may_be: &MayBe<'_>,
) -> Result<Chosen<'a>, Problem> {
    let mut best: Vec<(usize, usize, &'static Kind)> = Vec::new();
    for (at, sheet) in seen.iter().enumerate() {
        for kind in kinds::ALL {
            if !may_be(kind, sheet) {
                continue;
            }
            let bound = propose::bound(kind, &sheet.header);
            let most = best.first().map_or(0, |(most, ..)| *most);
            if bound > most || (best.is_empty() && order.kind.is_some()) {
                best = vec![(bound, at, kind)];
            } else if bound == most && bound > 0 && best.iter().all(|(_, other, _)| *other == at) {
                best.push((bound, at, kind));
            }
        }
    }
    match best.as_slice() {
        [(_, at, kind)] => Ok((*at, kind, None)),
        [] => Err(grounds::nothing(&Place::file(shown))),
        [(_, at, _), ..] => {
            let kinds: Vec<&'static Kind> = best.iter().map(|(_, _, kind)| *kind).collect();
            let place = seen.get(*at).map(|sheet| sheet.place.clone()).unwrap_or_default();
            Err(grounds::equal(&place, &kinds))
        }
    }
}

/// Sheets without records of their own whose rows may belong to this one's.
fn children(
    kind: &'static Kind,
    parent: &HeadedSheet,
    seen: &[HeadedSheet],
    records: &[Chosen<'_>],
) -> Vec<ProposedChild> {
    seen.iter()
        .enumerate()
        .filter(|(at, _)| !records.iter().any(|(record, ..)| record == at))
        .filter_map(|(_, sheet)| {
            let name = sheet.place.sheet.as_deref()?;
            propose::child(kind, &parent.header.row, name, &sheet.header.row)
        })
        .collect()
}

/// A path's last part.
fn file_name(shown: &str) -> String {
    shown.rsplit(['/', '\\']).next().unwrap_or(shown).to_owned()
}
