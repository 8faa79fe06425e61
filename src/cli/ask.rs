//! The plan as a person sees it before anything is sent, and the question.
//!
//! Must not know: how the plan was made.

use std::time::Duration;

use crate::config::Settings;
use crate::intake::Totals as Read;
use crate::journal::fate::Admitted;
use crate::journal::runs::RunId;
use crate::journal::totals::Totals;
use crate::problem::{Code, Lang};
use crate::report::{Groups, console};
use crate::tr;

use super::printer::Printer;
use super::progress::span;

/// How many groups of problems are shown before the question.
const GROUPS: usize = 20;

/// What is planned.
pub(super) struct Plan<'a> {
    /// What was read.
    pub(super) read: &'a Read,
    /// What will become of it.
    pub(super) totals: &'a Totals,
    /// Its problems by cause.
    pub(super) groups: &'a Groups,
    /// Of what is `changed`: the earlier run, how many, whether its mapping file was another.
    pub(super) changed: &'a [(RunId, u64, bool)],
    /// What it makes of older runs.
    pub(super) notes: &'a [String],
}

/// Rows, records by what will become of them, how long it takes; and the problems, where a person
/// is `asked` before a summary shows them.
pub(super) fn show(printer: Printer, settings: &Settings, plan: &Plan<'_>, rate: u32, asked: bool) {
    let lang = printer.lang;
    let Plan { read, totals, groups, changed: _, notes } = plan;
    let (rows, blank) = (console::count(read.rows, "行", "row", "rows", lang), read.blank);
    printer.say(&tr!(
        lang,
        "计划：{rows}（空白 {blank}）→ {}",
        "Plan: {rows} ({blank} blank) → {}",
        tenant(settings, lang)
    ));
    for (count, zh, en) in [
        (totals.to_send(), "要发送", "to send"),
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
        for group in groups.list(lang).iter().filter(|group| loses_columns(&group.code)) {
            let header = group.header.as_deref().unwrap_or_default();
            printer.say(&format!("  ! {header}: {} ({})", group.message, group.places));
        }
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

/// The same as a document, for `-n --json`.
pub(super) fn document(settings: &Settings, plan: &Plan<'_>, rate: u32) -> serde_json::Value {
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

/// What a run leaves out for every row is said before it is sent, even where nobody is asked.
fn loses_columns(code: &str) -> bool {
    [Code::HeaderUnbound, Code::HeaderAbsent, Code::SheetPassedOver]
        .iter()
        .any(|one| one.id() == code)
}

/// Profile, tenant and host, as every question names them.
pub(super) fn tenant(settings: &Settings, lang: Lang) -> String {
    let (name, profile, host) = (&settings.tenant_name, &settings.profile, settings.account.host());
    if settings.sandbox {
        return lang.pick("内置沙箱", "the built-in sandbox").to_owned();
    }
    tr!(lang, "{name}（{profile}，{host}）", "{name} ({profile}, {host})")
}

/// Ask with tenant and count.
pub(super) fn approve(
    printer: Printer,
    settings: &Settings,
    totals: &Totals,
    stopped: &dyn Fn() -> bool,
) -> bool {
    let count = totals.to_send();
    let tenant = tenant(settings, printer.lang);
    let question = match printer.lang {
        Lang::Zh => format!("向 {tenant} 发送 {count} 条记录？"),
        Lang::En if count == 1 => format!("send 1 record to {tenant}?"),
        Lang::En => format!("send {count} records to {tenant}?"),
    };
    printer.ask(&question, stopped)
}
