//! The lives of one seed: import as the command line does it, be cut off anywhere, go on, import an
//! edited file, until all is settled that can be.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};

use super::check::{Book, Final};
use super::net::{Net, Story};
use super::world::{Row, World};
use super::*;
use crate::problem::{Code, Complaint};

/// So many lives of one run; the later ones are not cut off.
const MOST_LIVES: u32 = 40;
/// From this life on nobody cuts it off.
const SPARED: u32 = 12;
/// No life of so few records takes longer: pauses of minutes, waits for doubt, a dead network.
const LONGEST_LIFE: Duration = Duration::from_hours(5);

/// How a life is cut off.
#[derive(Clone, Copy, Debug)]
enum Cut {
    /// Not at all.
    Never,
    /// The process vanishes, wherever it stands.
    Vanish(Duration),
    /// So many more writes, then the disk is full.
    Full(u64),
    /// A first signal.
    Drain(Duration),
    /// Two signals.
    Leave(Duration),
}

/// How a life ended.
enum Life {
    Ended(Ended),
    Cut,
}

struct Player {
    world: World,
    net: Arc<Net>,
    sandbox: Arc<Sandbox>,
    client: Client,
    dice: Dice,
    path: PathBuf,
    began: Instant,
    /// How far the wall clock has jumped, in milliseconds.
    jumped: AtomicI64,
    book: Book,
    lives: u64,
}

/// Play one seed to its end.
pub(super) async fn live(seed: u64, path: &Path, story: Story) -> Result<Counts, String> {
    let world = World::new(seed);
    let sandbox = Sandbox::new(world.behaviour.clone()).unwrap();
    let net = Net::new(seed, Arc::clone(&sandbox), path, world.weather.clone(), story);
    let seeded = world.people.iter().flat_map(|one| one.seed(&sandbox)).collect();
    net.note(format!("{:?}", world.people));
    net.note(format!("{:?}", world.imports));
    net.note(format!("{:?} {:?} {:?}", world.weather, world.behaviour, world.policy.existing));
    let mut player = Player {
        client: Client::carried_by(Arc::clone(&net) as Arc<_>),
        dice: Dice::new(seed, 3),
        path: path.to_owned(),
        began: Instant::now(),
        jumped: AtomicI64::new(0),
        book: Book::new(seeded),
        lives: 0,
        world,
        net,
        sandbox,
    };
    player.play().await
}

impl Player {
    fn now(&self) -> Timestamp {
        let passed = SignedDuration::try_from(self.began.elapsed()).unwrap();
        let jumped = SignedDuration::from_millis(self.jumped.load(Ordering::Relaxed));
        Timestamp::from_second(1_800_000_000).unwrap() + passed + jumped
    }

    async fn play(&mut self) -> Result<Counts, String> {
        let mut journal = self.open();
        let imports = self.world.imports.clone();
        for (n, rows) in imports.iter().enumerate() {
            let last = n + 1 == imports.len();
            let may_give_up = !last && self.dice.chance(300);
            journal = self.import(journal, rows, may_give_up).await?;
            if self.dice.chance(250) {
                // What is on its way arrives; then somebody looks at the tenant, and tells.
                tokio::time::sleep(Duration::from_mins(10)).await;
                self.decide(&mut journal)?;
            }
        }
        // A fresh look by a fresh process, then the same file again: nothing is left to send.
        self.net.grant();
        journal = self.restart(journal, false).await;
        journal = self.settle(journal).await?;
        let before = self.net.all_sent();
        let rows = imports.last().unwrap();
        journal = self.import(journal, rows, false).await?;
        let run = *self.book.runs.keys().next_back().unwrap();
        let end = Final { world: &self.world, net: &self.net, before: &before, run };
        let counts = self.book.finally(&journal, &self.sandbox.ledger(), &end)?;
        Ok(Counts { lives: self.lives, requests: self.net.requests(), ..counts })
    }

    fn open(&self) -> Journal {
        journal_at(&self.path, self.now()).unwrap()
    }

    /// The process ends, well or not, and another begins a while later.
    async fn restart(&mut self, mut journal: Journal, well: bool) -> Journal {
        if !well {
            // Nothing more is written: the process is gone.
            journal.stop_after(0);
        }
        drop(journal);
        let pauses = [0, 1, 40, 2000, 30_000, 400_000, 8_000_000];
        let pause = Duration::from_millis(self.dice.pick(&pauses));
        tokio::time::sleep(pause).await;
        if self.world.weather.jumps > 0 && self.dice.chance(300) {
            // Forward only: that it was set back over the life of a token nothing can show.
            let by = self.dice.pick(&[700, 20_000, 7_200_000]);
            self.jumped.fetch_add(by, Ordering::Relaxed);
            self.net.note(format!("nobody sees the clock jump by {by} ms"));
        }
        self.net.note(format!("a new process after {pause:?}, the last ended well: {well}"));
        self.open()
    }

