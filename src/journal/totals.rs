//! What a run counts, and what is left of it.
//!
//! Must not know: how records and jobs came to be what they are.

use rusqlite::{Connection, Row};

use crate::problem::Complaint;
use crate::spec::{KindId, PerKind};

use super::fate::{Admitted, Fate, fate};
use super::rows;
use super::run::{RunId, RunState};
use super::store::Journal;
use super::tally::{Span, Tally};
use super::trouble::{JournalError, JournalResult};

/// What a run counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Rows below the headers, blank ones too.
    pub rows: u64,
    /// Blank rows.
    pub blank: u64,
    /// Records.
    pub records: u64,
    /// By kind; kinds without records are absent.
    pub kinds: Vec<(KindId, KindTotals)>,
    /// Of an approved run, records that were not sent because a later import replaced them or took
    /// them over.
    pub passed_on: u64,
}

/// What a run counts of one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KindTotals {
    /// Records by admission, in the order of [`Admitted::ALL`].
    admitted: [u64; 9],
    /// Records by fate, in the order of [`Fate::ALL`]: frozen, or as things stand.
    fates: [u64; 10],
}

impl KindTotals {
    /// Records so admitted.
    pub const fn admitted(&self, admitted: Admitted) -> u64 {
        self.admitted[admitted as usize]
    }

    /// Records with this fate.
    pub const fn fate(&self, fate: Fate) -> u64 {
        self.fates[fate.index()]
    }

    /// Records of the draft that an approval will send.
    pub fn to_send(&self) -> u64 {
        Admitted::ALL
            .iter()
            .filter(|admitted| admitted.is_sent())
            .map(|admitted| self.admitted(*admitted))
            .sum()
    }

    /// All records.
    pub fn records(&self) -> u64 {
        self.fates.iter().sum()
    }
}

impl Totals {
    /// Records with this fate, of all kinds.
    pub fn fate(&self, fate: Fate) -> u64 {
        self.kinds.iter().map(|(_, totals)| totals.fate(fate)).sum()
    }

    /// Records so admitted, of all kinds.
    pub fn admitted(&self, admitted: Admitted) -> u64 {
        self.kinds.iter().map(|(_, totals)| totals.admitted(admitted)).sum()
    }

    /// Records of the draft that an approval will send.
    pub fn to_send(&self) -> u64 {
        self.kinds.iter().map(|(_, totals)| totals.to_send()).sum()
    }

    /// So many more of a kind.
    fn add(&mut self, kind: KindId, (admitted, fate): (Admitted, Fate), count: u64) {
        self.records += count;
        let place = self.kinds.iter().position(|(other, _)| *other == kind);
        let place = place.unwrap_or_else(|| {
            self.kinds.push((kind, KindTotals::default()));
            self.kinds.len() - 1
        });
        let of_kind = &mut self.kinds[place].1;
        of_kind.admitted[admitted as usize] += count;
        of_kind.fates[fate.index()] += count;
    }
}

/// What is left to do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Remaining {
    /// To be looked up.
    pub pending: u64,
    /// Looked up, to be sent.
    pub cleared: u64,
    /// To be sent again.
    pub waiting: u64,
    /// To be sent once others are made, whose IDs they name.
    pub held: u64,
    /// Under way.
    pub sending: u64,
    /// To be settled by looks.
    pub in_doubt: u64,
    /// In doubt, and waiting for a person.
    pub parked: u64,
}

/// What a run has left to do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Left {
    /// Jobs that are still to be sent, by kind; kinds without any are absent.
    pub unsent: Vec<(KindId, u64)>,
    /// Jobs of which looks, or a person, tell what became.
    pub in_doubt: u64,
    /// Jobs that a later import has replaced: they are not sent any more.
    pub replaced: u64,
}

impl Left {
    /// Jobs that are not done: to be sent, or in doubt.
    pub fn jobs(&self) -> u64 {
        self.unsent.iter().map(|(_, count)| count).sum::<u64>() + self.in_doubt
    }
}

impl Journal {
    /// What a run counts: frozen fates where it has ended, else as things stand.
    pub fn totals(&self, run: RunId) -> Result<Totals, Complaint> {
        let planned = self.planned_by(run);
        self.read(|connection| {
            let known = totals(connection, run, planned.as_deref())?;
            debug_assert_eq!(
                known,
                totals(connection, run, None)?,
                "what is known of a planned run"
            );
            Ok(known)
        })
    }

