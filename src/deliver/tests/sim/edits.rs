//! Edited files imported again, end to end: tables of people and employments are edited at random
//! (names, keys, contents; rows removed, copied, moved, added), read by the intake, planned into one
//! journal and sent into faults, some imports cut off and left. Nobody is made twice, nothing is
//! dropped, and what a row is told is so.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use proptest::prelude::*;

use super::super::taking::Taking;
use super::rig::{Cut, Rig, alone};
use super::world::Weather;
use super::*;
use crate::bind::Binding;
use crate::check::Record;
use crate::identity::HashKey;
use crate::intake::again::AgainSheet;
use crate::intake::{self, At, FileHead, FileRows, IntakeOptions, Sink};
use crate::plan::payload;
use crate::problem::{Complaint, Place, Problem};
use crate::sandbox::DuplicateTalent;
use crate::sheet::Spans;
use crate::spec::Search;

/// A row of the table of people.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Row {
    who: usize,
    version: u32,
    name: String,
    mobile: Option<String>,
    email: Option<String>,
}

/// A row of the table of employments.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Post {
    id: usize,
    day: u32,
}

/// What somebody does to a table before importing it again.
#[derive(Clone, Copy, Debug)]
enum Edit {
    Name(usize),
    Mobile(usize),
    NoMobile(usize),
    Email(usize),
    NoEmail(usize),
    Content(usize),
    /// Two people change their mobile numbers.
    Swap(usize, usize),
    Remove(usize),
    Copy(usize),
    Move(usize, usize),
    Add,
    Day(usize),
    RemovePost(usize),
    CopyPost(usize),
    AddPost,
}

#[derive(Clone, Debug, Default)]
struct Tables {
    people: Vec<Row>,
    posts: Vec<Post>,
    /// How many there have been: numbers and addresses are never used again.
    drawn: usize,
}

/// How an import ends.
#[derive(Clone, Copy, Debug)]
enum Fortune {
    Whole,
    /// Cut off, and gone on with.
    Resumed(Cut),
    /// Cut off, and left for the next file.
    Left(Cut),
}

impl Tables {
    fn new(people: usize, posts: usize) -> Self {
        let mut tables = Self::default();
        (0..people).for_each(|_| tables.edit(Edit::Add));
        (0..posts).for_each(|_| tables.edit(Edit::AddPost));
        tables
    }

    fn edit(&mut self, edit: Edit) {
        self.drawn += 1;
        let drawn = self.drawn;
        let (mobile, email) = (format!("139{drawn:08}"), format!("p{drawn}@example.com"));
        let (people, posts) = (self.people.len(), self.posts.len());
        let row = |at: usize| at % people;
        match edit {
            Edit::Add => self.people.push(Row {
                who: drawn,
                version: 0,
                name: format!("人{}", drawn % 5),
                mobile: (drawn % 4 != 1).then_some(mobile),
                email: (drawn % 4 != 2).then_some(email),
            }),
            Edit::AddPost => self.posts.push(Post { id: drawn, day: 0 }),
            Edit::Name(at) => self.people[row(at)].name = format!("改{drawn}"),
            Edit::Mobile(at) => self.people[row(at)].mobile = Some(mobile),
            Edit::NoMobile(at) => self.people[row(at)].mobile = None,
            Edit::Email(at) => self.people[row(at)].email = Some(email),
            Edit::NoEmail(at) => self.people[row(at)].email = None,
            Edit::Content(at) => self.people[row(at)].version += 1,
            Edit::Swap(one, other) => {
                let mobile = self.people[row(one)].mobile.take();
                let mobile = std::mem::replace(&mut self.people[row(other)].mobile, mobile);
                self.people[row(one)].mobile = mobile;
            }
            Edit::Move(from, to) => {
                let moved = self.people.remove(row(from));
                self.people.insert(row(to), moved);
            }
            Edit::Remove(at) if people > 1 => drop(self.people.remove(row(at))),
            Edit::Copy(at) => self.people.push(self.people[row(at)].clone()),
            Edit::Day(at) if posts > 0 => self.posts[at % posts].day += 1,
            Edit::RemovePost(at) if posts > 1 => drop(self.posts.remove(at % posts)),
            Edit::CopyPost(at) if posts > 0 => self.posts.push(self.posts[at % posts].clone()),
            Edit::Remove(_) | Edit::Day(_) | Edit::RemovePost(_) | Edit::CopyPost(_) => {}
        }
    }

