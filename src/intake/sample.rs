//! What the cells of one column hold, for a proposed mapping: an example, how many fit their field,
//! labels that are not known, dates with two readings, periods.
//!
//! Must not know: headers, other columns.

use std::collections::HashMap;

use crate::bind::{DateOrder, ReadOptions};
use crate::check::mask;
use crate::check::types::{self, Context, Notes};
use crate::lexicon::halves::is_eastern;
use crate::lexicon::path::Customs;
use crate::lexicon::typed;
use crate::problem::Code;
use crate::propose::{DraftColumn, Sample};
use crate::sheet::{RawCell, RawRow};
use crate::spec::{CustomType, FieldType, Kind};

use super::named;
use super::words::text;

/// Different labels that are kept: a column with more holds no labels.
const LABELS: usize = 40;
/// How likely a column must be one of an organisation's, so that it is shown.
const LIKELY: f64 = 0.5;
/// Longest label, in characters: longer texts are no labels.
const LABEL: usize = 40;

/// Look at a column's cells. Values that may be a person's are masked unless `show`.
pub(super) fn of(kind: &'static Kind, column: &DraftColumn, rows: &[RawRow], show: bool) -> Sample {
    let slot = column.feeds.first().map(|(slot, _)| slot);
    let ty = slot.map_or(FieldType::Text, crate::spec::Slot::ty);
    let personal =
        slot.map_or_else(|| !is_of_organisation(kind, column), crate::spec::Slot::personal);
    let mut sample = Sample::default();
    let mut labels: HashMap<String, u64> = HashMap::new();
    let mut orders = vec![DateOrder::Ymd, DateOrder::Dmy, DateOrder::Mdy];
    for row in rows {
        let cell = row.cell(column.index);
        if cell.is_blank() {
            continue;
        }
        sample.filled += 1;
        if sample.example.is_none() && !matches!(cell, RawCell::Fault(_)) {
            sample.example = if show {
                Some(mask::shortened(&mask::visible(&text(cell))))
            } else {
                mask::masked(cell, ty, personal)
            };
        }
        sample.periods += u64::from(is_period(cell));
        sample.eastern += u64::from(is_eastern(&text(cell)));
        if slot.is_none() {
            continue;
        }
        match ty {
            FieldType::DateMillis { .. } | FieldType::Date | FieldType::DateMidnight => {
                date(ty, cell, row.number(), &mut sample, &mut orders);
            }
            FieldType::Choice(_) => {
                if refused(ty, cell, None).is_some() {
                    sample.unfit += 1;
                    label(cell, &mut labels, &mut sample);
                }
            }
            FieldType::Email | FieldType::Percent => {
                sample.unfit += u64::from(refused(ty, cell, None).is_some());
            }
            FieldType::Name
            | FieldType::Text
            | FieldType::Mobile
            | FieldType::MobileCountry
            | FieldType::DocumentNumber
            | FieldType::Id(_)
            | FieldType::IdList(_)
            | FieldType::Custom(_) => {}
        }
    }
    sample.labels = labels.into_iter().collect();
    sample.labels.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    if sample.two_readings > 0 {
        sample.orders = orders;
    }
    sample
}

/// Whether a column that feeds nothing by itself holds what an organisation calls something: a level of its
/// departments, or what may be one of its jobs.
fn is_of_organisation(kind: &'static Kind, column: &DraftColumn) -> bool {
    let likely = column.suggestions.first().filter(|first| first.confidence >= LIKELY);
    let of = likely
        .and_then(|first| typed::parse(kind, &first.path, &Customs::new()).ok()?.ty().id_of());
    column.level_of.is_some() || of.is_some_and(named::is_named)
}

/// Whether what a column holds may be what a place wants. A column of labels may have labels of its
/// own, and names stand where IDs belong; else most cells must be read.
pub(super) fn fits(kind: &'static Kind, path: &str, column: usize, rows: &[&RawRow]) -> bool {
    let Ok(slot) = typed::parse(kind, path, &Customs::new()) else { return true };
    let ty = slot.ty();
    let (mut filled, mut read) = (0, 0);
    for row in rows {
        let reading = ReadOptions::default();
        let mut notes = Notes::default();
        let found = types::read(ty, row.cell(column), &Context::new(&reading), &mut notes);
        // What says that there is nothing says nothing of the column.
        filled += usize::from(!matches!(found, Ok(None)));
        read += usize::from(match found {
            Ok(value) => value.is_some(),
            Err(why) => why.code == Code::DateAmbiguous,
        });
    }
    match ty {
        FieldType::Choice(_) => filled == 0 || read > 0,
        FieldType::Id(_) | FieldType::IdList(_) | FieldType::Text | FieldType::Custom(_) => true,
        FieldType::Name
        | FieldType::Email
        | FieldType::Mobile
        | FieldType::MobileCountry
        | FieldType::DocumentNumber
        | FieldType::DateMillis { .. }
        | FieldType::Date
        | FieldType::DateMidnight
        | FieldType::Percent => read * 2 >= filled,
    }
}

