//! Who is in the tenant already: found before the first send.

use super::*;

#[test]
fn who_exists_already_is_found_and_not_sent() {
    warped(async {
        let bench = Bench::new(Behaviour::default()).await;
        for n in 0..10 {
            bench.sandbox.seed_talent(&person(n).0).unwrap();
            bench.sandbox.seed_job_data(&employment(n).0).unwrap();
        }
        let mut journal = memory(&bench);
        let run = plan(&mut journal, bench.now(), both(30));
        assert_eq!(bench.deliver(&mut journal, &Policy::default()).await, Ended::Finished);
        bench.assert_each_once(30, 30);
        assert_eq!(fate(&journal, run, Fate::Existing), 20);
        assert_eq!(fate(&journal, run, Fate::Created), 40);
    });
}

#[test]
fn a_shared_mobile_with_another_name_is_a_conflict() {
    warped(async {
        let bench = Bench::new(Behaviour::default()).await;
        let (mut body, _) = person(0);
        body["basic_info"]["name"] = json!("李四");
        bench.sandbox.seed_talent(&body).unwrap();
        // Two people hold the keys of the second.
        let (mut mobile, _) = person(1);
        mobile["basic_info"]["email"] = json!("other@example.com");
        let (mut email, _) = person(1);
        email["basic_info"]["mobile"] = json!("13999999999");
        bench.sandbox.seed_talent(&mobile).unwrap();
        bench.sandbox.seed_talent(&email).unwrap();
        let mut journal = memory(&bench);
        let run = plan(&mut journal, bench.now(), talents(3));
        assert_eq!(bench.deliver(&mut journal, &Policy::default()).await, Ended::Finished);
        assert_eq!(fate(&journal, run, Fate::Conflict), 2);
        assert_eq!(fate(&journal, run, Fate::Created), 1);
        bench.assert_each_once(4, 0);
    });
}

#[test]
fn existing_can_be_told_to_fail_or_to_be_sent_anyway() {
    for (existing, talents_there) in [(Existing::Fail, 1), (Existing::SendAnyway, 2)] {
        warped(async {
            let behaviour = Behaviour {
                duplicate_talent: sandbox::DuplicateTalent::MakeAnother,
                ..Behaviour::default()
            };
            let bench = Bench::new(behaviour).await;
            bench.sandbox.seed_talent(&person(1).0).unwrap();
            let mut journal = memory(&bench);
            let run = plan(&mut journal, bench.now(), [(KindId::Talent, person(1))]);
            let policy = Policy { existing, ..Policy::default() };
            assert_eq!(bench.deliver(&mut journal, &policy).await, Ended::Finished);
            assert_eq!(bench.sandbox.ledger().talents.len(), talents_there);
            let conflicts = fate(&journal, run, Fate::Conflict);
            assert_eq!(conflicts, u64::from(existing == Existing::Fail));
        });
    }
}

#[test]
fn a_create_that_lands_on_whom_the_tenant_had_is_existing() {
    warped(async {
        let bench = Bench::new(Behaviour::default()).await;
        bench.sandbox.seed_talent(&person(1).0).unwrap();
        let mut journal = memory(&bench);
        let run = plan(&mut journal, bench.now(), talents(3));
        let policy = Policy { existing: Existing::SendAnyway, ..Policy::default() };
        assert_eq!(bench.deliver(&mut journal, &policy).await, Ended::Finished);
        assert_eq!(fate(&journal, run, Fate::Existing), 1);
        assert_eq!(fate(&journal, run, Fate::Created), 2);
    });
}

#[test]
fn a_duplicate_that_the_index_did_not_show_is_existing_when_it_does() {
    warped(async {
        let behaviour = Behaviour {
            duplicate_talent: sandbox::DuplicateTalent::Refuse,
            index_lag: Duration::from_secs(3),
            ..Behaviour::default()
        };
        let bench = Bench::new(behaviour).await;
        let mut journal = memory(&bench);
        plan(&mut journal, bench.now(), talents(1));
        assert_eq!(bench.deliver(&mut journal, &Policy::default()).await, Ended::Finished);
        // Another machine, another journal, at once.
        let mut other = memory(&bench);
        let run = plan(&mut other, bench.now(), talents(1));
        let ended = bench.deliver(&mut other, &Policy::default()).await;
        assert_eq!(ended, Ended::Finished);
        bench.assert_each_once(1, 0);
        assert_eq!(fate(&other, run, Fate::Created), 0);
    });
}
