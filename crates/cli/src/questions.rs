//! The questions for a person: looks at them, and keeps, adds, removes, moves and rewrites them.

use std::process::ExitCode;

use clap::Args;
use method::campaign::Campaign;
use method::case::remark::Remark;
use method::change::Decision;
use method::id::{Ids, PersonId};
use method::questions::next_time::keep_for_next_time;
use method::questions::report::{QuestionsReport, questions};
use method::questions::set_questions::{
    add_question, move_question, remove_question, set_questions, take_fresh_questions,
};
use store::{Changed, Scope};

use crate::args::Who;
use crate::case::remarks;
use crate::door::{Door, Show};
use crate::editor;
use crate::failure::Failure;
use crate::text::Text;
use crate::written;

/// What to ask in half an hour. The questions are made from what you told, until you change one; then they are kept.
#[derive(Debug, Args)]
pub struct Wish {
    #[command(flatten)]
    who: Who,
    /// Your own question, put before the last; may be given again
    #[arg(long, value_name = "TEXT")]
    add: Vec<String>,
    /// Take the question with this number away; may be given again
    #[arg(long, value_name = "N")]
    remove: Vec<usize>,
    /// Move a question to another place
    #[arg(long, num_args = 2, value_names = ["N", "TO"], conflicts_with = "remove")]
    r#move: Vec<usize>,
    /// Keep the question with this number for the half hours to come, with whomever they are; may be given again
    #[arg(long, value_name = "N", conflicts_with_all = ["remove", "move", "fresh"])]
    next_time: Vec<usize>,
    /// Keep the question with this number no longer for next time
    #[arg(long, value_name = "N", conflicts_with_all = ["remove", "move", "fresh"])]
    not_next_time: Vec<usize>,
    /// Let go of what is kept, so that the questions follow what you told again
    #[arg(long, conflicts_with_all = ["remove", "move"])]
    fresh: bool,
    /// Write them in your editor, one a line
    #[arg(long, conflicts_with_all = ["add", "remove", "move", "fresh", "next_time", "not_next_time"])]
    edit: bool,
}

impl Wish {
    fn only_looks(&self) -> bool {
        let numbers = [&self.remove, &self.r#move, &self.next_time, &self.not_next_time];
        self.add.is_empty() && numbers.iter().all(|numbers| numbers.is_empty()) && !self.fresh
    }

    /// Every wish, one after the other, as one decision. Numbers are those of the questions as they are shown.
    fn decide(&self, door: &Door, campaign: &Campaign, ids: &Ids, person: PersonId) -> Decision {
        let today = door.today;
        let mut now = Moving { campaign: campaign.clone(), changes: Vec::new() };
        if self.fresh {
            now.go_on(|campaign| take_fresh_questions(campaign, person))?;
        }
        let mut removed = self.remove.clone();
        removed.sort_unstable();
        removed.dedup();
        for number in removed.into_iter().rev() {
            now.go_on(|campaign| remove_question(campaign, ids, today, person, number))?;
        }
        for places in self.r#move.chunks_exact(2) {
            now.go_on(|campaign| move_question(campaign, ids, today, person, places[0], places[1]))?;
        }
        let kept = self.next_time.iter().map(|number| (*number, true));
        for (number, keep) in kept.chain(self.not_next_time.iter().map(|number| (*number, false))) {
            now.go_on(|campaign| keep_for_next_time(campaign, ids, today, person, number, keep))?;
        }
        for text in &self.add {
            now.go_on(|campaign| add_question(campaign, ids, today, person, text))?;
        }
        Ok(now.changes)
    }
}

/// A campaign that decisions move on before anything is written.
struct Moving {
    campaign: Campaign,
    changes: Vec<method::change::Change>,
}

impl Moving {
    fn go_on(&mut self, decide: impl Fn(&Campaign) -> Decision) -> Result<(), method::change::Refusal> {
        let changes = decide(&self.campaign)?;
        // Of several changes to the same fact the last one stands.
        self.changes.retain(|before| changes.iter().all(|change| change.key() != before.key()));
        self.changes.extend(changes.iter().cloned());
        self.campaign.apply(changes);
        Ok(())
    }
}

impl Show for QuestionsReport {
    fn show(&self, text: &mut Text) {
        text.heading(format!("Half an hour with {}", self.person.name));
        plan(text, self);
        if self.kept {
            text.gap();
            text.muted(format!(
                "You keep these. `halfhour questions {} --fresh` makes new ones from what you told.",
                self.person.id
            ));
        }
        remarks::missing(text, &self.missing);
    }
}

/// The thirty minutes, line by line.
pub fn plan(text: &mut Text, report: &QuestionsReport) {
    text.hanging(&format!("    {:>2} min  ", report.opening_minutes), "Hello, and your story.");
    for asked in &report.questions {
        text.hanging(&format!("{:>2}. {:>2} min  ", asked.number, asked.minutes), &asked.text);
        if asked.next_time {
            text.hanging("            - ", "You keep this one for next time.");
        }
        for Remark { text: pointed, .. } in &asked.remarks {
            text.hanging("            - ", pointed);
        }
    }
    text.hanging(&format!("    {:>2} min  ", report.closing_minutes), "Thanks, and what happens next.");
}

/// Shows the questions, or changes them.
pub fn run(door: &Door, wish: Wish) -> Result<ExitCode, Failure> {
    let (campaign, person) = door.read_person(&wish.who)?;
    if wish.edit {
        return edit(door, &campaign, person);
    }
    if wish.only_looks() {
        return door.show(&questions(&campaign, door.today, person)?);
    }
    let changed = door.change(Scope::Ties, |campaign, ids| wish.decide(door, campaign, ids, person))?;
    tell(door, person, Some(&changed))
}

fn edit(door: &Door, campaign: &Campaign, person: PersonId) -> Result<ExitCode, Failure> {
    let shown = questions(campaign, door.today, person)?;
    let explanation = [
        format!("Questions for {}, one a line, in the order in which you ask them.", shown.person.name),
        "The last one asks for another person. Save, and close the editor.".to_owned(),
    ];
    let texts: Vec<&str> = shown.questions.iter().map(|asked| asked.text.as_str()).collect();
    let changed = editor::edit("questions", &explanation, &texts.join("\n"), |back| {
        let texts: Vec<String> = back.lines().map(str::to_owned).collect();
        let version = shown.version.as_str();
        door.change(Scope::Ties, |campaign, ids| {
            set_questions(campaign, ids, door.today, person, &texts, Some(version))
        })
    })?;
    tell(door, person, changed.as_ref())
}

fn tell(door: &Door, person: PersonId, changed: Option<&Changed>) -> Result<ExitCode, Failure> {
    let campaign = door.read(Scope::Ties)?;
    written::show(door, changed, questions(&campaign, door.today, person)?)
}
