//! Fuzzes the reading of Google Contacts: no panic, and no row lost.

#![no_main]

use formats_fuzz::hold;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| hold("First Name,Last Name,Organization Name,Labels,E-mail 1 - Value\n", bytes));
