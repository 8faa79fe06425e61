//! What goes wrong: kinds of faults, their chances, scripts, and the seeded source of chance.
//!
//! Must *not* know how a fault is carried out on a connection (that is `desk` and `server`).

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::endpoint::Endpoint;

/// One thing that can go wrong with one request. "Before": nothing was done; "after": it was done, and then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// The connection closes without a byte; nothing was done.
    DropBefore,
    /// It was done; the connection closes without a byte.
    DropAfterCommit,
    /// HTTP 500 with the call's "system error" code; nothing was done.
    #[serde(rename = "error_5xx_before")]
    Error5xxBefore,
    /// It was done; HTTP 500 with the call's "system error" code.
    #[serde(rename = "error_5xx_after")]
    Error5xxAfter,
    /// HTTP 429 with 99991400 and `x-ogw-ratelimit-reset: 1`; nothing was done, and it is no violation.
    #[serde(rename = "throttle_429")]
    Throttle429,
    /// The same as HTTP 400 (old calls do that).
    #[serde(rename = "throttle_400")]
    Throttle400,
    /// HTTP 429 without any header that says how long to wait.
    ThrottleNoReset,
    /// It was done; half of the answer arrives, then the connection closes.
    Truncated,
    /// HTTP 502 with a proxy's HTML page; nothing was done.
    #[serde(rename = "html_502")]
    Html502,
    /// It was done; HTTP 502 with a proxy's HTML page.
    #[serde(rename = "html_502_after")]
    Html502After,
    /// It was done; HTTP 200 with an empty body.
    #[serde(rename = "empty_200")]
    Empty200,
    /// It was done; the answer comes `Faults::slow_ms` later.
    Slow,
    /// It was done; no answer ever comes, and the connection stays open.
    Silent,
    /// Every `tenant_access_token` issued so far is forgotten, this request's too: 99991663, nothing was done.
    ExpireToken,
    /// A create is done with one field other than it was sent, and answered as always.
    Altered,
}

impl Fault {
    /// Its name in fault files and in the ledger.
    pub fn label(self) -> &'static str {
        match self {
            Self::DropBefore => "drop_before",
            Self::DropAfterCommit => "drop_after_commit",
            Self::Error5xxBefore => "error_5xx_before",
            Self::Error5xxAfter => "error_5xx_after",
            Self::Throttle429 => "throttle_429",
            Self::Throttle400 => "throttle_400",
            Self::ThrottleNoReset => "throttle_no_reset",
            Self::Truncated => "truncated",
            Self::Html502 => "html_502",
            Self::Html502After => "html_502_after",
            Self::Empty200 => "empty_200",
            Self::Slow => "slow",
            Self::Silent => "silent",
            Self::ExpireToken => "expire_token",
            Self::Altered => "altered",
        }
    }
}

/// A fault at one certain request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scripted {
    /// At which call.
    pub endpoint: Endpoint,
    /// At which of its arrivals, counted from 1; those that a window refused are not counted.
    pub nth: u64,
    /// What happens.
    pub fault: Fault,
}

/// Chance of each fault, per request; the script goes before chance. Chance never strikes the token call: only a script
/// does. All chances together must not exceed 1.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Faults {
    /// Chance of [`Fault::DropBefore`].
    pub drop_before: f64,
    /// Chance of [`Fault::DropAfterCommit`].
    pub drop_after_commit: f64,
    /// Chance of [`Fault::Error5xxBefore`].
    pub error_5xx_before: f64,
    /// Chance of [`Fault::Error5xxAfter`].
    pub error_5xx_after: f64,
    /// Chance of [`Fault::Throttle429`].
    pub throttle_429: f64,
    /// Chance of [`Fault::Throttle400`].
    pub throttle_400: f64,
    /// Chance of [`Fault::ThrottleNoReset`].
    pub throttle_no_reset: f64,
    /// Chance of [`Fault::Truncated`].
    pub truncated: f64,
    /// Chance of [`Fault::Html502`].
    pub html_502: f64,
    /// Chance of [`Fault::Html502After`].
    pub html_502_after: f64,
    /// Chance of [`Fault::Empty200`].
    pub empty_200: f64,
    /// Chance of [`Fault::Slow`].
    pub slow: f64,
    /// Chance of [`Fault::Silent`].
    pub silent: f64,
    /// Chance of [`Fault::ExpireToken`].
    pub expire_token: f64,
    /// Chance of [`Fault::Altered`].
    pub altered: f64,
    /// How long [`Fault::Slow`] takes, in milliseconds.
    pub slow_ms: u64,
    /// Faults at certain requests.
    pub script: Vec<Scripted>,
}

