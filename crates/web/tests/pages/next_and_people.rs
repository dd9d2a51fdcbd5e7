//! Next and People, walked as a browser would: what they show, and what their forms write and take back.

use axum::http::StatusCode;
use jiff::civil::date;
use method::id::{Id, PersonId};
use method::list::edit::PersonEdit;
use method::list::slate::slate;

use crate::run::{Run, TODAY, hidden};

fn favourite(run: &Run) -> PersonId {
    slate(&run.campaign(), TODAY, 5).slate[0].person.id
}

fn add(run: &Run, name: &str, organization: &str) {
    run.add(&PersonEdit {
        name: Some(name.to_owned()),
        organization: Some(organization.to_owned()),
        ..PersonEdit::default()
    });
}

/// Sends a form that is taken, and gives the page it leads to, with the number of the step.
async fn taken(run: &Run, path: &str, fields: &str) -> (String, String) {
    let to = run.taken(path, fields).await;
    (run.page(&to).await, to.rsplit('=').next().unwrap().to_owned())
}

#[tokio::test]
async fn pressing_twice_adds_one_person_and_the_same_words_may_be_meant_again() {
    let run = Run::empty().await;
    let once = hidden(&run.page("/add").await, "once").to_owned();
    let fields = format!("once={once}&people=Ben+Okafor");
    let to = run.taken("/add", &fields).await;
    assert_eq!(run.taken("/add", &fields).await, to, "the second press leads where the first did");
    assert_eq!(run.campaign().people.len(), 1);
    let again = hidden(&run.page("/add").await, "once").to_owned();
    run.taken("/add", &format!("once={again}&people=Ben+Okafor")).await;
    assert_eq!(run.campaign().people.len(), 2);
    run.undo(&to).await;
    run.taken("/add", &fields).await;
    assert_eq!(run.campaign().people.len(), 2, "what was taken back may be added again");
}

#[tokio::test]
async fn next_shows_the_slate_with_its_reasons() {
    let run = Run::demo().await;
    let slate = slate(&run.campaign(), TODAY, 5);
    let page = run.page("/next").await;
    let mut after = 0;
    for one in &slate.slate {
        let place = page[after..].find(&format!("id=\"{}\"", one.person.id)).unwrap();
        after += place;
        // What the heading of the group says already is not said again below it.
        let heading = page[..after].rsplit("<h2>").next().and_then(|rest| rest.split("</h2>").next());
        let is_said = |reason: &String| page[after..].contains(reason) || heading == Some(reason.as_str());
        assert!(is_said(&one.reasons[0]), "{}: {}", one.person.name, one.reasons[0]);
    }
    assert!(page.contains("Held back for now") && page.contains(&slate.held_back[0].reason));
    assert!(!page.contains("<code>halfhour list mark"), "the way out is a button here");
}

#[tokio::test]
async fn an_empty_next_and_an_empty_list_begin_with_one_name() {
    let run = Run::empty().await;
    for path in ["/next", "/people"] {
        let page = run.page(path).await;
        assert!(page.contains("action=\"/add\"") && page.contains(&format!("value=\"{path}\"")), "{path}");
    }
    let (page, _) = taken(&run, "/add", "people=Ana+Pereira%2C+Harbor+Freight&respected=yes&back=%2Fnext").await;
    assert!(page.contains("You know and respect them") && page.contains("Ana Pereira"));
}

#[tokio::test]
async fn not_now_puts_somebody_off_and_can_be_taken_back() {
    let run = Run::demo().await;
    let first = favourite(&run);
    let (page, step) = taken(&run, &format!("/next/{first}/later"), "until=2026-12-24").await;
    assert!(page.contains(">Undo<"));
    assert_eq!(run.campaign().people[&first].not_before_on, Some(date(2026, 12, 24)));
    assert_ne!(favourite(&run), first);
    taken(&run, "/undo", &format!("step={step}&back=%2Fnext")).await;
    assert_eq!(favourite(&run), first);
}

#[tokio::test]
async fn a_day_that_makes_no_sense_is_shown_again_with_the_reason() {
    let run = Run::demo().await;
    let first = favourite(&run);
    for (until, words) in [
        ("2026-11-23", "not ahead"),
        ("2028-01-01", "more than a year away"),
        ("whenever", "is not a day"),
        ("", "No day"),
    ] {
        let response = run.send("POST", &format!("/next/{first}/later"), &format!("until={until}")).await;
        assert_eq!(response.status, StatusCode::BAD_REQUEST, "{until}");
        let page = response.page;
        assert!(page.contains(words) && page.contains("<details class=\"later\" open>"), "{until}");
        assert!(page.contains(&format!("value=\"{until}\"")), "{until}");
    }
    assert_eq!(run.campaign().people[&first].not_before_on, None);
}

#[tokio::test]
async fn never_sets_aside_until_it_is_taken_back_beside_those_held_back() {
    let run = Run::demo().await;
    let first = favourite(&run);
    let path = format!("/next/{first}/mark");
    let (page, _) = taken(&run, &path, "mark=never").await;
    assert!(run.campaign().people[&first].set_aside && page.contains("value=\"again\""));
    taken(&run, &path, "mark=again").await;
    assert_eq!(favourite(&run), first);
    assert!(run.send("POST", &path, "mark=").await.status.is_client_error());
}

#[tokio::test]
async fn a_guess_is_marked_as_respected_where_it_stands() {
    let run = Run::empty().await;
    add(&run, "Ana Pereira", "Harbor Freight");
    let page = run.page("/next").await;
    assert!(page.contains("A guess: perhaps") && page.contains("Where the guess is right, say so."));
    let (page, _) = taken(&run, "/next/p1/mark", "mark=respected").await;
    assert!(page.contains("You know and respect them") && !page.contains("A guess: perhaps"));
}

