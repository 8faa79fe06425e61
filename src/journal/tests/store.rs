//! The store: what it lets happen, what it refuses, what it keeps.

use super::*;
use crate::problem::{Code, Lost, Reason};

#[test]
fn an_import_from_draft_to_report() {
    let mut desk = Desk::new();
    let mut journal = desk.open();
    let jobs: Vec<Job> = (0..4).map(nth).collect();
    let (run, admissions) = draft(&mut journal, &jobs, desk.now);
    assert_eq!(admissions, vec![Admission::New; 4]);
    assert_eq!(journal.totals(run).unwrap().to_send(), 4);
    assert!(journal.to_look_up(KindId::Talent, 9, desk.now).unwrap().is_empty(), "not approved");

    journal.approve(run, "boss", desk.now).unwrap();
    let found = journal.to_look_up(KindId::Talent, 9, desk.now).unwrap();
    assert_eq!(found.len(), 4);
    assert_eq!(found[0].lookup.name.as_deref(), Some("p0"));
    let now = desk.pass(1);
    journal
        .looked_up(
            &[
                (found[0].job, LookedUp::Absent),
                (found[1].job, LookedUp::Existing("t-old".into())),
                (found[2].job, LookedUp::Conflict(Code::TwoPeople)),
                (found[3].job, LookedUp::Absent),
            ],
            "talent.batch_get_id",
            now,
        )
        .unwrap();
    assert_eq!(journal.cleared_count(KindId::Talent, now).unwrap(), 2);

    let leased = journal.lease(KindId::Talent, 9, now).unwrap();
    assert_eq!(leased.len(), 2);
    assert_eq!(leased[0].body(), "{\"content\":\"c0\"}");
    assert_eq!(leased[0].query()[0].1, "people_admin_id");
    assert!(journal.lease(KindId::Talent, 9, now).unwrap().is_empty(), "all are under way");
    settle(&mut journal, &leased[0], created("t-1"), desk.pass(1));
    settle(&mut journal, &leased[1], refused(), desk.pass(1));

    journal.finish(run, RunState::Finished, desk.pass(1)).unwrap();
    let rows: Vec<_> = journal.records(run).unwrap().map(Result::unwrap).collect();
    let words: Vec<_> = rows.iter().map(|row| row.fate.label()).collect();
    assert_eq!(words, ["created", "existing", "conflict", "refused"]);
    assert_eq!(rows[0].remote_id.as_deref(), Some("t-1"));
    assert_eq!(rows[0].client_token.as_deref(), Some(&*leased[0].client_token().to_string()));
    assert_eq!((rows[0].attempts, rows[0].row, &*rows[0].key), (1, 2, "p0"));
    assert_eq!(rows[1].remote_id.as_deref(), Some("t-old"));
    assert_eq!(rows[2].reason, Some(Reason::Found(Code::TwoPeople)));
    assert_eq!(rows[3].code, Some(1_002_002));
    assert_eq!(rows[3].reason, Some(Reason::said("params")));
    let totals = journal.totals(run).unwrap();
    assert_eq!((totals.rows, totals.records), (4, 4));
    assert_eq!(totals.kinds[0].1.records(), 4);
    assert_eq!(totals.fate(Fate::Created), 1);
}

/// A reason comes back as it was kept, fields apart; the sentence of an earlier journal as it is.
#[test]
fn reasons_are_kept_by_word_and_arguments() {
    let desk = Desk::new();
    let mut journal = desk.open();
    let run = approved(&mut journal, &[nth(0), nth(1)], desk.now);
    let fields = vec![("mobile".to_owned(), "too short; at all: x".to_owned())];
    let reason = Reason::Said { message: "failed".into(), fields };
    send(&mut journal, Event::Refused { code: 7, reason: reason.clone() }, desk.now);
    let said = "server error".to_owned();
    send(&mut journal, Event::Lost { reason: Reason::Lost(Lost::ServerError, said) }, desk.now);
    let reasons = |journal: &Journal| -> Vec<Option<Reason>> {
        journal.records(run).unwrap().map(|row| row.unwrap().reason).collect()
    };
    let lost = Reason::Lost(Lost::ServerError, "server error".into());
    assert_eq!(reasons(&journal), [Some(reason), Some(lost)]);
    for table in ["UPDATE attempts SET message = ?1", "UPDATE jobs SET reason = ?1"] {
        journal.connection.execute(table, ["failed; mobile: too short"]).unwrap();
    }
    let earlier = Reason::Earlier("failed; mobile: too short".into());
    assert_eq!(reasons(&journal), [Some(earlier.clone()), Some(earlier)]);
}

