//! The ask on the page of one person: its four forms, the check of the words, the ways to reach them, and that they were
//! asked. Serves the ask (rows M5, M10, M11). Nothing is sent from here: links open the person's own programs.

use maud::{Markup, html};
use method::ask::Form;
use method::ask::draft::{AskDraft, Whose, ask_draft};
use method::ask::log::{AskMade, log_ask};
use method::ask::own_words::{drop_words, keep_words, make_usual};
use method::case::remark::{Remark, faults};
use method::change::Refusal;
use method::day::Toward;
use store::Scope;

use super::reach::{missing, ways};
use super::{Answered, Desk, again, alone, remarks};
use crate::pages::parts::heard;
use crate::shell::capital;
use crate::visit::{Answer, Visit, done};

const TITLE: &str = "The ask";

/// The tabs, the words, and what can be done with them. `first` makes the record the obvious next thing.
pub fn part(desk: Desk, first: bool) -> Answered {
    let draft = ask_draft(desk.campaign, desk.visit.today, desk.person, desk.form)?;
    let words = desk.typed("words", &draft.text);
    Ok(html! {
        (tabs(desk))
        @if !desk.again { (remarks(&draft.remarks)) }
        form.stack method="post" action=(desk.to("asked")) data-live="#heard" data-live-to=(desk.to("draft")) {
            input type="hidden" name="form" value=(desk.form.word());
            @if let Some(subject) = &draft.subject { p { span.muted { "Subject: " } span dir="auto" { (subject) } } }
            label for="words" { (label(desk.form)) }
            p.help #words-help { (whose(draft.whose)) }
            textarea #words name="words" dir="auto" aria-describedby="words-help" { "\n" (words) }
            (keeping(desk, draft.whose))
            (heard(desk, &draft, &words))
            (longer(&draft))
            (otherwise(&draft))
            fieldset.record {
                legend { "When you have asked" }
                div.row {
                    label.sr for="asked-on" { "The day on which you asked" }
                    input #asked-on type="date" name="on" max=(desk.visit.today) value=(desk.typed("on", &desk.visit.today.to_string()));
                    button.btn.first[first] { "I asked" }
                }
                label.tick { input type="checkbox" name="keep" value="yes" checked[desk.again && desk.visit.ticked("keep")]; span { "Keep these words with it" } }
            }
        }
        (missing(desk))
        p.small { "Words that you wrote elsewhere: " a href="/check" { "The draft check" } " reads them too." }
    })
}

fn whose(whose: Whose) -> &'static str {
    match whose {
        Whose::Ours => "Made only from what you wrote here. Make it sound like you.",
        Whose::Usual => "Your usual words, with what you know of them put in. Read them once as if they came to you.",
        Whose::Own => "Your own words.",
    }
}

/// The ways to keep these words: for this person, as the usual ones, or no longer.
fn keeping(desk: Desk, whose: Whose) -> Markup {
    html! {
        div.row.under {
            button.btn formaction=(desk.to("draft")) { "Check" }
            button.btn.quiet formaction=(desk.to("words")) name="as" value="own" { "Keep my words" }
            button.btn.quiet formaction=(desk.to("words")) name="as" value="usual" { "Make them my usual words" }
            @match whose {
                Whose::Ours => {}
                Whose::Own => button.btn.quiet formaction=(desk.to("words")) name="as" value="drop" { "Let go of my words" },
                Whose::Usual => button.btn.quiet formaction=(desk.to("words")) name="as" value="drop_usual" { "Let go of my usual words" },
            }
        }
    }
}

/// A message with a little more room.
fn longer(draft: &AskDraft) -> Markup {
    html! {
        @if let Some(longer) = &draft.longer {
            details.otherwise {
                summary { "With more room, " (longer.chars().count()) " characters" }
                p.said.all #longer dir="auto" tabindex="0" { (longer) }
                p.muted { "Where no more than 300 are taken, the words above fit. " button.btn data-copy="#longer" type="button" hidden { "Copy" } }
            }
        }
    }
}

