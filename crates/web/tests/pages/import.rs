//! Import: files come in, with a look first; what cannot be used is said and writes nothing; what came in can go again.

use axum::body::Body;
use axum::http::StatusCode;

use crate::run::{Run, ask, form, holds, text};
use crate::upload::{PEOPLE, file};

#[tokio::test]
async fn people_come_in_with_an_account_of_every_row() {
    let run = Run::empty().await;
    let told = run.import("bring", &[file("Connections.csv", PEOPLE.as_bytes())]).await;
    assert_eq!(told.status, StatusCode::OK);
    holds(&told.page, &["2 new people are on your list", "3 read = 2 new people + 1 left out", "LinkedIn connections"]);
    holds(&told.page, &["Record 3, line 4, left out: ", "Whom to call next", "Take it back"]);
    assert_eq!(run.campaign().people.len(), 2);
}

#[tokio::test]
async fn a_look_first_writes_nothing_and_then_needs_no_second_upload() {
    let run = Run::empty().await;
    let told = run.import("look", &[file("Connections.csv", PEOPLE.as_bytes())]).await;
    holds(&told.page, &["What would happen", "Nothing was written yet", "3 read = 2 new people"]);
    assert!(run.campaign().is_empty());
    let to = run.taken("/import/1", "").await;
    holds(&run.outcome(&to).await.page, &["2 new people are on your list"]);
    assert_eq!(run.campaign().people.len(), 2);
}

#[tokio::test]
async fn the_same_file_again_changes_nothing() {
    let run = Run::empty().await;
    run.import("bring", &[file("Connections.csv", PEOPLE.as_bytes())]).await;
    let before = run.campaign();
    let told = run.import("bring", &[file("again.csv", PEOPLE.as_bytes())]).await;
    holds(&told.page, &["Everything was known already", "2 known already + 1 left out"]);
    assert_eq!(*before, *run.campaign());
}

#[tokio::test]
async fn several_files_are_one_step_that_goes_again() {
    let run = Run::empty().await;
    let skills = "Name\nPlanning\n";
    let files = [file("Connections.csv", PEOPLE.as_bytes()), file("Skills.csv", skills.as_bytes())];
    holds(&run.import("bring", &files).await.page, &["Connections.csv", "Skills.csv", "1 read = 1 new"]);
    holds(
        &run.page("/import").await,
        &["Brought in before", "Imported Connections.csv and more: 2 new people", ">Undo<"],
    );
    run.taken("/undo", &form(&[("step", "1"), ("back", "/import/1")])).await;
    assert!(run.campaign().is_empty());
    holds(&run.page("/import/1").await, &["You took it back, so nothing of it stands."]);
    holds(&run.page("/import").await, &["taken back by step 2"]);
}

fn zip_of(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
    std::io::Write::write_all(&mut zip, bytes).unwrap();
    zip.finish().unwrap().into_inner()
}

