//! The words of production code, one after another, and the paths that they make: within macros as
//! everywhere else.
//!
//! Must not know: items, what a path leads to.

use std::collections::BTreeSet;

use proc_macro2::{LineColumn, Spacing, TokenStream, TokenTree};

use super::scope::{Named, Scope, plain};
use super::stretch::Stretch;

/// The tokens of the production code in a row, macros' with the rest.
#[derive(Default)]
pub(super) struct Words {
    row: Vec<(Token, LineColumn)>,
}

#[derive(PartialEq, Eq)]
enum Token {
    Word(String),
    /// `::`
    Into,
    /// `.`
    Of,
    Other,
}

impl Words {
    pub(super) fn flatten(&mut self, tokens: TokenStream, tests: &[Stretch]) {
        let mut colon = false;
        for tree in tokens {
            let place = tree.span().start();
            if tests.iter().any(|test| test.holds(place)) {
                continue;
            }
            let second = std::mem::take(&mut colon);
            match tree {
                TokenTree::Group(group) => {
                    self.row.push((Token::Other, place));
                    self.flatten(group.stream(), tests);
                    self.row.push((Token::Other, place));
                }
                TokenTree::Ident(word) => self.row.push((Token::Word(plain(&word)), place)),
                TokenTree::Punct(mark) if mark.as_char() == ':' && second => {
                    self.row.pop();
                    self.row.push((Token::Into, place));
                }
                TokenTree::Punct(mark) => {
                    colon = mark.as_char() == ':' && mark.spacing() == Spacing::Joint;
                    let range = matches!(self.row.last(), Some((Token::Of, _)));
                    let of = mark.as_char() == '.' && !range;
                    self.row.push((if of { Token::Of } else { Token::Other }, place));
                }
                TokenTree::Literal(_) => self.row.push((Token::Other, place)),
            }
        }
    }

    /// Gives each path and each name outside the `use`s to the module that it stands in.
    pub(super) fn name_paths(&self, scopes: &mut [(Scope, Option<Stretch>)], uses: &[Stretch]) {
        let mut at = 0;
        while let Some((token, place)) = self.row.get(at) {
            let (start, before) = (at, at.checked_sub(1).map(|i| &self.row[i].0));
            at += 1;
            let Token::Word(first) = token else { continue };
            if uses.iter().any(|item| item.holds(*place))
                || matches!(before, Some(Token::Into | Token::Of))
            {
                continue;
            }
            let mut path = vec![first.clone()];
            while let (Some((Token::Into, _)), Some((Token::Word(next), _))) =
                (self.row.get(at), self.row.get(at + 1))
            {
                path.push(next.clone());
                at += 2;
            }
            let line = self.row[start].1.line;
            let holds = |stretch: &Option<Stretch>| stretch.is_none_or(|s| s.holds(*place));
            let scope = scopes.iter_mut().rev().find(|(_, stretch)| holds(stretch));
            let Some((scope, _)) = scope else { continue };
            scope.mentions.insert(first.clone());
            if path.len() > 1 {
                scope.paths.push(Named { path, line });
            }
        }
    }

    pub(super) fn lines_of(&self, words: &[&str]) -> Vec<usize> {
        let found = self.row.iter().filter(|(token, _)| match token {
            Token::Word(word) => words.contains(&word.as_str()),
            Token::Into | Token::Of | Token::Other => false,
        });
        found.map(|(_, at)| at.line).collect()
    }

    pub(super) fn all(self) -> BTreeSet<String> {
        let words = self.row.into_iter().filter_map(|(token, _)| match token {
            Token::Word(word) => Some(word),
            Token::Into | Token::Of | Token::Other => None,
        });
        words.collect()
    }
}
