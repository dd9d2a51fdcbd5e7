//! Single files that are no export: each refusal names the file, what is wrong and the way out.

use std::io::{self, Cursor, Read, Seek};

use formats::Unusable;
use method::list::reading::Me;
use rstest::rstest;

use super::{bytes, read_bytes};

#[rstest]
#[case::a_picture_named_zip("picture.zip", bytes("picture.zip"))]
#[case::an_empty_file("empty.csv", bytes("empty.csv"))]
#[case::a_file_of_blanks("blank.csv", b"\xef\xbb\xbf \r\n\r\n".to_vec())]
#[case::a_table_of_something_else("expenses.csv", bytes("expenses.csv"))]
#[case::a_header_without_rows("connections_header_only.csv", bytes("connections_header_only.csv"))]
#[case::a_pdf("cv.pdf", b"%PDF-1.7\n".to_vec())]
#[case::a_sign_in_page("sign_in.zip", b"\n<!DOCTYPE html><html>".to_vec())]
#[case::prose("letter.txt", b"Dear Anna\nhow are you\n".to_vec())]
#[case::a_program("program", [0_u8, 1, 2, 3, 4, 5, 6].repeat(40))]
fn refuses(#[case] name: &str, #[case] bytes: Vec<u8>) {
    let refusal = read_bytes(&format!("some/folder/{name}"), &bytes, &Me::default()).unwrap_err();
    insta::assert_snapshot!(name, format!("{refusal}\n{}", refusal.hint()));
}

#[test]
fn a_missing_file_a_folder_and_a_locked_one_are_told_apart() {
    let say = |kind: io::ErrorKind| Unusable::from_io("C:\\Users\\me\\export.zip", kind.into()).to_string();
    assert_eq!(say(io::ErrorKind::NotFound), "export.zip: there is no such file");
    assert_eq!(say(io::ErrorKind::IsADirectory), "export.zip is a folder");
    assert_eq!(say(io::ErrorKind::PermissionDenied), "export.zip cannot be read: permission denied");
}

#[test]
fn a_folder_that_was_opened_like_a_file_is_named_as_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let Ok(opened) = std::fs::File::open(folder.path()) else { return };
    let refusal = formats::read(&folder.path().to_string_lossy(), opened, &Me::default(), &mut |_| ()).unwrap_err();
    assert!(matches!(refusal, Unusable::Folder { .. }), "{refusal}");
}

#[test]
fn a_disk_that_fails_while_it_is_read_is_told() {
    struct Failing(Cursor<Vec<u8>>);
    impl Read for Failing {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            if self.0.position() >= 40 {
                Err(io::Error::other("the cable came out"))
            } else {
                self.0.by_ref().take(8).read(buffer)
            }
        }
    }
    impl Seek for Failing {
        fn seek(&mut self, to: io::SeekFrom) -> io::Result<u64> {
            self.0.seek(to)
        }
    }
    let input = Failing(Cursor::new(bytes("connections_2018.csv")));
    let refusal = formats::read("Connections.csv", input, &Me::default(), &mut |_| ()).unwrap_err();
    assert_eq!(refusal.to_string(), "Connections.csv cannot be read: the cable came out");
}
