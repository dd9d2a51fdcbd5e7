//! Opportunities: noted by hand and from a conversation, stepped, corrected, with the chain that led there.

use jiff::civil::date;
use method::momentum::OpportunityState;

use crate::run::{Run, form, hidden, holds};

async fn noted(run: &Run) {
    run.taken("/opportunities", &form(&[("title", "Training coordinator"), ("organization", "Riverbend Hospital")]))
        .await;
}

#[tokio::test]
async fn the_share_is_said_and_the_chain_is_shown() {
    let page = Run::demo().await.page("/opportunities").await;
    holds(
        &page,
        &[
            "2 of your 3 opportunities came through people.",
            "steps-to",
            "Miriam Katz",
            "Nobody is noted as having led there.",
        ],
    );
    holds(&page, &["href=\"/organizations/City%20Transit%20Authority\"", "Interview"]);
}

#[tokio::test]
async fn nothing_yet_is_no_reproach_and_has_one_next_step() {
    let page = Run::empty().await.page("/opportunities").await;
    holds(&page, &["Nothing is noted yet.", "Note an opportunity"]);
    assert_eq!(page.matches("btn first").count(), 1);
    assert!(!page.contains("halfhour opportunity"));
}

#[tokio::test]
async fn one_is_noted_stepped_and_taken_back() {
    let run = Run::with("Ana Pereira").await;
    run.taken(
        "/opportunities",
        &form(&[("title", "Trainer"), ("through", "ana"), ("state", "applied"), ("on", "2026-11-20")]),
    )
    .await;
    let to = run.taken("/opportunities/o1/step", "state=interview&on=2026-11-22").await;
    let page = run.page(&to).await;
    holds(&page, &["Your one opportunity came through a person.", "Ana Pereira", "Interview", ">Undo<"]);
    run.undo(&to).await;
    let campaign = run.campaign();
    let stands = campaign.opportunities.values().next().unwrap();
    assert_eq!((stands.state(), stands.steps[0].on), (OpportunityState::Applied, date(2026, 11, 20)));
}

#[tokio::test]
async fn a_conversation_brings_its_person_along() {
    let run = Run::with("Ana Pereira").await;
    run.add(&method::list::edit::PersonEdit { name: Some("Ana Pereira".into()), ..Default::default() });
    let talk = run.taken("/people/p1/talk", "ladder=listened&held_on=2026-11-20").await;
    holds(&run.page(&talk).await, &["/opportunities?talk=c1#new"]);
    let page = run.page("/opportunities?talk=c1").await;
    holds(&page, &["when you talked with", "value=\"Ana Pereira\""]);
    // Two people have that name: the one of the conversation is meant.
    run.taken("/opportunities", &form(&[("talk", "c1"), ("title", "Trainer"), ("through", "Ana Pereira")])).await;
    let campaign = run.campaign();
    let stands = campaign.opportunities.values().next().unwrap();
    assert_eq!(stands.through.map(|id| id.to_string()).as_deref(), Some("p1"));
    assert!(stands.conversation.is_some());
}

#[tokio::test]
async fn what_was_told_is_corrected_and_two_windows_do_not_overwrite_each_other() {
    let run = Run::with("Ana Pereira").await;
    noted(&run).await;
    let page = run.page("/opportunities").await;
    let seen = hidden(&page, "seen");
    let edit = form(&[("seen", seen), ("title", "Trainer"), ("through", "p1"), ("notes", "Starts in spring.")]);
    run.taken("/opportunities/o1", &edit).await;
    holds(&run.page("/opportunities").await, &["Trainer", "Starts in spring.", "Ana Pereira"]);
    let stale = run.refused("/opportunities/o1", &form(&[("seen", seen), ("title", "Something else")])).await;
    holds(&stale, &["Something else", "Trainer"]);
}

#[tokio::test]
async fn the_day_of_a_step_is_corrected_and_a_step_taken_away() {
    let run = Run::with("Ana Pereira").await;
    noted(&run).await;
    run.taken("/opportunities/o1/step", &form(&[("state", "offer"), ("on", "")])).await;
    let page = run.page("/opportunities").await;
    holds(&page, &["name=\"step-0\"", "name=\"step-1\"", "leave its day empty"]);
    let days = |first: &str, second: &str| {
        form(&[("seen", hidden(&page, "seen")), ("title", "Trainer"), ("step-0", first), ("step-1", second)])
    };
    let late = run.refused("/opportunities/o1", &days("2026-11-23", "2026-11-20")).await;
    holds(&late, &["cannot have heard of it", "value=\"2026-11-20\""]);
    run.taken("/opportunities/o1", &days("2026-11-02", "")).await;
    let stands = &run.campaign().opportunities[&"o1".parse().unwrap()];
    assert_eq!(stands.steps.iter().map(|step| step.on.to_string()).collect::<Vec<_>>(), ["2026-11-02"]);
    let early = run.refused("/opportunities/o1/step", &form(&[("state", "offer"), ("on", "2026-10-01")])).await;
    holds(&early, &["comes before its first step", "Correct it"]);
}

#[tokio::test]
async fn a_no_says_why_and_keeps_what_was_typed() {
    let run = Run::with("Noa Levi").await;
    run.add(&method::list::edit::PersonEdit { name: Some("Noa Lind".into()), ..Default::default() });
    holds(
        &run.refused("/opportunities", &form(&[("title", ""), ("notes", "kept words")])).await,
        &["needs a few words", "kept words"],
    );
    let two = run.refused("/opportunities", &form(&[("title", "Trainer"), ("through", "noa")])).await;
    holds(&two, &["could be:", "p1 Noa Levi", "value=\"Trainer\""]);
    holds(&run.refused("/opportunities", &form(&[("title", "Trainer"), ("through", "quux")])).await, &["quux"]);
    holds(
        &run.refused("/opportunities", &form(&[("title", "Trainer"), ("on", "2026-12-24")])).await,
        &["has not come yet", "Change the day below"],
    );
    noted(&run).await;
    run.taken("/opportunities/o1/step", "state=gone").await;
    holds(&run.refused("/opportunities/o1/step", "state=offer").await, &["has ended: gone."]);
    run.refused("/opportunities/o9/step", "state=offer").await;
    run.refused("/opportunities/o1/step", "state=whatever").await;
}

#[tokio::test]
async fn whatever_it_is_called_is_text() {
    let run = Run::empty().await;
    let (long, note) = ("W".repeat(300), "ä".repeat(50_000));
    for title in ["<script>alert(1)</script>", "مدرب", "🧑‍🚒🧑‍🚒", "'; drop table", &long] {
        run.taken("/opportunities", &form(&[("title", title), ("organization", title), ("notes", &note)])).await;
    }
    let page = run.page("/opportunities").await;
    assert!(!page.contains("<script>alert"));
    holds(&page, &["&lt;script&gt;alert(1)", "مدرب", "🧑‍🚒🧑‍🚒", &long, "through whom any of your 5 opportunities came"]);
}
