//! One file's text → what its production code says: its modules with what each defines, imports and
//! names, and the text without the tests. Exactly what stands under `#[cfg(test)]` is left out,
//! wherever in the file it stands.
//!
//! Must not know: other files, the laws.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{LineColumn, Spacing, Span, TokenStream, TokenTree};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

/// What a file's production code says.
pub(super) struct Reading {
    /// It says none: `#![cfg(test)]` stands at its head, or who declares it says so.
    pub(super) for_tests: bool,
    /// The text without the tests, comments included.
    pub(super) text: String,
    /// The file's own module, then those that stand in it in braces, outer before inner.
    pub(super) modules: Vec<Scope>,
    /// Every word of the code: comments and literals are none.
    pub(super) words: BTreeSet<String>,
    /// The lines with `async` or `await`.
    pub(super) waits: Vec<usize>,
    /// The last names of the traits that are implemented here.
    pub(super) implements: Vec<String>,
    /// The enums with their variants.
    pub(super) enums: BTreeMap<String, Vec<String>>,
}

/// What one module of a file defines, imports and names.
#[derive(Default)]
pub(super) struct Scope {
    /// Its place below the file's own module.
    pub(super) within: Vec<String>,
    /// The modules that it declares and other files hold; true: for tests alone.
    pub(super) declares: Vec<(String, bool)>,
    /// Its items by name.
    pub(super) defines: BTreeSet<String>,
    /// Its `use`s, one for each leaf.
    pub(super) imports: Vec<Import>,
    /// Paths of two names or more in its code, those within macros too.
    pub(super) paths: Vec<Named>,
    /// Names that its code begins a path with, or that stand alone.
    pub(super) mentions: BTreeSet<String>,
}

/// A leaf of a `use`.
pub(super) struct Import {
    /// What is imported, as it is written.
    pub(super) path: Named,
    /// What it is called here; none for `*`.
    pub(super) alias: Option<String>,
    /// Others see it too.
    pub(super) exported: bool,
}

/// A path as it is written, and where.
#[derive(Clone)]
pub(super) struct Named {
    /// Its names in order.
    pub(super) path: Vec<String>,
    /// The line, from 1.
    pub(super) line: usize,
}

/// From the first character to the one after the last.
#[derive(Clone, Copy)]
struct Stretch {
    from: LineColumn,
    to: LineColumn,
}

impl Stretch {
    fn of(node: &impl Spanned) -> Self {
        let span = node.span();
        Self { from: span.start(), to: span.end() }
    }

    fn holds(self, at: LineColumn) -> bool {
        self.from <= at && at < self.to
    }
}

/// Reads a file. `for_tests`: whoever declares it does so under `#[cfg(test)]`, and nothing but what
/// it declares itself is asked for.
///
/// # Panics
///
/// Where the text is not Rust.
pub(super) fn read(text: &str, for_tests: bool) -> Reading {
    let tokens: TokenStream = text.parse().unwrap();
    let parsed: syn::File = syn::parse2(tokens.clone()).unwrap();
    let mut tests = Tests::default();
    tests.visit_file(&parsed);
    let mut items = Items {
        tests: &tests.found,
        scopes: vec![(Scope::default(), None)],
        here: 0,
        in_block: false,
        uses: Vec::new(),
        implements: Vec::new(),
        enums: BTreeMap::new(),
    };
    items.visit_file(&parsed);
    let Items { mut scopes, uses, implements, enums, .. } = items;
    let for_tests = for_tests || tests.whole;
    let mut words = Words::default();
    if !for_tests {
        words.flatten(tokens, &tests.found);
        words.name_paths(&mut scopes, &uses);
    }
    Reading {
        for_tests,
        text: if for_tests { String::new() } else { without(text, &tests.found) },
        modules: scopes.into_iter().map(|(scope, _)| scope).collect(),
        waits: words.lines_of(&["async", "await"]),
        words: words.all(),
        implements,
        enums,
    }
}

