//! Every mode of what is not verified, walked as a product: how tokens and duplicates are treated,
//! how long the index lags, what the app may read, what `--existing` says, whether the tenant has
//! the record, and each way in which a first create can go wrong.

use super::rig::{Rig, alone, lost};
use super::*;
use crate::sandbox::{Denied, DuplicateTalent, Endpoint, Hidden, TokenMode};
use crate::spec::Search;

/// What befalls the first create of a record; the last meets nothing.
const FATES: [Option<Fault>; 6] = [
    Some(Fault::DropBefore),
    Some(Fault::DropAfterCommit),
    Some(Fault::Error5xxBefore),
    Some(Fault::Error5xxAfter),
    Some(Fault::Truncated),
    None,
];

const EXISTING: [Existing; 3] = [Existing::Skip, Existing::Fail, Existing::SendAnyway];
const DUPLICATES: [DuplicateTalent; 3] =
    [DuplicateTalent::Merge, DuplicateTalent::Refuse, DuplicateTalent::MakeAnother];
const TOKENS: [TokenMode; 4] = [
    TokenMode::Refuse,
    TokenMode::Replay,
    TokenMode::ForgetAfter(Duration::from_mins(1)),
    TokenMode::ForgetAfter(Duration::from_mins(15)),
];
/// Seconds.
const LAGS: [u64; 3] = [0, 4, 25];

/// What the app may see of CoreHR.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sight {
    Clear,
    /// The employments are outside of its range: left out of answers.
    LeftOut,
    /// The same, and asking for them is refused.
    Refused,
    /// It may not read job data.
    NoJobData,
    /// It may not read employees: absence can't be proved.
    NoEmployees,
}

const SIGHTS: [Sight; 5] =
    [Sight::Clear, Sight::LeftOut, Sight::Refused, Sight::NoJobData, Sight::NoEmployees];

/// The faults at the first creates of a kind, one for each row.
fn script(endpoint: Endpoint) -> Vec<Scripted> {
    let faults = (1..).zip(FATES);
    faults.filter_map(|(n, fault)| Some(lost(endpoint, n, fault?))).collect()
}

/// One record's end: what was made of it, and what the journal says.
#[derive(Debug)]
struct End {
    fault: Option<Fault>,
    fate: Fate,
    remote: Option<String>,
    /// Made by us: their ids.
    made: Vec<String>,
    /// In the tenant before: its id.
    there: Option<String>,
}

/// Send one record for each fault.
async fn ends(rig: &Rig, kind: KindId, there: bool, existing: Existing) -> Vec<End> {
    let rows: Vec<_> = (0..FATES.len())
        .map(|n| match kinds::of(kind).remote.search {
            Search::Person { .. } => person(n),
            Search::OfEmployment { .. } => employment(n),
        })
        .collect();
    let mut before = Vec::new();
    for (body, _) in rows.iter().filter(|_| there) {
        before.push(match kinds::of(kind).remote.search {
            Search::Person { .. } => rig.sandbox.seed_talent(body).unwrap(),
            Search::OfEmployment { .. } => rig.sandbox.seed_job_data(body).unwrap(),
        });
    }
    let mut journal = rig.journal();
    let run = plan(&mut journal, rig.now(), rows.iter().map(|row| (kind, row.clone())));
    // One at a time, so that each row meets its own fault.
    let policy = Policy { existing, max_in_flight: 1, ..Policy::default() };
    assert_eq!(rig.go(&mut journal, &policy).await, Ok(Ended::Finished));
    rig.net.laws().unwrap();
    let ledger = rig.sandbox.ledger();
    assert_eq!(ledger.violations, []);
    let records = journal.records(run).unwrap().map(Result::unwrap).zip(&rows).zip(FATES);
    records
        .enumerate()
        .map(|(n, ((record, (body, _)), fault))| {
            let talents = ledger.talents.iter().map(|one| (&one.id, &one.body));
            let job_data = ledger.job_data.iter().map(|one| (&one.id, &one.body));
            let made =
                talents.chain(job_data).filter(|(id, of)| *of == body && !before.contains(id));
            End {
                fault,
                fate: record.fate,
                remote: record.remote_id.clone(),
                made: made.map(|(id, _)| id.clone()).collect(),
                there: before.get(n).cloned(),
            }
        })
        .collect()
}

/// What holds whatever the mode: at most once, told as it is, and only `unknown` where `open` says
/// that it can't be known.
fn holds(end: &End, what: &str, open: bool) {
    let what = format!("{what}: {end:?}");
    assert!(end.made.len() <= 1, "twice, {what}");
    match end.fate {
        Fate::Created => {
            assert_eq!(end.remote.as_ref(), end.made.first(), "created, {what}");
            assert_eq!(end.made.len(), 1, "created, {what}");
        }
        Fate::Existing => {
            assert!(end.remote.is_some() && end.remote == end.there, "existing, {what}");
            assert!(end.made.is_empty(), "existing, {what}");
        }
        Fate::Conflict => assert!(end.there.is_some() && end.made.is_empty(), "conflict, {what}"),
        Fate::Unknown => assert!(open, "can be known, {what}"),
        Fate::Unchanged
        | Fate::Changed
        | Fate::Invalid
        | Fate::Blocked
        | Fate::Refused
        | Fate::NotSent => panic!("{what}"),
    }
}

