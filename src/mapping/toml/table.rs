//! A mapping file's tables, read key by key: what is missing, unknown or of the wrong type is
//! noted at its place, and reading goes on.
//!
//! Must not know: fields, headers, kinds, what a key means.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::faults::Faults;
use super::word::{Wanted, Word};
use crate::lexicon::nearest;
use crate::problem::{Code, both};

/// One table of the file.
#[derive(Clone, Debug)]
pub(super) struct Table<'t, 'i> {
    entries: &'t DeTable<'i>,
    /// Where it begins.
    pub(super) span: Range<usize>,
}

impl<'t, 'i> Table<'t, 'i> {
    pub(super) fn new(entries: &'t DeTable<'i>, span: Range<usize>) -> Self {
        Self { entries, span }
    }

    /// Keys that are none of these are noted, with the nearest that is.
    pub(super) fn only(&self, known: &[&str], faults: &mut Faults<'_>) {
        for key in self.entries.keys() {
            let name: &str = key.get_ref();
            if !known.contains(&name) {
                let near =
                    nearest::word(name, known.iter().copied()).unwrap_or_else(|| known.join(", "));
                let args = [name.to_owned(), near];
                faults.at(key.span().start, Code::MappingKeyUnknown, args);
            }
        }
    }

    fn get(&self, key: &str) -> Option<&'t Spanned<DeValue<'i>>> {
        self.entries.iter().find(|(name, _)| name.get_ref() == key).map(|(_, value)| value)
    }

    /// Where the key itself stands, if it is there.
    pub(super) fn key(&self, key: &str) -> Option<Range<usize>> {
        self.entries.keys().find(|name| name.get_ref() == key).map(Spanned::span)
    }

    /// Note that a key is missing.
    pub(super) fn lacks(&self, key: &str, faults: &mut Faults<'_>) {
        let says = both(&format!("缺少「{key}」"), &format!("`{key}` is missing"));
        faults.at(self.span.start, Code::MappingSyntax, [says]);
    }

    pub(super) fn text(&self, key: &str, faults: &mut Faults<'_>) -> Option<Word> {
        text(self.get(key)?, faults)
    }

    /// A text where there is one, and no fault where there is something else.
    pub(super) fn plain(&self, key: &str) -> Option<String> {
        self.get(key)?.get_ref().as_str().map(str::to_owned)
    }

    /// Whether the key holds a table.
    pub(super) fn is_table(&self, key: &str) -> bool {
        self.get(key).is_some_and(|value| value.get_ref().is_table())
    }

    /// A text that must be there.
    pub(super) fn needed(&self, key: &str, faults: &mut Faults<'_>) -> Option<Word> {
        if self.get(key).is_none() {
            self.lacks(key, faults);
        }
        self.text(key, faults)
    }

    pub(super) fn truth(&self, key: &str, faults: &mut Faults<'_>) -> Option<bool> {
        let value = self.get(key)?;
        let truth = value.get_ref().as_bool();
        if truth.is_none() {
            faults.wants(value.span().start, Wanted::Truth);
        }
        truth
    }

    /// A whole number; out of every range it is the nearest.
    pub(super) fn integer(
        &self,
        key: &str,
        faults: &mut Faults<'_>,
    ) -> Option<(i64, Range<usize>)> {
        let value = self.get(key)?;
        let number = integer(value.get_ref());
        if number.is_none() {
            faults.wants(value.span().start, Wanted::Integer);
        }
        Some((number?, value.span()))
    }

    /// A list of texts.
    pub(super) fn texts(&self, key: &str, faults: &mut Faults<'_>) -> Option<Vec<Word>> {
        Some(self.list(key, faults)?.iter().filter_map(|value| text(value, faults)).collect())
    }

    /// One text or a list of them.
    pub(super) fn one_or_more(&self, key: &str, faults: &mut Faults<'_>) -> Option<Vec<Word>> {
        one_or_more(self.get(key)?, faults)
    }

