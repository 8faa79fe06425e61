//! The words of a list that are most like a text that is none of them: a slip, a character more or less.
//!
//! A text that nothing has may stand in every row, and a list may have 50,000 words: what was found is kept,
//! and a word that has hardly a character of the text is not looked at closely.
//!
//! Must not know: entries, whether they may be used.

use std::collections::HashMap;
use std::sync::Mutex;

use strsim::osa_distance;

use super::path;
use crate::lexicon::likeness;

/// A word is near where it is at least as like as this.
const NEAR: f64 = 0.5;
/// One character of a name of three or more is another, one too many or one too few.
const SLIP: f64 = 0.65;
/// Texts of which it is kept what is nearest to them.
const KEPT: usize = 4096;

/// What was found so far: the places of the nearest, by text.
#[derive(Debug, Default)]
pub(super) struct Found(Mutex<HashMap<Box<str>, Vec<usize>>>);

impl Found {
    /// The places of what is nearest to a text, the nearest first: kept, or found now.
    pub(super) fn of(&self, wanted: &str, find: impl FnOnce() -> Vec<usize>) -> Vec<usize> {
        let kept = self.0.lock().ok().and_then(|kept| kept.get(wanted).cloned());
        kept.unwrap_or_else(|| {
            let found = find();
            if let Ok(mut kept) = self.0.lock()
                && kept.len() < KEPT
            {
                kept.insert(wanted.into(), found.clone());
            }
            found
        })
    }
}

/// The places of the words that are most like a text in its normal form, the nearest first; of those that
/// are as near, in their order. A path is like its last name, too.
pub(super) fn places<'w>(
    wanted: &str,
    words: impl Iterator<Item = (&'w str, &'w [usize])>,
) -> Vec<usize> {
    let end = path::ends(wanted).last().unwrap_or(wanted);
    let marks = [marks(wanted), marks(end)];
    let mut scores: HashMap<usize, f64> = HashMap::new();
    for (word, places) in words {
        let own = self::marks(word);
        if !marks.iter().any(|wanted| share(*wanted, own)) {
            continue;
        }
        let score = like(wanted, word).max(like(end, word));
        if score >= NEAR {
            for at in places {
                let known = scores.entry(*at).or_insert(score);
                *known = known.max(score);
            }
        }
    }
    let mut found: Vec<(usize, f64)> = scores.into_iter().collect();
    found.sort_by(|left, right| right.1.total_cmp(&left.1).then(left.0.cmp(&right.0)));
    found.into_iter().map(|(at, _)| at).collect()
}

fn like(wanted: &str, word: &str) -> f64 {
    if wanted == word {
        return 1.0;
    }
    let likeness = likeness::of(wanted, word);
    if likeness >= SLIP || !is_slip(wanted, word) { likeness } else { SLIP }
}

/// A slip in a name that is not of Latin letters alone, of which a character more says more.
fn is_slip(wanted: &str, word: &str) -> bool {
    let (own, other) = (wanted.chars().count(), word.chars().count());
    let is_long = own.min(other) >= 3 && own.abs_diff(other) <= 1;
    is_long && !word.is_ascii() && osa_distance(wanted, word) == 1
}

/// Which characters a text has, as bits that several share.
fn marks(text: &str) -> u64 {
    text.chars().fold(0, |marks, c| marks | 1 << (u32::from(c).wrapping_mul(0x9E37_79B1) >> 26))
}

/// Whether at least half of the shorter one's characters may be the other's, too.
const fn share(one: u64, other: u64) -> bool {
    let (ones, others) = (one.count_ones(), other.count_ones());
    let least = if ones < others { ones } else { others };
    (one & other).count_ones() * 2 >= least
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_in_the_last_name_of_a_path_finds_it_and_hardly_shared_words_are_passed_over() {
        let words = ["研发中心", "后端组", "前端组", "财务部", "product"];
        let at: Vec<[usize; 1]> = (0..words.len()).map(|at| [at]).collect();
        let near = |wanted: &str| {
            let words = words.iter().copied().zip(at.iter().map(<[usize; 1]>::as_slice));
            places(wanted, words).into_iter().map(|at| at.to_string()).collect::<String>()
        };
        assert_eq!(near("研发中心/后端祖"), "10");
        assert_eq!(near("后端组组"), "1");
        assert_eq!(near("prodct"), "4");
        assert_eq!(near("行政"), "");
    }

    #[test]
    fn what_was_found_is_kept() {
        let found = Found::default();
        assert_eq!(found.of("a", || vec![1]), [1]);
        assert_eq!(found.of("a", Vec::new), [1]);
        assert_eq!(found.of("b", Vec::new), [0; 0]);
    }
}
