//! The crash matrix with the real engine: whole imports of both kinds, the process gone at every
//! write of the journal and at every step of the network, another one going on. After each the
//! server's ledger is held against the input: everybody once, nobody forgotten, nothing called
//! created that is not.

use std::collections::BTreeSet;

use super::rig::{Cut, Rig, alone, lost};
use super::*;
use crate::deliver::canary::CanaryRecord;
use crate::sandbox::{Denied, DuplicateTalent, Endpoint, Hidden, TokenMode};
use crate::spec::Search;

type Made = (KindId, (serde_json::Value, LookupKeys));

/// An import, what it meets, and what each of its rows may end as.
struct Scene {
    what: &'static str,
    rows: Vec<Made>,
    /// In the tenant before.
    there: Vec<Made>,
    /// Made by another machine just before: the index doesn't show them yet.
    elsewhere: Vec<Made>,
    behaviour: Behaviour,
    policy: Policy,
    canary: Option<usize>,
    ends: Vec<&'static [Fate]>,
}

const CREATED: &[Fate] = &[Fate::Created];
const EXISTING: &[Fate] = &[Fate::Existing];
const CONFLICT: &[Fate] = &[Fate::Conflict];
const REFUSED: &[Fate] = &[Fate::Refused];
/// Where a life was cut off with it on its way, nobody can tell.
const OR_UNKNOWN: &[Fate] = &[Fate::Created, Fate::Unknown];
const LANDED: &[Fate] = &[Fate::Existing, Fate::Unknown];

fn talent(n: usize) -> Made {
    (KindId::Talent, person(n))
}

fn job_data(n: usize) -> Made {
    (KindId::JobData, employment(n))
}

/// Two of each; one of the talents is known by its mobile number alone.
fn four() -> Vec<Made> {
    vec![talent(1), talent(3), job_data(1), job_data(2)]
}

fn keyless() -> Made {
    let body = json!({ "basic_info": { "name": "无名" } });
    (KindId::Talent, (body, LookupKeys { name: Some("无名".into()), ..LookupKeys::default() }))
}

/// These faults at the first, the second, … create of each kind.
fn each(behaviour: Behaviour, faults: &[Fault]) -> Behaviour {
    let at =
        |endpoint: Endpoint| (1..).zip(faults).map(move |(n, fault)| lost(endpoint, n, *fault));
    let script = at(Endpoint::TalentCreate).chain(at(Endpoint::JobDataCreate)).collect();
    behaviour.script(script)
}

fn scene(what: &'static str, behaviour: Behaviour) -> Scene {
    let (policy, ends) = (Policy::default(), vec![CREATED; 4]);
    let (there, elsewhere) = (Vec::new(), Vec::new());
    Scene { what, rows: four(), there, elsewhere, behaviour, policy, canary: None, ends }
}

/// Server and network at their worst, all of it knowable.
fn knowable() -> Vec<Scene> {
    let calm = Behaviour::default;
    let lagging = Behaviour {
        index_lag: Duration::from_secs(5),
        duplicate_talent: DuplicateTalent::MakeAnother,
        ..calm()
    };
    let burning = Behaviour { burn_failed_tokens: true, ..calm() };
    let replaying = Behaviour { token_mode: TokenMode::Replay, ..calm() };
    let forget = TokenMode::ForgetAfter(Duration::from_secs(1));
    let forgetting = Behaviour { token_mode: forget, ..calm() };
    let unread = vec![(Endpoint::JobDataFind, Denied::Scope)];
    let blind = Behaviour { denied: unread, token_mode: TokenMode::Replay, ..calm() };
    let throttled = [Fault::Throttle429, Fault::Throttle400, Fault::ThrottleNoReset];
    vec![
        scene("nothing goes wrong", calm()),
        scene("done, and not answered", each(calm(), &[Fault::DropAfterCommit, Fault::Truncated])),
        scene("not done, and not answered", each(calm(), &[Fault::DropBefore, Fault::Html502])),
        scene(
            "done, and said to have failed",
            each(calm(), &[Fault::Error5xxAfter, Fault::Silent]),
        ),
        scene("an index that lags", each(lagging, &[Fault::DropAfterCommit, Fault::DropBefore])),
        scene("failed, and the token is used up", each(burning, &[Fault::Error5xxBefore])),
        scene("tokens are replayed", each(replaying, &[Fault::DropAfterCommit, Fault::DropBefore])),
        scene(
            "tokens are forgotten",
            each(forgetting, &[Fault::DropAfterCommit, Fault::DropBefore]),
        ),
        scene("job data unread", each(blind, &[Fault::DropAfterCommit, Fault::DropBefore])),
        scene("too many requests", each(calm(), &throttled)),
        scene("the token is revoked", each(calm(), &[Fault::ExpireToken, Fault::DropAfterCommit])),
        Scene { canary: Some(2), ..scene("a canary", calm()) },
        Scene {
            canary: Some(2),
            ..scene("a canary without an answer", each(calm(), &[Fault::DropAfterCommit]))
        },
    ]
}

