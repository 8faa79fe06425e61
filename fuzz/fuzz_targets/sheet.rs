//! A workbook: the XML within a sound package → rows → records.
#![no_main]

libfuzzer_sys::fuzz_target!(|parts: &[u8]| muster_fuzz::package(parts));
