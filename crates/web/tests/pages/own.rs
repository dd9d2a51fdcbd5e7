//! Momentum, the map and the seeker's own page: what they show, and that what is typed there is kept and can be undone.

use axum::http::StatusCode;

use crate::run::{Run, TODAY, Told, form, hidden, holds};

/// Sends a form of these fields.
async fn send(run: &Run, path: &str, fields: &[(&str, &str)]) -> Told {
    run.send("POST", path, &form(fields)).await
}

/// Sends the form of a part of `/me`, as it stands on the page at present, with these words.
async fn tell(run: &Run, part: &str, fields: &[(&str, &str)]) -> Told {
    let page = run.page("/me").await;
    let shown = page.split_once(&format!("action=\"/me/{part}\"")).unwrap().1;
    send(run, &format!("/me/{part}"), &[&[("seen", hidden(shown, "seen"))], fields].concat()).await
}

#[tokio::test]
async fn momentum_draws_the_weeks_and_says_them_too() {
    let page = Run::demo().await.page("/momentum").await;
    holds(&page, &["<title id=\"weeks-title\">", "<desc id=\"weeks-told\">", "The same as a table", "16 Nov 2026"]);
    holds(&page, &["Made the call for you", " led to ", "Waits for ", "From one conversation come about"]);
}

#[tokio::test]
async fn the_map_is_a_list_within_a_list() {
    let page = Run::demo().await.page("/map").await;
    holds(&page, &["Who led to whom", "<ul><li><div class=\"place\">", "Dana Whitfield", "Talked, they "]);
    assert!(page.matches("class=\"place\"").count() > 10);
}

#[tokio::test]
async fn before_anything_happened_each_page_says_how_it_begins() {
    let run = Run::empty().await;
    holds(&run.page("/momentum").await, &["begin with your first ask", "btn first"]);
    holds(&run.page("/map").await, &["no map to draw", "btn first"]);
    holds(&run.page("/me").await, &["What would help", "href=\"#direction\"", "href=\"#strengths\"", "href=\"#week\""]);
}

#[tokio::test]
async fn what_is_told_is_kept_said_and_taken_back() {
    let run = Run::empty().await;
    let response =
        tell(&run, "direction", &[("search", "change_careers"), ("fields", "patient safety\r\ntraining")]).await;
    assert_eq!(response.status, StatusCode::SEE_OTHER);
    assert_eq!(run.campaign().direction.fields, ["patient safety", "training"]);
    let to = response.to();
    holds(&run.page(&to).await, &[">Undo<", "patient safety\ntraining"]);
    let step = to.rsplit('=').next().unwrap();
    send(&run, "/undo", &[("step", step), ("back", "/me")]).await;
    assert!(run.campaign().direction.fields.is_empty());
}

#[tokio::test]
async fn a_strength_gets_its_proof_and_goes_again() {
    let run = Run::empty().await;
    let (name, proof) = (("strength", "calming a ward"), ("proof", "no fall in a year"));
    tell(&run, "strengths", &[name, ("proof", "")]).await;
    tell(&run, "strengths", &[name, proof, ("strength", ""), ("proof", "")]).await;
    let proofs: Vec<_> = run.campaign().strengths.values().map(|one| one.proof.clone()).collect();
    assert_eq!(proofs, [Some("no fall in a year".to_owned())]);
    tell(&run, "strengths", &[name, proof, ("strength", "Calming a ward"), ("proof", "")]).await;
    assert_eq!(run.campaign().strengths.len(), 1);
    holds(&run.page("/me").await, &["value=\"no fall in a year\""]);
    send(&run, "/me/strengths/drop", &[name]).await;
    assert!(run.campaign().strengths.values().all(|one| one.dropped));
}

#[tokio::test]
async fn ideas_come_and_are_laid_aside() {
    let run = Run::empty().await;
    send(&run, "/me/ideas", &[("idea", "training in hospitals")]).await;
    let idea = run.campaign().ideas.values().next().unwrap().id.to_string();
    send(&run, "/me/ideas/drop", &[("dropped", &idea)]).await;
    assert!(run.campaign().ideas.values().all(|one| one.dropped));
    assert!(send(&run, "/me/ideas", &[]).await.status.is_client_error());
}

#[tokio::test]
async fn who_is_not_employed_any_more_has_no_employer() {
    let run = Run::empty().await;
    let employer = ("employer", "Harbor Hospital");
    tell(&run, "you", &[("name", "Mia Lund"), ("employed", "yes"), employer]).await;
    assert_eq!(run.campaign().seeker.employer.as_deref(), Some("Harbor Hospital"));
    tell(&run, "you", &[("name", "Mia Lund"), ("employed", "no"), employer]).await;
    assert_eq!((run.campaign().seeker.employed_now, run.campaign().seeker.employer.clone()), (Some(false), None));
}

#[tokio::test]
async fn a_refusal_keeps_the_words() {
    let run = Run::demo().await;
    let before = run.campaign();
    for (fields, words) in [
        ([("slots", "tue 10:00\nsometime"), ("conversations", "3")], "is not a time in a week"),
        ([("slots", "sometime else\n"), ("conversations", "many")], "is not a number of conversations"),
        ([("slots", "mon 9:15"), ("conversations", "4000")], "do not fit into a week"),
    ] {
        let response = tell(&run, "week", &fields).await;
        assert!(response.status.is_client_error());
        let page = response.page;
        holds(&page, &[words, fields[0].1.trim(), &format!("value=\"{}\"", fields[1].1)]);
    }
    assert_eq!(before.week, run.campaign().week);
}

