//! Which character separates the fields of a CSV file: a vote on its first 64 KiB.
//!
//! Must not know: what the headers mean.

use super::evidence::Evidence;
use super::split::{Splitter, Step};
use crate::problem::{Code, Complaint};

/// The candidates; of equals the first wins.
const CANDIDATES: [u8; 4] = [b'\t', b',', b';', b'|'];
/// Records looked at.
const RECORDS: usize = 200;
/// The header is among the first so many records.
const HEADERS: usize = 10;

/// A delimiter, and why it is that.
pub(super) struct Vote {
    /// The character between fields.
    pub(super) delimiter: u8,
    /// On what grounds.
    pub(super) evidence: Evidence,
}

/// The delimiter that was given, else the one that the file declares, else the one that the
/// records of `sample` agree on.
pub(super) fn choose(
    sample: &str,
    given: Option<u8>,
    declared: Option<u8>,
) -> Result<Vote, Complaint> {
    let told = |delimiter: u8, zh: &str, en: &str| {
        let name = name(delimiter);
        let evidence = Evidence::new(format!("{name}：{zh}"), format!("{name}: {en}"));
        Vote { delimiter, evidence }
    };
    match (given, declared) {
        (Some(given), _) if !is_usable(given) => {
            let name = char::from(given).escape_default().to_string();
            Err(Complaint::with(Code::DelimiterUnusable, [name]))
        }
        (Some(given), _) => Ok(told(given, "由 --delimiter 指定", "given by --delimiter")),
        (None, Some(declared)) => {
            Ok(told(declared, "文件第一行 sep= 声明", "declared by the first line, sep="))
        }
        (None, None) => {
            let delimiter = vote(sample);
            let widths = widths(sample.as_bytes(), delimiter);
            if let Some((rival, fields)) = rival(sample, delimiter, &widths) {
                let width = widths.first().copied().unwrap_or_default();
                let args = [name(delimiter), width.to_string(), name(rival), fields.to_string()];
                return Err(Complaint::with(Code::DelimiterDoubtful, args));
            }
            Ok(Vote { delimiter, evidence: grounds(delimiter, &widths) })
        }
    }
}

/// A delimiter as a person reads it.
pub(super) fn name(delimiter: u8) -> String {
    match delimiter {
        b'\t' => "tab".to_owned(),
        other => format!("\"{}\"", char::from(other)),
    }
}

fn grounds(delimiter: u8, widths: &[usize]) -> Evidence {
    let name = name(delimiter);
    let all = widths.len();
    let Some(width) = header_width(widths) else {
        return Evidence::new(
            "没有分隔符，只有一列".into(),
            "no delimiter, a single column".into(),
        );
    };
    let alike = widths.iter().filter(|other| **other == width).count();
    if alike == all {
        Evidence::new(
            format!("{name}：前 {all} 行每行 {width} 列"),
            format!("{name}: {width} fields in each of the first {all} rows"),
        )
    } else {
        Evidence::new(
            format!("{name}：前 {all} 行中有 {alike} 行是 {width} 列"),
            format!("{name}: {width} fields in {alike} of the first {all} rows"),
        )
    }
}

/// Another candidate that splits every record into the same number of fields, more than half as
/// often as the chosen one: the file has two readings. A tab is its own proof: texts hold none.
fn rival(sample: &str, chosen: u8, widths: &[usize]) -> Option<(u8, usize)> {
    let separators = header_width(widths)? - 1;
    let others = CANDIDATES.into_iter().filter(|other| *other != chosen && *other != b'\t');
    let constant = |other: u8| {
        let widths = self::widths(sample.as_bytes(), other);
        let first = *widths.first()?;
        (first > 1 && widths.iter().all(|width| *width == first)).then_some((other, first))
    };
    let mut rivals = others.filter(|_| chosen != b'\t').filter_map(constant);
    rivals.find(|(_, fields)| (fields - 1) * 2 > separators)
}

/// The delimiter of `sample`; a comma where nothing speaks for another.
fn vote(sample: &str) -> u8 {
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
fn is_usable(delimiter: u8) -> bool {
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
    let Some(header) = header_width(&widths) else { return 0.0 };
    let alike = widths.iter().filter(|width| **width == header).count();
    ratio(alike, widths.len()) * (1.0 - 1.0 / ratio(header, 1))
}

/// The most fields that one of the first records has, where it has more than one.
fn header_width(widths: &[usize]) -> Option<usize> {
    widths.iter().take(HEADERS).max().copied().filter(|width| *width > 1)
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
    fn two_readings_are_an_error_and_one_is_proved() {
        use crate::problem::Lang;
        let settled = |sample: &str| choose(sample, None, None);
        for (sample, args) in [
            ("姓名,部门;岗位\n张三,研发;工程师\n", ["\",\"", "2", "\";\"", "2"]),
            ("a;b|c;d\n1;2|3;4\n5;6|7|8;9\n", ["", "", "", ""]),
            ("a,b;c,d;e\n1,2;3,4;5\n", ["\",\"", "3", "\";\"", "3"]),
            ("a|b|c;d;e;f\n1|2|3;4;5;6\n", ["\";\"", "4", "\"|\"", "3"]),
        ] {
            match settled(sample) {
                Err(complaint) => {
                    assert_eq!(complaint.code, Code::DelimiterDoubtful);
                    assert_eq!(complaint.args, args, "{sample:?}");
                }
                Ok(_) => assert_eq!(args[0], "", "{sample:?}"),
            }
        }
        for (sample, zh, en) in [
            (
                "a,b,c;d\n1,2,3;4\n",
                "\",\"：前 2 行每行 3 列",
                "\",\": 3 fields in each of the first 2 rows",
            ),
            (
                "a\tb,c\n1\t2,3\n",
                "tab：前 2 行每行 2 列",
                "tab: 2 fields in each of the first 2 rows",
            ),
            (
                "a;b\n1;2\n3\n",
                "\";\"：前 3 行中有 2 行是 2 列",
                "\";\": 2 fields in 2 of the first 3 rows",
            ),
            ("a\n1\n", "没有分隔符，只有一列", "no delimiter, a single column"),
        ] {
            let evidence = settled(sample).ok().unwrap().evidence;
            assert_eq!((evidence.say(Lang::Zh), evidence.say(Lang::En)), (zh, en));
        }
        let given = choose("a,b;c\n", Some(b';'), None).ok().unwrap();
        assert_eq!(given.evidence.say(Lang::En), "\";\": given by --delimiter");
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
