//! The answer as it arrives: head, body within the cap, support id, how long to wait; and what a
//! failure says about whether the request was sent.
//!
//! Must not know: which request it was.

use std::error::Error as _;
use std::io;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use reqwest::Response;
use reqwest::header::HeaderMap;
use tokio::time::Instant;

use crate::api::answer::{Answer, MAX_BODY, Outcome};
use crate::api::pace::MAX_PAUSE;
use crate::problem::{Lost, Unsent};

/// The longest support id that is kept.
const LOG_ID_LIMIT: usize = 128;

/// Read the head and, within the cap, the body.
pub(super) async fn receive(mut response: Response, start: Instant) -> Answer {
    let status = response.status().as_u16();
    let log_id = log_id(response.headers());
    let reset = reset(response.headers());
    let date = date(response.headers());
    let lost = |why| Outcome::Lost { why, status: Some(status) };
    let mut body = BytesMut::new();
    let outcome = loop {
        match response.chunk().await {
            Ok(Some(chunk)) if body.len() + chunk.len() > MAX_BODY => break lost(Lost::TooLong),
            Ok(Some(chunk)) => body.extend_from_slice(&chunk),
            Ok(None) => break Outcome::Replied { status, body: Bytes::from(body) },
            Err(error) if error.is_timeout() => break lost(Lost::Timeout),
            Err(_) => break lost(Lost::CutShort),
        }
    };
    Answer { outcome, log_id, reset, date, elapsed: start.elapsed() }
}

pub(super) fn unsent(why: Unsent, start: Instant) -> Answer {
    let outcome = Outcome::NeverSent { why };
    Answer { outcome, log_id: None, reset: None, date: None, elapsed: start.elapsed() }
}

/// Never sent is what failed while connecting; everything else may have arrived.
pub(super) fn failed(error: &reqwest::Error, start: Instant) -> Answer {
    if error.is_builder() {
        return unsent(Unsent::Unmade, start);
    }
    if error.is_connect() {
        return unsent(unconnected(error), start);
    }
    let why = if error.is_timeout() { Lost::Timeout } else { Lost::Broken };
    let outcome = Outcome::Lost { why, status: None };
    Answer { outcome, log_id: None, reset: None, date: None, elapsed: start.elapsed() }
}

/// The server's clock, from `Date`.
fn date(headers: &HeaderMap) -> Option<jiff::Timestamp> {
    let text = headers.get(reqwest::header::DATE)?.to_str().ok()?;
    jiff::Timestamp::try_from(httpdate::parse_http_date(text).ok()?).ok()
}

/// Why there is no connection, from the chain of causes.
fn unconnected(error: &reqwest::Error) -> Unsent {
    if error.is_dns() {
        return Unsent::Dns;
    }
    if error.is_timeout() {
        return Unsent::ConnectTimeout;
    }
    let mut cause = error.source();
    while let Some(error) = cause {
        match error.downcast_ref::<rustls::Error>() {
            Some(rustls::Error::InvalidCertificate(_)) => return Unsent::Certificate,
            Some(_) => return Unsent::Tls,
            None => {}
        }
        // What an I/O error wraps is not its source: the source is that of what it wraps.
        cause = match error.downcast_ref::<io::Error>() {
            Some(error) if error.kind() == io::ErrorKind::ConnectionRefused => {
                return Unsent::Refused;
            }
            Some(error) => error.get_ref().map(|inner| inner as &dyn std::error::Error),
            None => error.source(),
        };
    }
    Unsent::Connect
}

/// `x-tt-logid`, else `X-Request-Id`; visible ASCII only.
fn log_id(headers: &HeaderMap) -> Option<String> {
    ["x-tt-logid", "x-request-id"]
        .iter()
        .filter_map(|name| headers.get(*name)?.to_str().ok())
        .map(|text| text.chars().filter(char::is_ascii_graphic).take(LOG_ID_LIMIT).collect())
        .find(|id: &String| !id.is_empty())
}

/// How long to wait: `x-ogw-ratelimit-reset` (whole seconds), else `Retry-After` (seconds, or a
/// date, read against the answer's own `Date`: no clock of ours is asked). Nonsense, zero and
/// negative numbers say nothing; more than [`MAX_PAUSE`] is cut to it.
pub(super) fn reset(headers: &HeaderMap) -> Option<Duration> {
    let text = |name: &str| headers.get(name)?.to_str().ok().map(str::trim);
    let seconds = |text: &str| {
        let whole = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        whole.then(|| Duration::from_secs(text.parse().unwrap_or(u64::MAX)))
    };
    let date = |text: &str| {
        let at = httpdate::parse_http_date(text).ok()?;
        let now = httpdate::parse_http_date(headers.get("date")?.to_str().ok()?).ok()?;
        at.duration_since(now).ok()
    };
    text("x-ogw-ratelimit-reset")
        .and_then(seconds)
        .filter(|wait| !wait.is_zero())
        .or_else(|| text("retry-after").and_then(|text| seconds(text).or_else(|| date(text))))
        .filter(|wait| !wait.is_zero())
        .map(|wait| wait.min(MAX_PAUSE))
}
