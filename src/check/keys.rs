//! What tells who a record is about: identity document, mobile number, e-mail address; for job
//! data the employment.
//!
//! Must not know: hashes, the journal.

use std::borrow::Cow;

use super::mask;
use super::record::{Record, Value};
use crate::problem::Code;
use crate::spec::{FieldType, IdOf, Slot, Target};

/// One key of a record.
pub(super) struct Key<'r> {
    ty: FieldType,
    /// What makes the value unique: a document's type, a number's country.
    pub(super) scope: Cow<'r, str>,
    /// The value, normalised.
    pub(super) value: Cow<'r, str>,
    /// The field's path.
    pub(super) path: &'static str,
}

impl Key<'_> {
    /// As a report may show it.
    pub(super) fn masked(&self) -> String {
        match self.ty {
            FieldType::Email => mask::email(&self.value),
            FieldType::Id(_) => self.value.to_string(),
            FieldType::Name
            | FieldType::Text
            | FieldType::Mobile
            | FieldType::MobileCountry
            | FieldType::DocumentNumber
            | FieldType::Choice(_)
            | FieldType::DateMillis { .. }
            | FieldType::Date
            | FieldType::DateMidnight
            | FieldType::IdList(_)
            | FieldType::Percent
            | FieldType::Custom(_) => mask::middle(&self.value),
        }
    }

    /// What to say where two records share it.
    pub(super) const fn repeated(&self) -> Code {
        match self.ty {
            FieldType::DocumentNumber => Code::RepeatedDocument,
            FieldType::Mobile => Code::RepeatedMobile,
            FieldType::Email => Code::RepeatedEmail,
            FieldType::Name
            | FieldType::Text
            | FieldType::MobileCountry
            | FieldType::Choice(_)
            | FieldType::DateMillis { .. }
            | FieldType::Date
            | FieldType::DateMidnight
            | FieldType::Id(_)
            | FieldType::IdList(_)
            | FieldType::Percent
            | FieldType::Custom(_) => Code::RepeatedEmployment,
        }
    }
}

/// The place holds a key.
pub(super) fn is_key(slot: &Slot) -> bool {
    key_field(slot).is_some()
}

fn key_field(slot: &Slot) -> Option<&'static crate::spec::Field> {
    let Target::Field(field) = slot.target else { return None };
    matches!(
        field.ty,
        FieldType::DocumentNumber
            | FieldType::Mobile
            | FieldType::Email
            | FieldType::Id(IdOf::Employment)
    )
    .then_some(field)
}

/// The keys of a record, in table order.
pub(super) fn of(record: &Record) -> impl Iterator<Item = Key<'_>> {
    record.values().iter().filter_map(|filled| {
        let field = key_field(&filled.slot)?;
        let Value::Text(text) = &filled.value else { return None };
        let scope = match field.ty {
            FieldType::DocumentNumber => Cow::Owned(document_type(record)),
            FieldType::Mobile => country(record),
            FieldType::Name
            | FieldType::Text
            | FieldType::Email
            | FieldType::MobileCountry
            | FieldType::Choice(_)
            | FieldType::DateMillis { .. }
            | FieldType::Date
            | FieldType::DateMidnight
            | FieldType::Id(_)
            | FieldType::IdList(_)
            | FieldType::Percent
            | FieldType::Custom(_) => Cow::Borrowed(""),
        };
        let value = if matches!(field.ty, FieldType::Email) {
            Cow::Owned(text.to_lowercase())
        } else {
            Cow::Borrowed(text.as_str())
        };
        Some(Key { ty: field.ty, scope, value, path: field.key })
    })
}

fn document_type(record: &Record) -> String {
    let key = super::layout::document_type_of(record.kind()).map(|field| field.key);
    match key.and_then(|key| record.get(key)) {
        Some(Value::Int(code)) => code.to_string(),
        Some(Value::Text(_) | Value::List(_)) | None => String::new(),
    }
}

/// The dialling code, or where it is not known the location code of the country.
fn country(record: &Record) -> Cow<'_, str> {
    if let Some(dial) = record.dial_code() {
        return Cow::Owned(dial.to_string());
    }
    record
        .values()
        .iter()
        .filter(|filled| matches!(filled.slot.ty(), FieldType::MobileCountry))
        .find_map(|filled| match &filled.value {
            Value::Text(code) => Some(Cow::Borrowed(code.as_str())),
            Value::Int(_) | Value::List(_) => None,
        })
        .unwrap_or(Cow::Borrowed(""))
}
