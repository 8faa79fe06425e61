//! Signs that a text was damaged on its way: read in the wrong encoding, cut at a length that some system
//! keeps, made a date by Excel, with the tags of a web page. What is no longer there is `lost`.
//!
//! Must not know: which field the text is for, cells.

use std::sync::OnceLock;

use encoding_rs::GBK;

use crate::problem::{Arg, both};

/// Text that was read in another encoding than it was written in, by what it looks like (in both
/// languages).
///
/// Each sign is one that sound text does not show: letters with accents that together are the bytes
/// of a character, ideographs that together are those of others.
pub(super) fn mojibake(text: &str) -> Option<Arg> {
    let what = if text.contains("烫烫烫") || text.contains("屯屯屯") {
        both("未初始化的内存", "memory that was never filled")
    } else if latin_of_utf8(text) {
        both("UTF-8 被当成西欧编码读", "UTF-8 read as a western encoding")
    } else if mac_of_utf8(text) {
        both("UTF-8 被当成老 Mac 的编码读", "UTF-8 read as the encoding of old Macs")
    } else if latin_of_mac(text) {
        both("老 Mac 的编码被当成西欧编码读", "the encoding of old Macs read as a western one")
    } else if latin_of_gbk(text) {
        both("GBK 被当成西欧编码读", "GBK read as a western encoding")
    } else if gbk_of_utf8(text) {
        both("UTF-8 被当成 GBK 读", "UTF-8 read as GBK")
    } else {
        return None;
    };
    Some(what)
}

/// The first tag of a web page, `<p>` or `</div>`, without what else is in it.
pub(super) fn tag(text: &str) -> Option<&'static str> {
    const TAGS: &[(&str, &str)] = &[
        ("p", "<p>"),
        ("br", "<br>"),
        ("div", "<div>"),
        ("span", "<span>"),
        ("b", "<b>"),
        ("i", "<i>"),
        ("u", "<u>"),
        ("strong", "<strong>"),
        ("em", "<em>"),
        ("font", "<font>"),
        ("a", "<a>"),
        ("li", "<li>"),
        ("ul", "<ul>"),
        ("ol", "<ol>"),
        ("td", "<td>"),
        ("tr", "<tr>"),
        ("table", "<table>"),
        ("th", "<th>"),
        ("tbody", "<tbody>"),
        ("script", "<script>"),
        ("style", "<style>"),
        ("iframe", "<iframe>"),
        ("img", "<img>"),
        ("svg", "<svg>"),
        ("h1", "<h1>"),
        ("h2", "<h2>"),
        ("h3", "<h3>"),
        ("hr", "<hr>"),
        ("pre", "<pre>"),
        ("html", "<html>"),
        ("body", "<body>"),
    ];
    text.split('<').skip(1).find_map(|rest| {
        let rest = rest.strip_prefix('/').unwrap_or(rest);
        let (name, _) = rest.split_once('>')?;
        let name = name.split([' ', '/']).next()?;
        TAGS.iter().find(|(tag, _)| tag.eq_ignore_ascii_case(name)).map(|(_, shown)| *shown)
    })
}

/// `Ã©`, `å¼ ä¸‰`: characters whose bytes in Windows-1252 are the UTF-8 of another one.
fn latin_of_utf8(text: &str) -> bool {
    let mut rest = text.chars();
    let mut before = None;
    while let Some(lead) = rest.next() {
        let begins = !before.replace(lead).is_some_and(char::is_alphabetic);
        let wanted = match lead {
            '\u{C2}' | '\u{C3}' => 1,
            '\u{E2}'..='\u{EF}' => 2,
            _ => continue,
        };
        let mut bytes = [0u8; 3];
        bytes[0] = western(lead).unwrap_or(0);
        let mut strange = false;
        let mut tail = rest.clone();
        let whole = (1..=wanted).all(|at| {
            let Some(c) = tail.next() else { return false };
            // A no-break space is often a plain one by now.
            let c = if wanted == 2 && c == ' ' { '\u{A0}' } else { c };
            // Quotes and dashes follow letters in sound texts too.
            strange |= !matches!(c, '‘' | '’' | '“' | '”' | '–' | '—' | '…' | '»' | '\u{A0}');
            let Some(byte) = western(c).filter(|byte| (0x80..=0xBF).contains(byte)) else {
                return false;
            };
            bytes[at] = byte;
            true
        });
        // Ã…sa, Ã“scar: within a word there is no quote, and no word of the West begins with Ã alone.
        let goes_on =
            || lead == 'Ã' && begins && tail.clone().next().is_some_and(char::is_lowercase);
        if whole
            && (strange || goes_on())
            && std::str::from_utf8(&bytes[..=wanted]).is_ok_and(|c| c.chars().all(is_usual))
        {
            return true;
        }
    }
    false
}

