//! Each header of a row with the places that it claims: by the mapping file first, by its own name
//! else.
//!
//! Must not know: which claims are too many or too few.

use std::sync::Arc;

use super::claim::Claim;
use super::repeat;
use super::surer;
use super::virtuals::{self, Derived};
use crate::header::Names;
use crate::lexicon::aspects::{self, Aspect};
use crate::lexicon::elsewhere;
use crate::lexicon::headers;
use crate::lexicon::headings;
use crate::lexicon::labels::{Index, Meaning};
use crate::lexicon::nearest;
use crate::lexicon::normalize;
use crate::lexicon::path::Customs;
use crate::lexicon::suggest;
use crate::lexicon::typed;
use crate::mapping::{HeaderRef, RecordMapping};
use crate::problem::{Arg, Code, Complaint};
use crate::spec::{Group, IdOf, Kind, Slot, Target};

/// Stands between the paths of a suggestion.
pub(super) const BETWEEN: &str = " / ";

/// Unbound columns for which a meaning is looked for: beyond, the sheet is no list of people.
const SUGGESTIONS: usize = 200;

/// What the headers of a row claim.
#[derive(Debug)]
pub(crate) struct Claims {
    /// Every header that is not blank: column and text.
    pub(crate) headers: Vec<(usize, Arc<str>)>,
    /// What else a mapping file may call a column.
    own: Vec<(usize, Arc<str>)>,
    /// Places that columns feed.
    pub(crate) bound: Vec<Claim>,
    /// Columns that feed nothing, with the path that they may mean where it is known.
    pub(crate) unbound: Vec<(usize, Option<String>)>,
    /// Columns that the mapping file ignores.
    pub(crate) ignored: Vec<usize>,
    /// Values that are made of other columns; their places are bound at virtual columns.
    pub(super) derived: Vec<Derived>,
    /// Columns of an education without a name (毕业院校) beside one with a name (第一学历), and a phone or an
    /// e-mail address beside another person (配偶): whose they were taken for.
    pub(super) beside: Vec<(usize, Complaint)>,
    /// Columns that say what another says, and less surely (学位 beside 学历, 部门名称 beside 部门ID), each
    /// with the column that is read.
    pub(super) second: Vec<(usize, usize)>,
    /// The columns of the levels above what another column says of the tree, from the top on.
    pub(super) above: Vec<usize>,
    /// Complaints about the mapping file's headers.
    pub(super) complaints: Vec<Complaint>,
}

/// The claims of a header row for a kind.
pub(crate) fn of(
    kind: &'static Kind,
    names: Names<'_>,
    mapping: Option<&RecordMapping>,
    limit: usize,
) -> Claims {
    let mut claims = Claims {
        headers: headers::of(names.row, limit),
        own: names.own.to_vec(),
        bound: Vec::new(),
        unbound: Vec::new(),
        ignored: Vec::new(),
        derived: Vec::new(),
        beside: Vec::new(),
        second: Vec::new(),
        above: Vec::new(),
        complaints: Vec::new(),
    };
    let none = Customs::new();
    let mut taken = Vec::new();
    if let Some(mapping) = mapping {
        claims.ignored = mapping.ignore.iter().flat_map(|h| claims.find(h)).collect();
        taken.clone_from(&claims.ignored);
        for (header, slots) in &mapping.columns {
            taken.extend(claims.find(header));
            if let Some(column) = claims.listed(header, mapping.strict) {
                claims.bound.extend(slots.iter().map(|s| Claim::new(column, s.clone(), true)));
            }
        }
        claims.derive(mapping, names.row.width());
    }
    let by_name = mapping.is_none_or(|mapping| !mapping.strict);
    let customs = mapping.map_or(&none, |mapping| &mapping.customs);
    let rest: Vec<(usize, Arc<str>)> =
        claims.headers.iter().filter(|(column, _)| !taken.contains(column)).cloned().collect();
    claims.by_name(kind, &rest, by_name, customs);
    claims.beside_people(kind);
    if by_name {
        claims.levels(kind, names.row.width());
    }
    claims
}

