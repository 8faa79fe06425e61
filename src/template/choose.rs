//! Which columns a template has: what most people need, and what was asked for by name.
//!
//! Must not know: what a column looks like.

use std::collections::{BTreeMap, BTreeSet};

use crate::lexicon::nearest;
use crate::lexicon::normalize;
use crate::problem::{Arg, Code, Complaint, both};
use crate::spec::{Field, Group, Kind};

/// Fields outside groups that a template has unless it is told otherwise, beside the required ones.
const USUAL: &[&str] = &[
    "basic_info.mobile",
    "basic_info.email",
    "basic_info.identification.identification_type",
    "basic_info.identification.identification_number",
    "basic_info.gender",
    "basic_info.birthday",
    "basic_info.start_work_time",
    "self_evaluation.content",
    "job_id",
    "job_level_id",
    "work_location_id",
    "service_company",
    "direct_manager_id",
    "probation_start_date",
    "probation_expected_end_date",
];

/// Groups that a template has unless it is told otherwise, with their entries.
const USUAL_GROUPS: &[(&str, usize)] = &[("education_list", 2), ("career_list", 2)];

/// Fields of groups that a template has only if they are asked for.
const RARE: &[&str] =
    &["education_list.academic_ranking", "career_list.career_type", "works_list.attachment_id"];

/// The columns of a template: fields by key (`basic_info.name`, `education_list.school`), and how
/// many entries of each group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    fields: BTreeSet<String>,
    entries: BTreeMap<&'static str, usize>,
}

impl Selection {
    /// What is required and what is common.
    pub fn usual(kind: &'static Kind) -> Self {
        let single = kind.fields.iter();
        let single = single.filter(|field| field.required || USUAL.contains(&field.key));
        let grouped = kind.groups.iter().flat_map(in_group);
        let fields = single
            .map(|field| field.key.to_owned())
            .chain(grouped.filter(|key| !RARE.contains(&key.as_str())))
            .collect();
        let entries = kind.groups.iter().map(|group| {
            let usual = USUAL_GROUPS.iter().find(|(key, _)| *key == group.key);
            (group.key, usual.map_or(0, |(_, n)| *n))
        });
        Self { fields, entries: entries.collect() }
    }

    /// Every field, and so many entries of each group.
    pub fn each(kind: &'static Kind, n: usize) -> Self {
        let single = kind.fields.iter().map(|field| field.key.to_owned());
        let fields = single.chain(kind.groups.iter().flat_map(in_group)).collect();
        let entries = kind.groups.iter().map(|group| (group.key, n.min(group.max)));
        Self { fields, entries: entries.collect() }
    }

    /// Every field; of the groups as many entries as now, and at least one.
    fn all(mut self, kind: &'static Kind) -> Self {
        self.fields = Self::each(kind, 1).fields;
        for n in self.entries.values_mut() {
            *n = (*n).max(1);
        }
        self
    }

    /// With what a person asked for: `education:3,career:1,国籍,self_evaluation:0,all`. The name is
    /// that of a group or a field in either language, or the path; the number is that of a group's
    /// entries, and 0 leaves it out.
    ///
    /// # Errors
    /// A name that means nothing, a number out of range, a required field to be left out.
    pub fn with(mut self, kind: &'static Kind, words: &str) -> Result<Self, Complaint> {
        let words = words.split([',', '，', '、', ';', '；']).map(str::trim);
        for word in words.filter(|word| !word.is_empty()) {
            let (name, number) = word
                .rsplit_once([':', '：', '='])
                .map_or((word, None), |(name, number)| (name.trim(), Some(number.trim())));
            self = match means(kind, name).ok_or_else(|| unknown(kind, name))? {
                Means::All if number.is_none() => self.all(kind),
                Means::All => return Err(uncountable(word, both("不带数字", "no number"))),
                Means::Group(group) => self.with_group(group, word, number)?,
                Means::Field(group, field) => self.with_field(group, field, word, number)?,
            };
        }
        Ok(self)
    }

    /// With a field outside groups that a tenant asks for.
    #[must_use]
    pub fn with_required(mut self, field: &'static Field) -> Self {
        self.fields.insert(field.key.to_owned());
        self
    }

    fn with_group(
        mut self,
        group: &'static Group,
        word: &str,
        number: Option<&str>,
    ) -> Result<Self, Complaint> {
        let n = match number {
            None => self.of(group).max(1),
            Some(number) => {
                let n = number.parse().ok().filter(|n| *n <= group.max);
                n.ok_or_else(|| uncountable(word, format!("0–{}", group.max)))?
            }
        };
        self.entries.insert(group.key, n);
        Ok(self)
    }

