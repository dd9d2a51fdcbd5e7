//! Opening the app: joining one that runs, or binding a port on loopback and serving until told to end.
//!
//! Serves every page. It refuses to listen anywhere but on this machine.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use jiff::civil::Date;
use store::Place;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::sync::oneshot;

use crate::error::Problem;
use crate::join::{self, Beside};
use crate::routes::router;
use crate::state::App;

/// The port when none is named: the same every time, so that bookmarks hold.
pub const FIRST_PORT: u16 = 4830;

/// How many ports are tried when none is named and other campaigns are open already.
const PORTS: u16 = 10;

/// How long open pages may take to end once the app was told to.
const LAST_WORDS: Duration = Duration::from_secs(2);

/// What to open.
#[derive(Debug, Clone)]
pub struct Opening {
    /// The campaign file.
    pub file: PathBuf,
    /// Who chose its path.
    pub place: Place,
    /// The day to act on, when it is not the real one.
    pub fixed_on: Option<Date>,
    /// The port, when one is named.
    pub port: Option<u16>,
}

/// What became of it, with the address that lets one browser in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opened<'a> {
    /// The app runs now, until it is told to end.
    Running(&'a str),
    /// It ran already, and this was all there was to do.
    Joined(&'a str),
}

/// Opens the app on a campaign. `ready` is told the address as soon as it answers; the call returns when the app ended,
/// or at once when it joined one that runs.
///
/// # Errors
/// When the file cannot be used or no port can be had.
pub fn open(opening: &Opening, ready: impl FnOnce(Opened<'_>)) -> Result<(), Problem> {
    if let Some(address) = join::running(&opening.file) {
        ready(Opened::Joined(&address));
        return Ok(());
    }
    let runtime = Runtime::new()?;
    // The runtime waits for work that writes, before it lets go.
    runtime.block_on(run(opening, ready))
}

async fn run(opening: &Opening, ready: impl FnOnce(Opened<'_>)) -> Result<(), Problem> {
    let Some(listener) = bind(opening.port).await? else {
        // Somebody opened the same file at the same moment, or the port is another program's.
        let Some(address) = join::running(&opening.file) else {
            return Err(Problem::Taken(opening.port.unwrap_or(FIRST_PORT)));
        };
        ready(Opened::Joined(&address));
        return Ok(());
    };
    let port = listener.local_addr()?.port();
    let app = Arc::new(App::new(opening.file.clone(), opening.place, opening.fixed_on, port)?);
    app.store()?;
    let _beside = Beside::write(&app)?;
    let address = app.invite()?;
    let warm = Arc::clone(&app);
    // Whatever is wrong with the file shows on the first page.
    tokio::task::spawn_blocking(move || drop(warm.campaign()));
    let (end, ended) = oneshot::channel::<()>();
    let pages = axum::serve(listener, router(app)).with_graceful_shutdown(async { _ = ended.await });
    let pages = tokio::spawn(pages.into_future());
    let told = told_to_end()?;
    ready(Opened::Running(&address));
    told.await;
    drop(end);
    // Whoever still reads after that has gone; writes are finished by the runtime.
    let _ = tokio::time::timeout(LAST_WORDS, pages).await;
    Ok(())
}

/// A port on loopback: the one that was named, else the first of ours that is free.
async fn bind(named: Option<u16>) -> Result<Option<TcpListener>, std::io::Error> {
    let ports = named.map_or(FIRST_PORT..=FIRST_PORT + PORTS - 1, |port| port..=port);
    for port in ports {
        match TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).await {
            Ok(listener) => return Ok(Some(listener)),
            Err(problem) if problem.kind() == std::io::ErrorKind::AddrInUse => {}
            Err(problem) => return Err(problem),
        }
    }
    Ok(None)
}

/// Ctrl-C, or a polite request of the system. From this call on neither ends the process at once.
#[cfg(unix)]
fn told_to_end() -> std::io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

#[cfg(not(unix))]
fn told_to_end() -> std::io::Result<impl Future<Output = ()>> {
    Ok(async { _ = tokio::signal::ctrl_c().await })
}
