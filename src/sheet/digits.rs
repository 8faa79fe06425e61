//! Whether a text is figures alone: what is asked of every ID of every row, eight bytes at once.
//!
//! Must not know: what the figures are for.

/// Whether all bytes are ASCII figures; so it is where there are none.
#[inline]
pub fn are_digits(bytes: &[u8]) -> bool {
    let (words, rest) = bytes.as_chunks();
    // The last eight bytes hold those that are left over, where there are so many.
    let last = bytes.last_chunk();
    words.iter().chain(last.filter(|_| !rest.is_empty())).copied().all(is_word)
        && (last.is_some() || rest.iter().all(u8::is_ascii_digit))
}

/// Whether eight bytes are figures: the upper half of each is 3, and stays so where 6 is added to it.
#[inline]
fn is_word(bytes: [u8; 8]) -> bool {
    const EACH: u64 = u64::from_le_bytes([1; 8]);
    let word = u64::from_le_bytes(bytes);
    let is_three = |word: u64| word & (EACH * 0xF0) == EACH * 0x30;
    is_three(word) && is_three(word + EACH * 6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_byte_counts_wherever_it_stands() {
        for length in 0..40 {
            let mut text: Vec<u8> = (b'0'..=b'9').cycle().take(length).collect();
            assert!(are_digits(&text), "{text:?}");
            for at in 0..length {
                let before = text[at];
                for byte in 0..=u8::MAX {
                    text[at] = byte;
                    assert_eq!(are_digits(&text), byte.is_ascii_digit(), "{text:?}");
                }
                text[at] = before;
            }
        }
    }
}
