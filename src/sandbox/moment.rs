//! Times as the API writes them.
//!
//! Must *not* know whose they are.

/// The day in China.
pub(super) fn today(now: i64) -> String {
    moment(now).get(..10).unwrap_or_default().to_owned()
}

/// `YYYY-MM-DD HH:MM:SS` in China.
pub(super) fn moment(millis: i64) -> String {
    let shifted = millis.saturating_add(8 * 3600 * 1000);
    let Ok(at) = jiff::Timestamp::from_millisecond(shifted) else {
        return String::new();
    };
    at.strftime("%Y-%m-%d %H:%M:%S").to_string()
}
