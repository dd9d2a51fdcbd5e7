//! What they said: yes with a day, no, nothing, not now, or somebody else. Serves the ask (row M11).

use jiff::civil::Date;
use maud::{Markup, html};
use method::ask::answer::{Said, answer_ask};
use method::ask::meeting::meeting_with;
use method::ask::named::name_and_organization;
use method::ask::{Answer as Word, Ask, Form};
use method::change::{Change, Fact, Refusal};
use method::day::{self, Toward, plus_days};
use method::id::PersonId;
use store::{Changed, Scope};

use super::{Answered, Desk, again, alone, how, meeting};
use crate::error::Trouble;
use crate::pages::parts::form as fields;
use crate::routes;
use crate::visit::{Answer, Visit};

const TITLE: &str = "What did they say?";

/// The page.
pub fn show(visit: &Visit) -> Answer {
    let (campaign, person) = super::whom(visit)?;
    let desk = Desk { visit, campaign: &campaign, person, form: Form::Call, again: false };
    let arranged = meeting_with(&campaign, person).is_ok();
    let body = match latest(desk) {
        Some(_) if arranged => html! {
            (meeting::part(desk)?)
            details.also { summary { "They answered otherwise" } (part(desk)?) }
        },
        Some(_) => part(desk)?,
        None => html! {
            div.calm {
                p { "You have not asked " bdi { (campaign.name(person)) } " yet." }
                p { a.btn.first href={ (desk.to("prepare")) "#ask" } { "Prepare the ask" } }
            }
        },
    };
    let title = if arranged { meeting::TITLE } else { TITLE };
    visit.page(title, alone(desk, title, &body))
}

fn latest<'a>(desk: Desk<'a>) -> Option<&'a Ask> {
    let asks = desk.campaign.asks.values().filter(|ask| ask.person == desk.person);
    asks.max_by_key(|ask| (ask.is_open(), ask.asked_on, ask.id))
}

/// The form.
fn part(desk: Desk) -> Answered {
    let today = desk.visit.today;
    Ok(html! {
        @if let Some(ask) = latest(desk) {
            p.muted { (how(ask, today)) }
            @if let Some(said) = recorded(ask, today) {
                div.calm.stack { p { (said) } p { "Choose below only if it was otherwise." } }
            }
        }
        form.answer method="post" action=(desk.to("answer")) {
            fieldset {
                legend.sr { (TITLE) }
                (choice(desk, Word::Accepted, "Yes", &arranged(desk)))
                (choice(desk, Word::NotNow, "Not now", &html! {
                    (date(desk, "until", "Ask again from", Some(today)))
                }))
                (choice(desk, Word::SomeoneElse, "They named someone else", &html! {
                    (fields::line("named", "Whom", "A name, and where they work: Ana Pereira, Harbor Freight", &desk.typed("named", "")))
                }))
                (choice(desk, Word::Declined, "No", &html! {}))
                (choice(desk, Word::Silent, "Nothing, and I let it go", &html! {}))
            }
            details.otherwise {
                summary { "They answered on another day" }
                (date(desk, "answered", "The day of the answer", None))
            }
            p { button.btn.first { "Save" } }
        }
    })
}

/// The answer that is recorded already.
fn recorded(ask: &Ask, today: Date) -> Option<String> {
    let said = match ask.answer? {
        Word::Accepted => "They said yes",
        Word::Declined => "They said no",
        Word::NotNow => "They said not now",
        Word::SomeoneElse => "They named someone else instead",
        Word::Silent => "No answer came, and you let it go",
    };
    let on = ask.answered_on.map(|on| format!(", {}", day::spoken_when(on, today))).unwrap_or_default();
    Some(format!("{said}{on}."))
}

fn choice(desk: Desk, word: Word, says: &str, more: &Markup) -> Markup {
    let chosen = desk.again && desk.visit.field("said") == word.word();
    html! {
        div.choice {
            label.tick { input type="radio" name="said" value=(word.word()) checked[chosen] required; span { (says) } }
            @if !more.clone().into_string().is_empty() { div.then { (more) } }
        }
    }
}

