//! The first step of Welcome: what one looks for, what one does best, where that could be, and the file with the people.

use maud::{Markup, html};
use method::campaign::Campaign;
use method::change::Decision;
use method::direction::SearchKind;
use method::direction::steer::{Steering, steer};
use method::id::Ids;
use method::list::edit::ListEdit;
use method::seeker::Strength;
use method::seeker::me::me;
use method::seeker::strengths::{ToldStrength, edit_strengths};
use store::Scope;

use super::{Step, framed, ways};
use crate::error::Trouble;
use crate::pages::import;
use crate::pages::me::direction_stands;
use crate::pages::parts::{drop, form};
use crate::visit::{Answer, Visit};

/// The page.
pub fn show(visit: &Visit) -> Answer {
    visit.page("Welcome", page(visit, &*visit.campaign()?, &html! {}))
}

fn page(visit: &Visit, campaign: &Campaign, refused: &Markup) -> Markup {
    let body = html! {
        (refused)
        form.stack method="post" action="/welcome" enctype="multipart/form-data" {
            (form::seen(&stands(campaign)))
            (looking(visit, campaign))
            section {
                h2 { "What do you do best?" }
                (field(visit, "best", "One on each line, and what shows it if you like", "calming a busy ward: cut waiting by a third",
                    &strengths(campaign).iter().map(as_a_line).collect::<Vec<_>>()))
            }
            section {
                h2 { "Where could that be?" }
                div.pair {
                    (field(visit, "organizations", "Organizations", "Harbor Hospital", &campaign.direction.organizations))
                    (field(visit, "places", "Places", "Lisbon", &campaign.direction.places))
                }
            }
            section {
                h2 { "Who do you know?" }
                (drop::files("The ZIP that LinkedIn sends you", "Drop it here, or choose it. No such file yet? Go on without: names can be typed too."))
                (drop::how_to_get_it())
            }
            div.row { button.btn.first { "Go on" } (ways(Step::Questions)) }
        }
    };
    let intro = "A search is made of half-hour conversations. Three questions and the people you know are enough to say whom \
                 to call first. It takes about three minutes, nothing is sent anywhere, and all of it may stay empty.";
    framed(Step::Questions, "Welcome", intro, &body)
}

fn looking(visit: &Visit, campaign: &Campaign) -> Markup {
    let direction = &campaign.direction;
    let kept = direction.search.map(SearchKind::word).unwrap_or_default();
    let chosen = if visit.form.is_empty() { kept } else { visit.field("search") };
    html! {
        section {
            h2 { "What are you looking for?" }
            fieldset.choices {
                legend.sr { "The kind of search" }
                @for kind in SearchKind::ALL {
                    label.tick { input type="radio" name="search" value=(kind.word()) checked[chosen == kind.word()]; span { (kind) } }
                }
            }
            div.pair {
                (field(visit, "fields", "A line of work", "patient safety", &direction.fields))
                (field(visit, "roles", "What you would like to be", "training coordinator", &direction.roles))
            }
        }
    }
}

/// A field of lines, with an example that goes when one types. After a no it holds what was typed.
fn field(visit: &Visit, name: &str, label: &str, example: &str, kept: &[String]) -> Markup {
    let value = if visit.form.is_empty() { kept.join("\n") } else { visit.field(name).to_owned() };
    html! {
        div.field {
            label for=(name) { (label) }
            textarea #(name) name=(name) dir="auto" rows="2" placeholder=(example) { "\n" (value) }
        }
    }
}

/// The strengths that stand in the field: those told here, and of a file's those with a proof. A long list of skills from a
/// file is nothing to read through on the first page.
fn strengths(campaign: &Campaign) -> Vec<Strength> {
    me(campaign).strengths.into_iter().filter(|one| one.source.is_none() || one.proof.is_some()).collect()
}

fn as_a_line(strength: &Strength) -> String {
    match &strength.proof {
        Some(proof) => format!("{}: {proof}", strength.name),
        None => strength.name.clone(),
    }
}

/// What the form shows, to notice a change made elsewhere.
fn stands(campaign: &Campaign) -> impl serde::Serialize + '_ {
    (&campaign.direction, strengths(campaign))
}

/// The same, field by field.
fn stands_now(campaign: &Campaign) -> form::Stands {
    let best: Vec<String> = strengths(campaign).iter().map(as_a_line).collect();
    let mut stands = direction_stands(campaign);
    stands.push(("What you do best", "best", best.join("\n")));
    stands
}

/// Keeps the answers, and begins to read the files if there are any.
pub fn answer(visit: &Visit) -> Answer {
    // The form that only tries another file has no questions in it.
    let step = if visit.field("only") == "files" {
        None
    } else {
        match visit.change(Scope::Told, |campaign, ids| decide(visit, campaign, ids)) {
            Ok(changed) => changed.step,
            Err(trouble @ Trouble::Campaign(store::Error::Refused(_))) => {
                let campaign = visit.campaign()?;
                let refused = form::not_taken(visit, &trouble, &stands_now(&campaign));
                let body = page(visit, &campaign, &refused);
                return visit.page_again(&trouble, "Welcome", body);
            }
            Err(trouble) => return Err(trouble),
        }
    };
    match (visit.files.is_empty(), step) {
        (false, _) => import::begin(visit, false, true),
        (true, Some(step)) => visit.done(Step::Questions.next(), Some(step)),
        (true, None) => visit.go(Step::Questions.next()),
    }
}

fn decide(visit: &Visit, campaign: &Campaign, ids: &Ids) -> Decision {
    let whole = |name: &str| ListEdit { set: Some(lines(visit.field(name))), ..ListEdit::default() };
    let steering = Steering {
        search: SearchKind::from_word(visit.field("search")),
        fields: whole("fields"),
        roles: whole("roles"),
        organizations: whole("organizations"),
        places: whole("places"),
    };
    let told: Vec<ToldStrength> = lines(visit.field("best")).iter().map(|line| ToldStrength::parse(line)).collect();
    let still = |name: &str| told.iter().any(|one| one.name.to_lowercase() == name.to_lowercase());
    let gone: Vec<String> = strengths(campaign).into_iter().map(|one| one.name).filter(|name| !still(name)).collect();
    visit.unless_changed(&stands(campaign), || {
        let mut changes = steer(campaign, &steering)?;
        changes.extend(edit_strengths(campaign, ids, &told, &gone)?);
        Ok(changes)
    })
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
