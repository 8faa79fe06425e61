//! The cells of one record, gathered: its row, and what belongs to it elsewhere, as cells of
//! virtual columns, so that `check` reads every record in one way.
//!
//! Must not know: what a cell must hold, files.

mod belonging;
pub(crate) mod child;
pub(crate) mod derive;
mod gatherer;
mod origins;
pub(crate) mod period;
pub(crate) mod several;

pub(crate) use belonging::{Belonging, TIE};
pub(crate) use child::{ChildRow, Children, Leftover};
pub(crate) use gatherer::{Gatherer, Joined};
pub(crate) use origins::{Origins, ReadAs};
