//! A name in two columns: which header is the family's half and which the given one, and how both make
//! a name in the script in which they are written.
//!
//! Must not know: columns, rows, mapping files.

use super::normalize;
use super::people;

/// Headers of the family's half, of what stands between, and of the given half, in their normal form.
struct Headers {
    family: &'static [&'static str],
    middle: &'static [&'static str],
    given: &'static [&'static str],
}

/// A half of the one language goes with a half of the same.
const HEADERS: &[Headers] = &[
    Headers {
        family: &["姓", "姓氏", "中文姓", "姓中文", "姓氏中文", "中文姓氏"],
        middle: &[],
        given: &["名", "名字", "中文名", "名中文", "名字中文", "中文名字"],
    },
    Headers {
        family: &[
            "lastname",
            "familyname",
            "surname",
            "lname",
            "legallastname",
            "legalfamilyname",
            "employeelastname",
            "nachname",
            "nomdefamille",
            "apellidos",
            "apellido",
        ],
        middle: &["middlename", "middle", "mname", "legalmiddlename"],
        given: &[
            "firstname",
            "givenname",
            "givennames",
            "forename",
            "fname",
            "legalfirstname",
            "legalgivenname",
            "employeefirstname",
            "vorname",
            "prenom",
            "prénom",
            "nombre",
            "nombres",
        ],
    },
];

/// Headers that mean a whole name, and mean the given half where the family's stands beside them.
const EITHER: &[&str] = &["名字", "中文名", "中文名字", "name", "名"];

/// What the halves are called below a heading of the whole name: Name over First and Last.
const SHORT: &[(&str, &str)] = &[
    ("first", "First Name"),
    ("given", "Given Name"),
    ("middle", "Middle Name"),
    ("last", "Last Name"),
    ("family", "Family Name"),
];

/// Where the halves of a name are among some headers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Halves {
    /// The family's name.
    pub family: usize,
    /// What stands between, where there is a header for it.
    pub middle: Option<usize>,
    /// The given name.
    pub given: usize,
}

/// The first header of each half, if both are there.
pub(crate) fn find<'h>(headers: impl Iterator<Item = &'h str>) -> Option<Halves> {
    let headers: Vec<String> = headers.map(normalize::header).collect();
    HEADERS.iter().find_map(|of| {
        let find = |names: &[&str]| headers.iter().position(|text| is_one(text, names));
        let (family, given) = (find(of.family)?, find(of.given)?);
        Some(Halves { family, middle: find(of.middle), given })
    })
}

/// The headers below a heading of a whole name, each as it would be called without that, if the halves
/// are among them.
pub(crate) fn below(heading: &str, own: &[&str]) -> Option<Vec<String>> {
    let parts = normalize::parts(heading);
    let is_name = || parts.iter().any(|part| people::is_own_name(part));
    if !people::is_own_name(heading) && !is_name() {
        return None;
    }
    let alone = |own: &&str| {
        let name = normalize::header(own);
        let short = SHORT.iter().find(|(short, _)| *short == name);
        short.map_or_else(|| (*own).to_owned(), |(_, long)| (*long).to_owned())
    };
    let alone: Vec<String> = own.iter().map(alone).collect();
    find(alone.iter().map(String::as_str)).map(|_| alone)
}

/// The halves where the column at `given` is headed as a whole name may be, and one of the family's
/// half is there besides.
pub(crate) fn beside<'h>(headers: impl Iterator<Item = &'h str>, given: usize) -> Option<Halves> {
    let headers: Vec<String> = headers.map(normalize::header).collect();
    if !EITHER.contains(&headers.get(given)?.as_str()) {
        return None;
    }
    HEADERS.iter().find_map(|of| {
        let find = |names: &[&str]| headers.iter().position(|text| is_one(text, names));
        Some(Halves { family: find(of.family)?, middle: find(of.middle), given })
    })
}

