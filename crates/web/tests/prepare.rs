//! Getting ready for one person, and the call sheet: what the pages hold, what their forms write, and what they refuse.

#![expect(clippy::unwrap_used, reason = "a request that cannot be made is a broken test")]

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use jiff::civil::{Date, date};
use method::ask::Answer;
use method::id::PersonId;
use method::list::add::add_person;
use method::list::edit::{ListEdit, PersonEdit};
use store::{Place, Scope};
use tempfile::TempDir;
use tower::ServiceExt;
use web::App;
use web::routes::router;

const TODAY: Date = date(2026, 11, 23);

/// A run with one person on the list, whose name would break a careless page.
struct Run {
    app: Arc<App>,
    pages: Router,
    who: PersonId,
    cookie: String,
    _folder: TempDir,
}

impl Run {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = Arc::new(App::new(folder.path().join("campaign.db"), Place::Given, Some(TODAY), 4830).unwrap());
        let pages = router(Arc::clone(&app));
        let told = PersonEdit {
            name: Some("<script>alert(1)</script> Osei".to_owned()),
            how_known: Some("we worked the night shift together".to_owned()),
            emails: ListEdit::adding("maya@mercy.example"),
            ..PersonEdit::default()
        };
        app.change(Scope::Ties, &|campaign, ids| add_person(campaign, ids, TODAY, &told)).unwrap();
        let who = *app.campaign().unwrap().people.keys().next().unwrap();
        let invited = app.invite().unwrap();
        let mut run = Run { app, pages, who, cookie: String::new(), _folder: folder };
        let (_, cookie, _) = run.send("GET", invited.split_once("4830").unwrap().1, "", header::SET_COOKIE).await;
        run.cookie = cookie.split(';').next().unwrap().to_owned();
        run
    }

    async fn send(
        &self,
        verb: &str,
        path: &str,
        fields: &str,
        wanted: header::HeaderName,
    ) -> (StatusCode, String, String) {
        let request = Request::builder().method(verb).uri(path).header("host", "127.0.0.1:4830");
        let request = request.header("cookie", &self.cookie).header("sec-fetch-site", "same-origin");
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        let response = self.pages.clone().oneshot(request.body(Body::from(fields.to_owned())).unwrap()).await.unwrap();
        let status = response.status();
        let wanted =
            response.headers().get(wanted).map_or_else(String::new, |value| value.to_str().unwrap().to_owned());
        let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        (status, wanted, String::from_utf8(bytes.to_vec()).unwrap())
    }

    /// A page of this person.
    async fn page(&self, what: &str) -> String {
        let (status, _, page) = self.send("GET", &format!("/people/{}/{what}", self.who), "", header::LOCATION).await;
        assert_eq!(status, StatusCode::OK, "{what}: {page}");
        page
    }

    /// A form of this person that is taken: where it leads.
    async fn taken(&self, what: &str, fields: &str) -> String {
        let path = format!("/people/{}/{what}", self.who);
        let (status, to, page) = self.send("POST", &path, fields, header::LOCATION).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{what} {fields}: {page}");
        to
    }

    /// A form of this person that comes back, with its page.
    async fn back(&self, what: &str, fields: &str) -> String {
        let path = format!("/people/{}/{what}", self.who);
        let (status, _, page) = self.send("POST", &path, fields, header::LOCATION).await;
        assert!(status.is_client_error(), "{what} {fields}: {status}");
        page
    }

    async fn take_back(&self, to: &str) {
        let step = to.rsplit('=').next().unwrap();
        let (status, ..) = self.send("POST", "/undo", &format!("step={step}"), header::LOCATION).await;
        assert_eq!(status, StatusCode::SEE_OTHER);
    }
}

/// The value of a hidden field.
fn hidden<'a>(page: &'a str, name: &str) -> &'a str {
    let after = page.split_once(&format!("name=\"{name}\" value=\"")).unwrap().1;
    after.split_once('"').unwrap().0
}

#[tokio::test]
async fn every_part_is_on_the_page_and_a_name_is_text() {
    let run = Run::new().await;
    for what in ["prepare", "prepare?form=email", "prepare?form=voicemail", "prepare?form=message", "answer", "sheet"] {
        let page = run.page(what).await;
        assert!(!page.contains("<script>alert") && page.contains("&lt;script&gt;alert"), "{what}");
    }
    let page = run.page("prepare?form=email").await;
    for words in ["Why you call", "What you ask", "The ask", "mailto:maya@mercy.example?subject=", "I asked"] {
        assert!(page.contains(words), "{words}");
    }
    assert!(run.page("prepare").await.contains("Their telephone number"), "a number that is not known can be told");
}

