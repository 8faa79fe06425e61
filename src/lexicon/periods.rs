//! A column that holds both ends of a period: what it is called, and which entry of a kind it is of.
//!
//! Must not know: columns, values, mapping files.

use super::labels::Index;
use super::normalize;
use super::path::Customs;
use crate::spec::{Group, Kind, Slot, Target};

/// What such a column is called, longest first.
const PERIODS: &[&str] =
    &["起止时间", "起止日期", "起止年月", "时间段", "起止", "期间", "period", "duration", "dates"];
const START: &str = "start_time";
const END: &str = "end_time";

/// An entry with both ends.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    group: &'static Group,
    n: u16,
}

impl Entry {
    /// The entry of a place, where it has both ends.
    pub(crate) fn of(slot: &Slot) -> Option<Self> {
        match &slot.target {
            Target::Entry { group, n, .. } => {
                let has = |key: &str| group.fields.iter().any(|field| field.key == key);
                (has(START) && has(END)).then_some(Self { group, n: *n })
            }
            Target::Field(_)
            | Target::Custom { .. }
            | Target::EntryCustom { .. }
            | Target::Module { .. } => None,
        }
    }

    /// The paths of its ends.
    pub(crate) fn ends(self) -> [String; 2] {
        [START, END].map(|key| format!("{}[{}].{key}", self.group.key, self.n))
    }
}

/// The entry that a header names beside a word for a period: 教育经历1-起止时间.
pub(crate) fn named(kind: &'static Kind, header: &str) -> Option<Entry> {
    let header = header.to_lowercase();
    let word = PERIODS.iter().find(|word| header.contains(**word))?;
    let start = header.replacen(word, "开始时间", 1);
    Entry::of(&Index::of(kind).resolve(&start, &Customs::new())?.slot)
}

/// Whether a header is a word for a period, and no more: the columns beside it say of what.
pub(crate) fn is_bare(header: &str) -> bool {
    PERIODS.contains(&&*normalize::header(header))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::talent::TALENT;

    #[test]
    fn a_period_is_of_the_entry_that_its_header_names() {
        let ends = |header: &str| named(&TALENT, header).map(Entry::ends);
        for (header, group) in [
            ("教育经历1-起止时间", "education_list[1]"),
            ("工作经历2-起止年月", "career_list[2]"),
            ("Education 1 Period", "education_list[1]"),
        ] {
            let want = ["start_time", "end_time"].map(|end| format!("{group}.{end}"));
            assert_eq!(ends(header), Some(want), "{header}");
        }
        for header in ["起止时间", "学校", "合同起止时间"] {
            assert_eq!(ends(header), None, "{header}");
        }
        assert!(is_bare("起止时间") && is_bare(" 起止 ") && !is_bare("合同起止时间"));
    }
}
