//! E-mail addresses, telephone numbers and links, and whether they belong to one person or to many.
//!
//! Serves the question whether two entries are one person. It refuses to take for proof what people share: a role address,
//! a switchboard, the front page of a company.

use crate::list::role::is_role;

/// An e-mail address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// As written.
    pub written: String,
    /// What is equal for one mailbox.
    pub key: String,
    /// What stands before the sign, in letters and digits.
    pub local: String,
    /// Whether it belongs to a role and not to a person: info@, office@.
    pub is_role: bool,
}

impl Address {
    /// Reads an address that is in its normal form already.
    pub fn of(written: &str) -> Self {
        let (local, host) = written.split_once('@').unwrap_or((written, ""));
        let local = local.split('+').next().unwrap_or(local);
        let plain: String = local.chars().filter(char::is_ascii_alphanumeric).collect();
        let dotless = matches!(host, "gmail.com" | "googlemail.com");
        let key = if dotless { format!("{plain}@gmail.com") } else { format!("{local}@{host}") };
        Address { written: written.to_owned(), key, local: plain, is_role: is_role(written) }
    }
}

/// A telephone number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    /// As written.
    pub written: String,
    /// The last nine digits, which are equal with and without the prefix of a country.
    pub key: String,
}

impl Phone {
    /// Reads a number; none when it is too short to be one.
    pub fn of(written: &str) -> Option<Self> {
        let digits: String = written.chars().filter(char::is_ascii_digit).collect();
        let key = digits.get(digits.len().saturating_sub(9)..)?.to_owned();
        (key.len() >= 7).then(|| Phone { written: written.trim().to_owned(), key })
    }
}

/// A link, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// The link.
    pub key: String,
    /// Whose.
    pub kind: LinkKind,
}

/// Whose a link is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkKind {
    /// The page of one person on a network where everybody has one.
    Person,
    /// A page somewhere.
    Page,
    /// The front of a place that many people share.
    Shared,
}

impl Profile {
    /// Reads a link that is in its normal form already.
    pub fn of(link: &str) -> Self {
        let (host, path) = link.split_once('/').unwrap_or((link, ""));
        let path = path.to_lowercase();
        let starts = |beginnings: &[&str]| beginnings.iter().any(|beginning| path.starts_with(beginning));
        let kind = match host {
            "linkedin.com" if starts(&["in/", "pub/"]) => LinkKind::Person,
            "linkedin.com" => LinkKind::Shared,
            "xing.com" | "bsky.app" if starts(&["profile/"]) => LinkKind::Person,
            "github.com" | "gitlab.com" | "twitter.com" | "x.com" | "facebook.com" | "instagram.com" | "orcid.org"
                if !path.is_empty() && !path.contains('/') =>
            {
                LinkKind::Person
            }
            _ if path.is_empty() || starts(&["about", "contac", "team", "company", "kontakt", "impressum"]) => {
                LinkKind::Shared
            }
            _ => LinkKind::Page,
        };
        Profile { key: link.to_owned(), kind }
    }

    /// The network of which it is one person's page; two people have two of them.
    pub fn network(&self) -> Option<&str> {
        (self.kind == LinkKind::Person).then(|| self.key.split('/').next().unwrap_or_default())
    }
}

/// Whether an address or a link, in its normal form, is one that people share.
pub fn is_shared(address: &str) -> bool {
    if address.contains('@') { Address::of(address).is_role } else { Profile::of(address).kind == LinkKind::Shared }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("info@harbor.example", true)]
    #[case("no-reply@harbor.example", true)]
    #[case("jobs.berlin@harbor.example", true)]
    #[case("sales2@harbor.example", true)]
    #[case("contacto@harbor.example", true)]
    #[case("it@harbor.example", true)]
    #[case("ana@harbor.example", false)]
    #[case("hello.kitty@harbor.example", false)]
    #[case("infomaniac@harbor.example", false)]
    fn an_address_of_a_role(#[case] address: &str, #[case] is_role: bool) {
        assert_eq!(Address::of(address).is_role, is_role);
    }

    #[rstest]
    #[case("ana+work@harbor.example", "ana@harbor.example")]
    #[case("ana.pereira@gmail.com", "anapereira@googlemail.com")]
    fn one_mailbox(#[case] a: &str, #[case] b: &str) {
        assert_eq!(Address::of(a).key, Address::of(b).key);
    }

    #[rstest]
    #[case("+47 22 33 44 555", Some("223344555"))]
    #[case("(022) 33 44 555", Some("223344555"))]
    #[case("4555", None)]
    #[case("ring me", None)]
    fn a_number_with_and_without_its_country(#[case] written: &str, #[case] key: Option<&str>) {
        assert_eq!(Phone::of(written).map(|phone| phone.key).as_deref(), key);
    }

    #[rstest]
    #[case("linkedin.com/in/ana", LinkKind::Person)]
    #[case("linkedin.com/company/harbor", LinkKind::Shared)]
    #[case("github.com/ana", LinkKind::Person)]
    #[case("github.com/harbor/tools", LinkKind::Page)]
    #[case("harbor.example", LinkKind::Shared)]
    #[case("harbor.example/people/ana", LinkKind::Page)]
    fn whose_a_link_is(#[case] link: &str, #[case] kind: LinkKind) {
        assert_eq!(Profile::of(link).kind, kind);
    }
}
