//! Records that wait for others: what the waiting costs, and what becomes of those whose others come to
//! nothing.

use std::collections::HashMap;

use super::*;
use crate::spec::awaited;

/// The manager of the n-th: each has eight reports, and the first nobody above.
fn above(n: usize) -> Option<usize> {
    n.checked_sub(1).map(|n| n / 8)
}

/// So many employments in no order, each naming its manager where `chained`.
fn tree(n: usize, chained: bool) -> Vec<(KindId, (serde_json::Value, LookupKeys))> {
    // A step that shares no divisor with the number meets each once, managers behind reports.
    let step = [7919, 7907].into_iter().find(|step| !n.is_multiple_of(*step)).unwrap();
    let one = |place: usize| {
        let own = n - 1 - place * step % n;
        let (mut body, keys) = employment(own);
        if let Some(above) = above(own).filter(|_| chained) {
            let (_, manager) = employment(above);
            body["direct_manager_id"] = json!(awaited::of(&manager.employment.unwrap()));
        }
        (KindId::JobData, (body, keys))
    };
    (0..n).map(one).collect()
}

async fn took(n: usize, chained: bool) -> Duration {
    let latency = Duration::from_millis(170);
    let bench = Bench::new(Behaviour { latency, ..Behaviour::default() }).await;
    let mut journal = memory(&bench);
    let run = plan(&mut journal, bench.now(), tree(n, chained));
    let began = Instant::now();
    assert_eq!(bench.deliver(&mut journal, &Policy::default()).await, Ended::Finished);
    let took = began.elapsed();
    bench.assert_each_once(0, n);
    assert_eq!(fate(&journal, run, Fate::Created), n as u64);
    let made = bench.sandbox.ledger().job_data;
    let ids: Vec<String> = (0..n).map(|n| employment(n).1.employment.unwrap()).collect();
    let own: HashMap<&String, usize> = ids.iter().zip(0..).collect();
    let owner: HashMap<&str, &str> =
        made.iter().map(|row| (row.id.as_str(), row.employment_id.as_str())).collect();
    for row in made.iter().filter(|_| chained) {
        let named = row.body["direct_manager_id"].as_str();
        let number = own[&row.employment_id];
        let of = named.map(|id| owner[id]);
        assert_eq!(of, above(number).map(|above| &*ids[above]), "{number}");
    }
    took
}

#[test]
fn who_waits_for_managers_waits_no_longer_than_the_tree_is_deep() {
    let n = 1000;
    let plain = warped(took(n, false));
    let chained = warped(took(n, true));
    // Four levels below the first, each a look and a create of 170 ms behind the one above.
    let depth = Duration::from_millis(4 * 2 * 170);
    assert!(chained < plain + depth + Duration::from_secs(2), "{plain:?}, {chained:?}");
}
