//! How many creates the first delivery may make, and which jobs they are: a retry of one of them is
//! not another one.
//!
//! Must not know: how they are sent.

use crate::journal::Remaining;
use crate::plan::JobId;
use crate::spec::{KindId, PerKind};

/// So many jobs of each kind, and those that were sent.
#[derive(Debug)]
pub(in crate::deliver) struct Quota {
    most: PerKind<usize>,
    jobs: PerKind<Vec<JobId>>,
}

impl Quota {
    /// `n` jobs, spread over the kinds that have any.
    pub(in crate::deliver) fn new(n: usize, remaining: &[(KindId, Remaining)]) -> Self {
        let mut there = PerKind::default();
        for (kind, left) in remaining {
            let jobs = left.pending + left.cleared + left.waiting;
            there[*kind] = usize::try_from(jobs).unwrap_or(usize::MAX);
        }
        Self { most: shares(n, there), jobs: PerKind::default() }
    }

    /// The jobs of a kind, where no others may be sent any more.
    pub(in crate::deliver) fn closed(&self, kind: KindId) -> Option<&[JobId]> {
        (self.jobs[kind].len() >= self.most[kind]).then_some(self.jobs[kind].as_slice())
    }

    /// A job was leased.
    pub(in crate::deliver) fn leased(&mut self, kind: KindId, job: JobId) {
        let jobs = &mut self.jobs[kind];
        if !jobs.contains(&job) {
            jobs.push(job);
        }
    }

    /// Every job that was sent, by kind, oldest first.
    pub(in crate::deliver) fn jobs(&self) -> Vec<JobId> {
        self.jobs.values().flatten().copied().collect()
    }
}

/// Dealt out one by one, in the order of the kinds, to those that have any left.
fn shares(n: usize, there: PerKind<usize>) -> PerKind<usize> {
    let mut shares = PerKind::<usize>::default();
    let mut left = n;
    while left > 0 {
        let before = left;
        for kind in KindId::ALL {
            if left > 0 && shares[*kind] < there[*kind] {
                shares[*kind] += 1;
                left -= 1;
            }
        }
        if left == before {
            break;
        }
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_ones_are_spread_over_the_kinds_that_there_are() {
        for (n, there, expected) in [
            (5, [100, 100, 0], [3, 2, 0]),
            (5, [100, 0, 0], [5, 0, 0]),
            (5, [0, 100, 0], [0, 5, 0]),
            (5, [1, 100, 0], [1, 4, 0]),
            (5, [100, 1, 0], [4, 1, 0]),
            (5, [9, 9, 9], [2, 2, 1]),
            (1, [9, 9, 0], [1, 0, 0]),
            (10, [2, 3, 0], [2, 3, 0]),
            (0, [2, 3, 0], [0, 0, 0]),
        ] {
            let (there, expected) = (PerKind::new(there), PerKind::new(expected));
            assert_eq!(shares(n, there), expected, "{n} of {there:?}");
        }
    }

    #[test]
    fn a_job_that_is_sent_again_is_not_another_one() {
        let left = Remaining { pending: 9, ..Remaining::default() };
        let mut quota = Quota::new(2, &[(KindId::Talent, left)]);
        quota.leased(KindId::Talent, JobId(7));
        quota.leased(KindId::Talent, JobId(7));
        assert_eq!(quota.closed(KindId::Talent), None);
        assert_eq!(quota.closed(KindId::JobData), Some(&[][..]));
        quota.leased(KindId::Talent, JobId(9));
        assert_eq!(quota.closed(KindId::Talent), Some(&[JobId(7), JobId(9)][..]));
        assert_eq!(quota.jobs(), [JobId(7), JobId(9)]);
    }
}
