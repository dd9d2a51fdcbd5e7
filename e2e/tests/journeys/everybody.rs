//! Everybody can use every page: nothing serious is found, in light and in dark, with much in the campaign and nothing.

use e2e::axe::Judge;
use e2e::pages::pages;
use e2e::{App, Browser, Look, Script, Width};

/// Judges every page in both looks and names each finding with its page.
async fn judge(app: &App) {
    let (browser, judge) = (Browser::at(app, Script::On).await.unwrap(), Judge::found().unwrap());
    let mut found = Vec::new();
    for page in pages(app).unwrap().reached {
        for look in [Look::Light, Look::Dark] {
            browser.look(look, Width::Desk).await.unwrap();
            browser.goto(format!("{}{page}", app.origin())).await.unwrap();
            let findings = judge.findings(&browser).await.unwrap();
            found.extend(findings.into_iter().map(|finding| format!("{page}, {look:?}: {finding}")));
        }
    }
    assert!(found.is_empty(), "{} findings:\n{}", found.len(), found.join("\n"));
}

#[tokio::test]
async fn a_search_of_ten_weeks_is_for_everybody() {
    judge(&App::demo().unwrap()).await;
}

#[tokio::test]
async fn an_empty_campaign_is_for_everybody() {
    judge(&App::empty().unwrap()).await;
}

#[tokio::test]
async fn what_is_wrong_with_a_page_is_found() {
    let app = App::empty().unwrap();
    let browser = Browser::at(&app, Script::On).await.unwrap();
    let spoil = "document.querySelector('main').insertAdjacentHTML('beforeend', '<button></button><img src=\"\">')";
    browser.value(spoil).await.unwrap();
    for judge in [Judge::found().unwrap(), Judge::Own] {
        let found = judge.findings(&browser).await.unwrap();
        assert!(found.len() >= 2, "{judge:.4?} found only {found:?}");
    }
}

/// Pages that a form leads to, not a link.
const BEHIND_A_FORM: &[&str] = &["/import/{job}", "/import/{job}/left-out", "/settings/forget/{person}"];

/// Only typed, by whoever knows the terminal's word for the first page.
const TYPED: &[&str] = &["/today"];

#[test]
fn every_page_is_reached_from_the_first() {
    let before = pages(&App::empty().unwrap()).unwrap().missed;
    let missed = pages(&App::demo().unwrap()).unwrap().missed;
    let missed: Vec<_> = missed
        .into_iter()
        .filter(|row| before.contains(row) && !BEHIND_A_FORM.contains(row) && !TYPED.contains(row))
        .collect();
    assert!(missed.is_empty(), "no page leads to {}", missed.join(", "));
}
