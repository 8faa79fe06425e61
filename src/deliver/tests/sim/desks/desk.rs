//! A desk: one journal on one machine, and every command that somebody gives there, cut off
//! anywhere; its journal may be copied while it is written, and put back.
//!
//! Must not know: which commands a story gives.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::super::net::{Left, Net};
use super::super::world::Weather;
use super::roster::{Line, Person};
use super::*;
use crate::plan::Admission;

/// No command of so few records takes longer.
const LONGEST: Duration = Duration::from_hours(5);

/// How a command is cut off.
#[derive(Clone, Copy, Debug)]
pub(super) enum Cut {
    /// Not at all.
    Never,
    /// The process vanishes, wherever it stands.
    Vanish(Duration),
    /// After so many steps of the network it vanishes.
    Steps(u64),
    /// So many more writes, then the disk is full.
    Writes(u64),
    /// A first signal.
    Drain(Duration),
}

/// A command.
#[derive(Clone, Debug)]
pub(super) enum Order {
    /// Import this file.
    Import(Vec<Line>),
    /// Go on with a run; the newest where none is named.
    Resume(Option<RunId>),
}

/// How a command ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Done {
    /// By itself.
    Ended(Ended),
    /// It was cut off.
    Cut,
    /// There was nothing to do, or it may not be done.
    Refused(Code),
}

/// What all desks have in common.
pub(super) struct Town {
    pub(super) people: Vec<Person>,
    pub(super) sandbox: Arc<Sandbox>,
    pub(super) weather: Weather,
    pub(super) policy: Policy,
    pub(super) story: Story,
    pub(super) began: Instant,
    /// How late the tenant shows what was made.
    pub(super) lag: Duration,
    /// After so long everything that left has arrived and is shown.
    pub(super) settled: Duration,
}

impl Town {
    pub(super) fn now(&self) -> Timestamp {
        let passed = SignedDuration::try_from(self.began.elapsed()).unwrap();
        Timestamp::from_second(1_800_000_000).unwrap() + passed
    }

    pub(super) fn note(&self, what: String) {
        self.story.note(self.began.elapsed(), what);
    }

    /// Everything that left arrives and is shown.
    pub(super) async fn pause(&self) {
        tokio::time::sleep(self.settled).await;
    }
}

/// A journal as somebody copied it.
struct Copied {
    file: Vec<u8>,
    log: Vec<u8>,
}

/// One journal.
pub(super) struct Desk {
    pub(super) name: usize,
    pub(super) path: PathBuf,
    /// What its machine remembers.
    state: PathBuf,
    pub(super) dice: Dice,
    /// The rows of each approved run.
    pub(super) runs: BTreeMap<RunId, Vec<Line>>,
    /// Which version of whom was approved last.
    approved: BTreeMap<usize, u32>,
    /// Who was in doubt when a later version came: the old one may be sent once more.
    doubted: BTreeSet<usize>,
    /// Every create that left.
    pub(super) left: Vec<Left>,
    /// Take a copy so long after the next command began.
    pub(super) copy_after: Option<Duration>,
    copied: Option<Copied>,
}

/// A draft that was filled: its run, its rows, what became of each.
type Drafted = (RunId, Vec<Line>, Vec<Admission>);

impl Desk {
    pub(super) fn new(name: usize, folder: &Path, seed: u64) -> Self {
        Self {
            name,
            path: folder.join(format!("{seed}-{name}.db")),
            state: folder.join(format!("{seed}-{name}-state")),
            dice: Dice::new(seed, 20 + name as u64),
            runs: BTreeMap::new(),
            approved: BTreeMap::new(),
            doubted: BTreeSet::new(),
            left: Vec::new(),
            copy_after: None,
            copied: None,
        }
    }

    /// The journal, by a new process.
    pub(super) fn open(&self, town: &Town) -> Journal {
        journal_at(&self.path, town.now()).unwrap()
    }

    /// The journal is carried to another machine.
    pub(super) fn move_away(&self) {
        let _ = std::fs::remove_dir_all(&self.state);
    }

    pub(super) fn has_sent(&self, who: usize) -> usize {
        self.left.iter().filter(|left| left.who == who).count()
    }

