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
fn mail_further_down_in_a_folder_is_read_and_so_is_everything_else() {
    let downloads = tempfile::tempdir().unwrap();
    let put = |path: &str, text: String| {
        let path = downloads.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    put("old/Mail/cur/1.a:2,S", letter("1", "ana@example.com", "mia@example.com"));
    put("old/Mail/new/2.a", letter("2", "ben@example.com", "mia@example.com"));
    put("new/people.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Pereira\nEND:VCARD\n".into());
    assert!(!is_maildir(downloads.path()));
    let named = [downloads.path().to_owned().into()];
    let taken = formats::read_all(&named, &mia(), &formats::Asked::default(), &mut |_, _| ()).unwrap();
    let kinds: Vec<_> = taken.readings.iter().map(|one| (one.kind.as_str(), one.read)).collect();
    assert_eq!((kinds, taken.skipped), (vec![("vcard", 1), ("mail", 2)], vec![]));
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
    assert!(matches!(refusal, Unusable::NothingInIt { .. }), "{refusal}");
}
