//! The end of the search: who helped, the thank-yous, rest, and a new search with the same people.

use method::direction::SearchKind;
use method::momentum::OpportunityState;

use crate::run::{Run, form, holds};

#[tokio::test]
async fn everybody_who_helped_is_told_with_a_thank_you_and_one_next_step() {
    let run = Run::demo().await;
    let page = run.page("/closing").await;
    holds(
        &page,
        &["people helped you", "Miriam Katz", "A thank-you to make your own", "Thank you for", "Close it all the same"],
    );
    assert_eq!(page.matches("btn first").count(), 1);
    assert!(
        page.find("A thank-you to make your own") < page.find("I thanked them"),
        "the words come before they are sent"
    );
}

#[tokio::test]
async fn nobody_yet_is_no_reproach() {
    let page = Run::empty().await.page("/closing").await;
    holds(&page, &["Nobody has helped yet, as far as you noted.", ">Close the search<"]);
    assert_eq!(page.matches("btn first").count(), 0, "nothing is to be done");
}

#[tokio::test]
async fn whoever_was_thanked_is_marked_and_it_can_be_taken_back() {
    let run = Run::demo().await;
    let talk = run.campaign().conversations.values().next().unwrap().clone();
    let path = format!("/closing/{}/thanked", talk.person);
    let to = run.taken(&path, "").await;
    assert_eq!(run.campaign().last_thanks.len(), 1);
    holds(&run.page("/closing").await, &["<h2>Thanked</h2>"]);
    run.undo(&to).await;
    assert!(run.campaign().last_thanks.is_empty());
}

#[tokio::test]
async fn what_is_still_agreed_or_promised_is_named_before_and_after_it_is_closed() {
    let run = Run::demo().await;
    let page = run.page("/closing").await;
    holds(&page, &["Still open: ", "You meet ", "You promised ", "have not heard yet how the search ended"]);
    assert!(page.find("You promised ") < page.find("Close it all the same"), "named first");
    run.refused("/closing", "search=close").await;
    run.taken("/closing", "search=anyway").await;
    holds(&run.page("/closing").await, &["Still open: ", "You meet ", "You promised "]);
    assert!(!Run::empty().await.page("/closing").await.contains("Still open"));
}

#[tokio::test]
async fn whoever_did_nothing_on_record_is_not_thanked_and_an_unknown_person_neither() {
    let run = Run::with("Ana Pereira").await;
    run.refused("/closing/p1/thanked", "").await;
    run.refused("/closing/p99/thanked", "").await;
    run.refused("/closing/x/thanked", "").await;
}

#[tokio::test]
async fn a_closed_search_rests_and_a_new_one_begins_with_the_same_people() {
    let run = Run::demo().await;
    run.refused("/closing/begin", "").await;
    run.refused("/closing", "search=close").await;
    run.taken("/closing", "search=anyway").await;
    holds(&run.page("/").await, &["Your search is closed", "Thank those who helped"]);
    holds(&run.page("/closing").await, &["Begin a new search", "Take it up again", "Take it with you"]);
    run.refused("/closing/begin", "").await;
    let before = run.campaign();
    let to = run.taken("/closing/begin", "search=anyway").await;
    let after = run.campaign();
    assert_eq!((&after.people, &after.strengths, &after.records), (&before.people, &before.strengths, &before.records));
    assert_eq!((after.correspondence.len(), after.week.clone()), (before.correspondence.len(), before.week.clone()));
    holds(&run.page("/people/p1").await, &["before this search"]);
    assert!(after.conversations.is_empty() && after.opportunities.is_empty() && after.stories.is_empty());
    assert_eq!((after.direction.search, after.direction.closed_on), (None::<SearchKind>, None));
    holds(&run.page("/settings").await, &["before-new-search"]);
    run.undo(&to).await;
    assert_eq!(*run.campaign(), *before);
}

#[tokio::test]
async fn what_was_taken_stands_above_and_points_there() {
    let run = Run::demo().await;
    let id = *run.campaign().opportunities.keys().next_back().unwrap();
    let taken = form(&[("state", OpportunityState::Taken.word())]);
    run.taken(&format!("/opportunities/{id}/step"), &taken).await;
    holds(&run.page("/opportunities").await, &["Thank those who helped you there"]);
    holds(&run.page("/closing").await, &["You took <strong>", "on the way to what you took", "I have said yes"]);
}
