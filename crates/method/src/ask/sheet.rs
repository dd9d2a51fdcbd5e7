//! The call sheet: everything for one half hour as one value (rows M3, M5, M6, M8, M9, M15). It refuses to be printed
//! without a question on it (M6), and it never says more than is known.

use jiff::civil::{Date, Time};
use serde::Serialize;

use super::draft::missing::missing;
use super::draft::pieces::Pieces;
use super::one_open_ask_at_a_time::held;
use super::{Ask, Form, Meeting};
use crate::campaign::{Campaign, PersonRef};
use crate::case::prefill::referral;
use crate::case::report::{CaseReport, case};
use crate::case::whom::listed;
use crate::change::Refusal;
use crate::conversation::{Commitment, CommitmentState, Side, Warmth};
use crate::id::{CommitmentId, IdeaId, PersonId, StrengthId};
use crate::questions::report::{QuestionsReport, questions};
use crate::questions::strengths_have_proof;
use crate::speech::fold;
use crate::story::report::{StoryReport, latest};

/// When and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetMeeting {
    /// The day.
    pub on: Date,
    /// The time at that place.
    pub time: Option<Time>,
    /// The time zone, when it is not the seeker's own.
    pub zone: Option<String>,
    /// Where, or by which means.
    pub place: Option<String>,
}

/// A direction to try out, and what conversations said of it so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetIdea {
    /// Its id.
    pub id: IdeaId,
    /// The idea.
    pub text: String,
    /// How many conversations made it warmer.
    pub warmer: usize,
    /// How many made it colder.
    pub colder: usize,
}

/// A strength with its proof.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetStrength {
    /// Its id.
    pub id: StrengthId,
    /// The strength.
    pub name: String,
    /// What shows it.
    pub proof: Option<String>,
}

/// A promise that is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetPromise {
    /// Its id.
    pub id: CommitmentId,
    /// What was promised.
    pub text: String,
    /// By when.
    pub due_on: Option<Date>,
}

/// One page for one half hour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sheet {
    /// Who.
    pub person: PersonRef,
    /// What they do.
    pub title: Option<String>,
    /// Where they work.
    pub organization: Option<String>,
    /// How you know each other.
    pub how_known: Option<String>,
    /// Since when.
    pub known_since_on: Option<Date>,
    /// What you value in them.
    pub valued_for: Option<String>,
    /// What you noted about them.
    pub notes: Option<String>,
    /// Who named them.
    pub referred_by: Option<PersonRef>,
    /// When and where; null while nothing is arranged.
    pub meeting: Option<SheetMeeting>,
    /// Numbers to dial.
    pub phones: Vec<String>,
    /// Addresses to write to.
    pub emails: Vec<String>,
    /// Why you call.
    pub case: CaseReport,
    /// How to open, one thought each.
    pub opening: Vec<String>,
    /// What to ask, with minutes.
    pub questions: QuestionsReport,
    /// The story to tell; null while none is written.
    pub story: Option<StoryReport>,
    /// Ideas to try.
    pub ideas: Vec<SheetIdea>,
    /// What you do well.
    pub strengths: Vec<SheetStrength>,
    /// What you promised them and have not kept yet.
    pub promised_by_you: Vec<SheetPromise>,
    /// What they promised you.
    pub promised_by_them: Vec<SheetPromise>,
    /// How to end, one thought each.
    pub ending: Vec<String>,
    /// What is missing, one line each, with the command that tells it.
    pub missing: Vec<String>,
}

/// The sheet for a person.
///
/// # Errors
/// Refuses when the person is not on the list, and when there is no question to ask (M6).
pub fn sheet(campaign: &Campaign, today: Date, person: PersonId) -> Result<Sheet, Refusal> {
    let (told, shown) = listed(campaign, person)?;
    let case = case(campaign, today, person)?;
    let questions = questions(campaign, today, person)?;
    let meeting = next_meeting(campaign, person);
    let owned = |values: Vec<&str>| values.into_iter().map(str::to_owned).collect::<Vec<_>>();
    let last = questions.questions.last().map(|question| question.text.clone());
    let missing = all_missing(campaign, today, person, &case, &questions);
    Ok(Sheet {
        person: campaign.person_ref(person),
        title: shown.title().map(str::to_owned),
        organization: shown.organization().map(str::to_owned),
        how_known: told.how_known.clone(),
        known_since_on: told.known_since_on,
        valued_for: told.valued_for.clone(),
        notes: told.notes.clone(),
        referred_by: referral(campaign, person).map(|named| campaign.person_ref(named.by)),
        opening: opening(campaign, today, person, meeting.is_some()),
        ending: ending(campaign, today, person, last),
        meeting: meeting.map(|meeting| SheetMeeting {
            on: meeting.on,
            time: meeting.time,
            zone: meeting.zone.clone(),
            place: meeting.place.clone(),
        }),
        phones: owned(shown.phones()),
        emails: owned(shown.emails()),
        case,
        questions,
        story: latest(campaign),
        ideas: ideas(campaign),
        strengths: strengths(campaign),
        promised_by_you: promises(campaign, person, Side::Mine),
        promised_by_them: promises(campaign, person, Side::Theirs),
        missing,
    })
}

