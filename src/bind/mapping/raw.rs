//! The mapping file as TOML has it: shapes and spans, no meaning.
//!
//! Must not know: fields, headers, kinds.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use toml::Spanned;

/// The whole file.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) version: Spanned<i64>,
    #[serde(default)]
    pub(super) record: Vec<Record>,
}

/// A `[[record]]`.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Record {
    pub(super) kind: Spanned<String>,
    pub(super) file: Option<String>,
    pub(super) sheet: Option<String>,
    pub(super) header_row: Option<Spanned<i64>>,
    #[serde(default)]
    pub(super) strict: bool,
    pub(super) key_column: Option<String>,
    pub(super) dates: Option<Spanned<String>>,
    pub(super) timezone: Option<Spanned<String>>,
    pub(super) list_separator: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) ignore: Vec<String>,
    #[serde(default)]
    pub(super) columns: Entries<Paths>,
    #[serde(default)]
    pub(super) defaults: Entries<Scalar>,
    #[serde(default)]
    pub(super) values: Entries<Entries<Scalar>>,
    #[serde(default)]
    pub(super) values_from: Entries<Table>,
    #[serde(default)]
    pub(super) custom: Entries<Custom>,
    pub(super) on_bad: Option<Spanned<IgnoredAny>>,
    pub(super) derive: Option<Spanned<IgnoredAny>>,
    #[serde(default)]
    pub(super) lookup: std::collections::BTreeMap<String, Spanned<String>>,
    pub(super) child: Option<Spanned<IgnoredAny>>,
}

/// A `[record.values_from."path"]`.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Table {
    pub(super) file: String,
    pub(super) sheet: Option<String>,
    pub(super) from: String,
    pub(super) to: String,
}

/// A `[record.custom."ID"]`.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Custom {
    #[serde(rename = "type")]
    pub(super) ty: Spanned<String>,
    #[serde(default)]
    pub(super) options: Entries<Scalar>,
}

/// A table whose keys are the user's, in the file's order, with the spans of both.
#[derive(Debug)]
pub(super) struct Entries<V>(pub(super) Vec<(Spanned<String>, Spanned<V>)>);

impl<V> Default for Entries<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Entries<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader<V>(PhantomData<V>);
        impl<'de, V: Deserialize<'de>> Visitor<'de> for Reader<V> {
            type Value = Entries<V>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a table")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(Reader(PhantomData))
    }
}

/// A field's path or a list of them; spans where the list has them.
#[derive(Debug)]
pub(super) struct Paths(pub(super) Vec<(String, Option<usize>)>);

impl<'de> Deserialize<'de> for Paths {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Paths;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a field or a list of fields")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Paths, E> {
                Ok(Paths(vec![(text.to_owned(), None)]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Paths, A::Error> {
                let mut paths = Vec::new();
                while let Some(path) = seq.next_element::<Spanned<String>>()? {
                    let start = path.span().start;
                    paths.push((path.into_inner(), Some(start)));
                }
                Ok(Paths(paths))
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

/// A text, or an integer read as one.
#[derive(Debug)]
pub(super) struct Scalar(pub(super) String);

impl<'de> Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl Visitor<'_> for Reader {
            type Value = Scalar;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text in quotes or a whole number")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Scalar, E> {
                Ok(Scalar(text.to_owned()))
            }

            fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<Scalar, E> {
                Ok(Scalar(number.to_string()))
            }
        }
        deserializer.deserialize_any(Reader)
    }
}
