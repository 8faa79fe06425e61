//! The sandbox without a socket, for simulations: the same calls, the same steps, the same latency.
//!
//! Must *not* know who calls, nor what a request means.

use std::sync::Arc;

use super::call::{Call, Delivery};
use super::desk::Sandbox;
use super::endpoint::Endpoint;
use super::server::{bytes_of, pause, travel};

/// A request as it stands on the wire.
pub(crate) struct Asked {
    /// `GET` or `POST`.
    pub(crate) method: String,
    /// The path, without the query.
    pub(crate) path: String,
    /// Query parameters in order, decoded.
    pub(crate) query: Vec<(String, String)>,
    /// `Content-Type`.
    pub(crate) content_type: Option<String>,
    /// `Authorization`.
    pub(crate) authorization: Option<String>,
    /// The body.
    pub(crate) body: Vec<u8>,
}

/// An answer as it stands on the wire.
pub(crate) struct Answered {
    /// HTTP status.
    pub(crate) http: u16,
    /// Headers.
    pub(crate) headers: Vec<(&'static str, String)>,
    /// The bytes that arrive.
    pub(crate) body: Vec<u8>,
    /// False where the connection closes before the last byte.
    pub(crate) whole: bool,
}

/// Which call it is; `None` for a path or method that does not exist.
pub(crate) fn endpoint_of(method: &str, path: &str) -> Option<Endpoint> {
    let fits = |template: &str| {
        let (mut wanted, mut given) = (template.split('/'), path.split('/'));
        loop {
            match (wanted.next(), given.next()) {
                (None, None) => return true,
                (Some(part), Some(text)) if part.starts_with('{') && !text.is_empty() => {}
                (Some(part), Some(text)) if part == text => {}
                (Some(_) | None, Some(_)) | (Some(_), None) => return false,
            }
        }
    };
    let post = method == "POST";
    Endpoint::all().find(|call| call.is_post() == post && fits(call.path()))
}

/// Answers one request; `None` where the connection closes without a byte. Once polled, it is
/// carried out even if this is dropped. An answer that never comes is waited for without end.
pub(crate) async fn direct(sandbox: &Arc<Sandbox>, asked: Asked) -> Option<Answered> {
    let Some(endpoint) = endpoint_of(&asked.method, &asked.path) else {
        sandbox.stray(&asked.path, "unknown_path", &asked.method);
        return None;
    };
    let tail = asked.path.rsplit('/').next().unwrap_or_default().to_owned();
    let Asked { query, content_type, authorization, body, .. } = asked;
    let call = Call { endpoint, tail, query, content_type, authorization, body };
    let reply = travel(sandbox, call).await;
    let (kind, bytes) = bytes_of(&reply);
    let mut headers = reply.headers.clone();
    if let Some(kind) = kind {
        headers.push(("content-type", kind.to_owned()));
    }
    let mut answered = Answered { http: reply.http, headers, body: bytes, whole: true };
    match reply.delivery {
        Delivery::Whole => {}
        Delivery::Dropped => return None,
        Delivery::Cut => {
            answered.body.truncate(answered.body.len() / 2);
            answered.whole = false;
        }
        Delivery::Late(by) => pause(by).await,
        Delivery::Never => std::future::pending().await,
    }
    Some(answered)
}