#[tokio::test]
async fn others_at_an_organization_stand_on_a_page_of_their_own() {
    let run = Run::empty().await;
    for name in ["Ana Pereira", "Bo Lind", "Chidi Okafor"] {
        add(&run, name, "Quay & Sons");
    }
    let page = run.page("/next").await;
    assert!(
        page.contains("href=\"/next?at=Quay+%26+Sons\"") && page.contains("2 others at <bdi>Quay &amp; Sons</bdi>")
    );
    assert!(page.contains("comes first") && page.matches("held-back").count() == 2, "each with why");
    let there = run.page("/next?at=quay+and+sons").await;
    assert!(there.contains("Colleagues talk") && there.matches("aria-label=\"Choose ").count() == 3);
    let (page, _) = taken(&run, "/next/p2/mark", "mark=never&at=Quay+%26+Sons").await;
    assert!(page.contains("<h1>At <bdi>Quay &amp; Sons</bdi></h1>") && page.contains("Suggest Bo Lind again"));
    let refused = run.send("POST", "/next/p1/later", "until=whenever&at=Quay+%26+Sons").await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    assert!(refused.page.contains("At <bdi>Quay") && refused.page.contains("is not a day"));
    let unknown = run.send("GET", "/next?at=%3Cb%3E", "").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    assert!(unknown.page.contains("No organization known here is called “&lt;b&gt;”"));
    assert!(run.page("/next?at=quay").await.contains("At <bdi>Quay &amp; Sons</bdi>"), "a part of the name is enough");
}

#[tokio::test]
async fn what_may_be_a_name_the_other_way_round_is_pointed_out() {
    let run = Run::empty().await;
    let (page, _) = taken(&run, "/add", "people=Nair, Priyanka%0ABo Lind, Harbor Freight").await;
    assert!(
        page.contains("If they are called Priyanka Nair: <a href=\"/people/p1?edit=yes#edit\">Their page</a>"),
        "{page}"
    );
    assert_eq!(page.matches("was taken for the organization").count(), 1);
    let (page, _) = taken(&run, "/add", "people=Bo Lind").await;
    assert!(page.contains("There is another Bo Lind on your list"), "{page}");
    assert!(!run.page("/add").await.contains("There is another"));
}

#[tokio::test]
async fn choosing_brings_the_person_or_to_the_words() {
    let run = Run::demo().await;
    let first = favourite(&run);
    let page = run.page("/next").await;
    if web::routes::stands("/people/{person}") {
        assert!(page.contains(&format!("href=\"/people/{first}\"")));
    } else {
        assert!(page.contains(&format!("href=\"/next?who={first}#{first}\"")));
        assert!(run.page(&format!("/next?who={first}&form=email")).await.contains("Subject: "));
    }
}

#[tokio::test]
async fn everybody_is_reached_fifty_at_a_time() {
    let run = Run::empty().await;
    for number in 0..120 {
        add(&run, &format!("Person {number:03}"), "Harbor Freight");
    }
    let mut reached = 0;
    for (path, from, to) in [("/people", 1, 50), ("/people?page=2", 51, 100), ("/people?page=99", 101, 120)] {
        let page = run.page(path).await;
        assert!(page.contains(&format!("{from} to {to} of 120")), "{path}");
        reached += page.matches("<th scope=\"row\">").count();
    }
    assert_eq!(reached, 120);
}

#[tokio::test]
async fn a_few_letters_and_where_they_stand_find_people() {
    let run = Run::demo().await;
    add(&run, "Zoë <script>alert(1)</script>", "'; drop table people; --");
    let page = run.page("/people?q=zoe").await;
    assert!(page.contains("1 to 1 of 1") && page.contains("&lt;script&gt;alert") && !page.contains("<script>alert"));
    let met = run.page("/people?stage=met").await;
    assert!(met.contains("Dana Whitfield") && !met.contains("Zoë"));
    assert!(run.page("/people?q=%3Cb%3E&stage=asked").await.contains("fits “<bdi>&lt;b&gt;</bdi>”"));
}

#[tokio::test]
async fn nobody_is_marked_who_is_not_there() {
    let run = Run::demo().await;
    let gone = PersonId::from_number(9_999);
    assert_eq!(run.send("POST", &format!("/next/{gone}/mark"), "mark=never").await.status, StatusCode::NOT_FOUND);
    assert_eq!(run.send("POST", "/next/ana/mark", "mark=never").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn duplicates_stand_side_by_side_and_are_decided_one_after_the_other() {
    let run = Run::empty().await;
    for (name, organization) in [("Bob Lindqvist", "Harbor"), ("Robert Lindqvist", "Harbor"), ("Ana Quuxley", "Quay")] {
        add(&run, name, organization);
    }
    let page = run.page("/people/duplicates").await;
    assert!(page.contains("This is likely one person") && page.contains("The same organization: Harbor."));
    assert!(page.contains("If they are one") && !page.contains("Quuxley"));
    let later = run.page("/people/duplicates?from=1").await;
    assert!(later.contains("That was the last pair"), "later writes nothing");

    let (page, step) = taken(&run, "/people/duplicates", "a=p1&b=p2&answer=different&from=0").await;
    assert!(page.contains("Nobody seems to stand on your list twice") && page.contains("are two people"));
    taken(&run, "/undo", &format!("step={step}&back=%2Fpeople%2Fduplicates")).await;
    taken(&run, "/people/duplicates", "a=p1&b=p2&answer=same&from=0").await;
    assert_eq!(run.campaign().everybody().count(), 2);
    let told = run.send("POST", "/people/duplicates", "a=p1&b=p3&answer=perhaps").await;
    assert_eq!(told.status, StatusCode::BAD_REQUEST);
}
