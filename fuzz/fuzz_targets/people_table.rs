//! Any table of people.

#![no_main]

use formats_fuzz::hold;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| hold("Name,Email,Company,Birthday\n", bytes));
