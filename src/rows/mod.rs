//! The rows of a sheet → the rows of one record after the other: which rows are none, which belong
//! together, what merged cells hold, what stands in child sheets and is made of other cells. Every
//! pass over a sheet goes by [`lines::Lines`], and what reads records by [`records::Records`]; the cells
//! of a record are gathered as those of one row, so that `check` reads every record in one way.
//!
//! Must not know: what a cell must hold, files.

pub(crate) mod aside;
mod belonging;
pub(crate) mod child;
pub(crate) mod derive;
mod gatherer;
pub(crate) mod lines;
mod merged;
mod origins;
pub(crate) mod period;
mod ragged;
pub(crate) mod records;
pub(crate) mod several;
mod spanned;

pub(crate) use aside::RowFilter;
pub(crate) use belonging::{Belonging, tie};
pub(crate) use child::{ChildRow, Children, Leftover};
pub(crate) use gatherer::{Gatherer, Joined};
pub(crate) use lines::{Line, Lines};
pub(crate) use origins::{Origins, ReadAs};
pub(crate) use records::{RecordRow, Records, Step};
