//! What a header that binds to nothing may mean: shown, never taken.
//!
//! Must not know: columns, mapping files.

use strsim::jaro_winkler;

use super::labels::Index;
use crate::spec::Kind;

/// The nearest name must be at least as near as this. Measured: 手机号/手机号码 0.94,
/// 部门/部门名称 0.87, 姓名/姓 0.85, 邮箱/邮编 0.67.
const BAR: f64 = 0.86;

/// The path of the field that a header may mean: its hints first, else the nearest name.
pub fn header(kind: &'static Kind, text: &str) -> Option<String> {
    let index = Index::of(kind);
    let wanted = super::normalize::header(text);
    if wanted.is_empty() {
        return None;
    }
    if let Some(paths) = index.hinted(&wanted) {
        return Some(paths.join(" / "));
    }
    nearest(&wanted, index.names().iter().map(|(name, path)| (name.as_str(), path.as_str())))
}

/// The API path that is nearest to a mistyped one.
pub fn path(kind: &'static Kind, text: &str) -> Option<String> {
    let paths = Index::of(kind).paths();
    nearest(text, paths.iter().map(|path| (path.as_str(), path.as_str())))
}

/// The word that is nearest to a mistyped one.
pub fn word<'a>(text: &str, words: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(text, words.into_iter().map(|word| (word, word)))
}

fn nearest<'a>(wanted: &str, names: impl Iterator<Item = (&'a str, &'a str)>) -> Option<String> {
    let mut best: Option<(f64, &str)> = None;
    for (name, meaning) in names {
        let score = jaro_winkler(wanted, name);
        if score >= BAR && best.is_none_or(|(highest, _)| score > highest) {
            best = Some((score, meaning));
        }
    }
    best.map(|(_, meaning)| meaning.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::{job_data::JOB_DATA, talent::TALENT};

    #[test]
    fn hints_come_before_likeness() {
        assert_eq!(header(&TALENT, "户籍所在地").as_deref(), Some("basic_info.hometown_city_code"));
        assert_eq!(header(&JOB_DATA, "工号").as_deref(), Some("employment_id"));
        assert_eq!(header(&JOB_DATA, "岗位").as_deref(), Some("job_id / position_id"));
    }

    #[test]
    fn likeness_needs_to_be_close() {
        assert_eq!(header(&TALENT, "手机号码1号").as_deref(), Some("basic_info.mobile"));
        for text in ["备注", "序号", "邮编", "", "＊"] {
            assert_eq!(header(&TALENT, text), None, "{text}");
        }
    }
}
