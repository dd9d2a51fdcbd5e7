//! What the columns of a table are: in words, and as a choice for each. Serves the list. It works with scripts off.

use formats::Map;
use maud::{Markup, html};
use method::list::import::account::Account;
use method::list::reading::ColumnUse;

use crate::visit::Visit;

/// The field of the form that says what a column is, as `name=Who`.
pub const FIELD: &str = "column";

/// What they were taken for: `Who is the name, Firm the organization; not used: Shoe size`.
pub fn in_words(columns: &[ColumnUse]) -> Markup {
    let used: Vec<(&str, &str)> =
        columns.iter().filter_map(|one| Some((one.column.as_str(), label(one.field?)))).collect();
    let unused: Vec<&str> = columns.iter().filter(|one| one.field.is_none()).map(|one| one.column.as_str()).collect();
    html! {
        @if !columns.is_empty() {
            p.small {
                "Taken for: "
                @for (place, (column, field)) in used.iter().enumerate() { @if place > 0 { ", " } bdi { (column) } " as " (field) }
                @for (place, column) in unused.iter().enumerate() { @if place == 0 { "; not used: " } @else { ", " } bdi { (column) } }
            }
        }
    }
}

/// The tables whose columns were guessed, with their files.
fn tables(account: &Account) -> Vec<(&str, &[ColumnUse])> {
    let guessed = account.sources.iter().filter(|source| !source.columns.is_empty());
    guessed.map(|source| (source.file.as_str(), source.columns.as_slice())).collect()
}

/// Whether the columns of any table were guessed.
pub fn are_guessed(account: &Account) -> bool {
    !tables(account).is_empty()
}

/// The choices for the tables of a look: each has its own.
pub fn of_a_look(account: &Account) -> Markup {
    let tables = tables(account);
    html! {
        @if !tables.is_empty() {
            section {
                h2 { "What the columns are" }
                p.help { "As far as their headings tell. Say otherwise where it is wrong, then look again or bring them in." }
                @if let [(_, columns)] = tables[..] { (to_choose(columns)) }
                @else {
                    @for (nth, (file, columns)) in tables.iter().enumerate() {
                        h3 { bdi { (file) } }
                        input type="hidden" name=(table(nth)) value=(file);
                        (choices(&format!("{FIELD}-{nth}"), columns))
                    }
                }
            }
        }
    }
}

fn table(nth: usize) -> String {
    format!("table-{nth}")
}

/// What was said of each of several tables, with its file.
pub fn of_each(visit: &Visit) -> Vec<(String, Vec<&str>)> {
    let named = (0..).map(|nth| (nth, visit.field(&table(nth)))).take_while(|(_, file)| !file.is_empty());
    named.map(|(nth, file)| (file.to_owned(), visit.fields(&format!("{FIELD}-{nth}")))).collect()
}

/// A choice for each column of the only table.
pub fn to_choose(columns: &[ColumnUse]) -> Markup {
    choices(FIELD, columns)
}

fn choices(field: &str, columns: &[ColumnUse]) -> Markup {
    html! {
        ul.plain.columns {
            @for (place, one) in columns.iter().enumerate().filter(|(_, one)| one.column.contains(char::is_alphabetic)) {
                li {
                    label for={ (field) "-of-" (place) } dir="auto" { (one.column) }
                    select id={ (field) "-of-" (place) } name=(field) {
                        @for (name, label) in Map::choices() {
                            option value={ (name) "=" (one.column) } selected[name == one.field.unwrap_or("nothing")] { (label) }
                        }
                    }
                }
            }
        }
    }
}

fn label(field: &'static str) -> &'static str {
    Map::choices().into_iter().find(|(name, _)| *name == field).map_or(field, |(_, label)| label)
}
