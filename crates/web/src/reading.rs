//! Reads a request into a [`Visit`]: the parts of its path, what stands behind the question mark, its form, its files.
//!
//! Serves every page. Files are streamed to a folder of their own, which goes with the visit. It refuses more than a line
//! of the table takes, and then still lets the browser finish sending, so that it shows the page that says so.

use std::fs::File;
use std::io::Write;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use axum::RequestExt;
use axum::extract::{FromRequest, Multipart, RawPathParams, Request};
use axum::http::{Method, header};
use http_body_util::BodyExt;
use tempfile::TempDir;

use crate::error::Trouble;
use crate::routes::Route;
use crate::state::App;
use crate::visit::Visit;

/// A file that a form sent.
#[derive(Debug, Clone)]
pub struct Sent {
    /// The field of the form.
    pub field: String,
    /// What it is called where it comes from; for people, never for a path.
    pub name: String,
    /// Where it lies until the visit ends.
    pub path: PathBuf,
}

/// The request as a page sees it, and the trouble with it if there was any.
pub async fn visit(app: Arc<App>, mut request: Request, route: &Route) -> (Visit, Result<(), Trouble>) {
    let parts = request.extract_parts::<RawPathParams>().await;
    let parts = parts.map(|parts| parts.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect());
    let (mut visit, request) = split(app, request);
    visit.parts = parts.unwrap_or_default();
    let read = match *request.method() {
        Method::POST if is_multipart(&request) => files(&mut visit, request, route).await,
        Method::POST => words(&mut visit, request, route.limit).await,
        _ => Ok(()),
    };
    (visit, read)
}

impl Visit {
    /// A request of which only the head is looked at.
    pub fn bare(app: Arc<App>, request: Request) -> Visit {
        split(app, request).0
    }
}

fn split(app: Arc<App>, request: Request) -> (Visit, Request) {
    let visit = Visit {
        today: app.today(),
        app,
        path: request.uri().path().to_owned(),
        headers: request.headers().clone(),
        is_head: request.method() == Method::HEAD,
        parts: Vec::new(),
        query: pairs(request.uri().query().unwrap_or_default().as_bytes()),
        form: Vec::new(),
        files: Vec::new(),
        folder: None,
        seen: Mutex::default(),
    };
    (visit, request)
}

fn pairs(bytes: &[u8]) -> Vec<(String, String)> {
    form_urlencoded::parse(bytes).into_owned().collect()
}

fn is_multipart(request: &Request) -> bool {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("multipart/form-data"))
}

/// The fields of a form as browsers send them.
async fn words(visit: &mut Visit, request: Request, limit: usize) -> Result<(), Trouble> {
    let mut body = request.into_body();
    let (mut bytes, mut sent) = (Vec::new(), 0);
    while let Some(frame) = body.frame().await {
        let Ok(piece) = frame.map_err(|_| Trouble::Unreadable)?.into_data() else { continue };
        sent += piece.len();
        if sent <= limit {
            bytes.extend_from_slice(&piece);
        }
    }
    if sent > limit {
        return Err(Trouble::TooMuch(limit));
    }
    visit.form = pairs(&bytes);
    Ok(())
}

/// What the parts of a form with files may take up around the files themselves, and its other fields in memory, in bytes.
const AROUND: usize = 1 << 20;

/// What one field costs beside its words, in bytes.
const EACH: usize = 128;

/// How much the browser says that it sends, in bytes.
fn announced(request: &Request) -> Option<usize> {
    request.headers().get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// A form with files. What is beyond the limit is let run past and kept nowhere.
async fn files(visit: &mut Visit, request: Request, route: &Route) -> Result<(), Trouble> {
    if announced(&request).is_some_and(|bytes| bytes > route.limit + AROUND) {
        // Nothing of it needs to be laid down, but the browser wants to finish before it listens.
        let mut body = request.into_body();
        while let Some(Ok(_)) = body.frame().await {}
        return Err(Trouble::TooMuch(route.limit));
    }
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| Trouble::Unreadable)?;
    let folder = tempfile::tempdir().map_err(|_| Trouble::NoRoom)?;
    let (mut left, mut around, mut full) = (route.limit, AROUND, None);
    while let Some(mut field) = form.next_field().await.map_err(|_| Trouble::Unreadable)? {
        let name = field.name().unwrap_or_default().to_owned();
        // Each field costs something, however empty it is.
        let costs = name.len() + field.file_name().map_or(0, str::len) + EACH;
        match around.checked_sub(costs) {
            Some(rest) => around = rest,
            None => full = full.or(Some(Trouble::TooMuch(AROUND))),
        }
        let file = field.file_name().filter(|_| route.takes_files).map(str::to_owned);
        let mut place = match &file {
            Some(_) => Place::file(&folder, visit.files.len()).map_err(|_| Trouble::NoRoom)?,
            None => Place::Words(Vec::new()),
        };
        while let Some(piece) = field.chunk().await.map_err(|_| Trouble::Unreadable)? {
            let (room, limit) = match place {
                Place::Words(_) => (&mut around, AROUND),
                Place::File(..) => (&mut left, route.limit),
            };
            match room.checked_sub(piece.len()) {
                None => full = full.or(Some(Trouble::TooMuch(limit))),
                Some(rest) if full.is_none() => {
                    *room = rest;
                    full = place.take(&piece).err().map(|_| Trouble::NoRoom);
                }
                Some(_) => {}
            }
        }
        if full.is_some() {
            continue;
        }
        match (place, file) {
            (Place::Words(bytes), _) => visit.form.push((name, String::from_utf8_lossy(&bytes).into_owned())),
            (Place::File(path, _), Some(file)) if !file.is_empty() => {
                visit.files.push(Sent { field: name, name: file, path });
            }
            (Place::File(..), _) => {}
        }
    }
    visit.folder = Some(Arc::new(folder));
    full.map_or(Ok(()), Err)
}

/// Where a field of a form goes.
enum Place {
    Words(Vec<u8>),
    File(PathBuf, File),
}

impl Place {
    fn file(folder: &TempDir, number: usize) -> std::io::Result<Self> {
        let path = folder.path().join(number.to_string());
        let file = File::create(&path)?;
        Ok(Place::File(path, file))
    }

    fn take(&mut self, piece: &[u8]) -> std::io::Result<()> {
        match self {
            Place::Words(bytes) => {
                bytes.extend_from_slice(piece);
                Ok(())
            }
            Place::File(_, file) => file.write_all(piece),
        }
    }
}
