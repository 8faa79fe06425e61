//! What the disk has to offer: files that are private from the first moment, names that are no
//! links, files known by themselves and not by a name, drives of this machine, and temporary data
//! that do not outlive their process.
//!
//! Must not know: what the files hold, what a person is told.

pub(crate) mod drive;
pub(crate) mod inode;
pub(crate) mod leftovers;
pub(crate) mod private;
pub(crate) mod scratch;

pub(crate) use inode::Inode;
pub(crate) use scratch::Scratch;
