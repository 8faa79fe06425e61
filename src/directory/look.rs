//! People who are looked up by number, e-mail address, mobile, name or employment ID, a hundred at a time, and
//! kept in the snapshot: those whom the input names and the snapshot does not know.
//!
//! That somebody is found by nothing is kept as well, for as long as the tenant's index may lag. Where not one
//! is found, the tenant is asked for anybody at all: an app that sees nobody has no employees in its data
//! range, and says nothing of anybody.
//!
//! Must not know: spreadsheets, how a person is told.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use jiff::Timestamp;
use rusqlite::{Connection, OpenFlags};
use serde_json::Value;

use super::ask::{Asker, Got, Told};
use super::draft::lock;
use super::file::{self, Owner};
use super::looked::{self, Person};
use super::pace;
use crate::api::reads::{Listed, Read, listed};
use crate::api::{Answer, Client, Credentials, Pacers, TokenKeeper};
use crate::kinds::lists;
use crate::problem::{Code, Complaint};
use crate::resolve::person::{self, By, PersonKey};
use crate::spec::{Endpoint, IdOf, Request, TenantList, Way};

/// Keys that are asked for at once.
const BATCH: usize = 100;
/// Requests a second at most, where an endpoint allows more.
const RATE: u32 = crate::api::pace::DEFAULT_RATE;

/// What a look needs.
pub(crate) struct LookUp<'a> {
    /// The door.
    pub client: &'a Client,
    /// Whose access token is asked for.
    pub credentials: &'a Credentials,
    /// Whose snapshot it is.
    pub owner: &'a Owner,
    /// Where it is.
    pub path: &'a Path,
    /// Who is looked for.
    pub wanted: &'a BTreeSet<PersonKey>,
    /// The wall clock.
    pub clock: &'a dyn Fn() -> Timestamp,
    /// Chance, for waits.
    pub jitter: &'a mut dyn FnMut() -> f64,
    /// Who watches: each answer.
    pub watch: &'a mut dyn FnMut(&'static Endpoint, &Answer),
}

/// What came of a look.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct LookedUp {
    /// So many of those who were looked for were found.
    pub found: usize,
    /// So many were not.
    pub nobody: usize,
    /// The app sees no employee at all.
    pub sees_nobody: bool,
    /// It could not be asked, and this is why.
    pub unread: Option<Complaint>,
}

/// Look them up and keep what is found; durable when this returns.
///
/// # Errors
/// There is no network or no access, or the snapshot can't be written.
pub(crate) async fn look_up(look: LookUp<'_>) -> Result<LookedUp, Complaint> {
    let failed = |error: rusqlite::Error| file::unwritable(look.path, &error);
    let _lock = lock(look.path)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(look.path, flags).map_err(failed)?;
    file::belongs(&connection, look.path, look.owner)?;
    looked::prepare(&connection).map_err(failed)?;
    let now = (look.clock)();
    let mut paced = Ok(());
    let pacers = Pacers::new(RATE, |endpoint| {
        pace::recent(&connection, "main", endpoint.name, now).unwrap_or_else(|error| {
            paced = Err(failed(error));
            Vec::new()
        })
    });
    paced?;
    let asker = Asker {
        client: look.client,
        credentials: look.credentials,
        pacers,
        keeper: TokenKeeper::new(),
        jitter: look.jitter,
        ever_well: false,
    };
    let mut searcher = Searcher {
        asker,
        connection: &connection,
        owner: look.owner,
        path: look.path,
        clock: look.clock,
        watch: look.watch,
    };
    searcher.all(look.wanted).await
}

/// Asks for people.
struct Searcher<'a> {
    asker: Asker<'a>,
    connection: &'a Connection,
    owner: &'a Owner,
    path: &'a Path,
    clock: &'a dyn Fn() -> Timestamp,
    watch: &'a mut dyn FnMut(&'static Endpoint, &Answer),
}

/// Those who were found, by text.
type Found = BTreeMap<String, Vec<Person>>;