fn bad() -> Vec<Made> {
    let (mut body, keys) = employment(1);
    body["department_id"] = json!("");
    vec![refused(1), talent(3), (KindId::JobData, (body, keys)), job_data(2)]
}

/// Whom the tenant has, what it refuses, what can't be known.
#[expect(clippy::too_many_lines, reason = "a list of scenes")]
fn others() -> Vec<Scene> {
    let calm = Behaviour::default;
    let there = || vec![talent(1), job_data(1)];
    let bound = |existing| Policy { existing, ..Policy::default() };
    let anyway = |what, duplicate_talent, first| Scene {
        there: there(),
        policy: bound(Existing::SendAnyway),
        ends: vec![first, CREATED, OR_UNKNOWN, CREATED],
        ..scene(what, Behaviour { duplicate_talent, ..calm() })
    };
    let one = || vec![REFUSED, CREATED, REFUSED, CREATED];
    let hidden = |hidden| Behaviour {
        hidden_employments: vec![employment(1).1.employment.unwrap()],
        hidden,
        ..calm()
    };
    let unseen = |what, behaviour| Scene {
        ends: vec![CREATED, CREATED, OR_UNKNOWN, CREATED],
        ..scene(what, each(behaviour, &[Fault::DropAfterCommit]))
    };
    let unread = vec![(Endpoint::JobDataFind, Denied::Data)];
    let blind = Behaviour { denied: unread, ..calm() };
    let lagging = Behaviour {
        index_lag: Duration::from_secs(3),
        duplicate_talent: DuplicateTalent::Refuse,
        ..calm()
    };
    vec![
        Scene {
            there: there(),
            ends: vec![EXISTING, CREATED, EXISTING, CREATED],
            ..scene("existing are skipped", calm())
        },
        Scene {
            there: there(),
            policy: bound(Existing::Fail),
            ends: vec![CONFLICT, CREATED, CONFLICT, CREATED],
            ..scene("existing are conflicts", calm())
        },
        anyway("sent anyway, and merged", DuplicateTalent::Merge, LANDED),
        anyway("sent anyway, and refused", DuplicateTalent::Refuse, LANDED),
        anyway("sent anyway, and made beside", DuplicateTalent::MakeAnother, OR_UNKNOWN),
        Scene { rows: bad(), ends: one(), ..scene("rows are refused", calm()) },
        Scene {
            rows: bad(),
            ends: one(),
            ..scene("refused after a lost answer", each(calm(), &[Fault::DropBefore]))
        },
        unseen("an employee who is not shown", hidden(Hidden::LeaveOut)),
        unseen("an employee who may not be asked for", hidden(Hidden::Refuse)),
        Scene {
            ends: vec![CREATED, CREATED, OR_UNKNOWN, OR_UNKNOWN],
            ..scene("job data unread, tokens refused", each(blind, &[Fault::DropAfterCommit]))
        },
        Scene {
            rows: vec![keyless(), talent(3)],
            ends: vec![OR_UNKNOWN, CREATED],
            ..scene("nothing to look it up by", each(calm(), &[Fault::DropBefore]))
        },
        Scene {
            elsewhere: vec![talent(1)],
            // Sent, cut off, and found: that it was another machine's nothing shows.
            ends: vec![&[Fate::Existing, Fate::Created], CREATED, CREATED, CREATED],
            ..scene("a duplicate that no look-up shows yet", lagging)
        },
    ]
}

