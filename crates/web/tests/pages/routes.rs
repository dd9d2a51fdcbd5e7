//! The table of routes, row by row: who is let in, and who is not; and that no page breaks on what people are called.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use method::list::edit::PersonEdit;
use web::routes::{Authority, ROUTES, Route, Verb};

use crate::run::{Run, ask, text};

fn verb(route: &Route) -> &'static str {
    match route.verb {
        Verb::Get => "GET",
        Verb::Post => "POST",
    }
}

/// A real path for a row: whatever its open parts may be.
fn path(route: &Route) -> String {
    route.path.split('/').map(|part| if part.starts_with('{') { "p1" } else { part }).collect::<Vec<_>>().join("/")
}

#[tokio::test]
async fn without_a_token_nobody_sees_or_changes_anything() {
    let run = Run::demo().await;
    let before = run.campaign();
    for route in ROUTES.iter().filter(|route| route.authority != Authority::Anybody) {
        for cookie in ["", "halfhour-4830=", "halfhour-4830=0000", "halfhour-4831=x; other=y"] {
            let request = ask(verb(route), &path(route)).header("cookie", cookie).body(Body::empty()).unwrap();
            let response = run.raw(request).await;
            assert_eq!(response.status(), StatusCode::FORBIDDEN, "{} {cookie}", route.path);
            let page = text(response).await;
            assert!(page.contains("halfhour open") && !page.contains("Dana"), "{}", route.path);
        }
    }
    assert_eq!(*before, *run.campaign());
}

#[tokio::test]
async fn rows_for_anybody_tell_nothing_of_the_campaign() {
    let run = Run::demo().await;
    for route in ROUTES.iter().filter(|route| route.authority == Authority::Anybody) {
        assert_eq!(route.verb, Verb::Get, "{} must not change anything", route.path);
        let page = text(run.raw(ask("GET", &path(route)).body(Body::empty()).unwrap()).await).await;
        assert!(!page.contains("Dana Whitfield"), "{}", route.path);
    }
}

#[tokio::test]
async fn a_foreign_name_for_this_machine_is_turned_away() {
    let run = Run::demo().await;
    for route in ROUTES {
        for host in
            ["evil.example", "evil.example:4830", "127.0.0.1:80", "127.0.0.1", "127.0.0.1:4830.evil.example", ""]
        {
            let request = Request::builder().method(verb(route)).uri(path(route)).header("host", host);
            let response = run.raw(request.header("cookie", &run.cookie).body(Body::empty()).unwrap()).await;
            assert_eq!(response.status(), StatusCode::MISDIRECTED_REQUEST, "{} as {host}", route.path);
        }
        let nameless = Request::builder().method(verb(route)).uri(path(route)).header("cookie", &run.cookie);
        let response = run.raw(nameless.body(Body::empty()).unwrap()).await;
        assert_eq!(response.status(), StatusCode::MISDIRECTED_REQUEST, "{} without a host", route.path);
    }
}

