//! What a report tells of a run that its journal does not know.
//!
//! Must not know: which files a report has.

use super::blame::Fields;
use super::json::{EndState, TenantLine};
use super::missing::MissingEntries;
use crate::journal::{RunId, RunUuid};
use crate::problem::Lang;

/// What the journal does not know of a run.
#[derive(Clone, Debug)]
pub(crate) struct About {
    /// The run.
    pub run: RunId,
    /// Its name in all journals, for its fix files.
    pub uuid: Option<RunUuid>,
    /// The tenant, as the configuration names it.
    pub tenant: TenantLine,
    /// How the run ended; the journal's own word where none is given.
    pub state: Option<EndState>,
    /// The language of messages and headings.
    pub lang: Lang,
    /// The columns of the inputs, for fields that the API refuses.
    pub fields: Fields,
    /// What its rows name and the tenant did not have.
    pub missing: MissingEntries,
    /// The flags, after a space, that find the run's journal again.
    pub flags: String,
}
