//! Quoted-printable, as address books before 3.0 wrote everything that is not ASCII.
//!
//! Serves the list. Without a named character set the bytes are UTF-8 when they can be, else the code page that most
//! telephones had. It refuses to lose what is no code: such a sign stays as it is.

use encoding_rs::{Encoding, WINDOWS_1252};

/// The text that these codes stand for.
pub(super) fn decode(coded: &str, charset: Option<&str>) -> String {
    let bytes = bytes(coded);
    let named = charset.and_then(|name| Encoding::for_label(name.trim().as_bytes()));
    match (named, std::str::from_utf8(&bytes)) {
        (None, Ok(text)) => text.to_owned(),
        (named, _) => named.unwrap_or(WINDOWS_1252).decode_without_bom_handling(&bytes).0.into_owned(),
    }
}

fn bytes(coded: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(coded.len());
    let mut rest = coded.as_bytes();
    while let [first, after @ ..] = rest {
        let code = (*first == b'=').then(|| after.get(..2)).flatten().and_then(hex);
        match code {
            Some(byte) => {
                out.push(byte);
                rest = &after[2..];
            }
            None => {
                out.push(*first);
                rest = after;
            }
        }
    }
    out
}

fn hex(digits: &[u8]) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    match digits {
        [high, low] => Some(digit(*high)? * 16 + digit(*low)?),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::utf_8("Zo=C3=AB", Some("UTF-8"), "Zoë")]
    #[case::in_small_letters("Zo=c3=ab", Some("utf-8"), "Zoë")]
    #[case::a_code_page("Zo=EB", Some("ISO-8859-1"), "Zoë")]
    #[case::another_code_page("=A3ukasz", Some("ISO-8859-2"), "Łukasz")]
    #[case::without_a_name("Zo=C3=AB", None, "Zoë")]
    #[case::without_a_name_and_no_utf_8("Zo=EB", None, "Zoë")]
    #[case::an_unknown_name("Zo=C3=AB", Some("X-PHONE"), "Zoë")]
    #[case::no_code("1 = 2 =ZZ =", None, "1 = 2 =ZZ =")]
    #[case::line_ends("a=0D=0Ab", None, "a\r\nb")]
    fn a_code_is_read(#[case] coded: &str, #[case] charset: Option<&str>, #[case] text: &str) {
        assert_eq!(decode(coded, charset), text);
    }
}
