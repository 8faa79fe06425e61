//! `--canary N`: the first records are sent, read back, shown field by field, and asked about
//! before the rest follows. And when to offer that.
//!
//! Must not know: how records are sent or compared.

use std::fmt::Write as _;

use crate::check::mask;
use crate::config::Settings;
use crate::deliver::HaltKind;
use crate::deliver::canary::{Canary, CanaryRecord, Difference, Line};
use crate::journal::{JobState, Journal, RunId, RunRow};
use crate::lexicon::path::Customs;
use crate::lexicon::typed;
use crate::problem::{Code, Complaint, Lang, shown};
use crate::sheet::RawCell;
use crate::spec::KindId;
use crate::tr;

use super::args::Sending;
use super::ask;
use super::kept::RunOptions;
use super::printer::Printer;
use super::rig::TenantSession;
use super::sending::{self, Ended};

/// Up to so many records nobody needs a canary.
const MANY: u64 = 200;
/// So many are offered.
const OFFERED: usize = 5;
/// Of so many records every field is shown, of the others those that differ.
const SHOWN: usize = 5;

/// How a command that sends asks.
#[derive(Clone, Copy)]
pub(super) struct Asking {
    /// Somebody is asked whether to go on; else it goes on by itself where nothing differs.
    pub(super) asks: bool,
    /// So many first ones.
    pub(super) first: Option<usize>,
}

/// Offer a canary where many records go to a tenant that has never had records of these columns
/// and this mapping: a question where one is asked anyway, else a line. Gives how many come first.
pub(super) fn offer(
    printer: Printer,
    journal: &Journal,
    run: RunId,
    asking: Asking,
    stopped: &dyn Fn() -> bool,
) -> Result<Option<usize>, Complaint> {
    if asking.first.is_some() || journal.totals(run)?.to_send() <= MANY || !is_new(journal, run)? {
        return Ok(asking.first);
    }
    let lang = printer.lang;
    if !asking.asks {
        printer.say(&tr!(
            lang,
            "这些列第一次导入这个租户：用 --canary {OFFERED} 可以先发送 {OFFERED} 条并逐项核对",
            "these columns are new to this tenant: --canary {OFFERED} sends {OFFERED} first and compares each field"
        ));
        return Ok(None);
    }
    let question = tr!(
        lang,
        "这些列第一次导入这个租户：先发送 {OFFERED} 条并逐项核对？",
        "these columns are new to this tenant: send {OFFERED} first and compare each field?"
    );
    Ok(printer.ask(&question, stopped).then_some(OFFERED))
}

/// Whether no approved run before this one had its mapping file and its headers.
fn is_new(journal: &Journal, run: RunId) -> Result<bool, Complaint> {
    let this = journal.run(run)?;
    let kept = RunOptions::of(&this.options_json);
    let same = |row: &RunRow| {
        row.mapping_sha256 == this.mapping_sha256
            && RunOptions::of(&row.options_json).headers() == kept.headers()
    };
    let runs = journal.runs()?;
    let mut earlier = runs.iter().filter(|row| row.id != run && row.approved_at.is_some());
    Ok(!earlier.any(same))
}

/// Send what is approved, the first ones first where that is wanted.
pub(super) fn send(
    printer: Printer,
    settings: &Settings,
    journal: &mut Journal,
    rig: &TenantSession,
    flags: &Sending,
    asking: Asking,
) -> Result<Ended, Complaint> {
    if let Some(first) = asking.first {
        let canary = sending::canary(printer, settings, journal, rig, flags, first)?;
        let left: Vec<_> = journal
            .remaining()?
            .iter()
            .map(|(kind, left)| (*kind, left.pending + left.cleared + left.waiting + left.held))
            .filter(|(_, count)| *count > 0)
            .collect();
        if let Some(ended) = judge(printer, settings, rig, (asking, &left), &canary) {
            return Ok(ended);
        }
    }
    sending::send(printer, settings, journal, rig, flags)
}

