//! A second actor: another process, a corrected input, a fix file, a journal that was set back.

use super::*;
use crate::journal::{Left, Overlap, Verdict};
use crate::plan::Clash;
use crate::plan::reference::RecordRef;
use crate::problem::Code;

/// Hold these jobs against what older runs hold.
fn overlaps(journal: &Journal, jobs: &[Job]) -> (Vec<Overlap>, Replacement) {
    let mut comparison = journal.compare();
    for job in jobs {
        comparison.see(job).unwrap();
    }
    let overlaps = comparison.overlaps(&journal.older_runs().unwrap()).unwrap();
    let doubtful_names = comparison.doubtful_names(&overlaps).unwrap();
    let replaced = overlaps.iter().filter(|overlap| overlap.verdict() == Verdict::Replaces);
    let runs = replaced.map(|overlap| (overlap.older.run, overlap.older.kind)).collect();
    (overlaps, Replacement { runs, doubtful_names })
}

/// Plan a corrected input as an import does, and approve it.
fn import_again(journal: &mut Journal, jobs: &[Job], now: Timestamp) -> (RunId, Vec<Admission>) {
    let (_, replacement) = overlaps(journal, jobs);
    let run = journal.begin_draft(&head(now)).unwrap();
    let mut planner = journal.planner(run).unwrap();
    planner.replace(&replacement).unwrap();
    let admit = |(job, row): (&Job, u32)| planner.admit(&record_head(row, job), job).unwrap();
    let admissions = jobs.iter().zip(2..).map(admit).collect();
    planner.finish().unwrap();
    journal.approve(run, "boss", now).unwrap();
    (run, admissions)
}

/// Six people, of whom the first was made before the run was cut off.
fn cut_off(desk: &Desk) -> (Journal, RunId) {
    let mut journal = desk.open();
    let first = approved(&mut journal, &(0..6).map(nth).collect::<Vec<_>>(), desk.now);
    send(&mut journal, created("t-0"), desk.now);
    journal.finish(first, RunState::Interrupted, desk.now).unwrap();
    (journal, first)
}

/// Everybody that is left to send, by content.
fn sent_all(journal: &mut Journal, now: Timestamp) -> Vec<String> {
    let mut bodies = Vec::new();
    loop {
        clear_all(journal, now);
        let Some(leased) = journal.lease(KindId::Talent, 1, now).unwrap().pop() else { break };
        bodies.push(leased.body().replace("{\"content\":\"", "").replace("\"}", ""));
        let remote = format!("t-{}", bodies.last().unwrap());
        settle(journal, &leased, created(&remote), now);
    }
    bodies
}

#[test]
fn what_earlier_runs_hold_is_found_without_passing_over_what_is_done() {
    let desk = Desk::new();
    let journal = desk.open();
    let plan = format!("EXPLAIN QUERY PLAN {}", crate::journal::older::holding_rows());
    let mut select = journal.connection.prepare(&plan).unwrap();
    let steps = select.query_map([], |row| row.get::<_, String>(3)).unwrap();
    let steps: Vec<_> = steps.map(Result::unwrap).collect();
    assert!(steps.iter().any(|step| step.contains("jobs_by_state")), "{steps:?}");
    assert!(!steps.iter().any(|step| step.starts_with("SCAN j")), "{steps:?}");
}

#[test]
fn what_an_earlier_process_looked_up_is_looked_up_again() {
    let desk = Desk::new();
    let mut journal = desk.open();
    let run = approved(&mut journal, &[nth(0), nth(1)], desk.now);
    assert_eq!(clear_all(&mut journal, desk.now), 2);
    drop(journal);
    let mut journal = desk.open();
    journal.resume(run).unwrap();
    assert!(journal.lease(KindId::Talent, 9, desk.now).unwrap().is_empty(), "sent on an old look");
    assert_eq!(journal.to_look_up(KindId::Talent, 9, desk.now).unwrap().len(), 2);
}

