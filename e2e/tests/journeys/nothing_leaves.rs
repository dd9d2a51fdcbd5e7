//! No request leaves this machine: a browser that walks through every page records each of its requests.

use e2e::pages::pages;
use e2e::{App, Browser, Script};
use serde_json::Value;

/// Addresses that the pages asked for, in their order.
async fn requests(browser: &Browser) -> Vec<String> {
    let log = browser.get_log("performance").await.unwrap();
    let events = log.iter().filter_map(|entry| serde_json::from_str::<Value>(&entry.message).ok());
    let sent = events.filter(|event| event["message"]["method"] == "Network.requestWillBeSent");
    sent.filter_map(|event| event["message"]["params"]["request"]["url"].as_str().map(str::to_owned)).collect()
}

#[tokio::test]
async fn every_request_is_for_this_program() {
    let app = App::demo().unwrap();
    let browser = Browser::at(&app, Script::On).await.unwrap();
    let pages = pages(&app).unwrap().reached;
    for page in &pages {
        browser.goto(format!("{}{page}", app.origin())).await.unwrap();
    }
    browser.goto(app.origin()).await.unwrap();
    browser.press("form[action='/moves/thank-c12/done'] button").await.unwrap();
    browser.wait_for(".flash").await.unwrap();
    let asked = requests(&browser).await;
    assert!(asked.len() > pages.len(), "each page was recorded: {asked:?}");
    let ours = format!("{}/", app.origin());
    // What the address itself holds is loaded from nowhere, and Chromium shows a page of its own before ours.
    let stays = |address: &str| [ours.as_str(), "data:", "chrome://"].iter().any(|start| address.starts_with(start));
    let strange = |address: &&String| !stays(address);
    let strange: Vec<_> = asked.iter().filter(strange).collect();
    assert!(strange.is_empty(), "{strange:?}");
    let said = browser.browser_log().await.unwrap();
    assert!(said.is_empty(), "a page tried what it may not, or its script broke: {said:?}");
}

#[tokio::test]
async fn a_request_elsewhere_would_be_seen() {
    let app = App::empty().unwrap();
    let browser = Browser::start(Script::On).await.unwrap();
    browser.goto("data:text/html,<img src='http://example.org/a.png'>").await.unwrap();
    assert!(requests(&browser).await.iter().any(|address| address == "http://example.org/a.png"));
    browser.goto(app.invite().unwrap()).await.unwrap();
    requests(&browser).await;
    browser.value("fetch('http://example.org/b.png').catch(() => 0)").await.unwrap();
    assert!(!browser.browser_log().await.unwrap().is_empty(), "the content policy says no aloud");
}
