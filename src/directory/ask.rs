//! One read of the tenant until it is answered: the access token, the pace, and what is tried again.
//!
//! Must not know: what is read, where it is kept.

use std::time::Duration;

use tokio::time::{Instant, sleep};

use crate::api::auth::{self, Granted, Rejected};
use crate::api::backoff::{FIRST_PATIENCE, PATIENCE, backoff};
use crate::api::reads::{Read, ReadVerdict};
use crate::api::{Answer, Client, Credentials, Halt, HaltReason, Pacers, Token, TokenKeeper};
use crate::kinds::endpoints;
use crate::problem::{Code, Complaint, Unsent, both};
use crate::spec::Endpoint;

/// So often a read is tried that brings no usable answer: then its list is left unread, since the others
/// may be well.
const TRIES: u32 = 5;

/// What is told of each request.
pub(super) enum Told<'t> {
    /// It was answered, or not.
    Answered(&'static Endpoint, &'t Answer),
    /// Nothing is sent for so long.
    Waits(Duration),
}

/// Asks the tenant, one read after the other.
pub(super) struct Asker<'a> {
    pub(super) client: &'a Client,
    pub(super) credentials: &'a Credentials,
    pub(super) pacers: Pacers,
    pub(super) keeper: TokenKeeper,
    pub(super) jitter: &'a mut dyn FnMut() -> f64,
    /// Whether anything was ever answered.
    pub(super) ever_well: bool,
}

/// What came of a read that was answered.
pub(super) enum Got<T> {
    /// What was read.
    Data(T),
    /// Refused for what was asked, with code and words.
    Refused(String),
    /// It can't be read, and this is why; other lists may.
    Unread(Complaint),
}

/// Failures of one sort in a row.
#[derive(Default)]
struct Row {
    since: Option<Instant>,
    times: u32,
}

impl Asker<'_> {
    /// Ask until there is an answer.
    ///
    /// # Errors
    /// Nothing else would be answered either: no network, no access.
    pub(super) async fn ask<T>(
        &mut self,
        read: &Read,
        parse: impl Fn(&Answer) -> ReadVerdict<T>,
        mut tell: impl FnMut(Told<'_>) -> Result<(), Complaint>,
    ) -> Result<Got<T>, Complaint> {
        let (mut unreachable, mut again) = (Row::default(), Row::default());
        let begun = Instant::now();
        loop {
            let token = self.token(&mut tell).await?;
            let permit = self.pacers.of(read.endpoint).permit().await;
            let answer = self.client.read(permit, &token, read).await;
            tell(Told::Answered(read.endpoint, &answer))?;
            match parse(&answer) {
                ReadVerdict::Data(data) => {
                    self.well(&token);
                    return Ok(Got::Data(data));
                }
                ReadVerdict::Refused { code, message, refusal: _ } => {
                    self.well(&token);
                    return Ok(Got::Refused(format!("{code} {message}")));
                }
                // Somebody else has the whole pace of this endpoint: the other lists go on.
                ReadVerdict::Throttled { .. } if begun.elapsed() >= PATIENCE => {
                    let why = both("一直被限流", "throttled all the time");
                    let words = [self.client.host().into(), why];
                    return Ok(Got::Unread(Complaint::with(Code::NoUsableAnswer, words)));
                }
                ReadVerdict::Throttled { wait, code: _ } => {
                    tell(Told::Waits(self.pacers.of(read.endpoint).throttled(wait)))?;
                }
                ReadVerdict::TokenRejected { code } => {
                    if self.keeper.rejected(&token) == Rejected::Hopeless {
                        return Err(Halt::new(HaltReason::Credentials, code, "").complaint());
                    }
                }
                ReadVerdict::Unreachable { why } => {
                    self.unreachable(why, &mut unreachable, &mut tell).await?;
                }
                ReadVerdict::Again { why, code: _ } => {
                    if again.times + 1 >= TRIES {
                        return Ok(Got::Unread(why.complaint(&self.client.host())));
                    }
                    self.pause(&mut again, &mut tell).await?;
                }
                ReadVerdict::Halt(halt) => return if_alone(&halt),
            }
        }
    }

    fn well(&mut self, token: &Token) {
        self.keeper.worked(token);
        self.ever_well = true;
    }

    /// The token to ask with; where there is none, or not for long, one is fetched.
    async fn token(
        &mut self,
        tell: &mut impl FnMut(Told<'_>) -> Result<(), Complaint>,
    ) -> Result<Token, Complaint> {
        let (mut unreachable, mut again) = (Row::default(), Row::default());
        loop {
            let now = Instant::now();
            if !self.keeper.needs_refresh(now)
                && let Some(token) = self.keeper.current(now)
            {
                return Ok(token.clone());
            }
            let permit = self.pacers.of(&endpoints::TOKEN).permit().await;
            let answer = self.client.token(permit, self.credentials).await;
            tell(Told::Answered(&endpoints::TOKEN, &answer))?;
            match auth::token(&answer) {
                Granted::Token(grant) => {
                    self.ever_well = true;
                    self.keeper.accept(grant, Instant::now());
                    // One that lasts no longer than a refresh takes is used all the same.
                    if let Some(token) = self.keeper.current(Instant::now()) {
                        return Ok(token.clone());
                    }
                    self.pause(&mut again, tell).await?;
                }
                Granted::Throttled { wait } => {
                    tell(Told::Waits(self.pacers.of(&endpoints::TOKEN).throttled(wait)))?;
                }
                Granted::Unreachable { why } => {
                    self.unreachable(why, &mut unreachable, tell).await?;
                }
                Granted::Again { why } => {
                    if again.times + 1 >= TRIES {
                        return Err(why.complaint(&self.client.host()));
                    }
                    self.pause(&mut again, tell).await?;
                }
                Granted::Halt(halt) => return Err(halt.complaint()),
            }
        }
    }

    /// Nothing reached the server: wait, but not for ever.
    async fn unreachable(
        &mut self,
        why: Unsent,
        row: &mut Row,
        tell: &mut impl FnMut(Told<'_>) -> Result<(), Complaint>,
    ) -> Result<(), Complaint> {
        if why == Unsent::Unmade {
            return Err(Complaint::new(Code::RequestNotMade));
        }
        let patience = if self.ever_well { PATIENCE } else { FIRST_PATIENCE };
        let since = *row.since.get_or_insert_with(Instant::now);
        let is_over = since.elapsed() >= patience;
        if is_over || (why == Unsent::Certificate && !self.ever_well) {
            return Err(why.complaint(&self.client.host()));
        }
        self.pause(row, tell).await
    }

    async fn pause(
        &mut self,
        row: &mut Row,
        tell: &mut impl FnMut(Told<'_>) -> Result<(), Complaint>,
    ) -> Result<(), Complaint> {
        let jitter = (self.jitter)();
        let wait = backoff(row.times, Duration::from_secs(1), Duration::from_mins(1), jitter);
        row.times += 1;
        tell(Told::Waits(wait))?;
        sleep(wait).await;
        Ok(())
    }
}

/// A halt that concerns this list alone leaves it unread; any other ends the pull.
fn if_alone<T>(halt: &Halt) -> Result<Got<T>, Complaint> {
    match halt.reason {
        HaltReason::Permission { .. } | HaltReason::NotEnabled | HaltReason::WrongAddress => {
            Ok(Got::Unread(halt.complaint()))
        }
        HaltReason::Credentials
        | HaltReason::Quota
        | HaltReason::AppDisabled
        | HaltReason::NotInstalled
        | HaltReason::IpNotAllowed => Err(halt.complaint()),
    }
}
