//! Rule: the story shows one thing you did, best with a figure (rows M14, M15). It looks for a figure or for a deed that is
//! told in the first person, and keeps still when it finds either.

use crate::case::remark::Remark;
use crate::rules::Rule;
use crate::speech::fold;

/// The rule.
pub const RULE: Rule = Rule {
    name: "story_shows_a_proof",
    says: "Tell one thing you did that shows it.",
    why: "One true thing with a figure is believed and remembered; a claim alone is neither.",
    evidence: &["M14", "M15"],
};

/// Words that say how much or how many.
const FIGURES: &str = "half halved double doubled twice tripled third thirds quarter quarters percent per two three four \
    five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred \
    hundreds thousand thousands million millions dozen dozens";

/// What somebody did, told in the past. Verbs that only say where somebody was are not among them.
const DEEDS: &str = "built cut made led taught ran wrote found brought grew won sold kept set fixed saved started opened \
    closed designed trained organized organised moved turned rebuilt replaced reduced raised introduced changed \
    delivered drove planned repaired negotiated launched solved created developed improved coached mentored negotiated \
    installed migrated automated rewired cooked fed carried guided settled recovered landed shipped caught";

/// Words between "I" and what was done.
const BETWEEN: &str = "also then once just first personally have had even";

/// Whether a figure is told.
pub(super) fn tells_a_figure(text: &str) -> bool {
    let plain = fold(text);
    let mut words = plain.split(' ');
    words.any(|word| word.starts_with(|first: char| first.is_ascii_digit()) || is_in(FIGURES, word))
}

fn tells_a_deed(text: &str) -> bool {
    let plain = fold(text);
    let words: Vec<&str> = plain.split(' ').collect();
    let mut starts = (0..words.len()).filter(|place| ["i", "we", "ve"].contains(&words[*place]));
    starts.any(|place| {
        let mut after = words[place + 1..].iter().skip_while(|word| is_in(BETWEEN, word));
        after.next().is_some_and(|word| is_in(DEEDS, word))
    })
}

fn is_in(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|known| known == word)
}

/// Points out a story in which nothing was done.
pub fn remark(text: &str) -> Option<Remark> {
    let told = !text.trim().is_empty() && !tells_a_figure(text) && !tells_a_deed(text);
    told.then(|| {
        Remark::by(&RULE, "Nothing shows it yet. Tell one thing you did, with a figure: how many, how much, how fast.")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("I'm a nurse, and I'm good with people. Next I want to teach.", true)]
    #[case("I am a hard worker with many skills. I'd like to move into sales.", true)]
    #[case("I have been a driver for some time and I love it. I want to train drivers.", true)]
    #[case("People say that I explain well. I want to write manuals.", true)]
    #[case("I know accounting inside out. Next I want to run a team.", true)]
    #[case("I worked at a bank. I want to work at a charity.", true)]
    #[case("I am passionate about food. I want to open a place.", true)]
    #[case("What I do best is planning. Where would you look?", true)]
    #[case("I was in the army. Next I want to work in logistics.", true)]
    #[case("I care about clean design. I'd like to do that for hospitals.", true)]
    #[case("I am known for my patience. I hope to teach.", true)]
    #[case("I do a bit of everything in the lab. I want to do less of it.", true)]
    #[case("I weld. Out of 400 joints two had to be done again.", false)]
    #[case("I cut falls on my ward. Next I want to teach that.", false)]
    #[case("We halved the queue. I want to do that again.", false)]
    #[case("I then rebuilt the menu. I want to do that elsewhere.", false)]
    #[case("Two other wards do it now.", false)]
    #[case("I've trained drivers. I'd like to do more of that.", false)]
    #[case("It fell by 3 percent.", false)]
    #[case("I have also taught welding at night.", false)]
    #[case("I once saved a harvest. I want to run a farm.", false)]
    #[case("The books closed a third faster.", false)]
    #[case("We moved a lab over a weekend.", false)]
    #[case("", false)]
    fn a_story_in_which_nothing_was_done_is_pointed_out(#[case] text: &str, #[case] out: bool) {
        assert_eq!(remark(text).is_some(), out);
    }
}
