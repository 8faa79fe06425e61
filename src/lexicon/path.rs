//! API paths: `education_list[2].school`, `custom:ID`, `module:ID[2].custom:ID` → [`Slot`].
//!
//! Must not know: headers, labels, columns.

use std::collections::HashMap;

use crate::spec::{CustomType, Field, Group, Kind, Slot, Target};

/// Types of custom fields by their ID; what is not listed is text.
pub(crate) type Customs = HashMap<String, CustomType>;

/// Most rows of a custom module; the API document names no limit, lists end at 100.
const MODULE_MAX: usize = 100;

/// Why a text is no path.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Fault {
    /// The number is not from 1 to this.
    Index(usize),
    /// It begins as a custom module's field and goes on otherwise.
    Module,
    /// There is no such field.
    Unknown,
}

/// As `typed::parse`, without looking for the nearest path.
pub(crate) fn find(kind: &'static Kind, text: &str, customs: &Customs) -> Result<Slot, Fault> {
    let text = super::normalize::trim(text);
    let target = match field(kind, text) {
        Some(field) => Target::Field(field),
        None => match text.strip_prefix("module:") {
            Some(rest) if kind.modules.is_some() => module(rest, customs)?,
            Some(_) | None => nested(kind, text, customs)?,
        },
    };
    Ok(Slot { kind: kind.id, target })
}

/// Whether the path names an entry by number (and not every entry of its group).
pub(crate) fn has_index(text: &str) -> bool {
    text.contains('[')
}

/// A field outside groups by its key, or by its pointer written with points.
fn field(kind: &'static Kind, text: &str) -> Option<&'static Field> {
    kind.fields.iter().find(|field| same(field, text))
}

fn same(field: &Field, text: &str) -> bool {
    field.key == text
        || field
            .pointer
            .strip_prefix('/')
            .is_some_and(|pointer| pointer.split('/').eq(text.split('.')))
}

fn nested(kind: &'static Kind, text: &str, customs: &Customs) -> Result<Target, Fault> {
    for host in kind.customs {
        let parent = host.pointer.trim_start_matches('/').split('/').next().unwrap_or_default();
        let long = text.strip_prefix(parent).and_then(|rest| rest.strip_prefix('.'));
        let short = text.strip_prefix(host.prefix);
        if let Some(id) = short.and_then(custom).or_else(|| long.and_then(custom)) {
            return Ok(Target::Custom { host, object_id: id.into(), ty: ty(id, customs) });
        }
    }
    let Some((head, rest)) = text.split_once('.') else { return Err(Fault::Unknown) };
    let (name, index) = split_index(head);
    let Some(group) = kind.groups.iter().find(|group| group.key == name) else {
        return Err(Fault::Unknown);
    };
    entry(group, (index, rest), customs)
}

fn entry(
    group: &'static Group,
    (index, rest): (Option<&str>, &str),
    customs: &Customs,
) -> Result<Target, Fault> {
    let n = number(index, group.max).ok_or(Fault::Index(group.max))?;
    if let Some(field) = group.fields.iter().find(|field| same(field, rest)) {
        return Ok(Target::Entry { group, n, field });
    }
    match custom(rest) {
        Some(id) if group.customs.is_some() => {
            Ok(Target::EntryCustom { group, n, object_id: id.into(), ty: ty(id, customs) })
        }
        Some(_) | None => Err(Fault::Unknown),
    }
}

fn module(rest: &str, customs: &Customs) -> Result<Target, Fault> {
    let (head, tail) = rest.split_once('.').ok_or(Fault::Module)?;
    let (module_id, index) = split_index(head);
    let id = custom(tail).filter(|_| is_id(module_id)).ok_or(Fault::Module)?;
    let n = number(index, MODULE_MAX).ok_or(Fault::Index(MODULE_MAX))?;
    Ok(Target::Module { module_id: module_id.into(), n, object_id: id.into(), ty: ty(id, customs) })
}

/// `name[2]` → (`name`, `2`).
fn split_index(head: &str) -> (&str, Option<&str>) {
    match head.strip_suffix(']').and_then(|head| head.split_once('[')) {
        Some((name, index)) => (name, Some(index)),
        None => (head, None),
    }
}

fn number(index: Option<&str>, max: usize) -> Option<u16> {
    let Some(digits) = index else { return Some(1) };
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    digits.parse::<u16>().ok().filter(|n| (1..=max).contains(&usize::from(*n)))
}

/// The ID in `custom:ID`.
fn custom(text: &str) -> Option<&str> {
    text.strip_prefix("custom:").filter(|id| is_id(id))
}

fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 64
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'))
}

