//! What a command needs to talk to a tenant: runtime, client, credentials, pacers; and the
//! built-in sandbox where that is the tenant.
//!
//! Must not know: what is said.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use tokio::runtime::Runtime;
use tokio::sync::{oneshot, watch};

use crate::api::auth::Credentials;
use crate::api::client::{Client, ClientConfig};
use crate::api::pace::Pacers;
use crate::config::Settings;
use crate::deliver::shutdown::{Shutdown, Stop};
use crate::journal::Journal;
use crate::problem::{Code, Complaint};
use crate::sandbox::{Behaviour, References, Required, Sandbox, serve};

use super::environment::now;
use super::printer::Printer;
use super::signals::Signals;

/// The async runtime. Two threads: one for the loop, one for the connections.
pub(super) fn runtime() -> Result<Runtime, Complaint> {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|error| Complaint::with(Code::Internal, [format!("runtime: {error}")]))
}

/// A way to the tenant.
pub(super) struct TenantSession {
    pub(super) runtime: Runtime,
    pub(super) client: Client,
    pub(super) credentials: Credentials,
    shutdown: OnceCell<Shutdown>,
    /// Ends the built-in sandbox when dropped.
    _sandbox: Option<oneshot::Sender<()>>,
}

impl TenantSession {
    /// Prepare; sends nothing.
    pub(super) fn new(
        settings: &Settings,
        credentials: Credentials,
        timeout: Duration,
    ) -> Result<Self, Complaint> {
        let runtime = runtime()?;
        let (base_url, sandbox) = if settings.sandbox {
            // Where there is no journal yet there is no folder to keep anything in.
            let state = state_file(&settings.journal);
            let kept = settings.journal.exists().then_some(state);
            // Where its lists were read, what is made must refer to what they hold.
            let (url, stop) = start_sandbox(&runtime, kept, settings.directory.exists())?;
            (url, Some(stop))
        } else {
            (settings.account.base_url.clone(), None)
        };
        let client = Client::new(&ClientConfig {
            base_url,
            timeout,
            ca_file: settings.ca_file.clone(),
            user_agent: concat!("muster/", env!("CARGO_PKG_VERSION")).to_owned(),
        })?;
        Ok(Self { runtime, client, credentials, shutdown: OnceCell::new(), _sandbox: sandbox })
    }
}

/// App and secret, with a word on a secret that is kept in the open. A keyring is asked now.
pub(super) fn credentials(printer: Printer, settings: &Settings) -> Result<Credentials, Complaint> {
    let (app_id, secret, warnings) = settings.credentials()?;
    for warning in &warnings {
        printer.warning(warning);
    }
    Ok(Credentials { app_id, secret })
}

impl TenantSession {
    /// A signal came since they are listened to.
    pub(super) fn is_stopped(&self) -> bool {
        self.shutdown.get().is_some_and(Shutdown::is_asked)
    }

    /// What signals ask for, from the first call on. There is one for all deliveries of a command:
    /// once heard, a signal no longer ends the process by itself, so what comes between two
    /// deliveries stops the second.
    ///
    /// # Errors
    /// The system refuses.
    pub(super) fn shutdown(&self) -> Result<Shutdown, Complaint> {
        if let Some(shutdown) = self.shutdown.get() {
            return Ok(shutdown.clone());
        }
        let (stop, shutdown) = Shutdown::channel();
        let _guard = self.runtime.enter();
        self.runtime.spawn(listen(Signals::listen()?, stop));
        Ok(self.shutdown.get_or_init(|| shutdown).clone())
    }
}

/// The first signal drains, the second leaves.
async fn listen(mut signals: Signals, stop: watch::Sender<Stop>) {
    signals.next().await;
    let _ = stop.send_replace(Stop::Drain);
    signals.next().await;
    let _ = stop.send_replace(Stop::Now);
    std::future::pending::<()>().await;
}

/// Pacers that know what the journal sent in the last minute.
pub(super) fn pacers(journal: &Journal, rate: u32) -> Result<Pacers, Complaint> {
    let now = now();
    let mut failed = None;
    let pacers = Pacers::new(rate, |endpoint| {
        let since = now - jiff::SignedDuration::from_secs(61);
        match journal.recent_attempts(endpoint.name, since) {
            Ok(times) => times
                .into_iter()
                .map(|at| Duration::try_from(now.duration_since(at)).unwrap_or_default())
                .collect(),
            Err(complaint) => {
                failed = Some(complaint);
                Vec::new()
            }
        }
    });
    failed.map_or(Ok(pacers), Err)
}

/// Where the built-in sandbox keeps what it made: beside its journal.
pub(super) fn state_file(journal: &Path) -> PathBuf {
    journal.with_extension("state")
}

/// The built-in sandbox, on a port of its own.
fn start_sandbox(
    runtime: &Runtime,
    state: Option<PathBuf>,
    proves: bool,
) -> Result<(String, oneshot::Sender<()>), Complaint> {
    let shown = state.as_ref().map_or_else(String::new, |state| state.display().to_string());
    let failed =
        |error: std::io::Error| Complaint::with(Code::FileUnwritable, [shown, error.to_string()]);
    let behaviour = Behaviour {
        latency: Duration::from_millis(20),
        state_file: state,
        references: if proves { References::Exist } else { References::Any },
        // What its tenant has made up is asked of nobody who rehearses.
        required: Required::Unset,
        now_ms: now().as_millisecond(),
        ..Behaviour::default()
    };
    let (stop, stopped) = oneshot::channel::<()>();
    let address = runtime.block_on(async {
        let sandbox: Arc<Sandbox> = Sandbox::new(behaviour)?;
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        tokio::spawn(serve(listener, sandbox, async move { drop(stopped.await) }));
        Ok(address)
    });
    Ok((format!("http://{}", address.map_err(failed)?), stop))
}
