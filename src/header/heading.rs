//! What a cell above headers says of them: a group's name, another person, a number, or only a
//! topic.
//!
//! Must not know: columns, other cells of the row.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::lexicon::elsewhere;
use crate::lexicon::headings;
use crate::lexicon::labels::Index;
use crate::lexicon::normalize;
use crate::lexicon::numbers::{COUNTERS, leading_number};
use crate::lexicon::path::Customs;
use crate::lexicon::people;
use crate::spec::{Group, KeyKind, Kind, Slot, Target};

/// What a heading says of the headers below it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Heading {
    /// They are fields of an entry of this group, perhaps of a numbered one.
    Entry { kind: &'static Kind, group: &'static Group, number: Option<u16> },
    /// They are about somebody else than the person of the row, or about another job or time of
    /// theirs.
    Person { strong: bool },
    /// The number of an entry: 第一段 below 教育经历.
    Ordinal(u16),
    /// They tell of another job, time or paper than the record's.
    Elsewhere,
    /// Nothing that changes what they mean.
    Topic,
    /// Nothing that is known: they may be anybody's.
    Unknown,
}

/// Headings of an education that are no names of the group.
const EDUCATION: &[&str] =
    &["全日制教育", "在职教育", "第一学历", "最高学历", "全日制学历", "在职学历", "全日制学位"];

/// The meanings of texts for some kinds, each found once.
#[derive(Debug)]
pub(super) struct Words<'k> {
    kinds: &'k [&'static Kind],
    groups: Vec<Named>,
    headings: RefCell<HashMap<String, Heading>>,
    named: RefCell<HashMap<String, bool>>,
    fields: RefCell<HashMap<(usize, u16, String), Option<Slot>>>,
}

/// A group with its names, normalised.
#[derive(Debug)]
struct Named {
    kind: &'static Kind,
    group: &'static Group,
    names: Vec<String>,
}

