//! A list of the tenant that is read whole, so that names lead to IDs: where it is asked for, and where
//! its entries stand in the answers.
//!
//! Must not know: how a request is sent, where the entries are kept.

use super::endpoint::Endpoint;
use super::id_of::IdOf;
use super::id_types::{IdTypeOf, IdTypes};

/// One list of the tenant.
#[derive(Debug)]
pub struct TenantList {
    /// Its name on the command line and in the snapshot: `departments`.
    pub word: &'static str,
    /// Its name in Chinese.
    pub zh: &'static str,
    /// Its name in English.
    pub en: &'static str,
    /// Whose IDs it holds.
    pub of: IdOf,
    /// It holds persons, and is read only where it is asked for.
    pub personal: bool,
    /// How it is read.
    pub way: Way,
    /// Where an entry has what.
    pub entry: EntryAt,
}

/// How a list is read.
#[derive(Debug)]
pub enum Way {
    /// One page after the other.
    Pages(Request),
    /// One answer holds it all.
    Once(Request),
    /// Pages of a tree of IDs, and then the entries, a hundred IDs at a time.
    Tree {
        /// The tree.
        tree: Request,
        /// Where its entries have what: they are within nothing, and name those that stand below them.
        at: EntryAt,
        /// The page size that is tried where the tree refuses the usual one.
        smaller: &'static str,
        /// The entries.
        each: Request,
        /// The list of IDs in their body.
        ids: &'static str,
    },
    /// One page after the other; where that is refused, by the IDs that other lists name, a hundred at a
    /// time: older tenants know no other way.
    PagesOrNamed {
        /// The pages.
        pages: Request,
        /// The list of IDs in the body.
        ids: &'static str,
        /// Which of the other lists name them, and where.
        named_by: &'static [(&'static str, &'static str)],
    },
    /// Pages of what belongs to the entries of another list, each of which names its entry there: codes
    /// and names are that one's.
    OfOther {
        /// The pages.
        pages: Request,
        /// The other list.
        other: &'static str,
        /// Under which name the ID of its entry is kept.
        owner: &'static str,
    },
}

/// What is sent to read a list, but for the place of a page.
#[derive(Debug)]
pub struct Request {
    /// Where it is asked for.
    pub endpoint: &'static Endpoint,
    /// The id types that it names.
    pub ids: &'static [(&'static str, IdTypeOf)],
    /// What else its query holds.
    pub query: &'static [(&'static str, &'static str)],
    /// Its body, a JSON object; empty where it has none.
    pub body: &'static str,
}

/// Where an entry has what: pointers. Of those to one ID the first that is there counts; those to codes,
/// names and what it belongs to are all followed.
#[derive(Clone, Copy, Debug)]
pub struct EntryAt {
    /// The list of entries in the answer's data, of which the first that is there counts.
    pub items: &'static [&'static str],
    /// Its ID.
    pub id: &'static [&'static str],
    /// What names it beside its ID.
    pub codes: &'static [&'static str],
    /// What it is called: a text, or a list of texts by language.
    pub names: &'static [&'static str],
    /// A list of further entries that stand below it, each with everything in the same places; empty where
    /// there is none.
    pub below: &'static str,
    /// The ID of the entry that it stands below.
    pub parent: &'static str,
    /// IDs of what it belongs to in other lists, one or a list each.
    pub within: &'static [&'static str],
    /// Whether it may be used: a truth, 1 or 2, or `hired`.
    pub active: &'static str,
    /// What else is kept of it, by the name under which it is kept.
    pub extra: &'static [(&'static str, &'static str)],
}

impl TenantList {
    /// Every endpoint that it is asked for at.
    pub fn endpoints(&self) -> Vec<&'static Endpoint> {
        match &self.way {
            Way::Pages(one)
            | Way::Once(one)
            | Way::PagesOrNamed { pages: one, .. }
            | Way::OfOther { pages: one, .. } => vec![one.endpoint],
            Way::Tree { tree, each, .. } => vec![tree.endpoint, each.endpoint],
        }
    }

    /// Its request for a first look.
    pub const fn first(&self) -> &Request {
        match &self.way {
            Way::Pages(one)
            | Way::Once(one)
            | Way::Tree { tree: one, .. }
            | Way::PagesOrNamed { pages: one, .. }
            | Way::OfOther { pages: one, .. } => one,
        }
    }
}

impl Request {
    /// Its query, with these id types.
    pub fn query(&self, ids: &IdTypes) -> Vec<(String, String)> {
        let fixed =
            self.query.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let types = self.ids.iter();
        let types = types.map(|(name, which)| ((*name).to_owned(), ids.of(*which).to_owned()));
        fixed.chain(types).collect()
    }
}
