//! Turns the bytes of a file into text, whatever program wrote them.
//!
//! Serves the list. Byte-order marks come first, then UTF-16 without one, then UTF-8, then the 8-bit code page that
//! the letters look like. It refuses to fail: what cannot be read becomes U+FFFD, which the row is then marked with.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

/// How many bytes are looked at to tell UTF-16 from anything else.
const SAMPLE_BYTES: usize = 4096;

/// The text in these bytes, without a byte-order mark.
pub(crate) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding.decode_with_bom_removal(bytes).0;
    }
    if let Some(encoding) = utf16(bytes) {
        return encoding.decode_without_bom_handling(bytes).0;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) if mostly_utf8(bytes) => String::from_utf8_lossy(bytes),
        Err(_) => code_page(bytes).decode_without_bom_handling(bytes).0,
    }
}

/// Whether the bytes are UTF-16, in which a line cannot be cut out byte by byte.
pub(crate) fn is_wide(bytes: &[u8]) -> bool {
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    matches!(marked.or_else(|| utf16(bytes)), Some(encoding) if encoding == UTF_16LE || encoding == UTF_16BE)
}

/// UTF-16 without a mark: in a table of Latin letters every other byte is zero.
fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE_BYTES)];
    let zeros = |from: usize| sample.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), sample.len() / 2);
    match half {
        0..4 => None,
        _ if odd * 10 > half * 6 && even * 10 < half => Some(UTF_16LE),
        _ if even * 10 > half * 6 && odd * 10 < half => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether a few broken bytes stand in a text that is UTF-8 otherwise: many more good letters than bad bytes.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good >= bad * 4
}

fn code_page(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    const HEADER: &str = "First Name,Last Name,Connected On\nZoë,Müller,16 Dec 2024\nRené,Gonçalves,2 Jan 2020\n";

    #[rstest]
    #[case::utf_8(HEADER.as_bytes().to_vec())]
    #[case::utf_8_with_a_mark([b"\xef\xbb\xbf", HEADER.as_bytes()].concat())]
    #[case::utf_16_little_endian_with_a_mark(HEADER.encode_utf16().flat_map(u16::to_le_bytes).fold(vec![0xff, 0xfe], pushed))]
    #[case::utf_16_big_endian_with_a_mark(HEADER.encode_utf16().flat_map(u16::to_be_bytes).fold(vec![0xfe, 0xff], pushed))]
    #[case::utf_16_little_endian_without_a_mark(HEADER.encode_utf16().flat_map(u16::to_le_bytes).collect())]
    #[case::utf_16_big_endian_without_a_mark(HEADER.encode_utf16().flat_map(u16::to_be_bytes).collect())]
    #[case::windows_1252(encoding_rs::WINDOWS_1252.encode(HEADER).0.into_owned())]
    fn reads_the_same_text_from(#[case] bytes: Vec<u8>) {
        assert_eq!(decode(&bytes), HEADER);
    }

    #[test]
    fn a_broken_byte_does_not_turn_a_utf_8_file_into_gibberish() {
        let bytes = [HEADER.as_bytes(), b"Ann\xe9,Ortiz,3 Jan 2020\n"].concat();
        let text = decode(&bytes);
        assert!(text.contains("Zoë,Müller") && text.contains("Ann\u{fffd},Ortiz"), "{text}");
    }

    #[test]
    fn reads_polish_letters_of_a_code_page() {
        let text = "Imię,Nazwisko\nŁukasz,Wiśniewski\nGrażyna,Święcicka\nŻaneta,Gałązka\n";
        assert_eq!(decode(&encoding_rs::WINDOWS_1250.encode(text).0), text);
    }

    fn pushed(mut bytes: Vec<u8>, byte: u8) -> Vec<u8> {
        bytes.push(byte);
        bytes
    }
}
