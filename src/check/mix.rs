//! Bytes mixed into a number, for places in memory: quick, and the same on every machine.
//!
//! Must not know: what the bytes mean. Nothing that is kept is made of it, and nothing by which
//! somebody could gain who finds two texts of one number: that is `identity::hash`.

/// What a hash may begin with, and what it may be multiplied by: digits of pi, odd.
pub(crate) const DIGITS: [u64; 3] =
    [0x243F_6A88_85A3_08D3, 0x1319_8A2E_0370_7345, 0xA409_3822_299F_31D1];

/// The bytes, eight at a time. Behind the last one stands a one, so that no two texts have the same
/// words.
pub(crate) fn words(bytes: &[u8]) -> impl Iterator<Item = u64> {
    let (words, rest) = bytes.as_chunks::<8>();
    // A loop of seven at most is quicker than a copy of unknown length.
    let last = rest.iter().rev().fold(1, |word, byte| word << 8 | u64::from(*byte));
    words.iter().map(|word| u64::from_le_bytes(*word)).chain([last])
}

/// Both halves of the product, folded: every bit of either number reaches every bit of it.
pub(crate) fn folded(one: u64, other: u64) -> u64 {
    let (low, high) = one.carrying_mul(other, 0);
    low ^ high
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn other_bytes_are_other_words(
            one in prop::collection::vec(0_u8..3, 0..20),
            other in prop::collection::vec(0_u8..3, 0..20),
        ) {
            let same = words(&one).eq(words(&other));
            prop_assert_eq!(same, one == other);
        }

        #[test]
        fn a_product_is_folded_as_a_whole(one: u64, other: u64) {
            let product = u128::from(one) * u128::from(other);
            let halves = (product >> 64) ^ (product & u128::from(u64::MAX));
            prop_assert_eq!(u128::from(folded(one, other)), halves);
        }
    }
}
