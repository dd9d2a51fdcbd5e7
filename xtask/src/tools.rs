//! System packages that the build and the tests need, and what to do when one is missing.
//!
//! Nothing is installed on a person's machine without being asked for: only `--install`, or the variable CI, allows it.

use std::process::Command;

use anyhow::{Result, bail};

use crate::shell::{run, succeeds};

/// A program that must be on the search path, and the Debian package that brings it.
struct Tool {
    /// The names under which it may be known; one is enough.
    programs: &'static [&'static str],
    /// What the program must be able to do, where being there is not enough: these arguments must succeed.
    proof: &'static [&'static str],
    package: &'static str,
    why: &'static str,
}

const BUILD: &[Tool] =
    &[Tool { programs: &["cc"], proof: &[], package: "build-essential", why: "compiles the SQLite that is built in" }];

const BROWSER: &[Tool] = &[
    Tool {
        programs: &["chromium", "chromium-browser", "google-chrome"],
        proof: &[],
        package: "chromium",
        why: "shows the pages as people see them",
    },
    Tool { programs: &["chromedriver"], proof: &[], package: "chromium-driver", why: "steers the browser" },
];

// Debian's Python comes without what builds a folder of its own packages.
const CALENDARS: &[Tool] = &[Tool {
    programs: &["python3"],
    proof: &["-c", "import venv, ensurepip"],
    package: "python3-venv",
    why: "runs the parser that reads our calendars",
}];

impl Tool {
    /// Whether one of its programs is there and can do what is needed of it.
    fn is_ready(&self) -> bool {
        let can = |name: &&str| self.proof.is_empty() || succeeds(Command::new(name).args(self.proof));
        self.programs.iter().filter(|name| is_there(name)).any(can)
    }
}

/// How often an installation is tried; package servers fail now and then.
const ATTEMPTS: usize = 2;

/// Passes when what the build needs is there. Installs what is missing when `install` or the variable CI says so.
pub fn for_the_build(install: bool) -> Result<()> {
    check(BUILD, install)
}

/// The same for the browser and what steers it.
pub fn for_the_browser(install: bool) -> Result<()> {
    check(BROWSER, install)
}

/// The same for the parser of calendars.
pub fn for_the_calendars(install: bool) -> Result<()> {
    check(CALENDARS, install)
}

fn check(tools: &'static [Tool], install: bool) -> Result<()> {
    let missing: Vec<&Tool> = tools.iter().filter(|tool| !tool.is_ready()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    if !install && std::env::var_os("CI").is_none() {
        bail!("{}", advice(&missing));
    }
    let mut result = install_all(&missing);
    for _ in 1..ATTEMPTS {
        result = result.or_else(|_| install_all(&missing));
    }
    result
}

fn install_all(missing: &[&Tool]) -> Result<()> {
    commands(missing).iter().try_for_each(|command| run(Command::new(&command[0]).args(&command[1..])))
}

fn is_there(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

fn advice(missing: &[&Tool]) -> String {
    let lacks = |tool: &Tool| if is_there(tool.programs[0]) { "is not complete" } else { "is missing" };
    let reasons = missing.iter().map(|tool| format!("{} {}; it {}.", tool.programs[0], lacks(tool), tool.why));
    let ways = commands(missing).into_iter().map(|command| format!("    {}", command.join(" ")));
    let end = "or let it be done: cargo xtask test --install".to_string();
    reasons.chain(["On Debian and its relatives:".to_string()]).chain(ways).chain([end]).collect::<Vec<_>>().join("\n")
}

/// The commands that bring the missing packages, without sudo where it is not needed.
fn commands(missing: &[&Tool]) -> Vec<Vec<String>> {
    let words = |text: &str| text.split(' ').map(String::from).collect::<Vec<_>>();
    let apt = if is_root() { "apt-get" } else { "sudo apt-get" };
    let packages: Vec<&str> = missing.iter().map(|tool| tool.package).collect();
    let install = format!("{apt} install --yes --no-install-recommends {}", packages.join(" "));
    vec![words(&format!("{apt} update")), words(&install)]
}

fn is_root() -> bool {
    succeeds(Command::new("sh").args(["-c", "test \"$(id -u)\" = 0"]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn advice_names_the_program_the_reason_and_the_command() {
        let advice = advice(&[&Tool { programs: &["abc", "abcd"], proof: &[], package: "abc-dev", why: "spells" }]);
        for part in ["abc is missing; it spells.", "apt-get install", "abc-dev", "--install"] {
            assert!(advice.contains(part), "{part} is missing in:\n{advice}");
        }
    }

    #[test]
    fn a_program_that_cannot_do_what_is_needed_is_not_ready() {
        let shell = |proof| Tool { programs: &["sh"], proof, package: "dash", why: "runs" };
        assert!(shell(&[]).is_ready() && shell(&["-c", "exit 0"]).is_ready());
        assert!(!shell(&["-c", "exit 1"]).is_ready());
        assert!(advice(&[&shell(&["-c", "exit 1"])]).contains("sh is not complete; it runs."));
    }

    #[test]
    fn a_program_is_found_on_the_search_path_only() {
        assert!(is_there("sh"));
        assert!(!is_there("no-such-program-at-all"));
    }
}
