//! Rule: the story tells what you did, not what you were there for (row M15). It looks for the wordings of a job
//! description and for one sentence that counts up many things; a short list is let pass, and so is one duty where the
//! story goes on to what changed.

use super::story_tells_what_changed::tells_what_changed;
use crate::case::remark::Remark;
use crate::rules::Rule;
use crate::speech::{fold, says};

/// The rule.
pub const RULE: Rule = Rule {
    name: "story_is_no_list_of_duties",
    says: "Tell one thing that you did, not all that you were responsible for.",
    why: "Duties are the same for everybody who held the post; what you did is yours.",
    evidence: &["M15"],
};

const DUTIES: &[&str] = &[
    "responsible for",
    "responsibilities included",
    "responsibilities include",
    "my responsibilities",
    "my duties",
    "duties included",
    "duties include",
    "tasked with",
    "in charge of",
    "job description",
    "my role involved",
    "my role includes",
    "my role included",
    "accountable for",
];

/// So many things in one sentence are a list.
const MANY: usize = 5;

/// Points out a list of duties.
pub fn remark(text: &str) -> Option<Remark> {
    let duties: usize = DUTIES.iter().map(|words| times(text, words)).sum();
    let sentences = || text.split(['.', '!', '?', '\n']);
    let with_list = sentences().any(|one| counted_up(one) >= 3 && DUTIES.iter().any(|words| says(one, words)));
    let long_list = sentences().any(|one| counted_up(one) >= MANY);
    let nothing_but_duties = duties == 1 && !tells_what_changed(text);
    (duties >= 2 || with_list || long_list || nothing_but_duties).then(|| {
        Remark::by(&RULE, "This reads like a list of duties. Take the one you are proudest of, and tell what you did.")
    })
}

fn times(text: &str, words: &str) -> usize {
    format!(" {} ", fold(text)).matches(&format!(" {words} ")).count()
}

/// How many things a sentence counts up: the pieces between commas, where they are short.
fn counted_up(sentence: &str) -> usize {
    let pieces: Vec<&str> = sentence.split([',', ';', '/']).map(str::trim).filter(|piece| !piece.is_empty()).collect();
    // The first piece carries the beginning of the sentence, and may be long.
    let short = pieces.iter().skip(1).filter(|piece| piece.split_whitespace().count() <= 4).count();
    if short == 0 { 1 } else { short + 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("I was responsible for stock, orders, and staff.", true)]
    #[case("I was responsible for sales. I was also responsible for stock.", true)]
    #[case("My duties included filing, typing, and the telephone.", true)]
    #[case("I did budgets, hiring, planning, purchasing, and reporting.", true)]
    #[case("In charge of payroll, taxes, and audits, I kept busy.", true)]
    #[case("I was tasked with reports and in charge of the minutes.", true)]
    #[case("My role involved cooking, ordering, cleaning, and planning.", true)]
    #[case("I know Excel, Word, Outlook, SAP, and Access.", true)]
    #[case("I was accountable for safety; my responsibilities included drills.", true)]
    #[case("My responsibilities: rosters, handovers, drugs, families, training.", true)]
    #[case("I handled calls, letters, complaints, refunds, visits.", true)]
    #[case("I was responsible for trucks, trailers, drivers.", true)]
    #[case("I was responsible for wards. I am proactive.", true)]
    #[case("I was responsible for ten people. We halved the queue.", false)]
    #[case("I cook, I count, and I teach.", false)]
    #[case("I weld pipes, and nobody has had to weld them again.", false)]
    #[case("Last year, on my ward, falls went down by a third.", false)]
    #[case("I'd like to work in schools, clinics, or museums.", false)]
    #[case("I was in charge of a kitchen of six. We threw half as much away.", false)]
    #[case("When the line stood still, I found the fault, and we ran again by noon.", false)]
    #[case("I taught my neighbours, then their children, to swim.", false)]
    #[case("What I do best is explaining fractions to anybody.", false)]
    #[case("First I listen, then I plan, then I build.", false)]
    #[case("In 2019, in March, we moved the lab.", false)]
    #[case("", false)]
    fn a_list_of_duties_is_pointed_out(#[case] text: &str, #[case] out: bool) {
        assert_eq!(remark(text).is_some(), out);
    }
}
