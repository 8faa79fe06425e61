//! A number of the API, explained.
//!
//! Must not know: where the number came up.

use serde_json::json;

use crate::api::verdict::explain::{self, Consequence, Explained};
use crate::problem::{Code, Complaint, Lang};
use crate::tr;

/// What the number means, as text or as a document.
///
/// # Errors
/// A number that no endpoint of ours documents.
pub(super) fn explain(number: i64, lang: Lang, json: bool) -> Result<String, Complaint> {
    let explained = explain::explain(number)
        .ok_or_else(|| Complaint::with(Code::ApiCodeUnknown, [number.to_string()]))?;
    Ok(if json { document(&explained, lang) } else { text(&explained, lang) })
}

/// What to do: what muster does, and the hint of the problem that ends the run.
fn todo(follows: &Consequence, lang: Lang) -> String {
    let own = follows.todo.pick(lang);
    match follows.raises.map(|code| code.texts(lang).hint) {
        Some(hint) => format!("{own}{}{hint}", lang.pick("。", ". ")),
        None => own.to_owned(),
    }
}

fn text(explained: &Explained, lang: Lang) -> String {
    let Explained { code, what, at } = explained;
    let what = what.pick(lang);
    let mut out = tr!(
        lang,
        "{code}（飞书的错误码）\n\n含义  {what}\n",
        "{code}  (a code of the API)\n\nmeans    {what}\n"
    );
    for (endpoints, follows) in at {
        let todo = todo(follows, lang);
        out.push_str(&tr!(lang, "办法  {todo}\n", "to do    {todo}\n"));
        let endpoints = if endpoints.len() == crate::kinds::endpoints::ALL.len() {
            lang.pick("所有接口", "every endpoint").to_owned()
        } else {
            endpoints.join(lang.pick("、", ", "))
        };
        out.push_str(&tr!(lang, "接口  {endpoints}\n", "from     {endpoints}\n"));
        if let Some(code) = follows.raises {
            let id = code.id();
            out.push_str(&tr!(
                lang,
                "又见  muster explain {id}\n",
                "see also muster explain {id}\n"
            ));
        }
    }
    out
}

fn document(explained: &Explained, lang: Lang) -> String {
    let at: Vec<_> = explained
        .at
        .iter()
        .map(|(endpoints, follows)| {
            json!({
                "endpoints": endpoints, "outcome": follows.word, "hint": todo(follows, lang),
                "raises": follows.raises.map(Code::id),
            })
        })
        .collect();
    let (code, message) = (explained.code.to_string(), explained.what.pick(lang));
    json!({"version": 1, "code": code, "message": message, "at": at}).to_string()
}
