//! The stories: who gives which command at which desk, and where it is cut off.
//!
//! Must not know: how a command is carried out, what the laws look at.

use std::collections::{BTreeMap, BTreeSet};

use super::roster::{self, Correction, Face, Line, Person};
use super::*;
use crate::plan::reference::RecordRef;

/// A command that is given so often has the best of weathers.
const SPARED: u32 = 6;
/// So often at most.
const MOST: u32 = 30;

/// A story that is being told.
pub(super) struct Tale<'a> {
    pub(super) town: Town,
    pub(super) dice: Dice,
    pub(super) seed: u64,
    pub(super) folder: &'a Path,
    pub(super) lives: u64,
}

/// People with a mobile number, then with an e-mail address too, then with that alone; a last one
/// who gets an address that was somebody else's.
pub(super) fn learned_people(count: usize) -> Vec<Person> {
    let faces = |who: usize| {
        let name = format!("张{who}");
        let (mobile, email) = (Some(roster::number(who, 0)), Some(roster::address(who, 0)));
        let first = Face { name: name.clone(), mobile, ..Face::default() };
        let both = Face { email: email.clone(), ..first.clone() };
        vec![first, both, Face { name, email, ..Face::default() }]
    };
    let mut people: Vec<Person> =
        (0..count).map(|who| Person { kind: KindId::Talent, faces: faces(who) }).collect();
    let email = people[0].last().email.clone();
    people.push(Person::talent(Face { name: "李".into(), email, ..Face::default() }));
    people
}

/// A few without a key among others.
pub(super) fn doubted_people(dice: &mut Dice, count: usize) -> Vec<Person> {
    (0..count)
        .map(|who| match who % 3 {
            0 => Person::talent(Face { name: format!("张{who}"), ..Face::default() }),
            _ => Person::drawn(dice, who),
        })
        .collect()
}

