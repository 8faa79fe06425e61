//! What is known of the tenant, at hand for a command that reads spreadsheets: so that names stand for
//! IDs.
//!
//! Must not know: how names are looked up, how lists are read.

use std::sync::Arc;

use crate::check::Record;
use crate::config::Settings;
use crate::directory::{self, People};
use crate::intake::{self, At, IntakeOptions, Sink, Stop};
use crate::plan::Job;
use crate::problem::{Code, Complaint, Problem};
use crate::spec::KindId;
use crate::tr;

use super::environment::now;
use super::inputs::{Ordered, sha256};
use super::printer::Printer;
use super::{args, refs};

/// Put the lists of the tenant, as they were pulled last, at the intake's disposal.
///
/// # Errors
/// The snapshot is another tenant's, or older than `--max-age`, or can't be read.
pub(super) fn know(
    printer: Printer,
    settings: &Settings,
    input: &args::Input,
    order: &mut IntakeOptions,
) -> Result<(), Complaint> {
    order.id_types = Some(Arc::new(settings.id_types.clone()));
    if input.no_refs || !settings.directory.exists() {
        return Ok(());
    }
    if settings.account.app_id.is_none() {
        printer.urge(printer.lang.pick(
            "本机有飞书清单的快照，但没有配置是哪个应用的，所以没有使用",
            "there is a snapshot of a tenant's lists, but no app is configured that it could be of: it is not used",
        ));
        return Ok(());
    }
    let owner = refs::known::owner(settings)?;
    let known = directory::load(&settings.directory, &owner, now(), input.max_age, People::All)?;
    order.directory = known.map(Arc::new);
    Ok(())
}

/// Say how long ago the tenant's people were read, where they are asked for again before anything is sent.
pub(super) fn tell_age(printer: Printer, order: &IntakeOptions) {
    let old = order.directory.as_ref().and_then(|known| known.old_people());
    if let Some(age) = old.map(|age| refs::known::age(age, printer.lang)) {
        printer.say(&tr!(
            printer.lang,
            "员工清单是 {age}读的：按它检查；导入时表里提到的人会再查一次",
            "the employees were read {age}: the check goes by that, and an import looks up again whom the sheet names"
        ));
    }
}

/// The same for an import: the lists are known again by the digest of their file, where that was the same
/// before they were read and after.
pub(super) fn know_by_digest(
    printer: Printer,
    settings: &Settings,
    input: &args::Input,
    ordered: &mut Ordered,
) -> Result<(), Complaint> {
    let digest = || Some(sha256(&std::fs::read(&settings.directory).ok()?));
    let before = digest();
    know(printer, settings, input, &mut ordered.order)?;
    let is_read = ordered.order.directory.is_some();
    ordered.lists_sha256 = if is_read && before == digest() { before } else { None };
    Ok(())
}

/// Whether the input holds names or codes that only the tenant's lists could tell.
pub(super) fn are_wanted(order: &IntakeOptions) -> bool {
    let mut wants = Wants::default();
    match intake::run(order, &mut wants) {
        Ok(_) => wants.0,
        Err(Stop::Input(problems)) => problems.iter().any(wants_lists),
        Err(Stop::Unclear(_) | Stop::Changed(_) | Stop::Sink(_)) => false,
    }
}

fn wants_lists(problem: &Problem) -> bool {
    matches!(
        problem.code(),
        Code::IdIsName
            | Code::NotAPlaceCode
            | Code::IdOfOtherType
            | Code::CodesUnknown
            | Code::LevelsUnknown
            | Code::MobileCountryMissing
    )
}

/// Listens for problems that lists would solve.
#[derive(Default)]
struct Wants(bool);

impl Sink for Wants {
    fn takes_sound(&self) -> bool {
        false
    }

    fn record(
        &mut self,
        _at: &At<'_>,
        _record: Record,
        _job: Option<Job>,
        _warnings: &[Problem],
    ) -> Result<(), Complaint> {
        Ok(())
    }

    fn rejected(
        &mut self,
        _at: &At<'_>,
        _kind: KindId,
        problems: &[Problem],
    ) -> Result<(), Complaint> {
        self.0 |= problems
            .iter()
            .any(|problem| wants_lists(problem) || problem.code() == Code::ColumnUnfitRow);
        Ok(())
    }

    fn problem(&mut self, problem: Problem) -> Result<(), Complaint> {
        self.0 |= wants_lists(&problem);
        Ok(())
    }
}
