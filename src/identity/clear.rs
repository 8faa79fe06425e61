//! The keys of a record in the clear, as look-ups need them. A journal keeps them beside the body and
//! erases both together.
//!
//! Must not know: how a look-up asks.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::check::Record;
use crate::spec::{KeyKind, Mark};

use super::key::Key;

/// The keys in the clear. Personal: no `Debug` of the values.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LookupKeys {
    /// The person's name, to tell a shared number from the same person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Identity document: type and number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<(i64, String)>,
    /// Dialling code (`86`) and national number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mobile: Option<(String, String)>,
    /// The location code of the mobile number's country, where one is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// The national number where its dialling code is not known: nobody can be asked for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undialled: Option<String>,
    /// E-mail address as sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Employment ID, in the configured id type.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employment: Option<String>,
    /// `effective_time` of the job data, to recognise our own on reading back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effective: Option<String>,
    /// `department_id` of the job data, likewise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<String>,
}

impl LookupKeys {
    /// Those of a checked record.
    pub fn of(record: &Record) -> Self {
        let text = |field: &str| record.text(field).map(str::to_owned);
        let mut clear = Self { name: record.name().map(str::to_owned), ..Self::default() };
        for field in record.kind().keys {
            let Some(value) = text(field.field) else { continue };
            match field.kind {
                KeyKind::Document => {
                    clear.document = field.scope.and_then(|ty| Some((record.number(ty)?, value)));
                }
                KeyKind::Mobile => {
                    clear.country = field.scope.and_then(text);
                    match record.dial_code() {
                        Some(dial) => clear.mobile = Some((dial.to_string(), value)),
                        None => clear.undialled = Some(value),
                    }
                }
                KeyKind::Email => clear.email = Some(value),
                KeyKind::Employment => clear.employment = Some(value),
            }
        }
        for (mark, field) in record.kind().marks {
            match mark {
                Mark::Effective => clear.effective = text(field),
                Mark::Department => clear.department = text(field),
            }
        }
        clear
    }

    /// The national mobile number, dialled or not.
    pub fn number(&self) -> Option<&str> {
        self.mobile
            .as_ref()
            .map(|(_, number)| number)
            .or(self.undialled.as_ref())
            .map(String::as_str)
    }

    /// The keys in their normal form, in the order of [`KeyKind::ALL`].
    pub fn keys(&self) -> impl Iterator<Item = Key<'_>> {
        let document = self.document.as_ref().map(|(ty, number)| Key::document(*ty, number));
        let mobile = self.number().map(|number| Key::mobile(self.country.as_deref(), number));
        let email = self.email.as_deref().map(|email| Key::plain(KeyKind::Email, email));
        let employment = self.employment.as_deref();
        let employment = employment.map(|id| Key::plain(KeyKind::Employment, id));
        [document, mobile, email, employment].into_iter().flatten()
    }
}

impl fmt::Debug for LookupKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LookupKeys(…)")
    }
}
