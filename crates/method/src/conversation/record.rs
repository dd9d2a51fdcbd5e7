//! Recording how a conversation went, with or without an ask before it (rows M3, M13, M16).
//!
//! Serves the conversation. It refuses what cannot have happened yet and what was recorded before. It does not judge:
//! a conversation that was not much help is kept like any other.

use jiff::civil::Date;

use crate::ask::{Answer, Ask};
use crate::campaign::Campaign;
use crate::change::{Change, Decision, Refusal};
use crate::conversation::ask_behind::{ask_behind, not_twice};
use crate::conversation::capture_referral::{Named, capture_all};
use crate::conversation::ideas::heard_directions;
use crate::conversation::promise::{Promise, commitments};
use crate::conversation::rung::{Happened, rung};
use crate::conversation::{Conversation, Heard, Ladder, Side};
use crate::day::{days_between, spoken};
use crate::id::{AskId, ConversationId, Ids, PersonId, StoryId};
use crate::list::written::{fold, line, prose};
use crate::questions::plan::questions_for;
use crate::questions::{Question, QuestionKind};
use crate::speech;

/// How a conversation went, as the seeker tells it.
#[derive(Debug, Clone, PartialEq)]
pub struct Debrief {
    /// With whom.
    pub person: PersonId,
    /// The day.
    pub held_on: Date,
    /// Which ask led to it.
    pub ask: AskBehind,
    /// It is another conversation with the same person on the same day.
    pub another: bool,
    /// How far it went, in the seeker's word; none lets it follow from the rest.
    pub ladder: Option<Ladder>,
    /// What was learned.
    pub learned: Option<String>,
    /// Directions that became warmer or colder.
    pub directions: Vec<Heard>,
    /// Organizations that were named without a person.
    pub organizations: Vec<String>,
    /// People who were named.
    pub named: Vec<Named>,
    /// What the seeker promised.
    pub promised: Vec<Promise>,
    /// What was promised to the seeker.
    pub promised_to_me: Vec<Promise>,
    /// Which version of the story was told.
    pub story: Option<StoryId>,
    /// The words of the questions that led further.
    pub led_further: Vec<String>,
}

/// Which ask a conversation belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AskBehind {
    /// The one that waits for it, if there is one: an accepted ask first, else one without an answer.
    #[default]
    Found,
    /// None: they met by chance, or talked of something else.
    Without,
    /// This one.
    Given(AskId),
}

impl Debrief {
    /// A conversation of which nothing else is told.
    pub fn of(person: PersonId, held_on: Date) -> Self {
        Debrief {
            person,
            held_on,
            ask: AskBehind::Found,
            another: false,
            ladder: None,
            learned: None,
            directions: Vec::new(),
            organizations: Vec::new(),
            named: Vec::new(),
            promised: Vec::new(),
            promised_to_me: Vec::new(),
            story: None,
            led_further: Vec::new(),
        }
    }
}

/// Records a conversation, and with it the people named, the promises, the ideas, and the answer of an ask that was open.
///
/// # Errors
/// Refuses a day that has not come, a second conversation for one ask, the same conversation twice, a rung that nobody
/// named can stand on, and people, asks and stories that are not there.
pub fn record_conversation(campaign: &Campaign, ids: &Ids, today: Date, debrief: &Debrief) -> Decision {
    on_the_list(campaign, debrief.person)?;
    can_have_happened(debrief.held_on, today)?;
    not_twice(campaign, today, debrief)?;
    story_told(campaign, debrief.story)?;
    let ask = ask_behind(campaign, today, debrief)?;
    let learned = debrief.learned.as_deref().and_then(prose);
    let organizations = organizations(debrief);
    let (directions, ideas) = heard_directions(campaign, ids, debrief.held_on, &debrief.directions);
    let happened = Happened {
        listened: learned.is_some()
            || !organizations.is_empty()
            || !directions.is_empty()
            || !debrief.promised_to_me.is_empty()
            || debrief.led_further.iter().any(|text| line(text).is_some()),
        named: !debrief.named.is_empty(),
    };
    let conversation = Conversation {
        id: ids.fresh(),
        person: debrief.person,
        ask: ask.map(|ask| ask.id),
        held_on: debrief.held_on,
        ladder: rung(debrief.ladder, happened)?,
        learned,
        directions,
        organizations,
        story: debrief.story,
        thanked_on: None,
        in_touch_on: None,
        led_further: led_further(&questions_for(campaign, today, debrief.person), &debrief.led_further),
    };
    let mut after = ask.and_then(|ask| answered_by_talking(ask, debrief.held_on)).into_iter().collect::<Vec<_>>();
    after.extend(capture_all(campaign, ids, today, &conversation, &debrief.named)?);
    after.extend(ideas);
    after.extend(commitments(ids, &conversation, Side::Mine, &debrief.promised)?);
    after.extend(commitments(ids, &conversation, Side::Theirs, &debrief.promised_to_me)?);
    Ok(std::iter::once(conversation.into()).chain(after).collect())
}

