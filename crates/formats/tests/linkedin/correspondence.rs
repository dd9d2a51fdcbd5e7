//! Messages and invitations: with whom, when and which way, and never what.

use method::list::reading::{Findings, Letter, Me};
use rstest::rstest;

use super::{bytes, nothing_is_lost, read_bytes, shown, shown_to};

fn letters(name: &str, me: &Me) -> Vec<Letter> {
    let readings = read_bytes(name, &bytes(name), me).unwrap();
    nothing_is_lost(&readings);
    readings
        .into_iter()
        .flat_map(|reading| match reading.findings {
            Findings::Correspondence(letters) => letters,
            _ => Vec::new(),
        })
        .collect()
}

#[test]
fn messages_tell_who_when_and_which_way_and_whose_mailbox_it_is() {
    insta::assert_snapshot!(shown("messages.csv"));
}

#[test]
fn messages_of_2018_tell_names_and_a_direction() {
    insta::assert_snapshot!(shown("messages_2018.csv"));
}

#[test]
fn messages_of_2021_tell_no_links_of_recipients_but_names_that_write_elsewhere() {
    insta::assert_snapshot!(shown("messages_2021.csv"));
}

#[test]
fn a_broken_mailbox_never_turns_a_piece_of_a_text_into_a_person() {
    insta::assert_snapshot!(shown("messages_broken.csv"));
}

#[test]
fn one_conversation_does_not_tell_whose_mailbox_it_is() {
    insta::assert_snapshot!(shown("messages_of_one_conversation.csv"));
}

#[rstest]
#[case::a_name(Me { names: vec!["mira  SOL".into()], ..Me::default() })]
#[case::a_link(Me { links: vec!["linkedin.com/in/mira-sol".into()], ..Me::default() })]
fn what_is_known_of_the_seeker_decides_the_direction_by(#[case] me: Me) {
    let letters = letters("messages_of_one_conversation.csv", &me);
    let ways: Vec<(&str, bool)> = letters.iter().map(|letter| (letter.address.as_str(), letter.sent)).collect();
    assert_eq!(ways, [("linkedin.com/in/anna-berg", true), ("linkedin.com/in/anna-berg", false)]);
}

#[test]
fn an_old_name_or_link_of_the_seeker_does_not_turn_sent_into_received() {
    let me = Me { names: vec!["Mira Moon".into()], links: vec!["linkedin.com/in/mira-moon".into()], ..Me::default() };
    assert_eq!(letters("messages_of_one_conversation.csv", &me), []);
    assert_eq!(shown_to(&me, "messages.csv"), shown("messages.csv"));
}

#[test]
fn invitations_are_letters_too() {
    insta::assert_snapshot!(shown("Invitations.csv"));
}

#[test]
fn invitations_with_urns_go_by_name_and_a_comma_stays_in_a_name() {
    insta::assert_snapshot!(shown("invitations_with_urns.csv"));
}

#[rstest]
#[case("messages.csv")]
#[case("messages_2018.csv")]
#[case("messages_2021.csv")]
#[case("messages_broken.csv")]
#[case("Invitations.csv")]
fn no_word_that_was_written_leaves_the_reader(#[case] name: &str) {
    assert!(String::from_utf8_lossy(&bytes(name)).contains("SECRET"));
    assert!(!shown(name).contains("SECRET"), "{}", shown(name));
}
