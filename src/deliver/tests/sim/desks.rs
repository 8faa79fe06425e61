//! Several journals, several processes, files that are corrected on the way: what one journal in one
//! hand, played by `life`, does not show. Each seed is one story; the laws are those of `truth`.
//!
//! Every mend of the journal, switched off, must be found by these stories (`mends`).

mod desk;
mod mends;
mod plots;
mod roster;
mod truth;

use super::net::Story;
use super::world::Weather;
use super::*;
use crate::sandbox::{DuplicateTalent, TokenMode};
use desk::{Cut, Desk, Done, Order, Town};
use roster::Person;

/// What is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Plot {
    /// Two desks import one file, one after the other, each cut off anywhere.
    Colleagues,
    /// A journal is copied while it is written, and put back; or its log is lost.
    SetBack,
    /// Two desks import one file at once.
    AtOnce,
    /// A file is corrected where it was not sent.
    Corrected,
    /// Who had no key, and is in doubt, gets one.
    Doubted,
    /// Keys come and go: mobile, then both, then e-mail alone.
    Learned,
    /// A fix file is imported, here or at another desk.
    Fixed,
}

const PLOTS: [Plot; 12] = [
    Plot::Colleagues,
    Plot::Colleagues,
    Plot::SetBack,
    Plot::SetBack,
    Plot::AtOnce,
    Plot::AtOnce,
    Plot::Corrected,
    Plot::Corrected,
    Plot::Corrected,
    Plot::Doubted,
    Plot::Learned,
    Plot::Fixed,
];

/// A create that left late arrives within so long.
const LATEST: Duration = Duration::from_secs(20);

/// The plot of a seed.
fn drawn(seed: u64) -> Plot {
    Dice::new(seed, 11).pick(&PLOTS)
}

/// Tell one seed's story.
async fn live(seed: u64, folder: &Path, story: Story) -> Result<Counts, String> {
    let mut dice = Dice::new(seed, 12);
    let plot = asked("MUSTER_SIM_PLOT").map_or(drawn(seed), |n| PLOTS[usize::try_from(n).unwrap()]);
    let town = town(&mut dice, seed, plot, story);
    town.note(format!("{plot:?}: {:?}", town.people));
    let told = plots::Tale { town, dice, seed, folder, lives: 0 }.tell(plot).await;
    told.map_err(|law| format!("{plot:?}: {law}"))
}

/// The people, the server and the weather of a story.
fn town(dice: &mut Dice, seed: u64, plot: Plot, story: Story) -> Town {
    let count = 3 + usize::try_from(dice.below(8)).unwrap();
    let people = match plot {
        Plot::Learned => plots::learned_people(count),
        Plot::Doubted => plots::doubted_people(dice, count),
        Plot::Colleagues | Plot::SetBack | Plot::AtOnce | Plot::Corrected | Plot::Fixed => {
            (0..count).map(|who| Person::drawn(dice, who)).collect()
        }
    };
    let weather = weather(dice, plot);
    let behaviour = behaviour(dice, seed, plot);
    let lag = behaviour.index_lag;
    let policy =
        Policy { max_in_flight: dice.pick(&[1, 2, 32]), same_refusal: 0, ..Policy::default() };
    let sandbox = Sandbox::new(behaviour).unwrap();
    let settled = lag + weather.latest + Duration::from_secs(1);
    Town { people, sandbox, weather, policy, story, began: Instant::now(), lag, settled }
}

fn weather(dice: &mut Dice, plot: Plot) -> Weather {
    let scale = if plot == Plot::Doubted { 30 } else { dice.pick(&[0, 1, 4]) };
    Weather {
        unsent: 6 * scale,
        swallowed: 3 * scale,
        late: 5 * scale,
        // Of colleagues one begins soon after the other, while the other's looks are young.
        latest: if plot == Plot::Colleagues { LATEST / 5 } else { LATEST },
        // What keeps a look waiting until it is old.
        outage: if plot == Plot::AtOnce { dice.pick(&[0, 60, 150]) } else { scale },
        ..Weather::default()
    }
}

fn behaviour(dice: &mut Dice, seed: u64, plot: Plot) -> Behaviour {
    let mut faults = super::world::scaled(dice, 0.5);
    faults.throttle_no_reset = 0.0;
    let lags: &[u64] =
        if plot == Plot::SetBack { &[0, 4000, 15_000] } else { &[0, 0, 4000, 15_000] };
    let latency: &[u64] = if plot == Plot::AtOnce { &[20, 170, 6000] } else { &[0, 20, 170] };
    Behaviour {
        seed,
        latency: Duration::from_millis(dice.pick(latency)),
        jitter: Duration::from_millis(dice.pick(&[0, 50, 500])),
        faults,
        token_mode: dice.pick(&[
            TokenMode::Refuse,
            TokenMode::Replay,
            TokenMode::ForgetAfter(Duration::from_hours(1)),
        ]),
        duplicate_talent: dice.pick(&[
            DuplicateTalent::MakeAnother,
            DuplicateTalent::MakeAnother,
            DuplicateTalent::Merge,
            DuplicateTalent::Refuse,
        ]),
        index_lag: Duration::from_millis(dice.pick(lags)),
        ..Behaviour::default()
    }
}

/// Tell one seed's story in time of its own; the law that broke, with what led to it.
pub(super) fn tell_seed(seed: u64, folder: &Path, tell: bool) -> Result<Counts, String> {
    let told = played(seed, tell, |story| live(seed, folder, story));
    for (name, ending) in
        [0, 1].into_iter().flat_map(|name| ["", "-wal", "-shm"].map(|e| (name, e)))
    {
        let _ = std::fs::remove_file(folder.join(format!("{seed}-{name}.db{ending}")));
    }
    for name in [0, 1] {
        let _ = std::fs::remove_dir_all(folder.join(format!("{seed}-{name}-state")));
    }
    told
}
