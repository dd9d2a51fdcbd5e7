//! Search everywhere, and the page of the method.

use method::guide::GUIDE;
use method::list::edit::PersonEdit;

use crate::run::{Run, form, holds};

#[tokio::test]
async fn people_organizations_notes_and_pages_are_found_in_groups() {
    let run = Run::demo().await;
    let page = run.page("/search?q=river").await;
    holds(
        &page,
        &[
            "<h2>People ",
            "Amara Diallo",
            "<h2>Organizations ",
            "/organizations/Riverbend%20Hospital",
            "<h2>Notes ",
            "<mark>",
        ],
    );
    holds(&run.page("/search?q=momentum").await, &["<h2>Pages ", "<a href=\"/momentum\">"]);
}

#[tokio::test]
async fn without_words_it_says_what_it_looks_through() {
    let page = Run::empty().await.page("/search").await;
    holds(&page, &["People, organizations, your notes", "data-live=\"#found\"", "id=\"found\""]);
}

#[tokio::test]
async fn nothing_found_has_a_way_out() {
    let run = Run::empty().await;
    holds(&run.page("/search?q=quux").await, &["Nothing holds", "quux", "href=\"/add\""]);
    let hostile = run.page(&format!("/search?{}", form(&[("q", "<script>alert(1)</script>")]))).await;
    assert!(!hostile.contains("<script>alert"));
    run.page(&format!("/search?{}", form(&[("q", &"x".repeat(5_000))]))).await;
}

#[tokio::test]
async fn of_many_ten_are_shown_with_the_way_to_all() {
    let run = Run::empty().await;
    for number in 0..12 {
        let organization = Some(format!("Kim Works {number}"));
        let notes = Some(format!("Kim note {number}"));
        run.add(&PersonEdit { name: Some(format!("Kim {number}")), organization, notes, ..PersonEdit::default() });
    }
    let page = run.page("/search?q=kim").await;
    holds(
        &page,
        &[
            "/people?q=kim\">All 12 people",
            "/organizations?q=kim\">All 12 organizations",
            "&amp;all=notes\">All 12 notes",
        ],
    );
    assert_eq!(page.matches("<mark>").count(), 10);
    assert_eq!(run.page("/search?q=kim&all=notes").await.matches("<mark>").count(), 12);
}

#[tokio::test]
async fn what_is_found_is_text_however_long() {
    let run = Run::empty().await;
    let note = format!("{} needle <script>alert(1)</script> {}", "hay ".repeat(12_500), "hay ".repeat(12_500));
    for name in ["<script>alert(1)</script> Ana", "مريم Ana", "🧑‍🚒 Ana", &format!("{} Ana", "n".repeat(300))]
    {
        run.add(&PersonEdit { name: Some(name.into()), notes: Some(note.clone()), ..PersonEdit::default() });
    }
    let page = run.page("/search?q=needle").await;
    holds(&page, &["<mark>needle</mark>", "مريم"]);
    assert!(!page.contains("<script>alert") && page.len() < 30_000, "{}", page.len());
    assert!(!run.page("/search?q=ANA").await.contains("<script>alert"));
}

#[tokio::test]
async fn every_page_offers_the_search() {
    let page = Run::demo().await.page("/").await;
    holds(&page, &["action=\"/search\"", "data-key=\"/\""]);
}

#[tokio::test]
async fn the_method_says_what_the_command_says_and_leads_on() {
    let page = Run::empty().await.page("/method").await;
    for step in GUIDE.steps {
        holds(&page, &[step.name, step.says]);
    }
    for point in GUIDE.is.iter().chain(GUIDE.is_not) {
        holds(&page, &[point.name, point.says]);
    }
    holds(&page, &["href=\"/next\"", "href=\"/story\"", ", then Why you call"]);
    assert_eq!(page.matches("btn first").count(), 1);
    assert!(!page.contains("{person}"));
}
