//! One run of the app on a campaign file of its own, and a browser that was let in.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::request::Builder;
use axum::http::{HeaderMap, Request, Response, StatusCode, header};
use jiff::civil::{Date, date};
use method::campaign::Campaign;
use method::demo::demo;
use method::list::add::add_person;
use method::list::edit::PersonEdit;
use store::{Place, Scope};
use tempfile::TempDir;
use tower::ServiceExt;
use web::App;
use web::routes::router;

/// The day on which every test plays.
pub const TODAY: Date = date(2026, 11, 23);

/// The port that the run believes to have.
pub const PORT: u16 = 4830;

/// A run of the app, with the cookie of a browser that was let in.
pub struct Run {
    pub app: Arc<App>,
    pub cookie: String,
    pages: Router,
    _folder: TempDir,
}

/// What was answered.
pub struct Told {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub page: String,
}

impl Told {
    /// Where a taken form leads.
    pub fn to(&self) -> String {
        self.headers[header::LOCATION].to_str().unwrap().to_owned()
    }
}

impl Run {
    /// Nobody on the list, nothing told.
    pub async fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = Arc::new(App::new(folder.path().join("campaign.db"), Place::Given, Some(TODAY), PORT).unwrap());
        let mut run = Run { pages: router(Arc::clone(&app)), app, cookie: String::new(), _folder: folder };
        let entered = run.raw(ask("GET", &run.invitation()).body(Body::empty()).unwrap()).await;
        let cookie = entered.headers()[header::SET_COOKIE].to_str().unwrap();
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), "{cookie}");
        run.cookie = cookie.split(';').next().unwrap().to_owned();
        run
    }

    /// The invented search of ten weeks.
    pub async fn demo() -> Self {
        let run = Run::empty().await;
        run.app.change(Scope::Ties, &|campaign, ids| demo(campaign, ids, TODAY)).unwrap();
        run
    }

    /// One person of that name on the list, who is p1.
    pub async fn with(name: &str) -> Self {
        let run = Run::empty().await;
        run.add(&PersonEdit { name: Some(name.to_owned()), ..PersonEdit::default() });
        run
    }

    /// Puts a person on the list.
    pub fn add(&self, told: &PersonEdit) {
        self.app.change(Scope::Ties, &|campaign, ids| add_person(campaign, ids, TODAY, told)).unwrap();
    }

    /// Everything, as it stands.
    pub fn campaign(&self) -> Arc<Campaign> {
        self.app.campaign().unwrap()
    }

    /// The path with a fresh token, which lets one browser in.
    pub fn invitation(&self) -> String {
        self.app.invite().unwrap().split_once(&PORT.to_string()).unwrap().1.to_owned()
    }

    /// Sends a request just as it is.
    pub async fn raw(&self, request: Request<Body>) -> Response<Body> {
        self.pages.clone().oneshot(request).await.unwrap()
    }

    /// Sends what a page of ours would send, with the cookie.
    pub async fn send(&self, verb: &str, path: &str, fields: &str) -> Told {
        let request = ask(verb, path).header("cookie", &self.cookie).header("sec-fetch-site", "same-origin");
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        let response = self.raw(request.body(Body::from(fields.to_owned())).unwrap()).await;
        let (status, headers) = (response.status(), response.headers().clone());
        Told { status, headers, page: text(response).await }
    }

    /// The page at that path, which stands.
    pub async fn page(&self, path: &str) -> String {
        let told = self.send("GET", path, "").await;
        assert_eq!(told.status, StatusCode::OK, "{path}: {}", told.page);
        told.page
    }

    /// What looking at that path comes to.
    pub async fn status(&self, path: &str) -> StatusCode {
        self.send("GET", path, "").await.status
    }

    /// Sends a form that is taken, and gives where it leads.
    pub async fn taken(&self, path: &str, fields: &str) -> String {
        let told = self.send("POST", path, fields).await;
        assert_eq!(told.status, StatusCode::SEE_OTHER, "{path} {fields}: {}", told.page);
        told.to()
    }

    /// Sends a form that is not taken and changes nothing, and gives the page that says why.
    pub async fn refused(&self, path: &str, fields: &str) -> String {
        let before = self.campaign();
        let told = self.send("POST", path, fields).await;
        assert!(told.status.is_client_error(), "{path} {fields}: {}", told.status);
        assert_eq!(*before, *self.campaign(), "nothing is written");
        told.page
    }

    /// Takes back the step that this address names, as the page there offers to.
    pub async fn undo(&self, to: &str) {
        self.taken("/undo", &format!("step={}", to.rsplit('=').next().unwrap())).await;
    }
}

/// The beginning of a request to this run.
pub fn ask(verb: &str, path: &str) -> Builder {
    Request::builder().method(verb).uri(path).header("host", format!("127.0.0.1:{PORT}"))
}

/// The whole answer as text.
pub async fn text(response: Response<Body>) -> String {
    String::from_utf8(to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec()).unwrap()
}

/// Fields as a form sends them.
pub fn form(fields: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}

/// The value of the first hidden field of that name.
pub fn hidden<'a>(page: &'a str, name: &str) -> &'a str {
    page.split_once(&format!("name=\"{name}\" value=\"")).unwrap().1.split('"').next().unwrap()
}

/// Fails unless all these words stand on the page.
pub fn holds(page: &str, all: &[&str]) {
    for words in all {
        assert!(page.contains(words), "“{words}” is missing in {page}");
    }
}