#[tokio::test]
async fn nobody_is_prepared_who_is_not_on_the_list() {
    let run = Run::new().await;
    for path in ["/people/p999/prepare", "/people/p999/sheet", "/people/p999/answer", "/people/x/prepare"] {
        assert_eq!(run.send("GET", path, "", header::LOCATION).await.0, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn the_case_keeps_what_was_changed_and_can_be_taken_back() {
    let run = Run::new().await;
    let version = hidden(&run.page("prepare").await, "version").to_owned();
    let to = run.taken("case", &format!("version={version}&purpose=Learn+how+wards+train&why=we+worked")).await;
    assert!(run.page("prepare").await.contains("Learn how wards train"));
    let page = run.back("case", &format!("version={version}&purpose=Something+else")).await;
    assert!(page.contains("Something else"), "a second tab is told, and keeps its words");
    run.take_back(&to).await;
    assert!(!run.page("prepare").await.contains("Learn how wards train"));
}

#[tokio::test]
async fn questions_are_added_moved_removed_and_made_anew() {
    let run = Run::new().await;
    run.taken("questions", "question=What+would+you+do+first%3F").await;
    let page = run.page("prepare").await;
    assert!(page.contains("What would you do first?") && page.contains("Make them anew"));
    let seen = hidden(&page, "seen").to_owned();
    let stale = run.back("questions", "seen=0&remove=1").await;
    assert!(stale.contains("changed elsewhere"));
    run.taken("questions", &format!("seen={seen}&up=2")).await;
    let page = run.page("prepare").await;
    run.taken("questions", &format!("seen={}&remove=1", hidden(&page, "seen"))).await;
    let page = run.page("prepare").await;
    run.taken("questions", &format!("seen={}&fresh=yes", hidden(&page, "seen"))).await;
    assert!(!run.page("prepare").await.contains("What would you do first?"));
    let page = run.back("questions", "question=%3F").await;
    assert!(page.contains("no words in this question"));
}

#[tokio::test]
async fn the_check_says_what_gets_in_the_way_and_keeps_nothing() {
    let run = Run::new().await;
    let before = run.app.campaign().unwrap();
    let path = format!("/people/{}/draft", run.who);
    let fields = "form=email&words=Do+you+know+who+is+hiring+at+your+company%3F";
    let (status, _, page) = run.send("POST", &path, fields, header::LOCATION).await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("Instead: ") && page.contains("Do you know who is hiring at your company?"), "{page}");
    assert!(page.contains("body=Do%20you%20know"), "the letter has the words as they are now");
    assert_eq!(*before, *run.app.campaign().unwrap());
}

#[tokio::test]
async fn an_ask_is_recorded_answered_and_taken_back() {
    let run = Run::new().await;
    let to = run.taken("asked", "form=email&on=2026-11-20&words=Hello%0D%0AMaya&keep=yes").await;
    let ask = run.app.campaign().unwrap().asks.values().next().unwrap().clone();
    assert_eq!((ask.asked_on, ask.words.as_deref()), (date(2026, 11, 20), Some("Hello\nMaya")));
    assert!(run.page("prepare").await.contains("Note the answer"));
    let page = run.back("asked", "form=call&on=2026-11-23&words=Once+more").await;
    assert!(page.contains("Once more"), "a second ask is refused, and its words are still there");
    run.take_back(&to).await;
    assert!(run.app.campaign().unwrap().asks.is_empty());
}

#[tokio::test]
async fn every_answer_has_its_form() {
    let run = Run::new().await;
    run.taken("questions", "question=What+would+you+do+first%3F").await;
    run.taken("asked", "form=call").await;
    for (fields, words) in [
        ("", "What did they say?"),
        ("said=accepted&place=the+gate", "On which day do you meet?"),
        ("said=accepted&on=2026-11-24&at=lunch", "is not a time of day"),
        ("said=not_now", "From which day on?"),
        ("said=someone_else", "Whom did they name?"),
    ] {
        let page = run.back("answer", fields).await;
        assert!(page.contains(words), "{fields}");
        assert!(!fields.contains("gate") || page.contains("the gate"), "what was typed is still there");
    }
    let to = run.taken("answer", "said=accepted&on=2026-11-24&at=14%3A00&place=the+gate").await;
    assert!(to.starts_with(&format!("/people/{}/sheet", run.who)));
    let sheet = run.page("sheet").await;
    assert!(
        sheet.contains("Tuesday 24 November at 14:00, the gate") && sheet.contains("Thank you for making the time")
    );
    run.take_back(&to).await;
    for fields in ["said=declined", "said=silent", "said=not_now&until=2026-12-07"] {
        run.taken("answer", fields).await;
    }
    let to = run.taken("answer", "said=someone_else&named=Sam+Lee%2C+Quay+Hospital").await;
    assert!(to.contains("/prepare"), "on to whom they named: {to}");
    assert_eq!(run.app.campaign().unwrap().asks.values().next().unwrap().answer, Some(Answer::SomeoneElse));
}

#[tokio::test]
async fn a_number_that_is_told_can_be_dialled() {
    let run = Run::new().await;
    run.taken("reach", "form=call&reach=%2B1+555+0100").await;
    assert!(run.page("prepare").await.contains("href=\"tel:+15550100\""));
    assert!(run.back("reach", "form=call&reach=later").await.contains("value=\"later\""));
}
