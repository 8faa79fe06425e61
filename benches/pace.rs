//! The pace against the best time that the two windows allow, in simulated time: what 50 in any
//! second and 1000 in any minute permit at most, and what muster takes, for several sizes and
//! round trips. Takes a second of real time; `cargo bench --bench pace`.
//!
//! Must not know: anything but the public pace.
#![expect(clippy::print_stdout, reason = "figures are what this prints")]

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use muster::kinds::endpoints::TALENT_CREATE;
use muster::pace::{DEFAULT_RATE, MAX_RATE, Pacer};
use tokio::time::Instant;

/// Seconds to the last send of the best schedule: bursts of 50, then the minute.
fn best(n: u64) -> u64 {
    60 * ((n - 1) / 1000) + ((n - 1) % 1000) / 50
}

/// A one-way delay around `mean`: 0.2 to 1.8 of it, evenly.
fn delay(mean: Duration, dice: &mut u64) -> Duration {
    *dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    let fraction =
        f64::from(u32::try_from(*dice >> 33).unwrap_or_default()) / f64::from(1_u32 << 31);
    mean.mul_f64(1.6_f64.mul_add(fraction, 0.2))
}

/// The most arrivals in any half-open window.
fn worst(arrivals: &[Duration], window: Duration) -> usize {
    let mut from = 0;
    let mut worst = 0;
    for (to, at) in arrivals.iter().enumerate() {
        while at.saturating_sub(arrivals[from]) >= window {
            from += 1;
        }
        worst = worst.max(to + 1 - from);
    }
    worst
}

/// Until the last answer, and the worst second and minute at the server.
async fn run(rate: u32, n: u64, round_trip: Duration) -> (Duration, usize, usize) {
    let pacer = Pacer::new(&TALENT_CREATE, rate, &[]);
    let start = Instant::now();
    let arrivals = Arc::new(Mutex::new(Vec::new()));
    let mut dice = n;
    let mut tasks = Vec::new();
    for _ in 0..n {
        let permit = pacer.permit().await;
        let (there, back) = (delay(round_trip / 2, &mut dice), delay(round_trip / 2, &mut dice));
        let arrivals = Arc::clone(&arrivals);
        tasks.push(tokio::spawn(async move {
            tokio::time::sleep(there).await;
            arrivals.lock().unwrap_or_else(PoisonError::into_inner).push(start.elapsed());
            tokio::time::sleep(back).await;
            drop(permit);
        }));
    }
    for task in tasks {
        let _ended = task.await;
    }
    let took = start.elapsed();
    let mut arrivals = arrivals.lock().unwrap_or_else(PoisonError::into_inner);
    arrivals.sort();
    let (second, minute) = (Duration::from_secs(1), Duration::from_mins(1));
    (took, worst(&arrivals, second), worst(&arrivals, minute))
}

fn main() -> std::io::Result<()> {
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build()?;
    println!("rate  rows    round trip  best s  muster s   forecast s  worst/1 s  worst/60 s");
    for rate in [DEFAULT_RATE, MAX_RATE] {
        for n in [100, 1000, 2300, 10_000] {
            for round_trip in [0, 170, 320] {
                let round_trip = Duration::from_millis(round_trip);
                let (took, second, minute) = runtime.block_on(run(rate, n, round_trip));
                let forecast = runtime
                    .block_on(async { Pacer::new(&TALENT_CREATE, rate, &[]).forecast(n) })
                    .as_secs_f64();
                println!(
                    "{rate:>4} {n:>6} {:>8} ms {:>9} {:>9.2} {forecast:>10.2} {second:>10} {minute:>11}",
                    round_trip.as_millis(),
                    best(n),
                    took.as_secs_f64(),
                );
            }
        }
    }
    Ok(())
}
