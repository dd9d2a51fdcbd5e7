//! Next and People, walked as a browser would: what they show, and what their forms write and take back.

#![expect(clippy::unwrap_used, reason = "a request that cannot be made is a broken test")]

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, Response, StatusCode, header};
use jiff::civil::{Date, date};
use method::demo::demo;
use method::id::{Id, PersonId};
use method::list::add::add_person;
use method::list::edit::PersonEdit;
use method::list::slate::slate;
use store::{Place, Scope};
use tempfile::TempDir;
use tower::ServiceExt;
use web::App;
use web::routes::router;

const TODAY: Date = date(2026, 11, 23);
const PORT: u16 = 4831;

/// A run of the app on a file of its own, and the cookie of a browser that was let in.
struct Run {
    app: Arc<App>,
    pages: Router,
    cookie: String,
    _folder: TempDir,
}

impl Run {
    async fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = Arc::new(App::new(folder.path().join("campaign.db"), Place::Given, Some(TODAY), PORT).unwrap());
        let pages = router(Arc::clone(&app));
        let invited = app.invite().unwrap();
        let path = invited.split_once(&PORT.to_string()).unwrap().1;
        let entered = pages.clone().oneshot(ask("GET", path).body(Body::empty()).unwrap()).await.unwrap();
        let cookie = entered.headers()[header::SET_COOKIE].to_str().unwrap().split(';').next().unwrap().to_owned();
        Run { app, pages, cookie, _folder: folder }
    }

    async fn demo() -> Self {
        let run = Run::empty().await;
        run.app.change(Scope::Ties, &|campaign, ids| demo(campaign, ids, TODAY)).unwrap();
        run
    }

    fn add(&self, name: &str, organization: &str) {
        let told = PersonEdit {
            name: Some(name.to_owned()),
            organization: Some(organization.to_owned()),
            ..PersonEdit::default()
        };
        self.app.change(Scope::Ties, &|campaign, ids| add_person(campaign, ids, TODAY, &told)).unwrap();
    }

    async fn page(&self, path: &str) -> String {
        let request = ask("GET", path).header("cookie", &self.cookie).body(Body::empty()).unwrap();
        let response = self.pages.clone().oneshot(request).await.unwrap();
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        text(response).await
    }

    async fn form(&self, path: &str, fields: &str) -> Response<Body> {
        let request = ask("POST", path).header("cookie", &self.cookie).header("sec-fetch-site", "same-origin");
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        self.pages.clone().oneshot(request.body(Body::from(fields.to_owned())).unwrap()).await.unwrap()
    }

    /// Sends a form that is taken, and gives the page it leads to, with the number of the step.
    async fn taken(&self, path: &str, fields: &str) -> (String, String) {
        let response = self.form(path, fields).await;
        assert_eq!(response.status(), StatusCode::SEE_OTHER, "{path} {fields}");
        let to = response.headers()[header::LOCATION].to_str().unwrap().to_owned();
        (self.page(&to).await, to.rsplit('=').next().unwrap().to_owned())
    }

    fn first(&self) -> PersonId {
        slate(&self.app.campaign().unwrap(), TODAY, 5).slate[0].person.id
    }
}

fn ask(verb: &str, path: &str) -> axum::http::request::Builder {
    Request::builder().method(verb).uri(path).header("host", format!("127.0.0.1:{PORT}"))
}

async fn text(response: Response<Body>) -> String {
    String::from_utf8(to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec()).unwrap()
}

#[tokio::test]
async fn next_shows_the_slate_with_its_reasons() {
    let run = Run::demo().await;
    let slate = slate(&run.app.campaign().unwrap(), TODAY, 5);
    let page = run.page("/next").await;
    let mut after = 0;
    for one in &slate.slate {
        let place = page[after..].find(&format!("id=\"{}\"", one.person.id)).unwrap();
        after += place;
        assert!(page[after..].contains(&one.reasons[0]), "{}", one.person.name);
    }
    assert!(page.contains("Held back for now") && page.contains(&slate.held_back[0].reason));
    assert!(!page.contains("<code>halfhour list mark"), "the way out is a button here");
}

#[tokio::test]
async fn an_empty_next_and_an_empty_list_begin_with_one_name() {
    let run = Run::empty().await;
    for path in ["/next", "/people"] {
        let page = run.page(path).await;
        assert!(page.contains("action=\"/add\"") && page.contains(&format!("value=\"{path}\"")), "{path}");
    }
    let (page, _) = run.taken("/add", "people=Ana+Pereira%2C+Harbor+Freight&respected=yes&back=%2Fnext").await;
    assert!(page.contains("You know and respect them") && page.contains("Ana Pereira"));
}

#[tokio::test]
async fn not_now_puts_somebody_off_and_can_be_taken_back() {
    let run = Run::demo().await;
    let first = run.first();
    let (page, step) = run.taken(&format!("/next/{first}/later"), "until=2026-12-24").await;
    assert!(page.contains(">Undo<"));
    assert_eq!(run.app.campaign().unwrap().people[&first].not_before_on, Some(date(2026, 12, 24)));
    assert_ne!(run.first(), first);
    run.taken("/undo", &format!("step={step}&back=%2Fnext")).await;
    assert_eq!(run.first(), first);
}

