//! A configuration that was found, not named, is confirmed once before it is followed: it may be a
//! stranger's, and says what is run and read, and where a secret goes.
//!
//! Must not know: what a command does with its settings.

mod kept;

use std::ffi::OsString;
use std::fmt::Write as _;

use crate::config::{Found, Settings, Wish};
use crate::problem::{Code, Complaint, shown, shown_path};
use crate::tr;

use super::environment::{now, state_folder};
use super::printer::Printer;
use super::{CommandContext, shell};
use kept::{Seal, Trusted};

/// How a command asks for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asking {
    /// Nothing.
    Nothing,
    /// Whether to go on.
    ToGoOn,
    /// Nothing, since `--yes` has answered: nobody is there to be asked.
    Answered,
}

impl Asking {
    /// What `--yes` makes of a command that asks.
    pub(super) const fn unless(yes: bool) -> Self {
        if yes { Self::Answered } else { Self::ToGoOn }
    }
}

impl CommandContext {
    /// Settings of a command that speaks to the tenant or writes its journal: what was found is
    /// confirmed first.
    pub(super) fn confirmed(
        &self,
        sandbox: bool,
        beside: Option<&std::path::Path>,
        asking: Asking,
    ) -> Result<Settings, Complaint> {
        confirm(self, self.settings(sandbox, beside)?, asking)
    }
}

/// The same settings, free to be followed.
///
/// # Errors
/// [`Code::ConfigUnconfirmed`] where nobody can be asked or the answer is no; [`Code::YesNeeded`]
/// where the command could not ask its own question either, so that one line is enough to go on.
pub(super) fn confirm(
    scene: &CommandContext,
    settings: Settings,
    asking: Asking,
) -> Result<Settings, Complaint> {
    let printer = scene.printer;
    let Some(found) = settings.unconfirmed() else { return Ok(settings) };
    let seal = Seal::of(found);
    let mut trusted = Trusted::open(state_folder());
    if trusted.holds(&seal) {
        return Ok(settings.confirmed());
    }
    if !printer.can_ask() && asking == Asking::ToGoOn {
        return Err(Complaint::new(Code::YesNeeded));
    }
    let refused = || {
        let words = [found.shown(), line(&scene.line, found)];
        Complaint::with(Code::ConfigUnconfirmed, words)
    };
    if !printer.can_ask() || asking == Asking::Answered {
        return Err(refused());
    }
    tell(scene, found, &settings.account.host());
    let lang = printer.lang;
    let question = tr!(
        lang,
        "采用这份配置？文件或程序不变就不再问",
        "follow it? it is not asked again until the file or its program changes"
    );
    if !printer.ask(&question, &|| false) {
        return Err(refused());
    }
    if let Err(complaint) = trusted.keep(seal, now()) {
        printer.warning(&complaint);
    }
    Ok(settings.confirmed())
}

/// Whoever has just written a configuration has confirmed it.
pub(super) fn keep(scene: &CommandContext, settings: &Settings) {
    let Some(found) = settings.unconfirmed() else { return };
    if let Err(complaint) = Trusted::open(state_folder()).keep(Seal::of(found), now()) {
        scene.printer.warning(&complaint);
    }
}

/// Path, host, app and tenant, and what would be run and read, of each profile.
fn tell(scene: &CommandContext, found: &Found, host: &str) {
    let (printer, lang) = (scene.printer, scene.printer.lang);
    let path = shown_path(&found.path);
    printer.urge(&tr!(
        lang,
        "找到一份还没有确认过的配置：{path}",
        "a configuration was found that you have not confirmed yet: {path}"
    ));
    for wish in &found.wishes {
        printer.urge(&wish_lines(wish, printer));
    }
    let environment = &scene.environment;
    if environment.app_secret.is_some() || environment.app_secret_file.is_some() {
        let host = shown(host);
        printer.urge(&tr!(
            lang,
            "  环境变量里的密钥（MUSTER_APP_SECRET…）会发到 {host}",
            "  the secret of your environment (MUSTER_APP_SECRET…) would be sent to {host}"
        ));
    }
}

fn wish_lines(wish: &Wish, printer: Printer) -> String {
    let lang = printer.lang;
    let (profile, host) = (shown(&wish.profile), shown(&wish.host));
    let app = wish.app_id.as_deref().map_or("?".into(), shown);
    let tenant = wish.tenant_name.as_deref().map_or("?".into(), shown);
    let mut lines = tr!(
        lang,
        "  [profile.{profile}]\n    租户  {tenant}\n    地址  {host}\n    应用  {app}",
        "  [profile.{profile}]\n    tenant  {tenant}\n    host    {host}\n    app     {app}"
    );
    if wish.is_elsewhere {
        lines += lang.pick(
            "\n    ！    这不是飞书或 Lark 的地址：密钥会发到那里",
            "\n    !       neither Feishu's nor Lark's: the secret would be sent there",
        );
    }
    if !wish.runs.is_empty() {
        let words: Vec<_> = wish.runs.iter().map(|word| shell::word(&shown(word))).collect();
        let words = words.join(" ");
        let none = lang.pick("没有这个程序", "there is no such program");
        let program = wish.program.as_deref().map_or_else(|| none.to_owned(), shown_path);
        lines +=
            &tr!(lang, "\n    运行  {words}（{program}）", "\n    runs    {words} ({program})");
    }
    for path in &wish.reads {
        let path = shown_path(path);
        let _ = write!(lines, "{}{path}", lang.pick("\n    读取  ", "\n    reads   "));
    }
    lines
}

/// The same command with the file named, to be copied.
fn line(arguments: &[OsString], found: &Found) -> String {
    let mut line = format!("muster --config {}", shell::word(&found.shown()));
    for word in arguments.iter().skip(1) {
        let _ = write!(line, " {}", shell::word(&word.to_string_lossy()));
    }
    line
}
