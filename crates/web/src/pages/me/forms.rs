//! The parts of the seeker's page, each with its form. Serves `me`. After a no, a part shows what was typed.

use jiff::civil::Date;
use maud::{Markup, html};
use method::campaign::Campaign;
use method::day::{Date as Day, spoken_when};
use method::direction::SearchKind;
use method::questions::strengths_have_proof::UNSHOWN;
use method::seeker::me::Me;

use super::Part;
use crate::pages::closing::ANYWAY;
use crate::pages::parts::form::{line, lines, seen};
use crate::pages::parts::quiet::place_missing;
use crate::visit::Visit;

/// What is needed to show the parts.
pub struct Desk<'a> {
    /// What was typed, after a no.
    pub visit: &'a Visit,
    /// What stands.
    pub campaign: &'a Campaign,
    /// Which part was refused, and why.
    pub refused: Option<(Part, Markup)>,
}

impl Desk<'_> {
    pub fn is_refused(&self, part: Part) -> bool {
        self.refused.as_ref().is_some_and(|(refused, _)| *refused == part)
    }

    /// Why the part was refused, if it was.
    pub fn why(&self, part: Part) -> Markup {
        let why = self.refused.as_ref().filter(|(refused, _)| *refused == part);
        html! { @if let Some((_, why)) = why { (why) } }
    }

    /// What stands in a field: what was typed after a no, else what is kept.
    pub fn value(&self, part: Part, field: &str, kept: &str) -> String {
        if self.is_refused(part) { self.visit.field(field).to_owned() } else { kept.to_owned() }
    }
}

/// What they do best, and what shows it.
pub fn strengths(desk: &Desk, me: &Me) -> Markup {
    let is_refused = desk.is_refused(Part::Strengths);
    let all = |name: &'static str| {
        let fields = desk.visit.form.iter().filter(move |(key, _)| is_refused && key == name);
        fields.map(|(_, value)| value.trim())
    };
    // Each proof belongs to the strength beside it, whichever place that has by now; the last pair is the new one.
    let mut typed: Vec<(&str, &str)> = all("strength").zip(all("proof")).collect();
    let (name, new) = typed.pop().unwrap_or_default();
    let kept = |strength: &str, proof: Option<&str>| -> String {
        let typed = typed.iter().find(|(name, _)| *name == strength).map(|(_, proof)| *proof);
        typed.or(proof).unwrap_or_default().to_owned()
    };
    html! {
        section.part #strengths {
            h2 { "What you do best" }
            p.help {
                "A strength in a few words, and one thing that shows it: what you did, and what it changed."
                @if me.strengths.iter().any(|one| one.proof.is_some() && one.proof_source.is_some()) {
                    " What you change is in your own words from then on, and no file changes it again."
                }
            }
            (desk.why(Part::Strengths))
            form.inline #take-away method="post" action="/me/strengths/drop" {}
            form.stack method="post" action="/me/strengths" {
                (seen(&me.strengths))
                @for (place, strength) in me.strengths.iter().enumerate() {
                    @let id = format!("proof-{place}");
                    div.field.strength {
                        label for=(id) dir="auto" { (strength.name) }
                        button.btn.quiet form="take-away" name="strength" value=(strength.name)
                            aria-label=(format!("Take away: {}", strength.name)) { "Take away" }
                        input type="hidden" name="strength" value=(strength.name);
                        input #(id) type="text" name="proof" dir="auto" autocomplete="off" placeholder="What shows it?"
                            value=(kept(&strength.name, strength.proof.as_deref()));
                        @if let Some(file) = me.from(strength.proof_source).filter(|_| strength.proof.is_some()) {
                            p.help { "As it stands in " bdi { (file) } }
                        } @else if let Some(file) = me.from(strength.source) {
                            p.help { "From " bdi { (file) } }
                        }
                        @if strength.proof.is_none() { p.help { (UNSHOWN) } }
                    }
                }
                div.new-strength {
                    div.field {
                        label for="new-strength" { @if me.strengths.is_empty() { "What do people come to you for?" } @else { "Another" } }
                        input #new-strength type="text" name="strength" dir="auto" autocomplete="off" placeholder="calming a busy ward"
                            value=(name);
                    }
                    div.field {
                        label for="new-proof" { "What shows it" }
                        input #new-proof type="text" name="proof" dir="auto" autocomplete="off" placeholder="no fall in a year" value=(new);
                    }
                }
                p { button.btn.first[me.strengths.is_empty()] { "Save strengths" } }
            }
        }
    }
}

