//! What became of every row: the account of an import, its problems with their places, and those whom one wrote with who
//! are not on the list. Serves the list.

use maud::{Markup, html};
use method::list::import::account::{Account, Offered, SourceAccount};
use method::list::reading::{LeftOut, Problem};

use super::columns;
use crate::jobs::Told;
use crate::shell::{capital, grouped};

/// How many problems of one file are told.
const TOLD: usize = 200;

/// The outcome in a few words.
pub fn in_short(account: &Account, stands: bool) -> String {
    match account.totals.created {
        _ if !stands => "Nothing new".to_owned(),
        0 => "Brought in".to_owned(),
        1 => "One new person is on your list".to_owned(),
        many => format!("{} new people are on your list", grouped(many)),
    }
}

/// The whole account. `here` is the page on which it stands; `columns_told` says what columns were taken for, where nothing
/// else on the page does; `offered` shows those who are not on the list.
pub fn told(told: &Told, here: &str, columns_told: bool, offered: &dyn Fn(&[Offered]) -> Markup) -> Markup {
    let Told { account: Account { sources, totals }, left_alone, left_out, .. } = told;
    let of_people = sources.iter().filter(|source| source.people.read > 0).count();
    html! {
        ul.plain.ruled.account {
            @for source in sources { li { (one_source(source, columns_told)) (offered(&source.offered)) } }
            @if of_people > 1 {
                li { p.what { "All people together" } p { (people(totals)) } }
            }
            @if !left_alone.is_empty() { li { (alone(left_alone)) } }
            @if let Some(left) = left_out { li { (to_mend(left, here)) } }
        }
    }
}

/// Files that stood beside others and are none of ours.
fn alone(files: &[formats::Skipped]) -> Markup {
    html! {
        p.what { @if files.len() == 1 { "One file was left alone" } @else { (grouped(files.len())) " files were left alone" } }
        p { "halfhour knows nothing like that, and took nothing from it." }
        details {
            summary { "Which, and why" }
            ul.reasons {
                @for one in files.iter().take(TOLD) { li dir="auto" { (one.reason) } }
                @if files.len() > TOLD { li { "and " (grouped(files.len() - TOLD)) " more" } }
            }
        }
    }
}

/// The way to the rows that were left out.
pub fn to_mend(left: &LeftOut, here: &str) -> Markup {
    html! {
        p.what { "What was left out" }
        p {
            "Each row as it stood, with the reason: mend it there and bring it in. Of messages only the places stand in it. \
             It is kept no longer than this page."
        }
        p { a.btn href={ (here) "/left-out" } download { "Download what was left out (." (left.extension) ")" } }
    }
}

fn one_source(source: &SourceAccount, columns_told: bool) -> Markup {
    let title = formats::title(&source.source);
    html! {
        p.what { bdi { (source.file) } @if !title.is_empty() { " " small { (title) } } }
        p { (sum(source)) }
        @if !source.skipped.is_empty() {
            ul.reasons { @for one in &source.skipped { li { (grouped(one.count)) " passed over: " (one.reason) } } }
        }
        @if source.acquaintances > 0 {
            p {
                (grouped(source.acquaintances))
                @if source.acquaintances == 1 { " pair of people who know" } @else { " pairs of people who know" }
                " each other, as far as shared letters and meetings show"
            }
        }
        @if source.proofs > 0 {
            p {
                "A proof for "
                @if source.proofs == 1 { "one strength" } @else { (grouped(source.proofs)) " strengths" }
                " of yours, in the words of the file. " a href="/me#strengths" { "Look at them" }
            }
        }
        @if columns_told { (columns::in_words(&source.columns)) }
        (problems(&source.problems))
    }
}

/// `1,204 read = 1,190 new people + 14 known already`, whatever kind of file it is.
fn sum(source: &SourceAccount) -> String {
    match (&source.messages, &source.facts) {
        (Some(messages), _) => equation(
            messages.read,
            &[(messages.counted, "counted"), (messages.skipped, "passed over"), (messages.rejected, "left out")],
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
            (tally.forgotten, "left out, as you had them forgotten"),
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
}
