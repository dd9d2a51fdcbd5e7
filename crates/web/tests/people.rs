//! After the call, and the page of one person: they show, write, keep what was typed, and can be taken back.

#![expect(clippy::unwrap_used, reason = "a request that cannot be made is a broken test")]

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, Response, StatusCode, header};
use jiff::civil::{Date, date};
use method::conversation::Ladder;
use method::demo::demo;
use method::id::{Id, PersonId};
use method::list::add::add_person;
use method::list::edit::PersonEdit;
use store::{Place, Scope};
use tempfile::TempDir;
use tower::ServiceExt;
use web::App;
use web::routes::router;

const TODAY: Date = date(2026, 11, 23);
const PORT: u16 = 4830;

/// A run of the app on a file of its own, with a browser that was let in.
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
        let (pages, address) = (router(Arc::clone(&app)), app.invite().unwrap());
        let mut run = Run { pages, app, cookie: String::new(), _folder: folder };
        let response = run.send("GET", address.split_once("4830").unwrap().1, "").await;
        let cookie = response.headers()[header::SET_COOKIE].to_str().unwrap();
        run.cookie = cookie.split(';').next().unwrap().to_owned();
        run
    }

    async fn demo() -> Self {
        let run = Run::empty().await;
        run.app.change(Scope::Ties, &|campaign, ids| demo(campaign, ids, TODAY)).unwrap();
        run
    }

    /// A campaign with one person of that name, who is p1.
    async fn with(name: &str) -> Self {
        let run = Run::empty().await;
        let told = PersonEdit { name: Some(name.to_owned()), ..PersonEdit::default() };
        run.app.change(Scope::Ties, &|campaign, ids| add_person(campaign, ids, TODAY, &told)).unwrap();
        run
    }

    async fn send(&self, verb: &str, path: &str, fields: &str) -> Response<Body> {
        let request = Request::builder().method(verb).uri(path).header("host", format!("127.0.0.1:{PORT}"));
        let request = request.header("cookie", &self.cookie).header("sec-fetch-site", "same-origin");
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        self.pages.clone().oneshot(request.body(Body::from(fields.to_owned())).unwrap()).await.unwrap()
    }

    async fn page(&self, path: &str) -> (StatusCode, String) {
        read(self.send("GET", path, "").await).await
    }

    /// Sends a form that is taken, and gives where it leads.
    async fn taken(&self, path: &str, fields: &str) -> String {
        let response = self.send("POST", path, fields).await;
        if response.status() != StatusCode::SEE_OTHER {
            panic!("{}", read(response).await.1);
        }
        response.headers()[header::LOCATION].to_str().unwrap().to_owned()
    }

    /// Sends a form that is not taken, and gives the page that says why.
    async fn refused(&self, path: &str, fields: &str) -> String {
        let before = self.app.campaign().unwrap();
        let (status, page) = read(self.send("POST", path, fields).await).await;
        assert!(status.is_client_error(), "{status}");
        assert_eq!(*before, *self.app.campaign().unwrap(), "nothing is written");
        page
    }

    async fn undo(&self, to: &str) {
        self.taken("/undo", &format!("step={}", to.rsplit('=').next().unwrap())).await;
    }
}

async fn read(response: Response<Body>) -> (StatusCode, String) {
    let status = response.status();
    (status, String::from_utf8(to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec()).unwrap())
}

/// What the form of a page remembers of what it showed.
fn seen(page: &str) -> &str {
    page.split_once("name=\"seen\" value=\"").unwrap().1.split('"').next().unwrap()
}

