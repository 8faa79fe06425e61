//! The language in which a record kind is declared: plain data, closed enums, no behaviour.
//!
//! Must not know: any particular kind, any spreadsheet, the network.

pub mod endpoint;
pub mod field;
pub mod field_type;
pub mod group;
pub mod id_types;
pub mod key;
pub mod kind;
pub mod laws;
pub mod slot;

pub use endpoint::{DoubtRule, Endpoint, Limits, Method};
pub use field::Field;
pub use field_type::{Choice, CustomType, FieldType, IdOf};
pub use group::Group;
pub use id_types::{IdTypeOf, IdTypes};
pub use key::{KeyField, KeyKind, Mark};
pub use kind::{CustomHost, Kind, KindId, People, Rule, Words};
pub use slot::{Slot, Target};
