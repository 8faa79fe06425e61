//! Employees whom the input names by number, e-mail address, mobile, name or ID and whom the snapshot does
//! not know: looked up before anything is planned.
//!
//! Must not know: how they are looked up, what a number looks like.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::api::Answer;
use crate::check::Record;
use crate::config::Settings;
use crate::directory::{self, LookUp, LookedUp, People};
use crate::intake::{self, At, IntakeOptions, Sink};
use crate::kinds;
use crate::plan::Job;
use crate::problem::{Code, Complaint, Problem};
use crate::report::console;
use crate::resolve::person::{self, PersonKey};
use crate::resolve::{Directory, Found};
use crate::spec::{Endpoint, IdOf, KindId, awaited};
use crate::tr;

use super::environment::{chance, now};
use super::printer::Printer;
use super::rig::TenantSession;
use super::signals::Signals;
use super::{args, refs};

/// Look up whom the input names and nobody knows, and have the snapshot at hand that knows them; false where
/// somebody stopped it.
///
/// # Errors
/// There is no network or no access, or the snapshot can't be written.
pub(super) fn look_up(
    printer: Printer,
    settings: &Settings,
    input: &args::Input,
    session: &TenantSession,
    order: &mut IntakeOptions,
) -> Result<bool, Complaint> {
    let names_nobody = |kind: KindId| {
        let mut of = kinds::of(kind).fields.iter().filter_map(|field| field.ty.id_of());
        !of.any(|of| matches!(of, IdOf::Employment | IdOf::JobData))
    };
    if order.directory.is_none() || order.kind.is_some_and(names_nobody) {
        return Ok(true);
    }
    let owner = refs::known::owner(settings)?;
    let load =
        || directory::load(&settings.directory, &owner, now(), input.max_age, People::OfLate);
    let Some(known) = load()? else { return Ok(true) };
    let known = Arc::new(known.asking());
    let before = order.directory.replace(Arc::clone(&known));
    let mut named = Named { directory: known, wanted: BTreeSet::new() };
    // What is wrong with the input is told when it is planned.
    let _ = intake::run(order, &mut named);
    order.directory = before;
    if named.wanted.is_empty() {
        order.directory = load()?.map(|known| Arc::new(known.asked()));
        return Ok(true);
    }
    let texts: BTreeSet<&str> = named.wanted.iter().map(|key| key.text.as_str()).collect();
    let count = u64::try_from(texts.len()).unwrap_or(u64::MAX);
    let people = console::count(count, "名员工", "employee", "employees", printer.lang);
    printer.say(&tr!(
        printer.lang,
        "表里有 {people}不在快照里：先到飞书查",
        "{people} of the sheet not in the snapshot: looked up in Feishu first"
    ));
    let (mut jitter, mut watch) = (chance, log);
    let looked = session.runtime.block_on(async {
        let mut signals = Signals::listen()?;
        let look = directory::look_up(LookUp {
            client: &session.client,
            credentials: &session.credentials,
            owner: &owner,
            path: &settings.directory,
            wanted: &named.wanted,
            clock: &now,
            jitter: &mut jitter,
            watch: &mut watch,
        });
        tokio::select! {
            looked = look => looked.map(Some),
            _ = signals.next() => Ok(None),
        }
    })?;
    let Some(looked) = looked else { return Ok(false) };
    tell(printer, &looked)?;
    order.directory = load()?.map(|known| Arc::new(known.asked()));
    Ok(true)
}

fn tell(printer: Printer, looked: &LookedUp) -> Result<(), Complaint> {
    if looked.sees_nobody {
        return Err(Complaint::new(Code::PersonsUnseen));
    }
    let LookedUp { found, nobody, .. } = looked;
    printer.say(&tr!(
        printer.lang,
        "查到 {found}，没有查到 {nobody}（记在快照里）",
        "found {found}, not found {nobody} (kept in the snapshot)"
    ));
    if let Some(why) = &looked.unread {
        printer.warning(why);
    }
    Ok(())
}

fn log(endpoint: &'static Endpoint, answer: &Answer) {
    tracing::debug!(
        endpoint = endpoint.name,
        status = answer.status(),
        log_id = answer.log_id,
        ms = answer.elapsed.as_millis(),
        "answered"
    );
}

/// Gathers whom the rows name.
struct Named {
    directory: Arc<Directory>,
    wanted: BTreeSet<PersonKey>,
}

impl Named {
    fn see(&mut self, of: IdOf, text: &str) {
        let Some(list) = self.directory.list(of) else { return };
        if awaited::owner(text).is_none() && matches!(list.known(text), Found::Nothing(_)) {
            self.wanted.insert(PersonKey { of, text: person::key(text) });
        }
    }
}

impl Sink for Named {
    fn takes_sound(&self) -> bool {
        false
    }

    fn record(
        &mut self,
        _at: &At<'_>,
        record: Record,
        _job: Option<Job>,
        warnings: &[Problem],
    ) -> Result<(), Complaint> {
        if !warnings.iter().any(|warning| warning.code() == Code::PersonNotAsked) {
            return Ok(());
        }
        let named: Vec<(IdOf, Vec<String>)> = record
            .values()
            .filter_map(|(slot, value)| {
                let of = slot.ty().id_of().filter(|of| of.is_person())?;
                Some((of, value.texts().map(str::to_owned).collect()))
            })
            .collect();
        for (of, texts) in named {
            for text in &texts {
                self.see(of, text);
            }
        }
        Ok(())
    }

    fn rejected(
        &mut self,
        _at: &At<'_>,
        _kind: KindId,
        _problems: &[Problem],
    ) -> Result<(), Complaint> {
        Ok(())
    }

    fn problem(&mut self, _problem: Problem) -> Result<(), Complaint> {
        Ok(())
    }
}
