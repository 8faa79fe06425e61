//! One field as it was sent and as it was read.
//!
//! Must not know: which fields there are.

use serde_json::Value;

use super::forms::plain;

/// What a field's two sides say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Difference {
    /// The same.
    Same,
    /// Not the same.
    Differs,
    /// The read doesn't show this field.
    NotShown,
}

/// One field that was sent, and what was read of it, in one form.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// Its API path; entries count from 1.
    pub field: String,
    /// What was sent.
    pub sent: String,
    /// What was read; empty where it isn't shown.
    pub read: String,
    /// What that means.
    pub finding: Difference,
}

/// Values are personal.
impl std::fmt::Debug for Line {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Line({} {:?})", self.field, self.finding)
    }
}

pub(super) fn not_shown(field: &str, sent: &Value) -> Line {
    let sent = plain(sent);
    Line { field: field.to_owned(), sent, read: String::new(), finding: Difference::NotShown }
}
