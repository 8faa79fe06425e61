//! Who may come in: programs on this machine that mean this address, and to the ledger whoever was given its token.
//!
//! A page in a browser reaches a local port by a name of its own that was made to point here (DNS rebinding); the name
//! stays in `Host`. What the ledger holds are people's names and numbers, if only of a rehearsal.
//!
//! Must *not* know what a request asks for.

use std::net::IpAddr;

use axum::extract::Request;
use axum::http::uri::Authority;
use axum::http::{HeaderMap, header};

/// The request means this machine: its one `Host`, and the authority of its target where it has one.
pub(super) fn is_local(request: &Request) -> bool {
    let mut hosts = request.headers().get_all(header::HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else { return false };
    let host = host.to_str().ok().and_then(|host| host.parse::<Authority>().ok());
    host.as_ref().is_some_and(is_loopback) && request.uri().authority().is_none_or(is_loopback)
}

fn is_loopback(authority: &Authority) -> bool {
    let host = authority.host();
    let bare = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(host);
    // Who is named before an `@` is nobody here.
    !authority.as_str().contains('@')
        && (bare.eq_ignore_ascii_case("localhost")
            || bare.parse::<IpAddr>().is_ok_and(|address| address.is_loopback()))
}

/// The token of a request: `Authorization: Bearer …`, else `?token=…`.
pub(super) fn token_of<'r>(
    headers: &'r HeaderMap,
    query: &'r [(String, String)],
) -> Option<&'r str> {
    let header = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let bearer = header.and_then(|value| value.strip_prefix("Bearer "));
    let parameter = || query.iter().find(|(name, _)| name == "token").map(|(_, value)| &**value);
    bearer.map(str::trim).or_else(parameter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn local(hosts: &[&str], target: &str) -> bool {
        let mut request = Request::builder().uri(target);
        for host in hosts {
            request = request.header(header::HOST, *host);
        }
        is_local(&request.body(axum::body::Body::empty()).unwrap())
    }

    #[test]
    fn only_names_of_this_machine_are_answered() {
        for host in
            ["127.0.0.1", "127.0.0.1:8787", "localhost:1", "LocalHost", "[::1]", "[::1]:8787"]
        {
            assert!(local(&[host], "/x"), "{host}");
        }
        for host in [
            "evil.example",
            "evil.example:8787",
            "127.0.0.1.evil.example",
            "localhost.evil.example:8787",
            "127.0.0.1@evil.example",
            "evil.example@127.0.0.1",
            "10.0.0.1:8787",
            "0.0.0.0:8787",
            "",
            " ",
        ] {
            assert!(!local(&[host], "/x"), "{host}");
        }
        assert!(!local(&[], "/x"));
        assert!(!local(&["127.0.0.1", "evil.example"], "/x"));
        assert!(!local(&["127.0.0.1"], "http://evil.example/x"));
        assert!(local(&["127.0.0.1"], "http://127.0.0.1/x"));
    }
}
