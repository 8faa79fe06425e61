//! The laws that every kind's table keeps. `kinds` may break them only where a test says so.
//!
//! Must not know: any particular kind, how headers are normalised (that is an argument).

use std::collections::{BTreeMap, BTreeSet};

use super::{Choice, Field, FieldType, Kind, Rule};

/// How headers and choice labels are brought to one form.
#[derive(Clone, Copy, Debug)]
pub struct Normal {
    /// Of headers.
    pub header: fn(&str) -> String,
    /// Of choice labels.
    pub label: fn(&str) -> String,
}

/// Every law that a table breaks, one sentence each; empty where it keeps them all.
pub fn violations(kind: &Kind, normal: Normal) -> Vec<String> {
    let mut found = Vec::new();
    keys(kind, &mut found);
    pointers(kind, &mut found);
    headers(kind, normal.header, &mut found);
    group_forms(kind, normal.header, &mut found);
    examples(kind, &mut found);
    choices(kind, normal.label, &mut found);
    rules(kind, &mut found);
    telling(kind, &mut found);
    identity(kind, &mut found);
    found
}

/// What tells who a record is about is a field of it, once for each kind of key, in their order.
fn identity(kind: &Kind, found: &mut Vec<String>) {
    let keys = kind.keys.iter().flat_map(|key| [Some(key.field), key.scope]).flatten();
    let marks = kind.marks.iter().map(|(_, field)| *field);
    for name in keys.chain(kind.name).chain(marks).chain(kind.own.iter().copied()) {
        if kind.field(name).is_none() {
            found.push(format!("{name} tells who it is and is no field outside groups"));
        }
    }
    if !kind.keys.is_sorted_by(|one, two| one.kind < two.kind) {
        found.push("keys are not in the order of their kinds, each once".to_owned());
    }
}

/// What tells the kind is a field of it.
fn telling(kind: &Kind, found: &mut Vec<String>) {
    let single = kind.fields.iter().map(|field| field.key.to_owned());
    let grouped = kind
        .groups
        .iter()
        .flat_map(|group| group.fields.iter().map(|field| format!("{}.{}", group.key, field.key)));
    let all: BTreeSet<String> = single.chain(grouped).collect();
    let unknown = kind.telling.iter().filter(|path| !all.contains(**path));
    found.extend(unknown.map(|path| format!("{path} tells the kind and is no field of it")));
}

fn keys(kind: &Kind, found: &mut Vec<String>) {
    let mut scalars: Vec<&str> = kind.fields.iter().map(|field| field.key).collect();
    scalars.extend(kind.groups.iter().map(|group| group.key));
    repeated(&scalars, "key", found);
    for group in kind.groups {
        let keys: Vec<&str> = group.fields.iter().map(|field| field.key).collect();
        repeated(&keys, group.key, found);
    }
}

fn repeated(words: &[&str], what: &str, found: &mut Vec<String>) {
    let mut sorted = words.to_vec();
    sorted.sort_unstable();
    for pair in sorted.windows(2) {
        if pair[0] == pair[1] {
            found.push(format!("{what}: {} twice", pair[0]));
        }
    }
}

/// No pointer is another's beginning.
fn pointers(kind: &Kind, found: &mut Vec<String>) {
    let mut all: Vec<&str> = kind.fields.iter().map(|field| field.pointer).collect();
    all.extend(kind.groups.iter().map(|group| group.pointer));
    all.extend(kind.customs.iter().map(|host| host.pointer));
    all.extend(kind.modules);
    all.extend(kind.constants.iter().map(|(pointer, _)| *pointer));
    overlaps(&all, found);
    for group in kind.groups {
        let mut all: Vec<&str> = group.fields.iter().map(|field| field.pointer).collect();
        all.extend(group.customs);
        overlaps(&all, found);
    }
}

fn overlaps(pointers: &[&str], found: &mut Vec<String>) {
    for (at, one) in pointers.iter().enumerate() {
        if !one.starts_with('/') || one.ends_with('/') {
            found.push(format!("{one} is no pointer"));
        }
        // Bodies are written with these names as they are.
        if !one.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'_')) {
            found.push(format!("{one} is to be escaped"));
        }
        for two in &pointers[at + 1..] {
            let within = |a: &str, b: &str| a.strip_prefix(b).is_some_and(|r| r.starts_with('/'));
            if one == two || within(one, two) || within(two, one) {
                found.push(format!("pointers {one} and {two} overlap"));
            }
        }
    }
}

/// What binds by itself.
fn names(field: &Field) -> impl Iterator<Item = &'static str> {
    [field.zh, field.en]
        .into_iter()
        .chain(field.aliases.iter().copied())
        .chain(field.sure.iter().copied())
}

