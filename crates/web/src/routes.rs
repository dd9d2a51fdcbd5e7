//! Every page: one table of path, method, page and authority. The router is built from it, and the tests walk it.
//!
//! Serves every step. A new page is its file in `pages/` and its line here. A GET changes nothing; a change is a POST and
//! is answered with a redirect to a GET.

use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::middleware::from_fn;
use axum::response::Response;
use axum::routing::{MethodFilter, on};

use crate::error::Trouble;
use crate::pages::parts::quiet;
use crate::pages::{
    add, check, closing, duplicates, entries, history, import, look, map, me, method, momentum, next, opportunities,
    organizations, people, person, prepare, promises, search, settings, share, sheet, story, talk, today, week,
    welcome,
};
use crate::state::App;
use crate::visit::{Answer, Visit};
use crate::{assets, enter, guard, join, reading, shell};

/// One line of the table.
#[derive(Debug, Clone, Copy)]
pub struct Route {
    /// Looking, or sending a form.
    pub verb: Verb,
    /// The path; `{person}` stands for a part of it.
    pub path: &'static str,
    /// Who may come.
    pub authority: Authority,
    /// How much may be sent along, in bytes.
    pub limit: usize,
    /// Whether files may be sent along.
    pub takes_files: bool,
    page: fn(&Visit) -> Answer,
}

/// What is done at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// Looking. It changes nothing.
    Get,
    /// Sending a form.
    Post,
}

/// Who may come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Authority {
    /// A browser that was let in with a token of this run.
    Seeker,
    /// A calendar program that was given the address with its key.
    Calendar,
    /// Another halfhour of the same account, which has read the file beside the campaign.
    Halfhour,
    /// Anybody on this machine: nothing of the campaign is there.
    Anybody,
}

/// A form of words, a pasted list included.
const WORDS: usize = 2 << 20;

/// Every page. The order is that of the method.
pub const ROUTES: &[Route] = &[
    get("/", today::show),
    get("/today", today::by_name),
    post("/moves/{part}/done", today::done),
    post("/moves/{part}/later", today::later),
    post("/moves/{part}/not-needed", today::not_needed),
    get("/week", week::show),
    post("/week", week::keep),
    post("/week/feed", week::address),
    get("/calendar.ics", week::saved),
    get("/calendar/{key}", week::read).open_to(Authority::Calendar),
    get("/next", next::show),
    post("/next/{person}/later", next::later),
    post("/next/{person}/mark", next::mark),
    get("/people", people::show),
    get("/people/duplicates", duplicates::show),
    post("/people/duplicates", duplicates::answer),
    get("/add", add::show),
    post("/add", add::add),
    get("/people/{person}", person::show),
    post("/people/{person}", person::edit),
    post("/people/{person}/known", person::tie::say),
    get("/people/{person}/entries", entries::show),
    post("/people/{person}/merge", entries::merge),
    post("/people/{person}/split", entries::split),
    post("/people/{person}/part", entries::part),
    post("/people/{person}/promises", promises::add),
    get("/people/{person}/talk", talk::show),
    post("/people/{person}/talk", talk::record),
    get("/people/{person}/talk/{talk}", talk::after),
    post("/people/{person}/talk/{talk}", talk::correct),
    post("/people/{person}/introduced", talk::introduced),
    post("/promises/{promise}", talk::settle),
    post("/promises/{promise}/edit", promises::edit),
    get("/people/{person}/prepare", prepare::show),
    post("/people/{person}/case", prepare::case::write),
    post("/people/{person}/questions", prepare::questions::write),
    post("/people/{person}/draft", prepare::draft::checked),
    post("/people/{person}/words", prepare::draft::words),
    post("/people/{person}/reach", prepare::reach),
    post("/people/{person}/asked", prepare::draft::asked),
    get("/people/{person}/answer", prepare::answer::show),
    post("/people/{person}/answer", prepare::answer::write),
    post("/people/{person}/meeting", prepare::meeting::write),
    get("/people/{person}/sheet", sheet::show),
    get("/people/{person}/sheet.html", sheet::saved),
    get("/people/{person}/meeting.ics", sheet::calendar),
    get("/check", check::show),
    post("/check", check::read),
    get("/story", story::show),
    post("/story", story::write),
    post("/story/check", story::check),
    get("/story/{story}", story::aloud),
    post("/story/{story}", story::rewrite),
    post("/story/{story}/aside", story::aside),
    get("/organizations", organizations::show),
    post("/organizations", organizations::add),
    get("/organizations/{organization}", organizations::one),
    post("/organizations/{organization}", organizations::aim),
    get("/opportunities", opportunities::show),
    post("/opportunities", opportunities::add),
    post("/opportunities/{opportunity}", opportunities::edit),
    post("/opportunities/{opportunity}/step", opportunities::step),
    get("/momentum", momentum::show),
    get("/map", map::show),
    get("/map.svg", map::picture),
    get("/share", share::show),
    get("/share.html", share::saved),
    get("/closing", closing::show),
    post("/closing", closing::search),
    post("/closing/begin", closing::begin),
    post("/closing/{person}/thanked", closing::thanked),
    get("/me", me::show),
    post("/me/you", me::you),
    post("/me/direction", me::direction),
    post("/me/strengths", me::strengths),
    post("/me/strengths/drop", me::drop_strength),
    post("/me/ideas", me::ideas),
    post("/me/ideas/drop", me::drop_idea),
    post("/me/week", me::week),
    post("/me/holidays", me::holidays).with_files(me::HOLIDAYS_AT_MOST),
    post("/me/past", me::past),
    post("/me/past/drop", me::drop_past),
    post("/me/search", me::search),
    get("/welcome", welcome::questions::show),
    post("/welcome", welcome::questions::answer).with_files(import::AT_MOST),
    get("/welcome/people", welcome::people::show),
    post("/welcome/people", welcome::people::write),
    post("/welcome/respect", welcome::people::respect),
    get("/welcome/talked", welcome::talked::show),
    post("/welcome/talked", welcome::talked::write),
    get("/welcome/work", welcome::work::show),
    get("/welcome/first", welcome::first::show),
    get("/import", import::show),
    post("/import", import::bring).with_files(import::AT_MOST),
    get("/import/{job}", import::result),
    post("/import/{job}", import::again),
    post("/import/{job}/people", import::offered::add),
    get("/import/{job}/left-out", import::left_out),
    get("/settings", settings::show),
    get("/settings/download/{what}", settings::download::download),
    post("/settings/restore", settings::bring_back).with_files(settings::AT_MOST),
    get("/settings/forget", settings::forget::choose),
    get("/settings/forget/{person}", settings::forget::ask),
    post("/settings/forget/{person}", settings::forget::forget),
    post("/settings/quiet", quiet::answer),
    get("/method", method::show),
    get("/search", search::show),
    get("/history", history::show),
    post("/undo", history::undo),
    post("/look", look::choose),
    get("/enter", enter::enter).open_to(Authority::Anybody),
    post("/join", join::answer).open_to(Authority::Halfhour),
    get("/assets/{name}", assets::serve).open_to(Authority::Anybody),
];

