//! Verdicts and their evidence, case by case, and what holds for every two cards.

use proptest::prelude::*;
use rstest::rstest;

use super::*;
use crate::list::reading::PersonRow;
use crate::list::scene::row;

/// A row as one would jot it down: the name, then e-mail, link, telephone, organization, birthday, postal address.
fn card(line: &str) -> Card {
    let mut parts = line.split(" | ");
    let mut told = row("key", parts.next().unwrap_or_default());
    for part in parts {
        match part {
            _ if part.contains('@') => told.emails.push(part.into()),
            _ if part.starts_with('+') => told.phones.push(part.into()),
            _ if part.contains(".com/") || part.ends_with(".example") => told.links.push(part.into()),
            _ if part.parse::<crate::list::birthday::Birthday>().is_ok() => told.birthday = part.parse().ok(),
            _ if part.starts_with(|first: char| first.is_ascii_digit()) => told.postal.push(part.into()),
            _ => told.organization = Some(part.into()),
        }
    }
    Card::of_row(&told)
}

fn judged(a: &str, b: &str) -> (Option<Verdict>, Vec<String>) {
    let (a, b) = (card(a), card(b));
    (verdict(&weigh(&a, &b, 0)), evidence(&a, &b))
}

#[rstest]
#[case::one_profile(
    "Ana Pereira | linkedin.com/in/ana",
    "Ana Costa | linkedin.com/in/ana",
    "same",
    "The same profile: linkedin.com/in/ana."
)]
#[case::one_mailbox(
    "Ana Pereira | ana@x.example",
    "Pereira, Ana | ana@x.example",
    "same",
    "The same e-mail address: ana@x.example."
)]
#[case::one_mailbox_and_an_initial(
    "Ana Pereira | ana@x.example",
    "A. Pereira | ana@x.example",
    "likely",
    "The initial of the given name fits: Ana Pereira, A. Pereira."
)]
#[case::two_numbered_mailboxes(
    "Lena Osei | Harbor | lena72@mail.example",
    "Lena Bianchi | Harbor | lena144@mail.example",
    "possible",
    "But the family names differ: Lena Osei, Lena Bianchi."
)]
#[case::junior_and_none(
    "Zebulon Quuxley | Harbor",
    "Zebulon Quuxley Jr. | Harbor",
    "likely",
    "But only one of them is Jr."
)]
#[case::a_rare_name_at_one_place(
    "Zebulon Quuxley | Harbor Inc.",
    "Quuxley, Zebulon | Harbor",
    "same",
    "Both are called Zebulon Quuxley, a rare name."
)]
#[case::a_rare_name_alone(
    "Zebulon Quuxley",
    "Zebulon Quuxley",
    "likely",
    "Both are called Zebulon Quuxley, a rare name."
)]
#[case::a_nickname_at_one_place(
    "Bob Lindqvist | Harbor",
    "Robert Lindqvist | Harbor",
    "likely",
    "The given names are forms of one: Bob Lindqvist, Robert Lindqvist."
)]
#[case::credentials("Ana Quuxley, PMP, MBA", "Dr. Ana Quuxley", "likely", "Both are called Ana Quuxley, PMP, MBA.")]
#[case::marks_on_letters(
    "Dr. José Ángel García-Núñez, RN",
    "Jose Angel Garcia Nunez",
    "likely",
    "The names are the same but for how they are written: Dr. José Ángel García-Núñez, RN, Jose Angel Garcia Nunez."
)]
#[case::a_short_form_of_a_rare_name(
    "Agnieszka Wrzeszczykiewicz | Hospice | aga@x.example",
    "Aga Wrzeszczykiewicz | Hospice | +44 7700 900129",
    "likely",
    "The given names are forms of one: Agnieszka Wrzeszczykiewicz, Aga Wrzeszczykiewicz."
)]
#[case::another_writing(
    "Юрий Гагарин",
    "Yuri Gagarin",
    "likely",
    "The given names are two spellings of one: Юрий Гагарин, Yuri Gagarin."
)]
#[case::namesakes("John Smith", "John Smith", "possible", "Both are called John Smith.")]
#[case::namesakes_elsewhere(
    "John Smith | Harbor | j@x.example",
    "John Smith | Quay | s@y.example",
    "possible",
    "But the organizations differ: Harbor, Quay."
)]
#[case::epic(
    "Jo Quuxley | Epic",
    "Jo Quuxley | Epic Games",
    "likely",
    "But Epic and Epic Games may be two organizations."
)]
#[case::a_household(
    "Ana Lind | home@x.example",
    "Bo Lind | home@x.example",
    "possible",
    "The same e-mail address, which two in a household may share: home@x.example."
)]
#[case::a_role(
    "John Smith | info@x.example",
    "John Smith | info@x.example",
    "likely",
    "The same e-mail address, which belongs to a role: info@x.example."
)]
#[case::a_telephone("Ana Lind | +47 22 33 44 55", "Ana Lind | 0047 22334455", "likely", "Both are called Ana Lind.")]
#[case::two_profiles(
    "Zebulon Quuxley | Harbor | linkedin.com/in/a",
    "Zebulon Quuxley | Harbor | linkedin.com/in/b",
    "likely",
    "But they have two profiles: linkedin.com/in/a, linkedin.com/in/b."
)]
#[case::a_birthday("John Smith | 1980-05-17", "Jon Smith | 1980-05-17", "likely", "The same birthday: 1980-05-17.")]
#[case::another_birthday(
    "Zebulon Quuxley | 1980-05-17",
    "Zebulon Quuxley | 1951-11-02",
    "possible",
    "But the birthdays differ: 1980-05-17, 1951-11-02."
)]
#[case::one_house(
    "Ana Lind | 12 Quay Road Harwick 4021",
    "Ana Lindt | 12 Quay Rd Harwick 4021",
    "likely",
    "The same postal address: 12 Quay Road Harwick 4021."
)]
fn two_entries(#[case] a: &str, #[case] b: &str, #[case] word: &str, #[case] sentence: &str) {
    for (a, b) in [(a, b), (b, a)] {
        let (verdict, evidence) = judged(a, b);
        assert_eq!(verdict.map(Verdict::word), Some(word), "{a} / {b}: {evidence:?}");
    }
    let (_, evidence) = judged(a, b);
    assert!(evidence.iter().any(|said| said == sentence), "{evidence:?}");
}

