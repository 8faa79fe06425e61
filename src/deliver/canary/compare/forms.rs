//! The forms in which both sides of a field can be compared.
//!
//! Must not know: which field has which form.

use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};
use serde_json::Value;

use crate::spec::Form;

/// The text of a value.
pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => {
            value.to_string()
        }
    }
}

fn formed(text: String, form: Form) -> String {
    match form {
        Form::Plain => text,
        Form::Caseless => text.to_lowercase(),
        Form::Digits => text.chars().filter(char::is_ascii_digit).collect(),
        Form::Day | Form::Month => text.chars().take(length(form)).collect(),
        Form::Number => text.parse::<f64>().map_or(text, |number| number.to_string()),
    }
}

/// Characters of `YYYY-MM-DD`.
const fn length(form: Form) -> usize {
    if matches!(form, Form::Month) { 7 } else { 10 }
}

/// What was sent and what was read, in one form. Moments are sent in milliseconds; the page says
/// that they are read in seconds, and its example shows milliseconds: either will do.
pub(super) fn both_formed(sent: &Value, read: &Value, form: Form) -> (String, String) {
    let (sent, read) = (plain(sent), plain(read));
    if !matches!(form, Form::Day | Form::Month) {
        return (formed(sent, form), formed(read, form));
    }
    let number = |text: &str| text.parse::<i64>().ok();
    let sent = match number(&sent).and_then(|at| Timestamp::from_millisecond(at).ok()) {
        Some(at) => formed(day(at), form),
        None => formed(sent, form),
    };
    let Some(at) = number(&read) else { return (sent, formed(read, form)) };
    let seconds = Timestamp::from_second(at).ok().map(day);
    let millis = Timestamp::from_millisecond(at).ok().map(day);
    let readings = [seconds, millis].map(|day| day.map(|day| formed(day, form)));
    let fits = readings.iter().flatten().find(|day| **day == sent).cloned();
    // Else the one that is near our own time: seconds up to the year 2286.
    let [seconds, millis] = readings;
    let likely = if at.abs() < 10_000_000_000 { seconds } else { millis };
    (sent, fits.or(likely).unwrap_or(read))
}

/// The day in China.
fn day(at: Timestamp) -> String {
    let china = TimeZone::fixed(Offset::constant(8));
    at.to_zoned(china).strftime("%Y-%m-%d").to_string()
}
