//! Real kills: the binary is killed at random in mid-import, the file is corrected, and somebody goes
//! on with `import` or `resume`, with the same journal or a second one, killed again and again.
//! Nobody is lost, nobody is made twice, nobody's old data are sent after the correction was
//! approved, and nobody is said to be in the record of somebody else.
//!
//! A few rounds by default; `MUSTER_KILLS=200 cargo test --test it kills` sets how many,
//! `MUSTER_KILL_SEED=4711` where they begin.

#![expect(clippy::print_stderr, reason = "a round that fails tells its choices")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::process::Stdio;
use std::time::{Duration, Instant};

use muster::sandbox::{Behaviour, DuplicateTalent, Endpoint};

use crate::world::World;

/// Rounds of the test command, about four seconds each.
const ROUNDS: u64 = 4;
/// So late is shown what was made.
const LAG: Duration = Duration::from_millis(200);

/// The choices of a round: splitmix64.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % n
    }

    fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }
}

/// What the file says of somebody now: how often who it is was corrected, how often the rest.
#[derive(Clone, Copy, Default)]
struct Row {
    keys: u32,
    number: u32,
    version: u32,
}

/// A file of people, of whom every third has an ID document, and one of employments.
#[derive(Clone)]
struct Files {
    people: Vec<Row>,
    posts: Vec<Row>,
}

impl Files {
    fn put(&self, world: &World) {
        let mut text = "姓名,手机号,邮箱,证件类型,证件号码,自我评价\n".to_owned();
        for (who, row) in self.people.iter().enumerate() {
            let Row { keys, number, version } = row;
            let document = if who % 3 == 0 { document(who, *number) } else { String::new() };
            let kind = if document.is_empty() { "" } else { "居民身份证" };
            let name = name_of(who);
            writeln!(
                text,
                "{name},13{keys}{who:08},p{who}.{keys}@example.com,{kind},{document},{who} {version}"
            )
            .unwrap();
        }
        world.put("people.csv", text);
        let mut text = "employment_id,department_id,employee_type_id,effective_time\n".to_owned();
        for (who, row) in self.posts.iter().enumerate() {
            let day = row.version + 1;
            writeln!(
                text,
                "{},6890452208593372679,6890452208593372680,2024-05-{day:02}",
                7_000_000_000_000_000_000 + who
            )
            .unwrap();
        }
        world.put("posts.csv", text);
    }
}

/// A name of two characters that nobody else has.
fn name_of(who: usize) -> String {
    let second = char::from_u32(0x4E00 + u32::try_from(who).unwrap()).unwrap();
    format!("张{second}")
}

/// A number with its check digit.
fn document(who: usize, n: u32) -> String {
    let body = format!("110101199{n}0307{who:03}");
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = body.bytes().zip(weights).map(|(digit, by)| u32::from(digit - b'0') * by).sum();
    let check = b"10X98765432"[usize::try_from(sum % 11).unwrap()];
    format!("{body}{}", char::from(check))
}

/// What the server made: whose record each id is, and of which version.
struct Truth {
    people: BTreeMap<usize, Vec<(String, u32)>>,
    posts: BTreeMap<usize, Vec<(String, u32)>>,
}

impl Truth {
    fn of(world: &World) -> Self {
        let ledger = world.ledger();
        let (mut people, mut posts) = (BTreeMap::new(), BTreeMap::new());
        for talent in &ledger.talents {
            let mark = talent.body["self_evaluation"]["content"].as_str().unwrap();
            let (who, version) = mark.split_once(' ').unwrap();
            let made: &mut Vec<_> = people.entry(who.parse().unwrap()).or_default();
            made.push((talent.id.clone(), version.parse().unwrap()));
        }
        for one in &ledger.job_data {
            let id: usize = one.employment_id.parse().unwrap();
            let day = one.body["effective_time"].as_str().unwrap()[8..10].parse::<u32>().unwrap();
            let made: &mut Vec<_> = posts.entry(id - 7_000_000_000_000_000_000).or_default();
            made.push((one.id.clone(), day - 1));
        }
        assert!(ledger.duplicates.is_empty(), "{:?}", ledger.duplicates);
        assert!(ledger.violations.is_empty(), "{:?}", ledger.violations);
        Self { people, posts }
    }
}

