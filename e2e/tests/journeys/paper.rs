//! On paper: the call sheet is one page, on A4 and on Letter, for everybody in the search.

use e2e::pages::pages;
use e2e::{App, Browser, Script};
use thirtyfour::common::print::{PrintPage, PrintParameters};

/// Centimetres: what most of the world prints on, and what the Americas do.
const PAPERS: [(&str, f64, f64); 2] = [("A4", 21.0, 29.7), ("Letter", 21.59, 27.94)];

/// Enough of the search: who was asked, who was met, and who is only on the list.
const PEOPLE: usize = 24;

/// Page objects of a PDF; their parent, the list of pages, is another kind.
fn sheets(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    text.match_indices("/Type /Page").filter(|(at, found)| !text[at + found.len()..].starts_with('s')).count()
}

#[tokio::test]
async fn a_call_sheet_is_one_page() {
    let app = App::demo().unwrap();
    let browser = Browser::at(&app, Script::On).await.unwrap();
    let people = pages(&app).unwrap().people;
    assert!(people.len() > 5, "the search has people: {people:?}");
    for person in people.iter().take(PEOPLE) {
        browser.goto(format!("{}{person}/sheet", app.origin())).await.unwrap();
        for (paper, width, height) in PAPERS {
            let wanted = PrintParameters { page: PrintPage { width, height }, ..PrintParameters::default() };
            let pdf = browser.print_page(wanted).await.unwrap();
            assert_eq!(sheets(&pdf), 1, "{person}/sheet on {paper}");
        }
    }
}

#[tokio::test]
async fn a_long_page_is_more_than_one() {
    let app = App::demo().unwrap();
    let browser = Browser::at(&app, Script::On).await.unwrap();
    browser.value("document.querySelector('main').style.height = '5000px'").await.unwrap();
    assert!(sheets(&browser.print_page(PrintParameters::default()).await.unwrap()) > 1);
}