#[test]
fn rows_corrected_in_their_keys_replace_those_of_the_run_that_was_cut_off() {
    let mut desk = Desk::new();
    let (mut journal, first) = cut_off(&desk);
    // The second and third got another mobile and e-mail, the fourth another e-mail.
    let mut jobs: Vec<Job> = (0..6).map(nth).collect();
    jobs[1] = talent(&["e11", "m11"], "p1", "corrected-1");
    jobs[2] = talent(&["e12", "m12"], "p2", "corrected-2");
    jobs[3] = talent(&["e13", "m3"], "p3", "corrected-3");
    let (found, _) = overlaps(&journal, &jobs);
    assert_eq!((found[0].records, found[0].back, found[0].gone), (6, 4, 0));
    let now = desk.pass(5);
    let (second, admissions) = import_again(&mut journal, &jobs, now);
    assert_eq!(admissions[0], Admission::Unchanged(JobId(1)));
    assert!(admissions[1..].iter().all(|admission| *admission == Admission::New));
    let mut sent = sent_all(&mut journal, now);
    sent.sort();
    assert_eq!(sent, ["c4", "c5", "corrected-1", "corrected-2", "corrected-3"]);
    journal.finish(second, RunState::Finished, now).unwrap();
    // Whoever resumes the old run sends nothing.
    journal.resume(first).unwrap();
    assert_eq!(sent_all(&mut journal, now), Vec::<String>::new());
    assert_eq!(journal.older_runs().unwrap(), []);
    journal.finish(first, RunState::Finished, now).unwrap();
    assert_eq!(fates(&journal, first)[1..], [Fate::NotSent; 5]);
}

#[test]
fn a_corrected_id_number_is_no_conflict_with_ones_own_unsent_row() {
    let desk = Desk::new();
    let mut journal = desk.open();
    let old: Vec<Job> = (0..4)
        .map(|n| talent(&[&format!("d{n}"), &format!("m{n}")], &format!("p{n}"), "wrong"))
        .collect();
    let first = approved(&mut journal, &old, desk.now);
    journal.finish(first, RunState::Interrupted, desk.now).unwrap();
    let new: Vec<Job> = (0..4)
        .map(|n| talent(&[&format!("d9{n}"), &format!("m{n}")], &format!("p{n}"), "right"))
        .collect();
    let (_, admissions) = import_again(&mut journal, &new, desk.now);
    assert_eq!(admissions, [Admission::New; 4]);
    assert_eq!(sent_all(&mut journal, desk.now), ["right"; 4]);
    // The keys that came free belong to the new ones.
    let (_, again) = draft(&mut journal, &new, desk.now);
    assert!(again.iter().all(|one| matches!(one, Admission::Unchanged(_))), "{again:?}");
}

#[test]
fn keys_that_changed_places_go_to_whom_the_new_input_gives_them_once() {
    let desk = Desk::new();
    let mut journal = desk.open();
    let old = [talent(&["m0", "e0"], "a", "a"), talent(&["m1", "e1"], "b", "b")];
    let first = approved(&mut journal, &old, desk.now);
    journal.finish(first, RunState::Interrupted, desk.now).unwrap();
    let new = [talent(&["m1", "e0"], "a", "a2"), talent(&["m0", "e1"], "b", "b2")];
    let (_, admissions) = import_again(&mut journal, &new, desk.now);
    assert_eq!(admissions, [Admission::New; 2]);
    journal.finish(RunId(2), RunState::Interrupted, desk.now).unwrap();
    let twice = [new[0].clone(), talent(&["m1", "e7"], "c", "c"), new[1].clone()];
    let (_, admissions) = import_again(&mut journal, &twice, desk.now);
    assert_eq!(admissions[1], Admission::Conflict(Clash::TakenInThisRun));
}

#[test]
fn an_input_that_is_dropped_withdraws_nobody() {
    let desk = Desk::new();
    let (mut journal, first) = cut_off(&desk);
    let jobs: Vec<Job> = (0..6).map(nth).collect();
    let (_, replacement) = overlaps(&journal, &jobs);
    let run = journal.begin_draft(&head(desk.now)).unwrap();
    let mut planner = journal.planner(run).unwrap();
    planner.replace(&replacement).unwrap();
    for (job, row) in jobs.iter().zip(2..) {
        planner.admit(&record_head(row, job), job).unwrap();
    }
    planner.finish().unwrap();
    journal.drop_draft(run).unwrap();
    journal.resume(first).unwrap();
    assert_eq!(sent_all(&mut journal, desk.now), ["c1", "c2", "c3", "c4", "c5"]);
}

