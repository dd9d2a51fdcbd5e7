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

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("https://www.linkedin.com/in/Anna-Berg?trk=x", Some("linkedin.com/in/anna-berg"))]
    #[case("https://www.linkedin.com/", None)]
    #[case("https://www.linkedin.com/in/", None)]
    #[case("urn:li:member:123", None)]
    #[case("16 Dec 2024", None)]
    #[case("n.a", None)]
    #[case("", None)]
    fn a_link_leads_to_a_page(#[case] raw: &str, #[case] expected: Option<&str>) {
        assert_eq!(link(raw).as_deref(), expected);
    }
}
