//! Laws of all parsers: they never panic, a value that was read reads as itself again, and every
//! example of the tables passes its own type.

use proptest::prelude::*;

use super::testing::reading;
use super::{Context, Notes, read};
use crate::bind::{DateOrder, ReadOptions};
use crate::check::value::Value;
use crate::kinds;
use crate::problem::Code;
use crate::sheet::{Moment, RawCell};
use crate::spec::{CustomType, FieldType, IdOf};

pub(super) fn types() -> Vec<FieldType> {
    let mut types: Vec<FieldType> = kinds::ALL
        .iter()
        .flat_map(|kind| kind.fields.iter().chain(kind.groups.iter().flat_map(|g| g.fields)))
        .map(|field| field.ty)
        .collect();
    types.extend(
        [
            CustomType::Text,
            CustomType::Number,
            CustomType::Date,
            CustomType::Month,
            CustomType::Year,
            CustomType::Range,
            CustomType::Choice,
            CustomType::Choices,
            CustomType::Attachment,
        ]
        .map(FieldType::Custom),
    );
    types.extend([FieldType::Id(IdOf::User), FieldType::IdList(IdOf::City), FieldType::Date]);
    types
}

#[derive(Clone, Debug)]
enum Cell {
    Text(String),
    Number(f64),
    Bool(bool),
    Moment(i16, i8, i8, i8),
    Fault(String),
}

impl Cell {
    fn raw(&self) -> RawCell<'_> {
        match self {
            Self::Text(text) => RawCell::Text(text),
            Self::Number(number) => RawCell::Number(*number),
            Self::Bool(truth) => RawCell::Bool(*truth),
            Self::Moment(year, month, day, hour) => RawCell::Moment(Moment {
                date: jiff::civil::date(*year, *month, *day),
                time: jiff::civil::time(*hour, 0, 0, 0),
            }),
            Self::Fault(name) => RawCell::Fault(crate::sheet::Fault::named(name)),
        }
    }
}

fn cells() -> impl Strategy<Value = Cell> {
    prop_oneof![
        any::<String>().prop_map(Cell::Text),
        // The alphabet of dates, numbers, IDs and lists: near misses are worth more than noise.
        "[-0-9/.:年月日号十一二〇TZ+ E%,;、\\[\\]\"至今—~０１Xx*()@aM转]{0,24}"
            .prop_map(Cell::Text),
        "(&(amp|nbsp|lt|#38|#x26|#8203|#0);|[a张&;#: /.\u{200B}]){1,8}".prop_map(Cell::Text),
        any::<f64>().prop_map(Cell::Number),
        (-10_000_000_000_000_i64..10_000_000_000_000).prop_map(|n| {
            #[expect(clippy::cast_precision_loss, reason = "within 2^53")]
            let number = n as f64;
            Cell::Number(number / 100.0)
        }),
        any::<bool>().prop_map(Cell::Bool),
        (-9999i16..=9999, 1i8..=12, 1i8..=28, 0i8..24)
            .prop_map(|(y, m, d, h)| Cell::Moment(y, m, d, h)),
        "#[A-Z]{2,5}!".prop_map(Cell::Fault),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_cell_makes_a_parser_panic_and_what_is_read_reads_as_itself(
        cell in cells(),
        order in prop::option::of(prop::sample::select(
            vec![DateOrder::Ymd, DateOrder::Dmy, DateOrder::Mdy])),
        document_type in prop::option::of(1i64..10),
        country in prop::option::of("CN_[19]"),
        end: bool,
        implied_document: bool,
    ) {
        let reading = ReadOptions { dates: order, ..reading() };
        let cx = Context {
            end,
            document_type,
            country: country.as_deref(),
            implied_document,
            ..Context::new(&reading)
        };
        for ty in types() {
            let mut notes = Notes::default();
            let Ok(Some(value)) = read(ty, cell.raw(), &cx, &mut notes) else { continue };
            let text = match &value {
                Value::Text(text) => text.to_string(),
                Value::Int(int) => int.to_string(),
                Value::List(items) => items.join(";"),
            };
            prop_assert!(!text.is_empty(), "{ty:?} made an empty value");
            let mut told = Notes::default();
            let again = read(ty, RawCell::Text(&text), &cx, &mut told);
            prop_assert!(told.warnings.iter().all(|w| !w.code.is_repair()), "{ty:?} repairs twice");
            // Milliseconds of the years round 1970 have too few digits to be known as such.
            let short = text.len() < 14 || matches!(ty, FieldType::Custom(CustomType::Range));
            if short && again.as_ref().is_err_and(|c| c.code == Code::NotADate) {
                continue;
            }
            prop_assert_eq!(again.ok().flatten(), Some(value), "{:?}", ty);
        }
    }

    #[test]
    fn a_day_survives_every_way_of_writing_it(
        year in 1900i16..=2100, month in 1i8..=12, day in 1i8..=28,
    ) {
        let reading = reading();
        let cx = Context::new(&reading);
        let date = jiff::civil::date(year, month, day);
        let want = Some(Value::Text(date.to_string().into()));
        for text in [
            date.to_string(),
            date.strftime("%Y%m%d").to_string(),
            date.strftime("%Y/%-m/%-d").to_string(),
            date.strftime("%Y年%-m月%-d日").to_string(),
            date.strftime("%-d %B %Y").to_string(),
            date.strftime("%b %-d, %Y").to_string(),
            format!("{date} 00:00:00"),
        ] {
            let mut notes = Notes::default();
            let read_back = read(FieldType::Date, RawCell::Text(&text), &cx, &mut notes);
            prop_assert_eq!(read_back.ok().flatten(), want.clone(), "{}", text);
            prop_assert!(notes.warnings.is_empty());
        }
        let millis = super::zone::millis_of(date, &reading.timezone).unwrap();
        prop_assert_eq!(super::zone::date_of(millis, &reading.timezone).unwrap().0, date);
        let midnight = Some(Value::Text(millis.to_string().into()));
        let ty = FieldType::DateMillis { end: false };
        let text = date.to_string();
        let read_back = read(ty, RawCell::Text(&text), &cx, &mut Notes::default());
        prop_assert_eq!(read_back.ok().flatten(), midnight);
    }
}

#[test]
fn every_example_of_the_tables_passes_its_own_type() {
    let reading = reading();
    for kind in kinds::ALL {
        let fields = kind.fields.iter().chain(kind.groups.iter().flat_map(|group| group.fields));
        for field in fields {
            let cx = Context { document_type: Some(1), ..Context::new(&reading) };
            let mut notes = Notes::default();
            let value = read(field.ty, RawCell::Text(field.example), &cx, &mut notes);
            assert!(matches!(value, Ok(Some(_))), "{}: {:?}", field.key, value.err());
        }
    }
}
