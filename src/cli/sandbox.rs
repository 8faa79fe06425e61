//! `muster sandbox`: serve the stand-in until Ctrl-C.
//!
//! Must not know: what it answers.

use std::time::Duration;

use crate::problem::{Code, Complaint};
use crate::sandbox::{Behaviour, Faults, Sandbox, profile_block, serve};
use crate::tr;

use super::args;
use super::environment::now;
use super::exit::Exit;
use super::{Scene, signals};

/// Serve until a signal comes.
pub(super) fn run(scene: &Scene, args: &args::Sandbox) -> Result<Exit, Complaint> {
    let behaviour = Behaviour {
        seed: args.seed,
        latency: Duration::from_millis(args.latency),
        state_file: args.state.clone(),
        now_ms: now().as_millisecond(),
        ..Behaviour::default()
    };
    let behaviour = misbehaving(behaviour, &args.faults)?;
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
        scene.printer.data(&profile_block(address));
        let lang = scene.printer.lang;
        scene.printer.say(&tr!(
            lang,
            "沙箱在 http://{address} 运行，按 Ctrl-C 结束",
            "the sandbox runs at http://{address}; Ctrl-C ends it"
        ));
        let mut signals = signals::Signals::listen()?;
        serve(listener, sandbox, async move { signals.next().await }).await.map_err(|error| {
            Complaint::with(Code::PortUnusable, [args.port.to_string(), error.to_string()])
        })
    })?;
    Ok(Exit::Fine)
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

fn unusable(path: Option<&std::path::Path>, error: &std::io::Error) -> Complaint {
    let path = path.map_or_else(String::new, |path| path.display().to_string());
    Complaint::with(Code::FileUnwritable, [path, error.to_string()])
}
