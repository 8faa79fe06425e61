//! What a `RawCell::Fault` says, as a complaint: the text of a fault is Excel's error value
//! (`#N/A`), or the id of a catalogue entry, with its one value after a colon
//! (`cell-control-character:U+0000`).
//!
//! Must not know: which source wrote the fault.

use super::{Code, Complaint};

impl Complaint {
    /// The complaint that a cell's fault stands for.
    pub fn of_fault(fault: &str) -> Self {
        let (id, value) = fault.split_once(':').unwrap_or((fault, ""));
        match Code::of(id) {
            Some(code) if value.is_empty() => Self::new(code),
            Some(code) => Self::with(code, [value]),
            None => Self::with(Code::CellError, [fault]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_an_excel_error_or_an_entry_of_the_catalogue() {
        let of = |fault: &str| (Complaint::of_fault(fault).code, Complaint::of_fault(fault).args);
        assert_eq!(of("#N/A"), (Code::CellError, vec!["#N/A".into()]));
        assert_eq!(of("cell-twice"), (Code::CellTwice, vec![]));
        assert_eq!(
            of("cell-control-character:U+0000"),
            (Code::CellControlCharacter, vec!["U+0000".into()])
        );
    }
}
