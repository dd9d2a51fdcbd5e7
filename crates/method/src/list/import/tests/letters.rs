//! What an import does: letters, and whom they offer.

use super::*;

#[test]
fn letters_are_counted_by_day_and_never_twice() {
    let (monday, tuesday) = (date(2026, 3, 2), date(2026, 3, 3));
    let mut scene = Scene::default();
    scene.import(&[letters("mail", "1", &[("a@x", monday, true), ("a@x", monday, true), ("b@x", monday, false)])]);
    let overlap = letters("mail", "2", &[("a@x", monday, true), ("a@x", tuesday, false)]);
    let import = scene.import(&[overlap]);
    assert_eq!(import.account.sources[0].facts.unwrap(), Facts { read: 2, added: 1, unchanged: 1, rejected: 0 });
    let days = &scene.0.correspondence.values().next().unwrap().days;
    let both = [Letters { sent: 2, ..Letters::default() }, Letters { received: 1, ..Letters::default() }];
    assert_eq!(*days, BTreeMap::from([(monday, both[0]), (tuesday, both[1])]));
}

#[test]
fn those_with_mail_both_ways_are_offered_unless_they_are_listed() {
    let day = date(2026, 3, 2);
    let both = |address| [(address, day, true), (address, day, false)];
    let mut mail: Vec<_> = ["ana@x.example", "new@x.example", "me@x.example"].into_iter().flat_map(both).collect();
    mail.push(("spam@x.example", day, false));
    let mut scene = Scene::default();
    scene.0.seeker.addresses.push("me@x.example".into());
    let people = file("a", "2", vec![at("1", "Ana", "ana@x.example", "")]);
    let account = scene.import(&[letters("mail", "1", &mail), people]).account;
    let offered: Vec<&str> = account.sources[0].offered.iter().map(|one| one.address.as_str()).collect();
    assert_eq!(offered, ["new@x.example"]);
    assert!(scene.0.people.len() == 1, "nobody becomes a person by having written");
}

#[test]
fn messages_and_the_own_link_of_one_file_stand_in_one_entry() {
    let mail = letters("mail", "1", &[("a@x", TODAY, true)]);
    let link = own("1", vec![SeekerRow::Link { link: "linkedin.com/in/me".into() }]);
    let link = Reading { file: mail.file.clone(), kind: "mail_own".into(), ..link };
    let mut scene = Scene::default();
    let account = scene.import(&[mail, link]).account;
    let json = serde_json::to_value(&account).unwrap();
    assert_eq!(
        json,
        serde_json::json!({
            "sources": [{
                "file": "mail.csv", "source": "mail",
                "read": 0, "created": 0, "merged": 0, "unchanged": 0, "rejected": 0,
                "facts": {"read": 2, "added": 2, "unchanged": 0, "rejected": 0},
                "messages": {"read": 1, "counted": 1, "skipped": 0, "rejected": 0},
                "skipped": [], "acquaintances": 0, "proofs": 0, "offered": [], "problems": [], "columns": []
            }],
            "totals": {"read": 0, "created": 0, "merged": 0, "unchanged": 0, "rejected": 0}
        })
    );
    assert_eq!(scene.0.seeker.links, ["linkedin.com/in/me"]);
}