impl Default for Faults {
    fn default() -> Self {
        Self::calm()
    }
}

impl Faults {
    /// Nothing goes wrong.
    pub fn calm() -> Self {
        Self {
            drop_before: 0.0,
            drop_after_commit: 0.0,
            error_5xx_before: 0.0,
            error_5xx_after: 0.0,
            throttle_429: 0.0,
            throttle_400: 0.0,
            throttle_no_reset: 0.0,
            truncated: 0.0,
            html_502: 0.0,
            html_502_after: 0.0,
            empty_200: 0.0,
            slow: 0.0,
            silent: 0.0,
            expire_token: 0.0,
            altered: 0.0,
            slow_ms: 5000,
            script: Vec::new(),
        }
    }

    /// A bad day: about 1 request in 20.
    pub fn flaky() -> Self {
        Self {
            drop_before: 0.006,
            drop_after_commit: 0.010,
            error_5xx_before: 0.005,
            error_5xx_after: 0.008,
            throttle_429: 0.010,
            throttle_400: 0.002,
            truncated: 0.003,
            html_502: 0.003,
            html_502_after: 0.002,
            slow: 0.001,
            expire_token: 0.001,
            ..Self::calm()
        }
    }

    /// The worst day: about 1 request in 4, two thirds of those already done when they fail.
    pub fn storm() -> Self {
        Self {
            drop_before: 0.02,
            drop_after_commit: 0.06,
            error_5xx_before: 0.02,
            error_5xx_after: 0.05,
            throttle_429: 0.02,
            throttle_400: 0.01,
            throttle_no_reset: 0.005,
            truncated: 0.02,
            html_502: 0.01,
            html_502_after: 0.01,
            empty_200: 0.01,
            slow: 0.005,
            silent: 0.002,
            expire_token: 0.005,
            ..Self::calm()
        }
    }

    /// Reads a fault file: `drop_before = 0.02` and so on by field name, `slow_ms`, and `[[script]]` tables with
    /// `endpoint`, `nth`, `fault`. What is not named is 0.
    ///
    /// # Errors
    /// A text that names the line of a syntax error or an unknown name, or the chance that is no chance.
    pub fn from_toml(text: &str) -> Result<Self, String> {
        let faults: Self = toml::from_str(text).map_err(|error| error.to_string())?;
        for (fault, chance) in faults.chances() {
            if !(0.0..=1.0).contains(&chance) {
                return Err(format!("{} = {chance}: not between 0 and 1", fault.label()));
            }
        }
        let total: f64 = faults.total();
        if total > 1.0 {
            return Err(format!("all chances together are {total}: more than 1"));
        }
        if let Some(line) = faults.script.iter().find(|line| line.nth == 0) {
            return Err(format!("script for {}: nth counts from 1", line.endpoint.label()));
        }
        Ok(faults)
    }

    /// The chance that a request meets any fault.
    pub fn total(&self) -> f64 {
        self.chances().iter().map(|(_, chance)| chance).sum()
    }

    /// How long [`Fault::Slow`] takes.
    pub(super) fn slow_for(&self) -> Duration {
        Duration::from_millis(self.slow_ms)
    }

    /// What the `nth` request at this call meets. It depends on seed, call and `nth` alone, not on the order in which
    /// requests to different calls arrive.
    pub(super) fn pick(&self, endpoint: Endpoint, nth: u64, seed: u64) -> Option<Fault> {
        let scripted = self.script.iter().find(|line| line.endpoint == endpoint && line.nth == nth);
        if let Some(line) = scripted {
            return Some(line.fault);
        }
        if endpoint == Endpoint::Token {
            return None;
        }
        let stream = Chance::new(seed ^ (endpoint.number() << 56)).bits();
        let mut draw = Chance::new(stream.wrapping_add(nth)).unit();
        for (fault, weight) in self.chances() {
            if draw < weight {
                return Some(fault);
            }
            draw -= weight;
        }
        None
    }

