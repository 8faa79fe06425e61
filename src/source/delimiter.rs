//! Which character separates the fields of a CSV file: a vote on its first 64 KiB.
//!
//! Must not know: what the headers mean.

use super::split::{Splitter, Step};

/// The candidates; of equals the first wins.
const CANDIDATES: [u8; 4] = [b',', b'\t', b';', b'|'];
/// Records looked at.
const RECORDS: usize = 200;
/// The header is among the first so many records.
const HEADERS: usize = 10;

/// The delimiter of `sample`; a comma where nothing speaks for another.
pub(super) fn vote(sample: &str) -> u8 {
    let favourite = header_favourite(sample);
    let mut best = (b',', 0.0f64);
    for candidate in CANDIDATES {
        let weight = if favourite == Some(candidate) { 2.0 } else { 1.0 };
        let score = weight * agreement(sample, candidate);
        if score > best.1 {
            best = (candidate, score);
        }
    }
    best.0
}

/// The delimiter that a first line `sep=;` declares, which Excel obeys and does not show.
pub(super) fn declared(sample: &str) -> Option<u8> {
    let line = sample.lines().next()?.trim_end_matches(['\r', ',']);
    let quoted = line.strip_prefix('"').and_then(|line| line.strip_suffix('"'));
    match quoted.unwrap_or(line).as_bytes() {
        [s, e, p, b'=', delimiter]
            if [s, e, p].map(u8::to_ascii_lowercase) == *b"sep" && is_usable(*delimiter) =>
        {
            Some(*delimiter)
        }
        [s, e, p, b'='] if [s, e, p].map(u8::to_ascii_lowercase) == *b"sep" => Some(b','),
        _ => None,
    }
}

/// Whether a byte can separate fields.
pub(super) fn is_usable(delimiter: u8) -> bool {
    delimiter == b'\t' || (b' '..0x7f).contains(&delimiter) && delimiter != b'"'
}

/// The candidate that the first record with any candidate holds most often.
fn header_favourite(sample: &str) -> Option<u8> {
    let most = |line: &str| {
        let count = |c: u8| line.bytes().filter(|byte| *byte == c).count();
        let top = CANDIDATES.into_iter().map(count).max().filter(|top| *top > 0)?;
        CANDIDATES.into_iter().find(|c| count(*c) == top)
    };
    // A title above the table may hold one comma; a header holds a delimiter for each column.
    let lines = sample.split(['\n', '\r']).take(HEADERS);
    lines
        .map(|line| (most(line), line))
        .fold((None, 0), |best, (found, line)| {
            let count = found.map_or(0, |c| line.bytes().filter(|byte| *byte == c).count());
            if best.0.is_none() || (best.1 == 1 && count > 2) { (found, count) } else { best }
        })
        .0
}

/// From 0 to 1: how well the records agree on one width, where `delimiter` separates; more for
/// wider tables, 0 where nothing is separated.
fn agreement(sample: &str, delimiter: u8) -> f64 {
    let widths = widths(sample.as_bytes(), delimiter);
    let Some(header) = widths.iter().take(HEADERS).max().filter(|width| **width > 1) else {
        return 0.0;
    };
    let alike = widths.iter().filter(|width| *width == header).count();
    ratio(alike, widths.len()) * (1.0 - 1.0 / ratio(*header, 1))
}

fn ratio(part: usize, whole: usize) -> f64 {
    let small = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    small(part) / small(whole)
}

/// How many fields the first records have; blank ones and one that is cut off are left out.
fn widths(sample: &[u8], delimiter: u8) -> Vec<usize> {
    let mut splitter = Splitter::new(delimiter);
    let (mut widths, mut start) = (Vec::new(), 0);
    while start < sample.len() && widths.len() < RECORDS {
        splitter.begin();
        let Step::Record { next } = splitter.step(&sample[start..], true) else { break };
        let blank = splitter.fields().iter().all(|field| field.start == field.end);
        let end = sample.get(start + next - 1);
        let cut_off = !matches!(end, Some(b'\n' | b'\r')) && !widths.is_empty();
        if !blank && !cut_off {
            widths.push(splitter.fields().len());
        }
        start += next;
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_the_one_that_the_header_uses() {
        let cases = [
            ("姓名,手机,邮箱\n张三,138,a@b\n", b','),
            ("姓名;手机;邮箱\n张三;1,5;a\n李四;2,5;b\n", b';'),
            ("a\tb\n1,2,3\tx\n4,5,6\ty\n", b'\t'),
            ("a|b|c\n1|2|3\n", b'|'),
            ("姓名,技能\n张三,a;b;c\n李四,d;e;f\n", b','),
            ("\"a;b;c;d\",x,y\n\"1;2;3;4\",x,y\n", b','),
            ("员工花名册\n\n姓名;手机\n张三;138\n", b';'),
            ("姓名;技能(a,b,c);备注\n张三;x;y\n李四;x;y\n", b';'),
            ("only\none\ncolumn\n", b','),
            ("", b','),
        ];
        for (sample, expected) in cases {
            assert_eq!(char::from(vote(sample)), char::from(expected), "{sample:?}");
        }
    }

    #[test]
    fn a_sep_line_declares_it() {
        assert_eq!(declared("sep=;\r\na;b"), Some(b';'));
        assert_eq!(declared("SEP=\t\na\tb"), Some(b'\t'));
        assert_eq!(declared("\"sep=|\"\n"), Some(b'|'));
        assert_eq!(declared("sep=,\n"), Some(b','));
        assert_eq!(declared("separator=;\n"), None);
        assert_eq!(declared("sep=\"\n"), None);
    }
}
