//! How jobs are made of records: what is the same for every record of a run. It is plain data, so that
//! any thread can make a job.
//!
//! Must not know: where jobs are kept.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::check::Record;
use crate::identity::HashKey;
use crate::resolve::Directory;
use crate::spec::IdTypes;

use super::{Job, payload};

/// What every job of a run has in common.
#[derive(Clone, Debug)]
pub struct Making {
    /// The id types of the calls.
    pub ids: IdTypes,
    /// The journal's random key.
    pub key: HashKey,
    /// What is known of the tenant; none where nothing is.
    pub directory: Option<Arc<Directory>>,
    /// The custom field that takes the record's UUID; empty for none.
    pub marker: String,
    /// Whether jobs have their bodies.
    pub bodies: Bodies,
}

/// Whether jobs are made with their bodies.
#[derive(Clone, Debug)]
pub enum Bodies {
    /// No: to be compared, they need none.
    Unwanted,
    /// As it is foreseen; whoever wants one that was not made makes it of the record.
    Foreseen(Foresight),
}

/// Whether the body of the next job will be wanted, as that of the last one was: rows that are new follow
/// each other, and so do rows that were made before. Threads that make jobs ahead share it.
#[derive(Clone, Debug)]
pub struct Foresight(Arc<AtomicBool>);

/// They will be wanted.
impl Default for Foresight {
    fn default() -> Self {
        Self(Arc::new(AtomicBool::new(true)))
    }
}

impl Foresight {
    /// The body of a job was wanted, or was not.
    pub fn learn(&self, wanted: bool) {
        if self.foresees() != wanted {
            self.0.store(wanted, Ordering::Relaxed);
        }
    }

    fn foresees(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

impl Making {
    /// The job of a checked record.
    pub fn job(&self, record: &Record) -> Job {
        let wanted = match &self.bodies {
            Bodies::Unwanted => false,
            Bodies::Foreseen(foresight) => foresight.foresees(),
        };
        let body = if wanted { self.body(record) } else { String::new() };
        Job::of(record, &self.ids, &self.key, self.directory.as_deref(), body)
    }

    /// The body of its job.
    pub fn body(&self, record: &Record) -> String {
        payload::marked(record, &self.marker)
    }
}
