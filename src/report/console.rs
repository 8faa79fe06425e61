//! The summary on the terminal: numbers that add up, then what has to be done, then where it is.
//!
//! Must not know: whether the terminal has colours (the printer's matter), the journal.

use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr as _;

use super::check_json::CheckLine;
use super::groups::{Group, Groups};
use super::json::EndState;
use super::{Balance, fate};
use crate::journal::Fate;
use crate::kinds;
use crate::problem::{Complaint, Lang, Severity, shown};
use crate::spec::KindId;
use crate::tr;

/// What a run's summary says.
#[derive(Clone, Debug)]
pub(crate) struct Summary<'a> {
    /// The run; none for a rehearsal.
    pub run: Option<i64>,
    /// How it ended.
    pub state: EndState,
    /// Tenant and host, as every question and report names them.
    pub tenant: &'a str,
    /// The numbers.
    pub ledger: &'a Balance,
    /// Of each kind its records, and those that were made.
    pub kinds: &'a [(KindId, u64, u64)],
    /// Problems by cause.
    pub groups: &'a Groups,
    /// At most as many groups are printed; all are counted.
    pub limit: Option<usize>,
    /// The report folder; none where none was written.
    pub folder: Option<&'a str>,
    /// Files in it that need work, each with what an import of it must be told.
    pub fix_files: &'a [String],
    /// Records that are fine and were kept unsent, since others had errors.
    pub fine: u64,
    /// What a further command needs to find the same journal: ` --journal …`, or nothing.
    pub flags: &'a str,
    /// What else has to be said: sums that do not close, files that could not be made.
    pub notes: &'a [Complaint],
}

/// The summary of a run, ending in a new line.
pub(crate) fn run_summary(summary: &Summary<'_>, lang: Lang) -> String {
    let mut out = headline(summary, lang);
    let ledger = summary.ledger;
    let _ = writeln!(out, "  {}", rows_line(ledger, lang));
    for (kind, records, created) in summary.kinds {
        let kind = kinds::of(*kind);
        let (into, records) = (kind.into(lang), kind.counted(*records, lang));
        let line = tr!(
            lang,
            "  {into}：{records}，其中新增 {created}",
            "  {into}: {records}, {created} of them created"
        );
        let _ = writeln!(out, "{line}");
    }
    if ledger.records > 0 {
        let mut lines: Vec<(&str, u64)> = Fate::ALL
            .iter()
            .filter(|fate| ledger.count(**fate) > 0)
            .map(|fate| (fate::word(*fate, lang), ledger.count(*fate)))
            .collect();
        lines.push((lang.pick("合计（记录）", "records in all"), ledger.records));
        table(&mut out, &lines);
    }
    for note in summary.notes {
        let _ = writeln!(out, "{}", shown(&note.say(lang)));
    }
    problems(&mut out, summary.groups, summary.limit, lang);
    next_steps(&mut out, summary, lang);
    out
}

/// What needs no proof on a terminal.
const USUAL: &str = "csv, UTF-8, \",\"";

/// The summary of a check, ending in a new line.
pub(crate) fn check_summary(
    check: &CheckLine,
    groups: &Groups,
    limit: Option<usize>,
    lang: Lang,
) -> String {
    let mut out = String::new();
    for file in &check.files {
        let _ = writeln!(out, "{} ({})", shown(&file.file), shown(&file.format));
        if file.format != USUAL {
            for found in &file.evidence {
                let _ = writeln!(out, "  {}", shown(found));
            }
        }
        for sheet in &file.sheets {
            let name =
                sheet.sheet.as_ref().map(|name| format!("{}: ", shown(name))).unwrap_or_default();
            let row = sheet.header_row;
            let kinds: Vec<_> = sheet
                .kinds
                .iter()
                .filter_map(|kind| Some(kinds::of(KindId::of(kind)?).in_module(lang)))
                .collect();
            let kinds = kinds.join(lang.pick("、", ", "));
            let line = tr!(
                lang,
                "  {name}{kinds}，表头在第 {row} 行",
                "  {name}{kinds}, headers in row {row}"
            );
            let _ = writeln!(out, "{line}");
        }
    }
    let rows = count(check.rows, "行", "row", "rows", lang);
    let blank = count(check.blank, "空白", "blank", "blank", lang);
    let records = count(check.valid + check.invalid, "条记录", "record", "records", lang);
    let skipped = match check.skipped {
        0 => String::new(),
        n => tr!(lang, "、{n} 行不是记录", ", {n} no records"),
    };
    let line = tr!(
        lang,
        "{rows}（其中 {blank}{skipped}），{records}：",
        "{rows} ({blank}{skipped}), {records}:"
    );
    let _ = writeln!(out, "{line}");
    table(
        &mut out,
        &[
            (lang.pick("可以导入", "valid"), check.valid),
            (lang.pick("数据有误", "invalid"), check.invalid),
        ],
    );
    problems(&mut out, groups, limit, lang);
    if groups.errors() == 0 {
        let _ = writeln!(out, "{}", lang.pick("没有错误。", "No errors."));
    }
    out
}

