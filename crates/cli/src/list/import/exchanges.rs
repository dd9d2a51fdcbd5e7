//! What an import says of mail and meetings: what was left out and why, and whom one might add.

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
    if source.offered.is_empty() {
        return;
    }
    let offered = counted(source.offered.len(), "correspondent", "correspondents");
    text.point(format!("{offered} you wrote with or met, not on your list; nobody is added unasked"));
    for one in source.offered.iter().take(NAMED) {
        text.point(told(one));
    }
    if source.offered.len() > NAMED {
        text.point(format!("and {} more; --json names all", source.offered.len() - NAMED));
    }
    if let Some(command) = source.offered.iter().find_map(adding) {
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
    format!("{name}<{}>: {}, last on {}", one.address, figures.join(", "), one.last_on)
}

/// The command that adds somebody; none where a file told no address.
fn adding(one: &Offered) -> Option<String> {
    let plain = |letter: char| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '.' | '\'');
    let name = one.name.as_ref().filter(|name| name.chars().all(plain));
    let name = name.map_or_else(|| "NAME".to_owned(), |name| format!("\"{name}\""));
    let way = match (one.address.contains('@'), one.address.contains('/')) {
        (true, _) => "--email",
        (false, true) => "--link",
        (false, false) => return None,
    };
    Some(format!("`halfhour list add {name} {way} {}`", one.address))
}
