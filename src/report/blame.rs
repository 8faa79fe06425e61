//! Which column of the input a field came from that the API refuses: the answer names a place in
//! the body (`education_list[0].school`), a person looks for a header.
//!
//! Must not know: where the list of fields is kept, how a refusal is shown.

use crate::problem::{Lang, Reason};
use crate::spec::{KindId, Slot, Target};
use crate::tr;

/// The bound columns of a run's sheets.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fields(pub Vec<FieldAt>);

/// A place in the body and the column that fills it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FieldAt {
    /// The input, as the user named it.
    pub file: String,
    /// Its sheet; none for CSV.
    pub sheet: Option<String>,
    /// The kind whose body it is.
    pub kind: KindId,
    /// The column, from 0; none where its cells stand elsewhere.
    pub column: Option<u32>,
    /// Its header, as the file has it.
    pub header: String,
    /// The path by which muster names the field: `education_list[1].school`.
    pub path: String,
    /// The place in the body, entries without their number: `education_list.school`.
    pub place: String,
    /// The entry that it fills, from 1; 0 where there are no entries. Of custom fields, which of the
    /// columns of its place it is: a body holds those that the row fills.
    pub entry: u16,
}

/// A field that the API refuses, at its column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Blamed {
    /// The column, from 0; none where several come into question or none is in the sheet.
    pub column: Option<u32>,
    /// Its header; several are joined.
    pub header: String,
    /// The path by which muster names the field; none where several come into question.
    pub path: Option<String>,
    /// The field as the API named it.
    pub named: String,
    /// What the API says of it.
    pub said: String,
}

impl Blamed {
    /// The line that a person reads.
    pub(crate) fn text(&self, lang: Lang) -> String {
        let Self { header, named, said, .. } = self;
        tr!(lang, "「{header}」（{named}）：{said}", "{header} ({named}): {said}")
    }
}

/// The last step of the place of a custom field.
const CUSTOMS: &str = "customized_data";

/// The place in a body that a slot fills, and its entry; 0 where the slot alone doesn't tell.
pub(crate) fn place_of(slot: &Slot) -> (String, u16) {
    let dotted = |pointer: &str| pointer.trim_start_matches('/').replace('/', ".");
    match &slot.target {
        Target::Field(field) => (dotted(field.pointer), 0),
        Target::Entry { group, n, field } => {
            (format!("{}.{}", dotted(group.pointer), dotted(field.pointer)), *n)
        }
        Target::Custom { host, .. } => (dotted(host.pointer), 0),
        Target::EntryCustom { group, n, .. } => {
            let customs = group.customs.map_or_else(|| CUSTOMS.to_owned(), dotted);
            (format!("{}.{customs}", dotted(group.pointer)), *n)
        }
        Target::Module { .. } => (format!("{CUSTOMS}.children"), 0),
    }
}

impl Fields {
    /// Take what the API said apart: what is left of it, and the fields that one of our columns fills.
    /// Fields stand by themselves, or in the message (`what; field: why`), as earlier journals keep
    /// them.
    pub(crate) fn blame(
        &self,
        (file, sheet): (&str, Option<&str>),
        kind: KindId,
        reason: &Reason,
    ) -> (Reason, Vec<Blamed>) {
        let here: Vec<&FieldAt> = self
            .0
            .iter()
            .filter(|at| at.file == file && at.sheet.as_deref() == sheet && at.kind == kind)
            .collect();
        let mut blamed = Vec::<Blamed>::new();
        let mut is_ours = |named: &str, said: &str| {
            let found = find(&here, named).map(|found| found.blamed(named, said));
            let is_ours = found.is_some();
            blamed.extend(found.filter(|found| !blamed.contains(found)));
            is_ours
        };
        let mut unblamed = |message: &str| {
            let rest = message.split("; ").filter(|part| {
                !part.split_once(": ").is_some_and(|(named, said)| is_ours(named, said))
            });
            rest.collect::<Vec<_>>().join("; ")
        };
        let rest = match reason {
            Reason::Said { message, fields } => {
                let message = unblamed(message);
                let fields = fields.iter().filter(|(named, said)| !is_ours(named, said));
                Reason::Said { message, fields: fields.cloned().collect() }
            }
            Reason::Earlier(message) => Reason::Earlier(unblamed(message)),
            Reason::Found(_)
            | Reason::Lost(..)
            | Reason::Unsent(_)
            | Reason::TokenRejected
            | Reason::Halted(_)
            | Reason::Duplicate
            | Reason::After { .. }
            | Reason::RunGone => reason.clone(),
        };
        (rest, blamed)
    }
}

