//! The plan as a person sees it before anything is sent, and the question.
//!
//! Must not know: how the plan was made.

use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::config::Settings;
use crate::intake::IntakeCounts as Read;
use crate::journal::{Admitted, RunId, Totals};
use crate::kinds;
use crate::problem::{Code, Lang, shown};
use crate::report::json::KindLine;
use crate::report::{Groups, console};
use crate::spec::KindId;
use crate::tr;

use super::printer::Printer;
use super::progress::span;

/// How many groups of problems are shown before the question.
const GROUPS: usize = 20;
/// How many tables are named in the plan.
const TABLES: usize = 20;

/// What is planned.
pub(super) struct Plan<'a> {
    /// What was read.
    pub(super) read: &'a Read,
    /// What will become of it.
    pub(super) totals: &'a Totals,
    /// Its problems by cause.
    pub(super) groups: &'a Groups,
    /// Every table with what its rows are read as, and how many records that makes.
    pub(super) tables: &'a [PlannedTable],
    /// Of what is `changed`: the earlier run, how many, whether its mapping file was another.
    pub(super) changed: &'a [(RunId, u64, bool)],
    /// What it makes of older runs.
    pub(super) notes: &'a [String],
}

/// A sheet that is read as one kind.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct PlannedTable {
    pub(super) file: Arc<str>,
    pub(super) sheet: Option<Arc<str>>,
    pub(super) kind: KindId,
    /// Its records, the invalid ones too.
    pub(super) records: u64,
}

/// Rows, records by what will become of them, how long it takes; and the problems, where a person
/// is `asked` before a summary shows them.
pub(super) fn show(printer: Printer, settings: &Settings, plan: &Plan<'_>, rate: u32, asked: bool) {
    let lang = printer.lang;
    let Plan { read, totals, groups, notes, .. } = plan;
    let (rows, blank) = (console::count(read.rows, "行", "row", "rows", lang), read.blank);
    printer.say(&tr!(
        lang,
        "计划：{rows}（空白 {blank}）→ {}",
        "Plan: {rows} ({blank} blank) → {}",
        tenant(settings, lang)
    ));
    tell_tables(printer, plan.tables);
    tell_counts(printer, totals);
    tell_changed(printer, plan.changed);
    for note in *notes {
        printer.say(&format!("  {note}"));
    }
    if asked {
        let problems = console::problems_text(groups, Some(GROUPS), lang);
        if !problems.is_empty() {
            printer.say(problems.trim_end());
        }
    } else {
        tell_losses(printer, groups);
    }
    if totals.to_send() > 0 {
        let time = estimate(totals, rate);
        printer.say(&tr!(
            lang,
            "预计用时 {}（上限每秒 {rate} 次、每分钟 1000 次）",
            "it will take about {} (limits: {rate} a second, 1000 a minute)",
            span(time, lang)
        ));
    }
}

/// Records by what will become of them.
fn tell_counts(printer: Printer, totals: &Totals) {
    let lang = printer.lang;
    for (kind, count) in to_send(totals) {
        let kind = kinds::of(kind);
        let (what, into) = (kind.counting(count, lang), kind.into(lang));
        printer.say(&tr!(
            lang,
            "  {count:>8}  {what}，新增到{into}",
            "  {count:>8}  {what} to add to {into}"
        ));
    }
    for (count, zh, en) in [
        (totals.admitted(Admitted::Unchanged), "已导入过，未变化", "imported before, unchanged"),
        (
            totals.admitted(Admitted::Changed),
            "已导入过，内容已变（不发送）",
            "imported before, content differs (not sent)",
        ),
        (
            totals.admitted(Admitted::Unknown),
            "以前发送过，结果未知",
            "sent before, outcome unknown",
        ),
        (totals.admitted(Admitted::Conflict), "与别人冲突", "conflict with somebody else"),
        (totals.admitted(Admitted::Invalid), "数据有误", "invalid"),
    ] {
        if count > 0 {
            printer.say(&format!("  {count:>8}  {}", lang.pick(zh, en)));
        }
    }
}

