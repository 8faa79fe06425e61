//! `(RawRow, &Binding) → Record | Problems`: every cell read by the type of its field, every rule
//! of the kind applied, every problem of the row collected.
//!
//! Must not know: files, the journal, the network, the clock.

mod among;
mod beside;
pub mod blanked;
mod bound;
pub mod checker;
pub mod evidence;
mod layout;
pub mod mask;
mod memo;
pub(crate) mod mix;
mod outcome;
pub mod record;
mod rules;
mod spot;
mod state;
#[cfg(test)]
pub(crate) mod testing;
pub mod types;
pub mod unfit;
mod value;

pub use blanked::Blanked;
pub use checker::Checker;
pub use record::Record;
pub use unfit::Unfit;
pub use value::{CowStr, Inline, Items, Value, ValueRef};
