//! What a sheet of no certain kind could be: what each reading would make of it, and the whole line
//! to copy that says so.
//!
//! Must not know: how a kind is told from a header.

use std::ffi::OsString;
use std::path::Path;

use crate::intake::{Reading, Unclear};
use crate::problem::{Lang, shown};
use crate::report::console;
use crate::tr;

use super::shell;

/// Sheets that are named with their rows.
const SHEETS: usize = 10;

/// Every reading, each with a line that was `line` but for the kind.
pub(super) fn text(unclear: &Unclear, line: &[OsString], lang: Lang) -> String {
    let lines = unclear.readings.iter().map(|reading| one(reading, unclear, line, lang));
    let mut lines: Vec<String> = lines.collect();
    if !unclear.others.is_empty() {
        let others: Vec<_> = unclear.others.iter().map(|path| shell::path(path)).collect();
        let others = others.join(" ");
        lines.push(tr!(
            lang,
            "  其余文件另外导入，它们的种类各自指明：{others}",
            "  the other files are a command of their own, each of the kind that it is: {others}"
        ));
    }
    lines.join("\n")
}

fn one(reading: &Reading, unclear: &Unclear, line: &[OsString], lang: Lang) -> String {
    let what = reading.kind.in_module(lang);
    if reading.why_not.is_empty() {
        let rows = console::count(reading.rows(), "行", "row", "rows", lang);
        let of = of_sheets(reading, lang);
        let line = with_kind(reading, unclear, line);
        return tr!(
            lang,
            "  {rows}可以作为{what}{of}：\n      {line}",
            "  {rows} could be read as {what}{of}:\n      {line}"
        );
    }
    let why: Vec<_> = reading.why_not.iter().map(|why| shown(why.pick(lang))).collect();
    let why = why.join(lang.pick("，", " and "));
    let line = proposing(reading, unclear, line, lang);
    tr!(
        lang,
        "  不能作为{what}：{why}；要对应列名，先看建议的映射：\n      {line}",
        "  it could not be read as {what}, since {why}; to match the headers see a proposed mapping first:\n      {line}"
    )
}

/// Which sheets the rows are in, where there are several.
fn of_sheets(reading: &Reading, lang: Lang) -> String {
    if reading.sheets.len() < 2 {
        return String::new();
    }
    let named = reading.sheets.iter().take(SHEETS).map(|(sheet, rows)| {
        let sheet = shown(sheet.as_deref().unwrap_or_default());
        tr!(lang, "{sheet} {rows} 行", "{rows} in {sheet}")
    });
    let named = named.collect::<Vec<_>>().join(lang.pick("、", ", "));
    let more = if reading.sheets.len() > SHEETS { "…" } else { "" };
    tr!(lang, "（{named}{more}）", " ({named}{more})")
}

/// The line that was given, for this file alone, with the kind behind it.
fn with_kind(reading: &Reading, unclear: &Unclear, line: &[OsString]) -> String {
    let mut kind = format!("--kind {}", reading.kind.id.flag());
    if let Some(sheet) = &reading.alone {
        kind = format!("{kind} --sheet {}", shell::word(sheet));
    }
    let mut words = vec!["muster".to_owned()];
    for word in line.iter().skip(1) {
        let is_file = word == unclear.path.as_os_str();
        if word == "--" && !kind.is_empty() {
            words.push(std::mem::take(&mut kind));
        }
        if is_file || !unclear.others.iter().any(|other| other.as_os_str() == word) {
            words.push(shell::word(&word.to_string_lossy()));
        }
        if is_file && !kind.is_empty() {
            words.push(std::mem::take(&mut kind));
        }
    }
    words.join(" ")
}

/// Flags of the input that say how a file is read, with whether a value follows.
const HOW: [(&str, bool); 8] = [
    ("--sheet", true),
    ("--header-row", true),
    ("--encoding", true),
    ("--delimiter", true),
    ("--raise-limits", true),
    ("--hidden", true),
    ("--dates", true),
    ("--allow-keyless", false),
];

