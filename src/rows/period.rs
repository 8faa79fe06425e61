//! Beginning and end in one text: `2018.09-2022.06`, `2018年9月—至今`.
//!
//! The text is cut only where there is one way to do so. What the dates are is not judged here: a
//! half that is no date is told when it is read.
//!
//! Must not know: cells, fields, how a date is read.

use unicode_normalization::UnicodeNormalization;

use crate::lexicon::ongoing;

/// Characters of the longest text that is looked at.
const LONGEST: usize = 100;

/// A beginning and an end, in half-width characters; an end that is not written is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Period {
    /// The beginning.
    pub first: String,
    /// The end; 至今 and the like stay as they are.
    pub last: String,
}

/// The beginning and the end that a text names; none where there is no cut or more than one.
pub(crate) fn split(text: &str) -> Option<Period> {
    if text.chars().count() > LONGEST {
        return None;
    }
    let folded: String = text.nfkc().filter(|c| !is_format(*c)).collect();
    let text = folded.trim();
    let text = text.strip_prefix(['自', '从']).unwrap_or(text);
    let text = text.strip_suffix('止').unwrap_or(text).trim();
    let cuts = cuts(text);
    let sound: Vec<&Cut<'_>> = cuts.iter().filter(|cut| cut.is_sound()).collect();
    let strong = || sound.iter().copied().filter(|cut| cut.strong);
    let chosen = match sound.as_slice() {
        [only] => Some(*only),
        [_, ..] => only(strong()),
        // A half that is no date: where the cut is beyond doubt, its reader says what is wrong.
        [] => match &*cuts {
            [one] if one.strong || form(text).is_none() => Some(one).filter(|cut| cut.is_whole()),
            _ => only(cuts.iter().filter(|cut| cut.strong)).filter(|cut| cut.is_whole()),
        },
    };
    chosen.map(|cut| Period { first: cut.first.to_owned(), last: cut.last.to_owned() })
}

fn only<T>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let first = all.next()?;
    all.next().is_none().then_some(first)
}

/// Characters that show nothing, but no white space.
fn is_format(c: char) -> bool {
    crate::sheet::cell::is_invisible(c) && !c.is_whitespace()
}

/// One way to cut.
struct Cut<'t> {
    first: &'t str,
    last: &'t str,
    /// What stands between can't be part of a date.
    strong: bool,
}

impl Cut<'_> {
    /// Both halves have the form of a date, and the parts are in one order.
    fn is_sound(&self) -> bool {
        let (first, last) = (form(self.first), form(self.last));
        match (first, last) {
            (Some(first), Some(last)) => first == last || first == Form::Text || last == Form::Text,
            (Some(_), None) => is_open(self.last),
            (None, Some(_)) => self.first.is_empty(),
            (None, None) => false,
        }
    }

    /// There is something on both sides.
    fn is_whole(&self) -> bool {
        !self.first.is_empty() && !self.last.is_empty()
    }
}

fn is_open(text: &str) -> bool {
    text.is_empty() || ongoing::is_said(text)
}

/// Every way to cut a text: at each run of signs and words that stand between dates.
fn cuts(text: &str) -> Vec<Cut<'_>> {
    let mut cuts = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let Some(run) = run(text, at) else {
            // 2018年9月至今
            if at > 0 && text[at..].starts_with("至今") {
                cuts.push(Cut { first: text[..at].trim(), last: "至今", strong: true });
            }
            at += c.len_utf8();
            continue;
        };
        let (first, last) = (text[..at].trim(), text[run.end..].trim());
        cuts.push(Cut { first, last, strong: run.strong });
        at = run.end;
    }
    cuts
}

struct Run {
    end: usize,
    strong: bool,
}

/// The run of signs that begins here; blanks may stand within it.
fn run(text: &str, at: usize) -> Option<Run> {
    let mut end = at;
    let mut signs = 0;
    let mut strong = false;
    let mut next = at;
    loop {
        let rest = &text[next..];
        let blanks = rest.len() - rest.trim_start().len();
        if signs > 0 && blanks > 0 {
            next += blanks;
            continue;
        }
        let Some((width, alone)) = sign(text, next) else { break };
        signs += 1;
        strong |= alone || signs > 1;
        next += width;
        end = next;
    }
    let spaced =
        text[..at].ends_with(char::is_whitespace) && text[end..].starts_with(char::is_whitespace);
    (signs > 0).then_some(Run { end, strong: strong || spaced })
}

