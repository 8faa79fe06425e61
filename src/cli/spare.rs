//! No output takes the place of anything that muster reads or keeps: spreadsheets, the mapping and
//! what it reads, journals and their companions, the sandbox's state, the configuration and what it
//! names. Looked at once, for every command, before the first file is opened.
//!
//! Files are compared by their real path, which need not be there yet, and by device and inode where
//! the system tells (Unix): a link of either kind is the file that it leads to.
//!
//! Must not know: what is written.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use crate::config::{self, Environment, Flags};
use crate::problem::{Code, Complaint, both};
use crate::report::{fix, folder};

use super::args::{Cli, Command, Input};
use super::environment::state_folder;
use super::{check, inputs, remembered};

/// A chain of links longer than this is none that a file is at the end of.
const LINKS: u8 = 40;
/// How every SQLite database begins.
const DATABASE: &[u8] = b"SQLite format 3\0";

/// No output of this command line is a file that is read or kept.
///
/// # Errors
/// One of them is.
pub(super) fn check(cli: &Cli, environment: &Environment) -> Result<(), Complaint> {
    let outputs = outputs(cli);
    if outputs.is_empty() {
        return Ok(());
    }
    let kept = ProtectedPaths::of(cli, environment);
    outputs.iter().try_for_each(|path| kept.spare(path))
}

/// A report in this folder takes the place of none of these inputs.
///
/// # Errors
/// It would.
pub(super) fn inputs_of_run<'f>(
    dir: &Path,
    files: impl Iterator<Item = &'f str>,
) -> Result<(), Complaint> {
    let files: Vec<PathBuf> = files.map(PathBuf::from).collect();
    let outputs = reports(dir, &files);
    let kept = ProtectedPaths {
        files: files.iter().map(|path| File::of(path, INPUT)).collect(),
        ..ProtectedPaths::default()
    };
    outputs.iter().try_for_each(|path| kept.spare(path))
}

/// Where this command line writes.
fn outputs(cli: &Cli) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = cli.shared.log_file.iter().cloned().collect();
    match &cli.command {
        Command::Check(args) => {
            paths.extend([&args.payloads, &args.report].into_iter().flatten().cloned());
            paths.extend(args.report.iter().map(|report| check::beside(report)));
        }
        Command::Import(args) => {
            let dir = args.sending.report_dir.iter();
            paths.extend(dir.flat_map(|dir| reports(dir, &args.input.files)));
        }
        Command::Resume(args) => {
            paths.extend(args.sending.report_dir.iter().flat_map(|dir| reports(dir, &[])));
        }
        Command::Report(args) => {
            paths.extend(args.report_dir.iter().flat_map(|dir| reports(dir, &[])));
        }
        Command::Template(args) => paths.push(args.output.clone()),
        Command::Map(args) => paths.extend(args.output.clone()),
        Command::Sandbox(args) => paths.extend(args.state.clone()),
        Command::Abandon(_)
        | Command::Settle(_)
        | Command::Purge(_)
        | Command::Runs(_)
        | Command::Status(_)
        | Command::Fields(_)
        | Command::Refs(_)
        | Command::Init(_)
        | Command::Doctor(_)
        | Command::Aid(_)
        | Command::Read(_) => {}
    }
    paths
}

/// The spreadsheets of this command line.
const fn input(command: &Command) -> Option<&Input> {
    match command {
        Command::Check(args) => Some(&args.input),
        Command::Import(args) => Some(&args.input),
        Command::Map(args) => Some(&args.input),
        Command::Resume(_)
        | Command::Report(_)
        | Command::Template(_)
        | Command::Sandbox(_)
        | Command::Abandon(_)
        | Command::Settle(_)
        | Command::Purge(_)
        | Command::Runs(_)
        | Command::Status(_)
        | Command::Fields(_)
        | Command::Refs(_)
        | Command::Init(_)
        | Command::Doctor(_)
        | Command::Aid(_)
        | Command::Read(_) => None,
    }
}

/// The files of a report, with the fix files that these inputs may have.
fn reports(dir: &Path, inputs: &[PathBuf]) -> Vec<PathBuf> {
    let mut taken = BTreeSet::new();
    let fixes = inputs.iter().map(|input| fix::file_name(&input.to_string_lossy(), &mut taken));
    let names = folder::NAMES.map(str::to_owned).into_iter();
    names.chain(fixes).map(|name| dir.join(name)).collect()
}

/// What a file is, in both languages.
type What = (&'static str, &'static str);

const INPUT: What = ("要读取的表格", "a spreadsheet that is read");
const MAPPING: What = ("映射文件", "the mapping file");
const OF_MAPPING: What = ("映射文件要读取的表格", "a spreadsheet that the mapping reads");
const CONFIG: What = ("配置文件，或它要读取的文件", "the configuration, or a file that it reads");
const JOURNAL: What = ("导入记录，或其附属文件", "a journal, or one of its companions");
const DIRECTORY: What = ("参考数据的快照", "the snapshot of reference data");
const MEMORY: What = ("muster 自己记事的文件", "a file in which muster remembers something");
const FAULTS: What = ("沙箱要读取的文件", "a file that the sandbox reads");

/// A file that is read or kept.
struct File {
    place: PathBuf,
    identity: Option<(u64, u64)>,
    what: What,
}

impl File {
    fn of(path: &Path, what: What) -> Self {
        Self { place: real(path, LINKS), identity: identity(path), what }
    }
}

/// Every file and folder that no output may replace.
#[derive(Default)]
struct ProtectedPaths {
    files: Vec<File>,
    /// Whatever is in them is kept.
    folders: Vec<PathBuf>,
}

