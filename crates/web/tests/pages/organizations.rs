//! Organizations: the list in its parts, one of them with its ways in, and names that hold anything at all.

use axum::http::StatusCode;
use method::list::edit::PersonEdit;

use crate::run::{Run, form, hidden, holds};
use crate::upload::file;

/// Where that name's page is, as a link on the list says it.
fn link<'a>(page: &'a str, name: &str) -> &'a str {
    let (before, _) = page.split_once(&format!("<bdi>{name}</bdi></a>")).unwrap();
    before.rsplit_once("href=\"").unwrap().1.trim_end_matches("\">")
}

fn works(name: &str, organization: &str) -> PersonEdit {
    PersonEdit { name: Some(name.into()), organization: Some(organization.into()), ..PersonEdit::default() }
}

#[tokio::test]
async fn those_of_the_direction_come_first() {
    let page = Run::demo().await.page("/organizations").await;
    let place = |words: &str| page.find(words).unwrap();
    assert!(place("Where you would like to be</h2>") < place("Riverbend Hospital"));
    assert!(
        place("Riverbend Hospital</bdi>") < place("Spoken of")
            && place("Spoken of") < place("Where people on your list are")
    );
}

#[tokio::test]
async fn one_shows_the_ways_in_what_was_said_and_who_is_there() {
    let run = Run::demo().await;
    let page = run.page("/organizations/Riverbend%20Hospital").await;
    holds(
        &page,
        &["You would like to be there.", "The best way in", "/prepare\"", "What was said about it", "Who is there"],
    );
    holds(&run.page("/organizations/riverbend%20HOSPITAL%2C%20Inc.").await, &["The best way in", "Grace Adeyemi"]);
}

#[tokio::test]
async fn one_is_aimed_at_and_not_any_more() {
    let run = Run::empty().await;
    run.add(&works("Ana Pereira", "Quay School"));
    let to = run.taken("/organizations/quay%20school", "wanted=yes").await;
    assert_eq!(run.campaign().direction.organizations, ["Quay School"]);
    holds(&run.page(&to).await, &[">Undo<", "I do not aim there any more"]);
    run.taken("/organizations/QUAY%20SCHOOL", "wanted=no").await;
    assert!(run.campaign().direction.organizations.is_empty());
    let twice = run.taken("/organizations/QUAY%20SCHOOL", "wanted=no").await;
    assert!(twice.ends_with("done=nothing"));
}

#[tokio::test]
async fn a_new_one_is_added_and_an_empty_name_is_not() {
    let run = Run::empty().await;
    holds(&run.page("/organizations").await, &["None yet.", "btn first"]);
    run.taken("/organizations", "name=Harbor+Freight").await;
    holds(&run.page("/organizations").await, &["Harbor Freight", "nobody known there yet"]);
    holds(&run.page("/organizations/Harbor%20Freight").await, &["No way in is known yet", "btn first"]);
    holds(&run.refused("/organizations", "name=++").await, &["The organization is missing."]);
}

#[tokio::test]
async fn a_name_may_hold_anything() {
    let run = Run::empty().await;
    let long = "Ö".repeat(300);
    let names = [
        "'; drop table",
        "<script>alert(1)</script>",
        "شركة النور",
        "a/b?c=d#e%41+f",
        "🙂 Bakery",
        "—",
        "..",
        "\"quoted\"",
        &long,
    ];
    for (number, name) in names.iter().enumerate() {
        run.add(&works(&format!("Person {number}"), name));
    }
    let page = run.page("/organizations").await;
    assert!(!page.contains("<script>alert"));
    for (number, name) in names.iter().enumerate() {
        let shown = name.replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
        let to = link(&page, &shown);
        assert!(!to["/organizations/".len()..].contains(['/', '?', '#', '+', '"', '<', ' ']), "{to}");
        let one = run.page(to).await;
        holds(&one, &[&shown, &format!("Person {number}")]);
        assert!(!one.contains("<script>alert"), "{name}");
        run.taken(to, "wanted=yes").await;
    }
    assert_eq!(run.campaign().direction.organizations.len(), names.len());
}