#[tokio::test]
async fn localhost_is_this_machine_too() {
    let run = Run::empty().await;
    let request = Request::builder().uri("/").header("host", "localhost:4830").header("cookie", &run.cookie);
    assert_eq!(run.raw(request.body(Body::empty()).unwrap()).await.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_form_of_another_page_changes_nothing() {
    let run = Run::demo().await;
    let before = run.campaign();
    for route in ROUTES.iter().filter(|route| route.verb == Verb::Post) {
        let foreign = [
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
            ("origin", "http://evil.example"),
            ("origin", "http://127.0.0.1:3000"),
            ("origin", "null"),
        ];
        for (name, value) in foreign {
            let request = ask("POST", &path(route)).header("cookie", &run.cookie).header(name, value);
            let response = run.raw(request.body(Body::from("people=Eve")).unwrap()).await;
            assert_eq!(response.status(), StatusCode::FORBIDDEN, "{} with {name}: {value}", route.path);
        }
    }
    assert_eq!(*before, *run.campaign());
}

#[tokio::test]
async fn a_post_is_no_page_to_look_at_and_a_page_takes_no_form() {
    let run = Run::demo().await;
    for route in ROUTES {
        let other = match route.verb {
            Verb::Get => (Verb::Post, "POST"),
            Verb::Post => (Verb::Get, "GET"),
        };
        if ROUTES.iter().any(|row| row.path == route.path && row.verb == other.0) {
            continue;
        }
        let request = ask(other.1, &path(route)).header("cookie", &run.cookie).header("sec-fetch-site", "same-origin");
        let response = run.raw(request.body(Body::empty()).unwrap()).await;
        assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED, "{}", route.path);
    }
}

#[tokio::test]
async fn every_answer_is_fenced_in() {
    let run = Run::demo().await;
    for route in ROUTES {
        let request = ask(verb(route), &path(route)).header("cookie", &run.cookie);
        let response = run.raw(request.body(Body::empty()).unwrap()).await;
        let has = |name: &str, value: &str| response.headers()[name].to_str().unwrap().contains(value);
        assert!(has("content-security-policy", "default-src 'none'"), "{}", route.path);
        assert!(has("content-security-policy", "frame-ancestors 'none'"), "{}", route.path);
        assert!(has("x-content-type-options", "nosniff") && has("referrer-policy", "no-referrer"), "{}", route.path);
        assert!(has("cache-control", "no-store"), "{}", route.path);
    }
}

#[tokio::test]
async fn a_form_that_is_too_large_is_not_taken() {
    let run = Run::demo().await;
    for route in ROUTES.iter().filter(|route| route.verb == Verb::Post && route.authority == Authority::Seeker) {
        if route.takes_files {
            continue;
        }
        let request = ask("POST", &path(route)).header("cookie", &run.cookie);
        let response = run.raw(request.body(Body::from("x".repeat(route.limit + 1))).unwrap()).await;
        assert_eq!(response.status(), StatusCode::PAYLOAD_TOO_LARGE, "{}", route.path);
    }
}

#[tokio::test]
async fn a_token_is_good_once_and_not_for_a_look_ahead() {
    let run = Run::empty().await;
    let path = run.invitation();
    for (verb, status) in
        [("HEAD", StatusCode::FORBIDDEN), ("GET", StatusCode::SEE_OTHER), ("GET", StatusCode::FORBIDDEN)]
    {
        assert_eq!(run.raw(ask(verb, &path).body(Body::empty()).unwrap()).await.status(), status, "{verb}");
    }
}

#[tokio::test]
async fn an_address_that_is_not_there_gets_a_page() {
    let run = Run::empty().await;
    let told = run.send("GET", "/nowhere", "").await;
    assert_eq!(told.status, StatusCode::NOT_FOUND);
    assert!(told.page.contains("There is no such page"));
    let response = run.raw(ask("GET", "/nowhere").body(Body::empty()).unwrap()).await;
    assert_eq!(response.status(), StatusCode::FORBIDDEN, "without a cookie not even that is told");
}

#[tokio::test]
async fn today_shows_the_moves_with_their_reasons() {
    let page = Run::demo().await.page("/").await;
    for words in ["Monday, 23 November", "Thank Dana Whitfield.", "They gave you their time", "/moves/thank-c12/done"] {
        assert!(page.contains(words), "{words}");
    }
}

#[tokio::test]
async fn an_empty_campaign_has_a_first_step() {
    let page = Run::empty().await.page("/").await;
    assert!(page.contains("Whom do you know and respect?") && page.contains("action=\"/add\""));
}

#[tokio::test]
async fn what_people_are_called_is_text() {
    let names = ["<script>alert(1)</script>", "'; drop table people; --", "مريم العلي", "🧑‍🚒 Ana", &"long ".repeat(60)];
    let run = Run::demo().await;
    for name in names {
        run.add(&PersonEdit { name: Some(name.to_owned()), ..PersonEdit::default() });
    }
    for path in ROUTES.iter().filter(|route| route.verb == Verb::Get && !route.path.contains('{')).map(|row| row.path) {
        if path == "/enter" || path == "/today" {
            continue;
        }
        let page = run.page(path).await;
        assert!(!page.contains("<script>alert"), "{path}");
    }
    let history = run.page("/history").await;
    assert!(history.contains("&lt;script&gt;alert") && history.contains("مريم"));
}

#[tokio::test]
async fn done_is_written_told_and_can_be_taken_back() {
    let run = Run::demo().await;
    let told = run.send("POST", "/moves/thank-c12/done", "back=%2F").await;
    assert_eq!(told.status, StatusCode::SEE_OTHER);
    let to = told.to();
    let page = run.page(&to).await;
    assert!(
        page.contains("Thanked Dana Whitfield.") && page.contains(">Undo<") && !page.contains("thank-c12"),
        "{page}"
    );
    let step = to.rsplit('=').next().unwrap();
    let told = run.send("POST", "/undo", &format!("step={step}&back=%2F")).await;
    assert_eq!(told.status, StatusCode::SEE_OTHER);
    assert!(run.page("/").await.contains("thank-c12"));
}

#[tokio::test]
async fn a_refusal_is_a_page_with_the_way_out() {
    let run = Run::demo().await;
    for (fields, words) in [("day=yesterday", "not later than today"), ("day=whenever", "is not a day"), ("", "No day")]
    {
        let told = run.send("POST", "/moves/thank-c12/later", fields).await;
        assert!(told.status.is_client_error());
        assert!(told.page.contains(words), "{fields}");
    }
    let told = run.send("POST", "/moves/thank-c12/later", "until=2026-11-27").await;
    assert_eq!(told.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_form_goes_back_to_a_page_of_ours_only() {
    let run = Run::demo().await;
    for back in ["//evil.example", "http://evil.example", "/\\evil.example", "/\t/evil.example", "javascript:alert(1)"]
    {
        let back: String = form_urlencoded::byte_serialize(back.as_bytes()).collect();
        let told = run.send("POST", "/look", &format!("look=dark&back={back}")).await;
        assert_eq!(told.to(), "/");
    }
}

#[tokio::test]
async fn lines_that_are_typed_become_people_all_or_none() {
    let run = Run::empty().await;
    let told = run.send("POST", "/add", "people=Ana+Pereira%2C+Harbor+Freight%0D%0ABo+Li&respected=yes").await;
    assert_eq!(told.status, StatusCode::SEE_OTHER);
    assert_eq!(run.campaign().people.len(), 2);
    assert!(run.campaign().people.values().all(|person| person.respected));
    let twice = "people=Cyrus+Vance%2C+cy%40example.org%0D%0ACyrus+Vance%2C+cy%40example.org";
    let told = run.send("POST", "/add", twice).await;
    assert!(told.status.is_client_error());
    let page = told.page;
    assert!(page.contains("Cyrus") && page.contains("cy@example.org"), "what was typed is still there");
    assert_eq!(run.campaign().people.len(), 2);
}
