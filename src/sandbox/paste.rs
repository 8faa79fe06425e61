//! Lines to paste that lead a client to a sandbox at some address.
//!
//! Must *not* know where they are shown.

use std::net::SocketAddr;

/// The app id that these lines name; the sandbox takes any.
pub const APP_ID: &str = "cli_sandbox";
/// The secret that these lines name; the sandbox takes any but `wrong`.
pub const APP_SECRET: &str = "sandbox";

/// A `[profile.sandbox]` for `muster.toml`. It is complete: the secret, which is none, is printed by a command.
pub fn profile(addr: SocketAddr) -> String {
    let print = if cfg!(windows) {
        format!(r#"["cmd", "/c", "echo {APP_SECRET}"]"#)
    } else {
        format!(r#"["echo", "{APP_SECRET}"]"#)
    };
    format!(
        "[profile.sandbox]\n\
         tenant_name = \"sandbox\"\n\
         base_url = \"http://{addr}\"\n\
         app_id = \"{APP_ID}\"\n\
         app_secret_command = {print}\n"
    )
}

/// Three lines for `sh` and its like.
pub fn shell(addr: SocketAddr) -> String {
    variables(addr).map(|(name, value)| format!("export {name}={value}\n")).concat()
}

/// Three lines for PowerShell.
pub fn powershell(addr: SocketAddr) -> String {
    variables(addr).map(|(name, value)| format!("$env:{name} = \"{value}\"\n")).concat()
}

/// Where the ledger is.
pub fn ledger(addr: SocketAddr) -> String {
    format!("http://{addr}/__sandbox/ledger")
}

fn variables(addr: SocketAddr) -> [(&'static str, String); 3] {
    [
        ("MUSTER_BASE_URL", format!("http://{addr}")),
        ("MUSTER_APP_ID", APP_ID.to_owned()),
        ("MUSTER_APP_SECRET", APP_SECRET.to_owned()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_names_address_app_and_secret() {
        let addr = "127.0.0.1:8080".parse().unwrap();
        let table: toml::Table = toml::from_str(&profile(addr)).unwrap();
        let profile = &table["profile"]["sandbox"];
        assert_eq!(profile["base_url"].as_str(), Some("http://127.0.0.1:8080"));
        assert!(profile["app_secret_command"].is_array());
        assert!(shell(addr).lines().all(|line| line.starts_with("export MUSTER_")));
        assert!(powershell(addr).contains("$env:MUSTER_APP_SECRET = \"sandbox\"\n"));
        assert_eq!((shell(addr).lines().count(), powershell(addr).lines().count()), (3, 3));
    }
}
