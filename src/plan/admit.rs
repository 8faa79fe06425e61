//! What the journal's knowledge of earlier runs makes of a new record.
//!
//! Must not know: how the journal finds what it knows, SQL, the network.

use super::job::{Job, JobId};
use crate::identity::JobKey;
use crate::problem::Code;

/// What becomes of a record in its run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admission {
    /// Nothing is known of it: a new job.
    New,
    /// An unsent job of an earlier run takes the new content.
    TakeOver(JobId),
    /// A refused job is sent again, with the new content and a new token.
    SendAgain(JobId),
    /// Made or found by an earlier run, same content: nothing to do.
    Unchanged(JobId),
    /// Made or found by an earlier run with other content: not sent.
    Changed(JobId),
    /// Sent by an earlier run, outcome not known: never amended, not sent.
    Unknown(JobId),
    /// Its keys lead to somebody else: not sent.
    Conflict(Clash),
}

impl Admission {
    /// It is to be sent, so that its body is wanted.
    pub const fn is_sent(self) -> bool {
        match self {
            Self::New | Self::TakeOver(_) | Self::SendAgain(_) => true,
            Self::Unchanged(_) | Self::Changed(_) | Self::Unknown(_) | Self::Conflict(_) => false,
        }
    }
}

/// Why a record is in conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clash {
    /// Its keys belong to two or more earlier records.
    SeveralJobs,
    /// A key of it belongs to an earlier record that is somebody else.
    SomebodyElse,
    /// The earlier record with its key was matched by another record of this input.
    TakenInThisRun,
    /// A key of it may be that of a record whose data were erased: nothing tells any more.
    MaybeErased,
}

impl Clash {
    /// What a person is told.
    pub const fn code(self) -> Code {
        match self {
            Self::SeveralJobs => Code::KeysOfSeveral,
            Self::SomebodyElse => Code::KeyOfSomebodyElse,
            Self::TakenInThisRun => Code::KeyTakenInThisRun,
            Self::MaybeErased => Code::KeyMaybeErased,
        }
    }
}

/// A job of the journal that shares a key with the record.
#[derive(Clone, Debug)]
pub struct KnownJob {
    /// Its number.
    pub id: JobId,
    /// Where it stands.
    pub standing: KnownStanding,
    /// The digest of its content.
    pub digest: [u8; 32],
    /// All of its keys.
    pub keys: Vec<JobKey>,
    /// Keyed hash of its name.
    pub name: Option<[u8; 16]>,
    /// The row says that it repairs this very record, whatever its keys are now.
    pub tied: bool,
    /// Another record of this run was admitted to it.
    pub claimed: bool,
}

/// Where an earlier job stands, as far as admission asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnownStanding {
    /// Surely not made, nothing under way.
    Unsent,
    /// Refused by the API.
    Refused,
    /// Created, or existing before.
    Done,
    /// Maybe made.
    InDoubt,
}

/// Decide. `known` are the jobs that share at least one key with `job` (keyless: the job with the
/// same content and ordinal), and the one that its row repairs, each once.
pub fn admit(job: &Job, known: &[KnownJob]) -> Admission {
    let old = match known {
        [] => return Admission::New,
        [old] => old,
        [_, _, ..] => return Admission::Conflict(Clash::SeveralJobs),
    };
    if old.claimed {
        return Admission::Conflict(Clash::TakenInThisRun);
    }
    if !old.tied && !is_same(job, old) {
        return Admission::Conflict(Clash::SomebodyElse);
    }
    match old.standing {
        KnownStanding::Unsent => Admission::TakeOver(old.id),
        KnownStanding::Refused => Admission::SendAgain(old.id),
        KnownStanding::InDoubt => Admission::Unknown(old.id),
        KnownStanding::Done if job.is_of(&old.digest) => Admission::Unchanged(old.id),
        KnownStanding::Done => Admission::Changed(old.id),
    }
}

/// Whether the job is the same person or employment.
///
/// By employment, by ID document, by two keys, or by one key and the same name. A lone key with
/// another name is the same record only where it was not made yet and no other key speaks against
/// it: a repaired name. Families share a number; once somebody was made with it, muster can't tell.
fn is_same(job: &Job, old: &KnownJob) -> bool {
    if job.keys.is_empty() {
        return job.is_of(&old.digest);
    }
    let mut shared = 0;
    let mut against = 0;
    for key in job.keys.iter().chain(&job.former.mobile) {
        let decisive = key.kind.is_decisive();
        if old.keys.contains(key) {
            shared += 1;
            if decisive {
                return true;
            }
        } else if old.keys.iter().any(|other| other.kind == key.kind) {
            against += 1;
            if decisive {
                return false;
            }
        }
    }
    match shared {
        0 => false,
        1 if job.is_named(old.name) => true,
        1 => {
            against == 0
                && match old.standing {
                    KnownStanding::Unsent | KnownStanding::Refused => true,
                    KnownStanding::Done | KnownStanding::InDoubt => false,
                }
        }
        _ => true,
    }
}