/// `√©`, `√§`: the two bytes of é and ä in Mac Roman, whose character for the first is a root.
fn mac_of_utf8(text: &str) -> bool {
    const BEHIND: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø";
    let mut behind = text.split('√').skip(1).filter_map(|rest| rest.chars().next());
    behind.any(|c| BEHIND.contains(c))
}

/// `AndrŽ`, `spŠter`: é and ä of Mac Roman in Windows-1252, a capital letter within a word of small ones.
fn latin_of_mac(text: &str) -> bool {
    text.match_indices(['Ž', 'Š', 'Œ', 'Ÿ']).any(|(at, capital)| {
        let before = text[..at].chars().next_back();
        let after = text[at + capital.len()..].chars().next();
        before.is_some_and(|c| c.is_ascii_lowercase())
            && after.is_none_or(|c| c.is_ascii_lowercase() || !c.is_alphanumeric())
    })
}

/// Letters of the West, ideographs, kana, Hangul and their punctuation.
const fn is_usual(c: char) -> bool {
    matches!(c, '\u{A1}'..='\u{FF}' | '\u{2010}'..='\u{203A}' | '\u{2E80}'..='\u{9FFF}'
            | '\u{AC00}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF01}'..='\u{FFEF}')
}

/// A character's byte in Windows-1252; the bytes that it does not define stand for themselves.
const fn western(c: char) -> Option<u8> {
    Some(match c {
        '\u{80}'..='\u{FF}' => {
            #[expect(clippy::cast_possible_truncation, reason = "below 256")]
            let byte = c as u32 as u8;
            byte
        }
        '€' => 0x80,
        '‚' => 0x82,
        'ƒ' => 0x83,
        '„' => 0x84,
        '…' => 0x85,
        '†' => 0x86,
        '‡' => 0x87,
        'ˆ' => 0x88,
        '‰' => 0x89,
        'Š' => 0x8A,
        '‹' => 0x8B,
        'Œ' => 0x8C,
        'Ž' => 0x8E,
        '‘' => 0x91,
        '’' => 0x92,
        '“' => 0x93,
        '”' => 0x94,
        '•' => 0x95,
        '–' => 0x96,
        '—' => 0x97,
        '˜' => 0x98,
        '™' => 0x99,
        'š' => 0x9A,
        '›' => 0x9B,
        'œ' => 0x9C,
        'ž' => 0x9E,
        'Ÿ' => 0x9F,
        _ => return None,
    })
}

/// `ÕÅÈý`: four or more western characters in a row, in pairs the bytes of ideographs.
fn latin_of_gbk(text: &str) -> bool {
    let mut run = [0u8; 4];
    let mut length = 0;
    for c in text.chars() {
        match c {
            '\u{A1}'..='\u{FE}' => {
                run.rotate_left(1);
                run[3] = western(c).unwrap_or(0);
                length += 1;
                // The pairs begin where the run does.
                let leads = |byte: u8| (0xB0..=0xF7).contains(&byte);
                let pairs = length % 2 == 0 && length >= 4 && leads(run[0]) && leads(run[2]);
                // ×××× stands for something left out.
                if pairs && run != [run[0]; 4] {
                    return true;
                }
            }
            _ => length = 0,
        }
    }
    false
}

