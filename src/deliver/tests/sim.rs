//! The simulation: engine, sandbox, network and clock in one runtime, all chance from one seed.
//! Thousands of seeds of faults, crashes, outages, jumping clocks and edited files; after each stop
//! and at the end the server's ledger is held against the input and against what the journal says.
//! Odd seeds are the lives of one journal (`life`), even ones stories of several journals, of one that
//! was set back, of files that are corrected (`desks`).
//!
//! `MUSTER_SIM_SEED=4711 cargo test --lib deliver::tests::sim` runs one seed and prints its trace;
//! `MUSTER_SIM_SEEDS=100000` sets how many run, from `MUSTER_SIM_FROM` on; `MUSTER_SIM_PLOT=2` tells
//! the third plot of `desks` in all of its seeds.

#![expect(clippy::print_stderr, reason = "a failing seed tells its story")]

mod budget;
mod check;
mod desks;
mod edits;
mod life;
mod matrix;
mod modes;
mod named;
mod net;
mod rig;
mod world;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, OnceLock};

use super::*;
use crate::journal::{Replacement, Verdict};
use crate::problem::Complaint;

/// How many seeds the test command runs.
const SEEDS: u64 = 2_000;
/// So many failing seeds, and no further one is begun.
const ENOUGH: usize = 5;

/// All chance of a seed: splitmix64.
#[derive(Clone, Debug)]
struct Dice(u64);

impl Dice {
    /// A stream of its own for each purpose, so that one more draw here changes nothing there.
    fn new(seed: u64, purpose: u64) -> Self {
        let mut dice = Self(seed ^ (purpose << 48));
        dice.bits();
        dice
    }

    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: u64) -> u64 {
        self.bits() % n.max(1)
    }

    /// True so many times in a thousand.
    fn chance(&mut self, thousandth: u64) -> bool {
        self.below(1000) < thousandth
    }

    fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[usize::try_from(self.below(from.len() as u64)).unwrap()].clone()
    }

    /// Up to so long, to the millisecond.
    fn up_to(&mut self, longest: Duration) -> Duration {
        Duration::from_millis(self.below(u64::try_from(longest.as_millis()).unwrap() + 1))
    }

    fn unit(&mut self) -> f64 {
        f64::from(u32::try_from(self.bits() >> 32).unwrap()) / f64::from(u32::MAX)
    }
}

/// What one seed came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Counts {
    lives: u64,
    requests: u64,
    created: u64,
    unknown: u64,
    blocked: u64,
    /// A hash of everything that happened, in its order.
    trace: u64,
}

/// Run one seed; the law that broke, with what led to it.
fn run_seed(seed: u64, folder: &Path, tell: bool) -> Result<Counts, String> {
    // Every other one is a story of several journals.
    if seed.is_multiple_of(2) {
        return desks::tell_seed(seed, folder, tell);
    }
    let path = folder.join(format!("{seed}.db"));
    let told = played(seed, tell, |story| life::live(seed, &path, story));
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(folder.join(format!("{seed}.db{ending}")));
    }
    told
}

/// Play the story of a seed in time of its own.
fn played<F: Future<Output = Result<Counts, String>>>(
    seed: u64,
    tell: bool,
    live: impl FnOnce(net::Story) -> F,
) -> Result<Counts, String> {
    let story = net::Story::default();
    let told = story.clone();
    let ran = catch_unwind(AssertUnwindSafe(|| {
        let mut builder = tokio::runtime::Builder::new_current_thread();
        let runtime = builder.enable_time().start_paused(true).build().unwrap();
        runtime.block_on(live(story))
    }));
    let result = ran.unwrap_or_else(|panic| {
        let words = panic.downcast_ref::<String>().cloned();
        let words = words.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
        Err(format!("panic: {}", words.unwrap_or_default()))
    });
    match result {
        Ok(counts) => {
            if tell {
                told.tell(usize::MAX);
            }
            Ok(Counts { trace: told.hash(), ..counts })
        }
        Err(law) => {
            told.tell(if tell { usize::MAX } else { 60 });
            eprintln!("seed {seed}: {law}\n");
            Err(format!(
                "seed {seed}: {law}\n  again: MUSTER_SIM_SEED={seed} cargo test --lib deliver::tests::sim"
            ))
        }
    }
}