#[test]
fn talents_under_every_treatment_of_duplicates_lag_and_existing() {
    for (duplicate_talent, lag) in DUPLICATES.iter().flat_map(|d| LAGS.map(|lag| (*d, lag))) {
        for (existing, there) in EXISTING.iter().flat_map(|e| [(*e, false), (*e, true)]) {
            let what = format!("{duplicate_talent:?}, {lag} s, {existing:?}, there: {there}");
            let behaviour = Behaviour {
                duplicate_talent,
                index_lag: Duration::from_secs(lag),
                ..Behaviour::default()
            };
            alone(async {
                let rig = Rig::new(behaviour.script(script(Endpoint::TalentCreate)));
                let anyway = there && existing == Existing::SendAnyway;
                for end in ends(&rig, KindId::Talent, there, existing).await {
                    // Somebody was there: whom a lost create landed on is not to be told.
                    holds(&end, &what, anyway && end.fault.is_some());
                    let beside = duplicate_talent == DuplicateTalent::MakeAnother;
                    let expected = match existing {
                        _ if !there => Fate::Created,
                        Existing::SendAnyway if beside => Fate::Created,
                        Existing::Skip | Existing::SendAnyway => Fate::Existing,
                        Existing::Fail => Fate::Conflict,
                    };
                    let lost = anyway && end.fault.is_some() && end.fate == Fate::Unknown;
                    assert!(lost || end.fate == expected, "{expected:?}, {what}: {end:?}");
                }
                let ledger = rig.sandbox.ledger();
                assert!(anyway || ledger.duplicates.is_empty(), "{what}: {:?}", ledger.duplicates);
                assert!(ledger.talents.iter().all(|one| one.creates <= 1), "{what}");
                let beside = anyway && duplicate_talent == DuplicateTalent::MakeAnother;
                let warned = rig.warnings.borrow();
                let warned = warned.iter().filter(|code| **code == Code::MadeBesideExisting);
                assert_eq!(warned.count() > 0, beside, "{what}: a new id is told of");
            });
        }
    }
}

/// Whether nobody can know what became of it.
fn cannot_be_known(sight: Sight, token_mode: TokenMode, burns: bool, fault: Option<Fault>) -> bool {
    let replays = token_mode == TokenMode::Replay;
    match fault {
        None => false,
        // Without a look the token alone tells, where it is replayed for what it made.
        Some(fault) => {
            let made =
                matches!(fault, Fault::DropAfterCommit | Fault::Error5xxAfter | Fault::Truncated);
            let used_up = burns && fault == Fault::Error5xxBefore;
            match sight {
                Sight::Clear => false,
                // What was made is read; what was not made and has a used token can't be proved absent.
                Sight::NoEmployees => used_up,
                Sight::LeftOut | Sight::Refused | Sight::NoJobData => used_up || made && !replays,
            }
        }
    }
}

#[test]
fn job_data_under_every_treatment_of_tokens_lag_sight_and_existing() {
    let modes = TOKENS.iter().flat_map(|mode| [(*mode, false), (*mode, true)]);
    for ((token_mode, burns), lag) in modes.flat_map(|mode| [0, 25].map(|lag| (mode, lag))) {
        for (sight, existing) in SIGHTS.iter().flat_map(|s| EXISTING.map(|e| (*s, e))) {
            for there in [false, true] {
                job_data(token_mode, burns, lag, sight, existing, there);
            }
        }
    }
}

fn job_data(
    token_mode: TokenMode,
    burns: bool,
    lag: u64,
    sight: Sight,
    existing: Existing,
    there: bool,
) {
    let what =
        format!("{token_mode:?}, burns: {burns}, {lag} s, {sight:?}, {existing:?}, there: {there}");
    let all = (0..FATES.len()).filter_map(|n| employment(n).1.employment);
    let hides = matches!(sight, Sight::LeftOut | Sight::Refused);
    let denied = match sight {
        Sight::NoJobData => vec![(Endpoint::JobDataFind, Denied::Scope)],
        Sight::NoEmployees => vec![(Endpoint::EmployeeFind, Denied::Data)],
        Sight::Clear | Sight::LeftOut | Sight::Refused => Vec::new(),
    };
    let behaviour = Behaviour {
        token_mode,
        burn_failed_tokens: burns,
        index_lag: Duration::from_secs(lag),
        hidden_employments: if hides { all.collect() } else { Vec::new() },
        hidden: if sight == Sight::Refused { Hidden::Refuse } else { Hidden::LeaveOut },
        denied,
        ..Behaviour::default()
    };
    alone(async {
        let rig = Rig::new(behaviour.script(script(Endpoint::JobDataCreate)));
        let seen = !hides && sight != Sight::NoJobData;
        let anyway = there && existing == Existing::SendAnyway;
        for end in ends(&rig, KindId::JobData, there, existing).await {
            let open = anyway && seen && end.fault.is_some()
                || cannot_be_known(sight, token_mode, burns, end.fault);
            holds(&end, &what, open);
            let expected = match (there && seen, existing) {
                (true, Existing::Skip) => Fate::Existing,
                (true, Existing::Fail) => Fate::Conflict,
                // Unseen, it can't be known that the tenant has one.
                (true, Existing::SendAnyway) | (false, _) => Fate::Created,
            };
            let lost = open && end.fate == Fate::Unknown;
            assert!(lost || end.fate == expected, "{expected:?}, {what}: {end:?}");
        }
        let ledger = rig.sandbox.ledger();
        let twice = !ledger.duplicates.is_empty();
        assert!(!twice || anyway || there && !seen, "{what}: {:?}", ledger.duplicates);
    });
}
