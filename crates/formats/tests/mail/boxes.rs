//! What mailboxes and single messages give, each with its quirks.

use insta::assert_snapshot;

use super::{bytes, mia, nothing_is_lost, read, show};
use formats::Unusable;
use method::list::reading::Me;

fn shown(name: &str) -> String {
    let readings = read(name, &bytes(name)).unwrap();
    nothing_is_lost(&readings);
    let text = show(&readings);
    assert!(!text.contains("SECRET"), "a word of a letter was kept: {text}");
    text
}

#[test]
fn a_mailbox_with_every_quirk() {
    assert_snapshot!(shown("quirks.mbox"));
}

#[test]
fn lengths_are_believed_where_they_are_right() {
    assert_snapshot!(shown("lengths.mbox"));
}

#[test]
fn a_mailbox_of_a_web_mailer_with_labels() {
    assert_snapshot!(shown("takeout.mbox"));
}

#[test]
fn a_single_message_with_a_raw_name_and_no_date() {
    assert_snapshot!(shown("letter.eml"));
}

#[test]
fn a_mailbox_without_beginnings_is_told_in_words() {
    assert_snapshot!(shown("without_beginnings.mbox"));
}

#[test]
fn mail_is_not_read_before_somebody_said_whose_it_is() {
    let refusal =
        formats::read("box/quirks.mbox", std::io::Cursor::new(bytes("quirks.mbox")), &Me::default(), &mut |_| ())
            .unwrap_err();
    assert!(matches!(refusal, Unusable::WhoseMail { .. }));
    assert_snapshot!(format!("{refusal}\n{}", refusal.hint()));
}

#[test]
fn the_same_mailbox_is_recognised_again_unless_more_addresses_are_the_seekers() {
    let with = |addresses: &[&str]| {
        let me = Me { addresses: addresses.iter().map(|one| (*one).to_owned()).collect(), ..Me::default() };
        let read = formats::read("b", std::io::Cursor::new(bytes("quirks.mbox")), &me, &mut |_| ()).unwrap();
        read[0].digest.clone()
    };
    assert_eq!(with(&["mia@example.com"]), with(&["mia@example.com", "stranger@example.com"]));
    assert_ne!(with(&["mia@example.com"]), with(&["mia@example.com", "ben@example.net"]));
}

#[test]
fn mail_in_a_zip_passes_by_like_any_other() {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, file) in
        [("Takeout/Mail/All mail.mbox", "takeout.mbox"), ("Takeout/archive_browser.html", "newsletter.eml")]
    {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut zip, &bytes(file)).unwrap();
    }
    let zipped = zip.finish().unwrap().into_inner();
    let readings = formats::read("takeout.zip", std::io::Cursor::new(zipped), &mia(), &mut |_| ()).unwrap();
    assert_snapshot!(show(&readings));
}
