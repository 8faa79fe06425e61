//! How jobs are made of records: what is the same for every record of a run. It is plain data, so that
//! any thread can make a job.
//!
//! Must not know: where jobs are kept.

use std::sync::Arc;

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
    /// Whether jobs have their bodies: to be compared, they need none.
    pub bodies: bool,
}

impl Making {
    /// The job of a checked record.
    pub fn job(&self, record: &Record) -> Job {
        let body = if self.bodies { payload::marked(record, &self.marker) } else { String::new() };
        Job::of(record, &self.ids, &self.key, self.directory.as_deref(), body)
    }
}
