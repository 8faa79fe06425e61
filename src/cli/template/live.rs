//! What is known of the tenant, for its own template: from the snapshot to names for dropdowns and fields for
//! columns; and headings that surely mean their columns.
//!
//! Must not know: how a template looks.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::bind::{self, Tenant as Known, signs};
use crate::config::Settings;
use crate::directory::{self, People};
use crate::problem::{Complaint, Lang};
use crate::propose;
use crate::resolve::{CustomField, Directory, Entry, List};
use crate::sheet::{RawCell, RawRow};
use crate::spec::{CustomType, Field, FieldType, IdOf, Kind};
use crate::template::{Column, OwnField, Selection, Tenant};

use super::super::environment::now;
use super::super::refs;

/// Entries of one list that a dropdown holds.
const MOST: usize = 20_000;

/// The tenant's lists as they were read last; none where they never were.
///
/// # Errors
/// The snapshot is another tenant's, or can't be read.
pub(super) fn directory(settings: &Settings) -> Result<Option<Directory>, Complaint> {
    if settings.account.app_id.is_none() || !settings.directory.exists() {
        return Ok(None);
    }
    directory::load(&settings.directory, &refs::known::owner(settings)?, now(), None, People::All)
}

/// With what the tenant's departments ask of everybody who is in them: a job, a position.
pub(super) fn wanted(
    kind: &'static Kind,
    selection: Selection,
    directory: Option<&Directory>,
) -> Selection {
    let departments = directory.and_then(|known| known.list(IdOf::Department));
    let entries = departments.map(List::entries).unwrap_or_default();
    let asked = |field: &&Field| {
        let wants = |entry: &&Entry| entry.active && entry.wants == field.ty.id_of();
        matches!(field.ty, FieldType::Id(_)) && entries.iter().any(|entry| wants(&entry))
    };
    kind.fields.iter().filter(asked).fold(selection, Selection::with_required)
}

/// What a template takes of them.
pub(super) fn tenant(kind: &'static Kind, directory: Option<&Directory>) -> Tenant {
    let Some(directory) = directory else { return Tenant::default() };
    let lists = directory.lists().filter(|(of, _)| is_chosen_from(*of));
    let lists = lists.map(|(of, list)| {
        let active = list.entries().iter().filter(|entry| entry.active).take(MOST);
        let names: Vec<String> = active.filter_map(|entry| list.written(entry)).collect();
        (of, Arc::from(names))
    });
    let fields = directory.customs().iter();
    let fields = fields.filter(|field| field.active && field.ty != CustomType::Attachment);
    let fields = fields.filter_map(|field| own(kind, field)).collect();
    Tenant { lists: lists.collect::<BTreeMap<_, _>>(), fields }
}

/// People are not chosen from a list: nobody may carry the names of all employees away with a template.
fn is_chosen_from(of: IdOf) -> bool {
    !of.is_person() && !matches!(of, IdOf::Attachment | IdOf::CustomField)
}

fn own(kind: &'static Kind, field: &CustomField) -> Option<OwnField> {
    let active = field.options.iter().filter(|option| option.active);
    let names: Vec<String> = active.filter_map(|option| option.names.first().cloned()).collect();
    Some(OwnField {
        slot: bind::place_of_custom(kind, field)?,
        name: field.names.first().unwrap_or(&field.id).clone(),
        required: field.required,
        options: Arc::from(names),
    })
}

/// The columns whose headings all mean what they are for: a name that means something else, too, gives way to
/// the path.
pub(super) fn sure(
    kind: &'static Kind,
    columns: Vec<Column>,
    directory: Option<&Directory>,
    lang: Lang,
) -> Vec<Column> {
    let mut header = RawRow::new();
    header.reset(1);
    for column in &columns {
        header.push(RawCell::Text(&column.heading("\n", lang)));
    }
    let draft = propose::draft(kind, &header, None, Known { found: &[], directory });
    let means = |at: usize, path: &str| {
        let own = draft.columns.iter().find(|own| own.index == at);
        own.is_some_and(|own| {
            own.taken_by.is_none() && own.feeds.iter().any(|(slot, _)| slot.to_string() == path)
        })
    };
    // What would speak of another kind, or of a list of employees, makes the sheet's own kind doubtful.
    let signs = signs::signs(&header, Some(kind.id));
    let texts: Vec<String> = columns.iter().map(|column| column.heading("\n", lang)).collect();
    let strays = |at: usize| {
        let others = signs.kinds.iter().filter(|(own, _)| own.id != kind.id);
        let mut told = others.flat_map(|(_, headers)| headers).chain(&signs.staff);
        told.any(|header| texts.get(at).is_some_and(|text| **text == **header))
    };
    let is_clear = signs.kind().is_some_and(|told| told.id == kind.id);
    let named = columns.into_iter().enumerate().map(|(at, column)| {
        let is_own = column.path.is_empty() || column.field.is_some();
        if is_own || (means(at, &column.path) && (is_clear || !strays(at))) {
            return column;
        }
        let path = column.path.clone();
        Column { zh: path.clone(), en: path, ..column }
    });
    named.collect()
}
