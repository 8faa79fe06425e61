//! The name beside an employee's number, held against the employee's own: a row of which one column has
//! slipped names somebody else.
//!
//! Must not know: how either is read.

use crate::lexicon::normalize;
use crate::problem::{Code, Complaint};
use crate::resolve::Directory;
use crate::spec::IdOf;

/// What is wrong where an employment is not of the person who is named; nothing where either is not known.
pub(super) fn another(directory: &Directory, employment: &str, name: &str) -> Option<Complaint> {
    let employee = directory.list(IdOf::Employment)?.of_id(employment)?;
    let wanted = bare(name);
    let is_it = employee.names.iter().any(|own| bare(own) == wanted);
    (!is_it && !wanted.is_empty() && !employee.names.is_empty())
        .then(|| Complaint::new(Code::NameOfAnother))
}

/// A name without what stands in brackets behind it (张伟(00130)).
fn bare(name: &str) -> String {
    let form = normalize::label(name);
    form.split(['(', '[', '【', '<']).next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resolve::Entry;

    #[test]
    fn a_name_is_the_employee_s_in_any_of_its_spellings() {
        let names = ["张　伟".to_owned(), "Zhang Wei".to_owned()].into();
        let entry = Entry { id: "1".into(), names, active: true, ..Entry::default() };
        let nameless = Entry { id: "2".into(), active: true, ..Entry::default() };
        let directory = Directory::new([(IdOf::Employment, vec![entry, nameless])], false);
        let another = |id, name| another(&directory, id, name).map(|why| why.code);
        for name in ["张伟", " 张 伟 ", "zhang wei", "张伟(00130)", "张伟（00130）", ""] {
            assert_eq!(another("1", name), None, "{name}");
        }
        assert_eq!(another("1", "张玮"), Some(Code::NameOfAnother));
        assert_eq!(another("2", "张玮"), None);
        assert_eq!(another("3", "张玮"), None);
    }
}