/// The columns that come into question for a field.
struct Found<'f>(Vec<&'f FieldAt>);

impl Found<'_> {
    fn blamed(&self, named: &str, said: &str) -> Blamed {
        let only = match self.0.as_slice() {
            [only] => Some(*only),
            _ => None,
        };
        let headers: Vec<&str> = self.0.iter().map(|at| at.header.as_str()).collect();
        Blamed {
            column: only.and_then(|at| at.column),
            header: headers.join(" / "),
            path: only.map(|at| at.path.clone()),
            named: named.to_owned(),
            said: said.to_owned(),
        }
    }
}

/// The columns of the place that the API names: the whole place, else the only one that ends so.
fn find<'f>(here: &[&'f FieldAt], named: &str) -> Option<Found<'f>> {
    let (place, index) = normal(named)?;
    let ends_so =
        |at: &&&FieldAt| at.place.strip_suffix(&place).is_some_and(|before| before.ends_with('.'));
    let mut found: Vec<&FieldAt> = here.iter().filter(|at| at.place == place).copied().collect();
    // Custom fields may stand in any object: those of another are not taken for these.
    if found.is_empty() && place != CUSTOMS {
        found = here.iter().filter(ends_so).copied().collect();
        let first = found.first()?;
        if found.iter().any(|at| at.place != first.place) {
            return None;
        }
    }
    // A body has no gaps: its n-th entry is the n-th that the row fills, or one further on.
    if let Some(index) = index {
        found.retain(|at| at.entry == 0 || usize::from(at.entry) > index);
    }
    found.dedup_by(|a, b| a.column == b.column && a.header == b.header);
    (!found.is_empty()).then_some(Found(found))
}

