//! The tables that tell about the seeker.

use method::list::reading::Me;
use rstest::rstest;

use super::{bytes, nothing_is_lost, read_bytes, show};

#[rstest]
#[case::name_and_headline_but_neither_address_nor_birthday("Profile.csv")]
#[case::positions_start_with_the_month_or_the_year("Positions.csv")]
#[case::skills_are_single_names("Skills.csv")]
#[case::schools_without_a_name_are_left_out("Education.csv")]
#[case::organizations_are_followed_since_a_day("Company Follows.csv")]
#[case::addresses_are_in_lower_case("Email Addresses.csv")]
fn the_seeker_is_told_by(#[case] name: &str) {
    let readings = read_bytes(name, &bytes(name), &Me::default()).unwrap();
    nothing_is_lost(&readings);
    insta::assert_snapshot!(name.replace(' ', "_"), show(&readings));
}

#[test]
fn a_table_with_the_one_column_name_is_skills_only_when_it_is_called_so() {
    assert!(read_bytes("Skills_123.csv", b"Name\nTea\n", &Me::default()).is_ok());
    assert!(read_bytes("Causes.csv", b"Name\nTea\n", &Me::default()).is_err());
}

#[test]
fn a_description_is_said_sentence_by_sentence() {
    let csv = b"Company Name,Title,Description,Location,Started On,Finished On\n\
        Old Mill,Clerk,\"Ran the night desk alone. Cut triage waits by 30%.\n- Taught new clerks to listen\",,2015,\n";
    let readings = read_bytes("Positions.csv", csv, &Me::default()).unwrap();
    let said: Vec<(&str, Option<&str>)> =
        readings[0].said.iter().map(|one| (one.text.as_str(), one.by.as_deref())).collect();
    let own = ["Ran the night desk alone.", "Cut triage waits by 30%.", "Taught new clerks to listen"];
    assert_eq!(said, own.map(|text| (text, None)));
}
