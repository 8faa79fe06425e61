//! Claims → [`Binding`], or everything that keeps the sheet from being read.
//!
//! Must not know: cells below the header, files.

use std::collections::HashMap;
use std::sync::Arc;

use super::accept::{self, Taken};
use super::binding::{Binding, ReadOptions, Unbound};
use super::claim::Claim;
use super::claims::{self, Claims};
use super::columns::columns;
use super::customs;
use super::derived;
use super::found::{Tenant, Told};
use super::how::BindOptions;
use super::period;
use super::required;
use super::shape::{Child, Shape};
use crate::header::Names;
use crate::kinds;
use crate::lexicon::{halves, normalize, people};
use crate::mapping::RecordMapping;
use crate::problem::{Code, Complaint, Place, Problem, Severity, both};
use crate::sheet::Epoch;
use crate::sheet::address::column_name;
use crate::spec::{Field, FieldType, Kind, Slot};

/// Bind a header row for a kind. `place` is the sheet.
///
/// # Errors
///
/// Everything that makes the sheet unreadable, at once: a required column missing, two columns
/// for one field, a document number without its type, what `strict` refuses.
pub fn bind<'a>(
    kind: &'static Kind,
    header: impl Into<Names<'a>>,
    place: &Place,
    how: &BindOptions<'_>,
) -> Result<Binding, Vec<Problem>> {
    bind_found(kind, header, place, how, Tenant::default())
}

/// The same, with what is known of the tenant: where the values of columns are found that may be one of
/// several things, and which fields it has added.
///
/// # Errors
///
/// As [`bind`]; and columns whose values are as much of the one as of the other.
pub fn bind_found<'a>(
    kind: &'static Kind,
    header: impl Into<Names<'a>>,
    place: &Place,
    how: &BindOptions<'_>,
    tenant: Tenant<'_>,
) -> Result<Binding, Vec<Problem>> {
    let names = header.into();
    let header = names.row;
    let mut claims = claims::of(kind, names, how.mapping, usize::MAX);
    let told = claims.tell(kind, how.mapping, tenant.found);
    claims.name_customs(kind, how.mapping, tenant.directory);
    let key_column = how.mapping.and_then(|mapping| {
        let header = mapping.key_column.as_ref()?;
        claims.listed(header, mapping.strict)
    });
    if let Some(column) = key_column {
        claims.set_aside(column);
    }
    let children = children(&mut claims, how.mapping);
    dated(&mut claims, how.mapping);
    let taken = taken(&mut claims, kind, how.mapping, how.accept);
    claims.suggest(kind);
    claims.name_nearest();
    let place = Place { row: Some(header.number()), ..place.clone() };
    let mut problems = complaints(&claims, &place);
    problems.extend(second(&claims, &place));
    problems.extend(beside(&claims, &place));
    problems.extend(twice(&claims, how.mapping, &place));
    problems.extend(missing(kind, &claims, how.mapping, &place));
    problems.extend(required::missing(kind, &claims, how.mapping, tenant.directory, &place));
    let implied_document = match document(&claims, how.mapping) {
        Document::Untyped(claim) => {
            let column = Some(claim.index);
            problems.push(at(&claims, &place, column, Complaint::new(Code::DocumentTypeMissing)));
            false
        }
        Document::Implied => true,
        Document::Absent | Document::Typed => false,
    };
    problems.extend(unbound(kind, &claims, &told, how.mapping, &place));
    problems.extend(told.iter().map(|told| by_values(told, &claims, &place)));
    problems.extend(taken.iter().map(|taken| suggestion_taken(taken, &claims, &place)));
    let (errors, warnings): (Vec<_>, Vec<_>) =
        problems.into_iter().partition(|problem| problem.severity() == Severity::Error);
    if !errors.is_empty() {
        return Err(errors);
    }
    let columns = columns(kind, &claims, how);
    let derives = derived::derives(&claims, &columns, how);
    let ignored: Vec<_> = claims.ignored.iter().map(|column| (*column, None)).collect();
    Ok(Binding {
        kind,
        header_row: header.number(),
        columns,
        defaults: customs::defaults(how.mapping, tenant.directory),
        unbound: useless(kind, &claims, &claims.unbound),
        ignored: useless(kind, &claims, &ignored),
        reading: how.mapping.map_or_else(ReadOptions::default, reading),
        key_column,
        warnings,
        implied_document,
        allow_keyless: how.allow_keyless,
        own_name: None,
        shape: Shape { width: header.width(), derives, children, above: claims.above },
    })
}

/// How values are read, as a mapping file says.
fn reading(mapping: &RecordMapping) -> ReadOptions {
    ReadOptions {
        dates: mapping.dates,
        timezone: mapping.timezone.clone(),
        list_separator: mapping.list_separator.clone(),
        epoch: Epoch::default(),
        today: None,
        directory: None,
        id_types: None,
    }
}

