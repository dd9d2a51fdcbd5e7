//! What every page loads besides itself: one style sheet, one module of ours and one mark, all of them built in.
//!
//! Serves every page. Each address holds a fingerprint of the content, so that browsers may keep it until it changes. It
//! refuses to load anything from elsewhere.

use std::sync::LazyLock;

use axum::body::Body;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use sha2::{Digest, Sha256};

use crate::error::Trouble;
use crate::visit::{Answer, Visit};

/// One built-in file.
pub struct Asset {
    kind: &'static str,
    text: &'static str,
    name: String,
}

/// The style sheet: four files, sent as one.
pub static STYLE: LazyLock<Asset> = LazyLock::new(|| {
    let whole = concat!(
        include_str!("../assets/style/frame.css"),
        "\n",
        include_str!("../assets/style/parts.css"),
        "\n",
        include_str!("../assets/style/people.css"),
        "\n",
        include_str!("../assets/style/search.css"),
    );
    Asset::new("style", "css", "text/css; charset=utf-8", whole)
});

/// The module that only makes things nicer.
pub static NICER: LazyLock<Asset> =
    LazyLock::new(|| Asset::new("nicer", "js", "text/javascript; charset=utf-8", include_str!("../assets/nicer.js")));

/// The mark in the tab.
pub static MARK: LazyLock<Asset> =
    LazyLock::new(|| Asset::new("mark", "svg", "image/svg+xml", include_str!("../assets/mark.svg")));

impl Asset {
    fn new(stem: &str, ending: &str, kind: &'static str, text: &'static str) -> Self {
        let print: String = Sha256::digest(text).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        Asset { kind, text, name: format!("{stem}.{print}.{ending}") }
    }

    /// What is in it.
    pub fn text(&self) -> &'static str {
        self.text
    }

    /// Its address.
    pub fn address(&self) -> String {
        format!("/assets/{}", self.name)
    }
}

/// Serves one of them.
pub fn serve(visit: &Visit) -> Answer {
    let name: String = visit.part("name")?;
    let asset = [&*STYLE, &*NICER, &*MARK].into_iter().find(|asset| asset.name == name).ok_or(Trouble::NoSuchPage)?;
    let mut response = Response::new(Body::from(asset.text));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=31536000, immutable"));
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_block_of_the_stylesheet_closes() {
        let mut depth = 0_i32;
        for (line, text) in (1..).zip(STYLE.text.lines()) {
            assert!(!text.starts_with("/*") || depth == 0, "line {line} begins a part inside another");
            depth += text.chars().map(|sign| i32::from(sign == '{') - i32::from(sign == '}')).sum::<i32>();
        }
        assert_eq!(depth, 0);
    }

    #[test]
    fn a_dark_screen_prints_as_dark_words_as_a_light_one() {
        let (screen, paper) = STYLE.text.split_once("@media print {").unwrap();
        let (selectors, _) = paper[paper.find(":root").unwrap()..].split_once(" {").unwrap();
        let dark = screen.split("--paper: #15171a").filter_map(|before| before.rsplit_once(":root")).count();
        assert_eq!(dark, 3, "the dark colours stand twice");
        for selector in [":root[data-theme]", ":root:not([data-theme=\"light\"])"] {
            assert!(selectors.contains(selector), "{selectors} is weaker than {selector}");
        }
    }
}