#[tokio::test]
async fn many_stand_on_pages_and_letters_find_them() {
    let run = Run::empty().await;
    for number in 0..60 {
        run.add(&works(&format!("Person {number}"), &format!("Works {number}")));
    }
    let page = run.page("/organizations").await;
    holds(&page, &["1 to 50 of 60", "rel=\"next\""]);
    assert!(page.matches("class=\"place-name\"").count() == 50);
    holds(&run.page("/organizations?page=2").await, &["51 to 60 of 60", "rel=\"prev\""]);
    holds(&run.page("/organizations?page=99999999999").await, &["51 to 60 of 60"]);
    let found = run.page("/organizations?q=works+47").await;
    assert_eq!(found.matches("class=\"place-name\"").count(), 1);
    holds(&run.page("/organizations?q=quux").await, &["No organization here is called", "/organizations/quux"]);
}

#[tokio::test]
async fn an_organization_that_nothing_names_is_a_page_with_a_next_step() {
    let run = Run::empty().await;
    holds(&run.page("/organizations/Nowhere").await, &["Nothing here speaks of it yet.", "Whom to call next"]);
    assert_eq!(run.status("/organizations/%20").await, StatusCode::NOT_FOUND);
    assert_eq!(run.status("/organizations/%ff").await, StatusCode::NOT_FOUND);
    assert_eq!(run.page(&format!("/organizations?{}", form(&[("q", "<i>")]))).await.matches("<i>").count(), 0);
}

#[tokio::test]
async fn those_that_are_followed_stand_by_themselves_and_can_be_aimed_at() {
    let run = Run::empty().await;
    run.add(&works("Ana Pereira", "Quay School"));
    let follows = "Organization,Followed On\nSaltmarsh Trust,Tue Mar 03 10:00:00 UTC 2026\nQuay School,\n";
    run.import("bring", &[file("Company Follows.csv", follows.as_bytes())]).await;
    holds(
        &run.page("/organizations").await,
        &["You follow these, and know nobody there yet", "Saltmarsh Trust", "one person on your list, you follow it"],
    );
    let to = "/organizations/Saltmarsh%20Trust";
    holds(
        &run.page(to).await,
        &["You follow it; it is not among those", "I would like to be there", "No way in is known yet"],
    );
    run.taken(to, "wanted=yes").await;
    holds(&run.page(to).await, &["You would like to be there, and you follow it."]);
}

#[tokio::test]
async fn whoever_is_held_back_stands_below_the_ways_with_the_reason() {
    let run = Run::empty().await;
    run.add(&works("Ana Pereira", "Quay School"));
    run.add(&works("Bo Lind", "Quay School"));
    run.taken("/next/p2/mark", "mark=never").await;
    let page = run.page("/organizations/Quay%20School").await;
    let (ways, below) = page.split_once("Held back for now").unwrap();
    assert!(ways.contains("/people/p1/prepare") && !ways.contains("/people/p2/prepare"));
    holds(below, &["Bo Lind", "You set them aside"]);
}

#[tokio::test]
async fn where_one_works_the_search_is_quiet() {
    let run = Run::empty().await;
    run.add(&works("Ana Pereira", "Harbor Freight"));
    let page = run.page("/settings").await;
    let seen = hidden(&page, "seen");
    let fields = form(&[("seen", seen), ("employed", "yes"), ("employer", "Harbor Freight, Inc.")]);
    run.taken("/settings/quiet", &fields).await;
    let page = run.page("/organizations/Harbor%20Freight").await;
    holds(&page, &["You work here.", "Your search is quiet here", "href=\"/settings#quiet\"", "Ana Pereira"]);
    assert!(!page.contains("way in") && !page.contains("I would like to be there"), "{page}");
}
