//! What is known of a tie on a person's page: one click says how two know each other, and a way in over others.

use jiff::civil::date;
use method::list::Acquaintance;
use method::list::edit::{ListEdit, PersonEdit};
use method::seeker::past::{Stretch, add_position};
use store::Scope;

use crate::run::{Run, TODAY, holds};

#[tokio::test]
async fn one_click_says_how_two_know_each_other() {
    let run = Run::with("Ana Pereira").await;
    let told = Stretch::position("nurse, Quay School, 2011-2015", TODAY);
    run.app.change(Scope::Told, &|campaign, ids| add_position(campaign, ids, &told)).unwrap();
    let page = run.page("/people/p1").await;
    holds(&page, &["Say how you know each other", "We worked together at Quay School", "I know and respect them"]);
    let place = page.split_once("value=\"worked:").unwrap().1.split('"').next().unwrap();
    let to = run.taken("/people/p1/known", &format!("say=worked%3A{place}")).await;
    holds(&run.page(&to).await, &["You worked together at Quay School, where you were from 2011 to 2015", ">Undo<"]);
    run.taken("/people/p1/known", "say=respected").await;
    assert!(run.campaign().people.values().next().unwrap().respected);
    for nothing in ["", "say=", "say=worked%3Ax", "say=worked%3A", "say=learned%3A99", "say=%00"] {
        run.refused("/people/p1/known", nothing).await;
    }
    run.refused("/people/p99/known", "say=close").await;
}

#[tokio::test]
async fn whoever_is_not_known_has_a_way_in_over_somebody_who_is() {
    let run = Run::empty().await;
    for (name, email) in [("Ana Pereira", "ana@quay.example"), ("Eve Sand", "eve@riverbend.example")] {
        run.add(&PersonEdit {
            name: Some(name.into()),
            emails: ListEdit { set: Some(vec![email.into()]), ..ListEdit::default() },
            ..PersonEdit::default()
        });
    }
    run.taken("/people/p1/known", "say=respected").await;
    assert!(!run.page("/people/p2").await.contains("The way in"));
    run.app
        .change(Scope::Everything, &|_, ids| {
            Ok(vec![
                Acquaintance {
                    id: ids.fresh(),
                    importer: "mail".into(),
                    a: "ana@quay.example".into(),
                    b: "eve@riverbend.example".into(),
                    years: vec![(2026, Acquaintance::WHOLE)],
                    last_on: date(2026, 10, 1),
                }
                .into(),
            ])
        })
        .unwrap();
    let page = run.page("/people/p2").await;
    holds(&page, &["The way in", "were on the same letters or in the same meetings", "When to follow up"]);
    assert!(!run.page("/people/p1").await.contains("The way in"), "she is known already");
}