#[test]
fn where_rows_vanished_or_few_come_back_only_a_person_can_tell() {
    let desk = Desk::new();
    let (journal, _) = cut_off(&desk);
    let verdict = |jobs: &[Job]| overlaps(&journal, jobs).0[0].verdict();
    let all: Vec<Job> = (0..6).map(nth).collect();
    assert_eq!(verdict(&all), Verdict::Replaces);
    assert_eq!(verdict(&all[..5]), Verdict::Ask, "an unsent row is gone");
    assert_eq!(verdict(&all[1..]), Verdict::Replaces, "who was made need not come again");
    assert_eq!(verdict(&all[..2]), Verdict::Ask);
    assert_eq!(verdict(&[nth(7), nth(8)]), Verdict::Apart);
}

#[test]
fn a_new_row_with_the_name_of_a_record_in_doubt_is_not_sent() {
    let mut desk = Desk::new();
    let mut journal = desk.open();
    let first = approved(&mut journal, &(0..4).map(nth).collect::<Vec<_>>(), desk.now);
    send(&mut journal, lost(), desk.now);
    journal.finish(first, RunState::Interrupted, desk.now).unwrap();
    let mut jobs: Vec<Job> = (0..4).map(nth).collect();
    jobs[0] = talent(&["e10", "m10"], "p0", "corrected");
    let now = desk.pass(5);
    let (second, admissions) = import_again(&mut journal, &jobs, now);
    assert_eq!(admissions[0], Admission::Unknown(JobId(1)));
    assert_eq!(sent_all(&mut journal, now), ["c1", "c2", "c3"]);
    journal.finish(second, RunState::Finished, now).unwrap();
    assert_eq!(fates(&journal, second)[0], Fate::Unknown);
}

#[test]
fn what_was_in_doubt_and_not_made_is_not_sent_as_it_was_once_it_was_corrected() {
    let mut desk = Desk::new();
    let mut journal = desk.open();
    let old = [talent(&["m1"], "p1", "old"), nth(2)];
    let first = approved(&mut journal, &old, desk.now);
    send(&mut journal, lost(), desk.now);
    journal.finish(first, RunState::Interrupted, desk.now).unwrap();
    let new = [talent(&["m1"], "p1", "new"), nth(2)];
    let now = desk.pass(5);
    let (second, admissions) = import_again(&mut journal, &new, now);
    assert_eq!(admissions[0], Admission::Unknown(JobId(1)));
    let absent = Event::AbsentAfterDoubt { last: true };
    journal.reconcile(&[(JobId(1), absent, LookNote::default())], now).unwrap();
    assert_eq!(sent_all(&mut journal, now), ["c2"]);
    journal.finish(second, RunState::Finished, now).unwrap();
    assert_eq!(fates(&journal, second)[0], Fate::NotSent);
    journal.resume(first).unwrap();
    assert_eq!(sent_all(&mut journal, now), Vec::<String>::new(), "the old content");
    journal.finish(first, RunState::Finished, now).unwrap();
    let (_, again) = import_again(&mut journal, &new, now);
    assert_eq!(again[0], Admission::New);
    assert_eq!(sent_all(&mut journal, now), ["new"]);
}

/// Only of its own kind nothing comes back by a key, or nothing at all does but the name.
#[test]
fn who_is_in_doubt_and_gets_a_key_is_held_back_though_no_talent_comes_back_by_one() {
    for beside in [true, false] {
        let mut desk = Desk::new();
        let mut journal = desk.open();
        let mut jobs = vec![talent(&[], "p0", "without keys")];
        jobs.extend(beside.then(|| post("7", "7")));
        let first = approved(&mut journal, &jobs, desk.now);
        send(&mut journal, lost(), desk.now);
        journal.finish(first, RunState::Finished, desk.now).unwrap();
        jobs[0] = talent(&["m0"], "p0", "with a key");
        let now = desk.pass(5);
        let (_, admissions) = import_again(&mut journal, &jobs, now);
        assert_eq!(admissions[0], Admission::Unknown(JobId(1)), "beside: {beside}");
    }
}

