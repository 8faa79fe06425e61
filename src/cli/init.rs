//! `muster init`: the configuration of a tenant, from a few answers or flags: `muster.toml` and the file of
//! the secret. Then `doctor`, and the tenant's lists where they are wanted.
//!
//! Nothing that is there is replaced; the secret is never shown, and its file is its owner's alone.
//!
//! Must not know: how a configuration is read.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use secrecy::{ExposeSecret as _, SecretString};

use crate::config::{self, is_folder_name};
use crate::disk::private;
use crate::problem::{Arg, Code, Complaint, both, of_system, quoted, shown_path};
use crate::tr;

use super::exit::Exit;
use super::printer::Printer;
use super::{CommandContext, args, doctor, refs, shell, trust};

/// The configuration's name where none is given.
const CONFIG: &str = "muster.toml";
/// The file of the secret where none is given.
const SECRET: &str = "secret.txt";
/// The longest ID of an app.
const LONGEST: usize = 64;

/// What is written.
struct Answers {
    app_id: String,
    tenant_name: String,
    base_url: String,
    /// As the configuration names it.
    secret_file: PathBuf,
    /// What the file is to hold; none where it is there.
    secret: Option<SecretString>,
}

/// Write the configuration, look at everything, and read the lists where they are wanted.
pub(super) fn run(scene: &CommandContext, args: &args::Init) -> Result<Exit, Complaint> {
    let printer = scene.printer;
    let lang = printer.lang;
    let path = scene.shared.config.clone().unwrap_or_else(|| PathBuf::from(CONFIG));
    let profile = scene.shared.profile.first().map_or("default", String::as_str);
    if !is_folder_name(profile) {
        let allowed =
            both("能作文件夹名的文字，例如 test", "what can name a folder, such as `test`");
        return Err(Complaint::with(
            Code::ConfigValue,
            ["profile".into(), profile.into(), allowed],
        ));
    }
    let before = is_there(&path).then(|| before(scene, args, &path)).transpose()?;
    let folder = path.parent().unwrap_or(Path::new("")).to_owned();
    let secret =
        before.as_ref().map_or_else(|| SECRET.to_owned(), |_| format!("secret-{profile}.txt"));
    let answers = answers(scene, args, &folder, &secret)?;
    let whole = text(profile, &answers);
    if let Some(before) = &before {
        before.has_room(&path, &whole)?;
    }
    write(printer, &path, (profile, &whole), before.as_ref(), &answers)?;
    // What was written is looked at, and not what the environment says of another tenant.
    let scene = &scene.by_file_alone();
    trust::keep(scene, &scene.settings(false, None)?);
    let exit = doctor::run(scene, &args::Doctor { sandbox: false })?;
    if exit != Exit::Fine {
        let (place, shown) = (shown_path(&folder.join(&answers.secret_file)), shown_path(&path));
        let again = command("doctor", scene);
        printer.urge(&tr!(
            lang,
            "密钥在 {place}，App ID 等在 {shown}：写错了就改文件，再运行 {again}",
            "the secret is in {place}, the rest in {shown}: what is wrong is mended there, then: {again}"
        ));
        return Ok(exit);
    }
    let question = lang.pick(
        "现在读取租户的部门、职务、地点等名单（refs pull）？",
        "read the tenant's departments, jobs, places and so on now (refs pull)?",
    );
    let wants = args.yes || (printer.can_ask() && printer.ask(question, &|| false));
    if wants && !scene.shared.json {
        let pull = args::RefsPull { what: Vec::new(), people: false };
        let command = args::RefsCommand::Pull(pull);
        return refs::run(scene, &args::Refs { command, sandbox: false });
    }
    let next = command("refs pull", scene);
    printer.say(&tr!(lang, "接下来：{next}", "next: {next}"));
    Ok(Exit::Fine)
}

