//! How values are read: what a mapping file may say of it, what a binding holds, and what readers of
//! cells go by. It stands apart so that who reads a value need not know how a mapping is written.
//!
//! Must not know: headers, columns, mapping files.

mod parts;
mod values;

pub use parts::{Op, Transform};
pub use values::{DateOrder, DefaultValue, OnBad, ReadOptions};
