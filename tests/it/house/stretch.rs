//! Stretches of a text, and those that stand under `#[cfg(test)]`.
//!
//! Must not know: what the rest says.

use proc_macro2::LineColumn;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

/// From the first character to the one after the last.
#[derive(Clone, Copy)]
pub(super) struct Stretch {
    from: LineColumn,
    to: LineColumn,
}

impl Stretch {
    pub(super) fn of(node: &impl Spanned) -> Self {
        let span = node.span();
        Self { from: span.start(), to: span.end() }
    }

    pub(super) fn holds(self, at: LineColumn) -> bool {
        self.from <= at && at < self.to
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
pub(super) struct Tests {
    open: Vec<Stretch>,
    pub(super) found: Vec<Stretch>,
    pub(super) whole: bool,
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
pub(super) fn without(text: &str, stretches: &[Stretch]) -> String {
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
