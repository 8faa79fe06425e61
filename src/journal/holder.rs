//! Who holds a journal, found out without taking its lock: a process that starts at that moment
//! must not find it taken by one that only asks.
//!
//! Must not know: what is done with the answer.

use std::fmt;
use std::path::Path;

/// The process that holds a journal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holder {
    /// Its number; none where the system does not say.
    pub pid: Option<u32>,
    /// Since when, as it wrote itself.
    pub since: Option<String>,
}

/// `pid 4242, 2024-05-01 09:30:00 UTC`, as it stands in the lock file.
impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.pid, &self.since) {
            (Some(pid), Some(since)) => write!(f, "pid {pid}, {since}"),
            (Some(pid), None) => write!(f, "pid {pid}"),
            (None, _) => f.write_str("?"),
        }
    }
}

impl Holder {
    /// What a lock file says.
    fn written(text: &str) -> Option<Self> {
        let (pid, since) = text.lines().next()?.strip_prefix("pid ")?.split_once(", ")?;
        Some(Self { pid: Some(pid.parse().ok()?), since: Some(since.to_owned()) })
    }
}

/// Who holds the journal whose lock file lies at `slip`.
#[cfg(target_os = "linux")]
pub(super) fn of(journal: &Path, slip: &Path) -> Option<Holder> {
    let said = said(slip);
    let Ok(locks) = std::fs::read_to_string("/proc/locks") else {
        return said.filter(lives);
    };
    // A muster of before locks the lock file alone.
    let pid = [journal, slip].iter().find_map(|path| {
        let inode = crate::disk::Inode::of_path(path).ok().flatten()?;
        let of = [rustix::fs::major(inode.device), rustix::fs::minor(inode.device)];
        locker(&locks, of, inode.number)
    })?;
    let said = said.filter(|said| said.pid == Some(pid));
    Some(said.unwrap_or(Holder { pid: Some(pid), since: None }))
}

/// Elsewhere who wrote the lock file last holds it, if he lives.
#[cfg(all(unix, not(target_os = "linux")))]
pub(super) fn of(_journal: &Path, slip: &Path) -> Option<Holder> {
    said(slip).filter(lives)
}

/// A lock there forbids to read as well.
#[cfg(not(unix))]
pub(super) fn of(_journal: &Path, slip: &Path) -> Option<Holder> {
    use std::io::ErrorKind;
    let read = std::fs::read_to_string(slip);
    read.is_err_and(|error| error.kind() != ErrorKind::NotFound).then(Holder::default)
}

/// What the lock file says, if it is one.
#[cfg(unix)]
fn said(slip: &Path) -> Option<Holder> {
    use std::io::Read as _;
    let file = crate::disk::private::open(slip, std::fs::OpenOptions::new().read(true)).ok()?;
    let mut text = String::new();
    file.take(256).read_to_string(&mut text).ok()?;
    Holder::written(&text)
}

/// Whether the process lives; another may have its number by now.
#[cfg(unix)]
fn lives(holder: &Holder) -> bool {
    let pid = holder.pid.and_then(|pid| rustix::process::Pid::from_raw(pid.cast_signed()));
    // Who may not be sent a signal lives as well.
    pid.is_some_and(|pid| {
        let asked = rustix::process::test_kill_process(pid);
        asked.is_ok() || asked == Err(rustix::io::Errno::PERM)
    })
}

/// Who locks the whole of a file, in the kernel's list of locks (`proc_locks(5)`):
/// `1: FLOCK  ADVISORY  WRITE 4242 fe:00:5357822 0 EOF`. Who waits for it has an arrow.
#[cfg(target_os = "linux")]
fn locker(locks: &str, [major, minor]: [u32; 2], number: u64) -> Option<u32> {
    let file = format!("{major:02x}:{minor:02x}:{number}");
    locks.lines().find_map(|line| {
        let mut words = line.split_whitespace().skip(1);
        let is_lock = words.next() == Some("FLOCK") && words.next().is_some();
        let is_write = words.next() == Some("WRITE");
        let pid = words.next()?.parse().ok()?;
        (is_lock && is_write && words.next() == Some(file.as_str())).then_some(pid)
    })
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn the_kernel_says_who_locks_a_file() {
        let locks = "\
            1: POSIX  ADVISORY  READ 7 fe:00:12 1073741826 1073742335\n\
            2: FLOCK  ADVISORY  WRITE 4242 fe:00:12 0 EOF\n\
            2: -> FLOCK  ADVISORY  WRITE 4243 fe:00:12 0 EOF\n\
            3: FLOCK  ADVISORY  READ 5 fe:00:13 0 EOF\n";
        assert_eq!(locker(locks, [0xfe, 0], 12), Some(4242));
        assert_eq!(locker(locks, [0xfe, 1], 12), None);
        assert_eq!(locker(locks, [0xfe, 0], 13), None, "who reads does not hold it");
        assert_eq!(locker(locks, [0xfe, 0], 1), None);
    }

    #[test]
    fn a_lock_file_is_read_as_it_was_written() {
        let text = "pid 4242, 2024-05-01 09:30:00 UTC\nmade";
        let holder = Holder::written(text).unwrap();
        assert_eq!(holder.to_string(), "pid 4242, 2024-05-01 09:30:00 UTC");
        assert_eq!(Holder::written(""), None);
        assert_eq!(Holder::default().to_string(), "?");
    }
}
