//! Your story, in versions: how long each takes to say, what is pointed out, and how far the conversations went that heard
//! it. Serves the story (row M15). Words are checked while they are written; nothing is kept until it is said so.

use maud::{Markup, html};
use method::campaign::Campaign;
use method::case::remark::Remark;
use method::change::{Decision, Refusal};
use method::conversation::Ladder;
use method::day::spoken;
use method::id::{Ids, StoryId};
use method::story::report::{StoryReport, Told, remarks, seconds, stories};
use method::story::write_story::{add_story, lay_story_aside, rewrite_story};
use store::Scope;

use super::parts::{form, person, rungs, talk};

use crate::error::Trouble;
use crate::shell::capital;
use crate::visit::{Answer, Visit};

mod beats;

const TITLE: &str = "Your story";

/// So many conversations are shown unfolded.
const FEW: usize = 6;

/// A form that comes back: the version it is about, none for a new one, and why it was not taken.
struct Again {
    about: Option<StoryId>,
    why: Markup,
}

/// The page.
pub fn show(visit: &Visit) -> Answer {
    visit.page(TITLE, page(visit, &*visit.campaign()?, None))
}

fn page(visit: &Visit, campaign: &Campaign, again: Option<&Again>) -> Markup {
    let (told, aside): (Vec<StoryReport>, Vec<StoryReport>) =
        stories(campaign).into_iter().partition(|one| !one.dropped);
    // A version that was laid aside meanwhile has no form any more; its words come back in the form for a new one.
    let again_in = again.and_then(|again| again.about).filter(|id| told.iter().any(|one| one.id == *id));
    let is_new_again = again.is_some() && again_in.is_none();
    html! {
        h1 { (TITLE) }
        p.intro { "What you do best, one thing that shows it, and where you would like to do it next. A minute and a half at most, \
                   so that they say: tell me more." }
        @if let Some(again) = again { (again.why) }
        @for (place, one) in told.iter().enumerate() { (version(visit, one, place == 0, again_in == Some(one.id))) }
        @if told.is_empty() {
            @if is_new_again { (words(visit, campaign, is_new_again, "Keep it")) }
            @else {
                div.cols {
                    div {
                        (beats::form(visit, campaign, true))
                        details.also {
                            summary { "Or write it in one go" }
                            (words(visit, campaign, false, "Keep it"))
                        }
                    }
                    (to_begin_with(campaign))
                }
            }
        } @else {
            details.also open[is_new_again] {
                summary { "Write another version" }
                p.help { "For instance a shorter one, or one for another line of work. The versions you have stay." }
                (words(visit, campaign, is_new_again, "Keep this version"))
                details.also { summary { "Put it together beat by beat" } (beats::form(visit, campaign, false)) }
            }
        }
        @if !aside.is_empty() { (laid_aside(&aside, visit)) }
    }
}

fn version(visit: &Visit, one: &StoryReport, is_first: bool, again: bool) -> Markup {
    html! {
        section.version {
            div.both {
                div {
                    h2 { bdi { (capital(&one.name)) } }
                    p.story dir="auto" { (one.text) }
                    p.small { (length(one.words, one.seconds)) "." @if let Some(fits) = one.fits { " It fits into " (fits) " seconds." } " Written on " (spoken(one.written_on, visit.today)) "." }
                    (pointed_out(&one.remarks))
                    div.row.do {
                        a.btn.first[is_first] href={ "/story/" (one.id) } aria-label={ "Read it aloud: " (one.name) } { "Read it aloud" }
                        form.inline method="post" action={ "/story/" (one.id) "/aside" } {
                            button.btn.quiet name="aside" value="yes" aria-label={ "Lay aside: " (one.name) } { "Lay aside" }
                        }
                    }
                    details.also open[again] {
                        summary { "Change it" }
                        p.help { "The words you have told stay with the conversations that heard them." }
                        (rewriting(visit, one, again))
                    }
                }
                div.received { (received(one)) }
            }
        }
    }
}

/// `56 words, about 24 seconds`.
fn length(words: usize, seconds: usize) -> String {
    let noun = if words == 1 { "word" } else { "words" };
    let takes = match seconds {
        0..=1 => "a second".to_owned(),
        2..=99 => format!("{seconds} seconds"),
        more => format!("{} minutes", more.div_ceil(60)),
    };
    format!("{words} {noun}, about {takes} to say")
}

fn pointed_out(remarks: &[Remark]) -> Markup {
    html! { @for remark in remarks { div.finding { p { (remark.text) } } } }
}