fn headline(summary: &Summary<'_>, lang: Lang) -> String {
    let state = match summary.state {
        EndState::Finished => lang.pick("已完成", "finished"),
        EndState::Interrupted => lang.pick("已中断", "was interrupted"),
        EndState::Halted => lang.pick("已停止", "was stopped"),
        EndState::Abandoned => lang.pick("已放弃", "was abandoned"),
        EndState::Running => lang.pick("正在进行", "is under way"),
        EndState::Blocked => {
            lang.pick("没有发送：有的行数据有误", "sent nothing: rows are invalid")
        }
    };
    let tenant = shown(summary.tenant);
    match summary.run {
        Some(run) => {
            tr!(lang, "第 {run} 次运行{state}（{tenant}）\n", "Run {run} {state} ({tenant})\n")
        }
        None => tr!(lang, "演练{state}（{tenant}）\n", "The rehearsal {state} ({tenant})\n"),
    }
}

/// Rows on both sides of the sum.
fn rows_line(ledger: &Balance, lang: Lang) -> String {
    let Balance { made, rejected, blank, skipped, .. } = ledger;
    let rows = count(ledger.rows, "行", "row", "rows", lang);
    let skipped = match skipped {
        0 => String::new(),
        skipped => tr!(lang, " + {skipped} 不是记录", " + {skipped} no records"),
    };
    tr!(
        lang,
        "{rows} = {made} 成为记录 + {rejected} 有误 + {blank} 空白{skipped}",
        "{rows} = {made} made records + {rejected} rejected + {blank} blank{skipped}"
    )
}

/// The problems by cause, for the plan that a person is asked about; empty where there are none.
pub(crate) fn problems_text(groups: &Groups, limit: Option<usize>, lang: Lang) -> String {
    let mut out = String::new();
    problems(&mut out, groups, limit, lang);
    out
}

fn problems(out: &mut String, groups: &Groups, limit: Option<usize>, lang: Lang) {
    let list = groups.list(lang);
    if list.is_empty() {
        return;
    }
    let errors = count(groups.errors(), "处错误", "error", "errors", lang);
    let warnings = count(groups.warnings(), "处提醒", "warning", "warnings", lang);
    let heading = match (groups.errors(), groups.warnings()) {
        (0, _) => tr!(lang, "\n{warnings}：\n", "\n{warnings}:\n"),
        (_, 0) => tr!(lang, "\n{errors}：\n", "\n{errors}:\n"),
        (_, _) => tr!(lang, "\n{errors}，{warnings}：\n", "\n{errors}, {warnings}:\n"),
    };
    out.push_str(&heading);
    let most = limit.unwrap_or(usize::MAX);
    let width = list.iter().take(most).map(|g| g.count.to_string().len()).max().unwrap_or(1);
    for group in list.iter().take(most) {
        group_lines(out, group, width, lang);
    }
    let rest = list.len().saturating_sub(most);
    if rest > 0 {
        let hidden: u64 = list.iter().skip(most).map(|group| group.count).sum();
        let kinds = count(rest as u64, "类", "more cause", "more causes", lang);
        let hidden = count(hidden, "处", "problem", "problems", lang);
        let line = tr!(lang, "  …还有 {kinds}，共 {hidden}\n", "  … and {kinds} ({hidden})\n");
        out.push_str(&line);
    }
}

