//! Following through: what is not needed, the week with its times, days off from a file, and the calendar.

use crate::run::{Run, holds};

#[tokio::test]
async fn what_is_not_needed_goes_and_comes_back() {
    let run = Run::demo().await;
    holds(&run.page("/").await, &["formaction=\"/moves/thank-c12/not-needed\"", "id=\"thank-c12\""]);
    let to = run.taken("/moves/thank-c12/not-needed", "alone=yes&back=%2F").await;
    let page = run.page(&to).await;
    holds(&page, &["Said that thanking Dana Whitfield is not needed."]);
    assert!(!page.contains("id=\"thank-c12\""));
    run.undo(&to).await;
    holds(&run.page("/").await, &["id=\"thank-c12\""]);
}

#[tokio::test]
async fn what_became_of_a_meeting_has_no_such_button() {
    let run = Run::demo().await;
    let page = run.page("/").await;
    let meeting = page.split("id=\"record-").nth(1).unwrap().split('"').next().unwrap();
    assert!(!page.contains(&format!("/moves/record-{meeting}/not-needed")));
    let page = run.refused(&format!("/moves/record-{meeting}/not-needed"), "alone=yes").await;
    holds(&page, &["what became of it is needed"]);
}
