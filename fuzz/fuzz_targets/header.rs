//! Rows of text → the header among them, bound.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| muster_fuzz::header(text));
