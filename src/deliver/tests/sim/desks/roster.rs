//! The people of a town: every version of what a file says of them, keys and all, and the files.
//!
//! Must not know: journals, who imports what.

use super::super::net::EMPLOYMENTS;
use super::super::world::{DEPARTMENT, day};
use super::*;
use crate::plan::reference::RecordRef;

/// What one version of a file says of who somebody is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Face {
    pub(super) name: String,
    pub(super) mobile: Option<String>,
    pub(super) email: Option<String>,
    pub(super) document: Option<String>,
    pub(super) employment: Option<String>,
}

/// Somebody, and every version of what was written of them.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub(super) kind: KindId,
    pub(super) faces: Vec<Face>,
}

/// A row of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) who: usize,
    pub(super) version: u32,
    /// The record that it repairs, where it stands in a fix file.
    pub(super) reference: Option<RecordRef>,
}

/// How a row is corrected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Correction {
    /// What is not a key.
    Content,
    /// Every key but an ID document: where there is none, nothing ties it to the old row.
    Keys,
    /// The number of the ID document, or of the employment.
    Number,
    /// A first key, for somebody who had none.
    FirstKey,
}

impl Face {
    pub(super) fn is_keyless(&self) -> bool {
        [&self.mobile, &self.email, &self.document, &self.employment].iter().all(|k| k.is_none())
    }

    /// Whether they share a key.
    fn meets(&self, other: &Self) -> bool {
        let same = |one: &Option<String>, other: &Option<String>| one.is_some() && one == other;
        same(&self.mobile, &other.mobile)
            || same(&self.email, &other.email)
            || same(&self.document, &other.document)
            || same(&self.employment, &other.employment)
    }
}

impl Person {
    /// A person with some keys, or an employment.
    pub(super) fn drawn(dice: &mut Dice, who: usize) -> Self {
        if dice.chance(300) {
            let employment = Some((7_000_000_000_000_000_000 + who as u64).to_string());
            let face = Face { employment, ..Face::default() };
            return Self { kind: KindId::JobData, faces: vec![face] };
        }
        let (mobile, email, document) = dice.pick(&[
            (true, true, false),
            (true, true, false),
            (true, true, true),
            (true, false, true),
            (true, false, false),
            (false, true, false),
        ]);
        Self::talent(Face {
            name: format!("张{who}"),
            mobile: mobile.then(|| number(who, 0)),
            email: email.then(|| address(who, 0)),
            document: document.then(|| document_of(who, 0)),
            employment: None,
        })
    }

    /// A talent that begins so.
    pub(super) fn talent(face: Face) -> Self {
        Self { kind: KindId::Talent, faces: vec![face] }
    }

    fn face(&self, version: u32) -> &Face {
        &self.faces[version as usize]
    }

    pub(super) fn last(&self) -> &Face {
        self.faces.last().unwrap()
    }

    /// A further version; false where nothing of the old keys is left in it.
    pub(super) fn correct(&mut self, who: usize, how: Correction) -> bool {
        let n = self.faces.len();
        let mut face = self.last().clone();
        match how {
            Correction::Content => {}
            Correction::Keys => {
                face.mobile = face.mobile.map(|_| number(who, n));
                face.email = face.email.map(|_| address(who, n));
            }
            Correction::Number => {
                face.document = face.document.map(|_| document_of(who, n));
                face.employment = face.employment.map(|_| {
                    (7_000_000_000_000_000_000 + (who + n * EMPLOYMENTS) as u64).to_string()
                });
            }
            Correction::FirstKey => face.mobile = Some(number(who, n)),
        }
        let meets = face.meets(self.last());
        self.faces.push(face);
        meets
    }

    fn lookup(&self, version: u32) -> LookupKeys {
        let face = self.face(version).clone();
        if let Some(id) = face.employment {
            return LookupKeys {
                employment: Some(id),
                effective: Some(day(version)),
                department: Some(DEPARTMENT.into()),
                ..LookupKeys::default()
            };
        }
        LookupKeys {
            name: Some(face.name),
            mobile: face.mobile.map(|number| ("86".into(), number)),
            email: face.email,
            document: face.document.map(|number| (1, number)),
            ..LookupKeys::default()
        }
    }

    pub(super) fn body(&self, who: usize, version: u32) -> serde_json::Value {
        let face = self.face(version);
        if let Some(id) = &face.employment {
            return json!({
                "employee_type_id": "6890452208593372679", "department_id": DEPARTMENT,
                "primary_job_data": true, "employment_id": id, "effective_time": day(version),
                "assignment_start_reason": { "enum_name": "onboarding" },
            });
        }
        let mut info = json!({ "name": face.name });
        if let Some(mobile) = &face.mobile {
            info["mobile"] = json!(mobile);
            info["mobile_country_code"] = json!("CN_1");
        }
        if let Some(email) = &face.email {
            info["email"] = json!(email);
        }
        if let Some(number) = &face.document {
            info["identification"] =
                json!({ "identification_type": 1, "identification_number": number });
        }
        json!({ "basic_info": info, "self_evaluation": { "content": format!("{who} {version}") } })
    }

    /// The job of a row, as `plan` makes it.
    pub(super) fn job(&self, journal: &Journal, line: &Line) -> Job {
        let body = self.body(line.who, line.version);
        job(journal, self.kind, &body, self.lookup(line.version))
    }
}

pub(super) fn number(who: usize, n: usize) -> String {
    format!("138{n:04}{who:04}")
}

pub(super) fn address(who: usize, n: usize) -> String {
    format!("person{who}.{n}@example.com")
}

fn document_of(who: usize, n: usize) -> String {
    format!("11010119900307{:04}", who * 20 + n)
}

/// The file as it is written first.
pub(super) fn first(people: std::ops::Range<usize>) -> Vec<Line> {
    people.map(|who| Line { who, version: 0, reference: None }).collect()
}
