//! A second `halfhour open` on the same file joins the running app: a small file beside the campaign says where it is.
//!
//! The file holds the port and a secret, only its owner may read it, and it goes when the app ends. One that was left
//! behind is noticed, because nobody answers there who knows the secret. It makes requests to this machine only.

use std::fs::{self, OpenOptions};
use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::time::Duration;

use axum::body::Body;
use axum::response::Response;

use crate::error::Trouble;
use crate::guard::JOINING;
use crate::secret::Secret;
use crate::state::App;
use crate::visit::{Answer, Visit};

/// How long a running app may take to answer.
const PATIENCE: Duration = Duration::from_secs(2);

/// The file beside the campaign, as long as the app runs.
#[derive(Debug)]
pub struct Beside {
    path: PathBuf,
    text: String,
}

impl Beside {
    /// Writes it, over one that was left behind.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(app: &App) -> std::io::Result<Self> {
        let path = place(app.file());
        let text = format!("{} {}\n", app.port(), app.joining().word());
        match fs::remove_file(&path) {
            Err(problem) if problem.kind() != std::io::ErrorKind::NotFound => return Err(problem),
            _ => {}
        }
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(&path)?.write_all(text.as_bytes())?;
        Ok(Beside { path, text })
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        let ours = fs::read_to_string(&self.path).is_ok_and(|text| text == self.text);
        if ours {
            // When it stays behind it does no harm: the next app notices and writes over it.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// The address of the app that runs on that campaign already, with a fresh token; none when none runs.
pub fn running(campaign: &Path) -> Option<String> {
    let text = fs::read_to_string(place(campaign)).ok()?;
    let (port, secret) = text.trim().split_once(' ')?;
    let (port, secret) = (port.parse().ok()?, Secret::told(secret)?);
    let token = Secret::told(&ask(port, &secret).ok()?)?;
    Some(crate::enter::address(port, &token))
}

/// Asks the app on that port for a token; what it says is looked at by whoever asks.
fn ask(port: u16, secret: &Secret) -> std::io::Result<String> {
    let to = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let mut line = TcpStream::connect_timeout(&to, PATIENCE)?;
    line.set_read_timeout(Some(PATIENCE))?;
    line.set_write_timeout(Some(PATIENCE))?;
    let (host, word) = (format!("127.0.0.1:{port}"), secret.word());
    let request = format!(
        "POST /join HTTP/1.1\r\nHost: {host}\r\n{JOINING}: {word}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    );
    line.write_all(request.as_bytes())?;
    let mut answer = String::new();
    line.take(64 << 10).read_to_string(&mut answer)?;
    let (head, body) = answer.split_once("\r\n\r\n").unwrap_or_default();
    Ok(if head.starts_with("HTTP/1.1 200 ") { body.trim().to_owned() } else { String::new() })
}

/// Gives another halfhour on the same file a token.
pub fn answer(visit: &Visit) -> Answer {
    let address = visit.app.invite().map_err(|_| Trouble::Broken)?;
    let token = address.rsplit('=').next().unwrap_or_default().to_owned();
    Ok(Response::new(Body::from(token)))
}

fn place(campaign: &Path) -> PathBuf {
    let mut name = campaign.file_name().unwrap_or_default().to_owned();
    name.push(".app");
    campaign.with_file_name(name)
}
