//! Fuzzes the reading of any table of people: no panic, and no row lost.

#![no_main]

use formats_fuzz::hold;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| hold("Name,Email,Company,Birthday\n", bytes));
