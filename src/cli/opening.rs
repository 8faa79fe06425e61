//! The journal of a tenant is opened, and what has been in it for too long goes.
//!
//! Must not know: what it is opened for.

use crate::config::Settings;
use crate::journal::Tenant;
use crate::journal::{Journal, copies};
use crate::problem::{Code, Complaint, shown_path};
use crate::tr;

use super::environment::{now, state_folder};
use super::printer::Printer;

/// The journal's owner.
pub(super) fn tenant(settings: &Settings) -> Tenant {
    Tenant {
        base_url: settings.account.base_url.clone(),
        app_id: settings.account.app_id.clone().unwrap_or_default(),
    }
}

/// Open the journal; a new one is announced.
pub(super) fn open(printer: Printer, settings: &Settings) -> Result<Journal, Complaint> {
    let lang = printer.lang;
    if settings.account.app_id.is_none() {
        return Err(Complaint::with(Code::AccountMissing, ["app_id"]));
    }
    let path = shown_path(&settings.journal);
    if !settings.journal.exists() {
        printer.say(&tr!(lang, "已新建导入记录 {path}", "new journal {path}"));
    }
    let before = copies(&settings.journal);
    let mut journal = Journal::open(&settings.journal, &tenant(settings), now())?;
    if let Some(folder) = state_folder() {
        journal.remember_in(&folder, now())?;
    }
    let kept = copies(&settings.journal);
    for copy in kept.iter().filter(|copy| !before.contains(copy)) {
        let (copy, days) = (copy.display(), settings.payload_days.max(1));
        printer.say(&tr!(
            lang,
            "导入记录已升级到新的结构；升级前的副本保存在 {copy}，{days} 天后删除",
            "the journal has a new schema now; as it was, it is kept for {days} days as {copy}"
        ));
    }
    erase_old(settings, &mut journal)?;
    Ok(journal)
}

/// Open a journal that must be there.
pub(super) fn open_existing(printer: Printer, settings: &Settings) -> Result<Journal, Complaint> {
    if !settings.journal.exists() {
        let path = settings.journal.display().to_string();
        return Err(Complaint::with(Code::JournalMissing, [path]));
    }
    open(printer, settings)
}

/// Erase the bodies of what was settled `payload_days` ago, and copies that hold them still.
pub(super) fn erase_old(settings: &Settings, journal: &mut Journal) -> Result<(), Complaint> {
    let age = jiff::SignedDuration::from_hours(24 * i64::from(settings.payload_days));
    let now = now();
    journal.erase_bodies(now - age, now)?;
    journal.forget_copies(now - age, now)
}
