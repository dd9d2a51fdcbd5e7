//! Fuzzes the reading of people of Outlook: no panic, and no row lost.

#![no_main]

use formats_fuzz::hold;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| hold("First Name,Last Name,E-mail Address,E-mail 2 Address,Birthday\n", bytes));
