//! The pages of all reads of reference data, a table for each sort.
//!
//! Must *not* know what a read finds.

use std::sync::LazyLock;

use super::page::{Page, Reference};

mod basic;
mod hire;
mod organisation;
mod people;

/// All pages, in the order of the enum.
static PAGES: LazyLock<Vec<&'static Page>> = LazyLock::new(|| {
    let tables: [&'static [Page]; 4] =
        [&organisation::PAGES, &people::PAGES, &basic::PAGES, &hire::PAGES];
    tables.into_iter().flatten().collect()
});

impl Reference {
    /// Every read, in the order of the enum.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        PAGES.iter().map(|page| page.of)
    }

    /// What its page says.
    pub(crate) fn page(self) -> &'static Page {
        PAGES[self as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_enum() {
        for page in PAGES.iter() {
            assert_eq!(page.of.page().of, page.of);
        }
    }
}
