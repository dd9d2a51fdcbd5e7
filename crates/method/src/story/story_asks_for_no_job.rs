//! Rule: the story says where you want to go, not that you need a job (rows M10, M15). It looks for a wish that names a job
//! and nothing else, and keeps still about jobs of the past.

use crate::case::remark::Remark;
use crate::rules::Rule;
use crate::speech::fold;

/// The rule.
pub const RULE: Rule = Rule {
    name: "story_asks_for_no_job",
    says: "Say where you want to do it, not that you need a job.",
    why: "Whoever hears that a job is needed looks for one to give, and finds none; a direction can be answered by anybody.",
    evidence: &["M10", "M15"],
};

const WISHES: &[&str] = &[
    "i need",
    "i want",
    "i seek",
    "i am seeking",
    "i would like",
    "i d like",
    "looking for",
    "hoping for",
    "i hope for",
    "in need of",
];

/// What may stand between the wish and the job.
const BETWEEN: &[&str] = &[
    "to", "find", "get", "have", "a", "an", "any", "some", "another", "new", "next", "my", "the", "good", "better",
    "paid", "steady", "full", "time", "part",
];

const JOBS: &[&str] = &["job", "jobs", "employment", "position", "vacancy", "opening"];

/// Points out that a job is wished for.
pub fn remark(text: &str) -> Option<Remark> {
    let mut sentences = text.split(['.', '!', '?', '\n']).map(|sentence| format!(" {} ", fold(sentence)));
    sentences.any(|sentence| wishes_for_a_job(&sentence)).then(|| {
        Remark::by(&RULE, "It says that you need a job. Say where you would like to do next what you do best.")
    })
}

fn wishes_for_a_job(sentence: &str) -> bool {
    WISHES.iter().any(|wish| {
        let after = sentence.split_once(&format!(" {wish} ")).map(|(_, after)| after);
        let next = after.and_then(|after| after.split(' ').find(|word| !BETWEEN.contains(word)));
        next.is_some_and(|word| JOBS.contains(&word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("I ran wards for ten years. I need a job.", true)]
    #[case("I'm looking for a new job.", true)]
    #[case("I want to get a better job", true)]
    #[case("I'd like another position.", true)]
    #[case("I am in need of employment.", true)]
    #[case("I needed a job in 2009, and that is how I came to the harbor.", false)]
    #[case("I want to teach on the job.", false)]
    #[case("I'd like to do that in clinics.", false)]
    #[case("I am looking for places where people are trained at work.", false)]
    #[case("In my first job I cut waiting by half.", false)]
    #[case("", false)]
    fn a_wish_for_a_job_is_pointed_out(#[case] text: &str, #[case] out: bool) {
        assert_eq!(remark(text).is_some(), out);
    }
}