/// Where the search should go.
pub fn direction(desk: &Desk) -> Markup {
    let direction = &desk.campaign.direction;
    let part = Part::Direction;
    let all = |name: &str, label: &str, help: &str, kept: &[String]| {
        lines(name, label, help, &desk.value(part, name, &kept.join("\n")))
    };
    let chosen = desk.value(part, "search", direction.search.map(SearchKind::word).unwrap_or_default());
    html! {
        section.part #direction {
            h2 { "Where the search should go" }
            p.help { "One on each line. One field, role or organization is enough to begin, and it may change with every conversation." }
            (desk.why(part))
            form method="post" action="/me/direction" {
                (seen(direction))
                fieldset.choices {
                    legend { "You would like to" }
                    @for kind in SearchKind::ALL {
                        label.tick {
                            input type="radio" name="search" value=(kind.word()) checked[chosen == kind.word()];
                            span { (kind) }
                        }
                    }
                }
                div.pairs {
                    (all("fields", "Fields", "Lines of work, such as patient safety", &direction.fields))
                    (all("roles", "Roles", "What you would like to be", &direction.roles))
                    (all("organizations", "Organizations", "Where you would like to be", &direction.organizations))
                    (all("places", "Places", "Where that could be", &direction.places))
                }
                p { button.btn { "Save direction" } }
            }
        }
    }
}

/// Ideas to try.
pub fn ideas(desk: &Desk, me: &Me) -> Markup {
    html! {
        section.part #ideas {
            h2 { "Ideas to try" }
            p.help { "Directions to try out in conversations. They stand on the call sheet, and each talk makes them warmer or colder." }
            (desk.why(Part::Ideas))
            @if !me.ideas.is_empty() {
                form.stack method="post" action="/me/ideas/drop" {
                    ul.plain.ruled.ideas {
                        @for idea in &me.ideas {
                            li {
                                span dir="auto" { (idea.text) }
                                button.btn.quiet name="dropped" value=(idea.id) aria-label=(format!("Lay aside: {}", idea.text)) { "Lay aside" }
                            }
                        }
                    }
                }
            }
            form.stack.one-line method="post" action="/me/ideas" {
                label.sr for="idea" { "An idea to try" }
                input #idea type="text" name="idea" dir="auto" autocomplete="off" placeholder="training in hospitals"
                    value=(desk.value(Part::Ideas, "idea", ""));
                button.btn { "Add idea" }
            }
        }
    }
}

/// Who they are, and whether they are employed.
pub fn you(desk: &Desk) -> Markup {
    let seeker = &desk.campaign.seeker;
    let part = Part::You;
    let text = |name: &str, label: &str, help: &str, kept: Option<&String>| {
        line(name, label, help, &desk.value(part, name, kept.map_or("", String::as_str)))
    };
    let told = match seeker.employed_now {
        Some(true) => "yes",
        Some(false) => "no",
        None => "",
    };
    let chosen = desk.value(part, "employed", told);
    html! {
        section.part #you {
            h2 { "About you" }
            (desk.why(part))
            (place_missing(desk.campaign))
            form.stack method="post" action="/me/you" {
                (seen(seeker))
                (text("name", "Your name", "As you sign", seeker.name.as_ref()))
                (text("headline", "One line about you", "", seeker.headline.as_ref()))
                (lines("addresses", "Your e-mail addresses", "One on each line. They tell your own letters from those of others when a mailbox is read.",
                    &desk.value(part, "addresses", &seeker.addresses.join("\n"))))
                (lines("links", "Your profiles", "One link on each line", &desk.value(part, "links", &seeker.links.join("\n"))))
                fieldset.choices {
                    legend { "Are you employed now?" }
                    @for (word, says) in [("yes", "Yes"), ("no", "No")] {
                        label.tick { input type="radio" name="employed" value=(word) checked[chosen == word]; span { (says) } }
                    }
                }
                (text("employer", "Where", "People there are left out of the suggestions, but for those who may know of your search", seeker.employer.as_ref()))
                p { button.btn { "Save" } }
            }
        }
    }
}

