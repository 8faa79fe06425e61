//! What a run keeps of its command line, so that a later `report` or `resume` can read the input
//! again: where it was, where its headers were, how it was decoded. Headers only, no one's data.
//!
//! Must not know: the journal it is kept in.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::bind::{Binding, DateOrder};
use crate::intake::Hidden;
use crate::intake::again::AgainSheet;
use crate::problem::Place;
use crate::report::blame::{FieldAt, Fields, place_of};
use crate::rows::Belonging;
use crate::sheet::{Epoch, Spans};
use crate::spec::{KindId, Target};

use super::inputs::Ordered;

/// The kept part of a command line. Unknown fields of a later version are passed over.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Kept {
    #[serde(default)]
    pub(super) encoding: Option<String>,
    #[serde(default)]
    pub(super) delimiter: Option<u8>,
    #[serde(default)]
    sheets: Vec<KeptSheet>,
    #[serde(default)]
    fields: Vec<KeptField>,
    /// Where the mapping file was, absolute.
    #[serde(default)]
    pub(super) mapping: Option<PathBuf>,
    #[serde(default)]
    pub(super) reading: Reading,
}

/// How cells were read, by flags.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub(super) struct Reading {
    #[serde(default)]
    pub(super) allow_keyless: bool,
    #[serde(default)]
    pub(super) accept: Option<f64>,
    #[serde(default)]
    pub(super) dates: Option<DateOrder>,
    /// Hidden rows, columns and sheets were read.
    #[serde(default)]
    pub(super) hidden: bool,
}

/// A bound column, for fields that the API refuses.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct KeptField {
    file: String,
    sheet: Option<String>,
    kind: String,
    column: Option<u32>,
    header: String,
    path: String,
    place: String,
    entry: u16,
}

impl KeptField {
    /// The columns of a sheet; one that is made of others is named by the first of these.
    pub(super) fn of(place: &Place, bindings: &[Binding]) -> Vec<Self> {
        let Some(file) = place.file.as_deref() else { return Vec::new() };
        let mut fields = Vec::new();
        for binding in bindings {
            for column in &binding.columns {
                let (at, mut entry) = place_of(&column.slot);
                if matches!(column.slot.target, Target::Custom { .. }) {
                    let kind = binding.kind.id.label();
                    let same = |field: &&Self| field.kind == kind && field.place == at;
                    let before = fields.iter().filter(same).count();
                    entry = u16::try_from(before + 1).unwrap_or(u16::MAX);
                }
                let made_of = binding.shape.made_of(column.index).first().copied();
                let real = (column.index < binding.shape.width).then_some(column.index);
                let stands = made_of.or(real);
                fields.push(Self {
                    file: file.to_owned(),
                    sheet: place.sheet.as_deref().map(str::to_owned),
                    kind: binding.kind.id.label().to_owned(),
                    column: stands.and_then(|column| u32::try_from(column).ok()),
                    header: column.header.to_string(),
                    path: column.path.to_string(),
                    place: at,
                    entry,
                });
            }
        }
        fields
    }
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
    #[serde(default)]
    epoch: Epoch,
}

impl Kept {
    /// Keep these sheets.
    pub(super) fn new(sheets: &[AgainSheet], fields: Vec<KeptField>, ordered: &Ordered) -> Self {
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
            epoch: sheet.epoch,
        };
        let sheets = sheets.iter().map(keep).collect();
        let order = &ordered.order;
        let mapping = ordered.mapping_file.as_ref().map(|file| &file.path);
        Self {
            encoding: order.open.encoding.clone(),
            delimiter: order.open.delimiter,
            sheets,
            fields,
            mapping: mapping.map(|path| std::path::absolute(path).unwrap_or_else(|_| path.clone())),
            reading: Reading {
                allow_keyless: order.allow_keyless,
                accept: order.accept,
                dates: order.dates,
                hidden: order.hidden == Hidden::Read,
            },
        }
    }

    /// The same with what another run kept of inputs that this one goes on with.
    pub(super) fn with(mut self, other: Self) -> Self {
        let here: BTreeSet<Arc<str>> =
            self.sheets.iter().map(|sheet| Arc::clone(&sheet.file)).collect();
        self.sheets.extend(other.sheets.into_iter().filter(|sheet| !here.contains(&sheet.file)));
        self.fields.extend(other.fields.into_iter().filter(|field| !here.contains(&*field.file)));
        self
    }

    /// What the rows of a sheet make, in the order of their columns.
    pub(super) fn kinds(&self, file: &str, sheet: Option<&str>) -> Vec<KindId> {
        let mut kinds = Vec::new();
        let here = |field: &&KeptField| field.file == file && field.sheet.as_deref() == sheet;
        for kind in self.fields.iter().filter(here).filter_map(|field| KindId::of(&field.kind)) {
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        kinds
    }

    /// As a run holds it; nothing where it holds nothing of ours.
    pub(super) fn of(json: &str) -> Self {
        serde_json::from_str(json).unwrap_or_default()
    }

    /// The bound columns.
    pub(super) fn fields(&self) -> Fields {
        let field = |kept: &KeptField| {
            Some(FieldAt {
                file: kept.file.clone(),
                sheet: kept.sheet.clone(),
                kind: KindId::of(&kept.kind)?,
                column: kept.column,
                header: kept.header.clone(),
                path: kept.path.clone(),
                place: kept.place.clone(),
                entry: kept.entry,
            })
        };
        Fields(self.fields.iter().filter_map(field).collect())
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
                epoch: sheet.epoch,
            })
            .collect()
    }
}
