//! Fuzzes the reading of connections of LinkedIn: no panic, and no row lost.

#![no_main]

use formats_fuzz::hold;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| hold("First Name,Last Name,URL,Email Address,Company,Position,Connected On\n", bytes));
