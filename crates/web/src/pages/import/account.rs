//! What became of every row: the account of an import, its problems with their places, and those whom one wrote with who
//! are not on the list. Serves the list. It adds nobody unasked.

use maud::{Markup, html};
use method::list::import::account::{Account, Offered, SourceAccount};
use method::list::reading::Problem;

use crate::pages::parts::form::back;
use crate::shell::{capital, grouped};

/// How many problems of one file are told, and how many people are offered.
const TOLD: usize = 200;
const OFFERED: usize = 25;

/// The outcome in a few words.
pub fn in_short(account: &Account, stands: bool) -> String {
    match account.totals.created {
        _ if !stands => "Nothing new".to_owned(),
        0 => "Brought in".to_owned(),
        1 => "One new person is on your list".to_owned(),
        many => format!("{} new people are on your list", grouped(many)),
    }
}

/// The whole account. `here` is the page on which it stands.
pub fn told(account: &Account, here: &str) -> Markup {
    let of_people = account.sources.iter().filter(|source| source.people.read > 0).count();
    let totals = &account.totals;
    html! {
        ul.plain.ruled.account {
            @for source in &account.sources { li { (one_source(source, here)) } }
            @if of_people > 1 {
                li { p.what { "All people together" } p { (people(totals)) } }
            }
        }
    }
}

fn one_source(source: &SourceAccount, here: &str) -> Markup {
    let title = formats::SOURCES.iter().find(|known| known.kind == source.source).map_or("", |known| known.title);
    html! {
        p.what { bdi { (source.file) } @if !title.is_empty() { " " small { (title) } } }
        p { (sum(source)) }
        (problems(&source.problems))
        (offered(&source.offered, here))
    }
}

/// `1,204 read = 1,190 new people + 14 known already`, whatever kind of file it is.
fn sum(source: &SourceAccount) -> String {
    match (&source.messages, &source.facts) {
        (Some(messages), _) => equation(
            messages.read,
            &[
                (messages.counted, "counted"),
                (messages.skipped, "passed over, such as drafts"),
                (messages.rejected, "left out"),
            ],
        ),
        (None, Some(facts)) => equation(
            facts.read,
            &[(facts.added, "new"), (facts.unchanged, "known already"), (facts.rejected, "left out")],
        ),
        (None, None) => people(&source.people),
    }
}

fn people(tally: &method::list::import::account::Tally) -> String {
    equation(
        tally.read,
        &[
            (tally.created, if tally.created == 1 { "new person" } else { "new people" }),
            (tally.merged, "with something new"),
            (tally.unchanged, "known already"),
            (tally.rejected, "left out"),
        ],
    )
}

/// What was read, and what it came to; parts that are nothing are not said.
fn equation(read: usize, parts: &[(usize, &str)]) -> String {
    let parts = parts.iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts.map(|(count, what)| format!("{} {what}", grouped(*count))).collect();
    let whole = format!("{} read", grouped(read));
    if parts.is_empty() { whole } else { format!("{whole} = {}", parts.join(" + ")) }
}

fn problems(problems: &[Problem]) -> Markup {
    html! {
        @if !problems.is_empty() {
            details {
                summary { @if problems.len() == 1 { "One place to look at" } @else { (grouped(problems.len())) " places to look at" } }
                ul.reasons {
                    @for problem in problems.iter().take(TOLD) { li dir="auto" { (capital(&problem.to_string())) } }
                    @if problems.len() > TOLD { li { "and " (grouped(problems.len() - TOLD)) " more" } }
                }
            }
        }
    }
}

fn offered(offered: &[Offered], here: &str) -> Markup {
    html! {
        @if !offered.is_empty() {
            details {
                summary { @if offered.len() == 1 { "Somebody" } @else { (grouped(offered.len())) " people" } " you wrote with, not on your list" }
                p.muted { "Nobody is added unasked. Write the name as you would say it." }
                ul.plain.ruled {
                    @for one in offered.iter().take(OFFERED) { li { (one_offered(one, here)) } }
                    @if offered.len() > OFFERED { li.muted { "and " (grouped(offered.len() - OFFERED)) " more, with fewer letters" } }
                }
            }
        }
    }
}

fn one_offered(one: &Offered, here: &str) -> Markup {
    let letters = one.sent + one.received;
    html! {
        form.one-line method="post" action="/add" {
            (back(here))
            input type="text" name="people" value=(as_a_line(&one.address)) aria-label="Name and address" dir="auto" autocomplete="off";
            button.btn { "Add" }
        }
        p.small { (letters) @if letters == 1 { " letter" } @else { " letters" } ", the last in " (one.last_on.strftime("%B %Y")) }
    }
}

/// A line to add them with: a name guessed from the address, and the address.
fn as_a_line(address: &str) -> String {
    if let Some(name) = address.strip_prefix("name:") {
        return name.to_owned();
    }
    let local = match address.split_once('@') {
        Some((local, _)) => local,
        None => address.trim_end_matches('/').rsplit('/').next().unwrap_or_default(),
    };
    let words =
        local.split(['.', '-', '_', '+']).filter(|word| word.chars().all(char::is_alphabetic) && !word.is_empty());
    let name = words.map(capital).collect::<Vec<_>>().join(" ");
    if name.is_empty() { address.to_owned() } else { format!("{name}, {address}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_sum_are_those_that_are_something() {
        assert_eq!(
            equation(1204, &[(1190, "new"), (0, "left out"), (14, "known")]),
            "1,204 read = 1,190 new + 14 known"
        );
        assert_eq!(equation(0, &[(0, "new")]), "0 read");
    }

    #[test]
    fn a_name_is_guessed_from_an_address() {
        assert_eq!(as_a_line("ana.pereira@harbor.example"), "Ana Pereira, ana.pereira@harbor.example");
        assert_eq!(as_a_line("linkedin.com/in/bo-lind-77a2"), "Bo Lind, linkedin.com/in/bo-lind-77a2");
        assert_eq!(as_a_line("name:Zoe Quist"), "Zoe Quist");
        assert_eq!(as_a_line("4711@post.example"), "4711@post.example");
    }
}
