//! The story: its versions, the check while one writes, reading aloud, and which conversations heard it.

use axum::http::StatusCode;

use crate::run::{Run, form, hidden, holds};

const SHORT: &str = "I weld, and two joints in 400 had to be done again. Next I want to inspect.";

#[tokio::test]
async fn before_it_is_written_there_is_one_thing_to_do() {
    let page = Run::empty().await.page("/story").await;
    holds(&page, &["A minute and a half at most", "Keep it", "btn first"]);
    assert_eq!(page.matches("btn first").count(), 1);
}

#[tokio::test]
async fn what_was_told_of_oneself_stands_beside_an_unwritten_story() {
    let run = Run::empty().await;
    holds(&run.page("/story").await, &["href=\"/me#strengths\"", "href=\"/me#direction\""]);
    run.taken(
        "/me/strengths",
        &form(&[("seen", hidden(&run.page("/me").await, "seen")), ("strength", "calming a busy ward"), ("proof", "")]),
    )
    .await;
    holds(&run.page("/story").await, &["What you do best", "calming a busy ward"]);
}

#[tokio::test]
async fn a_version_is_written_said_how_long_and_taken_back() {
    let run = Run::empty().await;
    let to = run.taken("/story", &form(&[("text", SHORT), ("name", "short")])).await;
    holds(&run.page(&to).await, &["Short", "17 words, about 8 seconds to say", "Read it aloud", ">Undo<"]);
    run.undo(&to).await;
    assert!(run.campaign().stories.is_empty());
}

#[tokio::test]
async fn words_are_checked_and_nothing_is_kept() {
    let run = Run::empty().await;
    let checked =
        run.send("POST", "/story/check", &form(&[("text", "I weld. So yeah, that's it."), ("name", "x")])).await;
    holds(
        &checked.page,
        &["id=\"heard-new\"", "It ends flat.", "It does not say yet where you want to go.", "value=\"x\""],
    );
    let fine = run.send("POST", "/story/check", &form(&[("text", SHORT)])).await;
    holds(&fine.page, &["leaves an opening"]);
    assert!(run.campaign().stories.is_empty());
}

#[tokio::test]
async fn a_version_written_anew_leaves_the_older_aside_with_those_who_heard_it() {
    let run = Run::demo().await;
    let (first, heard) =
        run.campaign().stories.values().find(|story| !story.dropped).map(|one| (one.id, one.name.clone())).unwrap();
    run.taken(&format!("/story/{first}"), &form(&[("text", SHORT)])).await;
    let page = run.page("/story").await;
    holds(&page, &["Laid aside", "Take it up again", "17 words"]);
    let again = run.refused(&format!("/story/{first}"), &form(&[("text", "Other words, in the other window.")])).await;
    holds(&again, &["Other words, in the other window.", SHORT, &heard]);
    run.refused(&format!("/story/{first}/aside"), "aside=no").await;
}

#[tokio::test]
async fn laid_aside_and_taken_up_again() {
    let run = Run::empty().await;
    run.taken("/story", &form(&[("text", SHORT)])).await;
    let to = run.taken("/story/y1/aside", "aside=yes").await;
    assert!(run.campaign().stories.values().all(|story| story.dropped));
    run.undo(&to).await;
    run.taken("/story/y1/aside", "aside=yes").await;
    run.taken("/story/y1/aside", "aside=no").await;
    assert!(run.campaign().stories.values().all(|story| !story.dropped));
}

#[tokio::test]
async fn an_empty_story_and_a_name_in_use_are_refused_with_the_words_still_there() {
    let run = Run::empty().await;
    holds(
        &run.refused("/story", &form(&[("text", " … "), ("name", "short")])).await,
        &["There are no words", "value=\"short\""],
    );
    run.taken("/story", &form(&[("text", SHORT), ("name", "short")])).await;
    let page = run.refused("/story", &form(&[("text", "I teach. Next, a school."), ("name", "SHORT")])).await;
    holds(&page, &["There is a version called “short” already.", "I teach. Next, a school."]);
}

#[tokio::test]
async fn reading_aloud_shows_one_version_and_nothing_that_is_not_there() {
    let run = Run::empty().await;
    run.taken("/story", &form(&[("text", SHORT)])).await;
    holds(&run.page("/story/y1").await, &["class=\"aloud\"", SHORT, "about 8 seconds"]);
    for path in ["/story/y9", "/story/nothing", "/story/%2e"] {
        assert_eq!(run.status(path).await, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn a_conversation_says_which_version_it_heard() {
    let run = Run::with("Ana Pereira").await;
    run.taken("/story", &form(&[("text", SHORT), ("name", "short")])).await;
    holds(&run.page("/people/p1/talk").await, &["Which story did you tell?", "value=\"y1\""]);
    let to = run.taken("/people/p1/talk", "ladder=listened&story=y1&held_on=2026-11-20").await;
    holds(&run.page("/story").await, &["Told once", "Ana Pereira", "20 Nov 2026", "listened"]);
    holds(&run.page(&to).await, &["Your story: ", "selected"]);
}

#[tokio::test]
async fn whatever_is_told_is_text() {
    let run = Run::empty().await;
    let long = "word ".repeat(20_000);
    for (name, text) in
        [("<script>alert(1)</script>", "<b>I weld</b>"), ("مريم", "أنا ألحم"), (&"🙂".repeat(300), &long)]
    {
        run.taken("/story", &form(&[("name", name), ("text", text)])).await;
    }
    let page = run.page("/story").await;
    assert!(!page.contains("<script>alert") && !page.contains("<b>I weld"));
    holds(&page, &["&lt;b&gt;I weld", "أنا ألحم", "20000 words, about 143 minutes", "words fewer, and it fits"]);
}

#[tokio::test]
async fn beats_are_put_together_for_the_time_there_is_and_nothing_is_kept() {
    let run = Run::empty().await;
    let page = run.page("/story").await;
    holds(&page, &["What do you do best?", "What did it change, and for whom?", "Put it together for 90 seconds"]);
    let beats = [
        ("best", "What I do best is welding in tight spaces"),
        ("proof", "Two joints in 400 had to be done again."),
        ("changed", "The ferry sailed on time"),
        ("next", "I'd like to bring that to inspection"),
        ("opening", "Where is that needed most?"),
        ("seconds", "90"),
    ];
    let together = run.send("POST", "/story/check", &form(&beats)).await;
    holds(
        &together.page,
        &[
            "welding in tight spaces. Two joints",
            "sailed on time. I'd like",
            "value=\"90 seconds\"",
            "Change the beats",
        ],
    );
    assert!(run.campaign().stories.is_empty());
}
