//! The `World`: a folder, a sandbox, the real binary. Tests read as specifications:
//! `World::new().talents(10).import(&[]).exits(0)`.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use muster::sandbox::{self, Behaviour, Endpoint, Ledger, Sandbox};
use sha2::{Digest as _, Sha256};
use tokio::sync::oneshot;

/// The variables of the surroundings that must not reach the binary.
const SCRUBBED: &[&str] = &[
    "MUSTER_BASE_URL",
    "MUSTER_APP_ID",
    "MUSTER_APP_SECRET",
    "MUSTER_APP_SECRET_FILE",
    "MUSTER_JOURNAL",
    "MUSTER_LANG",
    "NO_COLOR",
    "CLICOLOR_FORCE",
    "HTTP_PROXY",
    "HTTPS_PROXY",
    "http_proxy",
    "https_proxy",
    "ALL_PROXY",
    "all_proxy",
];

/// A folder with files, a sandbox beside it, and the binary to run in it.
pub(crate) struct World {
    dir: tempfile::TempDir,
    /// Where the binary takes the user to be at home: never the home of whoever runs the tests.
    home: tempfile::TempDir,
    server: Option<Server>,
    inputs: Vec<String>,
    /// What the rows of the inputs are told to be; none where their headers say it themselves.
    kind: Option<&'static str>,
    env: Vec<(&'static str, String)>,
}

struct Server {
    sandbox: Arc<Sandbox>,
    address: String,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// How a command ended.
pub(crate) struct Ran {
    /// The exit code; none if a signal ended it.
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Ran {
    /// It ended with this code.
    #[track_caller]
    pub(crate) fn exits(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "stdout:\n{}\nstderr:\n{}", self.stdout, self.stderr);
        assert!(!self.stderr.contains("panicked"), "{}", self.stderr);
        self
    }

    /// It says this, on whichever stream.
    #[track_caller]
    pub(crate) fn says(self, text: &str) -> Self {
        let said = self.stderr.contains(text) || self.stdout.contains(text);
        assert!(said, "`{text}` is not in:\n{}\n{}", self.stdout, self.stderr);
        self
    }

    /// Standard output as JSON.
    #[track_caller]
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout)
            .unwrap_or_else(|error| panic!("{error}: {}", self.stdout))
    }
}

impl World {
    /// An empty folder, no server.
    pub(crate) fn new() -> Self {
        Self {
            dir: tempfile::tempdir().unwrap(),
            home: tempfile::tempdir().unwrap(),
            server: None,
            inputs: Vec::new(),
            kind: Some("talent"),
            env: Vec::new(),
        }
    }

    /// The folder.
    pub(crate) fn path(&self) -> &Path {
        self.dir.path()
    }

    /// Put a file there, as input of `import` and `check`.
    pub(crate) fn file(mut self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        self.put(name, bytes);
        self.inputs.push(name.to_owned());
        self
    }

    /// Say nothing of what the rows are: their headers do. Else `check` and `import` are told that they
    /// are talents, unless a kind or a mapping is given.
    pub(crate) fn untold(mut self) -> Self {
        self.kind = None;
        self
    }

    /// Put a file there that is no input. A `muster.toml` is the user's own, confirmed before.
    pub(crate) fn put(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.strange(name, bytes);
        if path.file_name().is_some_and(|name| name == "muster.toml") {
            self.trust(&path);
        }
        path
    }

