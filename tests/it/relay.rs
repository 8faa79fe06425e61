//! Somebody between the binary and the sandbox, who sees each request before the sandbox does, and
//! may speak TLS.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;

use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// What becomes of a request.
pub(crate) enum Then {
    /// The sandbox gets it, the binary its answer.
    On,
    /// The sandbox gets half of its body; then both connections end.
    Half,
    /// The sandbox does not get it: this status and body are the answer.
    Answer(u16, String),
}

/// A request as it arrived.
pub(crate) struct Seen<'r> {
    pub(crate) path: &'r str,
    pub(crate) body: &'r str,
}

/// Start one before the server at `upstream` (`http://127.0.0.1:1`); its base URL.
pub(crate) fn start(
    upstream: &str,
    tls: Option<ServerConfig>,
    then: impl Fn(&Seen<'_>) -> Then + Send + Sync + 'static,
) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let upstream = upstream.trim_start_matches("http://").to_owned();
    let url = if tls.is_some() {
        format!("https://localhost:{port}")
    } else {
        format!("http://127.0.0.1:{port}")
    };
    let (tls, then) = (tls.map(Arc::new), Arc::new(then));
    std::thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let (tls, then, upstream) = (tls.clone(), Arc::clone(&then), upstream.clone());
            std::thread::spawn(move || match tls {
                Some(tls) => {
                    let connection = ServerConnection::new(tls).unwrap();
                    serve(StreamOwned::new(connection, stream), &upstream, &*then);
                }
                None => serve(stream, &upstream, &*then),
            });
        }
    });
    url
}

/// One connection, until either end closes it.
fn serve(mut near: impl Read + Write, upstream: &str, then: &dyn Fn(&Seen<'_>) -> Then) {
    let Ok(mut far) = TcpStream::connect(upstream) else { return };
    while let Some((head, body)) = message(&mut near) {
        let path = head.split(' ').nth(1).unwrap_or_default();
        let seen = Seen { path: path.split('?').next().unwrap_or_default(), body: &body };
        match then(&seen) {
            Then::On => {
                let whole = format!("{head}\r\n\r\n{body}");
                if far.write_all(whole.as_bytes()).is_err() {
                    return;
                }
                let Some((head, body)) = message(&mut far) else { return };
                if near.write_all(format!("{head}\r\n\r\n{body}").as_bytes()).is_err() {
                    return;
                }
            }
            Then::Half => {
                let half = body.chars().take(body.chars().count() / 2).collect::<String>();
                let _ = far.write_all(format!("{head}\r\n\r\n{half}").as_bytes());
                return;
            }
            Then::Answer(status, body) => {
                let length = body.len();
                let answer =
                    format!("HTTP/1.1 {status} X\r\ncontent-length: {length}\r\n\r\n{body}");
                if near.write_all(answer.as_bytes()).is_err() {
                    return;
                }
            }
        }
    }
}

/// Read a head and as much of a body as it promises.
fn message(stream: &mut impl Read) -> Option<(String, String)> {
    let mut bytes = Vec::new();
    loop {
        if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            let head = String::from_utf8(bytes[..end].to_vec()).ok()?;
            let length = head
                .lines()
                .find_map(|line| {
                    line.to_lowercase().strip_prefix("content-length:")?.trim().parse().ok()
                })
                .unwrap_or(0);
            if bytes.len() >= end + 4 + length {
                return Some((head, String::from_utf8(bytes[end + 4..].to_vec()).ok()?));
            }
        }
        let mut buffer = [0; 8192];
        let read = stream.read(&mut buffer).ok().filter(|read| *read > 0)?;
        bytes.extend_from_slice(&buffer[..read]);
    }
}