impl Claims {
    /// The header's text of a column; of a virtual one, those of the columns that it is made of.
    pub(super) fn header(&self, column: usize) -> Arc<str> {
        if let Some(derived) = self.derived.iter().find(|derived| derived.fills(column)) {
            return Arc::clone(&derived.header);
        }
        let header = self.headers.iter().find(|(index, _)| *index == column);
        header.map_or_else(|| "".into(), |(_, text)| Arc::clone(text))
    }

    /// How a mapping file names a column: by its header, with the how-manieth it is of equal ones.
    pub(super) fn written(&self, column: usize) -> String {
        let text = self.header(column);
        let same = HeaderRef::new(text.to_string()).find(&self.headers);
        match same.iter().position(|at| *at == column) {
            Some(nth) if same.len() > 1 => format!("{text}@{}", nth + 1),
            Some(_) | None => text.to_string(),
        }
    }

    /// The columns that a listed header means: by the texts that are bound, else by what else the
    /// columns are called.
    fn find(&self, header: &HeaderRef) -> Vec<usize> {
        let found = header.find(&self.headers);
        if found.is_empty() { header.find(&self.own) } else { found }
    }

    /// The columns of the sheet that feed a column: itself, or what a virtual one is made of.
    pub(super) fn feeds(&self, column: usize) -> Vec<usize> {
        let derived = self.derived.iter().find(|derived| derived.fills(column));
        derived.map_or_else(|| vec![column], |derived| derived.from.clone())
    }

    /// The one column that a listed header means; a complaint where there is none or several.
    pub(super) fn listed(&mut self, header: &HeaderRef, strict: bool) -> Option<usize> {
        let found = self.find(header);
        match found.as_slice() {
            [one] => return Some(*one),
            [] => {
                let code = if strict { Code::HeaderGone } else { Code::HeaderAbsent };
                self.complaints
                    .push(Complaint::with(code, [header.text.clone().into(), header.written()]));
            }
            [_, _, ..] => {
                let args = [header.text.clone(), found.len().to_string()];
                self.complaints.push(Complaint::with(Code::HeaderAmbiguous, args));
            }
        }
        None
    }

    /// Claim the places of every derived value at virtual columns, from `width` on. A value of which a
    /// header lacks is left out, and complained about.
    fn derive(&mut self, mapping: &RecordMapping, width: usize) {
        let mut next = width;
        for (which, derive) in mapping.derives.iter().enumerate() {
            let from: Vec<Option<usize>> =
                derive.from.iter().map(|header| self.listed(header, mapping.strict)).collect();
            let Some(from) = from.into_iter().collect::<Option<Vec<usize>>>() else { continue };
            let headers: Vec<Arc<str>> = from.iter().map(|column| self.header(*column)).collect();
            for slot in &derive.to {
                let claim = Claim::new(next, slot.clone(), true);
                self.bound.push(claim);
                next += 1;
            }
            self.derived.push(Derived {
                which: Some(which),
                from,
                header: headers.join(" + ").into(),
                first: next - derive.to.len(),
                count: derive.to.len(),
            });
        }
    }

