//! Fuzzes the reading of a calendar: no panic, and every message or meeting counted, passed over or left out.

#![no_main]

use formats_fuzz::hold;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| hold("BEGIN:VCALENDAR\n", bytes));
