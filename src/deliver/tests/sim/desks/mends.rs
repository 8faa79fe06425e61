//! What the stories find where a mend is switched off: within the seeds of the test command each is
//! missed by somebody who is made twice, lost, or told as somebody else.

use super::*;
use crate::journal::mend::{Safeguard, without};

/// What was measured: `LooksOfThisProcess` is missed at seed 132, `LooksGrowOld` at 30, `SetBackWaits`
/// at 134, `OursByAttempt` at 12, `ReplacedIsWithdrawn` at 32, `NamesInDoubt` at 144,
/// `ReferenceIsChecked` at 14, `KeysAreLearned` at 6: the second to fifteenth story of its plot.
///
/// The stories of a plot as the test command has them, without a mend, until one breaks a law.
fn is_missed(mend: Safeguard, plot: Plot) {
    let folder = scratch();
    let mut stories = (1..=SEEDS).filter(|seed| seed.is_multiple_of(2) && drawn(*seed) == plot);
    let found = stories.find_map(|seed| {
        let told = without(mend, || tell_seed(seed, folder.path(), false));
        told.err()
    });
    let law = found.unwrap_or_else(|| panic!("{mend:?} is not missed"));
    eprintln!("{mend:?} is missed: {law}");
}

#[test]
fn looks_of_an_earlier_process_make_somebody_twice() {
    is_missed(Safeguard::LooksOfThisProcess, Plot::Colleagues);
}

#[test]
fn looks_that_never_grow_old_make_somebody_twice() {
    is_missed(Safeguard::LooksGrowOld, Plot::AtOnce);
}

#[test]
fn a_journal_that_was_set_back_and_does_not_wait_makes_somebody_twice() {
    is_missed(Safeguard::SetBackWaits, Plot::SetBack);
}

#[test]
fn what_is_found_without_an_attempt_is_not_ours() {
    is_missed(Safeguard::OursByAttempt, Plot::Colleagues);
}

#[test]
fn a_replaced_run_that_is_not_withdrawn_sends_old_data() {
    is_missed(Safeguard::ReplacedIsWithdrawn, Plot::Corrected);
}

#[test]
fn who_is_in_doubt_and_gets_a_key_is_made_twice_but_for_the_name() {
    is_missed(Safeguard::NamesInDoubt, Plot::Doubted);
}

#[test]
fn a_reference_that_is_not_checked_leads_to_somebody_else() {
    is_missed(Safeguard::ReferenceIsChecked, Plot::Fixed);
}

#[test]
fn keys_that_are_not_learned_make_somebody_twice() {
    is_missed(Safeguard::KeysAreLearned, Plot::Learned);
}