const fn get(path: &'static str, page: fn(&Visit) -> Answer) -> Route {
    Route { verb: Verb::Get, path, authority: Authority::Seeker, limit: WORDS, takes_files: false, page }
}

const fn post(path: &'static str, page: fn(&Visit) -> Answer) -> Route {
    Route { verb: Verb::Post, path, authority: Authority::Seeker, limit: WORDS, takes_files: false, page }
}

impl Route {
    const fn open_to(self, authority: Authority) -> Self {
        Route { authority, ..self }
    }

    /// Takes files up to that many bytes in all. They are in `visit.files`.
    const fn with_files(self, limit: usize) -> Self {
        Route { limit, takes_files: true, ..self }
    }
}

/// Whether there is a page to look at with that path, as it stands in the table. What links to pages asks here first.
pub fn stands(path: &str) -> bool {
    ROUTES.iter().any(|route| route.verb == Verb::Get && route.path == path)
}

/// The pages of one run, behind the guard.
pub fn router(app: Arc<App>) -> Router {
    let mut router = Router::new();
    for route in ROUTES {
        let filter = match route.verb {
            Verb::Get => MethodFilter::GET,
            Verb::Post => MethodFilter::POST,
        };
        let page = move |State(app): State<Arc<App>>, request: Request| run(route, app, request);
        router = router.route(route.path, on(filter, page));
    }
    let stray = |State(app): State<Arc<App>>, request: Request| stray(app, request, Trouble::NoSuchPage);
    let wrong = |State(app): State<Arc<App>>, request: Request| self::stray(app, request, Trouble::NotToLookAt);
    let guarded = router
        .fallback(stray)
        .method_not_allowed_fallback(wrong)
        .layer(guard::same_site())
        .layer(DefaultBodyLimit::disable());
    let port = app.port();
    guarded.layer(from_fn(move |request, next| guard::stand(port, request, next))).with_state(app)
}

/// Lets in whom the line of the table lets in, and shows its page.
async fn run(route: &'static Route, app: Arc<App>, request: Request) -> Response {
    if !guard::admits(route.authority, &app, request.headers(), request.uri().path()) {
        return shell::come_back_in();
    }
    let (visit, read) = reading::visit(app, request, route).await;
    let page = move || {
        let answer = read.and_then(|()| (route.page)(&visit));
        answer.unwrap_or_else(|trouble| shell::trouble(&visit, &trouble))
    };
    tokio::task::spawn_blocking(page).await.unwrap_or_else(|_| shell::broken())
}

/// An address without a line in the table, or with another method.
async fn stray(app: Arc<App>, request: Request, trouble: Trouble) -> Response {
    if !guard::admits(Authority::Seeker, &app, request.headers(), request.uri().path()) {
        return shell::come_back_in();
    }
    let visit = Visit::bare(app, request);
    let shown = tokio::task::spawn_blocking(move || shell::trouble(&visit, &trouble)).await;
    shown.unwrap_or_else(|_| shell::broken())
}
