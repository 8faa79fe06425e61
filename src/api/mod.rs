//! The remote system: one door ([`Client`]) that opens only for a [`Permit`], and the pure
//! functions that say what its answers mean.
//!
//! Flow: [`Pacer`] → [`Permit`] → [`Client`] → [`Answer`] → [`verdict::create`],
//! [`reads::Read`]'s parsers or [`auth::token`]. An answer is a fact; a verdict is its meaning at
//! that endpoint. Nothing is ever sent again from in here: every further attempt is the caller's,
//! with a new permit.
//!
//! Must not know: the journal, spreadsheets, the wall clock, what is done about a verdict.

pub(crate) mod answer;
pub(crate) mod auth;
pub(crate) mod backoff;
pub(crate) mod client;
pub mod pace;
pub(crate) mod reads;
pub(crate) mod verdict;
pub(crate) mod wire;

pub(crate) use answer::Answer;
pub(crate) use auth::{Credentials, Token, TokenKeeper};
pub(crate) use client::Client;
pub(crate) use pace::Pacers;
pub(crate) use verdict::{Halt, HaltReason, Verdict};