    /// Put a file there as somebody else would: nobody has confirmed it.
    pub(crate) fn strange(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.dir.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// The user's state.
    pub(crate) fn state(&self) -> PathBuf {
        self.home.path().join("state").join("muster")
    }

    /// As if the user had said yes to this configuration, which runs nothing.
    fn trust(&self, path: &Path) {
        let folder = path.parent().unwrap().canonicalize().unwrap();
        let sum = Sha256::digest(std::fs::read(path).unwrap());
        let known = serde_json::json!({"version": 1, "configurations": [{
            "path": folder.join(path.file_name().unwrap()), "sha256": format!("{sum:x}"),
            "programs": {}, "confirmed_at": "2026-01-01T00:00:00Z",
        }]});
        std::fs::create_dir_all(self.state()).unwrap();
        std::fs::write(self.state().join("trusted.json"), known.to_string()).unwrap();
    }

    /// A CSV of `n` sound talents.
    pub(crate) fn talents(self, n: usize) -> Self {
        self.file("talents.csv", talents_csv(n))
    }

    /// A CSV of `n` sound job data.
    pub(crate) fn job_data(self, n: usize) -> Self {
        self.file("job-data.csv", job_data_csv(n)).untold()
    }

    /// Set a variable of the surroundings, over what the sandbox sets.
    pub(crate) fn env(mut self, name: &'static str, value: &str) -> Self {
        self.env.push((name, value.to_owned()));
        self
    }

    /// Start a sandbox that behaves so.
    pub(crate) fn sandbox(mut self, behaviour: Behaviour) -> Self {
        let now = std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap().as_millis();
        let behaviour = Behaviour { now_ms: i64::try_from(now).unwrap(), ..behaviour };
        let sandbox = Sandbox::new(behaviour).unwrap();
        let (stop, stopped) = oneshot::channel();
        let (tell, told) = std::sync::mpsc::channel();
        let served = Arc::clone(&sandbox);
        let thread = std::thread::spawn(move || {
            let runtime =
                tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async move {
                let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
                tell.send(listener.local_addr().unwrap()).unwrap();
                sandbox::serve(listener, served, async { drop(stopped.await) }).await.unwrap();
            });
        });
        let address = told.recv().unwrap();
        self.server = Some(Server {
            sandbox,
            address: format!("http://{address}"),
            stop: Some(stop),
            thread: Some(thread),
        });
        self
    }

    /// The sandbox's address.
    pub(crate) fn address(&self) -> &str {
        &self.server.as_ref().expect("a sandbox").address
    }

    /// Wait until all that was sent by processes that are gone has arrived and is done.
    #[track_caller]
    pub(crate) fn settled(&self) {
        let sandbox = &self.server.as_ref().expect("a sandbox").sandbox;
        until("nobody is served", || sandbox.is_quiet());
    }

    /// Wait until the sandbox has had a request of this kind.
    #[track_caller]
    pub(crate) fn asked(&self, endpoint: Endpoint) {
        until("it is asked", || self.ledger().requests_to(endpoint).arrivals > 0);
    }

    /// Wait until the sandbox has made so many talents.
    #[track_caller]
    pub(crate) fn made(&self, talents: usize) {
        until("talents are made", || self.ledger().talents.len() >= talents);
    }

    /// What the sandbox saw.
    pub(crate) fn ledger(&self) -> Ledger {
        self.server.as_ref().expect("a sandbox").sandbox.ledger()
    }

    /// A shell that does something before it becomes the binary: `"$@"`.
    #[cfg(unix)]
    pub(crate) fn shell(&self, script: &str, binary: &Command) -> Command {
        let mut shell = Command::new("sh");
        shell.args(["-c", script, "sh"]).arg(binary.get_program()).args(binary.get_args());
        shell.current_dir(self.dir.path()).stdin(Stdio::null());
        for (name, value) in binary.get_envs() {
            match value {
                Some(value) => shell.env(name, value),
                None => shell.env_remove(name),
            };
        }
        shell
    }