#[tokio::test]
async fn a_form_from_an_old_tab_overwrites_nothing() {
    let run = Run::empty().await;
    tell(&run, "you", &[("name", "Mia Lund")]).await;
    let response = send(&run, "/me/you", &[("seen", "0123456789abcdef"), ("name", "Somebody")]).await;
    assert!(response.status.is_client_error());
    holds(&response.page, &["changed elsewhere", "value=\"Somebody\""]);
    assert_eq!(run.campaign().seeker.name.as_deref(), Some("Mia Lund"));
}

#[tokio::test]
async fn a_page_looked_at_again_says_what_stands_and_saves_at_the_second_press() {
    let run = Run::empty().await;
    let old = run.page("/me").await;
    let seen = hidden(old.split_once("action=\"/me/direction\"").unwrap().1, "seen");
    let roles = [("seen", seen), ("roles", "welder"), ("places", "")];
    assert_eq!(send(&run, "/me/direction", &roles).await.status, StatusCode::SEE_OTHER);
    assert_eq!(send(&run, "/me/direction", &roles).await.status, StatusCode::SEE_OTHER, "the same stands already");
    let fields = [("roles", ""), ("places", "Porto")];
    let stale = send(&run, "/me/direction", &[&[("seen", seen)], &fields[..]].concat()).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    holds(&stale.page, &["What you wrote is still below", "Roles: <bdi>welder</bdi>", "\nPorto</textarea>"]);
    let seen = hidden(stale.page.split_once("action=\"/me/direction\"").unwrap().1, "seen");
    let again = send(&run, "/me/direction", &[&[("seen", seen)], &fields[..]].concat()).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER, "{}", again.page);
    let stands = run.campaign().direction.clone();
    assert_eq!((stands.places, stands.roles.len()), (vec!["Porto".to_owned()], 0));
}

#[tokio::test]
async fn each_part_from_an_old_tab_comes_back_with_what_stands() {
    let run = Run::demo().await;
    for (part, field, says) in [
        ("you", ("name", "Somebody"), "Your name: <bdi>"),
        ("strengths", ("strength", "patience"), "What you do best: <bdi>"),
        ("week", ("slots", "fri 9:00"), "Times for calls: <bdi>"),
    ] {
        let stale = send(&run, &format!("/me/{part}"), &[("seen", "0"), field, ("proof", "")]).await;
        assert_eq!(stale.status, StatusCode::CONFLICT, "{part}");
        holds(&stale.page, &["What stands now", says, field.1]);
        assert!(!stale.page.contains("name=\"seen\" value=\"0\""), "{part}: the form remembers what stands now");
    }
}

#[tokio::test]
async fn a_search_is_closed_and_taken_up_again() {
    let run = Run::demo().await;
    let page = run.refused("/me/search", "search=close").await;
    holds(
        &page,
        &["so your search is not closed yet:</strong>", "<li dir=\"auto\">You promised", "Close it all the same"],
    );
    send(&run, "/me/search", &[("search", "anyway")]).await;
    assert_eq!(run.campaign().direction.closed_on, Some(TODAY));
    holds(&run.page("/me").await, &["Take it up again"]);
    send(&run, "/me/search", &[("search", "reopen")]).await;
    assert_eq!(run.campaign().direction.closed_on, None);
}

#[tokio::test]
async fn what_the_seeker_writes_is_text() {
    let run = Run::empty().await;
    let script = "<script>alert(1)</script>";
    tell(&run, "you", &[("name", script), ("headline", "\"><b>")]).await;
    tell(&run, "strengths", &[("strength", script), ("proof", script)]).await;
    send(&run, "/me/ideas", &[("idea", script)]).await;
    let page = run.page("/me").await;
    assert!(!page.contains("<script>alert") && !page.contains("\"><b>") && page.contains("&lt;script&gt;alert"));
}

#[tokio::test]
async fn where_they_have_been_is_told_and_taken_away() {
    let run = Run::empty().await;
    let to =
        run.taken("/me/past", &form(&[("position", "charge nurse, Harbor Hospital, 2015-2019"), ("school", "")])).await;
    holds(&run.page(&to).await, &["charge nurse, Harbor Hospital", "2015 to 2019", ">Undo<"]);
    run.taken("/me/past", &form(&[("position", ""), ("school", "Harbor College, nursing, 2011-2014")])).await;
    let campaign = run.campaign();
    let (position, school) = (campaign.positions.keys().next().unwrap(), campaign.schools.keys().next().unwrap());
    for gone in [position.to_string(), school.to_string()] {
        run.taken("/me/past/drop", &form(&[("dropped", &gone)])).await;
    }
    assert!(run.campaign().positions.is_empty() && run.campaign().schools.is_empty());
    let page = run.refused("/me/past", &form(&[("position", "nurse, Harbor, 2019-2015")])).await;
    holds(&page, &["before it begins", "nurse, Harbor, 2019-2015"]);
}
