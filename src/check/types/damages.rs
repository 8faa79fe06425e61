//! The table of damages: what becomes of a sound value of each type once it is damaged in each way. No
//! cell of it is empty, and none says that a damage passes in silence with another value; the law holds
//! it to what happens.
//!
//! To add a damage: an arm in [`plant`] and a column of [`TABLE`]. To add a field type: a row of it.

use super::testing::reading;
use super::{Context, Notes, read};
use crate::check::value::Value;
use crate::problem::{Code, Severity};
use crate::sheet::RawCell;
use crate::spec::{Choice, CustomType, FieldType, IdOf};

/// How a text comes to grief.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Damage {
    /// A character that the file's encoding lacks was saved as `?`.
    QuestionMark,
    /// A radical in place of an ideograph, as PDFs give it.
    Radical,
    /// A compatibility ideograph, as other character sets give it.
    Compatibility,
    /// A part was hidden by asterisks.
    Asterisks,
    /// A script wrote a whole number as a decimal.
    PointZero,
    /// A mark of the byte order before it.
    ByteOrderMark,
    /// A zero-width space within.
    ZeroWidth,
    /// A no-break space behind it.
    NoBreakSpace,
    /// A web page's name of a blank.
    Entity,
    /// A web page's tags round it.
    Tags,
    /// UTF-8 that was read as a western encoding.
    Mojibake,
    /// A replacement character.
    Replacement,
    /// A control character.
    Control,
    /// The error of a formula, as a CSV has it.
    ErrorText,
    /// A long number as Excel shortens it.
    Scientific,
    /// What a program writes for nothing.
    Null,
    /// What a person writes for nothing.
    Wu,
    /// A look-up of a blank cell.
    Zero,
    /// A script wrote a list where a text belongs.
    Json,
    /// A line end as two characters.
    Escape,
    /// What fills up a text of fixed length, within it: another process has cut it together.
    Nul,
    /// What a workbook writes for a line end, behind it.
    Workbook,
    /// A character as JSON writes it.
    Units,
    /// The text of a formula that nobody computed.
    Formula,
    /// A place of a template that nobody filled in.
    Place,
    /// The answer to a question, of a check box.
    Truth,
    /// The error of a formula as a program in another language has it.
    Foreign,
    /// Another program has cut it, and says so.
    Ellipsis,
    /// A character that a font lacks, printed as a box.
    Box,
    /// Nothing but a sign that stands between two values.
    Separator,
    /// An equals sign before it, against what a spreadsheet makes of it.
    Equals,
    /// Letters that show nothing in its place.
    Filler,
    /// A replacement character that was read in a western encoding.
    Latin,
    /// A mark for what stands elsewhere.
    Elsewhere,
    /// What a list shows from which nothing was chosen.
    Unchosen,
    /// The error of a formula by its number.
    ErrorNumber,
}

/// The columns of the table.
const DAMAGES: [Damage; 36] = [
    Damage::QuestionMark,
    Damage::Radical,
    Damage::Compatibility,
    Damage::Asterisks,
    Damage::Tags,
    Damage::Mojibake,
    Damage::PointZero,
    Damage::ByteOrderMark,
    Damage::ZeroWidth,
    Damage::NoBreakSpace,
    Damage::Entity,
    Damage::Replacement,
    Damage::Control,
    Damage::ErrorText,
    Damage::Scientific,
    Damage::Null,
    Damage::Wu,
    Damage::Zero,
    Damage::Json,
    Damage::Escape,
    Damage::Nul,
    Damage::Workbook,
    Damage::Units,
    Damage::Formula,
    Damage::Place,
    Damage::Truth,
    Damage::Foreign,
    Damage::Ellipsis,
    Damage::Box,
    Damage::Separator,
    Damage::Equals,
    Damage::Filler,
    Damage::Latin,
    Damage::Elsewhere,
    Damage::Unchosen,
    Damage::ErrorNumber,
];

