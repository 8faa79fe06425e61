//! `tenant_access_token`: issuing, checking, forgetting.
//!
//! Must *not* know what the tokens open. Rules: the classic token page (feishu `auth-v3`): at 30 minutes left or more the
//! same token again, below that a new one while the old one lives on.

use serde_json::json;

use super::call::{Call, Reply, object_of};
use super::faults::Chance;

/// Below this a new token is issued, in milliseconds.
const RENEW_BELOW: i64 = 30 * 60 * 1000;

/// All living tokens.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    issued: Vec<Issued>,
}

#[derive(Debug)]
struct Issued {
    app_id: String,
    token: String,
    expires_ms: i64,
}

impl Tokens {
    /// Answers the token call. The answer is flat.
    pub(super) fn issue(
        &mut self,
        call: &Call,
        now_ms: i64,
        lifetime_ms: i64,
        chance: &mut Chance,
    ) -> Reply {
        let body = match object_of(call) {
            Ok(body) => body,
            Err(refusal) => return refusal,
        };
        let text = |name: &str| {
            body.get(name).and_then(|value| value.as_str()).filter(|text| !text.is_empty())
        };
        let (Some(app_id), Some(secret)) = (text("app_id"), text("app_secret")) else {
            return Reply::json(200, json!({"code": 10003, "msg": "invalid param"}));
        };
        if secret == "wrong" {
            return Reply::json(200, json!({"code": 10014, "msg": "app secret invalid"}));
        }
        self.issued.retain(|issued| issued.expires_ms > now_ms);
        let newest = self.issued.iter().rev().find(|issued| issued.app_id == app_id);
        let (token, expires_ms) = match newest {
            Some(issued) if issued.expires_ms - now_ms >= RENEW_BELOW => {
                (issued.token.clone(), issued.expires_ms)
            }
            Some(_) | None => {
                let token = format!("t-{:016x}{:016x}", chance.bits(), chance.bits());
                let expires_ms = now_ms + lifetime_ms;
                self.issued.push(Issued {
                    app_id: app_id.to_owned(),
                    token: token.clone(),
                    expires_ms,
                });
                (token, expires_ms)
            }
        };
        let expire = (expires_ms - now_ms) / 1000;
        Reply::json(
            200,
            json!({"code": 0, "msg": "ok", "tenant_access_token": token, "expire": expire}),
        )
    }

    /// The gateway's check of every other call.
    pub(super) fn check(&self, call: &Call, now_ms: i64) -> Result<(), Reply> {
        let Some(token) =
            call.authorization.as_deref().and_then(|text| text.strip_prefix("Bearer "))
        else {
            return Err(Reply::error(400, 99_991_661, "Missing access token for authorization"));
        };
        if !token.starts_with("t-") {
            return Err(Reply::error(
                400,
                99_991_671,
                "Invalid access token, must start with t- or u-",
            ));
        }
        let lives =
            self.issued.iter().any(|issued| issued.token == token && issued.expires_ms > now_ms);
        if lives { Ok(()) } else { Err(Self::rejected()) }
    }

    /// Forgets every token; the next token call issues a new one.
    pub(super) fn forget_all(&mut self) {
        self.issued.clear();
    }

    /// What a token brings that is unknown or expired.
    pub(super) fn rejected() -> Reply {
        Reply::error(400, 99_991_663, "Invalid access token for authorization")
    }
}
