//! Whatever the bytes are: no panic, and no row lost.

use formats::Asked;
use method::list::reading::Findings;
use proptest::prelude::*;

use super::{bytes, mapped, nothing_is_lost, read_bytes};

const GOOD: [&str; 9] = [
    "v21.vcf",
    "v30.vcf",
    "v40.vcf",
    "broken.vcf",
    "windows_1252.vcf",
    "google_until_2024.csv",
    "google_since_2024.csv",
    "outlook_windows_1252.csv",
    "guessed.csv",
];

fn survives(name: &str, bytes: &[u8], asked: &Asked) {
    let Ok(readings) = read_bytes(name, bytes, asked) else { return };
    assert!(!readings.is_empty() && readings.iter().all(|reading| reading.read > 0));
    if readings.iter().all(|reading| matches!(reading.findings, Findings::People(_))) {
        nothing_is_lost(&readings);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn cards_of_anything_are_survived(
        lines in prop::collection::vec(prop_oneof![
            Just("BEGIN:VCARD".to_owned()),
            Just("END:VCARD".to_owned()),
            Just("VERSION:2.1".to_owned()),
            Just("AGENT:".to_owned()),
            Just("N;ENCODING=QUOTED-PRINTABLE:=C3=\r\n=AB;=".to_owned()),
            Just("PHOTO;BASE64:\r\n AAAA".to_owned()),
            "(item1\\.)?(FN|N|EMAIL|TEL|BDAY|ORG|ADR|NICKNAME|URL|KIND)[;:][a-zé0-9@.;:,=\\\\\" \t-]{0,30}",
            "[ -~é]{0,20}",
        ], 1..40),
        end in prop::sample::select(vec!["\r\n", "\n", "\r"]),
    ) {
        survives("cards.vcf", format!("BEGIN:VCARD{end}{}", lines.join(end)).as_bytes(), &Asked::default());
    }

    #[test]
    fn tables_of_anything_are_survived(
        header in prop::sample::select(vec![
            "Name,Given Name,Family Name,Group Membership,Birthday,E-mail 1 - Value,Phone 1 - Value\n",
            "First Name,Last Name,E-mail Address,E-mail 2 Address,Company,Birthday,Business Street\n",
            "Name;Email;Birthday;Address;Nickname\r\n",
            "Who\tWhat\n",
        ]),
        rows in "([\",;\t\r\n\0 a-zé0-9/.@%:-]| ::: |--04-12|\"\"|,,,){0,300}",
    ) {
        survives("table.csv", format!("{header}{rows}").as_bytes(), &mapped(&["name=who"]));
    }

    #[test]
    fn damaged_files_are_survived(
        name in prop::sample::select(GOOD.to_vec()),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), any::<bool>()), 1..6),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let mut damaged = bytes(name);
        for (at, byte, is_removed) in changes {
            match is_removed {
                true => drop(damaged.remove(at.index(damaged.len()))),
                false => *at.get_mut(&mut damaged) = byte,
            }
        }
        damaged.truncate(cut.map_or(damaged.len(), |at| at.index(damaged.len())));
        survives(name, &damaged, &Asked::default());
    }
}
