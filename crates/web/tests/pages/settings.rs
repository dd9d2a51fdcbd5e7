//! Your files: where the file is, backups and coming back from one, the export, and forgetting somebody.

use axum::body::to_bytes;
use axum::http::{StatusCode, header};

use crate::run::{Run, ask, hidden, holds};
use crate::upload::File;

/// The bytes of a download, and what it is to be called.
async fn downloaded(run: &Run, what: &str) -> (Vec<u8>, String) {
    let request = ask("GET", &format!("/settings/download/{what}")).header("cookie", &run.cookie);
    let response = run.raw(request.body(axum::body::Body::empty()).unwrap()).await;
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(response.headers()[header::CACHE_CONTROL], "no-store");
    let name = response.headers()[header::CONTENT_DISPOSITION].to_str().unwrap().to_owned();
    (to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec(), name)
}

fn backup(bytes: &[u8]) -> File<'_> {
    File { field: "backup", name: "my backup.db", bytes }
}

#[tokio::test]
async fn the_quiet_search_comes_back_with_its_answer() {
    let run = Run::empty().await;
    run.taken("/settings/quiet", &format!("seen={}&employed=no", hidden(&run.page("/settings").await, "seen"))).await;
    let stale = run.refused("/settings/quiet", "seen=0&employed=yes&employer=Harbor+Hospital&back=/welcome/work").await;
    holds(&stale, &["changed elsewhere", "Are you employed now?: <bdi>no</bdi>", "value=\"Harbor Hospital\""]);
    let again = format!("seen={}&employed=yes&employer=Harbor+Hospital&back=/welcome/work", hidden(&stale, "seen"));
    assert!(run.taken("/settings/quiet", &again).await.starts_with("/welcome/work"));
    assert_eq!(run.campaign().seeker.employer.as_deref(), Some("Harbor Hospital"));
}

#[tokio::test]
async fn the_page_says_where_everything_is() {
    let run = Run::demo().await;
    let page = run.page("/settings").await;
    holds(&page, &[&run.app.file().display().to_string(), " people, ", "Download a backup", "How it looks"]);
    holds(&run.page("/settings?look=over").await, &["The file is sound."]);
}

#[tokio::test]
async fn a_backup_brings_back_what_stood_and_keeps_what_stands() {
    let run = Run::demo().await;
    let before = run.campaign();
    let (bytes, name) = downloaded(&run, "backup").await;
    assert!(bytes.starts_with(b"SQLite format 3") && name.contains("halfhour-backup-2026-11-23.db"), "{name}");
    run.taken("/add", "people=Zoe+Quist").await;
    let told = run.upload("/settings/restore", &[("meant", "yes")], &[backup(&bytes)]).await;
    let page = run.page(&told.to()).await;
    holds(&page, &["The backup stands now.", "campaign.before-restore.db", "Copies beside the file"]);
    assert_eq!(*before, *run.campaign());
    run.taken("/settings/restore", "meant=yes&copy=campaign.before-restore.db").await;
    assert_eq!(run.campaign().people.len(), before.people.len() + 1, "and what stood before can come back too");
}

#[tokio::test]
async fn nothing_is_replaced_by_accident() {
    let run = Run::demo().await;
    let before = run.campaign();
    let (bytes, _) = downloaded(&run, "backup").await;
    let png: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    let cases: [(&str, &[u8], &str); 4] = [
        ("not ticked", &bytes, "the box was not ticked"),
        ("meant", png, "`my backup.db` is not a campaign file"),
        ("meant", b"", "`my backup.db` is not a campaign file"),
        ("meant", &bytes[..bytes.len() / 2], "my backup.db"),
    ];
    for (box_ticked, bytes, why) in cases {
        let told = run.upload("/settings/restore", &[(box_ticked, "yes")], &[backup(bytes)]).await;
        assert_eq!(told.status, StatusCode::BAD_REQUEST, "{why}");
        holds(&told.page, &[why]);
        assert_eq!(*before, *run.campaign());
    }
    holds(&run.refused("/settings/restore", "meant=yes").await, &["No backup was chosen."]);
    holds(&run.refused("/settings/restore", "meant=yes&copy=../campaign.db").await, &["No backup was chosen."]);
}

#[tokio::test]
async fn the_export_is_a_zip_of_lines() {
    let (bytes, name) = downloaded(&Run::demo().await, "export").await;
    assert!(bytes.starts_with(b"PK") && name.contains("halfhour-export-2026-11-23.zip"), "{name}");
    assert_eq!(Run::empty().await.status("/settings/download/else").await, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn somebody_is_forgotten_only_when_it_is_meant() {
    let run = Run::demo().await;
    holds(&run.page("/settings/forget?q=dana").await, &["Dana Whitfield", "/settings/forget/p"]);
    let page = run.page("/settings/forget?q=dana+whitfield").await;
    let path = page.split("href=\"").find(|part| part.starts_with("/settings/forget/p")).unwrap();
    let path = path.split('"').next().unwrap().to_owned();
    holds(
        &run.page(&path).await,
        &["Forget <bdi>Dana Whitfield</bdi>?", "What goes", "What stays", "it says “someone”"],
    );
    holds(&run.refused(&path, "").await, &["Nobody was forgotten", "Yes, for good"]);
    let told = run.send("POST", &path, "meant=yes").await;
    assert_eq!(told.status, StatusCode::OK);
    holds(&told.page, &["Forgotten"]);
    assert!(!run.page("/people?q=dana+whitfield").await.contains("Dana Whitfield</bdi>"));
    holds(&run.page("/history").await, &["Forgot someone", "for good"]);
    assert_eq!(run.send("POST", &path, "meant=yes").await.status, StatusCode::NOT_FOUND, "nobody is forgotten twice");
    assert!(!run.app.store().unwrap().path().with_extension("db-wal").exists() || !leftover(&run, "Whitfield"));
}

/// Whether the file still holds that word.
fn leftover(run: &Run, word: &str) -> bool {
    let bytes = std::fs::read(run.app.file()).unwrap();
    bytes.windows(word.len()).any(|part| part == word.as_bytes())
}