impl Scene {
    fn rig(&self) -> Rig {
        let rig = Rig::new(self.behaviour.clone());
        for (kind, (body, _)) in &self.there {
            match kinds::of(*kind).remote.search {
                Search::Person { .. } => rig.sandbox.seed_talent(body).unwrap(),
                Search::OfEmployment { .. } => rig.sandbox.seed_job_data(body).unwrap(),
            };
        }
        rig
    }

    /// The tenant as it is when the import begins: the ids that are there.
    async fn before(&self, rig: &Rig) -> BTreeSet<String> {
        if !self.elsewhere.is_empty() {
            let mut journal = rig.journal_named("elsewhere.db");
            plan(&mut journal, rig.now(), self.elsewhere.clone());
            assert_eq!(rig.go(&mut journal, &self.policy).await, Ok(Ended::Finished));
        }
        let ledger = rig.sandbox.ledger();
        let talents = ledger.talents.into_iter().map(|talent| talent.id);
        talents.chain(ledger.job_data.into_iter().map(|row| row.id)).collect()
    }

    /// An import as the command line does it: go on with what was cut off, or settle old doubt, plan
    /// and approve; send; freeze.
    async fn import(&self, rig: &Rig, journal: &mut Journal) -> Result<RunId, Code> {
        let told = |complaint: crate::problem::Complaint| complaint.code;
        let open = journal.latest_resumable().map_err(told)?;
        let run = if let Some(run) = open {
            journal.resume(run).map_err(told)?;
            run
        } else {
            assert_eq!(rig.settle(journal, &self.policy).await?, Ended::Finished);
            try_plan(journal, rig.now(), self.rows.clone()).map_err(told)?
        };
        if let Some(first) = self.canary.filter(|_| open.is_none()) {
            let canary = rig.canary(journal, &self.policy, first).await?;
            assert_eq!(canary.ended, Ended::Finished);
            // Of a second import nothing is left to send.
            assert!(matches!(canary.seen.len(), 0 | 2), "{canary:?}");
            assert!(canary.seen.iter().all(CanaryRecord::is_sound), "{canary:?}");
        }
        assert_eq!(rig.go(journal, &self.policy).await?, Ended::Finished, "{}", self.what);
        journal.finish(run, RunState::Finished, rig.now()).map_err(told)?;
        Ok(run)
    }

