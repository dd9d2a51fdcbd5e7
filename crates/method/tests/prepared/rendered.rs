//! Reports as plain text, for reading aloud in snapshots.

use method::ask::draft::AskDraft;
use method::ask::sheet::{Sheet, SheetPromise};
use method::campaign::Campaign;
use method::questions::report::QuestionsReport;
use method::story::beats::{Length, beats};
use method::story::report::{remarks, seconds, stories};

pub fn questions(report: &QuestionsReport) -> String {
    let mut lines = vec![format!("[{} min to open]", report.opening_minutes)];
    for asked in &report.questions {
        lines.push(format!("{}. ({} min, {}) {}", asked.number, asked.minutes, asked.kind, asked.text));
        lines.extend(asked.remarks.iter().map(|remark| format!("   ! {}", remark.text)));
    }
    lines.push(format!("[{} min to close]", report.closing_minutes));
    lines.extend(report.missing.iter().map(|line| format!("? {line}")));
    lines.join("\n")
}

pub fn ask(draft: &AskDraft) -> String {
    let mut lines = vec![format!("=== {} ({} characters)", draft.form, draft.text.chars().count())];
    lines.extend(draft.subject.iter().map(|subject| format!("Subject: {subject}")));
    lines.push(draft.text.clone());
    lines.extend(
        draft.longer.iter().map(|longer| format!("--- longer ({} characters)\n{longer}", longer.chars().count())),
    );
    lines.extend(draft.otherwise.iter().map(|other| format!("- when {}: {}", other.when, other.say)));
    lines.extend(draft.remarks.iter().map(|remark| format!("! {}", remark.text)));
    lines.extend(draft.missing.iter().map(|line| format!("? {line}")));
    lines.join("\n") + "\n"
}

pub fn story(campaign: &Campaign) -> String {
    let from_facts = beats(campaign);
    let mut lines = Vec::new();
    for length in Length::ALL {
        let text = from_facts.text(*length);
        lines.push(format!("=== to begin with, {length} seconds ({} s)", seconds(&text)));
        lines.push(text.clone());
        lines.extend(remarks(&campaign.direction, &text).iter().map(|remark| format!("! {}", remark.text)));
    }
    lines.extend(from_facts.missing().iter().map(|beat| format!("? {}", beat.asks())));
    for told in stories(campaign) {
        lines.push(format!("=== {} ({} s, fits {:?})", told.name, told.seconds, told.fits));
        lines.push(told.text.clone());
        lines.extend(told.remarks.iter().map(|remark| format!("! {}", remark.text)));
    }
    lines.join("\n")
}

pub fn sheet(sheet: &Sheet) -> String {
    let known = (&sheet.how_known, &sheet.known_since_on, sheet.referred_by.as_ref().map(|by| &by.name));
    let mut lines = vec![
        format!("{} · {:?} · {:?}", sheet.person.name, sheet.title, sheet.organization),
        format!("known {known:?}"),
        format!("meeting {:?}", sheet.meeting),
        format!("dial {:?}", sheet.phones),
    ];
    let case = &sheet.case;
    let parts = [("purpose", &case.purpose), ("outcome", &case.outcome), ("why", &case.why)];
    lines.extend(parts.map(|(part, words)| format!("{part}: {}", words.as_deref().unwrap_or("-"))));
    lines.extend(case.remarks.iter().map(|remark| format!("! {}", remark.text)));
    for (head, each) in sections(sheet) {
        lines.push(head.to_owned());
        lines.extend(each.into_iter().map(|line| format!("  {line}")));
    }
    lines.join("\n")
}

fn sections(sheet: &Sheet) -> [(&'static str, Vec<String>); 8] {
    let promised = |promises: &[SheetPromise]| promises.iter().map(|one| one.text.clone()).collect();
    let ideas = sheet.ideas.iter().map(|idea| format!("{} (+{} -{})", idea.text, idea.warmer, idea.colder));
    [
        ("opening", sheet.opening.clone()),
        ("story", sheet.story.iter().map(|story| format!("{} s: {}", story.seconds, story.text)).collect()),
        ("ideas", ideas.collect()),
        ("strengths", sheet.strengths.iter().map(|one| format!("{}: {:?}", one.name, one.proof)).collect()),
        ("you promised", promised(&sheet.promised_by_you)),
        ("they promised", promised(&sheet.promised_by_them)),
        ("ending", sheet.ending.clone()),
        ("missing", sheet.missing.clone()),
    ]
}
