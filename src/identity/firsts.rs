//! Which row had a hash first, of millions: a table of places one behind the other, so that looking a hash
//! up goes to the memory once. `HashMap` goes twice, to its marks and to what is kept, and of a check of a
//! million rows a tenth was that.
//!
//! Must not know: what is hashed.

/// Parts of the memory, each of which grows by itself: while one is copied, the others stand.
const PARTS: u32 = 64;
/// Of sixteen places so many are taken at most.
const FULL: usize = 13;

/// The row that had a hash first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct First {
    pub(super) row: u32,
    pub(super) sheet: u16,
    /// More of the hash.
    pub(super) rest: u16,
}

/// The hashes that were seen, each with the row that had it first.
#[derive(Debug)]
pub(super) struct Firsts(Vec<Part>);

#[derive(Debug, Default)]
struct Part {
    /// A power of two of them, or none.
    places: Vec<Taken>,
    taken: usize,
}

/// A place in the memory, free where its hash is nought: the hash, and the row that had it first. Of plain
/// numbers, so that the system gives empty places for nothing.
type Taken = [u64; 2];

impl First {
    fn packed(self) -> u64 {
        u64::from(self.row) << 32 | u64::from(self.sheet) << 16 | u64::from(self.rest)
    }

    fn of(packed: u64) -> Self {
        let [row @ .., a, b, c, d] = packed.to_be_bytes();
        let (sheet, rest) = (u16::from_be_bytes([a, b]), u16::from_be_bytes([c, d]));
        Self { row: u32::from_be_bytes(row), sheet, rest }
    }
}

impl Default for Firsts {
    fn default() -> Self {
        Self((0..PARTS).map(|_| Part::default()).collect())
    }
}

impl Firsts {
    /// The row that had the hash first.
    pub(super) fn of(&self, hash: u64) -> Option<First> {
        let part = self.0.get(part(hash))?;
        let [taken, first] = *part.places.get(part.place(told(hash))?)?;
        (taken != 0).then(|| First::of(first))
    }

    /// Note the first row that has a hash. What was noted before stays.
    pub(super) fn note(&mut self, hash: u64, first: First) {
        if let Some(part) = self.0.get_mut(part(hash)) {
            part.note([told(hash), first.packed()]);
        }
    }
}

impl Part {
    /// Where a hash is, or would be: the places that are taken before it are of hashes that fall on the same.
    fn place(&self, hash: u64) -> Option<usize> {
        let last = self.places.len().checked_sub(1)?;
        // The bits behind those that tell the part, so that hashes lie in their order: what grows is
        // copied from one end to the other.
        let bits = self.places.len().trailing_zeros();
        let spread = (hash << PARTS.trailing_zeros()).checked_shr(u64::BITS - bits).unwrap_or(0);
        let mut place = usize::try_from(spread).ok()?;
        loop {
            let [taken, _] = *self.places.get(place)?;
            if taken == 0 || taken == hash {
                return Some(place);
            }
            place = (place + 1) & last;
        }
    }

    fn note(&mut self, new: Taken) {
        if (self.taken + 1) * 16 > self.places.len() * FULL {
            self.grow();
        }
        if self.put(new) {
            self.taken += 1;
        }
    }

    /// Put it into its place, if that is free.
    fn put(&mut self, new: Taken) -> bool {
        let place = self.place(new[0]).and_then(|place| self.places.get_mut(place));
        let free = place.filter(|[hash, _]| *hash == 0);
        free.map(|place| *place = new).is_some()
    }

    fn grow(&mut self) {
        let more = vec![[0; 2]; (self.places.len() * 2).max(64)];
        let before = std::mem::replace(&mut self.places, more);
        for taken in before.into_iter().filter(|[hash, _]| *hash != 0) {
            self.put(taken);
        }
    }
}

/// Which part a hash is in, by its first bits.
fn part(hash: u64) -> usize {
    usize::try_from(hash >> (u64::BITS - PARTS.trailing_zeros())).unwrap_or(0)
}

/// The hash by which a place is told: nought is none.
fn told(hash: u64) -> u64 {
    hash.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::HashMap;

    /// Hashes of which many fall on the same places, and the first and the last of all.
    fn hashes() -> impl Strategy<Value = u64> {
        prop_oneof![
            0..4_u64,
            (0..4_u64).prop_map(|low| u64::MAX - low),
            (0..40_u64).prop_map(|high| high << 52),
            any::<u64>(),
        ]
    }

    proptest! {
        #[test]
        fn what_was_noted_first_is_known(noted in prop::collection::vec(hashes(), 0..600)) {
            let (mut firsts, mut known) = (Firsts::default(), HashMap::new());
            for (row, hash) in (1..).zip(&noted) {
                prop_assert_eq!(firsts.of(*hash).map(|first| first.row), known.get(&told(*hash)).copied());
                firsts.note(*hash, First { row, sheet: 2, rest: 3 });
                known.entry(told(*hash)).or_insert(row);
            }
            for hash in noted {
                let first = firsts.of(hash).unwrap();
                prop_assert_eq!((first.row, first.sheet, first.rest), (known[&told(hash)], 2, 3));
            }
            prop_assert!(firsts.of(0x1234_5678_9ABC_DEF0).is_none());
        }
    }

    #[test]
    fn a_row_is_unpacked_as_it_was_packed() {
        for row in [0, 1, 0x0102_0304, u32::MAX] {
            for (sheet, rest) in [(0, 0), (0x0506, 0x0708), (u16::MAX, u16::MAX)] {
                let first = First { row, sheet, rest };
                assert_eq!(First::of(first.packed()), first);
            }
        }
    }

    #[test]
    fn a_part_that_is_nearly_full_grows() {
        let mut firsts = Firsts::default();
        for row in 1..=100_000_u32 {
            let hash = u64::from(row).wrapping_mul(0x9E37_79B9_7F4A_7C15);
            firsts.note(hash, First { row, ..First::default() });
        }
        for part in &firsts.0 {
            assert!(part.taken * 16 <= part.places.len() * FULL);
            assert!(part.taken * 16 > part.places.len() * FULL / 3, "{}", part.taken);
        }
    }
}
