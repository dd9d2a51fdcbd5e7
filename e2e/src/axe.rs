//! Whether everybody can use a page: axe-core where its package was brought, else a few rules of our own.
//!
//! `cargo xtask test browser` brings the package from npm into the folder of built things and names the place in AXE.
//! Only what is serious or critical counts, as axe calls it.

use anyhow::{Context, Result};
use serde_json::Value;

use crate::browser::Browser;
use crate::own_rules;

/// Asks axe for everything it can say, and keeps what is serious. The callback is the last argument.
const RUN: &str = "const done = arguments[arguments.length - 1];
axe.run(document, {resultTypes: ['violations']}).then(
  (result) => done(result.violations
    .filter((one) => one.impact === 'serious' || one.impact === 'critical')
    .flatMap((one) => one.nodes.map((node) => `${one.id}: ${one.help}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`))),
  (problem) => done([`axe failed: ${problem}`]),
);";

/// What judges a page.
#[derive(Debug)]
pub enum Judge {
    /// The text of axe-core.
    Axe(String),
    /// Our own rules.
    Own,
}

impl Judge {
    /// axe-core where AXE names its file, else our own rules.
    ///
    /// # Errors
    /// When AXE names a file that cannot be read.
    pub fn found() -> Result<Self> {
        let Some(place) = std::env::var_os("AXE") else { return Ok(Judge::Own) };
        let text = std::fs::read_to_string(&place).with_context(|| format!("AXE names {}", place.display()))?;
        Ok(Judge::Axe(text))
    }

    /// What is seriously wrong with the page that the browser shows, a line each.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn findings(&self, browser: &Browser) -> Result<Vec<String>> {
        let told = match self {
            Judge::Axe(text) => {
                browser.execute(text.as_str(), vec![]).await?;
                browser.execute_async(RUN, vec![]).await?
            }
            Judge::Own => browser.execute(own_rules::RULES, vec![]).await?,
        };
        let lines = told.json().as_array().cloned().context("no list of findings came")?;
        Ok(lines.iter().map(|line| line.as_str().map_or_else(|| Value::to_string(line), str::to_owned)).collect())
    }
}
