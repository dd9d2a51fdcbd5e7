//! The commands that hints name, so that they work when they are pasted. Who named a campaign file in the command line
//! wants the next command to use the same one; where it stands in `HALFHOUR_DATA`, nothing needs to be said.

use std::path::Path;
use std::sync::LazyLock;

/// The campaign file that commands must name; none when they find it by themselves.
#[derive(Debug, Clone, Default)]
pub struct SameFile(Option<String>);

/// Every command, by its name.
static COMMANDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let grammar = crate::args::command();
    grammar.get_subcommands().map(|command| command.get_name().to_owned()).collect()
});

impl SameFile {
    /// Commands must name this file.
    pub fn named(file: &Path) -> Self {
        let file = file.display().to_string();
        let plain =
            file.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '/' | '.' | '-' | '_' | '\\' | ':'));
        Self(Some(if plain { file } else { format!("'{}'", file.replace('\'', r"'\''")) }))
    }

    /// The words, with the file in every command of ours that they name.
    pub fn in_commands(&self, words: &str) -> String {
        let Some(file) = &self.0 else { return words.to_owned() };
        let mut told = String::with_capacity(words.len());
        let mut rest = words;
        while let Some(place) = rest.find("halfhour ") {
            let (before, from) = rest.split_at(place);
            let after = &from["halfhour ".len()..];
            told.push_str(before);
            told.push_str("halfhour ");
            if before.chars().next_back().is_none_or(|letter| letter.is_whitespace() || letter == '`')
                && is_command(after)
            {
                told.push_str(&format!("--data {file} "));
            }
            rest = after;
        }
        told.push_str(rest);
        told
    }
}

fn is_command(words: &str) -> bool {
    let end = words.find(|letter: char| !letter.is_ascii_lowercase()).unwrap_or(words.len());
    COMMANDS.iter().any(|command| *command == words[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("Go on with `halfhour case p1`.", "Go on with `halfhour --data demo.db case p1`.")]
    #[case("halfhour next", "halfhour --data demo.db next")]
    #[case(
        "See it: `halfhour list`, then `halfhour me`",
        "See it: `halfhour --data demo.db list`, then `halfhour --data demo.db me`"
    )]
    #[case("Close every other halfhour and try again", "Close every other halfhour and try again")]
    #[case("`halfhour --data new.db demo`", "`halfhour --data new.db demo`")]
    fn commands_name_the_same_file(#[case] words: &str, #[case] told: &str) {
        assert_eq!(SameFile::named(Path::new("demo.db")).in_commands(words), told);
    }

    #[test]
    fn a_file_that_needs_it_is_quoted() {
        let told = SameFile::named(Path::new("my search.db")).in_commands("halfhour next");
        assert_eq!(told, "halfhour --data 'my search.db' next");
    }

    #[test]
    fn nothing_is_added_where_no_file_was_named() {
        assert_eq!(SameFile::default().in_commands("`halfhour next`"), "`halfhour next`");
    }
}
