//! The beats of a story: what you do best, one proof, what it changed, where next, and an opening for "tell me more"
//! (rows M14, M15). Serves a first version, made from what was told. It invents nothing: a beat that nothing is known of
//! stays empty and is asked for.

use serde::Serialize;

use super::story_tells_what_changed::tells_what_changed;
use crate::campaign::Campaign;
use crate::organization::key;
use crate::questions::slots::strengths;
use crate::seeker::Position;
use crate::speech::aim::{fields, role};
use crate::speech::{list_of, sentence, work};
use crate::words::words;

words! {
    /// One beat of a story. The order is that in which they are told.
    pub enum Beat {
        /// What you do best.
        Best = "best",
        /// One proof, with a figure.
        Proof = "proof",
        /// What it changed.
        Changed = "changed",
        /// Where you want to do it next.
        Next = "next",
        /// What makes them say "tell me more".
        Opening = "opening",
    }
}

impl Beat {
    /// The question that it answers, as a label.
    pub fn asks(self) -> &'static str {
        match self {
            Beat::Best => "What do you do best?",
            Beat::Proof => "What is one thing you did that shows it, with a figure?",
            Beat::Changed => "What did it change, and for whom?",
            Beat::Next => "Where would you like to do it next?",
            Beat::Opening => "What would you like them to tell you?",
        }
    }

    /// How it may sound, for somebody who wonders what to write.
    pub fn example(self) -> &'static str {
        match self {
            Beat::Best => "I'm a ward nurse, and what I do best is calming a busy ward.",
            Beat::Proof => "Last year I changed how we hand over at night, on a ward of thirty beds.",
            Beat::Changed => "Falls went down by a third, and two other wards do it now.",
            Beat::Next => "I'd like to bring that to patient safety in a larger hospital.",
            Beat::Opening => "Where do you think that is needed most?",
        }
    }
}

words! {
    /// How much time there is.
    pub enum Length {
        /// Thirty seconds: a greeting on a stair.
        Thirty = "30",
        /// Ninety seconds: the beginning of a half hour.
        Ninety = "90",
    }
}

impl Length {
    /// The seconds.
    pub fn seconds(self) -> usize {
        match self {
            Length::Thirty => 30,
            Length::Ninety => 90,
        }
    }

    /// The shortest of the two into which so many seconds fit.
    pub fn of(seconds: usize) -> Option<Length> {
        Length::ALL.iter().copied().find(|length| seconds <= length.seconds())
    }
}

/// The beats, in their order; what is empty is not told yet.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[expect(missing_docs, reason = "each field is named after its beat")]
pub struct Beats {
    pub best: String,
    pub proof: String,
    pub changed: String,
    pub next: String,
    pub opening: String,
}

impl Beats {
    /// What is told of one beat.
    pub fn told(&self, beat: Beat) -> &str {
        match beat {
            Beat::Best => &self.best,
            Beat::Proof => &self.proof,
            Beat::Changed => &self.changed,
            Beat::Next => &self.next,
            Beat::Opening => &self.opening,
        }
    }

    /// Tells one beat; empty words leave it untold.
    pub fn tell(&mut self, beat: Beat, words: &str) {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let words = if words.is_empty() { words } else { sentence(&words) };
        match beat {
            Beat::Best => self.best = words,
            Beat::Proof => self.proof = words,
            Beat::Changed => self.changed = words,
            Beat::Next => self.next = words,
            Beat::Opening => self.opening = words,
        }
    }

    /// Beats that are not told yet. A proof may tell already what it changed.
    pub fn missing(&self) -> Vec<Beat> {
        let told =
            |beat: &Beat| !self.told(*beat).is_empty() || (*beat == Beat::Changed && tells_what_changed(&self.proof));
        Beat::ALL.iter().copied().filter(|beat| !told(beat)).collect()
    }

    /// The beats as one text. In thirty seconds there is room for the strength, its proof and where next; the rest
    /// follows as far as it fits. In ninety everything is told.
    pub fn text(&self, length: Length) -> String {
        let turns: &[Beat] = match length {
            Length::Thirty => &[Beat::Best, Beat::Next, Beat::Proof, Beat::Opening, Beat::Changed],
            Length::Ninety => Beat::ALL,
        };
        let mut taken: Vec<Beat> = Vec::new();
        for (place, beat) in turns.iter().enumerate() {
            taken.push(*beat);
            let fits = super::report::seconds(&self.joined(&taken)) <= length.seconds();
            if !fits && place > 0 && length == Length::Thirty {
                taken.pop();
            }
        }
        self.joined(&taken)
    }

