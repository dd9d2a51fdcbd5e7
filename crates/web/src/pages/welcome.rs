//! Welcome: from an empty campaign to whom to call first, in five small steps. Serves the list.
//!
//! Three questions and a file; whom one respects; whom one talked to; the quiet search; the first call. Every step can be
//! skipped and come back to. What was answered stands in the campaign and nowhere else.

pub mod first;
pub mod people;
pub mod questions;
pub mod talked;
pub mod work;

use maud::{Markup, html};

/// One of the steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Questions,
    People,
    Talked,
    Work,
    First,
}

impl Step {
    const ALL: [Step; 5] = [Step::Questions, Step::People, Step::Talked, Step::Work, Step::First];

    fn path(self) -> &'static str {
        match self {
            Step::Questions => "/welcome",
            Step::People => "/welcome/people",
            Step::Talked => "/welcome/talked",
            Step::Work => "/welcome/work",
            Step::First => "/welcome/first",
        }
    }

    fn place(self) -> usize {
        Step::ALL.iter().position(|step| *step == self).unwrap_or_default()
    }

    /// The path of the step behind it; Today behind the last one.
    fn next(self) -> &'static str {
        Step::ALL.get(self.place() + 1).map_or("/", |step| step.path())
    }

    fn before(self) -> Option<&'static str> {
        Some(Step::ALL.get(self.place().checked_sub(1)?)?.path())
    }
}

/// A step within its frame: how far one is, and the page.
fn framed(step: Step, title: &str, intro: &str, body: &Markup) -> Markup {
    html! {
        div.welcome {
            p.so-far {
                span.dots aria-hidden="true" { @for other in Step::ALL { i.held[other.place() <= step.place()] {} } }
                span { "Step " (step.place() + 1) " of " (Step::ALL.len()) }
            }
            h1 { (title) }
            p.intro { (intro) }
            (body)
        }
    }
}

/// The ways on and back, beside the button that ends a form.
fn ways(step: Step) -> Markup {
    html! {
        a.btn.quiet href=(step.next()) { "Skip" }
        (back(step))
    }
}

fn back(step: Step) -> Markup {
    html! { @if let Some(before) = step.before() { a.btn.quiet href=(before) { "Back" } } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::routes;

    #[test]
    fn every_step_leads_on_and_back() {
        for pair in Step::ALL.windows(2) {
            assert_eq!((pair[0].next(), pair[1].before()), (pair[1].path(), Some(pair[0].path())));
        }
        assert_eq!((Step::First.next(), Step::Questions.before()), ("/", None));
        assert!(Step::ALL.iter().all(|step| routes::stands(step.path())));
    }
}
