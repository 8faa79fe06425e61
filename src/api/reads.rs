//! The reads: who exists already, and what became of a create. Typed requests and parsed answers;
//! nothing is sent from here.
//!
//! Where it is asked is the column `search` of the kind's table; what is asked and answered is the
//! same for every kind that is found in one way ([`crate::spec::Search`]). People are asked for by
//! one kind of key at a time, since of several kinds all must fit; mobiles by dialling code, since a
//! request takes one; and one bad number refuses a whole batch, so a read can be halved
//! ([`Read::halves`]). An answer may name the keys in another form than they were asked for: what
//! cannot be placed is counted, never dropped in silence.
//!
//! Must not know: what is done with the answers, any particular kind.

mod page;
mod parse;
#[cfg(test)]
mod tests;

use std::fmt;

use serde_json::json;

pub(crate) use super::verdict::ReadVerdict;
pub(crate) use page::{Listed, ListedPage, entry, listed};
pub(crate) use parse::{PersonHit, Placed, RecordHit};
pub(crate) use parse::{employees, people, person, records};

use crate::spec::Endpoint;

/// The most keys of one read (`employment_ids`: documented; `batch_get_id`: older pages).
pub(crate) const BATCH: usize = 100;

/// One read. The keys are personal: `Debug` shows how many there are.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Read {
    /// Where it is asked.
    pub endpoint: &'static Endpoint,
    /// The query: the id types of the create calls of the same records, named always, since defaults
    /// differ between endpoints. None where neither question nor answer holds ids of users.
    pub query: Vec<(String, String)>,
    /// What is asked.
    pub question: Question,
}

/// What is asked.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Question {
    /// People by mobile, all of one country.
    Mobiles {
        /// Dialling code, digits only: `86`.
        dial: String,
        /// National numbers, at most [`BATCH`].
        numbers: Vec<String>,
    },
    /// People by e-mail address.
    Emails {
        /// At most [`BATCH`].
        emails: Vec<String>,
    },
    /// People by identity document, all of one type.
    Documents {
        /// `identification_type`.
        kind: i64,
        /// At most [`BATCH`].
        numbers: Vec<String>,
    },
    /// One person: the name, keys and times.
    Person {
        /// The id.
        id: String,
    },
    /// Every version of the records of some employments, future ones too.
    Records {
        /// At most [`BATCH`].
        employments: Vec<String>,
    },
    /// Which employments this app can see at all. Those not yet onboarded are never seen.
    Employees {
        /// At most [`BATCH`].
        employments: Vec<String>,
    },
    /// A page of one of the tenant's lists, or entries of it. Of people who are looked up the body holds what
    /// they are looked up by, and so it is shown nowhere.
    List {
        /// The body, where there is one.
        body: Option<String>,
    },
}

impl Read {
    /// The keys that are asked for, in order.
    pub(crate) fn keys(&self) -> &[String] {
        match &self.question {
            Question::Mobiles { numbers: keys, .. }
            | Question::Emails { emails: keys }
            | Question::Documents { numbers: keys, .. }
            | Question::Records { employments: keys }
            | Question::Employees { employments: keys } => keys,
            Question::Person { id } => std::slice::from_ref(id),
            Question::List { .. } => &[],
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

    /// The same read for other keys. For [`Question::Person`] the first one counts; a list has none.
    fn with_keys(&self, keys: Vec<String>) -> Self {
        let mut read = self.clone();
        match &mut read.question {
            Question::Mobiles { numbers: old, .. }
            | Question::Emails { emails: old }
            | Question::Documents { numbers: old, .. }
            | Question::Records { employments: old }
            | Question::Employees { employments: old } => *old = keys,
            Question::Person { id } => {
                if let Some(key) = keys.into_iter().next() {
                    *id = key;
                }
            }
            Question::List { .. } => {}
        }
        read
    }

    /// What the parameter of the path stands for.
    pub(super) fn path_parameter(&self) -> &str {
        match &self.question {
            Question::Person { id } => id,
            Question::Mobiles { .. }
            | Question::Emails { .. }
            | Question::Documents { .. }
            | Question::Records { .. }
            | Question::Employees { .. }
            | Question::List { .. } => "",
        }
    }

    /// The body, for those with the method POST.
    pub(super) fn body(&self) -> Option<String> {
        let body = match &self.question {
            Question::Mobiles { dial, numbers } => {
                json!({"mobile_code": dial, "mobile_number_list": numbers})
            }
            Question::Emails { emails } => json!({"email_list": emails}),
            Question::Documents { kind, numbers } => {
                json!({"identification_type": kind, "identification_number_list": numbers})
            }
            Question::Person { .. } => return None,
            Question::List { body } => return body.clone(),
            // Without all versions a start in the future is invisible: the default is today's.
            Question::Records { employments } => {
                json!({"employment_ids": employments, "get_all_version": true})
            }
            Question::Employees { employments } => json!({"employment_ids": employments}),
        };
        Some(body.to_string())
    }
}

impl fmt::Debug for Read {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Read({}, {} keys)", self.endpoint.name, self.keys().len())
    }
}
