//! How a run ended → the exit code, the first that applies (`docs/contract.md`, "Fates and exit
//! codes").
//!
//! Must not know: how it came to its end.

use crate::config::Settings;
use crate::deliver::{Ended, HaltKind};
use crate::journal::{Fate, Journal, RunId, RunState, Totals};
use crate::problem::{Code, Complaint};

use super::environment::now;
use super::exit::Exit;
use super::opening::erase_old;
use super::printer::Printer;

/// The state in which a run is left.
pub(super) const fn state(ended: &Ended) -> RunState {
    match ended {
        Ended::Finished => RunState::Finished,
        Ended::Interrupted => RunState::Interrupted,
        Ended::Halted(..) => RunState::Halted,
    }
}

/// Say what stopped it and how to go on, and give the code.
pub(super) fn exit(printer: Printer, ended: &Ended, totals: &Totals) -> Exit {
    let lang = printer.lang;
    match ended {
        Ended::Interrupted => Exit::Interrupted,
        Ended::Halted(complaint, kind) => {
            printer.error(complaint);
            printer.urge(lang.pick("没有丢失任何内容", "nothing is lost"));
            match kind {
                HaltKind::Credentials => Exit::Credentials,
                HaltKind::Network => Exit::Network,
                HaltKind::Api => Exit::Stopped,
            }
        }
        // Sent to its end, and yet not all was sent: its content was in doubt when this run was
        // planned. Importing again sends it. What a later import has is that one's to send.
        Ended::Finished
            if totals.fate(Fate::NotSent) > totals.passed_on && of_fates(totals) == Exit::Fine =>
        {
            printer.urge(lang.pick(
                "有记录没有发送：请再导入一次",
                "some records were not sent: import once more",
            ));
            Exit::Rows
        }
        Ended::Finished => of_fates(totals),
    }
}

/// The code of a run that came to its end.
pub(super) fn of_fates(totals: &Totals) -> Exit {
    of_standing(totals, 0)
}

/// The code of a run as it stands, with so many records in flight, whose outcome nobody can know yet.
pub(super) fn of_standing(totals: &Totals, in_flight: u64) -> Exit {
    let work = [Fate::Invalid, Fate::Conflict, Fate::Blocked, Fate::Refused];
    if totals.fate(Fate::Unknown) > in_flight {
        Exit::Unknown
    } else if work.iter().any(|fate| totals.fate(*fate) > 0) {
        Exit::Rows
    } else {
        Exit::Fine
    }
}

/// The code of a command that failed with this complaint.
#[expect(clippy::wildcard_enum_match_arm, reason = "most of the catalogue is about the input")]
pub(super) fn exit_of(complaint: &Complaint) -> Exit {
    match complaint.code {
        Code::JournalBusy | Code::RefsBusy => Exit::Busy,
        Code::JournalWrite
        | Code::JournalSpace
        | Code::JournalGone
        | Code::JournalLinked
        | Code::JournalLost
        | Code::JournalOnNetwork
        | Code::JournalSymlink
        | Code::JournalUnreadable
        | Code::RefsWrite
        | Code::FileUnwritable
        | Code::ReportUnwritable
        | Code::ReportNoSpace => Exit::Disk,
        Code::CredentialsRejected
        | Code::PermissionMissing
        | Code::AppDisabled
        | Code::AppNotInstalled
        | Code::IpNotAllowed
        | Code::CorehrNotEnabled
        | Code::PersonsUnseen => Exit::Credentials,
        Code::HostUnreachable | Code::TlsFailed | Code::NotTheApi | Code::NoUsableAnswer => {
            Exit::Network
        }
        Code::QuotaUsedUp | Code::RequestNotMade | Code::RefsListRefused => Exit::Stopped,
        Code::Internal | Code::LedgerOpen | Code::JournalStep | Code::TaskDied => Exit::Internal,
        Code::InputChanged => Exit::Changed,
        _ => Exit::Usage,
    }
}

/// Freeze the run as it ended; bodies that are kept for no days go at once. A journal that can't be
/// written any more can't be told so either.
pub(super) fn close_run(
    settings: &Settings,
    journal: &mut Journal,
    run: RunId,
    ended: &Result<Ended, Complaint>,
) -> Result<(), Complaint> {
    if let Ok(ended) = ended {
        journal.finish(run, state(ended), now())?;
        erase_old(settings, journal)
    } else {
        let _ = journal.finish(run, RunState::Interrupted, now());
        Ok(())
    }
}
