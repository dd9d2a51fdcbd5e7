//! Tables about other people beside the connections: the phone book, endorsements, recommendations.

use formats::settle;
use method::list::reading::{Findings, Me};
use rstest::rstest;

use super::{bytes, nothing_is_lost, read_bytes, show, zipped};

#[rstest]
fn tells_who_knows_the_seeker(
    #[values(
        "Contacts.csv",
        "Endorsement_Received_Info.csv",
        "Recommendations_Received.csv",
        "recommendations_twice.csv"
    )]
    name: &str,
) {
    let readings = read_bytes(name, &bytes(name), &Me::default()).unwrap();
    nothing_is_lost(&readings);
    let shown = show(&readings);
    assert!(!shown.contains("SECRET"), "{shown}");
    assert!(
        readings
            .iter()
            .filter_map(|one| one.left_out.as_ref())
            .all(|left| !left.bytes.windows(6).any(|six| six == b"SECRET"))
    );
    insta::assert_snapshot!(name, shown);
}

#[rstest]
#[case::what_others_wrote_of_you("Recommendations_Received.csv", &[("She cut triage waits by a third.", Some("Anna Berg"))])]
#[case::not_what_you_wrote_of_others("Recommendations_Given.csv", &[])]
fn a_recommendation_says(#[case] name: &str, #[case] expected: &[(&str, Option<&str>)]) {
    let csv = b"First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n\
        Anna,Berg,Old Mill,Nurse,\"Mia! She cut triage waits by a third.\",05/06/16 10:00 AM,VISIBLE\n";
    let readings = read_bytes(name, csv, &Me::default()).unwrap();
    let said: Vec<_> = readings[0].said.iter().map(|one| (one.text.as_str(), one.by.as_deref())).collect();
    assert_eq!(said, expected);
}

#[test]
fn whoever_recommended_is_the_only_connection_of_that_name() {
    let links = |connections: &str| {
        let recommendations = bytes("Recommendations_Received.csv");
        let zip =
            zipped(&[("Recommendations_Received.csv", &recommendations), ("Connections.csv", connections.as_bytes())]);
        let readings = read_bytes("export.zip", &zip, &Me::default()).unwrap();
        let Findings::People(rows) = &readings[1].findings else { panic!("people") };
        rows.iter().map(|row| row.links.join(" ")).collect::<Vec<_>>()
    };
    let header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";
    let anna = "Anna,Berg,https://www.linkedin.com/in/anna-berg,,,,16 Dec 2024\n";
    let other = "Anna,Berg,https://www.linkedin.com/in/anna-berg-2,,,,17 Dec 2024\n";
    assert_eq!(links(&format!("{header}{anna}")), ["linkedin.com/in/anna-berg", ""]);
    assert_eq!(links(&format!("{header}{anna}{other}")), ["", ""], "two of that name prove nothing");
}

#[test]
fn namesakes_without_a_link_stay_two() {
    let keys = |name: &str, text: &str| {
        let readings = read_bytes(name, text.as_bytes(), &Me::default()).unwrap();
        let Findings::People(rows) = &readings[0].findings else { panic!("people") };
        rows.iter().map(|row| row.key.clone()).collect::<Vec<_>>()
    };
    let row = |organization: &str| format!("John,Smith,{organization},Nurse,SECRET,31/12/16 10:00 AM,VISIBLE\n");
    let header = "First Name,Last Name,Company,Job Title,Text,Creation Date.1,Status\n";
    let recommended = format!("{header}{}{}{}", row("Harbor"), row("Quay"), row("harbor"));
    let expected = ["name:John Smith|harbor", "name:John Smith|quay", "name:John Smith|harbor"];
    assert_eq!(keys("Recommendations_Received.csv", &recommended), expected);
    let endorsed = "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url\n\
                    ,Triage,John,Smith,\n,Rust,John,Smith,\n,Triage,John,Smith,\n";
    let expected = ["name:John Smith", "name:John Smith", "name:John Smith|2"];
    assert_eq!(keys("Endorsement_Received_Info.csv", endorsed), expected);
}

#[test]
fn files_that_are_read_one_by_one_are_settled_afterwards() {
    let mut readings = Vec::new();
    for name in ["Recommendations_Received.csv", "connections_with_notes.csv"] {
        readings.extend(read_bytes(name, &bytes(name), &Me::default()).unwrap());
    }
    settle(&mut readings);
    let Findings::People(rows) = &readings[0].findings else { panic!("people") };
    assert_eq!(rows[0].links, ["linkedin.com/in/anna-berg"]);
}
