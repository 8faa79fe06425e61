//! The quotes with which a program keeps Excel from touching a cell, left in it: `'张三`, `="张三"`.
//!
//! Must not know: which field the text is for.

use super::Notes;
use super::clean::trimmed;
use super::han::is_han;
use crate::problem::{Code, Complaint};

/// What stands within such quotes, which is told; none where the text has none, or its quote is its
/// own. `quotes`: those that a program has put round a whole text are none of its own either.
pub(super) fn undone(text: &str, quotes: bool, notes: &mut Notes) -> Option<String> {
    let text = text.trim_start_matches([' ', '\t']);
    let inner = match text.chars().next()? {
        '=' | '＝' => of_formula(text)?,
        '\'' | '＇' => of_prefix(text)?.to_owned(),
        '"' if quotes => within_quotes(trimmed(text))?.to_owned(),
        _ => return None,
    };
    notes.warn(Complaint::new(Code::RepairedQuote));
    Some(undone(&inner, quotes, notes).unwrap_or(inner))
}

/// `"张三"`, and no other quote.
fn within_quotes(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('"')?.strip_suffix('"')?;
    (!inner.contains('"') && !trimmed(inner).is_empty()).then_some(inner)
}

/// A formula that is nothing but a text, in which a quote is written twice, or a number or a word of
/// ideographs: `="张三"`, `=689`, `=张三`.
fn of_formula(text: &str) -> Option<String> {
    const QUOTES: [char; 2] = ['"', '＂'];
    let formula = trimmed(text).strip_prefix(['=', '＝'])?;
    let is_word = |c: char| c.is_ascii_alphanumeric() || is_han(c) || c == '.';
    let signs = ['(', ')', '+', '*', '/', '&', '=', '<', '>', '"', '!'];
    if formula.starts_with(|c: char| c.is_ascii_digit()) && formula.chars().all(is_word)
        || formula.starts_with(is_han) && !formula.contains(signs)
    {
        return Some(formula.to_owned());
    }
    let inner = formula.strip_prefix(QUOTES)?.strip_suffix(QUOTES)?;
    let is_whole = !inner.replace("\"\"", "").contains('"');
    is_whole.then(|| inner.replace("\"\"", "\""))
}

/// A text behind an apostrophe. That of `'t Hooft` is its own, that of `'90s` and of `'Yes' or 'No'` too.
fn of_prefix(text: &str) -> Option<&str> {
    const ADDRESSES: [&str; 4] = ["http://", "https://", "ftp://", "www."];
    let rest = text.strip_prefix(['\'', '＇'])?;
    let first = rest.chars().next()?;
    let is_address = || ADDRESSES.iter().any(|start| rest.starts_with(start)) || rest.contains('@');
    let begins = match first {
        'a'..='z' => is_address() && !rest.contains(char::is_whitespace),
        '0'..='9' => !is_short_year(rest),
        '\'' | '"' => false,
        _ => !first.is_whitespace(),
    };
    (begins && !closes(rest)).then_some(rest)
}

/// `90s`, `08年`: two figures and no third.
fn is_short_year(text: &str) -> bool {
    let behind = text.trim_start_matches(|c: char| c.is_ascii_digit());
    text.len() - behind.len() == 2 && behind.starts_with(['s', ' ', '年', '级', '届'])
}

/// Another apostrophe ends a quotation: no letter follows on it.
fn closes(text: &str) -> bool {
    text.split(['\'', '＇']).skip(1).any(|rest| !rest.starts_with(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::types::read;
    use crate::check::types::testing::alone;
    use crate::check::value::Value;
    use crate::kinds::talent::TALENT;
    use crate::sheet::RawCell;
    use crate::spec::{CustomType, FieldType, IdOf};

    /// What a type reads, and the codes of what it says.
    fn read_as(ty: FieldType, text: &str) -> (String, Vec<Code>) {
        let mut notes = Notes::default();
        let value = match read(ty, RawCell::Text(text), &alone(), &mut notes) {
            Ok(Some(Value::Text(text))) => text.to_string(),
            Ok(Some(Value::Int(number))) => number.to_string(),
            Ok(Some(Value::List(items))) => items.join("+"),
            Ok(None) => String::new(),
            Err(complaint) => complaint.code.id().to_owned(),
        };
        (value, notes.warnings.iter().map(|warning| warning.code).collect())
    }

    #[test]
    fn the_quotes_against_excel_go_in_every_type() {
        let gender = TALENT.field("basic_info.gender").unwrap().ty;
        for (ty, text) in [
            (FieldType::Name, "张三"),
            (FieldType::Name, "O'Brien"),
            (FieldType::Text, "清华大学"),
            (FieldType::Text, "Tsinghua University"),
            (FieldType::Text, "https://a.com"),
            (FieldType::Text, "123456"),
            (FieldType::Email, "zhao@example.com"),
            (FieldType::Mobile, "13800138000"),
            (FieldType::Date, "2024-05-01"),
            (FieldType::DateMillis { end: false }, "2024-05-01"),
            (FieldType::DocumentNumber, "E12345678"),
            (FieldType::Percent, "60"),
            (gender, "男"),
            (FieldType::Id(IdOf::Department), "6890452208593372679"),
            (FieldType::IdList(IdOf::City), "CT_159"),
            (FieldType::Custom(CustomType::Text), "清华大学"),
            (FieldType::Custom(CustomType::Number), "12"),
            (FieldType::Custom(CustomType::Year), "2018"),
        ] {
            let (value, mut said) = read_as(ty, text);
            said.insert(0, Code::RepairedQuote);
            for quoted in [format!("'{text}"), format!("=\"{text}\""), format!(" '=\"{text}\" ")] {
                assert_eq!(read_as(ty, &quoted), (value.clone(), said.clone()), "{quoted} {ty:?}");
            }
        }
    }

    #[test]
    fn an_apostrophe_of_the_text_itself_stays() {
        for text in ["'t Hooft", "'s-Gravenhage", "O'Brien", "D'Artagnan"] {
            assert_eq!(read_as(FieldType::Name, text), (text.into(), vec![]), "{text}");
        }
        for text in [
            "'90s rock",
            "'08年毕业",
            "'Yes' or 'No'",
            "'清华'",
            "=\"a\"&\"b\"",
            "'",
            "' a",
            "it's",
            "=1+2",
        ] {
            assert_eq!(undone(text, true, &mut Notes::default()), None, "{text}");
        }
        for (text, want) in [
            ("=6890452208593372679", "6890452208593372679"),
            ("=2024", "2024"),
            ("=张三", "张三"),
            ("\"张三\"", "张三"),
        ] {
            assert_eq!(undone(text, true, &mut Notes::default()).as_deref(), Some(want));
        }
        let said = undone("=\"said \"\"no\"\"\"", true, &mut Notes::default());
        assert_eq!(said.as_deref(), Some("said \"no\""));
    }
}