#[tokio::test]
async fn everybody_in_the_demo_has_a_page_and_a_form_for_the_talk() {
    let run = Run::demo().await;
    for person in run.app.campaign().unwrap().people.keys() {
        for path in [format!("/people/{person}"), format!("/people/{person}/talk")] {
            let (status, page) = run.page(&path).await;
            assert_eq!(status, StatusCode::OK, "{path}");
            assert!(!page.contains("halfhour list"), "{path} speaks of commands that have a page");
        }
    }
    for talk in run.app.campaign().unwrap().conversations.values() {
        let (status, page) = run.page(&format!("/people/{}/talk/{}", talk.person, talk.id)).await;
        assert_eq!(status, StatusCode::OK, "{}", talk.id);
        assert!(page.contains("What follows") && page.contains("What you kept"));
    }
}

#[tokio::test]
async fn somebody_who_is_not_there_has_no_page() {
    let run = Run::empty().await;
    for path in ["/people/p1", "/people/p1/talk", "/people/p1/talk/c1", "/people/x", "/people/p1/talk/x"] {
        assert_eq!(run.page(path).await.0, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn a_name_with_markup_is_text() {
    let run = Run::with("<script>alert(1)</script>").await;
    let fields = "ladder=named_someone&name1=%3Cscript%3Ealert%282%29&learned=%3Cscript%3Ealert%283%29";
    let after = run.taken("/people/p1/talk", fields).await;
    for path in ["/people/p1", "/people/p1/talk", "/people/p2", &after] {
        let (status, page) = run.page(path).await;
        assert_eq!(status, StatusCode::OK, "{path}");
        assert!(page.contains("&lt;script&gt;alert") && !page.contains("<script>alert"), "{path}");
    }
}

#[tokio::test]
async fn a_talk_is_kept_leads_to_moves_and_can_be_taken_back() {
    let run = Run::with("Ana Pereira").await;
    let fields = "ladder=named_someone&learned=Ports+train+again&name1=Dan+Okafor&at1=Mercy+Health&introduces1=yes\
                  &name2=Sam+Lee%2C+Quay&promised=send+the+outline&promised_by=2026-11-27&they_promised=pass+it+on\
                  &warmer=Training%3B+Safety&colder=Sales&organizations=Harbor+Freight&held_on=2026-11-20";
    let after = run.taken("/people/p1/talk", fields).await;
    assert!(after.starts_with("/people/p1/talk/c1?done="), "{after}");
    let campaign = run.app.campaign().unwrap();
    let talk = campaign.conversations.values().next().unwrap();
    assert_eq!((talk.ladder, talk.held_on, talk.directions.len()), (Ladder::NamedSomeone, date(2026, 11, 20), 3));
    assert_eq!((campaign.people.len(), campaign.referrals.len(), campaign.commitments.len()), (3, 2, 2));
    let (_, page) = run.page(&after).await;
    let words = ["Thank Ana Pereira", "Dan Okafor", "Mercy Health", "Sam Lee", "Quay", "send the outline", ">Undo<"];
    for words in words {
        assert!(page.contains(words), "{words}");
    }
    run.undo(&after).await;
    assert!(run.app.campaign().unwrap().conversations.is_empty());
    assert_eq!(run.app.campaign().unwrap().people.len(), 1, "the named go with it");
}

#[tokio::test]
async fn a_talk_that_is_not_taken_keeps_what_was_typed() {
    let run = Run::with("Ana Pereira").await;
    let cases = [
        ("", "Nothing is told there yet"),
        ("ladder=made_the_call&learned=much", "Whom did they name?”"),
        ("ladder=listened&learned=much&held_on=2026-11-30", "much"),
        ("ladder=listened&learned=much&at2=Mercy", "Mercy"),
        ("ladder=listened&learned=much&promised=call&promised_by=soonish", "soonish"),
    ];
    for (fields, words) in cases {
        let page = run.refused("/people/p1/talk", fields).await;
        assert!(page.contains(words) && page.contains("role=\"alert\""), "{fields}: {page}");
        assert!(fields.is_empty() || page.contains("much") && page.contains(" checked"), "{fields}");
        assert!(!page.contains("--"), "{fields}: flags are for the command line");
    }
}

#[tokio::test]
async fn the_same_talk_twice_leads_to_the_first() {
    let run = Run::with("Ana Pereira").await;
    run.taken("/people/p1/talk", "ladder=listened").await;
    let page = run.refused("/people/p1/talk", "ladder=listened&learned=more").await;
    assert!(page.contains("href=\"/people/p1/talk/c1\"") && page.contains("more</textarea>"), "{page}");
    run.taken("/people/p1/talk", "ladder=listened&another=yes").await;
    assert_eq!(run.app.campaign().unwrap().conversations.len(), 2);
}

#[tokio::test]
async fn a_talk_can_be_added_to_unless_it_changed_meanwhile() {
    let run = Run::with("Ana Pereira").await;
    run.taken("/people/p1/talk", "ladder=listened&learned=one").await;
    let (_, page) = run.page("/people/p1/talk/c1").await;
    let fields = format!("seen={}&ladder=listened&learned=two&name1=Dan&held_on=2026-11-23", seen(&page));
    let after = run.taken("/people/p1/talk/c1", &fields).await;
    let campaign = run.app.campaign().unwrap();
    let talk = campaign.conversations.values().next().unwrap();
    assert_eq!((talk.learned.as_deref(), talk.ladder), (Some("two"), Ladder::NamedSomeone));
    let page = run.refused("/people/p1/talk/c1", &fields.replace("two", "three")).await;
    assert!(page.contains("changed elsewhere") && page.contains("three"), "{page}");
    run.undo(&after).await;
    assert!(run.page("/people/p1/talk/c1").await.1.contains("one"));
    assert_eq!(run.page("/people/p2/talk/c1").await.0, StatusCode::NOT_FOUND, "it was not with them");
}

#[tokio::test]
async fn promises_are_settled_and_introductions_noted() {
    let run = Run::with("Ana Pereira").await;
    run.taken("/people/p1/talk", "ladder=made_the_call&name1=Dan&introduces1=yes&promised=call").await;
    run.taken("/promises/m1", "state=kept&back=/people/p1").await;
    assert!(run.page("/people/p1").await.1.contains("You kept your promise"));
    let referral = *run.app.campaign().unwrap().referrals.keys().next().unwrap();
    let to = run.taken("/people/p2/introduced", &format!("referral={referral}&back=/people/p1")).await;
    assert!(to.starts_with("/people/p1?done="), "{to}");
    assert!(run.page("/people/p2").await.1.contains("introduced you"));
}

#[tokio::test]
async fn what_was_told_about_a_person_can_be_changed() {
    let run = Run::with("Ana Pereira").await;
    let (_, page) = run.page("/people/p1").await;
    let fields = "name=Ana+P.&organization=Quay&emails=Ana%40quay.example%2C+ana%40home.example&known_since=2018\
                  &valued_for=how+calm+you+are&respected=yes&not_before=2026-12-01";
    let fields = format!("seen={}&{fields}", seen(&page));
    let to = run.taken("/people/p1", &fields).await;
    let campaign = run.app.campaign().unwrap();
    let ana = &campaign.people[&PersonId::from_number(1)];
    assert_eq!(ana.emails, ["ana@quay.example", "ana@home.example"]);
    assert_eq!((ana.known_since_on, ana.not_before_on), (Some(date(2018, 1, 1)), Some(date(2026, 12, 1))));
    assert!(ana.respected && !ana.close);
    let (_, page) = run.page(&to).await;
    assert!(page.contains("You know and respect them") && page.contains("mailto:ana@quay.example"), "{page}");
    let page = run.refused("/people/p1", &fields.replace("calm", "slow")).await;
    assert!(page.contains("changed elsewhere") && page.contains("how slow you are"));
    let fields = format!("seen={}&name=Ana&known_since=long+ago&notes=kept", seen(&page));
    let page = run.refused("/people/p1", &fields).await;
    assert!(page.contains("is not a time") && page.contains("kept</textarea>"));
    run.undo(&to).await;
    assert!(run.page("/people/p1").await.1.contains("Ana Pereira"));
}
