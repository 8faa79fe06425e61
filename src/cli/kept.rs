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
use crate::report::missing::MissingEntries;
use crate::spec::{KindId, Target};

use super::inputs::Ordered;
use super::mark::Repeatable;

/// The kept part of a command line. Unknown fields of a later version are passed over.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct RunOptions {
    #[serde(default)]
    pub(super) encoding: Option<String>,
    #[serde(default)]
    pub(super) delimiter: Option<u8>,
    #[serde(default)]
    sheets: Vec<AgainSheet>,
    #[serde(default)]
    fields: Vec<KeptField>,
    /// Where the mapping file was, absolute.
    #[serde(default)]
    pub(super) mapping: Option<PathBuf>,
    #[serde(default)]
    pub(super) reading: ReadFlags,
    /// What rows name and the tenant does not have.
    #[serde(default, skip_serializing_if = "MissingEntries::is_empty")]
    pub(super) missing: MissingEntries,
    /// By what the same input is known again; none where it must be read again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) repeatable: Option<Repeatable>,
}

/// How cells were read, by flags.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub(super) struct ReadFlags {
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

impl RunOptions {
    /// Keep these sheets.
    pub(super) fn new(sheets: &[AgainSheet], fields: Vec<KeptField>, ordered: &Ordered) -> Self {
        let sheets = sheets.iter().cloned().map(AgainSheet::absolute).collect();
        let order = &ordered.order;
        let mapping = ordered.mapping_file.as_ref().map(|file| &file.path);
        Self {
            encoding: order.open.encoding.clone(),
            delimiter: order.open.delimiter,
            sheets,
            fields,
            missing: MissingEntries::default(),
            repeatable: None,
            mapping: mapping.map(|path| std::path::absolute(path).unwrap_or_else(|_| path.clone())),
            reading: ReadFlags {
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
            self.sheets.iter().map(|sheet| Arc::clone(&sheet.shown)).collect();
        self.sheets.extend(other.sheets.into_iter().filter(|sheet| !here.contains(&sheet.shown)));
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

    /// The sheets of all files.
    pub(super) fn all_sheets(&self) -> &[AgainSheet] {
        &self.sheets
    }

    /// The sheets of one file.
    pub(super) fn sheets(&self, file: &str) -> Vec<AgainSheet> {
        self.sheets.iter().filter(|sheet| &*sheet.shown == file).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::sheet::Epoch;

    /// As the first version kept it.
    const FIRST: &str = r#"{"encoding":null,"delimiter":null,"sheets":[{"path":"/home/hr/a.csv",
        "file":"a.csv","sheet":null,"header_row":1,"header":["姓名","学校"],
        "belonging":{"own":[0],"entries":[1],"key":null}}]}"#;
    /// As it was kept before a sheet to be read again was one type.
    const LATER: &str = r#"{"encoding":"gbk","delimiter":59,"sheets":[{"path":"/home/hr/b.xlsx",
        "file":"b.xlsx","sheet":"教育","header_row":2,"header":["工号","学校"],"hidden":[[4,6]],
        "belonging":{"own":[],"entries":[],"key":null,"tie":null},"keys":[0],"is_child":true,
        "epoch":"y1904"}],"fields":[],"mapping":"/home/hr/m.toml",
        "reading":{"allow_keyless":true,"accept":null,"dates":"dmy","hidden":false}}"#;

    #[test]
    fn what_earlier_runs_kept_of_their_sheets_is_read() {
        let [sheet] = &RunOptions::of(FIRST).sheets("a.csv")[..] else { panic!("one sheet") };
        assert_eq!((&*sheet.path, &*sheet.shown), (Path::new("/home/hr/a.csv"), "a.csv"));
        assert_eq!((sheet.sheet.as_deref(), sheet.header_row), (None, 1));
        assert_eq!(sheet.header, ["姓名", "学校"]);
        assert!(sheet.belonging.is_possible() && sheet.hidden.is_empty() && sheet.keys.is_empty());
        assert_eq!((sheet.is_child, sheet.epoch), (false, Epoch::Y1900));
        let kept = RunOptions::of(LATER);
        let [sheet] = &kept.sheets("b.xlsx")[..] else { panic!("one sheet") };
        assert_eq!((sheet.sheet.as_deref(), sheet.header_row), (Some("教育"), 2));
        assert!(sheet.hidden.contains(5) && !sheet.hidden.contains(7));
        assert_eq!((&*sheet.keys, sheet.is_child, sheet.epoch), (&[0][..], true, Epoch::Y1904));
        assert_eq!(kept.reading.dates, Some(DateOrder::Dmy));
        // And is kept on as it was.
        let same = |json: &str| serde_json::from_str::<serde_json::Value>(json).unwrap();
        assert_eq!(same(&kept.json()), same(LATER));
    }

    #[test]
    fn a_sheet_is_kept_by_a_path_that_holds_in_any_folder() {
        let [sheet] = &RunOptions::of(FIRST).sheets("a.csv")[..] else { panic!("one sheet") };
        let here = AgainSheet { path: "lists/a.csv".into(), ..sheet.clone() };
        let kept = here.absolute();
        assert!(kept.path.is_absolute() && kept.path.ends_with("lists/a.csv"));
        assert_eq!(&*kept.shown, "a.csv", "it is called as it was");
    }
}
