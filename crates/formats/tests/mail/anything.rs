//! Whatever the bytes are, and however they arrive: no panic, no message lost, no word of a letter kept.

use std::io::Cursor;

use proptest::prelude::*;

use super::{Slow, bytes, mia, nothing_is_lost, read, show};

const GOOD: [&str; 5] = ["quirks.mbox", "lengths.mbox", "takeout.mbox", "letter.eml", "without_beginnings.mbox"];

fn survives(bytes: &[u8]) {
    if let Ok(readings) = read("anything", bytes) {
        nothing_is_lost(&readings);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_behind_a_beginning_are_survived(rest in prop::collection::vec(any::<u8>(), 0..2000)) {
        survives(&[b"From a Mon Mar  2 10:00:00 2026\nFrom: a@x.example\nTo: mia@example.com\n".as_slice(), &rest].concat());
    }

    #[test]
    fn arbitrary_mail_is_survived(
        text in "(From [a-z]{0,3} 10:00 2026\r?\n|From: |To: |Cc: |Date: |mia@example\\.com|a@x\\.example|[<>,\";:()=?]|\r?\n|\n\n| |\t|Content-Length: [0-9]{1,9}\n|>From |\u{e9}|1 Jan 2020){0,60}",
    ) {
        survives(format!("From a 10:00 2026\nFrom: a@x.example\n{text}").as_bytes());
    }

    #[test]
    fn damaged_mail_is_survived(
        name in prop::sample::select(GOOD.to_vec()),
        at in any::<prop::sample::Index>(),
        new in prop::collection::vec(any::<u8>(), 0..4),
        gone in 0..40_usize,
    ) {
        let mut bytes = bytes(name);
        let at = at.index(bytes.len());
        let end = (at + gone).min(bytes.len());
        bytes.splice(at..end, new);
        survives(&bytes);
    }

    #[test]
    fn it_does_not_matter_in_which_pieces_a_file_arrives(
        name in prop::sample::select(GOOD.to_vec()),
        most in 1..200_usize,
    ) {
        let whole = read("mail", &bytes(name)).unwrap();
        let slow = Slow { bytes: Cursor::new(bytes(name)), most };
        let pieces = formats::read("mail", slow, &mia(), &mut |_| ()).unwrap();
        prop_assert_eq!(show(&whole), show(&pieces));
        prop_assert_eq!(whole, pieces);
    }
}
