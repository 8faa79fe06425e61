//! What a file for `--faults` says: chances and scripts as [`Faults`] reads them, and under `[modes]` which way the
//! server takes where the documents leave it open.
//!
//! Must *not* know where the file lies, nor how the modes are carried out.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::Deserialize;

use super::behaviour::{
    Behaviour, Denied, DuplicateTalent, Hidden, References, Required, TokenMode,
};
use super::endpoint::Endpoint;
use super::faults::Faults;

/// `[modes]`. What is not named stays as it is.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Modes {
    client_token: Option<Token>,
    /// With `client_token = "forget"`: how long it is remembered.
    forget_after_s: Option<u64>,
    burn_failed_tokens: Option<bool>,
    duplicate_talent: Option<DuplicateTalent>,
    index_lag_ms: Option<u64>,
    jitter_ms: Option<u64>,
    token_lifetime_s: Option<u64>,
    references: Option<References>,
    required: Option<Required>,
    hidden: Option<Hidden>,
    hidden_employments: Option<Vec<String>>,
    known_employments: Option<Vec<String>>,
    denied: BTreeMap<Endpoint, Denied>,
}

#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Token {
    Refuse,
    Replay,
    Forget,
}

impl Behaviour {
    /// This behaviour with the chances, the scripts and the `[modes]` of a fault file.
    ///
    /// # Errors
    /// A text that names the line of a syntax error, the unknown name, or the chance that is no chance.
    pub fn with_file(self, text: &str) -> Result<Self, String> {
        let mut table: toml::Table = toml::from_str(text).map_err(|error| error.to_string())?;
        let Some(modes) = table.remove("modes") else {
            return Ok(Self { faults: Faults::from_toml(text)?, ..self });
        };
        let modes: Modes = modes.try_into().map_err(|error| format!("[modes]: {error}"))?;
        let faults = Faults::from_toml(&table.to_string())?;
        Self { faults, ..self }.in_modes(modes)
    }

    fn in_modes(mut self, modes: Modes) -> Result<Self, String> {
        let milliseconds = Duration::from_millis;
        match (modes.client_token, modes.forget_after_s) {
            (Some(Token::Forget), Some(after)) => {
                self.token_mode = TokenMode::ForgetAfter(Duration::from_secs(after));
            }
            (Some(Token::Forget), None) | (_, Some(_)) => {
                return Err(
                    "[modes]: client_token = \"forget\" and forget_after_s go together".to_owned()
                );
            }
            (Some(Token::Refuse), None) => self.token_mode = TokenMode::Refuse,
            (Some(Token::Replay), None) => self.token_mode = TokenMode::Replay,
            (None, None) => {}
        }
        self.burn_failed_tokens = modes.burn_failed_tokens.unwrap_or(self.burn_failed_tokens);
        self.duplicate_talent = modes.duplicate_talent.unwrap_or(self.duplicate_talent);
        self.index_lag = modes.index_lag_ms.map_or(self.index_lag, milliseconds);
        self.jitter = modes.jitter_ms.map_or(self.jitter, milliseconds);
        self.token_lifetime =
            modes.token_lifetime_s.map_or(self.token_lifetime, Duration::from_secs);
        self.required = modes.required.unwrap_or(self.required);
        self.references = modes.references.unwrap_or(self.references);
        self.hidden = modes.hidden.unwrap_or(self.hidden);
        self.hidden_employments = modes.hidden_employments.unwrap_or(self.hidden_employments);
        self.known_employments = modes.known_employments.or(self.known_employments);
        self.denied.extend(modes.denied);
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Behaviour, String> {
        Behaviour::default().with_file(text)
    }

    #[test]
    fn a_file_says_chances_scripts_and_modes() {
        let behaviour = read(
            r#"
            drop_after_commit = 0.1
            [[script]]
            endpoint = "job_data_create"
            nth = 3
            fault = "silent"
            [modes]
            client_token = "forget"
            forget_after_s = 120
            burn_failed_tokens = true
            duplicate_talent = "make_another"
            index_lag_ms = 1500
            jitter_ms = 500
            token_lifetime_s = 5
            references = "exist"
            required = "enforced"
            hidden = "refuse"
            hidden_employments = ["1"]
            known_employments = ["1", "2"]
            denied = { talent_find = "scope", job_data_find = "data" }
            "#,
        )
        .unwrap();
        assert!((behaviour.faults.drop_after_commit - 0.1).abs() < f64::EPSILON);
        assert_eq!(behaviour.faults.script.len(), 1);
        assert_eq!(behaviour.token_mode, TokenMode::ForgetAfter(Duration::from_mins(2)));
        assert!(behaviour.burn_failed_tokens);
        assert_eq!(behaviour.duplicate_talent, DuplicateTalent::MakeAnother);
        assert_eq!(behaviour.index_lag, Duration::from_millis(1500));
        assert_eq!(behaviour.jitter, Duration::from_millis(500));
        assert_eq!(behaviour.token_lifetime, Duration::from_secs(5));
        assert_eq!(behaviour.references, References::Exist);
        assert_eq!(behaviour.required, Required::Enforced);
        assert_eq!(behaviour.hidden, Hidden::Refuse);
        assert_eq!(behaviour.hidden_employments, ["1"]);
        assert_eq!(behaviour.known_employments.unwrap(), ["1", "2"]);
        assert_eq!(
            behaviour.denied,
            [(Endpoint::TalentFind, Denied::Scope), (Endpoint::JobDataFind, Denied::Data)]
        );
    }

    #[test]
    fn what_a_file_leaves_out_stays() {
        let base = Behaviour { seed: 9, jitter: Duration::from_millis(7), ..Behaviour::default() };
        let behaviour = base.with_file("slow = 0.5\n[modes]\nclient_token = \"replay\"").unwrap();
        assert_eq!((behaviour.seed, behaviour.jitter), (9, Duration::from_millis(7)));
        assert_eq!(behaviour.token_mode, TokenMode::Replay);
        assert_eq!(behaviour.duplicate_talent, DuplicateTalent::Merge);
    }

    #[test]
    fn what_is_not_known_is_named() {
        let refused = |text: &str, word: &str| {
            let why = read(text).unwrap_err();
            assert!(why.contains(word), "{text}: {why}");
        };
        refused("drop_befor = 0.1", "line 1");
        refused("slow = 1.5\n[modes]", "slow = 1.5");
        refused("drop_befor = 0.1\n[modes]", "drop_befor");
        refused("[modes]\nindex_lag = 3", "index_lag_ms");
        refused("[modes]\nduplicate_talent = \"twice\"", "make_another");
        refused("[modes]\ndenied = { talent_made = \"scope\" }", "talent_create");
        refused("[modes]\nclient_token = \"forget\"", "forget_after_s");
        refused("[modes]\nforget_after_s = 3", "forget_after_s");
    }
}
