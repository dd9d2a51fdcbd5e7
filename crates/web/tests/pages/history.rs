//! History: any step is taken back from there, a taking back too; the final ones say so, and a long one has pages.

use method::list::forget::forget_person;
use method::list::mark::{Marks, mark_person};
use store::Scope;

use crate::run::{Run, holds};

#[tokio::test]
async fn what_was_taken_back_can_be_done_after_all() {
    let run = Run::with("Ana Pereira").await;
    run.taken("/next/p1/mark", "mark=respected").await;
    run.taken("/undo", "step=2&back=/history").await;
    holds(&run.page("/history").await, &["taken back since", "Do it after all"]);
    assert!(run.campaign().people.values().all(|person| !person.respected));
    run.taken("/undo", "step=3&back=/history").await;
    assert!(run.campaign().people.values().all(|person| person.respected));
}

#[tokio::test]
async fn later_steps_in_the_way_are_named_with_the_way_to_them() {
    let run = Run::with("Ana Pereira").await;
    run.taken("/next/p1/mark", "mark=respected").await;
    let page = run.refused("/undo", "step=1").await;
    holds(
        &page,
        &["Later steps are in the way", "step 2 (marked Ana Pereira as known and respected)", "href=\"/history\""],
    );
}

#[tokio::test]
async fn a_forgetting_is_marked_as_final_and_offers_no_undo() {
    let run = Run::with("Ana Pereira").await;
    let ana = *run.campaign().people.keys().next().unwrap();
    run.app.forget(Scope::Ties, &|campaign, _| Ok(forget_person(campaign, ana)?.changes)).unwrap();
    let page = run.page("/history").await;
    holds(&page, &["Forgot someone", "for good"]);
    assert!(!page.contains(">Undo<"), "nothing before it can be taken back either: {page}");
}

#[tokio::test]
async fn a_long_history_has_pages() {
    let run = Run::with("Ana Pereira").await;
    let ana = *run.campaign().people.keys().next().unwrap();
    for turn in 0..120 {
        let marks = Marks { close: Some(turn % 2 == 0), ..Marks::default() };
        run.app.change(Scope::Everyone, &|campaign, _| mark_person(campaign, ana, marks)).unwrap();
    }
    let page = run.page("/history").await;
    holds(&page, &["href=\"/history?before=22\""]);
    assert_eq!(steps(&page), 100);
    let earlier = run.page("/history?before=22").await;
    holds(&earlier, &["href=\"/history\""]);
    assert_eq!(steps(&earlier), 21);
}

/// How many steps stand on the page.
fn steps(page: &str) -> usize {
    page.matches("<p class=\"what\"").count()
}