/// What an import makes of older runs, as the command line decides it, and where a person is asked,
/// that it is the same input.
fn replacement(journal: &Journal, jobs: &[Job]) -> Result<Replacement, Complaint> {
    let older = journal.older_runs()?;
    let mut comparison = journal.compare();
    for job in jobs {
        comparison.see(job)?;
    }
    let overlaps = comparison.overlaps(&older)?;
    let doubtful_names = comparison.doubtful_names(&overlaps)?;
    let replaced = overlaps
        .iter()
        .filter(|overlap| overlap.older.unsent > 0 && overlap.verdict() != Verdict::Apart);
    let runs = replaced.map(|overlap| (overlap.older.run, overlap.older.kind)).collect();
    Ok(Replacement { runs, doubtful_names })
}

#[expect(clippy::disallowed_methods, reason = "how much a developer wants to have simulated")]
fn asked(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// The journal at `path`, as a new process finds it. A new one is a copy of one that is made once:
/// its making is most of what a short life costs.
fn journal_at(path: &Path, now: Timestamp) -> Result<Journal, Complaint> {
    static NEW: OnceLock<Vec<u8>> = OnceLock::new();
    if !path.exists() {
        let new = NEW.get_or_init(|| {
            let folder = scratch();
            let path = folder.path().join("new.db");
            Journal::simulated(&path, &tenant(), now).unwrap().close().unwrap();
            std::fs::read(&path).unwrap()
        });
        std::fs::write(path, new).unwrap();
        let connection = rusqlite::Connection::open(path).unwrap();
        let name = blake3::hash(path.file_name().unwrap().as_encoded_bytes());
        // A name and a key of its own, the same each time: so are the pages that it writes.
        let uuid = uuid::Builder::from_random_bytes(name.as_bytes()[..16].try_into().unwrap());
        let sql = "UPDATE meta SET value = ?2 WHERE key = ?1";
        connection.execute(sql, ("uuid", uuid.into_uuid().to_string())).unwrap();
        connection.execute(sql, ("hash_key", &name.as_bytes()[..])).unwrap();
    }
    Journal::simulated(path, &tenant(), now)
}

fn scratch() -> tempfile::TempDir {
    // Memory where there is any: a simulated disk needs no real one.
    let memory = Path::new("/dev/shm");
    if memory.is_dir()
        && let Ok(folder) = tempfile::Builder::new().prefix("muster-sim-").tempdir_in(memory)
    {
        return folder;
    }
    tempfile::tempdir().unwrap()
}

#[test]
fn whatever_happens_nobody_is_made_twice_and_nobody_is_lost() {
    let folder = scratch();
    if let Some(seed) = asked("MUSTER_SIM_SEED") {
        let counts = run_seed(seed, folder.path(), true);
        eprintln!("seed {seed}: {counts:?}");
        assert!(counts.is_ok());
        return;
    }
    let first = asked("MUSTER_SIM_FROM").unwrap_or(1);
    let last = first + asked("MUSTER_SIM_SEEDS").unwrap_or(SEEDS);
    let next = AtomicU64::new(first);
    let failed = Mutex::new(Vec::new());
    let total = Mutex::new(Counts::default());
    let began = std::time::Instant::now();
    let work = || {
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed >= last || failed.lock().unwrap().len() >= ENOUGH {
                return;
            }
            match run_seed(seed, folder.path(), false) {
                Ok(counts) => {
                    let mut total = total.lock().unwrap();
                    total.lives += counts.lives;
                    total.requests += counts.requests;
                    total.created += counts.created;
                    total.unknown += counts.unknown;
                    total.blocked += counts.blocked;
                }
                Err(law) => failed.lock().unwrap().push(law),
            }
        }
    };
    std::thread::scope(|scope| {
        let hands = std::thread::available_parallelism().map_or(2, usize::from).min(8);
        for _ in 0..hands {
            scope.spawn(work);
        }
    });
    let failed = failed.into_inner().unwrap();
    let total = total.into_inner().unwrap();
    eprintln!("{} seeds in {:?}: {total:?}", last - first, began.elapsed());
    assert!(failed.is_empty(), "{}", failed.join("\n\n"));
    assert!(total.lives > 2 * (last - first), "nothing was cut off: {total:?}");
    assert!(total.created > last - first, "hardly anything was made: {total:?}");
}

#[test]
fn a_seed_is_one_story() {
    let (one, other) = (scratch(), scratch());
    for seed in 1..60 {
        let first = run_seed(seed, one.path(), false);
        assert_eq!(first, run_seed(seed, other.path(), false), "seed {seed}");
    }
}