/// Write the secret, where it is not there, and the profile: its name and its text.
fn write(
    printer: Printer,
    path: &Path,
    profile: (&str, &str),
    before: Option<&Before>,
    answers: &Answers,
) -> Result<(), Complaint> {
    let lang = printer.lang;
    let folder = path.parent().unwrap_or(Path::new(""));
    if let Some(secret) = &answers.secret {
        let place = folder.join(&answers.secret_file);
        write_new(&place, &format!("{}\n", secret.expose_secret()))?;
        let place = shown_path(&place);
        printer.say(&tr!(
            lang,
            "密钥写入 {place}（只有您能读；不要提交到代码库）",
            "the secret is in {place} (yours alone to read; commit it nowhere)"
        ));
    }
    let shown = shown_path(path);
    if let Some(before) = before {
        before.add(path, profile.1)?;
        let profile = crate::problem::shown(profile.0);
        printer.say(&tr!(
            lang,
            "[profile.{profile}] 加到 {shown} 里，原有内容没有改动",
            "[profile.{profile}] is added to {shown}; what was there is as it was"
        ));
    } else {
        write_new(path, profile.1)?;
        printer.say(&tr!(lang, "配置写入 {shown}", "the configuration is in {shown}"));
    }
    Ok(())
}

/// A command that is about what was written.
fn command(name: &str, scene: &CommandContext) -> String {
    let config = scene.shared.config.as_deref();
    let config = config.map(|path| format!(" --config {}", shell::path(path))).unwrap_or_default();
    let profile = scene.shared.profile.first();
    let profile = profile.map(|name| format!(" --profile {}", shell::word(name)));
    format!("muster {name}{config}{}", profile.unwrap_or_default())
}

/// Flags first, then the environment, then a person; who is not there is told all that lacks.
fn answers(
    scene: &CommandContext,
    args: &args::Init,
    folder: &Path,
    usual: &str,
) -> Result<Answers, Complaint> {
    let (printer, environment) = (scene.printer, &scene.environment);
    let lang = printer.lang;
    let mut lacking = Vec::new();
    let app_id = args.app_id.clone().or_else(|| environment.app_id.clone());
    let app_id = app_id.or_else(|| {
        let asked = printer.line(lang.pick("App ID（cli_…）：", "App ID (cli_…): "));
        asked.or_else(|| lack(&mut lacking, "--app-id"))
    });
    let tenant_name = args.tenant_name.clone().or_else(|| {
        let question = lang.pick(
            "租户名称（每次询问和报告里显示，如 某某公司（正式））：",
            "the tenant's name (shown in every question and report): ",
        );
        printer.line(question).or_else(|| lack(&mut lacking, "--tenant-name"))
    });
    let secret_file = args.secret_file.clone().or_else(|| {
        let question =
            tr!(lang, "密钥文件（默认 {usual}）：", "the file of the secret (default {usual}): ");
        printer.line(&question).map(PathBuf::from)
    });
    let secret_file = secret_file.unwrap_or_else(|| PathBuf::from(usual));
    let place = folder.join(&secret_file);
    let secret = if is_there(&place) {
        if environment.app_secret.is_some() {
            let place = shown_path(&place);
            printer.urge(&tr!(
                lang,
                "{place} 已经在了，配置用它；环境变量 MUSTER_APP_SECRET 没有写进去（但以后的命令会以环境变量为准，不需要就去掉它）",
                "{place} is there already and is what the configuration names; MUSTER_APP_SECRET was not written to it (later commands go by the variable as long as it is set)"
            ));
        }
        None
    } else {
        let known = environment.app_secret.clone();
        let asked =
            || printer.secret(lang.pick("App Secret（不显示）：", "App Secret (not shown): "));
        let secret = known.or_else(asked);
        if secret.is_none() {
            lacking.push("MUSTER_APP_SECRET".to_owned());
        }
        secret
    };
    let (Some(app_id), Some(tenant_name), true) = (app_id, tenant_name, lacking.is_empty()) else {
        let file = shown_path(&place);
        return Err(Complaint::with(Code::InitWants, [lacking.join(", "), file]));
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    if app_id.len() > LONGEST || !app_id.chars().all(plain) {
        let words = ["app_id".into(), app_id.into(), Arg::from("cli_…")];
        return Err(Complaint::with(Code::ConfigValue, words));
    }
    let base_url = args.base_url.clone().or_else(|| environment.base_url.clone());
    let base_url = config::checked_address(base_url.as_deref().unwrap_or(config::FEISHU))?;
    Ok(Answers { app_id, tenant_name, base_url, secret_file, secret })
}

/// A configuration that is there, to which a profile is added.
struct Before(String);

/// The configuration that is there: a person has confirmed it, and named a profile that it does not have.
fn before(scene: &CommandContext, args: &args::Init, path: &Path) -> Result<Before, Complaint> {
    let shown = path.display().to_string();
    let Some(profile) = scene.shared.profile.first() else {
        return Err(Complaint::with(Code::FileExists, [shown]));
    };
    let text = std::fs::read_to_string(path).map_err(|error| {
        Complaint::with(Code::FileUnreadable, [Arg::from(shown.clone()), of_system(&error)])
    })?;
    let file_alone = scene.by_file_alone();
    let names = config::profiles(path)?;
    if names.iter().any(|name| name == profile) {
        return Err(Complaint::with(Code::ProfileThere, [profile.clone(), shown]));
    }
    // Whoever adds to a file says nothing of what a stranger has written to it.
    if let Some(first) = names.first() {
        let settings = file_alone.settings_of(Some(first), false, None)?;
        trust::confirm(&file_alone, settings, trust::Asking::unless(args.yes))?;
    }
    Ok(Before(text))
}

impl Before {
    /// What stands between the end of what is there and a new profile.
    fn gap(&self) -> &'static str {
        if self.0.is_empty() || self.0.ends_with('\n') { "\n" } else { "\n\n" }
    }

    /// Whether a profile can stand behind everything that is there.
    fn has_room(&self, path: &Path, profile: &str) -> Result<(), Complaint> {
        let whole = format!("{}{}{profile}", self.0, self.gap());
        if whole.trim_start_matches('\u{FEFF}').parse::<toml::Table>().is_ok() {
            return Ok(());
        }
        let words = [path.display().to_string(), profile.to_owned()];
        Err(Complaint::with(Code::ConfigNoRoom, words))
    }

    /// Add a profile behind everything that is there.
    fn add(&self, path: &Path, profile: &str) -> Result<(), Complaint> {
        let (gap, shown) = (self.gap(), path.display().to_string());
        let added = std::fs::OpenOptions::new().append(true).open(path).and_then(|mut file| {
            file.write_all(format!("{gap}{profile}").as_bytes())?;
            file.sync_all()
        });
        added.map_err(|error| {
            Complaint::with(Code::FileUnwritable, [Arg::from(shown), of_system(&error)])
        })
    }
}

