//! Doubt → fact, as pure tables: when to look, and what a look says (`docs/architecture.md`,
//! "Who is it, and was it made?").
//!
//! Must not know: how a look is done, where the answer is kept.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use crate::identity::judge::{Doubtful, Employment, Person};
use crate::problem::Code;

/// What the journal knows of a job whose last attempt is unsettled.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Facts {
    /// When doubt began: the first unsettled attempt.
    pub since: Timestamp,
    /// The last unsettled attempt: the looks are counted from it.
    pub attempted: Timestamp,
    /// How often it was sent, this attempt counted.
    pub sends: u32,
    /// It was looked up before the attempt and was not there.
    pub absent_before: bool,
    /// The server said that it had seen the token (1160004).
    pub token_seen: bool,
    /// It has had a new token already.
    pub token_renewed: bool,
}

/// What to do about a doubt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// It was made, by us.
    Created(String),
    /// Its keys lead to somebody else: a person decides.
    Conflict(Doubtful),
    /// It was not made: to the queue again, with the token that it has.
    Again,
    /// The same bytes and token once more.
    SameToken,
    /// The server saw the token and did nothing with it: one new token.
    NewToken,
    /// Look again, at the next due time.
    LookAgain,
    /// First find out whether the employee can be seen at all.
    AskVisible,
    /// A person decides.
    Stay(Undecided),
}

/// Why only a person can decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Undecided {
    /// There is no key to look it up by.
    Keyless,
    /// It is there, and may have been there before: whether by us can't be told.
    ThereBefore,
    /// It was sent as often as allowed.
    SentEnough,
    /// The employment has records, and it can't be told whether it is ours.
    OthersThere,
    /// The employee can't be seen by this app, so its absence proves nothing.
    NotVisible,
    /// The second token was "seen" as well.
    SeenAgain,
    /// Reading isn't permitted, and the token is too old to rely on.
    NotReadable,
}

impl Undecided {
    /// Its entry in the catalogue.
    pub(crate) const fn code(self) -> Code {
        match self {
            Self::Keyless => Code::KeylessUnanswered,
            Self::ThereBefore => Code::ThereBefore,
            Self::SentEnough => Code::SentEnough,
            Self::OthersThere => Code::OthersThere,
            Self::NotVisible => Code::NotVisible,
            Self::SeenAgain => Code::SeenAgain,
            Self::NotReadable => Code::NotReadable,
        }
    }
}

/// When a token that the server has seen is read back, counted from the attempt: three reads over
/// 60 s; documented lags are 2 to 5 s.
pub(crate) const SEEN_LOOKS: [Duration; 3] =
    [Duration::from_secs(5), Duration::from_secs(25), Duration::from_secs(30)];

/// How long a token is relied on without any reading (its retention is not documented).
pub(crate) const BLIND_TOKEN: SignedDuration = SignedDuration::from_mins(10);

/// How long a token is relied on without proof that the employee can be seen.
pub(crate) const TRUSTED_TOKEN: SignedDuration = SignedDuration::from_hours(1);

/// The times of the looks after an attempt: `delays` lie between them.
fn times(attempted: Timestamp, delays: &[Duration]) -> impl Iterator<Item = Timestamp> {
    delays.iter().scan(attempted, |at, delay| {
        *at = SignedDuration::try_from(*delay)
            .ok()
            .and_then(|delay| at.checked_add(delay).ok())
            .unwrap_or(Timestamp::MAX);
        Some(*at)
    })
}

/// The next look: the first time that no look has covered yet. None when the last was had.
/// After a long pause one look covers all times that have passed.
pub(crate) fn next_look(
    attempted: Timestamp,
    looked: Option<Timestamp>,
    delays: &[Duration],
) -> Option<Timestamp> {
    times(attempted, delays).find(|time| looked.is_none_or(|looked| *time > looked))
}

/// Whether a look at `now` is the last: absent now is absent.
pub(crate) fn is_last(attempted: Timestamp, now: Timestamp, delays: &[Duration]) -> bool {
    times(attempted, delays).last().is_none_or(|last| now >= last)
}

/// A person was looked up at `now`; `person` never asks for a name any more.
pub(crate) fn person(
    person: Person,
    facts: &Facts,
    now: Timestamp,
    delays: &[Duration],
    max_sends: u32,
) -> Step {
    match person {
        Person::Same(id) if facts.absent_before => Step::Created(id),
        Person::Same(_) => Step::Stay(Undecided::ThereBefore),
        Person::Conflict(why) => Step::Conflict(why),
        Person::AskName(_) => Step::Conflict(Doubtful::NameUnread),
        Person::Absent if !is_last(facts.attempted, now, delays) => Step::LookAgain,
        Person::Absent if facts.sends >= max_sends => Step::Stay(Undecided::SentEnough),
        Person::Absent => Step::Again,
    }
}