/// Done, refused, unsent, in doubt: what a second import of the same people makes of each.
#[test]
fn a_second_import_sends_only_what_is_not_done() {
    let desk = Desk::new();
    let mut journal = desk.open();
    let jobs: Vec<Job> = (0..4).map(nth).collect();
    let first = approved(&mut journal, &jobs, desk.now);
    send(&mut journal, created("t-0"), desk.now);
    send(&mut journal, refused(), desk.now);
    send(&mut journal, lost(), desk.now);
    journal.finish(first, RunState::Interrupted, desk.now).unwrap();
    let old = fates(&journal, first);
    assert_eq!(old, [Fate::Created, Fate::Refused, Fate::Unknown, Fate::NotSent]);

    let mut again: Vec<Job> = (0..5).map(nth).collect();
    again.push(talent(&["e0", "m9"], "p0", "other words"));
    let (second, admissions) = draft(&mut journal, &again, desk.now);
    assert_eq!(
        admissions,
        [
            Admission::Unchanged(JobId(1)),
            Admission::SendAgain(JobId(2)),
            Admission::Unknown(JobId(3)),
            Admission::TakeOver(JobId(4)),
            Admission::New,
            Admission::Conflict(crate::plan::Clash::TakenInThisRun),
        ]
    );
    let problem = journal.problems(second).next().unwrap().unwrap();
    assert_eq!(problem.problem.code(), Code::KeyTakenInThisRun);
    assert_eq!(problem.record, Some(6));

    journal.approve(second, "boss", desk.now).unwrap();
    let found = journal.to_look_up(KindId::Talent, 9, desk.now).unwrap();
    let ids: Vec<i64> = found.iter().map(|one| one.job.0).collect();
    assert_eq!(ids, [2, 4, 5]);
    for remote in ["t-1", "t-3", "t-4"] {
        send(&mut journal, created(remote), desk.now);
    }
    journal.finish(second, RunState::Finished, desk.now).unwrap();
    assert_eq!(
        fates(&journal, second),
        [
            Fate::Unchanged,
            Fate::Created,
            Fate::Unknown,
            Fate::Created,
            Fate::Created,
            Fate::Conflict
        ]
    );
    assert_eq!(fates(&journal, first), old, "what ended is frozen");
    let refused: Vec<_> = journal.records(first).unwrap().map(Result::unwrap).collect();
    assert_eq!(refused[1].code, Some(1_002_002), "and keeps its own attempt");
}

#[test]
fn a_sent_again_record_has_a_new_token_and_its_new_content() {
    let desk = Desk::new();
    let mut journal = desk.open();
    approved(&mut journal, &[nth(0)], desk.now);
    let leased = lease_one(&mut journal, desk.now);
    settle(&mut journal, &leased, refused(), desk.now);
    let fixed = talent(&["e0", "m0"], "p0", "repaired");
    approved(&mut journal, &[fixed], desk.now);
    let again = lease_one(&mut journal, desk.now);
    assert_eq!(again.job(), leased.job());
    assert_ne!(again.client_token(), leased.client_token());
    assert_eq!(again.body(), "{\"content\":\"repaired\"}");
}

#[test]
fn a_plan_that_nobody_approved_changes_nothing() {
    let desk = Desk::new();
    let mut journal = desk.open();
    let first = approved(&mut journal, &[nth(0), nth(1)], desk.now);
    let amended = talent(&["e0", "m7"], "p0", "amended");
    let (second, admissions) = draft(&mut journal, &[amended.clone(), nth(2)], desk.now);
    assert_eq!(admissions, [Admission::TakeOver(JobId(1)), Admission::New]);
    journal.drop_draft(second).unwrap();
    assert!(journal.run(second).is_err());
    let leased = lease_one(&mut journal, desk.now);
    assert_eq!(leased.body(), "{\"content\":\"c0\"}");
    settle(&mut journal, &leased, refused(), desk.now);
    // The key that the draft would have brought is free again; the one of its new job too.
    let (third, admissions) =
        draft(&mut journal, &[talent(&["m7"], "someone", "x"), nth(2)], desk.now);
    assert_eq!(admissions, [Admission::New, Admission::New]);
    // Ending a draft because of its rows keeps its records, and nothing else.
    journal.finish(third, RunState::Blocked, desk.now).unwrap();
    assert_eq!(fates(&journal, third), [Fate::NotSent, Fate::NotSent]);
    assert_eq!(journal.run(first).unwrap().state, RunState::Approved);
    let (_, admissions) = draft(&mut journal, &[nth(2)], desk.now);
    assert_eq!(admissions, [Admission::New]);
}

