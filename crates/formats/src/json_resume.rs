//! JSON Resume: what the seeker wrote of themselves for other programs.
//!
//! Serves the list and the seeker's own page: where they worked, also unpaid, what they learned and what they do well. A
//! sentence of a summary or a highlight may prove a strength when it names it, or one of its keywords. It refuses to keep
//! the rest of them.

use method::list::reading::{Findings, Me, Problem, Said, SeekerRow};
use method::list::written;
use method::seeker::proof::{names, sentences};
use serde_json::Value;

use crate::dates::{self, Order};
use crate::links;
use crate::sources::{Found, Source, Start};

/// The importer.
pub(crate) const SOURCE: Source = Source { kind: "json_resume", title: "JSON Resume", recognise, read };

fn recognise(start: &Start) -> bool {
    let text = start.text.trim_start_matches('\u{feff}').trim_start();
    let has = |key: &str| text.contains(&format!("\"{key}\""));
    text.starts_with('{') && has("basics") && ["work", "education", "skills", "volunteer"].into_iter().any(has)
}

fn read(text: &str, _me: &Me, tick: &mut dyn FnMut(usize)) -> Vec<Found> {
    let mut desk = Desk { read: 0, rows: Vec::new(), said: Vec::new(), problems: Vec::new() };
    match serde_json::from_str::<Value>(text.trim_start_matches('\u{feff}')) {
        Ok(whole) => desk.take(&whole),
        Err(problem) => {
            let line = u32::try_from(problem.line()).unwrap_or(u32::MAX).max(1);
            let what = if problem.is_eof() { "The file ends in the middle" } else { "The JSON is broken" };
            desk.reject(line, format!("{what}, in line {line}."));
        }
    }
    tick(text.len());
    let Desk { read, rows, said, problems } = desk;
    vec![Found { said, ..Found::new(SOURCE.kind, read, Findings::Seeker(rows), problems) }]
}

/// What was taken so far.
struct Desk {
    read: usize,
    rows: Vec<SeekerRow>,
    said: Vec<Said>,
    problems: Vec<Problem>,
}

impl Desk {
    fn take(&mut self, whole: &Value) {
        let basics = &whole["basics"];
        let (name, headline) = (text(&basics["name"]), text(&basics["label"]));
        if name.is_some() || headline.is_some() {
            self.tell(SeekerRow::Profile { name, headline });
        }
        if let Some(written) = text(&basics["email"]) {
            match links::email(&written) {
                Some(email) => self.tell(SeekerRow::Address { email }),
                None => self.reject(1, "The e-mail in basics is no address."),
            }
        }
        let profiles = list(&basics["profiles"]).filter_map(|one| text(&one["url"]).or_else(|| text(one)));
        let urls: Vec<String> = profiles.collect();
        for link in urls.iter().filter_map(|url| links::profile(url)) {
            self.tell(SeekerRow::Link { link });
        }
        self.positions(whole, "work", &["name", "company"]);
        self.positions(whole, "volunteer", &["organization"]);
        self.each(whole, "education", "institution", |entry| {
            let degree =
                ["studyType", "area"].iter().filter_map(|key| text(&entry[*key])).collect::<Vec<_>>().join(", ");
            let degree = Some(degree).filter(|degree| !degree.is_empty());
            let (started_on, ended_on) = period(entry);
            Some(SeekerRow::School { name: text(&entry["institution"])?, degree, started_on, ended_on })
        });
        self.said = said(whole);
        // Many write a skill as nothing but its name.
        self.each(whole, "skills", "name", |entry| Some(SeekerRow::Skill { name: skill(entry)? }));
    }

    fn positions(&mut self, whole: &Value, section: &str, names: &[&str]) {
        self.each(whole, section, names.first().copied().unwrap_or_default(), |entry| {
            let organization = names.iter().find_map(|name| text(&entry[*name]))?;
            let (started_on, ended_on) = period(entry);
            Some(SeekerRow::Position { organization, title: text(&entry["position"]), started_on, ended_on })
        });
    }

    /// Every entry of a section becomes a fact, or is left out because it does not say what it is about.
    fn each(&mut self, whole: &Value, section: &str, needed: &str, fact: impl Fn(&Value) -> Option<SeekerRow>) {
        if !is_blank(&whole[section]) && !whole[section].is_array() {
            self.reject(1, format!("{section} is no list."));
        }
        for (nth, entry) in (1..).zip(list(&whole[section])) {
            match fact(entry) {
                Some(row) => self.tell(row),
                None if !entry.is_object() => {
                    self.reject(1, format!("Entry {nth} of {section} is no object that has a {needed}."));
                }
                None => self.reject(1, format!("Entry {nth} of {section} has no {needed}.")),
            }
        }
    }

    fn tell(&mut self, row: SeekerRow) {
        self.read += 1;
        self.rows.push(row);
    }

    fn reject(&mut self, line: u32, reason: impl Into<String>) {
        self.read += 1;
        let place = u32::try_from(self.read).unwrap_or(u32::MAX);
        self.problems.push(Problem { place, line, reason: reason.into(), rejected: true, skipped: false });
    }
}

/// A skill may be nothing but its name.
fn skill(entry: &Value) -> Option<String> {
    text(entry).or_else(|| text(&entry["name"]))
}

/// What the resume says about the seeker's work, each sentence with the skills whose keywords stand in it.
fn said(whole: &Value) -> Vec<Said> {
    let keywords: Vec<(String, Vec<String>)> = list(&whole["skills"])
        .filter_map(|entry| Some((skill(entry)?, list(&entry["keywords"]).filter_map(text).collect())))
        .collect();
    let sections = ["work", "volunteer", "projects"].into_iter().flat_map(|section| list(&whole[section]));
    let own = sections.flat_map(|entry| {
        let prose = ["summary", "description"].into_iter().map(|key| &entry[key]);
        prose.chain(list(&entry["highlights"])).filter_map(Value::as_str)
    });
    let all = own.chain(whole["basics"]["summary"].as_str()).flat_map(sentences);
    all.map(|text| {
        let shown = keywords.iter().filter(|(_, words)| words.iter().any(|word| names(&text, word)));
        Said { of: shown.map(|(skill, _)| skill.clone()).collect(), ..Said::by_the_seeker(text) }
    })
    .collect()
}

/// The entries of a list in which anything stands; of anything else none.
fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten().filter(|entry| !is_blank(entry))
}

/// Templates leave entries with nothing in them.
fn is_blank(entry: &Value) -> bool {
    match entry {
        Value::Object(values) => values.values().all(is_nothing),
        other => is_nothing(other),
    }
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(all) => all.is_empty(),
        _ => false,
    }
}

fn text(value: &Value) -> Option<String> {
    value.as_str().and_then(written::line)
}

fn period(entry: &Value) -> (Option<jiff::civil::Date>, Option<jiff::civil::Date>) {
    let day = |key: &str| text(&entry[key]).and_then(|written| dates::day_of_period(&written, Order::MonthFirst));
    (day("startDate"), day("endDate"))
}
