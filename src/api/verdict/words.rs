//! What the documented refusals mean, in both languages: the API's own messages may change, come in
//! one language, and seldom say what to mend.
//!
//! Must not know: how a code was classified.

use super::codes;
use crate::problem::{Arg, both};
use crate::spec::Endpoint;

/// What a code means where something is created; nothing where nobody documents it.
pub(crate) fn words(endpoint: &Endpoint, code: i64) -> Option<Arg> {
    codes::said(endpoint, code).map(|(zh, en)| both(zh, en))
}

#[cfg(test)]
mod tests {
    use super::super::codes::meaning;
    use super::*;
    use crate::kinds::endpoints::{JOB_DATA_CREATE, TALENT_CREATE};
    use crate::problem::{Code, Complaint, Lang};
    use crate::spec::Meaning;

    #[test]
    fn a_refusal_of_every_row_says_what_its_code_means_in_both_languages() {
        let said = words(&JOB_DATA_CREATE, 99_992_361).unwrap();
        let complaint = Complaint::with(
            Code::EveryRowRefused,
            ["20".into(), "99992361".into(), said, Arg::default()],
        );
        assert_eq!(
            complaint.message(Lang::En),
            "every row is refused with 99992361: the open_ids belong to another app (the first 20 rows)"
        );
        assert!(complaint.message(Lang::Zh).contains("open_id 属于另一个应用"));
        assert_eq!(words(&TALENT_CREATE, 424_242), None);
    }

    #[test]
    fn only_refusals_have_words_and_each_endpoint_its_own() {
        for endpoint in [&TALENT_CREATE, &JOB_DATA_CREATE] {
            let ranges = [9_000..10_000, 1_002_000..1_003_000, 1_160_000..1_161_000];
            for code in ranges.into_iter().flatten().chain(99_992_000..99_993_000) {
                if words(endpoint, code).is_some() {
                    let refused = matches!(meaning(endpoint, code), Some(Meaning::Refused(_)));
                    assert!(refused, "{} {code}", endpoint.name);
                }
            }
        }
        assert_eq!(words(&TALENT_CREATE, 1_160_003), None);
    }
}