/// An ask that led to a conversation was accepted, whatever stood there before.
fn answered_by_talking(ask: &Ask, held_on: Date) -> Option<Change> {
    let accepted = ask.answer == Some(Answer::Accepted);
    (!accepted).then(|| {
        let answered =
            Ask { answer: Some(Answer::Accepted), answered_on: Some(held_on), until_on: None, ..ask.clone() };
        answered.into()
    })
}

/// The organizations that were named without a person, each once.
fn organizations(debrief: &Debrief) -> Vec<String> {
    let with_a_person: Vec<String> =
        debrief.named.iter().filter_map(|named| named.organization.as_deref()).map(fold).collect();
    each_once(&debrief.organizations).into_iter().filter(|name| !with_a_person.contains(&fold(name))).collect()
}

/// Phrases without empty ones and repetitions.
pub(crate) fn each_once(phrases: &[String]) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for text in phrases.iter().filter_map(|text| line(text)) {
        if !kept.iter().any(|known| fold(known) == fold(&text)) {
            kept.push(text);
        }
    }
    kept
}

/// The questions with these words, each once: with its kind where it stands in the plan, else as the seeker's own.
pub(crate) fn led_further(plan: &[Question], texts: &[String]) -> Vec<Question> {
    let mut noted: Vec<Question> = Vec::new();
    for text in texts.iter().filter_map(|text| line(text)) {
        let same = |question: &&Question| speech::fold(&question.text) == speech::fold(&text);
        if noted.iter().find(same).is_none() {
            let kind = plan.iter().find(same).map_or(QuestionKind::Own, |question| question.kind);
            noted.push(Question::new(kind, text));
        }
    }
    noted
}

/// The person must be on the list.
pub(crate) fn on_the_list(campaign: &Campaign, person: PersonId) -> Result<(), Refusal> {
    let listed = campaign.knows(person);
    listed.then_some(()).ok_or_else(|| {
        Refusal::unknown(
            "That person is not on your list.",
            "`halfhour list add NAME` puts them there, `halfhour list` shows everybody.",
        )
    })
}

/// Days after which a conversation belongs to no search; it is most likely a slip in the year.
const LONG_AGO: i32 = 3653;

/// What happened cannot lie ahead, and belongs to this search.
pub(crate) fn can_have_happened(day: Date, today: Date) -> Result<(), Refusal> {
    if days_between(day, today) > LONG_AGO {
        return Err(Refusal::method(
            format!("{} is more than ten years ago.", spoken(day, today)),
            "If the year is a slip, give the day again: `--on yesterday` or `--on 2026-11-24`.",
        ));
    }
    if day <= today {
        return Ok(());
    }
    Err(Refusal::method(
        format!("{} has not come yet.", spoken(day, today)),
        "Record it once you have talked; `--on yesterday` or `--on 2026-11-24` names a day.",
    ))
}

/// A story that was told must have been written.
pub(crate) fn story_told(campaign: &Campaign, story: Option<StoryId>) -> Result<(), Refusal> {
    match story {
        Some(id) if !campaign.stories.contains_key(&id) => Err(Refusal::unknown(
            format!("There is no story {id}."),
            "`halfhour story` shows the versions you have written.",
        )),
        _ => Ok(()),
    }
}

