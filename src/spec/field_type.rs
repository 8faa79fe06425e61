//! The closed list of what a cell can be asked to hold.
//!
//! To add a field type: an arm here and a file in `check/types/`; the compiler lists the rest. What
//! rooms ask of a type (whether it is a date, one of a set, a list) is a method here.
//!
//! Must not know: how a cell is parsed.

use super::id_of::IdOf;

/// What a field's cells hold, and what the request body gets for it.
#[derive(Clone, Copy, Debug)]
pub enum FieldType {
    /// A person's name: trimmed, else untouched (no NFKC: rare characters must survive). JSON string.
    Name,
    /// Free text, possibly of several lines. JSON string.
    Text,
    /// An e-mail address. JSON string.
    Email,
    /// A mobile number in national form, checked with its country code. JSON string of digits.
    Mobile,
    /// A location code of a country used as dialling country (`CN_1`). JSON string.
    MobileCountry,
    /// The number of an identity document, checked with its type. JSON string.
    DocumentNumber,
    /// One of a fixed set. JSON integer.
    Choice(&'static [Choice]),
    /// A date as milliseconds at local midnight, standard offset. JSON string of digits.
    DateMillis {
        /// An end date: 至今 / present leaves it out.
        end: bool,
    },
    /// A date `YYYY-MM-DD`. JSON string.
    Date,
    /// A date `YYYY-MM-DD 00:00:00`. JSON string.
    DateMidnight,
    /// The ID of something in the tenant. JSON string, kept to the last digit.
    Id(IdOf),
    /// A list of such IDs, at most 100. JSON array of strings.
    IdList(IdOf),
    /// A share in whole per cent, 0–100. JSON integer.
    Percent,
    /// A custom field of the tenant. JSON string in the format of its type.
    Custom(CustomType),
}

/// What follows from a type alone. Each is exhaustive: the compiler asks of a new type whether it is so.
impl FieldType {
    /// The fixed set that a value is one of.
    pub const fn choices(self) -> Option<&'static [Choice]> {
        match self {
            Self::Choice(choices) => Some(choices),
            Self::Name
            | Self::Text
            | Self::Email
            | Self::Mobile
            | Self::MobileCountry
            | Self::DocumentNumber
            | Self::DateMillis { .. }
            | Self::Date
            | Self::DateMidnight
            | Self::Id(_)
            | Self::IdList(_)
            | Self::Percent
            | Self::Custom(_) => None,
        }
    }

    /// The type that the tenant gave it, where it is a custom field.
    pub const fn custom(self) -> Option<CustomType> {
        match self {
            Self::Custom(ty) => Some(ty),
            Self::Name
            | Self::Text
            | Self::Email
            | Self::Mobile
            | Self::MobileCountry
            | Self::DocumentNumber
            | Self::Choice(_)
            | Self::DateMillis { .. }
            | Self::Date
            | Self::DateMidnight
            | Self::Id(_)
            | Self::IdList(_)
            | Self::Percent => None,
        }
    }

    /// Whose ID a value is, or each of its items.
    pub const fn id_of(self) -> Option<IdOf> {
        match self {
            Self::Id(of) | Self::IdList(of) => Some(of),
            Self::Name
            | Self::Text
            | Self::Email
            | Self::Mobile
            | Self::MobileCountry
            | Self::DocumentNumber
            | Self::Choice(_)
            | Self::DateMillis { .. }
            | Self::Date
            | Self::DateMidnight
            | Self::Percent
            | Self::Custom(_) => None,
        }
    }

    /// How much of the calendar a value names; none where it is no date.
    pub const fn span(self) -> Option<Span> {
        match self {
            Self::DateMillis { .. } | Self::Date | Self::DateMidnight => Some(Span::Day),
            Self::Custom(ty) => ty.span(),
            Self::Name
            | Self::Text
            | Self::Email
            | Self::Mobile
            | Self::MobileCountry
            | Self::DocumentNumber
            | Self::Choice(_)
            | Self::Id(_)
            | Self::IdList(_)
            | Self::Percent => None,
        }
    }

    /// The field beside it that decides how a value is read, so that it is read after that one.
    pub const fn neighbour(self) -> Option<Neighbour> {
        match self {
            Self::Mobile => Some(Neighbour::Country),
            Self::DocumentNumber => Some(Neighbour::DocumentType),
            Self::Name
            | Self::Text
            | Self::Email
            | Self::MobileCountry
            | Self::Choice(_)
            | Self::DateMillis { .. }
            | Self::Date
            | Self::DateMidnight
            | Self::Id(_)
            | Self::IdList(_)
            | Self::Percent
            | Self::Custom(_) => None,
        }
    }

