//! Journals that are thrown away: for `import -n`, which sees what earlier runs did and leaves no
//! trace.
//!
//! Must not know: what is rehearsed.

use std::path::Path;

use jiff::Timestamp;

use crate::disk::Scratch;
use crate::problem::{Code, Complaint};

use super::file::{self, Durability};
use super::store::{Journal, OpenResources, Tenant};
use super::trouble::{JournalResult, complain};

impl Journal {
    /// A journal that knows nothing and is thrown away: for a rehearsal without history.
    pub fn temporary(tenant: &Tenant, now: Timestamp) -> Result<Self, Complaint> {
        let folder = scratch()?;
        let path = folder.path().join("journal.db");
        file::make_private(&path)?;
        let held = OpenResources { lock: None, folder: Some(folder) };
        Self::connect(&path, tenant, now, Durability::None, held)
            .map_err(|trouble| complain(&path, trouble))
    }

    /// A copy of the journal at `path` that is thrown away: `import -n` sees what earlier runs did.
    /// Empty where there is none.
    pub fn rehearsal(path: &Path, tenant: &Tenant, now: Timestamp) -> Result<Self, Complaint> {
        if !path.is_file() {
            return Self::temporary(tenant, now);
        }
        let folder = scratch()?;
        let copy = folder.path().join("journal.db");
        let clone = || -> JournalResult<()> {
            // A temporary view in the place of a table can't be copied.
            let (original, _) = file::connect_as_it_is(path)?;
            original.execute("VACUUM INTO ?1", [file::shown(&copy)])?;
            Ok(())
        };
        clone().map_err(|trouble| complain(path, trouble))?;
        file::make_private(&copy)?;
        let held = OpenResources { lock: None, folder: Some(folder) };
        let mut journal = Self::connect(&copy, tenant, now, Durability::None, held)
            .map_err(|trouble| complain(path, trouble))?;
        journal.recovered = journal.recover(now)?;
        Ok(journal)
    }

    /// The journal at `path` as a process finds it that starts after another ended or was cut off,
    /// without a lock and without pressing commits to the disk: what a process committed survives
    /// that process all the same.
    #[cfg(test)]
    pub(crate) fn simulated(
        path: &Path,
        tenant: &Tenant,
        now: Timestamp,
    ) -> Result<Self, Complaint> {
        file::make_private(path)?;
        let mut journal =
            Self::connect(path, tenant, now, Durability::Process, OpenResources::default())
                .map_err(|trouble| complain(path, trouble))?;
        journal.recovered = journal.recover(now)?;
        Ok(journal)
    }
}

/// A private folder that goes away with its journal.
fn scratch() -> Result<Scratch, Complaint> {
    Scratch::new().map_err(|error| {
        let folder = std::env::temp_dir();
        Complaint::with(Code::JournalWrite, [file::shown(&folder), error.to_string()])
    })
}
