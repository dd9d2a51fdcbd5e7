//! A page to share with a coach or a few peers: the plan, the counts, the ladder and the chains, without anybody's name
//! (row M16, E31).
//!
//! Nothing that somebody wrote goes into it, no name, no organization, no note: only numbers, days and words of ours.
//! People are initials, or letters where initials would give somebody away.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Serialize;

use crate::campaign::Campaign;
use crate::id::PersonId;
use crate::momentum::ahead::Ahead;
use crate::momentum::funnel::FunnelStep;
use crate::momentum::gauge::{Momentum, momentum};
use crate::momentum::judge_the_pace_from_eight_conversations_on::Sustain;
use crate::momentum::map::{Place, map};
use crate::momentum::retold::retold;
use crate::momentum::weeks::{Rungs, Week};
use crate::speech::capital;
use crate::speech::name::is_title;

/// What shall be in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chosen {
    /// The plan for a week.
    pub plan: bool,
    /// How many people came how far, and what one conversation leads to.
    pub counts: bool,
    /// The ladder over the weeks.
    pub ladder: bool,
    /// Who led to whom.
    pub chains: bool,
    /// Letters instead of initials.
    pub letters: bool,
}

impl Default for Chosen {
    fn default() -> Self {
        Chosen { plan: true, counts: true, ladder: true, chains: true, letters: false }
    }
}

/// What goes onto the page. A part that was not chosen is none.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Shared {
    /// The day.
    pub on: Date,
    /// The plan.
    pub plan: Option<Plan>,
    /// The counts.
    pub counts: Option<Counts>,
    /// The ladder.
    pub ladder: Option<Climbed>,
    /// The chains.
    pub chains: Option<Vec<Link>>,
    /// Whether people are letters, chosen or needed.
    pub letters: bool,
}

/// The plan for a week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Plan {
    /// Conversations a week.
    pub conversations: u32,
    /// The times, such as `Tue 10:00`.
    pub times: Vec<String>,
}

impl Plan {
    /// The plan in a sentence or two.
    pub fn in_words(&self) -> String {
        let held = match self.conversations {
            0 => "No number of conversations is planned for a week.".to_owned(),
            1 => "One conversation a week.".to_owned(),
            some => format!("{some} conversations a week."),
        };
        if self.times.is_empty() { held } else { format!("{held} Calls: {}.", self.times.join(", ")) }
    }
}

/// The counts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Counts {
    /// How many people came how far.
    pub funnel: Vec<FunnelStep>,
    /// What is said of each step, in their order.
    #[serde(skip)]
    pub said: Vec<&'static str>,
    /// What one conversation leads to, in words.
    pub one_brings: String,
    /// The look ahead, in words.
    pub ahead: Vec<String>,
}

/// The ladder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Climbed {
    /// Every week.
    pub weeks: Vec<Week>,
    /// All of them.
    pub ladder: Rungs,
}

/// One person of a chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Link {
    /// Initials or letters.
    pub label: String,
    /// How far it got, in words.
    pub how_far: String,
    /// Whom they led to.
    pub led_to: Vec<Link>,
}

/// The page of that day.
pub fn share(campaign: &Campaign, today: Date, chosen: Chosen) -> Shared {
    let Momentum { weeks, ladder, sustain, ahead, funnel, .. } = momentum(campaign, today);
    let map = map(campaign, today);
    let led_on: Vec<&Place> = map.led_to.iter().filter(|place| !place.led_to.is_empty()).collect();
    let labels = Labels::of(campaign, &led_on, chosen.letters);
    let week = &campaign.week;
    let plan = || Plan {
        conversations: week.goal(),
        times: week.slots.iter().map(|slot| capital(&slot.to_string())).collect(),
    };
    Shared {
        on: today,
        plan: chosen.plan.then(plan),
        counts: chosen.counts.then_some(counts(funnel, &sustain, &ahead)),
        ladder: chosen.ladder.then_some(Climbed { weeks, ladder }),
        chains: chosen.chains.then(|| led_on.iter().map(|place| link(place, &labels)).collect()),
        letters: labels.are_letters,
    }
}

