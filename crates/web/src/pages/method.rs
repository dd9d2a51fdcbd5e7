//! The method: what such conversations are and are not, and each step with the way to it. Serves every step.
//!
//! The words are those of `method::guide`, the same as `halfhour help method`.

use maud::{Markup, html};
use method::guide::{GUIDE, Point, Way};

use crate::routes;
use crate::visit::{Answer, Visit};

/// The page.
pub fn show(visit: &Visit) -> Answer {
    let body = html! {
        article.method {
            h1 { "The method" }
            p.intro { (GUIDE.opening) }
            div.two-sides {
                section { h2 { "What it is" } (points(GUIDE.is)) }
                section { h2 { "What it is not" } (points(GUIDE.is_not)) }
            }
            h2 { "Step by step" }
            ol.plain.ways-on {
                @for step in GUIDE.steps {
                    li {
                        h3 { (step.name) }
                        p { (step.says) }
                        p.to { @for way in step.ways { (link(way)) } }
                    }
                }
            }
            section.calm {
                h2 { "When you hesitate" }
                p { (GUIDE.uneasy) }
                p { a.btn.first href="/next" { "Whom to call next" } }
            }
        }
    };
    visit.page("The method", body)
}

fn points(points: &[Point]) -> Markup {
    html! { dl.points { @for point in points { dt { (point.name) } dd { (point.says) } } } }
}

/// A page of one person is reached through the list.
fn link(way: &Way) -> Markup {
    html! {
        @if !routes::stands(way.page) {}
        @else if way.page.contains('{') { span { a href="/people" { "People" } ", then " (way.says) } }
        @else { span { a href=(way.page) { (way.says) } } }
    }
}
