//! A line of the table, and the numbers in it.
//!
//! Must not know: how they were measured.

use std::fmt;

/// A line of the table.
pub(crate) struct Line {
    /// What is measured, at what size.
    pub(crate) what: String,
    /// What is promised.
    pub(crate) at_most: String,
    /// What was found.
    pub(crate) found: String,
    /// The highest memory, where it belongs to the line.
    pub(crate) peak_kib: Option<u32>,
    /// Whether the promise is kept; none where it can't be told.
    pub(crate) kept: Option<bool>,
}

impl Line {
    /// A line that can't be measured here, and why.
    pub(crate) fn open(what: &str, at_most: &str, why: &str) -> Self {
        Self {
            what: what.into(),
            at_most: at_most.into(),
            found: why.into(),
            peak_kib: None,
            kept: None,
        }
    }

    /// A line that promises at most so many times something.
    pub(crate) fn times(what: String, limit: f64, of: &str, ratios: &Ratios) -> Self {
        Self {
            what,
            at_most: format!("{limit} × {of}"),
            found: ratios.to_string(),
            peak_kib: ratios.peak_kib,
            kept: Some(ratios.median() <= limit),
        }
    }

    /// A line that promises a peak of memory.
    pub(crate) fn peak(what: String, at_most: &str, limit_mib: f64, peak_kib: Option<u32>) -> Self {
        let mib = peak_kib.map(|kib| f64::from(kib) / 1024.0);
        Self {
            what,
            at_most: format!("{at_most} = {limit_mib:.0} MiB"),
            found: mib.map_or("the system does not tell".into(), |mib| format!("{mib:.1} MiB")),
            peak_kib,
            kept: mib.map(|mib| mib <= limit_mib),
        }
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let peak = match self.peak_kib {
            Some(kib) => format!("{:.1}", f64::from(kib) / 1024.0),
            None => "–".into(),
        };
        let kept = match self.kept {
            Some(true) => "yes",
            Some(false) => "**no**",
            None => "–",
        };
        let Self { what, at_most, found, .. } = self;
        write!(f, "| {what} | {at_most} | {found} | {peak} | {kept} |")
    }
}

/// One thing held against another, pair by pair.
#[derive(Default)]
pub(crate) struct Ratios {
    each: Vec<f64>,
    seconds: Vec<f64>,
    peak_kib: Option<u32>,
}

impl Ratios {
    /// A pair: what it took, the highest memory meanwhile, and what the other took.
    pub(crate) fn add(&mut self, seconds: f64, peak_kib: Option<u32>, other: f64) {
        self.each.push(seconds / other);
        self.seconds.push(seconds);
        self.peak_kib = self.peak_kib.max(peak_kib);
    }

    /// The middle of the ratios.
    pub(crate) fn median(&self) -> f64 {
        median(&self.each)
    }

    /// The highest memory of all.
    pub(crate) const fn peak_kib(&self) -> Option<u32> {
        self.peak_kib
    }
}

impl fmt::Display for Ratios {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let least = self.each.iter().copied().fold(f64::INFINITY, f64::min);
        let most = self.each.iter().copied().fold(0.0, f64::max);
        let (median, seconds) = (self.median(), median(&self.seconds));
        write!(f, "{median:.2} × ({least:.2} to {most:.2}), {seconds:.3} s")
    }
}

/// The middle one.
pub(crate) fn median(numbers: &[f64]) -> f64 {
    let mut sorted = numbers.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Bytes as MiB.
pub(crate) fn mib(bytes: u64) -> f64 {
    f64::from(u32::try_from(bytes >> 10).unwrap_or(u32::MAX)) / 1024.0
}
