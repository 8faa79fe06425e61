//! What is wrong in a mapping file, at its line and column.
//!
//! Must not know: what a mapping file means.

use std::ops::Range;
use std::sync::Arc;

use crate::bind::suggest;
use crate::problem::{Code, Complaint, Place, Problem, both};

/// A mapping file's text and name, to say where things are.
pub(super) struct Source<'a> {
    pub(super) text: &'a str,
    pub(super) shown: &'a Arc<str>,
}

impl Source<'_> {
    /// A problem at a byte of the file; the values follow line and column.
    pub(super) fn at<const N: usize>(&self, byte: usize, code: Code, args: [String; N]) -> Problem {
        let (line, column) = self.position(byte);
        let args = [line.to_string(), column.to_string()].into_iter().chain(args);
        Problem::at(Place::file(self.shown), Complaint::with(code, args))
    }

    /// A value that can't stand there.
    pub(super) fn value(&self, span: &Range<usize>, value: &str, can: &str) -> Problem {
        self.at(span.start, Code::MappingValue, [value.to_owned(), can.to_owned()])
    }

    /// A complaint about a path.
    pub(super) fn field(&self, byte: usize, complaint: &Complaint) -> Problem {
        let code = if complaint.code == Code::FieldIndex {
            Code::MappingFieldIndex
        } else {
            Code::MappingFieldUnknown
        };
        let arg = |at: usize| complaint.args.get(at).cloned().unwrap_or_default();
        self.at(byte, code, [arg(0), arg(1)])
    }

    /// What the TOML reader found; of unknown keys the nearest known one is named.
    pub(super) fn toml(&self, error: &toml::de::Error) -> Problem {
        let byte = error.span().map_or(0, |span| span.start);
        let message = error.message().lines().collect::<Vec<_>>().join(" ");
        match message.strip_prefix("unknown field `").and_then(|rest| rest.split_once('`')) {
            Some((key, known)) => {
                let known: Vec<&str> = known.split('`').skip(1).step_by(2).collect();
                let near =
                    suggest::word(key, known.iter().copied()).unwrap_or_else(|| known.join(", "));
                self.at(byte, Code::MappingKeyUnknown, [key.to_owned(), near])
            }
            None => self.at(byte, Code::MappingSyntax, [said(&message)]),
        }
    }

    /// Line and column of a byte, both from 1, the column in characters.
    fn position(&self, byte: usize) -> (usize, usize) {
        let mut end = byte.min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let before = &self.text[..end];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        (line, column)
    }
}

/// The TOML reader's message in both languages. What is not known stays as it is, beside a word
/// that says what it is about.
fn said(message: &str) -> String {
    let quoted = || message.split('`').nth(1).unwrap_or_default();
    if message.starts_with("missing field") {
        let key = quoted();
        return both(&format!("缺少「{key}」"), &format!("`{key}` is missing"));
    }
    if message.starts_with("duplicate key") || message.starts_with("duplicate field") {
        return both("这个名字在这里写了两次", "this name stands here twice");
    }
    let wants = message.rsplit_once("expected ").filter(|_| message.starts_with("invalid type"));
    if let Some((_, what)) = wants {
        let (zh, en) = match what {
            "a sequence" => ("列表，如 [\"甲\", \"乙\"]", "a list, such as [\"a\", \"b\"]"),
            "a string" => ("加引号的文字", "text in quotes"),
            "a boolean" => ("true 或 false", "true or false"),
            "i64" | "u32" | "an integer" => ("整数", "a whole number"),
            "a map" => ("一个表，如 { \"甲\" = \"乙\" }", "a table, such as { \"a\" = \"b\" }"),
            other => (other, other),
        };
        return both(&format!("这里要写{zh}"), &format!("this wants {en}"));
    }
    both(&format!("TOML 语法错误（{message}）"), &format!("TOML syntax: {message}"))
}
