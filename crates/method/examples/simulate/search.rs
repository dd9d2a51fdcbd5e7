//! One search from its first Monday to the day on which somebody makes the call, or to its end.

use jiff::ToSpan;
use jiff::civil::Date;
use method::ask::{Answer, Ask, Form};
use method::change::Change;
use method::conversation::{Conversation, Ladder, Referral};
use method::id::{Id, PersonId};

use crate::list::{FIRST_DAY, Persona, Seeker};
use crate::policy::Policy;
use crate::world::World;

/// A search that did not get there in so many conversations counts as this many.
pub const MOST: u32 = 60;

/// Nobody searches longer in here.
const WEEKS: i64 = 52;

/// How many conversations that seeker held until somebody made the call, the last one counted too.
pub fn conversations(world: &World, policy: Policy, seed: u64) -> f64 {
    let mut seeker = Seeker::of(seed);
    let mut held = 0;
    for week in 0..WEEKS {
        let monday = FIRST_DAY.saturating_add(week.weeks());
        for person in policy.choose(&seeker.campaign, monday, seed) {
            let Some(ladder) = ask_and_meet(&mut seeker, world, person, monday) else { continue };
            held += 1;
            if ladder == Ladder::MadeTheCall || held == MOST {
                return f64::from(held);
            }
        }
    }
    f64::from(MOST)
}

/// They are asked on Tuesday; whoever says yes is met on Friday. How far the half hour went; none without one.
fn ask_and_meet(seeker: &mut Seeker, world: &World, person: PersonId, monday: Date) -> Option<Ladder> {
    let was_met = seeker.campaign.conversations.values().any(|held| held.person == person);
    let persona = seeker.personas.get(&person)?.clone();
    let says_yes = persona.answers(world);
    let (tuesday, friday) = (monday.saturating_add(1.days()), monday.saturating_add(4.days()));
    let ask = Id::from_number(seeker.campaign.asks.len() as u64 + 1);
    seeker.campaign.apply([Change::from(Ask {
        answer: Some(if says_yes { Answer::Accepted } else { Answer::Silent }),
        answered_on: Some(friday),
        ..Ask::made(ask, person, Form::Call, tuesday)
    })]);
    let ladder = says_yes.then(|| ladder(&persona, world, was_met))?;
    let held = Conversation {
        id: Id::from_number(seeker.campaign.conversations.len() as u64 + 1),
        person,
        ask: Some(ask),
        held_on: friday,
        ladder,
        learned: None,
        directions: Vec::new(),
        organizations: Vec::new(),
        story: None,
        thanked_on: Some(friday),
        in_touch_on: None,
        led_further: Vec::new(),
    };
    let conversation = held.id;
    seeker.campaign.apply([Change::from(held)]);
    if ladder == Ladder::NamedSomeone {
        let named = seeker.name_somebody(person, friday);
        seeker.campaign.apply([Change::from(Referral {
            id: Id::from_number(seeker.campaign.referrals.len() as u64 + 1),
            by: person,
            person: named,
            conversation: Some(conversation),
            ask: None,
            named_on: friday,
            introduction: false,
            introduced_on: None,
            reported_on: None,
        })]);
    }
    Some(ladder)
}

/// A second half hour brings nothing that the first did not: what they can do was settled beforehand.
fn ladder(persona: &Persona, world: &World, was_met: bool) -> Ladder {
    match was_met {
        true => Ladder::Listened,
        false if persona.makes_the_call(world) => Ladder::MadeTheCall,
        false if persona.names_somebody(world) => Ladder::NamedSomeone,
        false => Ladder::Listened,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::worlds;

    #[test]
    fn the_same_search_ends_the_same() {
        let world = &worlds()[0];
        for policy in Policy::ALL {
            let needed = conversations(world, policy, 11);
            assert_eq!(needed, conversations(world, policy, 11));
            assert!((1.0..=f64::from(MOST)).contains(&needed), "{needed}");
        }
    }

    #[test]
    fn where_everybody_makes_the_call_one_conversation_is_enough() {
        let mut world = worlds()[0].clone();
        world.everybody_calls();
        assert!(Policy::ALL.into_iter().all(|policy| conversations(&world, policy, 2) == 1.0));
    }
}
