//! Whatever people and places are called, and however much was noted: it is shown as text, on every page about them.

use method::list::edit::PersonEdit;

use crate::run::{Run, holds};

const NAMES: &[&str] = &[
    "<script>alert(1)</script>",
    "\u{5d3}\u{5e0}\u{5d4} \u{5db}\u{5d4}\u{5df}",
    "\u{1F98A}\u{1F98A}\u{1F98A}",
    "\"><img src=x onerror=alert(1)>",
];

const PAGES: &[&str] =
    &["", "/prepare", "/prepare?form=email", "/prepare?form=message", "/sheet", "/talk", "/answer", "/entries"];

#[tokio::test]
async fn whatever_somebody_is_called_is_text() {
    for name in NAMES {
        let run = Run::empty().await;
        run.add(&PersonEdit {
            name: Some((*name).to_owned()),
            organization: Some("'; drop table people; --".to_owned()),
            title: Some("</textarea></title><b>".to_owned()),
            notes: Some("<svg onload=alert(1)>\n".repeat(4_000)),
            ..PersonEdit::default()
        });
        run.taken("/people/p1/questions", "question=%3Cscript%3Ealert(2)%3C%2Fscript%3E+what+first%3F").await;
        for path in
            PAGES.iter().map(|path| format!("/people/p1{path}")).chain(["/next", "/people", "/"].map(str::to_owned))
        {
            let page = run.page(&path).await;
            for raw in ["<script>alert", "<img src=x", "<svg onload", "</textarea></title>", "<b>"] {
                assert!(!page.contains(raw), "{raw} of {name} on {path}");
            }
        }
        holds(&run.page("/people").await, &["&#39;; drop table people; --"].map(|_| "; drop table people; --"));
    }
}

#[tokio::test]
async fn a_list_can_be_narrowed_to_the_oddest_place() {
    let run = Run::with("Ana Pereira").await;
    run.add(&PersonEdit {
        name: Some("Bo Lind".to_owned()),
        organization: Some("'; drop table".to_owned()),
        ..PersonEdit::default()
    });
    let page = run.page("/people?at=%27%3B+drop+table&silent=always&by=organization").await;
    holds(&page, &["Bo Lind", "1 to 1 of 1", "Everywhere"]);
    assert!(!page.contains("Ana Pereira"));
    holds(&run.page("/people?silent=365").await, &["Nobody fits that just now."]);
    holds(&run.page("/people?silent=whenever&by=fame&page=-3").await, &["1 to 2 of 2"]);
}
