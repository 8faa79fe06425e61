//! What a header itself says of the kind of its rows: whether anything in it can stand over the rows
//! of one kind only. A sheet of which neither a person nor its header says the kind is never read:
//! who is taken for somebody else lands in the wrong module of the tenant.
//!
//! Names, numbers, addresses, schools and former employers prove nothing, since everybody has them.
//!
//! Must not know: cells below the header, what becomes of the sheet.

use std::sync::Arc;

use super::claims::{self, Claims};
use crate::header::Names;
use crate::kinds;
use crate::lexicon::labels::{Index, header_of};
use crate::lexicon::normalize;
use crate::lexicon::path::{self, Customs};
use crate::lexicon::words::{self, Topic};
use crate::problem::Lang;
use crate::spec::{Kind, KindId, People, Slot, Target};

/// What a header says of its kind.
#[derive(Clone, Debug, Default)]
pub struct Signs {
    /// The kinds that it speaks of, each with the headers that do.
    pub kinds: Vec<(&'static Kind, Vec<Arc<str>>)>,
    /// Headers of a list of employees.
    pub staff: Vec<Arc<str>>,
    /// The sheet is filled in from muster's template of this kind.
    pub template: Option<KindId>,
}

impl Signs {
    /// The kind, where the header says one and nothing in it speaks against that.
    pub fn kind(&self) -> Option<&'static Kind> {
        let said = match self.kinds.as_slice() {
            [(kind, _)] => *kind,
            [] => kinds::of(self.template?),
            [_, _, ..] => return None,
        };
        let agrees = self.template.is_none_or(|template| template == said.id);
        let is_staff = said.people == People::Candidates && !self.staff.is_empty();
        (agrees && !is_staff).then_some(said)
    }

    /// The headers that speak for a kind.
    pub fn of(&self, kind: KindId) -> &[Arc<str>] {
        let found = self.kinds.iter().find(|(other, _)| other.id == kind);
        found.map_or(&[], |(_, headers)| headers.as_slice())
    }
}

/// What a header says, in a workbook with the `stamp` of muster's template of a kind, if it has one.
pub fn signs<'a>(header: impl Into<Names<'a>>, stamp: Option<KindId>) -> Signs {
    let names = header.into();
    let all: Vec<(&'static Kind, Claims)> =
        kinds::ALL.iter().map(|kind| (*kind, claims::of(kind, names, None, usize::MAX))).collect();
    let mut signs = Signs::default();
    for (kind, claims) in &all {
        let telling: Vec<Arc<str>> = claims
            .headers
            .iter()
            .filter(|(at, text)| tells(kind, claims, *at, text))
            .map(text_of)
            .collect();
        if !telling.is_empty() {
            signs.kinds.push((kind, telling));
        }
        if is_template(claims, kind, stamp == Some(kind.id)) {
            signs.template = Some(kind.id);
        }
    }
    if let Some((_, claims)) = all.first() {
        let staff =
            claims.headers.iter().filter(|(_, text)| words::topic(text) == Some(Topic::Staff));
        // 工作经历1-入职日期 is of a former employer.
        let former = |at: usize, text: &str| {
            names_an_entry(text) || all.iter().any(|(_, claims)| is_entry(claims, at))
        };
        signs.staff = staff.filter(|(at, text)| !former(*at, text)).map(text_of).collect();
    }
    signs
}

fn text_of((_, text): &(usize, Arc<str>)) -> Arc<str> {
    Arc::clone(text)
}

/// Whether a header says of which entry of a group it is (工作经历1-离职原因), though nothing of Feishu's own is
/// called so: it may be a field of the tenant's.
fn names_an_entry(text: &str) -> bool {
    let header = normalize::header(text);
    let groups = kinds::ALL.iter().flat_map(|kind| kind.groups);
    let mut names = groups.flat_map(|group| {
        [group.zh, group.en, group.key].into_iter().chain(group.aliases.iter().copied())
    });
    names.any(|name| {
        let rest = header.strip_prefix(normalize::header(name).as_str());
        rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    })
}

/// Whether a header can stand over the rows of this kind only.
fn tells(kind: &'static Kind, claims: &Claims, at: usize, text: &str) -> bool {
    let of_word = match words::topic(text) {
        Some(Topic::Candidates) => kind.people == People::Candidates,
        Some(Topic::Staff) | None => false,
    };
    let by_field = claims.bound.iter().any(|claim| {
        claim.index == at
            && claim.sure()
            // A number of the employee (工号) is in every list of staff.
            && !claims.is_coded(claim)
            && kind.telling.contains(&claim.slot.plain_path().as_str())
    });
    of_word || by_field || is_own_path(kind, text)
}

/// Whether a header is the API path of a field of this kind and of no other.
fn is_own_path(kind: &'static Kind, text: &str) -> bool {
    let none = Customs::new();
    let names_field = |kind: &'static Kind| {
        path::find(kind, text, &none).is_ok_and(|slot| match slot.target {
            Target::Field(_) | Target::Entry { .. } => true,
            // Any kind may have custom fields.
            Target::Custom { .. } | Target::EntryCustom { .. } | Target::Module { .. } => false,
        })
    };
    names_field(kind) && !kinds::ALL.iter().any(|other| other.id != kind.id && names_field(other))
}

