//! What the columns of a table are: in words, and as a choice for each. Serves the list. It works with scripts off.

use formats::Map;
use maud::{Markup, html};
use method::list::import::account::Account;
use method::list::reading::ColumnUse;

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

/// The columns of the only table whose columns were guessed. Of several each has its own, so no choice fits them all.
pub fn one_table(account: &Account) -> Option<&[ColumnUse]> {
    let mut tables = account.sources.iter().filter(|source| !source.columns.is_empty());
    let one = tables.next()?;
    tables.next().is_none().then_some(one.columns.as_slice())
}

/// The choices for the table of a look.
pub fn of_a_look(account: &Account) -> Markup {
    html! {
        @if let Some(columns) = one_table(account) {
            section {
                h2 { "What the columns are" }
                p.help { "As far as their headings tell. Say otherwise where it is wrong, then look again or bring them in." }
                (to_choose(columns))
            }
        } @else if account.sources.iter().any(|source| !source.columns.is_empty()) {
            p.muted { "To say otherwise of the columns, bring in each of these tables by itself." }
        }
    }
}

/// A choice for each column.
pub fn to_choose(columns: &[ColumnUse]) -> Markup {
    html! {
        ul.plain.columns {
            @for (place, one) in columns.iter().enumerate().filter(|(_, one)| one.column.contains(char::is_alphabetic)) {
                li {
                    label for={ "column-" (place) } dir="auto" { (one.column) }
                    select id={ "column-" (place) } name=(FIELD) {
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
