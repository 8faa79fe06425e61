//! How far a delivery is: a bar on a terminal, a plain line now and then elsewhere, `tracing` always.
//!
//! Must not know: what is sent; whose records they are.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use tokio::time::Instant;

use crate::deliver::Watcher;
use crate::deliver::event::{DeliverEvent, Phase, Progress, Wait};
use crate::problem::Lang;
use crate::tr;

use super::printer::Printer;

/// Between two plain lines where there is no terminal.
const PLAIN_EVERY: Duration = Duration::from_secs(30);
/// Over how long the shown rate is taken.
const RATE_WINDOW: Duration = Duration::from_secs(10);

/// Shows what a delivery tells.
pub(super) struct Shown {
    printer: Printer,
    bar: Option<ProgressBar>,
    total: u64,
    last_plain: Option<Instant>,
    /// Answers of the last seconds: when, and how many were done then.
    recent: std::collections::VecDeque<(Instant, u64)>,
    state: Option<String>,
}

impl Shown {
    /// A bar where standard error is a terminal, lines elsewhere, nothing under `-q`.
    pub(super) fn new(printer: Printer, total: u64) -> Self {
        let bar = printer.live().then(|| {
            let bar = ProgressBar::new(total);
            let style = ProgressStyle::with_template("{bar:28} {pos}/{len}  {msg}");
            bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
            bar.enable_steady_tick(Duration::from_millis(250));
            bar
        });
        Self {
            printer,
            bar,
            total,
            last_plain: Some(Instant::now()),
            recent: std::collections::VecDeque::new(),
            state: None,
        }
    }

    /// Take the bar away, so that the summary stands alone.
    pub(super) fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }

    fn progress(&mut self, progress: &Progress) {
        let now = Instant::now();
        let done: u64 = progress.kinds.iter().map(|kind| kind.done() + kind.unknown).sum();
        let total: u64 = progress.kinds.iter().map(|kind| kind.total).sum();
        self.total = self.total.max(total);
        self.recent.push_back((now, done));
        while self.recent.front().is_some_and(|(at, _)| now.duration_since(*at) > RATE_WINDOW) {
            self.recent.pop_front();
        }
        let line = self.line(progress);
        if let Some(bar) = &self.bar {
            bar.set_length(self.total.max(done));
            bar.set_position(done);
            bar.set_message(line);
            return;
        }
        if self.printer.is_quiet() {
            return;
        }
        if self.last_plain.is_none_or(|at| now.duration_since(at) >= PLAIN_EVERY) {
            self.last_plain = Some(now);
            let total = self.total;
            self.printer.say(&format!("{done}/{total}  {line}"));
        }
    }

    /// Records a second, over the last seconds.
    fn rate(&self) -> f64 {
        let (Some((from, first)), Some((to, last))) = (self.recent.front(), self.recent.back())
        else {
            return 0.0;
        };
        let seconds = to.duration_since(*from).as_secs_f64();
        let done = u32::try_from(last.saturating_sub(*first)).unwrap_or(u32::MAX);
        if seconds > 0.2 { f64::from(done) / seconds } else { 0.0 }
    }

    fn line(&self, progress: &Progress) -> String {
        let lang = self.printer.lang;
        let sum = |of: fn(&crate::deliver::event::KindProgress) -> u64| {
            progress.kinds.iter().map(of).sum::<u64>()
        };
        let rate = self.rate();
        let mut parts = vec![tr!(lang, "{rate:.1}/秒", "{rate:.1}/s")];
        for (count, zh, en) in [
            (sum(|kind| kind.created), "已创建", "created"),
            (sum(|kind| kind.existing), "已存在", "existing"),
            (sum(|kind| kind.refused), "被拒绝", "refused"),
            (sum(|kind| kind.conflict), "冲突", "conflict"),
            (sum(|kind| kind.unknown), "未知", "in doubt"),
        ] {
            if count > 0 {
                parts.push(format!("{} {count}", lang.pick(zh, en)));
            }
        }
        if let Some(left) = progress.left {
            parts.push(tr!(lang, "还需 {}", "{} left", span(left, lang)));
        }
        parts.extend(self.state.clone());
        parts.join("  ")
    }

    /// Something that a person should read now.
    fn note(&self, text: &str) {
        match &self.bar {
            Some(bar) => bar.suspend(|| self.printer.say(text)),
            None => self.printer.say(text),
        }
    }
}

