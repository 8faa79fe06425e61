//! Names that stand for IDs, and what the tenant's lists have for each.
//!
//! Must not know: how a name is looked up, where it stands.

use crate::problem::Lang;
use crate::spec::Slot;
use crate::tr;

/// The names that columns hold for one field of IDs.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    /// The place.
    pub slot: Slot,
    /// The different names.
    pub values: Vec<NamedValue>,
    /// There are more than were kept.
    pub cut: bool,
    /// What the tenant's list has, as cells may name it.
    pub options: Vec<String>,
}

/// One name.
#[derive(Clone, Debug)]
pub(crate) struct NamedValue {
    /// As the sheet has it.
    pub text: String,
    /// In how many rows.
    pub rows: u64,
    /// What the tenant's list has for it.
    pub found: InList,
}

/// What a list of the tenant has for a name. Texts are names, codes or paths: a mapping holds no IDs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum InList {
    /// The list is not known.
    #[default]
    Unread,
    /// One entry.
    One {
        /// How a mapping names it.
        written: String,
        /// Its ID, to be shown.
        id: String,
    },
    /// Several: some of them. The rows may say which is meant.
    Several(Vec<String>),
    /// One that may not be used.
    Inactive(String),
    /// None; what is near.
    Nothing(Vec<String>),
}

impl InList {
    /// What a mapping gives it, where that is sure.
    pub(crate) fn settled(&self) -> Option<&str> {
        match self {
            Self::One { written, .. } => Some(written),
            Self::Unread | Self::Several(_) | Self::Inactive(_) | Self::Nothing(_) => None,
        }
    }

    /// The ID of the one entry.
    pub(crate) fn id(&self) -> Option<&str> {
        match self {
            Self::One { id, .. } => Some(id),
            Self::Unread | Self::Several(_) | Self::Inactive(_) | Self::Nothing(_) => None,
        }
    }

    /// What it may be, where it is not sure.
    pub(crate) fn candidates(&self) -> &[String] {
        match self {
            Self::Several(all) | Self::Nothing(all) => all,
            Self::Unread | Self::One { .. } | Self::Inactive(_) => &[],
        }
    }

    /// What a person should know of a name; the ID stands by itself.
    pub(crate) fn note(&self, lang: Lang) -> String {
        let some = |texts: &[String]| texts.join(lang.pick("、", ", "));
        match self {
            Self::Unread | Self::One { .. } => String::new(),
            Self::Several(texts) if texts.is_empty() => {
                lang.pick("好几个，请写编码", "several: write a code").to_owned()
            }
            Self::Several(texts) => {
                let some = some(texts);
                tr!(lang, "好几个：{some}", "several: {some}")
            }
            Self::Inactive(path) => {
                tr!(lang, "「{path}」已停用", "{path} is not active")
            }
            Self::Nothing(near) if near.is_empty() => {
                lang.pick("飞书里没有", "nothing in Feishu").to_owned()
            }
            Self::Nothing(near) => {
                let near = some(near);
                tr!(lang, "飞书里没有，最接近：{near}", "nothing in Feishu; nearest: {near}")
            }
        }
    }
}