/// The same as a document, for `-n --json`.
pub(super) fn document(
    settings: &Settings,
    plan: &Plan<'_>,
    rate: u32,
    lang: Lang,
) -> serde_json::Value {
    let Plan { read, totals, groups, .. } = plan;
    let sending = totals.to_send() > 0;
    serde_json::json!({
        "version": 1,
        "tenant": {
            "name": settings.tenant_name,
            "base_url": settings.account.base_url,
            "app_id": settings.account.app_id,
        },
        "rows": read.rows, "blank": read.blank, "skipped": read.skipped, "records": totals.records,
        "plan": {
            "to_send": totals.to_send(),
            "unchanged": totals.admitted(Admitted::Unchanged),
            "changed": totals.admitted(Admitted::Changed),
            "unknown": totals.admitted(Admitted::Unknown),
            "conflict": totals.admitted(Admitted::Conflict),
            "invalid": totals.admitted(Admitted::Invalid),
        },
        "kinds": KindLine::all(totals, lang),
        "errors": groups.errors(), "warnings": groups.warnings(),
        "seconds": if sending { estimate(totals, rate).as_secs() } else { 0 },
    })
}

/// The best time that both windows allow, for the kind that takes longest; kinds go side by side.
fn estimate(totals: &Totals, rate: u32) -> Duration {
    let longest = totals.kinds.iter().map(|(_, kind)| kind.to_send()).max().unwrap_or(0);
    let minutes = longest.saturating_sub(1) / 1000;
    let rest = longest.saturating_sub(1) % 1000;
    let seconds = minutes * 60 + rest.div_ceil(u64::from(rate.max(1)));
    Duration::from_secs(seconds.max(1))
}

/// What differs from which earlier run, one cause a line.
fn tell_changed(printer: Printer, changed: &[(RunId, u64, bool)]) {
    let lang = printer.lang;
    for (run, count, remapped) in changed {
        let why = if *remapped {
            lang.pick("，映射文件也不同", ", with another mapping file")
        } else {
            ""
        };
        printer.say(&tr!(
            lang,
            "            其中 {count} 条与第 {run} 次运行不同{why}",
            "            {count} of them differ from run {run}{why}"
        ));
    }
}

/// What each table is read as, where a person may have meant another.
fn tell_tables(printer: Printer, tables: &[PlannedTable]) {
    let lang = printer.lang;
    for PlannedTable { file, sheet, kind, records } in tables.iter().take(TABLES) {
        let sheet = sheet.as_deref().map(|sheet| format!(" › {}", shown(sheet)));
        let (file, sheet) = (shown(file), sheet.unwrap_or_default());
        let what = kinds::of(*kind).in_module(lang);
        printer.say(&tr!(
            lang,
            "  {file}{sheet}：{records} 条，读作{what}",
            "  {file}{sheet}: {records} read as {what}"
        ));
    }
    if let Some(more) = tables.len().checked_sub(TABLES).filter(|more| *more > 0) {
        printer.say(&tr!(lang, "  …还有 {more} 个工作表", "  … and {more} more sheets"));
    }
}

/// Problems of whole columns and sheets, where the others wait for the summary.
fn tell_losses(printer: Printer, groups: &Groups) {
    for group in groups.list(printer.lang).iter().filter(|group| is_said(&group.code)) {
        let header = group.header.as_ref().map(|header| format!("{}: ", shown(header)));
        let (header, places) = (header.unwrap_or_default(), shown(&group.places));
        printer.say(&format!("  ! {header}{} ({places})", shown(&group.message)));
    }
}

/// What a run leaves out for every row, and of which kind it takes them to be, is said before it is
/// sent, even where nobody is asked.
fn is_said(code: &str) -> bool {
    const SAID: [Code; 5] = [
        Code::HeaderUnbound,
        Code::HeaderPeriod,
        Code::HeaderAbsent,
        Code::SheetPassedOver,
        Code::KindDoubtful,
    ];
    SAID.iter().any(|one| one.id() == code)
}

