//! The tenant's own lists, read through the door and kept in a file beside the journal, so that names are
//! looked up without the network.
//!
//! [`pull`] reads them into a new file, which takes the place of the old one when it is whole: what is
//! looked up stands still meanwhile, and a pull that was cut off goes on where it was. [`Snapshot`] reads
//! the file, and [`load`] makes the [`Directory`] of it that names are looked up in.
//!
//! Must not know: spreadsheets, the journal, what becomes of an ID, how a person is told.

mod ask;
mod customs;
mod draft;
mod file;
mod known;
mod look;
mod looked;
mod pace;
mod pull;
mod rows;
mod snapshot;
#[cfg(test)]
mod tests;

pub(crate) use file::Owner;
pub(crate) use look::{LookUp, LookedUp, look_up};
pub(crate) use looked::LookedUpPeople;
pub(crate) use pull::{Pull, PullEvent, pull};
pub(crate) use snapshot::{Drift, KeptList, People, Snapshot, forget_people, load, recorded};
