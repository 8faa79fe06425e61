//! By which key a cell names an employee: a number, a work e-mail address, a mobile, a name.
//!
//! Must not know: who is found by it, where cells stand, how it is asked.

use crate::lexicon::normalize;
use crate::spec::IdOf;

/// An ID of figures has at least so many.
const FIGURES_OF_ID: usize = 19;

/// An employee as a cell names one, and what is wanted of the person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct PersonKey {
    /// The employment, or the job data of today.
    pub of: IdOf,
    /// The key that the cell has, without a name beside it.
    pub text: String,
}

/// In which filter a text is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum By {
    /// The employee's number.
    Number,
    /// The employment's ID.
    Employment,
    /// The work e-mail address.
    Email,
    /// The mobile, without China's dialling code.
    Mobile,
    /// The name that is shown.
    Name,
}

impl By {
    /// All, in the order in which they are asked.
    pub(crate) const ALL: [Self; 5] =
        [Self::Number, Self::Employment, Self::Email, Self::Mobile, Self::Name];
}

/// The form in which two texts that name the same person are one.
pub(crate) fn form(text: &str) -> String {
    normalize::label(text)
}

/// What a cell's text is asked for by, in this order: the first that finds somebody counts. A number may be
/// a mobile's, and a name may have the number behind it (张伟(00130)), which then says who is meant.
pub(crate) fn asked_by(text: &str) -> Vec<(By, String)> {
    let text = normalize::trim(text);
    if text.contains('@') {
        return vec![(By::Email, text.to_owned())];
    }
    if let Some(number) = number_behind(text) {
        return vec![(By::Number, number)];
    }
    let figures: String = text.chars().filter(char::is_ascii_digit).collect();
    let only_figures = text.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '+'));
    let mobile = figures.strip_prefix("86").filter(|rest| rest.len() == 11).unwrap_or(&figures);
    let mut by = Vec::new();
    if is_number(text) {
        by.push((By::Number, text.to_owned()));
        if !are_figures(text) || is_id(text) {
            by.push((By::Employment, text.to_owned()));
        }
    }
    if only_figures && mobile.len() == 11 && mobile.starts_with('1') {
        by.push((By::Mobile, mobile.to_owned()));
    }
    if by.is_empty() {
        by.push((By::Name, text.to_owned()));
    }
    by
}

/// Whether a text is an ID and no number: IDs of figures have nineteen, others tell by their beginning what
/// they are.
pub(crate) fn is_id(text: &str) -> bool {
    let begins = ["ou_", "on_"].iter().any(|with| text.starts_with(with));
    begins || (text.len() >= FIGURES_OF_ID && are_figures(text))
}

fn are_figures(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The number behind a name: 张伟(00130).
pub(crate) fn number_behind(text: &str) -> Option<String> {
    let folded = normalize::trim(text).replace('（', "(").replace('）', ")");
    let (name, number) = folded.strip_suffix(')')?.rsplit_once('(')?;
    let is_one = is_number(number) && !name.trim().is_empty();
    is_one.then(|| number.trim().to_owned())
}

/// What is looked up and kept of a cell's text: never a name with the number behind it, which says of
/// nobody that the name is his.
pub(crate) fn key(text: &str) -> String {
    number_behind(text).unwrap_or_else(|| normalize::trim(text).to_owned())
}

/// A text that may be somebody's number: letters and figures of ASCII, with at least one figure.
fn is_number(text: &str) -> bool {
    let text = text.trim();
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/');
    text.chars().all(fits) && text.chars().any(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_asked_for_by_what_it_may_be() {
        let of = |text: &str| {
            let by = asked_by(text).into_iter().map(|(by, key)| format!("{by:?} {key}"));
            by.collect::<Vec<_>>()
        };
        assert_eq!(of("A00001"), ["Number A00001", "Employment A00001"]);
        assert_eq!(of("123456789012345"), ["Number 123456789012345"]);
        let id = "6893014062142064135";
        assert_eq!(of(id), [format!("Number {id}"), format!("Employment {id}")]);
        assert_eq!(of("ou_7dab8a3d"), ["Number ou_7dab8a3d", "Employment ou_7dab8a3d"]);
        assert_eq!(of(" 10234 "), ["Number 10234"]);
        assert_eq!(of("a@example.com"), ["Email a@example.com"]);
        assert_eq!(of("13800138000"), ["Number 13800138000", "Mobile 13800138000"]);
        assert_eq!(of("+86 138-0013-8000"), ["Mobile 13800138000"]);
        assert_eq!(of("张伟(A00042)"), ["Number A00042"]);
        assert_eq!(of("张伟（A00042）"), ["Number A00042"]);
        assert_eq!(of("张伟"), ["Name 张伟"]);
        assert_eq!((key("张伟（A00042）"), key(" A00042 ")), ("A00042".into(), "A00042".into()));
        assert_eq!(key("张伟(小)"), "张伟(小)");
        assert_eq!(of("Zhang Wei"), ["Name Zhang Wei"]);
    }
}
