//! `待建清单.xlsx`: what the rows name and the tenant does not have, one line each, what others stand below
//! first, with the rows that need it.
//!
//! Must not know: how a name is looked up, where the file goes.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::csv::neutral;
use super::disk::{NewFile, cannot_write};
use super::xlsx::{Book, Layout, Style};
use crate::kinds::lists;
use crate::problem::{Complaint, Lang};
use crate::sheet::Epoch;

/// The file's name.
pub(crate) const NAME: &str = "待建清单.xlsx";

const WIDTHS: [f64; 4] = [16.0, 28.0, 48.0, 12.0];

/// Something that is to be made first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct ToMake {
    /// The list that it belongs to, by the word of `refs pull`.
    pub(crate) list: String,
    /// The names from the top to what it stands below; empty at the top.
    pub(crate) parent: String,
    /// What it is called.
    pub(crate) name: String,
}

/// What is to be made, with how many rows need it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct MissingEntries(Vec<(ToMake, u64)>);

impl MissingEntries {
    /// What was gathered: of each list what others stand below goes before these.
    pub(crate) fn new(found: BTreeMap<ToMake, u64>) -> Self {
        let mut all: Vec<(ToMake, u64)> = found.into_iter().collect();
        let place = |word: &str| lists::ALL.iter().position(|list| list.word == word);
        let depth = |one: &ToMake| {
            if one.parent.is_empty() { 0 } else { one.parent.matches('/').count() + 1 }
        };
        all.sort_by_cached_key(|(one, _)| (place(&one.list), depth(one), one.clone()));
        Self(all)
    }

    /// Whether nothing is to be made.
    pub(crate) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// So many entries.
    pub(crate) fn count(&self) -> u64 {
        self.0.len() as u64
    }

    /// Write them.
    ///
    /// # Errors
    /// The file can't be written.
    pub(crate) fn write(&self, path: &Path, lang: Lang) -> Result<(), Complaint> {
        let file = NewFile::create(path)?;
        let written = self.fill(Book::new(file), lang);
        written.map_err(|error| cannot_write(path, &error))?.commit()
    }

    fn fill(&self, mut book: Book<NewFile>, lang: Lang) -> std::io::Result<NewFile> {
        let layout =
            Layout { widths: &WIDTHS, header_row: 1, faults: false, epoch: Epoch::default() };
        book.sheet(lang.pick("待建清单", "To make"), &layout)?;
        let headings = match lang {
            Lang::Zh => ["种类", "名称", "上级路径", "人数"],
            Lang::En => ["Kind", "Name", "Parent path", "Head count"],
        };
        book.row(1, headings.map(|heading| (heading, Style::Header)))?;
        for (number, (one, rows)) in (2..).zip(&self.0) {
            let list = lists::named(&one.list);
            let kind = list.map_or(one.list.as_str(), |list| lang.pick(list.zh, list.en));
            let cells = [kind, &one.name, &one.parent, &rows.to_string()]
                .map(|cell| neutral(cell).into_owned());
            book.row(number, cells.iter().map(|cell| (cell.as_str(), Style::Text)))?;
        }
        book.finish()
    }
}