#[rstest]
#[case::two_people("Ana Pereira", "Bo Lind")]
#[case::colleagues("Ana Pereira | Harbor", "Bo Lind | Harbor")]
#[case::brothers("Ana Lind", "Bo Lind")]
#[case::one_switchboard("Ana Pereira | +47 22 33 44 55", "Bo Lind | +47 22 33 44 55")]
#[case::one_letter_apart("Daniel Smith", "Daniela Smith")]
fn nothing_is_offered(#[case] a: &str, #[case] b: &str) {
    assert_eq!(judged(a, b).0, None);
}

prop_compose! {
    fn any_row()(name in ".{0,24}", given in ".{0,8}", emails in prop::collection::vec(".{0,12}@.{0,6}", 0..2),
        phones in prop::collection::vec(".{0,14}", 0..2), links in prop::collection::vec(".{0,14}", 0..2),
        organization in ".{0,12}", postal in prop::collection::vec(".{0,30}", 0..2),
    ) -> PersonRow {
        let given = Some(given).filter(|given| !given.is_empty());
        PersonRow { given, emails, phones, links, organization: Some(organization), postal, ..row("key", &name) }
    }
}

proptest! {
    #[test]
    fn it_does_not_matter_who_comes_first(a in any_row(), b in any_row()) {
        let (a, b) = (Card::of_row(&a), Card::of_row(&b));
        let (one, other) = (weigh(&a, &b, 0), weigh(&b, &a, 0));
        prop_assert!((one.bits - other.bits).abs() < 1e-9);
        prop_assert_eq!(verdict(&one), verdict(&other));
        prop_assert_eq!(evidence(&a, &b).len(), evidence(&b, &a).len());
    }

    #[test]
    fn nobody_is_somebody_else(a in any_row()) {
        let card = Card::of_row(&a);
        let weighed = weigh(&card, &card, 0);
        prop_assert!(!weighed.is_household() && weighed.bits >= weigh::prior(0));
    }

    #[test]
    fn no_writing_is_too_odd(rows in prop::collection::vec(any_row(), 0..12)) {
        let cards: Vec<Card> = rows.iter().map(Card::of_row).collect();
        for pair in pairs(&cards) {
            prop_assert!(pair.a < pair.b && (0.0..=1.0).contains(&pair.score));
        }
    }
}
