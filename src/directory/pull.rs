//! A pull: list after list is read and kept, and the whole takes the place of the snapshot before.
//!
//! A list that the app may not read is left as it was, with the reason, and the rest goes on. What would
//! stop every read (no network, no access) stops the pull; what was read until then is kept.
//!
//! Must not know: how a person is told, which lists there are.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::Path;
use std::time::Duration;

use jiff::Timestamp;
use serde_json::Value;

use super::ask::{Asker, Got, Told};
use super::draft::Draft;
use super::file::Owner;
use super::rows::apart;
use crate::api::reads::{Listed, ListedPage, Read, listed};
use crate::api::{Answer, Client, Credentials, Pacers, TokenKeeper};
use crate::kinds::lists;
use crate::problem::{Code, Complaint, Lost, both};
use crate::spec::{Endpoint, EntryAt, Request, TenantList, Way};

/// IDs that are asked for at once.
const BATCH: usize = 100;
/// Requests a second at most, where an endpoint allows more.
const RATE: u32 = crate::api::pace::DEFAULT_RATE;

/// What a pull needs.
pub(crate) struct Pull<'a> {
    /// The door.
    pub client: &'a Client,
    /// Whose access token is asked for.
    pub credentials: &'a Credentials,
    /// Whose snapshot it is.
    pub owner: &'a Owner,
    /// Where it is.
    pub path: &'a Path,
    /// What is read, in order.
    pub lists: &'a [&'static TenantList],
    /// The wall clock.
    pub clock: &'a dyn Fn() -> Timestamp,
    /// Chance, for waits.
    pub jitter: &'a mut dyn FnMut() -> f64,
    /// Who watches.
    pub watch: &'a mut dyn FnMut(&PullEvent<'_>),
}

/// What whoever watches a pull is told.
pub(crate) enum PullEvent<'e> {
    /// A list is begun, so manyth of those that are read.
    Begun(&'static TenantList, usize),
    /// A list was read already, by a pull that was cut off.
    Kept(&'static TenantList),
    /// Entries of the present list so far.
    Entries(usize),
    /// Nothing is sent for so long.
    Waits(Duration),
    /// A request was answered, or not.
    Answered(&'static Endpoint, &'e Answer),
}

/// Read the lists, and put what they hold into the place of the snapshot.
///
/// # Errors
/// No list can be read any more, or the snapshot can't be written.
pub(crate) async fn pull(pull: Pull<'_>) -> Result<(), Complaint> {
    let now = (pull.clock)();
    let mut draft = Draft::begin(pull.path, pull.owner, now)?;
    let mut failed = None;
    let pacers = Pacers::new(RATE, |endpoint| {
        draft.recent(endpoint.name, now).unwrap_or_else(|complaint| {
            failed = Some(complaint);
            Vec::new()
        })
    });
    if let Some(complaint) = failed {
        return Err(complaint);
    }
    let asker = Asker {
        client: pull.client,
        credentials: pull.credentials,
        pacers,
        keeper: TokenKeeper::new(),
        jitter: pull.jitter,
        ever_well: false,
    };
    let mut reader = Reader {
        asker,
        draft: &mut draft,
        owner: pull.owner,
        clock: pull.clock,
        watch: pull.watch,
    };
    for (at, list) in pull.lists.iter().enumerate() {
        reader.list(list, at).await?;
    }
    for list in lists::ALL.iter().filter(|list| !is_among(list, pull.lists)) {
        draft.take_over(list)?;
    }
    draft.finish((pull.clock)())
}

fn is_among(list: &TenantList, lists: &[&'static TenantList]) -> bool {
    lists.iter().any(|one| one.word == list.word)
}

/// Reads one list after the other.
struct Reader<'a> {
    asker: Asker<'a>,
    draft: &'a mut Draft,
    owner: &'a Owner,
    clock: &'a dyn Fn() -> Timestamp,
    watch: &'a mut dyn FnMut(&PullEvent<'_>),
}