impl Tale<'_> {
    pub(super) async fn tell(mut self, plot: Plot) -> Result<Counts, String> {
        let created = match plot {
            Plot::Colleagues => self.colleagues().await?,
            Plot::SetBack => self.set_back().await?,
            Plot::AtOnce => self.at_once().await?,
            Plot::Corrected => self.corrected().await?,
            Plot::Doubted => self.doubted().await?,
            Plot::Learned => self.learned().await?,
            Plot::Fixed => self.fixed().await?,
        };
        let requests = self.town.sandbox.ledger().requests;
        let requests = requests.values().map(|count| count.arrivals).sum();
        Ok(Counts { lives: self.lives, requests, created, ..Counts::default() })
    }

    fn desk(&self, name: usize) -> Desk {
        Desk::new(name, self.folder, self.seed)
    }

    fn everybody(&self) -> Vec<Line> {
        roster::first(0..self.town.people.len())
    }

    /// A command, cut off as may be; the laws that hold after each.
    async fn give(&mut self, desk: &mut Desk, order: &Order) -> Result<Done, String> {
        let cut = if self.dice.chance(800) { desk.draw_cut() } else { Cut::Never };
        self.lives += 1;
        let done = desk.command(&self.town, order, cut, false).await?;
        truth::nobody_twice(&self.town)?;
        Ok(done)
    }

    /// An import or a resume.
    fn either(&mut self, lines: &[Line]) -> Order {
        if self.dice.chance(500) { Order::Resume(None) } else { Order::Import(lines.to_vec()) }
    }

    /// A pause, of no length or of many.
    async fn breathe(&mut self) {
        let pause = self.dice.pick(&[0, 0, 1000, 30_000, 90_000, 400_000]);
        tokio::time::sleep(Duration::from_millis(pause)).await;
    }

    /// Import until it is approved, however often it is cut off before.
    async fn approve(&mut self, desk: &mut Desk, lines: &[Line]) -> Result<Done, String> {
        let order = Order::Import(lines.to_vec());
        let before = desk.runs.len();
        loop {
            let done = self.give(desk, &order).await?;
            if desk.runs.len() > before {
                return Ok(done);
            }
        }
    }

    /// Import to the end, in the best of weathers if need be; everybody is there, and told of.
    async fn finish(
        &mut self,
        desk: &mut Desk,
        lines: &[Line],
        known: impl Fn(usize) -> bool,
    ) -> Result<u64, String> {
        let order = Order::Import(lines.to_vec());
        for life in 0..MOST {
            self.lives += 1;
            let calm = life >= SPARED;
            let cut = if calm || self.dice.chance(600) { Cut::Never } else { desk.draw_cut() };
            let done = desk.command(&self.town, &order, cut, calm).await?;
            if done == Done::Ended(Ended::Finished) {
                truth::nobody_twice(&self.town)?;
                let journal = desk.open(&self.town);
                truth::nobody_in_anothers_record(&self.town, desk, &journal)?;
                return truth::nobody_lost(&self.town, desk, &journal, known);
            }
        }
        Err("an import does not end".to_owned())
    }

    /// A is cut off, B imports, A goes on; each begins when all that left has arrived and is shown.
    async fn colleagues(&mut self) -> Result<u64, String> {
        let lines = self.everybody();
        let mut desks = [self.desk(0), self.desk(1)];
        self.approve(&mut desks[0], &lines).await?;
        self.town.pause().await;
        if self.dice.chance(500) {
            self.finish(&mut desks[1], &lines, |_| true).await?;
        } else {
            for _ in 0..=self.dice.below(3) {
                let which = usize::from(self.dice.chance(600));
                let order = self.either(&lines);
                self.give(&mut desks[which], &order).await?;
                self.town.pause().await;
            }
        }
        let mut made = 0;
        for which in [0, 1] {
            self.town.pause().await;
            // What was interrupted is gone on with, not only imported once more.
            self.give(&mut desks[which], &Order::Resume(None)).await?;
            self.town.pause().await;
            made = self.finish(&mut desks[which], &lines, |_| true).await?;
        }
        Ok(made)
    }

    async fn set_back(&mut self) -> Result<u64, String> {
        let lines = self.everybody();
        let mut desk = self.desk(0);
        let mut order = Order::Import(lines.clone());
        for _ in 0..=self.dice.below(2) {
            desk.copy_after = Some(self.dice.up_to(Duration::from_secs(3)));
            self.give(&mut desk, &order).await?;
            if self.dice.chance(300) {
                let order = self.either(&lines);
                self.give(&mut desk, &order).await?;
            }
            let kept = self.dice.chance(500).then(|| self.dice.below(30));
            if self.dice.chance(150) {
                // Nothing there remembers how far it was: it is as another journal.
                desk.move_away();
                self.town.pause().await;
            }
            desk.set_back(&self.town, kept);
            order = self.either(&lines);
            self.after_set_back(&mut desk).await;
        }
        self.give(&mut desk, &order).await?;
        self.finish(&mut desk, &lines, |_| true).await
    }

    /// One that lost all it knew is another journal: for that one the tenant must have settled.
    async fn after_set_back(&mut self, desk: &mut Desk) {
        let runs: BTreeSet<_> =
            desk.open(&self.town).runs().unwrap().into_iter().map(|row| row.id).collect();
        desk.runs.retain(|run, _| runs.contains(run));
        if runs.is_empty() {
            self.town.note("it knows nothing any more".to_owned());
            self.town.pause().await;
        }
    }

    /// Two desks at once: somebody may be made twice only within a look's life and the lag.
    async fn at_once(&mut self) -> Result<u64, String> {
        let lines = self.everybody();
        let (mut one, mut other) = (self.desk(0), self.desk(1));
        let late = self.dice.up_to(Duration::from_secs(90));
        let cuts = [self.dice.chance(400), self.dice.chance(400)];
        let town = &self.town;
        let working = async |desk: &mut Desk, wait: Duration, cut: bool| {
            tokio::time::sleep(wait).await;
            let order = Order::Import(lines.clone());
            let first = if cut { desk.draw_cut() } else { Cut::Never };
            desk.command(town, &order, first, false).await?;
            for life in 0..MOST {
                let calm = life >= SPARED;
                let done = desk.command(town, &Order::Resume(None), Cut::Never, calm).await?;
                if matches!(done, Done::Ended(Ended::Finished) | Done::Refused(_)) {
                    return Ok(());
                }
            }
            Err("a run does not end".to_owned())
        };
        let (first, second) = tokio::join!(
            working(&mut one, Duration::ZERO, cuts[0]),
            working(&mut other, late, cuts[1])
        );
        first.and(second)?;
        self.lives += 4;
        truth::twice_only_within_a_look(&self.town, [&one, &other])?;
        Ok(self.town.people.len() as u64)
    }

    /// Who was surely not sent is corrected, keys and all, up to half of each kind; the others in what
    /// is no key.
    fn correct(&mut self, desk: &Desk, lines: &mut [Line]) {
        let kind = |tale: &Self, line: &Line| tale.town.people[line.who].kind;
        let mut strangers: BTreeMap<KindId, usize> = BTreeMap::new();
        for line in &*lines {
            *strangers.entry(kind(self, line)).or_default() += 1;
        }
        for count in strangers.values_mut() {
            *count /= 2;
        }
        let in_doubt = desk.in_doubt(&self.town);
        for line in lines {
            let left = strangers.get_mut(&kind(self, line)).unwrap();
            let unsent = desk.has_sent(line.who) == 0 && !in_doubt.contains(&line.who);
            if !self.dice.chance(if unsent { 600 } else { 150 }) {
                continue;
            }
            let how = if unsent && *left > 0 {
                self.dice.pick(&[Correction::Keys, Correction::Number, Correction::Content])
            } else {
                Correction::Content
            };
            if !self.town.people[line.who].correct(line.who, how) {
                *left -= 1;
            }
            line.version += 1;
        }
    }

    async fn corrected(&mut self) -> Result<u64, String> {
        let mut lines = self.everybody();
        let mut desk = self.desk(0);
        self.approve(&mut desk, &lines).await?;
        for _ in 0..=self.dice.below(2) {
            self.breathe().await;
            if self.dice.chance(200) {
                // The file is still open in Excel; the old run goes on, as it was approved.
                self.give(&mut desk, &Order::Resume(None)).await?;
            }
            self.correct(&desk, &mut lines);
            if self.dice.chance(300) {
                // Some rows were struck out; who asks is told that the file replaces the old one.
                let first = lines[0].who;
                lines.retain(|line| line.who == first || self.dice.chance(800));
            }
            self.approve(&mut desk, &lines).await?;
            for _ in 0..self.dice.below(3) {
                self.breathe().await;
                let runs: Vec<RunId> = desk.runs.keys().copied().collect();
                let order = match self.dice.below(3) {
                    0 => Order::Import(lines.clone()),
                    1 => Order::Resume(Some(self.dice.pick(&runs))),
                    _ => Order::Resume(None),
                };
                self.give(&mut desk, &order).await?;
            }
        }
        self.finish(&mut desk, &lines, |_| true).await
    }

    /// Without a key nobody can tell what became of a lost create, nor whether who has a key now is
    /// who had none.
    async fn doubted(&mut self) -> Result<u64, String> {
        let mut lines = self.everybody();
        let mut desk = self.desk(0);
        self.approve(&mut desk, &lines).await?;
        while self.give(&mut desk, &Order::Resume(None)).await?
            != Done::Refused(Code::NothingToResume)
        {}
        let in_doubt = desk.in_doubt(&self.town);
        for line in &mut lines {
            let keyless = self.town.people[line.who].last().is_keyless();
            if keyless && in_doubt.contains(&line.who) {
                self.town.people[line.who].correct(line.who, Correction::FirstKey);
                line.version += 1;
            }
        }
        let keyless: Vec<bool> =
            self.town.people.iter().map(|one| one.faces[0].is_keyless()).collect();
        self.approve(&mut desk, &lines).await?;
        self.give(&mut desk, &Order::Resume(None)).await?;
        self.finish(&mut desk, &lines, |who| !keyless[who]).await
    }

    async fn learned(&mut self) -> Result<u64, String> {
        let last = self.town.people.len() - 1;
        let mut lines = roster::first(0..last);
        let mut desk = self.desk(0);
        let mut made = 0;
        for version in 0..3 {
            for line in &mut lines {
                // Nobody skips the file that has both keys: nothing would tell who it is.
                if version == line.version + 1 && self.dice.chance(700) {
                    line.version = version;
                }
            }
            if version == 2 && lines[0].version == 2 {
                // The address that the first one had now belongs to somebody else.
                lines[0].version = 0;
                lines.push(Line { who: last, version: 0, reference: None });
            }
            made = self.finish(&mut desk, &lines, |_| true).await?;
        }
        Ok(made)
    }

    /// Rows of a run that was cut off come back in a fix file, here, or at a desk that does not know
    /// that run and has others in these rows.
    async fn fixed(&mut self) -> Result<u64, String> {
        let count = self.town.people.len();
        let half = count / 2;
        let (theirs, ours) = (roster::first(0..half), roster::first(half..count));
        let (mut there, mut here) = (self.desk(0), self.desk(1));
        self.approve(&mut there, &theirs).await?;
        self.approve(&mut here, &ours).await?;
        let last = *there.runs.keys().next_back().unwrap();
        let run = there.open(&self.town).run(last).unwrap().uuid.unwrap();
        let mut fix = theirs;
        let in_doubt = there.in_doubt(&self.town);
        let maybe_sent = |who: usize| there.has_sent(who) > 0 || in_doubt.contains(&who);
        let sent: Vec<bool> = fix.iter().map(|line| maybe_sent(line.who)).collect();
        for (row, line) in fix.iter_mut().enumerate() {
            let record = u32::try_from(row).unwrap() + 1;
            line.reference = Some(RecordRef { run, record });
            let how = self.dice.pick(&[Correction::Content, Correction::Number]);
            let how = if sent[row] { Correction::Content } else { how };
            self.town.people[line.who].correct(line.who, how);
            line.version += 1;
        }
        self.town.pause().await;
        let home = self.dice.chance(400);
        let desk = if home { &mut there } else { &mut here };
        self.finish(desk, &fix, |_| true).await?;
        self.town.pause().await;
        self.finish(&mut here, &ours, |_| true).await
    }
}