/// The meeting that stands and was not held yet.
fn next_meeting(campaign: &Campaign, person: PersonId) -> Option<&Meeting> {
    let asks = campaign.asks.values().filter(|ask| ask.person == person && !held(campaign, ask));
    asks.filter_map(Ask::planned_meeting).max_by_key(|meeting| meeting.on)
}

/// What to say first: thanks when they made the time, else the ask itself.
fn opening(campaign: &Campaign, today: Date, person: PersonId, arranged: bool) -> Vec<String> {
    let pieces = Pieces::known(campaign, today, person);
    if !arranged {
        let call = super::draft::ask_draft(campaign, today, person, Form::Call);
        return call.map(|call| call.text.lines().map(str::to_owned).collect()).unwrap_or_default();
    }
    let thanks = match &pieces.whom {
        Some(whom) => format!("Thank you for making the time, {whom}."),
        None => "Thank you for making the time.".to_owned(),
    };
    // Nobody is told to their face how they know each other; who named them is worth saying, and what is valued in them.
    let named = referral(campaign, person).and(pieces.tie.clone()).filter(|tie| !tie.starts_with("Thank you"));
    let tie = named.or_else(|| pieces.value.clone());
    let brings = format!("I brought {}. You gave me half an hour, and I'll keep to it.", pieces.brings());
    [Some(thanks), tie, Some(pieces.heading.clone()), Some(brings)].into_iter().flatten().collect()
}

/// What to say last: the question for another person, and thanks.
fn ending(campaign: &Campaign, today: Date, person: PersonId, last: Option<String>) -> Vec<String> {
    let pieces = Pieces::known(campaign, today, person);
    let whom = pieces.whom.map_or_else(String::new, |whom| format!(", {whom}"));
    let thanks = format!("Thank you{whom}. I'll let you know what came of it.");
    last.into_iter().chain([thanks]).collect()
}

fn ideas(campaign: &Campaign) -> Vec<SheetIdea> {
    let heard: Vec<_> = campaign.conversations.values().flat_map(|talk| &talk.directions).collect();
    let ideas = campaign.ideas.values().filter(|idea| !idea.dropped);
    let counted = ideas.map(|idea| {
        let count = |warmth: Warmth| {
            let same =
                heard.iter().filter(|heard| heard.warmth == warmth && fold(&heard.direction) == fold(&idea.text));
            same.count()
        };
        SheetIdea { id: idea.id, text: idea.text.clone(), warmer: count(Warmth::Warmer), colder: count(Warmth::Colder) }
    });
    counted.collect()
}

fn strengths(campaign: &Campaign) -> Vec<SheetStrength> {
    let strengths = campaign.strengths.values().filter(|strength| !strength.dropped);
    let mut strengths: Vec<SheetStrength> = strengths
        .map(|strength| SheetStrength { id: strength.id, name: strength.name.clone(), proof: strength.proof.clone() })
        .collect();
    strengths.sort_by_key(|strength| (strength.proof.is_none(), strength.id));
    strengths
}

fn promises(campaign: &Campaign, person: PersonId, side: Side) -> Vec<SheetPromise> {
    let mine = |promise: &&Commitment| {
        promise.person == person && promise.side == side && promise.state == CommitmentState::Open
    };
    let open = campaign.commitments.values().filter(mine);
    open.map(|promise| SheetPromise { id: promise.id, text: promise.text.clone(), due_on: promise.due_on }).collect()
}

/// Every missing line once, in the order in which it matters.
fn all_missing(
    campaign: &Campaign,
    today: Date,
    person: PersonId,
    case: &CaseReport,
    questions: &QuestionsReport,
) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let ask = missing(campaign, today, person, Form::Call);
    let story = latest(campaign).is_none().then(|| {
        crate::speech::ways::line("Write the story you tell in ninety seconds", "halfhour story add short --text \"…\"")
    });
    // The line about all strengths names the one that is spoken of too.
    let (spoken_of, strengths) = (strengths_have_proof::missing(campaign), strengths_have_proof::all_missing(campaign));
    let asked = questions.missing.iter().filter(|line| Some(*line) != spoken_of.as_ref());
    for line in case.missing.iter().chain(asked).chain(&strengths).chain(&ask).cloned().chain(story) {
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}
