//! The call sheet: on the screen, saved as one file, and the meeting for a calendar.

use axum::http::{StatusCode, header};
use method::list::edit::PersonEdit;

use crate::run::{Run, form, hidden, holds};

/// Somebody with a number, who said yes to a half hour.
async fn met() -> Run {
    let run = Run::with("Zoë <script>alert(1)</script>").await;
    run.taken("/people/p1/questions", "question=What+would+you+do+first%3F").await;
    run.taken("/people/p1/reach", "form=call&reach=%2B1+555+0100").await;
    run.taken("/people/p1/asked", "form=call").await;
    run.taken("/people/p1/answer", "said=accepted&on=2026-11-24&at=14%3A00&zone=Europe%2FBerlin&place=the+gate").await;
    run
}

#[tokio::test]
async fn the_number_and_the_meeting_are_pictures_with_their_words_beside_them() {
    let run = met().await;
    let page = run.page("/people/p1/sheet").await;
    holds(&page, &["<title id=\"dial-title\">Dial this number</title>", "<desc id=\"dial-holds\">+1 555 0100</desc>"]);
    holds(&page, &["<strong>Dial</strong> <span>+1 555 0100</span>", "Tuesday 24 November at 14:00 (Europe/Berlin)"]);
    holds(&page, &["/people/p1/sheet.html", "/people/p1/meeting.ics", "/people/p1/talk"]);
}

#[tokio::test]
async fn the_saved_sheet_is_one_file_that_reaches_for_nothing() {
    let run = met().await;
    let told = run.send("GET", "/people/p1/sheet.html", "").await;
    assert_eq!(told.status, StatusCode::OK);
    let saved_as = told.headers[header::CONTENT_DISPOSITION].to_str().unwrap();
    assert_eq!(saved_as, "attachment; filename=\"half-hour-zoe-script-alert-1-script.html\"");
    holds(&told.page, &["<style>", "default-src 'none'", "href=\"tel:+15550100\"", "&lt;script&gt;alert"]);
    for outside in ["<script", "<link", "src=", "url(", "@import", "href=\"/", "href=\"http"] {
        assert!(!told.page.contains(outside), "{outside}");
    }
}

#[tokio::test]
async fn a_meeting_that_moves_or_falls_through_keeps_its_place_in_the_calendar() {
    let run = met().await;
    let seen = |page: &str| page.split("name=\"seen\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let first = run.page("/people/p1/meeting.ics").await;
    let sequence = |page: &str| -> u32 {
        page.lines().find_map(|line| line.strip_prefix("SEQUENCE:")).unwrap().trim().parse().unwrap()
    };
    holds(&first, &["METHOD:PUBLISH\r\n", "DTSTART:20261124T130000Z\r\n", "LOCATION:the gate\r\n"]);
    let uid = first.lines().find(|line| line.starts_with("UID:")).unwrap().to_owned();

    let page = run.page("/people/p1/answer").await;
    let to = run
        .taken("/people/p1/meeting", &format!("seen={}&what=move&new-on=2026-11-25&new-at=9%3A00", seen(&page)))
        .await;
    let moved = run.page("/people/p1/meeting.ics").await;
    holds(&moved, &[&uid, "DTSTART:20261125T080000Z\r\n"]);
    assert!(sequence(&first) < sequence(&moved));
    let stale = run.refused("/people/p1/meeting", &format!("seen={}&what=cancel", seen(&page))).await;
    assert!(stale.contains("changed elsewhere"), "a second tab is told");

    let page = run.page(&to).await;
    run.taken("/people/p1/meeting", &format!("seen={}&what=cancel", seen(&page))).await;
    let off = run.page("/people/p1/meeting.ics").await;
    holds(&off, &[&uid, "METHOD:CANCEL\r\n", "STATUS:CANCELLED\r\n"]);
    assert!(sequence(&moved) < sequence(&off));
    holds(&run.page("/people/p1/answer").await, &["Called off.", "Take it out of your calendar"]);
}

#[tokio::test]
async fn without_a_meeting_there_is_nothing_for_a_calendar() {
    let run = Run::with("Ana Pereira").await;
    assert_eq!(run.status("/people/p1/meeting.ics").await, StatusCode::CONFLICT);
    assert_eq!(run.status("/people/p9/meeting.ics").await, StatusCode::NOT_FOUND);
    assert_eq!(run.status("/people/p9/sheet.html").await, StatusCode::NOT_FOUND);
    assert_eq!(run.status("/people/p1/sheet.html").await, StatusCode::CONFLICT, "there is nothing to ask yet");
}

#[tokio::test]
async fn the_more_there_is_the_smaller_it_is_set() {
    let run = Run::with("Ana Pereira").await;
    for number in 0..6 {
        let question = format!("What+would+you+do+in+week+{number}+{}%3F", "and+why+".repeat(60));
        run.taken("/people/p1/questions", &format!("question={question}")).await;
    }
    assert!(run.page("/people/p1/sheet").await.contains("class=\"sheet densest\""));
    run.add(&PersonEdit { name: Some("Bo Lind".to_owned()), ..PersonEdit::default() });
    run.taken("/people/p2/questions", "question=What+first%3F").await;
    assert!(!run.page("/people/p2/sheet").await.contains("densest"));
}

#[tokio::test]
async fn what_is_emptied_of_a_meeting_goes() {
    let run = met().await;
    let page = run.page("/people/p1/answer").await;
    let emptied = [("new-on", "2026-11-24"), ("new-at", ""), ("new-place", ""), ("new-zone", "")];
    let fields = [&[("seen", hidden(&page, "seen")), ("what", "move")], emptied.as_slice()].concat();
    run.taken("/people/p1/meeting", &form(&fields)).await;
    let campaign = run.campaign();
    let meeting = campaign.asks.values().find_map(|ask| ask.planned_meeting()).unwrap();
    assert_eq!((meeting.time, &meeting.zone, &meeting.place), (None, &None, &None));
}
