//! One list of a tenant, and how a text finds its entry there.
//!
//! Must not know: which list it is.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use super::entry::Entry;
use super::nearest;
use super::path;
use super::places::Above;
use crate::lexicon::normalize;

/// Steps from an entry to the top of its tree: a list that goes round in a circle ends here.
const DEEPEST: usize = 64;
/// Entries that are shown of many.
const SHOWN: usize = 5;

/// The entries of one list, found by ID, code, name and path.
#[derive(Debug, Default)]
pub(crate) struct List {
    entries: Vec<Entry>,
    /// The places of the entries, in the order of their IDs.
    ids: Vec<usize>,
    /// The entries of each code and name, in their normal form. Many a list is never asked for a word, and
    /// the words of 50,000 people take longer than to read them.
    words: OnceLock<HashMap<Box<str>, Places>>,
    /// What was found to be nearest to texts that find nothing.
    near: nearest::Found,
    /// The normal forms of what a path may begin with though no entry is called so.
    roots: HashSet<String>,
    /// It is of people.
    is_of_people: bool,
    /// It holds some of what there is, and not all.
    is_partial: bool,
    /// Of people who were looked up one by one, the words that were asked, in their normal form: of any
    /// other word nobody knows who else has it.
    asked: Option<HashSet<String>>,
    /// Of places, what they lie in.
    above: Option<Above>,
}

/// Where the entries of a word are: nearly every word has one.
#[derive(Debug)]
enum Places {
    One(usize),
    Several(Vec<usize>),
}

impl Places {
    fn as_slice(&self) -> &[usize] {
        match self {
            Self::One(at) => std::slice::from_ref(at),
            Self::Several(all) => all,
        }
    }

    fn add(&mut self, at: usize) {
        match self {
            Self::One(one) if *one != at => *self = Self::Several(vec![*one, at]),
            Self::Several(all) if !all.contains(&at) => all.push(at),
            Self::One(_) | Self::Several(_) => {}
        }
    }
}

