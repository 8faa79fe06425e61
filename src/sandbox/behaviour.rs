//! How one sandbox behaves: every switch with its default.
//!
//! Must *not* know how the switches are carried out, nor where they come from (flags, a file, tests).

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use serde::Deserialize;

use super::company::Company;
use super::endpoint::Endpoint;
use super::faults::Faults;
use super::limits::Limits;

/// All switches of a sandbox. `Behaviour::default()` is a calm, strict, fast server that forgets everything at its end.
#[derive(Debug, Clone)]
pub struct Behaviour {
    /// Source of all chance (jitter, faults, token texts). Same seed and same order of requests: same behaviour.
    pub seed: u64,
    /// Time added to each call: one half on the way in, before the arrival counts, the other on the way out.
    pub latency: Duration,
    /// Up to this much more on the way in, evenly spread: requests then arrive bunched and out of order.
    pub jitter: Duration,
    /// What goes wrong, how often, and at which request.
    pub faults: Faults,
    /// What a `client_token` that was seen before brings.
    pub token_mode: TokenMode,
    /// Whether a request that failed (refused, or a 5xx before anything was done) uses up its `client_token`.
    pub burn_failed_tokens: bool,
    /// What the creation of a talent brings whose keys belong to one that exists.
    pub duplicate_talent: DuplicateTalent,
    /// How long after its creation a record is invisible to the look-ups (`batch_get_id`, `job_datas` reads).
    pub index_lag: Duration,
    /// Life of a `tenant_access_token`; 2 h at Feishu.
    pub token_lifetime: Duration,
    /// Where what was made is kept, written before each answer. `None`: memory only.
    pub state_file: Option<PathBuf>,
    /// The two windows of the calls documented as "1000/min, 50/s". Calls with other documented limits keep those.
    pub limits: Limits,
    /// The `employment_id`s that exist. `None`: every one does.
    pub known_employments: Option<Vec<String>>,
    /// The `employment_id`s outside of the app's data range: creates know them, no read of CoreHR shows them.
    pub hidden_employments: Vec<String>,
    /// What a look-up of employees brings that asks for hidden ones.
    pub hidden: Hidden,
    /// The calls that the app may not make.
    pub denied: Vec<(Endpoint, Denied)>,
    /// Whether the ids of a record that is made must be those of things that the tenant holds.
    pub references: References,
    /// What becomes of the fields of talents that the tenant requires.
    pub required: Required,
    /// What the tenant holds that records refer to. `None`: the company that is there by default.
    pub tenant: Option<Arc<Company>>,
    /// Unix time in milliseconds at the start; nothing here reads the wall clock. Default: 2026-01-01T00:00:00Z.
    pub now_ms: i64,
}

impl Default for Behaviour {
    fn default() -> Self {
        Self {
            seed: 1,
            latency: Duration::ZERO,
            jitter: Duration::ZERO,
            faults: Faults::calm(),
            token_mode: TokenMode::Refuse,
            burn_failed_tokens: false,
            duplicate_talent: DuplicateTalent::Merge,
            index_lag: Duration::ZERO,
            token_lifetime: Duration::from_hours(2),
            state_file: None,
            limits: Limits::default(),
            known_employments: None,
            hidden_employments: Vec::new(),
            hidden: Hidden::LeaveOut,
            denied: Vec::new(),
            references: References::Any,
            required: Required::Shown,
            tenant: None,
            now_ms: 1_767_225_600_000,
        }
    }
}

impl Behaviour {
    /// The same behaviour with these scripted faults.
    #[must_use]
    pub fn script(mut self, script: Vec<super::faults::Scripted>) -> Self {
        self.faults.script = script;
        self
    }

    /// What the tenant holds.
    pub(super) fn company(&self) -> Arc<Company> {
        self.tenant.clone().unwrap_or_else(Company::morning_star)
    }

    /// Whether an employment is outside of the app's data range.
    pub(super) fn hides(&self, employment: &str) -> bool {
        self.hidden_employments.iter().any(|id| id == employment)
    }

    /// Whether an employment exists.
    pub(super) fn employs(&self, employment: &str) -> bool {
        self.known_employments.as_ref().is_none_or(|known| known.iter().any(|id| id == employment))
    }
}

/// Which ids of other things a record may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum References {
    /// All of the right form.
    Any,
    /// Those of things that the tenant holds. Others: HTTP 400, code 1160003.
    Exist,
}

/// What becomes of the fields of talents that the tenant requires. No page says whether a create must hold them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Required {
    /// They are shown as required, and talents are made without them.
    Shown,
    /// They are shown, and a create without one is refused: HTTP 400, code 1002002.
    Enforced,
    /// None of the tenant's own is required.
    Unset,
}

/// What a look-up of employees brings that asks for hidden ones (the page says both).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hidden {
    /// The others.
    LeaveOut,
    /// HTTP 403, code 1160104, with the ids in the message.
    Refuse,
}

/// Why the app may not make a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Denied {
    /// It lacks the scope: HTTP 400, code 99991672, with `error.permission_violations`.
    Scope,
    /// It has the scope, but CoreHR denies the data: HTTP 400, code 1160023 (employees: HTTP 403, code 1160104).
    Data,
    /// The tenant has not switched the module on: HTTP 400, code 1160018.
    Off,
}

/// What a `client_token` that was seen before brings (the documents do not say which holds, and for how long).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenMode {
    /// HTTP 400, code 1160004, whatever became of the first request.
    Refuse,
    /// The first answer again, if the first request succeeded.
    Replay,
    /// `Refuse` until this long after the first use, afterwards as if never seen: a second record is made.
    ForgetAfter(Duration),
}

/// What the creation of a talent brings whose ID document, mobile or e-mail belongs to one that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DuplicateTalent {
    /// Success, with the existing `talent_id` (seen with third parties).
    Merge,
    /// HTTP 400, code 1002105.
    Refuse,
    /// A second talent.
    MakeAnother,
}
