//! Whatever the bytes are: no panic, no row lost, no word of a message kept.

use method::list::reading::Me;
use proptest::prelude::*;

use super::{bytes, export, nothing_is_lost, read_bytes, show, zipped};

const GOOD: [&str; 17] = [
    "Contacts.csv",
    "Endorsement_Received_Info.csv",
    "Recommendations_Received.csv",
    "connections_with_notes.csv",
    "connections_2018.csv",
    "connections_resaved.csv",
    "connections_day_first.csv",
    "connections_windows_1252.csv",
    "connections_utf_16.csv",
    "connections_broken.csv",
    "Profile.csv",
    "Positions.csv",
    "Education.csv",
    "Email Addresses.csv",
    "messages.csv",
    "messages_2021.csv",
    "Invitations.csv",
];

/// One change to a file.
#[derive(Debug, Clone)]
enum Damage {
    Set(prop::sample::Index, u8),
    Insert(prop::sample::Index, Vec<u8>),
    Remove(prop::sample::Index, u8),
    Cut(prop::sample::Index),
}

fn damage() -> impl Strategy<Value = Damage> {
    let index = || any::<prop::sample::Index>();
    let sharp = prop_oneof![
        Just(b"\"".to_vec()),
        Just(b",".to_vec()),
        Just(b"\r\n".to_vec()),
        Just(b"\0".to_vec()),
        Just(b";".to_vec()),
        prop::collection::vec(any::<u8>(), 1..4)
    ];
    prop_oneof![
        (index(), any::<u8>()).prop_map(|(at, byte)| Damage::Set(at, byte)),
        (index(), sharp).prop_map(|(at, bytes)| Damage::Insert(at, bytes)),
        (index(), 1_u8..40).prop_map(|(at, count)| Damage::Remove(at, count)),
        index().prop_map(Damage::Cut),
    ]
}

fn damaged(mut bytes: Vec<u8>, changes: &[Damage]) -> Vec<u8> {
    for change in changes {
        if bytes.is_empty() {
            break;
        }
        match change {
            Damage::Set(at, byte) => *at.get_mut(&mut bytes) = *byte,
            Damage::Insert(at, new) => {
                let at = at.index(bytes.len());
                bytes.splice(at..at, new.iter().copied());
            }
            Damage::Remove(at, count) => {
                let at = at.index(bytes.len());
                bytes.drain(at..(at + usize::from(*count)).min(bytes.len()));
            }
            Damage::Cut(at) => bytes.truncate(at.index(bytes.len())),
        }
    }
    bytes
}

fn survives(name: &str, bytes: &[u8]) {
    if let Ok(readings) = read_bytes(name, bytes, &Me::default()) {
        assert!(!readings.is_empty() && readings.iter().all(|reading| reading.read > 0));
        nothing_is_lost(&readings);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        survives("anything", &bytes);
    }

    #[test]
    fn arbitrary_text_under_a_known_header_is_survived(
        header in prop::sample::select(vec![
            "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n",
            "Company Name,Title,Description,Location,Started On,Finished On\n",
            "From,To,Date,Subject,Content,Direction,Folder\n",
            "From;To;Sent At;Message;Direction;inviterProfileUrl;inviteeProfileUrl\r\n",
            "Name\n",
        ]),
        rows in "([\",;\r\n\0 a-zé0-9/.@%-]|NA|\"\"|,,,){0,400}",
    ) {
        survives("Skills.csv", format!("{header}{rows}").as_bytes());
    }

    #[test]
    fn damaged_files_are_survived(
        name in prop::sample::select(GOOD.to_vec()),
        changes in prop::collection::vec(damage(), 1..6),
    ) {
        survives(name, &damaged(bytes(name), &changes));
    }

    #[test]
    fn damaged_archives_are_survived(changes in prop::collection::vec(damage(), 1..4)) {
        survives("export.zip", &damaged(export(), &changes));
    }

    #[test]
    fn archives_of_damaged_files_are_survived(
        name in prop::sample::select(GOOD.to_vec()),
        changes in prop::collection::vec(damage(), 1..6),
    ) {
        let content = damaged(bytes(name), &changes);
        survives("export.zip", &zipped(&[(name, &content), ("Skills.csv", b"Name\nTea\n")]));
    }

    #[test]
    fn a_stray_quotation_mark_never_lets_a_text_out(at in any::<prop::sample::Index>()) {
        let whole = bytes("messages.csv");
        let broken = damaged(whole, &[Damage::Insert(at, b"\"".to_vec())]);
        if let Ok(readings) = read_bytes("messages.csv", &broken, &Me::default()) {
            prop_assert!(!show(&readings).contains("SECRET"), "{}", show(&readings));
        }
    }
}
