//! The reads: who exists already, and what became of a create. Typed requests and parsed answers;
//! nothing is sent from here.
//!
//! `batch_get_id` ANDs different kinds of key, so a read asks for one kind; it takes one dialling
//! code, so mobiles are grouped by it; and one bad number refuses a whole batch, so a read can be
//! halved ([`Read::halves`]). An answer may name the keys in another form than they were asked
//! for: what cannot be placed is counted, never dropped in silence.
//!
//! Must not know: what is done with the answers.

mod parse;
#[cfg(test)]
mod tests;

use std::fmt;

use serde_json::json;

pub(crate) use super::verdict::Reading;
pub(crate) use parse::{JobDataHit, Placed, TalentHit};
pub(crate) use parse::{employees, job_datas, talent, talents};

use crate::kinds::endpoints;
use crate::spec::Endpoint;

/// The most keys of one read (`employment_ids`: documented; `batch_get_id`: older pages).
pub(crate) const BATCH: usize = 100;

/// One read. The keys are personal: `Debug` shows how many there are.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Read {
    /// Talents by mobile, all of one country.
    TalentsByMobile {
        /// Dialling code, digits only: `86`.
        dial: String,
        /// National numbers, at most [`BATCH`].
        numbers: Vec<String>,
    },
    /// Talents by e-mail address.
    TalentsByEmail {
        /// At most [`BATCH`].
        emails: Vec<String>,
    },
    /// Talents by identity document, all of one type.
    TalentsByDocument {
        /// `identification_type`.
        kind: i64,
        /// At most [`BATCH`].
        numbers: Vec<String>,
    },
    /// One talent: its name, keys and times.
    Talent {
        /// `talent_id`.
        id: String,
        /// `user_id_type` for hire.
        user_id_type: String,
    },
    /// Every version of the job data of some employments, future ones too.
    JobDatas {
        /// At most [`BATCH`].
        employments: Vec<String>,
        /// `user_id_type` for `CoreHR`: the type of the employment IDs.
        user_id_type: String,
        /// `department_id_type`.
        department_id_type: String,
    },
    /// Which employments this app can see at all. Those not yet onboarded are never seen.
    Employees {
        /// At most [`BATCH`].
        employments: Vec<String>,
        /// `user_id_type` for `CoreHR`.
        user_id_type: String,
        /// `department_id_type`.
        department_id_type: String,
    },
}

impl Read {
    /// The endpoint, for the pacer.
    pub(crate) const fn endpoint(&self) -> &'static Endpoint {
        match self {
            Self::TalentsByMobile { .. }
            | Self::TalentsByEmail { .. }
            | Self::TalentsByDocument { .. } => &endpoints::TALENT_IDS,
            Self::Talent { .. } => &endpoints::TALENT_GET,
            Self::JobDatas { .. } => &endpoints::JOB_DATA_BATCH_GET,
            Self::Employees { .. } => &endpoints::EMPLOYEE_BATCH_GET,
        }
    }

    /// The keys that are asked for, in order.
    pub(crate) fn keys(&self) -> &[String] {
        match self {
            Self::TalentsByMobile { numbers: keys, .. }
            | Self::TalentsByEmail { emails: keys }
            | Self::TalentsByDocument { numbers: keys, .. }
            | Self::JobDatas { employments: keys, .. }
            | Self::Employees { employments: keys, .. } => keys,
            Self::Talent { id, .. } => std::slice::from_ref(id),
        }
    }

    /// Two reads of half the keys each, in order; none where there is only one key.
    pub(crate) fn halves(&self) -> Option<(Self, Self)> {
        let keys = self.keys();
        if keys.len() < 2 {
            return None;
        }
        let (front, back) = keys.split_at(keys.len() / 2);
        Some((self.with_keys(front.to_vec()), self.with_keys(back.to_vec())))
    }

    /// The same read for other keys. For [`Read::Talent`] the first one counts.
    fn with_keys(&self, keys: Vec<String>) -> Self {
        let mut read = self.clone();
        match &mut read {
            Self::TalentsByMobile { numbers: old, .. }
            | Self::TalentsByEmail { emails: old }
            | Self::TalentsByDocument { numbers: old, .. }
            | Self::JobDatas { employments: old, .. }
            | Self::Employees { employments: old, .. } => *old = keys,
            Self::Talent { id, .. } => {
                if let Some(key) = keys.into_iter().next() {
                    *id = key;
                }
            }
        }
        read
    }

    /// What `:talent_id` stands for.
    pub(super) fn path_parameter(&self) -> &str {
        match self {
            Self::Talent { id, .. } => id,
            Self::TalentsByMobile { .. }
            | Self::TalentsByEmail { .. }
            | Self::TalentsByDocument { .. }
            | Self::JobDatas { .. }
            | Self::Employees { .. } => "",
        }
    }

    /// The query. Id types are always named: defaults differ between endpoints.
    pub(super) fn query(&self) -> Vec<(String, String)> {
        let pair = |name: &str, value: &String| (name.to_owned(), value.clone());
        match self {
            Self::TalentsByMobile { .. }
            | Self::TalentsByEmail { .. }
            | Self::TalentsByDocument { .. } => Vec::new(),
            Self::Talent { user_id_type, .. } => vec![pair("user_id_type", user_id_type)],
            Self::JobDatas { user_id_type, department_id_type, .. }
            | Self::Employees { user_id_type, department_id_type, .. } => vec![
                pair("user_id_type", user_id_type),
                pair("department_id_type", department_id_type),
            ],
        }
    }

    /// The body, for those with the method POST.
    pub(super) fn body(&self) -> Option<String> {
        let body = match self {
            Self::TalentsByMobile { dial, numbers } => {
                json!({"mobile_code": dial, "mobile_number_list": numbers})
            }
            Self::TalentsByEmail { emails } => json!({"email_list": emails}),
            Self::TalentsByDocument { kind, numbers } => {
                json!({"identification_type": kind, "identification_number_list": numbers})
            }
            Self::Talent { .. } => return None,
            // Without all versions a start in the future is invisible: the default is today's.
            Self::JobDatas { employments, .. } => {
                json!({"employment_ids": employments, "get_all_version": true})
            }
            Self::Employees { employments, .. } => json!({"employment_ids": employments}),
        };
        Some(body.to_string())
    }
}

impl fmt::Debug for Read {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Read({}, {} keys)", self.endpoint().name, self.keys().len())
    }
}
