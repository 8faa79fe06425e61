//! `muster sandbox`: serve the stand-in until Ctrl-C.
//!
//! Must not know: what it answers.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};

use crate::problem::{Code, Complaint, Lang};
use crate::sandbox::{Behaviour, Company, Faults, Sandbox, paste, serve};
use crate::tr;

use super::args;
use super::environment::{now, unguessable};
use super::exit::Exit;
use super::{CommandContext, signals};

/// Serve until a signal comes.
pub(super) fn run(scene: &CommandContext, args: &args::Sandbox) -> Result<Exit, Complaint> {
    let behaviour = Behaviour {
        seed: args.seed,
        latency: Duration::from_millis(args.latency),
        state_file: args.state.clone(),
        now_ms: now().as_millisecond(),
        ..Behaviour::default()
    };
    let behaviour = misbehaving(behaviour, &args.faults)?;
    let tenant = args.tenant.as_deref().map(tenant).transpose()?;
    let behaviour = Behaviour { tenant, ..behaviour };
    let runtime = super::rig::runtime()?;
    runtime.block_on(async {
        let sandbox =
            Sandbox::new(behaviour).map_err(|error| unusable(args.state.as_deref(), &error))?;
        let listener =
            tokio::net::TcpListener::bind(("127.0.0.1", args.port)).await.map_err(|error| {
                Complaint::with(Code::PortUnusable, [args.port.to_string(), error.to_string()])
            })?;
        let address = listener.local_addr().map_err(|error| {
            Complaint::with(Code::PortUnusable, [args.port.to_string(), error.to_string()])
        })?;
        let token = unguessable();
        sandbox.show_ledger_to(&token);
        let lang = scene.printer.lang;
        if scene.shared.json {
            scene.printer.document(&document(address, &token).to_string());
        } else {
            scene.printer.data(&lines(address, &token, lang));
        }
        scene.printer.say(&tr!(
            lang,
            "沙箱在 http://{address} 运行，按 Ctrl-C 结束",
            "the sandbox runs at http://{address}; Ctrl-C ends it"
        ));
        let mut signals = signals::Signals::listen()?;
        serve(listener, sandbox, async move {
            let _ = signals.next().await;
        })
        .await
        .map_err(|error| {
            Complaint::with(Code::PortUnusable, [args.port.to_string(), error.to_string()])
        })
    })?;
    Ok(Exit::Fine)
}

/// Everything to paste: each block as it stands, into what its heading names.
fn lines(address: SocketAddr, token: &str, lang: Lang) -> String {
    let ledger = paste::ledger(address);
    let seen = lang.pick("沙箱看到的一切", "all that the sandbox saw");
    format!(
        "# muster.toml (--profile sandbox)\n{}\n# sh, bash, zsh\n{}\n# PowerShell\n{}\n\
         # {seen}: {ledger}?token={token}\n\
         curl -H 'Authorization: Bearer {token}' {ledger}\n",
        paste::profile(address),
        paste::shell(address),
        paste::powershell(address),
    )
}

/// The same for a program.
fn document(address: SocketAddr, token: &str) -> Value {
    let ledger = paste::ledger(address);
    json!({
        "version": 1, "base_url": format!("http://{address}"),
        "app_id": paste::APP_ID, "app_secret": paste::APP_SECRET,
        "ledger": {"url": ledger, "token": token, "with_token": format!("{ledger}?token={token}")},
    })
}

/// `calm`, `flaky`, `storm`, or a file.
fn misbehaving(behaviour: Behaviour, word: &str) -> Result<Behaviour, Complaint> {
    match word {
        "calm" => Ok(behaviour),
        "flaky" => Ok(Behaviour { faults: Faults::flaky(), ..behaviour }),
        "storm" => Ok(Behaviour { faults: Faults::storm(), ..behaviour }),
        path => {
            let text = std::fs::read_to_string(path).map_err(|error| {
                Complaint::with(Code::FileUnreadable, [path.to_owned(), error.to_string()])
            })?;
            behaviour
                .with_file(&text)
                .map_err(|why| Complaint::with(Code::ConfigUnreadable, [path.to_owned(), why]))
        }
    }
}

/// The company of a file.
fn tenant(path: &Path) -> Result<Arc<Company>, Complaint> {
    let shown = path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|error| {
        Complaint::with(Code::FileUnreadable, [shown.clone(), error.to_string()])
    })?;
    let company = Company::from_json(&text)
        .map_err(|why| Complaint::with(Code::ConfigUnreadable, [shown, why]))?;
    Ok(Arc::new(company))
}

fn unusable(path: Option<&std::path::Path>, error: &std::io::Error) -> Complaint {
    let path = path.map_or_else(String::new, |path| path.display().to_string());
    Complaint::with(Code::FileUnwritable, [path, error.to_string()])
}
