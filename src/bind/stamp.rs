//! The stamp of muster's own templates: a line of text in a sheet of the workbook, which survives
//! whatever program saves it. It says of what kind the rows are to be.
//!
//! Must not know: where the line stands.

use crate::spec::KindId;

/// Stands before the kind, and between the parts of the line.
const BETWEEN: &str = " · ";

/// Which muster made a template, of which layout it is, and what it is for.
pub fn of(kind: KindId, layout: u32) -> String {
    let (version, kind) = (env!("CARGO_PKG_VERSION"), kind.flag());
    format!("muster {version}{BETWEEN}template {layout}{BETWEEN}{kind}")
}

/// The kind of the template whose stamp this is, of any version.
pub fn read(text: &str) -> Option<KindId> {
    let mut parts = text.trim().split(BETWEEN);
    let is_ours = parts.next()?.starts_with("muster ") && parts.next()?.starts_with("template ");
    let kind = KindId::of(parts.next()?)?;
    (is_ours && parts.next().is_none()).then_some(kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_read_back_whatever_its_version() {
        for kind in KindId::ALL {
            assert_eq!(read(&of(*kind, 1)), Some(*kind));
            assert_eq!(read(&format!(" muster 9.9 · template 7 · {} ", kind.flag())), Some(*kind));
        }
        for text in ["", "talent", "muster 0.1.0 · talent", "muster 0.1.0 · template 1 · pigs"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
