//! Welcome: from an empty campaign to whom to call first; every step can be skipped, and nothing that was typed is lost.

use axum::http::{StatusCode, header};
use jiff::civil::date;
use method::list::edit::PersonEdit;

use crate::run::{Run, TODAY, ask, form, hidden, holds};
use crate::upload::{PEOPLE, file};

async fn answers(run: &Run, fields: &[(&str, &str)]) -> String {
    let page = run.page("/welcome").await;
    let told = run.upload("/welcome", &[&[("seen", hidden(&page, "seen"))], fields].concat(), &[]).await;
    assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.page);
    told.to()
}

#[tokio::test]
async fn whoever_comes_for_the_first_time_is_led_there() {
    let run = Run::empty().await;
    let enter = |cookie: &str| {
        ask("GET", &run.invitation()).header("cookie", cookie.to_owned()).body(axum::body::Body::empty()).unwrap()
    };
    let to = |response: axum::response::Response| response.headers()[header::LOCATION].to_str().unwrap().to_owned();
    assert_eq!(to(run.raw(enter("")).await), "/welcome");
    holds(&run.page("/").await, &["href=\"/welcome\""]);
    run.add(&PersonEdit { name: Some("Ana Pereira".into()), ..PersonEdit::default() });
    assert_eq!(to(run.raw(enter("")).await), "/");
}

#[tokio::test]
async fn from_a_file_to_the_first_call() {
    let run = Run::empty().await;
    let page = run.page("/welcome").await;
    let fields = [
        ("seen", hidden(&page, "seen")),
        ("search", "change_careers"),
        ("fields", "ports"),
        ("best", "planning: no ship late in a year"),
    ];
    let sent = run.upload("/welcome", &fields, &[file("Connections.csv", PEOPLE.as_bytes())]).await;
    holds(&run.outcome(&sent.to()).await.page, &["2 new people are on your list", "href=\"/welcome/people\""]);
    let found = run.page("/welcome/people?q=per").await;
    holds(&found, &["Ana Pereira", "Foreman, Harbor Freight", "I respect them"]);
    assert!(!found.contains("Ben Okafor"));
    let to = run.taken("/welcome/respect", &form(&[("person", "p1"), ("mark", "on")])).await;
    holds(&run.page(&to).await, &["You respect one person", "Take off", ">Undo<"]);
    let first = run.page("/welcome/first").await;
    holds(
        &first,
        &["Here is whom to call first", "Ana Pereira", "You know and respect them", "href=\"/people/p1/prepare\""],
    );
    let campaign = run.campaign();
    assert_eq!(campaign.direction.fields, ["ports"]);
    assert!(campaign.strengths.values().any(|one| one.proof.as_deref() == Some("no ship late in a year")));
}

#[tokio::test]
async fn every_step_can_be_skipped() {
    let run = Run::empty().await;
    let mut path = "/welcome".to_owned();
    for _ in 0..4 {
        let page = run.page(&path).await;
        let skip = page.split("<a class=\"btn quiet\" href=\"").nth(1).unwrap().split('"').next().unwrap();
        assert!(page.contains(&format!("href=\"{skip}\">Skip<")), "{page}");
        path = skip.to_owned();
    }
    holds(&run.page(&path).await, &["Nobody is on your list yet", "href=\"/welcome/people\"", "href=\"/\""]);
    assert!(run.campaign().is_empty());
}

#[tokio::test]
async fn going_on_with_nothing_typed_is_no_step() {
    let run = Run::empty().await;
    assert_eq!(answers(&run, &[("fields", "  "), ("best", "")]).await, "/welcome/people");
    assert_eq!(run.taken("/welcome/people", "people=&then=on").await, "/welcome/talked");
    assert_eq!(run.taken("/welcome/talked", "talks=").await, "/welcome/work");
    assert!(run.app.history(None).unwrap().is_empty());
}

#[tokio::test]
async fn answers_stand_in_the_form_again_and_can_be_changed() {
    let run = Run::empty().await;
    let told = [("best", "planning\ncalm: kept the crew"), ("places", "Lisbon\nPorto"), ("roles", "harbor planner")];
    let to = answers(&run, &told).await;
    holds(&run.page(&to).await, &[">Undo<"]);
    holds(&run.page("/welcome").await, &["calm: kept the crew", "Lisbon\nPorto", "harbor planner"]);
    answers(&run, &[("best", "calm: kept the crew"), ("places", "Porto")]).await;
    let campaign = run.campaign();
    let stands: Vec<&str> =
        campaign.strengths.values().filter(|one| !one.dropped).map(|one| one.name.as_str()).collect();
    assert_eq!(
        (stands, campaign.direction.places.clone(), campaign.direction.roles.len()),
        (vec!["calm"], vec!["Porto".to_owned()], 0)
    );
}

