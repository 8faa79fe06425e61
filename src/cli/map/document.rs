//! A proposal as one JSON document.
//!
//! Must not know: how a proposal is made.

use std::path::Path;

use serde_json::{Value, json};

use crate::lexicon::suggest::Suggestion;
use crate::problem::Lang;
use crate::propose::{Derived, Proposal, ProposedColumn, ProposedValues};

/// The document of `muster map --json`.
pub(super) fn of(proposals: &[Proposal], written: Option<&Path>, toml: &str, lang: Lang) -> Value {
    json!({
        "version": 1,
        "records": proposals.iter().map(|proposal| record(proposal, lang)).collect::<Vec<_>>(),
        "output": written.map(|path| path.display().to_string()),
        "toml": toml,
    })
}

fn record(proposal: &Proposal, lang: Lang) -> Value {
    json!({
        "kind": proposal.kind.id.label(),
        "module": proposal.kind.module(lang),
        "why": proposal.why.pick(lang),
        "file": proposal.file,
        "sheet": proposal.sheet,
        "header_row": proposal.header_row,
        "rows": proposal.rows,
        "columns": proposal.columns.iter().map(column).collect::<Vec<_>>(),
        "missing": proposal.missing.iter().map(|field| field.path.as_str()).collect::<Vec<_>>(),
        "defaults": proposal.defaults.iter().map(|(path, text)| (path.clone(), Value::from(text.as_str()))).collect::<serde_json::Map<_, _>>(),
        "values": proposal.values.iter().map(values).collect::<Vec<_>>(),
        "dates": proposal.dates.as_ref().map(|dates| json!({
            "header": &*dates.header, "row": dates.row, "count": dates.count, "order": dates.order.map(|order| format!("{order:?}").to_lowercase()),
        })),
        "derive": proposal.derives.iter().map(derived).collect::<Vec<_>>(),
        "child": proposal.children.iter().map(|child| json!({
            "group": child.group, "sheet": child.sheet,
            "key": {"child": child.child_key, "parent": child.parent_key},
            "columns": child.columns.iter().map(|(header, field)| (header.clone(), Value::from(*field))).collect::<serde_json::Map<_, _>>(),
        })).collect::<Vec<_>>(),
    })
}

fn column(column: &ProposedColumn) -> Value {
    let one = |suggestion: &Suggestion| json!({"field": suggestion.path, "confidence": rounded(suggestion.confidence)});
    json!({
        "header": &*column.column.header,
        "name": column.column.name,
        "column": crate::sheet::address::column_name(u32::try_from(column.column.index).unwrap_or(u32::MAX)),
        "example": column.sample.example,
        "fields": column.paths(),
        "confidence": column.confidence().filter(|_| !column.paths().is_empty()).map(rounded),
        "ignored": column.column.ignored,
        "level_of": column.column.level_of.as_deref(),
        "same_as": column.column.taken_by.as_deref(),
        "filled": column.sample.filled,
        "unfit": column.sample.unfit,
        "suggestions": column.column.suggestions.iter().map(one).collect::<Vec<_>>(),
    })
}

fn values(values: &ProposedValues) -> Value {
    json!({
        "field": values.path,
        "labels": values.labels.iter().map(|label| json!({
            "label": label.text, "rows": label.rows,
            "nearest": label.nearest.map(|choice| json!({"code": choice.code, "zh": choice.zh, "en": choice.en})),
            "value": label.settled(), "id": label.found.id(), "candidates": label.found.candidates(),
        })).collect::<Vec<_>>(),
        "truncated": values.cut,
    })
}

fn derived(derive: &Derived) -> Value {
    match derive {
        Derived::Join { from, separator, to } => {
            json!({"join": from, "separator": separator, "to": to})
        }
        Derived::Path { from, to } => json!({"join": from, "separator": "/", "to": to}),
        Derived::Range { from, to } => json!({"range": from, "to": to}),
    }
}

fn rounded(confidence: f64) -> f64 {
    (confidence * 100.0).round() / 100.0
}
