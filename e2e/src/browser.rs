//! A Chromium without a window, steered by a chromedriver of its own.

use std::ops::Deref;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context as _, Result, anyhow};
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::prelude::*;

use crate::app::App;
use crate::process::Process;

/// Whether pages may run their script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// As most people have it.
    On,
    /// As some people have it: everything has to work all the same.
    Off,
}

/// Light or dark, as the system has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Dark ink on light paper.
    Light,
    /// The other way round.
    Dark,
}

/// How wide the page is, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// A desk: 1280.
    Desk,
    /// A phone: 390.
    Phone,
}

/// One browser with a fresh profile.
#[derive(Debug)]
pub struct Browser {
    driver: WebDriver,
    _chromedriver: Process,
    _profile: TempDir,
}

impl Drop for Browser {
    /// The session ends with the chromedriver. Saying goodbye would need the runtime, which may be gone after a failure.
    fn drop(&mut self) {
        let _ = self.driver.clone().leak();
    }
}

impl Deref for Browser {
    type Target = WebDriver;

    fn deref(&self) -> &WebDriver {
        &self.driver
    }
}

/// Starts a chromedriver and says on which port it listens. The port that the system gave it may be taken by another one
/// that starts at the same moment; then it ends, and is started once more.
fn chromedriver() -> Result<(Process, String)> {
    let mut trouble = None;
    for _ in 0..3 {
        let mut started = Process::start("chromedriver".as_ref(), &["--port=0"], &[])?;
        match started.told("started successfully on port ") {
            Ok(port) => return Ok((started, port)),
            Err(error) => trouble = Some(error),
        }
    }
    let trouble = trouble.unwrap_or_else(|| anyhow!("it was never started"));
    Err(trouble.context("the journeys need chromedriver: cargo xtask test --install browser"))
}

impl Browser {
    /// Starts one.
    ///
    /// # Errors
    /// When Chromium or chromedriver is missing, or they do not understand each other.
    pub async fn start(script: Script) -> Result<Self> {
        let (chromedriver, port) = chromedriver()?;
        let profile = tempfile::tempdir()?;
        let wanted = capabilities(script, &profile)?;
        let address = format!("http://127.0.0.1:{}", port.trim_end_matches('.'));
        let driver = WebDriver::new(address, wanted).await.context("Chromium does not start")?;
        Ok(Browser { driver, _chromedriver: chromedriver, _profile: profile })
    }

    /// Starts one and lets it in, at the width of a desk.
    ///
    /// # Errors
    /// As [`Browser::start`].
    pub async fn at(app: &App, script: Script) -> Result<Self> {
        let browser = Browser::start(script).await?;
        browser.look(Look::Light, Width::Desk).await?;
        browser.goto(app.invite()?).await?;
        Ok(browser)
    }

    /// Sets how wide the page is and which colours the system asks for.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn look(&self, look: Look, width: Width) -> Result<()> {
        let (width, height, mobile) = match width {
            Width::Desk => (1280, 860, false),
            Width::Phone => (390, 844, true),
        };
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile});
        self.tools("Emulation.setDeviceMetricsOverride", size).await?;
        let scheme = if look == Look::Dark { "dark" } else { "light" };
        let features = json!([
            {"name": "prefers-color-scheme", "value": scheme},
            // Nothing moves while it is looked at.
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]);
        self.tools("Emulation.setEmulatedMedia", json!({"features": features})).await?;
        Ok(())
    }

    /// A command of the developer tools.
    ///
    /// # Errors
    /// When the browser says no.
    pub async fn tools(&self, name: &str, words: Value) -> Result<Value> {
        self.cdp().send_raw(name, words).await.with_context(|| format!("{name} failed"))
    }

    /// What an expression of JavaScript comes to on this page. The browser does it even where scripts of pages are off.
    ///
    /// # Errors
    /// When it throws.
    pub async fn value(&self, expression: &str) -> Result<Value> {
        Ok(self.execute(format!("return {expression};"), vec![]).await?.json().clone())
    }

    /// The path of the page, with what stands behind the question mark.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn path(&self) -> Result<String> {
        let address = self.current_url().await?;
        Ok(address.query().map_or(address.path().to_owned(), |query| format!("{}?{query}", address.path())))
    }

    /// Waits for the first element that fits, and gives it.
    ///
    /// # Errors
    /// When none came in ten seconds.
    pub async fn wait_for(&self, css: &str) -> Result<WebElement> {
        let patience = Duration::from_secs(10);
        let found = self.query(By::Css(css)).wait(patience, Duration::from_millis(50)).first().await;
        let path = self.path().await.unwrap_or_default();
        found.with_context(|| format!("there is no {css} on {path}"))
    }

    /// Presses what fits, once it is there.
    ///
    /// # Errors
    /// When nothing fits or it cannot be pressed.
    pub async fn press(&self, css: &str) -> Result<()> {
        let found = self.wait_for(css).await?;
        found.click().await.with_context(|| format!("{css} cannot be pressed"))
    }

    /// Types into what fits, in place of what stood there.
    ///
    /// # Errors
    /// When nothing fits or nothing can be typed there.
    pub async fn write(&self, css: &str, words: &str) -> Result<()> {
        let field = self.wait_for(css).await?;
        field.clear().await?;
        field.send_keys(words).await.with_context(|| format!("nothing can be typed into {css}"))
    }

    /// What can be read on the page.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn words(&self) -> Result<String> {
        Ok(self.wait_for("body").await?.text().await?)
    }
}

fn capabilities(script: Script, profile: &TempDir) -> Result<thirtyfour::ChromeCapabilities> {
    let mut wanted = DesiredCapabilities::chrome();
    let folder = format!("--user-data-dir={}", profile.path().display());
    let flags = [
        "--headless=new",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--hide-scrollbars",
        "--force-color-profile=srgb",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // Whatever would leave this machine finds no way.
        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
        folder.as_str(),
    ];
    for flag in flags {
        wanted.add_arg(flag)?;
    }
    if is_root()? {
        // Chromium's own fence cannot be built by the administrator.
        wanted.add_arg("--no-sandbox")?;
    }
    if script == Script::Off {
        wanted.add_experimental_option("prefs", json!({"profile.managed_default_content_settings.javascript": 2}))?;
    }
    wanted.set("goog:loggingPrefs", json!({"browser": "ALL", "performance": "ALL"}))?;
    Ok(wanted)
}

fn is_root() -> Result<bool> {
    let output = Command::new("id").arg("-u").output().context("id could not be started")?;
    Ok(output.stdout.trim_ascii() == b"0")
}