impl<'k> Words<'k> {
    pub(super) fn of(kinds: &'k [&'static Kind]) -> Self {
        let named = |kind: &&'static Kind| {
            let kind = *kind;
            kind.groups.iter().map(move |group| Named { kind, group, names: own_names(group) })
        };
        Self {
            kinds,
            groups: kinds.iter().flat_map(named).collect(),
            headings: RefCell::default(),
            named: RefCell::default(),
            fields: RefCell::default(),
        }
    }

    /// What a heading says.
    pub(super) fn heading(&self, text: &str) -> Heading {
        if let Some(known) = self.headings.borrow().get(text) {
            return *known;
        }
        let heading = self.read(text);
        self.headings.borrow_mut().insert(text.to_owned(), heading);
        heading
    }

    /// Whether a header names a place of one of the kinds.
    pub(super) fn names(&self, text: &str) -> bool {
        if let Some(known) = self.named.borrow().get(text) {
            return *known;
        }
        let named = self.kinds.iter().any(|kind| place(kind, text).is_some());
        self.named.borrow_mut().insert(text.to_owned(), named);
        named
    }

    /// Whether a header is known to mean a place that it must not be bound to by itself.
    pub(super) fn hints(&self, text: &str) -> bool {
        let name = normalize::header(text);
        !name.is_empty() && self.kinds.iter().any(|kind| Index::of(kind).hinted(&name).is_some())
    }

    /// Whether a header names a field of the row's own person, and none of a group's.
    pub(super) fn is_of_row(&self, text: &str) -> bool {
        let places = self.kinds.iter().filter_map(|kind| place(kind, text));
        let mut targets = places.map(|slot| slot.target);
        targets.any(|target| matches!(target, Target::Field(_)))
    }

    /// The path of a field that every row needs, where a header names one.
    pub(super) fn needed(&self, text: &str) -> Option<String> {
        self.kinds.iter().find_map(|kind| {
            let slot = place(kind, text)?;
            let path = slot.to_string();
            let is_required = slot.field().is_some_and(|field| field.required);
            (is_required || kind.name == Some(path.as_str())).then_some(path)
        })
    }

    /// Whether a header names the person's own phone.
    pub(super) fn is_phone(&self, text: &str) -> bool {
        self.key(text, &[KeyKind::Mobile]).is_some()
    }

    /// The path of the person's own phone or e-mail address, where a header names it.
    pub(super) fn reaches(&self, text: &str) -> Option<String> {
        self.key(text, &[KeyKind::Mobile, KeyKind::Email])
    }

    fn key(&self, text: &str, of: &[KeyKind]) -> Option<String> {
        let named = self.kinds.iter().find_map(|kind| Some((kind, place(kind, text)?)));
        let (kind, path) = named.map(|(kind, slot)| (kind, slot.to_string()))?;
        of.iter().filter_map(|key| kind.key(*key)).any(|key| key.field == path).then_some(path)
    }

    /// The place that a header names in an entry of a group.
    pub(super) fn under(
        &self,
        kind: &'static Kind,
        group: &'static Group,
        number: u16,
        own: &str,
    ) -> Option<Slot> {
        let key = (std::ptr::from_ref(group) as usize, number, own.to_owned());
        if let Some(known) = self.fields.borrow().get(&key) {
            return known.clone();
        }
        let slot = under(kind, group, number, own);
        self.fields.borrow_mut().insert(key, slot.clone());
        slot
    }

    fn read(&self, text: &str) -> Heading {
        let name = normalize::header(text);
        if let Some((kind, group, number)) = self.entry(&name, text) {
            return Heading::Entry { kind, group, number };
        }
        if people::heads(&name) {
            return Heading::Person { strong: true };
        }
        let whole = |name: &str| people::heads_alone(headings::bare(name));
        let parts = normalize::parts(text);
        if whole(&name) || parts.iter().any(|part| whole(&normalize::header(part))) {
            return Heading::Person { strong: false };
        }
        if let Some(number) = ordinal(&name) {
            return Heading::Ordinal(number);
        }
        if elsewhere::heads(text) {
            return Heading::Elsewhere;
        }
        let is_known = self.names(text) || self.hints(text) || headings::is_plain(text);
        if is_known { Heading::Topic } else { Heading::Unknown }
    }

    fn entry(&self, name: &str, text: &str) -> Option<Entry> {
        if let Some(found) = self.exact(name) {
            return Some(found);
        }
        let parts = normalize::parts(text);
        if let Some(found) = parts.iter().find_map(|part| self.exact(&normalize::header(part))) {
            return Some(found);
        }
        // 本科教育经历, 主要工作经历（从近到远）: names that nothing else has.
        self.groups.iter().find_map(|Named { kind, group, names }| {
            let is_long = |own: &&str| own.chars().count() >= if own.is_ascii() { 9 } else { 4 };
            let special = if group.key == "education_list" { EDUCATION } else { &[] };
            let long = names.iter().map(String::as_str).filter(is_long);
            let own = long.chain(special.iter().copied()).find(|own| name.contains(own))?;
            let (_, after) = name.split_once(own)?;
            Some((*kind, *group, ordinal(after)))
        })
    }

    /// A group's name, perhaps with a number.
    fn exact(&self, name: &str) -> Option<Entry> {
        self.groups.iter().find_map(|Named { kind, group, names }| {
            let rests = || names.iter().filter_map(|own| beside(name, own));
            let number = rests().find_map(ordinal);
            (number.is_some() || rests().any(str::is_empty)).then_some((*kind, *group, number))
        })
    }
}

fn under(kind: &'static Kind, group: &'static Group, number: u16, own: &str) -> Option<Slot> {
    let one = |own: &str| {
        let slot = place(kind, &format!("{}{number}-{own}", group.zh))?;
        let is_of_group = |other: &Group| other.key == group.key;
        matches!(&slot.target, Target::Entry { group, n, .. } if is_of_group(group) && *n == number)
            .then_some(slot)
    };
    if let Some(slot) = one(own) {
        return Some(slot);
    }
    let parts = normalize::parts(own);
    let mut slots = parts.iter().map(|part| one(part));
    let first = slots.next()??;
    slots
        .all(|slot| slot.is_some_and(|slot| slot.to_string() == first.to_string()))
        .then_some(first)
}