/// Bare headers: unique within the kind. Only a group's labels (not its aliases) may be those of
/// another group: they bind with its name or a number.
fn headers(kind: &Kind, normalise: fn(&str) -> String, found: &mut Vec<String>) {
    let mut owners: BTreeMap<String, String> = BTreeMap::new();
    let mut own = |name: &str, owner: String, found: &mut Vec<String>| {
        let normal = normalise(name);
        if normal.is_empty() || normalise(&normal) != normal {
            found.push(format!("{name} is not stable under normalising"));
        }
        if normal.ends_with(|c: char| c.is_numeric()) {
            found.push(format!("{name} ends with a number"));
        }
        if let Some(other) = owners.insert(normal, owner.clone())
            && other != owner
        {
            found.push(format!("{name} means {other} and {owner}"));
        }
    };
    for field in kind.fields {
        for name in names(field) {
            own(name, field.key.to_owned(), found);
        }
    }
    for group in kind.groups {
        for field in group.fields {
            for name in field.aliases.iter().chain(field.sure) {
                own(name, format!("{}.{}", group.key, field.key), found);
            }
        }
    }
    for group in kind.groups {
        for field in group.fields {
            for name in [field.zh, field.en] {
                let owner = owners.get(&normalise(name));
                if owner.is_some_and(|owner| *owner != format!("{}.{}", group.key, field.key)) {
                    found.push(format!("label {name} of {} is taken", group.key));
                }
            }
        }
    }
    hints(kind, normalise, &owners, found);
}

/// A scalar's hint never binds to anything of its kind.
fn hints(
    kind: &Kind,
    normalise: fn(&str) -> String,
    owners: &BTreeMap<String, String>,
    found: &mut Vec<String>,
) {
    for field in kind.fields {
        for hint in field.hints {
            if let Some(owner) = owners.get(&normalise(hint))
                && owner == field.key
            {
                found.push(format!("{hint} is a hint and a name of {owner}"));
            }
        }
    }
}

/// A group's names before its fields' names: each form means one field, and no scalar.
fn group_forms(kind: &Kind, normalise: fn(&str) -> String, found: &mut Vec<String>) {
    let mut forms: BTreeMap<String, String> = BTreeMap::new();
    for field in kind.fields {
        for name in names(field) {
            forms.insert(normalise(name), field.key.to_owned());
        }
    }
    for group in kind.groups {
        let mut inner: BTreeMap<String, &str> = BTreeMap::new();
        for field in group.fields {
            for name in names(field).chain(field.hints.iter().copied()) {
                if let Some(other) = inner.insert(normalise(name), field.key)
                    && other != field.key
                {
                    found.push(format!("{}: {name} means {other} and {}", group.key, field.key));
                }
            }
        }
        let own = [group.zh, group.en, group.key].into_iter().chain(group.aliases.iter().copied());
        for name in own {
            for (label, key) in &inner {
                let form = format!("{}{label}", normalise(name));
                let owner = format!("{}.{key}", group.key);
                if let Some(other) = forms.insert(form.clone(), owner.clone())
                    && other != owner
                {
                    found.push(format!("{form} means {other} and {owner}"));
                }
            }
        }
    }
}

fn all_fields(kind: &Kind) -> impl Iterator<Item = &Field> {
    kind.fields.iter().chain(kind.groups.iter().flat_map(|group| group.fields))
}

fn examples(kind: &Kind, found: &mut Vec<String>) {
    for field in all_fields(kind) {
        if field.example.is_empty() || field.zh.is_empty() || field.en.is_empty() {
            found.push(format!("{} lacks an example or a label", field.key));
        }
        if field.note_zh.is_empty() != field.note_en.is_empty() {
            found.push(format!("{} has a note in one language", field.key));
        }
    }
    for group in kind.groups {
        if group.max == 0 || group.fields.iter().any(|field| field.required) {
            found.push(format!("{} holds no entry, or a field without which none is", group.key));
        }
    }
}

fn choices(kind: &Kind, normalise: fn(&str) -> String, found: &mut Vec<String>) {
    for field in all_fields(kind) {
        let FieldType::Choice(choices) = field.ty else { continue };
        let mut owners: BTreeMap<String, i64> = BTreeMap::new();
        let mut codes = BTreeSet::new();
        for choice in choices {
            if !codes.insert(choice.code) {
                found.push(format!("{}: code {} twice", field.key, choice.code));
            }
            for word in words(choice) {
                let normal = normalise(word);
                if normal.parse::<i64>().is_ok() {
                    found.push(format!("{}: {word} reads as a code", field.key));
                }
                if let Some(other) = owners.insert(normal, choice.code)
                    && other != choice.code
                {
                    found.push(format!("{}: {word} means {other} and {}", field.key, choice.code));
                }
            }
        }
    }
}

fn words(choice: &Choice) -> impl Iterator<Item = &'static str> {
    [choice.zh, choice.en]
        .into_iter()
        .chain(choice.aliases.iter().copied())
        .chain(choice.loosely.iter().copied())
}

