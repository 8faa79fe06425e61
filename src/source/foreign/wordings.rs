//! What the styles of an `.ods` put before and behind the text of a cell (`@"大学"`), where the file does
//! not say which of the two it has written: the text that the cell holds, or the one that it shows.
//!
//! Must not know: cells, which of them has which style.

use std::collections::HashMap;

use super::super::tags::{Tag, meant};

/// The words round a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Wording {
    before: String,
    behind: String,
}

impl Wording {
    /// What is shown of a text; none where it has these words already.
    pub(super) fn of(&self, text: &str) -> Option<String> {
        let has = text.starts_with(&self.before) && text.ends_with(&self.behind);
        (!has && !text.is_empty()).then(|| format!("{}{text}{}", self.before, self.behind))
    }
}

/// The styles of texts, as far as they were read.
#[derive(Default)]
pub(super) struct Wordings {
    /// By the name of a format, then by that of a style of cells.
    formats: HashMap<String, Wording>,
    cells: HashMap<String, Wording>,
    /// The format that has begun, and whether the text of the cell has come in it.
    open: Option<(String, Wording, bool)>,
}

impl Wordings {
    /// The words of a style of cells, if it has any.
    pub(super) fn of(&self, style: &[u8]) -> Option<&Wording> {
        self.cells.get(std::str::from_utf8(style).ok()?)
    }

    /// A tag of the styles; true where the words that follow it are part of a format.
    pub(super) fn takes(&mut self, tag: Tag<'_>) -> bool {
        let named = |name: &[u8]| tag.attribute(name).map(meant);
        match (tag.name(), tag.is_end()) {
            (b"text-style", false) if !tag.is_empty() => {
                self.open = named(b"name").map(|name| (name, Wording::default(), false));
            }
            (b"text-style", true) => {
                if let Some((name, wording, _)) = self.open.take()
                    && wording != Wording::default()
                {
                    self.formats.insert(name, wording);
                }
            }
            (b"text-content", false) => {
                if let Some((_, _, has)) = &mut self.open {
                    *has = true;
                }
            }
            (b"style", false) if !self.formats.is_empty() => {
                let format = named(b"data-style-name").and_then(|name| self.formats.get(&name));
                if let (Some(name), Some(wording)) = (named(b"name"), format) {
                    self.cells.insert(name, wording.clone());
                }
            }
            (b"text", false) => return self.open.is_some() && tag.prefix() == b"number:",
            _ => {}
        }
        false
    }

    /// The words that follow such a tag.
    pub(super) fn say(&mut self, words: &str) {
        match &mut self.open {
            Some((_, wording, false)) => wording.before.push_str(words),
            Some((_, wording, true)) => wording.behind.push_str(words),
            None => {}
        }
    }
}
