//! Shares thirty minutes among opening, questions and close (row M9; E20). Serves the questions and the sheet.

use super::{Question, QuestionKind};

/// Minutes of a half hour.
pub const HALF_HOUR: usize = 30;
/// Minutes for saying hello and the story.
pub const OPENING: usize = 4;
/// Minutes for thanks and what happens next.
pub const CLOSING: usize = 2;

/// Minutes for each question; with opening and close they sum to thirty. Odd minutes go where answers are long: to the
/// strength and its place, to how they did it, then down the list. More than twenty-four questions get none in the end.
pub fn minutes(questions: &[Question]) -> Vec<usize> {
    let left = HALF_HOUR - OPENING - CLOSING;
    let Some(each) = left.checked_div(questions.len()) else {
        return Vec::new();
    };
    let mut minutes = vec![each; questions.len()];
    let mut order: Vec<usize> = (0..questions.len()).collect();
    order.sort_by_key(|place| match questions[*place].kind {
        QuestionKind::StrengthToPlace => 0,
        QuestionKind::HowTheyDidIt => 1,
        QuestionKind::People => 2,
        _ => 3,
    });
    for place in order.into_iter().take(left - each * questions.len()) {
        minutes[place] += 1;
    }
    minutes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_number_of_questions_fills_the_half_hour() {
        for count in 1..40 {
            let questions = vec![Question::new(QuestionKind::Own, "Why?"); count];
            let sum: usize = minutes(&questions).iter().sum();
            assert_eq!(sum + OPENING + CLOSING, HALF_HOUR, "{count}");
        }
    }
}