/// Where they have been, as files and the command line told it.
pub fn past(desk: &Desk, me: &Me) -> Markup {
    let positions = me.positions.iter().map(|one| {
        let what = [one.title.as_deref(), Some(one.organization.as_str())];
        (one.id.to_string(), what, span(one.started_on, one.ended_on), me.from(one.source))
    });
    let schools = me.schools.iter().map(|one| {
        let what = [Some(one.name.as_str()), one.degree.as_deref()];
        (one.id.to_string(), what, span(one.started_on, one.ended_on), me.from(one.source))
    });
    html! {
        section.part #past {
            h2 { "Where you have been" }
            p.help { "It finds people you may have worked or learned with." }
            (desk.why(Part::Past))
            @if !me.positions.is_empty() || !me.schools.is_empty() {
                form.stack method="post" action="/me/past/drop" {
                    ul.plain.ruled.ideas {
                        @for (id, what, span, file) in positions.chain(schools) {
                            @let said = what.into_iter().flatten().collect::<Vec<_>>().join(", ");
                            li {
                                span { bdi { (said) } " " small { (span) @if let Some(file) = file { " from " bdi { (file) } } } }
                                button.btn.quiet name="dropped" value=(id) aria-label={ "Remove " (said) } { "Remove" }
                            }
                        }
                    }
                }
            }
            @if !me.followed.is_empty() {
                p { "Organizations that you follow: " @for (nth, one) in me.followed.iter().enumerate() { @if nth > 0 { ", " } bdi { (one.organization) } } }
            }
            form.stack method="post" action="/me/past" {
                (line("position", "A place where you worked", "What, where and when: charge nurse, Harbor Hospital, 2015-2019", &desk.value(Part::Past, "position", "")))
                (line("school", "A place where you learned", "Where, what and when: Harbor College, nursing, 2011-2014", &desk.value(Part::Past, "school", "")))
                p { button.btn { "Add it" } }
            }
        }
    }
}

fn span(from: Option<Day>, until: Option<Day>) -> String {
    match (from, until) {
        (Some(from), Some(until)) => format!("{} to {}", from.year(), until.year()),
        (Some(from), None) => format!("since {}", from.year()),
        (None, Some(until)) => format!("until {}", until.year()),
        (None, None) => String::new(),
    }
}

/// Closing the search, and taking it up again.
pub fn search(desk: &Desk, today: Date) -> Markup {
    html! {
        section.part #search {
            h2 { "The search itself" }
            (desk.why(Part::Search))
            form.stack method="post" action="/me/search" {
                @if let Some(closed_on) = desk.campaign.direction.closed_on {
                    p { "You closed it " (spoken_when(closed_on, today)) ". Everybody is still here." }
                    button.btn.first name="search" value="reopen" { "Take it up again" }
                } @else {
                    p { "When it has come to its end: nothing is due any more, and everybody stays here." }
                    @if desk.is_refused(Part::Search) { button.btn name="search" value=(ANYWAY) { "Close it all the same" } }
                    @else { button.btn name="search" value="close" { "Close the search" } }
                    p { a href="/closing" { "Everybody who helped, and a thank-you to each" } }
                }
            }
        }
    }
}
