//! What `check --json` prints: one document. Problems are streamed.
//!
//! Must not know: where the problems come from.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::json::{Problems, list_item, open_list};
use crate::problem::Complaint;
use crate::spec::PerKind;

/// One input of a check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct CheckedFile {
    /// As the user named it.
    pub file: String,
    /// Of its bytes, hex.
    pub sha256: String,
    /// How it was read, such as `csv, gbk, ","` or `xlsx`.
    pub format: String,
    /// On what grounds, in the output's language; empty where the file says so itself.
    pub evidence: Vec<String>,
    /// Its physical rows.
    pub rows: u64,
    /// Blank ones among them.
    pub blank: u64,
    /// Its sheets that were read.
    pub sheets: Vec<CheckedSheet>,
}

/// One sheet of a check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct CheckedSheet {
    /// The sheet's name; none for CSV.
    pub sheet: Option<String>,
    /// The row of the headers, from 1.
    pub header_row: u32,
    /// What its rows make.
    pub kinds: Vec<&'static str>,
    /// The modules of Feishu that these belong to, in the output's language.
    pub modules: Vec<&'static str>,
    /// Headers that bind to nothing.
    pub unbound: Vec<String>,
}

/// What a check found, without its problems.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct CheckLine {
    /// The inputs.
    pub files: Vec<CheckedFile>,
    /// Physical rows of all of them.
    pub rows: u64,
    /// Blank ones among them.
    pub blank: u64,
    /// Rows among them that are no records: totals, examples, what is hidden.
    pub skipped: u64,
    /// Records by kind.
    pub records: PerKind<u64>,
    /// Records that could be sent.
    pub valid: u64,
    /// Records that could not.
    pub invalid: u64,
}

/// Print what `check --json` prints: one document. At most `limit` problems are listed;
/// `truncated` says whether there are more.
pub(crate) fn print_check(
    out: &mut dyn Write,
    check: &CheckLine,
    problems: &mut Problems<'_>,
    limit: Option<u64>,
) -> Result<(), PrintError> {
    let mut head = Map::new();
    head.insert("version".into(), json!(1));
    if let Ok(Value::Object(check)) = serde_json::to_value(check) {
        head.extend(check);
    }
    open_list(out, &head)?;
    let (mut first, mut truncated) = (true, false);
    for (listed, problem) in (0u64..).zip(problems) {
        if limit.is_some_and(|limit| listed >= limit) {
            truncated = true;
            break;
        }
        list_item(out, &problem?, &mut first)?;
    }
    writeln!(out, "\n],\"truncated\":{truncated}}}")?;
    Ok(out.flush()?)
}

/// A document could not be printed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PrintError {
    /// The output is closed or full.
    #[error(transparent)]
    Output(#[from] io::Error),
    /// The problems could not be read.
    #[error(transparent)]
    Problems(#[from] Complaint),
}

#[cfg(test)]
mod tests {
    use super::super::json::tests::{keys, problem};
    use super::*;

    #[test]
    fn a_check_lists_to_its_limit_and_says_when_there_is_more() {
        let printed = |limit| {
            let mut out = Vec::new();
            let mut problems = (0..3).map(|_| Ok(problem()));
            print_check(&mut out, &CheckLine::default(), &mut problems, limit).unwrap();
            serde_json::from_slice::<Value>(&out).unwrap()
        };
        let all = printed(None);
        assert_eq!(
            keys(&all),
            [
                "version",
                "files",
                "rows",
                "blank",
                "skipped",
                "records",
                "valid",
                "invalid",
                "problems",
                "truncated"
            ]
        );
        assert_eq!(all["problems"].as_array().unwrap().len(), 3);
        assert_eq!(all["truncated"], false);
        assert_eq!(
            keys(&all["problems"][0]),
            [
                "code", "severity", "file", "sheet", "row", "cell", "header", "field", "value",
                "message", "hint"
            ]
        );
        assert_eq!(all["problems"][0]["cell"], "C14");
        assert_eq!(printed(Some(3))["truncated"], false);
        let cut = printed(Some(1));
        assert_eq!(
            (cut["problems"].as_array().unwrap().len(), &cut["truncated"]),
            (1, &json!(true))
        );
        assert_eq!(printed(Some(0))["problems"], json!([]));
    }
}