    fn write(&self, folder: &Path) -> Vec<std::path::PathBuf> {
        let mut people = "姓名,手机号,邮箱,自我评价\n".to_owned();
        for Row { who, version, name, mobile, email } in &self.people {
            let cell = |value: &Option<String>| value.clone().unwrap_or_default();
            let (mobile, email) = (cell(mobile), cell(email));
            writeln!(people, "{name},{mobile},{email},{who} {version}").unwrap();
        }
        let mut posts = "employment_id,department_id,employee_type_id,effective_time\n".to_owned();
        for post in &self.posts {
            let (id, day) = (employment_id(post.id), day(post.day));
            writeln!(posts, "{id},6890452208593372680,6890452208593372679,{day}").unwrap();
        }
        [("people.csv", people, self.people.len()), ("posts.csv", posts, self.posts.len())]
            .into_iter()
            .filter(|(.., rows)| *rows > 0)
            .map(|(name, text, _)| {
                let path = folder.join(name);
                std::fs::write(&path, text).unwrap();
                path
            })
            .collect()
    }
}

fn employment_id(id: usize) -> String {
    (7_000_000_000_000_000_000 + id as u64).to_string()
}

fn day(version: u32) -> String {
    format!("2024-05-{:02}", version % 28 + 1)
}

impl Row {
    fn shares(&self, other: &Self) -> usize {
        let shared = |one: &Option<String>, other: &Option<String>| one.is_some() && one == other;
        usize::from(shared(&self.mobile, &other.mobile))
            + usize::from(shared(&self.email, &other.email))
    }

    /// The law of identity, without documents: two keys, or one and the name.
    fn is_same(&self, other: &Self) -> bool {
        match self.shares(other) {
            0 => false,
            1 => self.name == other.name,
            _ => true,
        }
    }
}

/// Gathers the jobs of an input, to be held against what older runs hold.
struct Gathering {
    jobs: Vec<Job>,
    key: HashKey,
}

impl Sink for Gathering {
    fn file(&mut self, _: &FileHead) -> Result<(), Complaint> {
        Ok(())
    }

    fn sheet(
        &mut self,
        _: &Place,
        _: &[String],
        _: &[Binding],
        _: &Spans,
    ) -> Result<(), Complaint> {
        Ok(())
    }

    fn child(&mut self, _: AgainSheet) -> Result<(), Complaint> {
        Ok(())
    }

    fn record(
        &mut self,
        _: &At<'_>,
        record: Record,
        _: Option<Job>,
        _: &[Problem],
    ) -> Result<(), Complaint> {
        self.jobs.push(Job::of(&record, &ids(), &self.key, None, payload::body(&record)));
        Ok(())
    }

    fn rejected(&mut self, _: &At<'_>, _: KindId, _: &[Problem]) -> Result<(), Complaint> {
        Ok(())
    }

    fn problem(&mut self, _: Problem) -> Result<(), Complaint> {
        Ok(())
    }

    fn file_end(&mut self, _: &FileRows) -> Result<(), Complaint> {
        Ok(())
    }
}

/// A tenant, a journal, and every table that was imported.
struct Saga {
    rig: Rig,
    journal: Option<Journal>,
    folder: tempfile::TempDir,
    runs: Vec<(RunId, Tables)>,
}

