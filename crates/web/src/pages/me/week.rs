//! The part of the seeker's page that plans the week: times for calls, weekdays and days off. Serves `me`.

use jiff::civil::Weekday;
use maud::{Markup, html};
use method::day::workdays::Workday;
use method::direction::Week;

use super::Part;
use super::forms::Desk;
use crate::pages::parts::form::{line, lines, seen};
use crate::shell::capital;

/// Their own plan for a week.
pub fn week(desk: &Desk) -> Markup {
    let week = &desk.campaign.week;
    let part = Part::Week;
    let slots: Vec<String> = week.slots.iter().map(ToString::to_string).collect();
    let number = week.conversations.map(|number| number.to_string()).unwrap_or_default();
    html! {
        section.part #week {
            h2 { "Your week" }
            (desk.why(part))
            form.stack method="post" action="/me/week" {
                (seen(week))
                (lines("slots", "Times for calls", "A day and a time on each line, such as tue 10:00. Two fixed times carry a search.", &desk.value(part, "slots", &slots.join("\n"))))
                div.short {
                    (line("conversations", "Conversations a week", "Left empty, one at each of your times", &desk.value(part, "conversations", &number)))
                }
                (weekdays(desk))
                (lines("days_off", "Days off", "A day, or one day to another, on each line, such as 25 Dec, Christmas. Nothing falls due on them.", &desk.value(part, "days_off", &days_off(week))))
                p { button.btn { "Save week" } }
            }
            (holidays(desk))
        }
    }
}

/// Public holidays from a calendar file, and what became of the last one.
fn holidays(desk: &Desk) -> Markup {
    let told = |name: &str| desk.visit.query(name);
    html! {
        h3 #holidays { "Public holidays" }
        @if !told("read").is_empty() && !desk.is_refused(Part::Week) {
            p role="status" {
                bdi { (told("file")) } ": " (told("read")) " events read, " (told("new")) " new days off"
                @if !told("known").is_empty() { ", " (told("known")) " off already" }
                @if !told("left").is_empty() { ". Left out: " (told("left")) }
                "."
                @if !told("many").is_empty() {
                    " That is " (told("many")) " days off within a year, more than public holidays are. Perhaps it is another calendar: then take it back."
                }
            }
        }
        form.stack method="post" action="/me/holidays" enctype="multipart/form-data" {
            div.field {
                label for="holiday-file" { "A calendar of public holidays" }
                p.help { "An .ics file, such as the one of your country or region. Its whole days become days off, with their names." }
                input.drop #holiday-file type="file" name="holidays" accept=".ics,text/calendar";
            }
            p { button.btn { "Take these days off" } }
        }
    }
}

/// The days of the week on which they do what is due.
fn weekdays(desk: &Desk) -> Markup {
    let usual = desk.campaign.week.workdays();
    let days: Vec<Workday> = every_day().collect();
    let again: Vec<&str> =
        desk.visit.form.iter().filter(|(name, _)| name == "weekday").map(|(_, day)| day.as_str()).collect();
    let ticked = |day: &Workday| {
        if desk.is_refused(Part::Week) { again.contains(&day.to_string().as_str()) } else { usual.keeps(*day) }
    };
    html! {
        fieldset.choices {
            legend { "Your weekdays" }
            p.help { "What is due falls on one of these." }
            @for day in &days {
                label.tick { input type="checkbox" name="weekday" value=(day) checked[ticked(day)]; span { (capital(day.long())) } }
            }
        }
    }
}

fn every_day() -> impl Iterator<Item = Workday> {
    Weekday::Monday.cycle_forward().take(7).map(Workday)
}

/// Those that stand in the plan.
pub(super) fn days(week: &Week) -> Vec<Workday> {
    let usual = week.workdays();
    every_day().filter(|day| usual.keeps(*day)).collect()
}

/// One day off on each line, as it can be typed.
pub(super) fn days_off(week: &Week) -> String {
    let days = week.days_off.iter().map(|day| match &day.name {
        Some(name) => format!("{}, {name}", day.on),
        None => day.on.to_string(),
    });
    days.collect::<Vec<_>>().join("\n")
}