fn lack(lacking: &mut Vec<String>, flag: &str) -> Option<String> {
    lacking.push(flag.to_owned());
    None
}

/// The configuration's text.
fn text(profile: &str, answers: &Answers) -> String {
    let Answers { app_id, tenant_name, base_url, secret_file, secret: _ } = answers;
    format!(
        "[profile.{}]\ntenant_name = {}\nbase_url = {}\napp_id = {}\napp_secret_file = {}\n",
        quoted(profile),
        quoted(tenant_name),
        quoted(base_url),
        quoted(app_id),
        quoted(&secret_file.to_string_lossy()),
    )
}

/// Whether something has the name, be it a link that leads nowhere.
fn is_there(path: &Path) -> bool {
    std::fs::symlink_metadata(path).is_ok()
}

/// Write a file that was not there, for its owner alone; durable when this returns.
fn write_new(path: &Path, text: &str) -> Result<(), Complaint> {
    let shown = path.display().to_string();
    let written = private::create_new(path).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    written.map_err(|error| {
        if error.kind() == std::io::ErrorKind::AlreadyExists {
            return Complaint::with(Code::FileExists, [shown]);
        }
        Complaint::with(Code::FileUnwritable, [shown.into(), of_system(&error)])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_what_was_said_however_it_is_spelt() {
        let answers = Answers {
            app_id: "cli_a".into(),
            tenant_name: "某某\"公司\"（正式）\\".into(),
            base_url: "https://open.feishu.cn".into(),
            secret_file: "密钥 1.txt".into(),
            secret: None,
        };
        let read: toml::Table = toml::from_str(&text("生产", &answers)).unwrap();
        let own = &read["profile"]["生产"];
        assert_eq!(own["tenant_name"].as_str(), Some("某某\"公司\"（正式）\\"));
        assert_eq!(own["app_secret_file"].as_str(), Some("密钥 1.txt"));
        assert_eq!(own["app_id"].as_str(), Some("cli_a"));
        assert_eq!(own["base_url"].as_str(), Some("https://open.feishu.cn"));
    }
}
