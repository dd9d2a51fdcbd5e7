//! What is looked for on the page of people: a few letters, where they stand, one organization, how long it was silent,
//! and in which order. It stands in the address, so that a page can be kept, gone back to and loaded anew.

use form_urlencoded::Serializer;
use maud::{Markup, html};
use method::list::stage::Stage;

use crate::visit::Visit;

/// How long nothing was heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Silence {
    /// Whatever it is.
    #[default]
    Any,
    /// For at least so many days.
    Days(i32),
    /// Nothing is on record at all.
    Always,
}

/// In which order they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// By name.
    #[default]
    Name,
    /// By organization, then by name.
    Organization,
    /// Those in touch last first; those without a word last.
    Newest,
    /// Those silent longest first; those without a word last.
    Silence,
}

const SILENCES: &[(&str, Silence, &str)] = &[
    ("", Silence::Any, "In touch or not"),
    ("90", Silence::Days(90), "Silent for three months"),
    ("365", Silence::Days(365), "Silent for a year"),
    ("1095", Silence::Days(1095), "Silent for three years"),
    ("always", Silence::Always, "Nothing on record"),
];

const ORDERS: &[(&str, Order, &str)] = &[
    ("", Order::Name, "By name"),
    ("organization", Order::Organization, "By organization"),
    ("newest", Order::Newest, "In touch last"),
    ("silence", Order::Silence, "Silent longest"),
];

/// What was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AskedFor<'a> {
    /// A few letters.
    pub query: &'a str,
    /// Where they stand; none for everybody.
    pub stage: Option<Stage>,
    /// An organization; empty for all.
    pub place: &'a str,
    /// How long nothing was heard.
    pub silence: Silence,
    /// In which order.
    pub order: Order,
    /// Which fifty, from 0, as the address says it.
    pub page: usize,
}

impl<'a> AskedFor<'a> {
    /// What the address says; what makes no sense there is passed over.
    pub fn of(visit: &'a Visit) -> Self {
        AskedFor {
            query: visit.query("q"),
            stage: Stage::from_word(visit.query("stage")),
            place: visit.query("at"),
            silence: chosen(SILENCES, visit.query("silent")),
            order: chosen(ORDERS, visit.query("by")),
            page: visit.query("page").parse::<usize>().unwrap_or(1).saturating_sub(1),
        }
    }

    /// What is asked for, without the page.
    pub fn pairs(&self) -> Vec<(&'static str, &'a str)> {
        let stage = self.stage.map_or("", |stage| stage.word());
        let all = [
            ("q", self.query),
            ("stage", stage),
            ("at", self.place),
            ("silent", word(SILENCES, self.silence)),
            ("by", word(ORDERS, self.order)),
        ];
        all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
    }

    /// The address of one page of it.
    pub fn address(&self, page: usize) -> String {
        let mut told = Serializer::new(String::new());
        told.extend_pairs(self.pairs());
        if page > 0 {
            told.append_pair("page", &(page + 1).to_string());
        }
        let told = told.finish();
        if told.is_empty() { "/people".to_owned() } else { format!("/people?{told}") }
    }

    /// The same for those who stand there.
    pub fn with_stage(self, stage: Option<Stage>) -> String {
        AskedFor { stage, ..self }.address(0)
    }

    /// The same for every organization.
    pub fn elsewhere(self) -> String {
        AskedFor { place: "", ..self }.address(0)
    }

    /// Whether more than letters was chosen.
    pub fn is_narrowed(&self) -> bool {
        self.stage.is_some() || !self.place.is_empty() || self.silence != Silence::Any
    }

    /// The form. With a script it looks while one types, and as soon as something is chosen.
    pub fn form(&self) -> Markup {
        html! {
            form.look-up action="/people" role="search" data-live="#found" {
                div.one-line {
                    label.sr for="q" { "Name, organization, title or address" }
                    input #q type="search" name="q" value=(self.query) placeholder="Name, organization or title" dir="auto"
                        autocomplete="off";
                    button.btn.first { "Find" }
                }
                div.row {
                    (choice("silent", "How long silent", SILENCES, self.silence))
                    (choice("by", "In which order", ORDERS, self.order))
                }
                @if let Some(stage) = self.stage { input type="hidden" name="stage" value=(stage.word()); }
                @if !self.place.is_empty() { input type="hidden" name="at" value=(self.place); }
            }
        }
    }
}

fn choice<T: PartialEq + Copy>(name: &str, label: &str, all: &[(&str, T, &str)], chosen: T) -> Markup {
    html! {
        label.sr for=(name) { (label) }
        select #(name) name=(name) {
            @for (word, value, says) in all { option value=(word) selected[*value == chosen] { (says) } }
        }
    }
}

fn chosen<T: Copy + Default>(all: &[(&str, T, &str)], told: &str) -> T {
    all.iter().find(|(word, ..)| *word == told).map(|(_, value, _)| *value).unwrap_or_default()
}

fn word<T: PartialEq + Copy>(all: &[(&'static str, T, &str)], value: T) -> &'static str {
    all.iter().find(|(_, other, _)| *other == value).map_or("", |(word, ..)| word)
}

/// Where somebody stands, in a word or two.
pub fn in_plain_words(stage: Stage) -> &'static str {
    match stage {
        Stage::NotAsked => "Not asked yet",
        Stage::Asked => "Asked",
        Stage::Accepted => "Said yes",
        Stage::Declined => "Said no",
        Stage::Met => "Talked",
        Stage::SetAside => "Set aside",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_holds_what_was_asked_and_no_more() {
        assert_eq!(AskedFor::default().address(0), "/people");
        let asked = AskedFor { query: "Ana & Bo", stage: Some(Stage::NotAsked), ..AskedFor::default() };
        assert_eq!(asked.address(2), "/people?q=Ana+%26+Bo&stage=not_asked&page=3");
        let asked = AskedFor { place: "'; drop table", silence: Silence::Days(365), ..asked };
        assert_eq!(asked.with_stage(None), "/people?q=Ana+%26+Bo&at=%27%3B+drop+table&silent=365");
        assert_eq!(asked.elsewhere(), "/people?q=Ana+%26+Bo&stage=not_asked&silent=365");
    }
}