    /// Bind what is left by its own names; bare headers of a career or project only beside another
    /// column of that group that can't be mistaken.
    fn by_name(
        &mut self,
        kind: &'static Kind,
        rest: &[(usize, Arc<str>)],
        allowed: bool,
        customs: &Customs,
    ) {
        let index = Index::of(kind);
        let mut waiting = Vec::new();
        let mut staged = Vec::new();
        for (column, text) in rest {
            let used = self.derived.iter().any(|derived| derived.from.contains(column));
            match index.resolve(text, customs) {
                Some(meaning)
                    if virtuals::makes(&self.derived, &self.bound, *column, &meaning.slot) => {}
                Some(_) if !allowed && used => {}
                None if used => {}
                Some(meaning) if !allowed => {
                    self.unbound.push((*column, Some(meaning.slot.to_string())));
                }
                Some(Meaning { slot, stage: Some(stage), .. }) => {
                    staged.push((*column, slot, stage));
                }
                Some(meaning) if meaning.sure => {
                    self.bound.push(Claim::by_name(*column, meaning.slot, true));
                }
                Some(meaning) => waiting.push((*column, meaning.slot)),
                None => self.unbound.push((*column, None)),
            }
        }
        for (column, slot) in &waiting {
            if self.vouched(*column, slot, &waiting) {
                self.bound.push(Claim::by_name(*column, slot.clone(), false));
            } else if !self.derived.iter().any(|derived| derived.from.contains(column)) {
                self.unbound.push((*column, Some(slot.to_string())));
            }
        }
        let staged = self.levelled(staged);
        self.stages(staged);
        self.unbound.sort_by_key(|(column, _)| *column);
        self.give_way();
        let repeats = repeat::number(&mut self.bound, &self.headers);
        self.complaints.extend(repeats);
    }

    /// A degree (学位) beside a level of education (学历) is a second column for one field, and less
    /// than that one: it gives way. So does a name beside an ID.
    fn give_way(&mut self) {
        let is_second = |claim: &Claim| {
            let header = self.headers.iter().find(|(column, _)| *column == claim.index);
            claim.by_name && header.is_some_and(|(_, text)| is_degree(text))
        };
        let (second, first): (Vec<&Claim>, Vec<&Claim>) =
            self.bound.iter().partition(|claim| is_second(claim));
        let read = |claim: &&Claim| first.iter().find(|other| other.path == claim.path);
        self.second = second.iter().filter_map(|c| Some((c.index, read(c)?.index))).collect();
        self.second.extend(surer::give_way(&self.bound, |column| self.header(column)));
        self.bound.retain(|claim| !self.second.iter().any(|(column, _)| *column == claim.index));
        self.ignored.extend(self.second.iter().map(|(column, _)| *column));
    }

    /// Whether a column feeds an ID with what only the tenant's list knows: its own name says that it holds
    /// codes (工号, 部门编码), or it is made of the names of a path.
    pub(crate) fn is_coded(&self, claim: &Claim) -> bool {
        let header = self.header(claim.index);
        let is_id = claim.slot.ty().id_of().is_some_and(IdOf::is_own_code);
        // The path of the API may end with a code that is the ID.
        let is_path = *header == *claim.slot.plain_path() || *header == *claim.path;
        let own = claim.slot.field().map(|field| field.codes).unwrap_or_default();
        let is_own = || {
            let name = normalize::header(&header);
            own.iter().any(|code| normalize::header(code) == name)
        };
        let of_levels =
            self.derived.iter().any(|made| made.which.is_none() && made.fills(claim.index));
        of_levels
            || claim.by_name
                && is_id
                && !is_path
                && (aspects::sureness(&header).0 == Aspect::Code || is_own())
    }

    /// Name what unbound columns may mean, of what no other column feeds; apart, as it compares with
    /// every name of the kind.
    pub(super) fn suggest(&mut self, kind: &'static Kind) {
        let bound = &self.bound;
        let free = |path: &&str| bound.iter().all(|claim| *claim.path != **path);
        for (column, suggestion) in self.unbound.iter_mut().take(SUGGESTIONS) {
            let header = self.headers.iter().find(|(index, _)| index == column);
            if let (None, Some((_, text))) = (&suggestion, header) {
                *suggestion = likely(kind, text);
            }
            let several = suggestion.take().unwrap_or_default();
            let free: Vec<&str> = several.split(BETWEEN).filter(free).collect();
            *suggestion = Some(free.join(BETWEEN)).filter(|paths| !paths.is_empty());
        }
    }

