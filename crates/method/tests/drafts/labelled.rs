//! Reads sets of labelled drafts: one line is one draft, its labels stand before the bar.
//!
//! Serves the draft check (M10), for its tests and its bench. It refuses to judge.

/// The letter that stands for a fault in the sets, and the name of the fault.
pub const FAULTS: [(char, &str); 3] =
    [('J', "asks_for_a_job"), ('H', "asks_who_is_hiring"), ('P', "makes_it_their_problem")];

/// A draft and the faults that a reader found in it.
#[derive(Debug)]
pub struct Labelled {
    /// The names of the faults.
    pub faults: Vec<&'static str>,
    /// The draft as it would be sent.
    pub text: String,
}

/// The drafts of a set. Lines that begin with `#` are about drafts; `¶` in a draft stands for a line break.
pub fn labelled(set: &str) -> Vec<Labelled> {
    let lines = set.lines().filter(|line| !line.starts_with('#'));
    let parted = lines.filter_map(|line| line.split_once('|'));
    parted
        .map(|(letters, text)| Labelled {
            faults: FAULTS.iter().filter(|(letter, _)| letters.contains(*letter)).map(|(_, fault)| *fault).collect(),
            text: text.replace('¶', "\n"),
        })
        .collect()
}
