//! The tenant access token: credentials, the answer of the token endpoint, and the bookkeeping of
//! when it must be fetched again.
//!
//! Must not know: how it is fetched, the wall clock.

use std::fmt;
use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;
use tokio::time::Instant;

use super::answer::Answer;
use super::verdict::{self, Halt, HaltReason, ReadVerdict};
use super::wire;
use crate::kinds::endpoints;
use crate::problem::{Lost, Unsent};

/// The server gives a new token only within the last 30 minutes of the old one; asked earlier it
/// gives the same again. Two are then valid at once, so that nothing in flight is harmed.
const REFRESH_WITHIN: Duration = Duration::from_mins(15);
/// A token with less left than this is not used: the request might arrive too late.
const EXPIRY_MARGIN: Duration = Duration::from_mins(1);
/// So many tokens are fetched in a row because the one before was rejected. The same token again
/// counts for all: the server holds it for good, and asking once more is no use.
const MOST_TRIALS: u32 = 3;
/// What a token is taken to last where the answer does not say, and at most.
const LONGEST: Duration = Duration::from_hours(2);

/// The app's credentials.
#[derive(Clone)]
pub(crate) struct Credentials {
    /// `cli_…`; no secret.
    pub app_id: String,
    /// The app secret.
    pub secret: SecretString,
}

impl Credentials {
    /// The body of the token request.
    pub(super) fn body(&self) -> String {
        serde_json::json!({"app_id": self.app_id, "app_secret": self.secret.expose_secret()})
            .to_string()
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Credentials({})", self.app_id)
    }
}

/// A tenant access token, and the how manyth of this process it is.
#[derive(Clone)]
pub(crate) struct Token {
    secret: SecretString,
    generation: u64,
}

impl Token {
    /// For the `Authorization` header.
    pub(super) fn expose(&self) -> &str {
        self.secret.expose_secret()
    }

    /// A token of one's own, for tests of the client.
    #[cfg(test)]
    pub(crate) fn for_tests(text: &str) -> Self {
        Self { secret: SecretString::from(text.to_owned()), generation: 1 }
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Token({})", self.generation)
    }
}

/// What the token endpoint granted.
pub(crate) struct Grant {
    secret: SecretString,
    lasts: Duration,
}

impl fmt::Debug for Grant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Grant({} s)", self.lasts.as_secs())
    }
}

/// What an answer of the token endpoint means.
#[derive(Debug)]
pub(crate) enum Granted {
    /// A token.
    Token(Grant),
    /// Too many requests: wait, then ask again.
    Throttled {
        /// As long as the server said.
        wait: Option<Duration>,
    },
    /// The endpoint could not be reached.
    Unreachable {
        /// Why.
        why: Unsent,
    },
    /// No answer that could be used; asking again does no harm.
    Again {
        /// Why.
        why: Lost,
    },
    /// The run stops: wrong credentials, the app is disabled, …
    Halt(Halt),
}

/// What an answer of the token endpoint means. Any definite refusal is one of the credentials.
pub(crate) fn token(answer: &Answer) -> Granted {
    match verdict::read_bare(&endpoints::TOKEN, answer) {
        ReadVerdict::Data(data) => {
            grant(&data).map_or(Granted::Again { why: Lost::NotTheApi }, Granted::Token)
        }
        ReadVerdict::Throttled { wait, code: _ } => Granted::Throttled { wait },
        ReadVerdict::Unreachable { why } => Granted::Unreachable { why },
        ReadVerdict::Again { why, code: _ } => Granted::Again { why },
        ReadVerdict::TokenRejected { code } => {
            Granted::Halt(Halt::new(HaltReason::Credentials, code, ""))
        }
        ReadVerdict::Refused { code, message, refusal: _ } => {
            Granted::Halt(Halt::new(HaltReason::Credentials, code, &message))
        }
        ReadVerdict::Halt(halt) => Granted::Halt(halt),
    }
}

fn grant(data: &Value) -> Option<Grant> {
    let secret = wire::text(data, "tenant_access_token")
        .filter(|token| !token.is_empty() && token.bytes().all(|byte| byte.is_ascii_graphic()))?;
    let lasts = data
        .get("expire")
        .and_then(wire::integer)
        .and_then(|seconds| u64::try_from(seconds).ok())
        .map_or(LONGEST, Duration::from_secs)
        .min(LONGEST);
    Some(Grant { secret: SecretString::from(secret.to_owned()), lasts })
}

/// What to do about a token that the server rejected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rejected {
    /// Fetch a token, once, and go on.
    Refresh,
    /// It was replaced, or is being replaced, already: go on with the new one.
    Stale,
    /// The token that was fetched because of a rejection is rejected as well: stop the run.
    Hopeless,
}

/// Which token holds, and when the next must be fetched. Pure but for the instants it is given.
#[derive(Debug, Default)]
pub(crate) struct TokenKeeper {
    token: Option<Token>,
    fetched: u64,
    good_until: Option<Instant>,
    refresh_at: Option<Instant>,
    /// The present token was rejected.
    rejected: bool,
    /// So many tokens in a row were fetched because of a rejection, and nothing succeeded since.
    trials: u32,
}