/// How far the conversations went that heard it.
fn received(one: &StoryReport) -> Markup {
    html! {
        @match (one.told.len(), one.furthest) {
            (0, _) | (_, None) => { h3 { "Who heard it" } p.small { "Nobody yet. When you note a conversation, say which version you told." } }
            (1, Some(_)) => { h3 { "Told once" } (heard_by(&one.told)) }
            (count, Some(_)) => { h3 { "Told " (count) " times" } p.small { (capital(&tally(&one.told))) "." } (heard_by(&one.told)) }
        }
    }
}

/// `2 listened, 1 named someone`, the furthest first.
fn tally(told: &[Told]) -> String {
    let count = |rung: &Ladder| told.iter().filter(|one| one.ladder == *rung).count();
    let some = Ladder::ALL.iter().rev().map(|rung| (count(rung), rung)).filter(|(count, _)| *count > 0);
    some.map(|(count, rung)| format!("{count} {rung}")).collect::<Vec<_>>().join(", ")
}

fn heard_by(told: &[Told]) -> Markup {
    let newest_first = || told.iter().rev();
    html! {
        ul.plain.ruled.heard { @for one in newest_first().take(FEW) { (one_talk(one)) } }
        @if told.len() > FEW {
            details.told {
                summary { (told.len() - FEW) " more" }
                ul.plain.ruled.heard { @for one in newest_first().skip(FEW) { (one_talk(one)) } }
            }
        }
    }
}

fn one_talk(one: &Told) -> Markup {
    html! {
        li {
            span { (person::name(&one.person)) }
            a.when href=(talk::page(one.person.id, one.conversation)) { time datetime=(one.held_on) { (one.held_on.strftime("%-d %b %Y")) } }
            small { (rungs::rungs(one.ladder)) }
        }
    }
}

/// The form that writes a version anew.
fn rewriting(visit: &Visit, one: &StoryReport, again: bool) -> Markup {
    let text = if again { typed(visit) } else { one.text.clone() };
    let action = format!("/story/{}", one.id);
    html! {
        form.stack method="post" action=(action) data-live={ "#heard-" (one.id) } data-live-to="/story/check" {
            input type="hidden" name="story" value=(one.id);
            (text_field(&one.id.to_string(), &text))
            (heard(&one.id.to_string(), &visit.campaign().map(|campaign| remarks(&campaign.direction, &text)).unwrap_or_default(), &text))
            div.row { button.btn { "Save" } button.btn.quiet formaction="/story/check" { "Check" } }
        }
    }
}

/// The form of a new version.
fn words(visit: &Visit, campaign: &Campaign, again: bool, says: &str) -> Markup {
    let (mut name, text) = if again { (visit.field("name").to_owned(), typed(visit)) } else { Default::default() };
    if let Some(length) = beats::length(visit).filter(|_| name.is_empty()) {
        name = format!("{length} seconds");
    }
    let place = "new";
    html! {
        form.stack method="post" action="/story" data-live={ "#heard-" (place) } data-live-to="/story/check" {
            (text_field(place, &text))
            (heard(place, &remarks(&campaign.direction, &text), &text))
            (form::line("name", "What you call it", "For instance: short, or: for hospitals. You may leave it empty.", &name))
            div.row { button.btn.first[again] { (says) } button.btn.quiet formaction="/story/check" { "Check" } }
        }
    }
}

/// What the seeker told that a story can be made from.
fn to_begin_with(campaign: &Campaign) -> Markup {
    let strengths = || campaign.strengths.values().filter(|strength| !strength.dropped).take(3);
    let direction = &campaign.direction;
    let aims: Vec<&str> = direction.roles.iter().chain(&direction.fields).take(4).map(String::as_str).collect();
    html! {
        aside.card {
            h2 { "What you do best" }
            @if strengths().next().is_none() { p.small { a href="/me#strengths" { "Tell it once" } ", and it stands here to build on." } }
            ul.plain {
                @for strength in strengths() {
                    li dir="auto" { (strength.name) @if let Some(proof) = &strength.proof { br; small { (proof) } } }
                }
            }
            h2 { "Where you want to do it next" }
            @if aims.is_empty() { p.small { a href="/me#direction" { "Say where it could go" } "; a first idea is enough." } }
            @else { p dir="auto" { (aims.join(", ")) } }
        }
    }
}

fn text_field(place: &str, text: &str) -> Markup {
    html! {
        div.field {
            label for={ "text-" (place) } { "The words that you say" }
            textarea.story id={ "text-" (place) } name="text" dir="auto" { "\n" (text) }
        }
    }
}

/// How long the words take, and what is pointed out about them. It changes while they are typed.
fn heard(place: &str, remarks: &[Remark], text: &str) -> Markup {
    let words = text.split_whitespace().count();
    html! {
        div.heard-story id={ "heard-" (place) } aria-live="polite" {
            @if words > 0 {
                p.muted { (length(words, seconds(text))) "." }
                (pointed_out(remarks))
                @if remarks.is_empty() { div.finding.fine { p { "It is short enough, shows what you did, says where you are going, and leaves an opening." } } }
            }
        }
    }
}

