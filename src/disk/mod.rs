//! What the disk has to offer: files that are private from the first moment, names that are no
//! links, files known by themselves and not by a name, drives of this machine, and temporary data
//! that do not outlive their process.
//!
//! Must not know: what the files hold, what a person is told.

pub mod drive;
pub mod inode;
pub mod leftovers;
pub mod private;
pub mod scratch;

pub use inode::Inode;
pub use scratch::Scratch;
