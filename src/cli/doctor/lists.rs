//! What `muster refs pull` would be able to read, and how old what it read last is. None of it is needed
//! to import: what is missing is told without a cross.
//!
//! Must not know: how lists are read whole.

use serde_json::Value;

use super::super::environment::now;
use super::super::refs;
use super::diagnosis::{Diagnosis, well};
use super::modules::Modules;
use crate::api::pace::Pacers;
use crate::api::reads::{Read, ReadVerdict, listed};
use crate::api::{Token, verdict};
use crate::config::Settings;
use crate::directory::Snapshot;
use crate::kinds::lists;
use crate::problem::{Code, Complaint, Lang, shown_path};
use crate::spec::{IdOf, IdTypes, TenantList, Way};
use crate::tr;

use super::super::rig::TenantSession;

/// How old the snapshot is.
pub(super) fn snapshot(settings: &Settings, lang: Lang) -> Diagnosis {
    let what = tr!(lang, "参考数据的快照", "snapshot of reference data");
    let path = shown_path(&settings.directory);
    let kept = refs::known::owner(settings)
        .and_then(|owner| Snapshot::open(&settings.directory, &owner))
        .and_then(|snapshot| snapshot.map(|snapshot| snapshot.lists()).transpose());
    match kept {
        Ok(None) => Diagnosis {
            seen: false,
            ..well(
                what,
                tr!(
                    lang,
                    "{path}（muster refs pull 建立）",
                    "{path} (`muster refs pull` makes it)"
                ),
            )
        },
        Ok(Some(lists)) => {
            let oldest = lists.iter().filter_map(|kept| kept.pulled_at).min();
            let age = oldest
                .map(|at| refs::known::age(now().duration_since(at), lang))
                .unwrap_or_default();
            well(what, tr!(lang, "{path}，最旧的名单：{age}", "{path}, its oldest list: {age}"))
        }
        // Nothing that an import fails by: it is told, with its way out.
        Err(wrong) if wrong.code == Code::AccountMissing => {
            Diagnosis { seen: false, ..well(what, path) }
        }
        Err(wrong) => Diagnosis { seen: false, ..well(what, wrong.say(lang)) },
    }
}

/// Ask for one entry of each list.
pub(super) async fn readable(
    settings: &Settings,
    rig: &TenantSession,
    (pacers, token): (&Pacers, &Token),
    (modules, findings): (&mut Modules, &mut Vec<Diagnosis>),
    lang: Lang,
) {
    let mut fine = Vec::new();
    for list in lists::ALL {
        let mut wrong = None;
        for read in looks(list, &settings.id_types) {
            let permit = pacers.of(read.endpoint).permit().await;
            let answer = rig.client.read(permit, token, &read).await;
            let reading = verdict::read(read.endpoint, &answer);
            modules.note(read.endpoint, &reading);
            wrong = wrong.or_else(|| trouble(&reading, list, &rig.client.host()));
            let page = listed(&read, &list.entry, &answer);
            if let (IdOf::Employment, ReadVerdict::Data(page)) = (list.of, page) {
                findings.push(if page.entries.is_empty() { nobody(lang) } else { visible(lang) });
            }
        }
        let name = lang.pick(list.zh, list.en);
        match wrong {
            None => fine.push(name),
            Some(wrong) => {
                let what = tr!(lang, "名单（refs pull）：{name}", "list for `refs pull`: {name}");
                findings.push(Diagnosis { seen: false, ..well(what, wrong.say(lang)) });
            }
        }
    }
    if !fine.is_empty() {
        let what = tr!(lang, "可读的名单（refs pull）", "lists that `refs pull` can read");
        findings.push(well(what, fine.join(lang.pick("、", ", "))));
    }
}

/// A first page of one entry, and no entry by its ID where entries are asked for so.
fn looks(list: &TenantList, ids: &IdTypes) -> Vec<Read> {
    let mut looks = vec![Read::page(list.first(), ids, None).with(lists::PAGE_SIZE, "1")];
    if let Way::Tree { each, ids: key, .. } = &list.way {
        looks.push(Read::of_ids(each, ids, key, &[]));
    }
    looks
}

/// Why a list can't be read. A refusal for what was asked is a permission that works.
fn trouble(reading: &ReadVerdict<Value>, list: &TenantList, host: &str) -> Option<Complaint> {
    match reading {
        ReadVerdict::Data(_) | ReadVerdict::Refused { .. } | ReadVerdict::Throttled { .. } => None,
        ReadVerdict::Halt(halt) => Some(halt.complaint()),
        ReadVerdict::TokenRejected { code } => {
            let words = [crate::problem::both(list.zh, list.en), code.to_string().into()];
            Some(Complaint::with(Code::RefsListRefused, words))
        }
        ReadVerdict::Unreachable { why } => Some(why.complaint(host)),
        ReadVerdict::Again { why, .. } => Some(why.complaint(host)),
    }
}

/// Employees are within the app's data range: some of them at least.
fn visible(lang: Lang) -> Diagnosis {
    let what = tr!(lang, "数据权限范围（员工资源）", "data range (员工资源)");
    let note = tr!(
        lang,
        "看得到员工；是不是全部，请在开发者后台核对",
        "employees are visible; whether all of them are, compare with the console"
    );
    well(what, note)
}

/// An app that sees no employee finds nobody's employment.
fn nobody(lang: Lang) -> Diagnosis {
    let what = tr!(lang, "员工", "employees");
    let note = tr!(
        lang,
        "一名员工也看不到：请在开发者后台核对数据权限范围（员工资源），否则工号和上级都查不到",
        "not one is visible: look at the app's data range (员工资源) in the developer console, else numbers and managers are not found"
    );
    Diagnosis { seen: false, ..well(what, note) }
}
