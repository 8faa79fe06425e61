//! The job data that are measured: 22 columns, all IDs of one length. The same rows for the same
//! number.
//!
//! Must not know: what is done with them.

use std::error::Error;
use std::path::Path;

const HEADER: [&str; 22] = [
    "employment_id",
    "department_id",
    "employee_type_id",
    "effective_time",
    "expiration_time",
    "job_level_id",
    "job_grade_id",
    "working_hours_type_id",
    "work_location_id",
    "job_id",
    "probation_start_date",
    "probation_expected_end_date",
    "probation_end_date",
    "job_family_id",
    "direct_manager_id",
    "dotted_line_manager_id_list",
    "second_direct_manager_id",
    "work_shift",
    "compensation_type",
    "service_company",
    "cost_center_rate[1].cost_center_id",
    "cost_center_rate[1].rate",
];

/// The n-th row.
fn row(n: u32) -> [String; 22] {
    // No ID ends in zeros, as one does that a spreadsheet program has rounded.
    let id = |of: u64, values: u32| {
        (6_890_452_208_593_000_001 + of * 10_000_000 + 10 * u64::from(n % values)).to_string()
    };
    let (year, month) = (2015 + n % 10, n % 12 + 1);
    let probation = format!("{year}/{month}/31");
    let probation =
        if matches!(month, 4 | 6 | 9 | 11 | 2) { format!("{year}/{month}/28") } else { probation };
    [
        (6_893_014_062_142_000_001 + 10 * u64::from(n)).to_string(),
        id(1, 800),
        id(2, 5),
        format!("{year}-{month:02}-01"),
        format!("{}-12-31", year + 5),
        id(3, 12),
        id(4, 12),
        id(5, 3),
        id(6, 40),
        id(7, 300),
        format!("{year}/{month}/1"),
        probation.clone(),
        probation,
        id(8, 30),
        id(9, 2000),
        format!("{};{}", id(10, 500), id(11, 500)),
        id(12, 90),
        "work_shift".into(),
        "salary".into(),
        id(13, 20),
        id(14, 200),
        "100%".into(),
    ]
}

/// Write them as CSV.
pub(crate) fn csv(path: &Path, rows: u32) -> Result<(), Box<dyn Error>> {
    let mut writer = csv::Writer::from_path(path)?;
    writer.write_record(HEADER)?;
    for n in 0..rows {
        writer.write_record(row(n))?;
    }
    Ok(writer.flush()?)
}
