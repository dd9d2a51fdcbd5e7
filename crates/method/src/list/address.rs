//! E-mail addresses and profile links in the one form in which they can be compared.
//!
//! Serves the list: the same address or the same link is the same person. It refuses whatever is no address and no link
//! to a page, and asks no network.

use crate::change::Refusal;

/// The address in lower case, without `mailto:` and angle brackets. None when it cannot be one.
pub fn email(raw: &str) -> Option<String> {
    let address = raw.trim().trim_matches(['<', '>']).to_lowercase();
    let address = address.strip_prefix("mailto:").unwrap_or(&address);
    let (local, domain) = address.split_once('@')?;
    let odd =
        |letter: char| letter.is_whitespace() || letter.is_control() || matches!(letter, '@' | ',' | ';' | '<' | '>');
    let good = !local.is_empty()
        && !local.contains(odd)
        && domain.contains('.')
        && !domain.contains(odd)
        && !domain.contains("..");
    (good && !domain.starts_with('.') && !domain.ends_with('.')).then(|| address.to_owned())
}

/// The address, or why it is none.
///
/// # Errors
/// When it does not look like an e-mail address.
pub fn needed_email(raw: &str) -> Result<String, Refusal> {
    email(raw).ok_or_else(|| {
        Refusal::usage(
            format!("“{}” does not look like an e-mail address.", raw.trim()),
            "Write it like ana@example.com.",
        )
    })
}

/// A link as `host/path`: lower-case host without scheme, `www.` and country, no query, no fragment, no final slash;
/// percent signs decoded where that gives a letter or a digit. A path on linkedin.com is in lower case.
pub fn link(raw: &str) -> Option<String> {
    let raw = raw.trim();
    let bare = raw.split_once("://").map_or(raw, |(_, rest)| rest);
    let bare = bare.trim_start_matches('/').split(['?', '#']).next()?;
    let (host, path) = bare.split_once('/').unwrap_or((bare, ""));
    let host = host_name(host)?;
    let path = decoded(path);
    let path = path.trim_matches('/');
    if path.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return None;
    }
    if host != "linkedin.com" {
        return Some(format!("{host}/{path}").trim_end_matches('/').to_owned());
    }
    let path = profile(&path.to_lowercase());
    let tail = path.rsplit('/').next().unwrap_or_default();
    (!matches!(tail, "" | "in" | "pub")).then(|| format!("{host}/{path}"))
}

/// The link, or why it is none.
///
/// # Errors
/// When it does not look like a link to a page.
pub fn needed_link(raw: &str) -> Result<String, Refusal> {
    link(raw).ok_or_else(|| {
        Refusal::usage(
            format!("“{}” does not look like a link to a page.", raw.trim()),
            "Copy it from the browser, for instance linkedin.com/in/ana-pereira.",
        )
    })
}

fn host_name(host: &str) -> Option<String> {
    let host = host.split(':').next()?.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let good = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.');
    let whole = host.contains('.') && !host.starts_with('.') && !host.ends_with('.');
    if !whole || !host.chars().all(good) {
        return None;
    }
    let known = host.ends_with(".linkedin.com");
    Some(if known { "linkedin.com" } else { host }.to_owned())
}

/// `in/anna-berg/de` is the German face of `in/anna-berg`.
fn profile(path: &str) -> String {
    let slug = path.strip_prefix("in/").and_then(|rest| rest.split('/').next());
    slug.map_or_else(|| path.to_owned(), |slug| format!("in/{slug}"))
}

/// Decodes percent signs where they stand for letters, digits, `-`, `.`, `_` and `~`; the others stay, in upper case.
fn decoded(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, after @ ..] = rest {
        let escaped = (*first == b'%').then(|| after.get(..2)).flatten().and_then(hex);
        match escaped {
            Some(byte) if byte >= 0x80 || byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) => {
                bytes.push(byte);
            }
            Some(byte) => bytes.extend(format!("%{byte:02X}").bytes()),
            None => bytes.push(*first),
        }
        rest = after.get(if escaped.is_some() { 2 } else { 0 }..).unwrap_or_default();
    }
    String::from_utf8(bytes).unwrap_or_else(|_| path.to_owned())
}

fn hex(digits: &[u8]) -> Option<u8> {
    let digits = std::str::from_utf8(digits).ok()?;
    let all = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    u8::from_str_radix(digits, 16).ok().filter(|_| all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Anna.Berg@Example.COM ", Some("anna.berg@example.com"))]
    #[case("mailto:anna@example.com", Some("anna@example.com"))]
    #[case("anna at example.com", None)]
    #[case("anna@", None)]
    #[case("@example.com", None)]
    #[case("anna@@example.com", None)]
    #[case("anna@example", None)]
    #[case("anna@example..com", None)]
    #[case("", None)]
    fn an_address_has_one_form(#[case] raw: &str, #[case] kept: Option<&str>) {
        assert_eq!(email(raw).as_deref(), kept);
    }

    #[rstest]
    #[case::as_copied("https://www.linkedin.com/in/anna-berg/", "linkedin.com/in/anna-berg")]
    #[case::bare("linkedin.com/in/anna-berg", "linkedin.com/in/anna-berg")]
    #[case::of_a_country("http://de.linkedin.com/in/Anna-Berg?trk=x#top", "linkedin.com/in/anna-berg")]
    #[case::in_a_language("https://www.linkedin.com/in/anna-berg/de", "linkedin.com/in/anna-berg")]
    #[case::percent_encoded("linkedin.com/in/zo%C3%AB-brandt", "linkedin.com/in/zoë-brandt")]
    #[case::percent_encoded_in_small("https://www.linkedin.com/in/zo%c3%ab%2dbrandt", "linkedin.com/in/zoë-brandt")]
    #[case::with_a_slash_that_is_none("linkedin.com/in/a%2fb", "linkedin.com/in/a%2fb")]
    #[case::old_public_profile("http://www.linkedin.com/pub/Anna-Berg/1/2b/3c4", "linkedin.com/pub/anna-berg/1/2b/3c4")]
    #[case::elsewhere("https://www.Example.com/People/Anna", "example.com/People/Anna")]
    #[case::a_site("https://anna.example", "anna.example")]
    fn a_link_has_one_form(#[case] raw: &str, #[case] kept: &str) {
        assert_eq!(link(raw).as_deref(), Some(kept));
        assert_eq!(link(kept).as_deref(), Some(kept), "twice is once");
    }

    #[rstest]
    #[case("")]
    #[case("NA")]
    #[case("https://www.linkedin.com/in/")]
    #[case("urn:li:member:123")]
    #[case("https:///in/anna")]
    #[case("100%")]
    fn no_link(#[case] raw: &str) {
        assert_eq!(link(raw), None);
    }
}
