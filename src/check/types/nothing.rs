//! Which ways of saying that there is nothing count in which field type: a school is never 0, a share
//! may be; 无 says something in a field that the tenant made up (过敏史), and nothing in one of Feishu's.
//!
//! Must not know: which field is required, what becomes of a cell that says nothing.

use std::borrow::Cow;

use super::choice;
use super::clean::{folded, trimmed};
use crate::lexicon::nothing::{Nothing, is_typed_to_pass, nothing};
use crate::sheet::RawCell;
use crate::spec::{Choice, CustomType, FieldType};

/// What a cell holds, if that says that there is nothing. `end`: the field is an end date, for which a
/// dash says 至今.
pub(in crate::check) fn said(ty: FieldType, cell: RawCell<'_>, end: bool) -> Option<Cow<'_, str>> {
    let text = match cell {
        // A number typed behind a quote.
        RawCell::Text(text) if text.starts_with(['\'', '=']) => folded(text),
        RawCell::Text(text) => trimmed(text).into(),
        RawCell::Dressed(dressed) => trimmed(dressed.face).into(),
        RawCell::Number(0.0) => "0".into(),
        RawCell::Number(_)
        | RawCell::Empty
        | RawCell::Bool(_)
        | RawCell::Moment(_)
        | RawCell::Fault(_) => return None,
    };
    if matches!(ty, FieldType::Text) && is_typed_to_pass(&text) {
        return Some(text);
    }
    let nothing = nothing(&text)?;
    (counts(ty, nothing, end) && !is_option(ty, &text)).then_some(text)
}

/// Whether it counts as nothing in a field of this type.
const fn counts(ty: FieldType, nothing: Nothing, end: bool) -> bool {
    match ty {
        // No name at all, and required: it is refused.
        FieldType::Name => false,
        FieldType::Text
        | FieldType::Email
        | FieldType::Mobile
        | FieldType::MobileCountry
        | FieldType::DocumentNumber
        | FieldType::Id(_)
        | FieldType::IdList(_)
        | FieldType::Custom(
            CustomType::Attachment | CustomType::Date | CustomType::Month | CustomType::Year,
        ) => true,
        FieldType::DateMillis { end: ends } => !(end || ends) || !matches!(nothing, Nothing::Sign),
        FieldType::Date | FieldType::DateMidnight => !end || !matches!(nothing, Nothing::Sign),
        FieldType::Custom(CustomType::Range) => !matches!(nothing, Nothing::Zero),
        // 0 is a value.
        FieldType::Choice(_)
        | FieldType::Percent
        | FieldType::Custom(CustomType::Number | CustomType::Choice | CustomType::Choices) => {
            matches!(
                nothing,
                Nothing::Program | Nothing::Person | Nothing::Sign | Nothing::Separator
            )
        }
        FieldType::Custom(CustomType::Text) => {
            matches!(nothing, Nothing::Program | Nothing::Separator)
        }
    }
}

/// 无 may be one of the options.
fn is_option(ty: FieldType, text: &str) -> bool {
    ty_choices(ty).is_some_and(|choices| choice::is_one(text, choices))
}

const fn ty_choices(ty: FieldType) -> Option<&'static [Choice]> {
    match ty {
        FieldType::Choice(choices) => Some(choices),
        FieldType::Name
        | FieldType::Text
        | FieldType::Email
        | FieldType::Mobile
        | FieldType::MobileCountry
        | FieldType::DocumentNumber
        | FieldType::DateMillis { .. }
        | FieldType::Date
        | FieldType::DateMidnight
        | FieldType::Id(_)
        | FieldType::IdList(_)
        | FieldType::Percent
        | FieldType::Custom(_) => None,
    }
}