    fn with_field(
        mut self,
        group: Option<&'static Group>,
        field: &'static Field,
        word: &str,
        number: Option<&str>,
    ) -> Result<Self, Complaint> {
        let key = key(group, field);
        match number {
            Some("0") if field.required => {
                let label = both(field.zh, field.en);
                return Err(Complaint::with(Code::TemplateRequired, [label]));
            }
            Some("0") => {
                self.fields.remove(&key);
            }
            None | Some("1") => {
                self.fields.insert(key);
                if let Some(group) = group {
                    let entries = self.entries.entry(group.key).or_default();
                    *entries = (*entries).max(1);
                }
            }
            Some(_) => return Err(uncountable(word, "0, 1".to_owned())),
        }
        Ok(self)
    }

    /// How many entries of a group.
    pub(super) fn of(&self, group: &Group) -> usize {
        self.entries.get(group.key).copied().unwrap_or(0)
    }

    /// Whether a field is among the columns.
    pub(super) fn has(&self, group: Option<&Group>, field: &Field) -> bool {
        self.fields.contains(&key(group, field))
    }

    /// What is left out and could be asked for: groups, then fields.
    pub fn left_out(&self, kind: &'static Kind) -> Vec<(&'static str, &'static str)> {
        let groups = kind.groups.iter().filter(|group| self.of(group) == 0);
        let fields = kind.fields.iter().filter(|field| !self.has(None, field));
        groups
            .map(|group| (group.zh, group.en))
            .chain(fields.map(|field| (field.zh, field.en)))
            .collect()
    }
}

fn in_group(group: &'static Group) -> impl Iterator<Item = String> {
    group.fields.iter().map(move |field| key(Some(group), field))
}

fn key(group: Option<&Group>, field: &Field) -> String {
    group.map_or_else(|| field.key.to_owned(), |group| format!("{}.{}", group.key, field.key))
}

/// What a name asks for.
#[derive(Clone, Copy)]
enum Means {
    All,
    Group(&'static Group),
    Field(Option<&'static Group>, &'static Field),
}

/// The word for every column.
const ALL: [&str; 2] = ["all", "全部"];

fn means(kind: &'static Kind, name: &str) -> Option<Means> {
    let wanted = normalize::header(name);
    if ALL.contains(&wanted.as_str()) {
        return Some(Means::All);
    }
    let is = |name: &str| normalize::header(name) == wanted;
    let group = kind.groups.iter().find(|group| group_names(group).any(|name| is(&name)));
    if let Some(group) = group {
        return Some(Means::Group(group));
    }
    let field = kind.fields.iter().find(|field| field_names(field).any(is));
    if let Some(field) = field {
        return Some(Means::Field(None, field));
    }
    let inner = kind.groups.iter().flat_map(|g| g.fields.iter().map(move |field| (g, field)));
    let within = |(group, field): &(&'static Group, &'static Field)| {
        let mut forms =
            group_names(group).flat_map(|g| field_names(field).map(move |f| g.clone() + f));
        forms.any(|form| is(&form))
    };
    if let Some((group, field)) = inner.clone().find(within) {
        return Some(Means::Field(Some(group), field));
    }
    // A bare label, where it is of one group only.
    let mut bare = inner.filter(|(_, field)| field_names(field).any(is));
    let (group, field) = bare.next()?;
    bare.next().is_none().then_some(Means::Field(Some(group), field))
}

/// What a group may be called, shortest last: 教育经历, Education, `education_list`, 教育.
fn group_names(group: &'static Group) -> impl Iterator<Item = String> + Clone {
    let labels = [group.key, group.zh, group.en].into_iter().chain(group.aliases.iter().copied());
    let short = |name: &str, ends: &[&str]| {
        ends.iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name).to_owned()
    };
    labels.map(str::to_owned).chain([
        short(group.key, &["_list", "_rate"]),
        short(group.zh, &["经历", "能力", "账号", "分摊"]),
    ])
}

