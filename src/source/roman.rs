//! Which of two encodings of the West a text is in: that of Windows, or Mac Roman, in which Excel for Mac saves a
//! CSV. Any bytes are text in both, so that the letters about them tell.
//!
//! Must not know: files, which other encodings there are.

use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};

/// Whether bytes are words in Mac Roman, and none in the encoding of Windows: `Andr\x8e` is `André`, and no word
/// of small letters ends with the `Ž` that Windows has there.
pub(super) fn is_mac(bytes: &[u8]) -> bool {
    let fits = |encoding: &'static Encoding| {
        let (mut fits, mut fails) = (0_usize, 0_usize);
        for at in (1..bytes.len()).filter(|at| bytes[*at] > 0x7F) {
            if !bytes[at - 1].is_ascii_lowercase() {
                continue;
            }
            // Quotes and dashes of the one are letters of the other.
            let signs = |encoding: &'static Encoding| {
                let text = encoding.decode_without_bom_handling(&bytes[at..=at]).0;
                text.chars().next().is_some_and(|c| "‘’“”–—…•™\u{A0}".contains(c))
            };
            if signs(MACINTOSH) || signs(WINDOWS_1252) {
                continue;
            }
            let (text, _) = encoding.decode_without_bom_handling(&bytes[at..=at]);
            let is_small = text.chars().all(|c| c.is_lowercase() && c.is_alphabetic());
            *(if is_small { &mut fits } else { &mut fails }) += 1;
        }
        (fits, fails)
    };
    let (mac, windows) = (fits(MACINTOSH), fits(WINDOWS_1252));
    mac.0 > mac.1 && mac.0 > windows.0 && windows.1 > windows.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_tell_mac_roman_from_what_windows_writes() {
        let names = ["André Müller", "José García", "François", "später", "Valérie"];
        for name in names {
            let (mac, windows) = (mac(name), WINDOWS_1252.encode(name).0.into_owned());
            assert!(is_mac(&mac), "{name}");
            assert!(!is_mac(&windows), "{name}");
        }
        for name in ["plain", "O’Brien", "“quoted”", "don’t", "Škoda", "naïve – yes", "Zoë", "Peña"]
        {
            assert!(!is_mac(&WINDOWS_1252.encode(name).0), "{name}");
        }
    }

    /// The library reads Mac Roman and does not write it.
    fn mac(text: &str) -> Vec<u8> {
        let byte = |c: char| {
            let is_it = |byte: &u8| {
                MACINTOSH.decode_without_bom_handling(&[*byte]).0.chars().eq(std::iter::once(c))
            };
            (0..=u8::MAX).find(is_it).unwrap()
        };
        text.chars().map(byte).collect()
    }
}
