//! An endpoint of the remote system: method, path, limits, scopes.
//!
//! Must not know: how a request is sent.

use super::api_code::ApiCode;

/// An HTTP method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// GET
    Get,
    /// POST
    Post,
}

/// The documented limits of an endpoint, per app and tenant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Requests in any second; none where only the minute is limited.
    pub per_second: Option<u32>,
    /// Requests in any minute; none where only the second is limited.
    pub per_minute: Option<u32>,
}

/// One endpoint.
#[derive(Debug)]
pub struct Endpoint {
    /// A short stable name, for the journal and for logs: `talent.create`.
    pub name: &'static str,
    /// The method.
    pub method: Method,
    /// The path below the base URL; `:id` is a parameter.
    pub path: &'static str,
    /// Its limits.
    pub limits: Limits,
    /// It takes a `client_token` in the query.
    pub client_token: bool,
    /// Where its answer names what it made: pointers in `data`, of which the first that is there counts.
    /// None where it makes nothing.
    pub made: &'static [&'static str],
    /// What its own codes mean; the gateway's are the same everywhere.
    pub codes: &'static [ApiCode],
    /// Scopes of which one is needed.
    pub scopes: &'static [&'static str],
}

/// Names are unique: attempts and calls are journalled by them.
impl PartialEq for Endpoint {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Endpoint {}
