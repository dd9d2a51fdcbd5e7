//! The first three minutes: from an empty campaign and the ZIP that LinkedIn sends, to the first ask.

use std::fs::File;
use std::io::Write;
use std::path::PathBuf;

use e2e::{App, Browser, Script};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Invented people, in the columns of LinkedIn.
const CONNECTIONS: &str = "Notes:\n\"When exporting your connection data, some addresses may be missing.\"\n\n\
First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ana,Pereira,https://www.linkedin.com/in/ana-pereira-example,ana@example.com,Harbor Freight,Shift Manager,12 Mar 2019
Ben,Okafor,https://www.linkedin.com/in/ben-okafor-example,,Harbor Hospital,Ward Sister,03 Feb 2021
Chiara,Rossi,https://www.linkedin.com/in/chiara-rossi-example,chiara@example.com,Northern Ferries,Training Coordinator,21 Jul 2016
,,,,,,01 Jan 2020
Dmitri,\"Ivanov, RN\",https://www.linkedin.com/in/dmitri-ivanov-example,,City Clinic,Nurse,30 Nov 2023
";

fn archive(app: &App) -> PathBuf {
    let path = app.folder().join("Basic_LinkedInDataExport_11-20-2026.zip");
    let mut zip = ZipWriter::new(File::create(&path).unwrap());
    zip.start_file("Connections.csv", SimpleFileOptions::default()).unwrap();
    zip.write_all(CONNECTIONS.as_bytes()).unwrap();
    zip.finish().unwrap();
    path
}

async fn first_run(script: Script) {
    let app = App::empty().unwrap();
    let browser = Browser::at(&app, script).await.unwrap();
    browser.wait_for("form[action='/welcome']").await.unwrap();

    browser.press("[name='search'][value='change_jobs']").await.unwrap();
    browser.write("#roles", "training coordinator").await.unwrap();
    browser.write("#best", "calming a busy ward: cut waiting by a third").await.unwrap();
    let field = browser.wait_for("input[type='file']").await.unwrap();
    field.send_keys(archive(&app).to_str().unwrap()).await.unwrap();
    browser.press("form[action='/welcome'] .btn.first").await.unwrap();

    // What became of every row; a large file would show its progress first.
    browser.wait_for("main a.first[href='/welcome/people']").await.unwrap();
    let account = browser.words().await.unwrap();
    assert!(account.contains("4 new people"), "{account}");
    browser.press("main a.first[href='/welcome/people']").await.unwrap();

    browser.write("#q", "chia").await.unwrap();
    if script == Script::Off {
        browser.press("form[role='search'] .btn").await.unwrap();
    }
    browser.press("#found form[action='/welcome/respect'] button").await.unwrap();
    browser.wait_for(".chosen").await.unwrap();
    browser.press("main .btn.first").await.unwrap();

    browser.write("#talks", "Ana Pereira, 3 Nov: said to look at ports").await.unwrap();
    browser.press("form[action='/welcome/talked'] .btn.first").await.unwrap();
    browser.press("[name='employed'][value='yes']").await.unwrap();
    browser.write("#employer", "Harbor Hospital").await.unwrap();
    browser.press("form[action='/settings/quiet'] .btn.first").await.unwrap();
    browser.press("main a.first[href='/welcome/first']").await.unwrap();

    let first = browser.wait_for(".first-call").await.unwrap().text().await.unwrap();
    assert!(first.contains("Chiara Rossi"), "whom I respect comes first: {first}");
    assert!(!browser.words().await.unwrap().contains("Ben Okafor"), "nobody at work is suggested");
    browser.press(".first-call .btn.first").await.unwrap();

    let words = browser.wait_for("#words").await.unwrap().value().await.unwrap().unwrap();
    assert!(words.contains("half an hour") || words.contains("half hour"), "{words}");
    ask(&browser, script).await;
    let asked = app.command(&["list", "show", "Chiara"]).unwrap();
    assert!(asked.to_lowercase().contains("asked"), "{asked}");
    assert!(app.command(&["today"]).unwrap().contains("Chiara"), "and what follows from it is on Today");
}

/// Says that one asked. Where something is missing first, the page says what.
async fn ask(browser: &Browser, script: Script) {
    if script == Script::On {
        // The check reads along while one types.
        browser.write("#words", "Are you hiring?").await.unwrap();
        browser.wait_for("#heard .finding q").await.unwrap();
    }
    browser.press("form[action$='/asked'] fieldset .btn").await.unwrap();
    if script == Script::On {
        // What it finds is said once more when the ask is noted, before it goes on.
        browser.press("main a.btn.first[href*='done=']").await.unwrap();
    }
    browser.wait_for(".flash").await.unwrap();
    let page = browser.words().await.unwrap();
    assert!(page.contains("You asked"), "{page}");
}

#[tokio::test]
async fn from_nothing_to_the_first_ask() {
    first_run(Script::On).await;
}

#[tokio::test]
async fn from_nothing_to_the_first_ask_without_scripts() {
    first_run(Script::Off).await;
}

#[tokio::test]
async fn a_file_of_another_kind_gets_a_page_that_says_what_to_do() {
    let app = App::empty().unwrap();
    let browser = Browser::at(&app, Script::On).await.unwrap();
    let wrong = app.folder().join("holiday.png");
    std::fs::write(&wrong, b"\x89PNG\r\n\x1a\nnot a list of anybody").unwrap();
    browser.goto(format!("{}/import", app.origin())).await.unwrap();
    browser.wait_for("input[type='file']").await.unwrap().send_keys(wrong.to_str().unwrap()).await.unwrap();
    browser.press("button[value='bring']").await.unwrap();
    let said = browser.wait_for("[role='alert']").await.unwrap().text().await.unwrap();
    assert!(said.contains("holiday.png"), "it names the file: {said}");
    browser.wait_for("input[type='file']").await.unwrap();
}