fn group_lines(out: &mut String, group: &Group, width: usize, lang: Lang) {
    let mark = match group.severity {
        Severity::Error => lang.pick("错误", "error"),
        Severity::Warning => lang.pick("提醒", "warning"),
    };
    let header = group
        .header
        .as_ref()
        .map(|header| shown(header))
        .map(|header| tr!(lang, "「{header}」", "{header}: "))
        .unwrap_or_default();
    let _ = writeln!(
        out,
        "  {:>width$} × {mark} [{}] {header}{}",
        group.count,
        shown(&group.code),
        shown(&group.message)
    );
    let indent = " ".repeat(width + 5);
    if !group.places.is_empty() {
        let (places, values) = (shown(&group.places), shown(&group.values));
        let between = if values.is_empty() { "" } else { "  " };
        let _ = writeln!(out, "{indent}{places}{between}{values}");
    }
    if !group.hint.is_empty() {
        let _ = writeln!(out, "{indent}→ {}", shown(&group.hint));
    }
}

fn next_steps(out: &mut String, summary: &Summary<'_>, lang: Lang) {
    let Some(folder) = summary.folder.map(shown) else { return };
    let flags = summary.flags;
    let line = tr!(lang, "\n报告：{folder}\n", "\nReport: {folder}\n");
    out.push_str(&line);
    if summary.ledger.count(Fate::Unknown) > 0
        && summary.state != EndState::Running
        && let Some(run) = summary.run
    {
        let line = tr!(
            lang,
            "结果未知的记录：muster settle {run}{flags} 会去飞书核对\n",
            "Unknown outcomes: muster settle {run}{flags} looks them up in Feishu\n"
        );
        out.push_str(&line);
    }
    for file in summary.fix_files {
        let line = tr!(
            lang,
            "改好后再导入：muster import {file}{flags}\n",
            "Once repaired: muster import {file}{flags}\n"
        );
        out.push_str(&line);
    }
    if summary.fine > 0 {
        out.push_str(&kept_unsent(summary.fine, lang));
    }
    match (summary.state, summary.run) {
        (EndState::Interrupted | EndState::Halted, Some(run)) => {
            let line = tr!(
                lang,
                "继续：muster resume {run}{flags}\n",
                "To go on: muster resume {run}{flags}\n"
            );
            out.push_str(&line);
        }
        (EndState::Running, Some(run)) => {
            let line = tr!(
                lang,
                "它还在发送，等待回应的暂列为结果未知；结束后再看：muster report {run}{flags}\n",
                "It is still being sent, and what waits for its answer is listed as unknown; once it has ended: muster report {run}{flags}\n"
            );
            out.push_str(&line);
        }
        (EndState::Blocked, _) => out.push_str(lang.pick(
            "要跳过有误的行，请加 --skip-invalid\n",
            "To leave the invalid rows out, add --skip-invalid\n",
        )),
        (
            EndState::Finished
            | EndState::Interrupted
            | EndState::Halted
            | EndState::Abandoned
            | EndState::Running,
            _,
        ) => {}
    }
}

/// What is fine and unsent of a run, and when it is sent.
pub(crate) fn kept_unsent(fine: u64, lang: Lang) -> String {
    let records = count(fine, "条没有问题的记录", "fine record is", "fine records are", lang);
    tr!(
        lang,
        "另有 {records}还没有发送：导入改好的修复表时一起发送\n",
        "{records} unsent, too: importing the repaired fix file sends them along\n"
    )
}

/// Words and numbers in two columns; wide characters count twice.
fn table(out: &mut String, lines: &[(&str, u64)]) {
    let word = lines.iter().map(|(word, _)| word.width()).max().unwrap_or(0);
    let digits = lines.iter().map(|(_, number)| number.to_string().len()).max().unwrap_or(0);
    for (text, number) in lines {
        let gap = " ".repeat(word - text.width());
        let _ = writeln!(out, "    {text}{gap}  {number:>digits$}");
    }
}