/// What was read of a list so far.
#[derive(Default)]
struct Pages {
    entries: Vec<Listed>,
    without_id: usize,
}

impl Reader<'_> {
    /// Read one list and keep it, or why it can't be read.
    async fn list(&mut self, list: &'static TenantList, at: usize) -> Result<(), Complaint> {
        if self.draft.has(list)? {
            (self.watch)(&PullEvent::Kept(list));
            return Ok(());
        }
        (self.watch)(&PullEvent::Begun(list, at));
        let read = match &list.way {
            Way::Pages(pages) | Way::Once(pages) => {
                self.pages(list, pages, &list.entry, None).await?
            }
            Way::Tree { tree, at, smaller, each, ids } => {
                let mut nodes = self.pages(list, tree, at, None).await?;
                if let Got::Refused(_) = nodes {
                    nodes = self.pages(list, tree, at, Some(smaller)).await?;
                }
                match nodes {
                    Got::Data(nodes) => self.below(list, each, ids, &nodes).await?,
                    other @ (Got::Refused(_) | Got::Unread(_)) => other,
                }
            }
            Way::PagesOrNamed { pages, ids, named_by } => {
                match self.pages(list, pages, &list.entry, None).await? {
                    Got::Refused(_) => {
                        let named = self.named(named_by)?;
                        self.each(list, pages, ids, &named).await?
                    }
                    other @ (Got::Data(_) | Got::Unread(_)) => other,
                }
            }
            Way::OfOther { pages, other, owner } => {
                match self.pages(list, pages, &list.entry, None).await? {
                    Got::Data(pages) => Got::Data(self.joined(pages, other, owner)?),
                    unread @ (Got::Refused(_) | Got::Unread(_)) => unread,
                }
            }
        };
        let now = (self.clock)();
        match read {
            Got::Data(read) => self.draft.put(list, &read.entries, read.without_id, now),
            Got::Refused(said) => {
                let why =
                    Complaint::with(Code::RefsListRefused, [both(list.zh, list.en), said.into()]);
                self.draft.unread(list, &why, now)
            }
            Got::Unread(why) => self.draft.unread(list, &why, now),
        }
    }

    /// One page after the other, of this size where it is said.
    async fn pages(
        &mut self,
        list: &TenantList,
        request: &Request,
        at: &EntryAt,
        size: Option<&str>,
    ) -> Result<Got<Pages>, Complaint> {
        let mut all = Pages::default();
        let mut tokens = BTreeSet::new();
        let mut token: Option<String> = None;
        loop {
            let read = Read::page(request, &self.owner.id_types, token.as_deref());
            let read = match size {
                Some(size) => read.with(lists::PAGE_SIZE, size),
                None => read,
            };
            let page = match self.ask(&read, at).await? {
                Got::Data(page) => page,
                // Refused in the middle it is no question of what the first page may ask for.
                Got::Refused(said) if token.is_some() => {
                    let words = [both(list.zh, list.en), said.into()];
                    return Ok(Got::Unread(Complaint::with(Code::RefsListRefused, words)));
                }
                Got::Refused(said) => return Ok(Got::Refused(said)),
                Got::Unread(why) => return Ok(Got::Unread(why)),
            };
            let next = page.next.clone();
            self.add(&mut all, page);
            let Some(next) = next else { return Ok(Got::Data(all)) };
            // A page that leads back to one that was read would be read for ever.
            if !tokens.insert(next.clone()) {
                let host = self.asker.client.host();
                return Ok(Got::Unread(Lost::NotTheApi.complaint(&host)));
            }
            token = Some(next);
        }
    }

    /// The entries with these IDs.
    async fn each(
        &mut self,
        list: &TenantList,
        request: &Request,
        key: &str,
        ids: &[String],
    ) -> Result<Got<Pages>, Complaint> {
        let mut all = Pages::default();
        for some in ids.chunks(BATCH) {
            let read = Read::of_ids(request, &self.owner.id_types, key, some);
            match self.ask(&read, &list.entry).await? {
                Got::Data(page) => self.add(&mut all, page),
                Got::Refused(said) => return Ok(Got::Refused(said)),
                Got::Unread(why) => return Ok(Got::Unread(why)),
            }
        }
        Ok(Got::Data(all))
    }

    /// The entries of a tree. One that does not say where it stands stands where the tree has it; one that
    /// was asked for and not given keeps its place, with nothing but its ID.
    async fn below(
        &mut self,
        list: &TenantList,
        request: &Request,
        key: &str,
        tree: &Pages,
    ) -> Result<Got<Pages>, Complaint> {
        let ids: Vec<String> = tree.entries.iter().map(|node| node.id.clone()).collect();
        let above: HashMap<&str, &str> = tree
            .entries
            .iter()
            .flat_map(|node| node.within.iter().map(|below| (below.as_str(), node.id.as_str())))
            .collect();
        let mut read = self.each(list, request, key, &ids).await?;
        if let Got::Data(pages) = &mut read {
            for entry in &mut pages.entries {
                if entry.parent.is_none() {
                    entry.parent = above.get(entry.id.as_str()).map(|id| (*id).to_owned());
                }
            }
            let mut given: HashSet<String> =
                pages.entries.iter().map(|entry| entry.id.clone()).collect();
            for node in tree.entries.iter().filter(|node| given.insert(node.id.clone())) {
                let parent = above.get(node.id.as_str()).map(|id| (*id).to_owned());
                pages.entries.push(Listed { parent, within: Vec::new(), ..node.clone() });
            }
        }
        Ok(read)
    }

    /// The IDs that other lists name, each once.
    fn named(&self, by: &[(&str, &str)]) -> Result<Vec<String>, Complaint> {
        let mut found = BTreeSet::new();
        for (word, key) in by {
            let Some(list) = lists::named(word) else { continue };
            for (_, extra) in self.draft.entries(list)? {
                let extra: Value = serde_json::from_str(&extra).unwrap_or_default();
                found.extend(apart(&extra[*key]));
            }
        }
        Ok(found.into_iter().collect())
    }

    /// Give what belongs to the entries of another list their codes and names. What belongs to none of
    /// them is left out: nobody could find it.
    fn joined(&self, mut pages: Pages, other: &str, owner: &str) -> Result<Pages, Complaint> {
        let Some(other) = lists::named(other) else { return Ok(pages) };
        let owners = self.draft.entries(other)?;
        let owners: HashMap<&str, _> =
            owners.iter().map(|(entry, _)| (entry.id.as_str(), entry)).collect();
        pages.entries.retain_mut(|entry| {
            let owner = entry.extra.get(owner).and_then(Value::as_str);
            let Some(owner) = owner.and_then(|id| owners.get(id)) else { return false };
            entry.codes = owner.codes.to_vec();
            entry.names = owner.names.to_vec();
            entry.active = owner.active;
            true
        });
        Ok(pages)
    }

    async fn ask(&mut self, read: &Read, at: &EntryAt) -> Result<Got<ListedPage>, Complaint> {
        let (draft, clock, watch) = (&*self.draft, self.clock, &mut self.watch);
        let parse = |answer: &Answer| listed(read, at, answer);
        let tell = |told: Told<'_>| {
            match told {
                Told::Answered(endpoint, answer) => {
                    watch(&PullEvent::Answered(endpoint, answer));
                    draft.called(endpoint.name, clock())?;
                }
                Told::Waits(wait) => watch(&PullEvent::Waits(wait)),
            }
            Ok(())
        };
        self.asker.ask(read, parse, tell).await
    }

    fn add(&mut self, all: &mut Pages, page: ListedPage) {
        all.without_id += page.without_id;
        all.entries.extend(page.entries);
        (self.watch)(&PullEvent::Entries(all.entries.len()));
    }
}
