//! Light, dark, or as the system has it: chosen in every page, remembered by the browser. Serves every page.

use axum::http::{HeaderValue, header};
use maud::{Markup, html};

use super::parts::form::back;
use crate::visit::{Answer, Visit};

const COOKIE: &str = "halfhour-look";

/// How the pages look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
    /// As the system has it.
    AsTheSystem,
}

impl Look {
    /// The word for the style sheet; none when the system decides.
    pub fn theme(self) -> Option<&'static str> {
        match self {
            Look::Light => Some("light"),
            Look::Dark => Some("dark"),
            Look::AsTheSystem => None,
        }
    }

    fn of(word: &str) -> Look {
        match word {
            "light" => Look::Light,
            "dark" => Look::Dark,
            _ => Look::AsTheSystem,
        }
    }
}

/// What the browser remembers.
pub fn chosen(visit: &Visit) -> Look {
    Look::of(visit.cookie(COOKIE).unwrap_or_default())
}

/// Three small buttons.
pub fn switch(visit: &Visit) -> Markup {
    let chosen = chosen(visit);
    let looks = [("light", Look::Light, "Light"), ("dark", Look::Dark, "Dark"), ("system", Look::AsTheSystem, "Auto")];
    html! {
        form.look method="post" action="/look" {
            (back(&visit.path))
            @for (word, look, says) in looks {
                button name="look" value=(word) aria-pressed=(if look == chosen { "true" } else { "false" }) { (says) }
            }
        }
    }
}

/// Remembers the choice for a year.
pub fn choose(visit: &Visit) -> Answer {
    let word = Look::of(visit.field("look")).theme().unwrap_or("system");
    let cookie = format!("{COOKIE}={word}; HttpOnly; SameSite=Strict; Path=/; Max-Age=31536000");
    let mut response = crate::visit::redirect(&visit.back("/"));
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}
