//! What is known of the tie to a person, and saying in one click how one knows them. Serves the list (M2, M5).

use maud::{Markup, html};
use method::change::Refusal;
use method::id::PersonId;
use method::list::mark::{Marks, mark_person};
use method::list::portrait::Portrait;
use method::list::tie::say_how_known::{Said, say_how_known, sayings};
use method::list::tie::{Tie, tie};
use store::Scope;

use crate::error::Trouble;
use crate::pages::parts::person;
use crate::visit::{Answer, Visit};

/// How many places are offered at once; the form below takes any words.
const OFFERED: usize = 4;

/// What shows the tie, and what is to be made of it.
pub fn known(tie: &Tie) -> Markup {
    html! {
        @for sign in &tie.signs { li dir="auto" { (sign.text) } }
    }
}

/// What is to be made of it.
pub fn findings(tie: &Tie) -> Markup {
    html! { @for finding in &tie.findings { p.small { (finding.text) "." } } }
}

/// The tie of the person whose page it is.
pub fn of(visit: &Visit, id: PersonId) -> Result<Tie, Trouble> {
    Ok(tie(&*visit.campaign()?, visit.today, id)?)
}

/// The clicks, those that say something new.
pub fn clicks(visit: &Visit, one: &Portrait) -> Result<Markup, Trouble> {
    let campaign = visit.campaign()?;
    let places = sayings(&campaign, one.person.id);
    let click = |value: String, says: &str| html! { button.btn.quiet name="say" value=(value) { (says) } };
    Ok(html! {
        details.otherwise {
            summary { "Say how you know each other" }
            form.row method="post" action={ (person::page(one.person.id)) "/known" } {
                @if !one.told.respected { (click("respected".into(), "I know and respect them")) }
                @if !one.told.close { (click("close".into(), "We are close")) }
                @for (said, name) in places.iter().take(OFFERED) {
                    @match said {
                        Said::WorkedAt(id) => (click(format!("worked:{id}"), &format!("We worked together at {name}"))),
                        Said::LearnedAt(id) => (click(format!("learned:{id}"), &format!("We learned together at {name}"))),
                    }
                }
            }
            @if places.is_empty() { p.small { a href="/me#past" { "Name where you worked" } ", and one click says that you worked there together." } }
        }
    })
}

/// Takes one click.
pub fn say(visit: &Visit) -> Answer {
    let id: PersonId = visit.part("person")?;
    let said = visit.field("say");
    let changed = visit.change(Scope::Person(id), |campaign, _| {
        let mark = |marks| mark_person(campaign, id, marks);
        match said.split_once(':') {
            None if said == "respected" => mark(Marks { respected: Some(true), ..Marks::default() }),
            None if said == "close" => mark(Marks { close: Some(true), ..Marks::default() }),
            Some(("worked", place)) => say_how_known(campaign, id, Said::WorkedAt(read(place)?)),
            Some(("learned", place)) => say_how_known(campaign, id, Said::LearnedAt(read(place)?)),
            _ => Err(Refusal::usage("Nothing was said.", "Go back and choose one of the buttons.")),
        }
    })?;
    visit.done(&person::page(id), changed.step)
}

fn read<T: std::str::FromStr>(place: &str) -> Result<T, Refusal> {
    place
        .parse()
        .map_err(|_| Refusal::usage("That place has no such number.", "Go back and choose one of the buttons."))
}
