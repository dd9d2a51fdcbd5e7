//! Import: files come in, with a look first; what cannot be used is said and writes nothing; what came in can go again.

use axum::body::Body;
use axum::http::StatusCode;
use method::list::edit::{ListEdit, PersonEdit};
use method::seeker::edit::{SeekerEdit, edit_seeker};
use store::Scope;

use crate::run::{Run, ask, form, holds, text};
use crate::upload::{File, PEOPLE, file};

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
    let inner = zip_of("people.vcf", b"BEGIN:VCARD\nFN:Ana\nEND:VCARD\n");
    let nested = zip_of("inner.zip", &inner);
    let wrong: [(&str, &[u8], &str); 10] = [
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
        ("outer.zip", &nested, "inside a ZIP"),
        ("half.json", b"{\"basics\": {\"name\": \"Mia\"}, \"work\": [", "ends in the middle"),
        ("half.vcf", b"BEGIN:VCARD\nVERSION:3.0\nFN:Ana Per", "END:VCARD is missing"),
    ];
    for (name, bytes, why) in wrong {
        let told = run.import("bring", &[file(name, bytes)]).await;
        assert_eq!(told.status, StatusCode::BAD_REQUEST, "{name}");
        holds(&told.page, &[name, why, "action=\"/import"]);
        let of_commands = ["halfhour import", "--", "then name"].into_iter().find(|words| told.page.contains(words));
        assert_eq!(of_commands, None, "{name}: what a page says names pages and buttons");
    }
    assert_eq!(*before, *run.campaign());
    assert_eq!(run.app.history(None).unwrap().len(), 1, "no step was written");
}

#[tokio::test]
async fn what_nobody_knows_beside_something_known_is_left_alone_and_named() {
    let run = Run::empty().await;
    let files = [file("Connections.csv", PEOPLE.as_bytes()), file("<b>picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")];
    let told = run.import("bring", &files).await;
    holds(&told.page, &["2 new people", "One file was left alone", "&lt;b&gt;picture.png looks like a PNG picture"]);
    assert_eq!(run.campaign().people.len(), 2);
}

#[tokio::test]
async fn a_damaged_file_keeps_the_good_ones_out_too() {
    let run = Run::empty().await;
    let files = [file("Connections.csv", PEOPLE.as_bytes()), file("broken.zip", b"PK\x03\x04 and no more")];
    holds(&run.import("bring", &files).await.page, &["broken.zip is damaged"]);
    assert!(run.campaign().is_empty(), "all of them are one step, or none is");
}

#[tokio::test]
async fn a_whole_folder_is_looked_at_and_no_table_in_it_is_guessed() {
    let run = Run::empty().await;
    holds(&run.page("/import").await, &["webkitdirectory", "A whole folder"]);
    let of_folder = |name, bytes| File { field: "folder", name, bytes };
    let table: &[u8] = b"Name,Email\nAbu Bakr,abu@example.com\n";
    let files = [of_folder("mine/Connections.csv", PEOPLE.as_bytes()), of_folder("mine/expenses.csv", table)];
    holds(&run.import("bring", &files).await.page, &["2 new people", "One file was left alone", "expenses.csv"]);
    let told = run.import("bring", &[of_folder("mine/diary.txt", b"Dear diary")]).await;
    assert_eq!(told.status, StatusCode::BAD_REQUEST);
    holds(&told.page, &["mine holds no file that could be read"]);
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
    holds(&told.page, &["Somebody you wrote with or met, not on your list", "1 from you, 1 from them"]);
    assert!(run.campaign().people.is_empty() && !told.page.contains("Hello"));
    let to = run.taken("/import/2/people", &form(&[("one", "linkedin.com/in/bo-lind")])).await;
    assert_eq!(to, "/import/2?done=3");
    assert!(!run.page("/import/2").await.contains("not on your list"), "nobody is offered who is there");
    let campaign = run.campaign();
    let bo = campaign.people.values().next().unwrap();
    assert_eq!(
        (bo.name.as_deref(), bo.links.as_slice()),
        (Some("Bo Lind"), ["linkedin.com/in/bo-lind".to_owned()].as_slice())
    );
    run.undo(&to).await;
    assert!(run.campaign().people.is_empty());
    run.refused("/import/2/people", "").await;
    run.refused("/import/2/people", &form(&[("who", "eve@example.com")])).await;
}

