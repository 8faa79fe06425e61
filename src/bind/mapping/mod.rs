//! The user's mapping file (TOML): what it may say, and what is wrong with it by line and column.
//!
//! Must not know: a sheet's actual headers, tables that `values_from` names (the caller reads
//! them).

mod derive;
mod faults;
mod fitting;
mod model;
mod named;
mod paths;
mod pattern;
mod read;
mod recipe;
pub mod sheet;
mod table;
mod transform;
mod word;

use std::sync::Arc;

use crate::problem::Problem;

pub use model::{Labels, Mapping, RecordMapping, TableRef};
pub use named::HeaderRef;
pub use pattern::names;
pub use recipe::{ChildMapping, DeriveMapping};

impl Mapping {
    /// Read a mapping file. `shown` is its name for messages.
    ///
    /// # Errors
    ///
    /// Everything that is wrong, in the file's order, each with line and column. A text that is no
    /// TOML is told for its syntax only.
    pub fn parse(text: &str, shown: &Arc<str>) -> Result<Self, Vec<Problem>> {
        read::mapping(text, shown, true)
    }
}

#[cfg(test)]
mod tests;