#[test]
fn a_draft_that_a_crash_left_behind_is_given_up() {
    let desk = Desk::new();
    let mut journal = desk.open();
    let (run, _) = draft(&mut journal, &[nth(0)], desk.now);
    journal.stop_after(0);
    drop(journal);
    let mut journal = desk.open();
    assert_eq!(journal.recovered().drafts, [run]);
    assert_eq!(journal.run(run).unwrap().state, RunState::Abandoned);
    assert_eq!(draft(&mut journal, &[nth(0)], desk.now).1, [Admission::New]);
}

#[test]
fn who_is_the_same_and_who_is_somebody_else() {
    use crate::plan::Clash;
    let desk = Desk::new();
    let mut journal = desk.open();
    let people = [
        talent(&["d1", "m1", "e1"], "li", "a"),
        talent(&["m2"], "wang", "b"),
        talent(&["m3", "e3"], "zhao", "c"),
    ];
    let run = approved(&mut journal, &people, desk.now);
    for remote in ["t-1", "t-2", "t-3"] {
        send(&mut journal, created(remote), desk.now);
    }
    journal.finish(run, RunState::Finished, desk.now).unwrap();
    let mut admit = |job: Job| {
        let (run, admissions) = draft(&mut journal, &[job], desk.now);
        journal.drop_draft(run).unwrap();
        admissions[0]
    };
    let elsewhere = Admission::Conflict(Clash::SomebodyElse);
    assert_eq!(admit(talent(&["d1", "m8"], "li ming", "z")), Admission::Changed(JobId(1)));
    assert_eq!(admit(talent(&["d9", "m1", "e1"], "li", "z")), elsewhere, "another document");
    assert_eq!(admit(talent(&["m1", "e1"], "other", "a")), Admission::Unchanged(JobId(1)));
    assert_eq!(admit(talent(&["m2"], "wang", "b")), Admission::Unchanged(JobId(2)));
    assert_eq!(admit(talent(&["m2"], "wang's wife", "b")), elsewhere, "families share a number");
    assert_eq!(admit(talent(&["m3", "e8"], "zhao", "z")), Admission::Changed(JobId(3)));
    assert_eq!(admit(talent(&["m2", "e3"], "wang", "b")), Admission::Conflict(Clash::SeveralJobs));
}

#[test]
fn a_name_may_be_repaired_while_nothing_was_made() {
    let desk = Desk::new();
    let mut journal = desk.open();
    approved(&mut journal, &[talent(&["m1"], "Zhang Sna", "a")], desk.now);
    send(&mut journal, refused(), desk.now);
    let (_, admissions) = draft(&mut journal, &[talent(&["m1"], "Zhang San", "b")], desk.now);
    assert_eq!(admissions, [Admission::SendAgain(JobId(1))]);
}

#[test]
fn identical_rows_without_keys_are_counted() {
    let desk = Desk::new();
    let mut journal = desk.open();
    let row = || talent(&[], "anon", "same");
    let run = approved(&mut journal, &[row(), row()], desk.now);
    send(&mut journal, created("t-1"), desk.now);
    send(&mut journal, lost(), desk.now);
    journal.finish(run, RunState::Interrupted, desk.now).unwrap();
    let (_, admissions) = draft(&mut journal, &[row(), row(), row()], desk.now);
    assert_eq!(
        admissions,
        [Admission::Unchanged(JobId(1)), Admission::Unknown(JobId(2)), Admission::New]
    );
}

#[test]
fn what_was_under_way_is_in_doubt_after_a_crash() {
    let mut desk = Desk::new();
    let mut journal = desk.open();
    let run = approved(&mut journal, &[nth(0), nth(1)], desk.now);
    let leased = lease_one(&mut journal, desk.now);
    journal.stop_after(0);
    drop(journal);

    let sent = desk.now;
    let now = desk.pass(3600);
    let mut journal = desk.open();
    assert_eq!(journal.recovered().in_doubt, 1);
    assert_eq!(journal.recovered().interrupted, [run]);
    assert_eq!(journal.latest_resumable().unwrap(), Some(run));
    assert_eq!(fates(&journal, run), [Fate::Unknown, Fate::NotSent]);
    assert_eq!(journal.recent_attempts("talent.create", sent).unwrap(), [now]);
    let doubts = journal.doubts(KindId::Talent, 9, now).unwrap();
    assert_eq!(doubts.len(), 1);
    assert_eq!((doubts[0].job, doubts[0].since), (leased.job(), sent));
    assert!(doubts[0].was_cleared_before);
    assert!(journal.lease(KindId::Talent, 9, now).unwrap().is_empty(), "nothing until resumed");
    assert!(journal.to_look_up(KindId::Talent, 9, now).unwrap().is_empty());

    journal.resume(run).unwrap();
    let found = Event::FoundAfterDoubt { remote: "t-9".into() };
    journal.reconcile(&[(leased.job(), found, LookNote::default())], now).unwrap();
    assert_eq!(clear_all(&mut journal, now), 1, "the look-up of an hour ago is too old");
    send(&mut journal, created("t-2"), now);
    journal.finish(run, RunState::Finished, now).unwrap();
    assert_eq!(fates(&journal, run), [Fate::Created, Fate::Created]);
}

