//! What the API's documents say of a body's fields, as data.
//!
//! Must *not* know which fields there are, how a body is checked.

/// One field of a table.
#[derive(Debug)]
pub(super) struct Field {
    /// Its JSON name.
    pub(super) name: &'static str,
    /// What its value must be.
    pub(super) shape: Shape,
    /// Whether it must, may, should not or must not be there.
    pub(super) need: Need,
}

/// Whether a field must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    /// It must.
    Required,
    /// It may.
    Optional,
    /// It is accepted, but the document says not to use it: noted for the ledger.
    Deprecated,
    /// The document says that it is not valid here: refused.
    Invalid,
}

/// What a value must be. Strings are never empty.
#[derive(Debug)]
pub(super) enum Shape {
    /// Any string.
    Text,
    /// A string of ASCII letters, digits, `_`, `-`.
    Id,
    /// A string of digits.
    Digits,
    /// A string of digits, 5 to 20.
    Mobile,
    /// A string with one `@`, no spaces.
    Email,
    /// A place: two capital letters, `_`, digits. With a prefix: exactly those letters.
    Place(Option<&'static str>),
    /// A string that holds an integer: milliseconds since 1970.
    Millis,
    /// A string `YYYY-MM-DD` that is a day.
    Date,
    /// A string `YYYY-MM-DD 00:00:00` that is a day.
    Midnight,
    /// This string.
    Word(&'static str),
    /// `true`.
    True,
    /// `true` or `false`.
    Flag,
    /// One of these strings.
    OneOf(&'static [&'static str]),
    /// A JSON integer, one of these.
    Choice(&'static [i64]),
    /// A list of JSON integers, each one of these, at most so many.
    Choices(&'static [i64], usize),
    /// A JSON integer from 0 to 100.
    Percent,
    /// A list of `Text`, at most so many.
    Texts(usize),
    /// A list of `Id`, at most so many.
    Ids(usize),
    /// A list of `Digits`, at most so many.
    DigitsList(usize),
    /// An object.
    Object(&'static [Field]),
    /// A list of objects, at most so many.
    List(&'static [Field], usize),
    /// A list of lists of objects.
    Grid(&'static [Field]),
}