/// The conversation of that id.
pub(crate) fn held(campaign: &Campaign, id: ConversationId) -> Result<&Conversation, Refusal> {
    campaign.conversations.get(&id).ok_or_else(|| {
        Refusal::unknown(
            format!("There is no conversation {id}."),
            "`halfhour conversation PERSON` shows those you have recorded.",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::No;
    use crate::conversation::Warmth;
    use crate::follow_through::scene::{Scene, day};
    use crate::id::Id;

    fn named(name: &str, organization: Option<&str>) -> Named {
        Named { name: name.to_owned(), organization: organization.map(str::to_owned), introduction: false }
    }

    /// Records once more in this scene, as the debrief of Maria says.
    fn record(mut scene: Scene, tell: impl Fn(&mut Debrief)) -> Decision {
        let mut debrief = Debrief::of(scene.person("Maria"), day(scene.today));
        tell(&mut debrief);
        record_conversation(&scene.campaign, &scene.ids, day(scene.today), &debrief)
    }

    #[test]
    fn what_lies_ahead_is_not_recorded() {
        let no = record(Scene::on(16), |debrief| debrief.held_on = day(17)).unwrap_err();
        assert_eq!(no.message, "Tuesday 17 November has not come yet.");
        assert!(record(Scene::on(16), |debrief| debrief.held_on = day(-300)).is_ok());
    }

    #[rstest::rstest]
    #[case::a_slip_in_the_year(|debrief: &mut Debrief| debrief.held_on = jiff::civil::date(202, 11, 16), No::Method)]
    #[case::a_story_nobody_wrote(|debrief: &mut Debrief| debrief.story = Some(StoryId::from_number(9)), No::Unknown)]
    #[case::an_ask_that_is_not_there(
        |debrief: &mut Debrief| debrief.ask = AskBehind::Given(AskId::from_number(9)), No::Unknown)]
    #[case::somebody_not_on_the_list(|debrief: &mut Debrief| debrief.person = PersonId::from_number(9), No::Unknown)]
    #[case::a_name_without_letters(|debrief: &mut Debrief| debrief.named = vec![named(" ", None)], No::Usage)]
    #[case::oneself(|debrief: &mut Debrief| debrief.named = vec![named("maria", None)], No::Method)]
    #[case::a_rung_without_anybody(|debrief: &mut Debrief| debrief.ladder = Some(Ladder::NamedSomeone), No::Method)]
    fn it_refuses(#[case] tell: fn(&mut Debrief), #[case] kind: No) {
        assert_eq!(record(Scene::on(16), tell).unwrap_err().kind, kind);
    }

    #[test]
    fn an_organization_without_a_person_counts_as_listened() {
        let organizations = ["Harborview".to_owned(), "harborview ".to_owned(), "Mercy".to_owned()];
        let scene = Scene::on(16).debriefs("Maria", |debrief| {
            debrief.organizations = organizations.to_vec();
            debrief.named = Vec::new();
        });
        let talk = scene.campaign.conversations.values().next().unwrap();
        assert_eq!(talk.ladder, Ladder::Listened);
        assert_eq!(talk.organizations, ["Harborview", "Mercy"]);
    }

    #[test]
    fn an_organization_goes_with_the_person_named_there() {
        let scene = Scene::on(16).debriefs("Maria", |debrief| {
            debrief.organizations = vec!["Mercy".to_owned()];
            debrief.named = vec![named("Dan Okafor", Some("mercy"))];
        });
        assert!(scene.campaign.conversations.values().all(|talk| talk.organizations.is_empty()));
    }

    #[test]
    fn a_question_that_led_further_is_kept_with_its_kind() {
        let mut scene = Scene::on(16).debriefs("Maria", |debrief| {
            debrief.led_further = vec!["Why nights?".to_owned(), "why nights".to_owned(), " ".to_owned()];
        });
        let talk = scene.campaign.conversations.values().next().unwrap();
        assert_eq!(talk.led_further, [Question::new(QuestionKind::Own, "Why nights?")]);
        assert_eq!(talk.ladder, Ladder::Listened, "it led further, so they listened");
        scene.campaign.direction.fields = vec!["teaching".to_owned()];
        let maria = scene.person("Maria");
        let asked = questions_for(&scene.campaign, day(16), maria).remove(0);
        let kept = led_further(&questions_for(&scene.campaign, day(16), maria), std::slice::from_ref(&asked.text));
        assert_eq!(kept, [asked]);
    }

    #[test]
    fn everything_said_is_kept_and_the_talk_comes_first() {
        let promise = |text: &str| Promise { text: text.to_owned(), due_on: None };
        let changes = record(Scene::on(16).asks("Maria").knows("Ruth", "Mercy"), |debrief| {
            debrief.named = vec![named("Dan", None), named("dan", Some("Mercy")), named("ruth", None)];
            debrief.directions = vec![Heard { direction: "teaching".to_owned(), warmth: Warmth::Warmer }];
            debrief.promised = vec![promise("send the outline"), promise(" ")];
            debrief.promised_to_me = vec![promise("look for the report")];
        });
        let kinds: Vec<&str> = changes.unwrap().iter().map(|change| change.key().kind.word()).collect();
        let expected = ["conversation", "ask", "person", "referral", "referral", "idea", "commitment", "commitment"];
        assert_eq!(kinds, expected);
    }
}
