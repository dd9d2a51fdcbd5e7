//! Rule: the last question always asks for another person (rows M9, M11, M16; E21). An own last question that does so
//! counts; else ours is put at the end.

use super::{Question, QuestionKind};
use crate::rules::Rule;
use crate::speech::fold;

/// The rule.
pub const RULE: Rule = Rule {
    name: "ends_with_another_person",
    says: "End by asking who else you should talk to.",
    why: "One conversation leads to the next only when somebody is named.",
    evidence: &["M9", "M11", "E20", "E21"],
};

const ASKS: &[&str] = &[
    " who else ",
    " whom else ",
    " anyone else ",
    " anybody else ",
    " someone else ",
    " somebody else ",
    " another person ",
    " one more person ",
    " other people ",
    " two people ",
    " who should i ",
    " whom should i ",
    " who would you talk ",
    " whom would you talk ",
    " who would you call ",
    " who would you ask ",
    " who could i ",
    " who do you know ",
    " whom do you know ",
    " who comes to mind ",
    " introduce me ",
    " who might i ",
    " point me to ",
];

/// Words by which "who" is about work that is to be had, and not about a person to learn from.
const NOT: &[&str] = &[" hiring ", " hires ", " recruiting ", " recruiter "];

/// Whether these words ask for another person to talk to.
pub fn asks_for_another_person(text: &str) -> bool {
    let text = format!(" {} ", fold(text));
    ASKS.iter().any(|words| text.contains(words)) && !NOT.iter().any(|words| text.contains(words))
}

/// The same questions with one at the end that asks for another person: the last that does so, else `ours`. Ours steps
/// back when an own one asks for another person.
pub fn ending_well(questions: Vec<Question>, ours: Question) -> Vec<Question> {
    let own = |question: &Question| question.kind != QuestionKind::People && asks_for_another_person(&question.text);
    let has_own = questions.iter().any(own);
    let (mut rest, mut last) = (Vec::new(), None);
    for question in questions {
        if has_own && question.kind == QuestionKind::People {
            continue;
        }
        if own(&question) || question.kind == QuestionKind::People {
            rest.extend(last.replace(question));
        } else {
            rest.push(question);
        }
    }
    rest.push(last.unwrap_or(ours));
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(text: &str) -> Question {
        Question::new(QuestionKind::Own, text)
    }

    #[rstest::rstest]
    #[case("Who else should I talk to?", true)]
    #[case("Whom would you talk to in my place?", true)]
    #[case("Who comes to mind when you think of inspection?", true)]
    #[case("Who else is hiring?", false)]
    #[case("What else should I know?", false)]
    fn it_is_known_which_question_asks_for_a_person(#[case] text: &str, #[case] asks: bool) {
        assert_eq!(asks_for_another_person(text), asks);
    }

    #[test]
    fn the_question_for_a_person_goes_to_the_end_and_ours_steps_back() {
        let ours = Question::new(QuestionKind::People, "Who else?");
        let asked = ending_well(vec![own("Who else should I meet?"), ours.clone(), own("Why?")], ours.clone());
        assert_eq!(asked, [own("Why?"), own("Who else should I meet?")]);
        assert_eq!(ending_well(vec![own("Why?")], ours.clone()), [own("Why?"), ours]);
    }
}