/// `$.education_list[2].school`, `education_list.2.school` → `education_list.school` and 2.
fn normal(named: &str) -> Option<(String, Option<usize>)> {
    let named = named.trim().trim_start_matches("$.").trim_start_matches("body.");
    let mut steps = Vec::new();
    let mut index = None;
    for step in named.split(['.', '[', ']', '/']).filter(|step| !step.is_empty()) {
        if let Ok(number) = step.parse::<usize>() {
            index.get_or_insert(number);
        } else if step.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_') {
            steps.push(step);
        } else {
            return None;
        }
    }
    // What a custom field is made of is no field of its own.
    if steps.contains(&CUSTOMS)
        && steps.last().is_some_and(|last| ["value", "object_id"].contains(last))
    {
        steps.pop();
    }
    (!steps.is_empty()).then(|| (steps.join("."), index))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(column: u32, header: &str, place: &str, entry: u16) -> FieldAt {
        FieldAt {
            file: "a.csv".into(),
            sheet: None,
            kind: KindId::Talent,
            column: Some(column),
            header: header.into(),
            path: place.into(),
            place: place.into(),
            entry,
        }
    }

    fn fields() -> Fields {
        Fields(vec![
            at(0, "姓名", "basic_info.name", 0),
            at(1, "手机号", "basic_info.mobile", 0),
            at(2, "学校", "education_list.school", 1),
            at(3, "学校2", "education_list.school", 2),
            at(4, "公司", "career_list.company", 1),
            at(5, "开始", "career_list.start_time", 1),
            at(6, "入学", "education_list.start_time", 1),
            at(7, "民族", "basic_info.customized_data", 1),
            at(8, "政治面貌", "basic_info.customized_data", 2),
            at(9, "导师", "education_list.customized_data", 1),
            at(10, "血型", "customized_data.children", 0),
        ])
    }

    /// The fields that a message names, as earlier journals and some answers have them: there.
    fn blame(file: &str, message: &str) -> (String, Vec<Blamed>) {
        let place = (file, None);
        let (said, blamed) = fields().blame(place, KindId::Talent, &Reason::said(message));
        let earlier = Reason::Earlier(message.to_owned());
        let (before, the_same) = fields().blame(place, KindId::Talent, &earlier);
        assert_eq!((before.text(Lang::En), &the_same), (said.text(Lang::En), &blamed));
        (said.text(Lang::En), blamed)
    }

    fn told(message: &str) -> (String, Vec<(Option<u32>, String)>) {
        let (rest, blamed) = blame("a.csv", message);
        (rest, blamed.into_iter().map(|b| (b.column, b.header)).collect())
    }

    #[test]
    fn a_field_is_found_however_the_api_writes_it() {
        for named in ["basic_info.mobile", "$.basic_info.mobile", "mobile", "/basic_info/mobile"] {
            let (rest, blamed) = told(&format!("field validation failed; {named}: too short"));
            assert_eq!(rest, "field validation failed");
            assert_eq!(blamed, [(Some(1), "手机号".to_owned())], "{named}");
        }
        for named in ["education_list[1].school", "education_list.1.school"] {
            assert_eq!(told(&format!("{named}: x")).1, [(Some(3), "学校2".to_owned())], "{named}");
        }
    }

    #[test]
    fn a_field_that_the_api_names_by_itself_is_found() {
        let field = |named: &str, said: &str| (named.to_owned(), said.to_owned());
        let fields_named = vec![field("mobile", "too short"), field("user", "none; at all: x")];
        let said = Reason::Said { message: "failed".into(), fields: fields_named };
        let (rest, blamed) = fields().blame(("a.csv", None), KindId::Talent, &said);
        assert_eq!(rest.text(Lang::En), "failed; user: none; at all: x");
        assert_eq!(blamed.iter().map(|blamed| blamed.column).collect::<Vec<_>>(), [Some(1)]);
        assert_eq!(blamed[0].said, "too short");
    }

    #[test]
    fn a_custom_field_is_found_by_its_place_among_those_that_the_row_fills() {
        let named = |message: &str| told(&format!("{message}: no such option")).1;
        let second = [(Some(8), "政治面貌".to_owned())];
        assert_eq!(named("basic_info.customized_data[1].value"), second);
        assert_eq!(named("basic_info.customized_data.1"), second);
        let either = [(None, "民族 / 政治面貌".to_owned())];
        assert_eq!(named("basic_info.customized_data[0].object_id"), either, "a row may lack one");
        let entry = [(Some(9), "导师".to_owned())];
        assert_eq!(named("education_list[0].customized_data[0].value"), entry);
        let module = [(Some(10), "血型".to_owned())];
        assert_eq!(named("customized_data[0].children[0][0].value"), module);
        assert_eq!(named("customized_data[0].object_id"), []);
    }

    #[test]
    fn where_several_columns_come_into_question_all_are_named_and_none_is_marked() {
        assert_eq!(told("education_list[0].school: x").1, [(None, "学校 / 学校2".to_owned())]);
        assert_eq!(told("start_time: x"), ("start_time: x".to_owned(), Vec::new()));
    }

    #[test]
    fn what_names_none_of_our_fields_stays_as_it_is() {
        for message in ["", "no", "code: 7; user: none", "education_list[7].school: x", "姓名: x"]
        {
            assert_eq!(told(message), (message.to_owned(), Vec::new()), "{message}");
        }
        let other = blame("b.csv", "mobile: x");
        assert_eq!(other, ("mobile: x".to_owned(), Vec::new()));
    }

    #[test]
    fn a_line_names_the_header_and_the_field() {
        let (_, blamed) = blame("a.csv", "mobile: too short");
        assert_eq!(blamed[0].text(Lang::En), "手机号 (mobile): too short");
        assert_eq!(blamed[0].text(Lang::Zh), "「手机号」（mobile）：too short");
    }
}
