//! How a mapping file names a column, and which column that is.
//!
//! Must not know: what it says of the column.

use std::sync::Arc;

use crate::lexicon::normalize;
use crate::problem::{Arg, both};

/// How a mapping file names a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeaderRef {
    /// As written: `学校`, `学校@2`, `#7`.
    pub text: String,
    /// The line of the mapping file where it is written; none in a workbook.
    pub line: Option<u32>,
}

impl HeaderRef {
    /// A header that is written nowhere.
    pub(crate) const fn new(text: String) -> Self {
        Self { text, line: None }
    }

    /// Where it is written, as a remark behind 映射文件; empty where that is not known.
    pub(crate) fn written(&self) -> Arg {
        line(self.line)
    }

    /// Which of the headers (column, text) are meant; several only where a bare name stands above
    /// several columns.
    pub(crate) fn find(&self, headers: &[(usize, Arc<str>)]) -> Vec<usize> {
        let named = Self::named(&self.text, headers);
        if !named.is_empty() {
            return named;
        }
        if let Some(number) = self.text.strip_prefix('#').and_then(|n| n.parse::<usize>().ok()) {
            return headers
                .iter()
                .map(|(column, _)| *column)
                .filter(|column| column + 1 == number)
                .collect();
        }
        let Some((name, nth)) = self.text.rsplit_once('@') else { return Vec::new() };
        let Some(nth) = nth.parse::<usize>().ok().and_then(|nth| nth.checked_sub(1)) else {
            return Vec::new();
        };
        Self::named(name, headers).get(nth).copied().into_iter().collect()
    }

    fn named(name: &str, headers: &[(usize, Arc<str>)]) -> Vec<usize> {
        let all = |same: &dyn Fn(&str) -> bool| -> Vec<usize> {
            headers.iter().filter(|(_, text)| same(text)).map(|(column, _)| *column).collect()
        };
        let exact = all(&|text| normalize::trim(text) == normalize::trim(name));
        if !exact.is_empty() {
            return exact;
        }
        let wanted = normalize::header(name);
        if wanted.is_empty() {
            return Vec::new();
        }
        all(&|text| normalize::header(text) == wanted)
    }
}

/// A line of the mapping file as a remark behind 映射文件; empty where it is not known.
pub(super) fn line(line: Option<u32>) -> Arg {
    line.map_or_else(Arg::default, |line| {
        both(&format!("第 {line} 行"), &format!(" (line {line})"))
    })
}
