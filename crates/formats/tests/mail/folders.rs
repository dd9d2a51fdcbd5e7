//! Folders as mail servers keep them: each message in a file of its own.

use std::fs;

use formats::{Unusable, is_maildir, read_maildir};
use method::list::reading::Me;

use super::{mia, nothing_is_lost, show};

fn letter(id: &str, from: &str, to: &str) -> String {
    format!("From: {from}\nTo: {to}\nDate: Mon, 2 Mar 2026 10:00:00 +0000\nMessage-ID: <{id}@x>\n\nSECRET\n")
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for part in ["cur", "new", "tmp", ".Sent/cur", ".Sent/new"] {
        fs::create_dir_all(folder.path().join(part)).unwrap();
    }
    let put = |path: &str, text: String| fs::write(folder.path().join(path), text).unwrap();
    put("cur/1.a:2,S", letter("1", "ana@example.com", "mia@example.com"));
    put("new/2.a", letter("2", "ben@example.com", "mia@example.com, ana@example.com"));
    put("tmp/3.a", letter("3", "eve@example.com", "mia@example.com"));
    put(".Sent/cur/4.a:2,S", letter("4", "mia@example.com", "ana@example.com"));
    folder
}

#[test]
fn every_message_in_the_folder_and_its_folders_is_read() {
    let folder = folder();
    assert!(is_maildir(folder.path()) && !is_maildir(&folder.path().join("tmp")));
    let mut last = None;
    let mut reading = read_maildir(folder.path(), &mia(), &mut |now| last = Some(now)).unwrap();
    reading.file = "Maildir".into();
    assert_eq!(last.map(|now| (now.done, now.total)), Some((3, 3)));
    nothing_is_lost(std::slice::from_ref(&reading));
    insta::assert_snapshot!(show(&[reading]));
}

#[test]
fn having_seen_a_message_does_not_make_it_another() {
    let folder = folder();
    let digest = || read_maildir(folder.path(), &mia(), &mut |_| ()).unwrap().digest;
    let before = digest();
    fs::rename(folder.path().join("cur/1.a:2,S"), folder.path().join("cur/1.a:2,RS")).unwrap();
    assert_eq!(digest(), before);
}

#[test]
fn an_empty_folder_and_an_unknown_seeker_are_refused() {
    let folder = folder();
    let refusal = read_maildir(folder.path(), &Me::default(), &mut |_| ()).unwrap_err();
    assert!(matches!(refusal, Unusable::WhoseMail { .. }), "{refusal}");
    let empty = tempfile::tempdir().unwrap();
    fs::create_dir_all(empty.path().join("cur")).unwrap();
    fs::create_dir_all(empty.path().join("new")).unwrap();
    let refusal = read_maildir(empty.path(), &mia(), &mut |_| ()).unwrap_err();
    assert!(matches!(refusal, Unusable::NoRows { .. }), "{refusal}");
}
