//! The language in which a record kind is declared: plain data, closed enums, no behaviour.
//!
//! Must not know: any particular kind, any spreadsheet, the network.

pub mod api_code;
pub mod awaited;
pub mod endpoint;
pub mod field;
pub mod field_type;
pub mod group;
mod id_of;
pub mod id_types;
pub mod key;
pub mod kind;
pub mod laws;
pub mod per_kind;
pub mod remote;
pub mod shown;
pub mod slot;
pub mod tenant_list;

pub use api_code::{ApiCode, HaltKind, Meaning, Refusal};
pub use endpoint::{Endpoint, Limits, Method};
pub use field::Field;
pub use field_type::{Choice, CustomType, FieldType, Neighbour, Span};
pub use group::Group;
pub use id_of::IdOf;
pub use id_types::{IdShape, IdTypeOf, IdTypes};
pub use key::{KeyField, KeyKind, Mark};
pub use kind::{CustomHost, Kind, KindId, People, Rule, Words};
pub use per_kind::PerKind;
pub use remote::{Remote, Search};
pub use shown::{Form, Shown};
pub use slot::{Slot, Target};
pub use tenant_list::{EntryAt, Request, TenantList, Way};
