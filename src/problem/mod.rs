//! What can be wrong, said to a person: a closed catalogue of codes with texts in Chinese and
//! English, and the frame that every message stands in.
//!
//! Must not know: how a problem was found, or where it is shown.
//!
//! To add a problem: one entry in `catalogue.rs`, in its group; the compiler asks for both languages
//! and an example, the law test for equal placeholders.

pub mod arg;
pub mod catalogue;
pub mod example;
pub mod fault;
pub mod lang;
pub mod place;
mod quoted;
pub mod reason;
pub mod shown;

pub use arg::{Arg, both};
pub use catalogue::{Code, Severity};
pub use lang::Lang;
pub use place::{Place, Problem};
pub(crate) use quoted::quoted;
pub use reason::{Lost, Reason, Unmade, Unsent};
pub use shown::{is_unruly, shown, shown_path};

use serde::{Deserialize, Serialize};

use example::Value;

/// A code with the values that its text names: what is wrong, without where.
///
/// The values must not hold a person's data: file, sheet, header, field and option names, counts,
/// dates of the calendar and masked values only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Complaint {
    /// The catalogue's entry.
    pub code: Code,
    /// The values for `{0}`, `{1}`, … of its texts.
    pub args: Vec<Arg>,
}

impl Complaint {
    /// A complaint whose text names nothing.
    pub const fn new(code: Code) -> Self {
        Self { code, args: Vec::new() }
    }

    /// A complaint with the values that its text names, in order.
    pub fn with<I, S>(code: Code, args: I) -> Self
    where
        I: IntoIterator<Item = S>,
        S: Into<Arg>,
    {
        Self { code, args: args.into_iter().map(Into::into).collect() }
    }

    /// A code with the values of its example.
    pub fn example(code: Code) -> Self {
        let of = |value: &Value| match value {
            Value { zh, en } if zh == en => Arg::from(*zh),
            Value { zh, en } => both(zh, en),
        };
        Self::with(code, code.example().args.iter().map(of))
    }

    /// What is wrong, as a sentence without a full stop.
    pub fn message(&self, lang: Lang) -> String {
        fill(self.code.texts(lang).message, &self.args, lang)
    }

    /// What to do next; empty where the message says it all.
    pub fn hint(&self, lang: Lang) -> String {
        fill(self.code.texts(lang).hint, &self.args, lang)
    }

    /// What all problems of its cause share: without the readings of one date, or the option that one
    /// label may mean.
    #[must_use]
    pub fn of_cause(&self) -> Self {
        let mut cause = self.clone();
        if self.code == Code::DateAmbiguous {
            cause.args = day_or_month_first().to_vec();
        } else if self.code == Code::ChoiceUnknown {
            cause.args.truncate(NEAREST);
        }
        cause
    }

    /// The option that a label may mean, as a remark behind it; none where nothing is near.
    pub fn nearest(&self) -> Option<&Arg> {
        let of_choice = self.code == Code::ChoiceUnknown;
        self.args.get(NEAREST).filter(|_| of_choice)
    }

    /// What its values say, in English.
    #[cfg(test)]
    pub(crate) fn values(&self) -> Vec<&str> {
        self.args.iter().map(|arg| arg.pick(Lang::En)).collect()
    }

    /// Message, and hint where there is one, on one line.
    pub fn say(&self, lang: Lang) -> String {
        let hint = self.hint(lang);
        if hint.is_empty() {
            self.message(lang)
        } else {
            match lang {
                Lang::Zh => format!("{}。{hint}", self.message(lang)),
                Lang::En => format!("{}. {hint}", self.message(lang)),
            }
        }
    }
}

impl std::fmt::Display for Complaint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.say(Lang::En))
    }
}

impl std::error::Error for Complaint {}

/// What the system says of a file, as a value of a complaint: in both languages where it is one of
/// the usual things or one of ours, else in the system's own words.
#[expect(clippy::wildcard_enum_match_arm, reason = "the system's list is long and grows")]
pub fn of_system(error: &std::io::Error) -> Arg {
    use std::io::ErrorKind;
    if let Some(said) = error.get_ref().and_then(|inner| inner.downcast_ref::<Arg>()) {
        return said.clone();
    }
    match error.kind() {
        ErrorKind::NotFound => both("没有这个文件或文件夹", "no such file or folder"),
        ErrorKind::PermissionDenied => both("没有权限", "permission denied"),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => both("磁盘已满", "the disk is full"),
        ErrorKind::ReadOnlyFilesystem => both("磁盘是只读的", "the disk is read-only"),
        ErrorKind::NotADirectory => {
            both("路径中有一段不是文件夹", "part of the path is not a folder")
        }
        ErrorKind::IsADirectory => both("这是一个文件夹", "it is a folder"),
        _ => Arg::Plain(error.to_string()),
    }
}

/// The place of the nearest option among the values of `choice-unknown`.
const NEAREST: usize = 2;

/// The two readings of a date such as 03/04/2024, without the date.
pub fn day_or_month_first() -> [Arg; 2] {
    [both("日/月/年", "day/month/year"), both("月/日/年", "month/day/year")]
}

/// Replace `{0}`, `{1}`, … by the values; a value that is missing leaves its placeholder out.
fn fill(template: &str, args: &[Arg], lang: Lang) -> String {
    let mut out = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        let (before, from_open) = rest.split_at(open);
        out.push_str(before);
        let Some(close) = from_open.find('}') else {
            out.push_str(from_open);
            return out;
        };
        if let Ok(index) = from_open[1..close].parse::<usize>() {
            let value = args.get(index).map_or("", |arg| arg.pick(lang));
            out.push_str(&shown(value));
        }
        rest = &from_open[close + 1..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_with_braces_is_not_filled_again() {
        assert_eq!(fill("a {0} b {1}", &["{1}".into(), "x".into()], Lang::Zh), "a {1} b x");
        assert_eq!(fill("none {3}.", &[], Lang::En), "none .");
    }

    #[test]
    fn a_value_forges_no_line_of_a_message() {
        let complaint = Complaint::with(Code::FileMissing, ["a\n错误 [x]\u{1b}[2J\u{202E}.csv"]);
        assert_eq!(complaint.message(Lang::Zh), "找不到文件「a 错误 [x]‹U+001B›[2J‹U+202E›.csv」");
    }

    #[test]
    fn a_value_is_said_in_the_language_of_its_sentence() {
        let args = [both("本科", "Bachelor")];
        assert_eq!(fill("按「{0}」处理", &args, Lang::Zh), "按「本科」处理");
        assert_eq!(fill("taken for {0}", &args, Lang::En), "taken for Bachelor");
    }
}