#[test]
fn a_row_without_keys_that_is_held_back_leaves_no_key_behind() {
    let mut desk = Desk::new();
    let mut journal = desk.open();
    let first = approved(&mut journal, &(0..4).map(nth).collect::<Vec<_>>(), desk.now);
    send(&mut journal, lost(), desk.now);
    journal.finish(first, RunState::Interrupted, desk.now).unwrap();
    let mut jobs: Vec<Job> = (0..4).map(nth).collect();
    jobs[0] = talent(&[], "p0", "without keys");
    for minutes in [5, 10] {
        let now = desk.pass(minutes);
        let (_, admissions) = import_again(&mut journal, &jobs, now);
        assert_eq!(admissions[0], Admission::Unknown(JobId(1)));
    }
    let orphans = journal.read(|connection| {
        let lost = "SELECT count(*) FROM job_keys WHERE job NOT IN (SELECT id FROM jobs)";
        Ok(connection.query_row(lost, [], |row| row.get::<_, i64>(0))?)
    });
    assert_eq!(orphans.unwrap(), 0);
}

#[test]
fn keys_of_a_changed_record_hold_back_a_second_send_and_claim_nobody_else() {
    let desk = Desk::new();
    let mut journal = desk.open();
    let one = approved(&mut journal, &[talent(&["m1"], "li", "a")], desk.now);
    send(&mut journal, created("t-1"), desk.now);
    journal.finish(one, RunState::Finished, desk.now).unwrap();
    let two = approved(&mut journal, &[talent(&["m1", "e1"], "li", "b")], desk.now);
    journal.finish(two, RunState::Finished, desk.now).unwrap();
    let (run, third) = draft(&mut journal, &[talent(&["e1"], "li", "c")], desk.now);
    assert_eq!(third, [Admission::Changed(JobId(1))]);
    journal.drop_draft(run).unwrap();
    let (run, other) = draft(&mut journal, &[talent(&["e1"], "wang", "c")], desk.now);
    assert_eq!(other, [Admission::New], "somebody of another name");
    journal.drop_draft(run).unwrap();
    // What a draft that was dropped would have learned is not known.
    let (run, _) = draft(&mut journal, &[talent(&["m1", "e2"], "li", "d")], desk.now);
    journal.drop_draft(run).unwrap();
    let (_, fourth) = draft(&mut journal, &[talent(&["e2"], "li", "d")], desk.now);
    assert_eq!(fourth, [Admission::New]);
}

#[test]
fn a_reference_of_another_journal_or_to_somebody_else_binds_nothing() {
    let desk = Desk::new();
    let mut journal = desk.open();
    let first = approved(&mut journal, &[nth(0), nth(1)], desk.now);
    journal.finish(first, RunState::Interrupted, desk.now).unwrap();
    let uuid = journal.run(first).unwrap().uuid.unwrap();
    let run = journal.begin_draft(&head(desk.now)).unwrap();
    let mut planner = journal.planner(run).unwrap();
    let mut admit = |job: &Job, row: u32, run: uuid::Uuid| {
        let reference = RecordRef { run, record: 1 };
        let head = RecordHead { reference: Some(reference), ..record_head(row, job) };
        let admission = planner.admit(&head, job).unwrap();
        (admission, planner.take_said().first().map(crate::problem::Problem::code))
    };
    let stranger = talent(&["e90", "m90"], "stranger", "x");
    let elsewhere = uuid::Uuid::from_u128(7);
    assert_eq!(admit(&stranger, 2, elsewhere), (Admission::New, Some(Code::ReferenceUnknown)));
    let other = talent(&["e91", "m91"], "other", "y");
    assert_eq!(admit(&other, 3, uuid), (Admission::New, Some(Code::ReferenceDisagrees)));
    let repaired = talent(&["e92", "m92"], "p0", "z");
    assert_eq!(admit(&repaired, 4, uuid), (Admission::TakeOver(JobId(1)), None));
}

