//! What speaks for one person and what against, as plain sentences.
//!
//! Serves the list of duplicates: whoever decides should see what the program saw. First what speaks for it, then what
//! speaks against it, each of which begins with "But".

use super::called::{Called, Level};
use super::card::Card;
use super::proof;
use super::weigh::{Link, Mail, Weighed, Work};
use super::written_name::Name;
use super::{born, postal};

/// The sentences: for, then against.
pub fn sentences(a: &Card, b: &Card, weighed: &Weighed) -> Vec<String> {
    let mut said = Said::default();
    if let Some(called) = &weighed.called {
        said.name(a, b, called, proof::is_rare(weighed));
    }
    said.reached(a, b, weighed);
    said.worked(a, b, weighed);
    said.lived(a, b, weighed);
    said.pro.append(&mut said.contra);
    said.pro.into_iter().map(|sentence| sentence.replace("..", ".")).collect()
}

/// Whether the words of the name stand in both as they are, without the marks on letters being left out.
fn is_written_alike(a: &Name, b: &Name) -> bool {
    let (one, other) = (a.written.to_lowercase(), b.written.to_lowercase());
    let mut words = a.given.iter().chain(&a.family).map(|word| word.text.as_str());
    words.all(|word| one.contains(word) == other.contains(word))
}

#[derive(Default)]
struct Said {
    pro: Vec<String>,
    contra: Vec<String>,
}

impl Said {
    fn name(&mut self, a: &Card, b: &Card, called: &Called, rare: bool) {
        let (Some(a), Some(b)) = (a.names.get(called.a), b.names.get(called.b)) else {
            return;
        };
        let (one, other) = (a.written.as_str(), b.written.as_str());
        match (called.given, called.family) {
            (Level::Same, Level::Same) => {
                let rare = if rare { ", a rare name" } else { "" };
                self.pro.push(if is_written_alike(a, b) {
                    format!("Both are called {one}{rare}.")
                } else {
                    format!("The names are the same but for how they are written{rare}: {one}, {other}.")
                });
            }
            (Level::Same, Level::Missing) | (Level::Missing, Level::Same) => {
                self.pro.push(format!("{one} and {other} have a name in common."));
            }
            (given, family) => {
                self.part("given", given, (one, other));
                self.part("family", family, (one, other));
            }
        }
        if called.turned {
            self.pro.push(format!("The names agree when one is turned round: {one}, {other}."));
        }
        if called.generations {
            self.contra.push(format!(
                "But one is {} and the other {}.",
                a.suffix.unwrap_or("?"),
                b.suffix.unwrap_or("?")
            ));
        } else if let Some(suffix) = a.suffix.or(b.suffix).filter(|_| called.suffixed) {
            self.contra.push(format!("But only one of them is {suffix}."));
        }
    }

    fn part(&mut self, which: &str, level: Level, (one, other): (&str, &str)) {
        let pro = match level {
            Level::Missing => return,
            Level::Same => format!("The {which} name is the same."),
            Level::Form => format!("The {which} names are forms of one: {one}, {other}."),
            Level::Spelling => format!("The {which} names are two spellings of one: {one}, {other}."),
            Level::Partly => format!("One of the {which} names is the same: {one}, {other}."),
            Level::Before => format!("The family name of one is a former name of the other: {one}, {other}."),
            Level::Initial => format!("The initial of the {which} name fits: {one}, {other}."),
            Level::Slip => format!("The {which} names differ by a slip: {one}, {other}."),
            Level::Alike => {
                self.contra.push(format!("But {one} and {other} are two different {which} names."));
                return;
            }
            Level::Different => {
                self.contra.push(format!("But the {which} names differ: {one}, {other}."));
                return;
            }
        };
        self.pro.push(pro);
    }

    fn reached(&mut self, a: &Card, b: &Card, weighed: &Weighed) {
        if let Some((alike, at, other)) = weighed.link {
            let (one, other) = (&a.links[at].key, &b.links[other].key);
            match alike {
                Link::Person => self.pro.push(format!("The same profile: {one}.")),
                Link::Page => self.pro.push(format!("The same page: {one}.")),
                Link::Shared => self.pro.push(format!("The same site, which others may share: {one}.")),
                Link::TwoPeople => self.contra.push(format!("But they have two profiles: {one}, {other}.")),
            }
        }
        if let Some((alike, at, other)) = weighed.email {
            let (one, other) = (&a.emails[at].written, &b.emails[other].written);
            match alike {
                Mail::Same if weighed.is_household() => {
                    self.pro.push(format!("The same e-mail address, which two in a household may share: {one}."));
                }
                Mail::Same => self.pro.push(format!("The same e-mail address: {one}.")),
                Mail::Slip => self.pro.push(format!("The e-mail addresses differ by a slip: {one}, {other}.")),
                Mail::SameLocal => self.pro.push(format!("The e-mail addresses begin alike: {one}, {other}.")),
                Mail::Role => self.pro.push(format!("The same e-mail address, which belongs to a role: {one}.")),
                Mail::Different => self.contra.push(format!("But the e-mail addresses differ: {one}, {other}.")),
            }
        }
        if let Some((same, at, other)) = weighed.phone {
            let (one, other) = (&a.phones[at].written, &b.phones[other].written);
            if same {
                self.pro.push(format!("The same telephone number, which others may share: {one}."));
            } else {
                self.contra.push(format!("But the telephone numbers differ: {one}, {other}."));
            }
        }
    }

    fn worked(&mut self, a: &Card, b: &Card, weighed: &Weighed) {
        if let Some((alike, at, other)) = weighed.organization {
            let (one, other) = (&a.organizations[at].written, &b.organizations[other].written);
            match alike {
                Work::Same => self.pro.push(format!("The same organization: {one}.")),
                Work::Longer => self.contra.push(format!("But {one} and {other} may be two organizations.")),
                Work::Different => self.contra.push(format!("But the organizations differ: {one}, {other}.")),
            }
        }
        if let Some((at, _)) = weighed.title {
            self.pro.push(format!("The same title: {}.", a.titles[at].written));
        }
    }

    fn lived(&mut self, a: &Card, b: &Card, weighed: &Weighed) {
        if let Some((alike, at, other)) = weighed.born {
            let (one, other) = (a.born[at], b.born[other]);
            match alike {
                born::Alike::Same => self.pro.push(format!("The same birthday: {one}.")),
                born::Alike::SameDay => {
                    self.pro.push(format!("The same day of birth, without a year: {one}, {other}."))
                }
                born::Alike::Slip => self.pro.push(format!("The birthdays differ by a slip: {one}, {other}.")),
                born::Alike::Partly | born::Alike::Different => {
                    self.contra.push(format!("But the birthdays differ: {one}, {other}."));
                }
            }
        }
        if let Some((alike, at, other)) = weighed.postal {
            let (one, other) = (&a.postal[at].written, &b.postal[other].written);
            match alike {
                postal::Alike::Same => self.pro.push(format!("The same postal address: {one}.")),
                postal::Alike::Nearly => self.pro.push(format!("Nearly the same postal address: {one}; {other}.")),
                postal::Alike::Near => self.pro.push(format!("Part of the postal address agrees: {one}; {other}.")),
                postal::Alike::Different => {
                    self.contra.push(format!("But the postal addresses differ: {one}; {other}."))
                }
            }
        }
    }
}