    /// Name the headers that listed ones which are not there may mean; apart, as it compares each with
    /// every header.
    pub(super) fn name_nearest(&mut self) {
        let Self { complaints, headers, .. } = self;
        for complaint in complaints {
            name_nearest(complaint, headers);
        }
    }

    /// The column names records: it is no column without use.
    pub(super) fn set_aside(&mut self, column: usize) {
        if let Some(at) = self.unbound.iter().position(|(index, _)| *index == column) {
            self.unbound.remove(at);
            self.ignored.push(column);
        }
    }

    /// Whether a bare header stands beside a column of its group that can't be mistaken, with
    /// nothing but columns of the group between the two. One further away vouches for nothing: 职位
    /// is the job applied for as often as not, whatever 最近公司 says at the end of the row.
    fn vouched(&self, column: usize, slot: &Slot, waiting: &[(usize, Slot)]) -> bool {
        let Some(wanted) = group(slot).map(|group| group.key) else { return false };
        let Some(at) = self.headers.iter().position(|(index, _)| *index == column) else {
            return false;
        };
        let is_own = |slot: &Slot| group(slot).is_some_and(|group| group.key == wanted);
        let vouches = |(index, _): &&(usize, Arc<str>)| {
            let mut own = self.bound.iter().filter(|claim| claim.vouches && is_own(&claim.slot));
            own.any(|claim| self.feeds(claim.index).contains(index))
        };
        let belongs = |header: &&(usize, Arc<str>)| {
            vouches(header) || waiting.iter().any(|(i, slot)| *i == header.0 && is_own(slot))
        };
        let before = self.headers[..at].iter().rev().take_while(belongs);
        let after = self.headers[at + 1..].iter().take_while(belongs);
        before.chain(after).any(|header| vouches(&header))
    }
}

/// Say of a header that is not there which other may be meant.
pub(super) fn name_nearest(complaint: &mut Complaint, headers: &[(usize, Arc<str>)]) {
    let absent =
        matches!(complaint.code, Code::HeaderGone | Code::HeaderAbsent | Code::ChildKeyMissing);
    if let (true, [Arg::Plain(text), _]) = (absent, complaint.args.as_slice()) {
        let near = nearest::meant(text, headers.iter().map(|(_, header)| &**header));
        complaint.args.push(near);
    }
}

/// Whether a header names a degree and no level of education.
pub(super) fn is_degree(header: &str) -> bool {
    header.contains("学位") && !header.contains("学历")
}

/// The number of the entry that a slot belongs to.
pub(super) const fn entry(slot: &Slot) -> Option<u16> {
    match &slot.target {
        Target::Entry { n, .. } | Target::EntryCustom { n, .. } => Some(*n),
        Target::Field(_) | Target::Custom { .. } | Target::Module { .. } => None,
    }
}

/// The group that a slot is in.
pub(super) fn group(slot: &Slot) -> Option<&'static Group> {
    match &slot.target {
        Target::Entry { group, .. } | Target::EntryCustom { group, .. } => Some(group),
        Target::Field(_) | Target::Custom { .. } | Target::Module { .. } => None,
    }
}

fn likely(kind: &'static Kind, text: &str) -> Option<String> {
    let is_path = text.contains('[') || text.contains('.') || text.contains(':');
    let by_path = if is_path { typed::nearest_path(kind, normalize::trim(text)) } else { None };
    by_path.or_else(|| suggest::header(kind, text)).or_else(|| below(kind, text))
}

/// What a header would mean without its heading (代理人-邮箱), where that is not known to be another
/// person, nor to lead away from the record.
fn below(kind: &'static Kind, text: &str) -> Option<String> {
    let (heading, own) = text.split_once('-')?;
    if headings::is_person(heading) || elsewhere::heads(heading) {
        return None;
    }
    let meaning = Index::of(kind).resolve(own, &Customs::new())?;
    Some(meaning.slot.to_string())
}