#[test]
fn a_blocked_run_keeps_its_good_rows_and_claims_nobody() {
    let mut desk = Desk::new();
    let mut journal = desk.open();
    let (blocked, _) = draft(&mut journal, &[nth(0), nth(1)], desk.now);
    journal.finish(blocked, RunState::Blocked, desk.now).unwrap();
    assert_eq!(journal.fine_and_unsent(blocked).unwrap(), 2);
    let (other, admissions) = draft(&mut journal, &[nth(1)], desk.now);
    assert_eq!(admissions, [Admission::New], "a blocked run claims nobody");
    journal.drop_draft(other).unwrap();

    let uuid = journal.run(blocked).unwrap().uuid.unwrap();
    assert_eq!(journal.run_named(uuid).unwrap(), Some(blocked));
    let run = journal.begin_draft(&RunHead { continues: Some(blocked), ..head(desk.now) }).unwrap();
    let mut planner = journal.planner(run).unwrap();
    let repaired = talent(&["e0", "m0"], "p0", "repaired");
    let reference = RecordRef { run: uuid, record: 1 };
    let head = RecordHead { reference: Some(reference), ..record_head(2, &repaired) };
    planner.admit(&head, &repaired).unwrap();
    assert_eq!(planner.adopt(blocked).unwrap(), 1, "all but the repaired one");
    planner.finish().unwrap();
    journal.approve(run, "boss", desk.now).unwrap();
    assert_eq!(sent_all(&mut journal, desk.now), ["repaired", "c1"]);
    assert_eq!(journal.fine_and_unsent(blocked).unwrap(), 0, "the run that goes on has them");
    journal.finish(run, RunState::Finished, desk.now).unwrap();

    let (again, _) = draft(&mut journal, &[nth(5)], desk.now);
    journal.finish(again, RunState::Blocked, desk.now).unwrap();
    let now = desk.pass(60);
    assert_eq!(journal.erase_bodies(now, now).unwrap(), 3);
    assert_eq!(journal.fine_and_unsent(again).unwrap(), 0, "erased with the bodies");
}

#[test]
fn a_fix_file_takes_what_is_unsent_of_a_run_that_was_cut_off() {
    let desk = Desk::new();
    let (mut journal, first) = cut_off(&desk);
    let run = journal.begin_draft(&head(desk.now)).unwrap();
    let mut planner = journal.planner(run).unwrap();
    assert_eq!(planner.adopt(first).unwrap(), 5);
    planner.finish().unwrap();
    journal.approve(run, "boss", desk.now).unwrap();
    assert_eq!(sent_all(&mut journal, desk.now), ["c1", "c2", "c3", "c4", "c5"]);
    journal.resume(first).unwrap();
    assert_eq!(sent_all(&mut journal, desk.now), Vec::<String>::new());
}

#[test]
fn a_journal_that_was_set_back_is_known_by_the_state_folder() {
    let desk = Desk::new();
    let state = desk.folder.path().join("state");
    let open = || {
        let mut journal = desk.open();
        journal.remember_in(&state, desk.now).unwrap();
        journal
    };
    let mut journal = open();
    assert_eq!(journal.set_back_at(), None, "a new one");
    let run = approved(&mut journal, &[nth(0), nth(1), nth(2)], desk.now);
    send(&mut journal, created("t-0"), desk.now);
    // A copy while it runs, as a backup takes it.
    let copy = desk.folder.path().join("copy.db");
    journal.connection.execute("VACUUM INTO ?1", [copy.to_str().unwrap()]).unwrap();
    send(&mut journal, created("t-1"), desk.now);
    journal.finish(run, RunState::Interrupted, desk.now).unwrap();
    journal.close().unwrap();
    assert_eq!(open().set_back_at(), None, "closed and opened");
    std::fs::copy(&copy, desk.path()).unwrap();
    assert_eq!(open().set_back_at(), Some(desk.now), "the copy was put back");
    let mut journal = open();
    assert_eq!(journal.set_back_at(), Some(desk.now), "who saw it was cut off before the end");
    journal.waited_after_set_back().unwrap();
    assert_eq!(journal.set_back_at(), None);
    drop(journal);
    assert_eq!(open().set_back_at(), None, "and is the journal from now on");
    // A state folder that can't be written is no hindrance.
    let file = desk.folder.path().join("file");
    std::fs::write(&file, "").unwrap();
    desk.open().remember_in(&file, desk.now).unwrap();
}