/// What reading back an employment brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum EmploymentRead {
    /// Its records.
    Read(Employment),
    /// This app may not read them.
    NotPermitted,
    /// The tenant refuses to show them: what became of it can't be told.
    Refused,
}

/// The delays after which a doubt about a record of an employment is read back. The first doubt is read once, for
/// the token makes it safe to send again soon; where that led to doubt again (lost again, or
/// refused while the first attempt is open) it is read as patiently as a person.
pub(crate) fn employment_delays<'a>(facts: &Facts, configured: &'a [Duration]) -> &'a [Duration] {
    if facts.token_seen {
        &SEEN_LOOKS
    } else if facts.sends <= 1 {
        configured.get(..1).unwrap_or(&[])
    } else {
        configured
    }
}

/// An employment was read back at `now`. `visible` says whether the employee is known to be
/// visible; none = not asked.
pub(crate) fn employment(
    reading: EmploymentRead,
    visible: Option<bool>,
    facts: &Facts,
    now: Timestamp,
    configured: &[Duration],
    max_sends: u32,
) -> Step {
    let held = match reading {
        EmploymentRead::Read(held) => held,
        EmploymentRead::NotPermitted => return blind(facts, now, max_sends),
        EmploymentRead::Refused => return Step::Stay(Undecided::NotReadable),
    };
    match held {
        Employment::Ours(id) if facts.absent_before => return Step::Created(id),
        Employment::Ours(_) => return Step::Stay(Undecided::ThereBefore),
        Employment::Others => return Step::Stay(Undecided::OthersThere),
        Employment::None => {}
    }
    if !is_last(facts.attempted, now, employment_delays(facts, configured)) {
        return Step::LookAgain;
    }
    if facts.token_seen && facts.token_renewed {
        return Step::Stay(Undecided::SeenAgain);
    }
    // Absence proves something only where the employee can be seen; a young token needs no proof.
    let young = now.duration_since(facts.since) < TRUSTED_TOKEN;
    match visible {
        Some(true) => {}
        None | Some(false) if young && !facts.token_seen => {}
        None => return Step::AskVisible,
        Some(false) => return Step::Stay(Undecided::NotVisible),
    }
    if facts.token_seen {
        return Step::NewToken;
    }
    if facts.sends >= max_sends {
        return Step::Stay(Undecided::SentEnough);
    }
    match visible {
        // Doubt ends with proof alone; without it the token is tried on, in doubt.
        _ if facts.sends <= 1 => Step::SameToken,
        Some(true) => Step::Again,
        Some(false) => Step::SameToken,
        None => Step::AskVisible,
    }
}

