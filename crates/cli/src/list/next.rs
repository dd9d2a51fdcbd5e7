//! `next`: whom to call next, and why; and who is held back for now.

use std::process::ExitCode;

use clap::Args;
use method::list::path::target::organization_meant;
use method::list::slate::ask_those_who_do_it_already::RULE as DO_IT;
use method::list::slate::guess_until_you_mark::{GUESS, RULE as GUESSED};
use method::list::slate::{Group, HeldBack, Slate, Suggestion, rules_that_suggest, slate, slate_at};
use serde::Serialize;

use crate::door::{Door, Show};
use crate::failure::Failure;
use crate::text::{Text, counted, short};

/// Whom to call next: a few people mixed from several groups, those named to you and those you know and respect first.
/// Every name comes with its reasons, and the list stays the same for the week.
#[derive(Debug, Args)]
#[command(after_long_help = reasons())]
pub struct Wish {
    /// How many people; 5 unless you say otherwise, and up to 50 with --at
    #[arg(short = 'n', value_name = "N")]
    most: Option<usize>,
    /// Everybody on your list at one organization instead, each with their reasons
    #[arg(long, value_name = "ORGANIZATION")]
    at: Option<String>,
    /// Show everybody who is held back for now, not only the first few
    #[arg(long)]
    held_back: bool,
}

/// What each kind of reason rests on, for the long help.
fn reasons() -> String {
    let rules = rules_that_suggest().map(|rule| format!("  {} ({})\n", rule.says, rule.evidence.join(", ")));
    let rules: String = rules.collect();
    format!(
        "Why somebody comes up, and what that rests on:\n{rules}M is a row of docs/method.md, E a \
         finding with its source in docs/rules.md."
    )
}

/// How many of those held back are shown unless all are wanted.
const A_FEW: usize = 3;

/// How many people are suggested unless a number is said: of all, and of one organization.
const MOST: usize = 5;
const MOST_THERE: usize = 50;

/// How wide a name may be before it is cut.
const NAME: usize = 60;

/// Said beside the comfortable choice.
const COMFORT: &str =
    "Easier to call, perhaps; the first one above often knows more that is new to you. Either is a good call.";

/// The slate, as `--json` prints it.
#[derive(Debug, Serialize)]
#[serde(transparent)]
struct Next {
    slate: Slate,
    #[serde(skip)]
    all_held_back: bool,
    /// Whether these are the people of one organization, whose others stand here already.
    #[serde(skip)]
    at: Option<String>,
}

impl Show for Next {
    fn show(&self, text: &mut Text) {
        let mut heading = "";
        for (place, suggestion) in (1..).zip(&self.slate.slate) {
            let words = in_plain_words(suggestion);
            if words != heading {
                text.heading(words);
                heading = words;
            }
            show_suggestion(text, place, suggestion, self.at.is_none());
        }
        if let Some(one) = &self.slate.comfortable {
            text.heading("The comfortable choice");
            text.line(format!("{} ({}). {}.", short(&one.person.name, NAME), one.person.id, one.reason));
            text.muted(COMFORT);
        }
        if let Some(note) = &self.slate.note {
            if !self.slate.slate.is_empty() {
                text.gap();
            }
            text.line(note);
        }
        self.show_held_back(text);
        if let Some(first) = self.slate.slate.first() {
            show_how_to_go_on(text, first);
        }
        if self.at.is_none() && self.slate.slate.iter().any(|one| one.others > 0) {
            text.muted("Somebody else at one of these organizations: `halfhour next --at ORGANIZATION`.");
        }
    }
}

impl Next {
    fn show_held_back(&self, text: &mut Text) {
        let held_back = &self.slate.held_back;
        if held_back.is_empty() {
            return;
        }
        text.heading("Held back for now");
        let shown = if self.all_held_back { held_back.len() } else { A_FEW };
        for HeldBack { person, reason, .. } in held_back.iter().take(shown) {
            text.point(format!("{} ({}): {reason}", short(&person.name, NAME), person.id));
        }
        if held_back.len() > shown {
            let again = match &self.at {
                Some(_) => "the same with `--held-back`",
                None => "`halfhour next --held-back`",
            };
            text.muted(format!("    and {} more: {again}", held_back.len() - shown));
        }
    }
}

fn show_suggestion(text: &mut Text, place: usize, suggestion: &Suggestion, with_others: bool) {
    let mut words = format!("{} ({})", short(&suggestion.person.name, NAME), suggestion.person.id);
    for more in [&suggestion.title, &suggestion.organization].into_iter().flatten() {
        words.push_str(", ");
        words.push_str(&short(more, NAME));
    }
    let mark = format!("{place}. ");
    let below = " ".repeat(mark.len());
    text.hanging(&mark, words);
    // What stands above them already is not repeated.
    let above = in_plain_words(suggestion);
    for reason in suggestion.reasons.iter().filter(|reason| *reason != GUESS && *reason != above) {
        text.hanging(&format!("{below}- "), reason);
    }
    if with_others && suggestion.others > 0 {
        let others = counted(suggestion.others, "other", "others");
        text.muted(format!("{below}{others} there"));
    }
}

fn in_plain_words(suggestion: &Suggestion) -> &'static str {
    match suggestion.group {
        Group::KnowAndRespect if suggestion.rule == GUESSED.name => "A guess: perhaps you know and respect them",
        Group::MadeYourMove if suggestion.rule == DO_IT.name => "They do what you would like to do",
        Group::Referred => "Named to you",
        Group::KnowAndRespect => "You know and respect them",
        Group::MadeYourMove => "They made the move that you want to make",
        Group::WeakIntoDirection => "Known a little, and where you want to go",
        Group::LongSilent => "Not in touch for a long time",
        Group::TargetOrganization => "Where you would like to be",
        Group::OutsideView => "For a view from outside",
    }
}

fn show_how_to_go_on(text: &mut Text, first: &Suggestion) {
    let id = first.person.id;
    text.gap();
    text.muted(format!("Go on with `halfhour case {id}`: why them, and what you hope for."));
    text.muted(format!(
        "Not them? `halfhour list mark {id} --set-aside`, or for later `halfhour list mark {id} --not-before DAY`."
    ));
}

/// Shows the slate.
pub fn run(door: &Door, wish: &Wish) -> Result<ExitCode, Failure> {
    if wish.most == Some(0) {
        return Err(Failure::usage(
            "A slate of nobody helps nobody.",
            "Ask for one person or more: `halfhour next -n 3`",
        ));
    }
    let campaign = door.read_ties()?;
    let at = wish.at.as_deref().map(|name| organization_meant(&campaign, name)).transpose()?;
    let slate = match &at {
        Some(organization) => slate_at(&campaign, door.today, organization, wish.most.unwrap_or(MOST_THERE)),
        None => slate(&campaign, door.today, wish.most.unwrap_or(MOST)),
    };
    door.show(&Next { slate, all_held_back: wish.held_back, at })
}
