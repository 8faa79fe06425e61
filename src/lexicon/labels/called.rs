//! What is called by a name in its normal form, without a look at a whole header.
//!
//! Must not know: columns, what a header means.

use super::Index;
use crate::spec::Group;

impl Index {
    /// Whether a header in its normal form is a name by which a field binds, alone or with others.
    pub(crate) fn is_label(&self, normalised: &str) -> bool {
        self.bare.contains_key(normalised)
    }

    /// The groups that are called by one of these names, in their normal form.
    pub(crate) fn groups_called(&self, names: &[String]) -> impl Iterator<Item = &'static Group> {
        let called = self.groups.iter().filter(|one| one.own.iter().any(|own| names.contains(own)));
        called.map(|one| one.group)
    }
}
