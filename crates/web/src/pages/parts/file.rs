//! What leaves as a file: anything with a name to save it under, and a page that stands by itself. Serves the call sheet, the
//! page to share, the map, the calendar and Your files.

use axum::body::Body;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use maud::{DOCTYPE, Markup, html};

use crate::assets::STYLE;

/// What a saved page may do: look like itself, and nothing else.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// An answer that the browser saves under that name. Where the name cannot stand in a header, the browser names it.
pub fn saved_as(name: &str, kind: &'static str, content: impl Into<Body>) -> Response {
    let mut response = Response::new(content.into());
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    if let Ok(name) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    response
}

/// A page with its looks inside and no way out of it: one file, which loads nothing.
pub fn by_itself(title: &str, class: &str, content: &Markup) -> String {
    let whole = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                title { (title) }
                style { (maud::PreEscaped(STYLE.text())) }
            }
            body { main class=(class) { (content) } }
        }
    };
    whole.into_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_its_name_and_kind() {
        let response = saved_as("a search.ics", "text/calendar; charset=utf-8", "BEGIN:VCALENDAR");
        assert_eq!(response.headers()[header::CONTENT_DISPOSITION], "attachment; filename=\"a search.ics\"");
        assert_eq!(response.headers()[header::CONTENT_TYPE], "text/calendar; charset=utf-8");
    }

    #[test]
    fn a_name_that_no_header_takes_leaves_the_naming_to_the_browser() {
        assert!(!saved_as("a\nb", "text/csv", "").headers().contains_key(header::CONTENT_DISPOSITION));
    }

    #[test]
    fn a_page_by_itself_loads_nothing() {
        let page = by_itself("A search", "alone", &html! { p { "Hello" } });
        assert!(page.contains("default-src &#39;none&#39;") || page.contains("default-src 'none'"));
        assert!(!page.contains("href=") && !page.contains("src=\""));
    }
}