/// The place that a header names by itself.
pub(super) fn place(kind: &'static Kind, text: &str) -> Option<Slot> {
    Index::of(kind).resolve(text, &Customs::new()).map(|meaning| meaning.slot)
}

type Entry = (&'static Kind, &'static Group, Option<u16>);

fn own_names(group: &'static Group) -> Vec<String> {
    [group.zh, group.en, group.key]
        .into_iter()
        .chain(group.aliases.iter().copied())
        .map(normalize::header)
        .collect()
}

/// What stands beside a group's name: 二 of 教育经历二.
fn beside<'n>(name: &'n str, own: &str) -> Option<&'n str> {
    name.strip_prefix(own).or_else(|| name.strip_suffix(own))
}

/// `1`, `第一段`, `经历二`.
fn ordinal(name: &str) -> Option<u16> {
    let inner = name.strip_prefix("经历").unwrap_or(name);
    let inner = inner.strip_prefix('第').unwrap_or(inner);
    let (n, rest) = leading_number(inner)?;
    let rest = rest.strip_prefix(COUNTERS).unwrap_or(rest);
    let rest = rest.strip_prefix("经历").unwrap_or(rest);
    rest.is_empty().then(|| u16::try_from(n).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds;

    fn said(text: &str) -> String {
        match Words::of(kinds::ALL).heading(text) {
            Heading::Entry { group, number, .. } => {
                format!("{}{}", group.key, number.map_or(String::new(), |n| format!(" {n}")))
            }
            Heading::Person { .. } => "person".to_owned(),
            Heading::Ordinal(n) => n.to_string(),
            Heading::Elsewhere => "past".to_owned(),
            Heading::Topic => "topic".to_owned(),
            Heading::Unknown => "unknown".to_owned(),
        }
    }

    #[test]
    fn headings_are_told_apart() {
        for (text, expected) in [
            ("教育经历", "education_list"),
            ("教育经历一", "education_list 1"),
            ("教育经历（2）", "education_list 2"),
            ("教育经历\nEducation", "education_list"),
            ("第二段教育经历", "education_list 2"),
            ("Work Experience 3", "career_list 3"),
            ("主要工作经历（由近到远）", "career_list"),
            ("普通高等学校全日制教育", "education_list"),
            ("*项目经验：", "project_list"),
            ("紧急联系人", "person"),
            ("紧急联系人信息（必填）", "person"),
            ("家庭主要成员及社会关系", "person"),
            ("家庭成员1", "person"),
            ("推荐人信息", "person"),
            ("配偶", "person"),
            ("父亲 Father", "person"),
            ("Emergency Contact 1", "person"),
            ("Reference", "person"),
            ("调动前", "past"),
            ("原任职信息", "past"),
            ("合同信息", "past"),
            ("Previous Job", "past"),
            ("家长信息", "person"),
            ("備用聯繫人", "person"),
            ("背调联系人", "person"),
            ("應急聯繫人", "person"),
            ("前上级", "person"),
            ("公司HR", "person"),
            ("原部门", "past"),
            ("保荐代表", "unknown"),
            ("Delegate", "unknown"),
            ("第一段", "1"),
            ("调动后", "topic"),
            ("任职信息", "topic"),
            ("证件信息", "topic"),
            ("2", "2"),
            ("基本信息", "topic"),
            ("联系方式", "topic"),
            ("个人信息", "topic"),
            ("2024年项目经理招聘候选人名单", "topic"),
            ("经理候选人名单", "topic"),
            ("Sales Manager Candidates", "topic"),
        ] {
            assert_eq!(said(text), expected, "{text}");
        }
    }
}
