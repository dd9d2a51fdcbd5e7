//! Fuzzes the reading of a mailbox: no panic, and every message or meeting counted, passed over or left out.

#![no_main]

use formats_fuzz::hold;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| hold("From ana@example.com Tue Mar  3 09:00:00 2026\n", bytes));