impl Saga {
    /// Old doubt first, then the draft, its approval, the sending.
    async fn import(
        &self,
        journal: &mut Journal,
        files: &[std::path::PathBuf],
    ) -> Result<RunId, Code> {
        let told = |complaint: Complaint| complaint.code;
        let policy = patient();
        assert_eq!(self.rig.settle(journal, &policy).await?, Ended::Finished);
        let now = self.rig.now();
        let key = *journal.hash_key();
        let order = IntakeOptions { files: files.to_vec(), ..IntakeOptions::default() };
        let mut gathering = Gathering { jobs: Vec::new(), key };
        intake::run(&order, &mut gathering).unwrap();
        let replacement = replacement(journal, &gathering.jobs).map_err(told)?;
        let run = journal.begin_draft(&RunHead {
            operator: "tester".into(),
            muster_version: "0".into(),
            mapping_sha256: None,
            mapping: None,
            continues: None,
            inputs: Vec::new(),
            id_types: ids(),
            options_json: "{}".into(),
            started_at: now,
        });
        let run = run.map_err(told)?;
        let mut planner = journal.planner(run).map_err(told)?;
        planner.replace(&replacement).map_err(told)?;
        match intake::run(&order, &mut Taking { planner: &mut planner, key }) {
            Ok(_) => {}
            Err(intake::Stop::Sink(complaint)) => return Err(complaint.code),
            Err(stop) => panic!("{stop:?}"),
        }
        planner.finish().map_err(told)?;
        journal.approve(run, "tester", now).map_err(told)?;
        self.send(journal, run).await
    }

    async fn send(&self, journal: &mut Journal, run: RunId) -> Result<RunId, Code> {
        let ended = self.rig.go(journal, &patient()).await?;
        assert_eq!(ended, Ended::Finished);
        let finished = journal.finish(run, RunState::Finished, self.rig.now());
        finished.map(|()| run).map_err(|complaint| complaint.code)
    }

    /// One import of these tables, as it may go.
    async fn chapter(&mut self, tables: &Tables, fortune: Fortune) {
        let files = tables.write(self.folder.path());
        let mut journal = self.journal.take().unwrap();
        let run = match fortune {
            Fortune::Whole => Some(self.import(&mut journal, &files).await.unwrap()),
            Fortune::Resumed(cut) | Fortune::Left(cut) => {
                let newest = |journal: &Journal| {
                    let runs = journal.runs().unwrap();
                    runs.into_iter().max_by_key(|row| row.id.0).map(|row| (row.id, row.state))
                };
                let before = newest(&journal).map(|(run, _)| run);
                let life = async |journal: &mut Journal| self.import(journal, &files).await;
                let done = self.rig.until(&mut journal, cut, life).await;
                if done.is_none() {
                    journal = self.rig.restart(journal);
                }
                let cut_off = newest(&journal).filter(|(_, state)| *state == RunState::Interrupted);
                let cut_off = cut_off.map(|(run, _)| run).filter(|run| Some(*run) != before);
                match (fortune, cut_off) {
                    (Fortune::Resumed(_), Some(run)) => {
                        journal.resume(run).unwrap();
                        Some(self.send(&mut journal, run).await.unwrap())
                    }
                    _ => done.or(cut_off),
                }
            }
        };
        self.runs.extend(run.map(|run| (run, tables.clone())));
        self.journal = Some(journal);
        self.at_rest();
    }

    fn journal(&self) -> &Journal {
        self.journal.as_ref().unwrap()
    }

    /// Nobody twice, no row without its one fate, nobody made and forgotten.
    fn at_rest(&self) {
        let ledger = self.rig.sandbox.ledger();
        assert_eq!((&ledger.violations[..], &ledger.duplicates[..]), (&[][..], &[][..]));
        assert!(ledger.talents.iter().all(|talent| talent.creates == 1));
        self.rig.net.laws().unwrap();
        let (mut said, mut unknown) = (BTreeSet::new(), 0);
        for (run, tables) in &self.runs {
            let mut rows = 0;
            for record in self.journal().records(*run).unwrap().map(Result::unwrap) {
                rows += 1;
                said.extend(record.remote_id.clone());
                unknown += usize::from(record.fate == Fate::Unknown);
            }
            let totals = self.journal().totals(*run).unwrap();
            let fates: u64 = Fate::ALL.iter().map(|fate| totals.fate(*fate)).sum();
            assert_eq!((totals.records, fates), (rows, rows), "{run}");
            let written = tables.people.len() + tables.posts.len();
            assert_eq!(usize::try_from(rows), Ok(written), "{run}");
        }
        let there = ledger.talents.iter().map(|one| &one.id);
        let there = there.chain(ledger.job_data.iter().map(|one| &one.id));
        let forgotten = there.filter(|id| !said.contains(*id)).count();
        assert!(forgotten <= unknown, "{forgotten} made, and forgotten");
    }

