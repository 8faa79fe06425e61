//! What the witness saw: the document that `GET /__sandbox/ledger` answers and tests read.
//!
//! It holds the personal data that was sent; it belongs to the sandbox's owner alone. Must *not* know how it is filled.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::endpoint::Endpoint;

/// Everything that the sandbox made and saw since its start; what was made includes earlier runs on one state file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Ledger {
    /// Version of this document: 1.
    pub version: u32,
    /// The talents, oldest first.
    pub talents: Vec<TalentMade>,
    /// The job data records, oldest first.
    pub job_data: Vec<JobDataMade>,
    /// Arrivals for each call that had any, by [`Endpoint::label`].
    pub requests: BTreeMap<String, RequestCount>,
    /// What a client must never do, in order.
    pub violations: Vec<Violation>,
    /// Harm done: the same person or employment made twice.
    pub duplicates: Vec<Duplicate>,
    /// Requests that were answered with an error of the client's, in order (windows and injected faults excluded).
    pub refusals: Vec<Refused>,
    /// How often each fault struck, by `Fault::label`.
    pub faults: BTreeMap<String, u64>,
}

impl Ledger {
    /// Arrivals at one call; zeros where it had none.
    pub fn requests_to(&self, endpoint: Endpoint) -> RequestCount {
        self.requests.get(endpoint.label()).cloned().unwrap_or_default()
    }
}

/// One talent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TalentMade {
    /// `talent_id`.
    pub id: String,
    /// `basic_info.name`.
    pub name: String,
    /// Its keys: `id:TYPE:NUMBER`, `mobile:COUNTRY:NUMBER`, `email:ADDRESS`, normalised.
    pub keys: Vec<String>,
    /// The body that made it.
    pub body: Value,
    /// How many creates landed on it; 0 for one that was there before.
    pub creates: u64,
    /// Unix time in milliseconds.
    pub create_time: i64,
}

/// One job data record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct JobDataMade {
    /// `job_data.id`.
    pub id: String,
    /// Whose it is.
    pub employment_id: String,
    /// The token of the request that made it.
    pub client_token: Option<String>,
    /// The body that made it.
    pub body: Value,
    /// Unix time in milliseconds.
    pub create_time: i64,
}

/// Arrivals at one call, whatever became of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestCount {
    /// All of them.
    pub arrivals: u64,
    /// The most in any second.
    pub max_per_second: u64,
    /// The most in any minute.
    pub max_per_minute: u64,
}

/// Something that a client must never do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Violation {
    /// Where: [`Endpoint::label`], or the path for one that does not exist.
    pub endpoint: String,
    /// `rate_per_second`, `rate_per_minute`, `deprecated_field`, `empty_object`, `no_client_token`,
    /// `token_for_other_body`, `unknown_field`, `unknown_path` or `wrong_method`.
    pub rule: String,
    /// Which field or how much; no values of fields.
    pub detail: String,
}

/// A person or an employment that was made twice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duplicate {
    /// `talent` or `job_data`.
    pub kind: String,
    /// The shared key: one of `TalentMade::keys`, or the `employment_id`.
    pub key: String,
    /// The first record.
    pub first: String,
    /// The second record; the same as `first` where the server merged them.
    pub second: String,
}

/// A request that was answered with an error of the client's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    /// [`Endpoint::label`].
    pub endpoint: String,
    /// HTTP status.
    pub http: u16,
    /// `code` of the answer.
    pub code: i64,
    /// `msg` of the answer; names fields, holds no values.
    pub msg: String,
}
