//! How people say that what has begun goes on: 至今, 在读, 长期, now.
//!
//! Must not know: which field a text is for, how a period is cut.

const WORDS: &[&str] = &[
    "至今",
    "至今为止",
    "现在",
    "目前",
    "当前",
    "迄今",
    "今",
    "在读",
    "在读中",
    "在读生",
    "就读中",
    "仍在读",
    "目前在读",
    "在校",
    "在校中",
    "在校生",
    "在职",
    "在职中",
    "仍在职",
    "目前在职",
    "进行中",
    "未毕业",
    "尚未毕业",
    "未离职",
    "长期",
    "长期有效",
    "永久",
    "永久有效",
    "无固定期限",
    "present",
    "now",
    "current",
    "currently",
    "ongoing",
    "today",
    "to present",
    "to date",
    "till now",
    "until now",
];

/// Whether a text says that there is no end yet, or none at all.
pub(crate) fn is_said(text: &str) -> bool {
    WORDS.iter().any(|word| word.eq_ignore_ascii_case(text))
}

#[cfg(test)]
mod tests {
    use super::is_said;

    #[test]
    fn what_goes_on_is_said_in_many_words() {
        for text in ["至今", "在校", "长期", "Present", "ongoing", "无固定期限", "在读中", "仍在职"]
        {
            assert!(is_said(text), "{text}");
        }
        for text in ["今天", "长期股权投资", "2022", "", "-", "校"] {
            assert!(!is_said(text), "{text}");
        }
    }
}
