//! Draft and samples → the proposal: labels that want a value, the order of dates, fields made of
//! several columns.
//!
//! Must not know: files, how anything is written down.

use super::{
    Derived, Draft, InList, Missing, Named, NamedValue, Proposal, ProposedColumn, ProposedDates,
    ProposedLabel, ProposedValues, Sample, shape,
};
use crate::bind::DateOrder;
use crate::lexicon::labels::header_of;
use crate::lexicon::nearest;
use crate::problem::{Arg, Lang, both};
use crate::spec::Slot;

/// Where the rows of a proposal are.
#[derive(Clone, Debug, Default)]
pub(crate) struct About {
    /// The file's name, without folders.
    pub file: String,
    /// The proposal speaks of several files: this one must be named.
    pub name_file: bool,
    /// The sheet; none for CSV.
    pub sheet: Option<String>,
    /// How many rows were looked at.
    pub rows: u64,
}

/// Put a proposal together; the samples are those of the draft's columns, in their order.
pub(crate) fn propose(
    draft: Draft,
    samples: Vec<Sample>,
    named: Vec<Named>,
    about: About,
) -> Proposal {
    let Draft { kind, header_row, columns, paths } = draft;
    let mut samples = samples.into_iter();
    let columns: Vec<ProposedColumn> = columns
        .into_iter()
        .map(|column| ProposedColumn { column, sample: samples.next().unwrap_or_default() })
        .collect();
    let name_of = |index: &usize| {
        let column = columns.iter().find(|column| column.column.index == *index);
        column.map(|column| column.column.name.clone())
    };
    let joined = paths.iter().map(|(from, to)| Derived::Path {
        from: from.iter().filter_map(name_of).collect(),
        to: to.to_string(),
    });
    let derives = joined.chain(shape::derives(kind, &columns)).collect();
    let fed = |path: &str| {
        columns.iter().any(|column| column.paths().iter().any(|other| other == path))
            || paths.iter().any(|(_, to)| **to == *path)
    };
    let missing = kind
        .fields
        .iter()
        .filter(|field| field.required && !fed(field.key))
        .map(|field| Missing {
            path: field.key.to_owned(),
            name: both(field.zh, field.en),
            by_tenant: false,
        })
        .collect();
    Proposal {
        kind,
        why: Arg::default(),
        file: about.file,
        name_file: about.name_file,
        sheet: about.sheet,
        header_row,
        rows: about.rows,
        missing,
        values: values(&columns).into_iter().chain(names(named)).collect(),
        dates: dates(&columns),
        derives,
        children: Vec::new(),
        defaults: Vec::new(),
        columns,
    }
}

/// The labels of each choice field that want a value; all entries of a group together.
fn values(columns: &[ProposedColumn]) -> Vec<ProposedValues> {
    let mut values: Vec<ProposedValues> = Vec::new();
    for column in columns {
        let (Some((slot, _)), None) = (column.column.feeds.first(), &column.column.taken_by) else {
            continue;
        };
        let Some(choices) = slot.ty().choices() else { continue };
        if column.sample.labels.is_empty() {
            continue;
        }
        let path = slot.plain_path();
        let at = values.iter().position(|known| known.path == path).unwrap_or_else(|| {
            let label = label_of(slot);
            let (labels, options) = (Vec::new(), Vec::new());
            let named = false;
            values.push(ProposedValues {
                path,
                label,
                choices,
                labels,
                cut: false,
                named,
                options,
            });
            values.len() - 1
        });
        let Some(entry) = values.get_mut(at) else { continue };
        entry.cut |= column.sample.labels_cut;
        for (text, rows) in &column.sample.labels {
            match entry.labels.iter_mut().find(|known| known.text == *text) {
                Some(known) => known.rows += rows,
                None => entry.labels.push(ProposedLabel {
                    text: text.clone(),
                    rows: *rows,
                    nearest: nearest::choice(text, choices),
                    found: InList::Unread,
                    signed: None,
                }),
            }
        }
    }
    for entry in &mut values {
        entry.labels.sort_by(|a, b| b.rows.cmp(&a.rows).then_with(|| a.text.cmp(&b.text)));
    }
    values
}

/// The names that stand for IDs; all entries of a group, and all columns of one field, together.
fn names(named: Vec<Named>) -> Vec<ProposedValues> {
    let mut all: Vec<ProposedValues> = Vec::new();
    for Named { slot, values, cut, options } in named {
        let path = slot.plain_path();
        let at = all.iter().position(|known| known.path == path).unwrap_or_else(|| {
            let label = label_of(&slot);
            let labels = Vec::new();
            let (choices, named) = (&[][..], true);
            all.push(ProposedValues { path, label, choices, labels, cut, named, options });
            all.len() - 1
        });
        let Some(entry) = all.get_mut(at) else { continue };
        entry.cut |= cut;
        for NamedValue { text, rows, found } in values {
            if let Some(known) = entry.labels.iter_mut().find(|known| known.text == text) {
                known.rows += rows;
            } else {
                let (nearest, signed) = (None, None);
                entry.labels.push(ProposedLabel { text, rows, nearest, found, signed });
            }
        }
    }
    all
}

/// The field's label in both languages, without an entry's number.
pub(crate) fn label_of(slot: &Slot) -> (String, String) {
    use crate::spec::Target;
    match &slot.target {
        Target::Entry { group, field, .. } => {
            (format!("{}-{}", group.zh, field.zh), format!("{} {}", group.en, field.en))
        }
        Target::Field(_)
        | Target::Custom { .. }
        | Target::EntryCustom { .. }
        | Target::Module { .. } => (header_of(slot, Lang::Zh), header_of(slot, Lang::En)),
    }
}

/// The first column whose dates have two readings that its own values do not settle, and the order
/// that the values of other columns settle.
fn dates(columns: &[ProposedColumn]) -> Option<ProposedDates> {
    let of_two = columns
        .iter()
        .filter(|column| column.sample.two_readings > 0 && column.column.taken_by.is_none());
    let (settled, doubtful): (Vec<_>, Vec<_>) =
        of_two.partition(|column| column.sample.orders.len() == 1);
    let first = doubtful.first()?;
    let mut orders: Vec<DateOrder> = Vec::new();
    for order in settled.iter().flat_map(|column| &column.sample.orders) {
        if !orders.contains(order) {
            orders.push(*order);
        }
    }
    let allowed =
        |order: &DateOrder| doubtful.iter().all(|column| column.sample.orders.contains(order));
    let order = match orders.as_slice() {
        [only] if allowed(only) => Some(*only),
        [] | [_] | [_, _, ..] => None,
    };
    Some(ProposedDates {
        header: first.column.header.clone(),
        row: first.sample.first_two_readings.unwrap_or(0),
        count: doubtful.iter().map(|column| column.sample.two_readings).sum(),
        order,
    })
}