/// The width of the sign or word here, and whether it can't be part of a date.
fn sign(text: &str, at: usize) -> Option<(usize, bool)> {
    let rest = &text[at..];
    let c = rest.chars().next()?;
    match c {
        '-' | '/' | '\u{2010}'..='\u{2013}' | '\u{2212}' => Some((c.len_utf8(), false)),
        '~' | '\u{2014}' | '\u{2015}' | '\u{223C}' | '\u{301C}' | '→' | '到' => {
            Some((c.len_utf8(), true))
        }
        '至' if !rest.starts_with("至今") => Some((c.len_utf8(), true)),
        't' | 'T' | 'u' | 'U' => {
            let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
            let begins = !text[..at].ends_with(|c: char| c.is_ascii_alphabetic());
            let word = &rest[..letters];
            let is_word = ["to", "till", "until"].iter().any(|w| w.eq_ignore_ascii_case(word));
            (begins && is_word).then_some((letters, true))
        }
        _ => None,
    }
}

/// What a text looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    YearFirst,
    YearLast,
    /// Fits both: a month by its name, a year in Chinese numerals.
    Text,
}

/// The form of a text that looks like a date: a year with or without month and day.
fn form(text: &str) -> Option<Form> {
    let text = without_clock(text).trim_end_matches('.').trim();
    if chinese(text) || named(text) {
        return Some(Form::Text);
    }
    let mut numbers = Vec::new();
    let mut rest = text;
    loop {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 || numbers.len() == 3 {
            return None;
        }
        numbers.push((rest[..digits].parse::<u32>().ok()?, digits));
        rest = rest[digits..].trim_start();
        let Some(c) = rest.chars().next() else { break };
        if !matches!(c, '.' | '/' | '-' | '年' | '月' | '日' | '号' | '\u{2010}'..='\u{2013}') {
            return None;
        }
        rest = rest[c.len_utf8()..].trim_start();
        if rest.is_empty() {
            if matches!(c, '年' | '月' | '日' | '号') {
                break;
            }
            return None;
        }
    }
    let year = |(n, digits): (u32, usize)| digits == 4 && (1900..=9999).contains(&n);
    let month = |(n, digits): (u32, usize)| digits <= 2 && (1..=12).contains(&n);
    let day = |(n, digits): (u32, usize)| digits <= 2 && (1..=31).contains(&n);
    match numbers.as_slice() {
        [one @ (_, 4)] => year(*one).then_some(Form::YearFirst),
        [(n, 6)] => (year((n / 100, 4)) && month((n % 100, 2))).then_some(Form::YearFirst),
        [(n, 8)] => {
            let parts = (n / 10_000, n / 100 % 100, n % 100);
            (year((parts.0, 4)) && month((parts.1, 2)) && day((parts.2, 2)))
                .then_some(Form::YearFirst)
        }
        [first, second] if year(*first) && month(*second) => Some(Form::YearFirst),
        [first, second] if month(*first) && year(*second) => Some(Form::YearLast),
        [first, second, third] if year(*first) && month(*second) && day(*third) => {
            Some(Form::YearFirst)
        }
        [first, second, third] if day(*first) && day(*second) && year(*third) => {
            Some(Form::YearLast)
        }
        _ => None,
    }
}

/// `2018-09-01 00:00:00` without its time of day.
fn without_clock(text: &str) -> &str {
    let Some((date, clock)) = text.split_once([' ', 'T']) else { return text };
    let is_clock = clock.contains(':')
        && clock.bytes().all(|b| b.is_ascii_digit() || matches!(b, b':' | b'.'));
    if is_clock { date } else { text }
}

/// 二〇一八年九月
fn chinese(text: &str) -> bool {
    let is_numeral = |c: char| "〇○零一二三四五六七八九十".contains(c);
    text.split_once('年').is_some_and(|(year, rest)| {
        year.chars().count() == 4
            && year.chars().all(is_numeral)
            && rest.chars().all(|c| is_numeral(c) || matches!(c, '月' | '日' | '号'))
    })
}