impl Searcher<'_> {
    async fn all(&mut self, wanted: &BTreeSet<PersonKey>) -> Result<LookedUp, Complaint> {
        let texts: BTreeSet<&str> = wanted.iter().map(|key| key.text.as_str()).collect();
        let mut found = Found::new();
        let mut asked: BTreeSet<&str> = BTreeSet::new();
        let (mut refused, mut unread) = (BTreeSet::new(), None);
        for by in By::ALL {
            let open = texts.iter().filter(|text| !found.contains_key(**text));
            let keys: Vec<(&str, String)> = open
                .filter_map(|text| {
                    let (_, key) =
                        person::asked_by(text).into_iter().find(|(own, _)| *own == by)?;
                    let shape = self.owner.id_types.shape(IdOf::Employment);
                    let fits = shape.is_none_or(|(shape, _)| shape.fits(&key));
                    (by != By::Employment || fits).then_some((*text, key))
                })
                .collect();
            for some in keys.chunks(BATCH) {
                match self.some(by, some, &mut found).await? {
                    None => asked.extend(some.iter().map(|(text, _)| *text)),
                    Some(why) => {
                        refused.extend(some.iter().map(|(text, _)| *text));
                        unread = unread.or(Some(why));
                    }
                }
            }
        }
        // Whom only one of two ways has not found may be found by the other.
        asked.retain(|text| !refused.contains(text));
        let leaders = wanted.iter().filter(|key| key.of == IdOf::JobData);
        let leaders: BTreeSet<&str> = leaders.map(|key| key.text.as_str()).collect();
        if let Some(why) = self.job_data(&leaders, &mut found).await? {
            unread = unread.or(Some(why));
        }
        let nobody: Vec<&str> =
            asked.iter().filter(|text| !found.contains_key(**text)).copied().collect();
        // Whoever is named by ID alone needs nobody to be seen.
        let is_key = |text: &&str| !person::is_id(text);
        let sees_nobody =
            found.is_empty() && nobody.iter().any(is_key) && self.sees_nobody().await?;
        let now = (self.clock)();
        for (text, people) in &found {
            self.done(looked::put(self.connection, text, people, now))?;
        }
        // Of whom an app sees that sees nobody, nothing is known.
        for text in nobody.iter().filter(|_| !sees_nobody) {
            self.done(looked::put(self.connection, text, &[], now))?;
        }
        Ok(LookedUp { found: found.len(), nobody: nobody.len(), sees_nobody, unread })
    }

    /// Ask for some by one kind of key; why they can't be asked for, where they can't.
    async fn some(
        &mut self,
        by: By,
        keys: &[(&str, String)],
        found: &mut Found,
    ) -> Result<Option<Complaint>, Complaint> {
        let list = &lists::PEOPLE_BY_KEY;
        let asked: Vec<String> = keys.iter().map(|(_, key)| key.clone()).collect();
        let entries = match self.pages(list, filter(by), &asked).await? {
            Ok(entries) => entries,
            Err(why) => return Ok(Some(why)),
        };
        for entry in entries {
            for (text, key) in keys.iter().filter(|(_, key)| is_of(&entry, by, key)) {
                let mut person = of_entry(&entry);
                if by != By::Employment {
                    person.codes.push(key.clone());
                }
                found.entry((*text).to_owned()).or_default().push(person);
            }
        }
        Ok(None)
    }

    /// Add the job data of today to these people; of those who have none, what begins later.
    async fn job_data(
        &mut self,
        leaders: &BTreeSet<&str>,
        found: &mut Found,
    ) -> Result<Option<Complaint>, Complaint> {
        for list in [&lists::JOB_DATA, &lists::JOB_DATA_TO_COME] {
            let own = found.iter().filter(|(text, _)| leaders.contains(text.as_str()));
            let open = own.flat_map(|(_, people)| people).filter(|person| {
                person.active && person.job_data.as_deref().is_none_or(str::is_empty)
            });
            let ids: BTreeSet<String> = open.map(|person| person.id.clone()).collect();
            let ids: Vec<String> = ids.into_iter().collect();
            for some in ids.chunks(BATCH) {
                let entries = match self.pages(list, lists::BY_EMPLOYMENT, some).await? {
                    Ok(entries) => entries,
                    Err(why) => return Ok(Some(why)),
                };
                let text = |entry: &Listed, what: &str| {
                    entry.extra.get(what).and_then(Value::as_str).map(str::to_owned)
                };
                let of: BTreeMap<String, &Listed> = entries
                    .iter()
                    .map(|entry| (text(entry, OWNER).unwrap_or_default(), entry))
                    .collect();
                let people = found.values_mut().flatten();
                for person in people.filter(|person| some.contains(&person.id)) {
                    let own = of.get(&person.id);
                    person.job_data = Some(own.map(|own| own.id.clone()).unwrap_or_default());
                    person.since = own.and_then(|own| text(own, lists::SINCE));
                }
            }
        }
        Ok(None)
    }

    /// Whether the app sees no employee at all.
    async fn sees_nobody(&mut self) -> Result<bool, Complaint> {
        let Some(request) = request(&lists::PEOPLE_BY_KEY) else { return Ok(false) };
        let read = Read::page(request, &self.owner.id_types, None);
        let read = read.with(lists::PAGE_SIZE, "1");
        let got = self.ask(&read, &lists::PEOPLE_BY_KEY).await?;
        Ok(got.is_ok_and(|page| page.entries.is_empty() && page.without_id == 0))
    }

    /// Every page of those with these keys.
    async fn pages(
        &mut self,
        list: &'static TenantList,
        filter: &str,
        keys: &[String],
    ) -> Result<Result<Vec<Listed>, Complaint>, Complaint> {
        let Some(request) = request(list) else { return Ok(Ok(Vec::new())) };
        let (mut all, mut tokens) = (Vec::new(), BTreeSet::new());
        let mut token: Option<String> = None;
        loop {
            let mut read = Read::of_ids(request, &self.owner.id_types, filter, keys);
            read.query.extend(token.take().map(|token| ("page_token".to_owned(), token)));
            let page = match self.ask(&read, list).await? {
                Ok(page) => page,
                Err(why) => return Ok(Err(why)),
            };
            all.extend(page.entries);
            match page.next {
                Some(next) if tokens.insert(next.clone()) => token = Some(next),
                Some(_) | None => return Ok(Ok(all)),
            }
        }
    }

    async fn ask(
        &mut self,
        read: &Read,
        list: &TenantList,
    ) -> Result<Result<crate::api::reads::ListedPage, Complaint>, Complaint> {
        let (connection, path, clock) = (self.connection, self.path, self.clock);
        let watch = &mut self.watch;
        let tell = |told: Told<'_>| {
            if let Told::Answered(endpoint, answer) = told {
                watch(endpoint, answer);
                pace::called(connection, endpoint.name, clock())
                    .map_err(|error| file::unwritable(path, &error))?;
            }
            Ok(())
        };
        let parse = |answer: &Answer| listed(read, &list.entry, answer);
        Ok(match self.asker.ask(read, parse, tell).await? {
            Got::Data(page) => Ok(page),
            Got::Refused(said) => {
                let name = crate::problem::both(list.zh, list.en);
                Err(Complaint::with(Code::RefsListRefused, [name, said.into()]))
            }
            Got::Unread(why) => Err(why),
        })
    }

    fn done<T>(&self, result: rusqlite::Result<T>) -> Result<T, Complaint> {
        result.map_err(|error| file::unwritable(self.path, &error))
    }
}

