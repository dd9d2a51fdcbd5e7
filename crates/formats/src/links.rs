//! Profile links and e-mail addresses in the one form in which they can be compared.
//!
//! Serves the list: two rows with the same link or the same address are the same person. It refuses whatever is no
//! link to a page or no address, and never asks the network.

/// A link as `host/path`: lower-case host without scheme, `www.` and country, no query, no fragment, no final slash;
/// percent signs decoded where that gives a letter or a digit. A path on linkedin.com is in lower case.
pub(crate) fn link(raw: &str) -> Option<String> {
    let raw = raw.trim();
    let bare = raw.split_once("://").map_or(raw, |(_, rest)| rest).trim_start_matches('/');
    let bare = bare.split(['?', '#']).next().unwrap_or_default();
    let (host, path) = bare.split_once('/')?;
    let host = host_name(host)?;
    let path = decoded(path);
    let path = path.trim_matches('/');
    let path = if host == "linkedin.com" { profile(&path.to_lowercase()) } else { path.to_owned() };
    let tail = path.rsplit('/').next().unwrap_or_default();
    let plain = !path.chars().any(|c| c.is_whitespace() || c.is_control());
    (plain && !tail.is_empty() && !matches!(tail, "in" | "pub")).then(|| format!("{host}/{path}"))
}

/// The address in lower case, without `mailto:`.
pub(crate) fn email(raw: &str) -> Option<String> {
    let address = raw.trim().trim_matches(['<', '>']).to_lowercase();
    let address = address.strip_prefix("mailto:").unwrap_or(&address);
    let (local, domain) = address.split_once('@')?;
    let odd = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '@' | ',' | ';' | '<' | '>');
    let good = !local.is_empty() && domain.contains('.') && !address.replacen('@', "", 1).contains(odd);
    (good && !domain.starts_with('.') && !domain.ends_with('.')).then(|| address.to_owned())
}

fn host_name(host: &str) -> Option<String> {
    let host = host.rsplit('@').next()?.split(':').next()?.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let good = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.');
    if !host.contains('.') || host.starts_with('.') || host.ends_with('.') || !host.chars().all(good) {
        return None;
    }
    Some(if host.ends_with(".linkedin.com") { "linkedin.com".to_owned() } else { host.to_owned() })
}

/// `in/anna-berg/de` is the German face of `in/anna-berg`.
fn profile(path: &str) -> String {
    match path.strip_prefix("in/").and_then(|rest| rest.split('/').next()) {
        Some(slug) => format!("in/{slug}"),
        None => path.to_owned(),
    }
}

/// Decodes percent signs where they stand for letters, digits, `-`, `.`, `_` and `~`; the others stay, in upper case.
fn decoded(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, after @ ..] = rest {
        let escaped = (*first == b'%').then(|| after.get(..2)).flatten().and_then(hex);
        match escaped {
            Some(byte) if byte >= 0x80 || byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) => bytes.push(byte),
            Some(byte) => bytes.extend(format!("%{byte:02X}").bytes()),
            None => bytes.push(*first),
        }
        rest = if escaped.is_some() { &after[2..] } else { after };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| path.to_owned())
}

fn hex(digits: &[u8]) -> Option<u8> {
    let digits = std::str::from_utf8(digits).ok().filter(|text| text.bytes().all(|b| b.is_ascii_hexdigit()))?;
    u8::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::as_exported("https://www.linkedin.com/in/anna-berg", "linkedin.com/in/anna-berg")]
    #[case::without_scheme("www.linkedin.com/in/anna-berg", "linkedin.com/in/anna-berg")]
    #[case::bare("linkedin.com/in/anna-berg/", "linkedin.com/in/anna-berg")]
    #[case::of_a_country("http://de.linkedin.com/in/Anna-Berg?trk=x#top", "linkedin.com/in/anna-berg")]
    #[case::in_a_language("https://www.linkedin.com/in/anna-berg/de", "linkedin.com/in/anna-berg")]
    #[case::percent_encoded("https://www.linkedin.com/in/zo%C3%AB-brandt", "linkedin.com/in/zoë-brandt")]
    #[case::percent_encoded_in_lower_case(
        "https://www.linkedin.com/in/zo%c3%ab%2dbrandt",
        "linkedin.com/in/zoë-brandt"
    )]
    #[case::decoded_already("https://www.linkedin.com/in/zoë-brandt", "linkedin.com/in/zoë-brandt")]
    #[case::with_a_slash_that_is_none("linkedin.com/in/a%2fb", "linkedin.com/in/a%2fb")]
    #[case::old_public_profile("http://www.linkedin.com/pub/Anna-Berg/1/2b/3c4", "linkedin.com/pub/anna-berg/1/2b/3c4")]
    #[case::elsewhere("https://www.Example.com/People/Anna", "example.com/People/Anna")]
    fn a_link_has_one_form(#[case] raw: &str, #[case] expected: &str) {
        assert_eq!(link(raw).as_deref(), Some(expected));
        assert_eq!(link(expected).as_deref(), Some(expected), "twice is once");
    }

    #[rstest]
    #[case("")]
    #[case("NA")]
    #[case("https://www.linkedin.com/")]
    #[case("https://www.linkedin.com/in/")]
    #[case("urn:li:member:123")]
    #[case("16 Dec 2024")]
    #[case("https:///in/anna")]
    fn no_link(#[case] raw: &str) {
        assert_eq!(link(raw), None);
    }

    #[rstest]
    #[case("Anna.Berg@Example.COM ", Some("anna.berg@example.com"))]
    #[case("mailto:anna@example.com", Some("anna@example.com"))]
    #[case("anna at example.com", None)]
    #[case("anna@", None)]
    #[case("anna@@example.com", None)]
    #[case("anna@example", None)]
    fn an_address_has_one_form(#[case] raw: &str, #[case] expected: Option<&str>) {
        assert_eq!(email(raw).as_deref(), expected);
    }
}
