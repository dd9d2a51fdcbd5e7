//! Momentum and the map of a long search: five hundred conversations, made by the same decisions that the pages call.

use jiff::civil::Date;
use method::conversation::Ladder;
use method::conversation::capture_referral::Named;
use method::conversation::record::{Debrief, record_conversation};
use method::day::plus_days;
use method::id::{Id, PersonId};
use method::list::add::add_person;
use method::list::edit::PersonEdit;
use method::momentum::add_opportunity::{NewOpportunity, add_opportunity};
use store::Scope;

use crate::run::{Run, TODAY, holds};

const CONVERSATIONS: u64 = 500;

#[tokio::test]
async fn a_search_of_ten_weeks_needs_no_folds_in_its_trees() {
    assert!(!Run::demo().await.page("/map").await.contains("<details class=\"fold\">"));
}

#[tokio::test]
async fn a_search_without_an_opportunity_says_where_to_note_one() {
    let run = Run::with("Ana Pereira").await;
    run.taken("/people/p1/talk", "ladder=listened").await;
    holds(&run.page("/momentum").await, &["None is noted yet. ", "<a href=\"/opportunities#new\">note it</a>"]);
}

#[tokio::test]
async fn a_long_search_is_still_a_search() {
    let run = long_search().await;
    five_hundred_conversations_are_drawn_told_and_kept_short(&run).await;
    the_map_of_a_long_search_shows_everybody_once(&run).await;
    the_other_pages_of_a_long_search_answer_too(&run).await;
}

/// Ten people who were known, and four hundred and ninety who were named: each of them by somebody met before.
async fn long_search() -> Run {
    let run = Run::empty().await;
    run.app
        .change(Scope::Ties, &|campaign, ids| {
            let (mut after, mut all) = (campaign.clone(), Vec::new());
            let mut keep = |after: &mut method::campaign::Campaign, new: Vec<method::change::Change>| {
                after.apply(new.iter().cloned());
                all.extend(new);
            };
            for number in 1..=10 {
                let told = PersonEdit { name: Some(format!("Known {number}")), ..PersonEdit::default() };
                let new = add_person(&after, ids, TODAY, &told)?;
                keep(&mut after, new);
            }
            for number in 1..=CONVERSATIONS {
                let debrief = Debrief {
                    named: names(number),
                    ladder: Some(rung(number)),
                    ..Debrief::of(PersonId::from_number(number), held_on(number))
                };
                let new = record_conversation(&after, ids, TODAY, &debrief)?;
                keep(&mut after, new);
            }
            for number in 1..=40 {
                let through = (number % 5 != 0).then(|| PersonId::from_number(number * 12));
                let new =
                    NewOpportunity { title: format!("Opportunity {number}"), through, ..NewOpportunity::default() };
                let new = add_opportunity(&after, ids, TODAY, new)?;
                keep(&mut after, new);
            }
            Ok(all)
        })
        .unwrap();
    run
}

/// Every second conversation names two more people, until there are enough.
fn names(number: u64) -> Vec<Named> {
    if rung(number) < Ladder::NamedSomeone {
        return Vec::new();
    }
    (1..=2)
        .map(|place| Named { name: format!("Named {number}-{place}"), organization: None, introduction: place == 1 })
        .collect()
}

fn rung(number: u64) -> Ladder {
    Ladder::ALL[usize::try_from((number * 7 + number / 3) % 4).unwrap()]
}

fn held_on(number: u64) -> Date {
    plus_days(TODAY, -i32::try_from(CONVERSATIONS - number).unwrap())
}

async fn five_hundred_conversations_are_drawn_told_and_kept_short(run: &Run) {
    let page = run.page("/momentum").await;
    holds(
        &page,
        &["500 conversations so far.", "<title id=\"weeks-title\">", "<desc id=\"weeks-told\">", "The same as a table"],
    );
    holds(&page, &["32 of your 40 opportunities came through people.", "See who led to whom"]);
    assert!(page.len() < 120_000, "{}", page.len());
}

async fn the_map_of_a_long_search_shows_everybody_once(run: &Run) {
    let page = run.page("/map").await;
    let campaign = run.campaign();
    let led = campaign.referrals.len();
    assert!(led > 400, "{led}");
    for referral in campaign.referrals.values() {
        let link = format!("href=\"/people/{}\"", referral.person);
        assert_eq!(page.matches(&link).count(), 1, "{}", referral.person);
    }
    assert_eq!(page.matches("<ul").count(), page.matches("</ul>").count());
    holds(&page, &["Unfold everything", "<details class=\"fold\"><summary>led on to "]);
    assert!(!run.page("/map?all=yes").await.contains("<details class=\"fold\">"), "nothing is folded any more");
}

async fn the_other_pages_of_a_long_search_answer_too(run: &Run) {
    for path in ["/", "/next", "/people", "/organizations", "/opportunities", "/story", "/search?q=named"] {
        let page = run.page(path).await;
        assert!(page.len() < 200_000, "{path}: {}", page.len());
    }
}

#[tokio::test]
async fn a_closed_search_asks_nobody() {
    let run = Run::demo().await;
    assert!(run.page("/momentum").await.contains(">Prepare</a>"));
    run.taken("/me/search", "search=anyway").await;
    assert!(!run.page("/momentum").await.contains(">Prepare</a>"));
    let wanted = run.campaign().direction.organizations[0].clone();
    let page = run.page(&format!("/organizations/{}", wanted.replace(' ', "%20"))).await;
    assert!(page.contains("nobody is to be asked") && !page.contains("for half an hour"), "{page}");
}