/// `寮犱笁`: ideographs whose GBK bytes are the UTF-8 of ideographs. A last character may be lost.
fn gbk_of_utf8(text: &str) -> bool {
    let Some(first) = text.chars().find(|c| !c.is_ascii()) else { return false };
    if !leads_utf8(first) {
        return false;
    }
    let text = text.trim_end_matches('?');
    let (bytes, _, unmappable) = GBK.encode(text);
    if unmappable {
        return false;
    }
    let whole = match std::str::from_utf8(&bytes) {
        Ok(whole) => whole,
        Err(error) if error.error_len().is_none() => {
            std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or("")
        }
        Err(_) => return false,
    };
    // Two-byte characters are left out: half of all pairs of bytes could be one.
    // But for the dot in names, of which 路 has the bytes.
    let is_known = |c: char| c.is_ascii() || c == '·' || (c > '\u{2000}' && is_usual(c));
    let usual = whole.chars().all(is_known);
    let count = whole.chars().filter(|c| !c.is_ascii()).count();
    // Sound words of GB 2312 alone may have such bytes, once in some hundred thousand; of six
    // characters hardly any.
    usual && (count >= 4 || count >= 2 && text.chars().any(|c| !c.is_ascii() && !in_gb2312(c)))
}

/// In GBK its bytes begin the UTF-8 of an ideograph (E4–E9) or of punctuation (E3, EF).
pub(super) fn leads_utf8(c: char) -> bool {
    static LEADS: OnceLock<Box<[u64]>> = OnceLock::new();
    let place = |c: char| (c as usize / 64, 1_u64 << (c as usize % 64));
    // One bit for each character of the basic plane, since nearly every text is asked for.
    let leads = LEADS.get_or_init(|| {
        let mut leads = vec![0; 0x1_0000 / 64];
        for lead in [0xE3u8, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEF] {
            for trail in 0x80..=0xBF {
                let pair = [lead, trail];
                let (text, broken) = GBK.decode_without_bom_handling(&pair);
                for c in text.chars().filter(|_| !broken) {
                    let (at, bit) = place(c);
                    leads[at] |= bit;
                }
            }
        }
        leads.into()
    });
    let (at, bit) = place(c);
    leads.get(at).is_some_and(|word| word & bit != 0)
}

/// Whether the first ideograph of a text is one: what such text may show of damage, it shows there.
pub(super) fn first_leads_utf8(text: &str) -> bool {
    let first = text.chars().find(|c| matches!(c, '\u{3001}'..='\u{D7FF}'));
    first.is_some_and(leads_utf8)
}

fn in_gb2312(c: char) -> bool {
    let mut text = [0; 4];
    let (bytes, _, _) = GBK.encode(c.encode_utf8(&mut text));
    matches!(*bytes, [0xA1..=0xF7, 0xA1..=0xFE])
}

/// Lengths at which other systems cut: 255 (old Excel drivers, text columns of databases) and
/// 32,767 (a cell of Excel).
pub(super) fn cut_at(text: &str) -> Option<&'static str> {
    if text.len() < 255 {
        return None;
    }
    let length = text.chars().count();
    if length == 255 || (length < 255 && text.encode_utf16().count() == 255) {
        Some("255")
    } else if text.len() >= 32_767 && text.encode_utf16().count() == 32_767 {
        Some("32,767")
    } else {
        None
    }
}

