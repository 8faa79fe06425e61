//! What a snapshot knows of each list, as it is printed.
//!
//! Must not know: how lists are read and kept.

use std::fmt::Write as _;

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr as _;

use crate::config::Settings;
use crate::directory::{Drift, KeptList, LookedUpPeople, Owner, Snapshot};
use crate::problem::{Code, Complaint, Lang, both};
use crate::tr;

use super::super::CommandContext;
use super::super::environment::now;

/// Whose the snapshot must be.
pub(in super::super) fn owner(settings: &Settings) -> Result<Owner, Complaint> {
    let app_id = settings.account.app_id.clone();
    let app_id = app_id.ok_or_else(|| Complaint::with(Code::AccountMissing, ["app_id"]))?;
    let base_url = settings.account.base_url.clone();
    Ok(Owner { base_url, app_id, id_types: settings.id_types.clone() })
}

/// There is no snapshot yet; `flags` are those by which the command finds this place again.
pub(in super::super) fn missing(settings: &Settings, flags: String) -> Complaint {
    Complaint::with(Code::RefsMissing, [settings.directory.display().to_string(), flags])
}

/// Print what is known of the lists, and of people who were looked up one by one.
pub(super) fn show(
    scene: &CommandContext,
    settings: &Settings,
    snapshot: &Snapshot,
) -> Result<Vec<KeptList>, Complaint> {
    let now = now();
    let (lists, looked_up) = (snapshot.lists()?, snapshot.looked_up(now)?);
    if scene.shared.json {
        let all: Vec<_> = lists.iter().map(|kept| document(kept, now)).collect();
        let document = json!({
            "version": 1, "path": settings.directory.display().to_string(),
            "base_url": settings.account.base_url, "app_id": settings.account.app_id, "lists": all,
            "looked_up": looked_up.map(|looked| json!({
                "people": looked.people,
                "nobody": looked.nobody,
                "too_old": looked.too_old,
                "oldest_at": looked.oldest.to_string(),
                "oldest_age_seconds": now.duration_since(looked.oldest).as_secs(),
            })),
        });
        scene.printer.document(&document.to_string());
    } else {
        let lang = scene.printer.lang;
        let looked_up = looked_up.map(|looked| looked_up_line(&looked, now, lang));
        scene.printer.data(&(table(&lists, now, lang) + &looked_up.unwrap_or_default()));
    }
    Ok(lists)
}

/// How many people were looked up one by one, and since when.
fn looked_up_line(looked: &LookedUpPeople, now: Timestamp, lang: Lang) -> String {
    let LookedUpPeople { people, nobody, oldest, too_old } = *looked;
    let age = age(now.duration_since(oldest), lang);
    let mut line = tr!(
        lang,
        "导入时查过的员工  {people}  最早 {age}",
        "employees looked up for imports  {people}  the first {age}"
    );
    if too_old > 0 {
        line += &tr!(
            lang,
            "  其中 {too_old} 人过期，用到时再查",
            "  {too_old} too old, looked up again"
        );
    }
    if nobody > 0 {
        line += &tr!(lang, "  没有查到 {nobody}", "  {nobody} not found");
    }
    line.push('\n');
    line
}

fn document(kept: &KeptList, now: Timestamp) -> Value {
    let Drift { added, renamed, gone, deactivated } = kept.drift;
    json!({
        "list": kept.list.word,
        "entries": kept.entries,
        "active": kept.active,
        "nameless": kept.nameless,
        "without_id": kept.without_id,
        "pulled_at": kept.pulled_at.map(|at| at.to_string()),
        "age_seconds": kept.pulled_at.map(|at| now.duration_since(at).as_secs()),
        "drift": {"added": added, "renamed": renamed, "gone": gone, "deactivated": deactivated},
        "unread": kept.unread.as_ref().map(|why| json!({
            "code": why.code.id(),
            "message": why.message(Lang::En),
            "hint": why.hint(Lang::En),
            "args": why.args,
        })),
    })
}

/// A line a list: its name, how many entries, how old, what changed; and why it could not be read.
fn table(lists: &[KeptList], now: Timestamp, lang: Lang) -> String {
    let name = |kept: &KeptList| lang.pick(kept.list.zh, kept.list.en).to_owned();
    let width = |of: &dyn Fn(&KeptList) -> String| {
        lists.iter().map(|kept| of(kept).width()).max().unwrap_or(0)
    };
    let (names, words) = (width(&name), width(&|kept| kept.list.word.to_owned()));
    let mut out = String::new();
    for kept in lists {
        let name = name(kept);
        let pad = " ".repeat(names.saturating_sub(name.width()));
        let age = kept.pulled_at.map_or_else(
            || lang.pick("从未读到", "never read").to_owned(),
            |at| age(now.duration_since(at), lang),
        );
        let count =
            if kept.pulled_at.is_some() { kept.entries.to_string() } else { "-".to_owned() };
        let mut line = format!("{name}{pad}  {:words$}  {count:>6}  {age}", kept.list.word);
        for more in notes(kept, lang) {
            line.push_str("  ");
            line.push_str(&more);
        }
        out.push_str(line.trim_end());
        out.push('\n');
        if kept.nameless > 0 {
            let name = both(kept.list.zh, kept.list.en);
            let words = [name, kept.nameless.to_string().into()];
            let why = Complaint::with(Code::RefsNameless, words);
            let _ = writeln!(out, "  ! {}\n    → {}", why.message(lang), why.hint(lang));
        }
        if let Some(why) = &kept.unread {
            let (message, hint) = (why.message(lang), why.hint(lang));
            out.push_str(&tr!(lang, "  ✗ 没有读到：{message}\n", "  ✗ not read: {message}\n"));
            if !hint.is_empty() {
                let _ = writeln!(out, "    → {hint}");
            }
        }
    }
    out
}

/// What is to be said of a list beside how many entries it has.
fn notes(kept: &KeptList, lang: Lang) -> Vec<String> {
    let mut notes = Vec::new();
    let inactive = kept.entries - kept.active.min(kept.entries);
    let without = kept.without_id;
    let Drift { added, renamed, gone, deactivated } = kept.drift;
    for (count, text) in [
        (inactive, tr!(lang, "停用 {inactive}", "{inactive} not in use")),
        (added, tr!(lang, "新增 {added}", "{added} added")),
        (renamed, tr!(lang, "改名 {renamed}", "{renamed} renamed")),
        (gone, tr!(lang, "消失 {gone}", "{gone} gone")),
        (deactivated, tr!(lang, "新停用 {deactivated}", "{deactivated} newly not in use")),
        (without, tr!(lang, "没有 ID 而略过 {without}", "{without} left out without an ID")),
    ] {
        if count > 0 {
            notes.push(text);
        }
    }
    notes
}

/// How long ago something was.
pub(in super::super) fn age(age: SignedDuration, lang: Lang) -> String {
    let (minutes, hours) = (age.as_mins(), age.as_hours());
    match (hours / 24, hours, minutes) {
        (0, 0, ..=0) => lang.pick("刚刚", "just now").to_owned(),
        (0, 0, minutes) => tr!(lang, "{minutes} 分钟前", "{minutes} min ago"),
        (0, hours, _) => tr!(lang, "{hours} 小时前", "{hours} h ago"),
        (days, _, _) => tr!(lang, "{days} 天前", "{days} d ago"),
    }
}
