//! After the call, and the page of one person: they show, write, keep what was typed, and can be taken back.

use axum::http::StatusCode;
use jiff::civil::date;
use method::conversation::Ladder;
use method::id::{Id, PersonId};
use method::list::edit::{ListEdit, PersonEdit};

use crate::run::{Run, form, hidden, holds};

/// What the form of a page remembers of what it showed.
fn seen(page: &str) -> &str {
    hidden(page, "seen")
}

#[tokio::test]
async fn everybody_in_the_demo_has_a_page_and_a_form_for_the_talk() {
    let run = Run::demo().await;
    for person in run.campaign().people.keys() {
        for path in [format!("/people/{person}"), format!("/people/{person}/talk")] {
            let page = run.page(&path).await;
            assert!(!page.contains("halfhour list"), "{path} speaks of commands that have a page");
        }
    }
    for talk in run.campaign().conversations.values() {
        let page = run.page(&format!("/people/{}/talk/{}", talk.person, talk.id)).await;
        assert!(page.contains("What follows") && page.contains("What you kept"));
    }
}

#[tokio::test]
async fn a_page_of_a_person_reads_like_that_of_the_talk_and_breaks_no_address_within_a_word() {
    let run = Run::demo().await;
    let (page, talk) = (run.page("/people/p1").await, run.page("/people/p1/talk/c1").await);
    holds(&page, &["Looks better now: <bdi>safety training in energy", "Organization: <bdi>City Transit Authority"]);
    holds(&page, &["ana.pereira<wbr>@example.net"]);
    holds(&talk, &["Looks better now: ", "(kept)", ">Open again<"]);
}