/// What becomes of a damaged value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// It is refused.
    Error,
    /// It is taken as it is, and a person is told to look.
    Warning,
    /// It is taken for what it was, which is told.
    Repair,
    /// It counts as a blank cell, which is told.
    Blank,
    /// It is no damage, because …
    Sound(&'static str),
    /// It is read as what it was without a word, because …
    Same(&'static str),
    /// It cannot occur, because …
    Never(&'static str),
}

const E: Fate = Fate::Error;
const W: Fate = Fate::Warning;
const R: Fate = Fate::Repair;
const B: Fate = Fate::Blank;
/// No ideograph to be damaged.
const H: Fate = Fate::Never("a value holds no ideograph");
/// No radical to stand in for one.
const Y: Fate = Fate::Never("no radical looks like 年");
/// A letter behind `=` is the name of cells.
const F: Fate = Fate::Never("with a letter behind it, it is a formula");
/// No number to be damaged.
const N: Fate = Fate::Never("a value is no whole number");
/// 60.0 is 60.
const P: Fate = Fate::Sound("it is a number, and stays the same one");
/// 无, or 0.
const T: Fate = Fate::Sound("the tenant may ask for something of which that is the answer");
/// A list of items.
const J: Fate = Fate::Same("a list of the API's own form is one");
/// 0 %.
const O: Fate = Fate::Sound("a share may be 0");

const DEGREES: &[Choice] =
    &[Choice::new(5, "大专", "Associate", &[]), Choice::new(6, "本科", "Bachelor", &["大学本科"])];

/// A row of the table.
struct Row {
    ty: FieldType,
    /// What the cell beside it says of a document.
    document: Option<i64>,
    /// Sound values: one with an ideograph wherever the type takes any, one that is a number likewise.
    values: &'static [&'static str],
    /// What becomes of each, in the order of [`DAMAGES`].
    fates: &'static [Fate; 36],
}

const fn row(ty: FieldType, values: &'static [&'static str], fates: &'static [Fate; 36]) -> Row {
    Row { ty, document: None, values, fates }
}

const fn document(number: i64, values: &'static [&'static str], fates: &'static [Fate; 36]) -> Row {
    Row { ty: FieldType::DocumentNumber, document: Some(number), values, fates }
}

const fn custom(
    ty: CustomType,
    values: &'static [&'static str],
    fates: &'static [Fate; 36],
) -> Row {
    row(FieldType::Custom(ty), values, fates)
}

const DAYS: &[&str] = &["1990年3月7日", "19900307", "2012"];