    /// What the last import says of each row is so.
    fn is_so(&self) {
        let (run, tables) = self.runs.last().unwrap();
        let history: BTreeSet<&Row> =
            self.runs.iter().flat_map(|(_, tables)| &tables.people).collect();
        for record in self.journal().records(*run).unwrap().map(Result::unwrap) {
            let at = record.row as usize - 2;
            let told = (record.fate, record.remote_id.as_deref().unwrap_or_default());
            match kinds::of(record.kind).remote.search {
                Search::Person { .. } => self.person_is_so(&tables.people, at, told, &history),
                Search::OfEmployment { .. } => self.post_is_so(&tables.posts, at, told),
            }
        }
    }

    fn person_is_so(
        &self,
        people: &[Row],
        at: usize,
        (fate, remote): (Fate, &str),
        history: &BTreeSet<&Row>,
    ) {
        let row = &people[at];
        let ledger = self.rig.sandbox.ledger();
        let made = ledger.talents.iter().find(|talent| talent.id == remote);
        let text = |pointer: &str| made.unwrap().body.pointer(pointer)?.as_str().map(str::to_owned);
        let content = || Row {
            name: text("/basic_info/name").unwrap(),
            mobile: text("/basic_info/mobile"),
            email: text("/basic_info/email"),
            ..marked(&text("/self_evaluation/content").unwrap())
        };
        let what = format!("{row:?} is {} as {remote}", fate.label());
        match fate {
            Fate::Created | Fate::Unchanged => assert_eq!(content(), *row, "{what}"),
            Fate::Changed => {
                let content = content();
                // Keys that changed rows of the same name taught lead to the same person.
                let mut led = vec![&content];
                while let Some(next) = history.iter().find(|one| {
                    one.name == content.name
                        && !led.contains(*one)
                        && led.iter().any(|other| one.shares(other) > 0)
                }) {
                    led.push(next);
                }
                let by_name = row.name == content.name && led.iter().any(|one| one.shares(row) > 0);
                let same = content.shares(row) > 0 || by_name;
                assert!(content != *row && same, "{what}: {content:?}");
            }
            Fate::Invalid => {
                let others = people.iter().enumerate().filter(|(other, _)| *other != at);
                let keyless = row.mobile.is_none() && row.email.is_none();
                let repeated = others.map(|(_, other)| other).any(|other| other.shares(row) > 0);
                assert!(keyless || repeated, "{what}");
            }
            Fate::Conflict => {
                // Everybody whose keys hang together with this row's: not all one person.
                let mut together = vec![row];
                while let Some(next) = history.iter().find(|one| {
                    !together.contains(*one) && together.iter().any(|other| one.shares(other) > 0)
                }) {
                    together.push(next);
                }
                let several =
                    together.iter().any(|one| together.iter().any(|other| !one.is_same(other)));
                assert!(several, "{what}");
            }
            Fate::Existing | Fate::Blocked | Fate::Refused | Fate::NotSent | Fate::Unknown => {
                panic!("{what}")
            }
        }
    }

    fn post_is_so(&self, posts: &[Post], at: usize, (fate, remote): (Fate, &str)) {
        let post = &posts[at];
        let ledger = self.rig.sandbox.ledger();
        let made = ledger.job_data.iter().find(|one| one.id == remote);
        let day_of = || made.unwrap().body["effective_time"].as_str().unwrap()[..10].to_owned();
        let what = format!("{post:?} is {} as {remote}", fate.label());
        match fate {
            Fate::Created | Fate::Unchanged => assert_eq!(day_of(), day(post.day), "{what}"),
            Fate::Changed => assert_ne!(day_of(), day(post.day), "{what}"),
            Fate::Invalid => {
                assert!(posts.iter().filter(|other| other.id == post.id).count() > 1, "{what}");
            }
            Fate::Conflict
            | Fate::Existing
            | Fate::Blocked
            | Fate::Refused
            | Fate::NotSent
            | Fate::Unknown => panic!("{what}"),
        }
        assert!(made.is_none_or(|made| made.employment_id == employment_id(post.id)), "{what}");
    }