#[tokio::test]
async fn a_day_that_makes_no_sense_is_shown_again_with_the_reason() {
    let run = Run::demo().await;
    let first = run.first();
    for (until, words) in [
        ("2026-11-23", "not ahead"),
        ("2028-01-01", "more than a year away"),
        ("whenever", "is not a day"),
        ("", "No day"),
    ] {
        let response = run.form(&format!("/next/{first}/later"), &format!("until={until}")).await;
        assert_eq!(response.status(), StatusCode::BAD_REQUEST, "{until}");
        let page = text(response).await;
        assert!(page.contains(words) && page.contains("<details class=\"later\" open>"), "{until}");
        assert!(page.contains(&format!("value=\"{until}\"")), "{until}");
    }
    assert_eq!(run.app.campaign().unwrap().people[&first].not_before_on, None);
}

#[tokio::test]
async fn never_sets_aside_until_it_is_taken_back_beside_those_held_back() {
    let run = Run::demo().await;
    let first = run.first();
    let path = format!("/next/{first}/mark");
    let (page, _) = run.taken(&path, "mark=never").await;
    assert!(run.app.campaign().unwrap().people[&first].set_aside && page.contains("value=\"again\""));
    run.taken(&path, "mark=again").await;
    assert_eq!(run.first(), first);
    assert!(run.form(&path, "mark=").await.status().is_client_error());
}

#[tokio::test]
async fn a_guess_is_marked_as_respected_where_it_stands() {
    let run = Run::empty().await;
    run.add("Ana Pereira", "Harbor Freight");
    let page = run.page("/next").await;
    assert!(page.contains("A guess: perhaps") && page.contains("Where the guess is right, say so."));
    let (page, _) = run.taken("/next/p1/mark", "mark=respected").await;
    assert!(page.contains("You know and respect them") && !page.contains("A guess: perhaps"));
}

#[tokio::test]
async fn choosing_leads_to_the_person_or_to_the_words() {
    let run = Run::demo().await;
    let first = run.first();
    let page = run.page("/next").await;
    if web::routes::stands("/people/{person}") {
        assert!(page.contains(&format!("href=\"/people/{first}\"")));
    } else {
        assert!(page.contains(&format!("href=\"/next?who={first}#{first}\"")));
        assert!(run.page(&format!("/next?who={first}&form=email")).await.contains("Subject: "));
    }
}

#[tokio::test]
async fn everybody_is_reached_fifty_at_a_time() {
    let run = Run::empty().await;
    for number in 0..120 {
        run.add(&format!("Person {number:03}"), "Harbor Freight");
    }
    let mut reached = 0;
    for (path, from, to) in [("/people", 1, 50), ("/people?page=2", 51, 100), ("/people?page=99", 101, 120)] {
        let page = run.page(path).await;
        assert!(page.contains(&format!("{from} to {to} of 120")), "{path}");
        reached += page.matches("<th scope=\"row\">").count();
    }
    assert_eq!(reached, 120);
}

#[tokio::test]
async fn a_few_letters_and_where_they_stand_find_people() {
    let run = Run::demo().await;
    run.add("Zoë <script>alert(1)</script>", "'; drop table people; --");
    let page = run.page("/people?q=zoe").await;
    assert!(page.contains("1 to 1 of 1") && page.contains("&lt;script&gt;alert") && !page.contains("<script>alert"));
    let met = run.page("/people?stage=met").await;
    assert!(met.contains("Dana Whitfield") && !met.contains("Zoë"));
    assert!(run.page("/people?q=%3Cb%3E&stage=asked").await.contains("fits “<bdi>&lt;b&gt;</bdi>”"));
}

#[tokio::test]
async fn nobody_is_marked_who_is_not_there() {
    let run = Run::demo().await;
    let gone = PersonId::from_number(9_999);
    assert_eq!(run.form(&format!("/next/{gone}/mark"), "mark=never").await.status(), StatusCode::NOT_FOUND);
    assert_eq!(run.form("/next/ana/mark", "mark=never").await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn duplicates_stand_side_by_side_and_are_decided_one_after_the_other() {
    let run = Run::empty().await;
    for (name, organization) in [("Bob Lindqvist", "Harbor"), ("Robert Lindqvist", "Harbor"), ("Ana Quuxley", "Quay")] {
        run.add(name, organization);
    }
    let page = run.page("/people/duplicates").await;
    assert!(page.contains("This is likely one person") && page.contains("The same organization: Harbor."));
    assert!(page.contains("Kept, if they are one") && !page.contains("Quuxley"));
    let later = run.page("/people/duplicates?from=1").await;
    assert!(later.contains("That was the last pair"), "later writes nothing");

    let (page, step) = run.taken("/people/duplicates", "a=p1&b=p2&answer=different&from=0").await;
    assert!(page.contains("Nobody seems to stand on your list twice") && page.contains("are two people"));
    run.taken("/undo", &format!("step={step}&back=%2Fpeople%2Fduplicates")).await;
    run.taken("/people/duplicates", "a=p1&b=p2&answer=same&from=0").await;
    assert_eq!(run.app.campaign().unwrap().everybody().count(), 2);
    assert_eq!(run.form("/people/duplicates", "a=p1&b=p3&answer=perhaps").await.status(), StatusCode::BAD_REQUEST);
}