/// How many records of each kind an approval will send.
pub(super) fn to_send(totals: &Totals) -> Vec<(KindId, u64)> {
    let all = totals.kinds.iter().map(|(kind, of_kind)| (*kind, of_kind.to_send()));
    all.filter(|(_, count)| *count > 0).collect()
}

/// Profile, tenant and host, as every plan and report names them: on one line, whatever they hold.
pub(super) fn tenant(settings: &Settings, lang: Lang) -> String {
    name(settings, lang) + &details(settings, lang)
}

/// The tenant's name.
fn name(settings: &Settings, lang: Lang) -> String {
    if settings.sandbox {
        return lang.pick("内置沙箱", "the built-in sandbox").to_owned();
    }
    shown(&settings.tenant_name).into_owned()
}

/// Profile and host, behind what they are of; nothing for the built-in sandbox.
fn details(settings: &Settings, lang: Lang) -> String {
    if settings.sandbox {
        return String::new();
    }
    let host = settings.account.host();
    let (profile, host) = (shown(&settings.profile), shown(&host));
    tr!(lang, "（{profile}，{host}）", " ({profile}, {host})")
}

/// What is about to be done, as a question: to which tenant, which module and how many of what.
pub(super) fn question(settings: &Settings, counts: &[(KindId, u64)], lang: Lang) -> String {
    asked(&name(settings, lang), &details(settings, lang), counts, lang)
}

fn asked(name: &str, details: &str, counts: &[(KindId, u64)], lang: Lang) -> String {
    let one = |(kind, count): &(KindId, u64)| {
        let kind = kinds::of(*kind);
        let (counted, into) = (kind.counted(*count, lang), kind.into(lang));
        tr!(lang, "{into}新增 {counted}", "{counted} to {into}")
    };
    let added: Vec<_> = counts.iter().map(one).collect();
    let added = added.join(lang.pick("，", " and "));
    // 向 Acme 飞书招聘…, 向 某某公司飞书招聘…
    let gap = if name.ends_with(|c: char| c.is_ascii_alphanumeric()) { " " } else { "" };
    tr!(lang, "向 {name}{gap}{added}？{details}", "add {added} of {name}?{details}")
}

/// Ask with tenant, module and count.
pub(super) fn approve(
    printer: Printer,
    settings: &Settings,
    totals: &Totals,
    stopped: &dyn Fn() -> bool,
) -> bool {
    printer.ask(&question(settings, &to_send(totals), printer.lang), stopped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_question_names_tenant_module_and_how_many_of_what() {
        let (talent, job) = ((KindId::Talent, 197), (KindId::JobData, 1));
        let zh = |counts: &[_]| {
            asked("某某公司（正式租户）", "（default，open.feishu.cn）", counts, Lang::Zh)
        };
        assert_eq!(
            zh(&[talent]),
            "向 某某公司（正式租户）飞书招聘人才库新增 197 名候选人？（default，open.feishu.cn）"
        );
        assert_eq!(
            zh(&[talent, job]),
            "向 某某公司（正式租户）飞书招聘人才库新增 197 名候选人，飞书人事（企业版）新增 1 条任职信息？\
             （default，open.feishu.cn）"
        );
        assert_eq!(
            asked("Acme", "", &[job], Lang::Zh),
            "向 Acme 飞书人事（企业版）新增 1 条任职信息？"
        );
        let en = |counts: &[_]| asked("Acme", " (default, open.larksuite.com)", counts, Lang::En);
        assert_eq!(
            en(&[job]),
            "add 1 job data record to Feishu CoreHR of Acme? (default, open.larksuite.com)"
        );
        assert_eq!(
            en(&[(KindId::Talent, 1), (KindId::JobData, 2)]),
            "add 1 candidate to the talent pool of Feishu Hire and 2 job data records to Feishu CoreHR \
             of Acme? (default, open.larksuite.com)"
        );
    }
}
