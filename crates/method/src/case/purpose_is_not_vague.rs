//! Rule: a purpose names a field, a role or organizations (rows M8, M10; E10). It looks for words that name nothing in
//! particular and keeps still as soon as one other word stands there.

use super::remark::Remark;
use crate::rules::Rule;
use crate::speech::fold;

/// The rule.
pub const RULE: Rule = Rule {
    name: "purpose_is_not_vague",
    says: "Name a field, a role or organizations, so that they know what you call about.",
    why: "People who could help often do not, because they are not sure what is wanted.",
    evidence: &["M8", "E10"],
};

/// Words that a purpose can be full of without saying anything.
const NAMES_NOTHING: &str = "a about advice all an and any anything are around ask at be brain but by call can career \
    careers catch chat connect connection could day do done explore feedback field find for from get going good growth \
    guidance have hear help hello him her her his how i idea ideas if in industry info information insight insights interesting \
    into is it job jobs just know learn life like look looking market me meet more my navigate network networking new next of on open \
    opportunities opportunity options or other our out people perspective pick possibilities possible potential reconnect say search see \
    should situation some something speak step steps talk tell that the their them there they thing things think \
    thoughts time tips to touch up us view want way we what where which who will with work working works would you your";

/// Points out a purpose that names nothing, or that there is none.
pub fn remark(purpose: Option<&str>) -> Option<Remark> {
    let Some(purpose) = purpose else {
        return Some(Remark::by(
            &RULE,
            "There is no purpose yet. Name the field, the role or the organizations that you call about.",
        ));
    };
    let plain = fold(purpose);
    let named = plain.split(' ').any(|word| !NAMES_NOTHING.split_whitespace().any(|empty| empty == word));
    (!named).then(|| {
        Remark::by(
            &RULE,
            "This purpose could be about anything. Name the field, the role or the organizations, \
             and they will know how to help.",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case(None, true)]
    #[case(Some("Catch up and explore opportunities"), true)]
    #[case(Some("Pick her brain about my next step"), true)]
    #[case(Some("Learn how hospice nursing is run"), false)]
    #[case(Some("Hear about Mercy Health"), false)]
    fn a_purpose_that_names_nothing_is_pointed_out(#[case] purpose: Option<&str>, #[case] out: bool) {
        assert_eq!(remark(purpose).is_some(), out);
    }
}