    /// Of whom the journal does not know what became.
    pub(super) fn in_doubt(&self, town: &Town) -> BTreeSet<usize> {
        let journal = self.open(town);
        let mut found = BTreeSet::new();
        for (run, lines) in &self.runs {
            let records = journal.records(*run).unwrap().map(Result::unwrap);
            let unknown = records.filter(|record| record.fate == Fate::Unknown);
            found.extend(unknown.map(|record| lines[record.row as usize - 2].who));
        }
        found
    }

    /// Anything at all, wherever it may hit.
    pub(super) fn draw_cut(&mut self) -> Cut {
        let dice = &mut self.dice;
        match dice.below(10) {
            0..=4 => Cut::Steps(dice.below(44)),
            5 => Cut::Vanish(dice.up_to(Duration::from_secs(4))),
            6 => Cut::Vanish(dice.up_to(Duration::from_mins(1))),
            7..=8 => Cut::Writes(dice.below(36)),
            _ => Cut::Drain(dice.up_to(Duration::from_secs(4))),
        }
    }

    /// Give a command; a law that it broke is an error.
    pub(super) async fn command(
        &mut self,
        town: &Town,
        order: &Order,
        cut: Cut,
        calm: bool,
    ) -> Result<Done, String> {
        self.tell(town, order, cut);
        let weather = if calm { Weather::default() } else { town.weather.clone() };
        let (sandbox, weather) = (Arc::clone(&town.sandbox), (weather, town.story.clone()));
        let net = Net::since(town.began, self.dice.bits(), sandbox, &self.path, weather);
        let client = Client::carried_by(Arc::clone(&net) as Arc<_>);
        let mut journal = self.open(town);
        journal.remember_in(&self.state, town.now()).unwrap();
        let (signal, shutdown) = Shutdown::channel();
        let gone = match cut {
            Cut::Steps(steps) => Some(net.cut_after(steps)),
            Cut::Writes(writes) => {
                journal.stop_after(writes);
                None
            }
            Cut::Never | Cut::Vanish(_) | Cut::Drain(_) => None,
        };
        let end = async {
            match (cut, &gone) {
                (Cut::Steps(_), Some(gone)) => gone.notified().await,
                (Cut::Vanish(after), _) => tokio::time::sleep(after).await,
                (Cut::Drain(after), _) => {
                    tokio::time::sleep(after).await;
                    let _ = signal.send(Stop::Drain);
                    tokio::time::sleep(LONGEST).await;
                }
                (Cut::Never | Cut::Writes(_) | Cut::Steps(_), _) => {
                    tokio::time::sleep(LONGEST).await;
                }
            }
        };
        let copied = RefCell::new(None);
        let (path, copy_after) = (self.path.clone(), self.copy_after.take());
        let copying = async {
            if let Some(after) = copy_after {
                tokio::time::sleep(after).await;
                *copied.borrow_mut() = Some(Copied::of(&path));
            }
            std::future::pending::<()>().await;
        };
        let drafted = RefCell::new(None);
        let hand = Hand { town, client: &client, drafted: &drafted, shutdown };
        let mut chance = Dice(self.dice.bits());
        let ended = tokio::select! {
            biased;
            () = end => None,
            ended = hand.carry_out(order, &mut journal, &mut chance) => Some(ended),
            () = copying => None,
        };
        if let Some(copy) = copied.into_inner() {
            town.note(format!("desk {}: its journal was copied", self.name));
            self.copied = Some(copy);
        }
        let done = self.close(journal, ended, cut, drafted.into_inner())?;
        town.note(format!("desk {}: {done:?}", self.name));
        self.obeys(&net)?;
        Ok(done)
    }

    fn tell(&self, town: &Town, order: &Order, cut: Cut) {
        let what = match order {
            Order::Resume(run) => format!("resume {run:?}"),
            Order::Import(lines) => {
                let rows: Vec<_> = lines.iter().map(|line| (line.who, line.version)).collect();
                format!("import {rows:?}")
            }
        };
        town.note(format!("desk {}: {what}, {cut:?}", self.name));
    }

