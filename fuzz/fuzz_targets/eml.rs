//! Fuzzes the reading of a single mail: no panic, and every message or meeting counted, passed over or left out.

#![no_main]

use formats_fuzz::hold;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| hold("From: Ana <ana@example.com>\nDate: Tue, 3 Mar 2026 09:00:00 +0000\n", bytes));
