//! What every command stands on: which campaign, which day, and how to print.

use std::io::{ErrorKind, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use method::campaign::Campaign;
use method::change::{Decision, Refusal};
use method::day::{self, Toward};
use method::id::{Ids, PersonId};
use method::list::find;
pub use method::speech::capital;
use serde::Serialize;
use store::{Changed, Place, Scope, Sqlite, Step, StepId, Store};

use crate::args::{Shared, Who};
use crate::failure::Failure;
use crate::same_file::SameFile;
use crate::text::Text;

/// A value that can be shown to people; programs get the same value as JSON.
pub trait Show: Serialize {
    /// Writes it for people.
    fn show(&self, text: &mut Text);
    /// How to go on with words that are handed on as they stand: it goes to standard error, so that a pipe carries only
    /// the words.
    fn beside(&self, _text: &mut Text) {}
}

/// A campaign that is read and then left to the end of the process: taking thirty thousand people apart first would be
/// waited for.
pub type Lasting = std::mem::ManuallyDrop<Campaign>;

/// The door through which this command goes.
pub struct Door {
    data: PathBuf,
    place: Place,
    /// The day for every rule.
    pub today: Date,
    is_fixed: bool,
    json: bool,
    same_file: SameFile,
}

impl Door {
    /// Finds the campaign file and the day.
    pub fn new(shared: Shared) -> Result<Self, Failure> {
        let now = Zoned::now().date();
        let today = match &shared.today {
            None => now,
            Some(text) => day::parse(text, now, Toward::Near).ok_or_else(|| unclear_day(text))?,
        };
        let same_file = shared.same_file();
        let (data, place) = match shared.data {
            Some(path) => (path, Place::Given),
            None => (own_place()?, Place::Default),
        };
        Ok(Self { data, place, today, is_fixed: shared.today.is_some(), json: shared.json, same_file })
    }

    /// Opens the campaign.
    pub fn store(&self) -> Result<Sqlite, Failure> {
        Ok(Sqlite::open(&self.data, self.place)?)
    }

    /// Puts the campaign back from a copy.
    pub fn restore(&self, copy: &std::path::Path) -> Result<store::Restored, Failure> {
        Ok(store::restore(&self.data, self.place, copy)?)
    }

    /// Looks whether the campaign file is sound.
    pub fn doctor(&self) -> Vec<store::Defect> {
        store::doctor(&self.data)
    }

    /// Where the campaign is kept.
    pub fn data(&self) -> &std::path::Path {
        &self.data
    }

    /// Who chose that place.
    pub fn place(&self) -> Place {
        self.place
    }

    /// The day that was named with `--today`; none when it is the real one.
    pub fn fixed_day(&self) -> Option<Date> {
        self.is_fixed.then_some(self.today)
    }

    /// The instant at which this command runs; with `--today` the beginning of that day.
    pub fn now(&self) -> Timestamp {
        let day = self.fixed_day().and_then(|day| day.to_zoned(TimeZone::UTC).ok());
        day.map_or_else(Timestamp::now, |day| day.timestamp())
    }

    /// Whether programs read the output.
    pub fn json(&self) -> bool {
        self.json
    }

    /// Reads the campaign, as much of it as the scope says.
    pub fn read(&self, scope: Scope) -> Result<Campaign, Failure> {
        Ok(self.store()?.read(scope)?)
    }

    /// Reads everybody and the correspondence, for a command that ends when it has shown what it found.
    pub fn read_ties(&self) -> Result<Lasting, Failure> {
        Ok(Lasting::new(self.read(Scope::Ties)?))
    }

    /// Loads, decides and writes in one transaction.
    pub fn change(&self, scope: Scope, decide: impl Fn(&Campaign, &Ids) -> Decision) -> Result<Changed, Failure> {
        Ok(self.store()?.change(store::Door::CommandLine, scope, &decide)?)
    }

    /// Loads, decides, writes, and says what was done, in the words of the history.
    pub fn change_and_tell(
        &self,
        scope: Scope,
        decide: impl Fn(&Campaign, &Ids) -> Decision,
    ) -> Result<ExitCode, Failure> {
        let changed = self.change(scope, decide)?;
        self.tell(changed.step)
    }

    /// Says what a step did, in the words of the history.
    pub fn tell(&self, step: Option<StepId>) -> Result<ExitCode, Failure> {
        self.show(&Told { step: self.step(step)? })
    }

    /// A step as the history shows it.
    pub fn step(&self, step: Option<StepId>) -> Result<Option<Step>, Failure> {
        let Some(id) = step else { return Ok(None) };
        Ok(self.store()?.step(id)?)
    }

    /// Whom these words mean.
    pub fn person(&self, campaign: &Campaign, who: &Who) -> Result<PersonId, Failure> {
        Ok(find::find(campaign, &who.query())?)
    }

    /// Reads everybody and whom these words mean.
    pub fn read_person(&self, who: &Who) -> Result<(Campaign, PersonId), Failure> {
        let campaign = self.read(Scope::Ties)?;
        let person = self.person(&campaign, who)?;
        Ok((campaign, person))
    }

    /// A day that lies ahead, as people say it.
    pub fn day_ahead(&self, text: &str) -> Result<Date, Failure> {
        self.read_day(text, Toward::Future)
    }

    /// A day that is past or today, as people say it; today when nothing was said.
    pub fn day_past(&self, text: Option<&str>) -> Result<Date, Failure> {
        let Some(text) = text else { return Ok(self.today) };
        self.read_day(text, Toward::Past)
    }

    fn read_day(&self, text: &str, toward: Toward) -> Result<Date, Failure> {
        Ok(day::read(text, self.today, toward).map_err(|why| why.refusal(self.today, || unclear_day(text)))?)
    }

    /// Prints a value, for people or for programs.
    pub fn show(&self, value: &impl Show) -> Result<ExitCode, Failure> {
        if self.json {
            return self.json_out(value);
        }
        let mut text = Text::on(self.same_file.clone());
        value.show(&mut text);
        let shown = print(&text.finish())?;
        let mut beside = Text::on(self.same_file.clone());
        value.beside(&mut beside);
        // Nobody may be listening any more; then there is nothing left to say.
        let _ = anstream::stderr().write_all(beside.finish().as_bytes());
        Ok(shown)
    }

    /// Prints what is meant for another program in a form of its own.
    pub fn raw_out(text: &str) -> Result<ExitCode, Failure> {
        print(text)
    }

    /// Prints a value as JSON.
    pub fn json_out(&self, value: &impl Serialize) -> Result<ExitCode, Failure> {
        let json = serde_json::to_string_pretty(value)
            .map_err(|problem| Failure::campaign(format!("This could not be written as JSON: {problem}."), ""))?;
        print(&(json + "\n"))
    }
}

/// What a command did.
#[derive(Debug, Serialize)]
pub struct Told {
    /// The step of history; none when everything stood like that already.
    pub step: Option<Step>,
}

impl Show for Told {
    fn show(&self, text: &mut Text) {
        match &self.step {
            Some(step) => text.line(format!("{}.", capital(&step.text))),
            None => text.line("It stood like that already; nothing was changed."),
        }
    }
}

/// Writes to standard output. Somebody who stopped reading, such as `head`, is no error.
fn print(text: &str) -> Result<ExitCode, Failure> {
    let mut out = anstream::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Ok(ExitCode::SUCCESS),
        Err(problem) if problem.kind() == ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        Err(problem) => Err(Failure::file(format!("The output could not be written: {problem}."), "")),
    }
}

fn unclear_day(text: &str) -> Refusal {
    Refusal::usage(
        format!("`{text}` is not a day."),
        "Write a day like 2026-11-24, tomorrow, tuesday, next friday, 24 nov or in 3 days.",
    )
}

fn own_place() -> Result<PathBuf, Failure> {
    use etcetera::BaseStrategy as _;
    let places = etcetera::choose_base_strategy().map_err(|_| {
        Failure::campaign(
            "Your home folder could not be found, so there is no place for the campaign file.",
            "Name one yourself: `halfhour --data FILE`",
        )
    })?;
    Ok(places.data_dir().join("halfhour").join("campaign.db"))
}

impl From<store::Error> for Failure {
    fn from(problem: store::Error) -> Self {
        match problem {
            store::Error::Refused(no) => no.into(),
            in_the_way @ store::Error::InTheWay { .. } => Failure::refused(in_the_way.to_string(), in_the_way.hint()),
            other => Failure::campaign(other.to_string(), other.hint()),
        }
    }
}
