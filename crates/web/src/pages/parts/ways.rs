//! Links that open the reader's own telephone, mail program or browser. Serves the list and the ask.
//!
//! What a file or a person wrote is escaped, so that an address can be nothing but an address.

use std::fmt::Write as _;

/// A link that dials. Only what can be dialled stays.
pub fn telephone(phone: &str) -> String {
    let dialled: String = phone.chars().filter(|letter| letter.is_ascii_digit() || "+*#".contains(*letter)).collect();
    format!("tel:{}", dialled.replace('#', "%23"))
}

/// A link that opens the program for text messages with these words.
pub fn text_message(phone: &str, words: &str) -> String {
    let number = telephone(phone);
    format!("sms:{}?body={}", number.trim_start_matches("tel:"), escaped(words))
}

/// A link that opens the mail program with these words.
pub fn mail(email: &str, subject: &str, words: &str) -> String {
    let words = words.replace("\r\n", "\n").replace('\n', "\r\n");
    let to = escaped(email).replace("%40", "@");
    if subject.is_empty() && words.is_empty() {
        return format!("mailto:{to}");
    }
    format!("mailto:{to}?subject={}&body={}", escaped(subject), escaped(&words))
}

/// A plus would stay a plus in a mail program, so a space is written as `%20`.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            let _ = write!(escaped, "%{byte:02X}");
        }
    }
    escaped
}

/// Links are kept without what stands before the host, or with http(s); anything else leads nowhere.
pub fn page(link: &str) -> Option<String> {
    if link.starts_with("https://") || link.starts_with("http://") {
        return Some(link.to_owned());
    }
    (!link.contains(':')).then(|| format!("https://{link}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_dials_digits_only() {
        assert_eq!(telephone("+1 (555) 01-00"), "tel:+15550100");
        assert_eq!(telephone("javascript:alert(1)"), "tel:1");
        assert_eq!(text_message("+1 555 0100", "Hi & bye"), "sms:+15550100?body=Hi%20%26%20bye");
    }

    #[test]
    fn a_letter_keeps_its_lines_and_cannot_add_a_field() {
        assert_eq!(
            mail("a@b.example", "Half an hour", "Hi,\nyou & I?"),
            "mailto:a@b.example?subject=Half%20an%20hour&body=Hi%2C%0D%0Ayou%20%26%20I%3F"
        );
        assert_eq!(mail("a?bcc=x@b.example", "", ""), "mailto:a%3Fbcc%3Dx@b.example");
    }
}