#[test]
fn nobody_is_given_the_id_of_another_record() {
    let mut desk = Desk::new();
    let mut journal = desk.open();
    let run = approved(&mut journal, &[nth(0), nth(1), nth(2)], desk.now);
    let found = journal.to_look_up(KindId::Talent, 9, desk.now).unwrap();
    let looks = [LookedUp::Absent, LookedUp::Absent, LookedUp::Existing("t-old".into())];
    let looks: Vec<_> = found.iter().map(|one| one.job).zip(looks).collect();
    journal.looked_up(&looks, "talent.batch_get_id", desk.now).unwrap();
    let leased = journal.lease(KindId::Talent, 9, desk.now).unwrap();
    settle(&mut journal, &leased[0], created("t-1"), desk.pass(1));
    settle(&mut journal, &leased[1], lost(), desk.pass(1));
    let decision = |id: &str| Decision {
        created: Some(id.into()),
        operator: "boss".into(),
        note: String::new(),
    };
    let now = desk.pass(60);
    for (id, owner) in [("t-1", "1"), (" t-1\n", "1"), ("t-old", "3")] {
        let refused = journal.decide(run, 2, &decision(id), now).unwrap_err();
        assert_eq!((refused.code, refused.values()[2]), (Code::RemoteTaken, owner), "{id}");
    }
    assert_eq!(fates(&journal, run), [Fate::Created, Fate::Unknown, Fate::Existing]);
    assert!(journal.decisions(run).unwrap().is_empty());
    journal.decide(run, 2, &decision("t-2"), now).unwrap();
    assert_eq!(fates(&journal, run), [Fate::Created, Fate::Created, Fate::Existing]);
}

#[test]
fn doubt_outlives_refusals_and_ends_by_settlement() {
    let mut desk = Desk::new();
    let mut journal = desk.open();
    let run = approved(&mut journal, &[nth(0)], desk.now);
    let job = send(&mut journal, lost(), desk.now);
    let again = Event::SendAgainSameToken { not_before: desk.now };
    let note = LookNote { endpoint: "job_data.batch_get".into(), next_look: None };
    journal.reconcile(&[(job, again, note.clone())], desk.now).unwrap();
    let leased = journal.lease(KindId::Talent, 1, desk.now).unwrap().pop().unwrap();
    assert!(leased.in_doubt_before());
    assert_eq!(leased.sends(), 2);
    settle(&mut journal, &leased, refused(), desk.now);
    assert_eq!(fates(&journal, run), [Fate::Unknown]);
    // Parked: a person decides, after the run.
    let unknown = Event::StillUnknown { reason: Reason::Found(Code::NotVisible) };
    journal.reconcile(&[(job, unknown, note)], desk.now).unwrap();
    let parked: u64 =
        journal.remaining().unwrap().iter().map(|(_, remaining)| remaining.parked).sum();
    assert_eq!(parked, 1);
    assert_eq!(journal.due_after(desk.now).unwrap(), None);
    journal.finish(run, RunState::Finished, desk.now).unwrap();
    assert_eq!(fates(&journal, run), [Fate::Unknown]);
    let decision = Decision {
        created: Some("t-5".into()),
        operator: "boss".into(),
        note: "seen in the console".into(),
    };
    let now = desk.pass(60);
    assert_eq!(journal.decide(run, 9, &decision, now).unwrap_err().code, Code::RecordMissing);
    journal.decide(run, 1, &decision, now).unwrap();
    assert_eq!(fates(&journal, run), [Fate::Created], "unknown is not for ever");
    assert_eq!(journal.decisions(run).unwrap()[0].created.as_deref(), Some("t-5"));
    assert_eq!(journal.decide(run, 1, &decision, now).unwrap_err().code, Code::RecordNotInDoubt);
    assert_eq!(draft(&mut journal, &[nth(0)], now).1, [Admission::Unchanged(JobId(1))]);
}

