//! `muster explain [CODE]`: what a code means, what to do, an example. Texts are the catalogue's,
//! its examples', and for numbers those of the API's codes.
//!
//! Must not know: what raises a code.

mod api;
mod listing;

use std::fmt::Write as _;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::lexicon::nearest;
use crate::problem::example::Cell;
use crate::problem::{Arg, Code, Complaint, Lang, Place, Problem, Severity, both};
use crate::tr;

use super::CommandContext;
use super::args;
use super::exit::Exit;

/// Explain a code, or list them all.
pub(super) fn run(scene: &CommandContext, args: &args::Explain) -> Result<Exit, Complaint> {
    let (lang, json) = (scene.printer.lang, scene.shared.json);
    let Some(word) = args.code.as_deref() else {
        let said = if json { listing::document(lang).to_string() } else { listing::text(lang) };
        scene.printer.data(&said);
        return Ok(Exit::Fine);
    };
    let word = word.trim().to_lowercase();
    let said = if let Ok(number) = word.parse::<i64>() {
        api::explain(number, lang, json)?
    } else {
        let code = Code::of(&word).ok_or_else(|| unknown(&word))?;
        if json { document(code, lang).to_string() } else { text(code, lang) }
    };
    scene.printer.data(&said);
    Ok(Exit::Fine)
}

/// There is no such code; the nearest, else those that hold the word.
fn unknown(word: &str) -> Complaint {
    let ids = || Code::ALL.iter().map(|code| code.id());
    let near = nearest::word(word, ids()).or_else(|| {
        let holding: Vec<_> =
            ids().filter(|id| word.len() >= 3 && id.contains(word)).take(MOST_NEAR).collect();
        (!holding.is_empty()).then(|| holding.join(" / "))
    });
    let near = near.map_or_else(Arg::default, |near| {
        both(&format!("是不是 {near}？"), &format!("did you mean {near}? "))
    });
    Complaint::with(Code::ExplainUnknown, [word.into(), near])
}

/// So many codes that hold a word are named at most.
const MOST_NEAR: usize = 6;

fn document(code: Code, lang: Lang) -> Value {
    let (complaint, example) = (Complaint::example(code), code.example());
    let cells: Vec<_> = example.cells.iter().map(cell_document).collect();
    let example = json!({
        "text": lang.pick(example.zh, example.en),
        "cells": cells,
        "printed": printed(code, lang),
    });
    json!({
        "version": 1, "code": code.id(), "severity": code.severity(),
        "message": complaint.message(lang), "hint": complaint.hint(lang), "example": example,
    })
}

fn cell_document(cell: &Cell) -> Value {
    json!({"header": cell.header, "before": cell.before, "after": cell.after})
}

/// A severity in words, with what follows from it.
fn severity(code: Code, lang: Lang) -> &'static str {
    match code.severity() {
        Severity::Error => lang.pick("错误", "error"),
        Severity::Warning => lang.pick("提醒，照常发送", "warning, sent all the same"),
    }
}

fn text(code: Code, lang: Lang) -> String {
    let (complaint, example) = (Complaint::example(code), code.example());
    let hint = complaint.hint(lang);
    let mut out = format!("{}  ({})\n", code.id(), severity(code, lang));
    let message = complaint.message(lang);
    out.push_str(&tr!(lang, "\n含义  {message}\n", "\nmeans    {message}\n"));
    if !hint.is_empty() {
        out.push_str(&tr!(lang, "办法  {hint}\n", "to do    {hint}\n"));
    }
    let told = lang.pick(example.zh, example.en);
    out.push_str(&tr!(lang, "例子  {told}\n", "example  {told}\n"));
    for cell in example.cells {
        let (header, before) = (cell.header, shown(cell.before, lang));
        let _ = write!(out, "\n    [{header}]  {before}");
        if cell.before != cell.after {
            let _ = write!(out, "  →  {}", shown(cell.after, lang));
        }
    }
    if !example.cells.is_empty() {
        out.push('\n');
    }
    let line = printed(code, lang);
    out.push_str(&tr!(
        lang,
        "\nmuster 的输出：\n    {line}\n",
        "\nas muster prints it:\n    {line}\n"
    ));
    out
}

/// The problem's line as a check or a command prints it.
fn printed(code: Code, lang: Lang) -> String {
    let mut problem = Problem::at(Place::default(), Complaint::example(code));
    if let Some(cell) = code.example().cells.first() {
        let file = Arc::from(lang.pick("花名册.xlsx", "staff.xlsx"));
        let sheet = Some(Arc::from(lang.pick("花名册", "staff")));
        problem.place = Place { sheet, row: Some(2), column: Some(2), ..Place::file(&file) };
        problem.header = Some(Arc::from(cell.header));
        return problem.line(lang);
    }
    let head = match code.severity() {
        Severity::Error => lang.pick("错误", "error"),
        Severity::Warning => lang.pick("提醒", "warning"),
    };
    format!("{head} [{}]: {}", code.id(), problem.line(lang))
}

/// A cell's content, with a name for what nobody can see.
fn shown(content: &str, lang: Lang) -> String {
    if content.is_empty() {
        return lang.pick("（空）", "(empty)").to_owned();
    }
    let mut out = String::with_capacity(content.len());
    for c in content.chars() {
        if c.is_control() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{E000}'..='\u{F8FF}') {
            let _ = write!(out, "‹U+{:04X}›", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}
