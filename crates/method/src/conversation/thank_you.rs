//! A thank-you right after a conversation, made of what was said in it (row M11; E22).
//!
//! Serves the conversation and following through. It asks for nothing and invents nothing: of other people it names only
//! those whom the reader named, and what the draft check would point out is left out.

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::change::Refusal;
use crate::conversation::record::held;
use crate::conversation::{Commitment, CommitmentState, Conversation, Ladder, Referral, Side};
use crate::day::{spoken_when, weekday};
use crate::draft::check;
use crate::id::{ConversationId, PersonId};
use crate::speech::name::{greeting, own, those};
use crate::speech::told::{learned, lower, speaks_to_them};
use crate::speech::{list_of, sentence, tidy, work};

/// How a letter of thanks ends: with something given, and nothing asked.
pub(crate) const STAY: &str = "I would like to stay in touch, and if I can ever do something for you, please tell me.";

/// The letter, in paragraphs.
///
/// # Errors
/// Refuses a conversation that is not there.
pub fn thank_you(campaign: &Campaign, today: Date, id: ConversationId) -> Result<String, Refusal> {
    let talk = held(campaign, id)?;
    let mut said = vec![format!("Thank you for your time {}.", spoken_when(talk.held_on, today))];
    said.extend(what_was_said(campaign, talk).into_iter().filter(|words| check(words).is_empty()));
    let whole = letter(campaign, talk.person, &said);
    if check(&whole).is_empty() {
        return Ok(whole);
    }
    said.truncate(1);
    Ok(letter(campaign, talk.person, &said))
}

fn letter(campaign: &Campaign, person: PersonId, said: &[String]) -> String {
    let hello = greeting(&campaign.shown(person)).map_or_else(|| "Hello,".to_owned(), |name| format!("Hello {name},"));
    let mut letter = vec![hello, said.join(" "), STAY.to_owned()];
    letter.extend(own(&campaign.seeker));
    letter.join("\n\n")
}

fn what_was_said(campaign: &Campaign, talk: &Conversation) -> Vec<String> {
    let mut said = Vec::new();
    let with = campaign.shown(talk.person);
    let can_be_said = talk.learned.as_deref().filter(|_| talk.ladder > Ladder::NotMuch);
    said.extend(can_be_said.and_then(|told| learned(told, with.name())));
    let of_them = |which: fn(&Referral) -> bool| -> Vec<PersonId> {
        let here = campaign.referrals.values().filter(|one| one.conversation == Some(talk.id) && one.by == talk.person);
        here.filter(|one| which(one)).map(|one| one.person).collect()
    };
    let introduced = of_them(|one| one.introduced_on.is_some());
    let offered = of_them(|one| one.introduced_on.is_none() && one.introduction);
    let named = of_them(|one| one.introduced_on.is_none() && !one.introduction);
    said.extend(those(campaign, &introduced).map(|names| format!("Thank you for introducing me to {names}.")));
    said.extend(those(campaign, &offered).map(|names| format!("Thank you for offering to introduce me to {names}.")));
    said.extend(
        those(campaign, &named)
            .map(|names| format!("Thank you for naming {names} to me. I will tell you how it goes.")),
    );
    let places: Vec<String> = talk.organizations.iter().filter_map(|name| work::organization(name)).collect();
    if !places.is_empty() {
        said.push(format!("Thank you for pointing me to {}.", list_of(&places, "and")));
    }
    if talk.ladder == Ladder::MadeTheCall {
        said.push("Thank you for making a call for me.".to_owned());
    }
    said.extend(promised(campaign, talk));
    said
}

/// What the seeker promised and still owes, in their words; only that it is not forgotten where these speak of the
/// reader as somebody else: "send her the outline".
fn promised(campaign: &Campaign, talk: &Conversation) -> Option<String> {
    let here = campaign.commitments.values().filter(|one| one.conversation == Some(talk.id) && is_open_and_mine(one));
    let promised: Vec<String> = here.filter_map(|one| tidy(&one.text)).collect();
    match promised.as_slice() {
        [] => None,
        all if all.iter().all(|text| speaks_to_them(text)) => {
            let all: Vec<String> = all.iter().map(|text| to_do(text)).collect();
            Some(sentence(&format!("I have not forgotten what I promised: {}", list_of(&all, "and"))))
        }
        _ => Some("I have not forgotten what I promised you.".to_owned()),
    }
}