#[test]
fn a_job_that_waits_is_due_when_it_says_and_looked_up_again_when_it_was_long() {
    let mut desk = Desk::new();
    let mut journal = desk.open();
    approved(&mut journal, &[nth(0)], desk.now);
    let due = desk.now + SignedDuration::from_secs(30);
    send(&mut journal, Event::Throttled { not_before: due }, desk.now);
    assert!(journal.lease(KindId::Talent, 1, desk.now).unwrap().is_empty());
    assert_eq!(journal.due_after(desk.now).unwrap(), Some(due));
    let now = desk.pass(30);
    assert!(journal.to_look_up(KindId::Talent, 1, now).unwrap().is_empty());
    let leased = journal.lease(KindId::Talent, 1, now).unwrap().pop().unwrap();
    assert_eq!(leased.sends(), 1, "what was throttled was not sent");
    settle(&mut journal, &leased, Event::Throttled { not_before: now }, now);
    let later = desk.pass(3600);
    assert!(journal.lease(KindId::Talent, 1, later).unwrap().is_empty(), "looked up too long ago");
    assert_eq!(clear_all(&mut journal, later), 1);
    assert_eq!(journal.lease(KindId::Talent, 1, later).unwrap().len(), 1);
}

#[test]
fn an_abandoned_run_sends_nothing_more_and_its_people_can_come_again() {
    let desk = Desk::new();
    let mut journal = desk.open();
    let run = approved(&mut journal, &[nth(0), nth(1)], desk.now);
    send(&mut journal, lost(), desk.now);
    journal.abandon(run, desk.now).unwrap();
    assert_eq!(fates(&journal, run), [Fate::Unknown, Fate::NotSent]);
    assert_eq!(journal.resume(run).unwrap_err().code, Code::RunState);
    assert_eq!(journal.latest_resumable().unwrap(), None);
    assert!(journal.to_look_up(KindId::Talent, 9, desk.now).unwrap().is_empty());
    let job = journal.doubts(KindId::Talent, 9, desk.now).unwrap()[0].job;
    let again = Event::SendAgainSameToken { not_before: desk.now };
    journal.reconcile(&[(job, again, LookNote::default())], desk.now).unwrap();
    assert!(journal.lease(KindId::Talent, 9, desk.now).unwrap().is_empty());
    let (_, admissions) = draft(&mut journal, &[nth(0), nth(1)], desk.now);
    assert_eq!(admissions, [Admission::Unknown(JobId(1)), Admission::New]);
}

#[test]
fn bodies_are_erased_and_the_undecided_kept() {
    let mut desk = Desk::new();
    let mut journal = desk.open();
    let run = approved(&mut journal, &[nth(0), nth(1), nth(2)], desk.now);
    send(&mut journal, created("t-0"), desk.now);
    send(&mut journal, lost(), desk.now);
    assert_eq!(journal.erase_bodies(desk.now - SignedDuration::from_secs(1), desk.now).unwrap(), 0);
    let later = desk.pass(1);
    assert_eq!(journal.erase_bodies(later, later).unwrap(), 1);
    assert_eq!(clear_all(&mut journal, desk.now), 0, "the third is cleared");
    assert_eq!(
        journal.lease(KindId::Talent, 9, desk.now).unwrap()[0].body(),
        "{\"content\":\"c2\"}"
    );
    assert_eq!(
        journal.doubts(KindId::Talent, 9, desk.now).unwrap()[0].lookup.name.as_deref(),
        Some("p1")
    );
    journal.finish(run, RunState::Finished, desk.now).unwrap();
    assert_eq!(draft(&mut journal, &[nth(0)], desk.now).1, [Admission::Unchanged(JobId(1))]);
}

#[test]
fn a_second_process_is_told_who_holds_the_journal() {
    let desk = Desk::new();
    let journal = desk.open();
    let busy = Journal::open(&desk.path(), &tenant(), desk.now).unwrap_err();
    assert_eq!(busy.code, Code::JournalBusy);
    #[cfg(unix)]
    assert!(busy.values()[1].contains(&std::process::id().to_string()), "{:?}", busy.args);
    let reader = Journal::open_read_only(&desk.path()).unwrap();
    assert!(reader.runs().unwrap().is_empty());
    drop(journal);
    desk.open();
}

#[cfg(unix)]
#[test]
fn nobody_else_can_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let mut journal = desk.open();
    approved(&mut journal, &[nth(0)], desk.now);
    let mode =
        |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let folder = desk.path().parent().unwrap().to_owned();
    assert_eq!(mode(&folder), 0o700);
    let mut files = 0;
    for entry in std::fs::read_dir(&folder).unwrap() {
        files += 1;
        assert_eq!(mode(&entry.unwrap().path()), 0o600);
    }
    assert_eq!(files, 4, "database, log, index of the log, lock");
}