/// Columns that feed nothing, with the fields that they may mean.
fn useless(
    kind: &'static Kind,
    claims: &Claims,
    columns: &[(usize, Option<String>)],
) -> Vec<Unbound> {
    let one = |(index, suggestion): &(usize, Option<String>)| Unbound {
        index: *index,
        header: claims.header(*index),
        written: claims.written(*index).into(),
        suggestion: suggestion.clone(),
        period: period::ends(kind, claims, *index),
    };
    columns.iter().map(one).collect()
}

/// The kinds whose required fields all bind; with a mapping entry, its kind only.
pub fn candidates<'a>(
    header: impl Into<Names<'a>>,
    mapping: Option<&RecordMapping>,
    accept: Option<f64>,
) -> Vec<&'static Kind> {
    let names = header.into();
    kinds::ALL
        .iter()
        .copied()
        .filter(|kind| mapping.is_none_or(|mapping| mapping.kind == kind.id))
        .filter(|kind| {
            let mut claims = claims::of(kind, names, mapping, usize::MAX);
            taken(&mut claims, kind, mapping, accept);
            lacking(kind, &claims, mapping).is_empty()
        })
        .collect()
}

/// The required fields of a kind that no column of a header feeds.
pub fn lacks<'a>(kind: &'static Kind, header: impl Into<Names<'a>>) -> Vec<&'static Field> {
    lacking(kind, &claims::of(kind, header.into(), None, usize::MAX), None)
}

/// Whether a header has nothing that says who a row is about, in a kind whose rows cannot do without: a
/// list of options, notes on how to fill a form in.
pub fn names_nobody<'a>(kind: &'static Kind, header: impl Into<Names<'a>>) -> bool {
    let claims = claims::of(kind, header.into(), None, usize::MAX);
    let texts = || claims.headers.iter().map(|(_, text)| &**text);
    let identifies =
        |path: &str| kind.name == Some(path) || kind.keys.iter().any(|key| key.field == path);
    !lacking(kind, &claims, None).is_empty()
        && !claims.bound.iter().any(|claim| identifies(&claim.path))
        && !texts().any(people::is_own_name)
        && halves::find(texts()).is_none()
}

/// Take suggestions, where that was asked for. `strict` binds only what is listed.
fn taken(
    claims: &mut Claims,
    kind: &'static Kind,
    mapping: Option<&RecordMapping>,
    accept: Option<f64>,
) -> Vec<Taken> {
    match accept {
        Some(least) if mapping.is_none_or(|mapping| !mapping.strict) => {
            accept::take(claims, kind, least)
        }
        Some(_) | None => Vec::new(),
    }
}

fn suggestion_taken(taken: &Taken, claims: &Claims, place: &Place) -> Problem {
    let sure = format!("{:.2}", taken.confidence);
    let complaint = Complaint::with(Code::SuggestionTaken, [taken.path.clone(), sure]);
    let mut problem = at(claims, place, Some(taken.index), complaint);
    problem.field = Some(taken.path.as_str().into());
    problem
}

/// What the values of a column told of it.
fn by_values(told: &Told, claims: &Claims, place: &Place) -> Problem {
    let mut problem = at(claims, place, Some(told.column), told.complaint.clone());
    problem.field = told.field.map(|field| field.key.into());
    problem
}

/// A problem at a header, or at the header row.
fn at(claims: &Claims, place: &Place, column: Option<usize>, complaint: Complaint) -> Problem {
    let mut place = place.clone();
    let first = column.and_then(|column| claims.feeds(column).first().copied());
    place.column = first.and_then(|column| u32::try_from(column).ok());
    let mut problem = Problem::at(place, complaint);
    problem.header = column.map(|column| claims.header(column));
    problem
}

fn complaints(claims: &Claims, place: &Place) -> Vec<Problem> {
    claims.complaints.iter().map(|complaint| at(claims, place, None, complaint.clone())).collect()
}

/// Degrees that are not read, as the level of education is.
fn second(claims: &Claims, place: &Place) -> impl Iterator<Item = Problem> {
    claims.second.iter().map(|(column, read)| {
        let complaint = Complaint::with(Code::HeaderSecond, [name(claims, *read)]);
        at(claims, place, Some(*column), complaint)
    })
}

/// Columns of an education without a name, beside one with a name.
fn beside(claims: &Claims, place: &Place) -> impl Iterator<Item = Problem> {
    let one = |(column, complaint): &(usize, Complaint)| {
        at(claims, place, Some(*column), complaint.clone())
    };
    claims.beside.iter().map(one)
}

/// Columns that feed a place which an earlier column feeds. What a cell's several entries feed is a
/// place of every entry.
fn twice(claims: &Claims, mapping: Option<&RecordMapping>, place: &Place) -> Vec<Problem> {
    let several = derived::several(claims, mapping);
    let mut first: HashMap<String, usize> = HashMap::new();
    let mut problems = Vec::new();
    let mut bound: Vec<&Claim> = claims.bound.iter().collect();
    bound.sort_by_key(|claim| claim.index);
    for claim in bound {
        let plain = claim.slot.plain_path();
        let fed = if several.contains(&plain) { plain } else { claim.path.to_string() };
        let earlier = *first.entry(fed).or_insert(claim.index);
        if earlier != claim.index {
            let args = [name(claims, earlier), name(claims, claim.index), claim.path.to_string()];
            let complaint = Complaint::with(Code::HeaderTwice, args);
            let mut problem = at(claims, place, Some(claim.index), complaint);
            problem.field = Some(Arc::clone(&claim.path));
            problems.push(problem);
        }
    }
    problems
}