#[tokio::test]
async fn an_answer_from_an_older_tab_overwrites_nothing() {
    let run = Run::empty().await;
    let old = run.page("/welcome").await;
    answers(&run, &[("fields", "ports")]).await;
    let before = run.campaign();
    let told = run.upload("/welcome", &[("seen", hidden(&old, "seen")), ("fields", "schools")], &[]).await;
    assert_eq!(told.status, StatusCode::CONFLICT);
    holds(&told.page, &["changed elsewhere", "schools", "Fields: <bdi>ports</bdi>"]);
    assert_eq!(*before, *run.campaign());
    let again = [("seen", hidden(&told.page, "seen")), ("fields", "schools")];
    assert_eq!(run.upload("/welcome", &again, &[]).await.status, StatusCode::SEE_OTHER, "the second press saves");
    assert_eq!(run.campaign().direction.fields, ["schools"]);
}

#[tokio::test]
async fn a_file_that_cannot_be_used_leaves_the_answers_and_a_way_on() {
    let run = Run::empty().await;
    let page = run.page("/welcome").await;
    let fields = [("seen", hidden(&page, "seen")), ("fields", "ports")];
    let sent = run.upload("/welcome", &fields, &[file("me.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")]).await;
    let told = run.outcome(&sent.to()).await;
    holds(&told.page, &["me.png looks like a PNG picture", "Go on without", "action=\"/welcome\""]);
    assert_eq!(run.campaign().direction.fields, ["ports"]);
    let again = run.upload("/welcome", &[("only", "files")], &[file("Connections.csv", PEOPLE.as_bytes())]).await;
    holds(&run.outcome(&again.to()).await.page, &["2 new people are on your list"]);
    assert_eq!(run.campaign().direction.fields, ["ports"], "the answers are left alone");
}

#[tokio::test]
async fn names_by_the_line_are_taken_and_the_others_come_back() {
    let run = Run::empty().await;
    for name in ["Ana Pereira", "Noa Levi", "Noa Lind"] {
        run.add(&PersonEdit { name: Some(name.into()), ..PersonEdit::default() });
    }
    let told =
        run.send("POST", "/welcome/people", &form(&[("people", "ana pereira\nNoa\nChidi Okafor, Quay 4")])).await;
    assert_eq!(told.status, StatusCode::OK);
    holds(
        &told.page,
        &[
            "Marked 2 people as known and respected, 1 of them new on your list.",
            "One line was not taken",
            "p2 Noa Levi",
            ">\nNoa<",
        ],
    );
    let respected = run.campaign().people.values().filter(|person| person.respected).count();
    assert_eq!(respected, 2);
    let none = run.refused("/welcome/people", "people=Noa").await;
    holds(&none, &["could be"]);
}

#[tokio::test]
async fn talks_by_the_line_are_one_step_and_the_others_come_back() {
    let run = Run::with("Ana Pereira").await;
    let lines = "Ana Pereira, last tuesday\nBen Okafor, 3 Nov: said to look at ports\nBo Lind, someday\nZoe, tomorrow";
    let told = run.send("POST", "/welcome/talked", &form(&[("talks", lines)])).await;
    assert_eq!(told.status, StatusCode::OK);
    holds(
        &told.page,
        &[
            "Recorded 2 conversations and added 1 person.",
            ">Undo<",
            "2 lines were not taken",
            "“someday” is not a day.",
            "has not come yet",
        ],
    );
    holds(&told.page, &[">\nBo Lind, someday\nZoe, tomorrow<"]);
    let campaign = run.campaign();
    let held: Vec<_> = campaign.conversations.values().map(|talk| (talk.held_on, talk.learned.as_deref())).collect();
    assert_eq!(held, [(date(2026, 11, 17), None), (date(2026, 11, 3), Some("said to look at ports"))]);
    run.taken("/undo", "step=2").await;
    assert!(run.campaign().conversations.is_empty() && run.campaign().people.len() == 1, "and Ben goes again with it");
}

