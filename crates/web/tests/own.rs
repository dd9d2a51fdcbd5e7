//! Momentum, the map and the seeker's own page: what they show, and that what is typed there is kept and can be undone.

#![expect(clippy::unwrap_used, reason = "a request that cannot be made is a broken test")]

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, Response, StatusCode, header};
use jiff::civil::{Date, date};
use method::campaign::Campaign;
use method::demo::demo;
use store::{Place, Scope};
use tempfile::TempDir;
use tower::ServiceExt;
use web::App;
use web::routes::router;

const TODAY: Date = date(2026, 11, 23);

struct Run {
    app: Arc<App>,
    pages: Router,
    _folder: TempDir,
}

impl Run {
    fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = Arc::new(App::new(folder.path().join("campaign.db"), Place::Given, Some(TODAY), 4830).unwrap());
        Run { pages: router(Arc::clone(&app)), app, _folder: folder }
    }

    fn demo() -> Self {
        let run = Run::empty();
        run.app.change(Scope::Ties, &|campaign, ids| demo(campaign, ids, TODAY)).unwrap();
        run
    }

    fn campaign(&self) -> Arc<Campaign> {
        self.app.campaign().unwrap()
    }

    async fn send(&self, verb: &str, path: &str, fields: &[(&str, &str)]) -> Response<Body> {
        let address = self.app.invite().unwrap();
        let enter = ask("GET", address.split_once("4830").unwrap().1).body(Body::empty()).unwrap();
        let entered = self.pages.clone().oneshot(enter).await.unwrap();
        let cookie = entered.headers()[header::SET_COOKIE].to_str().unwrap().split(';').next().unwrap().to_owned();
        let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = ask(verb, path).header("cookie", cookie).header("sec-fetch-site", "same-origin");
        let request = request.header("content-type", "application/x-www-form-urlencoded").body(Body::from(form));
        self.pages.clone().oneshot(request.unwrap()).await.unwrap()
    }

    async fn page(&self, path: &str) -> String {
        let response = self.send("GET", path, &[]).await;
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        text(response).await
    }

    /// Sends the form of a part of `/me`, as it stands on the page at present, with these words.
    async fn tell(&self, part: &str, fields: &[(&str, &str)]) -> Response<Body> {
        let page = self.page("/me").await;
        let form = page.split_once(&format!("action=\"/me/{part}\"")).unwrap().1;
        let seen = form.split_once("name=\"seen\" value=\"").unwrap().1.split('"').next().unwrap().to_owned();
        let all = [&[("seen", seen.as_str())], fields].concat();
        self.send("POST", &format!("/me/{part}"), &all).await
    }
}

fn ask(verb: &str, path: &str) -> axum::http::request::Builder {
    Request::builder().method(verb).uri(path).header("host", "127.0.0.1:4830")
}

async fn text(response: Response<Body>) -> String {
    String::from_utf8(to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec()).unwrap()
}

fn holds(page: &str, all: &[&str]) {
    for words in all {
        assert!(page.contains(words), "“{words}” is missing in {page}");
    }
}

#[tokio::test]
async fn momentum_draws_the_weeks_and_says_them_too() {
    let page = Run::demo().page("/momentum").await;
    holds(&page, &["<title id=\"weeks-title\">", "<desc id=\"weeks-told\">", "The same as a table", "16 Nov 2026"]);
    holds(&page, &["Made the call for you", " led to ", "Waits for ", "One conversation leads to about"]);
}

#[tokio::test]
async fn the_map_is_a_list_within_a_list() {
    let page = Run::demo().page("/map").await;
    holds(&page, &["Who led to whom", "<ul><li><div class=\"place\">", "Dana Whitfield", "Talked, they "]);
    assert!(page.matches("class=\"place\"").count() > 10);
}

#[tokio::test]
async fn before_anything_happened_each_page_says_how_it_begins() {
    let run = Run::empty();
    holds(&run.page("/momentum").await, &["begin with your first ask", "btn first"]);
    holds(&run.page("/map").await, &["no map to draw", "btn first"]);
    holds(&run.page("/me").await, &["What would help", "href=\"#direction\"", "href=\"#strengths\"", "href=\"#week\""]);
}

#[tokio::test]
async fn what_is_told_is_kept_said_and_taken_back() {
    let run = Run::empty();
    let response =
        run.tell("direction", &[("search", "change_careers"), ("fields", "patient safety\r\ntraining")]).await;
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    assert_eq!(run.campaign().direction.fields, ["patient safety", "training"]);
    let to = response.headers()[header::LOCATION].to_str().unwrap().to_owned();
    holds(&run.page(&to).await, &[">Undo<", "patient safety\ntraining"]);
    let step = to.rsplit('=').next().unwrap();
    run.send("POST", "/undo", &[("step", step), ("back", "/me")]).await;
    assert!(run.campaign().direction.fields.is_empty());
}

