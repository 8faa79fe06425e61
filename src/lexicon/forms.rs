//! Forms of a name that mean what the name means: with whose it is before it (候选人手机, candidate
//! email), in the plural; and the words that make an education entry of its own (第一学历毕业院校).
//!
//! Must not know: fields, groups, columns.

use super::people;

/// A normalised name in other forms, the likeliest first, without the name itself.
pub(crate) fn variants(name: &str) -> Vec<String> {
    let mut found = Vec::new();
    let owned = people::without_owner(name);
    for form in [owned, Some(name)].into_iter().flatten() {
        if form != name {
            found.push(form.to_owned());
        }
        found.extend(singular(form));
    }
    found
}

/// `phonenumbers` → `phonenumber`, `emailaddresses` → `emailaddress`, `universities` → `university`.
fn singular(name: &str) -> Vec<String> {
    if name.len() < 4 || !name.is_ascii() {
        return Vec::new();
    }
    let with = |end: &str, new: &str| name.strip_suffix(end).map(|stem| format!("{stem}{new}"));
    [with("ies", "y"), with("es", ""), with("s", "")].into_iter().flatten().collect()
}

/// An education that has a name instead of a number. Its entry is its own: it takes whichever
/// number no other column of the group has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stage {
    /// 第一学历.
    First,
    /// 第二学历.
    Second,
    /// 全日制教育.
    FullTime,
    /// 在职教育.
    InService,
    /// UG.
    Undergraduate,
    /// PG.
    Postgraduate,
    /// Doctorate.
    Doctorate,
}

/// What stands before a field's name, the longer first; no stage: the first entry.
const STAGES: &[(&str, Option<Stage>)] = &[
    ("最高学历教育", None),
    ("最高学历", None),
    ("最终学历", None),
    ("第一学历教育", Some(Stage::First)),
    ("第一学历", Some(Stage::First)),
    ("原始学历", Some(Stage::First)),
    ("第二学历", Some(Stage::Second)),
    ("普通高等学校全日制教育", Some(Stage::FullTime)),
    ("非全日制学历教育", Some(Stage::InService)),
    ("非全日制教育", Some(Stage::InService)),
    ("非全日制学历", Some(Stage::InService)),
    ("非全日制", Some(Stage::InService)),
    ("全日制学历教育", Some(Stage::FullTime)),
    ("全日制教育", Some(Stage::FullTime)),
    ("全日制学历", Some(Stage::FullTime)),
    ("全日制", Some(Stage::FullTime)),
    ("在职学历教育", Some(Stage::InService)),
    ("在职教育", Some(Stage::InService)),
    ("在职学历", Some(Stage::InService)),
    ("在职", Some(Stage::InService)),
    ("undergraduation", Some(Stage::Undergraduate)),
    ("undergraduate", Some(Stage::Undergraduate)),
    ("ug", Some(Stage::Undergraduate)),
    ("postgraduation", Some(Stage::Postgraduate)),
    ("postgraduate", Some(Stage::Postgraduate)),
    ("pg", Some(Stage::Postgraduate)),
    ("doctorate", Some(Stage::Doctorate)),
];

/// The name of the level of education, which a stage may stand for: 第一学历 is its 学历.
const LEVEL: &str = "学历";

impl Stage {
    /// The stage that a normalised header names, and the name of the field behind it:
    /// `第一学历毕业院校` → (First, `毕业院校`), `第一学历` → (First, `学历`).
    pub(crate) fn split(name: &str) -> Option<(Option<Self>, &str)> {
        let (before, stage) = STAGES.iter().find(|(before, _)| name.starts_with(before))?;
        match name.strip_prefix(before)? {
            "" => before.ends_with(LEVEL).then_some((*stage, LEVEL)),
            rest => Some((*stage, rest)),
        }
    }

    /// The number of its entry where no other column has a number.
    pub(crate) const fn usual(self) -> u16 {
        match self {
            Self::First | Self::InService | Self::Postgraduate => 2,
            Self::FullTime | Self::Undergraduate => 1,
            Self::Second | Self::Doctorate => 3,
        }
    }

    /// The name itself is a level of education: without a column for the level, it would be lost.
    pub(crate) const fn is_level(self) -> bool {
        match self {
            Self::Undergraduate | Self::Postgraduate | Self::Doctorate => true,
            Self::First | Self::Second | Self::FullTime | Self::InService => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whose_it_is_and_the_plural_are_taken_off() {
        assert!(variants("候选人手机").contains(&"手机".to_owned()));
        assert!(variants("candidateemailaddresses").contains(&"emailaddress".to_owned()));
        assert!(variants("universities").contains(&"university".to_owned()));
        assert!(variants("邮箱个人").contains(&"邮箱".to_owned()));
        assert_eq!(variants("候选人"), Vec::<String>::new());
        assert_eq!(variants("紧急联系人电话"), Vec::<String>::new());
    }

    #[test]
    fn a_stage_stands_before_a_field_or_for_the_level_itself() {
        assert_eq!(Stage::split("第一学历毕业院校"), Some((Some(Stage::First), "毕业院校")));
        assert_eq!(Stage::split("第一学历"), Some((Some(Stage::First), "学历")));
        assert_eq!(Stage::split("非全日制学历"), Some((Some(Stage::InService), "学历")));
        assert_eq!(Stage::split("全日制教育学历"), Some((Some(Stage::FullTime), "学历")));
        assert_eq!(Stage::split("最高学历专业"), Some((None, "专业")));
        assert_eq!(Stage::split("全日制教育"), None);
        assert_eq!(Stage::split("在职"), None);
        assert_eq!(Stage::split("学历"), None);
    }

    #[test]
    fn no_stage_hides_a_longer_one() {
        for (at, (one, _)) in STAGES.iter().enumerate() {
            for (two, _) in &STAGES[at + 1..] {
                assert!(!two.starts_with(one), "{one} hides {two}");
            }
        }
    }
}
