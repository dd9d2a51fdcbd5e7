//! Coming in: the token of the opening address becomes a cookie. Serves every page.
//!
//! A token is good once. Whoever has come in already is just sent on; whoever has neither learns how to come back.

use axum::http::{HeaderValue, header};
use maud::html;

use crate::secret::Secret;
use crate::visit::{Answer, Visit, redirect};
use crate::{guard, shell};

/// The address that hands in that token.
pub fn address(port: u16, token: &Secret) -> String {
    format!("http://127.0.0.1:{port}/enter?token={}", token.word())
}

/// Takes the token.
pub fn enter(visit: &Visit) -> Answer {
    let name = guard::key_cookie(visit.app.port());
    if visit.cookie(&name).is_some_and(|word| visit.app.key().is(word)) {
        visit.app.take(visit.query("token"));
        return visit.go(first_page(visit));
    }
    if visit.is_head || !visit.app.take(visit.query("token")) {
        return Ok(shell::come_back_in());
    }
    let cookie = format!("{name}={}; HttpOnly; SameSite=Strict; Path=/", visit.app.key().word());
    let to = first_page(visit);
    let mut response = if came_from_elsewhere(visit) { stepping_stone(to) } else { redirect(to) };
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

/// Whether the address was followed from a page of somebody else, such as a terminal in a browser. The browser then
/// keeps a strict cookie to itself along a redirect, but not when a page of ours goes on by itself.
fn came_from_elsewhere(visit: &Visit) -> bool {
    let site = visit.headers.get("sec-fetch-site").and_then(|site| site.to_str().ok());
    site.is_some_and(|site| site == "cross-site" || site == "same-site")
}

/// Whoever has told nothing yet begins with Welcome.
fn first_page(visit: &Visit) -> &'static str {
    let is_new = visit.campaign().is_ok_and(|campaign| campaign.is_empty());
    if is_new { "/welcome" } else { "/" }
}

fn stepping_stone(to: &str) -> axum::response::Response {
    shell::bare(
        axum::http::StatusCode::OK,
        "Come in",
        &html! {
            meta http-equiv="refresh" content={ "0;url=" (to) };
            h1 { "Come in" }
            p { a.btn.first href=(to) { "Go on" } }
        },
    )
}
