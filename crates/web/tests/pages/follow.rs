//! Following through: what is not needed, the week with its times, days off from a file, and the calendar.

use axum::body::Body;
use axum::http::{StatusCode, header};
use method::list::edit::PersonEdit;

use crate::run::{Run, ask, hidden, holds, text};
use crate::upload::File;

#[tokio::test]
async fn what_is_pressed_twice_was_done_already() {
    let run = Run::demo().await;
    run.taken("/moves/thank-c12/done", "back=%2F").await;
    let to = run.taken("/moves/thank-c12/done", "back=%2F").await;
    holds(&run.page(&to).await, &["This does not stand here any more", "Monday, 23 November"]);
}

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

/// Somebody who is known and respected, and a time on Tuesdays and Thursdays; today is Monday.
async fn planned() -> Run {
    let run = Run::with("Ana Pereira").await;
    run.add(&PersonEdit { name: Some("Bo Lind".to_owned()), ..PersonEdit::default() });
    let page = run.page("/me").await;
    let week = page.split("id=\"week\"").nth(1).unwrap();
    let fields = format!("seen={}&slots=tue+10%3A00%0D%0Athu+10%3A00&weekday=mon&weekday=tue", hidden(week, "seen"));
    run.taken("/me/week", &fields).await;
    run
}

#[tokio::test]
async fn what_changes_is_kept_in_own_words_and_the_week_after_shows_it() {
    let run = Run::demo().await;
    let before = run.page("/week?of=2026-11-16").await;
    let form = before.split("id=\"what-changes\"").nth(1).unwrap();
    let fields = format!("seen={}&of=2026-11-16&changes=Call+first%2C+then+write", hidden(form, "seen"));
    let to = run.taken("/week", &fields).await;
    assert!(to.starts_with("/week?of=2026-11-16&done="), "{to}");
    holds(&run.page(&to).await, &["Wrote what changes after the week of 16 November 2026", "Call first, then write"]);
    holds(&run.page("/week").await, &["From the week before: <bdi>Call first, then write"]);
    holds(&run.page("/search?q=then+write").await, &["/week?of=2026-11-16"]);
    assert!(run.taken("/week", &fields).await.ends_with("done=nothing"), "the same words stand already");
    let other = fields.replace("then", "never");
    let page = run.refused("/week", &other).await;
    holds(&page, &["What stands now", "<bdi>Call first, then write</bdi>", "\nCall first, never write</textarea>"]);
    let again = hidden(page.split("id=\"what-changes\"").nth(1).unwrap(), "seen");
    run.taken("/week", &other.replace(hidden(form, "seen"), again)).await;
}

#[tokio::test]
async fn each_time_of_the_week_offers_its_next_person() {
    let run = planned().await;
    holds(&run.page("/").await, &["Your times", "Tuesday, 10:00", "Thursday, 10:00", "href=\"/week\""]);
    let page = run.page("/week").await;
    holds(&page, &["This week", "Your times in the next seven days", "Call <a href=\"/people/p", "/prepare\">Prepare"]);
    holds(&run.page("/week?of=2026-11-16").await, &["Last week", "Nothing is written down for this week."]);
    holds(&run.page("/week?of=nonsense").await, &["This week"]);
    holds(&Run::empty().await.page("/week").await, &["Plan your times"]);
}

#[tokio::test]
async fn the_review_tells_what_happened_and_what_was_learned() {
    let page = Run::demo().await.page("/week?of=2026-11-20").await;
    holds(&page, &["Last week", "What happened", "What you learned", "What changes", "was named by"]);
}

#[tokio::test]
async fn the_calendar_is_a_file_and_an_address_with_a_key_of_its_own() {
    let run = planned().await;
    let saved = run.send("GET", "/calendar.ics", "").await;
    assert_eq!(saved.headers[header::CONTENT_TYPE], "text/calendar; charset=utf-8");
    holds(&saved.page, &["BEGIN:VCALENDAR", "UID:time-2026-11-24-1000@halfhour.invalid", "SUMMARY:Call "]);

    assert_eq!(run.taken("/week/feed", "feed=new").await, "/week#calendar");
    let address =
        |page: &str| page.split("http://127.0.0.1:4830").nth(1).unwrap().split('<').next().unwrap().to_owned();
    let first = address(&run.page("/week").await);
    let without_a_cookie = |path: String| {
        let run = &run;
        async move { run.raw(ask("GET", &path).body(Body::empty()).unwrap()).await }
    };
    let read = without_a_cookie(first.clone()).await;
    assert_eq!((read.status(), read.headers().get(header::SET_COOKIE)), (StatusCode::OK, None));
    assert_eq!(text(read).await, saved.page, "the same calendar");

    let key = first.trim_start_matches("/calendar/").trim_end_matches(".ics");
    let as_a_key_of_the_run = ask("GET", "/people").header("cookie", format!("halfhour-4830={key}"));
    let answer = run.raw(as_a_key_of_the_run.body(Body::empty()).unwrap()).await;
    assert_eq!(answer.status(), StatusCode::FORBIDDEN, "it opens nothing else");

    run.taken("/week/feed", "feed=new").await;
    let second = address(&run.page("/week").await);
    assert_eq!(without_a_cookie(first).await.status(), StatusCode::FORBIDDEN, "the old one is closed");
    assert_eq!(without_a_cookie(second.clone()).await.status(), StatusCode::OK);
    run.taken("/week/feed", "feed=none").await;
    assert_eq!(without_a_cookie(second).await.status(), StatusCode::FORBIDDEN);
    assert_eq!(without_a_cookie("/calendar/.ics".to_owned()).await.status(), StatusCode::FORBIDDEN);
}

