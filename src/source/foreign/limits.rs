//! What the reading process takes from itself before it opens a stranger's file: memory, processor
//! time, the size of what it writes, and a dump of its memory, which holds people's data.
//!
//! Must not know: what is read.

/// Take it, for good; false where the system does not, or does not hold to it.
#[cfg(unix)]
pub(super) fn impose(memory: u64, seconds: u64, output: u64) -> bool {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

    let least = |one: Option<u64>, other: Option<u64>| match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (only, None) | (None, only) => only,
    };
    let limit = |resource: Resource, soft: u64, hard: u64| {
        let before = getrlimit(resource);
        let maximum = least(before.maximum, Some(hard));
        let current = least(least(before.current, Some(soft)), maximum);
        setrlimit(resource, Rlimit { current, maximum }).is_ok()
    };
    // At the soft limit of time the signal says what it is for; at the hard one it is a plain kill.
    limit(Resource::Core, 0, 0)
        && limit(Resource::Cpu, seconds, seconds.saturating_add(2))
        && limit(Resource::Fsize, output, output)
        && limit(Resource::As, memory, memory)
        && holds(memory)
}

/// Whether more memory than that is refused: some systems take the limit and do not hold to it.
#[cfg(unix)]
fn holds(memory: u64) -> bool {
    let mut probe: Vec<u8> = Vec::new();
    let refused =
        usize::try_from(memory).is_ok_and(|memory| probe.try_reserve_exact(memory).is_err());
    std::hint::black_box(&mut probe);
    refused
}

/// There is no such system call that is safe to use here.
#[cfg(not(unix))]
pub(super) fn impose(_memory: u64, _seconds: u64, _output: u64) -> bool {
    false
}