fn rules(kind: &Kind, found: &mut Vec<String>) {
    for rule in kind.rules {
        let (group, keys): (Option<&str>, Vec<&str>) = match *rule {
            Rule::Ordered { group, first, second, .. } => (group, vec![first, second]),
            Rule::SumsTo { group, share, of, .. } => (Some(group), vec![share, of]),
            Rule::EntryNeeds { group, keys } => (Some(group), keys.to_vec()),
            Rule::Together { group, key, with } => (group, vec![key, with]),
            Rule::IdAgrees { number, birthday, gender, .. } => {
                (None, vec![number, birthday, gender])
            }
            Rule::Born { key, .. } => (None, vec![key]),
            Rule::Lived { group, key, born, .. } => {
                if let Some(born) = born.filter(|born| kind.field(born).is_none()) {
                    found.push(format!("a rule names {born}, which is not there"));
                }
                (group, vec![key])
            }
        };
        let fields = match group {
            None => Some(kind.fields),
            Some(key) => kind.groups.iter().find(|group| group.key == key).map(|g| g.fields),
        };
        for key in keys {
            if fields.is_none_or(|fields| !fields.iter().any(|field| field.key == key)) {
                found.push(format!("a rule names {key}, which is not there"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Endpoint, Group, KindId, Limits, Method, People, Remote, Search, Words};
    use super::*;

    const NORMAL: Normal = Normal { header: str::to_lowercase, label: str::to_lowercase };

    static ENDPOINT: Endpoint = Endpoint {
        name: "x.create",
        method: Method::Post,
        path: "/x",
        limits: Limits { per_second: None, per_minute: None },
        client_token: false,
        made: &[],
        codes: &[],
        scopes: &[],
    };

    const WORDS: Words =
        Words { module: ("x", "x"), into: ("x", "x"), zh: "x", one: "x", many: "x" };

    const fn kind(
        fields: &'static [Field],
        groups: &'static [Group],
        rules: &'static [Rule],
    ) -> Kind {
        Kind {
            words: WORDS,
            people: People::Employees,
            telling: &[],
            id: KindId::Talent,
            zh: "x",
            en: "x",
            fields,
            groups,
            customs: &[],
            modules: None,
            rules,
            constants: &[],
            keys: &[],
            name: None,
            own: &[],
            marks: &[],
            makes: None,
            remote: Remote {
                create: &ENDPOINT,
                query: &[],
                search: Search::Person { by_keys: &ENDPOINT, one: &ENDPOINT },
            },
        }
    }

    const fn text(key: &'static str, pointer: &'static str, zh: &'static str) -> Field {
        Field::new(key, pointer, (zh, key), FieldType::Text, "x")
    }

    const fn group(fields: &'static [Field]) -> Group {
        Group {
            key: "list",
            pointer: "/list",
            zh: "L",
            en: "list",
            aliases: &[],
            fields,
            bare: true,
            customs: None,
            shown: None,
            max: 9,
        }
    }

    #[test]
    fn each_broken_law_is_named() {
        static TWICE: &[Field] = &[text("a", "/a", "甲"), text("a", "/a/b", "乙")];
        static ALIAS: &[Field] = &[text("a", "/a", "甲"), text("b", "/b", "乙").aliases(&["甲"])];
        static GROUPED: &[Field] = &[text("Lx", "/a", "甲")];
        static X: &[Field] = &[text("x", "/x", "x")];
        static GROUPS: &[Group] = &[group(X)];
        static A: &[Field] = &[text("a", "/a", "甲")];
        static LABEL: &[Field] = &[text("b", "/b", "甲")];
        static LABELS: &[Group] = &[group(LABEL)];
        static CHOICES: &[Choice] =
            &[Choice::new(1, "是", "yes", &["ok"]), Choice::new(2, "否", "no", &["OK", "3"])];
        static CHOICE: &[Field] =
            &[Field::new("c", "/c", ("丙", "c"), FieldType::Choice(CHOICES), "是")];
        static BARE: &[Field] = &[Field::new("d", "/d", ("丁1", "d"), FieldType::Text, "")];
        static QUOTED: &[Field] = &[text("e", "/e\"", "戊")];
        static RULES: &[Rule] = &[Rule::Together { group: None, key: "a", with: "z" }];
        for (broken, says) in [
            (kind(TWICE, &[], &[]), "key: a twice"),
            (kind(TWICE, &[], &[]), "pointers /a and /a/b overlap"),
            (kind(ALIAS, &[], &[]), "甲 means a and b"),
            (kind(GROUPED, GROUPS, &[]), "lx means Lx and list.x"),
            (kind(A, LABELS, &[]), "label 甲 of list is taken"),
            (kind(CHOICE, &[], &[]), "c: OK means 1 and 2"),
            (kind(CHOICE, &[], &[]), "c: 3 reads as a code"),
            (kind(BARE, &[], &[]), "d lacks an example or a label"),
            (kind(BARE, &[], &[]), "丁1 ends with a number"),
            (kind(QUOTED, &[], &[]), "/e\" is to be escaped"),
            (kind(A, &[], RULES), "a rule names z, which is not there"),
        ] {
            let found = violations(&broken, NORMAL);
            assert!(found.iter().any(|sentence| sentence == says), "{says}: {found:?}");
        }
        assert_eq!(violations(&kind(A, GROUPS, &[]), NORMAL), Vec::<String>::new());
    }
}
