//! One field of a kind: where it goes, what it is called, what it holds.
//!
//! Must not know: how a cell is parsed (that is `check::types`).

use super::field_type::FieldType;
use super::shown::{Form, Shown};

/// A field of a request body. Within a group, `key` and `pointer` are relative to an entry.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is said of a field by itself")]
pub struct Field {
    /// API path without indices: `basic_info.name`; in a group the rest of it: `school`.
    pub key: &'static str,
    /// JSON pointer in the body (`/basic_info/name`), in a group within the entry (`/school`).
    pub pointer: &'static str,
    /// The Chinese label, as the API document and Feishu's own pages print it.
    pub zh: &'static str,
    /// The English label.
    pub en: &'static str,
    /// Other headers that mean this field beyond doubt, in both languages.
    pub aliases: &'static [&'static str],
    /// Headers that mean this field even where its group's headers don't bind bare, as nothing
    /// else is so called (前公司, 项目描述).
    pub sure: &'static [&'static str],
    /// Headers of a column that names by a code of its own what the field wants the ID of (工号): they
    /// bind, and the tenant's list must be known.
    pub codes: &'static [&'static str],
    /// Headers that often mean this field and often don't: suggested, never bound by themselves.
    /// In a group they bind with its name or a number (教育经历2-名称).
    pub hints: &'static [&'static str],
    /// What its cells hold.
    pub ty: FieldType,
    /// The API document marks it required.
    pub required: bool,
    /// Its values are masked in messages, logs and problems.
    pub personal: bool,
    /// Its values are addresses of pages: a link's address counts, not the text that is shown of it.
    pub link: bool,
    /// Its values are sentences, not the name of something.
    pub prose: bool,
    /// Its values are names in words, of what somebody has studied: no number is one, and no period or degree a
    /// part of it.
    pub worded: bool,
    /// A value that passes its own type, for templates and documentation.
    pub example: &'static str,
    /// Where it stands when its record is read back.
    pub shown: Shown,
    /// One sentence for the field reference, Chinese.
    pub note_zh: &'static str,
    /// The same in English.
    pub note_en: &'static str,
}

impl Field {
    /// An optional field without other names.
    pub const fn new(
        key: &'static str,
        pointer: &'static str,
        labels: (&'static str, &'static str),
        ty: FieldType,
        example: &'static str,
    ) -> Self {
        Self {
            key,
            pointer,
            zh: labels.0,
            en: labels.1,
            aliases: &[],
            sure: &[],
            codes: &[],
            hints: &[],
            ty,
            required: false,
            personal: false,
            link: false,
            prose: false,
            worded: false,
            example,
            shown: Shown::Nowhere,
            note_zh: "",
            note_en: "",
        }
    }

    /// With other headers that mean it.
    #[must_use]
    pub const fn aliases(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    /// With headers that mean it even bare.
    #[must_use]
    pub const fn sure(mut self, sure: &'static [&'static str]) -> Self {
        self.sure = sure;
        self
    }

    /// With headers of columns of codes, which only the tenant's list knows.
    #[must_use]
    pub const fn codes(mut self, codes: &'static [&'static str]) -> Self {
        self.codes = codes;
        self
    }

    /// With headers that may mean it.
    #[must_use]
    pub const fn hints(mut self, hints: &'static [&'static str]) -> Self {
        self.hints = hints;
        self
    }

    /// Required by the API.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Masked wherever it is shown.
    #[must_use]
    pub const fn personal(mut self) -> Self {
        self.personal = true;
        self
    }

    /// The address of a page.
    #[must_use]
    pub const fn link(mut self) -> Self {
        self.link = true;
        self
    }

    /// Sentences.
    #[must_use]
    pub const fn prose(mut self) -> Self {
        self.prose = true;
        self
    }

    /// A name in words.
    #[must_use]
    pub const fn worded(mut self) -> Self {
        self.worded = true;
        self
    }

    /// Shown by a read, in this form, at the first of these pointers that is there.
    #[must_use]
    pub const fn shown(mut self, at: &'static [&'static str], form: Form) -> Self {
        self.shown = Shown::At(at, form);
        self
    }

    /// Shown by a read as a list whose order says nothing.
    #[must_use]
    pub const fn shown_as_set(mut self, list: &'static str, item: &'static str) -> Self {
        self.shown = Shown::Set(list, item);
        self
    }

    /// Shown by a read as one of a list.
    #[must_use]
    pub const fn shown_among(mut self, list: &'static str, item: &'static str) -> Self {
        self.shown = Shown::Among(list, item);
        self
    }

    /// With a sentence for the field reference, Chinese and English.
    #[must_use]
    pub const fn note(mut self, zh: &'static str, en: &'static str) -> Self {
        self.note_zh = zh;
        self.note_en = en;
        self
    }
}