    /// The process is gone, well or not; what it approved is approved.
    fn close(
        &mut self,
        mut journal: Journal,
        ended: Option<Result<Done, Complaint>>,
        cut: Cut,
        drafted: Option<Drafted>,
    ) -> Result<Done, String> {
        if let Some((run, lines, admissions)) = drafted
            && journal.run(run).is_ok_and(|row| row.approved_at.is_some())
        {
            self.approve(run, lines, &admissions);
        }
        let done = match ended {
            Some(Ok(done)) => done,
            Some(Err(complaint)) if !matches!(cut, Cut::Writes(_)) => {
                return Err(format!("desk {}: {complaint:?}", self.name));
            }
            Some(Err(_)) => Done::Cut,
            None if matches!(cut, Cut::Vanish(_) | Cut::Steps(_)) => Done::Cut,
            None => return Err(format!("desk {}: it does not end", self.name)),
        };
        if done == Done::Cut {
            journal.stop_after(0);
        } else {
            journal.stop_after(u64::MAX);
        }
        Ok(done)
    }

    fn approve(&mut self, run: RunId, lines: Vec<Line>, admissions: &[Admission]) {
        for (line, admission) in lines.iter().zip(admissions) {
            match admission {
                Admission::Unknown(_) => {
                    self.doubted.insert(line.who);
                }
                Admission::New
                | Admission::TakeOver(_)
                | Admission::SendAgain(_)
                | Admission::Unchanged(_)
                | Admission::Changed(_)
                | Admission::Conflict(_) => {
                    self.approved.insert(line.who, line.version);
                    self.doubted.remove(&line.who);
                }
            }
        }
        self.runs.insert(run, lines);
    }

    /// Nobody's old data leave once a correction was approved, and nobody's that were never approved;
    /// what holds of every attempt holds.
    fn obeys(&mut self, net: &Net) -> Result<(), String> {
        let left = net.left();
        self.left.extend(&left);
        if let Some(law) = net.broken() {
            return Err(law);
        }
        for Left { who, version, .. } in left {
            if self.approved.get(&who) != Some(&version) && !self.doubted.contains(&who) {
                return Err(format!(
                    "desk {}: version {version} of {who} was sent, approved is {:?}",
                    self.name,
                    self.approved.get(&who)
                ));
            }
        }
        if self.path.exists() { net.laws() } else { Ok(()) }
    }

    /// The copy is put back over the journal, or, without one, the journal's own log is lost. `kept`
    /// so many commits of the log are left, all where there is no number.
    pub(super) fn set_back(&mut self, town: &Town, kept: Option<u64>) {
        let Copied { file, mut log } = self.copied.take().unwrap_or_else(|| Copied::of(&self.path));
        if let Some(kept) = kept {
            log = cut_log(log, kept);
        }
        town.note(format!("desk {}: its journal is set back, {kept:?} commits kept", self.name));
        let with = |ending: &str| {
            let mut name = self.path.clone().into_os_string();
            name.push(ending);
            PathBuf::from(name)
        };
        // Files of their own, as of another machine: nothing that is open goes on with them.
        for ending in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(with(ending));
        }
        std::fs::write(&self.path, file).unwrap();
        std::fs::write(with("-wal"), log).unwrap();
    }
}

impl Copied {
    fn of(path: &Path) -> Self {
        let mut log = path.as_os_str().to_owned();
        log.push("-wal");
        let read = |path: &Path| std::fs::read(path).unwrap_or_default();
        Self { file: read(path), log: read(Path::new(&log)) }
    }
}

/// SQLite writes the log into the file once it has so many pages: cut before that, the file would
/// be ahead of what is left.
const MOVED_AT: usize = 1000;

/// SQLite's log up to its so many-th commit, and half a page of the next; whole where it is long.
fn cut_log(mut log: Vec<u8>, kept: u64) -> Vec<u8> {
    const HEADER: usize = 32;
    const FRAME: usize = 24;
    let word = |at: usize| {
        log.get(at..at + 4).map_or(0, |bytes| u32::from_be_bytes(bytes.try_into().unwrap()))
    };
    let page = usize::try_from(word(8)).unwrap();
    let (mut at, mut commits) = (HEADER, 0);
    if log.len() > MOVED_AT * page {
        return log;
    }
    while at + FRAME + page <= log.len() && page > 0 && commits < kept {
        commits += u64::from(word(at + 4) != 0);
        at += FRAME + page;
    }
    log.truncate(if kept == 0 { 0 } else { at + page / 2 });
    log
}

