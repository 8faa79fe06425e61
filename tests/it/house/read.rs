//! One file's text → what its production code says: its modules with what each defines, imports and
//! names, and the text without the tests. Exactly what stands under `#[cfg(test)]` is left out,
//! wherever in the file it stands.
//!
//! Must not know: other files, the laws.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Span, TokenStream};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

use super::scope::{Import, Named, Scope, plain};
use super::stretch::{Stretch, Tests, without};
use super::words::Words;

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