fn ty(id: &str, customs: &Customs) -> CustomType {
    customs.get(id).copied().unwrap_or(CustomType::Text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::{job_data::JOB_DATA, talent::TALENT};
    use crate::lexicon::typed::parse;
    use crate::problem::Code;
    use crate::problem::Lang;

    fn talent(text: &str) -> Result<String, Code> {
        parse(&TALENT, text, &Customs::new()).map(|slot| slot.to_string()).map_err(|c| c.code)
    }

    #[test]
    fn every_form_of_the_contract_is_read() {
        for (text, canonical) in [
            ("basic_info.name", "basic_info.name"),
            (" basic_info.name\u{200B}", "basic_info.name"),
            ("education_list[2].school", "education_list[2].school"),
            ("education_list.school", "education_list[1].school"),
            ("custom:6934193211960330504", "custom:6934193211960330504"),
            ("basic_info.custom:69", "custom:69"),
            ("self_evaluation.custom:69", "self_evaluation.custom:69"),
            ("education_list[3].custom:69", "education_list[3].custom:69"),
            ("module:70.custom:69", "module:70[1].custom:69"),
            ("module:70[2].custom:69", "module:70[2].custom:69"),
        ] {
            assert_eq!(talent(text).as_deref(), Ok(canonical), "{text}");
        }
        let shift = parse(&JOB_DATA, "work_shift.enum_name", &Customs::new()).unwrap();
        assert_eq!(shift.to_string(), "work_shift");
    }

    #[test]
    fn every_slot_reads_back_from_its_own_path() {
        for kind in crate::kinds::ALL {
            for field in kind.fields {
                let slot = parse(kind, field.key, &Customs::new()).unwrap();
                assert_eq!(slot.to_string(), field.key);
            }
            for group in kind.groups {
                for field in group.fields {
                    let path = format!("{}[7].{}", group.key, field.key);
                    let slot = parse(kind, &path, &Customs::new()).unwrap();
                    assert_eq!(slot.to_string(), path);
                }
            }
        }
    }

    #[test]
    fn entries_count_from_one_to_a_hundred() {
        for text in ["education_list[0].school", "education_list[101].school"] {
            assert_eq!(talent(text), Err(Code::FieldIndex), "{text}");
        }
        for text in ["education_list[-1].school", "education_list[].school", "module:1[x].custom:2"]
        {
            assert_eq!(talent(text), Err(Code::FieldIndex), "{text}");
        }
        assert!(talent("education_list[100].school").is_ok());
    }

    #[test]
    fn what_is_no_path_is_refused_with_the_nearest() {
        for text in ["", "name", "education_list[1].id", "init_source_id", "custom:", "custom:a b"]
        {
            assert_eq!(talent(text), Err(Code::FieldUnknown), "{text}");
        }
        let complaint = parse(&TALENT, "basic_info.nmae", &Customs::new()).unwrap_err();
        assert!(complaint.say(Lang::En).contains("basic_info.name"), "{complaint}");
        assert!(parse(&JOB_DATA, "custom:1", &Customs::new()).is_err());
        assert!(parse(&JOB_DATA, "cost_center_rate[1].custom:1", &Customs::new()).is_err());
        assert!(parse(&JOB_DATA, "module:1.custom:1", &Customs::new()).is_err());
        assert!(parse(&JOB_DATA, "primary_job_data", &Customs::new()).is_err());
    }

    #[test]
    fn a_custom_field_has_the_type_that_was_declared() {
        let customs = Customs::from([("69".to_owned(), CustomType::Range)]);
        let slot = parse(&TALENT, "education_list.custom:69", &customs).unwrap();
        assert!(matches!(slot.ty(), crate::spec::FieldType::Custom(CustomType::Range)));
    }
}