#[tokio::test]
async fn somebody_who_is_not_there_has_no_page() {
    let run = Run::empty().await;
    for path in ["/people/p1", "/people/p1/talk", "/people/p1/talk/c1", "/people/x", "/people/p1/talk/x"] {
        assert_eq!(run.status(path).await, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn a_name_with_markup_is_text() {
    let run = Run::with("<script>alert(1)</script>").await;
    let fields = "ladder=named_someone&name1=%3Cscript%3Ealert%282%29&learned=%3Cscript%3Ealert%283%29";
    let after = run.taken("/people/p1/talk", fields).await;
    for path in ["/people/p1", "/people/p1/talk", "/people/p2", &after] {
        let page = run.page(path).await;
        assert!(page.contains("&lt;script&gt;alert") && !page.contains("<script>alert"), "{path}");
    }
}

#[tokio::test]
async fn a_talk_is_kept_brings_moves_and_can_be_taken_back() {
    let run = Run::with("Ana Pereira").await;
    let fields = "ladder=named_someone&learned=Ports+train+again&name1=Dan+Okafor&at1=Mercy+Health&introduces1=yes\
                  &name2=Sam+Lee%2C+Quay&promised=send+the+outline&promised_by=2026-11-27&they_promised=pass+it+on\
                  &warmer=Training%3B+Safety&colder=Sales&organizations=Harbor+Freight&held_on=2026-11-20";
    let after = run.taken("/people/p1/talk", fields).await;
    assert!(after.starts_with("/people/p1/talk/c1?done="), "{after}");
    let campaign = run.campaign();
    let talk = campaign.conversations.values().next().unwrap();
    assert_eq!((talk.ladder, talk.held_on, talk.directions.len()), (Ladder::NamedSomeone, date(2026, 11, 20), 3));
    assert_eq!((campaign.people.len(), campaign.referrals.len(), campaign.commitments.len()), (3, 2, 2));
    let page = run.page(&after).await;
    let words = ["Thank Ana Pereira", "Dan Okafor", "Mercy Health", "Sam Lee", "Quay", "send the outline", ">Undo<"];
    for words in words {
        assert!(page.contains(words), "{words}");
    }
    run.undo(&after).await;
    assert!(run.campaign().conversations.is_empty());
    assert_eq!(run.campaign().people.len(), 1, "the named go with it");
}

#[tokio::test]
async fn a_talk_that_is_not_taken_keeps_what_was_typed() {
    let run = Run::with("Ana Pereira").await;
    let cases = [
        ("", "Nothing is told there yet"),
        ("ladder=made_the_call&learned=much", "Whom did they name?”"),
        ("ladder=listened&learned=much&held_on=2026-11-30", "much"),
        ("ladder=listened&learned=much&at2=Mercy", "Mercy"),
        ("ladder=listened&learned=much&promised=call&promised_by=soonish", "soonish"),
    ];
    for (fields, words) in cases {
        let page = run.refused("/people/p1/talk", fields).await;
        assert!(page.contains(words) && page.contains("role=\"alert\""), "{fields}: {page}");
        assert!(fields.is_empty() || page.contains("much") && page.contains(" checked"), "{fields}");
        assert!(!page.contains("--"), "{fields}: flags are for the command line");
    }
}

#[tokio::test]
async fn the_same_talk_twice_brings_the_first() {
    let run = Run::with("Ana Pereira").await;
    run.taken("/people/p1/talk", "ladder=listened").await;
    let page = run.refused("/people/p1/talk", "ladder=listened&learned=more").await;
    assert!(page.contains("href=\"/people/p1/talk/c1\"") && page.contains("more</textarea>"), "{page}");
    run.taken("/people/p1/talk", "ladder=listened&another=yes").await;
    assert_eq!(run.campaign().conversations.len(), 2);
}

#[tokio::test]
async fn a_talk_can_be_added_to_unless_it_changed_meanwhile() {
    let run = Run::with("Ana Pereira").await;
    run.taken("/people/p1/talk", "ladder=listened&learned=one").await;
    let page = run.page("/people/p1/talk/c1").await;
    let fields = format!("seen={}&ladder=listened&learned=two&name1=Dan&held_on=2026-11-23", seen(&page));
    let after = run.taken("/people/p1/talk/c1", &fields).await;
    let campaign = run.campaign();
    let talk = campaign.conversations.values().next().unwrap();
    assert_eq!((talk.learned.as_deref(), talk.ladder), (Some("two"), Ladder::NamedSomeone));
    let page = run.refused("/people/p1/talk/c1", &fields.replace("two", "three")).await;
    assert!(page.contains("changed elsewhere") && page.contains("three"), "{page}");
    run.undo(&after).await;
    assert!(run.page("/people/p1/talk/c1").await.contains("one"));
    assert_eq!(run.status("/people/p2/talk/c1").await, StatusCode::NOT_FOUND, "it was not with them");
}

#[tokio::test]
async fn promises_are_settled_and_introductions_noted() {
    let run = Run::with("Ana Pereira").await;
    run.taken("/people/p1/talk", "ladder=made_the_call&name1=Dan&introduces1=yes&promised=call").await;
    run.taken("/promises/m1", "state=kept&back=/people/p1").await;
    assert!(run.page("/people/p1").await.contains("You kept your promise"));
    let referral = *run.campaign().referrals.keys().next().unwrap();
    let to = run.taken("/people/p2/introduced", &format!("referral={referral}&back=/people/p1")).await;
    assert!(to.starts_with("/people/p1?done="), "{to}");
    assert!(run.page("/people/p2").await.contains("introduced you"));
}

#[tokio::test]
async fn what_was_told_about_a_person_can_be_changed() {
    let run = Run::with("Ana Pereira").await;
    let page = run.page("/people/p1").await;
    let fields = "name=Ana+P.&organization=Quay&emails=Ana%40quay.example%2C+ana%40home.example&known_since=2018\
                  &valued_for=how+calm+you+are&respected=yes&not_before=2026-12-01";
    let fields = format!("seen={}&{fields}", seen(&page));
    let to = run.taken("/people/p1", &fields).await;
    let campaign = run.campaign();
    let ana = &campaign.people[&PersonId::from_number(1)];
    assert_eq!(ana.emails, ["ana@quay.example", "ana@home.example"]);
    assert_eq!((ana.known_since_on, ana.not_before_on), (Some(date(2018, 1, 1)), Some(date(2026, 12, 1))));
    assert!(ana.respected && !ana.close);
    let page = run.page(&to).await;
    assert!(page.contains("You know and respect them") && page.contains("mailto:ana@quay.example"), "{page}");
    let page = run.refused("/people/p1", &fields.replace("calm", "slow")).await;
    assert!(page.contains("changed elsewhere") && page.contains("how slow you are"));
    let fields = format!("seen={}&name=Ana&known_since=long+ago&notes=kept", seen(&page));
    let page = run.refused("/people/p1", &fields).await;
    assert!(page.contains("is not a time") && page.contains("kept</textarea>"));
    run.undo(&to).await;
    assert!(run.page("/people/p1").await.contains("Ana Pereira"));
}

#[tokio::test]
async fn whoever_was_forgotten_is_no_link_and_is_told_without_a_number() {
    let run = Run::with("Ana Pereira").await;
    run.taken("/people/p1/talk", "ladder=named_someone&name1=Dan+Okafor").await;
    run.send("POST", "/settings/forget/p2", "meant=yes").await;
    let page = run.page("/people/p1").await;
    assert!(page.contains("<bdi>someone</bdi>") && !page.contains("href=\"/people/p2"), "{page}");
    let gone = run.send("GET", "/people/p2", "").await.page;
    holds(&gone, &["This person was forgotten", ">Your list</a> shows everybody."]);
}

#[tokio::test]
async fn a_title_is_no_given_name() {
    let run = Run::with("Dr. Nora Ellis").await;
    holds(&run.page("/people/p1/talk").await, &["How did it go with <bdi>Dr. Ellis</bdi>?"]);
}

#[tokio::test]
async fn an_undo_on_the_page_of_the_talk_brings_the_person() {
    let run = Run::with("Ana Pereira").await;
    let after = run.taken("/people/p1/talk", "ladder=listened").await;
    let here = after.split('?').next().unwrap();
    let to = run.taken("/undo", &form(&[("step", "2"), ("back", here)])).await;
    assert!(to.starts_with("/people/p1?done="), "{to}");
    holds(&run.page(&to).await, &["Took back: talked with", "Do it after all"]);
}

#[tokio::test]
async fn an_address_of_a_stranger_adds_nothing_to_a_letter() {
    let run = Run::empty().await;
    let emails = ListEdit::adding("a?bcc=x@b.example");
    run.add(&PersonEdit { name: Some("Ana Pereira".into()), emails, ..PersonEdit::default() });
    let page = run.page("/people/p1").await;
    assert!(page.contains("mailto:a%3Fbcc%3Dx@b.example") && !page.contains("mailto:a?"), "{page}");
}
