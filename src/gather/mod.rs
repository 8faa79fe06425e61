//! The cells of one record, gathered: its row, and what belongs to it elsewhere, as cells of
//! virtual columns, so that `check` reads every record in one way.
//!
//! Must not know: what a cell must hold, files.

mod belonging;
pub mod child;
pub mod derive;
mod gatherer;
mod origins;
pub mod period;
pub mod several;

pub use belonging::{Belonging, TIE};
pub use child::{ChildRow, Children, Leftover};
pub use derive::Made;
pub use gatherer::{Gatherer, Joined};
pub use origins::{Origin, Origins, ReadAs};