/// Keeps the words that were typed, or lets go of what was kept.
pub fn words(visit: &Visit) -> Answer {
    let (_, person) = super::whom(visit)?;
    let form = Form::from_word(visit.field("form")).unwrap_or(Form::Call);
    let (text, today) = (visit.field("words").replace("\r\n", "\n"), visit.today);
    let changed = visit.change(Scope::Ties, |campaign, ids| match visit.field("as") {
        "own" => keep_words(campaign, ids, today, person, form, &text),
        "usual" => make_usual(campaign, ids, today, person, form, &text),
        "drop" => drop_words(campaign, Some(person), form),
        "drop_usual" => drop_words(campaign, None, form),
        _ => Err(Refusal::usage("Nothing was chosen.", "Use one of the buttons beneath the words.")),
    });
    match changed {
        Ok(changed) => visit.done(&format!("/people/{person}/prepare?form={}", form.word()), changed.step),
        Err(trouble) => again(visit, trouble, TITLE, |desk| part(desk, true)),
    }
}

fn label(form: Form) -> &'static str {
    match form {
        Form::Call => "What you say",
        Form::Voicemail => "What you leave on their voicemail",
        Form::Email => "What you write",
        Form::Message => "Your message",
    }
}

fn tabs(desk: Desk) -> Markup {
    html! {
        nav.tabs aria-label="How you ask" {
            @for form in Form::ALL {
                a href={ (desk.to("prepare")) "?form=" (form.word()) "#ask" } aria-current=[(*form == desk.form).then_some("true")] {
                    @match form { Form::Call => "Call", Form::Voicemail => "Voicemail", Form::Email => "E-mail", Form::Message => "Message" }
                }
            }
        }
    }
}

/// What the check finds, and the ways to say or send these words.
fn heard(desk: Desk, draft: &AskDraft, words: &str) -> Markup {
    html! {
        div #heard aria-live="polite" {
            (heard::findings(words, desk.form.longest()))
            (ways(desk, draft.subject.as_deref(), words))
        }
    }
}

fn otherwise(draft: &AskDraft) -> Markup {
    html! {
        @if !draft.otherwise.is_empty() {
            details.otherwise {
                summary { "If it goes another way" }
                dl { @for one in &draft.otherwise { dt { (capital(&one.when)) } dd dir="auto" { "“" (one.say) "”" } } }
            }
        }
    }
}

/// Checks the words that were typed. Nothing is kept.
pub fn checked(visit: &Visit) -> Answer {
    let (campaign, person) = super::whom(visit)?;
    let form = Form::from_word(visit.field("form")).unwrap_or(Form::Call);
    let desk = Desk { visit, campaign: &campaign, person, form, again: true };
    let body = alone(desk, TITLE, &part(desk, true)?);
    visit.page(TITLE, body)
}

/// They were asked.
pub fn asked(visit: &Visit) -> Answer {
    let (_, person) = super::whom(visit)?;
    let form = Form::from_word(visit.field("form")).unwrap_or(Form::Call);
    let words = visit.told("words").filter(|_| visit.ticked("keep")).map(|words| words.replace("\r\n", "\n"));
    let changed = day(visit).and_then(|on| {
        let made = AskMade { form, on, words };
        visit.change(Scope::Everyone, |campaign, ids| log_ask(campaign, ids, visit.today, person, made.clone()))
    });
    match changed {
        Ok(changed) => {
            let found = faults(visit.field("words"));
            let prepare = format!("/people/{person}/prepare");
            if found.is_empty() {
                visit.done(&prepare, changed.step)
            } else {
                heard_too(visit, form, &found, &done(&prepare, changed.step))
            }
        }
        Err(trouble) => again(visit, trouble, TITLE, |desk| part(desk, true)),
    }
}

/// The ask is noted, and the check found something in its words: that is said before it goes on.
fn heard_too(visit: &Visit, form: Form, found: &[Remark], on: &str) -> Answer {
    let (campaign, person) = super::whom(visit)?;
    let desk = Desk { visit, campaign: &campaign, person, form, again: true };
    let said = html! {
        p { "Your ask is noted. This stands in its words; when they answer, or in the next one, it can be said otherwise." }
        (remarks(found))
        p { a.btn.first href=(on) { "Go on" } }
    };
    visit.page(TITLE, alone(desk, TITLE, &said))
}

fn day(visit: &Visit) -> Result<Option<jiff::civil::Date>, crate::error::Trouble> {
    if visit.field("on").is_empty() { Ok(None) } else { visit.day("on", Toward::Past).map(Some) }
}