#[tokio::test]
async fn people_at_work_are_held_back_until_released() {
    let run = Run::empty().await;
    run.import("bring", &[file("Connections.csv", PEOPLE.as_bytes())]).await;
    for person in ["p1", "p2"] {
        run.taken("/welcome/respect", &form(&[("person", person), ("mark", "on")])).await;
    }
    let page = run.page("/welcome/work").await;
    let fields = form(&[
        ("seen", hidden(&page, "seen")),
        ("back", "/welcome/work"),
        ("employed", "yes"),
        ("employer", "Harbor Freight, Inc."),
    ]);
    let to = run.taken("/settings/quiet", &fields).await;
    holds(&run.page(&to).await, &["Ana Pereira", "held back", "May know", "href=\"/welcome/first\""]);
    let first = run.page("/welcome/first").await;
    assert!(first.contains("Ben Okafor") && !first.contains("Ana Pereira"));
    let to = run.taken("/next/p1/mark", "mark=released&back=/welcome/work").await;
    holds(&run.page(&to).await, &["may know of it", "Hold back again"]);
    holds(&run.page("/welcome/first").await, &["Ana Pereira"]);
    run.taken("/next/p1/mark", "mark=kept&back=/settings").await;
    assert!(!run.page("/welcome/first").await.contains("Ana Pereira"));
    let page = run.page("/settings").await;
    let no = form(&[("seen", hidden(&page, "seen")), ("employed", "no"), ("employer", "Harbor Freight, Inc.")]);
    run.taken("/settings/quiet", &no).await;
    assert_eq!(run.campaign().seeker.employer, None);
}

#[tokio::test]
async fn a_few_letters_are_quick_to_find_whoever_is_called_so() {
    let run = Run::empty().await;
    for (name, place) in [("Zoe Harbor", "Quay 4"), ("Bo Lind", "Harbor Freight")] {
        run.add(&PersonEdit { name: Some(name.into()), organization: Some(place.into()), ..PersonEdit::default() });
    }
    let page = run.page("/welcome/people?q=harbor").await;
    let part = page.split_once("id=\"found\"").unwrap().1;
    assert!(part.find("Zoe Harbor").unwrap() < part.find("Bo Lind").unwrap());
    holds(&page, &["data-live=\"#found\""]);
    holds(&run.page("/welcome/people?q=quux").await, &["Nobody on your list fits"]);
}

#[tokio::test]
async fn what_is_typed_there_is_text() {
    let run = Run::empty().await;
    let script = "<script>alert(1)</script>";
    answers(&run, &[("fields", script), ("best", script), ("organizations", "'; drop table people; --")]).await;
    let lines = format!("{script}, someday\nمريم العلي, 3 Nov: 🧑‍🚒\n{}, 3 Nov", "long ".repeat(60));
    let told = run.send("POST", "/welcome/talked", &form(&[("talks", &lines)])).await;
    let respected = run.send("POST", "/welcome/people", &form(&[("people", script)])).await;
    let mut pages = vec![told.page, respected.page];
    for path in [
        "/welcome",
        "/welcome/people?q=%3Cscript%3E",
        "/welcome/work",
        "/welcome/first",
        "/settings",
        "/settings/forget?q=script",
    ] {
        pages.push(run.page(path).await);
    }
    assert!(pages.iter().all(|page| !page.contains("<script>alert")));
    assert_eq!(run.campaign().conversations.values().filter(|talk| talk.held_on < TODAY).count(), 2);
}

#[tokio::test]
async fn a_conversation_that_stands_already_is_told_as_such() {
    let run = Run::empty().await;
    run.taken("/welcome/talked", "talks=Ben+Okafor%2C+3+Nov%3A+ports").await;
    let page = run.send("POST", "/welcome/talked", "talks=Ben+Okafor%2C+3+Nov%3A+ports").await.page;
    holds(&page, &["One line was not taken", "is recorded already."]);
    assert!(!page.contains("already: c1"), "{page}");
}

#[tokio::test]
async fn whoever_is_employed_nowhere_named_is_told_what_that_means() {
    let run = Run::empty().await;
    let seen = hidden(&run.page("/welcome/work").await, "seen").to_owned();
    let to = run.taken("/settings/quiet", &format!("seen={seen}&employed=yes&employer=&back=/welcome/work")).await;
    holds(&run.page(&to).await, &["Noted that you are employed.", "Until you name the place"]);
}

#[tokio::test]
async fn with_nobody_to_call_it_says_so_once() {
    let page = Run::empty().await.page("/welcome/first").await;
    assert_eq!(page.matches("Nobody").count(), 1, "{page}");
}