/// Mail with three people: two of them write back, the third is a machine.
const MAIL: &str = "From mia@example.com Tue Mar  3 09:00:00 2026\n\
    From: Mia <mia@example.com>\nTo: \"<b>Bo</b> Lind\" <bo@quay.example>, Ana Pereira <ana@harbor.example>\n\
    Date: Tue, 3 Mar 2026 09:00:00 +0000\nMessage-ID: <1@example.com>\n\nSecret words\n\n\
    From bo@quay.example Wed Mar  4 09:00:00 2026\n\
    From: \"<b>Bo</b> Lind\" <bo@quay.example>\nTo: mia@example.com, ana@harbor.example\n\
    Date: Wed, 4 Mar 2026 09:00:00 +0000\nMessage-ID: <2@quay.example>\n\nSecret words\n\n\
    From ana@harbor.example Thu Mar  5 09:00:00 2026\n\
    From: Ana Pereira <ana@harbor.example>\nTo: mia@example.com\n\
    Date: Thu, 5 Mar 2026 09:00:00 +0000\nMessage-ID: <3@harbor.example>\n\nSecret words\n\n\
    From noreply@shop.example Thu Mar  5 09:00:00 2026\n\
    From: Shop <noreply@shop.example>\nTo: mia@example.com\n\
    Date: Thu, 5 Mar 2026 09:00:00 +0000\nMessage-ID: <4@shop.example>\n\nSecret words\n";

#[tokio::test]
async fn mail_asks_whose_it_is_and_goes_on_without_a_second_upload() {
    let run = Run::empty().await;
    let asked = run.import("bring", &[file("all.mbox", MAIL.as_bytes())]).await;
    assert_eq!(asked.status, StatusCode::BAD_REQUEST);
    holds(&asked.page, &["Which addresses are yours?", "all.mbox", "name=\"me\"", "name=\"remember\""]);
    let no = run.refused("/import/1", &form(&[("me", "mia at home"), ("do", "bring")])).await;
    holds(&no, &["mia at home", "Which addresses are yours?"]);
    holds(&run.refused("/import/1", "me=&do=bring").await, &["No address was named."]);
    let fields = [("me", "Mia@example.com, m.lund@example.com"), ("remember", "yes"), ("do", "bring")];
    let to = run.taken("/import/1", &form(&fields)).await;
    let told = run.outcome(&to).await.page;
    holds(&told, &["4 read = 3 counted + 1 passed over", "1 passed over: ", "1 pair of people who know each other"]);
    holds(&told, &["2 people you wrote with or met", "&lt;b&gt;Bo&lt;/b&gt; Lind", "bo@quay.example"]);
    assert!(!told.contains("Secret") && !told.contains("<b>Bo"));
    assert_eq!(run.campaign().seeker.addresses, ["mia@example.com", "m.lund@example.com"]);
    let to = run.taken(&format!("{to}/people"), "who=bo%40quay.example&who=ana%40harbor.example").await;
    assert_eq!(run.campaign().people.len(), 2, "several are one step");
    run.undo(&to).await;
    assert!(run.campaign().people.is_empty());
}

