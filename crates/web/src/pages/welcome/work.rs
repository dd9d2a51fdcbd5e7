//! The fourth step of Welcome: whether one is employed, so that the search stays quiet there.

use maud::html;
use method::campaign::Campaign;

use super::{Step, back, framed, ways};
use crate::pages::parts::quiet;
use crate::visit::{Answer, Visit};

/// The page. Once it is answered, everybody at work stands below, each of whom may be let know.
pub fn show(visit: &Visit) -> Answer {
    let campaign = visit.campaign()?;
    let here = Step::Work.path();
    let is_told = campaign.seeker.employed_now.is_some();
    let guess = where_they_work(&campaign).filter(|_| !is_told);
    let buttons = html! {
        button.btn.first[!is_told] { @if is_told { "Save" } @else { "Keep this" } }
        @if !is_told { (ways(Step::Work)) }
    };
    let body = html! {
        (quiet::question(&campaign, here, guess, &buttons))
        (quiet::colleagues(&campaign, here, visit.query("colleague")))
        @if is_told { div.row.on { a.btn.first href=(Step::Work.next()) { "Go on" } (back(Step::Work)) } }
    };
    let intro = "If you are employed, the people at your work are left out of every suggestion, so that you turn to none of them by accident.";
    visit.page("Your work now", framed(Step::Work, "A quiet search", intro, &body))
}

/// What their profile says still lasts.
fn where_they_work(campaign: &Campaign) -> Option<&str> {
    let lasting = campaign.positions.values().filter(|position| position.ended_on.is_none());
    lasting.max_by_key(|position| position.started_on).map(|position| position.organization.as_str())
}
