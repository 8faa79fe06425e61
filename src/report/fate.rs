//! The fates of a record in words for people.
//!
//! Must not know: how a record came by its fate.

use super::xlsx::Style;
use crate::journal::Fate;
use crate::problem::Lang;

/// What a person reads.
pub(crate) const fn word(fate: Fate, lang: Lang) -> &'static str {
    match fate {
        Fate::Created => lang.pick("已创建", "created"),
        Fate::Existing => lang.pick("已存在", "existing"),
        Fate::Unchanged => lang.pick("未变化", "unchanged"),
        Fate::Changed => lang.pick("有改动，未发送", "changed, not sent"),
        Fate::Invalid => lang.pick("数据有误", "invalid"),
        Fate::Conflict => lang.pick("冲突", "conflict"),
        Fate::Blocked => lang.pick("被阻塞", "blocked"),
        Fate::Refused => lang.pick("被拒绝", "refused"),
        Fate::Unknown => lang.pick("结果未知", "unknown"),
        Fate::NotSent => lang.pick("未发送", "not sent"),
    }
}

/// A person has to work on the row, so it goes into the fix file. What is unknown is not among
/// them: its row may be right, and what helps is `settle`.
pub(crate) const fn needs_work(fate: Fate) -> bool {
    match fate {
        Fate::Invalid | Fate::Conflict | Fate::Blocked | Fate::Refused => true,
        Fate::Created
        | Fate::Existing
        | Fate::Unchanged
        | Fate::Changed
        | Fate::Unknown
        | Fate::NotSent => false,
    }
}

/// How its cell looks in a workbook; the word in it says the same.
pub(super) const fn style(fate: Fate) -> Style {
    match fate {
        Fate::Created => Style::Good,
        Fate::Existing | Fate::Unchanged | Fate::NotSent => Style::Quiet,
        Fate::Changed | Fate::Unknown | Fate::Blocked => Style::Warn,
        Fate::Invalid | Fate::Conflict | Fate::Refused => Style::Bad,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_fates_read_alike() {
        for lang in [Lang::Zh, Lang::En] {
            let words: BTreeSet<_> = Fate::ALL.iter().map(|fate| word(*fate, lang)).collect();
            assert_eq!(words.len(), Fate::ALL.len());
        }
    }
}
