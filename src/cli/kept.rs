//! What a run keeps of its command line, so that a later `report` or `resume` can read the input
//! again: where it was, where its headers were, how it was decoded. Headers only, no one's data.
//!
//! Must not know: the journal it is kept in.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::gather::Belonging;
use crate::intake::again::AgainSheet;
use crate::sheet::Spans;

/// The kept part of a command line. Unknown fields of a later version are passed over.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Kept {
    #[serde(default)]
    pub(super) encoding: Option<String>,
    #[serde(default)]
    pub(super) delimiter: Option<u8>,
    #[serde(default)]
    sheets: Vec<KeptSheet>,
}

#[derive(Debug, Serialize, Deserialize)]
struct KeptSheet {
    path: PathBuf,
    file: Arc<str>,
    sheet: Option<Arc<str>>,
    header_row: u32,
    header: Vec<String>,
    #[serde(default)]
    hidden: Spans,
    #[serde(default)]
    belonging: Belonging,
    #[serde(default)]
    keys: Vec<usize>,
    #[serde(default)]
    is_child: bool,
}

impl Kept {
    /// Keep these sheets.
    pub(super) fn new(
        sheets: &[AgainSheet],
        encoding: Option<&str>,
        delimiter: Option<u8>,
    ) -> Self {
        let keep = |sheet: &AgainSheet| KeptSheet {
            path: std::path::absolute(&sheet.path).unwrap_or_else(|_| sheet.path.clone()),
            file: Arc::clone(&sheet.shown),
            sheet: sheet.sheet.clone(),
            header_row: sheet.header_row,
            header: sheet.header.clone(),
            hidden: sheet.hidden.clone(),
            belonging: sheet.belonging.clone(),
            keys: sheet.keys.clone(),
            is_child: sheet.is_child,
        };
        let sheets = sheets.iter().map(keep).collect();
        Self { encoding: encoding.map(str::to_owned), delimiter, sheets }
    }

    /// As a run holds it; nothing where it holds nothing of ours.
    pub(super) fn of(json: &str) -> Self {
        serde_json::from_str(json).unwrap_or_default()
    }

    /// For the run to hold.
    pub(super) fn json(&self) -> String {
        serde_json::to_string(self).unwrap_or_else(|_| "{}".to_owned())
    }

    /// The headers of every sheet, without their order: what a person would call the same table.
    pub(super) fn headers(&self) -> BTreeSet<&[String]> {
        self.sheets.iter().map(|sheet| sheet.header.as_slice()).collect()
    }

    /// The sheets of one file.
    pub(super) fn sheets(&self, file: &str) -> Vec<AgainSheet> {
        let of_file = self.sheets.iter().filter(|sheet| &*sheet.file == file);
        of_file
            .map(|sheet| AgainSheet {
                path: sheet.path.clone(),
                shown: Arc::clone(&sheet.file),
                sheet: sheet.sheet.clone(),
                header_row: sheet.header_row,
                header: sheet.header.clone(),
                hidden: sheet.hidden.clone(),
                belonging: sheet.belonging.clone(),
                keys: sheet.keys.clone(),
                is_child: sheet.is_child,
            })
            .collect()
    }
}