    /// A cell may hold several values, each of which a table of words may name.
    pub const fn has_items(self) -> bool {
        match self {
            Self::IdList(_) => true,
            Self::Custom(ty) => ty.has_items(),
            Self::Name
            | Self::Text
            | Self::Email
            | Self::Mobile
            | Self::MobileCountry
            | Self::DocumentNumber
            | Self::Choice(_)
            | Self::DateMillis { .. }
            | Self::Date
            | Self::DateMidnight
            | Self::Id(_)
            | Self::Percent => false,
        }
    }

    /// A value may be a code of the tenant's own, in which a leading zero says something; not a code
    /// of a place, which has a form of its own.
    pub const fn may_be_code(self) -> bool {
        match self {
            Self::Text => true,
            Self::Id(of) => of.is_own_code(),
            Self::Custom(ty) => ty.may_be_code(),
            Self::Name
            | Self::Email
            | Self::Mobile
            | Self::MobileCountry
            | Self::DocumentNumber
            | Self::Choice(_)
            | Self::DateMillis { .. }
            | Self::Date
            | Self::DateMidnight
            | Self::IdList(_)
            | Self::Percent => false,
        }
    }

    /// A cell is one number that may be too long for a spreadsheet, which then loses its last digits.
    pub const fn may_lose_digits(self) -> bool {
        match self {
            Self::Id(_) | Self::DocumentNumber => true,
            Self::Name
            | Self::Text
            | Self::Email
            | Self::Mobile
            | Self::MobileCountry
            | Self::Choice(_)
            | Self::DateMillis { .. }
            | Self::Date
            | Self::DateMidnight
            | Self::IdList(_)
            | Self::Percent
            | Self::Custom(_) => false,
        }
    }
}

/// How much of the calendar a value names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// A day.
    Day,
    /// A month.
    Month,
    /// A year.
    Year,
    /// From one day to another.
    Period,
}

/// A field that decides how the one beside it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Neighbour {
    /// The country of a mobile number.
    Country,
    /// The type of an identity document.
    DocumentType,
}

/// One entry of a fixed set (API document: 可选值).
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// The number that the API takes.
    pub code: i64,
    /// The Chinese label of the API document.
    pub zh: &'static str,
    /// An English label.
    pub en: &'static str,
    /// Other words for it that HR systems write (`docs/labels.md`).
    pub aliases: &'static [&'static str],
    /// Words for it that are understood with a warning (博士后 for 博士).
    pub loosely: &'static [&'static str],
}

impl Choice {
    /// An entry: code, Chinese and English label, other words.
    pub const fn new(
        code: i64,
        zh: &'static str,
        en: &'static str,
        aliases: &'static [&'static str],
    ) -> Self {
        Self { code, zh, en, aliases, loosely: &[] }
    }

    /// With words that are understood with a warning.
    #[must_use]
    pub const fn loosely(mut self, words: &'static [&'static str]) -> Self {
        self.loosely = words;
        self
    }
}

/// The type of a custom field; fixes how its value string is written
/// (API document 自定义字段数据格式说明).
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum CustomType {
    /// One or several lines of text: as they are.
    Text,
    /// A number: `"1"`.
    Number,
    /// A date: milliseconds.
    Date,
    /// A month: milliseconds of its first day.
    Month,
    /// A year: milliseconds of its first day.
    Year,
    /// A period: `["start","end"]` in milliseconds.
    Range,
    /// One option key: `"1"`.
    Choice,
    /// Several option keys: `["1","2"]`.
    Choices,
    /// Files: `[{"file_id":"…"}]`.
    Attachment,
}

impl CustomType {
    const fn span(self) -> Option<Span> {
        match self {
            Self::Date => Some(Span::Day),
            Self::Month => Some(Span::Month),
            Self::Year => Some(Span::Year),
            Self::Range => Some(Span::Period),
            Self::Text | Self::Number | Self::Choice | Self::Choices | Self::Attachment => None,
        }
    }

    const fn has_items(self) -> bool {
        match self {
            Self::Choices => true,
            // Files are named by their IDs alone.
            Self::Attachment
            | Self::Text
            | Self::Number
            | Self::Date
            | Self::Month
            | Self::Year
            | Self::Range
            | Self::Choice => false,
        }
    }

    const fn may_be_code(self) -> bool {
        match self {
            Self::Text => true,
            Self::Number
            | Self::Date
            | Self::Month
            | Self::Year
            | Self::Range
            | Self::Choice
            | Self::Choices
            | Self::Attachment => false,
        }
    }
}