fn counts(funnel: Vec<FunnelStep>, sustain: &Sustain, ahead: &Ahead) -> Counts {
    let said = funnel.iter().map(|step| step.step.said_of_another()).collect();
    let ahead = ahead.text.iter().map(|sentence| retold(sentence)).collect();
    Counts { funnel, said, one_brings: retold(&sustain.text), ahead }
}

fn link(place: &Place, labels: &Labels) -> Link {
    Link {
        label: labels.by_person.get(&place.person.id).cloned().unwrap_or_default(),
        how_far: place.how_far(),
        led_to: place.led_to.iter().map(|next| link(next, labels)).collect(),
    }
}

/// What each person is called.
struct Labels {
    by_person: BTreeMap<PersonId, String>,
    are_letters: bool,
}

impl Labels {
    /// Initials, unless letters are asked for, two people would be called the same, or somebody's initials are a word of
    /// their name or cannot be told. Whoever was forgotten is "someone", as everywhere.
    fn of(campaign: &Campaign, roots: &[&Place], letters: bool) -> Self {
        let mut people = Vec::new();
        roots.iter().for_each(|root| gather(root, &mut people));
        let is_forgotten = |id: &PersonId| !campaign.knows(*id);
        let (forgotten, known): (Vec<_>, Vec<_>) = people.into_iter().partition(|(id, _)| is_forgotten(id));
        let initials: Vec<Option<String>> = known.iter().map(|(_, name)| initials(name)).collect();
        let different: BTreeSet<&String> = initials.iter().flatten().collect();
        let are_letters = letters || different.len() < known.len();
        let label = |(place, initials): (usize, Option<String>)| match initials {
            Some(initials) if !are_letters => initials,
            _ => letters_of(place),
        };
        let labels = initials.into_iter().enumerate().map(label);
        let mut by_person: BTreeMap<PersonId, String> = known.iter().map(|(id, _)| *id).zip(labels).collect();
        by_person.extend(forgotten.iter().map(|(id, _)| (*id, "Someone".to_owned())));
        Labels { by_person, are_letters }
    }
}

fn gather<'a>(place: &'a Place, people: &mut Vec<(PersonId, &'a str)>) {
    people.push((place.person.id, &place.person.name));
    place.led_to.iter().for_each(|next| gather(next, people));
}

/// The first letters of the first and the last word, in plain letters; a title is no name.
fn initials(name: &str) -> Option<String> {
    let words: Vec<String> = name
        .split_whitespace()
        .filter(|word| !is_title(word))
        .map(|word| any_ascii::any_ascii(word).chars().filter(char::is_ascii_alphanumeric).collect::<String>())
        .filter(|word| !word.is_empty())
        .collect();
    let first = words.first()?.chars().next()?;
    let last = words.last().filter(|_| words.len() > 1).and_then(|word| word.chars().next());
    let initials: String = std::iter::once(first).chain(last).collect::<String>().to_ascii_uppercase();
    let gives_away = words.iter().any(|word| word.eq_ignore_ascii_case(&initials) || word.chars().count() < 2);
    (!gives_away).then_some(initials)
}