impl ProtectedPaths {
    fn of(cli: &Cli, environment: &Environment) -> Self {
        let mut kept = Self::default();
        let input = input(&cli.command);
        let here = std::env::current_dir().unwrap_or_default();
        let beside = input.and_then(|input| input.files.first()).map(|path| here.join(path));
        let shared = &cli.shared;
        let configured = config::kept(
            &Flags {
                config: shared.config.clone(),
                profile: shared.profile.first().cloned(),
                journal: shared.journal.clone(),
                sandbox: false,
                beside,
                here,
            },
            environment,
        );
        kept.add(&configured.read, CONFIG);
        kept.add(&configured.directories, DIRECTORY);
        for journal in &configured.journals {
            kept.add(&companions(journal), JOURNAL);
            kept.folders.extend(remembered::folder(journal).map(|folder| real(&folder, LINKS)));
        }
        kept.folders.extend(state_folder().map(|folder| real(&folder, LINKS)));
        for folder in kept.folders.clone() {
            let inside: Vec<PathBuf> = files_in(&folder, 2).filter(|path| !is_log(path)).collect();
            kept.add(&inside, MEMORY);
        }
        if let Some(input) = input {
            kept.add(&input.files, INPUT);
            kept.add(input.mapping.as_slice(), MAPPING);
            kept.add(&of_mapping(input), OF_MAPPING);
        }
        if let Command::Sandbox(args) = &cli.command {
            kept.add(&[PathBuf::from(&args.faults)], FAULTS);
            kept.add(args.tenant.as_slice(), FAULTS);
        }
        kept
    }

    fn add(&mut self, paths: &[PathBuf], what: What) {
        self.files.extend(paths.iter().map(|path| File::of(path, what)));
    }

    /// Nothing of all this is at the path.
    fn spare(&self, path: &Path) -> Result<(), Complaint> {
        // A pipe or a terminal has no content that could be lost.
        if fs::metadata(path).is_ok_and(|there| !there.is_file()) {
            return Ok(());
        }
        let (place, own) = (real(path, LINKS), identity(path));
        let same =
            |file: &&File| is_same(&file.place, &place) || own.is_some() && own == file.identity;
        let what = match self.files.iter().find(same) {
            Some(file) => Some(file.what),
            None if self.is_within(&place) => Some(MEMORY),
            None if is_database(path) => Some(JOURNAL),
            None => None,
        };
        what.map_or(Ok(()), |(zh, en)| {
            let words = [path.display().to_string().into(), both(zh, en)];
            Err(Complaint::with(Code::OutputIsInput, words))
        })
    }

    /// A log may stand beside what is kept there.
    fn is_within(&self, place: &Path) -> bool {
        !is_log(place) && self.folders.iter().any(|folder| place.starts_with(folder))
    }
}

fn is_log(path: &Path) -> bool {
    path.extension().is_some_and(|end| end.eq_ignore_ascii_case("log"))
}

/// The files in a folder and so many levels of folders within.
fn files_in(folder: &Path, levels: u8) -> Box<dyn Iterator<Item = PathBuf>> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    Box::new(entries.map(|entry| entry.path()).flat_map(move |path| match levels.checked_sub(1) {
        Some(left) if path.is_dir() => files_in(&path, left),
        Some(_) | None => Box::new(std::iter::once(path)),
    }))
}

/// A journal with what SQLite, its lock and the built-in sandbox keep beside it.
fn companions(journal: &Path) -> Vec<PathBuf> {
    let with = |ending: &str| {
        let mut name = OsString::from(journal);
        name.push(ending);
        PathBuf::from(name)
    };
    let mut all = ["", "-wal", "-shm", "-journal", ".lock"].map(with).to_vec();
    all.push(super::rig::state_file(journal));
    all
}

/// The spreadsheets that the mapping file names. One that can't be read is told where it is needed.
fn of_mapping(input: &Input) -> Vec<PathBuf> {
    let Some(path) = &input.mapping else { return Vec::new() };
    let Ok((Ok(mapping), _)) = inputs::mapping(path) else { return Vec::new() };
    let home = path.parent().map(Path::to_path_buf).unwrap_or_default();
    let children = mapping.records.iter().flat_map(|record| &record.children);
    let tables = mapping.records.iter().flat_map(|record| &record.values_from);
    let named = children.filter_map(|child| child.file.clone());
    named.chain(tables.map(|(_, table)| table.file.clone())).map(|file| home.join(file)).collect()
}

/// The path without links and turns. Of a file that is not there yet: where it would be made.
fn real(path: &Path, links: u8) -> PathBuf {
    if let Ok(real) = fs::canonicalize(path) {
        return real;
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or_else(|| Path::new("."));
    if links > 0
        && let Ok(target) = fs::read_link(path)
    {
        return real(&folder.join(target), links - 1);
    }
    match path.file_name() {
        Some(name) if path.parent().is_some() => real(folder, links).join(name),
        Some(_) | None => std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf()),
    }
}

/// Whether two real paths are one: on the usual disks of macOS and Windows capitals don't count.
fn is_same(one: &Path, other: &Path) -> bool {
    let folds = cfg!(any(windows, target_os = "macos"));
    let folded = |path: &Path| path.to_string_lossy().to_lowercase();
    one == other || folds && folded(one) == folded(other)
}

/// Device and inode, which all names of a file share.
#[cfg(unix)]
fn identity(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt as _;
    let there = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
    Some((there.dev(), there.ino()))
}

/// Elsewhere the path has to do.
#[cfg(not(unix))]
fn identity(_path: &Path) -> Option<(u64, u64)> {
    None
}

/// Whether somebody's database is there: another profile's journal, a copy.
fn is_database(path: &Path) -> bool {
    let mut start = [0; DATABASE.len()];
    let read = fs::File::open(path).and_then(|mut file| file.read_exact(&mut start));
    read.is_ok() && start == DATABASE
}