/// `?`, radical, compatibility ideograph, `*`, tags, mojibake, `.0`, byte order mark, zero-width space,
/// no-break space, entity, replacement, control character, error, scientific, NULL, 无, 0, JSON, `\n`, NUL;
/// `_x000D_`, `\u`, `=VLOOKUP()`, `{{name}}`, TRUE, `#WERT!`, `…`, □, `;`, `=`; U+3164, `ï¿½`; 见简历,
/// --请选择--, -2146826246.
#[rustfmt::skip]
const TABLE: &[Row] = &[
    row(FieldType::Name, &["李大明", "欧阳大海"],
        &[E, W, W,  E, E, E,  N,  R, R, R, R,  E, E, E, E,  E, E, E,  E, E, E,  R, R, E, E, E, E, E, E, E, R,  E, E,  E, E, E]),
    row(FieldType::Text, &["上海大学", "计算机科学", "2012"],
        &[W, R, R,  W, W, W,  R,  R, R, R, R,  E, E, E, E,  B, B, B,  W, W, E,  R, R, E, E, W, E, W, W, B, R,  B, E,  E, E, E]),
    row(FieldType::Email, &["chenyu@example.com"],
        &[H, H, H,  E, E, E,  N,  R, R, R, R,  E, E, E, E,  B, B, B,  E, E, E,  R, R, E, E, E, E, E, H, B, F,  B, E,  E, E, E]),
    row(FieldType::Mobile, &["13800138000"],
        &[H, H, H,  E, E, E,  R,  R, R, R, R,  E, E, E, E,  B, B, B,  E, E, E,  R, R, E, E, E, E, E, H, B, R,  B, E,  E, E, E]),
    row(FieldType::MobileCountry, &["中国大陆", "86"],
        &[E, R, E,  E, E, E,  P,  R, R, R, R,  E, E, E, E,  B, B, B,  E, E, E,  R, R, E, E, E, E, E, E, B, R,  B, E,  E, E, E]),
    document(1, &["110105491231002"],
        &[H, H, H,  E, E, E,  R,  R, R, R, R,  E, E, E, E,  B, B, B,  E, E, E,  R, R, E, E, E, E, E, H, B, R,  B, E,  E, E, E]),
    document(2, &["E12345678", "123456789"],
        &[H, H, H,  E, E, E,  R,  R, R, R, R,  E, E, E, E,  B, B, B,  E, E, E,  R, R, E, E, E, E, E, H, B, R,  B, E,  E, E, E]),
    document(5, &["军字第2001988号大", "2001988"],
        &[E, R, R,  E, E, E,  R,  R, R, R, R,  E, E, E, E,  B, B, B,  E, E, E,  R, R, E, E, E, E, E, E, B, R,  B, E,  E, E, E]),
    row(FieldType::Choice(DEGREES), &["大学本科", "6"],
        &[E, R, E,  E, E, E,  P,  R, R, R, R,  E, E, E, E,  B, B, E,  E, E, E,  R, R, E, E, E, E, E, E, B, R,  B, E,  E, E, E]),
    row(FieldType::DateMillis { end: false }, DAYS,
        &[E, R, E,  E, E, E,  R,  R, R, R, R,  E, E, E, E,  B, B, B,  E, E, E,  R, R, E, E, E, E, E, E, B, R,  B, E,  E, E, E]),
    row(FieldType::DateMillis { end: true }, DAYS,
        &[E, R, E,  E, E, E,  R,  R, R, R, R,  E, E, E, E,  B, B, B,  E, E, E,  R, R, E, E, E, E, E, E, B, R,  B, E,  E, E, E]),
    row(FieldType::Date, DAYS,
        &[E, R, E,  E, E, E,  R,  R, R, R, R,  E, E, E, E,  B, B, B,  E, E, E,  R, R, E, E, E, E, E, E, B, R,  B, E,  E, E, E]),
    row(FieldType::DateMidnight, DAYS,
        &[E, R, E,  E, E, E,  R,  R, R, R, R,  E, E, E, E,  B, B, B,  E, E, E,  R, R, E, E, E, E, E, E, B, R,  B, E,  E, E, E]),
    row(FieldType::Id(IdOf::Department), &["D_1", "100234"],
        &[H, H, H,  E, E, E,  R,  R, R, R, R,  E, E, E, E,  B, B, B,  E, E, E,  R, R, E, E, E, E, E, H, B, R,  B, E,  E, E, E]),
    row(FieldType::IdList(IdOf::Folder), &["CT_1;CT_2", "100234"],
        &[H, H, H,  E, E, E,  R,  R, R, R, R,  E, E, E, E,  B, B, B,  J, E, E,  R, R, E, E, E, E, E, H, B, R,  B, E,  E, E, E]),
    row(FieldType::Percent, &["60"],
        &[H, H, H,  E, E, E,  P,  R, R, R, R,  E, E, E, E,  B, B, O,  E, E, E,  R, R, E, E, E, E, E, H, B, R,  B, E,  E, E, E]),
    custom(CustomType::Text, &["上海大学", "10023"],
        &[W, R, R,  W, W, W,  R,  R, R, R, R,  E, E, E, E,  B, T, T,  W, W, E,  R, R, E, E, T, E, W, W, B, R,  B, E,  W, E, E]),
    custom(CustomType::Number, &["12"],
        &[H, H, H,  E, E, E,  P,  R, R, R, R,  E, E, E, E,  B, B, T,  E, E, E,  R, R, E, E, E, E, E, H, B, R,  B, E,  E, E, E]),
    custom(CustomType::Date, DAYS,
        &[E, R, E,  E, E, E,  R,  R, R, R, R,  E, E, E, E,  B, B, B,  E, E, E,  R, R, E, E, E, E, E, E, B, R,  B, E,  E, E, E]),
    custom(CustomType::Month, &["2012年6月", "201206"],
        &[E, R, E,  E, E, E,  R,  R, R, R, R,  E, E, E, E,  B, B, B,  E, E, E,  R, R, E, E, E, E, E, E, B, R,  B, E,  E, E, E]),
    custom(CustomType::Year, &["2012年", "2012"],
        &[E, Y, E,  E, E, E,  R,  R, R, R, R,  E, E, E, E,  B, B, B,  E, E, E,  R, R, E, E, E, E, E, E, B, R,  B, E,  E, E, E]),
    custom(CustomType::Range, &["2012年6月-2013年7月", "201206-201307"],
        &[E, R, E,  E, E, E,  N,  R, R, R, R,  E, E, E, E,  B, B, E,  E, E, E,  R, R, E, E, E, E, E, E, B, E,  B, E,  E, E, E]),
    custom(CustomType::Choice, &["12"],
        &[H, H, H,  E, E, E,  R,  R, R, R, R,  E, E, E, E,  B, B, T,  E, E, E,  R, R, E, E, E, E, E, H, B, R,  B, E,  E, E, E]),
    custom(CustomType::Choices, &["12"],
        &[H, H, H,  E, E, E,  R,  R, R, R, R,  E, E, E, E,  B, B, T,  J, E, E,  R, R, E, E, E, E, E, H, B, R,  B, E,  E, E, E]),
    // What is damaged within the number of a file is no such number.
    custom(CustomType::Attachment, &["7250161881116838204"],
        &[H, H, H,  E, E, E,  E,  R, E, R, R,  E, E, E, E,  B, B, B,  J, E, E,  R, R, E, E, E, E, E, H, B, R,  B, E,  E, E, E]),
];