fn arranged(desk: Desk) -> Markup {
    html! {
        div.line {
            (date(desk, "on", "You meet on", Some(desk.visit.today)))
            div.field { label for="at" { "At" } input #at type="time" name="at" value=(desk.typed("at", "")); }
        }
        (fields::line("place", "Where, or by which means", "", &desk.typed("place", "")))
        (fields::line("zone", "Time zone, when it is not yours", "Such as Europe/Berlin", &desk.typed("zone", "")))
    }
}

fn date(desk: Desk, name: &str, label: &str, from: Option<jiff::civil::Date>) -> Markup {
    let until = if from.is_some() { plus_days(desk.visit.today, 3650) } else { desk.visit.today };
    html! {
        div.field {
            label for=(name) { (label) }
            input #(name) type="date" name=(name) min=[from] max=(until) value=(desk.typed(name, ""));
        }
    }
}

/// Writes it down.
pub fn write(visit: &Visit) -> Answer {
    let (_, person) = super::whom(visit)?;
    let changed = said(visit).and_then(|said| {
        let on = if visit.field("answered").is_empty() { None } else { Some(visit.day("answered", Toward::Past)?) };
        visit.change(Scope::Everyone, |campaign, ids| answer_ask(campaign, ids, visit.today, person, said.clone(), on))
    });
    match changed {
        Ok(changed) => visit.done(&next(visit, person, &changed), changed.step),
        Err(trouble) => again(visit, trouble, TITLE, part),
    }
}

fn said(visit: &Visit) -> Result<Said, Trouble> {
    let missing = |message: &str, hint: &str| Trouble::from(Refusal::usage(message, hint));
    let Some(word) = Word::from_word(visit.field("said")) else {
        return Err(missing("What did they say?", "Choose one of the five."));
    };
    Ok(match word {
        Word::Accepted => {
            if visit.field("on").is_empty() {
                return Err(missing("On which day do you meet?", "Choose the day; the time can wait."));
            }
            Said::Accepted {
                on: visit.day("on", Toward::Future)?,
                time: time(visit, "at")?,
                zone: visit.told("zone"),
                place: visit.told("place"),
            }
        }
        Word::Declined => Said::Declined,
        Word::Silent => Said::Silent,
        Word::NotNow => {
            if visit.field("until").is_empty() {
                return Err(missing("From which day on?", "Choose the day from which you ask again."));
            }
            Said::NotNow { until: visit.day("until", Toward::Future)? }
        }
        Word::SomeoneElse => {
            if visit.field("named").is_empty() {
                return Err(missing("Whom did they name?", "Write the name, and where they work if they said so."));
            }
            let (name, organization) = name_and_organization(visit.field("named"));
            Said::SomeoneElse { name, organization }
        }
    })
}

/// The time of day that was typed; none when the field is empty.
pub fn time(visit: &Visit, field: &str) -> Result<Option<jiff::civil::Time>, Trouble> {
    let text = visit.field(field);
    if text.is_empty() {
        return Ok(None);
    }
    let time = day::time(text);
    let no = || Refusal::usage(format!("“{text}” is not a time of day."), "Write it like 10:30, 9 or 2pm.");
    Ok(Some(time.ok_or_else(no)?))
}

/// The page that comes next.
fn next(visit: &Visit, person: PersonId, changed: &Changed) -> String {
    let named = changed.changes.iter().find_map(|change| match change {
        Change::Write(Fact::Referral(named)) => Some(named.person),
        _ => None,
    });
    match (Word::from_word(visit.field("said")), named) {
        (Some(Word::Accepted), _) => format!("/people/{person}/sheet"),
        (Some(Word::SomeoneElse), Some(named)) => format!("/people/{named}/prepare"),
        (Some(Word::Declined | Word::Silent), _) if routes::stands("/next") => "/next".to_owned(),
        _ => "/".to_owned(),
    }
}
