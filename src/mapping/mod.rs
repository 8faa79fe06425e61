//! The user's mapping: the model, and the two forms in which it is written, a TOML file and a
//! workbook, neither of which knows the other.
//!
//! Must not know: a sheet's actual headers, tables that `values_from` names (the caller reads
//! them), who binds by it.

mod model;
mod named;
mod pattern;
mod recipe;
pub(crate) mod toml;
mod words;
pub mod workbook;

pub use model::{Labels, Mapping, RecordMapping, TableRef};
pub use named::HeaderRef;
pub use pattern::names;
pub use recipe::{ChildMapping, DeriveMapping};
pub(crate) use words::custom_word;

#[cfg(test)]
mod tests;