fn creates(world: &World) -> u64 {
    let ledger = world.ledger();
    let of = |endpoint| ledger.requests_to(endpoint).arrivals;
    of(Endpoint::TalentCreate) + of(Endpoint::JobDataCreate)
}

/// A round under way.
struct Round {
    world: World,
    dice: Dice,
    reports: u32,
    story: String,
}

impl Round {
    fn new(seed: u64) -> Self {
        let mut dice = Dice(seed);
        let latency = Duration::from_millis(10 + dice.below(60));
        let world = World::new();
        let state = world.path().join("state").display().to_string();
        let world = world.env("XDG_STATE_HOME", &state).sandbox(Behaviour {
            seed,
            latency,
            jitter: Duration::from_millis(dice.below(80)),
            index_lag: LAG,
            duplicate_talent: DuplicateTalent::MakeAnother,
            ..Behaviour::default()
        });
        world.put("kills.toml", "[profile.default]\nsettle_delays = [1]\n");
        Self { world, dice, reports: 0, story: format!("seed {seed}") }
    }

    fn note(&mut self, what: &str) {
        let _ = write!(self.story, "; {what}");
    }

    fn arguments(&mut self, words: &[&str], journal: &str) -> Vec<String> {
        self.reports += 1;
        let report = format!("report-{}", self.reports);
        let more =
            ["--yes", "--config", "kills.toml", "--journal", journal, "--report-dir", &report];
        words.iter().chain(&more).map(|word| (*word).to_owned()).collect()
    }

    /// Run a command and kill it, at once or when the server has had some creates more; how many it
    /// had.
    fn kill(&mut self, words: &[&str], journal: &str) -> u64 {
        let arguments = self.arguments(words, journal);
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let before = creates(&self.world);
        let most = self.dice.below(80);
        let longest = if self.dice.chance(15) { self.dice.below(250) } else { 8000 };
        let mut command = self.world.command(&arguments);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let began = Instant::now();
        while child.try_wait().unwrap().is_none()
            && began.elapsed() < Duration::from_millis(longest)
            && creates(&self.world) < before + most
        {
            // Chance has settled upon the moment: time, or a number of creates.
            std::thread::sleep(Duration::from_millis(3));
        }
        let _ = child.kill();
        let ended = child.wait().unwrap();
        self.world.settled();
        // What was made is shown so much later, and nothing says that it is but the time.
        std::thread::sleep(LAG);
        let sent = creates(&self.world) - before;
        self.note(&format!("{words:?} at {journal}: {ended} after {sent}"));
        sent
    }

    /// Run a command to its end.
    fn end(&mut self, words: &[&str], journal: &str) -> Option<i32> {
        let arguments = self.arguments(words, journal);
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let ran = self.world.run(&arguments);
        self.note(&format!("{words:?} at {journal} ends: {:?}", ran.code));
        assert!(matches!(ran.code, Some(0 | 2)), "{}\n{}", self.story, ran.stderr);
        ran.code
    }

    /// Correct rows that are not in the tenant: who they are, or the rest; true if somebody is no
    /// longer to be known by any key.
    fn correct(&mut self, files: &mut Files, truth: &Truth) -> bool {
        let keys_too = self.dice.chance(70);
        let mut strangers = 0;
        let most = files.people.len() / 3;
        for (who, row) in files.people.iter_mut().enumerate() {
            if !self.dice.chance(35) {
                continue;
            }
            row.version += 1;
            match (keys_too && !truth.people.contains_key(&who), self.dice.below(3)) {
                (true, 0) if strangers < most => {
                    row.keys += 1;
                    strangers += 1;
                }
                (true, 1) => row.number += 1,
                _ => {}
            }
        }
        for row in &mut files.posts {
            row.version += u32::from(self.dice.chance(20));
        }
        keys_too
    }

