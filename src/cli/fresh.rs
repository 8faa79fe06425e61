//! `--fresh`: the built-in sandbox begins anew.
//!
//! Must not know: what is imported into it.

use crate::config::Settings;
use crate::journal::Journal;
use crate::problem::{Code, Complaint};

use super::environment::now;
use super::opening::tenant;
use super::rig;

/// `--fresh`: the sandbox forgets everything, and so does its journal.
pub(super) fn empty_sandbox(settings: &Settings) -> Result<(), Complaint> {
    let journal = settings.journal.as_path();
    // Not under somebody who is sending, and never a tenant's journal or a file that is none, which
    // `--journal` or MUSTER_JOURNAL may name. A sandbox's own that can't be opened is no loss.
    let own = journal.file_name().is_some_and(|name| name == "sandbox.db");
    let state = rig::state_file(journal);
    match Journal::open(journal, &tenant(settings), now()) {
        Ok(opened) => return opened.discard(&state),
        Err(complaint)
            if !own || matches!(complaint.code, Code::JournalBusy | Code::JournalOtherTenant) =>
        {
            return Err(complaint);
        }
        Err(_) => {}
    }
    let with = |ending: &str| {
        let mut name = journal.as_os_str().to_owned();
        name.push(ending);
        std::path::PathBuf::from(name)
    };
    for path in [journal.to_path_buf(), with("-wal"), with("-shm"), state] {
        match std::fs::remove_file(&path) {
            Ok(()) => {}
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => {
                let words = [path.display().to_string(), error.to_string()];
                return Err(Complaint::with(Code::FileUnwritable, words));
            }
        }
    }
    Ok(())
}
