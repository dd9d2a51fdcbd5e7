//! The five beats of a story as a form: filled in as far as they follow from what was told, and put together for thirty or
//! for ninety seconds. Serves the story (row M15). Nothing is kept by it.

use maud::{Markup, html};
use method::campaign::Campaign;
use method::story::beats::{Beat, Beats, Length, beats};

use crate::visit::Visit;

/// The form: one field for each beat, and a button for each length.
pub fn form(visit: &Visit, campaign: &Campaign, is_first: bool) -> Markup {
    let told = typed(visit).unwrap_or_else(|| beats(campaign));
    html! {
        form.stack.beats method="post" action="/story/check" data-live="#heard-beats" {
            input type="hidden" name="live" value=(Length::Ninety.word());
            @for beat in Beat::ALL {
                div.field {
                    label for={ "beat-" (beat.word()) } { (beat.asks()) }
                    textarea.short id={ "beat-" (beat.word()) } name=(beat.word()) rows="2" dir="auto" placeholder=(beat.example()) {
                        "\n" (told.told(*beat))
                    }
                }
            }
            div #heard-beats aria-live="polite" {}
            div.row {
                button.btn.first[is_first] name="seconds" value=(Length::Ninety.word()) { "Put it together for 90 seconds" }
                button.btn name="seconds" value=(Length::Thirty.word()) { "For 30 seconds" }
            }
        }
    }
}

/// The beats that were typed; none when no such form was sent.
fn typed(visit: &Visit) -> Option<Beats> {
    length(visit).map(|_| sent(visit))
}

fn sent(visit: &Visit) -> Beats {
    let mut told = Beats::default();
    for beat in Beat::ALL {
        told.tell(*beat, visit.field(beat.word()));
    }
    told
}

/// The beats as one text while they are still being typed, for the check that reads along.
pub fn so_far(visit: &Visit) -> Option<String> {
    let length = Length::from_word(visit.field("live"))?;
    (self::length(visit).is_none()).then(|| sent(visit).text(length))
}

/// For how many seconds it was put together.
pub fn length(visit: &Visit) -> Option<Length> {
    Length::from_word(visit.field("seconds"))
}

/// The beats that were typed, as one text.
pub fn text(visit: &Visit) -> Option<String> {
    Some(typed(visit)?.text(length(visit)?))
}