fn field_names(field: &'static Field) -> impl Iterator<Item = &'static str> {
    let last = field.key.rsplit('.').next().unwrap_or(field.key);
    [field.key, field.zh, field.en, last].into_iter().chain(field.aliases.iter().copied())
}

/// No group and no field is called so.
fn unknown(kind: &'static Kind, name: &str) -> Complaint {
    let labels = |zh: bool| {
        let groups = kind.groups.iter().map(|group| if zh { group.zh } else { group.en });
        let fields = kind.fields.iter().filter(|field| !field.required);
        let fields = fields.map(|field| if zh { field.zh } else { field.en });
        groups.chain(fields).collect::<Vec<_>>()
    };
    let (zh, en) = (labels(true), labels(false));
    let paths = kind.groups.iter().flat_map(group_names);
    let paths: Vec<String> =
        paths.chain(kind.fields.iter().flat_map(field_names).map(str::to_owned)).collect();
    let near = nearest::word(name, paths.iter().map(String::as_str));
    let near =
        near.or_else(|| nearest::word(&name.to_lowercase(), paths.iter().map(String::as_str)));
    let near = near.map_or_else(
        || both("", ""),
        |near| both(&format!("您是不是要写「{near}」？"), &format!("did you mean `{near}`? ")),
    );
    let list = both(&zh.join("、"), &en.join(", "));
    Complaint::with(Code::TemplateUnknown, [name.into(), near, list])
}

fn uncountable(word: &str, range: impl Into<Arg>) -> Complaint {
    Complaint::with(Code::TemplateCount, [word.into(), range.into()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::{self, job_data::JOB_DATA, talent::TALENT};
    use crate::problem::Lang;

    fn entries(selection: &Selection, key: &str) -> usize {
        selection.entries.get(key).copied().unwrap()
    }

    #[test]
    fn what_is_usual_exists() {
        let single: Vec<_> =
            kinds::ALL.iter().flat_map(|k| k.fields.iter().map(|field| field.key)).collect();
        let groups: Vec<_> = kinds::ALL.iter().flat_map(|kind| kind.groups).collect();
        let inner: Vec<_> = groups.iter().flat_map(|group| in_group(group)).collect();
        assert!(USUAL.iter().all(|key| single.contains(key)));
        assert!(USUAL_GROUPS.iter().all(|(key, _)| groups.iter().any(|g| g.key == *key)));
        assert!(RARE.iter().all(|key| inner.iter().any(|inner| inner == key)));
    }

    #[test]
    fn groups_and_fields_are_chosen_by_short_names_in_both_languages() {
        let usual = Selection::usual(&TALENT);
        let by_en = usual.clone().with(&TALENT, "education:3,career:0, language , birthday:0");
        let by_zh = usual.with(&TALENT, "教育：3，工作:0、语言能力:1,出生日期:0").unwrap();
        assert_eq!(by_en.unwrap(), by_zh);
        assert_eq!(entries(&by_zh, "education_list"), 3);
        assert_eq!(entries(&by_zh, "career_list"), 0);
        assert_eq!(entries(&by_zh, "language_list"), 1);
        assert!(!by_zh.fields.contains("basic_info.birthday"));
    }

    #[test]
    fn a_field_of_a_group_brings_its_group() {
        let chosen = Selection::usual(&TALENT).with(&TALENT, "成绩排名,award.title").unwrap();
        assert!(chosen.fields.contains("education_list.academic_ranking"));
        assert_eq!(entries(&chosen, "education_list"), 2);
        assert_eq!(entries(&chosen, "award_list"), 1);
        let cost = Selection::usual(&JOB_DATA).with(&JOB_DATA, "cost center:2").unwrap();
        assert_eq!(entries(&cost, "cost_center_rate"), 2);
    }

    #[test]
    fn all_is_every_field_and_later_words_count() {
        for kind in kinds::ALL {
            let all = Selection::usual(kind).with(kind, "all").unwrap();
            assert_eq!(all.fields, Selection::each(kind, 1).fields);
            assert!(all.entries.values().all(|n| *n >= 1));
        }
        let chosen = Selection::usual(&TALENT).with(&TALENT, "全部,sns:0,education:1").unwrap();
        assert_eq!((entries(&chosen, "sns_list"), entries(&chosen, "education_list")), (0, 1));
    }

    #[test]
    fn what_means_nothing_is_said_with_a_way_out() {
        let wrong = |words: &str| Selection::usual(&TALENT).with(&TALENT, words).unwrap_err();
        let unknown = wrong("eduction:2");
        assert_eq!(unknown.code, Code::TemplateUnknown);
        let said = unknown.say(Lang::En);
        assert!(said.contains("did you mean `education`?") && said.contains("Project"), "{said}");
        assert!(wrong("教育经验历:2").say(Lang::Zh).contains("教育经"), "zh");
        assert!(!wrong("天气").say(Lang::En).contains("did you mean"));
        for words in ["education:x", "education:101", "all:2", "gender:2"] {
            assert_eq!(wrong(words).code, Code::TemplateCount, "{words}");
        }
        assert_eq!(wrong("name:0").code, Code::TemplateRequired);
        // 开始时间 is of more than one group
        assert_eq!(wrong("开始时间").code, Code::TemplateUnknown);
    }
}
