//! What is to be read, and how: the files, and what flags and a mapping file say of them.
//!
//! Must not know: what is in the files.

use std::path::PathBuf;
use std::sync::Arc;

use crate::bind::DateOrder;
use crate::mapping::{Mapping, RecordMapping};
use crate::problem::Place;
use crate::resolve::Directory;
use crate::sheet::{Outline, Spans};
use crate::source::OpenOptions;
use crate::spec::{IdTypes, KindId};

use super::fix::{FixFile, FixSheet};

/// Which spreadsheets to read, and how.
#[derive(Debug, Default)]
pub struct IntakeOptions {
    /// The files, in the order given.
    pub files: Vec<PathBuf>,
    /// `--kind`
    pub kind: Option<KindId>,
    /// Inputs that are fix files.
    pub fixes: Vec<FixFile>,
    /// The mapping file, read and parsed.
    pub mapping: Option<Mapping>,
    /// The mapping file's folder, from which its tables are found.
    pub mapping_folder: Option<PathBuf>,
    /// `--sheet`
    pub sheet: Option<String>,
    /// `--header-row`
    pub header_row: Option<u32>,
    /// Encoding, delimiter, limits.
    pub open: OpenOptions,
    /// `--allow-keyless`
    pub allow_keyless: bool,
    /// `--hidden`
    pub hidden: Hidden,
    /// `--accept-suggestions`
    pub accept: Option<f64>,
    /// `--dates`: the order of dates that a column's own values do not settle, over the mapping's.
    pub dates: Option<DateOrder>,
    /// Now, which people's dates are held against; none holds them against nothing.
    pub now: Option<jiff::Timestamp>,
    /// What is known of the tenant, by which names stand for IDs.
    pub directory: Option<Arc<Directory>>,
    /// In which of its forms the tenant's IDs are written; none where that is not known.
    pub id_types: Option<Arc<IdTypes>>,
    /// `--show-values`: problems show what cells hold, people's data too.
    pub show_values: bool,
    /// Threads that check; one where this is 0. What they find is the same for any number.
    pub workers: usize,
}

/// What is done with hidden rows, columns and sheets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hidden {
    /// They are reported, and not read.
    #[default]
    Skip,
    /// They are read like any other.
    Read,
}

impl IntakeOptions {
    /// The same without a mapping, its rows being told to be of one kind.
    pub(super) fn told(&self, kind: KindId) -> Self {
        Self {
            files: self.files.clone(),
            kind: Some(kind),
            fixes: self.fixes.clone(),
            mapping: None,
            mapping_folder: None,
            sheet: self.sheet.clone(),
            header_row: self.header_row,
            open: self.open.clone(),
            allow_keyless: self.allow_keyless,
            hidden: self.hidden,
            accept: self.accept,
            dates: self.dates,
            now: self.now,
            directory: self.directory.clone(),
            id_types: self.id_types.clone(),
            show_values: self.show_values,
            workers: self.workers,
        }
    }
}

impl Hidden {
    /// The hidden rows of a sheet that are not read.
    pub(super) fn rows(self, outline: &Outline) -> Spans {
        match self {
            Self::Skip => outline.hidden_rows.clone(),
            Self::Read => Spans::default(),
        }
    }
}

impl IntakeOptions {
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

    /// The row that `--header-row`, else the mapping, says is this sheet's header.
    pub(super) fn header_row_of(&self, place: &Place) -> Option<u32> {
        let fix = self.fix(place).map(|(_, sheet)| sheet.header_row);
        let told = self.header_row.or(fix);
        told.or_else(|| self.mapped(place).iter().find_map(|record| record.header_row))
    }

    /// The mapping's records that speak of this sheet.
    pub(super) fn mapped(&self, place: &Place) -> Vec<&RecordMapping> {
        let (name, sheet) = self.meant(place);
        let records = self.mapping.iter().flat_map(|mapping| &mapping.records);
        records
            .filter(|record| record.applies_to(name, sheet))
            .filter(|record| self.kind.is_none_or(|kind| kind == record.kind))
            .collect()
    }
}
