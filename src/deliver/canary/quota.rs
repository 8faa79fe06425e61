//! How many creates the first delivery may make, and which jobs they are: a retry of one of them is
//! not another one.
//!
//! Must not know: how they are sent.

use crate::journal::Remaining;
use crate::plan::JobId;
use crate::spec::KindId;

use crate::deliver::tally::place;

/// So many jobs of each kind, and those that were sent.
#[derive(Debug)]
pub(in crate::deliver) struct Quota {
    most: [usize; 2],
    jobs: [Vec<JobId>; 2],
}

impl Quota {
    /// `n` jobs, spread over the kinds that have any.
    pub(in crate::deliver) fn new(n: usize, remaining: &[(KindId, Remaining)]) -> Self {
        let mut there = [0, 0];
        for (kind, left) in remaining {
            let jobs = left.pending + left.cleared + left.waiting;
            there[place(*kind)] = usize::try_from(jobs).unwrap_or(usize::MAX);
        }
        Self { most: shares(n, there), jobs: [Vec::new(), Vec::new()] }
    }

    /// The jobs of a kind, where no others may be sent any more.
    pub(in crate::deliver) fn closed(&self, kind: KindId) -> Option<&[JobId]> {
        let at = place(kind);
        (self.jobs[at].len() >= self.most[at]).then_some(self.jobs[at].as_slice())
    }

    /// A job was leased.
    pub(in crate::deliver) fn leased(&mut self, kind: KindId, job: JobId) {
        let jobs = &mut self.jobs[place(kind)];
        if !jobs.contains(&job) {
            jobs.push(job);
        }
    }

    /// Every job that was sent, by kind, oldest first.
    pub(in crate::deliver) fn jobs(&self) -> Vec<JobId> {
        self.jobs.concat()
    }
}

/// Half each; what one kind hasn't, the other gets.
fn shares(n: usize, there: [usize; 2]) -> [usize; 2] {
    let [talents, job_data] = there;
    let second = (n / 2).min(job_data);
    let first = (n - second).min(talents);
    [first, (n - first).min(job_data)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_ones_are_spread_over_the_kinds_that_there_are() {
        for (n, there, expected) in [
            (5, [100, 100], [3, 2]),
            (5, [100, 0], [5, 0]),
            (5, [0, 100], [0, 5]),
            (5, [1, 100], [1, 4]),
            (5, [100, 1], [4, 1]),
            (1, [9, 9], [1, 0]),
            (10, [2, 3], [2, 3]),
            (0, [2, 3], [0, 0]),
        ] {
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
