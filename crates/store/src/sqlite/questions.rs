//! Third step, the questions, as rows. Rows only: what they mean is for `method` to say.

use method::questions::QuestionPlan;

use super::rows::rows;

rows! { QuestionPlan: "question_plans" of campaign { person, questions } }