/// A to Z, then AA, AB and so on.
fn letters_of(place: usize) -> String {
    let letter = char::from_u32(65 + u32::try_from(place % 26).unwrap_or_default()).unwrap_or('A');
    match place / 26 {
        0 => letter.to_string(),
        more => letters_of(more - 1) + &letter.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conversation::Ladder::{MadeTheCall, NamedSomeone};
    use crate::scene::{Scene, TODAY, campaigns};
    use jiff::civil::date;

    fn chain(names: &[&str]) -> Scene {
        let mut scene = Scene::of(names);
        for number in 1..names.len() as u64 {
            let on = date(2026, 11, i8::try_from(number).unwrap());
            scene.met(number, on, NamedSomeone).named(number, number + 1, on);
        }
        scene
    }

    fn line(link: &Link) -> String {
        let led_to: Vec<String> = link.led_to.iter().map(line).collect();
        if led_to.is_empty() { link.label.clone() } else { format!("{} ({})", link.label, led_to.join(", ")) }
    }

    fn shared(scene: &Scene, chosen: Chosen) -> Vec<String> {
        share(&scene.campaign, TODAY, chosen).chains.unwrap().iter().map(line).collect()
    }

    #[rstest::rstest]
    #[case::initials(&["Ana Pereira", "Bo van Lind"], "AP (BL)")]
    #[case::a_title(&["Dr. Amara Obi", "Prof Bo Lind"], "AO (BL)")]
    #[case::two_who_would_be_called_the_same(&["Ana Pereira", "Abel Prinz"], "A (B)")]
    #[case::a_name_that_is_its_initials(&["Ana Pereira", "Bo X"], "A (B)")]
    #[case::a_name_without_letters(&["Ana Pereira", "…"], "A (B)")]
    #[case::other_scripts(&["Анна Петрова", "Ōta Reiko"], "AP (OR)")]
    fn people_are_initials_or_letters(#[case] names: &[&str], #[case] expected: &str) {
        assert_eq!(shared(&chain(names), Chosen::default()), [expected]);
    }

    #[test]
    fn letters_can_be_asked_for_and_go_on_after_z() {
        let chosen = Chosen { letters: true, ..Chosen::default() };
        assert_eq!(shared(&chain(&["Ana Pereira", "Bo Lind"]), chosen), ["A (B)"]);
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letters_of), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn what_was_not_chosen_is_not_there() {
        let none = Chosen { plan: false, counts: false, ladder: false, chains: false, letters: false };
        let shared = share(&chain(&["Ana Pereira", "Bo Lind"]).campaign, TODAY, none);
        assert!(shared.plan.is_none() && shared.counts.is_none() && shared.ladder.is_none() && shared.chains.is_none());
    }

    #[test]
    fn whoever_was_forgotten_is_someone_and_the_others_keep_their_initials() {
        let mut scene = chain(&["Ana Pereira", "Bo Lind", "Chidi Okafor", "Dana Faro"]);
        for number in [2, 3] {
            scene.person(number, |person| (person.name, person.forgotten) = (None, true));
        }
        assert_eq!(shared(&scene, Chosen::default()), ["AP (Someone (Someone (DF)))"]);
        assert_eq!(shared(&scene, Chosen { letters: true, ..Chosen::default() }), ["A (Someone (Someone (B)))"]);
    }

    proptest::proptest! {
        /// Whoever reads it is not the one who searches.
        #[test]
        fn nobody_who_reads_it_is_you(campaign in campaigns()) {
            let shared = share(&campaign, TODAY, Chosen::default());
            let counts = shared.counts.clone().unwrap();
            let mut told = vec![shared.plan.clone().unwrap().in_words(), counts.one_brings, counts.said.join(" ")];
            told.extend(counts.ahead);
            told.extend(shared.chains.iter().flatten().flat_map(far));
            for text in told {
                let mut words = text.split(|letter: char| !letter.is_alphabetic()).map(str::to_lowercase);
                proptest::prop_assert!(!words.any(|word| ["you", "your", "yours", "me"].contains(&word.as_str())), "{text}");
            }
        }
    }

    fn far(link: &Link) -> Vec<String> {
        let mut told = vec![link.how_far.clone()];
        link.led_to.iter().for_each(|next| told.extend(far(next)));
        told
    }

    /// Whatever was written can be anything else: the page is the same.
    #[test]
    fn nothing_that_was_written_is_in_it() {
        let told = |name: &str, text: &str| {
            let mut scene = chain(&["Ana Pereira", name]);
            scene.met(2, TODAY, MadeTheCall).at(1, text).wants(text);
            scene.person(1, |person| {
                person.notes = Some(text.into());
                person.emails = vec![format!("{text}@example.com")];
            });
            scene.campaign.seeker.name = Some(text.into());
            serde_json::to_string(&share(&scene.campaign, TODAY, Chosen::default())).unwrap()
        };
        assert_eq!(told("Bo Lind", "Riverbend"), told("Berta Lang", "Saltmarsh"));
    }
}
