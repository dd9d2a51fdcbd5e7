//! The draft check on its own page and wherever words are written: while they are typed, the answer names the fault.

use method::ask::Form;
use method::ask::draft::ask_draft;
use method::campaign::Campaign;
use method::conversation::{Conversation, Ladder};
use method::day::plus_days;
use method::draft::check_in_form;
use method::id::{Ids, PersonId};
use method::list::edit::PersonEdit;
use store::Scope;

use crate::run::{Run, TODAY, form, holds};

/// What the check says of these fields.
async fn said(run: &Run, fields: &[(&str, &str)]) -> String {
    run.send("POST", "/check", &form(fields)).await.page
}

#[tokio::test]
async fn any_words_can_be_checked_and_the_fault_is_named_once() {
    let run = Run::empty().await;
    let page = run.page("/check").await;
    holds(&page, &["action=\"/check\"", "data-live=\"#heard-draft\"", "Nothing you type here is kept."]);
    let page = said(&run, &[("words", "Would your group have room for someone like me?")]).await;
    holds(&page, &["id=\"heard-draft\"", "asks for a job, and asks who is hiring.", "Instead: "]);
    assert_eq!(page.matches("<q>").count(), 1, "two faults in one phrase are quoted once");
    holds(
        &said(&run, &[("words", "Bonjour, auriez-vous une demi-heure pour moi ?")]).await,
        &["does not look like English"],
    );
}

#[tokio::test]
async fn it_is_found_from_the_ask_from_the_method_by_its_words_and_in_the_menu() {
    let run = Run::with("Ana Pereira").await;
    for path in ["/people/p1/prepare", "/method", "/search?q=letter"] {
        let page = run.page(path).await;
        let inside = page.split_once("<main").unwrap().1;
        holds(inside, &["href=\"/check\""]);
    }
    holds(&run.page("/check").await, &["href=\"/check\" aria-current=\"page\""]);
}

#[tokio::test]
async fn a_case_a_question_and_the_beats_of_a_story_are_read_along() {
    let run = Run::with("Ana Pereira").await;
    let page = run.page("/people/p1/prepare").await;
    for place in ["case", "question", "heard"] {
        let id = if place == "heard" { "id=\"heard\"".to_owned() } else { format!("id=\"heard-{place}\"") };
        holds(&page, &[&id]);
    }
    holds(
        &page,
        &["data-live=\"#heard-case\" data-live-to=\"/check\"", "data-live=\"#heard-question\" data-live-to=\"/check\""],
    );
    let page = said(&run, &[("what", "case"), ("purpose", "Get a job at Riverside"), ("why", "You run wards.")]).await;
    holds(&page, &["id=\"heard-case\"", "“Get a job at Riverside” is more than half an hour can give"]);
    let page = said(&run, &[("what", "question"), ("question", "Who is hiring on your ward?")]).await;
    holds(&page, &["id=\"heard-question\"", "asks for something few people can give"]);
    holds(&run.page("/story").await, &["data-live=\"#heard-beats\"", "id=\"heard-beats\""]);
    let beats = form(&[("live", "90"), ("best", "I was responsible for wards."), ("next", "I need a job.")]);
    let page = run.send("POST", "/story/check", &beats).await.page;
    holds(&page, &["id=\"heard-beats\"", "you need a job", "list of duties"]);
}

#[tokio::test]
async fn a_thank_you_is_read_along_and_goes_out_as_it_stands() {
    let run = Run::demo().await;
    for (path, place) in [("/", "thank-c12"), ("/closing", "thanks-p")] {
        let page = run.page(path).await;
        holds(
            &page,
            &[
                &format!("data-live=\"#heard-{place}"),
                &format!("id=\"words-{place}"),
                "Nothing in these words gets in the way",
            ],
        );
        assert!(!page.contains("readonly"), "it can be made one's own");
    }
    let fields =
        [("place", "thank-c12"), ("email", "dana@mercy.example"), ("words", "Thank you. Please keep me in mind.")];
    let page = said(&run, &fields).await;
    holds(
        &page,
        &[
            "id=\"heard-thank-c12\"",
            "makes it their problem.",
            "mailto:dana@mercy.example?subject=Thank%20you&amp;body=Thank%20you.%20Please",
        ],
    );
    holds(&said(&run, &[("place", "\"><b>"), ("words", "Thank you.")]).await, &["id=\"heard-draft\""]);
}

#[tokio::test]
async fn of_many_thank_yous_only_those_that_stand_unfolded_are_written() {
    let run = Run::empty().await;
    let names = (1..=20).map(|number| format!("Ana Pereira {}", "I".repeat(number)));
    names.for_each(|name| run.add(&PersonEdit { name: Some(name), ..PersonEdit::default() }));
    let talk = |ids: &Ids, person: PersonId| Conversation {
        id: ids.fresh(),
        person,
        ask: None,
        held_on: plus_days(TODAY, -3),
        ladder: Ladder::Listened,
        learned: None,
        directions: Vec::new(),
        organizations: Vec::new(),
        story: None,
        thanked_on: None,
        in_touch_on: None,
        led_further: Vec::new(),
    };
    let talks = |campaign: &Campaign, ids: &Ids| Ok(campaign.people.keys().map(|id| talk(ids, *id).into()).collect());
    run.app.change(Scope::Everyone, &talks).unwrap();
    let page = run.page("/").await;
    assert_eq!(page.matches("<summary>A thank-you to make your own").count(), 8);
    assert_eq!(page.matches("\">A thank-you to make your own</a>").count(), 12);
    holds(&run.page("/people/p20/talk/c20").await, &["<summary>A thank-you to make your own"]);
}

#[tokio::test]
async fn untouched_words_of_ours_get_no_advice() {
    let run = Run::demo().await;
    let campaign = run.campaign();
    for person in ["p8", "p9", "p17", "p58"] {
        for form in Form::ALL {
            let draft = ask_draft(&campaign, TODAY, person.parse().unwrap(), *form).unwrap();
            assert_eq!(check_in_form(&draft.text, form.longest()), [], "{person} {form}");
            let way = form.word();
            let page = run.page(&format!("/people/{person}/prepare?form={way}")).await;
            let heard = page.split("id=\"heard\"").nth(1).unwrap();
            assert!(heard.contains("Nothing in these words gets in the way"), "{person} {way}");
        }
    }
}
