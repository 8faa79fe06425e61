//! Finding talents: `POST hire/v1/talents/batch_get_id`.
//!
//! Must *not* change anything.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::behaviour::Behaviour;
use super::call::{Call, Reply, object_of};
use super::ledger::TalentMade;
use super::memory::Core;
use super::strict;
use super::talents::{CHINA, refusal};
use super::{fields, forms};

/// Hire: a mobile number or its code is wrong.
const BAD_MOBILE: i64 = 1_002_009;

/// `POST hire/v1/talents/batch_get_id`: a talent must have a wanted key of each kind that was sent.
pub(super) fn find(behaviour: &Behaviour, core: &mut Core, call: &Call, now: i64) -> Reply {
    let body = match object_of(call) {
        Ok(body) => body,
        Err(refusal) => return refusal,
    };
    let mut findings = strict::check(&body, fields::TALENT_FIND);
    strict::check_query(&call.query, &[], &mut findings);
    let wanted = Wanted::of(&body);
    if !wanted.documents.is_empty() && wanted.document_type.is_none() {
        findings.refuse("identification_type", "required with identification_number_list", true);
    }
    if let Some(refusal) = refusal(core, call.endpoint, &findings) {
        return refusal;
    }
    let numbers = wanted
        .mobiles
        .iter()
        .chain(std::iter::once(&wanted.mobile_code).filter(|code| code.len() > 4));
    let code_fits = wanted.mobile_code.bytes().all(|b| b.is_ascii_digit());
    if !code_fits || numbers.into_iter().any(|number| !forms::is_mobile(number)) {
        return Reply::error(400, BAD_MOBILE, "mobile number is invalid");
    }
    let lag = i64::try_from(behaviour.index_lag.as_millis()).unwrap_or(i64::MAX);
    let visible =
        core.store.talents.iter().filter(|talent| now.saturating_sub(talent.create_time) >= lag);
    let list: Vec<Value> = visible.filter_map(|talent| wanted.answer(talent)).collect();
    Reply::data(&json!({ "talent_list": list }))
}

/// What a look-up asks for.
struct Wanted {
    mobile_code: String,
    mobiles: BTreeSet<String>,
    emails: BTreeSet<String>,
    document_type: Option<i64>,
    documents: BTreeSet<String>,
}

impl Wanted {
    fn of(body: &Map<String, Value>) -> Self {
        let list = |name: &str| -> BTreeSet<String> {
            let items = body.get(name).and_then(Value::as_array);
            items.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
        };
        Self {
            mobile_code: body
                .get("mobile_code")
                .and_then(Value::as_str)
                .unwrap_or(CHINA.1)
                .to_owned(),
            mobiles: list("mobile_number_list"),
            emails: list("email_list").iter().map(|email| email.to_lowercase()).collect(),
            document_type: body.get("identification_type").and_then(Value::as_i64),
            documents: list("identification_number_list")
                .iter()
                .map(|number| number.to_ascii_uppercase())
                .collect(),
        }
    }

    /// The talent as the answer shows it, if it has a wanted key of every kind that was asked for. A field is there only
    /// if its list was sent.
    fn answer(&self, talent: &TalentMade) -> Option<Value> {
        if self.mobiles.is_empty() && self.emails.is_empty() && self.documents.is_empty() {
            return None;
        }
        let mut answer = json!({ "talent_id": talent.id });
        if !self.mobiles.is_empty() {
            let number = talent.keys.iter().find_map(|key| self.mobile(key))?;
            answer["mobile_code"] = Value::from(self.mobile_code.as_str());
            answer["mobile_number"] = Value::from(number);
        }
        if !self.emails.is_empty() {
            let of = |key: &'_ String| key.strip_prefix("email:").map(str::to_owned);
            let email =
                talent.keys.iter().filter_map(of).find(|email| self.emails.contains(email))?;
            let stored = talent.body.pointer("/basic_info/email").and_then(Value::as_str);
            let stored = stored.filter(|stored| stored.to_lowercase() == email);
            answer["email"] = Value::from(stored.unwrap_or(&email));
        }
        if !self.documents.is_empty() {
            let prefix = format!("id:{}:", self.document_type?);
            let of = |key: &'_ String| key.strip_prefix(&prefix).map(str::to_owned);
            let number =
                talent.keys.iter().filter_map(of).find(|number| self.documents.contains(number))?;
            answer["identification_type"] = Value::from(self.document_type);
            answer["identification_number"] = Value::from(number);
        }
        Some(answer)
    }

    /// The number of a mobile key, if it is wanted. The documents join only China's location code with a dial code, so
    /// any other country answers to any other dial code.
    fn mobile<'a>(&self, key: &'a str) -> Option<&'a str> {
        let (country, number) = key.strip_prefix("mobile:")?.split_once(':')?;
        let same_country = (country == CHINA.0) == (self.mobile_code == CHINA.1);
        (same_country && self.mobiles.iter().any(|wanted| wanted == number)).then_some(number)
    }
}
