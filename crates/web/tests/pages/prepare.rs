//! Getting ready for one person, and the call sheet: what the pages hold, what their forms write, and what they refuse.

use axum::http::StatusCode;
use jiff::civil::date;
use method::ask::Answer;
use method::list::edit::{ListEdit, PersonEdit};

use crate::run::{Run, hidden, holds};

/// A run with one person on the list, whose name would break a careless page.
async fn ready() -> Run {
    let run = Run::empty().await;
    run.add(&PersonEdit {
        name: Some("<script>alert(1)</script> Osei".to_owned()),
        how_known: Some("we worked the night shift together".to_owned()),
        emails: ListEdit::adding("maya@mercy.example"),
        ..PersonEdit::default()
    });
    run
}

/// The path of a page or form of this person.
fn of(what: &str) -> String {
    format!("/people/p1/{what}")
}

#[tokio::test]
async fn every_part_is_on_the_page_and_a_name_is_text() {
    let run = ready().await;
    for what in ["prepare", "prepare?form=email", "prepare?form=voicemail", "prepare?form=message", "answer", "sheet"] {
        let page = run.page(&of(what)).await;
        assert!(!page.contains("<script>alert") && page.contains("&lt;script&gt;alert"), "{what}");
    }
    let page = run.page(&of("prepare?form=email")).await;
    for words in ["Why you call", "What you ask", "The ask", "mailto:maya@mercy.example?subject=", "I asked"] {
        assert!(page.contains(words), "{words}");
    }
    assert!(
        run.page(&of("prepare")).await.contains("Their telephone number"),
        "a number that is not known can be told"
    );
}

