//! Takes the pictures of the README from the invented search: `cargo xtask screenshots`.
//!
//! Light and dark at the width of a desk, and one as a phone shows it. They stay small: whoever clones pays for them.

use std::path::Path;

use anyhow::{Context, Result};
use e2e::{App, Browser, Look, Script, Width};
use serde_json::{Value, json};
use thirtyfour::support::base64_decode;

/// Where they go.
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/screenshots");

/// As small as letters stay crisp.
const QUALITY: u32 = 72;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let app = App::demo()?;
    let browser = Browser::at(&app, Script::On).await?;
    std::fs::create_dir_all(FOLDER)?;
    let pages = pages(&app)?;
    for (look, word) in [(Look::Light, "light"), (Look::Dark, "dark")] {
        browser.look(look, Width::Desk).await?;
        for (name, path) in &pages {
            take(&browser, &app, path, &format!("{name}-{word}")).await?;
        }
    }
    browser.look(Look::Light, Width::Phone).await?;
    take(&browser, &app, "/", "today-phone").await
}

/// What is shown, and its address.
fn pages(app: &App) -> Result<Vec<(&'static str, String)>> {
    let slate: Value = serde_json::from_str(&app.command(&["next", "--json"])?)?;
    let first = slate["slate"][0]["person"]["id"].as_str().context("the slate of the demo is empty")?;
    let today: Value = serde_json::from_str(&app.command(&["today", "--json"])?)?;
    let mut moves = today["moves"].as_array().into_iter().flatten();
    let prepare = moves.find(|one| one["rule"] == "prepare_before_the_meeting");
    let meets =
        prepare.and_then(|one| one["person"]["id"].as_str()).context("nobody in the demo is about to be met")?;
    Ok(vec![
        ("today", "/".to_owned()),
        ("next", "/next".to_owned()),
        ("prepare", format!("/people/{first}/prepare")),
        ("sheet", format!("/people/{meets}/sheet")),
        ("momentum", "/momentum".to_owned()),
    ])
}

async fn take(browser: &Browser, app: &App, path: &str, name: &str) -> Result<()> {
    browser.goto(format!("{}{path}", app.origin())).await?;
    browser.wait_for("h1").await?;
    let wanted = json!({"format": "webp", "quality": QUALITY});
    let taken = browser.tools("Page.captureScreenshot", wanted).await?;
    let picture = base64_decode(taken["data"].as_str().context("no picture came")?)?;
    std::fs::write(Path::new(FOLDER).join(format!("{name}.webp")), picture)?;
    Ok(())
}
