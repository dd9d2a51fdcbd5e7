//! What can be typed. The reference in `docs/cli.md` is a snapshot of it.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::parser::ValueSource;
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::same_file::SameFile;
use crate::{ask, case, conversation, follow_through, keeping, list, me, momentum, open, questions, story};

/// A career search made of half-hour conversations, kept on your own machine.
///
/// Without a command, halfhour says what is due today.
#[derive(Debug, Parser)]
#[command(name = "halfhour", version, disable_help_subcommand = true)]
pub struct Arguments {
    #[command(flatten)]
    pub shared: Shared,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Options that every command takes.
#[derive(Debug, Clone, Default, Args)]
pub struct Shared {
    /// The campaign file; otherwise the one in your own folder for programs' files
    #[arg(
        long,
        global = true,
        value_name = "FILE",
        env = "HALFHOUR_DATA",
        hide_env_values = true,
        help_heading = "Shared"
    )]
    pub data: Option<PathBuf>,
    /// The file was typed, and does not come from the environment.
    #[arg(skip)]
    is_typed: bool,
    /// Act as if today were this day, such as 2026-11-23
    #[arg(long, global = true, value_name = "DATE", help_heading = "Shared")]
    pub today: Option<String>,
    /// Print JSON for other programs
    #[arg(long, global = true, help_heading = "Shared")]
    pub json: bool,
}

impl Shared {
    /// What commands in a hint must name, to work on the same campaign.
    pub fn same_file(&self) -> SameFile {
        self.data.as_deref().filter(|_| self.is_typed).map(SameFile::named).unwrap_or_default()
    }
}

/// The commands, in the order of the method.
#[derive(Debug, Subcommand)]
#[expect(clippy::large_enum_variant, reason = "one of them lives, once in a run")]
pub enum Command {
    /// Open the pages in your browser: the whole method, on this machine only
    Open(open::Wish),
    /// Bring in the people you know, from files that you already have
    Import(list::import::Wish),
    /// The people you know: look, add, edit, mark, merge, split, forget
    List(list::Wish),
    /// Whom to call next, and why
    Next(list::next::Wish),
    /// The ways to be introduced to a person or into an organization
    Path(list::path::Wish),
    /// The organizations of your search, or one of them: who is there, who used to be, the way in
    Organizations(list::organizations::Wish),
    /// Why this person: the purpose of the call and the outcome you seek
    Case(case::Wish),
    /// What to ask in half an hour
    Questions(questions::Wish),
    /// Your story, in versions
    Story(story::Wish),
    /// Ask for half an hour: the words, the record, the answer
    Ask(ask::Wish),
    /// Check a draft: does it ask for a job, ask who is hiring, or make it their problem?
    Check(ask::check::Wish),
    /// Everything for one half hour on one page
    Sheet(ask::sheet::Wish),
    /// How it went: how far, what you learned, who was named, what was promised
    #[command(visible_alias = "debrief")]
    Conversation(conversation::Wish),
    /// What is due today, and why
    Today(follow_through::TodayWish),
    /// You did it
    Done(follow_through::DoneWish),
    /// Not today: put a move off to another day
    Later(follow_through::LaterWish),
    /// The review of a week, and whom your times for calls are for
    Week(follow_through::week::Wish),
    /// Your meetings, times and moves for your own calendar
    Calendar(follow_through::calendar::Wish),
    /// What the conversations led to
    Opportunity(momentum::opportunity::Wish),
    /// Is it working? How far your conversations go, week by week
    Momentum,
    /// Who led to whom
    Map(momentum::map::Wish),
    /// A page to share with a coach or a few peers, without anybody's name
    Share(momentum::share::Wish),
    /// The end of the search: everybody who helped, a thank-you to each, a new search
    Closing(momentum::closing::Wish),
    /// You: name, strengths with proof, direction, your week
    Me(me::Wish),
    /// What was done, step by step
    History(keeping::HistoryWish),
    /// Take back the last step, or a certain one
    Undo(keeping::UndoWish),
    /// Copy the whole campaign to a file
    Backup(keeping::BackupWish),
    /// Put the campaign back from such a copy
    Restore(keeping::RestoreWish),
    /// Write everything as JSON lines in a ZIP, without history
    Export(keeping::export::Wish),
    /// Look whether the campaign file is sound
    Doctor,
    /// Fill an empty campaign with an invented search, to look around
    Demo,
    /// What these conversations are and are not, and each step with its command
    Method,
}

impl Default for Command {
    fn default() -> Self {
        Command::Today(follow_through::TodayWish::default())
    }
}

/// A person, as one types them: a name, a part of one, an e-mail address or an id.
#[derive(Debug, Clone, Args)]
pub struct Who {
    /// A name, a part of one, an e-mail address or an id
    #[arg(value_name = "PERSON", required = true, num_args = 1..)]
    words: Vec<String>,
}

impl Who {
    /// The words as one query.
    pub fn query(&self) -> String {
        self.words.join(" ")
    }
}

/// Reads the command line; what cannot be read was reported already, with its exit code.
pub fn parse() -> Result<Arguments, ExitCode> {
    let mut typed: Vec<OsString> = std::env::args_os().collect();
    // Many people ask for help in that word.
    if typed.get(1).is_some_and(|word| word == "help") {
        typed.remove(1);
        // The method is no option to be looked up; help with it is the method itself.
        if typed.get(1).is_none_or(|word| word != "method") {
            typed.push("--help".into());
        }
    }
    let read = command().try_get_matches_from(typed).and_then(|matches| {
        let mut arguments = Arguments::from_arg_matches(&matches)?;
        arguments.shared.is_typed = matches.value_source("data") == Some(ValueSource::CommandLine);
        Ok(arguments)
    });
    read.map_err(|problem| crate::failure::report_usage(&problem))
}

/// The whole grammar.
pub fn command() -> clap::Command {
    Arguments::command()
}
