//! A word of a mapping file, and what a value of one must be.
//!
//! Must not know: what a key means.

use std::ops::Range;

use crate::problem::{Arg, both};

/// A text, and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) span: Range<usize>,
}

/// What a value must be.
#[derive(Clone, Copy, Debug)]
pub(super) enum Wanted {
    Text,
    Scalar,
    Truth,
    Integer,
    List,
    Table,
    Tables,
}

impl Wanted {
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Text => ("加引号的文字", "text in quotes"),
            Self::Scalar => ("加引号的文字或整数", "text in quotes or a whole number"),
            Self::Truth => ("true 或 false", "true or false"),
            Self::Integer => ("整数", "a whole number"),
            Self::List => ("列表，如 [\"甲\", \"乙\"]", "a list, such as [\"a\", \"b\"]"),
            Self::Table => ("一个表，如 { \"甲\" = \"乙\" }", "a table, such as { \"a\" = \"b\" }"),
            Self::Tables => ("用 [[ ]] 写的表", "tables written with [[ ]]"),
        }
    }
}

pub(super) fn wanted(what: Wanted) -> Arg {
    let (zh, en) = what.words();
    both(&format!("这里要写：{zh}"), &format!("this wants {en}"))
}
