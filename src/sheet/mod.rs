//! Material: what a spreadsheet is made of, whatever file it came from.
//!
//! Must not know: files, formats, fields, people.

pub mod address;
pub mod cell;
pub mod digits;
mod fault;
pub mod figures;
pub mod format;
mod glance;
pub mod outline;
pub mod row;

pub use address::CellRef;
pub use cell::{Dressed, Epoch, Held, Moment, RawCell};
pub use digits::are_digits;
pub use fault::{Defect, ErrorValue, Fault};
pub use format::{Face, NumberFormat};
pub use glance::Glance;
pub use outline::{Merge, Outline, Spans};
pub use row::{RawRow, RowsWithin, Stream};
