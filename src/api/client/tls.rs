//! Which certificates are trusted: the platform's, else Mozilla's compiled-in copy, and a file's.
//! Never "any".
//!
//! Must not know: what is sent.

use std::path::Path;

use reqwest::{Certificate, ClientBuilder};

use crate::problem::{Code, Complaint};

/// Build a client. The platform's verifier loads its certificates at once and fails where there
/// are none (a slim container): then the compiled-in roots do. Without TLS none are loaded.
pub(super) fn build(
    builder: &mut dyn FnMut() -> ClientBuilder,
    tls: bool,
    ca_file: Option<&Path>,
) -> Result<reqwest::Client, Complaint> {
    // Else building panics. An error says that a provider is installed already, which is as good.
    let _installed = rustls::crypto::ring::default_provider().install_default();
    let setup = |error: &dyn std::fmt::Display| {
        Complaint::with(Code::ClientSetupFailed, [error.to_string()])
    };
    let own = ca_file.map(read_pem).transpose()?.unwrap_or_default();
    if !tls {
        return builder().tls_certs_only([]).build().map_err(|error| setup(&error));
    }
    if let Ok(client) = builder().tls_certs_merge(own.clone()).build() {
        return Ok(client);
    }
    let mut roots = own;
    for root in webpki_root_certs::TLS_SERVER_ROOT_CERTS {
        roots.push(Certificate::from_der(root).map_err(|error| setup(&error))?);
    }
    builder().tls_certs_only(roots).build().map_err(|error| setup(&error))
}

fn read_pem(path: &Path) -> Result<Vec<Certificate>, Complaint> {
    let unreadable =
        |why: String| Complaint::with(Code::CaFileUnreadable, [path.display().to_string(), why]);
    let pem = std::fs::read(path).map_err(|error| unreadable(error.to_string()))?;
    let certificates =
        Certificate::from_pem_bundle(&pem).map_err(|error| unreadable(error.to_string()))?;
    if certificates.is_empty() {
        return Err(unreadable("no PEM certificate".to_owned()));
    }
    Ok(certificates)
}

#[cfg(test)]
mod tests;