    fn joined(&self, taken: &[Beat]) -> String {
        let told = Beat::ALL.iter().filter(|beat| taken.contains(beat)).map(|beat| self.told(*beat));
        told.filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

/// The beats as far as they follow from what was told.
pub fn beats(campaign: &Campaign) -> Beats {
    let mut beats = Beats::default();
    let proven = strengths(campaign).into_iter().next();
    if let Some((strength, proof)) = &proven {
        let said = match now(campaign) {
            Some(now) => format!("I work as {now}, and what I do best is {strength}."),
            None => format!("What I do best is {strength}."),
        };
        beats.best = said;
        beats.proof = proof.clone().unwrap_or_default();
    }
    if let Some(next) = next(campaign, proven.is_some()) {
        beats.next = next;
        beats.opening = match fields(&campaign.direction).first() {
            Some(field) => format!("Where in {field} do you think that is needed most?"),
            None => "Where do you think that is needed most?".to_owned(),
        };
    }
    beats
}

/// What was told of a beat in a few words, as it is said: "calming a ward" is what I do best. A whole sentence stays.
pub fn framed(campaign: &Campaign, beat: Beat, words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() || words.ends_with('?') {
        return words;
    }
    let first = words.split(' ').next().unwrap_or_default().to_lowercase();
    let said = match beat {
        Beat::Best => best(campaign, &words),
        Beat::Proof => work::proof(&words),
        Beat::Changed => {
            ["fewer", "less", "more", "no"].contains(&first.as_str()).then(|| format!("That meant {words}"))
        }
        Beat::Next => where_next(&words, &first),
        Beat::Opening => ["how", "what", "where", "who", "which", "why", "whether"]
            .contains(&first.as_str())
            .then(|| question(&words)),
    };
    sentence(&said.unwrap_or(words))
}

fn best(campaign: &Campaign, words: &str) -> Option<String> {
    let is_said = speaks(words) || crate::speech::says(words, "what i do best");
    let strength = work::strength(words).filter(|_| !is_said)?;
    Some(match now(campaign) {
        Some(now) => format!("I work as {now}, and what I do best is {strength}"),
        None => format!("What I do best is {strength}"),
    })
}

/// Where next, from a few words: a place, a role, something to do, or a field.
fn where_next(words: &str, first: &str) -> Option<String> {
    const TO_DO: &[&str] = &["be", "become", "build", "find", "go", "join", "learn", "make", "run", "start", "teach"];
    if speaks(words) || first == "next" {
        return None;
    }
    let words = small_first(words);
    Some(match first {
        "in" | "at" | "as" | "with" | "for" => format!("Next I'd like to do that {words}"),
        "to" => format!("Next I'd like {words}"),
        _ if TO_DO.contains(&first) => format!("Next I'd like to {words}"),
        "a" | "an" if is_a_role(&words) => format!("Next I'd like to do that as {words}"),
        _ if is_a_role(&words) => format!("Next I'd like to do that as {}", work::as_role(&words)?),
        _ => format!("Next I'd like to bring that to {words}"),
    })
}

/// "how you see it" is something to hear, "how do you see it" is a question.
fn question(words: &str) -> String {
    const ASKED: &[&str] =
        &["do", "does", "did", "is", "are", "was", "were", "would", "could", "can", "should", "will"];
    let second = words.split(' ').nth(1).unwrap_or_default();
    if ASKED.contains(&second) { format!("{words}?") } else { format!("I'd like to hear {}", small_first(words)) }
}

/// Whether somebody says it of themselves, so that it is a sentence already.
fn speaks(words: &str) -> bool {
    let said = words.to_lowercase().replace('’', "'");
    said.split([' ', '\'', ',']).any(|word| ["i", "me", "we", "us"].contains(&word)) || said.starts_with("my ")
}

fn is_a_role(words: &str) -> bool {
    const WHO: &[&str] = &[
        "analyst",
        "assistant",
        "consultant",
        "coordinator",
        "designer",
        "developer",
        "director",
        "educator",
        "engineer",
        "inspector",
        "instructor",
        "manager",
        "nurse",
        "officer",
        "planner",
        "specialist",
        "supervisor",
        "teacher",
        "trainer",
    ];
    words.to_lowercase().rsplit(' ').next().is_some_and(|last| WHO.contains(&last))
}

/// The first letter small, when it is large only because a line begins; a short form such as "IT" stays.
fn small_first(words: &str) -> String {
    crate::speech::everyday::small(words)
}

/// What the seeker works as today: "a staff nurse". None for somebody who said that they are not employed: a position
/// without an end may only have an end that nobody wrote down. Where they told the employer, only a position there counts.
fn now(campaign: &Campaign) -> Option<String> {
    let seeker = &campaign.seeker;
    if seeker.employed_now == Some(false) {
        return None;
    }
    let employer = seeker.employer.as_deref().filter(|_| seeker.employed_now == Some(true)).and_then(key);
    let is_there = |position: &&Position| employer.is_none() || key(&position.organization) == employer;
    let lasting = campaign.positions.values().filter(|position| position.ended_on.is_none());
    let mut lasting: Vec<&Position> = lasting.filter(is_there).collect();
    lasting.sort_by_key(|position| (position.started_on, position.id));
    let title = lasting.last()?.title.as_deref().and_then(work::title)?;
    work::as_role(&title)
}

/// Where the seeker wants to do it next.
fn next(campaign: &Campaign, has_strength: bool) -> Option<String> {
    let direction = &campaign.direction;
    let places: Vec<String> = crate::speech::aim::organizations(direction).into_iter().take(2).collect();
    let at = (!places.is_empty()).then(|| format!("at a place like {}", list_of(&places, "or")));
    let bring = if has_strength { "bring that to" } else { "work in" };
    let field = fields(direction).into_iter().next().map(|field| format!("I'd like to {bring} {field}"));
    let doing = if has_strength { "do that" } else { "work" };
    let said = match (field, role(direction)) {
        (Some(field), Some(role)) => format!("{field}, perhaps as {role}"),
        (Some(field), None) => field,
        (None, Some(role)) => format!("I'd like to {doing} as {role}"),
        (None, None) => format!("I'd like to {doing} {}", at.as_deref()?),
    };
    Some(format!("{said}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case::nothing_told(None, None, true)]
    #[case::not_employed(Some(false), None, false)]
    #[case::employed_there(Some(true), Some("Harbor Hospital"), true)]
    #[case::employed_elsewhere(Some(true), Some("Quay Ltd"), false)]
    fn i_work_as_is_said_only_of_work_that_is_done_now(
        #[case] employed: Option<bool>,
        #[case] employer: Option<&str>,
        #[case] said: bool,
    ) {
        let mut scene = crate::scene::Scene::of(&[]);
        scene.worked_at("Harbor Hospital", 2015, 2016);
        let position = scene.campaign.positions.values_mut().next().unwrap();
        (position.title, position.ended_on) = (Some("Charge nurse".into()), None);
        scene.campaign.seeker.employed_now = employed;
        scene.campaign.seeker.employer = employer.map(str::to_owned);
        assert_eq!(now(&scene.campaign).is_some(), said);
    }

    fn told() -> Beats {
        let mut beats = Beats::default();
        for beat in Beat::ALL {
            beats.tell(*beat, beat.example());
        }
        beats
    }

    #[test]
    fn ninety_seconds_tell_every_beat_in_its_order() {
        let text = told().text(Length::Ninety);
        let places: Vec<usize> = Beat::ALL.iter().map(|beat| text.find(beat.example()).unwrap()).collect();
        assert!(places.is_sorted(), "{text}");
        assert!(crate::story::report::remarks(&crate::campaign::Campaign::default().direction, &text).is_empty());
    }

    #[test]
    fn thirty_seconds_keep_the_strength_and_where_next() {
        let mut beats = told();
        beats.tell(Beat::Proof, &"and then another thing happened ".repeat(20));
        let text = beats.text(Length::Thirty);
        assert!(super::super::report::seconds(&text) <= 30, "{text}");
        assert!(text.starts_with("I'm a ward nurse") && text.contains("larger hospital"), "{text}");
        assert!(!text.contains("another thing"), "{text}");
    }

    #[rstest::rstest]
    #[case(Beat::Best, "calming a ward", "What I do best is calming a ward.")]
    #[case(Beat::Best, "I calm wards", "I calm wards.")]
    #[case(Beat::Best, "families trust me", "Families trust me.")]
    #[case(Beat::Proof, "cut waiting by a third", "I cut waiting by a third.")]
    #[case(Beat::Changed, "families stopped leaving", "Families stopped leaving.")]
    #[case(Beat::Changed, "fewer falls", "That meant fewer falls.")]
    #[case(Beat::Next, "teaching new nurses", "Next I'd like to bring that to teaching new nurses.")]
    #[case(Beat::Next, "teach new nurses", "Next I'd like to teach new nurses.")]
    #[case(Beat::Next, "in a larger hospital", "Next I'd like to do that in a larger hospital.")]
    #[case(Beat::Next, "training coordinator", "Next I'd like to do that as a training coordinator.")]
    #[case(Beat::Next, "I want to teach", "I want to teach.")]
    #[case(Beat::Opening, "how you see it", "I'd like to hear how you see it.")]
    #[case(Beat::Opening, "how do you see it", "How do you see it?")]
    #[case(Beat::Opening, "", "")]
    fn a_few_words_become_a_sentence(#[case] beat: Beat, #[case] words: &str, #[case] said: &str) {
        assert_eq!(framed(&Campaign::default(), beat, words), said);
        // What is said already stays.
        assert_eq!(framed(&Campaign::default(), beat, said), said);
    }

    #[rstest::rstest]
    fn what_is_an_example_needs_no_frame(#[values(0, 1, 2, 3, 4)] beat: usize) {
        let beat = Beat::ALL[beat];
        assert_eq!(framed(&Campaign::default(), beat, beat.example()), beat.example());
    }

    #[test]
    fn nothing_is_invented_where_nothing_was_told() {
        let beats = beats(&Campaign::default());
        assert_eq!(beats.missing(), Beat::ALL);
        assert_eq!(beats.text(Length::Ninety), "");
    }

    #[rstest::rstest]
    #[case(22, Some(Length::Thirty))]
    #[case(31, Some(Length::Ninety))]
    #[case(91, None)]
    fn a_version_is_for_thirty_seconds_for_ninety_or_too_long(#[case] seconds: usize, #[case] length: Option<Length>) {
        assert_eq!(Length::of(seconds), length);
    }
}
