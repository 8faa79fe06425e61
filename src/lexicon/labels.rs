//! Which place a header names: the labels and aliases of a kind's table, by themselves, with a
//! group's name before them, with a number before or after.
//!
//! Must not know: columns, other headers of the row, mapping files.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::aspects;
use super::forms::{self, Stage};
use super::normalize;
use super::numbers::trailing_number;
use super::path::{self, Customs};
use super::synonyms;
use crate::problem::Lang;
use crate::spec::{Field, FieldType, Group, Kind, KindId, PerKind, Slot, Target};

use entries::Names;
use remembered::Remembered;

/// The names of one kind, normalised.
#[derive(Debug)]
pub(crate) struct Index {
    kind: &'static Kind,
    bare: HashMap<String, Vec<Bare>>,
    hints: HashMap<String, Vec<String>>,
    /// By what a name says in whatever words; none: it is only to be suggested.
    said: HashMap<String, Vec<Option<Bare>>>,
    groups: Vec<Names>,
    names: Vec<Name>,
    paths: Vec<String>,
    remembered: Remembered<Meaning>,
}

/// A name for suggestions.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    /// Normalised.
    pub(crate) text: String,
    /// What it means, in the first entry of a group.
    pub(crate) path: String,
    /// It binds by itself.
    pub(crate) sure: bool,
}

/// What a name without a number or a group's name means.
#[derive(Clone, Copy, Debug)]
enum Bare {
    Field(&'static Field),
    Entry { group: &'static Group, field: &'static Field, sure: bool },
}

/// What a header means.
#[derive(Clone, Debug)]
pub(crate) struct Meaning {
    /// The place.
    pub slot: Slot,
    /// False for a bare header of a career or project: it counts only beside an unmistakable
    /// column of its group.
    pub sure: bool,
    /// The header names an education instead of numbering it: the number in `slot` is the usual
    /// one, and changes where another column has it.
    pub(crate) stage: Option<Stage>,
}

/// What a name, not the whole header, means.
enum Known {
    Means(Meaning),
    /// Several things, or one that is only to be suggested.
    Doubtful,
    Nothing,
}

impl Known {
    const fn means(slot: Slot, sure: bool) -> Self {
        Self::Means(Meaning { slot, sure, stage: None })
    }