#[tokio::test]
async fn addresses_are_not_remembered_unasked() {
    let run = Run::empty().await;
    run.import("look", &[file("all.mbox", MAIL.as_bytes())]).await;
    let to = run.taken("/import/1", &form(&[("me", "mia@example.com"), ("do", "look")])).await;
    holds(&run.outcome(&to).await.page, &["Nothing was written yet", "Once the files are in"]);
    assert!(run.campaign().is_empty());
    let to = run.taken(&to, "").await;
    holds(&run.outcome(&to).await.page, &["4 read = 3 counted", "Add those I ticked"]);
    assert!(run.campaign().seeker.addresses.is_empty());
}

#[tokio::test]
async fn what_was_left_out_is_a_file_to_mend_while_the_job_is_remembered() {
    let run = Run::empty().await;
    let told = run.import("bring", &[file("Connections.csv", PEOPLE.as_bytes())]).await;
    holds(&told.page, &["href=\"/import/1/left-out\"", "Download what was left out"]);
    let left = run.send("GET", "/import/1/left-out", "").await;
    assert_eq!(left.headers["content-disposition"], "attachment; filename=\"halfhour-left-out-2026-11-23.csv\"");
    holds(&left.page, &["Reason,First Name,Last Name", "record 3, line 4", ",,,,,Harbor Freight,,05 Nov 2020"]);
    let mended = left.page.replace(",,,,,Harbor", ",Cleo,Marsh,,,Harbor");
    holds(&run.import("bring", &[file("mended.csv", mended.as_bytes())]).await.page, &["One new person"]);
    assert_eq!(run.status("/import/2/left-out").await, StatusCode::NOT_FOUND, "nothing was left out");
    run.send("POST", "/settings/forget/p1", "meant=yes").await;
    assert_eq!(run.send("GET", "/import/1/left-out", "").await.to(), "/import", "gone when somebody is forgotten");
}

const TABLE: &str = "Who,Firm <i>,E-mail,Name\nAbu Bakr,Dock 9,abu@example.com,the tall one\n";

#[tokio::test]
async fn what_each_column_is_can_be_said_otherwise() {
    let run = Run::empty().await;
    let looked = run.import("look", &[file("mine.csv", TABLE.as_bytes())]).await.page;
    holds(
        &looked,
        &["What the columns are", "<option value=\"name=Name\" selected>", "<option value=\"nothing=Who\" selected>"],
    );
    assert!(!looked.contains("<i>"));
    let wish = "column=name%3DWho&column=organization%3DFirm+%3Ci%3E&column=nothing%3DE-mail&column=nothing%3DName";
    let again = run.taken("/import/1", &format!("{wish}&do=look")).await;
    holds(&run.outcome(&again).await.page, &["Nothing was written yet", "<option value=\"name=Who\" selected>"]);
    let to = run.taken(&again, wish).await;
    holds(&run.outcome(&to).await.page, &["One new person", "not used: "]);
    let campaign = run.campaign();
    let abu = campaign.everybody().next().unwrap();
    assert_eq!((abu.name(), abu.organization(), abu.emails().len()), ("Abu Bakr", Some("Dock 9"), 0));
    let no = run.refused("/import/1", "column=nothing%3DName&column=emails%3DE-mail").await;
    holds(&no, &["No column is a name", "What the columns are"]);
    run.refused("/import/1", "column=shoe%3DName").await;
}

#[tokio::test]
async fn each_of_several_tables_has_its_own_columns() {
    let run = Run::empty().await;
    let other = "Name,Mate,E-mail\nthe short one,Eva Lind,eva@example.com\n";
    let looked = run.import("look", &[file("one.csv", TABLE.as_bytes()), file("two.csv", other.as_bytes())]).await.page;
    holds(&looked, &["<h3><bdi>one.csv</bdi></h3>", "value=\"two.csv\"", "name=\"column-1\"", "Look again"]);
    let wish = "table-0=one.csv&column-0=name%3DWho&column-0=nothing%3DName&table-1=two.csv&column-1=name%3DMate";
    let to = run.taken("/import/1", &format!("{wish}&column-1=nothing%3DName")).await;
    holds(&run.outcome(&to).await.page, &["2 new people"]);
    let campaign = run.campaign();
    let names: Vec<&str> = campaign.everybody().map(|one| one.records[0].name.as_str()).collect();
    assert_eq!(names, ["Abu Bakr", "Eva Lind"]);
    let no = run.refused("/import/1", "table-0=one.csv&column-0=nothing%3DWho").await;
    holds(&no, &["No column is a name"]);
}

