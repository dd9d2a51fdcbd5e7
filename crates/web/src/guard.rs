//! The guard: who is let in, in one place. Serves every page.
//!
//! Pages are for browsers on this machine that came in with a token of this run. A name that somebody pointed at this
//! machine is turned away by the `Host`, a page elsewhere that sends our forms by `Sec-Fetch-Site` and `Origin`, and
//! whatever a page of ours might be tricked into loading by the content policy. It refuses to explain itself to whoever
//! is not let in, beyond how to come in.

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use tower_http::csrf::{CsrfLayer, ProtectionError};

use crate::routes::Authority;
use crate::state::App;
use crate::{feed, shell};

/// Where another halfhour shows the secret of the file beside the campaign.
pub const JOINING: &str = "x-halfhour-joining";

/// Headers of every answer. A page may say otherwise for itself, as the style sheet does about being kept.
const HEADERS: &[(&str, &str)] = &[
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action \
         'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "no-referrer"),
    ("cache-control", "no-store"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
];

/// Turns foreign names of this machine away, and puts the headers on every answer.
pub async fn stand(port: u16, request: Request, next: Next) -> Response {
    let mut response = if is_our_host(port, &request) {
        next.run(request).await
    } else {
        shell::plain(StatusCode::MISDIRECTED_REQUEST, "These pages are served on this machine only.")
    };
    for (name, value) in HEADERS {
        response.headers_mut().entry(HeaderName::from_static(name)).or_insert(HeaderValue::from_static(value));
    }
    response
}

/// Turns forms away that a page of somebody else sends.
pub fn same_site() -> CsrfLayer<fn(ProtectionError) -> Response<Body>> {
    let refuse: fn(ProtectionError) -> Response<Body> =
        |_| shell::plain(StatusCode::FORBIDDEN, "This was sent from another page, so nothing was changed.");
    CsrfLayer::new().with_rejection_response(refuse)
}

/// Whether whoever sends these headers may go where that authority is asked for.
pub fn admits(authority: Authority, app: &App, headers: &HeaderMap, path: &str) -> bool {
    match authority {
        Authority::Anybody => true,
        Authority::Seeker => cookie(headers, &key_cookie(app.port())).is_some_and(|word| app.key().is(word)),
        // Calendar programs keep no cookies; the key of the address opens nothing else.
        Authority::Calendar => feed::is_shown(app.file(), path),
        Authority::Halfhour => {
            let shown = headers.get(JOINING).and_then(|word| word.to_str().ok());
            shown.is_some_and(|word| app.joining().is(word))
        }
    }
}

/// The cookie of a browser that was let in. It carries the port, because browsers share cookies among ports.
pub fn key_cookie(port: u16) -> String {
    format!("halfhour-{port}")
}

/// A cookie by its name.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut pairs = cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(key, _)| *key == name).map(|(_, value)| value)
}

/// Whether the address names this machine and our port.
fn is_our_host(port: u16, request: &Request) -> bool {
    let named = request.headers().get_all(header::HOST).iter().map(|host| host.to_str().unwrap_or_default());
    let hosts: Vec<&str> = named.chain(request.uri().authority().map(|authority| authority.as_str())).collect();
    let ours = [format!("127.0.0.1:{port}"), format!("localhost:{port}")];
    !hosts.is_empty() && hosts.iter().all(|host| ours.iter().any(|name| name.eq_ignore_ascii_case(host)))
}
