//! What is promised of speed and size, as one table: each line measured beside what it is compared
//! with, in turn, so that a busy machine slows both. `cargo bench --bench table` prints it, with
//! `--rows N` for another size than a million, `--pairs N` for more or fewer than three pairs, and
//! `--only NAME` for one part. Run by `cargo test` each part runs once with a thousand rows: that it
//! works is asserted, how long it takes is not.
//!
//! Must not know: how muster does any of it. What is measured is the binary, and of the library what a
//! binary can't show.
#![expect(clippy::print_stdout, reason = "figures are what this prints")]

mod alone;
mod jobs;
mod lines;
mod measure;
mod queue;
mod reading;
mod sheets;
mod small;
mod stage;
mod tenant;

use std::alloc::System;
use std::error::Error;

use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};

use lines::Line;
use stage::Stage;

/// Counts what `alone` asks it to count. A bare read of a CSV allocates nothing a row, so that what
/// muster is compared with is not slowed by it; muster itself runs as its own binary, without it.
#[global_allocator]
static COUNTED: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// A part of the table.
type Part = fn(&Stage) -> Outcome<Vec<Line>>;

/// The parts in the order of the table.
const PARTS: [(&str, Part); 12] = [
    ("csv", reading::csv),
    ("qsv", reading::qsv),
    ("jobs", reading::jobs),
    ("xlsx", reading::xlsx),
    ("plan", queue::plan),
    ("allocations", small::allocations),
    ("again", queue::again),
    ("resume", queue::resume),
    ("sending", queue::sending),
    ("report", queue::report),
    ("start", small::start),
    ("tenant", tenant::tenant),
];

/// What is wanted.
struct Wish {
    /// Rows of the largest sheet.
    rows: u32,
    /// Times that each pair runs.
    pairs: u32,
    /// One part, or all.
    only: Option<String>,
    /// Run to be measured, not to see that it works.
    whole: bool,
}

impl Wish {
    fn of(arguments: &[String]) -> Outcome<Self> {
        let whole = arguments.iter().any(|argument| argument == "--bench");
        let (rows, pairs) = if whole { (1_000_000, 3) } else { (1000, 1) };
        let mut wish = Self { rows, pairs, only: None, whole };
        let mut words = arguments.iter();
        while let Some(word) = words.next() {
            let mut value = || words.next().ok_or(format!("{word} needs a value"));
            match word.as_str() {
                "--rows" => wish.rows = value()?.parse()?,
                "--pairs" => wish.pairs = value()?.parse()?,
                "--only" => wish.only = Some(value()?.clone()),
                // Cargo's own, and those of a test command that filters.
                _ => {}
            }
        }
        if wish.rows < 1000 || wish.pairs == 0 {
            return Err("at least a thousand rows and one pair".into());
        }
        if let Some(only) = &wish.only
            && !PARTS.iter().any(|(name, _)| name == only)
        {
            let names = PARTS.map(|(name, _)| name).join(", ");
            return Err(format!("there is no part {only}, but {names}").into());
        }
        Ok(wish)
    }
}

fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [flag, case, words @ ..] = &arguments[..]
        && flag == alone::CASE
    {
        return alone::run(case, words);
    }
    let wish = Wish::of(&arguments)?;
    let stage = Stage::new(wish.rows, wish.pairs, wish.whole)?;
    println!("| what | at most | measured | peak MiB | kept |");
    println!("|---|---|---|---:|---|");
    for (name, part) in PARTS {
        if wish.only.as_ref().is_none_or(|only| only == name) {
            for line in part(&stage).map_err(|error| format!("{name}: {error}"))? {
                println!("{line}");
            }
        }
    }
    Ok(())
}
