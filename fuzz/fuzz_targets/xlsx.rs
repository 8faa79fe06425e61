//! A workbook: the bytes of a zip → rows → records.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| muster_fuzz::file(bytes));
