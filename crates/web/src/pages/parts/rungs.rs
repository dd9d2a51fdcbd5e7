//! The ladder of a conversation as four rungs, with its words beside it. Serves conversation and momentum.

use maud::{Markup, html};
use method::conversation::Ladder;

/// How far it went: a picture, and the same in words.
pub fn rungs(ladder: Ladder) -> Markup {
    html! { (picture(ladder)) " " span { (ladder) } }
}

/// The picture alone, where words beside it say the same.
pub fn picture(ladder: Ladder) -> Markup {
    let reached = Ladder::ALL.iter().position(|rung| *rung == ladder).unwrap_or_default();
    html! { span.rungs aria-hidden="true" { @for place in 0..Ladder::ALL.len() { i.on[place <= reached] {} } } }
}

/// What a rung means, in a few words, for whoever chooses one.
pub fn means(ladder: Ladder) -> &'static str {
    match ladder {
        Ladder::NotMuch => "It happens. The next may be better.",
        Ladder::Listened => "“Tell me more.”",
        Ladder::NamedSomeone => "A person, perhaps with an organization.",
        Ladder::MadeTheCall => "For you, to somebody they know.",
    }
}

/// The four rungs to choose from, as cards.
pub fn choose(name: &str, legend: &str, chosen: Option<Ladder>) -> Markup {
    html! {
        fieldset.ladder {
            legend { (legend) }
            @for rung in Ladder::ALL {
                label {
                    input type="radio" name=(name) value=(rung.word()) checked[chosen == Some(*rung)] required;
                    strong { (crate::shell::capital(&rung.to_string())) }
                    small { (means(*rung)) }
                }
            }
        }
    }
}
