//! What HTML writes for characters (`&amp;`, `&nbsp;`, `&#39;`), left in a cell by an export of a web
//! page.
//!
//! Must not know: which field the text is for.

use super::Notes;
use super::han::is_han;
use crate::problem::{Code, Complaint};

/// The names of U+00A0 to U+00FF, in their order.
const LATIN: [&str; 96] = [
    "nbsp", "iexcl", "cent", "pound", "curren", "yen", "brvbar", "sect", "uml", "copy", "ordf",
    "laquo", "not", "shy", "reg", "macr", "deg", "plusmn", "sup2", "sup3", "acute", "micro",
    "para", "middot", "cedil", "sup1", "ordm", "raquo", "frac14", "frac12", "frac34", "iquest",
    "Agrave", "Aacute", "Acirc", "Atilde", "Auml", "Aring", "AElig", "Ccedil", "Egrave", "Eacute",
    "Ecirc", "Euml", "Igrave", "Iacute", "Icirc", "Iuml", "ETH", "Ntilde", "Ograve", "Oacute",
    "Ocirc", "Otilde", "Ouml", "times", "Oslash", "Ugrave", "Uacute", "Ucirc", "Uuml", "Yacute",
    "THORN", "szlig", "agrave", "aacute", "acirc", "atilde", "auml", "aring", "aelig", "ccedil",
    "egrave", "eacute", "ecirc", "euml", "igrave", "iacute", "icirc", "iuml", "eth", "ntilde",
    "ograve", "oacute", "ocirc", "otilde", "ouml", "divide", "oslash", "ugrave", "uacute", "ucirc",
    "uuml", "yacute", "thorn", "yuml",
];

/// Other names that exports write.
const OTHERS: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bull", '•'),
    ("hellip", '…'),
    ("trade", '™'),
    ("euro", '€'),
];

/// Characters of the longest name or number.
const LONGEST: usize = 8;

/// So many times over a text may have been written for HTML.
const MOST_TIMES: usize = 4;

/// The text as it was before HTML, and a warning; none where nothing of HTML is in it. What was
/// written twice (`&amp;nbsp;`) is undone twice. In a link `&` has a meaning of its own: it stays as it
/// is, with a warning.
pub(super) fn undone(text: &str, notes: &mut Notes) -> Option<String> {
    let (at, length, _) = first(text)?;
    let entity = &text[at..at + length + again(&text[at..], length)];
    // A number may stand for a character of somebody's name.
    let shown = if entity.starts_with("&#") { "&#…;" } else { entity };
    if text.contains("://") || text.starts_with("www.") {
        notes.warn(Complaint::with(Code::HtmlEntity, [shown]));
        return None;
    }
    notes.warn(Complaint::with(Code::RepairedEntity, [shown]));
    let mut text = once(text);
    for _ in 1..MOST_TIMES {
        if first(&text).is_some() {
            text = once(&text);
        }
    }
    Some(text)
}

/// Bytes of what follows `&amp;` where the whole was written for HTML more than once: `&amp;amp;`.
fn again(text: &str, length: usize) -> usize {
    let rest = text[length..].split_inclusive(';').take(MOST_TIMES);
    let is_name = |name: &&str| name.strip_suffix(';').is_some_and(|name| meaning(name).is_some());
    if &text[..length] == "&amp;" { rest.take_while(is_name).map(str::len).sum() } else { 0 }
}

fn once(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((at, length, c)) = first(rest) {
        out.push_str(&rest[..at]);
        out.push(c);
        rest = &rest[at + length..];
    }
    out.push_str(rest);
    out
}

/// The first that stands there: where, how long, for which character.
fn first(text: &str) -> Option<(usize, usize, char)> {
    text.match_indices('&').find_map(|(at, _)| {
        let rest = &text[at + 1..];
        if let Some(end) = rest.bytes().take(LONGEST + 1).position(|byte| byte == b';') {
            return Some((at, end + 2, meaning(&rest[..end])?));
        }
        // One of an ideograph may have lost its sign: &#22823学.
        let digits = rest.strip_prefix('#')?.bytes().take_while(u8::is_ascii_digit).count();
        let c =
            meaning(rest.get(..=digits)?).filter(|c| (4..=6).contains(&digits) && is_han(*c))?;
        Some((at, digits + 2, c))
    })
}

/// `amp`, `#39`, `#x27`. What stands for no character that a text can hold is nothing.
fn meaning(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else {
        let latin = (0xA0..=0xFFu8).zip(LATIN).find(|(_, latin)| *latin == name);
        let other = || OTHERS.iter().find(|(other, _)| *other == name);
        return latin.map(|(c, _)| char::from(c)).or_else(|| other().map(|(_, c)| *c));
    };
    let value = match number.strip_prefix(['x', 'X']) {
        Some(hex) if hex.bytes().all(|b| b.is_ascii_hexdigit()) => u32::from_str_radix(hex, 16),
        None if number.bytes().all(|b| b.is_ascii_digit()) => number.parse(),
        Some(_) | None => return None,
    };
    let c = char::from_u32(value.ok()?)?;
    (!c.is_control() || matches!(c, '\t' | '\n' | '\r')).then_some(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn undo(text: &str) -> (Option<String>, Vec<Code>) {
        let mut notes = Notes::default();
        let undone = undone(text, &mut notes);
        (undone, notes.warnings.iter().map(|warning| warning.code).collect())
    }

    #[test]
    fn what_a_web_page_wrote_is_undone_and_told() {
        for (text, want) in [
            ("R&amp;D", "R&D"),
            ("张三&nbsp;", "张三\u{A0}"),
            ("O&#39;Brien", "O'Brien"),
            ("O&#x27;Brien", "O'Brien"),
            ("买买提&middot;艾力", "买买提·艾力"),
            ("Jos&eacute; M&uuml;ller", "José Müller"),
            ("A&amp;amp;B&amp;nbsp;", "A&B\u{A0}"),
            ("&#24352;三", "张三"),
            ("&lt;b&gt; & &", "<b> & &"),
            ("北京&#22823学", "北京大学"),
        ] {
            assert_eq!(undo(text), (Some(want.to_owned()), vec![Code::RepairedEntity]), "{text}");
        }
    }

    #[test]
    fn a_cell_full_of_it_is_read_a_few_times_only() {
        let text = format!("&{}lt;", "amp;".repeat(200_000));
        let (undone, _) = undo(&text);
        assert_eq!(undone.unwrap().len(), text.len() - 4 * MOST_TIMES);
    }

    #[test]
    fn what_is_none_stays() {
        for text in [
            "R&D",
            "AT&T;",
            "&;",
            "&#;",
            "&#x;",
            "&#0;",
            "&#xD800;",
            "&nosuchname;",
            "&AMP;",
            "a & b; c",
        ] {
            assert_eq!(undo(text), (None, vec![]), "{text}");
        }
        let link = "https://example.com/?a=1&amp;b=2";
        assert_eq!(undo(link), (None, vec![Code::HtmlEntity]));
        let mut notes = Notes::default();
        undone("&#24352;三", &mut notes);
        assert_eq!(notes.warnings[0].args, ["&#…;"], "a name's character is not shown");
        let mut notes = Notes::default();
        assert_eq!(undone("A&amp;amp;B大学", &mut notes).as_deref(), Some("A&B大学"));
        assert_eq!(notes.warnings[0].args, ["&amp;amp;"], "how often is told");
    }
}
