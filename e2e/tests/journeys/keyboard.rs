//! With the keyboard alone: everything is reached in turn, and whoever is there can see it.

use e2e::pages::pages;
use e2e::{App, Browser, Script};
use thirtyfour::Key;
use thirtyfour::TypingData;

/// More steps than any page needs.
const FAR: usize = 400;

/// Whether a ring shows what stands in the focus. The calendar within a field for a day is the browser's own, and so is
/// its ring.
const SHOWN: &str = "(() => {
  const one = document.activeElement, seen = (it) => it && getComputedStyle(it).outlineStyle !== 'none';
  return one === document.body || one.matches('[type=date]:not(:focus-visible)') || seen(one) || seen(one.closest('label'));
})()";

async fn keys(browser: &Browser, words: impl Into<TypingData>) {
    browser.action_chain().send_keys(words).perform().await.unwrap();
}

/// Goes on from field to field until that one is reached.
async fn tab_to(browser: &Browser, css: &str) {
    for _ in 0..FAR {
        keys(browser, Key::Tab + "").await;
        if browser.value(&format!("document.activeElement.matches({css:?})")).await.unwrap() == true {
            return;
        }
    }
    panic!("Tab does not lead to {css} on {}", browser.path().await.unwrap());
}

#[tokio::test]
async fn from_today_to_a_conversation_without_a_mouse() {
    let app = App::demo().unwrap();
    let browser = Browser::at(&app, Script::On).await.unwrap();
    keys(&browser, Key::Tab + "").await;
    assert_eq!(browser.value("document.activeElement.className").await.unwrap(), "skip", "the first is the way past");
    keys(&browser, Key::Enter + "").await;
    assert_eq!(browser.value("document.activeElement.id").await.unwrap(), "page");

    tab_to(&browser, "form[action='/moves/thank-c12/done'] button").await;
    keys(&browser, Key::Enter + "").await;
    browser.wait_for(".flash").await.unwrap();
    tab_to(&browser, ".flash form[action='/undo'] button").await;
    keys(&browser, Key::Enter + "").await;
    browser.wait_for("form[action='/moves/thank-c12/done']").await.unwrap();

    tab_to(&browser, "nav a[href='/people']").await;
    keys(&browser, Key::Enter + "").await;
    browser.wait_for(".people").await.unwrap();
    keys(&browser, "/").await;
    keys(&browser, "Dana" + Key::Enter).await;
    browser.wait_for(".hits").await.unwrap();
    tab_to(&browser, ".hits a[href^='/people/']").await;
    keys(&browser, Key::Enter + "").await;
    tab_to(&browser, ".ways a[href$='/talk']").await;
    keys(&browser, Key::Enter + "").await;
    tab_to(&browser, "[name='ladder']").await;
    keys(&browser, Key::Space + "").await;
    keys(&browser, Key::Down + "").await;
    tab_to(&browser, "#learned").await;
    keys(&browser, "The rounds at six are when things are decided.").await;
    tab_to(&browser, ".debrief .btn.first").await;
    keys(&browser, Key::Enter + "").await;
    browser.wait_for(".flash").await.unwrap();
    assert!(browser.words().await.unwrap().contains("The rounds at six"));
}

#[tokio::test]
async fn whatever_can_be_used_is_reached_and_seen() {
    let app = App::demo().unwrap();
    let browser = Browser::at(&app, Script::On).await.unwrap();
    let mut found = Vec::new();
    for page in pages(&app).unwrap().reached {
        browser.goto(format!("{}{page}", app.origin())).await.unwrap();
        browser
            .value("document.querySelectorAll('main details').forEach((one) => { one.open = true; })")
            .await
            .unwrap();
        for _ in 0..25 {
            keys(&browser, Key::Tab + "").await;
            if browser.value(SHOWN).await.unwrap() != true {
                let one = browser.value("document.activeElement.outerHTML.slice(0, 120)").await.unwrap();
                found.push(format!("{page}: nothing shows that this is in the focus: {one}"));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
