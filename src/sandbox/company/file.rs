//! A company from a file, and what must hold in one.
//!
//! Must *not* know where the file lies.

use std::collections::BTreeSet;

use super::options::preset;
use super::records::{Company, Listed};

impl Company {
    /// Reads a company: one JSON object of lists (`departments`, `employee_types` …), each of which may be left out, as
    /// may everything of a record but its `id`.
    ///
    /// # Errors
    /// A text that names the line of a syntax error, the unknown name, or the id that is wrong.
    pub fn from_json(text: &str) -> Result<Self, String> {
        let company: Self = serde_json::from_str(text).map_err(|error| error.to_string())?;
        company.check()?;
        Ok(company)
    }

    fn check(&self) -> Result<(), String> {
        unique("employee_types", &self.employee_types)?;
        unique("working_hours_types", &self.working_hours_types)?;
        unique("locations", &self.locations)?;
        unique("pathways", &self.pathways)?;
        unique("job_grades", &self.job_grades)?;
        unique("job_levels", &self.job_levels)?;
        unique("job_families", &self.job_families)?;
        unique("jobs", &self.jobs)?;
        unique("companies", &self.companies)?;
        unique("cost_centers", &self.cost_centers)?;
        unique("positions", &self.positions)?;
        unique("employees", &self.employees)?;
        unique("departments", &self.departments)?;
        // Trees are walked from the top: a parent that comes later would hide what is below it.
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        for own in &self.departments {
            if own.parent.is_empty() != seen.is_empty() {
                return Err(format!("departments: {}: one root, and that first", own.id));
            }
            if !own.parent.is_empty() && !seen.contains(own.parent.as_str()) {
                return Err(format!(
                    "departments: {}: its parent does not stand before it",
                    own.id
                ));
            }
            seen.insert(&own.id);
        }
        Ok(())
    }

    /// Whether a field of an object has this option, and in use.
    pub(crate) fn offers(&self, object: &str, field: &str, word: &str) -> bool {
        let own = self.fields.iter().find(|own| own.object == object && own.api_name == field);
        let preset = preset();
        let field =
            own.or_else(|| preset.iter().find(|own| own.object == object && own.api_name == field));
        field.is_some_and(|own| own.options.iter().any(|own| own.api_name == word && !own.closed))
    }
}

fn unique<T: Listed>(list: &str, records: &[T]) -> Result<(), String> {
    let mut seen = BTreeSet::new();
    for id in records.iter().map(Listed::id) {
        let digits = !id.is_empty() && id.len() <= 19 && id.bytes().all(|b| b.is_ascii_digit());
        if !digits {
            return Err(format!("{list}: the id {id:?} is not of 1 to 19 digits"));
        }
        if !seen.insert(id) {
            return Err(format!("{list}: {id} comes twice"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_file_is_a_company() {
        let company = Company::from_json(
            r#"{
                "employee_types": [{ "id": "1", "name": "全职", "is_default": true }],
                "departments": [
                    { "id": "10", "name": { "zh": "甲公司", "en": "A" } },
                    { "id": "11", "name": "研发部", "parent": "10", "effective": "2024-01-01" }
                ]
            }"#,
        )
        .unwrap();
        assert_eq!(company.departments[1].name.zh, "研发部");
        assert_eq!(company.departments[0].name.en, "A");
        assert!(company.employees.is_empty());
        assert!(company.offers("job_data", "compensation_type", "salary"));
        assert!(!company.offers("job_data", "compensation_type", "daily"), "switched off");
    }

    #[test]
    fn what_is_wrong_in_a_file_is_named() {
        let refused = |text: &str, word: &str| {
            let why = Company::from_json(text).unwrap_err();
            assert!(why.contains(word), "{text}: {why}");
        };
        refused("{", "line 1");
        refused(r#"{"departements": []}"#, "departements");
        refused(r#"{"jobs": [{"id": "1", "nam": "x"}]}"#, "nam");
        refused(r#"{"jobs": [{"name": "x"}]}"#, "jobs: the id \"\"");
        refused(r#"{"jobs": [{"id": "1"}, {"id": "1"}]}"#, "jobs: 1 comes twice");
        refused(r#"{"departments": [{"id": "1", "parent": "2"}, {"id": "2"}]}"#, "one root");
        refused(r#"{"departments": [{"id": "1"}, {"id": "2"}]}"#, "departments: 2");
        refused(
            r#"{"departments": [{"id": "1"}, {"id": "2", "parent": "3"}, {"id": "3", "parent": "1"}]}"#,
            "2: its parent",
        );
    }

    #[test]
    fn the_company_that_is_there_by_default_is_one() {
        assert_eq!(Company::morning_star().check(), Ok(()));
    }
}