#[tokio::test]
async fn nobody_is_prepared_who_is_not_on_the_list() {
    let run = ready().await;
    for path in ["/people/p999/prepare", "/people/p999/sheet", "/people/p999/answer", "/people/x/prepare"] {
        assert_eq!(run.status(path).await, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn the_case_keeps_what_was_changed_and_can_be_taken_back() {
    let run = ready().await;
    let version = hidden(&run.page(&of("prepare")).await, "version").to_owned();
    let to = run.taken(&of("case"), &format!("version={version}&purpose=Learn+how+wards+train&why=we+worked")).await;
    assert!(run.page(&of("prepare")).await.contains("Learn how wards train"));
    let page = run.refused(&of("case"), &format!("version={version}&purpose=Something+else")).await;
    assert!(page.contains("Something else"), "a second tab is told, and keeps its words");
    run.undo(&to).await;
    assert!(!run.page(&of("prepare")).await.contains("Learn how wards train"));
}

#[tokio::test]
async fn questions_are_added_moved_removed_and_made_anew() {
    let run = ready().await;
    run.taken(&of("questions"), "question=What+would+you+do+first%3F").await;
    let page = run.page(&of("prepare")).await;
    assert!(page.contains("What would you do first?") && page.contains("Make them anew"));
    let seen = hidden(&page, "seen").to_owned();
    let stale = run.refused(&of("questions"), "seen=0&remove=1").await;
    assert!(stale.contains("changed elsewhere"));
    run.taken(&of("questions"), &format!("seen={seen}&up=2")).await;
    let page = run.page(&of("prepare")).await;
    run.taken(&of("questions"), &format!("seen={}&remove=1", hidden(&page, "seen"))).await;
    let page = run.page(&of("prepare")).await;
    run.taken(&of("questions"), &format!("seen={}&fresh=yes", hidden(&page, "seen"))).await;
    assert!(!run.page(&of("prepare")).await.contains("What would you do first?"));
    let page = run.refused(&of("questions"), "question=%3F").await;
    assert!(page.contains("no words in this question"));
}

#[tokio::test]
async fn the_check_says_what_gets_in_the_way_and_keeps_nothing() {
    let run = ready().await;
    let before = run.campaign();
    let fields = "form=email&words=Do+you+know+who+is+hiring+at+your+company%3F";
    let told = run.send("POST", &of("draft"), fields).await;
    assert_eq!(told.status, StatusCode::OK);
    let page = told.page;
    assert!(page.contains("Instead: ") && page.contains("Do you know who is hiring at your company?"), "{page}");
    assert!(page.contains("body=Do%20you%20know"), "the letter has the words as they are now");
    assert_eq!(*before, *run.campaign());
}

#[tokio::test]
async fn an_ask_is_recorded_answered_and_taken_back() {
    let run = ready().await;
    let to = run.taken(&of("asked"), "form=email&on=2026-11-20&words=Hello%0D%0AMaya&keep=yes").await;
    let ask = run.campaign().asks.values().next().unwrap().clone();
    assert_eq!((ask.asked_on, ask.words.as_deref()), (date(2026, 11, 20), Some("Hello\nMaya")));
    assert!(run.page(&of("prepare")).await.contains("Note the answer"));
    let page = run.refused(&of("asked"), "form=call&on=2026-11-23&words=Once+more").await;
    assert!(page.contains("Once more"), "a second ask is refused, and its words are still there");
    run.undo(&to).await;
    assert!(run.campaign().asks.is_empty());
}

#[tokio::test]
async fn what_the_check_finds_in_the_words_of_an_ask_is_said_when_it_is_noted() {
    let run = ready().await;
    let told = run.send("POST", &of("asked"), "form=email&words=Do+you+have+a+job+for+me%3F").await;
    assert_eq!(told.status, StatusCode::OK);
    assert!(told.page.contains("Your ask is noted.") && told.page.contains("Instead: "), "{}", told.page);
    assert!(told.page.contains("/people/p1/prepare?done="), "{}", told.page);
    assert_eq!(run.campaign().asks.len(), 1);
}

#[tokio::test]
async fn every_answer_has_its_form() {
    let run = ready().await;
    run.taken(&of("questions"), "question=What+would+you+do+first%3F").await;
    run.taken(&of("asked"), "form=call").await;
    for (fields, words) in [
        ("", "What did they say?"),
        ("said=accepted&place=the+gate", "On which day do you meet?"),
        ("said=accepted&on=2026-11-24&at=lunch", "is not a time of day"),
        ("said=not_now", "From which day on?"),
        ("said=someone_else", "Whom did they name?"),
    ] {
        let page = run.refused(&of("answer"), fields).await;
        assert!(page.contains(words), "{fields}");
        assert!(!fields.contains("gate") || page.contains("the gate"), "what was typed is still there");
    }
    let to = run.taken(&of("answer"), "said=accepted&on=2026-11-24&at=14%3A00&place=the+gate").await;
    assert!(to.starts_with(&of("sheet")));
    let sheet = run.page(&of("sheet")).await;
    assert!(
        sheet.contains("Tuesday 24 November at 14:00, the gate") && sheet.contains("Thank you for making the time")
    );
    run.undo(&to).await;
    for fields in ["said=declined", "said=silent", "said=not_now&until=2026-12-07"] {
        run.taken(&of("answer"), fields).await;
    }
    let to = run.taken(&of("answer"), "said=someone_else&named=Sam+Lee%2C+Quay+Hospital").await;
    assert!(to.contains("/prepare"), "on to whom they named: {to}");
    assert_eq!(run.campaign().asks.values().next().unwrap().answer, Some(Answer::SomeoneElse));
}

#[tokio::test]
async fn a_number_that_is_told_can_be_dialled() {
    let run = ready().await;
    run.taken(&of("reach"), "form=call&reach=%2B1+555+0100").await;
    assert!(run.page(&of("prepare")).await.contains("href=\"tel:+15550100\""));
    assert!(run.refused(&of("reach"), "form=call&reach=later").await.contains("value=\"later\""));
}

#[tokio::test]
async fn own_words_are_kept_for_one_person_and_become_usual_ones_only_without_what_is_theirs() {
    let run = ready().await;
    run.add(&PersonEdit { name: Some("Gus Lindqvist".to_owned()), ..PersonEdit::default() });
    let to = run.taken(&of("words"), "form=call&as=own&words=It+is+Ruth.+Half+an+hour%3F").await;
    holds(&run.page(&of("prepare")).await, &["It is Ruth. Half an hour?", "Your own words.", "Let go of my words"]);
    run.undo(&to).await;
    assert!(!run.page(&of("prepare")).await.contains("It is Ruth."));
    let theirs = "form=call&as=usual&words=Those+night+shifts+were+worked+together.+Half+an+hour%3F";
    holds(&run.refused(&of("words"), theirs).await, &["Those night shifts were worked together.", "{tie}"]);
    let words = "form=call&as=usual&words=We+worked+the+night+shift+together.+Half+an+hour,+soon%3F";
    run.taken(&of("words"), words).await;
    let gus = run.page("/people/p2/prepare").await;
    holds(&gus, &["Half an hour, soon?", "Your usual words"]);
    assert!(!gus.contains("night shift together. Half"), "what holds for one is not said to another");
}

#[tokio::test]
async fn a_question_is_kept_for_next_time_and_comes_to_the_next_person() {
    let run = ready().await;
    run.add(&PersonEdit { name: Some("Gus Lindqvist".to_owned()), ..PersonEdit::default() });
    run.taken(&of("questions"), "question=What+would+you+do+first%3F").await;
    run.taken("/people/p2/questions", "question=Why+nights%3F").await;
    let seen = hidden(&run.page("/people/p2/prepare").await, "seen").to_owned();
    run.taken("/people/p2/questions", &format!("seen={seen}&next_time=1")).await;
    holds(&run.page("/people/p2/prepare").await, &["You keep this one for next time.", "Not next time"]);
    assert!(!run.page(&of("prepare")).await.contains("Why nights?"), "what is kept for them stays as it is");
    let seen = hidden(&run.page(&of("prepare")).await, "seen").to_owned();
    let me = run.page("/me").await;
    let (_, direction) = me.split_once("action=\"/me/direction\"").unwrap();
    run.taken("/me/direction", &format!("seen={}&fields=patient+safety", hidden(direction, "seen"))).await;
    run.taken(&of("questions"), &format!("seen={seen}&fresh=yes")).await;
    holds(&run.page(&of("prepare")).await, &["Why nights?"]);
}

#[tokio::test]
async fn questions_that_led_further_are_ticked_after_the_call() {
    let run = ready().await;
    run.taken(&of("questions"), "question=What+would+you+do+first%3F").await;
    holds(&run.page(&of("talk")).await, &["Which questions led further?", "What would you do first?"]);
    let to = run.taken(&of("talk"), "ladder=listened&led=What+would+you+do+first%3F").await;
    holds(&run.page(&to).await, &["Led further: ", "What would you do first?"]);
    let talk = run.campaign().conversations.values().next().unwrap().clone();
    assert_eq!(talk.led_further.len(), 1);
}

#[tokio::test]
async fn an_answer_that_is_recorded_already_is_said_first() {
    let run = ready().await;
    run.taken(&of("asked"), "form=call").await;
    run.taken(&of("answer"), "said=declined").await;
    let page = run.page(&of("answer")).await;
    assert!(page.contains("They said no, today."), "{page}");
}

#[tokio::test]
async fn what_is_missing_leads_to_its_field() {
    let run = ready().await;
    let page = run.page(&of("prepare")).await;
    let to = page.split("?edit=yes#edit").next().unwrap().rsplit('"').next().unwrap().to_owned();
    let page = run.page(&format!("{to}?edit=yes")).await;
    assert!(page.contains("id=\"edit\" open"), "{page}");
}
