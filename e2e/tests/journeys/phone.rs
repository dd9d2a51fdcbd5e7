//! On a phone, 390 pixels wide: no page scrolls sideways, whatever people are called.

use e2e::pages::pages;
use e2e::{App, Browser, Look, Script, Width};

const NAMES: &[&str] =
    &["مريم العلي, شركة الميناء", "🧑‍🚒🧑‍🚒🧑‍🚒 Zoë, '; drop table people; --", "<script>alert(1)</script>, <b>Firm</b>"];

/// How far the page reaches beyond the screen, in pixels, and the first elements that do.
const BEYOND: &str = "(() => {
  const wide = document.scrollingElement.scrollWidth;
  const out = [...document.querySelectorAll('main *')].filter((one) => one.getBoundingClientRect().right > 391);
  return wide <= 390 ? null : `${wide} pixels: ${out.slice(0, 3).map((one) => one.outerHTML.slice(0, 120)).join(' … ')}`;
})()";

async fn nothing_sticks_out(app: &App, more: &[String]) {
    let browser = Browser::at(app, Script::On).await.unwrap();
    browser.look(Look::Light, Width::Phone).await.unwrap();
    let mut found = Vec::new();
    for page in pages(app).unwrap().reached.iter().chain(more) {
        browser.goto(format!("{}{page}", app.origin())).await.unwrap();
        if let Some(beyond) = browser.value(BEYOND).await.unwrap().as_str() {
            found.push(format!("{page} is {beyond}"));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[tokio::test]
async fn no_page_of_a_search_scrolls_sideways() {
    let app = App::demo().unwrap();
    let long = format!("{}, {}", "Wolfeschlegelsteinhausen".repeat(12), "Unterstützungsgesellschaft".repeat(10));
    for name in NAMES.iter().copied().chain([long.as_str()]) {
        app.command(&["list", "add", name, "--respected"]).unwrap();
    }
    let newest = pages(&app).unwrap().people;
    let more = ["", "/prepare", "/talk", "/sheet", "/answer"];
    let more = newest.iter().rev().take(4).flat_map(|path| more.map(|rest| format!("{path}{rest}")));
    nothing_sticks_out(&app, &more.collect::<Vec<_>>()).await;
}

#[tokio::test]
async fn no_page_of_an_empty_campaign_scrolls_sideways() {
    nothing_sticks_out(&App::empty().unwrap(), &[]).await;
}