    /// What a run counts, and how many of its records are in flight at that same moment: beside a
    /// process that sends, two looks one after the other do not fit together.
    pub fn standing(&self, run: RunId) -> Result<(Totals, u64), Complaint> {
        self.read(|connection| {
            let moment = connection.unchecked_transaction()?;
            let totals = totals(&moment, run, None)?;
            let in_flight = moment.query_row(
                "SELECT count(*) FROM records r JOIN jobs j ON j.id = r.job
                  WHERE r.run = ?1 AND r.fate IS NULL AND j.state = 'sending'",
                [run.0],
                |row| row.get::<_, i64>(0),
            )?;
            Ok((totals, in_flight.unsigned_abs()))
        })
    }

    /// What is left of the approved runs' jobs, by kind; doubt is counted whatever its run.
    pub fn remaining(&self) -> Result<Vec<(KindId, Remaining)>, Complaint> {
        self.read(|connection| {
            let mut select = connection.prepare_cached(
                "SELECT kind, CASE WHEN doubt IS NULL OR state = 'sending' THEN state
                                  ELSE 'in_doubt' END,
                        state = 'in_doubt' AND next_look IS NULL, count(*) FROM jobs
                  WHERE state IN ('pending', 'cleared', 'waiting', 'held', 'sending', 'in_doubt')
                    AND (state IN ('sending', 'in_doubt') OR doubt IS NOT NULL
                         OR run IN (SELECT id FROM runs WHERE state = 'approved'))
                  GROUP BY 1, 2, 3",
            )?;
            let mut all: Vec<(KindId, Remaining)> =
                KindId::ALL.iter().map(|kind| (*kind, Remaining::default())).collect();
            let mut found = select.query([])?;
            while let Some(row) = found.next()? {
                let kind = rows::kind_at(row, 0)?;
                let count = rows::count_at(row, 3)?;
                for (_, remaining) in all.iter_mut().filter(|(other, _)| *other == kind) {
                    match row.get::<_, String>(1)?.as_str() {
                        "pending" => remaining.pending += count,
                        "cleared" => remaining.cleared += count,
                        "waiting" => remaining.waiting += count,
                        "held" => remaining.held += count,
                        "sending" => remaining.sending += count,
                        _ if row.get(2)? => remaining.parked += count,
                        _ => remaining.in_doubt += count,
                    }
                }
            }
            Ok(all)
        })
    }

    /// What a run has left to do. By the index of states alone: no record, and no job, is looked at.
    pub fn left_of(&self, run: RunId) -> Result<Left, Complaint> {
        self.read(|connection| {
            let mut select = connection.prepare_cached(
                "SELECT kind, state, count(*) FROM jobs
                  WHERE run = ?1 AND kind IN (SELECT word FROM kinds) AND state IN
                     ('pending', 'cleared', 'waiting', 'held', 'sending', 'in_doubt', 'withdrawn')
                  GROUP BY 1, 2",
            )?;
            let mut unsent = PerKind::<u64>::default();
            let mut left = Left::default();
            let mut found = select.query([run.0])?;
            while let Some(row) = found.next()? {
                let count = rows::count_at(row, 2)?;
                match row.get::<_, String>(1)?.as_str() {
                    "withdrawn" => left.replaced += count,
                    "sending" | "in_doubt" => left.in_doubt += count,
                    _ => unsent[rows::kind_at(row, 0)?] += count,
                }
            }
            let unsent = unsent.iter().map(|(kind, count)| (kind, *count));
            left.unsent = unsent.filter(|(_, count)| *count > 0).collect();
            Ok(left)
        })
    }
}

/// Of a run that this process planned, records whose fate their admission decides are not read: their
/// numbers are known; nor those of a draft that are new, since nothing becomes of them before it is
/// approved.
fn totals(connection: &Connection, run: RunId, planned: Option<&Tally>) -> JournalResult<Totals> {
    let mut totals = Totals::default();
    (totals.rows, totals.blank) = {
        let mut select = connection.prepare_cached(
            "SELECT coalesce(sum(rows), 0), coalesce(sum(blank), 0) FROM inputs WHERE run = ?1",
        )?;
        let mut found = select.query([run.0])?;
        let row = found.next()?.ok_or(JournalError::Shape("a sum without a row"))?;
        (rows::count_at(row, 0)?, rows::count_at(row, 1)?)
    };
    let state: Option<String> =
        rows::maybe(connection, "SELECT state FROM runs WHERE id = ?1", [run.0])?;
    let draft = state.as_deref() == Some(RunState::Draft.label());
    for (kind, admitted, count) in planned.iter().flat_map(|planned| planned.counts()) {
        match admitted.decided() {
            Some(fate) => totals.add(kind, (admitted, fate), count),
            None if draft && admitted == Admitted::New => {
                totals.add(kind, (admitted, Fate::NotSent), count);
            }
            None => {}
        }
    }
    for (of, count) in groups(connection, run, (planned, draft))? {
        let kind = KindId::of(&of.kind).ok_or(JournalError::Shape("a kind that is not known"))?;
        let admitted = Admitted::of(&of.admission);
        let admitted = admitted.ok_or(JournalError::Shape("an admission that is not known"))?;
        let fate = if let Some(word) = &of.fate {
            Fate::of(word).ok_or(JournalError::Shape("a fate that is not known"))?
        } else {
            let standing = rows::rough_standing(of.state.as_deref(), of.is_doubtful())?;
            fate(admitted, standing.as_ref(), of.is_owned(), of.is_same())
        };
        let withdrawn = of.state.as_deref() == Some("withdrawn");
        if fate == Fate::NotSent && admitted.is_sent() && (!of.is_owned() || withdrawn) {
            totals.passed_on += count;
        }
        totals.add(kind, (admitted, fate), count);
    }
    totals.kinds.sort_by_key(|(kind, _)| *kind);
    Ok(totals)
}

