//! What one module of a file says.
//!
//! Must not know: how it is found out.

use std::collections::BTreeSet;

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

/// A name without the mark that it is no keyword.
pub(super) fn plain(name: &syn::Ident) -> String {
    name.to_string().trim_start_matches("r#").to_owned()
}