    /// Everybody is there once, in the version that was approved for them, and nobody is said to be
    /// in another's record.
    fn holds(&self, files: &Files, before: &Truth) {
        let truth = Truth::of(&self.world);
        let story = &self.story;
        let sides = [
            (&files.people, &truth.people, &before.people),
            (&files.posts, &truth.posts, &before.posts),
        ];
        for (rows, made, before) in sides {
            for (who, row) in rows.iter().enumerate() {
                let made = made.get(&who).map(Vec::as_slice).unwrap_or_default();
                assert_eq!(made.len(), 1, "{who} is there {made:?}: {story}");
                let expected = before.get(&who).map_or(row.version, |made| made[0].1);
                assert_eq!(made[0].1, expected, "the version of {who}: {story}");
            }
        }
        let folder = self.world.path().join(format!("report-{}", self.reports));
        let text = std::fs::read_to_string(folder.join("results.csv")).unwrap();
        let mut results = csv::Reader::from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
        let mut lines = 0;
        for line in results.records() {
            let line = line.unwrap();
            let who: usize = line[3].parse::<usize>().unwrap() - 2;
            let made = if &line[4] == "talent" { &truth.people } else { &truth.posts };
            assert_eq!(line[7], made[&who][0].0, "{line:?}: {story}");
            let status = &line[6];
            assert!(
                matches!(status, "created" | "existing" | "unchanged" | "changed"),
                "{line:?}: {story}"
            );
            lines += 1;
        }
        assert_eq!(lines, files.people.len() + files.posts.len(), "{story}");
    }

    fn play(&mut self) {
        let (first, second) = ("first.db", "second.db");
        let import = ["import", "people.csv", "posts.csv"];
        let mut files = Files { people: vec![Row::default(); 50], posts: vec![Row::default(); 20] };
        files.put(&self.world);
        self.kill(&import, first);
        let before = Truth::of(&self.world);
        let old = files.clone();
        let keys_too = self.correct(&mut files, &before);
        files.put(&self.world);
        match self.dice.below(4) {
            0 => self.resumed(&old, &before),
            1 => {
                self.imported(&files, &before, second);
                // The old journal does not know of new keys; without any it finds everybody.
                if !keys_too {
                    self.end(&["resume"], first);
                    self.end(&import, first);
                    self.holds(&files, &before);
                }
            }
            _ => self.imported(&files, &before, first),
        }
    }

    /// Nothing of the correction was approved: what was, goes on.
    fn resumed(&mut self, old: &Files, before: &Truth) {
        if self.dice.chance(50) {
            self.kill(&["resume"], "first.db");
        }
        if self.end(&["resume"], "first.db") == Some(2) {
            // It was killed before it was approved, or nothing was left.
            old.put(&self.world);
            self.end(&["import", "people.csv", "posts.csv"], "first.db");
        }
        self.holds(old, before);
    }

    fn imported(&mut self, files: &Files, before: &Truth, journal: &str) {
        let import = ["import", "people.csv", "posts.csv"];
        // Once it has sent something it is approved, and may be gone on with.
        let mut approved = false;
        for _ in 0..self.dice.below(3) {
            let resume = approved && self.dice.chance(50);
            let words: &[&str] = if resume { &["resume"] } else { &import };
            approved |= self.kill(words, journal) > 0;
        }
        if approved && self.dice.chance(50) {
            self.end(&["resume"], journal);
        }
        self.end(&import, journal);
        self.holds(files, before);
    }
}

#[expect(clippy::disallowed_methods, reason = "how many kills a developer wants")]
fn asked(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn killed_corrected_and_gone_on_with_each_is_made_once_as_it_was_approved_last() {
    let first = asked("MUSTER_KILL_SEED").unwrap_or(1);
    let rounds = asked("MUSTER_KILLS").unwrap_or(ROUNDS);
    for seed in first..first + rounds {
        let mut round = Round::new(seed);
        round.play();
        eprintln!("{}", round.story);
    }
}
