//! A page to share, and the map as a picture: chosen, looked at, saved; nobody's name leaks.

use std::collections::BTreeSet;

use method::change::Change;
use method::list::edit::PersonEdit;
use method::momentum::share::{Chosen, share};
use store::Scope;

use crate::run::{Run, TODAY, holds};

/// Every name, organization, address and word of a note of this campaign, in lower case.
fn secrets(run: &Run) -> BTreeSet<String> {
    let campaign = run.campaign();
    let mut texts: Vec<String> = Vec::new();
    for shown in campaign.everybody() {
        texts.push(shown.name().to_owned());
        texts.extend([shown.organization(), shown.title()].into_iter().flatten().map(str::to_owned));
        texts.extend(shown.emails().into_iter().chain(shown.phones()).chain(shown.links()).map(str::to_owned));
    }
    for person in campaign.people.values() {
        texts.extend([&person.notes, &person.how_known, &person.valued_for].into_iter().flatten().cloned());
    }
    texts.extend(campaign.conversations.values().filter_map(|held| held.learned.clone()));
    texts.extend(campaign.conversations.values().flat_map(|held| held.organizations.clone()));
    texts.extend(campaign.commitments.values().map(|promise| promise.text.clone()));
    texts.extend(campaign.stories.values().flat_map(|story| [story.name.clone(), story.text.clone()]));
    texts
        .extend(campaign.opportunities.values().flat_map(|one| [Some(one.title.clone()), one.notes.clone()]).flatten());
    texts.extend(campaign.seeker.name.clone());
    let direction = &campaign.direction;
    let wanted = [&direction.fields, &direction.roles, &direction.organizations, &direction.places];
    texts.extend(wanted.into_iter().flatten().cloned());
    texts.iter().flat_map(|text| words(text)).collect()
}

/// Words of more than two signs: initials are shorter.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| word.chars().count() > 2).map(str::to_lowercase).collect()
}

/// The words that every such page has, whoever searches: those of a search of invented words.
fn of_ours(page: &str, secrets: &BTreeSet<String>) -> Vec<String> {
    let seen: BTreeSet<String> = words(page).into_iter().collect();
    secrets.intersection(&seen).cloned().collect()
}

#[tokio::test]
async fn no_name_organization_address_or_note_leaks() {
    let run = Run::demo().await;
    let page = run.page("/share.html").await;
    let ours = words(&web::shared_page(&share(&Default::default(), TODAY, Chosen::default())));
    // What we say ourselves, on any page: with nothing told, and the words of the ladder and the counts.
    let mut said: BTreeSet<String> = ours.into_iter().collect();
    let told = include_str!("../../../method/src/momentum/share.rs").to_owned()
        + include_str!("../../../method/src/momentum/map.rs")
        + include_str!("../../../method/src/momentum/ahead.rs")
        + include_str!("../../../method/src/momentum/judge_the_pace_from_eight_conversations_on.rs")
        + include_str!("../../src/pages/share.rs")
        + include_str!("../../src/pages/momentum/weeks.rs");
    said.extend(words(&told));
    let leaked: Vec<String> = of_ours(&page, &secrets(&run)).into_iter().filter(|word| !said.contains(word)).collect();
    assert_eq!(leaked, Vec::<String>::new());
    for shown in run.campaign().everybody() {
        assert!(!page.contains(shown.name()), "{}", shown.name());
    }
}

/// The stronger half: everything that was written may be anything else, and the file is the same.
#[tokio::test]
async fn the_file_does_not_depend_on_what_was_written() {
    let run = Run::demo().await;
    let before = run.page("/share.html?chosen=yes&plan=yes&counts=yes&ladder=yes&chains=yes&letters=yes").await;
    run.app
        .change(Scope::Ties, &|campaign, _| {
            let people = campaign.people.values().cloned().map(|mut person| {
                person.name = Some(format!("Zzyzx {} Quuxly", person.id));
                person.organization = Some("Zzyzx".into());
                person.notes = Some("Zzyzx".into());
                Change::from(person)
            });
            let talks = campaign.conversations.values().cloned().map(|mut held| {
                held.learned = Some("Zzyzx".into());
                Change::from(held)
            });
            Ok(people.chain(talks).collect())
        })
        .unwrap();
    let after = run.page("/share.html?chosen=yes&plan=yes&counts=yes&ladder=yes&chains=yes&letters=yes").await;
    assert!(before == after && !after.contains("Zzyzx") && !after.contains("Quuxly"));
}

#[tokio::test]
async fn it_is_chosen_and_looked_at_before_it_is_saved() {
    let run = Run::demo().await;
    holds(&run.page("/share").await, &["Who led to whom", "The plan", "Save the page below", "Initials"]);
    let page = run.page("/share?chosen=yes&ladder=yes").await;
    assert!(!page.contains("<h3>Who led to whom</h3>") && !page.contains("<h3>The plan</h3>"));
    holds(&page, &["/share.html?chosen=yes&amp;ladder=yes"]);
    holds(&run.page("/share.html?chosen=yes&chains=yes&letters=yes").await, &["Each letter is a person.", "<style>"]);
    holds(&Run::empty().await.page("/share").await, &["Nobody has named anybody yet.", "Nothing has happened yet."]);
}

#[tokio::test]
async fn the_map_is_a_picture_of_its_own() {
    let run = Run::demo().await;
    let told = run.send("GET", "/map.svg", "").await;
    assert_eq!(told.headers["content-type"], "image/svg+xml");
    holds(&told.page, &["<svg xmlns=", "Miriam Katz", "</svg>"]);
    assert!(!told.page.contains("href") && !told.page.contains("<script"));
    run.add(&PersonEdit { name: Some("<b>\u{202e}&".into()), ..PersonEdit::default() });
    assert_eq!(run.status("/map.svg").await, 200);
    holds(&Run::empty().await.page("/map.svg").await, &["<svg xmlns="]);
}