/// `C 姓名`; of a virtual column, the columns that it is made of: `A+B 姓 + 名`.
fn name(claims: &Claims, column: usize) -> String {
    let letters: Vec<String> = claims
        .feeds(column)
        .into_iter()
        .map(|column| column_name(u32::try_from(column).unwrap_or(u32::MAX)))
        .collect();
    format!("{} {}", letters.join("+"), claims.header(column))
}

/// Complain about headers with an order of dates that are not there; a child sheet may have them.
fn dated(claims: &mut Claims, mapping: Option<&RecordMapping>) {
    let Some(mapping) = mapping.filter(|mapping| mapping.children.is_empty()) else { return };
    for (header, _) in &mapping.column_dates {
        claims.listed(header, mapping.strict);
    }
}

/// The child sheets, each with the column of this sheet that its rows name; that column is not
/// without use.
fn children(claims: &mut Claims, mapping: Option<&RecordMapping>) -> Vec<Child> {
    let mut children = Vec::new();
    for child in mapping.map(|mapping| mapping.children.as_slice()).unwrap_or_default() {
        let before = claims.complaints.len();
        match claims.listed(&child.key_parent, false) {
            Some(column) => {
                claims.set_aside(column);
                children.push(Child { mapping: Arc::clone(child), key_parent: column });
            }
            None => {
                for complaint in &mut claims.complaints[before..] {
                    if complaint.code == Code::HeaderAbsent {
                        complaint.code = Code::ChildKeyMissing;
                    }
                }
            }
        }
    }
    children
}

/// Required fields with neither column nor default.
fn lacking(
    kind: &'static Kind,
    claims: &Claims,
    mapping: Option<&RecordMapping>,
) -> Vec<&'static Field> {
    kind.fields
        .iter()
        .filter(|field| field.required)
        .filter(|field| !claims.bound.iter().any(|claim| *claim.path == *field.key))
        .filter(|field| !has_default(mapping, field.key))
        .collect()
}

fn has_default(mapping: Option<&RecordMapping>, path: &str) -> bool {
    mapping.is_some_and(|mapping| mapping.defaults.iter().any(|default| *default.path == *path))
}

fn missing(
    kind: &'static Kind,
    claims: &Claims,
    mapping: Option<&RecordMapping>,
    place: &Place,
) -> Vec<Problem> {
    lacking(kind, claims, mapping)
        .into_iter()
        .map(|field| {
            let args = [both(field.zh, field.en), field.key.into()];
            let complaint = Complaint::with(Code::RequiredColumnMissing, args);
            let mut problem = at(claims, place, None, complaint);
            problem.field = Some(field.key.into());
            problem
        })
        .collect()
}

/// How a document number's type is known.
enum Document<'a> {
    /// There is no number.
    Absent,
    /// There is a type column or a default.
    Typed,
    /// The header says 身份证.
    Implied,
    /// It is not.
    Untyped(&'a Claim),
}

fn document<'a>(claims: &'a Claims, mapping: Option<&RecordMapping>) -> Document<'a> {
    let is_type = |slot: &Slot| slot.plain_path().ends_with("identification_type");
    let number = claims.bound.iter().find(|claim| {
        claim.slot.field().is_some_and(|field| matches!(field.ty, FieldType::DocumentNumber))
    });
    let Some(number) = number else { return Document::Absent };
    let defaulted =
        mapping.is_some_and(|mapping| mapping.defaults.iter().any(|d| is_type(&d.slot)));
    if defaulted || claims.bound.iter().any(|claim| is_type(&claim.slot)) {
        return Document::Typed;
    }
    let header = normalize::header(&claims.header(number.index)).replace("身份证件", "");
    if header.contains("身份证") || header.contains("公民身份号码") {
        Document::Implied
    } else {
        Document::Untyped(number)
    }
}

/// Columns that bind to nothing: warnings, or errors under `strict`.
fn unbound(
    kind: &'static Kind,
    claims: &Claims,
    told: &[Told],
    mapping: Option<&RecordMapping>,
    place: &Place,
) -> Vec<Problem> {
    let strict = mapping.is_some_and(|mapping| mapping.strict);
    let complaint = |unbound: &Unbound| {
        if strict { Complaint::new(Code::HeaderUnlisted) } else { unbound.complaint() }
    };
    useless(kind, claims, &claims.unbound)
        .iter()
        .filter(|unbound| !told.iter().any(|told| told.column == unbound.index))
        .map(|unbound| at(claims, place, Some(unbound.index), complaint(unbound)))
        .collect()
}

#[cfg(test)]
mod tests;