    fn cut(&mut self, life: u32) -> Cut {
        if life >= SPARED || !self.dice.chance(self.world.weather.crash) {
            return Cut::Never;
        }
        let longest = self.dice.pick(&[400, 3000, 60_000]);
        let after = self.dice.up_to(Duration::from_millis(longest));
        match self.dice.below(10) {
            0..=4 => Cut::Vanish(after),
            5..=7 => Cut::Full(self.dice.below(40)),
            8 => Cut::Drain(after),
            _ => Cut::Leave(after),
        }
    }

    /// Import a file: old doubt first, then the draft, its approval, the sending; again and again
    /// until the run is finished, or given up for a later file.
    async fn import(
        &mut self,
        mut journal: Journal,
        rows: &[Row],
        may_give_up: bool,
    ) -> Result<Journal, String> {
        journal = self.settle(journal).await?;
        let run = loop {
            let full = self.dice.chance(self.world.weather.crash / 4);
            if full {
                journal.stop_after(self.dice.below(6));
            }
            match self.plan(&mut journal, rows) {
                Ok(run) if !full => break run,
                Err(complaint) if !full => return Err(format!("{complaint:?}")),
                Ok(_) | Err(_) => {
                    self.net.note("cut off while planning");
                    self.book.forget_draft();
                    journal = self.restart(journal, false).await;
                    // Approved just before the end: it is there, and goes on as any other.
                    if let Some(run) = journal.latest_resumable().unwrap()
                        && self.book.approved(run, rows)
                    {
                        journal.resume(run).unwrap();
                        break run;
                    }
                }
            }
        };
        for life in 0..MOST_LIVES {
            let cut = self.cut(life);
            match self.deliver(&mut journal, cut, true).await? {
                Life::Ended(ended) => {
                    let state = match &ended {
                        Ended::Finished => RunState::Finished,
                        Ended::Interrupted => RunState::Interrupted,
                        Ended::Halted(..) => RunState::Halted,
                    };
                    journal.finish(run, state, self.now()).map_err(|c| format!("{c:?}"))?;
                    self.check(&journal)?;
                    self.net.mend();
                    if ended == Ended::Finished {
                        return Ok(journal);
                    }
                    journal = self.restart(journal, true).await;
                }
                Life::Cut => {
                    journal = self.restart(journal, false).await;
                    self.check(&journal)?;
                }
            }
            if may_give_up && self.dice.chance(500) {
                self.net.note(format!("run {run} is left as it is"));
                if self.dice.chance(300) {
                    self.net.note(format!("run {run} is abandoned"));
                    journal.abandon(run, self.now()).map_err(|c| format!("{c:?}"))?;
                    self.book.abandoned = true;
                    self.check(&journal)?;
                }
                return Ok(journal);
            }
            journal.resume(run).map_err(|complaint| format!("{complaint:?}"))?;
        }
        Err(format!("run {run} does not end"))
    }

    /// Turn old doubt into fact, as an import does first.
    async fn settle(&mut self, mut journal: Journal) -> Result<Journal, String> {
        for life in 0..MOST_LIVES {
            let cut = self.cut(life);
            match self.deliver(&mut journal, cut, false).await? {
                Life::Ended(ended) => {
                    self.check(&journal)?;
                    self.net.mend();
                    if ended == Ended::Finished {
                        return Ok(journal);
                    }
                }
                Life::Cut => {
                    journal = self.restart(journal, false).await;
                    self.check(&journal)?;
                }
            }
        }
        Err("doubt does not end".to_owned())
    }

    /// A person looks up what is not known.
    fn decide(&mut self, journal: &mut Journal) -> Result<(), String> {
        for (run, record, created) in
            self.book.undecided(journal, &self.sandbox.ledger(), &self.world)
        {
            self.net.note(format!("record {record} of run {run} is decided: {created:?}"));
            let (operator, note) = ("tester".to_owned(), String::new());
            let decision = crate::journal::Decision { created, operator, note };
            let decided = journal.decide(run, record, &decision, self.now());
            // The same record may be told of by two runs; the first has settled it.
            if decided.is_err_and(|complaint| complaint.code != Code::RecordNotInDoubt) {
                return Err(format!("record {record} of run {run} can't be decided"));
            }
        }
        self.check(journal)
    }