impl Row {
    /// What becomes of its values.
    fn each(&self) -> impl Iterator<Item = (Damage, Fate)> {
        DAMAGES.into_iter().zip(self.fates.iter().copied())
    }
}

/// The damaged value; none where this value cannot be damaged so.
fn plant(damage: Damage, value: &str) -> Option<String> {
    let middle = value.char_indices().nth(value.chars().count() / 2).map_or(0, |(at, _)| at);
    let within = |mark: &str| format!("{}{mark}{}", &value[..middle], &value[middle..]);
    let instead = |of: char, other: &str| value.contains(of).then(|| value.replacen(of, other, 1));
    let number = || value.bytes().all(|b| b.is_ascii_digit());
    let ideograph = || value.chars().find(|c| ('\u{4E00}'..='\u{9FFF}').contains(c));
    match damage {
        Damage::QuestionMark => instead(ideograph()?, "?"),
        Damage::Radical => instead('大', "\u{2F24}").or_else(|| instead('月', "\u{2F49}")),
        // U+F9B4 is 領: the value is that with 領 in it.
        Damage::Compatibility => instead(ideograph()?, "\u{F9B4}"),
        Damage::Asterisks => Some(within("**")),
        Damage::PointZero => number().then(|| format!("{value}.0")),
        Damage::ByteOrderMark => Some(format!("\u{FEFF}{value}")),
        Damage::ZeroWidth => Some(within("\u{200B}")),
        Damage::NoBreakSpace => Some(format!("{value}\u{A0}")),
        Damage::Entity => Some(format!("{value}&nbsp;")),
        Damage::Tags => Some(format!("<p>{value}</p>")),
        Damage::Mojibake => Some(within("å¼ ä¸‰")),
        Damage::Replacement => Some(within("\u{FFFD}")),
        Damage::Control => Some(within("\u{7F}")),
        Damage::ErrorText => Some("#N/A".to_owned()),
        Damage::Scientific => Some("1.38E+10".to_owned()),
        Damage::Null => Some("NULL".to_owned()),
        Damage::Wu => Some("无".to_owned()),
        Damage::Zero => Some("0".to_owned()),
        Damage::Json => Some(format!("[\"{}\"]", value.replace(';', "\",\""))),
        Damage::Escape => Some(within("\\n")),
        // One before or behind a text fills it up, and is no damage.
        Damage::Nul => (middle > 0).then(|| within("\0")),
        Damage::Workbook => Some(format!("{value}_x000D_")),
        Damage::Units => {
            let (at, c) = value.char_indices().nth(value.chars().count() / 2)?;
            let (before, rest) = (&value[..at], &value[at + c.len_utf8()..]);
            Some(format!("{before}\\u{:04x}{rest}", u32::from(c)))
        }
        Damage::Formula => Some("=VLOOKUP(A2,Sheet2!A:B,2,0)".to_owned()),
        Damage::Place => Some("{{name}}".to_owned()),
        Damage::Truth => Some("TRUE".to_owned()),
        Damage::Foreign => Some("#WERT!".to_owned()),
        Damage::Ellipsis => Some(format!("{}…", &value[..middle.max(1)])),
        Damage::Box => instead(ideograph()?, "□"),
        Damage::Separator => Some(";".to_owned()),
        Damage::Filler => Some("\u{3164}\u{3164}".to_owned()),
        Damage::Latin => Some(within("ï¿½")),
        Damage::Elsewhere => Some("见简历".to_owned()),
        Damage::Unchosen => Some("--请选择--".to_owned()),
        Damage::ErrorNumber => Some("-2146826246".to_owned()),
        Damage::Equals => value
            .starts_with(|c: char| c.is_ascii_digit() || ('\u{4E00}'..='\u{9FFF}').contains(&c))
            .then(|| format!("={value}")),
    }
}