    /// The binary with these arguments, not yet begun.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_muster"));
        command.current_dir(self.dir.path()).args(arguments).stdin(Stdio::null());
        for name in SCRUBBED {
            command.env_remove(name);
        }
        command.env("MUSTER_LANG", "en");
        command.env("HOME", self.home.path());
        command.env("XDG_STATE_HOME", self.home.path().join("state"));
        if let Some(server) = &self.server {
            command.env("MUSTER_BASE_URL", &server.address);
            command.env("MUSTER_APP_ID", sandbox::APP_ID);
            command.env("MUSTER_APP_SECRET", sandbox::APP_SECRET);
        }
        command.envs(self.env.iter().map(|(name, value)| (name, value)));
        command
    }

    /// Run the binary with these arguments to its end.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        ended(self.command(arguments).output().unwrap())
    }

    /// Run the binary in changed surroundings.
    pub(crate) fn run_with(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Ran {
        let mut command = self.command(arguments);
        command.envs(variables.iter().copied());
        ended(command.output().unwrap())
    }

    fn with_inputs<'a>(&'a self, command: &'a str, more: &[&'a str]) -> Vec<&'a str> {
        let mut arguments = vec![command];
        arguments.extend(self.inputs.iter().map(String::as_str));
        arguments.extend(more);
        let said = more.iter().any(|word| ["--kind", "--mapping"].contains(word));
        if let Some(kind) = self.kind.filter(|_| !said) {
            arguments.extend(["--kind", kind]);
        }
        arguments
    }

    /// `check` every input.
    pub(crate) fn check(&self, more: &[&str]) -> Ran {
        self.run(&self.with_inputs("check", more))
    }

    /// `import --yes` every input.
    pub(crate) fn import(&self, more: &[&str]) -> Ran {
        let mut arguments = self.with_inputs("import", more);
        arguments.push("--yes");
        self.run(&arguments)
    }

    /// Begin an import without waiting for its end.
    pub(crate) fn begin_import(&self, more: &[&str]) -> Child {
        let mut arguments = self.with_inputs("import", more);
        arguments.push("--yes");
        self.command(&arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    }

    /// Import, and kill -9 after so long; true if it was still running.
    pub(crate) fn import_killed_after(&self, patience: Duration) -> bool {
        let mut child = self.begin_import(&[]);
        // A kill that waited for something would always strike at the same point.
        std::thread::sleep(patience);
        let running = child.try_wait().unwrap().is_none();
        let _ = child.kill();
        child.wait().unwrap();
        running
    }

    /// Import, and interrupt it as Ctrl-C does once the server has made so many talents.
    #[cfg(unix)]
    pub(crate) fn import_interrupted_after(&self, made: usize) -> Ran {
        let mut arguments = self.with_inputs("import", &[]);
        arguments.push("--yes");
        let mut command = self.command(&arguments);
        let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        self.made(made);
        let killed = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
        assert!(killed.success());
        ended(child.wait_with_output().unwrap())
    }

    /// The `report.json` of a run.
    #[track_caller]
    pub(crate) fn report(&self, run: u32) -> serde_json::Value {
        let path = self.dir.path().join(format!("muster-report-{run}")).join("report.json");
        let text =
            std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        serde_json::from_str(&text).unwrap()
    }

    /// The lines of a run's `results.csv` after its header.
    pub(crate) fn results(&self, run: u32) -> Vec<csv::StringRecord> {
        let path = self.dir.path().join(format!("muster-report-{run}")).join("results.csv");
        let bytes = std::fs::read(path).unwrap();
        let text = bytes.strip_prefix(b"\xEF\xBB\xBF").expect("a BOM");
        csv::Reader::from_reader(text).records().map(Result::unwrap).collect()
    }

    /// The server holds exactly these many talents and job data, each once, and no window was
    /// broken.
    #[track_caller]
    pub(crate) fn each_once(&self, talents: usize, job_data: usize) {
        let ledger = self.ledger();
        assert_eq!(ledger.talents.len(), talents, "talents");
        assert_eq!(ledger.job_data.len(), job_data, "job data");
        assert!(ledger.duplicates.is_empty(), "{:?}", ledger.duplicates);
        assert!(ledger.violations.is_empty(), "{:?}", ledger.violations);
    }
}

/// Wait until something is so.
#[track_caller]
pub(crate) fn until(what: &str, mut so: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !so() {
        assert!(begun.elapsed() < Duration::from_mins(1), "{what}: it never came to that");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// How it ended.
pub(crate) fn ended(output: std::process::Output) -> Ran {
    Ran {
        code: output.status.code(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// `n` sound talents: name, mobile, e-mail, gender, school. The name's header says what they are.
pub(crate) fn talents_csv(n: usize) -> Vec<u8> {
    let mut out = Vec::new();
    writeln!(out, "候选人姓名,手机号,邮箱,性别,学校,学历,入学时间,毕业时间").unwrap();
    for i in 0..n {
        let gender = if i % 2 == 0 { "男" } else { "女" };
        writeln!(
            out,
            "测试{i},{},t{i}@example.com,{gender},示例大学,本科,2014-09-01,2018-06-30",
            13_800_000_000u64 + i as u64
        )
        .unwrap();
    }
    out
}

/// `n` sound job data.
pub(crate) fn job_data_csv(n: usize) -> Vec<u8> {
    let mut out = Vec::new();
    writeln!(out, "employment_id,department_id,employee_type_id,effective_time").unwrap();
    for i in 0..n {
        writeln!(
            out,
            "{},6890452208593372679,6890452208593372680,2024-05-01",
            6_893_014_062_142_000_001u64 + i as u64
        )
        .unwrap();
    }
    out
}
