//! TOML → a mapping, and a header bound by it.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| muster_fuzz::mapping(text));