type Read = (Result<Option<Value<'static>>, Code>, Vec<Code>);

fn read_as(ty: FieldType, document_type: Option<i64>, text: &str) -> Read {
    let reading = reading();
    let cx = Context { document_type, ..Context::new(&reading) };
    let mut notes = Notes::default();
    let read = read(ty, RawCell::Text(text), &cx, &mut notes);
    let read = read.map(|value| value.map(Value::into_owned)).map_err(|complaint| complaint.code);
    (read, notes.warnings.iter().map(|warning| warning.code).collect())
}

/// What happened, in the words of the table: to a value that is `sound` without the damage.
fn happened(sound: &Read, (read, codes): &Read) -> Option<Fate> {
    let more: Vec<_> = codes.iter().filter(|code| !sound.1.contains(code)).collect();
    let told = |is: fn(Code) -> bool| more.iter().any(|code| is(**code));
    match read {
        Err(code) => (code.severity() == Severity::Error).then_some(Fate::Error),
        Ok(None) => told(|code| code == Code::RepairedNothing).then_some(Fate::Blank),
        Ok(Some(_)) if told(|code| !code.is_repair()) => Some(Fate::Warning),
        Ok(Some(_)) if told(Code::is_repair) => (sound.0 == *read).then_some(Fate::Repair),
        Ok(Some(_)) => None,
    }
}

#[test]
fn every_damage_of_every_type_meets_the_fate_that_the_table_says() {
    let mut wrong = Vec::new();
    for row @ Row { ty, document, values, .. } in TABLE {
        let (ty, document) = (*ty, *document);
        for (damage, fate) in row.each() {
            let mut planted = 0;
            for value in *values {
                let Some(damaged) = plant(damage, value) else { continue };
                planted += 1;
                // An ideograph that stands in for another is held against that one.
                let meant = damaged.replace('\u{F9B4}', "領");
                let meant = if damage == Damage::Compatibility { meant.as_str() } else { value };
                let sound = read_as(ty, document, meant);
                let after = read_as(ty, document, &damaged);
                let agrees = match fate {
                    Fate::Never(_) => false,
                    Fate::Sound(_) => after.0.is_ok() && after.1 == sound.1,
                    Fate::Same(_) => after == sound,
                    Fate::Error | Fate::Warning | Fate::Repair | Fate::Blank => {
                        happened(&sound, &after) == Some(fate)
                    }
                };
                if !agrees {
                    wrong.push(format!(
                        "{ty:?} {damage:?} {fate:?}: {value} as {damaged} gives {:?}, {:?}",
                        after.0.err(),
                        after.1
                    ));
                }
            }
            if (planted == 0) != matches!(fate, Fate::Never(_)) {
                wrong.push(format!("{ty:?} {damage:?} {fate:?}: planted {planted} times"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Sound values of a type, as people of many places write them; none where the few of [`TABLE`] do.
fn sound_values(ty: FieldType, document: Option<i64>) -> Option<&'static str> {
    Some(match (ty, document) {
        (FieldType::Name, _) => {
            "[赵钱孙李周吴郑王冯陈无空][明国华建文军平志伟]{1,2}|[A-Z][a-z]{2,7} [A-Z][a-z]{2,7}|[古丽娜买提]{2,3}·[艾合买提]{2,4}"
        }
        (FieldType::Text, _) => {
            "(无锡|空军|未来|上海|不列颠)(交通|理工|师范)?(大学|学院|公司)|[A-Z][a-z]{3,9} (University|Ltd\\.)|负责[核心系统开发测试]{2,9}(，参与[设计运维]{2,9})?。|[A-C]\\*算法|R&D [A-Z]"
        }
        (FieldType::Email, _) => {
            "[a-m][a-z0-9]{2,8}([._+-][a-z0-9]{1,5})?@[a-z]{4,8}\\.(com|cn|com\\.cn)"
        }
        (FieldType::Mobile, _) => "1[3-9][0-9]{9}",
        (FieldType::DocumentNumber, Some(2)) => "[EGP][0-9]{8}",
        (FieldType::Id(_), _) => "(CT_|D_|od-)?[1-9][0-9]{2,14}",
        (FieldType::Percent, _) => "[1-9][0-9]?%?",
        (FieldType::DateMillis { .. } | FieldType::Date | FieldType::DateMidnight, _) => {
            "(19[5-9][0-9]|20[01][0-9])(-(0[1-9]|1[0-2])-(0[1-9]|[12][0-8])|(0[1-9]|1[0-2])(0[1-9]|[12][0-8])|年[1-9]月1[0-9]日)"
        }
        (
            FieldType::DocumentNumber
            | FieldType::MobileCountry
            | FieldType::Choice(_)
            | FieldType::IdList(_)
            | FieldType::Custom(_),
            _,
        ) => return None,
    })
}

proptest::proptest! {
    #[test]
    fn what_is_sound_passes_and_what_is_damaged_is_never_another_value_in_silence(
        seed in proptest::prelude::any::<[u8; 32]>(),
    ) {
        use proptest::strategy::{Strategy as _, ValueTree as _};
        use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
        let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
        let mut runner = TestRunner::new_with_rng(Config::default(), rng);
        for row @ Row { ty, document, .. } in TABLE {
            let (ty, document) = (*ty, *document);
            let Some(pattern) = sound_values(ty, document) else { continue };
            let tree = proptest::string::string_regex(pattern).unwrap().new_tree(&mut runner);
            let value = tree.unwrap().current();
            let sound = read_as(ty, document, &value);
            proptest::prop_assert!(matches!(sound.0, Ok(Some(_))), "{:?} {}: {:?}", ty, value, sound.0.err());
            proptest::prop_assert!(sound.1.is_empty(), "{:?} {}: {:?}", ty, value, sound.1);
            for (damage, fate) in row.each() {
                let Some(damaged) = plant(damage, &value) else { continue };
                let after = read_as(ty, document, &damaged);
                let silent = after.1.is_empty() && after.0.is_ok() && after.0 != sound.0;
                let says = matches!(fate, Fate::Sound(_));
                proptest::prop_assert!(!silent || says, "{:?} {:?}: {} as {}", ty, damage, value, damaged);
            }
        }
    }
}

#[test]
fn sound_values_are_read_without_a_word() {
    for Row { ty, document, values, .. } in TABLE {
        for value in *values {
            let (read, codes) = read_as(*ty, *document, value);
            assert!(matches!(read, Ok(Some(_))), "{ty:?} {value}: {:?}", read.err());
            // Months stand for their first day, short cards for long ones: told, and no damage.
            let usual = [Code::DateWithoutDay, Code::IdCardUpgraded];
            assert!(codes.iter().all(|code| usual.contains(code)), "{ty:?} {value}: {codes:?}");
        }
    }
}

/// The place of a type in the table: exhaustive, so that the compiler asks for a new one.
const fn kind_of(ty: FieldType) -> (u8, Option<CustomType>) {
    match ty {
        FieldType::Name => (0, None),
        FieldType::Text => (1, None),
        FieldType::Email => (2, None),
        FieldType::Mobile => (3, None),
        FieldType::MobileCountry => (4, None),
        FieldType::DocumentNumber => (5, None),
        FieldType::Choice(_) => (6, None),
        FieldType::DateMillis { end: false } => (7, None),
        FieldType::DateMillis { end: true } => (8, None),
        FieldType::Date => (9, None),
        FieldType::DateMidnight => (10, None),
        FieldType::Id(_) => (11, None),
        FieldType::IdList(_) => (12, None),
        FieldType::Percent => (13, None),
        FieldType::Custom(ty) => (14, Some(ty)),
    }
}

#[test]
fn every_type_has_its_row() {
    for ty in super::laws::types() {
        let has = TABLE.iter().any(|row| kind_of(row.ty) == kind_of(ty));
        assert!(has, "{ty:?} has no row in the table of damages");
    }
}