#[test]
fn somebody_elses_newer_or_broken_journal_is_left_alone() {
    let desk = Desk::new();
    drop(desk.open());
    let other = Tenant { app_id: "cli_other".into(), ..tenant() };
    let error = Journal::open(&desk.path(), &other, desk.now).unwrap_err();
    assert_eq!(error.code, Code::JournalOtherTenant);

    let raw = rusqlite::Connection::open(desk.path()).unwrap();
    raw.execute("INSERT INTO refinery_schema_history VALUES (99, 'later', '', '0')", []).unwrap();
    drop(raw);
    for error in [
        Journal::open(&desk.path(), &tenant(), desk.now).unwrap_err(),
        Journal::open_read_only(&desk.path()).unwrap_err(),
    ] {
        assert_eq!(error.code, Code::JournalNewer);
    }

    std::fs::write(desk.path(), b"this was never a database, but a letter to a friend of mine, long enough to have a header and more than that").unwrap();
    let error = Journal::open(&desk.path(), &tenant(), desk.now).unwrap_err();
    assert_eq!(error.code, Code::JournalUnreadable);

    let foreign = desk.folder.path().join("other.db");
    rusqlite::Connection::open(&foreign).unwrap().execute_batch("CREATE TABLE mine (x)").unwrap();
    let error = Journal::open(&foreign, &tenant(), desk.now).unwrap_err();
    assert_eq!(error.code, Code::JournalUnreadable);
    let missing = Journal::open_read_only(&desk.folder.path().join("none.db")).unwrap_err();
    assert_eq!(missing.code, Code::JournalMissing);
}

#[test]
fn after_a_write_that_failed_nothing_more_is_written() {
    let desk = Desk::new();
    let mut journal = desk.open();
    approved(&mut journal, &[nth(0)], desk.now);
    clear_all(&mut journal, desk.now);
    journal.stop_after(0);
    for _ in 0..2 {
        let error = journal.lease(KindId::Talent, 1, desk.now).unwrap_err();
        assert_eq!(error.code, Code::JournalWrite);
    }
    let error = journal.record_call("auth.token", desk.now).unwrap_err();
    assert_eq!(error.code, Code::JournalWrite);
    drop(journal);
    assert!(desk.open().doubts(KindId::Talent, 1, desk.now).unwrap().is_empty(), "not leased");
}

#[test]
fn an_answer_to_another_attempt_is_refused() {
    let desk = Desk::new();
    let mut journal = desk.open();
    approved(&mut journal, &[nth(0)], desk.now);
    let leased = lease_one(&mut journal, desk.now);
    settle(&mut journal, &leased, Event::Throttled { not_before: desk.now }, desk.now);
    let second = journal.lease(KindId::Talent, 1, desk.now).unwrap().pop().unwrap();
    assert_ne!(second.attempt(), leased.attempt());
    let late = Settlement {
        job: leased.job(),
        attempt: leased.attempt(),
        event: created("t-1"),
        note: AttemptNote::default(),
    };
    journal.settle(&[late], desk.now).unwrap_err();
}

#[test]
fn a_rehearsal_sees_the_past_and_leaves_no_trace() {
    let desk = Desk::new();
    let mut journal = desk.open();
    let run = approved(&mut journal, &[nth(0)], desk.now);
    send(&mut journal, created("t-0"), desk.now);
    let mut rehearsal = Journal::rehearsal(&desk.path(), &tenant(), desk.now).unwrap();
    let admissions = draft(&mut rehearsal, &[nth(0), nth(1)], desk.now).1;
    assert_eq!(admissions, [Admission::Unchanged(JobId(1)), Admission::New]);
    let folder = rehearsal.path().parent().unwrap().to_owned();
    drop(rehearsal);
    assert!(!folder.exists());
    assert_eq!(journal.runs().unwrap().len(), 1);
    journal.finish(run, RunState::Finished, desk.now).unwrap();
    let mut empty = Journal::temporary(&tenant(), desk.now).unwrap();
    assert_eq!(draft(&mut empty, &[nth(0)], desk.now).1, [Admission::New]);
}

#[test]
fn the_pace_of_a_run_is_what_any_window_held() {
    let mut desk = Desk::new();
    let mut journal = desk.open();
    let run = journal.begin_draft(&head(desk.now)).unwrap();
    for _ in 0..3 {
        journal.record_call("auth.token", desk.now).unwrap();
        desk.now += SignedDuration::from_millis(500);
    }
    desk.pass(58);
    journal.record_call("auth.token", desk.now).unwrap();
    journal.record_call("talent.get", desk.now).unwrap();
    let pace = journal.pace(run).unwrap();
    assert_eq!(pace.len(), 2);
    let token = &pace[0];
    assert_eq!(
        (&*token.endpoint, token.requests, token.per_second_max, token.per_minute_max),
        ("auth.token", 4, 2, 4)
    );
    assert_eq!(journal.recent_attempts("auth.token", desk.now).unwrap(), [desk.now]);
}

