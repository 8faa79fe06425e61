//! `muster doctor`: is everything ready? Configuration, credentials, clock, each permission by a
//! harmless read, whether the modules are switched on, the journal, the tenant's own lists. Changes nothing.
//!
//! Must not know: what an import needs beyond its endpoints.

mod diagnosis;
mod lists;
mod modules;

use std::time::Duration;

use serde_json::json;

use crate::api::auth::{self, Credentials, Granted};
use crate::api::pace::Pacers;
use crate::api::reads::{Question, Read, ReadVerdict};
use crate::api::{TokenKeeper, verdict};
use crate::config::Settings;
use crate::journal::Journal;
use crate::kinds::{self, endpoints};
use crate::problem::{Code, Complaint, Lang, shown, shown_path};
use crate::spec::{Endpoint, Search};
use crate::tr;

use super::environment::now;
use super::exit::Exit;
use super::rig::TenantSession;
use super::trust::Asking;
use super::{CommandContext, args, opening};
use diagnosis::{Diagnosis, fault, well};
use modules::Modules;

/// How far the clocks may differ before it is worth a word.
const CLOCK_TOLERANCE: Duration = Duration::from_mins(2);
/// Nobody's keys: what the harmless reads ask for.
const NOBODY: &str = "0";

/// Look at everything, print a line each; the exit code is that of the first fault.
pub(super) fn run(scene: &CommandContext, args: &args::Doctor) -> Result<Exit, Complaint> {
    let printer = scene.printer;
    let lang = printer.lang;
    let settings = scene.confirmed(args.sandbox, None, Asking::Nothing)?;
    let mut findings = vec![
        configuration(&settings, lang),
        journal(&settings, lang),
        lists::snapshot(&settings, lang),
    ];
    match rig(&settings, lang, &mut findings) {
        Ok(rig) => online(&settings, &rig, lang, &mut findings),
        Err(complaint) => {
            findings.push(fault(tr!(lang, "凭证", "credentials"), complaint, Exit::Usage));
        }
    }
    findings.push(unproven(lang));
    if scene.shared.json {
        let lines: Vec<_> = findings
            .iter()
            .map(|finding| {
                json!({
                    "what": finding.what, "ok": finding.seen.then_some(finding.wrong.is_none()), "note": finding.note,
                    "code": finding.wrong.as_ref().map(|wrong| wrong.code.id()),
                    "message": finding.wrong.as_ref().map(|wrong| wrong.say(lang)),
                })
            })
            .collect();
        printer.data(&json!({"version": 1, "findings": lines}).to_string());
    } else {
        for finding in &findings {
            printer.data(&line(finding, lang));
        }
    }
    let worst = findings.iter().find(|finding| finding.wrong.is_some());
    Ok(worst.map_or(Exit::Fine, |finding| finding.exit))
}

/// A way to the tenant; what is to be known of the secret's file is a finding too.
fn rig(
    settings: &Settings,
    lang: Lang,
    findings: &mut Vec<Diagnosis>,
) -> Result<TenantSession, Complaint> {
    let (app_id, secret, warnings) = settings.credentials()?;
    for warning in warnings {
        let what = tr!(lang, "密钥文件", "secret file");
        findings.push(Diagnosis { seen: false, ..well(what, warning.say(lang)) });
    }
    TenantSession::new(settings, Credentials { app_id, secret }, Duration::from_secs(15))
}

fn line(finding: &Diagnosis, lang: Lang) -> String {
    match &finding.wrong {
        None if finding.seen => format!("✓ {}: {}", finding.what, finding.note),
        None => format!("○ {}: {}", finding.what, finding.note),
        Some(wrong) => {
            let hint = wrong.hint(lang);
            let hint = if hint.is_empty() { String::new() } else { format!("\n    → {hint}") };
            format!("✗ {}: {}{hint}", finding.what, wrong.message(lang))
        }
    }
}

/// The permissions that only a create could prove, to be copied into the console.
fn unproven(lang: Lang) -> Diagnosis {
    let creates =
        [&crate::kinds::endpoints::TALENT_CREATE, &crate::kinds::endpoints::JOB_DATA_CREATE];
    let scopes: Vec<_> = creates.iter().map(|create| create.scopes.join(" / ")).collect();
    let scopes = scopes.join(lang.pick("；", "; "));
    let what = tr!(
        lang,
        "写权限（不写入就无法检查，请在开发者后台核对）",
        "write permissions (no read can prove them; compare with the console)"
    );
    Diagnosis { seen: false, ..well(what, scopes) }
}

fn configuration(settings: &Settings, lang: Lang) -> Diagnosis {
    let file = settings.file.as_ref().map_or_else(
        || {
            tr!(
                lang,
                "没有 muster.toml，使用默认值和环境变量",
                "no muster.toml; defaults and environment"
            )
        },
        |path| shown_path(path),
    );
    let host = settings.account.host();
    let (profile, host) = (shown(&settings.profile), shown(&host));
    let app = shown(settings.account.app_id.as_deref().unwrap_or("?"));
    well(tr!(lang, "配置", "configuration"), format!("{file}  [{profile}] {host} {app}"))
}

