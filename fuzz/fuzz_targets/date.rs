//! A text → a day, in every order.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| muster_fuzz::date(text));