    fn plan(&mut self, journal: &mut Journal, rows: &[Row]) -> Result<RunId, Complaint> {
        let (file, now): (Arc<str>, _) = (Arc::from("staff.csv"), self.now());
        self.book.no_draft();
        let jobs: Vec<Job> =
            rows.iter().map(|row| self.world.people[row.who].job(journal, *row)).collect();
        let replacement = replacement(journal, &jobs)?;
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
        self.book.draft(run, rows);
        let mut planner = journal.planner(run)?;
        planner.replace(&replacement)?;
        for (row, job) in jobs.iter().enumerate() {
            let head = RecordHead {
                file: Arc::clone(&file),
                sheet: None,
                row: u32::try_from(row).unwrap() + 2,
                rows: 1,
                kind: job.kind,
                label: Arc::from("x"),
                reference: None,
            };
            let admission = planner.admit(&head, job)?;
            self.net.note(format!("run {run}: {:?} {admission:?}", rows[row]));
        }
        planner.finish()?;
        journal.approve(run, "tester", now)?;
        Ok(run)
    }

    /// One life: deliver until the end, or until it is cut off.
    #[expect(clippy::too_many_lines, reason = "one story, told in its order")]
    #[expect(clippy::while_immutable_condition, reason = "the select around it ends it")]
    async fn deliver(
        &mut self,
        journal: &mut Journal,
        cut: Cut,
        send: bool,
    ) -> Result<Life, String> {
        self.lives += 1;
        self.net.note(format!(
            "life {}: {}, {cut:?}",
            self.lives,
            if send { "send" } else { "settle" }
        ));
        let began = Instant::now();
        if let Cut::Full(writes) = cut {
            journal.stop_after(writes);
        }
        let (signal, shutdown) = Shutdown::channel();
        let end = async {
            match cut {
                Cut::Never | Cut::Full(_) => tokio::time::sleep(LONGEST_LIFE).await,
                Cut::Vanish(after) => tokio::time::sleep(after).await,
                Cut::Drain(after) | Cut::Leave(after) => {
                    tokio::time::sleep(after).await;
                    let stop = if matches!(cut, Cut::Drain(_)) { Stop::Drain } else { Stop::Now };
                    let _ = signal.send(stop);
                    tokio::time::sleep(LONGEST_LIFE).await;
                }
            }
        };
        let mut chance = Dice(self.dice.bits());
        let mut leaps = Dice(self.dice.bits());
        let world = &self.world;
        let leaping = async {
            while world.weather.jumps > 0 {
                tokio::time::sleep(leaps.up_to(Duration::from_mins(2))).await;
                if leaps.chance(world.weather.jumps * 100) {
                    let by = leaps.pick(&[-7_200_000, -90_000, -700, 700, 20_000, 7_200_000]);
                    self.jumped.fetch_add(by, Ordering::Relaxed);
                    self.net.note(format!("the clock jumps by {by} ms"));
                }
            }
            std::future::pending::<()>().await;
        };
        let pacers = self.pacers(journal);
        let delivery = Delivery {
            journal,
            client: &self.client,
            credentials: &Credentials {
                app_id: "cli_a".into(),
                secret: SecretString::from("s".to_owned()),
            },
            pacers: &pacers,
            policy: &world.policy,
            clock: &|| self.now(),
            jitter: &mut || chance.unit(),
            watcher: &mut Unwatched,
            shutdown,
        };
        let delivering =
            async { if send { run(delivery).await } else { reconcile_all(delivery).await } };
        let ended = tokio::select! {
            biased;
            () = end => None,
            ended = delivering => Some(ended),
            () = leaping => None,
        };
        let how = match &ended {
            None => "cut off".to_owned(),
            Some(Ok(ended)) => format!("{ended:?}"),
            Some(Err(complaint)) => format!("{:?}", complaint.code),
        };
        self.net.note(format!("life {} ends: {how}", self.lives));
        if matches!(cut, Cut::Full(_)) && matches!(ended, Some(Ok(_))) {
            journal.stop_after(u64::MAX);
        }
        if let Some(law) = self.net.broken() {
            return Err(law);
        }
        match ended {
            None if matches!(cut, Cut::Vanish(_)) => Ok(Life::Cut),
            None => Err(format!("a life of {:?} does not end", began.elapsed())),
            Some(Ok(ended)) => Ok(Life::Ended(ended)),
            Some(Err(_)) if matches!(cut, Cut::Full(_)) => Ok(Life::Cut),
            Some(Err(complaint)) => Err(format!("{complaint:?}")),
        }
    }

    fn pacers(&self, journal: &Journal) -> Pacers {
        let now = self.now();
        Pacers::new(45, |endpoint| {
            let since = now - SignedDuration::from_secs(61);
            let ago =
                |at: Timestamp| Duration::try_from(now.duration_since(at)).unwrap_or_default();
            let recent = journal.recent_attempts(endpoint.name, since).unwrap();
            recent.into_iter().map(ago).collect()
        })
    }

    /// The laws that hold whenever nobody is at work.
    fn check(&self, journal: &Journal) -> Result<(), String> {
        self.net.laws()?;
        self.book.at_rest(journal, &self.sandbox.ledger(), &self.world)
    }
}