    /// Row by row, what the last import says.
    fn fates(&self) -> Vec<Fate> {
        let (run, _) = self.runs.last().unwrap();
        self.journal().records(*run).unwrap().map(|record| record.unwrap().fate).collect()
    }
}

/// No halt for a network that is away: that is for other tests.
fn patient() -> Policy {
    Policy { first_patience: Policy::default().patience, ..Policy::default() }
}

/// The person and version of a mark.
fn marked(mark: &str) -> Row {
    let (who, version) = mark.split_once(' ').unwrap();
    let (who, version) = (who.parse().unwrap(), version.parse().unwrap());
    Row { who, version, name: String::new(), mobile: None, email: None }
}

fn edit() -> impl Strategy<Value = Edit> {
    let at = || 0..9_usize;
    prop_oneof![
        1 => at().prop_map(Edit::Name),
        3 => at().prop_map(Edit::Mobile),
        1 => at().prop_map(Edit::NoMobile),
        3 => at().prop_map(Edit::Email),
        1 => at().prop_map(Edit::NoEmail),
        3 => at().prop_map(Edit::Content),
        1 => (at(), at()).prop_map(|(one, other)| Edit::Swap(one, other)),
        1 => at().prop_map(Edit::Remove),
        1 => at().prop_map(Edit::Copy),
        2 => (at(), at()).prop_map(|(from, to)| Edit::Move(from, to)),
        2 => Just(Edit::Add),
        2 => at().prop_map(Edit::Day),
        1 => at().prop_map(Edit::RemovePost),
        1 => at().prop_map(Edit::CopyPost),
        1 => Just(Edit::AddPost),
    ]
}

fn fortune() -> impl Strategy<Value = Fortune> {
    let cut = || prop_oneof![(0..40_u64).prop_map(Cut::Writes), (0..30_u64).prop_map(Cut::Steps)];
    prop_oneof![
        2 => Just(Fortune::Whole),
        1 => cut().prop_map(Fortune::Resumed),
        2 => cut().prop_map(Fortune::Left),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn edited_files_make_nobody_twice_and_drop_nobody(
        seed in 0..1_000_000_u64,
        (people, posts) in (1..6_usize, 0..3_usize),
        chapters in prop::collection::vec(
            (prop::collection::vec(edit(), 0..5), fortune()), 1..4),
        last in prop::collection::vec(edit(), 0..4),
        duplicate_talent in prop_oneof![
            Just(DuplicateTalent::MakeAnother), Just(DuplicateTalent::Merge),
            Just(DuplicateTalent::Refuse)],
        lag in 0..5_u64,
    ) {
        let mut faults = Faults::storm();
        faults.silent = 0.0;
        let index_lag = Duration::from_secs(lag);
        let behaviour = Behaviour { seed, faults, duplicate_talent, index_lag, ..Behaviour::default() };
        let rough = Weather {
            refused: 150,
            swallowed: 30,
            late: 30,
            latest: Duration::from_secs(15),
            unsent: 30,
            ..Weather::default()
        };
        alone(async {
            let rig = Rig::under(behaviour, rough, seed);
            let (journal, folder) = (Some(rig.journal()), scratch());
            let mut story = Saga { rig, journal, folder, runs: Vec::new() };
            let mut tables = Tables::new(people, posts);
            for (edits, fortune) in &chapters {
                for edit in edits {
                    tables.edit(*edit);
                }
                story.chapter(&tables, *fortune).await;
            }
            for edit in &last {
                tables.edit(*edit);
            }
            story.rig.calm_down();
            story.chapter(&tables, Fortune::Whole).await;
            if story.fates().contains(&Fate::NotSent) {
                // What was in doubt when it was planned, and was not made: import once more, as is said.
                story.chapter(&tables, Fortune::Whole).await;
            }
            story.is_so();
            // The same once more: nothing is left to send.
            let before = story.fates();
            story.chapter(&tables, Fortune::Whole).await;
            story.is_so();
            for (before, after) in before.into_iter().zip(story.fates()) {
                // A key that changed hands was still another's when its row came the first time.
                let handed_on = before == Fate::Conflict;
                assert!(after != Fate::Created || handed_on, "sent again: it was {before:?}");
            }
        });
    }
}
