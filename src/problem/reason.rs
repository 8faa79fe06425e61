//! Why an attempt or a look came to what it did: a word with its arguments, as journals keep it, and
//! the words of it that a person reads.
//!
//! Must not know: where it is kept, how a request is sent.

use serde::{Deserialize, Serialize};

use super::{Arg, Code, Lang, Place, both};

/// Why an attempt or a look came to what it did. It holds no personal data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// What muster found out, as an entry of the catalogue.
    Found(Code),
    /// What the API said: its message, and each field that it names with what it says of it.
    Said {
        /// The message.
        message: String,
        /// Fields, and what is said of them.
        fields: Vec<(String, String)>,
    },
    /// There is no usable answer; with what the API said, where it did.
    Lost(Lost, String),
    /// It never reached the server.
    Unsent(Unsent),
    /// The access token was rejected.
    TokenRejected,
    /// The answer stops the whole run; with what the API said.
    Halted(String),
    /// The API has it already, again and again.
    Duplicate,
    /// The run that it belongs to was abandoned, or replaced by another.
    RunGone,
    /// It waits for the record of a row that was not made.
    After {
        /// The file.
        file: String,
        /// The sheet; none for CSV.
        sheet: Option<String>,
        /// The row, as Excel numbers it.
        row: u32,
        /// Why it was not.
        how: Unmade,
    },
    /// In the words of a journal that was written before reasons had a form.
    Earlier(String),
}

/// Why a record that others wait for was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unmade {
    /// It came to nothing: refused, in conflict, or waiting in vain itself.
    Failed,
    /// It was sent, and nobody knows what became of it.
    Unknown,
    /// It was not sent yet.
    Unsent,
}

impl Unmade {
    /// Every one.
    const ALL: [Self; 3] = [Self::Failed, Self::Unknown, Self::Unsent];

    /// Its word in the journal.
    const fn label(self) -> &'static str {
        match self {
            Self::Failed => "failed",
            Self::Unknown => "unknown",
            Self::Unsent => "unsent",
        }
    }
}

/// Why it is not known whether a request was executed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lost {
    /// No whole answer within the time limit of one request.
    Timeout,
    /// The connection broke after the request, or a part of it, had been sent.
    Broken,
    /// The answer's body is longer than what is read.
    TooLong,
    /// The answer's body broke off, or cannot be decompressed.
    CutShort,
    /// The answer is not the API's: a proxy's page, an empty or truncated body, no `code`.
    NotTheApi,
    /// The API says that something went wrong on its side.
    ServerError,
    /// The API reports success in an answer whose status says the opposite.
    Contradiction,
    /// The API reports success and does not name what it made.
    Unnamed,
}

impl Lost {
    /// Every one.
    const ALL: [Self; 8] = [
        Self::Timeout,
        Self::Broken,
        Self::TooLong,
        Self::CutShort,
        Self::NotTheApi,
        Self::ServerError,
        Self::Contradiction,
        Self::Unnamed,
    ];

    /// A stable word, for the journal and for logs.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Timeout => "timeout",
            Self::Broken => "connection broken",
            Self::TooLong => "answer too long",
            Self::CutShort => "answer cut short",
            Self::NotTheApi => "answer is not the API's",
            Self::ServerError => "server error",
            Self::Contradiction => "contradictory answer",
            Self::Unnamed => "created without id",
        }
    }

    /// What a person reads.
    const fn text(self, lang: Lang) -> &'static str {
        let zh = match self {
            Self::Timeout => "超时",
            Self::Broken => "连接中断",
            Self::TooLong => "应答过长",
            Self::CutShort => "应答不完整",
            Self::NotTheApi => "应答不是飞书接口的",
            Self::ServerError => "服务器出错",
            Self::Contradiction => "应答自相矛盾",
            Self::Unnamed => "应答说已创建，但没有给出 ID",
        };
        lang.pick(zh, self.label())
    }
}

/// Why a request never reached the server. May be sent again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unsent {
    /// The host's name has no address.
    Dns,
    /// The host refuses the connection.
    Refused,
    /// No connection in time.
    ConnectTimeout,
    /// The host's certificate doesn't verify. Trying again doesn't help.
    Certificate,
    /// The handshake failed for another reason.
    Tls,
    /// No connection for another reason: no route, a proxy that refuses, a closed socket.
    Connect,
    /// The request could not be made: a bug of ours (a permit for another endpoint, a bad URL).
    Unmade,
}

impl Unsent {
    /// Every one.
    const ALL: [Self; 7] = [
        Self::Dns,
        Self::Refused,
        Self::ConnectTimeout,
        Self::Certificate,
        Self::Tls,
        Self::Connect,
        Self::Unmade,
    ];