const HOLIDAYS: &str = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Christmas <Day>\r\nDTSTART;VALUE=DATE:20261225\r\n\
                        END:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART:20261225T100000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

fn days(text: &str) -> [File<'_>; 1] {
    [File { field: "holidays", name: "days.ics", bytes: text.as_bytes() }]
}

#[tokio::test]
async fn public_holidays_come_from_a_file_and_go_with_undo() {
    let run = Run::with("Ana Pereira").await;
    let sent = run.upload("/me/holidays", &[], &days(HOLIDAYS)).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.page);
    let to = sent.to();
    let page = run.page(&to).await;
    holds(
        &page,
        &["Planned the week: a day off.", "days.ics", "2 events read, 1 new days off", "1 with a time of day"],
    );
    holds(&page, &["2026-12-25, Christmas &lt;Day&gt;"]);
    run.undo(&to).await;
    assert!(run.campaign().week.days_off.is_empty());
    let told = run.upload("/me/holidays", &[], &days("Christmas is on a Friday")).await;
    assert!(told.status.is_client_error());
    holds(&told.page, &["days.ics: The file is no calendar (.ics)."]);
    let told = run.upload("/me/holidays", &[], &[]).await;
    holds(&told.page, &["No file was chosen."]);
}

#[tokio::test]
async fn a_promise_to_one_who_declines_rests_and_the_pages_say_so() {
    let run = Run::with("Ana Pereira").await;
    run.taken("/people/p1/promises", "side=mine&text=send+the+outline&due=2026-11-24").await;
    run.taken("/people/p1/asked", "form=call").await;
    holds(&run.page("/").await, &["id=\"keep-m1\""]);
    let to = run.taken("/people/p1/answer", "said=declined").await;
    holds(&run.page(&to).await, &["your promise rests"]);
    assert!(!run.page("/").await.contains("id=\"keep-m1\""));
    holds(&run.page("/people/p1").await, &["send the outline", "What you promised rests for now"]);
    run.undo(&to).await;
    holds(&run.page("/").await, &["id=\"keep-m1\""]);
}

#[tokio::test]
async fn after_a_long_pause_a_few_things_stand_and_the_others_are_one_click_away() {
    let run = Run::empty().await;
    for number in 1..=13 {
        run.add(&PersonEdit { name: Some(format!("Person {number}")), ..PersonEdit::default() });
        run.taken(&format!("/people/p{number}/promises"), "side=mine&text=send+it&due=2026-11-23").await;
    }
    let page = run.page("/").await;
    holds(
        &page,
        &["13 things are due", "<summary>The other 5</summary><ol class=\"moves\" start=\"9\"", "id=\"keep-m13\""],
    );
    run.taken("/moves/keep-m1/done", "back=%2F").await;
    assert!(!run.page("/").await.contains("The other"), "a dozen may stand at once");
}

#[tokio::test]
async fn thanks_stand_with_a_draft_of_what_was_said_on_today_and_on_the_page_of_the_person() {
    let run = Run::demo().await;
    let dana = run.campaign().conversations.values().find(|talk| talk.id.to_string() == "c12").unwrap().person;
    for path in ["/".to_owned(), format!("/people/{dana}")] {
        let page = run.page(&path).await;
        holds(&page, &["id=\"words-thank-c12\"", "A thank-you to make your own", "Hello Dana,", "Marguerite Bellamy"]);
    }
}

#[tokio::test]
async fn the_week_that_comes_shows_what_waits_and_last_week_tells_equal_answers_in_one_line() {
    let run = Run::demo().await;
    let next = run.page("/week?of=2026-11-30").await;
    holds(&next, &["Next week", "It is still ahead", "What waits", "Your times: Tuesday at 10:00", "Change your plan"]);
    assert!(!run.page("/week?of=2026-12-07").await.contains("What waits"), "of weeks further ahead nothing is known");
    let last = run.page("/week?of=2026-11-16").await;
    assert_eq!(last.matches("said yes").count(), 1);
    holds(&last, &["Training coordinator</bdi>: interview"]);
}
