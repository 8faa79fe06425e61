//! Every code, in groups, with one line each.
//!
//! Must not know: any particular code.

use std::fmt::Write as _;

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr as _;

use crate::problem::catalogue::GROUPS;
use crate::problem::{Code, Complaint, Lang, Severity};
use crate::tr;

/// The listing as text.
pub(super) fn text(lang: Lang) -> String {
    let width = Code::ALL.iter().map(|code| code.id().width()).max().unwrap_or(0);
    let mut out = String::new();
    for group in GROUPS {
        out.push_str(lang.pick(group.zh, group.en));
        out.push('\n');
        for code in group.codes {
            let id = code.id();
            let mark = match code.severity() {
                Severity::Error => '✗',
                Severity::Warning => '!',
            };
            let message = Complaint::example(*code).message(lang);
            let _ = writeln!(out, "  {mark} {id:width$}  {message}");
        }
        out.push('\n');
    }
    let count = Code::ALL.len();
    out.push_str(&tr!(
        lang,
        "共 {count} 个：✗ 错误，! 提醒。muster explain 代码 有例子；飞书的错误码也可以，如 muster explain 1002105。\n",
        "{count} codes: ✗ error, ! warning. `muster explain CODE` has an example; codes of the API too, as in `muster explain 1002105`.\n"
    ));
    out
}

/// The listing as a document.
pub(super) fn document(lang: Lang) -> Value {
    let groups: Vec<_> = GROUPS
        .iter()
        .map(|group| {
            let codes: Vec<_> = group
                .codes
                .iter()
                .map(|code| {
                    json!({
                        "code": code.id(), "severity": code.severity(),
                        "message": Complaint::example(*code).message(lang),
                    })
                })
                .collect();
            json!({"title": lang.pick(group.zh, group.en), "codes": codes})
        })
        .collect();
    let api: Vec<_> = crate::api::verdict::explain::known().map(|code| code.to_string()).collect();
    json!({"version": 1, "groups": groups, "api_codes": api})
}
