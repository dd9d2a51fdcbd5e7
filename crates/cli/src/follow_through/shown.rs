//! A move as people read it: what to do, its id, and why; used wherever moves are shown.

use jiff::civil::Date;
use method::day::spoken_when;
use method::follow_through::moves::{Move, Part};

use crate::text::{Text, counted};

/// One move. Its day is told when it is not today.
pub fn one_move(text: &mut Text, one: &Move, today: Date) {
    let due = if one.due_on == today { String::new() } else { format!("Due {}. ", spoken_when(one.due_on, today)) };
    if let [only] = one.parts.as_slice() {
        text.line(format!("{} ({})", only.text, one.id));
        text.muted(format!("  {due}{}", only.why));
        command(text, "  ", only);
        return;
    }
    let name = one.person.as_ref().map_or("These", |person| person.name.as_str());
    text.line(format!("{name}: {} ({})", counted(one.parts.len(), "thing", "things"), one.id));
    if !due.is_empty() {
        text.muted(format!("  {}", due.trim_end()));
    }
    for (number, part) in (1..).zip(&one.parts) {
        text.hanging(&format!("  {number}. "), &part.text);
        text.muted(format!("     {}", part.why));
        command(text, "     ", part);
    }
}

fn command(text: &mut Text, indent: &str, part: &Part) {
    for command in part.command.iter().chain(&part.draft) {
        text.verbatim(format!("{indent}{command}"));
    }
}

/// What can be done with moves, after they were shown. The example is one that is done by saying so, where there is one.
pub fn how_to_go_on(text: &mut Text, moves: &[Move]) {
    let Some(first) = moves.first() else { return };
    text.gap();
    match moves.iter().find(|one| one.parts.iter().all(|part| part.by_saying)) {
        Some(one) => text.muted(format!("Done it? `halfhour done {0}`. Another day? `halfhour later {0} DAY`. Not needed? `halfhour later {0} --not-needed`", one.id)),
        None => text.muted(format!("Another day? `halfhour later {} DAY`", first.id)),
    }
    if let Some(several) = moves.iter().find(|one| one.parts.len() > 1) {
        let number = if several.parts.get(1).is_some_and(|part| part.by_saying) { 2 } else { 1 };
        text.muted(format!("A number picks one part: `halfhour done {} {number}`", several.id));
    }
}
