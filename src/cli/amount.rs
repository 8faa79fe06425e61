//! A number of rows, or a share of them, as a flag names it.
//!
//! Must not know: what it is a limit of.

use std::str::FromStr;

/// A number of rows, or a share of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Amount {
    /// So many.
    Count(u64),
    /// So many of a hundred.
    Percent(f64),
}

impl FromStr for Amount {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text.trim().strip_suffix(['%', '％']) {
            Some(percent) => match percent.trim().parse::<f64>() {
                Ok(percent) if (0.0..=100.0).contains(&percent) => Ok(Self::Percent(percent)),
                Ok(_) | Err(_) => Err(()),
            },
            None => text.trim().parse().map(Self::Count).map_err(|_| ()),
        }
    }
}

impl Amount {
    /// So many of `whole`.
    #[expect(clippy::cast_precision_loss, reason = "rows are far fewer than 2^52")]
    pub(super) fn of(self, whole: u64) -> f64 {
        match self {
            Self::Count(count) => count as f64,
            Self::Percent(percent) => whole as f64 * percent / 100.0,
        }
    }

    pub(super) fn shown(self) -> String {
        match self {
            Self::Count(count) => count.to_string(),
            Self::Percent(percent) => format!("{percent}%"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_a_number_or_a_share() {
        assert_eq!("20".parse(), Ok(Amount::Count(20)));
        assert_eq!("5%".parse(), Ok(Amount::Percent(5.0)));
        assert_eq!(" 2.5 ％".parse(), Ok(Amount::Percent(2.5)));
        for wrong in ["", "-1", "101%", "x%", "1.5", "NaN%", "inf%"] {
            assert!(wrong.parse::<Amount>().is_err(), "{wrong}");
        }
        assert!((Amount::Percent(5.0).of(200) - 10.0).abs() < 1e-9);
    }
}
