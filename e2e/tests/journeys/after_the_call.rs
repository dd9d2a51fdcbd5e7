//! After the call to what follows from it, and taking things back, with scripts and without.

use e2e::{App, Browser, Script};

/// A demo campaign, and a browser that looks at Today.
async fn demo(script: Script) -> (App, Browser) {
    let app = App::demo().unwrap();
    let browser = Browser::at(&app, script).await.unwrap();
    (app, browser)
}

async fn tell_how_it_went(script: Script) {
    let (app, browser) = demo(script).await;
    let person = app.command(&["list", "Dana", "--json"]).unwrap();
    let id = person.split("\"id\":\"").nth(1).or(person.split("\"id\": \"").nth(1)).unwrap();
    let id = id.split('"').next().unwrap();
    browser.goto(format!("{}/people/{id}", app.origin())).await.unwrap();
    browser.press(&format!("a[href='/people/{id}/talk']")).await.unwrap();
    browser.press("input[value='named_someone']").await.unwrap();
    browser.write("#learned", "The night shift teaches faster than the course.").await.unwrap();
    browser.write("[name='name1']", "Ines Duarte").await.unwrap();
    browser.write("[name='at1']", "Harbor Clinic").await.unwrap();
    browser.write("#promised", "send the outline").await.unwrap();
    browser.press(".debrief .btn.first").await.unwrap();
    let words = {
        browser.wait_for(".flash").await.unwrap();
        browser.words().await.unwrap()
    };
    for part in ["What follows", "Thank Dana", "Ines Duarte", "Undo"] {
        assert!(words.contains(part), "“{part}” is missing in:\n{words}");
    }
    let kept_in_address = browser.path().await.unwrap().contains("done=");
    assert_eq!(kept_in_address, script == Script::Off, "whether the script ran");
    let list = app.command(&["list", "Ines"]).unwrap();
    assert!(list.contains("Harbor Clinic"), "the command line knows it too: {list}");
}

#[tokio::test]
async fn after_the_call_its_moves_follow() {
    tell_how_it_went(Script::On).await;
}

#[tokio::test]
async fn after_the_call_its_moves_follow_without_scripts() {
    tell_how_it_went(Script::Off).await;
}

async fn do_and_take_back(script: Script) {
    let (app, browser) = demo(script).await;
    let before = app.command(&["today"]).unwrap();
    browser.press("form[action='/moves/thank-c12/done'] button").await.unwrap();
    browser.wait_for(".flash").await.unwrap();
    assert!(browser.words().await.unwrap().contains("Thanked Dana Whitfield."));
    assert_ne!(app.command(&["today"]).unwrap(), before);
    browser.press(".flash form[action='/undo'] button").await.unwrap();
    browser.wait_for("form[action='/moves/thank-c12/done']").await.unwrap();
    assert_eq!(app.command(&["today"]).unwrap(), before, "nothing of it is left");
    browser.goto(format!("{}/history", app.origin())).await.unwrap();
    assert!(browser.words().await.unwrap().contains("Do it after all"), "history tells both, and offers it again");
}

#[tokio::test]
async fn what_was_done_is_taken_back() {
    do_and_take_back(Script::On).await;
}

#[tokio::test]
async fn what_was_done_is_taken_back_without_scripts() {
    do_and_take_back(Script::Off).await;
}
