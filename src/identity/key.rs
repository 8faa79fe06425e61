//! The keys of a record, borrowed from it, in their normal form.
//!
//! Must not know: how they are hashed, which keys a kind has (its table says so).

use std::borrow::Cow;

use crate::check::{Record, ValueRef, mask};
use crate::problem::Code;
use crate::spec::{KeyField, KeyKind};

use super::form;

/// One key in its normal form.
#[derive(Clone, PartialEq, Eq)]
pub struct Key<'r> {
    /// What kind of key it is.
    pub kind: KeyKind,
    /// What makes the value unique: a document's type, a number's country; empty for the others.
    pub scope: Cow<'r, str>,
    /// The value.
    pub value: Cow<'r, str>,
}

impl<'r> Key<'r> {
    /// An identity document of this type.
    pub(super) fn document(ty: i64, number: &'r str) -> Self {
        const USUAL: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
        let kind = KeyKind::Document;
        let usual = usize::try_from(ty).ok().and_then(|ty| USUAL.get(ty));
        let scope = usual.map_or_else(|| Cow::Owned(ty.to_string()), |ty| Cow::Borrowed(*ty));
        Self { kind, scope, value: form::of(kind, number) }
    }

    /// A mobile number with the location code of its country.
    pub(super) fn mobile(country: Option<&'r str>, number: &'r str) -> Self {
        let (scope, value) = form::mobile(country, number);
        Self { kind: KeyKind::Mobile, scope: Cow::Borrowed(scope), value: Cow::Borrowed(value) }
    }

    /// A key without a scope.
    pub(super) fn plain(kind: KeyKind, value: &'r str) -> Self {
        Self { kind, scope: Cow::Borrowed(""), value: form::of(kind, value) }
    }

    /// As a report may show it.
    pub fn masked(&self) -> String {
        mask::key(self.kind, &self.value)
    }

    /// What to say where two records share it.
    pub const fn repeated(&self) -> Code {
        match self.kind {
            KeyKind::Document => Code::RepeatedDocument,
            KeyKind::Mobile => Code::RepeatedMobile,
            KeyKind::Email => Code::RepeatedEmail,
            KeyKind::Employment => Code::RepeatedEmployment,
        }
    }
}

/// The keys of a record with their fields, in the order of [`KeyKind::ALL`]. A document without its
/// type is none.
pub fn of(record: &Record) -> impl Iterator<Item = (KeyField, Key<'_>)> {
    record.keyed().filter_map(|(field, value, scope)| {
        let key = match (field.kind, scope) {
            (KeyKind::Document, Some(ValueRef::Int(ty))) => Key::document(ty, value),
            (KeyKind::Document, _) => return None,
            (KeyKind::Mobile, Some(ValueRef::Text(country))) => Key::mobile(Some(country), value),
            (KeyKind::Mobile, _) => Key::mobile(None, value),
            (KeyKind::Email | KeyKind::Employment, _) => Key::plain(field.kind, value),
        };
        Some((field, key))
    })
}
