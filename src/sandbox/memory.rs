//! All that changes in a sandbox: what was made, and what the ledger tells of it.
//!
//! Must *not* know what a call does.

use std::collections::BTreeMap;
use std::io;

use super::auth::Tokens;
use super::endpoint::Endpoint;
use super::faults::Chance;
use super::ledger::{Refused, Violation};
use super::limits::Gate;
use super::log::Log;
use super::state::{Entry, Store};
use super::strict::Notice;

/// The state of a sandbox that requests change, behind one lock.
pub(super) struct Core {
    /// What was made.
    pub(super) store: Store,
    pub(super) log: Option<Log>,
    pub(super) tokens: Tokens,
    pub(super) gates: BTreeMap<Endpoint, Gate>,
    /// Admitted arrivals per call, for scripts.
    pub(super) admitted: BTreeMap<Endpoint, u64>,
    pub(super) jitter: Chance,
    pub(super) names: Chance,
    pub(super) violations: Vec<Violation>,
    pub(super) refusals: Vec<Refused>,
    pub(super) faults: BTreeMap<String, u64>,
}

impl Core {
    /// Takes one fact in: first in the log, then in memory.
    ///
    /// # Errors
    /// The log's; then nothing was taken in.
    pub(super) fn commit(&mut self, entry: Entry) -> io::Result<()> {
        if let Some(log) = &mut self.log {
            log.append(&entry)?;
        }
        self.store.apply(entry);
        Ok(())
    }

    /// Notes something that a client must never do.
    pub(super) fn violation(&mut self, endpoint: Endpoint, rule: &str, detail: &str) {
        let (rule, detail) = (rule.to_owned(), detail.to_owned());
        self.violations.push(Violation { endpoint: endpoint.label().to_owned(), rule, detail });
    }

    /// Notes fields that should not have been sent.
    pub(super) fn note(&mut self, endpoint: Endpoint, noted: &[Notice]) {
        for notice in noted {
            self.violation(endpoint, notice.rule, &notice.field);
        }
    }
}