    const fn is_nothing(&self) -> bool {
        matches!(self, Self::Nothing)
    }
}

/// The group whose entries may have a name (第一学历) instead of a number.
const STAGED: &str = "education_list";

static INDEXES: PerKind<OnceLock<Index>> =
    PerKind::new([const { OnceLock::new() }; KindId::ALL.len()]);

impl Index {
    /// The index of a kind, made once.
    pub(crate) fn of(kind: &'static Kind) -> &'static Self {
        INDEXES[kind.id].get_or_init(|| Self::new(kind))
    }

    fn new(kind: &'static Kind) -> Self {
        let mut index = Self {
            kind,
            bare: HashMap::new(),
            hints: HashMap::new(),
            said: HashMap::new(),
            groups: Vec::new(),
            names: Vec::new(),
            paths: Vec::new(),
            remembered: Remembered::default(),
        };
        for field in kind.fields {
            index.paths.push(field.key.to_owned());
            for name in names(field) {
                index.add(name, Bare::Field(field), field.key);
            }
            index.add_hints(field, field.key);
        }
        for group in kind.groups {
            index.add_group(group);
        }
        index.doubt();
        index
    }

    /// What says the same as a hint is only to be suggested too.
    fn doubt(&mut self) {
        let fields = self.kind.groups.iter().flat_map(|group| group.fields).chain(self.kind.fields);
        for hint in fields.flat_map(|field| field.hints) {
            if !self.bare.contains_key(&normalize::header(hint)) {
                self.said.entry(synonyms::key(hint)).or_default().push(None);
            }
        }
    }

    fn add_group(&mut self, group: &'static Group) {
        let mut own: Vec<String> = [group.zh, group.en, group.key]
            .into_iter()
            .chain(group.aliases.iter().copied())
            .map(normalize::header)
            .collect();
        own.sort_by_key(|name| std::cmp::Reverse(name.len()));
        own.dedup();
        let mut fields = HashMap::new();
        for field in group.fields {
            let path = format!("{}[1].{}", group.key, field.key);
            for name in names(field) {
                let sure = group.bare || field.sure.contains(&name);
                self.add(name, Bare::Entry { group, field, sure }, &path);
                fields.insert(normalize::header(name), field);
            }
            for name in field.hints.iter().chain([&field.key]) {
                fields.entry(normalize::header(name)).or_insert(field);
            }
            self.add_hints(field, &path);
            self.paths.push(path);
        }
        self.groups.push(Names { group, own, fields });
    }

    fn add(&mut self, name: &str, bare: Bare, path: &str) {
        let said = self.said.entry(synonyms::key(name)).or_default();
        match said.iter_mut().flatten().find(|known| known.same(bare)) {
            Some(known) => *known = known.surer(bare),
            None => said.push(Some(bare)),
        }
        let name = normalize::header(name);
        let meanings = self.bare.entry(name.clone()).or_default();
        match meanings.iter_mut().find(|known| known.same(bare)) {
            Some(known) => *known = known.surer(bare),
            None => meanings.push(bare),
        }
        self.names.push(Name { text: name, path: path.to_owned(), sure: bare.is_sure() });
    }

    fn add_hints(&mut self, field: &'static Field, path: &str) {
        for hint in field.hints {
            let text = normalize::header(hint);
            self.hints.entry(text.clone()).or_default().push(path.to_owned());
            self.names.push(Name { text, path: path.to_owned(), sure: false });
        }
    }

    /// The place that a header names, if it names exactly one.
    pub(crate) fn resolve(&self, header: &str, customs: &Customs) -> Option<Meaning> {
        let anew = || self.resolve_anew(header, customs);
        if customs.is_empty() { self.remembered.of(header, anew) } else { anew() }
    }

    fn resolve_anew(&self, header: &str, customs: &Customs) -> Option<Meaning> {
        if let Ok(slot) = path::find(self.kind, header, customs) {
            return Some(Meaning { slot, sure: true, stage: None });
        }
        if let Some(meaning) = self.whole(header) {
            return Some(meaning);
        }
        self.together(header)
    }

    /// The paths that a normalised header hints at, or that it names while it binds to none.
    pub(crate) fn hinted(&self, normalised: &str) -> Option<Vec<String>> {
        let mut paths = self.hints.get(normalised).cloned().unwrap_or_default();
        for bare in self.bare.get(normalised).into_iter().flatten() {
            paths.push(self.slot(*bare).to_string());
        }
        (!paths.is_empty()).then_some(paths)
    }

    /// Every name and hint with the path that it means.
    pub(crate) fn names(&self) -> &[Name] {
        &self.names
    }

    /// Every path, entries as the first.
    pub(crate) fn paths(&self) -> &[String] {
        &self.paths
    }

    /// A header in one language, without notes beside it; else one of its other forms, if that
    /// can't be mistaken.
    fn whole(&self, header: &str) -> Option<Meaning> {
        let name = normalize::header(header);
        // Of a cost centre, a percentage is no ID.
        let is_share = normalize::is_share(header);
        let is_id = |meaning: &Meaning| matches!(meaning.slot.ty(), FieldType::Id(_));
        match self.known(&name) {
            Known::Means(meaning) if is_share && is_id(&meaning) => {
                match self.said(&synonyms::key(header)) {
                    Known::Means(meaning) => Some(meaning),
                    Known::Doubtful | Known::Nothing => None,
                }
            }
            Known::Means(meaning) => Some(meaning),
            Known::Doubtful => None,
            Known::Nothing => {
                let forms = forms::variants(&name);
                let same = std::iter::once(self.said(&synonyms::key(header)));
                let formed = forms.iter().map(|form| self.known(form));
                let keys = forms.iter().map(|form| synonyms::key(form));
                let rest = synonyms::disowned(header).into_iter().chain(keys);
                let rest = rest.map(|key| self.said(&key));
                match same.chain(formed).chain(rest).find(|known| !known.is_nothing()) {
                    Some(Known::Means(meaning)) => meaning.sure.then_some(meaning),
                    Some(Known::Doubtful | Known::Nothing) => None,
                    None => self.called(header),
                }
            }
        }
    }

    /// The ID's place of a thing of which a header says how it is called: 部门名称, Department Code.
    fn called(&self, header: &str) -> Option<Meaning> {
        let (stem, aspect) = aspects::split(header)?;
        self.whole(&stem).filter(|meaning| match meaning.slot.ty() {
            FieldType::Id(of) | FieldType::IdList(of) => {
                meaning.sure && aspects::goes_by(of, aspect)
            }
            FieldType::Name
            | FieldType::Text
            | FieldType::Email
            | FieldType::Mobile
            | FieldType::MobileCountry
            | FieldType::DocumentNumber
            | FieldType::Choice(_)
            | FieldType::DateMillis { .. }
            | FieldType::Date
            | FieldType::DateMidnight
            | FieldType::Percent
            | FieldType::Custom(_) => false,
        })
    }

    /// What is said with other words than a name's.
    fn said(&self, key: &str) -> Known {
        match self.said.get(key).map(Vec::as_slice) {
            Some([Some(one)]) => Known::means(self.slot(*one), one.is_sure()),
            Some(_) => Known::Doubtful,
            None => Known::Nothing,
        }
    }

    fn known(&self, name: &str) -> Known {
        if name.is_empty() {
            return Known::Nothing;
        }
        if let Some(meanings) = self.bare.get(name) {
            return match meanings.as_slice() {
                [one] => Known::means(self.slot(*one), one.is_sure()),
                [] | [_, _, ..] => Known::Doubtful,
            };
        }
        let is_heading = || self.groups.iter().any(|names| names.own.iter().any(|own| own == name));
        if self.hints.contains_key(name) || is_heading() {
            return Known::Doubtful;
        }
        if let Some(meaning) = self.staged(name) {
            return Known::Means(meaning);
        }
        let mut found: Vec<Slot> = Vec::new();
        for names in &self.groups {
            if let Some((n, field)) = names.grouped(name).or_else(|| self.numbered(names, name)) {
                let target = Target::Entry { group: names.group, n, field };
                found.push(Slot { kind: self.kind.id, target });
            }
        }
        match (found.pop(), found.is_empty()) {
            (Some(slot), true) => Known::means(slot, true),
            (Some(_), false) => Known::Doubtful,
            (None, _) => Known::Nothing,
        }
    }

    /// `第一学历毕业院校`, `在职教育专业`: only where the rest is a name of an education's field. A degree
    /// (学位) beside the level of education would be a second column for one field.
    fn staged(&self, name: &str) -> Option<Meaning> {
        let (stage, own) = Stage::split(name)?;
        let [Bare::Entry { group, field, .. }] = self.bare.get(own)?.as_slice() else {
            return None;
        };
        if group.key != STAGED || own.contains("学位") {
            return None;
        }
        let n = stage.map_or(1, Stage::usual);
        let target = Target::Entry { group, n, field };
        Some(Meaning { slot: Slot { kind: self.kind.id, target }, sure: true, stage })
    }

    /// `学校2`: a field's own name with a number, where no other group calls a field so.
    fn numbered(&self, names: &Names, name: &str) -> Option<(u16, &'static Field)> {
        let (own, n) = trailing_number(name)?;
        if n > names.group.max {
            return None;
        }
        match self.bare.get(own)?.as_slice() {
            [Bare::Entry { group, field, .. }] if std::ptr::eq(*group, names.group) => {
                Some((u16::try_from(n).ok()?, field))
            }
            _ => None,
        }
    }

    fn slot(&self, bare: Bare) -> Slot {
        let target = match bare {
            Bare::Field(field) => Target::Field(field),
            Bare::Entry { group, field, .. } => Target::Entry { group, n: 1, field },
        };
        Slot { kind: self.kind.id, target }
    }
}

impl Bare {
    fn same(self, other: Self) -> bool {
        match (self, other) {
            (Self::Field(one), Self::Field(two)) => std::ptr::eq(one, two),
            (Self::Entry { field: one, .. }, Self::Entry { field: two, .. }) => {
                std::ptr::eq(one, two)
            }
            (Self::Field(_), Self::Entry { .. }) | (Self::Entry { .. }, Self::Field(_)) => false,
        }
    }

    const fn surer(self, other: Self) -> Self {
        if self.is_sure() { self } else { other }
    }

    const fn is_sure(self) -> bool {
        match self {
            Self::Field(_) => true,
            Self::Entry { sure, .. } => sure,
        }
    }
}

/// The header of a place in a template or a repaired file: one that always binds back to it.
pub(crate) fn header_of(slot: &Slot, lang: Lang) -> String {
    match &slot.target {
        Target::Field(field) => lang.pick(field.zh, field.en).to_owned(),
        Target::Entry { group, n, field } => match lang {
            Lang::Zh => format!("{}{n}-{}", group.zh, field.zh),
            Lang::En => format!("{} {n} {}", group.en, field.en),
        },
        Target::Custom { .. } | Target::EntryCustom { .. } | Target::Module { .. } => {
            slot.to_string()
        }
    }
}

/// Labels and aliases of a field: what binds.
fn names(field: &'static Field) -> impl Iterator<Item = &'static str> {
    [field.zh, field.en]
        .into_iter()
        .chain(field.aliases.iter().copied())
        .chain(field.sure.iter().copied())
        .chain(field.codes.iter().copied())
}

mod called;
mod entries;
mod parts;
mod remembered;
#[cfg(test)]
mod tests;
