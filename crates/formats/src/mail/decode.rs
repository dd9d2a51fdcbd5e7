//! Addresses out of header fields: names in any charset, comments, groups, and what is broken.
//!
//! Serves mailboxes and calendars. It is the only module that knows how headers are encoded. It refuses what is no
//! address, and keeps a name only as far as it can be shown.

use mail_parser::parsers::MessageStream;

use crate::encoding;
use crate::links;

/// The most addresses that are looked at in one field.
const MOST: usize = 1_000;

/// The longest name that is kept, in characters.
const NAME: usize = 100;

/// Somebody in a header field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Party {
    /// Their address in lower case.
    pub address: String,
    /// The name beside it.
    pub name: Option<String>,
}

/// Everybody in a field such as `To`, as its bytes stand in the message, with or without folded lines.
pub(crate) fn parties(field: &[u8]) -> Vec<Party> {
    // The parser takes the last address only when a line ends behind it.
    let mut text = encoding::decode(field).into_owned();
    text.push('\n');
    let mut stream = MessageStream::new(text.as_bytes());
    let Some(addresses) = stream.parse_address().into_address() else {
        return Vec::new();
    };
    let all = addresses.iter().take(MOST).filter_map(|one| {
        let address = links::email(one.address.as_deref()?)?;
        let name = one.name.as_deref().and_then(|name| shown(name, &address));
        Some(Party { address, name })
    });
    all.collect()
}

/// A name as it can be shown; none when it is empty or only says the address again.
pub(crate) fn shown(name: &str, address: &str) -> Option<String> {
    let clean: String = name.chars().filter(|letter| !letter.is_control() && *letter != '\u{fffd}').collect();
    let words: Vec<&str> = clean.split_whitespace().collect();
    let name = words.join(" ");
    let name = name.trim_matches(['"', '\'', ' ']);
    let name: String = in_order(name).chars().take(NAME).collect();
    (!name.is_empty() && !name.contains('@') && name.to_lowercase() != address).then_some(name)
}

/// `Pereira, Ana` as one would say it. A degree behind a comma stays where it is.
fn in_order(name: &str) -> String {
    let Some((family, given)) = name.split_once(", ") else { return name.to_owned() };
    let few = |part: &str| (1..=3).contains(&part.split_whitespace().count());
    let is_degree = given.contains('.') || !given.chars().any(char::is_lowercase);
    if few(family) && few(given) && !given.contains(',') && !is_degree {
        format!("{given} {family}")
    } else {
        name.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::bare("ana@example.com", "ana@example.com", None)]
    #[case::with_a_name("Ana Pereira <Ana@Example.com>", "ana@example.com", Some("Ana Pereira"))]
    #[case::quoted("\"Pereira, Ana\" <ana@example.com>", "ana@example.com", Some("Ana Pereira"))]
    #[case::with_a_degree("\"Ana Pereira, MBA\" <ana@example.com>", "ana@example.com", Some("Ana Pereira, MBA"))]
    #[case::in_a_comment("ana@example.com (Ana Pereira)", "ana@example.com", Some("Ana Pereira"))]
    #[case::utf_8("=?UTF-8?Q?Zo=C3=AB_Brandt?= <zoe@example.com>", "zoe@example.com", Some("Zoë Brandt"))]
    #[case::latin_1("=?iso-8859-1?q?Andr=E9?= Pirard <andre@example.com>", "andre@example.com", Some("André Pirard"))]
    #[case::japanese("=?ISO-2022-JP?B?GyRCO0VFRBsoQg==?= <k@example.jp>", "k@example.jp", Some("仕田"))]
    #[case::cyrillic("=?koi8-r?B?4c7OwQ==?= <anna@example.com>", "anna@example.com", Some("Анна"))]
    #[case::folded(
        "=?utf-8?q?Ana?=\r\n =?utf-8?q?_Pereira?= <ana@example.com>",
        "ana@example.com",
        Some("Ana Pereira")
    )]
    #[case::says_the_address_again("\"ana@example.com\" <ana@example.com>", "ana@example.com", None)]
    #[case::an_unknown_charset("=?x-nothing?q?Ana?= <ana@example.com>", "ana@example.com", Some("Ana"))]
    fn one_party(#[case] field: &str, #[case] address: &str, #[case] name: Option<&str>) {
        let found = parties(field.as_bytes());
        assert_eq!(found, [Party { address: address.into(), name: name.map(str::to_owned) }]);
    }

    #[test]
    fn a_raw_name_in_an_8_bit_code_page_is_read() {
        let found = parties(b"Andr\xe9 Pirard <andre@example.com>");
        assert_eq!(found[0].name.as_deref(), Some("André Pirard"));
    }

    #[rstest]
    #[case::several("a@example.com, B <b@example.com>,c@example.com", &["a@example.com", "b@example.com", "c@example.com"])]
    #[case::a_group("Friends: a@example.com, b@example.com;", &["a@example.com", "b@example.com"])]
    #[case::nobody("undisclosed-recipients:;", &[])]
    #[case::no_address("Ana Pereira", &[])]
    #[case::empty("", &[])]
    fn many_parties(#[case] field: &str, #[case] addresses: &[&str]) {
        let found: Vec<String> = parties(field.as_bytes()).into_iter().map(|party| party.address).collect();
        assert_eq!(found, addresses);
    }

    proptest::proptest! {
        #[test]
        fn no_field_is_too_odd(field in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..200)) {
            parties(&field);
        }

        #[test]
        fn no_text_is_too_odd(field in "([<>\",;:()\\\\=?@ a-z\r\n]|=\\?utf-8\\?q\\?|=\\?utf-8\\?b\\?|\\?=){0,60}") {
            parties(field.as_bytes());
        }
    }
}