fn typed(visit: &Visit) -> String {
    beats::text(visit).unwrap_or_else(|| visit.field("text").replace("\r\n", "\n"))
}

fn laid_aside(aside: &[StoryReport], visit: &Visit) -> Markup {
    html! {
        details.also {
            summary { "Laid aside " span.count { (aside.len()) } }
            @for one in aside {
                section.version.past {
                    h3 { bdi { (one.name) } ", " span.muted { "written on " (spoken(one.written_on, visit.today)) } }
                    p.said dir="auto" { (one.text) }
                    @if !one.told.is_empty() { (received(one)) }
                    form.inline method="post" action={ "/story/" (one.id) "/aside" } {
                        button.btn.quiet name="aside" value="no" aria-label={ "Take it up again: " (one.name) } { "Take it up again" }
                    }
                }
            }
        }
    }
}

/// One version in large type, to be read aloud.
pub fn aloud(visit: &Visit) -> Answer {
    let (campaign, id) = (visit.campaign()?, visit.part::<StoryId>("story")?);
    let one = stories(&campaign).into_iter().find(|one| one.id == id).ok_or(Trouble::NoSuchPage)?;
    let body = html! {
        article.aloud {
            h1 { bdi { (capital(&one.name)) } }
            p.intro { (length(one.words, one.seconds)) ". Stand up, and say it to the wall once." }
            div.lines dir="auto" { @for line in one.text.split('\n') { p { (line) } } }
            p.do { a.btn.first href="/story" { "Back to your story" } }
        }
    };
    visit.page(&one.name, body)
}

/// Checks the words that were typed. Nothing is kept.
pub fn check(visit: &Visit) -> Answer {
    let campaign = visit.campaign()?;
    if let Some(text) = beats::so_far(visit) {
        return visit.page(TITLE, heard("beats", &remarks(&campaign.direction, &text), &text));
    }
    let about = visit.field("story").parse::<StoryId>().ok();
    let one = stories(&campaign).into_iter().find(|one| Some(one.id) == about && !one.dropped);
    let body = html! {
        h1 { (TITLE) }
        @match &one {
            Some(one) => { h2 { bdi { (one.name) } } (rewriting(visit, one, true)) }
            None => {
                (words(visit, &campaign, true, "Keep it"))
                @if beats::length(visit).is_some() {
                    details.also { summary { "Change the beats" } (beats::form(visit, &campaign, false)) }
                }
            }
        }
        p { a href="/story" { "Back without keeping it" } }
    };
    visit.page(TITLE, body)
}

/// Writes a new version.
pub fn write(visit: &Visit) -> Answer {
    let text = typed(visit);
    let name = visit.told("name");
    change(visit, None, |campaign, ids| add_story(campaign, ids, visit.today, name.as_deref(), &text))
}

/// Writes a version anew.
pub fn rewrite(visit: &Visit) -> Answer {
    let (id, text) = (visit.part("story")?, typed(visit));
    change(visit, Some(id), |campaign, ids| rewrite_story(campaign, ids, visit.today, id, &text))
}

/// Lays a version aside, or takes it up again.
pub fn aside(visit: &Visit) -> Answer {
    let (id, aside) = (visit.part("story")?, visit.field("aside") != "no");
    let changed = visit.change(Scope::Told, |campaign, _| lay_story_aside(campaign, id, aside))?;
    visit.done("/story", changed.step)
}

/// Writes what was decided; a no shows the page again, with the words that were typed.
fn change(visit: &Visit, about: Option<StoryId>, decide: impl Fn(&Campaign, &Ids) -> Decision) -> Answer {
    match visit.change(Scope::Told, decide) {
        Ok(changed) => visit.done("/story", changed.step),
        Err(trouble @ Trouble::Campaign(store::Error::Refused(_))) => {
            let why = why(&trouble);
            let body = page(visit, &*visit.campaign()?, Some(&Again { about, why }));
            visit.page_again(&trouble, TITLE, body)
        }
        Err(trouble) => Err(trouble),
    }
}

/// Why it was not taken, with a way out that is on this page.
fn why(trouble: &Trouble) -> Markup {
    let hint = match trouble {
        Trouble::Campaign(store::Error::Refused(Refusal { kind: method::change::No::Stale, .. })) => {
            "Your words are still below. Give them another name to keep both, or take what you like of them.".to_owned()
        }
        Trouble::Campaign(store::Error::Refused(no)) if no.hint.contains("halfhour") => {
            "Your words are still below.".to_owned()
        }
        other => other.hint(),
    };
    form::refused(&trouble.message(), &hint)
}
