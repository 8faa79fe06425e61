//! What the mapping file at hand says of values, in a proposal that is made anew: what a person has signed
//! stays, whether the sheet still holds the label or not.
//!
//! Must not know: how a proposal is written down.

use crate::bind;
use crate::lexicon::typed;
use crate::mapping::{Labels, RecordMapping};
use crate::propose::{InList, Missing, Proposal, ProposedLabel, ProposedValues, label_of};
use crate::resolve::Directory;
use crate::spec::Slot;

use super::named;

/// Put in what the tenant requires and nothing feeds, and what the mapping file at hand says of values.
pub(super) fn complete(
    proposal: &mut Proposal,
    mapping: Option<&RecordMapping>,
    directory: Option<&Directory>,
) {
    if let Some(mapping) = mapping {
        let defaults = mapping.defaults.iter();
        proposal.defaults = defaults.map(|one| (one.path.to_string(), one.text.clone())).collect();
        for labels in &mapping.values {
            let slot = typed::parse(proposal.kind, &labels.path, &mapping.customs);
            if let Ok(slot) = slot {
                keep(&mut proposal.values, labels, &slot, directory);
            }
        }
    }
    if let Some(directory) = directory {
        let fed = proposal.columns.iter().flat_map(|column| &column.column.feeds);
        let mut fed: Vec<&Slot> = fed.map(|(slot, _)| slot).collect();
        fed.extend(mapping.iter().flat_map(|own| &own.defaults).map(|one| &*one.slot));
        let mut below: Vec<&str> = proposal.children.iter().map(|child| child.group).collect();
        let children = mapping.iter().flat_map(|own| &own.children);
        below.extend(children.map(|child| child.group.key));
        let is_below = |path: &str| below.iter().any(|group| bind::is_of_group(path, group));
        let mut lacking = bind::lacking(proposal.kind, &fed, directory);
        lacking.retain(|(path, _)| !is_below(path));
        proposal.missing.extend(lacking.into_iter().map(|(path, name)| Missing {
            path,
            name,
            by_tenant: true,
        }));
    }
    let given = |missing: &Missing| proposal.defaults.iter().any(|(path, _)| *path == missing.path);
    proposal.missing = std::mem::take(&mut proposal.missing)
        .into_iter()
        .filter(|missing| !given(missing))
        .collect();
}

/// Keep the labels of one field.
fn keep(
    all: &mut Vec<ProposedValues>,
    labels: &Labels,
    slot: &Slot,
    directory: Option<&Directory>,
) {
    let of = slot.ty().id_of();
    let list = of.and_then(|of| directory?.list(of));
    let at = all.iter().position(|known| known.path == labels.path).unwrap_or_else(|| {
        all.push(ProposedValues {
            path: labels.path.clone(),
            label: label_of(slot),
            choices: slot.ty().choices().unwrap_or_default(),
            labels: Vec::new(),
            cut: false,
            named: of.is_some(),
            options: list.map(named::options).unwrap_or_default(),
        });
        all.len() - 1
    });
    let Some(entry) = all.get_mut(at) else { return };
    let mut signed: Vec<(&String, &String)> = labels.map.iter().collect();
    signed.sort();
    for (text, value) in signed {
        let found = list.map_or(InList::Unread, |list| named::in_list(list, value));
        // A mapping holds no IDs: one that is known is written by its name.
        let written = found.settled().filter(|_| found.id() == Some(value.as_str()));
        let given = written.unwrap_or(value).to_owned();
        let given = called(slot, &given).unwrap_or(given);
        if let Some(known) = entry.labels.iter_mut().find(|known| known.text == *text) {
            (known.signed, known.found) = (Some(given), found);
        } else {
            let (text, signed) = (text.clone(), Some(given));
            entry.labels.push(ProposedLabel { text, rows: 0, nearest: None, found, signed });
        }
    }
}

/// The label of a choice's number.
fn called(slot: &Slot, value: &str) -> Option<String> {
    let code: i64 = value.parse().ok()?;
    let choice = slot.ty().choices()?.iter().find(|choice| choice.code == code)?;
    Some(choice.zh.to_owned())
}
