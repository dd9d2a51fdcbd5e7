//! The way out: which command tells what is missing. Every hint and every missing line of the steps that prepare takes
//! its command from here, so that a command is spelled in one place. It refuses to know what the commands do.

use crate::id::PersonId;

/// Tells something about a person: `halfhour list edit p12 --how-known "…"`.
pub fn tell(person: PersonId, flag: &str, example: &str) -> String {
    format!("halfhour list edit {person} --{flag} {}", quoted(example))
}

/// Tells something about the seeker: `halfhour me --field "…"`.
pub fn tell_me(flag: &str, example: &str) -> String {
    format!("halfhour me --{flag} {}", quoted(example))
}

/// Writes the case: `halfhour case p12 --purpose "…"`.
pub fn write_case(person: PersonId, flag: &str, example: &str) -> String {
    format!("halfhour case {person} --{flag} {}", quoted(example))
}

/// A name as it can be typed into a shell: nothing in it gives an order there.
pub fn typed(name: &str) -> String {
    if name.contains(['"', '$', '`', '\\', '!']) {
        format!("'{}'", name.replace('\'', r"'\''"))
    } else {
        format!("\"{name}\"")
    }
}

fn quoted(example: &str) -> String {
    let is_plain = example.chars().all(|letter| letter.is_alphanumeric() || "-+.@/".contains(letter));
    if is_plain && !example.is_empty() { example.to_owned() } else { typed(example) }
}

/// One missing line: what would make it better, and the command that tells it.
pub fn line(what: &str, command: &str) -> String {
    format!("{what}: `{command}`")
}

/// The line that asks for a direction.
pub fn direction() -> String {
    line("Say which line of work draws you", &tell_me("field", "patient safety"))
}

/// The line that asks for a strength with its proof.
pub fn strength() -> String {
    line(
        "Name something you do well, and what shows it",
        &tell_me("strength", "calming a busy ward: cut falls by a third"),
    )
}

/// The line that asks how they know each other, in words that can be said.
pub fn how_known(person: PersonId, called: &str, told: Option<&str>) -> String {
    let line = line(
        &format!("Say how you know {called}, as you would say it to {called}"),
        &tell(person, "how-known", "we worked the night shift together"),
    );
    unsaid(told) + &line
}

/// What was told but speaks about them and not to them, so that nobody wonders why the words leave it out.
pub fn unsaid(told: Option<&str>) -> String {
    let told = told.map(str::trim).filter(|told| !told.is_empty());
    told.map_or_else(String::new, |told| format!("You noted “{told}”, which cannot be said to them as it stands. "))
}

#[cfg(test)]
mod tests {
    use super::typed;
    use rstest::rstest;

    #[rstest]
    #[case("Quay Hospital", "\"Quay Hospital\"")]
    #[case("O'Neill & Sons", "\"O'Neill & Sons\"")]
    #[case("Evil $(touch x) `id`", "'Evil $(touch x) `id`'")]
    #[case("a \"b\" c's", r#"'a "b" c'\''s'"#)]
    fn a_name_gives_no_order_to_a_shell(#[case] name: &str, #[case] says: &str) {
        assert_eq!(typed(name), says);
    }
}