    /// One import with its lives cut off; false where no cut came before its end.
    async fn walk(&self, cuts: &[Cut]) -> bool {
        let rig = self.rig();
        let before = self.before(&rig).await;
        let mut journal = rig.journal();
        let mut was_cut = true;
        for cut in cuts {
            let life = async |journal: &mut Journal| self.import(&rig, journal).await;
            was_cut = rig.until(&mut journal, *cut, life).await.is_none();
            if !was_cut {
                break;
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
            journal = rig.restart(journal);
        }
        let run = self.import(&rig, &mut journal).await.unwrap();
        self.holds(&rig, &journal, run, &before, cuts);
        was_cut
    }

    /// Everybody once, nobody forgotten, nothing said that is not so.
    fn holds(
        &self,
        rig: &Rig,
        journal: &Journal,
        run: RunId,
        before: &BTreeSet<String>,
        cuts: &[Cut],
    ) {
        let what = format!("{}, cut off after {cuts:?}", self.what);
        let ledger = rig.sandbox.ledger();
        assert_eq!(ledger.violations, [], "{what}");
        rig.net.laws().unwrap_or_else(|law| panic!("{what}: {law}"));
        let anyway = self.policy.existing == Existing::SendAnyway;
        let twice = ledger.duplicates.iter().find(|one| !(anyway && before.contains(&one.first)));
        assert_eq!(twice, None, "{what}");
        let landed = ledger.talents.iter().filter(|talent| {
            let ours = u64::from(self.elsewhere.iter().any(|(_, (body, _))| *body == talent.body));
            before.contains(&talent.id) && talent.creates > ours
        });
        assert!(landed.clone().count() == 0 || anyway, "{what}");
        assert!(landed.clone().all(|talent| talent.creates == 1), "{what}: landed twice");
        let mut fates = 0;
        for (record, ends) in journal.records(run).unwrap().map(Result::unwrap).zip(&self.ends) {
            fates += 1;
            let (_, (body, _)) = &self.rows[record.row as usize - 2];
            let talents = ledger.talents.iter().filter(|one| one.body == *body).map(|one| &one.id);
            let job_data =
                ledger.job_data.iter().filter(|one| one.body == *body).map(|one| &one.id);
            let made = talents.chain(job_data).filter(|id| !before.contains(*id));
            let made: Vec<&str> = made.map(String::as_str).collect();
            let row = format!("{what}: row {} {} {made:?}", record.row, record.fate.label());
            assert!(made.len() <= 1, "{row}: twice");
            let id = record.remote_id.as_deref().unwrap_or_default();
            // The second import finds the first one's outcome.
            let done = if before.contains(id) { Fate::Existing } else { Fate::Created };
            let fate = if record.fate == Fate::Unchanged { done } else { record.fate };
            let lagged = !self.elsewhere.is_empty() && before.contains(id);
            assert!(ends.contains(&fate), "{row}");
            assert!(fate != Fate::Created || made == [id] || lagged, "{row}: nobody is there");
            assert!(fate != Fate::Existing || before.contains(id), "{row}: nobody was there");
            let known = matches!(fate, Fate::Created | Fate::Unknown);
            assert!(made.is_empty() || known, "{row}: made, and forgotten");
        }
        assert_eq!(fates, self.rows.len(), "{what}");
        let totals = journal.totals(run).unwrap();
        let sum: u64 = Fate::ALL.iter().map(|fate| totals.fate(*fate)).sum();
        assert_eq!((totals.records, sum), (fates as u64, fates as u64), "{what}");
    }

    /// Every place at which it can be cut off.
    fn walked(&self, cut: fn(u64) -> Cut) -> u64 {
        let mut n = 0;
        while alone(self.walk(&[cut(n)])) {
            n += 1;
        }
        n
    }
}

#[test]
fn cut_off_at_every_write_of_the_journal_each_is_made_once() {
    for scene in knowable().iter().chain(&others()) {
        let places = scene.walked(Cut::Writes);
        assert!(places >= 12, "{}: only {places} writes", scene.what);
    }
}

#[test]
fn cut_off_at_every_step_of_the_network_each_is_made_once() {
    for scene in knowable().iter().chain(&others()) {
        let places = scene.walked(Cut::Steps);
        assert!(places >= 8, "{}: only {places} steps", scene.what);
    }
}

#[test]
fn cut_off_again_while_going_on_each_is_made_once() {
    let scenes = knowable();
    for what in ["done, and not answered", "failed, and the token is used up"] {
        let scene = scenes.iter().find(|scene| scene.what == what).unwrap();
        let (writes, steps) = (scene.walked(Cut::Writes), scene.walked(Cut::Steps));
        for first in (0..writes).step_by(7) {
            for second in (first % 4..writes).step_by(4) {
                alone(scene.walk(&[Cut::Writes(first), Cut::Writes(second)]));
            }
        }
        for first in (1..steps).step_by(4) {
            for second in (first % 3..steps).step_by(3) {
                let third = Cut::Writes(second);
                alone(scene.walk(&[Cut::Steps(first), Cut::Steps(second), third]));
            }
        }
    }
}
