//! Fix files: workbooks whose rows are of another input, the one that an earlier run read. What that
//! run knew of its sheets holds for theirs: kind, header row, and by which names a mapping means them.
//!
//! Must not know: where it is known from.

use std::path::PathBuf;

use crate::problem::Place;
use crate::spec::KindId;

use super::Order;

/// An input that is a fix file.
#[derive(Clone, Debug)]
pub struct FixFile {
    /// Where it is, as it was given.
    pub path: PathBuf,
    /// The input that its rows are of, as the run named it.
    pub of: String,
    /// That input's sheets.
    pub sheets: Vec<FixSheet>,
}

/// A sheet of the input that a fix file is of.
#[derive(Clone, Debug)]
pub struct FixSheet {
    /// What it is called in the fix file.
    pub title: String,
    /// What it was called in the input; none for CSV.
    pub sheet: Option<String>,
    /// The row of the header in the fix file: one row, whatever the input had.
    pub header_row: u32,
    /// What its rows make.
    pub kinds: Vec<KindId>,
}

impl Order {
    /// The fix file at this place, and the sheet: the one of this title, else the only one.
    pub(super) fn fix(&self, place: &Place) -> Option<(&FixFile, &FixSheet)> {
        let file = place.file.as_deref()?;
        let fix = self.fixes.iter().find(|fix| fix.path.to_string_lossy() == file)?;
        let title = place.sheet.as_deref();
        let named = fix.sheets.iter().find(|sheet| Some(sheet.title.as_str()) == title);
        let only = fix.sheets.first().filter(|_| fix.sheets.len() == 1);
        named.or(only).map(|sheet| (fix, sheet))
    }

    /// By which names a mapping means a place: file and sheet of the input that a fix file is of, else
    /// its own.
    pub(super) fn meant<'p>(&'p self, place: &'p Place) -> (&'p str, Option<&'p str>) {
        let (file, sheet) = match self.fix(place) {
            Some((fix, sheet)) => (fix.of.as_str(), sheet.sheet.as_deref()),
            None => (place.file.as_deref().unwrap_or_default(), place.sheet.as_deref()),
        };
        (file.rsplit(['/', '\\']).next().unwrap_or(file), sheet)
    }
}
