//! `open`, as a process: it answers at the address that it prints, is joined by a second one, and ends when told to.

#![cfg(unix)]
#![expect(clippy::expect_used, reason = "a process that cannot be started is a broken test")]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A running app, ended at the end of the test.
struct Running {
    child: Child,
    address: String,
}

impl Running {
    fn open(folder: &Path, words: &[&str]) -> Self {
        let mut child = halfhour(folder, words).stdout(Stdio::piped()).spawn().expect("halfhour can be run");
        let mut address = String::new();
        let output = child.stdout.take().expect("its output is read");
        BufReader::new(output).read_line(&mut address).expect("it prints its address");
        Running { child, address: address.trim().to_owned() }
    }

    fn end(mut self, signal: &str) -> bool {
        let id = self.child.id().to_string();
        Command::new("kill").args([signal, &id]).status().expect("kill can be run");
        self.child.wait().expect("it ends").success()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn halfhour(folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_halfhour"));
    command.current_dir(folder).env("HALFHOUR_DATA", "campaign.db").args(["open", "--no-browser"]).args(words);
    command
}

/// A port that was free a moment ago.
fn port() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("there is a port");
    listener.local_addr().expect("it has an address").port().to_string()
}

/// The head of the answer to a GET.
fn get(address: &str) -> String {
    let (host, path) = address.trim_start_matches("http://").split_once('/').expect("an address has a path");
    let mut line = TcpStream::connect(host).expect("the app listens");
    write!(line, "GET /{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").expect("it can be asked");
    let mut answer = String::new();
    line.read_to_string(&mut answer).expect("it answers");
    answer.split("\r\n\r\n").next().unwrap_or_default().to_lowercase()
}

#[test]
fn it_lets_one_browser_in_and_ends_when_told_to() {
    for signal in ["-INT", "-TERM"] {
        let folder = tempfile::tempdir().expect("a folder");
        let running = Running::open(folder.path(), &["--port", &port()]);
        let beside = folder.path().join("campaign.db.app");
        let mode = fs::metadata(&beside).expect("it says where it is").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "only its owner may read where it is");
        let first = get(&running.address);
        assert!(first.starts_with("http/1.1 303") && first.contains("set-cookie: halfhour-"), "{first}");
        assert!(get(&running.address).starts_with("http/1.1 403"), "a token is good once");
        assert!(running.end(signal), "{signal} is no failure");
        assert!(!beside.exists(), "nothing is left behind after {signal}");
    }
}

#[test]
fn a_second_one_joins_the_first_with_a_fresh_token() {
    let folder = tempfile::tempdir().expect("a folder");
    let running = Running::open(folder.path(), &["--port", &port()]);
    let second = halfhour(folder.path(), &["--json"]).output().expect("halfhour can be run");
    let told: serde_json::Value = serde_json::from_slice(&second.stdout).expect("it prints JSON");
    let address = told["address"].as_str().expect("an address");
    assert!(second.status.success() && told["joined"] == true && address != running.address);
    assert!(get(address).starts_with("http/1.1 303") && get(&running.address).starts_with("http/1.1 303"));
}

#[test]
fn what_a_killed_app_left_behind_is_noticed() {
    let folder = tempfile::tempdir().expect("a folder");
    drop(Running::open(folder.path(), &["--port", &port()]));
    assert!(folder.path().join("campaign.db.app").exists(), "it had no time to tidy up");
    let again = Running::open(folder.path(), &["--port", &port()]);
    assert!(get(&again.address).starts_with("http/1.1 303"));
}

#[test]
fn a_port_that_is_taken_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let listener = TcpListener::bind("127.0.0.1:0").expect("there is a port");
    let port = listener.local_addr().expect("it has an address").port().to_string();
    let output = halfhour(folder.path(), &["--port", &port]).output().expect("halfhour can be run");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2));
    assert!(said.contains(&port) && said.contains("--port"), "{said}");
}

#[test]
fn the_invented_search_leaves_nothing_behind() {
    let folder = tempfile::tempdir().expect("a folder");
    let running = Running::open(folder.path(), &["--demo", "--today", "2026-11-23", "--port", &port()]);
    assert!(get(&running.address).starts_with("http/1.1 303"));
    assert!(running.end("-TERM"));
    assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 0, "not even beside the own campaign");
}
