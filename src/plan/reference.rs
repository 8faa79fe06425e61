//! What leads from a row of a fix file back to its record: `d6bcffeb-…#14`, the run's UUID and the
//! record's number. A repaired row then amends that record, even where its key was repaired.
//!
//! A run's number would mean another run in another journal; its UUID is known to its own alone.
//! Must not know: the journal, how a fix file is read.

use std::fmt;
use std::str::FromStr;

use uuid::Uuid;

/// A record of a run, by names that hold in every journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RecordRef {
    /// The run's UUID; nil for what an earlier muster wrote, which named no run for good.
    pub run: Uuid,
    /// The record's number in its run, from 1.
    pub record: u32,
}

/// The text leads to no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not of the form RUN#RECORD")]
pub struct NotAReference;

impl fmt::Display for RecordRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}#{}", self.run, self.record)
    }
}

impl FromStr for RecordRef {
    type Err = NotAReference;

    fn from_str(text: &str) -> Result<Self, NotAReference> {
        let text = text.trim();
        if let Some((run, record)) = text.split_once('#')
            && let (Ok(run), Ok(record)) = (Uuid::try_parse(run), record.parse())
        {
            return Ok(Self { run, record });
        }
        // What muster 0.1 wrote: `FILE!SHEET!ROW@RUN`.
        let (place, run) = text.rsplit_once('@').ok_or(NotAReference)?;
        let mut parts = place.split('!');
        let (Some(_), Some(_), Some(row), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(NotAReference);
        };
        match (run.parse::<i64>(), row.parse()) {
            (Ok(_), Ok(row)) => Ok(Self { run: Uuid::nil(), record: row }),
            (Err(_), _) | (_, Err(_)) => Err(NotAReference),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_leads_to_no_record_is_told() {
        let run = "d6bcffeb-e2f0-46a8-ab85-c4113abc6e76";
        for text in ["", "a!b!3", "a!s!x@1", "x#3", "#3", run, &format!("{run}#"), "a!b!c!3@1"] {
            assert_eq!(text.parse::<RecordRef>(), Err(NotAReference), "{text}");
        }
    }

    #[test]
    fn what_an_earlier_muster_wrote_names_no_run() {
        let old = RecordRef { run: Uuid::nil(), record: 14 };
        assert_eq!("员工.xlsx!花名册!14@3".parse(), Ok(old));
    }

    proptest! {
        #[test]
        fn a_reference_reads_back_as_itself(run: u128, record: u32) {
            let reference = RecordRef { run: Uuid::from_u128(run), record };
            prop_assert_eq!(reference.to_string().parse::<RecordRef>(), Ok(reference));
        }
    }
}
