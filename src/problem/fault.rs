//! What is said of a cell that has no value.
//!
//! Must not know: which source found it.

use super::{Code, Complaint};
use crate::sheet::{Defect, Fault};

impl Complaint {
    /// The complaint that a cell's fault stands for.
    pub fn of_fault(fault: Fault<'_>) -> Self {
        match fault {
            Fault::Error(error) => Self::with(Code::CellError, [error.name()]),
            Fault::Other(name) => Self::with(Code::CellError, [name]),
            Fault::Defect(why) => of_defect(why),
        }
    }
}

fn of_defect(why: Defect) -> Complaint {
    let with = |code, value: usize| Complaint::with(code, [value.to_string()]);
    Complaint::new(match why {
        Defect::TooManyLines(lines) => {
            return Complaint::with(Code::CellTooManyLines, [lines.to_string()]);
        }
        Defect::Control(byte) => {
            return Complaint::with(Code::CellControlCharacter, [format!("U+{byte:04X}")]);
        }
        Defect::TooManyEntries(most) => return with(Code::CellEntriesTooMany, most),
        Defect::TooManyParts(places) => return with(Code::SplitTooMany, places),
        Defect::Twice => Code::CellTwice,
        Defect::TooLong => Code::CellTooLong,
        Defect::StrayQuote => Code::CellStrayQuote,
        Defect::Undecodable => Code::CellUndecodable,
        Defect::Uncalculated => Code::CellFormulaUncalculated,
        Defect::ImpossibleDate => Code::CellDateImpossible,
        Defect::NotFinite => Code::CellNumberNotFinite,
        Defect::Unreadable => Code::CellUnreadable,
        Defect::DigitsLost => Code::DigitsLost,
        Defect::NotAPeriod => Code::NotAPeriod,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_an_excel_error_or_an_entry_of_the_catalogue() {
        let of = |fault| (Complaint::of_fault(fault).code, Complaint::of_fault(fault).args);
        assert_eq!(of(Fault::named("#N/A")), (Code::CellError, vec!["#N/A".into()]));
        assert_eq!(of(Fault::named("Err:502")), (Code::CellError, vec!["Err:502".into()]));
        assert_eq!(of(Fault::Defect(Defect::Twice)), (Code::CellTwice, vec![]));
        assert_eq!(
            of(Fault::Defect(Defect::Control(0))),
            (Code::CellControlCharacter, vec!["U+0000".into()])
        );
    }

    /// What a cell shows in the place of its value is the id of what is said of it.
    #[test]
    fn a_fault_is_called_as_its_entry_of_the_catalogue() {
        for why in [
            Defect::Twice,
            Defect::TooLong,
            Defect::TooManyLines(101),
            Defect::StrayQuote,
            Defect::Control(0x1F),
            Defect::Undecodable,
            Defect::Uncalculated,
            Defect::ImpossibleDate,
            Defect::NotFinite,
            Defect::Unreadable,
            Defect::DigitsLost,
            Defect::NotAPeriod,
            Defect::TooManyEntries(10),
            Defect::TooManyParts(2),
        ] {
            let Complaint { code, args } = Complaint::of_fault(Fault::Defect(why));
            let value =
                args.first().map(|value| format!(":{}", value.pick(crate::problem::Lang::En)));
            assert_eq!(why.to_string(), code.id().to_owned() + &value.unwrap_or_default());
        }
    }
}
