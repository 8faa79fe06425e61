//! What a code of the API means where an endpoint answers it: a column of the endpoint's table. The
//! same number means different things at different endpoints.
//!
//! Must not know: how an answer is read, what is done about a meaning.

/// What a code means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Definitely refused, for what the request holds.
    Refused(Refusal),
    /// Somebody with these keys exists.
    Duplicate,
    /// The client token was seen.
    TokenSeen,
    /// Not executed: too many requests.
    Throttled,
    /// Not executed: the access token was rejected.
    TokenRejected,
    /// Perhaps executed.
    ServerError,
    /// No answer of the API's own, so perhaps executed.
    NotTheApi,
    /// Not executed, and nothing else would be.
    Halt(HaltKind),
}

/// Why a request was refused, where that matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// 1002009: one mobile number of the batch is wrong, and the whole batch is refused for it.
    BadMobile,
    /// 1160104: outside the app's data range.
    NotVisible,
    /// 1002102: no such talent, or deleted.
    Absent,
    /// Another reason; see the code.
    Other,
}

/// Why no request would be answered as it should, before it is known which scopes an answer names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HaltKind {
    /// App id or secret are wrong, or belong to another base URL.
    Credentials,
    /// The app lacks a permission.
    Permission,
    /// The tenant's API calls of this month are used up.
    Quota,
    /// The app is disabled.
    AppDisabled,
    /// The app is not installed in this tenant.
    NotInstalled,
    /// This machine's address is not on the app's list.
    IpNotAllowed,
    /// The tenant has no CoreHR, or has not opened it to this app.
    NotEnabled,
    /// There is no such API at this base URL.
    WrongAddress,
}

/// One documented code, or several that follow each other.
#[derive(Clone, Copy, Debug)]
pub struct ApiCode {
    first: i64,
    last: i64,
    meaning: Meaning,
    words: Option<(&'static str, &'static str)>,
}

impl ApiCode {
    /// One code.
    pub const fn new(code: i64, meaning: Meaning) -> Self {
        Self::range(code, code, meaning)
    }

    /// The codes from `first` to `last`.
    pub const fn range(first: i64, last: i64, meaning: Meaning) -> Self {
        Self { first, last, meaning, words: None }
    }

    /// With what it says of a request that is refused, Chinese and English: the API's own messages
    /// may change, come in one language, and seldom say what to mend.
    #[must_use]
    pub const fn words(mut self, zh: &'static str, en: &'static str) -> Self {
        self.words = Some((zh, en));
        self
    }

    /// What it means.
    pub const fn meaning(&self) -> Meaning {
        self.meaning
    }

    /// What it says of a request, Chinese and English.
    pub const fn said(&self) -> Option<(&'static str, &'static str)> {
        self.words
    }

    /// The entry of a code among these.
    pub fn find(all: &[Self], code: i64) -> Option<&Self> {
        all.iter().find(|one| (one.first..=one.last).contains(&code))
    }
}
