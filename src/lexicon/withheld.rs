//! How people and systems say that something is not to be told: 保密, 匿名, confidential. Each is that as a
//! whole cell alone: 保密局 is an office.
//!
//! Must not know: which field a cell is for.

/// In small letters, of anything.
const WORDS: &[&str] = &[
    "保密",
    "已保密",
    "隐藏",
    "已隐藏",
    "不公开",
    "未公开",
    "暂不公开",
    "不便公开",
    "不透露",
    "不便透露",
    "不方便透露",
    "匿名",
    "脱敏",
    "已脱敏",
    "confidential",
    "anonymous",
    "not disclosed",
    "undisclosed",
];

/// Of a person, whose name it is not.
const OF_PEOPLE: &[&str] = &[
    "佚名",
    "匿名用户",
    "匿名者",
    "匿名候选人",
    "无名氏",
    "未命名",
    "某人",
    "游客",
    "访客",
    "anonymous user",
    "no name",
    "noname",
    "unnamed",
];

/// Whether a text says so, and no more.
pub(crate) fn is_said(text: &str) -> bool {
    may_begin(text) && is_one_of(WORDS, text)
}

/// Whether a text says that somebody's name is not known, or not to be.
pub(crate) fn is_nobody(text: &str) -> bool {
    may_begin(text) && (is_one_of(WORDS, text) || is_one_of(OF_PEOPLE, text))
}

fn is_one_of(words: &[&str], text: &str) -> bool {
    let inner = [('(', ')'), ('（', '）'), ('[', ']'), ('【', '】')];
    let bare = inner
        .into_iter()
        .find_map(|(open, close)| text.strip_prefix(open)?.strip_suffix(close))
        .unwrap_or(text);
    words.iter().any(|word| word.eq_ignore_ascii_case(bare))
}

/// Whether a text begins as one of them does: nearly none does, and every text is asked.
pub(crate) fn may_begin(text: &str) -> bool {
    text.starts_with([
        '保', '已', '隐', '不', '未', '暂', '匿', '脱', '佚', '无', '某', '游', '访', 'c', 'C',
        'a', 'A', 'n', 'N', 'u', 'U', '(', '（', '[', '【',
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_told_is_told_to_be_so() {
        for word in WORDS {
            assert!(is_said(word) && is_nobody(word), "{word}");
            assert!(is_said(&word.to_ascii_uppercase()), "{word}");
        }
        for word in OF_PEOPLE {
            assert!(is_nobody(word) && !is_said(word), "{word}");
        }
        assert!(is_said("（保密）") && is_said("【保密】"));
        for text in ["保密局", "匿", "安保密", "Confidential Ltd", "无名", "某某", ""] {
            assert!(!is_said(text) && !is_nobody(text), "{text}");
        }
    }
}