/// Whether a header is one of these, by itself or beside the same in another language: 姓 Last Name.
fn is_one(header: &str, names: &[&str]) -> bool {
    let latin = |is: bool| -> String { header.chars().filter(|c| c.is_ascii() == is).collect() };
    let (own, other) = (latin(true), latin(false));
    let parts = [&own, &other].into_iter().filter(|_| !own.is_empty() && !other.is_empty());
    // Candidate First Name. A 用户名 is no name of anybody.
    let owned = header.is_ascii().then(|| people::without_owner(header)).flatten();
    names.contains(&header)
        || owned.is_some_and(|name| names.contains(&name))
        || parts.into_iter().any(|part| names.contains(&part.as_str()))
}

impl Halves {
    /// All of them.
    pub(crate) fn all(self) -> impl Iterator<Item = usize> {
        [Some(self.given), self.middle, Some(self.family)].into_iter().flatten()
    }

    /// The halves in the order in which a name has them, and what stands between two. Names in
    /// ideographs, kana and hangul begin with the family's and have no blank; that is the script of
    /// the names where more than half of the `filled` cells are `eastern`, or, where there are none,
    /// the header of the family's half is.
    pub(crate) fn joined(
        self,
        (filled, eastern): (u64, u64),
        header: &str,
    ) -> (Vec<usize>, &'static str) {
        let is_eastern = if filled == 0 { is_eastern(header) } else { eastern * 2 > filled };
        let mut order: Vec<usize> = self.all().collect();
        if is_eastern {
            order.reverse();
        }
        (order, if is_eastern { "" } else { " " })
    }
}

/// Whether a half of a name is written in ideographs, kana or hangul.
pub(crate) fn is_eastern(text: &str) -> bool {
    let eastern = |c: char| {
        matches!(c,
            '\u{2E80}'..='\u{30FF}'
            | '\u{3400}'..='\u{9FFF}'
            | '\u{AC00}'..='\u{D7AF}'
            | '\u{F900}'..='\u{FAFF}'
            | '\u{20000}'..='\u{3FFFF}')
    };
    text.chars().find(|c| c.is_alphabetic()).is_some_and(eastern)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_of_one_language_are_found_and_make_a_name_in_the_order_of_their_script() {
        let find = |headers: &[&str]| find(headers.iter().copied());
        let found = find(&["No", "First Name", "Middle Name", "Last  name"]).unwrap();
        assert_eq!(found, Halves { family: 3, middle: Some(2), given: 1 });
        assert_eq!(found.joined((2, 0), "姓"), (vec![1, 2, 3], " "));
        assert_eq!(found.joined((2, 2), "surname"), (vec![3, 2, 1], ""));
        let found = find(&["名", "姓"]).unwrap();
        assert_eq!(found.joined((2, 2), "surname"), (vec![1, 0], ""));
        assert!(find(&["姓 Last Name", "名 First Name"]).is_some());
        assert!(find(&["Vorname", "Nachname"]).is_some());
        let beside = |headers: &[&str], at| beside(headers.iter().copied(), at);
        let halves = Halves { family: 0, middle: None, given: 1 };
        assert_eq!(beside(&["姓氏", "名字"], 1), Some(halves));
        assert!(beside(&["Last Name", "Name"], 1).is_some());
        assert_eq!(beside(&["姓", "姓名"], 1), None);
        for others in [&["姓", "firstname"][..], &["姓名", "名"], &["Surname"], &["first", "last"]]
        {
            assert_eq!(find(others), None, "{others:?}");
        }
    }

    #[test]
    fn halves_below_a_heading_of_the_name_are_called_as_if_alone() {
        assert_eq!(below("Name", &["First", "Last"]).unwrap(), ["First Name", "Last Name"]);
        assert_eq!(below("姓名 Name", &["姓", "名"]).unwrap(), ["姓", "名"]);
        for (heading, own) in
            [("姓名", &["中文", "英文"][..]), ("题目", &["First", "Last"]), ("姓名", &["姓"])]
        {
            assert_eq!(below(heading, own), None, "{heading} {own:?}");
        }
    }

    #[test]
    fn the_script_is_that_of_the_first_letter() {
        for name in ["张", " 三", "ヤマダ", "김", "𠮷", "1张"] {
            assert!(is_eastern(name), "{name}");
        }
        for name in ["Zhang", "Ōe", "", "12", "Ли", "محمد"] {
            assert!(!is_eastern(name), "{name}");
        }
    }
}
