//! What is sent for the days of a sheet. Many days come again, and what is sent for one is written once.
//!
//! Must not know: cells, fields.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::date::{Form, MIDNIGHT};
use super::zone::Midnights;
use crate::check::value::Inline;

/// Days that are remembered; each has one place, and the last one stands in it.
const KEPT: usize = 1024;

/// What was sent for days, by how the API wants them.
#[derive(Debug)]
pub(in crate::check) struct SentDays(Box<[Option<SentDay>]>);

#[derive(Clone, Debug)]
struct SentDay {
    form: Form,
    date: Date,
    text: String,
}

impl SentDays {
    /// What is sent for a day in a zone that is always the same; none where the API takes none so far off.
    pub(super) fn of(
        &mut self,
        form: Form,
        date: Date,
        (midnights, zone): (&Midnights, &TimeZone),
    ) -> Option<&str> {
        let kept = self.0.get_mut(place(date)?)?;
        let is_it = kept.as_ref().is_some_and(|kept| (kept.form, kept.date) == (form, date));
        if !is_it {
            let sent = match form {
                Form::Millis => Inline::of_number(midnights.of(date, zone)?),
                Form::Plain => Inline::of_date(date, "")?,
                Form::Midnight => Inline::of_date(date, MIDNIGHT)?,
            };
            // The memory of the day that stood there is used again.
            let mut text = kept.take().map(|kept| kept.text).unwrap_or_default();
            text.clear();
            text.push_str(sent.as_str());
            *kept = Some(SentDay { form, date, text });
        }
        kept.as_ref().map(|kept| kept.text.as_str())
    }
}

impl Default for SentDays {
    fn default() -> Self {
        Self(vec![None; KEPT].into())
    }
}

/// Days that follow each other have places that do, and so have the firsts of months, each its own.
fn place(date: Date) -> Option<usize> {
    let months = i32::from(date.year()) * 12 + i32::from(date.month());
    usize::try_from(months * 31 + i32::from(date.day())).ok().map(|place| place % KEPT)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_that_comes_again_is_sent_as_it_was() {
        let zone = TimeZone::get("Asia/Shanghai").unwrap();
        let midnights = Midnights::default();
        let mut days = SentDays::default();
        let mut day = date(1949, 1, 1);
        while day < date(2030, 1, 1) {
            let millis = midnights.of(day, &zone).unwrap().to_string();
            for (form, want) in [
                (Form::Millis, millis.as_str()),
                (Form::Millis, millis.as_str()),
                (Form::Plain, &day.to_string()),
                (Form::Midnight, &format!("{day} 00:00:00")),
                (Form::Millis, millis.as_str()),
            ] {
                assert_eq!(days.of(form, day, (&midnights, &zone)), Some(want), "{day}");
            }
            day = day
                .checked_add(jiff::Span::new().days(if day.day() > 25 { 1 } else { 9 }))
                .unwrap();
        }
        assert_eq!(days.of(Form::Plain, date(1949, 1, 1), (&midnights, &zone)), Some("1949-01-01"));
    }

    #[test]
    fn days_of_years_have_places_of_their_own() {
        let mut places: Vec<_> = (2000..2002)
            .flat_map(|year| {
                (1..=12).flat_map(move |month| (1..=28).map(move |day| date(year, month, day)))
            })
            .filter_map(place)
            .collect();
        places.sort_unstable();
        let days = places.len();
        places.dedup();
        assert_eq!(places.len(), days);
    }
}
