//! The cells of one record, gathered: its row, and behind the row's last column what stands
//! elsewhere, as cells of virtual columns, so that `check` reads every record in one way.
//!
//! Must not know: what a cell must hold, files.

mod origins;

pub use origins::{Origin, Origins};
