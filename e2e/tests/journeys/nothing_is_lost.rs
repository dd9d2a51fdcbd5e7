//! Nothing is lost: two tabs that change one thing, and a program that is killed.

use e2e::{App, Browser, Script};

#[tokio::test]
async fn the_second_of_two_tabs_is_told_and_keeps_its_words() {
    let app = App::demo().unwrap();
    let browser = Browser::at(&app, Script::On).await.unwrap();
    let page = format!("{}/people/p1", app.origin());
    browser.goto(page.as_str()).await.unwrap();
    let first = browser.window().await.unwrap();
    let second = browser.new_tab().await.unwrap();
    browser.switch_to_window(second.clone()).await.unwrap();
    browser.goto(page.as_str()).await.unwrap();

    browser.switch_to_window(first).await.unwrap();
    browser.press("#edit > summary").await.unwrap();
    browser.write("[name='notes']", "Told in the first tab.").await.unwrap();
    browser.press("#edit form .btn").await.unwrap();
    browser.wait_for(".flash").await.unwrap();

    browser.switch_to_window(second).await.unwrap();
    browser.press("#edit > summary").await.unwrap();
    browser.write("[name='notes']", "Told in the second tab.").await.unwrap();
    browser.press("#edit form .btn").await.unwrap();
    browser.wait_for("[role='alert']").await.unwrap();
    let kept = browser.wait_for("[name='notes']").await.unwrap().value().await.unwrap();
    assert_eq!(kept.as_deref(), Some("Told in the second tab."), "what was typed is still there");
    let stands = app.command(&["list", "show", "p1"]).unwrap();
    assert!(stands.contains("Told in the first tab."), "what was saved first stands: {stands}");

    browser.press("#edit form .btn").await.unwrap();
    browser.wait_for(".flash").await.unwrap();
    let stands = app.command(&["list", "show", "p1"]).unwrap();
    assert!(stands.contains("Told in the second tab."), "saved again, knowing of the first: {stands}");
}

#[tokio::test]
async fn a_page_reached_with_back_takes_another_answer() {
    let app = App::demo().unwrap();
    let browser = Browser::at(&app, Script::On).await.unwrap();
    browser.goto(format!("{}/me", app.origin())).await.unwrap();
    browser.write("[name='roles']", "welder").await.unwrap();
    browser.press("form[action='/me/direction'] button").await.unwrap();
    browser.wait_for(".flash").await.unwrap();
    browser.back().await.unwrap();
    browser.write("[name='places']", "Porto").await.unwrap();
    browser.press("form[action='/me/direction'] button").await.unwrap();
    browser.wait_for(".flash").await.unwrap();
    let stands = app.command(&["me"]).unwrap();
    assert!(stands.contains("welder") && stands.contains("Porto"), "{stands}");
}

#[tokio::test]
async fn a_killed_program_loses_no_confirmed_change() {
    let mut app = App::demo().unwrap();
    let browser = Browser::at(&app, Script::On).await.unwrap();
    browser.press("form[action='/moves/thank-c12/done'] button").await.unwrap();
    browser.wait_for(".flash").await.unwrap();
    app.kill_and_open_again().unwrap();
    browser.goto(app.invite().unwrap()).await.unwrap();
    browser.wait_for("nav.main").await.unwrap();
    browser.goto(format!("{}/history", app.origin())).await.unwrap();
    let words = browser.words().await.unwrap();
    assert!(words.contains("hanked Dana Whitfield"), "{words}");
    assert!(browser.find_all(thirtyfour::By::Css("form[action='/moves/thank-c12/done']")).await.unwrap().is_empty());
    assert!(app.command(&["doctor"]).is_ok(), "and the file is sound");
}
