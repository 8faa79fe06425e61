//! Why a whole run stops, and how that is said to a person.
//!
//! Must not know: which codes lead to it.

use crate::api::wire::{Envelope, mask};
use crate::problem::{Code, Complaint};
use crate::spec::{Endpoint, HaltKind};

/// Why no request of this run would be answered as it should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Halt {
    /// The reason.
    pub reason: HaltReason,
    /// The API's code.
    pub code: i64,
    /// Its message, masked.
    pub message: String,
}

/// The reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum HaltReason {
    /// App id or secret are wrong, or belong to another base URL.
    Credentials,
    /// The app lacks a permission.
    Permission {
        /// The scopes of which one is needed, as the server names them, else as documented.
        scopes: Vec<String>,
    },
    /// The tenant's API calls of this month are used up.
    Quota,
    /// The app is disabled.
    AppDisabled,
    /// The app is not installed in this tenant.
    NotInstalled,
    /// This machine's address is not on the app's list.
    IpNotAllowed,
    /// The tenant has no CoreHR, or has not opened it to this app.
    NotEnabled,
    /// There is no such API at this base URL.
    WrongAddress,
}

/// The gateway's code for an app that lacks a scope.
const NO_SCOPE: i64 = 99_991_672;

impl Halt {
    /// A halt; the message is masked.
    pub(crate) fn new(reason: HaltReason, code: i64, message: &str) -> Self {
        Self { reason, code, message: mask(message) }
    }

    /// What a person is told.
    pub(crate) fn complaint(&self) -> Complaint {
        let said = if self.message.is_empty() {
            self.code.to_string()
        } else {
            format!("{} {}", self.code, self.message)
        };
        match &self.reason {
            HaltReason::Credentials => Complaint::with(Code::CredentialsRejected, [said]),
            HaltReason::Permission { scopes } => {
                Complaint::with(Code::PermissionMissing, [scopes.join(", "), said])
            }
            HaltReason::Quota => Complaint::with(Code::QuotaUsedUp, [said]),
            HaltReason::AppDisabled => Complaint::with(Code::AppDisabled, [said]),
            HaltReason::NotInstalled => Complaint::with(Code::AppNotInstalled, [said]),
            HaltReason::IpNotAllowed => Complaint::with(Code::IpNotAllowed, [said]),
            HaltReason::NotEnabled => Complaint::with(Code::CorehrNotEnabled, [said]),
            HaltReason::WrongAddress => Complaint::with(Code::NoSuchApi, [said]),
        }
    }

    /// Whether a module of Feishu is off for the tenant, or for this app.
    pub(crate) const fn is_not_enabled(&self) -> bool {
        matches!(self.reason, HaltReason::NotEnabled)
    }

    /// Whether the app lacks a scope, and not the right to see some data.
    pub(crate) const fn lacks_scope(&self) -> bool {
        matches!(self.reason, HaltReason::Permission { .. }) && self.code == NO_SCOPE
    }

    /// Whether credentials or permissions are the reason (exit 3), not the API's state (exit 1).
    pub(crate) const fn is_authority(&self) -> bool {
        match self.reason {
            HaltReason::Credentials
            | HaltReason::Permission { .. }
            | HaltReason::AppDisabled
            | HaltReason::NotInstalled
            | HaltReason::IpNotAllowed
            | HaltReason::NotEnabled => true,
            HaltReason::Quota | HaltReason::WrongAddress => false,
        }
    }
}

impl Halt {
    /// The halt that an answer says. An answer that names no scope is completed by those that the
    /// endpoint's page names.
    pub(super) fn said(kind: HaltKind, endpoint: &Endpoint, envelope: Envelope) -> Self {
        let Envelope { code, message, scopes, .. } = envelope;
        let reason = match kind {
            HaltKind::Credentials => HaltReason::Credentials,
            HaltKind::Permission => HaltReason::Permission {
                scopes: if scopes.is_empty() {
                    endpoint.scopes.iter().map(|scope| (*scope).to_owned()).collect()
                } else {
                    scopes
                },
            },
            HaltKind::Quota => HaltReason::Quota,
            HaltKind::AppDisabled => HaltReason::AppDisabled,
            HaltKind::NotInstalled => HaltReason::NotInstalled,
            HaltKind::IpNotAllowed => HaltReason::IpNotAllowed,
            HaltKind::NotEnabled => HaltReason::NotEnabled,
            HaltKind::WrongAddress => HaltReason::WrongAddress,
        };
        Self { reason, code, message }
    }
}
