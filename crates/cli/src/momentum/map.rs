//! `map`: who led to whom, as a tree.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use jiff::civil::Date;
use method::momentum::map::{Map, Place, map};
use serde::Serialize;
use store::Scope;

use crate::door::{Door, Show};
use crate::failure::Failure;
use crate::new_file;
use crate::text::{Text, short};

/// How wide a name may be before it is cut.
const NAME: usize = 60;

/// The map, as `--json` prints it.
#[derive(Debug, Serialize)]
#[serde(transparent)]
struct Tree {
    map: Map,
    #[serde(skip)]
    today: Date,
}

/// Who led to whom, as a tree; with --svg as a picture in a file.
#[derive(Debug, Args)]
pub struct Wish {
    /// Write a picture (SVG) instead, to this new file, or - for standard output
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
}

/// Where the picture was written, as `--json` prints it.
#[derive(Debug, Serialize)]
struct Drawn {
    file: PathBuf,
}

impl Show for Drawn {
    fn show(&self, text: &mut Text) {
        text.line(format!("Drew the map into {}.", self.file.display()));
        text.muted("It holds people's names: keep it where only you can read it.");
    }
}

impl Show for Tree {
    fn show(&self, text: &mut Text) {
        if self.map.led_to.is_empty() {
            text.line("Nobody was asked, met or named yet, so there is no map to draw.");
            text.muted("Whom to ask first: `halfhour next`.");
            return;
        }
        text.line(self.map.seeker.as_deref().map_or_else(|| "You".to_owned(), |name| short(name, NAME)));
        show_places(text, "", &self.map.led_to, self.today);
        text.gap();
        text.muted("More about one of them: `halfhour list show PERSON`.");
    }
}

fn show_places(text: &mut Text, before: &str, places: &[Place], today: Date) {
    for (number, place) in (1..).zip(places) {
        let last = number == places.len();
        let mark = format!("{before}{}", if last { "└─ " } else { "├─ " });
        let inner = format!("{before}{}", if last { "   " } else { "│  " });
        let below = if place.led_to.is_empty() { format!("{inner}  ") } else { format!("{inner}│ ") };
        text.branch(&mark, &below, words(place, today));
        show_places(text, &inner, &place.led_to, today);
    }
}

fn words(place: &Place, today: Date) -> String {
    let name = short(&place.person.name, NAME);
    let at = place.organization.as_ref().map_or_else(String::new, |name| format!(", {}", short(name, NAME)));
    let waits = place.waiting.as_ref().map_or_else(String::new, |waiting| format!("; {}", waiting.in_words(today)));
    format!("{name} ({}){at}: {}{waits}", place.person.id, place.how_far())
}

/// Shows the map, or writes the picture.
pub fn run(door: &Door, wish: &Wish) -> Result<ExitCode, Failure> {
    let campaign = door.read(Scope::Everyone)?;
    let map = map(&campaign, door.today);
    let Some(file) = &wish.svg else { return door.show(&Tree { map, today: door.today }) };
    let picture = web::map_picture(&map, door.today);
    if file == Path::new("-") {
        return Door::raw_out(&picture);
    }
    new_file::write(file, picture.as_bytes()).map_err(|problem| match problem.kind() {
        io::ErrorKind::AlreadyExists => Failure::file(
            format!("{} exists already, and nothing was written.", file.display()),
            "Name another file: `halfhour map --svg FILE`",
        ),
        _ => Failure::file(
            format!("{} could not be written: {problem}.", file.display()),
            "Name a file in a folder of your own.",
        ),
    })?;
    door.show(&Drawn { file: file.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use method::campaign::PersonRef;
    use method::conversation::Ladder;
    use method::id::{Id, PersonId};
    use method::list::stage::Stage;

    const TODAY: Date = date(2026, 11, 23);

    fn place(number: u64, name: &str, stage: Stage, ladder: Option<Ladder>, led_to: Vec<Place>) -> Place {
        let person = PersonRef { id: PersonId::from_number(number), name: name.to_owned() };
        Place {
            person,
            organization: None,
            generation: 1,
            stage,
            answer: None,
            until_on: None,
            ladder,
            named_on: None,
            let_be: false,
            waiting: None,
            led_to,
        }
    }

    #[rstest::rstest]
    #[case(Stage::Met, Some(Ladder::NotMuch), "talked, not much came of it")]
    #[case(Stage::Asked, Some(Ladder::Listened), "talked, they listened; asked again")]
    #[case(Stage::Declined, None, "said no")]
    #[case(Stage::NotAsked, None, "not asked yet")]
    fn a_place_says_how_far_it_got(#[case] stage: Stage, #[case] ladder: Option<Ladder>, #[case] words: &str) {
        assert_eq!(place(1, "Ana", stage, ladder, Vec::new()).how_far(), words);
    }

    #[test]
    fn what_is_wrapped_stays_inside_its_branch() {
        let long = "Wilhelmina ".repeat(5);
        let deep = place(3, "Chidi Okafor", Stage::Asked, None, Vec::new());
        let inner = place(2, &long, Stage::Met, Some(Ladder::NamedSomeone), vec![deep]);
        let last = place(4, &long, Stage::Declined, None, Vec::new());
        let first = place(1, "Ana Pereira", Stage::Met, Some(Ladder::MadeTheCall), vec![inner]);
        let mut text = Text::of_width(60);
        show_places(&mut text, "", &[first, last], TODAY);
        insta::assert_snapshot!(text.finish(), @"
        ├─ Ana Pereira (p1): talked, they made the call
        │  └─ Wilhelmina Wilhelmina Wilhelmina Wilhelmina Wilhelmina
        │     │ (p2): talked, they named someone
        │     └─ Chidi Okafor (p3): asked
        └─ Wilhelmina Wilhelmina Wilhelmina Wilhelmina Wilhelmina
             (p4): said no
        ");
    }

    #[test]
    fn a_very_long_chain_and_a_very_long_word_are_drawn() {
        let mut chain = place(100, &"x".repeat(300), Stage::Asked, None, Vec::new());
        for number in (1..100).rev() {
            chain = place(number, "Ana", Stage::Met, Some(Ladder::NamedSomeone), vec![chain]);
        }
        let mut text = Text::of_width(60);
        show_places(&mut text, "", &[chain], TODAY);
        let drawn = text.finish();
        assert!(drawn.lines().all(|line| line.chars().count() < 3 * 100 + 2 * NAME), "{drawn}");
    }
}