/// A job data record: its employment is its only key, and it has no name.
pub(super) fn post(employment: &str, content: &str) -> Job {
    Job {
        kind: KindId::JobData,
        keys: vec![key(KeyKind::Employment, employment)],
        name: None,
        lookup: LookupKeys { employment: Some(employment.into()), ..LookupKeys::default() },
        ..talent(&[], employment, content)
    }
}

#[test]
fn job_data_in_doubt_of_a_replaced_run_are_never_sent_again_as_they_were() {
    let mut desk = Desk::new();
    let mut journal = desk.open();
    let posts = ["p1", "p2", "p3", "p4"].map(|employment| post(employment, employment));
    let first = approved(&mut journal, &posts, desk.now);
    let found = journal.to_look_up(KindId::JobData, 9, desk.now).unwrap();
    let answers: Vec<_> = found.iter().map(|one| (one.job, LookedUp::Absent)).collect();
    journal.looked_up(&answers, "job_data.batch_get", desk.now).unwrap();
    let leased = journal.lease(KindId::JobData, 1, desk.now).unwrap().pop().unwrap();
    settle(&mut journal, &leased, lost(), desk.now);
    // It was decided to send it once more; then the input was corrected.
    let again = Event::SendAgainSameToken { not_before: desk.now };
    journal.reconcile(&[(leased.job(), again.clone(), LookNote::default())], desk.now).unwrap();
    journal.finish(first, RunState::Interrupted, desk.now).unwrap();
    let all = Left { unsent: vec![(KindId::JobData, 4)], ..Left::default() };
    assert_eq!(journal.left_of(first).unwrap(), all);
    let now = desk.pass(5);
    let corrected = ["p9", "p2", "p3", "p4"].map(|employment| post(employment, employment));
    let (second, admissions) = import_again(&mut journal, &corrected, now);
    assert_eq!(admissions, [Admission::New; 4]);
    assert!(journal.lease(KindId::JobData, 9, now).unwrap().is_empty(), "the old one goes out");
    journal.reconcile(&[(leased.job(), again, LookNote::default())], now).unwrap();
    assert!(journal.lease(KindId::JobData, 9, now).unwrap().is_empty(), "the old one goes out");
    let absent = Event::AbsentAfterDoubt { last: true };
    journal.reconcile(&[(leased.job(), absent, LookNote::default())], now).unwrap();
    journal.finish(second, RunState::Interrupted, now).unwrap();
    journal.resume(first).unwrap();
    let left = journal.to_look_up(KindId::JobData, 9, now).unwrap();
    assert!(left.is_empty(), "{left:?}");
    let none_is_sent = Left { replaced: 4, ..Left::default() };
    assert_eq!(journal.left_of(first).unwrap(), none_is_sent);
    // Of its records it is said that they were not sent: a question that counts them offers to.
    assert_eq!(journal.totals(first).unwrap().fate(Fate::NotSent), 4);
}

#[test]
fn where_every_key_of_a_kind_was_corrected_a_person_is_asked() {
    let desk = Desk::new();
    let mut journal = desk.open();
    let old = [nth(0), nth(1), post("p1", "p1")];
    let first = approved(&mut journal, &old, desk.now);
    journal.finish(first, RunState::Interrupted, desk.now).unwrap();
    let verdicts =
        |jobs: &[Job]| overlaps(&journal, jobs).0.iter().map(Overlap::verdict).collect::<Vec<_>>();
    let renumbered = [talent(&["e8", "m8"], "p0", "x"), talent(&["e9", "m9"], "p1", "y")];
    let mut kinds = verdicts(&renumbered);
    kinds.sort_by_key(|verdict| *verdict == Verdict::Ask);
    assert_eq!(kinds, [Verdict::Apart, Verdict::Ask], "the names come back");
    let both = [nth(0), nth(1), post("p7", "p7")];
    let mut kinds = verdicts(&both);
    kinds.sort_by_key(|verdict| *verdict == Verdict::Ask);
    assert_eq!(kinds, [Verdict::Replaces, Verdict::Ask], "the other kind comes back");
    assert_eq!(verdicts(&[nth(7)]), [Verdict::Apart; 2]);
}