#[test]
fn a_closed_journal_has_an_empty_log() {
    let desk = Desk::new();
    let mut journal = desk.open();
    approved(&mut journal, &[nth(0)], desk.now);
    let reader = Journal::open_read_only(&desk.path()).unwrap();
    journal.close().unwrap();
    let mut log = desk.path().into_os_string();
    log.push("-wal");
    assert_eq!(std::fs::metadata(&log).map_or(0, |file| file.len()), 0);
    drop(reader);
}

/// A row of a fix file, its only key repaired, amends its record; a second row with the same tie is
/// somebody else's copy.
#[test]
fn a_repaired_row_amends_its_record_and_makes_nobody_new() {
    use crate::plan::Clash;
    use crate::plan::reference::RecordRef;
    let desk = Desk::new();
    let mut journal = desk.open();
    let first = approved(&mut journal, &[talent(&["e1"], "li", "a"), nth(5)], desk.now);
    let leased = lease_one(&mut journal, desk.now);
    settle(&mut journal, &leased, refused(), desk.now);
    send(&mut journal, created("t-5"), desk.now);
    journal.finish(first, RunState::Finished, desk.now).unwrap();

    let uuid = journal.run(first).unwrap().uuid.unwrap();
    let tie = |row: u32| RecordRef { run: uuid, record: row - 1 };
    let second = journal.begin_draft(&head(desk.now)).unwrap();
    let mut planner = journal.planner(second).unwrap();
    planner.begin_input(&Arc::from("fix-staff.xlsx"), "11").unwrap();
    let mut admit = |row, job: &Job, tie: RecordRef| {
        let file = Arc::from("fix-staff.xlsx");
        let head = RecordHead { file, reference: Some(tie), ..record_head(row, job) };
        planner.admit(&head, job).unwrap()
    };
    let repaired = talent(&["e2"], "li", "b");
    assert_eq!(admit(2, &repaired, tie(2)), Admission::SendAgain(leased.job()));
    let copy = talent(&["e3"], "li", "c");
    assert_eq!(admit(3, &copy, tie(2)), Admission::Conflict(Clash::TakenInThisRun));
    assert_eq!(admit(4, &talent(&["e4"], "z", "d"), tie(99)), Admission::New, "a tie to nothing");
    assert_eq!(admit(5, &talent(&["e9"], "p5", "e"), tie(3)), Admission::Changed(JobId(2)));
    planner.finish().unwrap();
    journal.approve(second, "boss", desk.now).unwrap();
    let again = lease_one(&mut journal, desk.now);
    assert_eq!((again.job(), again.body()), (leased.job(), "{\"content\":\"b\"}"));
    let inputs = journal.run(second).unwrap().inputs;
    assert_eq!(
        inputs.iter().map(|input| &*input.file).collect::<Vec<_>>(),
        ["staff.xlsx", "fix-staff.xlsx"]
    );
    // The old key is free, the new one is not.
    let (_, admissions) = draft(&mut journal, &[talent(&["e1"], "new", "n"), repaired], desk.now);
    assert_eq!(admissions, [Admission::New, Admission::Unknown(leased.job())]);
}

#[test]
fn a_keyless_row_that_got_a_key_is_the_same_record() {
    use crate::plan::reference::RecordRef;
    let desk = Desk::new();
    let mut journal = desk.open();
    let first = approved(&mut journal, &[talent(&[], "li", "a")], desk.now);
    send(&mut journal, refused(), desk.now);
    journal.finish(first, RunState::Finished, desk.now).unwrap();
    let tie = RecordRef { run: journal.run(first).unwrap().uuid.unwrap(), record: 1 };
    let keyed = talent(&["e1"], "li", "a");
    let head = RecordHead { reference: Some(tie), ..record_head(2, &keyed) };
    for approve in [false, true] {
        let run = journal.begin_draft(&super::head(desk.now)).unwrap();
        let mut planner = journal.planner(run).unwrap();
        assert_eq!(planner.admit(&head, &keyed).unwrap(), Admission::SendAgain(JobId(1)));
        planner.finish().unwrap();
        if approve {
            journal.approve(run, "boss", desk.now).unwrap();
        } else {
            journal.drop_draft(run).unwrap();
        }
    }
    send(&mut journal, created("t-1"), desk.now);
    let both = [talent(&[], "li", "a"), keyed];
    let (_, admissions) = draft(&mut journal, &both, desk.now);
    assert_eq!(admissions, [Admission::New, Admission::Unchanged(JobId(1))]);
}

