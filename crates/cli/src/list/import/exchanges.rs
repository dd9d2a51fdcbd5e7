//! What an import says of mail and meetings: what was left out and why, and whom one might add.

use std::collections::{BTreeMap, BTreeSet};

use method::day::dated;
use method::list::import::account::{Offered, Skipped, SourceAccount};

use crate::text::{Text, counted};

/// How many of those who are offered are named on the terminal; `--json` has all.
const NAMED: usize = 10;

/// Says it of one file.
pub(super) fn show(source: &SourceAccount, text: &mut Text) {
    for Skipped { reason, count } in &source.skipped {
        text.point(format!("{count} skipped: {reason}"));
    }
    if source.acquaintances > 0 {
        let pairs = counted(source.acquaintances, "pair of people", "pairs of people");
        text.point(format!("{pairs} who know each other, as far as shared letters and meetings show"));
    }
}

/// Says once, after all files, whom one might add. Each file tells of everybody so far, so that the last one is right.
pub(super) fn show_offered(sources: &[SourceAccount], text: &mut Text) {
    let all = sources.iter().flat_map(|source| &source.offered);
    let last: BTreeMap<&str, &Offered> = all.map(|one| (one.address.as_str(), one)).collect();
    let mut told_already = BTreeSet::new();
    let named = sources.iter().flat_map(|source| &source.offered).map(|one| one.address.as_str());
    let offered: Vec<&Offered> = named
        .filter(|address| told_already.insert(*address))
        .filter_map(|address| last.get(address).copied())
        .collect();
    if offered.is_empty() {
        return;
    }
    let correspondents = counted(offered.len(), "correspondent", "correspondents");
    let which = "not on your list, with whom there was mail both ways or a second meeting";
    text.point(format!("{correspondents} {which}; nobody is added unasked"));
    for one in offered.iter().take(NAMED) {
        text.point(told(one));
    }
    if offered.len() > NAMED {
        text.point(format!("and {} more; --json names all", offered.len() - NAMED));
    }
    if let Some(command) = offered.iter().find_map(|one| adding(one)) {
        text.muted(format!("To add one: {command}"));
    }
}

fn told(one: &Offered) -> String {
    let name = one.name.as_ref().map(|name| format!("{name} ")).unwrap_or_default();
    let mut figures = Vec::new();
    if one.sent > 0 || one.received > 0 {
        figures.push(format!("{} from you, {} from them", one.sent, one.received));
    }
    if one.met > 0 {
        figures.push(counted(one.met as usize, "meeting", "meetings"));
    }
    format!("{name}<{}>: {}, last on {}", one.address, figures.join(", "), dated(one.last_on))
}

/// The command that adds somebody; none where a file told no address, or one that a shell would not take for a word.
/// Strangers wrote both the name and the address, and whoever pastes the command runs what stands in it.
fn adding(one: &Offered) -> Option<String> {
    let is_word = |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_' | '+' | '@' | '/');
    if !one.address.chars().all(is_word) || one.address.starts_with('-') {
        return None;
    }
    let plain = |letter: char| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '.' | '\'');
    let name = one.name.as_ref().filter(|name| name.chars().all(plain) && name.starts_with(char::is_alphanumeric));
    let name = name.map_or_else(|| "NAME".to_owned(), |name| format!("\"{name}\""));
    let way = match (one.address.contains('@'), one.address.contains('/')) {
        (true, true) => return None,
        (true, false) => "--email",
        (false, true) => "--link",
        (false, false) => return None,
    };
    Some(format!("`halfhour list add {name} {way} {}`", one.address))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use rstest::rstest;

    fn command(name: Option<&str>, address: &str) -> Option<String> {
        let (name, address) = (name.map(str::to_owned), address.to_owned());
        adding(&Offered { address, name, sent: 1, received: 1, met: 0, last_on: date(2026, 11, 23) })
    }

    #[rstest]
    #[case(Some("Ana O'Hara"), "ana+x@example.com", "`halfhour list add \"Ana O'Hara\" --email ana+x@example.com`")]
    #[case(Some("$(id)"), "ana@example.com", "`halfhour list add NAME --email ana@example.com`")]
    #[case(Some("--data"), "ana@example.com", "`halfhour list add NAME --email ana@example.com`")]
    #[case(None, "linkedin.com/in/ana", "`halfhour list add NAME --link linkedin.com/in/ana`")]
    fn the_command_can_be_pasted(#[case] name: Option<&str>, #[case] address: &str, #[case] expected: &str) {
        assert_eq!(command(name, address).as_deref(), Some(expected));
    }

    #[rstest]
    #[case("`id`@evil.example")]
    #[case("x|id@evil.example")]
    #[case("$home@evil.example")]
    #[case("a;id@evil.example")]
    #[case("-x@evil.example")]
    #[case("linkedin.com/in/a&id")]
    fn no_command_holds_what_a_shell_would_run(#[case] address: &str) {
        assert_eq!(command(None, address), None);
    }
}