/// True for `#[cfg(test)]`, and for `all(…)` with `test` in it.
fn is_for_tests(attribute: &syn::Attribute) -> bool {
    fn asks_for_test(meta: &syn::Meta) -> bool {
        match meta {
            syn::Meta::Path(path) => path.is_ident("test"),
            syn::Meta::List(list) if list.path.is_ident("all") || list.path.is_ident("cfg") => {
                let parts =
                    syn::punctuated::Punctuated::<syn::Meta, syn::Token![,]>::parse_terminated;
                list.parse_args_with(parts).is_ok_and(|all| all.iter().any(asks_for_test))
            }
            syn::Meta::List(_) | syn::Meta::NameValue(_) => false,
        }
    }
    attribute.path().is_ident("cfg") && asks_for_test(&attribute.meta)
}

/// Finds what stands under `#[cfg(test)]`: the innermost thing that can bear an attribute.
#[derive(Default)]
struct Tests {
    open: Vec<Stretch>,
    found: Vec<Stretch>,
    whole: bool,
}

/// A method for each kind of node that can bear an attribute of its own.
macro_rules! bearers {
    ($($method:ident: $node:ident),* $(,)?) => {
        impl<'ast> Visit<'ast> for Tests {
            $(fn $method(&mut self, node: &'ast syn::$node) {
                self.open.push(Stretch::of(node));
                visit::$method(self, node);
                self.open.pop();
            })*

            fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
                if is_for_tests(attribute) {
                    match self.open.last() {
                        Some(bearer) => self.found.push(*bearer),
                        None => self.whole = true,
                    }
                }
            }
        }
    };
}

bearers! {
    visit_item: Item,
    visit_impl_item: ImplItem,
    visit_trait_item: TraitItem,
    visit_foreign_item: ForeignItem,
    visit_field: Field,
    visit_variant: Variant,
    visit_stmt: Stmt,
    visit_expr: Expr,
    visit_field_value: FieldValue,
    visit_arm: Arm,
    visit_fn_arg: FnArg,
}

/// The text without some of its stretches, and without the lines on which nothing else stood.
fn without(text: &str, stretches: &[Stretch]) -> String {
    let kept = text.lines().zip(1..).filter_map(|(line, number)| {
        let gone = |column| {
            let at = LineColumn { line: number, column };
            stretches.iter().any(|stretch| stretch.holds(at))
        };
        let touched = stretches.iter().any(|s| (s.from.line..=s.to.line).contains(&number));
        if !touched {
            return Some(line.to_owned());
        }
        let rest: String =
            line.chars().enumerate().filter(|(at, _)| !gone(*at)).map(|(_, c)| c).collect();
        (!rest.trim_matches([' ', ',', ';']).is_empty()).then_some(rest)
    });
    kept.collect::<Vec<_>>().join("\n").trim_end().to_owned()
}

/// Walks the items that are no tests.
struct Items<'a> {
    tests: &'a [Stretch],
    scopes: Vec<(Scope, Option<Stretch>)>,
    here: usize,
    in_block: bool,
    uses: Vec<Stretch>,
    implements: Vec<String>,
    enums: BTreeMap<String, Vec<String>>,
}

impl Items<'_> {
    fn is_test(&self, span: Span) -> bool {
        self.tests.iter().any(|test| test.holds(span.start()))
    }

    fn scope(&mut self) -> &mut Scope {
        &mut self.scopes[self.here].0
    }

    fn define(&mut self, name: &syn::Ident) {
        if !self.in_block {
            self.scope().defines.insert(plain(name));
        }
    }

    fn import(&mut self, tree: &syn::UseTree, before: &[String], exported: bool) {
        let line = tree.span().start().line;
        let join = |name: &syn::Ident| -> Vec<String> {
            before.iter().cloned().chain([plain(name)]).collect()
        };
        let (path, alias) = match tree {
            syn::UseTree::Path(path) => {
                return self.import(&path.tree, &join(&path.ident), exported);
            }
            syn::UseTree::Group(group) => {
                for tree in &group.items {
                    self.import(tree, before, exported);
                }
                return;
            }
            syn::UseTree::Name(name) if name.ident == "self" => {
                (before.to_vec(), before.last().cloned())
            }
            syn::UseTree::Name(name) => (join(&name.ident), Some(plain(&name.ident))),
            syn::UseTree::Rename(rename) if rename.ident == "self" => {
                (before.to_vec(), Some(plain(&rename.rename)))
            }
            syn::UseTree::Rename(rename) => (join(&rename.ident), Some(plain(&rename.rename))),
            syn::UseTree::Glob(_) => (before.to_vec(), None),
        };
        self.scope().imports.push(Import { path: Named { path, line }, alias, exported });
    }
}

