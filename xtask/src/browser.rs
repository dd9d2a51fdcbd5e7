//! What needs a browser: the journeys of the package e2e, and the pictures of the README.
//!
//! It brings what they stand on: Chromium, the program itself, and axe-core from its npm package, which judges whether
//! everybody can use a page. That package goes into the folder of built things and is neither committed nor shipped.

use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::shell::{cargo, root, run, succeeds};
use crate::stages::test;
use crate::tools;

/// The package and the version whose verdict the pages were held against.
const AXE: &str = "axe-core@4.14.1";

/// Walks through the pages in a real browser.
pub fn journeys(install: bool) -> Result<()> {
    tools::for_the_browser(install)?;
    run(&mut cargo("build -p halfhour"))?;
    let axe = axe();
    if axe.is_none() {
        println!("xtask: {AXE} could not be had from npm; rules of our own judge the pages");
    }
    let variables: Vec<(&str, &OsStr)> = axe.iter().map(|place| ("AXE", place.as_os_str())).collect();
    test("-p e2e --no-fail-fast", &variables)
}

/// Takes the pictures of the README anew.
pub fn screenshots(arguments: &[String]) -> Result<()> {
    tools::for_the_browser(arguments.iter().any(|argument| argument == "--install"))?;
    run(&mut cargo("build -p halfhour"))?;
    run(&mut cargo("run -p e2e --bin screenshots"))
}

/// Where axe-core lies, after it was fetched when it was not there yet.
fn axe() -> Option<PathBuf> {
    let folder = root().join("target/axe");
    let (package, script) = (folder.join(AXE.replace('@', "-") + ".tgz"), folder.join("package/axe.min.js"));
    if !package.is_file() || !script.is_file() {
        std::fs::create_dir_all(&folder).ok()?;
        let fetched = succeeds(Command::new("npm").args(["pack", "--silent", AXE]).current_dir(&folder));
        let unpacked = fetched && succeeds(Command::new("tar").arg("-xzf").arg(&package).current_dir(&folder));
        return unpacked.then_some(script);
    }
    Some(script)
}