/// Show what became of the first ones, and whether that ends the run.
fn judge(
    printer: Printer,
    settings: &Settings,
    rig: &TenantSession,
    (asking, left): (Asking, &[(KindId, u64)]),
    canary: &Canary,
) -> Option<Ended> {
    let lang = printer.lang;
    if !canary.seen.is_empty() {
        printer.say(&text(&canary.seen, lang));
    }
    if canary.ended != Ended::Finished {
        return Some(canary.ended.clone());
    }
    let odd = canary.seen.iter().filter(|seen| !seen.is_sound()).count();
    if odd > 0 {
        let words = [odd.to_string(), canary.seen.len().to_string()];
        return Some(Ended::Halted(Complaint::with(Code::CanaryDiffers, words), HaltKind::Api));
    }
    if !asking.asks || canary.seen.is_empty() {
        return None;
    }
    if left.is_empty() {
        return None;
    }
    let rest = ask::question(settings, left, lang);
    let question = tr!(lang, "继续，{rest}", "go on and {rest}");
    if printer.ask(&question, &|| rig.is_stopped()) {
        return None;
    }
    if rig.is_stopped() {
        return Some(Ended::Interrupted);
    }
    Some(Ended::Halted(Complaint::new(Code::CanaryDeclined), HaltKind::Api))
}

/// Each record with its fields.
fn text(seen: &[CanaryRecord], lang: Lang) -> String {
    let mut out =
        tr!(lang, "先发送的记录，发送的与读回的：", "the first records, as sent and as read back:");
    for (n, one) in seen.iter().enumerate() {
        // What the tenant answered is on one line, whatever it holds.
        let _ = write!(out, "\n{}", shown(&head(one, lang)));
        for line in &one.lines {
            if line.finding == Difference::Differs || n < SHOWN {
                let _ = write!(out, "\n{}", shown(&field(one, line, lang)));
            }
        }
    }
    out
}

/// The record, where it is, and what is to be said of it as a whole.
fn head(seen: &CanaryRecord, lang: Lang) -> String {
    let (record, row) = (seen.sent.record, seen.sent.row);
    let kind = crate::kinds::of(seen.sent.kind).in_module(lang);
    let place =
        tr!(lang, "记录 {record}（第 {row} 行，{kind}）", "record {record} (row {row}, {kind})");
    let count = |finding: Difference| seen.lines.iter().filter(|l| l.finding == finding).count();
    let (same, differ, hidden) =
        (count(Difference::Same), count(Difference::Differs), count(Difference::NotShown));
    let said = match (&seen.sent.state, seen.unread) {
        (JobState::Created { remote }, Some(why)) => {
            tr!(lang, "{remote}：读不回来（{why}）", "{remote}: could not be read ({why})")
        }
        (JobState::Created { remote }, None) => tr!(
            lang,
            "{remote}：{same} 项相同，{differ} 项不同，{hidden} 项接口不显示",
            "{remote}: {same} the same, {differ} different, {hidden} not shown by the API"
        ),
        (JobState::Refused { code, reason }, _) => {
            let reason = reason.text(lang);
            tr!(lang, "被拒绝：{code} {reason}", "refused: {code} {reason}")
        }
        (
            JobState::Pending
            | JobState::Cleared { .. }
            | JobState::Sending { .. }
            | JobState::Waiting { .. }
            | JobState::InDoubt { .. }
            | JobState::Existing { .. }
            | JobState::Conflict { .. }
            | JobState::Withdrawn
            | JobState::Held
            | JobState::Blocked { .. },
            _,
        ) => tr!(lang, "没有结果（{}）", "no outcome ({})", seen.sent.state.label()),
    };
    let mark = if seen.is_sound() { '✓' } else { '✗' };
    format!("{mark} {place}  {said}")
}

/// One field: what was sent, and what was read where that is not the same.
fn field(seen: &CanaryRecord, line: &Line, lang: Lang) -> String {
    let slot = typed::parse(crate::kinds::of(seen.sent.kind), &line.field, &Customs::new());
    let show = |text: &str| {
        let masked = match &slot {
            Ok(slot) => mask::masked(RawCell::Text(text), slot.ty(), slot.personal()),
            // Custom fields may be anything; the rest is what muster itself sets.
            Err(_) if line.field.contains("customized_data") => Some(mask::name(text)),
            Err(_) => Some(text.to_owned()),
        };
        masked.unwrap_or_else(|| "—".to_owned())
    };
    let (field, sent) = (&line.field, show(&line.sent));
    match line.finding {
        Difference::Same => format!("    = {field}: {sent}"),
        Difference::Differs => {
            let mut read = show(&line.read);
            if read == sent {
                read += lang.pick("（不同之处被遮住了）", " (what differs is masked)");
            }
            tr!(
                lang,
                "    ≠ {field}：发送 {sent}，读回 {read}",
                "    ≠ {field}: sent {sent}, read {read}"
            )
        }
        Difference::NotShown => tr!(
            lang,
            "    ? {field}：{sent}（接口不显示）",
            "    ? {field}: {sent} (not shown by the API)"
        ),
    }
}