    /// A stable word, for the journal and for logs.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Dns => "dns",
            Self::Refused => "connection refused",
            Self::ConnectTimeout => "connect timeout",
            Self::Certificate => "certificate",
            Self::Tls => "tls",
            Self::Connect => "cannot connect",
            Self::Unmade => "request not made",
        }
    }

    /// What a person reads.
    const fn text(self, lang: Lang) -> &'static str {
        let zh = match self {
            Self::Dns => "找不到主机的地址",
            Self::Refused => "连接被拒绝",
            Self::ConnectTimeout => "连接超时",
            Self::Certificate => "证书没有通过验证",
            Self::Tls => "加密握手失败",
            Self::Connect => "连接不上",
            Self::Unmade => "请求没有发出",
        };
        lang.pick(zh, self.label())
    }
}

/// A reason with arguments, as it is kept.
#[derive(Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct StoredReason {
    /// [`Reason::label`].
    why: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    message: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fields: Vec<(String, String)>,
}

const SAID: &str = "said";
const TOKEN_REJECTED: &str = "token rejected";
const HALTED: &str = "halt";
const DUPLICATE: &str = "duplicate";
const RUN_GONE: &str = "run gone";
const AFTER: &str = "after";
const SHEET: &str = "sheet";
const ROW: &str = "row";
const HOW: &str = "how";

impl Reason {
    /// What the API said in one sentence.
    pub fn said(message: impl Into<String>) -> Self {
        Self::Said { message: message.into(), fields: Vec::new() }
    }

    /// Its stable word: for what was found, the code's id. Earlier reasons are their own.
    pub fn label(&self) -> &str {
        match self {
            Self::Found(code) => code.id(),
            Self::Said { .. } => SAID,
            Self::Lost(why, _) => why.label(),
            Self::Unsent(why) => why.label(),
            Self::TokenRejected => TOKEN_REJECTED,
            Self::Halted(_) => HALTED,
            Self::Duplicate => DUPLICATE,
            Self::RunGone => RUN_GONE,
            Self::After { .. } => AFTER,
            Self::Earlier(text) => text,
        }
    }

    /// As a journal keeps it: the bare id of what was found, else an object of word and arguments.
    pub fn kept(&self) -> String {
        let (message, fields) = match self {
            Self::Found(_) | Self::Earlier(_) => return self.label().to_owned(),
            Self::Said { message, fields } => (message.clone(), fields.clone()),
            Self::Lost(_, message) | Self::Halted(message) => (message.clone(), Vec::new()),
            Self::Unsent(_) | Self::TokenRejected | Self::Duplicate | Self::RunGone => {
                (String::new(), Vec::new())
            }
            Self::After { file, sheet, row, how } => {
                let sheet = sheet.iter().map(|sheet| (SHEET.to_owned(), sheet.clone()));
                let row = (ROW.to_owned(), row.to_string());
                let how = (HOW.to_owned(), how.label().to_owned());
                (file.clone(), sheet.chain([row, how]).collect())
            }
        };
        let kept = StoredReason { why: self.label().to_owned(), message, fields };
        serde_json::to_string(&kept).unwrap_or(kept.why)
    }

    /// What a journal keeps. A bare word of before is known where it is one of ours; a sentence stays
    /// as it is.
    pub fn of_kept(text: &str) -> Self {
        if let Ok(StoredReason { why, message, fields }) = serde_json::from_str(text)
            && let Some(reason) = Self::of(&why, message, fields)
        {
            return reason;
        }
        if let Some(code) = Code::of(text) {
            return Self::Found(code);
        }
        let lost = Lost::ALL.into_iter().find(|why| why.label() == text);
        lost.map_or_else(|| Self::Earlier(text.to_owned()), |why| Self::Lost(why, String::new()))
    }

    fn of(word: &str, message: String, fields: Vec<(String, String)>) -> Option<Self> {
        let lost = Lost::ALL.into_iter().find(|why| why.label() == word);
        let unsent = Unsent::ALL.into_iter().find(|why| why.label() == word);
        Some(match (word, lost, unsent) {
            (_, Some(why), _) => Self::Lost(why, message),
            (_, _, Some(why)) => Self::Unsent(why),
            (SAID, ..) => Self::Said { message, fields },
            (TOKEN_REJECTED, ..) => Self::TokenRejected,
            (HALTED, ..) => Self::Halted(message),
            (DUPLICATE, ..) => Self::Duplicate,
            (RUN_GONE, ..) => Self::RunGone,
            (AFTER, ..) => {
                let of = |name| fields.iter().find(|(field, _)| field == name);
                let sheet = of(SHEET).map(|(_, sheet)| sheet.clone());
                let row = of(ROW).and_then(|(_, row)| row.parse().ok())?;
                let how = of(HOW).and_then(|(_, word)| {
                    Unmade::ALL.into_iter().find(|how| how.label() == word)
                })?;
                Self::After { file: message, sheet, row, how }
            }
            _ => return None,
        })
    }

