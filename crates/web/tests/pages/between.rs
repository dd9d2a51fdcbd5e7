//! What stands between two people: promises outside of conversations, and whether an entry is one person or two.

use axum::http::StatusCode;
use method::list::edit::PersonEdit;

use crate::run::{Run, hidden, holds};

async fn two() -> Run {
    let run = Run::with("Ana Pereira").await;
    for (name, organization) in [("Ana M. Pereira", "Harbor Freight"), ("Bo Lind", "Quay Press")] {
        run.add(&PersonEdit {
            name: Some(name.to_owned()),
            organization: Some(organization.to_owned()),
            ..PersonEdit::default()
        });
    }
    run
}

#[tokio::test]
async fn a_promise_is_noted_and_worded_otherwise() {
    let run = two().await;
    run.taken("/people/p1/promises", "side=mine&text=send+the+outline&due=2026-11-30").await;
    let page = run.page("/people/p1").await;
    holds(&page, &["You promised: ", "send the outline", "Note a promise"]);
    let form = page.split_once("/promises/m1/edit").unwrap().1;
    let edited = format!("seen={}&text=send+both&due=&back=%2Fpeople%2Fp1", hidden(form, "seen"));
    let to = run.taken("/promises/m1/edit", &edited).await;
    assert!(to.starts_with("/people/p1?done="));
    assert!(run.taken("/promises/m1/edit", &edited).await.ends_with("done=nothing"), "the same stands already");
    let other = edited.replace("both", "neither");
    let stale = run.refused("/promises/m1/edit", &other).await;
    holds(&stale, &["changed elsewhere", "What: <bdi>send both</bdi>", "value=\"send neither\""]);
    assert_eq!(run.campaign().commitments.values().next().unwrap().text, "send both");
    run.undo(&to).await;
    holds(&run.page("/people/p1").await, &["send the outline"]);
    run.refused("/people/p1/promises", "side=mine&text=").await;
    assert_eq!(run.send("POST", "/promises/m9/edit", "text=x").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn two_entries_become_one_and_two_again() {
    let run = two().await;
    let page = run.page("/people/p1/entries").await;
    holds(&page, &["Ana M. Pereira, Harbor Freight"]);
    assert!(!page.contains("Bo Lind"), "only those of nearly that name are offered");
    let to = run.taken("/people/p1/merge", "same=p2").await;
    assert!(!run.campaign().people.contains_key(&"p2".parse().unwrap()));
    holds(&run.page("/people/p1/entries").await, &["You made two entries one here", "Make them two again"]);
    holds(&run.page("/people").await, &["1 to 2 of 2"]);
    run.undo(&to).await;
    holds(&run.page("/people").await, &["1 to 3 of 3"]);
    assert!(!run.page("/people/p1/entries").await.contains("You made two entries"));
    holds(&run.refused("/people/p1/part", "").await, &["was not made of two here"]);
    holds(&run.refused("/people/p1/merge", "other=quux").await, &["value=\"quux\""]);
    holds(&run.refused("/people/p1/merge", "same=p1").await, &["cannot be merged"]);
}

/// What the form that parts them remembers.
async fn shown(run: &Run) -> String {
    let page = run.page("/people/p1/entries").await;
    format!("seen={}", hidden(&page, "seen"))
}

#[tokio::test]
async fn whom_two_steps_made_one_is_parted_step_by_step() {
    let run = two().await;
    let names = ["Ana Pereira", "Ana M. Pereira", "Bo Lind"];
    let before = run.campaign();
    run.taken("/people/p1/merge", "same=p2").await;
    run.taken("/people/p1/merge", "same=p3").await;
    let first = shown(&run).await;
    let to = run.taken("/people/p1/part", &first).await;
    holds(&run.page(&to).await, &["Told Bo Lind apart from Ana Pereira."]);
    let twice = run.refused("/people/p1/part", &first).await;
    holds(&twice, &["changed elsewhere", "Below is what stands now.", "Make them two again"]);
    let last = run.taken("/people/p1/part", &shown(&run).await).await;
    holds(&run.page("/people").await, &names);
    assert_eq!(run.campaign().people, before.people);
    run.refused("/people/p1/part", "").await;
    run.undo(&last).await;
    assert_eq!(run.campaign().people.len(), 2, "the last parting is taken back, and not the one before");
}