/// What a text finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Found<'d> {
    /// The entry.
    One(&'d Entry),
    /// An entry that may not be used.
    Inactive(&'d Entry),
    /// Several that may be used, of which nothing tells which is meant.
    Several(Vec<&'d Entry>),
    /// None; the nearest, at most five.
    Nothing(Vec<&'d Entry>),
}

impl List {
    /// A list of these entries; of two of one ID the first counts. A path may begin with one of `roots`.
    pub(super) fn new(entries: Vec<Entry>, roots: &[String]) -> Self {
        let mut entries = entries;
        let mut ids: Vec<usize> = (0..entries.len()).collect();
        ids.sort_by(|one, other| entries[*one].id.cmp(&entries[*other].id).then(one.cmp(other)));
        let twice = |pair: &[usize]| entries[pair[0]].id == entries[pair[1]].id;
        let later: HashSet<usize> =
            ids.windows(2).filter(|pair| twice(pair)).map(|pair| pair[1]).collect();
        if !later.is_empty() {
            let mut at = 0..;
            entries.retain(|_| at.next().is_some_and(|at| !later.contains(&at)));
            ids = (0..entries.len()).collect();
            ids.sort_by(|one, other| entries[*one].id.cmp(&entries[*other].id));
        }
        let roots = roots.iter().map(|root| normalize::label(root)).collect();
        Self {
            entries,
            ids,
            words: OnceLock::new(),
            near: nearest::Found::default(),
            roots,
            is_of_people: false,
            is_partial: false,
            asked: None,
            above: None,
        }
    }

    /// The same of places, which lie in these.
    #[must_use]
    pub(super) fn of_places(self, above: Above) -> Self {
        Self { above: Some(above), ..self }
    }

    /// The same of people.
    #[must_use]
    pub(super) fn of_people(self) -> Self {
        Self { is_of_people: true, ..self }
    }

    /// The same, which is not all that there is.
    #[must_use]
    pub(super) fn partial(self) -> Self {
        Self { is_partial: true, ..self }
    }

    /// The same of people who were looked up by these words, in their normal form.
    #[must_use]
    pub(super) fn looked_up(self, asked: HashSet<String>) -> Self {
        Self { asked: Some(asked), ..self }
    }

    /// Whether all are known who have a word: whoever was looked up has more words than the one.
    fn knows_all(&self, word: &str) -> bool {
        let is_owner = |at: &usize| {
            let owner = self.entries.get(*at).and_then(|entry| entry.owner.as_deref());
            owner.is_some_and(|owner| normalize::label(owner) == word)
        };
        let asked = self.asked.as_ref();
        asked.is_none_or(|asked| asked.contains(word) || self.called(word).iter().any(is_owner))
    }

    /// The entries of a code or a name in its normal form.
    fn called(&self, word: &str) -> &[usize] {
        self.words().get(word).map(Places::as_slice).unwrap_or_default()
    }

    fn words(&self) -> &HashMap<Box<str>, Places> {
        self.words.get_or_init(|| {
            let mut words: HashMap<Box<str>, Places> = HashMap::with_capacity(self.entries.len());
            for (at, entry) in self.entries.iter().enumerate() {
                // What is of an entry of another list is found by that one's ID as well.
                let own = entry.codes.iter().chain(entry.names.iter()).chain(&entry.owner);
                for word in own {
                    words
                        .entry(normalize::label(word).into())
                        .and_modify(|places| places.add(at))
                        .or_insert(Places::One(at));
                }
            }
            words.remove("");
            words
        })
    }

    /// Whether entries stand below each other.
    pub(super) fn is_tree(&self) -> bool {
        self.entries.iter().any(|entry| entry.parent.is_some())
    }

    /// Whether it is of people.
    pub(crate) const fn is_of_people(&self) -> bool {
        self.is_of_people
    }

    /// Whether what it lacks may be there all the same.
    pub(crate) const fn is_partial(&self) -> bool {
        self.is_partial
    }

    /// The entries, in the order in which they were read.
    pub(crate) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry of an ID.
    pub(crate) fn of_id(&self, id: &str) -> Option<&Entry> {
        let at = self.ids.binary_search_by(|at| self.entries[*at].id.as_str().cmp(id)).ok()?;
        self.entries.get(self.ids[at])
    }

    /// What a text finds: an ID, a code, a name in any language, or a path. A name that itself holds a
    /// sign of a path is the name.
    pub(crate) fn find(&self, text: &str) -> Found<'_> {
        match self.known(text) {
            Found::Nothing(_) => Found::Nothing(self.nearest(&normalize::label(text))),
            found @ (Found::One(_) | Found::Inactive(_) | Found::Several(_)) => found,
        }
    }

    /// The same, without what is nearest where nothing is found.
    pub(crate) fn known(&self, text: &str) -> Found<'_> {
        if let Some(entry) = self.of_id(text) {
            return of_one(entry);
        }
        let wanted = normalize::label(text);
        let named = self.called(&wanted);
        if !named.is_empty() && self.knows_all(&wanted) {
            return self.chosen(named);
        }
        let both = self.with_code(&wanted);
        if !both.is_empty() {
            return self.chosen(&both);
        }
        let mut ends = self.at_path(&wanted, false);
        if ends.is_empty() && path::has_gap(&wanted) {
            ends = self.at_path(&wanted, true);
        }
        if let Some(above) = self.above.as_ref().filter(|_| ends.is_empty()) {
            ends = above.find(&self.entries, text);
        }
        self.chosen(&ends)
    }

    /// Whether a text that means this place may mean the province in which it lies.
    pub(crate) fn is_also_wider(&self, entry: &Entry, text: &str) -> bool {
        self.above.as_ref().is_some_and(|above| above.is_also_wider(entry, text))
    }

    /// The entries of a name with its code in brackets behind it: 张伟(00130). Both must be its own.
    fn with_code(&self, wanted: &str) -> Vec<usize> {
        let Some(inside) = wanted.strip_suffix(')') else { return Vec::new() };
        let parts = inside.match_indices('(').map(|(at, sign)| {
            let (name, code) = (&inside[..at], &inside[at + sign.len()..]);
            let named = self.called(name);
            let coded = self.called(code).iter().filter(|_| self.knows_all(code));
            coded.filter(|at| named.contains(at)).copied().collect::<Vec<_>>()
        });
        parts.into_iter().find(|both| !both.is_empty()).unwrap_or_default()
    }

    /// The names from the top of its tree to the entry, the top itself left out where all stand below it.
    pub(crate) fn path(&self, entry: &Entry) -> String {
        let mut names: Vec<&str> = self.up(entry).map(Entry::name).collect();
        if names.len() > 1 && self.has_one_top() {
            names.pop();
        }
        names.reverse();
        names.join("/")
    }

    /// How a cell names the entry and no other, without its ID: by its path, else its name, else a code.
    pub(crate) fn written(&self, entry: &Entry) -> Option<String> {
        let names = entry.names.iter().chain(entry.codes.iter()).cloned();
        let is_it = |text: &String| {
            *text != entry.id
                && matches!(self.known(text), Found::One(found) if found.id == entry.id)
        };
        std::iter::once(self.path(entry)).chain(names).find(is_it)
    }

    /// The entry and what it stands below, up to the top.
    fn up<'d>(&'d self, entry: &'d Entry) -> impl Iterator<Item = &'d Entry> {
        let above = |entry: &&'d Entry| self.of_id(entry.parent.as_deref()?);
        std::iter::successors(Some(entry), above).take(DEEPEST)
    }

    fn has_one_top(&self) -> bool {
        self.entries.iter().filter(|entry| self.is_top(entry)).count() == 1
    }

    fn is_top(&self, entry: &Entry) -> bool {
        entry.parent.as_deref().is_none_or(|parent| self.of_id(parent).is_none())
    }

    /// The one of several entries that may be used, if it is one.
    fn chosen(&self, places: &[usize]) -> Found<'_> {
        let found = places.iter().filter_map(|at| self.entries.get(*at));
        let (active, others): (Vec<_>, Vec<_>) = found.partition(|entry| entry.active);
        match (active.as_slice(), others.first()) {
            ([one], _) => Found::One(one),
            ([], Some(inactive)) => Found::Inactive(inactive),
            ([], None) => Found::Nothing(Vec::new()),
            _ => Found::Several(active),
        }
    }

    /// The entries at the end of a path: those whose path it is from the top on, else those of whose path
    /// it is the end. `gaps`: names may lack where the path says so.
    fn at_path(&self, wanted: &str, gaps: bool) -> Vec<usize> {
        let (mut whole, mut partial) = (Vec::new(), Vec::new());
        if !path::is_path(wanted) {
            return whole;
        }
        for end in path::ends(wanted) {
            for at in self.called(end) {
                let Some((before, gap)) = path::before(wanted, end) else { continue };
                let Some(entry) = self.entries.get(*at) else { continue };
                match self.leads(entry, (before, gap), gaps, DEEPEST) {
                    Some(true) if !whole.contains(at) => whole.push(*at),
                    Some(false) if !partial.contains(at) => partial.push(*at),
                    Some(_) | None => {}
                }
            }
        }
        if whole.is_empty() { partial } else { whole }
    }

    /// Whether what stands before an entry in a path is what it stands below: none where it is not; else
    /// whether that is all, up to the top. Across a gap the nearest that is called so counts, the entry
    /// itself first: a level may say again what stands above it.
    fn leads(
        &self,
        entry: &Entry,
        (before, gap): (&str, bool),
        gaps: bool,
        steps: usize,
    ) -> Option<bool> {
        let parent = entry.parent.as_deref().and_then(|parent| self.of_id(parent));
        let is_last = parent.is_none_or(|parent| self.is_top(parent));
        if before.is_empty() {
            return Some(is_last);
        }
        let gap = gap && gaps;
        if self.roots.contains(before) && (is_last || gap) {
            return Some(true);
        }
        let above = parent.filter(|_| steps > 0);
        let leads = |above: &Entry| {
            let names =
                above.names.iter().chain(above.codes.iter()).map(|name| normalize::label(name));
            let rests = names.filter_map(|name| path::before(before, &name));
            rests.filter_map(|rest| self.leads(above, rest, gaps, steps - 1)).max()
        };
        if !gap {
            return above.and_then(leads);
        }
        let all = self.up(entry).filter(|_| steps > 0);
        let is_called = |one: &&Entry| {
            let mut words = one.names.iter().chain(one.codes.iter());
            words.any(|word| path::before(before, &normalize::label(word)).is_some())
        };
        all.into_iter().find(is_called).and_then(leads)
    }

    /// Whether an entry, or anything that it stands below, is called so.
    pub(crate) fn stands_in(&self, entry: &Entry, name: &str) -> bool {
        let wanted = normalize::label(name);
        let is_called = |one: &Entry| {
            one.names.iter().chain(one.codes.iter()).any(|word| normalize::label(word) == wanted)
        };
        self.up(entry).any(is_called)
    }

    /// The entries whose names are most like a text, at most five. A person's number or address is like
    /// another's by chance.
    fn nearest(&self, wanted: &str) -> Vec<&Entry> {
        let is_key = wanted.is_ascii() && wanted.contains(|c: char| c == '@' || c.is_ascii_digit());
        if self.is_of_people && is_key {
            return Vec::new();
        }
        let near = self.near.of(wanted, || {
            let words = self.words().iter().map(|(word, places)| (&**word, places.as_slice()));
            let mut places = nearest::places(wanted, words);
            places.retain(|at| self.entries.get(*at).is_some_and(|entry| entry.active));
            places.truncate(SHOWN);
            places
        });
        near.into_iter().filter_map(|at| self.entries.get(at)).collect()
    }
}

const fn of_one(entry: &Entry) -> Found<'_> {
    if entry.active { Found::One(entry) } else { Found::Inactive(entry) }
}