    /// A list of anything.
    pub(super) fn list(
        &self,
        key: &str,
        faults: &mut Faults<'_>,
    ) -> Option<&'t [Spanned<DeValue<'i>>]> {
        let value = self.get(key)?;
        let list = value.get_ref().as_array();
        if list.is_none() {
            faults.wants(value.span().start, Wanted::List);
        }
        list.map(|list| &**list)
    }

    pub(super) fn table(&self, key: &str, faults: &mut Faults<'_>) -> Option<Self> {
        table(self.get(key)?, Wanted::Table, faults)
    }

    /// `[[key]]`, as often as it stands there.
    pub(super) fn tables(&self, key: &str, faults: &mut Faults<'_>) -> Vec<Self> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(list) = value.get_ref().as_array() else {
            faults.wants(value.span().start, Wanted::Tables);
            return Vec::new();
        };
        list.iter().filter_map(|value| table(value, Wanted::Table, faults)).collect()
    }

    /// The entries of a table whose keys are the user's, in the file's order.
    pub(super) fn entries<T>(
        &self,
        key: &str,
        faults: &mut Faults<'_>,
        read: impl Fn(&'t Spanned<DeValue<'i>>, &mut Faults<'_>) -> Option<T>,
    ) -> Vec<(Word, T)> {
        let Some(table) = self.table(key, faults) else { return Vec::new() };
        let mut entries = Vec::new();
        for (name, value) in table.entries {
            let name = Word { text: name.get_ref().to_string(), span: name.span() };
            if let Some(value) = read(value, faults) {
                entries.push((name, value));
            }
        }
        entries
    }
}

/// A text.
pub(super) fn text(value: &Spanned<DeValue<'_>>, faults: &mut Faults<'_>) -> Option<Word> {
    let text = value.get_ref().as_str();
    if text.is_none() {
        faults.wants(value.span().start, Wanted::Text);
    }
    Some(Word { text: text?.to_owned(), span: value.span() })
}

/// A text, or an integer read as one.
pub(super) fn scalar(value: &Spanned<DeValue<'_>>, faults: &mut Faults<'_>) -> Option<Word> {
    let whole = || integer(value.get_ref()).map(|number| number.to_string());
    let text = value.get_ref().as_str().map(str::to_owned).or_else(whole);
    if text.is_none() {
        faults.wants(value.span().start, Wanted::Scalar);
    }
    Some(Word { text: text?, span: value.span() })
}

/// One text or a list of them.
pub(super) fn one_or_more(
    value: &Spanned<DeValue<'_>>,
    faults: &mut Faults<'_>,
) -> Option<Vec<Word>> {
    match value.get_ref().as_array() {
        Some(list) => Some(list.iter().filter_map(|value| text(value, faults)).collect()),
        None => text(value, faults).map(|word| vec![word]),
    }
}

/// A table.
pub(super) fn table<'t, 'i>(
    value: &'t Spanned<DeValue<'i>>,
    wanted: Wanted,
    faults: &mut Faults<'_>,
) -> Option<Table<'t, 'i>> {
    let entries = value.get_ref().as_table();
    if entries.is_none() {
        faults.wants(value.span().start, wanted);
    }
    Some(Table::new(entries?, value.span()))
}

/// Labels with their values.
pub(super) fn labels(
    value: &Spanned<DeValue<'_>>,
    faults: &mut Faults<'_>,
) -> Option<Vec<(Word, Word)>> {
    let table = table(value, Wanted::Table, faults)?;
    let mut labels = Vec::new();
    for (name, value) in table.entries {
        let name = Word { text: name.get_ref().to_string(), span: name.span() };
        if let Some(value) = scalar(value, faults) {
            labels.push((name, value));
        }
    }
    Some(labels)
}

/// The number of an integer; one that no number holds is the greatest.
pub(super) fn integer(value: &DeValue<'_>) -> Option<i64> {
    let integer = value.as_integer()?;
    Some(i64::from_str_radix(integer.as_str(), integer.radix()).unwrap_or(i64::MAX))
}