/// `1 row`, `2 rows`, `2 行`.
pub(crate) fn count(n: u64, zh: &str, one: &str, many: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{n} {zh}"),
        Lang::En => format!("{n} {}", if n == 1 { one } else { many }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::{Code, Place, Problem};
    use std::sync::Arc;

    fn ledger() -> Balance {
        let mut ledger = Balance {
            rows: 14,
            blank: 2,
            made: 11,
            rejected: 1,
            records: 12,
            ..Balance::default()
        };
        ledger.fates[Fate::Created.index()] = 10;
        ledger.fates[Fate::Changed.index()] = 1;
        ledger.fates[Fate::Invalid.index()] = 1;
        ledger
    }

    fn groups() -> Groups {
        let mut groups = Groups::new();
        let place = Place { row: Some(3), ..Place::file(&Arc::from("a.csv")) };
        let mut problem = Problem::at(place, Complaint::new(Code::Required));
        problem.header = Some(Arc::from("姓名"));
        groups.add(&problem);
        groups
    }

    fn said(lang: Lang, limit: Option<usize>) -> String {
        let summary = Summary {
            run: Some(3),
            state: EndState::Finished,
            tenant: "sandbox, 127.0.0.1",
            ledger: &ledger(),
            kinds: &[(KindId::Talent, 12, 10)],
            groups: &groups(),
            limit,
            folder: Some("muster-report-3"),
            fix_files: &["muster-report-3/fix-a.xlsx".to_owned()],
            fine: 0,
            flags: "",
            notes: &[],
        };
        run_summary(&summary, lang)
    }

    #[test]
    fn the_numbers_add_up_before_the_readers_eyes() {
        assert_eq!(
            said(Lang::En, None),
            "Run 3 finished (sandbox, 127.0.0.1)\n  \
             14 rows = 11 made records + 1 rejected + 2 blank\n  \
             the talent pool of Feishu Hire: 12 candidates, 10 of them created\n    \
             created            10\n    \
             changed, not sent   1\n    \
             invalid             1\n    \
             records in all     12\n\
             \n1 error:\n  \
             1 × error [required] 姓名: required, but the cell is empty\n      \
             row 3\n      \
             → fill it in\n\
             \nReport: muster-report-3\n\
             Once repaired: muster import muster-report-3/fix-a.xlsx\n"
        );
    }

    #[test]
    fn wide_characters_are_lined_up() {
        let said = said(Lang::Zh, None);
        let ends: Vec<_> = said
            .lines()
            .filter(|line| line.starts_with("    ") && line.ends_with(char::is_numeric))
            .map(unicode_width::UnicodeWidthStr::width)
            .collect();
        assert!(ends.len() >= 4, "{said}");
        assert!(ends.windows(2).take(3).all(|pair| pair[0] == pair[1]), "{said}");
        assert!(said.contains("有改动，未发送"));
        assert!(said.contains("  飞书招聘人才库：12 名候选人，其中新增 10\n"), "{said}");
    }

    #[test]
    fn a_limit_hides_and_still_counts() {
        let said = said(Lang::En, Some(0));
        assert!(said.contains("1 error:"), "{said}");
        assert!(said.contains("… and 1 more cause (1 problem)"), "{said}");
        assert!(!said.contains("[required]"));
    }

    #[test]
    fn what_the_api_says_cannot_steer_the_terminal() {
        let mut groups = Groups::new();
        groups.add_told("1", "bad\u{1B}[2J\nRun 4 finished", "a.csv", None, 2);
        let mut out = String::new();
        problems(&mut out, &groups, None, Lang::En);
        assert!(out.contains("[1] bad‹U+001B›[2J Run 4 finished\n"), "{out}");
    }

    #[test]
    fn an_open_ledger_is_told() {
        let mut open = ledger();
        open.rows = 15;
        let summary = Summary {
            run: None,
            state: EndState::Blocked,
            tenant: "t",
            ledger: &open,
            kinds: &[],
            groups: &Groups::new(),
            limit: None,
            folder: None,
            fix_files: &[],
            fine: 0,
            flags: "",
            notes: &open.differences(Lang::En),
        };
        assert!(run_summary(&summary, Lang::En).contains("a bug in muster"));
    }
}