/// Who carries a command out, as the command line does.
struct Hand<'a> {
    town: &'a Town,
    client: &'a Client,
    drafted: &'a RefCell<Option<Drafted>>,
    shutdown: Shutdown,
}

impl Hand<'_> {
    async fn carry_out(
        &self,
        order: &Order,
        journal: &mut Journal,
        chance: &mut Dice,
    ) -> Result<Done, Complaint> {
        let run = match order {
            Order::Import(lines) => {
                let ended = self.deliver(journal, chance, false).await?;
                if ended != Ended::Finished {
                    return Ok(Done::Ended(ended));
                }
                self.plan(journal, lines)?
            }
            Order::Resume(wanted) => {
                let found = journal.latest_resumable()?;
                let Some(run) = wanted.or(found) else {
                    return Ok(Done::Refused(Code::NothingToResume));
                };
                match journal.resume(run) {
                    Ok(()) => run,
                    Err(complaint)
                        if matches!(complaint.code, Code::RunState | Code::RunMissing) =>
                    {
                        return Ok(Done::Refused(complaint.code));
                    }
                    Err(complaint) => return Err(complaint),
                }
            }
        };
        let ended = self.deliver(journal, chance, true).await?;
        let state = match &ended {
            Ended::Finished => RunState::Finished,
            Ended::Interrupted => RunState::Interrupted,
            Ended::Halted(..) => RunState::Halted,
        };
        journal.finish(run, state, self.town.now())?;
        Ok(Done::Ended(ended))
    }

    fn plan(&self, journal: &mut Journal, lines: &[Line]) -> Result<RunId, Complaint> {
        let (file, now): (Arc<str>, _) = (Arc::from("staff.csv"), self.town.now());
        let people = &self.town.people;
        let jobs: Vec<Job> = lines.iter().map(|line| people[line.who].job(journal, line)).collect();
        let replacement = replacement(journal, &jobs)?;
        self.town.note(format!("replaces {:?}", replacement.runs));
        let run = journal.begin_draft(&RunHead {
            operator: "tester".into(),
            muster_version: "0".into(),
            mapping_sha256: None,
            mapping: None,
            continues: None,
            inputs: vec![InputHead { file: Arc::clone(&file), sha256: "0".into() }],
            id_types: ids(),
            options_json: "{}".into(),
            started_at: now,
        })?;
        let mut planner = journal.planner(run)?;
        planner.replace(&replacement)?;
        let mut admissions = Vec::with_capacity(jobs.len());
        for (row, (line, job)) in lines.iter().zip(&jobs).enumerate() {
            let head = RecordHead {
                file: Arc::clone(&file),
                sheet: None,
                row: u32::try_from(row).unwrap() + 2,
                rows: 1,
                kind: job.kind,
                label: Arc::from("x"),
                reference: line.reference,
            };
            let admission = planner.admit(&head, job)?;
            self.town.note(format!("run {run}: {} v{} {admission:?}", line.who, line.version));
            admissions.push(admission);
        }
        planner.finish()?;
        *self.drafted.borrow_mut() = Some((run, lines.to_vec(), admissions));
        journal.approve(run, "tester", now)?;
        Ok(run)
    }

    async fn deliver(
        &self,
        journal: &mut Journal,
        chance: &mut Dice,
        send: bool,
    ) -> Result<Ended, Complaint> {
        let now = self.town.now();
        let pacers = Pacers::new(45, |endpoint| {
            let since = now - SignedDuration::from_secs(61);
            let ago =
                |at: Timestamp| Duration::try_from(now.duration_since(at)).unwrap_or_default();
            let recent = journal.recent_attempts(endpoint.name, since).unwrap();
            recent.into_iter().map(ago).collect()
        });
        let delivery = Delivery {
            journal,
            client: self.client,
            credentials: &super::super::rig::credentials(),
            pacers: &pacers,
            policy: &self.town.policy,
            clock: &|| self.town.now(),
            jitter: &mut || chance.unit(),
            watcher: &mut Unwatched,
            shutdown: self.shutdown.clone(),
        };
        if send { run(delivery).await } else { reconcile_all(delivery).await }
    }
}
