//! What is wrong in a mapping file, at its line and column.
//!
//! Must not know: what a mapping file means.

use std::ops::Range;
use std::sync::Arc;

use super::word::{self, Wanted, Word};
use crate::lexicon::nearest;
use crate::mapping::HeaderRef;
use crate::problem::{Arg, Code, Complaint, Place, Problem, both};

/// Everything that is wrong in a mapping file, as it is found.
#[derive(Debug)]
pub(super) struct Faults<'a> {
    text: &'a str,
    shown: &'a Arc<str>,
    found: Vec<(usize, Problem)>,
}

impl<'a> Faults<'a> {
    /// None yet, of a file with this text and this name for messages.
    pub(super) fn new(text: &'a str, shown: &'a Arc<str>) -> Self {
        Self { text, shown, found: Vec::new() }
    }

    /// A header that a word names, with its line.
    pub(super) fn header(&self, word: Word) -> HeaderRef {
        HeaderRef { line: self.line(word.span.start), text: word.text }
    }

    /// The line of a byte.
    pub(super) fn line(&self, byte: usize) -> Option<u32> {
        let (line, _) = self.position(byte);
        u32::try_from(line).ok()
    }

    /// The line of a byte, as a place.
    pub(super) fn place(&self, byte: usize) -> Place {
        Place { row: self.line(byte), ..Place::file(self.shown) }
    }

    /// A problem at a byte of the file; the values follow line and column.
    pub(super) fn at<const N: usize>(
        &mut self,
        byte: usize,
        code: Code,
        args: [impl Into<Arg>; N],
    ) {
        let (line, column) = self.position(byte);
        let place = [line, column].map(|number| Arg::from(number.to_string()));
        let problem = Problem::at(
            Place::file(self.shown),
            Complaint::with(code, place.into_iter().chain(args.map(Into::into))),
        );
        self.found.push((byte, problem));
    }

    /// A value that can't stand there.
    pub(super) fn value(&mut self, span: &Range<usize>, value: &str, can: impl Into<Arg>) {
        self.at(span.start, Code::MappingValue, [value.into(), can.into()]);
    }

    /// A word that can't stand there, with those that can.
    pub(super) fn word(&mut self, word: &Word, words: &[&str]) {
        let near = nearest::word(&word.text, words.iter().copied());
        let can = match near {
            Some(near) => both(
                &format!("{}（是不是 {near}？）", words.join("、")),
                &format!("{} (did you mean {near}?)", words.join(", ")),
            ),
            None => both(&words.join("、"), &words.join(", ")),
        };
        self.value(&word.span, &word.text, can);
    }

    /// Something that does not fit together, with what to do, each in Chinese and English.
    pub(super) fn unfit(&mut self, byte: usize, what: (&str, &str), todo: (&str, &str)) {
        let args = [both(what.0, what.1), both(todo.0, todo.1)];
        self.at(byte, Code::MappingUnfit, args);
    }

    /// A value of the wrong type.
    pub(super) fn wants(&mut self, byte: usize, what: Wanted) {
        self.at(byte, Code::MappingSyntax, [word::wanted(what)]);
    }

    /// A complaint about a path.
    pub(super) fn field(&mut self, byte: usize, complaint: &Complaint) {
        let code = if complaint.code == Code::FieldIndex {
            Code::MappingFieldIndex
        } else {
            Code::MappingFieldUnknown
        };
        let arg = |at: usize| complaint.args.get(at).cloned().unwrap_or_default();
        self.at(byte, code, [arg(0), arg(1)]);
    }

    /// What the TOML reader found.
    pub(super) fn toml(&mut self, error: &toml::de::Error) {
        let byte = error.span().map_or(0, |span| span.start);
        let message = error.message().lines().collect::<Vec<_>>().join(" ");
        let says = if message.starts_with("duplicate key") {
            both("这个名字在这里写了两次", "this name stands here twice")
        } else {
            both(&format!("TOML 语法错误（{message}）"), &format!("TOML syntax: {message}"))
        };
        self.at(byte, Code::MappingSyntax, [says]);
    }

    /// Whether nothing is wrong so far.
    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Everything, in the file's order.
    pub(super) fn into_problems(mut self) -> Vec<Problem> {
        self.found.sort_by_key(|(byte, _)| *byte);
        self.found.into_iter().map(|(_, problem)| problem).collect()
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
