//! The words of the types of custom fields, in every form of a mapping.
//!
//! Must not know: where a word is written.

use crate::spec::CustomType;

/// The types of custom fields, in the order in which an error names them.
pub(super) const CUSTOM_TYPES: &[CustomType] = &[
    CustomType::Text,
    CustomType::Number,
    CustomType::Date,
    CustomType::Month,
    CustomType::Year,
    CustomType::Range,
    CustomType::Choice,
    CustomType::Choices,
    CustomType::Attachment,
];

/// The word for a type of custom fields.
pub(crate) const fn custom_word(ty: CustomType) -> &'static str {
    match ty {
        CustomType::Text => "text",
        CustomType::Number => "number",
        CustomType::Date => "date",
        CustomType::Month => "month",
        CustomType::Year => "year",
        CustomType::Range => "range",
        CustomType::Choice => "choice",
        CustomType::Choices => "choices",
        CustomType::Attachment => "attachment",
    }
}
