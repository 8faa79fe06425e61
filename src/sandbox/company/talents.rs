//! The shape of what hire knows of a company, as a file for `--tenant` says it.
//!
//! Must *not* know how the API shows it.

use serde::Deserialize;

use super::name::Name;

/// A module of a talent in hire.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct TalentModule {
    pub(crate) id: String,
    pub(crate) name: Name,
    pub(crate) custom: bool,
    pub(crate) required: bool,
    pub(crate) closed: bool,
    pub(crate) fields: Vec<TalentField>,
}

/// A field of a module.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct TalentField {
    pub(crate) id: String,
    pub(crate) name: Name,
    /// `object_type`: 1 line, 2 lines, 3 single, 4 multiple, 5 date, 9 number, 10 built in …
    #[serde(rename = "type")]
    pub(crate) kind: i64,
    pub(crate) custom: bool,
    pub(crate) required: bool,
    pub(crate) closed: bool,
    /// Each by its key, from `"1"` on.
    pub(crate) options: Vec<TalentOption>,
}

/// An option of a talent's field.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct TalentOption {
    pub(crate) key: String,
    pub(crate) name: Name,
    pub(crate) closed: bool,
}

/// 简历来源.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct ResumeSource {
    pub(crate) id: String,
    pub(crate) name: Name,
    /// `resume_source_type`: `"10000"` and on.
    #[serde(rename = "type")]
    pub(crate) kind: String,
    pub(crate) closed: bool,
}

/// 人才文件夹.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct TalentFolder {
    pub(crate) id: String,
    pub(crate) name: String,
    /// An employment id.
    pub(crate) owner: String,
}