    fn chances(&self) -> [(Fault, f64); 15] {
        [
            (Fault::DropBefore, self.drop_before),
            (Fault::DropAfterCommit, self.drop_after_commit),
            (Fault::Error5xxBefore, self.error_5xx_before),
            (Fault::Error5xxAfter, self.error_5xx_after),
            (Fault::Throttle429, self.throttle_429),
            (Fault::Throttle400, self.throttle_400),
            (Fault::ThrottleNoReset, self.throttle_no_reset),
            (Fault::Truncated, self.truncated),
            (Fault::Html502, self.html_502),
            (Fault::Html502After, self.html_502_after),
            (Fault::Empty200, self.empty_200),
            (Fault::Slow, self.slow),
            (Fault::Silent, self.silent),
            (Fault::ExpireToken, self.expire_token),
            (Fault::Altered, self.altered),
        ]
    }
}

/// The only source of chance: splitmix64.
#[derive(Debug)]
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub(super) fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Evenly in `0.0..1.0`.
    pub(super) fn unit(&mut self) -> f64 {
        // 32 bits fit a float exactly.
        f64::from(u32::try_from(self.bits() >> 32).unwrap_or(0)) / 4_294_967_296.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_presets_hold_their_promise() {
        assert!(Faults::calm().total().abs() < f64::EPSILON);
        assert!((0.04..0.06).contains(&Faults::flaky().total()), "{}", Faults::flaky().total());
        assert!((0.20..0.30).contains(&Faults::storm().total()), "{}", Faults::storm().total());
    }

    #[test]
    fn a_file_names_chances_and_scripts() {
        let faults = Faults::from_toml(
            "drop_after_commit = 0.25\nslow_ms = 10\n[[script]]\nendpoint = \"talent_create\"\nnth = 3\nfault = \"html_502\"\n",
        );
        let faults = faults.unwrap();
        assert!((faults.drop_after_commit - 0.25).abs() < f64::EPSILON);
        assert_eq!(faults.slow_for(), Duration::from_millis(10));
        let line = Scripted { endpoint: Endpoint::TalentCreate, nth: 3, fault: Fault::Html502 };
        assert_eq!(faults.script, vec![line]);
    }

    #[test]
    fn a_wrong_file_says_what_is_wrong() {
        assert!(Faults::from_toml("drop_befor = 0.1").unwrap_err().contains("drop_befor"));
        assert!(Faults::from_toml("slow = 1.5").unwrap_err().contains("slow = 1.5"));
        assert!(Faults::from_toml("slow = -0.1").is_err());
        assert!(Faults::from_toml("slow = nan").is_err());
        assert!(Faults::from_toml("slow = 0.6\nsilent = 0.6").unwrap_err().contains("more than 1"));
        assert!(
            Faults::from_toml("[[script]]\nendpoint='token'\nnth=0\nfault='slow'")
                .unwrap_err()
                .contains("nth")
        );
    }

    #[test]
    fn chances_come_true_and_the_seed_decides() {
        let run = |seed| {
            let faults = Faults::storm();
            (1..=10_000)
                .map(|nth| faults.pick(Endpoint::TalentCreate, nth, seed))
                .collect::<Vec<_>>()
        };
        let first = run(7);
        assert_eq!(first, run(7));
        assert_ne!(first, run(8));
        let hits = u32::try_from(first.iter().flatten().count()).unwrap();
        assert!((f64::from(hits) / 10_000.0 - Faults::storm().total()).abs() < 0.02, "{hits}");
        for (fault, chance) in Faults::storm().chances() {
            let came = first.contains(&Some(fault));
            assert_eq!(came, chance > 0.0, "{}", fault.label());
        }
    }

    #[test]
    fn labels_are_the_names_in_files() {
        for (fault, _) in Faults::calm().chances() {
            assert_eq!(serde_json::to_value(fault).unwrap(), fault.label());
            if fault != Fault::Slow {
                assert!(
                    Faults::from_toml(&format!("{} = 0.5", fault.label())).is_ok(),
                    "{}",
                    fault.label()
                );
            }
        }
        for endpoint in Endpoint::all() {
            assert_eq!(serde_json::to_value(endpoint).unwrap(), endpoint.label());
        }
    }

    #[test]
    fn only_a_script_strikes_the_token_call() {
        let mut faults = Faults::calm();
        faults.drop_before = 1.0;
        faults.script = vec![Scripted { endpoint: Endpoint::Token, nth: 2, fault: Fault::Silent }];
        assert_eq!(faults.pick(Endpoint::Token, 1, 1), None);
        assert_eq!(faults.pick(Endpoint::Token, 2, 1), Some(Fault::Silent));
        assert_eq!(faults.pick(Endpoint::TalentGet, 1, 1), Some(Fault::DropBefore));
    }
}