/// `Sep 2018`, `September 1, 2018`, `1 Sep 2018`
fn named(text: &str) -> bool {
    const MONTHS: &[&str] =
        &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let mut months = 0;
    let mut years = 0;
    let mut days = 0;
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | '-' | '/'));
    for word in words.filter(|word| !word.is_empty()) {
        let is_number = word.bytes().all(|b| b.is_ascii_digit());
        let start: String = word.chars().take(3).collect::<String>().to_lowercase();
        match word.len() {
            4 if is_number => years += 1,
            1 | 2 if is_number => days += 1,
            _ if MONTHS.contains(&start.as_str())
                && word.bytes().all(|b| b.is_ascii_alphabetic()) =>
            {
                months += 1;
            }
            _ => return false,
        }
    }
    months == 1 && years == 1 && days <= 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn halves(text: &str) -> Option<(String, String)> {
        split(text).map(|period| (period.first, period.last))
    }

    #[test]
    fn every_way_to_write_a_period_is_cut_in_the_middle() {
        for (text, first, last) in [
            ("2018.09-2022.06", "2018.09", "2022.06"),
            ("2018年9月—至今", "2018年9月", "至今"),
            ("2018年9月至今", "2018年9月", "至今"),
            ("2018年至今", "2018年", "至今"),
            ("2018.09 – 现在", "2018.09", "现在"),
            ("2018/09~2022/06", "2018/09", "2022/06"),
            ("2018/09～2022/06", "2018/09", "2022/06"),
            ("2018-09至2022-06", "2018-09", "2022-06"),
            ("2018.09--", "2018.09", ""),
            ("2018.09--2022.06", "2018.09", "2022.06"),
            ("2018-09-01 - 2022-06-30", "2018-09-01", "2022-06-30"),
            ("2018-09-01-2022-06-30", "2018-09-01", "2022-06-30"),
            ("2018-09-2022-06", "2018-09", "2022-06"),
            ("2018.9 到 2022.6", "2018.9", "2022.6"),
            ("２０１８．０９－２０２２．０６", "2018.09", "2022.06"),
            ("201809-202206", "201809", "202206"),
            ("20180901-20220630", "20180901", "20220630"),
            ("2018-2022", "2018", "2022"),
            ("2018/09/2022/06", "2018/09", "2022/06"),
            ("2018/09/01-2022/06/30", "2018/09/01", "2022/06/30"),
            ("09/2018 - 06/2022", "09/2018", "06/2022"),
            ("01/09/2018-30/06/2022", "01/09/2018", "30/06/2022"),
            ("Sep 2018 - Jun 2022", "Sep 2018", "Jun 2022"),
            ("September 1, 2018 to Present", "September 1, 2018", "Present"),
            (
                "2018-09-01 00:00:00 - 2022-06-30 00:00:00",
                "2018-09-01 00:00:00",
                "2022-06-30 00:00:00",
            ),
            ("二〇一八年九月至二〇二二年六月", "二〇一八年九月", "二〇二二年六月"),
            ("自2018年9月至2022年6月止", "2018年9月", "2022年6月"),
            ("2018年9月1日 —— 2022年6月30日", "2018年9月1日", "2022年6月30日"),
            ("2018.09\u{200B}-\u{A0}2022.06", "2018.09", "2022.06"),
            ("~2022.06", "", "2022.06"),
            ("2018.09-", "2018.09", ""),
            ("2018-09-", "2018-09", ""),
            // Beyond doubt where the cut is; the halves are for the reader of dates.
            ("18.9~22.6", "18.9", "22.6"),
            ("18.9-22.6", "18.9", "22.6"),
            ("2018.09~2022.13", "2018.09", "2022.13"),
        ] {
            assert_eq!(halves(text), Some((first.to_owned(), last.to_owned())), "{text}");
        }
    }

    #[test]
    fn a_text_without_one_cut_is_left() {
        for text in [
            "2018.09",
            "2018-09",
            "2018-09-01",
            "2018/09/01",
            "20180901",
            "四年",
            "",
            "—",
            "至今",
            "2018.09-2019.06-2022.06",
            "2018.09~2019.06~2022.06",
            "2010-2014 2014-2017",
            "-",
        ] {
            assert_eq!(halves(text), None, "{text}");
        }
        assert_eq!(halves(&"2018-".repeat(40)), None);
    }

    proptest! {
        #[test]
        fn two_dates_written_alike_are_found(
            a in (1950u32..2030, 1u32..13, 1u32..29),
            b in (1950u32..2030, 1u32..13, 1u32..29),
            style in 0usize..6,
            between in prop::sample::select(vec!["~", "—", "至", " - ", "到", " to ", "--", "–", "-"]),
        ) {
            let write = |(y, m, d): (u32, u32, u32)| match style {
                0 => format!("{y}-{m:02}-{d:02}"),
                1 => format!("{y}.{m}"),
                2 => format!("{y}年{m}月"),
                3 => format!("{y}/{m:02}"),
                4 => format!("{y}-{m}"),
                _ => format!("{y}{m:02}{d:02}"),
            };
            let (first, last) = (write(a), write(b));
            prop_assert_eq!(halves(&format!("{first}{between}{last}")), Some((first, last)));
        }

        #[test]
        fn no_text_panics(text in "\\PC{0,40}|[0-9./年月日至今到~— toTU-]{0,40}") {
            let _ = split(&text);
        }
    }
}