#[tokio::test]
async fn what_cannot_be_used_is_said_and_writes_nothing() {
    let run = Run::with("Ana Pereira").await;
    let before = run.campaign();
    let nonsense = zip_of("readme.txt", b"Dear diary");
    let wrong: [(&str, &[u8], &str); 7] = [
        ("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG picture"),
        ("broken.zip", b"PK\x03\x04 and no more", "is damaged"),
        ("nonsense.zip", &nonsense, "holds no file that halfhour knows"),
        ("empty.csv", b"", "is empty"),
        ("header.csv", b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n", "not a single row"),
        (
            "nobody.csv",
            b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n,,,,Harbor,,\n",
            "Not one row",
        ),
        ("other.csv", b"Day,Amount,For\n3,4,tea\n", "does not know"),
    ];
    for (name, bytes, why) in wrong {
        let told = run.import("bring", &[file(name, bytes)]).await;
        assert_eq!(told.status, StatusCode::BAD_REQUEST, "{name}");
        holds(&told.page, &[name, why, "action=\"/import\""]);
    }
    assert_eq!(*before, *run.campaign());
    assert_eq!(run.app.history(None).unwrap().len(), 1, "no step was written");
}

#[tokio::test]
async fn one_bad_file_keeps_the_good_ones_out_too() {
    let run = Run::empty().await;
    let files = [file("Connections.csv", PEOPLE.as_bytes()), file("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")];
    holds(&run.import("bring", &files).await.page, &["picture.png looks like a PNG picture"]);
    assert!(run.campaign().is_empty(), "all of them are one step, or none is");
}

#[tokio::test]
async fn what_is_too_large_is_turned_away_before_it_is_laid_down() {
    let run = Run::empty().await;
    let request = ask("POST", "/import").header("cookie", &run.cookie).header("sec-fetch-site", "same-origin");
    let request = request.header("content-type", "multipart/form-data; boundary=edge");
    let request = request.header("content-length", (2_u64 << 30).to_string());
    let response = run.raw(request.body(Body::from("--edge--")).unwrap()).await;
    assert_eq!(response.status(), StatusCode::PAYLOAD_TOO_LARGE);
    holds(&text(response).await, &["larger than 1 GB", "only the files that you need"]);
}

#[tokio::test]
async fn no_file_at_all_asks_for_one() {
    let run = Run::empty().await;
    for told in [
        run.upload("/import", &[("do", "bring")], &[]).await,
        run.upload("/import", &[], &[file("", b"")]).await,
        run.send("POST", "/import", "do=bring").await,
    ] {
        assert_eq!(told.status, StatusCode::BAD_REQUEST);
        holds(&told.page, &["No file was chosen.", "enctype=\"multipart/form-data\""]);
    }
}

#[tokio::test]
async fn the_page_of_an_import_that_is_not_remembered_leads_back() {
    let run = Run::empty().await;
    let told = run.send("GET", "/import/77", "").await;
    assert_eq!((told.status, told.to().as_str()), (StatusCode::SEE_OTHER, "/import"));
    assert_eq!(run.status("/import/x").await, StatusCode::NOT_FOUND);
    assert_eq!(run.taken("/import/77", "").await, "/import");
}

#[tokio::test]
async fn only_the_last_few_imports_are_remembered() {
    let run = Run::empty().await;
    for _ in 0..6 {
        run.import("look", &[file("Connections.csv", PEOPLE.as_bytes())]).await;
    }
    assert_eq!(run.send("GET", "/import/1", "").await.to(), "/import");
    assert_eq!(run.status("/import/6").await, StatusCode::OK);
}

#[tokio::test]
async fn what_files_say_is_text() {
    let run = Run::empty().await;
    let people = PEOPLE.replace("Ben", "<script>alert(1)</script>").replace("05 Nov 2020", "<b>soon</b>");
    let told = run.import("bring", &[file("<img src=x>.csv", people.as_bytes())]).await;
    holds(&told.page, &["&lt;img src=x&gt;.csv"]);
    let import = run.page("/import").await;
    for page in [told.page, import, run.page("/people").await] {
        assert!(!page.contains("<script>alert") && !page.contains("<img src=x") && !page.contains("<b>soon"));
    }
}

#[tokio::test]
async fn those_one_wrote_with_are_offered_and_not_added() {
    let run = Run::empty().await;
    let messages = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n\
        1,,Mia Lund,https://www.linkedin.com/in/mia,Bo Lind,https://www.linkedin.com/in/bo-lind,2026-03-03 09:00:00 UTC,,Hello,INBOX\n\
        1,,Bo Lind,https://www.linkedin.com/in/bo-lind,Mia Lund,https://www.linkedin.com/in/mia,2026-03-04 09:00:00 UTC,,Hello,INBOX\n";
    let profile =
        "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry\nMia,Lund,,,,Nurse,,\n";
    run.import("bring", &[file("Profile.csv", profile.as_bytes())]).await;
    let told = run.import("bring", &[file("messages.csv", messages.as_bytes())]).await;
    holds(&told.page, &["Somebody you wrote with, not on your list", "Bo Lind, linkedin.com/in/bo-lind"]);
    assert!(run.campaign().people.is_empty() && !told.page.contains("Hello"));
    run.taken("/add", &form(&[("people", "Bo Lind, linkedin.com/in/bo-lind"), ("back", "/import/2")])).await;
    assert_eq!(run.campaign().people.len(), 1);
}