/// What one promises to do: "to send the outline". What is no doing stays as it is.
fn to_do(text: &str) -> String {
    let small = text.to_lowercase();
    let words: Vec<&str> = small.split(' ').collect();
    let is_done = words.first().is_some_and(|first| DONE_FOR_OTHERS.contains(first)) && !is_thing(&words);
    if is_done { format!("to {}", lower(text)) } else { text.to_owned() }
}

/// Whether such a word names a thing here: "text of my talk", "report on the ward", "email address of Bo". Anything else
/// is done, and so is "report on Friday".
fn is_thing(words: &[&str]) -> bool {
    match words {
        [first, "of" | "from" | "address" | "number", ..] => THINGS_TOO.contains(first),
        [first, "on", day, ..] if weekday(day).is_none() => SAID_ON_SOMETHING.contains(first),
        [first, "about", ..] => SAID_ON_SOMETHING.contains(first),
        _ => false,
    }
}

/// Of the words below, those that are things as well.
const THINGS_TOO: &[&str] = &[
    "answer", "call", "check", "email", "help", "look", "mail", "phone", "report", "return", "ring", "share", "show",
    "stop", "talk", "text", "try", "visit",
];

/// Of these, those that are on or about something. One calls about a thing, and checks on somebody.
const SAID_ON_SOMETHING: &[&str] = &["answer", "email", "mail", "report", "talk", "text"];

/// With these words promises begin.
const DONE_FOR_OTHERS: &[&str] = &[
    "answer",
    "ask",
    "bring",
    "buy",
    "call",
    "check",
    "come",
    "email",
    "find",
    "forward",
    "get",
    "give",
    "help",
    "introduce",
    "invite",
    "keep",
    "lend",
    "let",
    "look",
    "mail",
    "make",
    "meet",
    "pass",
    "pay",
    "phone",
    "read",
    "report",
    "return",
    "ring",
    "send",
    "share",
    "show",
    "stop",
    "talk",
    "tell",
    "text",
    "think",
    "translate",
    "try",
    "visit",
    "write",
];