/// Job data can't be read: the token alone protects, and not for long.
fn blind(facts: &Facts, now: Timestamp, max_sends: u32) -> Step {
    if facts.token_seen || now.duration_since(facts.since) >= BLIND_TOKEN {
        Step::Stay(Undecided::NotReadable)
    } else if facts.sends >= max_sends {
        Step::Stay(Undecided::SentEnough)
    } else {
        Step::SameToken
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Reason;

    #[test]
    fn every_reason_is_kept_by_the_id_of_its_entry() {
        let reasons = [
            Undecided::Keyless,
            Undecided::ThereBefore,
            Undecided::SentEnough,
            Undecided::OthersThere,
            Undecided::NotVisible,
            Undecided::SeenAgain,
            Undecided::NotReadable,
        ];
        let words = [
            "keyless-unanswered",
            "there-before",
            "sent-enough",
            "others-there",
            "not-visible",
            "seen-again",
            "not-readable",
        ];
        assert_eq!(reasons.map(|reason| Reason::Found(reason.code()).kept()), words);
    }

    const DELAYS: [Duration; 3] =
        [Duration::from_secs(2), Duration::from_secs(10), Duration::from_secs(30)];

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_700_000_000 + seconds).unwrap()
    }

    fn facts() -> Facts {
        Facts {
            since: at(0),
            attempted: at(0),
            sends: 1,
            absent_before: true,
            token_seen: false,
            token_renewed: false,
        }
    }

    #[test]
    fn looks_are_counted_from_the_attempt_and_late_ones_cover_the_missed() {
        assert_eq!(next_look(at(0), None, &DELAYS), Some(at(2)));
        assert_eq!(next_look(at(0), Some(at(2)), &DELAYS), Some(at(12)));
        assert_eq!(next_look(at(0), Some(at(20)), &DELAYS), Some(at(42)));
        assert_eq!(next_look(at(0), Some(at(42)), &DELAYS), None);
        assert!(!is_last(at(0), at(41), &DELAYS));
        assert!(is_last(at(0), at(42), &DELAYS));
        assert!(is_last(at(0), at(0), &[]), "no delays: the first look is the last");
    }

    #[test]
    fn a_person_is_sent_again_only_after_the_last_look_and_five_times_at_most() {
        let step = |person, facts: &Facts, now| super::person(person, facts, at(now), &DELAYS, 5);
        assert_eq!(step(Person::Absent, &facts(), 12), Step::LookAgain);
        assert_eq!(step(Person::Absent, &facts(), 42), Step::Again);
        let fifth = Facts { sends: 5, ..facts() };
        assert_eq!(step(Person::Absent, &fifth, 42), Step::Stay(Undecided::SentEnough));
        assert_eq!(step(Person::Same("1".into()), &fifth, 2), Step::Created("1".into()));
    }

    #[test]
    fn what_was_there_before_is_never_called_created() {
        let before = Facts { absent_before: false, ..facts() };
        let there = Step::Stay(Undecided::ThereBefore);
        assert_eq!(super::person(Person::Same("1".into()), &before, at(2), &DELAYS, 5), there);
        let ours = EmploymentRead::Read(Employment::Ours("1".into()));
        assert_eq!(employment(ours, None, &before, at(2), &DELAYS, 5), there);
    }

    fn read(held: Employment, visible: Option<bool>, facts: &Facts, now: i64) -> Step {
        employment(EmploymentRead::Read(held), visible, facts, at(now), &DELAYS, 5)
    }

    #[test]
    fn a_record_that_is_not_there_goes_out_with_the_same_token() {
        assert_eq!(read(Employment::None, None, &facts(), 2), Step::SameToken);
        assert_eq!(
            read(Employment::Ours("9".into()), None, &facts(), 2),
            Step::Created("9".into())
        );
        assert_eq!(read(Employment::Others, None, &facts(), 2), Step::Stay(Undecided::OthersThere));
        let second = Facts { sends: 2, ..facts() };
        assert_eq!(read(Employment::None, None, &second, 2), Step::LookAgain);
        assert_eq!(read(Employment::None, None, &second, 42), Step::AskVisible);
        assert_eq!(read(Employment::None, Some(true), &second, 42), Step::Again);
        assert_eq!(
            read(Employment::None, Some(false), &second, 42),
            Step::SameToken,
            "not proved absent: the token is tried on, and doubt stays"
        );
        let fifth = Facts { sends: 5, ..facts() };
        assert_eq!(read(Employment::None, None, &fifth, 42), Step::Stay(Undecided::SentEnough));
    }

    #[test]
    fn a_seen_token_is_replaced_once_after_three_reads_of_a_visible_employee() {
        let seen = Facts { token_seen: true, sends: 2, ..facts() };
        assert_eq!(employment_delays(&seen, &DELAYS).len(), 3);
        assert_eq!(read(Employment::None, None, &seen, 5), Step::LookAgain);
        assert_eq!(read(Employment::None, None, &seen, 59), Step::LookAgain);
        assert_eq!(read(Employment::None, None, &seen, 60), Step::AskVisible);
        assert_eq!(read(Employment::None, Some(true), &seen, 60), Step::NewToken);
        let invisible = read(Employment::None, Some(false), &seen, 60);
        assert_eq!(invisible, Step::Stay(Undecided::NotVisible));
        let renewed = Facts { token_renewed: true, ..seen };
        assert_eq!(
            read(Employment::None, Some(true), &renewed, 60),
            Step::Stay(Undecided::SeenAgain)
        );
    }

    #[test]
    fn an_old_token_needs_a_visible_employee() {
        assert_eq!(read(Employment::None, None, &facts(), 3600), Step::AskVisible);
        assert_eq!(read(Employment::None, Some(true), &facts(), 3600), Step::SameToken);
        assert_eq!(
            read(Employment::None, Some(false), &facts(), 3600),
            Step::Stay(Undecided::NotVisible)
        );
    }

    #[test]
    fn what_is_refused_to_be_read_back_is_for_a_person() {
        let step = employment(EmploymentRead::Refused, None, &facts(), at(2), &DELAYS, 5);
        assert_eq!(step, Step::Stay(Undecided::NotReadable));
    }

    #[test]
    fn without_reading_the_token_is_good_for_ten_minutes() {
        let blind = |facts: &Facts, now| blind(facts, at(now), 5);
        assert_eq!(blind(&facts(), 599), Step::SameToken);
        assert_eq!(blind(&facts(), 600), Step::Stay(Undecided::NotReadable));
        let seen = Facts { token_seen: true, ..facts() };
        assert_eq!(blind(&seen, 10), Step::Stay(Undecided::NotReadable));
    }
}