#[tokio::test]
async fn rows_of_a_file_that_gave_nothing_can_be_mended_all_the_same() {
    let run = Run::empty().await;
    let nobody = b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n,,,,Harbor,,\n";
    let told = run.import("bring", &[file("nobody.csv", nobody)]).await;
    holds(&told.page, &["Not one row", "Download what was left out (.csv)", "/import/1/left-out"]);
    assert!(run.send("GET", "/import/1/left-out", "").await.page.contains(",,,,Harbor,,"));
}

#[tokio::test]
async fn a_table_that_nobody_knows_asks_what_it_holds() {
    let run = Run::empty().await;
    let asked = run.import("bring", &[file("mine.csv", b"Qui,Boite\nAbu Bakr,Dock 9\n")]).await;
    assert_eq!(asked.status, StatusCode::BAD_REQUEST);
    holds(&asked.page, &["What does this table hold?", "<option value=\"nothing=Qui\" selected>"]);
    let to = run.taken("/import/1", "column=name%3DQui&column=organization%3DBoite&do=bring").await;
    holds(&run.outcome(&to).await.page, &["One new person is on your list"]);
}

#[tokio::test]
async fn who_may_stand_there_twice_is_said_with_the_way_to_it() {
    let run = Run::empty().await;
    let (name, organization) = (Some("Ana Pereira".to_owned()), Some("Harbor Freight".to_owned()));
    run.add(&PersonEdit { name, organization, ..PersonEdit::default() });
    let told = run.import("bring", &[file("Connections.csv", PEOPLE.as_bytes())]).await;
    assert_eq!(run.campaign().people.len(), 3, "a usual name and a firm are no proof");
    holds(&told.page, &["One person may stand on your list twice.", "href=\"/people/duplicates\""]);
    let told = run.import("bring", &[file("Connections.csv", PEOPLE.as_bytes())]).await;
    assert!(!told.page.contains("may stand on your list twice"), "nothing came of it");
}

#[tokio::test]
async fn mail_of_which_little_counts_asks_for_other_addresses() {
    let run = Run::empty().await;
    let edit = ListEdit::adding("other@example.com");
    run.app
        .change(Scope::Told, &|campaign, _| {
            edit_seeker(campaign, &SeekerEdit { addresses: edit.clone(), ..SeekerEdit::default() })
        })
        .unwrap();
    let files = [file("all.mbox", MAIL.as_bytes()), file("Connections.csv", PEOPLE.as_bytes())];
    let told = run.import("bring", &files).await.page;
    holds(&told, &["4 read = 4 passed over", "Do you have other addresses?"]);
    let to = run.taken("/import/1", &form(&[("me", "mia@example.com"), ("do", "bring")])).await;
    let told = run.outcome(&to).await.page;
    holds(&told, &["4 read = 3 counted + 1 passed over"]);
    assert!(!told.contains("Do you have other addresses?"));
}

#[tokio::test]
async fn words_beside_files_are_held_in_memory_only_up_to_a_bound() {
    let run = Run::empty().await;
    let long = "x".repeat(2 << 20);
    let told = run.upload("/import", &[("do", &long)], &[file("Connections.csv", PEOPLE.as_bytes())]).await;
    assert_eq!(told.status, StatusCode::PAYLOAD_TOO_LARGE);
    let many: Vec<(&str, &str)> = vec![("do", ""); 20_000];
    let told = run.upload("/import", &many, &[file("Connections.csv", PEOPLE.as_bytes())]).await;
    assert_eq!(told.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(run.campaign().is_empty());
}
