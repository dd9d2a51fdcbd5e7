//! The times that the seeker keeps for calls, each with its next person; for `today`, `week` and `calendar`.

use std::cell::RefCell;

use jiff::civil::Date;
use method::campaign::Campaign;
use method::day::spoken;
use method::follow_through::silence::looks_for_a_second_person;
use method::follow_through::slots::{Offer, SlotAhead, SlotFor, slots};
use method::list::slate::slate;
use store::Scope;

use crate::door::Door;
use crate::failure::Failure;
use crate::text::Text;

/// How many of the slate are looked at, at most.
const OFFERS: usize = 15;

/// The campaign and the times of so many days. Everybody is read only when the calls that are due leave a time open, or
/// a second person is looked for.
pub fn times(door: &Door, days: i32) -> Result<(Campaign, Vec<SlotAhead>), Failure> {
    let mut campaign = door.read(Scope::Told)?;
    if looks_for_a_second_person(&campaign, door.today) {
        campaign = door.read(Scope::Everyone)?;
    }
    let slots = times_of(door, &campaign, days)?;
    Ok((campaign, slots))
}

/// The same for a campaign that was read already.
pub fn times_of(door: &Door, campaign: &Campaign, days: i32) -> Result<Vec<SlotAhead>, Failure> {
    let went_wrong = RefCell::new(None);
    let slots = slots(campaign, door.today, days, || match door.read_ties() {
        Ok(everybody) => offers(&everybody, door.today),
        Err(failure) => {
            went_wrong.replace(Some(failure));
            Vec::new()
        }
    });
    went_wrong.into_inner().map_or(Ok(slots), Err)
}

fn offers(campaign: &Campaign, today: Date) -> Vec<Offer> {
    let suggested = slate(campaign, today, OFFERS).slate.into_iter();
    suggested.map(Offer::from).collect()
}

/// The times as lines.
pub fn show(text: &mut Text, slots: &[SlotAhead], today: Date) {
    for slot in slots {
        let day = if slot.on == today { "Today".to_owned() } else { spoken(slot.on, today) };
        let when = format!("{day} at {}", slot.time.strftime("%-H:%M"));
        let Some(person) = &slot.person else {
            text.line(format!("{when}: a time for a call. `halfhour next` says whom."));
            continue;
        };
        match slot.what {
            SlotFor::Meeting => text.line(format!("{when}: you meet {}.", person.name)),
            SlotFor::Asked => text.line(format!("{when}: you asked {}.", person.name)),
            SlotFor::Call | SlotFor::Open => {
                text.line(format!("{when}: call {} ({}).", person.name, person.id));
                text.muted(format!("  {}", slot.why));
            }
        }
    }
}