#[test]
fn what_another_send_settles_is_no_longer_unknown_in_any_earlier_run() {
    let mut desk = Desk::new();
    let mut journal = desk.open();
    let first = approved(&mut journal, &[nth(0)], desk.now);
    let lost = Event::Lost { reason: Lost::Timeout.into() };
    clear_all(&mut journal, desk.now);
    send(&mut journal, lost, desk.now);
    journal.finish(first, RunState::Interrupted, desk.now).unwrap();
    assert_eq!(fates(&journal, first), [Fate::Unknown]);
    let second = approved(&mut journal, &[nth(0)], desk.now);
    journal.finish(second, RunState::Interrupted, desk.now).unwrap();
    assert_eq!(fates(&journal, second), [Fate::Unknown]);

    let now = desk.pass(60);
    let third = approved(&mut journal, &[nth(0)], now);
    let again = Event::SendAgainSameToken { not_before: now };
    journal.reconcile(&[(JobId(1), again, LookNote::default())], now).unwrap();
    let left = journal.remaining().unwrap()[0].1;
    assert_eq!((left.waiting, left.in_doubt), (0, 1), "what is sent again is not known yet");
    send(&mut journal, created("t-1"), now);
    journal.finish(third, RunState::Finished, now).unwrap();
    assert_eq!(fates(&journal, first), [Fate::Created], "the run that made it says so");
    assert_eq!(fates(&journal, second), [Fate::Unchanged]);
    assert_eq!(fates(&journal, third), [Fate::Unchanged]);
    let record = journal.records(first).unwrap().next().unwrap().unwrap();
    assert_eq!((record.attempts, record.remote_id.as_deref()), (2, Some("t-1")));
}

/// Planned as `unknown`, found absent while its new run was being sent: it belonged to a run that was
/// over, so nobody sent it, and the import ended with exit code 0.
#[test]
fn what_turns_out_absent_during_a_later_run_is_sent_by_that_run() {
    let mut desk = Desk::new();
    let mut journal = desk.open();
    let first = approved(&mut journal, &[nth(0), nth(1), nth(2)], desk.now);
    send(&mut journal, lost(), desk.now);
    send(&mut journal, lost(), desk.now);
    send(&mut journal, created("t-3"), desk.now);
    journal.finish(first, RunState::Interrupted, desk.now).unwrap();
    assert_eq!(fates(&journal, first), [Fate::Unknown, Fate::Unknown, Fate::Created]);

    let now = desk.pass(60);
    let other = talent(&["e1", "m1"], "p1", "other content");
    let second = approved(&mut journal, &[nth(0), other, nth(2)], now);
    let absent = || (Event::AbsentAfterDoubt { last: true }, LookNote::default());
    let [(one, note), (two, other_note)] = [absent(), absent()];
    journal.reconcile(&[(JobId(1), one, note), (JobId(2), two, other_note)], now).unwrap();
    assert_eq!(journal.totals(second).unwrap().to_send(), 1);
    assert_eq!(send(&mut journal, created("t-1"), now), JobId(1));
    journal.finish(second, RunState::Finished, now).unwrap();
    let after = [Fate::Created, Fate::NotSent, Fate::Unchanged];
    assert_eq!(fates(&journal, second), after, "other content was never approved for sending");
    assert_eq!(fates(&journal, first), [Fate::NotSent, Fate::NotSent, Fate::Created]);
}

#[test]
fn a_look_up_takes_its_slot_until_its_answer_and_after_a_crash_until_the_opening() {
    let mut desk = Desk::new();
    let mut journal = desk.open();
    let sent = desk.now;
    let heard = journal.record_call("talent.ids", sent).unwrap();
    journal.record_call("talent.ids", sent).unwrap();
    let answered = desk.pass(3);
    journal.calls_answered(&[heard], answered).unwrap();
    journal.stop_after(0);
    drop(journal);
    let opened = desk.pass(20);
    let journal = desk.open();
    assert_eq!(journal.recent_attempts("talent.ids", sent).unwrap(), [answered, opened]);
    drop(journal);
    desk.pass(40);
    assert_eq!(desk.open().recent_attempts("talent.ids", sent).unwrap(), [answered, opened]);
}

#[test]
fn a_journal_whose_making_was_cut_off_by_a_full_disk_is_made_anew() {
    let desk = Desk::new();
    std::fs::create_dir_all(desk.path().parent().unwrap()).unwrap();
    let raw = rusqlite::Connection::open(desk.path()).unwrap();
    raw.execute_batch(
        "CREATE TABLE refinery_schema_history
             (version INT4 PRIMARY KEY, name VARCHAR(255), applied_on VARCHAR(255),
              checksum VARCHAR(255));",
    )
    .unwrap();
    drop(raw);
    let error = Journal::open_read_only(&desk.path()).unwrap_err();
    assert!(error.message(crate::problem::Lang::En).contains("never completed"), "{error:?}");
    assert!(desk.open().runs().unwrap().is_empty());
}
