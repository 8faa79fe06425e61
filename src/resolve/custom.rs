//! The fields that a tenant has added to its records: what each is called, what it holds, its options.
//!
//! Must not know: where in a record they stand, columns, problems.

use crate::lexicon::normalize;
use crate::lexicon::numbers::{COUNTERS, leading_number};
use crate::spec::CustomType;

/// A part of a record that has fields of the tenant's own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct CustomModule {
    /// Its ID.
    pub(crate) id: String,
    /// What it is called, in each language once.
    pub(crate) names: Vec<String>,
    /// The tenant has made it itself, too.
    pub(crate) is_own: bool,
    /// The tenant requires it of everybody.
    pub(crate) required: bool,
}

/// A field that the tenant has added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CustomField {
    /// Its ID.
    pub(crate) id: String,
    /// Of what it is a part.
    pub(crate) module: CustomModule,
    /// What it is called, in each language once.
    pub(crate) names: Vec<String>,
    /// What it holds.
    pub(crate) ty: CustomType,
    /// The tenant requires it.
    pub(crate) required: bool,
    /// It may be used.
    pub(crate) active: bool,
    /// What there is to choose from.
    pub(crate) options: Vec<CustomOption>,
}

/// One option of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CustomOption {
    /// What is sent.
    pub(crate) key: String,
    /// What it is called, in each language once.
    pub(crate) names: Vec<String>,
    /// It may be chosen.
    pub(crate) active: bool,
}

/// What a text is among the options of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Chosen<'o> {
    /// This one.
    One(&'o CustomOption),
    /// One that may not be chosen.
    Inactive(&'o CustomOption),
    /// Several, of which nothing tells which is meant.
    Several,
    /// None.
    Nothing,
}

impl CustomField {
    /// Which entry of its module a header in its normal form names the field in, by the field's name alone
    /// (the first) or behind its module's: `教育经历2学校类别`. None where it names another thing.
    pub(crate) fn named_by(&self, header: &str) -> Option<u16> {
        let is_own = |text: &str| {
            self.names.iter().any(|name| {
                let name = normalize::header(name);
                !name.is_empty() && name == text
            })
        };
        if is_own(header) {
            return Some(1);
        }
        let modules = self.module.names.iter().map(|name| normalize::header(name));
        modules.filter(|module| !module.is_empty()).find_map(|module| {
            let rest = header.strip_prefix(module.as_str())?;
            if is_own(rest) {
                return Some(1);
            }
            let (n, own) = leading_number(rest.strip_prefix('第').unwrap_or(rest))?;
            let counted = own.strip_prefix(COUNTERS).is_some_and(is_own);
            (n > 0 && (counted || is_own(own))).then(|| u16::try_from(n).ok()).flatten()
        })
    }

    /// What a text is among the options, by its key or what it is called. `by_key`: what is a key is
    /// nothing else.
    pub(crate) fn option(&self, text: &str, by_key: bool) -> Chosen<'_> {
        let key = self.options.iter().find(|option| option.key == text);
        if let (Some(option), true) = (key, by_key) {
            return of_one(option);
        }
        let wanted = normalize::label(text);
        let is_called = |option: &&CustomOption| {
            option.names.iter().any(|name| normalize::label(name) == wanted)
        };
        let mut called: Vec<&CustomOption> = self.options.iter().filter(is_called).collect();
        if called.iter().any(|option| option.active) {
            called.retain(|option| option.active);
        }
        called.extend(key.filter(|key| called.iter().all(|option| option.key != key.key)));
        match called.as_slice() {
            [] => Chosen::Nothing,
            [one] => of_one(one),
            [_, _, ..] => Chosen::Several,
        }
    }
}

const fn of_one(option: &CustomOption) -> Chosen<'_> {
    if option.active { Chosen::One(option) } else { Chosen::Inactive(option) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(options: &[(&str, &str, bool)]) -> CustomField {
        let options = options.iter().map(|(key, name, active)| CustomOption {
            key: (*key).to_owned(),
            names: vec![(*name).to_owned()],
            active: *active,
        });
        CustomField {
            id: "9".to_owned(),
            module: CustomModule {
                names: vec!["教育经历".to_owned()], ..CustomModule::default()
            },
            names: vec!["学校类别".to_owned(), "Kind of school".to_owned()],
            ty: CustomType::Choice,
            required: false,
            active: true,
            options: options.collect(),
        }
    }

    #[test]
    fn a_field_is_named_by_its_name_or_behind_its_module_s() {
        let field = field(&[]);
        for (header, entry) in [
            ("学校类别", Some(1)),
            ("学校类别 *", Some(1)),
            ("Kind of School", Some(1)),
            ("教育经历-学校类别", Some(1)),
            ("教育经历2-学校类别", Some(2)),
            ("第2段教育经历学校类别", None),
            ("教育经历第3段学校类别", Some(3)),
            ("教育经历0学校类别", None),
            ("学校类别2", None),
            ("学校", None),
            ("", None),
        ] {
            assert_eq!(field.named_by(&normalize::header(header)), entry, "{header}");
        }
    }

    #[test]
    fn an_option_is_chosen_by_what_it_is_called_or_its_key_and_never_guessed() {
        let field = field(&[
            ("1", "985", true),
            ("2", "双一流", true),
            ("3", "海外", false),
            ("4", "1", true),
            ("5", "双一流", false),
            ("6", "其他", true),
            ("7", "其他", true),
        ]);
        let key = |text, by_key| match field.option(text, by_key) {
            Chosen::One(option) => option.key.clone(),
            Chosen::Inactive(option) => format!("inactive {}", option.key),
            Chosen::Several => "several".to_owned(),
            Chosen::Nothing => "nothing".to_owned(),
        };
        for (text, wanted) in [
            ("985", "1"),
            ("９８５", "1"),
            ("雙一流", "2"),
            ("2", "2"),
            ("海外", "inactive 3"),
            ("1", "several"),
            ("其他", "several"),
            ("211", "nothing"),
            ("", "nothing"),
        ] {
            assert_eq!(key(text, false), wanted, "{text}");
        }
        assert_eq!(key("1", true), "1", "who says that it is a key says which");
    }
}