/// Why a field refuses a cell, by itself.
fn refused(ty: FieldType, cell: RawCell<'_>, order: Option<DateOrder>) -> Option<Code> {
    let reading = ReadOptions { dates: order, ..ReadOptions::default() };
    let mut notes = Notes::default();
    types::read(ty, cell, &Context::new(&reading), &mut notes).err().map(|why| why.code)
}

fn date(
    ty: FieldType,
    cell: RawCell<'_>,
    row: u32,
    sample: &mut Sample,
    orders: &mut Vec<DateOrder>,
) {
    match refused(ty, cell, None) {
        None => {}
        Some(Code::DateAmbiguous) => {
            sample.two_readings += 1;
            sample.first_two_readings.get_or_insert(row);
        }
        Some(_) => sample.unfit += 1,
    }
    // A date that no order makes readable says nothing about the order.
    let can: Vec<DateOrder> = [DateOrder::Ymd, DateOrder::Dmy, DateOrder::Mdy]
        .into_iter()
        .filter(|order| refused(ty, cell, Some(*order)).is_none())
        .collect();
    if !can.is_empty() {
        orders.retain(|order| can.contains(order));
    }
}

fn label(cell: RawCell<'_>, labels: &mut HashMap<String, u64>, sample: &mut Sample) {
    let written = text(cell);
    let written = crate::lexicon::normalize::trim(&written);
    if matches!(cell, RawCell::Fault(_)) || written.is_empty() || written.chars().count() > LABEL {
        return;
    }
    if let Some(count) = labels.get_mut(written) {
        *count += 1;
    } else if labels.len() < LABELS {
        labels.insert(written.to_owned(), 1);
    } else {
        sample.labels_cut = true;
    }
}

/// Two dates in one cell.
fn is_period(cell: RawCell<'_>) -> bool {
    let RawCell::Text(_) = cell else { return false };
    let reading = ReadOptions::default();
    let mut notes = Notes::default();
    let ty = FieldType::Custom(CustomType::Range);
    let as_period = types::read(ty, cell, &Context::new(&reading), &mut notes);
    let as_date =
        types::read(FieldType::Date, cell, &Context::new(&reading), &mut Notes::default());
    match as_period {
        Ok(Some(_)) => as_date.is_err(),
        Ok(None) => false,
        // Of a period that goes on (至今) the reader of custom fields says so.
        Err(why) => why.code == Code::PeriodOpen,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::talent::TALENT;
    use crate::propose;

    fn row(number: u32, cells: &[&str]) -> RawRow {
        let mut row = RawRow::new();
        row.reset(number);
        for cell in cells {
            row.push(RawCell::Text(cell));
        }
        row
    }

    /// A column's sample, by its header and its cells from row 2 on.
    fn look(header: &str, cells: &[&str], show: bool) -> Sample {
        let draft =
            propose::draft(&TALENT, &row(1, &[header]), None, crate::bind::Tenant::default());
        let rows: Vec<RawRow> = (2..).zip(cells).map(|(n, cell)| row(n, &[cell])).collect();
        of(&TALENT, &draft.columns[0], &rows, show)
    }

    #[test]
    fn nobody_is_known_by_an_example() {
        assert_eq!(look("姓名", &["", "张三"], false).example.as_deref(), Some("张*"));
        assert_eq!(look("手机号", &["13800138000"], false).example.as_deref(), Some("138****8000"));
        assert_eq!(look("曾用的号", &["13800138000"], false).example.as_deref(), Some("1***"));
        assert_eq!(look("姓名", &["张三"], true).example.as_deref(), Some("张三"));
    }

    #[test]
    fn labels_that_a_choice_does_not_know_are_counted_and_bounded() {
        let sample = look("学历", &["本科", "研究生", " 研究生 ", "大学", ""], false);
        assert_eq!((sample.filled, sample.unfit), (4, 3));
        assert_eq!(sample.labels, [("研究生".to_owned(), 2), ("大学".to_owned(), 1)]);
        let many: Vec<String> = (0..100).map(|n| format!("说法{n}")).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        let sample = look("学历", &many, false);
        assert!(sample.labels_cut && sample.labels.len() == LABELS);
    }

    #[test]
    fn the_orders_that_every_date_allows_are_left() {
        let sample = look("出生日期", &["1990-01-02", "3/4/1990", "26/4/1990"], false);
        assert_eq!((sample.two_readings, sample.first_two_readings), (1, Some(3)));
        assert_eq!(sample.orders, [DateOrder::Dmy]);
        let sample = look("出生日期", &["3/4/1990"], false);
        assert_eq!(sample.orders, [DateOrder::Dmy, DateOrder::Mdy]);
    }

    #[test]
    fn two_dates_in_a_cell_are_a_period() {
        let sample = look("起止", &["2014.09-2018.06", "2014-09 至今", "2014-09", "甲"], false);
        assert_eq!((sample.filled, sample.periods), (4, 2));
    }
}
