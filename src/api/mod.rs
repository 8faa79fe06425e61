//! The remote system: one door ([`Client`]) that opens only for a [`Permit`], and the pure
//! functions that say what its answers mean.
//!
//! Flow: [`Pacer`] → [`Permit`] → [`Client`] → [`Answer`] → [`verdict::create`],
//! [`reads::Read`]'s parsers or [`auth::token`]. An answer is a fact; a verdict is its meaning at
//! that endpoint. Nothing is ever sent again from in here: every further attempt is the caller's,
//! with a new permit.
//!
//! Must not know: the journal, spreadsheets, the wall clock, what is done about a verdict.

pub mod answer;
pub mod auth;
pub mod client;
pub mod pace;
pub mod reads;
pub mod verdict;
pub mod wire;

pub use answer::{Answer, Lost, Outcome, Unsent};
pub use auth::{Credentials, Token, TokenKeeper};
pub use client::{Client, ClientConfig, Intent};
pub use pace::{Pacer, Pacers, Permit};
pub use verdict::{Halt, HaltReason, Verdict};
