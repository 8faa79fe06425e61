//! What rows name and the tenant does not have, gathered from the problems of a check or a plan.
//!
//! Must not know: where it is written.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::bind::Binding;
use crate::kinds::lists;
use crate::problem::{Code, Problem};
use crate::report::missing::{MissingEntries, ToMake};
use crate::resolve::Directory;
use crate::spec::IdOf;

/// Gathers what is missing.
#[derive(Default)]
pub(super) struct Wanted {
    directory: Option<Arc<Directory>>,
    /// Whose IDs the fields hold, by path.
    fields: BTreeMap<Arc<str>, IdOf>,
    found: BTreeMap<ToMake, u64>,
}

impl Wanted {
    /// By what is known of the tenant.
    pub(super) fn new(directory: Option<&Arc<Directory>>) -> Self {
        Self { directory: directory.cloned(), ..Self::default() }
    }

    /// A sheet is read so. People are made elsewhere, and places are Feishu's.
    pub(super) fn sheet(&mut self, bindings: &[Binding]) {
        for column in bindings.iter().flat_map(|binding| &binding.columns) {
            let of = column.slot.ty().id_of();
            if let Some(of) = of.filter(|of| !of.is_person() && of.is_own_code()) {
                self.fields.insert(Arc::clone(&column.path), of);
            }
        }
    }

    /// A problem of a row.
    pub(super) fn see(&mut self, problem: &Problem) {
        let (Some(directory), Some(field), Some(text)) =
            (&self.directory, &problem.field, &problem.value)
        else {
            return;
        };
        if problem.code() != Code::NameUnknown || text.ends_with('…') {
            return;
        }
        let Some(of) = self.fields.get(field) else { return };
        let list = lists::ALL.iter().find(|list| list.of == *of);
        let (Some(known), Some(list)) = (directory.list(*of), list) else { return };
        for absent in known.absent(text) {
            let one =
                ToMake { list: list.word.to_owned(), parent: absent.parent, name: absent.name };
            *self.found.entry(one).or_default() += 1;
        }
    }

    /// What was gathered.
    pub(super) fn done(self) -> MissingEntries {
        MissingEntries::new(self.found)
    }
}