fn journal(settings: &Settings, lang: Lang) -> Diagnosis {
    let what = tr!(lang, "导入记录", "journal");
    let path = shown_path(&settings.journal);
    if !settings.journal.exists() {
        return well(
            what,
            tr!(lang, "{path}（第一次导入时建立）", "{path} (the first import makes it)"),
        );
    }
    let tenant = opening::tenant(settings);
    match Journal::open_read_only(&settings.journal) {
        Ok(journal) if settings.account.app_id.is_some() && *journal.tenant() != tenant => {
            let owner = journal.tenant();
            let words = |of: &crate::journal::Tenant| format!("{} {}", of.base_url, of.app_id);
            let wrong =
                Complaint::with(Code::JournalOtherTenant, [path, words(owner), words(&tenant)]);
            fault(what, wrong, Exit::Usage)
        }
        Ok(_) => well(what, path),
        Err(wrong) => {
            let exit = super::ending::exit_of(&wrong);
            fault(what, wrong, exit)
        }
    }
}

/// Credentials, clock, and each permission.
fn online(settings: &Settings, rig: &TenantSession, lang: Lang, findings: &mut Vec<Diagnosis>) {
    rig.runtime.block_on(async {
        let pacers = Pacers::new(10, |_| Vec::new());
        let credentials = tr!(lang, "凭证", "credentials");
        let permit = pacers.of(&endpoints::TOKEN).permit().await;
        let answer = rig.client.token(permit, &rig.credentials).await;
        findings.extend(answer.date.map(|server| clock(server, lang)));
        let mut keeper = TokenKeeper::new();
        let at = tokio::time::Instant::now();
        match auth::token(&answer) {
            Granted::Token(grant) => keeper.accept(grant, at),
            Granted::Halt(halt) => {
                return findings.push(fault(credentials, halt.complaint(), Exit::Credentials));
            }
            Granted::Unreachable { why } => {
                let wrong = why.complaint(&rig.client.host());
                return findings.push(fault(credentials, wrong, Exit::Network));
            }
            Granted::Again { why } => {
                let wrong = why.complaint(&rig.client.host());
                return findings.push(fault(credentials, wrong, Exit::Network));
            }
            Granted::Throttled { .. } => {
                let words = [rig.client.host().into(), answer.why().both()];
                let wrong = Complaint::with(Code::HostUnreachable, words);
                return findings.push(fault(credentials, wrong, Exit::Network));
            }
        }
        findings.push(well(credentials, rig.client.host()));
        let Some(token) = keeper.current(at).cloned() else { return };
        let mut modules = Modules::new();
        for read in reads(settings) {
            let endpoint = read.endpoint;
            let permit = pacers.of(endpoint).permit().await;
            let answer = rig.client.read(permit, &token, &read).await;
            let reading = verdict::read(endpoint, &answer);
            modules.note(endpoint, &reading);
            findings.push(permission(endpoint, &reading, lang));
        }
        lists::readable(settings, rig, (&pacers, &token), (&mut modules, findings), lang).await;
        findings.extend(modules.findings(lang));
    });
}

/// Harmless reads of every kind: they ask for nobody.
fn reads(settings: &Settings) -> Vec<Read> {
    let reads = kinds::ALL.iter().flat_map(|kind| {
        let query = kind.remote.query(&settings.id_types);
        let employments = vec![NOBODY.to_owned()];
        match kind.remote.search {
            Search::Person { by_keys, .. } => {
                let emails = vec!["nobody@muster.invalid".to_owned()];
                let question = Question::Emails { emails };
                vec![Read { endpoint: by_keys, query: Vec::new(), question }]
            }
            Search::OfEmployment { records, employees } => {
                let visible = Question::Employees { employments: employments.clone() };
                let question = Question::Records { employments };
                vec![
                    Read { endpoint: records, query: query.clone(), question },
                    Read { endpoint: employees, query, question: visible },
                ]
            }
        }
    });
    reads.collect()
}

/// A refusal for what was asked is a permission that works.
fn permission(
    endpoint: &Endpoint,
    reading: &ReadVerdict<serde_json::Value>,
    lang: Lang,
) -> Diagnosis {
    let scopes = endpoint.scopes.join(" / ");
    let what = tr!(lang, "权限 {scopes}", "permission {scopes}");
    match reading {
        ReadVerdict::Data(_) | ReadVerdict::Refused { .. } => well(what, endpoint.name.to_owned()),
        ReadVerdict::Halt(halt) => fault(what, halt.complaint(), Exit::Credentials),
        ReadVerdict::Throttled { .. } => well(
            what,
            tr!(lang, "{}：被限流，没有得到答复", "{}: throttled, no answer", endpoint.name),
        ),
        ReadVerdict::TokenRejected { code } => fault(
            what,
            Complaint::with(Code::CredentialsRejected, [code.to_string(), String::new()]),
            Exit::Credentials,
        ),
        ReadVerdict::Unreachable { .. } | ReadVerdict::Again { .. } => fault(
            what,
            Complaint::with(
                Code::HostUnreachable,
                [endpoint.path.to_owned(), endpoint.name.to_owned()],
            ),
            Exit::Network,
        ),
    }
}

/// The server's clock against ours: log look-ups and token ages depend on it.
fn clock(server: jiff::Timestamp, lang: Lang) -> Diagnosis {
    let what = tr!(lang, "时钟", "clock");
    let difference = now().duration_since(server).abs();
    let seconds = difference.as_secs();
    if Duration::try_from(difference).is_ok_and(|difference| difference <= CLOCK_TOLERANCE) {
        well(what, tr!(lang, "与服务器相差 {seconds} 秒", "{seconds} s from the server's"))
    } else {
        fault(what, Complaint::with(Code::ClockWrong, [seconds.to_string()]), Exit::Usage)
    }
}