/// The line that proposes a mapping of this file for a kind.
fn proposing(reading: &Reading, unclear: &Unclear, line: &[OsString], lang: Lang) -> String {
    let kind = reading.kind.id.flag();
    let mut words = vec![format!("muster map {} --kind {kind}", shell::path(&unclear.path))];
    let mut given = line.iter().map(|word| word.to_string_lossy());
    while let Some(word) = given.next() {
        let same = |flag: &str| *word == *flag;
        let with_value =
            |flag: &str| word.strip_prefix(flag).is_some_and(|rest| rest.starts_with('='));
        let Some((_, takes)) = HOW.iter().find(|(flag, _)| same(flag) || with_value(flag)) else {
            continue;
        };
        words.push(shell::word(&word));
        if *takes && !word.contains('=') {
            words.extend(given.next().map(|value| shell::word(&value)));
        }
    }
    let stem = lang.pick("映射", "mapping");
    let numbered = |n: u32| match n {
        1 => format!("{stem}.toml"),
        _ => format!("{stem}-{n}.toml"),
    };
    // A file that is there is not written over.
    let free = (1..1000).map(numbered).find(|name| !Path::new(name).exists());
    words.push(format!("-o {}", free.unwrap_or_else(|| numbered(1))));
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::{Code, Complaint, Place, Problem};
    use crate::spec::KindId;

    fn unclear(path: &str, others: &[&str]) -> Unclear {
        let reading = |kind: KindId, why_not: &[&str]| Reading {
            kind: crate::kinds::of(kind),
            sheets: vec![(None, 199)],
            alone: None,
            why_not: why_not.iter().map(|why| (*why).into()).collect(),
        };
        Unclear {
            problem: Problem::at(Place::default(), Complaint::with(Code::KindAmbiguous, [""])),
            path: path.into(),
            others: others.iter().map(Into::into).collect(),
            readings: vec![
                reading(KindId::Talent, &[]),
                reading(KindId::JobData, &["缺少「雇佣ID」"]),
            ],
        }
    }

    fn said(unclear: &Unclear, line: &str, lang: Lang) -> String {
        let line: Vec<OsString> = line.split('|').map(Into::into).collect();
        text(unclear, &line, lang)
    }

    #[test]
    fn each_reading_has_its_number_and_the_whole_line() {
        let said = said(
            &unclear("花名册.xlsx", &[]),
            "muster|import|花名册.xlsx|--sandbox|--yes",
            Lang::Zh,
        );
        assert!(said.contains("199 行可以作为人才（飞书招聘）"), "{said}");
        assert!(
            said.contains("\n      muster import 花名册.xlsx --kind talent --sandbox --yes\n"),
            "{said}"
        );
        assert!(said.contains("不能作为任职信息（飞书人事（企业版））：缺少「雇佣ID」"), "{said}");
        assert!(said.ends_with("muster map 花名册.xlsx --kind job-data -o 映射.toml"), "{said}");
    }

    #[cfg(unix)]
    #[test]
    fn the_line_is_quoted_for_the_shell_and_is_for_this_file_alone() {
        let mut one = unclear("my staff.csv", &["b.csv"]);
        one.readings[0].alone = Some("在职 人员".into());
        let said = said(&one, "./m|check|b.csv|--encoding|gbk|--|my staff.csv", Lang::En);
        let line =
            "muster check --encoding gbk --kind talent --sheet '在职 人员' -- 'my staff.csv'";
        assert!(said.contains(&format!("\n      {line}\n")), "{said}");
        assert!(said.contains("map 'my staff.csv' --kind job-data --encoding gbk -o"), "{said}");
        assert!(said.contains("199 rows could be read as talent (Feishu Hire)"), "{said}");
        assert!(said.contains("b.csv"), "{said}");
    }
}
