//! `muster refs find`: what the tenant calls by a name, a code or an ID.
//!
//! What the text names comes first, then what it is a part of; where there is neither, what is most like
//! it. Must not know: how lists are kept, how names are brought to one form.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::check::mask;
use crate::directory::{self, People};
use crate::kinds::lists;
use crate::lexicon::normalize;
use crate::problem::{Complaint, Lang, shown};
use crate::resolve::person::{self, By};
use crate::resolve::{Directory, Entry, Found, List};
use crate::spec::TenantList;
use crate::tr;

use super::super::environment::now;
use super::super::exit::Exit;
use super::super::{CommandContext, args};
use super::known;

/// Lines that are printed of many; a document holds them all.
const SHOWN: usize = 50;

/// How an entry fits the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fit {
    /// It is called so.
    Whole,
    /// The text is a part of a name or a code.
    Part,
    /// It is most like it.
    Near,
}

impl Fit {
    const fn word(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Part => "part",
            Self::Near => "near",
        }
    }
}

/// One entry that was found.
struct Hit<'d> {
    list_of: &'static TenantList,
    list: &'d List,
    entry: &'d Entry,
    fit: Fit,
}

/// Look it up.
pub(super) fn run(
    scene: &CommandContext,
    sandbox: bool,
    args: &args::RefsFind,
) -> Result<Exit, Complaint> {
    let printer = scene.printer;
    let lang = printer.lang;
    let settings = scene.settings(sandbox, None)?;
    let begun = std::time::Instant::now();
    let loaded =
        directory::load(&settings.directory, &known::owner(&settings)?, now(), None, People::All)?;
    let directory = loaded.ok_or_else(|| known::missing(&settings, scene.flags(&settings)))?;
    tracing::info!(ms = begun.elapsed().as_millis(), "the snapshot is loaded");
    let hits = hits(&directory, &args.text);
    if scene.shared.json {
        let found: Vec<_> = hits.iter().map(document).collect();
        printer.document(&json!({"version": 1, "found": found}).to_string());
        return Ok(Exit::Fine);
    }
    let near = hits.first().is_none_or(|hit| hit.fit == Fit::Near);
    if near {
        let text = shown(&args.text);
        printer.say(&if hits.is_empty() {
            tr!(lang, "没有找到「{text}」", "nothing is called `{text}`")
        } else {
            tr!(
                lang,
                "没有找到「{text}」，相近的有：",
                "nothing is called `{text}`; the nearest are:"
            )
        });
    }
    for hit in hits.iter().take(SHOWN) {
        printer.data(&line(hit, lang));
    }
    if let Some(more) = hits.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        printer.say(&tr!(
            lang,
            "还有 {more} 条，--json 全部列出",
            "{more} more; --json lists them all"
        ));
    }
    Ok(Exit::Fine)
}

/// What a text finds in all lists.
fn hits<'d>(directory: &'d Directory, text: &str) -> Vec<Hit<'d>> {
    let (mut whole, mut part, mut near) = (Vec::new(), Vec::new(), Vec::new());
    let wanted = normalize::label(text);
    for list_of in lists::ALL {
        let Some(list) = directory.list(list_of.of) else { continue };
        let hit = |entry, fit| Hit { list_of, list, entry, fit };
        let (named, like) = match list.find(text) {
            Found::One(entry) | Found::Inactive(entry) => (vec![entry], Vec::new()),
            Found::Several(entries) => (entries, Vec::new()),
            Found::Nothing(like) => (Vec::new(), like),
        };
        let ids: BTreeSet<&str> = named.iter().map(|entry| entry.id.as_str()).collect();
        let others = list.entries().iter().filter(|entry| !ids.contains(entry.id.as_str()));
        part.extend(others.filter(|one| has_part(one, &wanted)).map(|one| hit(one, Fit::Part)));
        whole.extend(named.into_iter().map(|entry| hit(entry, Fit::Whole)));
        near.extend(like.into_iter().map(|entry| hit(entry, Fit::Near)));
    }
    whole.append(&mut part);
    if whole.is_empty() { near } else { whole }
}

fn has_part(entry: &Entry, wanted: &str) -> bool {
    let words = entry.names.iter().chain(entry.codes.iter());
    !wanted.is_empty() && words.into_iter().any(|word| normalize::label(word).contains(wanted))
}

/// Of persons the number is told, and neither an address nor a mobile.
fn codes<'d>(hit: &Hit<'d>) -> Vec<&'d str> {
    let is_shown = |code: &&String| {
        let by = person::asked_by(code);
        !by.iter().any(|(by, _)| matches!(by, By::Email | By::Mobile))
    };
    let codes = hit.entry.codes.iter().filter(|code| !hit.list_of.personal || is_shown(code));
    codes.map(String::as_str).collect()
}

/// What it is called, of persons no more than the beginning.
fn called(hit: &Hit<'_>, text: &str) -> String {
    if hit.list_of.personal { mask::name(text) } else { text.to_owned() }
}

fn document(hit: &Hit<'_>) -> Value {
    let names: Vec<String> = hit.entry.names.iter().map(|name| called(hit, name)).collect();
    json!({
        "list": hit.list_of.word, "id": hit.entry.id, "path": called(hit, &hit.list.path(hit.entry)),
        "names": names, "codes": codes(hit), "active": hit.entry.active,
        "match": hit.fit.word(),
    })
}

fn line(hit: &Hit<'_>, lang: Lang) -> String {
    let (path, id) = (called(hit, &hit.list.path(hit.entry)), &hit.entry.id);
    let (path, id) = (shown(&path), shown(id));
    let name = lang.pick(hit.list_of.zh, hit.list_of.en);
    let mut line = format!("{name}  {path}  {id}");
    for code in codes(hit) {
        line.push_str("  ");
        line.push_str(&shown(code));
    }
    if !hit.entry.active {
        line.push_str(lang.pick("  （已停用）", "  (not in use)"));
    }
    line
}
