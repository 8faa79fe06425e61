//! What a code means: as its endpoint's table says, then the gateway's; and what the HTTP status says
//! about a code that nobody documents.
//!
//! Must not know: what is done about a verdict, any particular endpoint.

use crate::kinds::codes;
use crate::spec::{ApiCode, Endpoint, Meaning, Refusal};

/// What a documented code means at an endpoint.
pub(super) fn meaning(endpoint: &Endpoint, code: i64) -> Option<Meaning> {
    codes::at(endpoint.codes, code).map(ApiCode::meaning)
}

/// What a code says of a request that is refused, Chinese and English; nothing where nobody documents
/// it.
pub(super) fn said(endpoint: &Endpoint, code: i64) -> Option<(&'static str, &'static str)> {
    codes::at(endpoint.codes, code).and_then(ApiCode::said)
}

/// What the status says about a code that is documented nowhere.
pub(super) const fn by_status(status: u16) -> Meaning {
    match status {
        429 => Meaning::Throttled,
        401 => Meaning::TokenRejected,
        200..=299 | 400..=499 => Meaning::Refused(Refusal::Other),
        500.. => Meaning::ServerError,
        _ => Meaning::NotTheApi,
    }
}
