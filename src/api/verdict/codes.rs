//! The documented codes, by endpoint; the gateway's, which are the same everywhere; and what the
//! HTTP status says about a code that nobody documents.
//!
//! Must not know: what is done about a verdict.

use super::halt::HaltKind;
use super::{Lost, Refusal};
use crate::kinds::endpoints::{
    EMPLOYEE_BATCH_GET, JOB_DATA_BATCH_GET, JOB_DATA_CREATE, TALENT_CREATE, TALENT_GET, TALENT_IDS,
    TOKEN,
};
use crate::spec::Endpoint;

/// `request ID repeat` at `job_data.create`.
pub(super) const TOKEN_SEEN: i64 = 1_160_004;

/// What a code means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Definitely refused, for what the request holds.
    Refused(Refusal),
    /// Somebody with these keys exists.
    Duplicate,
    /// The client token was seen.
    TokenSeen,
    /// Not executed: too many requests.
    Throttled,
    /// Not executed: the access token was rejected.
    TokenRejected,
    /// Perhaps executed.
    ServerError(Lost),
    /// Not executed, and nothing else would be.
    Halt(HaltKind),
}

const REFUSED: Meaning = Meaning::Refused(Refusal::Other);
const SERVER_ERROR: Meaning = Meaning::ServerError(Lost::ServerError);

/// What a documented code means at an endpoint.
pub(super) fn meaning(endpoint: &Endpoint, code: i64) -> Option<Meaning> {
    at(endpoint, code).or_else(|| gateway(code))
}

/// The endpoints' own codes (their pages' tables, and the domain's common table).
fn at(endpoint: &Endpoint, code: i64) -> Option<Meaning> {
    let is = |other: &Endpoint| endpoint.name == other.name;
    if is(&TALENT_CREATE) {
        talent_create(code)
    } else if is(&TALENT_IDS) || is(&TALENT_GET) {
        talent_read(code)
    } else if is(&JOB_DATA_CREATE) {
        job_data_create(code)
    } else if is(&JOB_DATA_BATCH_GET) || is(&EMPLOYEE_BATCH_GET) {
        corehr_read(code)
    } else if is(&TOKEN) {
        token(code)
    } else {
        None
    }
}

const fn talent_create(code: i64) -> Option<Meaning> {
    Some(match code {
        1_002_001 => SERVER_ERROR,
        1_002_105 => Meaning::Duplicate,
        // Parameters; mobile; city; graduation time; and of the domain's table id conflict, absent,
        // employed already, attachment, resume source.
        1_002_002
        | 1_002_009
        | 1_002_011
        | 1_002_513
        | 1_002_101..=1_002_104
        | 1_002_106..=1_002_108 => REFUSED,
        _ => return None,
    })
}

const fn talent_read(code: i64) -> Option<Meaning> {
    Some(match code {
        // With HTTP 200 at batch_get_id.
        1_002_001 => SERVER_ERROR,
        1_002_002 => REFUSED,
        1_002_009 => Meaning::Refused(Refusal::BadMobile),
        1_002_102 => Meaning::Refused(Refusal::Absent),
        _ => return None,
    })
}

/// 1160354 is left to the status: a throttle at two endpoints, a wrong parameter at a third, and
/// documented for none of ours.
const fn job_data_create(code: i64) -> Option<Meaning> {
    Some(match code {
        TOKEN_SEEN => Meaning::TokenSeen,
        // Deleted record; cost centre shares; parameters.
        1_160_003 | 1_160_019 | 1_160_001 | 1_160_013 => REFUSED,
        _ => return corehr(code),
    })
}

const fn corehr_read(code: i64) -> Option<Meaning> {
    Some(match code {
        1_160_001 | 1_160_013 | 1_160_102 => REFUSED,
        1_160_104 => Meaning::Refused(Refusal::NotVisible),
        1_160_018 => Meaning::Halt(HaltKind::NotEnabled),
        1_160_023 => Meaning::Halt(HaltKind::Permission),
        _ => return corehr(code),
    })
}

/// CoreHR as a whole.
const fn corehr(code: i64) -> Option<Meaning> {
    Some(match code {
        // "Unknown … error", time-outs.
        1_160_997..=1_160_999 | 1_161_000 | 1_161_501 | 1_161_999 | 1_161_204 => SERVER_ERROR,
        // The business layer's own throttle; a lock that somebody holds.
        1_161_604 | 1_161_116 => Meaning::Throttled,
        _ => return None,
    })
}

/// Wrong parameters, secret or app; not authorised, disabled, not installed.
const fn token(code: i64) -> Option<Meaning> {
    Some(match code {
        10_003 | 10_005 | 10_012..=10_015 | 20_002 | 20_009 | 20_013 => {
            Meaning::Halt(HaltKind::Credentials)
        }
        _ => return None,
    })
}

/// The gateway's codes.
const fn gateway(code: i64) -> Option<Meaning> {
    Some(match code {
        // With HTTP 429; some old endpoints with 400.
        99_991_400 => Meaning::Throttled,
        // Arrives as HTTP 429 too, but no waiting helps before the month ends.
        99_991_403 => Meaning::Halt(HaltKind::Quota),
        // Invalid or expired; not of a token's shape.
        99_991_663 | 99_991_671 => Meaning::TokenRejected,
        // None sent; app, tenant code or user token wrong; app id or secret wrong.
        99_991_661 | 99_991_664 | 99_991_665 | 99_991_668 | 99_991_677 | 99_991_543 => {
            Meaning::Halt(HaltKind::Credentials)
        }
        99_991_672 | 99_991_676 | 99_991_679 => Meaning::Halt(HaltKind::Permission),
        99_991_662 => Meaning::Halt(HaltKind::AppDisabled),
        99_991_673 => Meaning::Halt(HaltKind::NotInstalled),
        99_991_401 => Meaning::Halt(HaltKind::IpNotAllowed),
        // Path not found; wrong method.
        99_991_201 | 99_991_301 => Meaning::Halt(HaltKind::WrongAddress),
        // Field validation; user and department ids that do not exist, or belong to another app.
        9_499
        | 99_992_402
        | 99_992_351
        | 99_992_357
        | 99_992_360..=99_992_364
        | 99_992_379..=99_992_381 => REFUSED,
        // Internals: nobody says whether before or after execution.
        1_500 | 1_663 | 1_668 | 2_200 | 5_000 | 1_000_004 | 1_000_005 => SERVER_ERROR,
        _ => return None,
    })
}

/// What the status says about a code that is documented nowhere.
pub(super) const fn by_status(status: u16) -> Meaning {
    match status {
        429 => Meaning::Throttled,
        401 => Meaning::TokenRejected,
        200..=299 | 400..=499 => REFUSED,
        500.. => SERVER_ERROR,
        _ => Meaning::ServerError(Lost::NotTheApi),
    }
}
