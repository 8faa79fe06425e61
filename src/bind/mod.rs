//! Header row → [`Binding`]: which column feeds which place of a record, with or without a mapping
//! file.
//!
//! Must not know: cells below the header, files, the network.

mod accept;
pub mod apart;
pub mod assemble;
mod beside;
pub mod binding;
pub mod child;
pub(crate) mod claim;
pub(crate) mod claims;
mod column;
mod columns;
mod customs;
mod derived;
pub mod example;
mod found;
mod how;
mod levels;
mod period;
mod relatives;
mod repeat;
mod required;
pub mod search;
pub mod shape;
pub mod signs;
mod stages;
pub mod stamp;
mod strangers;
mod surer;
mod virtuals;

pub use crate::header::Names;
pub use assemble::{bind, bind_found, candidates, lacks, names_nobody};
pub(crate) use binding::is_of_unbound;
pub use binding::{
    Binding, Clock, Column, DateOrder, DefaultValue, OnBad, Proven, ReadOptions, Unbound,
};
pub use child::{ChildBinding, ChildColumn};
pub(crate) use customs::{choice_of, slot_of as place_of_custom};
pub use found::{FoundValues, Tenant, fields as fields_of};
pub use how::{BindOptions, ValueTable};
pub use relatives::relatives;
pub(crate) use required::{is_of_group, keys as required_keys, lacking};
pub use shape::{Child, Derive, Op, Shape, Template, To, Transform};
