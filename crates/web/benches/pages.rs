//! How long the server takes for a page when 30,000 people are on the list: `cargo bench -p web`.
//!
//! The app is warm, as it is after its first page. Two baselines stand in the same run, so that figures from different
//! machines can be compared as ratios: a file that is served as it lies, and the frame around a page that is not there.

#![expect(clippy::expect_used, reason = "a measurement that cannot be set up has nothing to measure")]

use std::sync::{Arc, OnceLock};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use divan::Bencher;
use jiff::civil::{Date, date};
use method::campaign::Campaign;
use method::change::{Change, Decision};
use method::demo::demo;
use method::id::Ids;
use method::list::{Correspondence, Letters, Person, Record, Source};
use store::{Place, Scope};
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tower::ServiceExt;
use web::App;
use web::routes::router;

const TODAY: Date = date(2026, 11, 23);
const PORT: u16 = 4864;
const PEOPLE: u32 = 30_000;

/// An address without a page, in the frame that every page has.
const FRAME: &str = "/nowhere";

/// The pages that are looked at most, and those that look through everybody. What is not built yet is left out.
const PAGES: &[(&str, &str)] = &[
    ("/", "/"),
    ("/next", "/next"),
    ("/people", "/people"),
    ("/people", "/people?q=fam"),
    ("/people", "/people?page=500"),
    ("/people/{person}", "/people/p12"),
    ("/people/{person}/prepare", "/people/p12/prepare"),
    ("/people/{person}/sheet", "/people/p12/sheet"),
    ("/momentum", "/momentum"),
    ("/organizations", "/organizations"),
    ("/search", "/search?q=given7"),
];

fn main() {
    divan::main();
}

/// One warm app for all of them.
struct Warm {
    runtime: Runtime,
    pages: Router,
    cookie: String,
    _folder: TempDir,
}

fn warm() -> &'static Warm {
    static WARM: OnceLock<Warm> = OnceLock::new();
    WARM.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a place for temporary files");
        let file = folder.path().join("campaign.db");
        let app = Arc::new(App::new(file, Place::Given, Some(TODAY), PORT).expect("randomness"));
        app.change(Scope::Ties, &|campaign, ids| demo(campaign, ids, TODAY)).expect("the invented search");
        app.change(Scope::Ties, &many).expect("an import");
        let runtime = Runtime::new().expect("a runtime");
        let pages = router(Arc::clone(&app));
        let address = app.invite().expect("randomness");
        let path = address.split_once(&PORT.to_string()).expect("an address with its port").1;
        let request = ask(path).body(Body::empty()).expect("a request");
        let entered = runtime.block_on(pages.clone().oneshot(request)).expect("an answer");
        let cookie = entered.headers()[header::SET_COOKIE].to_str().expect("a cookie");
        let cookie = cookie.split(';').next().unwrap_or_default().to_owned();
        Warm { runtime, pages, cookie, _folder: folder }
    })
}

/// A long career: people of a file, and letters with a third of them.
fn many(_: &Campaign, ids: &Ids) -> Decision {
    let source = Source {
        id: ids.fresh(),
        importer: "linkedin_connections".into(),
        file: "Connections.csv".into(),
        digest: "ab".repeat(32),
        imported_on: TODAY,
        said: None,
    };
    let mut changes: Vec<Change> = vec![source.clone().into()];
    for place in 1..=PEOPLE {
        let person = Person::untold(ids.fresh(), TODAY);
        let record = record(ids, &person, &source, place);
        if place % 3 == 0 {
            let on = date(2016 + i16::try_from(place % 10).unwrap_or(0), 3, 14);
            let days = [(on, Letters { sent: 1, received: 2, met: 0 })].into();
            let address = record.links[0].clone();
            changes.push(Correspondence { id: ids.fresh(), importer: "mbox".into(), address, days }.into());
        }
        changes.extend([Change::from(record), person.into()]);
    }
    Ok(changes)
}

fn record(ids: &Ids, person: &Person, source: &Source, place: u32) -> Record {
    let (given, family) = (format!("Given{}", place % 97), format!("Family{}", place / 97));
    let link = format!("linkedin.com/in/person-{place}");
    Record {
        birthday: None,
        postal: Vec::new(),
        other_names: Vec::new(),
        id: ids.fresh(),
        person: person.id,
        source: source.id,
        row_key: link.clone(),
        place,
        name: format!("{given} {family}"),
        given: Some(given),
        family: Some(family),
        emails: Vec::new(),
        phones: Vec::new(),
        links: vec![link],
        organization: Some(format!("Firm {}, Inc.", place % 1_311)),
        title: Some(format!("Role {}", place % 123)),
        connected_on: Some(date(2018, 6, 18)),
        past: Vec::new(),
    }
}

fn ask(path: &str) -> axum::http::request::Builder {
    Request::builder().uri(path).header("host", format!("127.0.0.1:{PORT}"))
}

/// Asks for a page, all of it.
fn body(warm: &Warm, path: &str, expected: StatusCode) -> Vec<u8> {
    let request = ask(path).header("cookie", &warm.cookie).body(Body::empty()).expect("a request");
    warm.runtime.block_on(async {
        let answer = warm.pages.clone().oneshot(request).await.expect("an answer");
        assert_eq!(answer.status(), expected, "{path}");
        to_bytes(answer.into_body(), usize::MAX).await.expect("a whole page").to_vec()
    })
}

fn measure(bencher: Bencher, path: &str, expected: StatusCode) {
    let warm = warm();
    body(warm, path, expected);
    bencher.bench_local(|| body(warm, path, expected));
}

#[divan::bench]
fn baseline_a_file_as_it_lies(bencher: Bencher) {
    let page = String::from_utf8(body(warm(), FRAME, StatusCode::NOT_FOUND)).expect("a page is text");
    let style = page.split("href=\"/assets/").nth(1).and_then(|rest| rest.split('"').next()).expect("a style sheet");
    measure(bencher, &format!("/assets/{style}"), StatusCode::OK);
}

#[divan::bench]
fn baseline_the_frame_alone(bencher: Bencher) {
    measure(bencher, FRAME, StatusCode::NOT_FOUND);
}

#[divan::bench(args = PAGES.iter().filter(|(row, _)| web::routes::stands(row)).map(|(_, path)| *path))]
fn page(bencher: Bencher, path: &str) {
    measure(bencher, path, StatusCode::OK);
}

/// One write: a mark that is set and taken back by turns, until the answer says where to go on.
#[divan::bench]
fn write_one_mark(bencher: Bencher) {
    let warm = warm();
    let mut marks = ["never", "again"].into_iter().cycle();
    bencher.bench_local(|| {
        let request = Request::post("/next/p12/mark").header("host", format!("127.0.0.1:{PORT}"));
        let request = request.header("cookie", &warm.cookie).header("sec-fetch-site", "same-origin");
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        let form = format!("mark={}", marks.next().unwrap_or_default());
        let request = request.body(Body::from(form)).expect("a request");
        let answer = warm.runtime.block_on(warm.pages.clone().oneshot(request)).expect("an answer");
        assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    });
}

/// Next after a write: the slate is made anew.
#[divan::bench]
fn next_after_a_write(bencher: Bencher) {
    let warm = warm();
    let mut many = [6_u32, 7].into_iter().cycle();
    bencher.bench_local(|| body(warm, &format!("/next?many={}", many.next().unwrap_or(5)), StatusCode::OK));
}