#[tokio::test]
async fn a_strength_gets_its_proof_and_goes_again() {
    let run = Run::empty();
    let (name, proof) = (("strength", "calming a ward"), ("proof", "no fall in a year"));
    run.tell("strengths", &[name, ("proof", "")]).await;
    run.tell("strengths", &[name, proof, ("strength", ""), ("proof", "")]).await;
    let proofs: Vec<_> = run.campaign().strengths.values().map(|one| one.proof.clone()).collect();
    assert_eq!(proofs, [Some("no fall in a year".to_owned())]);
    run.tell("strengths", &[name, proof, ("strength", "Calming a ward"), ("proof", "")]).await;
    assert_eq!(run.campaign().strengths.len(), 1);
    holds(&run.page("/me").await, &["value=\"no fall in a year\""]);
    run.send("POST", "/me/strengths/drop", &[name]).await;
    assert!(run.campaign().strengths.values().all(|one| one.dropped));
}

#[tokio::test]
async fn ideas_come_and_are_laid_aside() {
    let run = Run::empty();
    run.send("POST", "/me/ideas", &[("idea", "training in hospitals")]).await;
    let idea = run.campaign().ideas.values().next().unwrap().id.to_string();
    run.send("POST", "/me/ideas/drop", &[("dropped", &idea)]).await;
    assert!(run.campaign().ideas.values().all(|one| one.dropped));
    assert!(run.send("POST", "/me/ideas", &[]).await.status().is_client_error());
}

#[tokio::test]
async fn who_is_not_employed_any_more_has_no_employer() {
    let run = Run::empty();
    let employer = ("employer", "Harbor Hospital");
    run.tell("you", &[("name", "Mia Lund"), ("employed", "yes"), employer]).await;
    assert_eq!(run.campaign().seeker.employer.as_deref(), Some("Harbor Hospital"));
    run.tell("you", &[("name", "Mia Lund"), ("employed", "no"), employer]).await;
    assert_eq!((run.campaign().seeker.employed_now, run.campaign().seeker.employer.clone()), (Some(false), None));
}

#[tokio::test]
async fn a_refusal_keeps_the_words() {
    let run = Run::demo();
    let before = run.campaign();
    for (fields, words) in [
        ([("slots", "tue 10:00\nsometime"), ("conversations", "3")], "is not a time in a week"),
        ([("slots", "sometime else\n"), ("conversations", "many")], "is not a number of conversations"),
        ([("slots", "mon 9:15"), ("conversations", "4000")], "do not fit into a week"),
    ] {
        let response = run.tell("week", &fields).await;
        assert!(response.status().is_client_error());
        let page = text(response).await;
        holds(&page, &[words, fields[0].1.trim(), &format!("value=\"{}\"", fields[1].1)]);
    }
    assert_eq!(before.week, run.campaign().week);
}

#[tokio::test]
async fn a_form_from_an_old_tab_overwrites_nothing() {
    let run = Run::empty();
    run.tell("you", &[("name", "Mia Lund")]).await;
    let response = run.send("POST", "/me/you", &[("seen", "0123456789abcdef"), ("name", "Somebody")]).await;
    assert!(response.status().is_client_error());
    holds(&text(response).await, &["changed elsewhere", "value=\"Somebody\""]);
    assert_eq!(run.campaign().seeker.name.as_deref(), Some("Mia Lund"));
}

#[tokio::test]
async fn a_search_is_closed_and_taken_up_again() {
    let run = Run::demo();
    run.send("POST", "/me/search", &[("search", "close")]).await;
    assert_eq!(run.campaign().direction.closed_on, Some(TODAY));
    holds(&run.page("/me").await, &["Take it up again"]);
    run.send("POST", "/me/search", &[("search", "reopen")]).await;
    assert_eq!(run.campaign().direction.closed_on, None);
}

#[tokio::test]
async fn what_the_seeker_writes_is_text() {
    let run = Run::empty();
    let script = "<script>alert(1)</script>";
    run.tell("you", &[("name", script), ("headline", "\"><b>")]).await;
    run.tell("strengths", &[("strength", script), ("proof", script)]).await;
    run.send("POST", "/me/ideas", &[("idea", script)]).await;
    let page = run.page("/me").await;
    assert!(!page.contains("<script>alert") && !page.contains("\"><b>") && page.contains("&lt;script&gt;alert"));
}