/// What Excel shows for `3-4` once it has made it a date: `3月4日`, `4-Mar`, `Mar-04`.
pub(super) fn is_made_a_date(text: &str) -> bool {
    let short = |part: &str| (1..=2).contains(&part.len()) && digits(part);
    if let Some((month, rest)) = text.split_once('月') {
        return short(month) && rest.strip_suffix('日').is_some_and(short);
    }
    let month = |part: &str| part.len() == 3 && super::numerals::month_of(part).is_some();
    text.len() <= 6
        && text.split_once('-').is_some_and(|(one, other)| {
            (short(one) && month(other)) || (month(one) && short(other))
        })
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn text_in_the_wrong_encoding_is_known() {
        for text in [
            "Ã©",
            "JosÃ©",
            "MÃ¼ller",
            "å¼ ä¸‰",
            "å¼\u{A0}ä¸‰",
            "çŽ‹äº”",
            "donâ€™t",
            "ÕÅÈý",
            "Íõ Îå ÕÅÈý",
            "烫烫烫烫",
            "屯屯屯",
            "寮犱笁",
            "绌轰腑瀹㈣溅",
            "鏉庡洓",
            "鐜嬩簲",
            "寮犱笁涓?",
            "鍙や附路鑹惧悎涔版彁",
            "鐮斿彂閮",
            "Jos√©",
            "Universit√§t",
            "AndrŽ",
            "spŠter",
            "AndrŽ Silva",
        ] {
            assert!(mojibake(text).is_some(), "{text}");
        }
    }

    #[test]
    fn sound_text_is_not() {
        for text in [
            "张三",
            "联通",
            "José Müller",
            "SÃO PAULO",
            "IRMÃ",
            "Ægir",
            "Þórður",
            "ÄÖÜ",
            "café…”",
            "Spaß”",
            "VOILÀ «ça»",
            "é à ô",
            "寮国",
            "鏖战",
            "犱",
            "山田太郎",
            "김철수",
            "汤烫烫",
            "Åse Øvergård",
            "你好吗??",
            "𠮷田",
            "Nguyễn Văn Ân",
            "××××公司",
            "涓涓细流",
            "浣溪沙",
            "锛钢",
            "√ 熟悉 Java",
            "√是",
            "Živa Škoda",
            "ŠKODA",
            "Œuvre",
            "PŸ",
            "Lukáš",
        ] {
            assert!(mojibake(text).is_none(), "{text}");
        }
    }

    #[test]
    fn tags_of_a_web_page_are_known() {
        for (text, want) in [
            ("<p>张三</p>", Some("<p>")),
            ("负责<br/>开发", Some("<br>")),
            ("<SPAN style=\"x\">a", Some("<span>")),
            ("a</div>", Some("<div>")),
            ("<script>alert(1)</script>", Some("<script>")),
            ("<img src=x onerror=alert(1)>", Some("<img>")),
            ("a < b > c", None),
            ("<张三>", None),
            ("Vec<T>", None),
            ("<p", None),
        ] {
            assert_eq!(tag(text), want, "{text}");
        }
    }

    #[test]
    fn the_lengths_at_which_texts_are_cut() {
        for (length, want) in
            [(254, None), (255, Some("255")), (256, None), (32_767, Some("32,767"))]
        {
            assert_eq!(cut_at(&"字".repeat(length)), want);
            assert_eq!(cut_at(&"a".repeat(length)), want);
        }
        assert_eq!(cut_at(&format!("{}a", "𠮷".repeat(127))), Some("255"));
    }

    #[test]
    fn what_excel_makes_of_a_range() {
        for text in ["3月4日", "12月1日", "4-Mar", "Mar-04", "12-Dec"] {
            assert!(is_made_a_date(text), "{text}");
        }
        for text in ["3-4", "三月四日", "3月", "D-Mar", "4-March", "Mar-2004", "od-4e6", "4-ABC"]
        {
            assert!(!is_made_a_date(text), "{text}");
        }
    }

    proptest! {
        /// Common names of two to four characters, as each wrong reading shows them.
        #[test]
        fn names_read_wrong_are_known(name in "[李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗][明国华建文军平志伟东海强晓生光林]{1,3}") {
            prop_assert!(mojibake(&name).is_none());
            let western: String = name.bytes().map(char::from).collect();
            prop_assert!(mojibake(&western).is_some(), "{western}");
            let (bytes, _, _) = GBK.encode(&name);
            let western: String = bytes.iter().copied().map(char::from).collect();
            prop_assert!(mojibake(&western).is_some(), "{western}");
        }

        /// Words of the usual ideographs are never taken for such.
        #[test]
        fn usual_words_pass(word in "[\u{4E00}-\u{9FA5}]{1,3}") {
            let (bytes, _, _) = GBK.encode(&word);
            // Three characters may be the bytes of two others; fewer never are.
            let others = word.chars().count() == 3 && std::str::from_utf8(&bytes).is_ok();
            let filler = word.contains("烫烫烫") || word.contains("屯屯屯");
            prop_assert!(others || filler || mojibake(&word).is_none());
        }
    }
}