impl TokenKeeper {
    /// No token yet.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// The token to send with, unless one must be fetched first.
    pub(crate) fn current(&self, now: Instant) -> Option<&Token> {
        let good = self.good_until.is_some_and(|until| now < until);
        self.token.as_ref().filter(|_| good && !self.rejected)
    }

    /// Whether a token should be fetched now. True before [`TokenKeeper::current`] has none, so
    /// that nothing need wait.
    pub(crate) fn needs_refresh(&self, now: Instant) -> bool {
        self.current(now).is_none() || self.refresh_at.is_some_and(|at| now >= at)
    }

    /// A token was granted at `now`, or a little earlier.
    pub(crate) fn accept(&mut self, grant: Grant, now: Instant) {
        self.fetched += 1;
        let same = self
            .token
            .as_ref()
            .is_some_and(|old| old.secret.expose_secret() == grant.secret.expose_secret());
        self.token = Some(Token { secret: grant.secret, generation: self.fetched });
        // Half of what is left where that is less than the margin: a token is used, not refused.
        let before = |margin: Duration| grant.lasts.saturating_sub(margin.min(grant.lasts / 2));
        self.good_until = Some(now + before(EXPIRY_MARGIN));
        self.refresh_at = Some(now + before(REFRESH_WITHIN));
        if self.rejected {
            self.trials = if same { MOST_TRIALS } else { self.trials + 1 };
        }
        self.rejected = false;
    }

    /// The server rejected a request that was sent with `used`.
    pub(crate) fn rejected(&mut self, used: &Token) -> Rejected {
        if self.rejected || used.generation != self.fetched {
            Rejected::Stale
        } else if self.trials >= MOST_TRIALS {
            Rejected::Hopeless
        } else {
            self.rejected = true;
            Rejected::Refresh
        }
    }

    /// The server took `used`: whatever it answered, it was not a rejection of the token.
    pub(crate) fn worked(&mut self, used: &Token) {
        if used.generation == self.fetched {
            self.trials = 0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn granted(text: &str, seconds: u64) -> Grant {
        Grant { secret: SecretString::from(text.to_owned()), lasts: Duration::from_secs(seconds) }
    }

    #[test]
    fn a_token_is_refreshed_late_and_used_until_shortly_before_its_end() {
        let start = Instant::now();
        let at = |seconds| start + Duration::from_secs(seconds);
        let mut keeper = TokenKeeper::new();
        assert!(keeper.needs_refresh(start) && keeper.current(start).is_none());
        keeper.accept(granted("t-1", 7200), start);
        assert!(!keeper.needs_refresh(at(6299)), "earlier the server gives the same token again");
        assert!(keeper.needs_refresh(at(6300)) && keeper.current(at(6300)).is_some());
        assert!(keeper.current(at(7139)).is_some());
        assert!(keeper.current(at(7140)).is_none());
        keeper.accept(granted("t-2", 0), at(7140));
        assert!(keeper.current(at(7140)).is_none(), "a token of no length is none");
    }

    #[test]
    fn a_rejection_is_answered_by_one_refresh_and_the_second_stops_the_run() {
        let now = Instant::now();
        let mut keeper = TokenKeeper::new();
        keeper.accept(granted("t-1", 7200), now);
        let first = keeper.current(now).unwrap().clone();
        assert_eq!(keeper.rejected(&first), Rejected::Refresh);
        assert_eq!(keeper.rejected(&first), Rejected::Stale, "others in flight, same token");
        assert!(keeper.needs_refresh(now));
        keeper.accept(granted("t-1", 7000), now);
        let second = keeper.current(now).unwrap().clone();
        assert_eq!(keeper.rejected(&first), Rejected::Stale, "an answer to the old one");
        assert_eq!(keeper.rejected(&second), Rejected::Hopeless);
    }

    #[test]
    fn a_new_token_that_is_rejected_too_is_tried_anew_but_not_for_ever() {
        let now = Instant::now();
        let mut keeper = TokenKeeper::new();
        for (n, answer) in
            [Rejected::Refresh; 3].into_iter().chain([Rejected::Hopeless]).enumerate()
        {
            keeper.accept(granted(&format!("t-{n}"), 7200), now);
            let token = keeper.current(now).unwrap().clone();
            assert_eq!(keeper.rejected(&token), answer);
        }
    }

    #[test]
    fn a_token_that_worked_may_be_rejected_again_later() {
        let now = Instant::now();
        let mut keeper = TokenKeeper::new();
        keeper.accept(granted("t-1", 7200), now);
        let first = keeper.current(now).unwrap().clone();
        keeper.rejected(&first);
        keeper.accept(granted("t-2", 7200), now);
        let second = keeper.current(now).unwrap().clone();
        keeper.worked(&first);
        keeper.worked(&second);
        assert_eq!(keeper.rejected(&second), Rejected::Refresh);
    }

    #[test]
    fn secrets_are_never_shown() {
        let credentials =
            Credentials { app_id: "cli_1".into(), secret: SecretString::from("s3cret".to_owned()) };
        let shown =
            format!("{credentials:?} {:?} {:?}", Token::for_tests("t-xyz"), granted("t-xyz", 1));
        assert!(!shown.contains("s3cret") && !shown.contains("t-xyz"), "{shown}");
        assert!(credentials.body().contains("s3cret"));
    }
}
