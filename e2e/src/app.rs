//! The program itself, opened on a file of its own.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

use crate::process::Process;

/// The day on which every journey takes place.
pub const TODAY: &str = "2026-11-23";

/// The campaign file in its folder.
const FILE: &str = "campaign.db";

/// How often another port is tried, when somebody else took the one that was free a moment ago.
const ATTEMPTS: usize = 5;

/// `halfhour open` on a file that goes when this is dropped.
#[derive(Debug)]
pub struct App {
    process: Process,
    address: String,
    folder: TempDir,
}

impl App {
    /// Opens an empty campaign.
    ///
    /// # Errors
    /// When the program cannot be found or does not open.
    pub fn empty() -> Result<Self> {
        App::open(tempfile::tempdir()?)
    }

    /// Opens the invented search.
    ///
    /// # Errors
    /// As [`App::empty`].
    pub fn demo() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        run(folder.path(), &["demo"])?;
        App::open(folder)
    }

    fn open(folder: TempDir) -> Result<Self> {
        let (process, address) = start(folder.path())?;
        Ok(App { process, address, folder })
    }

    /// Ends the program as a power cut would, and opens it again on the same file.
    ///
    /// # Errors
    /// As [`App::empty`].
    pub fn kill_and_open_again(&mut self) -> Result<()> {
        self.process.kill();
        (self.process, self.address) = start(self.folder.path())?;
        Ok(())
    }

    /// `http://127.0.0.1:` and the port.
    pub fn origin(&self) -> &str {
        self.address.split("/enter").next().unwrap_or_default()
    }

    /// An address that lets one more browser in, once: a second `open` joins the one that runs.
    ///
    /// # Errors
    /// When it does not.
    pub fn invite(&self) -> Result<String> {
        let output = run(self.folder.path(), &["open", "--no-browser"])?;
        let address = String::from_utf8(output.stdout)?;
        address.lines().next().map(str::to_owned).context("a second open printed no address")
    }

    /// What a command of the command line prints about the same file, meanwhile.
    ///
    /// # Errors
    /// When it fails.
    pub fn command(&self, words: &[&str]) -> Result<String> {
        Ok(String::from_utf8(run(self.folder.path(), words)?.stdout)?)
    }

    /// A place for files of the journey.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Asks for a page as a browser without eyes would, and gives the answer with its head.
    ///
    /// # Errors
    /// When nobody answers.
    pub fn get(&self, path: &str, cookie: &str) -> Result<String> {
        let host = self.origin().trim_start_matches("http://");
        let mut line = TcpStream::connect(host)?;
        write!(line, "GET {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n")?;
        let mut answer = Vec::new();
        line.read_to_end(&mut answer)?;
        Ok(String::from_utf8_lossy(&answer).into_owned())
    }

    /// The cookie of a browser that was let in.
    ///
    /// # Errors
    /// When it was not.
    pub fn come_in(&self) -> Result<String> {
        let address = self.invite()?;
        let answer = self.get(address.trim_start_matches(self.origin()), "")?;
        let cookie = answer.lines().find_map(|line| line.strip_prefix("set-cookie: "));
        cookie.and_then(|cookie| cookie.split(';').next()).map(str::to_owned).context("no cookie came")
    }
}

fn start(folder: &Path) -> Result<(Process, String)> {
    for _ in 0..ATTEMPTS {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port().to_string();
        let (program, file) = (program()?, folder.join(FILE));
        let words = ["--today", TODAY, "open", "--no-browser", "--port", &port];
        let mut process = Process::start(program.as_os_str(), &words, &[("HALFHOUR_DATA", file.as_os_str())])?;
        if let Ok(rest) = process.told("http://127.0.0.1:") {
            return Ok((process, format!("http://127.0.0.1:{rest}")));
        }
    }
    bail!("halfhour open printed no address on {ATTEMPTS} ports")
}

fn run(folder: &Path, words: &[&str]) -> Result<Output> {
    let mut command = Command::new(program()?);
    command.current_dir(folder).env("HALFHOUR_DATA", folder.join(FILE)).args(["--today", TODAY]);
    let output = command.args(words).output()?;
    if !output.status.success() {
        bail!("halfhour {} ended with {}: {}", words.join(" "), output.status, String::from_utf8_lossy(&output.stderr));
    }
    Ok(output)
}

/// The program that was built beside this one, unless HALFHOUR_PROGRAM names another.
fn program() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("HALFHOUR_PROGRAM") {
        return Ok(named.into());
    }
    let here = std::env::current_exe()?;
    let beside = here.ancestors().skip(1).take(2).map(|folder| folder.join("halfhour"));
    let found = beside.map(|path| path.with_extension(std::env::consts::EXE_EXTENSION)).find(|path| path.is_file());
    found.context("halfhour is not built; `cargo xtask test browser` builds it, and so does `cargo build -p halfhour`")
}
