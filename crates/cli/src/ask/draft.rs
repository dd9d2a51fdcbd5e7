//! `ask PERSON`: the words, ready to be read aloud or pasted.

use std::process::ExitCode;

use clap::Args;
use clap::builder::PossibleValuesParser;
use method::ask::Form;
use method::ask::draft::{AskDraft, Whose, ask_draft};
use method::case::remark::Remark;
use method::list::slate::keep_the_search_quiet::RULE as QUIET;

use crate::args::Who;
use crate::case::remarks;
use crate::door::{Door, Show, capital};
use crate::failure::Failure;
use crate::text::Text;

/// How it is asked.
#[derive(Debug, Args)]
pub struct FormWish {
    /// How you ask; a call brings people closer than a letter does
    #[arg(long, value_name = "FORM", default_value = "call", value_parser = forms())]
    form: String,
}

impl FormWish {
    /// The form that was named.
    pub fn form(&self) -> Form {
        Form::from_word(&self.form).unwrap_or(Form::Call)
    }
}

/// The forms that can be typed.
pub fn forms() -> PossibleValuesParser {
    Form::ALL.iter().map(|form| form.word()).collect::<Vec<_>>().into()
}

impl Show for AskDraft {
    fn show(&self, text: &mut Text) {
        let (quiet, others): (Vec<&Remark>, Vec<&Remark>) =
            self.remarks.iter().partition(|remark| remark.rule == QUIET.name);
        // Who hears of the search at work is decided before the words are read, and not after.
        for remark in quiet {
            text.line(&remark.text);
            text.gap();
        }
        if let Some(subject) = &self.subject {
            text.verbatim(format!("Subject: {subject}\n"));
        }
        match self.form {
            Form::Call | Form::Voicemail => text.line(&self.text),
            Form::Email | Form::Message => text.verbatim(&self.text),
        }
        if let Some(longer) = &self.longer {
            text.gap();
            text.muted(format!("With a little more room, {} characters:", longer.chars().count()));
            text.verbatim(longer);
        }
        match self.whose {
            Whose::Ours => {}
            Whose::Usual => text.muted(
                "These are your usual words, with what you told of them put in. Read them once as if they came to you.",
            ),
            Whose::Own => text.muted(format!(
                "These are your own words. `halfhour ask words {} --form {} --drop` lets go of them.",
                self.person.id,
                self.form.word()
            )),
        }
        if !self.otherwise.is_empty() {
            text.gap();
            text.muted("If it goes another way:");
            for otherwise in &self.otherwise {
                text.muted_point(format!("{}: “{}”", capital(&otherwise.when), otherwise.say));
            }
        }
        if !others.is_empty() {
            text.gap();
            text.muted("Before you ask:");
            remarks::remarks(text, others);
        }
        remarks::missing(text, &self.missing);
        text.gap();
        let form = self.form.word();
        text.muted(format!("When you have asked: `halfhour ask log {} --form {form}`", self.person.id));
    }
}

/// Shows the words.
pub fn run(door: &Door, who: &Who, form: &FormWish) -> Result<ExitCode, Failure> {
    let (campaign, person) = door.read_person(who)?;
    door.show(&ask_draft(&campaign, door.today, person, form.form())?)
}