/// Whether a column feeds an entry of a group.
fn is_entry(claims: &Claims, at: usize) -> bool {
    let mut fed = claims.bound.iter().filter(|claim| claim.index == at);
    fed.any(|claim| matches!(claim.slot.target, Target::Entry { .. }))
}

/// Whether these are the headings of muster's template: both languages in one cell, what is required
/// marked. With the template's stamp beside them, one is enough; without it, as in a CSV, all that
/// are required and half of all columns.
fn is_template(claims: &Claims, kind: &Kind, stamped: bool) -> bool {
    let own = |at: usize, text: &str| {
        claims.bound.iter().any(|claim| {
            let required = claim.slot.field().is_some_and(|field| field.required);
            let mark = if required { " *" } else { "" };
            let [zh, en] = [Lang::Zh, Lang::En].map(|lang| header_of(&claim.slot, lang));
            let text = one_line(text);
            claim.index == at
                && (text == format!("{zh}{mark} / {en}")
                    || text == format!("{en}{mark} / {zh}")
                    || is_of_tenant(kind, &text, mark, &claim.slot))
        })
    };
    let found: Vec<usize> =
        claims.headers.iter().filter(|(at, text)| own(*at, text)).map(|(at, _)| *at).collect();
    if stamped {
        return !found.is_empty();
    }
    let has = |key: &str| {
        claims.bound.iter().any(|claim| *claim.path == *key && found.contains(&claim.index))
    };
    let required = kind.fields.iter().filter(|field| field.required).all(|field| has(field.key));
    required && (found.len() * 2 >= claims.headers.len() || found.len() >= SURE)
}

/// So many headings in two languages are muster's own whatever stands beside them: a tenant may have added
/// many fields.
const SURE: usize = 6;

/// Whether a heading is one of a template for a tenant: two names of the field in two languages, with what
/// is required marked.
fn is_of_tenant(kind: &Kind, text: &str, mark: &str, slot: &Slot) -> bool {
    let Some((first, second)) = text.split_once(" / ") else { return false };
    let first = if mark.is_empty() { Some(first) } else { first.strip_suffix(mark) };
    let Some(first) = first.filter(|first| !first.ends_with('*')) else { return false };
    let kind = kinds::of(kind.id);
    let means = |name: &str| {
        let meaning = Index::of(kind).resolve(name, &Customs::new());
        meaning.is_some_and(|meaning| meaning.sure && meaning.slot.to_string() == slot.to_string())
    };
    first.is_ascii() != second.is_ascii() && means(first) && means(second)
}

/// A heading of two lines as a CSV template has it on one.
fn one_line(text: &str) -> String {
    let lines = text.lines().map(normalize::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(" / ")
}

#[cfg(test)]
mod tests;
