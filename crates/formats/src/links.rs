//! Profile links and e-mail addresses as files write them.
//!
//! Serves the list: two rows with the same link or the same address are the same person. Their one form is that of the
//! method. It refuses a link that leads to no page: in files, what looks like a bare host is something else.

use method::list::address;

pub(crate) use method::list::address::email;

/// A link to a page, as `host/path`.
pub(crate) fn link(raw: &str) -> Option<String> {
    address::link(raw).filter(|link| link.contains('/'))
}

/// Where a path says who somebody is: host, what the path begins with, and how many parts follow.
const NETWORKS: [(&str, &str); 14] = [
    ("linkedin.com", "in/"),
    ("linkedin.com", "pub/"),
    ("xing.com", "profile/"),
    ("github.com", ""),
    ("gitlab.com", ""),
    ("twitter.com", ""),
    ("x.com", ""),
    ("facebook.com", ""),
    ("instagram.com", ""),
    ("threads.net", "@"),
    ("mastodon.social", "@"),
    ("bsky.app", "profile/"),
    ("orcid.org", ""),
    ("researchgate.net", "profile/"),
];

/// A link to the profile of one person. The page of an organization is none: everybody there has it in their card, and
/// the same link is taken for the same person.
pub(crate) fn profile(raw: &str) -> Option<String> {
    let link = link(raw)?;
    let (host, path) = link.split_once('/')?;
    let is_one = |(network, start): &(&str, &str)| {
        let rest = path.strip_prefix(start).filter(|_| host == *network);
        rest.is_some_and(|rest| !rest.is_empty() && (!rest.contains('/') || *start == "pub/"))
    };
    NETWORKS.iter().any(is_one).then_some(link)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("http://www.linkedin.com/in/Anna-Berg/", Some("linkedin.com/in/anna-berg"))]
    #[case("https://github.com/anna", Some("github.com/anna"))]
    #[case::a_company("https://www.linkedin.com/company/northwind", None)]
    #[case::somebodys_code("https://github.com/anna/boats", None)]
    #[case::a_company_site("https://www.northwind.example/about", None)]
    fn a_profile_is_one_persons(#[case] raw: &str, #[case] expected: Option<&str>) {
        assert_eq!(profile(raw).as_deref(), expected);
    }

    #[rstest]
    #[case("https://www.linkedin.com/in/Anna-Berg?trk=x", Some("linkedin.com/in/anna-berg"))]
    #[case("https://www.linkedin.com/", None)]
    #[case("https://www.linkedin.com/in/", None)]
    #[case("urn:li:member:123", None)]
    #[case("16 Dec 2024", None)]
    #[case("n.a", None)]
    #[case("", None)]
    fn a_link_brings_a_page(#[case] raw: &str, #[case] expected: Option<&str>) {
        assert_eq!(link(raw).as_deref(), expected);
    }
}