fn plain(name: &syn::Ident) -> String {
    name.to_string().trim_start_matches("r#").to_owned()
}

impl<'ast> Visit<'ast> for Items<'_> {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        if self.is_test(item.span()) {
            if let syn::Item::Mod(module) = item
                && module.content.is_none()
            {
                let name = plain(&module.ident);
                self.scope().declares.push((name, true));
            }
            return;
        }
        if let syn::Item::Const(syn::ItemConst { ident, .. })
        | syn::Item::Enum(syn::ItemEnum { ident, .. })
        | syn::Item::Fn(syn::ItemFn { sig: syn::Signature { ident, .. }, .. })
        | syn::Item::Macro(syn::ItemMacro { ident: Some(ident), .. })
        | syn::Item::Static(syn::ItemStatic { ident, .. })
        | syn::Item::Struct(syn::ItemStruct { ident, .. })
        | syn::Item::Trait(syn::ItemTrait { ident, .. })
        | syn::Item::Type(syn::ItemType { ident, .. })
        | syn::Item::Union(syn::ItemUnion { ident, .. }) = item
        {
            self.define(ident);
        }
        visit::visit_item(self, item);
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        let variants = item.variants.iter().map(|variant| plain(&variant.ident)).collect();
        self.enums.insert(plain(&item.ident), variants);
        visit::visit_item_enum(self, item);
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        let of = item.trait_.as_ref().and_then(|(_, path, _)| path.segments.last());
        self.implements.extend(of.map(|name| plain(&name.ident)));
        visit::visit_item_impl(self, item);
    }

    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        let name = plain(&module.ident);
        if module.content.is_none() {
            self.scope().declares.push((name, false));
            return;
        }
        let mut within = self.scope().within.clone();
        within.push(name);
        let outer = self.here;
        self.here = self.scopes.len();
        self.scopes.push((Scope { within, ..Scope::default() }, Some(Stretch::of(module))));
        visit::visit_item_mod(self, module);
        self.here = outer;
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.uses.push(Stretch::of(item));
        let exported = !matches!(item.vis, syn::Visibility::Inherited);
        if item.leading_colon.is_none() {
            self.import(&item.tree, &[], exported);
        }
    }

    fn visit_block(&mut self, block: &'ast syn::Block) {
        let before = std::mem::replace(&mut self.in_block, true);
        visit::visit_block(self, block);
        self.in_block = before;
    }
}

/// The tokens of the production code in a row, macros' with the rest.
#[derive(Default)]
struct Words {
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
    fn flatten(&mut self, tokens: TokenStream, tests: &[Stretch]) {
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
    fn name_paths(&self, scopes: &mut [(Scope, Option<Stretch>)], uses: &[Stretch]) {
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

    fn lines_of(&self, words: &[&str]) -> Vec<usize> {
        let found = self.row.iter().filter(|(token, _)| match token {
            Token::Word(word) => words.contains(&word.as_str()),
            Token::Into | Token::Of | Token::Other => false,
        });
        found.map(|(_, at)| at.line).collect()
    }

    fn all(self) -> BTreeSet<String> {
        let words = self.row.into_iter().filter_map(|(token, _)| match token {
            Token::Word(word) => Some(word),
            Token::Into | Token::Of | Token::Other => None,
        });
        words.collect()
    }
}