/// What records that count alike have in common.
struct Alike {
    kind: String,
    admission: String,
    fate: Option<String>,
    state: Option<String>,
    /// Bits: the content is the job's; the job is the run's; it is in doubt.
    bits: u8,
}

impl Alike {
    /// Whether a row says the same; nothing of it is copied.
    fn is_of(&self, row: &Row<'_>) -> JournalResult<bool> {
        let is = |column: usize, word: Option<&str>| -> JournalResult<bool> {
            let kept = row.get_ref(column)?.as_bytes_or_null();
            let kept = kept.map_err(|_| JournalError::Shape("a word that is no text"))?;
            Ok(kept == word.map(str::as_bytes))
        };
        Ok(is(0, Some(&self.kind))?
            && is(1, Some(&self.admission))?
            && is(2, self.fate.as_deref())?
            && is(3, self.state.as_deref())?
            && row.get::<_, u8>(4)? == self.bits)
    }

    fn of(row: &Row<'_>) -> JournalResult<Self> {
        Ok(Self {
            kind: row.get(0)?,
            admission: row.get(1)?,
            fate: row.get(2)?,
            state: row.get(3)?,
            bits: row.get(4)?,
        })
    }

    const fn is_same(&self) -> bool {
        self.bits & 1 != 0
    }

    const fn is_owned(&self) -> bool {
        self.bits & 2 != 0
    }

    const fn is_doubtful(&self) -> bool {
        self.bits & 4 != 0
    }
}

/// The records of a run, counted: there are few groups of them, and each record is nearly always as the
/// one before, so that to sort them is not worth it. Of a run that was `planned` by this process these are
/// the open ones alone, of a draft but those that are new.
fn groups(
    connection: &Connection,
    run: RunId,
    (planned, draft): (Option<&Tally>, bool),
) -> JournalResult<Vec<(Alike, u64)>> {
    let (spans, read): (&[Span], String) = match planned {
        None => (&[(0, u32::MAX)], String::new()),
        Some(planned) if draft => {
            let open = Admitted::open_words();
            (planned.earlier(), format!("AND r.admission IN ({open}) AND r.admission <> 'new'"))
        }
        Some(planned) => {
            (planned.open(), format!("AND r.admission IN ({})", Admitted::open_words()))
        }
    };
    // Of what has its fate the job is looked at only to tell whether it was passed on.
    let mut select = connection.prepare_cached(&format!(
        "SELECT r.kind, r.admission, r.fate, j.state,
                r.same + 2 * (j.run IS r.run) + 4 * (j.doubt IS NOT NULL)
           FROM records r LEFT JOIN jobs j
             ON j.id = CASE WHEN r.fate IS NULL OR r.fate = 'not_sent' THEN r.job END
          WHERE r.run = ?1 AND r.record > ?2 AND r.record <= ?3 {read}"
    ))?;
    let mut groups: Vec<(Alike, u64)> = Vec::new();
    let mut last = 0;
    for (after, up_to) in spans {
        let mut found = select.query((run.0, after, up_to))?;
        while let Some(row) = found.next()? {
            // The one before is looked at first.
            let mut order = std::iter::once(last).chain(0..groups.len());
            let known = loop {
                let Some(at) = order.next() else { break None };
                if groups.get(at).map_or(Ok(false), |(alike, _)| alike.is_of(row))? {
                    break Some(at);
                }
            };
            last = known.unwrap_or(groups.len());
            if known.is_none() {
                groups.push((Alike::of(row)?, 0));
            }
            groups[last].1 += 1;
        }
    }
    Ok(groups)
}