impl Watcher for Shown {
    fn event(&mut self, event: &DeliverEvent) {
        let lang = self.printer.lang;
        match event {
            DeliverEvent::Phase(phase) => {
                self.state = phase_text(*phase, lang).map(str::to_owned);
                tracing::info!(phase = ?phase, "phase");
            }
            DeliverEvent::Progress(progress) => self.progress(progress),
            DeliverEvent::Waiting { why, wait } => {
                let text = wait_text(*why, *wait, lang);
                if *wait >= Duration::from_secs(5) && !matches!(why, Wait::Doubt) {
                    self.note(&text);
                }
                self.state = Some(text);
                tracing::info!(why = ?why, seconds = wait.as_secs(), "waiting");
            }
            DeliverEvent::Answered(answered) => {
                self.state = None;
                tracing::debug!(
                    endpoint = answered.endpoint,
                    outcome = answered.outcome,
                    status = answered.status,
                    code = answered.code,
                    log_id = answered.log_id,
                    elapsed_ms = u64::try_from(answered.elapsed.as_millis()).unwrap_or(u64::MAX),
                    "answered"
                );
            }
            DeliverEvent::Warning(complaint) => {
                self.note(&complaint.say(lang));
                tracing::warn!(code = complaint.code.id(), "warning");
            }
        }
    }
}

const fn phase_text(phase: Phase, lang: Lang) -> Option<&'static str> {
    match phase {
        Phase::Settling => Some(lang.pick("正在查清未知的结果", "settling doubt")),
        Phase::Sending => None,
        Phase::Waiting => Some(lang.pick("等待最后的结果", "waiting for the last outcomes")),
        Phase::Draining => Some(lang.pick("正在收尾，不再发送", "stopping: waiting for answers")),
    }
}

fn wait_text(why: Wait, wait: Duration, lang: Lang) -> String {
    let time = span(wait, lang);
    match why {
        Wait::Network => tr!(lang, "网络不通，{time}后再试", "no network; trying again in {time}"),
        Wait::Throttled(endpoint) => tr!(
            lang,
            "飞书限流（{endpoint}），等待 {time}",
            "throttled ({endpoint}); waiting {time}"
        ),
        Wait::ServerErrors(endpoint) => tr!(
            lang,
            "服务器接连出错（{endpoint}），等待 {time}",
            "the server answers with errors ({endpoint}); waiting {time}"
        ),
        Wait::ReadBack => {
            tr!(lang, "{time}后再读一次先发送的记录", "reading the first records again in {time}")
        }
        Wait::SetBack => tr!(
            lang,
            "导入记录比本机上次用过的旧（可能恢复了备份）：先等飞书的索引，{time}后开始",
            "the journal is older than the one last used here (a backup?): waiting {time} for Feishu's index"
        ),
        Wait::Doubt => {
            tr!(lang, "{time}后再查未知的结果", "next look at what is in doubt in {time}")
        }
    }
}

/// A span of time as a person says it.
pub(super) fn span(time: Duration, lang: Lang) -> String {
    let seconds = time.as_secs() + u64::from(time.subsec_nanos() > 0);
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match (hours, minutes) {
        (0, 0) => tr!(lang, "{rest} 秒", "{rest} s"),
        (0, _) => tr!(lang, "{minutes} 分 {rest} 秒", "{minutes} min {rest} s"),
        (1.., _) => tr!(lang, "{hours} 小时 {minutes} 分", "{hours} h {minutes} min"),
    }
}