fn is_open_and_mine(promise: &Commitment) -> bool {
    promise.side == Side::Mine && promise.state == CommitmentState::Open
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{CommitmentId, Id};
    use crate::scene::{Scene, TODAY, campaigns, p};
    use jiff::civil::date;
    use proptest::prelude::*;

    fn c(number: u64) -> ConversationId {
        ConversationId::from_number(number)
    }

    /// Ana of a talk yesterday, in which she named Bo.
    fn talked(learned: Option<&str>) -> Scene {
        let mut scene = Scene::of(&["Ana Pereira", "Bo Lind"]);
        let yesterday = TODAY.yesterday().unwrap();
        scene.met(1, yesterday, Ladder::NamedSomeone).named(1, 2, yesterday);
        scene.last_referral(|referral| referral.conversation = Some(c(1)));
        scene.campaign.conversations.get_mut(&c(1)).unwrap().learned = learned.map(str::to_owned);
        scene.campaign.seeker.name = Some("Maya Brandt".into());
        scene
    }

    fn promise(text: &str) -> Commitment {
        Commitment {
            id: CommitmentId::from_number(1),
            person: p(1),
            conversation: Some(c(1)),
            side: Side::Mine,
            text: text.into(),
            made_on: TODAY,
            due_on: None,
            state: CommitmentState::Open,
            settled_on: None,
            reminded_on: None,
        }
    }

    #[test]
    fn it_says_what_was_said() {
        let mut scene = talked(Some("Volunteers come back when the first evening is well led."));
        scene.write(promise("send the outline"));
        insta::assert_snapshot!(thank_you(&scene.campaign, TODAY, c(1)).unwrap(), @"
        Hello Ana,

        Thank you for your time yesterday. What stays with me: Volunteers come back when the first evening is well led. Thank you for naming Bo Lind to me. I will tell you how it goes. I have not forgotten what I promised: to send the outline.

        I would like to stay in touch, and if I can ever do something for you, please tell me.

        Maya Brandt
        ");
    }

    #[rstest::rstest]
    #[case("send the outline", "to send the outline")]
    #[case("report on the ward", "report on the ward")]
    #[case("text of my talk", "text of my talk")]
    #[case("email address of Bo", "email address of Bo")]
    #[case("answer from the union", "answer from the union")]
    #[case("call you on Friday", "to call you on Friday")]
    #[case("call Dana on Friday", "to call Dana on Friday")]
    #[case("Call about the rota", "to call about the rota")]
    #[case("report on Friday", "to report on Friday")]
    #[case("email Bo the list", "to email Bo the list")]
    #[case("look into the rota", "to look into the rota")]
    #[case("look for a copy", "to look for a copy")]
    #[case("try another clinic", "to try another clinic")]
    #[case("check whether it is open", "to check whether it is open")]
    #[case("check on the order", "to check on the order")]
    #[case("help Ben", "to help Ben")]
    #[case("call", "to call")]
    fn what_is_done_is_said_as_something_to_do(#[case] promise: &str, #[case] says: &str) {
        assert_eq!(to_do(promise), says);
    }

    #[rstest::rstest]
    #[case::of_the_reader_in_the_third_person("She thinks it takes a year")]
    #[case::by_the_reader_by_name("Ana went the same way")]
    #[case::by_the_name_of_their_family("Pereira thinks it takes a year")]
    #[case::what_the_draft_check_would_point_out("Are you hiring on your team")]
    #[case::a_judgement_of_the_talk("a cold talk")]
    #[case::nothing("nothing much")]
    #[case::in_reported_words("said no")]
    fn what_would_not_be_said_to_their_face_is_left_out(#[case] learned: &str) {
        let said = thank_you(&talked(Some(learned)).campaign, TODAY, c(1)).unwrap();
        assert!(!said.contains("What stays with me"), "{said}");
    }

    #[test]
    fn what_stands_with_a_talk_of_which_not_much_came_stays_with_the_seeker() {
        let mut scene = talked(Some("It takes a year"));
        scene.campaign.conversations.get_mut(&c(1)).unwrap().ladder = Ladder::NotMuch;
        let said = thank_you(&scene.campaign, TODAY, c(1)).unwrap();
        assert!(!said.contains("What stays with me"), "{said}");
    }

    #[test]
    fn a_promise_that_speaks_of_the_reader_is_not_said_in_its_words() {
        let mut scene = talked(None);
        scene.write(promise("send her the names of two speakers"));
        let said = thank_you(&scene.campaign, TODAY, c(1)).unwrap();
        assert!(said.contains("I have not forgotten what I promised you.") && !said.contains("her"), "{said}");
    }

    #[test]
    fn whoever_was_forgotten_is_not_named() {
        let mut scene = talked(None);
        scene.person(2, |bo| (bo.name, bo.forgotten) = (None, true));
        let said = thank_you(&scene.campaign, TODAY, c(1)).unwrap();
        assert!(!said.contains("someone") && !said.contains("naming"), "{said}");
    }

    #[test]
    fn an_older_talk_is_told_by_its_day() {
        let mut scene = Scene::of(&["Ana Pereira"]);
        scene.met(1, date(2026, 11, 16), Ladder::Listened);
        let said = thank_you(&scene.campaign, TODAY, c(1)).unwrap();
        assert!(said.contains("Thank you for your time on Monday 16 November."), "{said}");
        assert!(thank_you(&scene.campaign, TODAY, c(9)).is_err());
    }

    proptest! {
        #[test]
        fn whatever_happened_the_draft_check_finds_nothing(
            campaign in campaigns(),
            learned in prop_oneof!["[A-Za-z ,.?]{0,80}", Just("They are hiring a welder".to_owned()), Just("Keep me in mind".to_owned())],
            promised in prop_oneof!["[a-z ]{1,40}", Just("send my resume for the opening".to_owned())],
        ) {
            let mut campaign = campaign;
            if let Some(first) = campaign.conversations.values_mut().next() {
                first.learned = Some(learned);
                let promise = Commitment { person: first.person, conversation: Some(first.id), ..promise(&promised) };
                campaign.apply(vec![promise.into()]);
            }
            for talk in campaign.conversations.values() {
                let said = thank_you(&campaign, TODAY, talk.id).unwrap();
                prop_assert_eq!(check(&said), vec![], "{}", said);
            }
        }
    }
}