/// Under which name the employment of job data is kept.
const OWNER: &str = "employment_id";

const fn request(list: &'static TenantList) -> Option<&'static Request> {
    match &list.way {
        Way::Pages(pages) | Way::OfOther { pages, .. } => Some(pages),
        Way::Once(_) | Way::Tree { .. } | Way::PagesOrNamed { .. } => None,
    }
}

/// The filter of those who are asked for by a kind of key.
const fn filter(by: By) -> &'static str {
    match by {
        By::Number => lists::BY_NUMBER,
        By::Employment => lists::BY_ID,
        By::Email => lists::BY_EMAIL,
        By::Mobile => lists::BY_MOBILE,
        By::Name => lists::BY_NAME,
    }
}

/// Whether somebody is who was asked for.
fn is_of(entry: &Listed, by: By, key: &str) -> bool {
    let same = |text: &String| person::form(text) == person::form(key);
    match by {
        By::Employment => entry.id == key,
        By::Number | By::Email => entry.codes.iter().any(same),
        By::Name => entry.names.iter().any(same),
        By::Mobile => {
            let phones = entry.extra.get(lists::PHONES).and_then(Value::as_array);
            phones.is_some_and(|phones| {
                let mut numbers = phones.iter().filter_map(|one| one["phone_number"].as_str());
                numbers.any(|number| number.ends_with(key))
            })
        }
    }
}

fn of_entry(entry: &Listed) -> Person {
    let Listed { id, codes, names, within, active, .. } = entry.clone();
    Person { id, codes, names, within, active, job_data: None, since: None }
}