    /// The same as a value of a complaint.
    pub fn both(&self) -> Arg {
        both(&self.text(Lang::Zh), &self.text(Lang::En))
    }

    /// What a person reads. Of what was found that is its entry's to say: here is its id.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::Found(_) | Self::Earlier(_) => self.label().to_owned(),
            Self::Said { message, fields } => {
                let fields = fields.iter().map(|(field, said)| format!("{field}: {said}"));
                let message = Some(message.clone()).filter(|said| !said.is_empty());
                message.into_iter().chain(fields).collect::<Vec<_>>().join("; ")
            }
            Self::Lost(why, message) if message.is_empty() => why.text(lang).to_owned(),
            Self::Lost(why, message) => format!("{}: {message}", why.text(lang)),
            Self::Unsent(why) => why.text(lang).to_owned(),
            Self::Halted(message) if message.is_empty() => lang.pick("已停止", HALTED).to_owned(),
            Self::Halted(message) => message.clone(),
            Self::TokenRejected => lang.pick("访问令牌被拒绝", TOKEN_REJECTED).to_owned(),
            Self::Duplicate => lang.pick("重复", DUPLICATE).to_owned(),
            Self::After { file, sheet, row, .. } => Place {
                file: Some(file.as_str().into()),
                sheet: sheet.as_deref().map(Into::into),
                row: Some(*row),
                column: None,
            }
            .show(lang),
            Self::RunGone => lang
                .pick("它所属的导入已放弃或被取代", "its run was abandoned or replaced")
                .to_owned(),
        }
    }
}

impl From<Lost> for Reason {
    fn from(why: Lost) -> Self {
        Self::Lost(why, String::new())
    }
}

impl From<Unsent> for Reason {
    fn from(why: Unsent) -> Self {
        Self::Unsent(why)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> Vec<Reason> {
        let fields = vec![("mobile".to_owned(), "too short".to_owned())];
        let mut all = vec![
            Reason::Found(Code::TwoPeople),
            Reason::said("invalid parameter"),
            Reason::said(""),
            Reason::Said { message: "failed".into(), fields },
            Reason::Lost(Lost::ServerError, "try later".into()),
            Reason::TokenRejected,
            Reason::Halted(String::new()),
            Reason::Halted("no quota".into()),
            Reason::Duplicate,
            Reason::RunGone,
            Reason::After {
                file: "a.xlsx".into(),
                sheet: Some("甲".into()),
                row: 12,
                how: Unmade::Unsent,
            },
            Reason::After { file: "a.csv".into(), sheet: None, row: 2, how: Unmade::Failed },
            Reason::Earlier("two people".into()),
        ];
        all.extend(Lost::ALL.map(Reason::from));
        all.extend(Unsent::ALL.map(Reason::from));
        all
    }

    #[test]
    fn a_reason_is_read_as_it_was_kept() {
        for reason in all() {
            assert_eq!(Reason::of_kept(&reason.kept()), reason);
        }
    }

    #[test]
    fn words_are_one_reason_each() {
        let mut words: Vec<_> = Lost::ALL.iter().map(|why| why.label()).collect();
        words.extend(Unsent::ALL.iter().map(|why| why.label()));
        words.extend([SAID, TOKEN_REJECTED, HALTED, DUPLICATE, RUN_GONE, AFTER]);
        for (at, word) in words.iter().enumerate() {
            assert!(!words[..at].contains(word) && Code::of(word).is_none(), "{word}");
        }
    }

    #[test]
    fn what_earlier_journals_say_is_shown_as_it_is() {
        let shown = |text: &str| [Lang::Zh, Lang::En].map(|lang| Reason::of_kept(text).text(lang));
        for text in
            ["invalid parameter; mobile: x", "server error: busy", "{\"why\":\"x\"}", "{}", ""]
        {
            assert_eq!(shown(text), [text, text]);
        }
        assert_eq!(shown("timeout"), ["超时", "timeout"], "a word of before is known");
        assert_eq!(Reason::of_kept("name-differs"), Reason::Found(Code::NameDiffers));
    }

    #[test]
    fn a_reason_is_told_in_both_languages() {
        for reason in all().iter().filter(|reason| !reason.text(Lang::En).is_empty()) {
            assert!(!reason.text(Lang::Zh).is_empty(), "{reason:?}");
        }
        let lost = Reason::Lost(Lost::ServerError, "busy".into());
        assert_eq!(lost.text(Lang::En), "server error: busy");
        assert_eq!(lost.text(Lang::Zh), "服务器出错: busy");
    }
}
