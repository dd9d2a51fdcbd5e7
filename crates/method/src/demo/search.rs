//! Ten weeks of an invented search, event by event: twenty-five asks, twelve conversations, and what came of them.

use super::days::On::{self, Ago, Ahead, Week};
use super::talks;
use crate::ask::Form::{self, Call, Email, Message, Voicemail};
use crate::momentum::OpportunityState::{self, Applied, Gone, Interview};

/// One thing that happens. People are named as they stand on the list.
#[derive(Debug, Clone, Copy)]
pub(super) enum Event {
    Asked(&'static str, Form),
    /// Yes, to meet on that day at ten.
    Yes(&'static str, On),
    No(&'static str),
    Silent(&'static str),
    NotNow(&'static str, On),
    SomeoneElse(&'static str, &'static str, &'static str),
    Moved(&'static str, On),
    Missed(&'static str),
    Cancelled(&'static str),
    Held(&'static talks::Talk),
    Thanked(&'static str),
    /// A promise that was kept; by its first words.
    Kept(&'static str),
    Introduced(&'static str, &'static str),
    Reported(&'static str, &'static str),
    Prepared(&'static str),
    Case(&'static str, &'static str, &'static str),
    Questions(&'static str),
    Story(&'static str, &'static str),
    /// Title, organization, through whom.
    Opportunity(&'static str, &'static str, Option<&'static str>),
    Step(&'static str, OpportunityState),
}

use Event::{
    Asked, Cancelled, Case, Held, Introduced, Kept, Missed, Moved, No, NotNow, Opportunity, Prepared, Questions,
    Reported, Silent, SomeoneElse, Step, Story, Thanked, Yes,
};

/// Everything that happens. Of two events on one day the upper comes first.
pub(super) const SEARCH: &[(On, Event)] = &[
    (Week(0, 0), Story("first", FIRST_STORY)),
    // The first calls go to people whom she knows and respects.
    (Week(0, 1), Asked("Ana Pereira", Call)),
    (Week(0, 1), Yes("Ana Pereira", Week(1, 1))),
    (Week(0, 3), Asked("Tomasz Wilk", Call)),
    (Week(0, 4), Yes("Tomasz Wilk", Week(1, 3))),
    (Week(1, 1), Held(&talks::ANA)),
    (Week(1, 2), Thanked("Ana Pereira")),
    (Week(1, 2), Asked("Linnea Forsberg", Voicemail)),
    (Week(1, 3), Held(&talks::TOMASZ)),
    (Week(1, 3), Kept("send the page")),
    (Week(1, 4), Thanked("Tomasz Wilk")),
    (Week(1, 4), Asked("Rashid Karimi", Email)),
    (Week(2, 0), Asked("Grace Adeyemi", Call)),
    (Week(2, 0), Yes("Grace Adeyemi", Week(2, 3))),
    (Week(2, 1), No("Rashid Karimi")),
    (Week(2, 1), Asked("Joy Mbeki", Call)),
    (Week(2, 1), Yes("Joy Mbeki", Week(3, 1))),
    (Week(2, 3), Held(&talks::GRACE)),
    (Week(2, 4), Thanked("Grace Adeyemi")),
    (Week(2, 4), Reported("Tomasz Wilk", "Grace Adeyemi")),
    (Week(2, 4), Kept("send the handover card")),
    (Week(2, 4), Silent("Linnea Forsberg")),
    (Week(3, 1), Held(&talks::JOY)),
    (Week(3, 1), Introduced("Grace Adeyemi", "Priya Raghunathan")),
    (Week(3, 2), Thanked("Joy Mbeki")),
    (Week(3, 2), Opportunity("Warehouse trainer, from a job board", "Juniper Apparel", None)),
    (Week(3, 3), Asked("Priya Raghunathan", Call)),
    (Week(3, 3), Yes("Priya Raghunathan", Week(4, 1))),
    (Week(3, 4), Step("Warehouse trainer, from a job board", Applied)),
    (Week(3, 4), Asked("Hugo Castellanos", Message)),
    (Week(4, 0), NotNow("Hugo Castellanos", Ahead(8))),
    (Week(4, 1), Held(&talks::PRIYA)),
    (Week(4, 2), Thanked("Priya Raghunathan")),
    (Week(4, 2), Reported("Grace Adeyemi", "Priya Raghunathan")),
    (Week(4, 2), Opportunity("Safety training specialist", "Northlight Energy", Some("Priya Raghunathan"))),
    (Week(4, 2), Asked("Miriam Katz", Call)),
    (Week(4, 2), Yes("Miriam Katz", Week(4, 4))),
    (Week(4, 3), Asked("Oskar Lindahl", Call)),
    (Week(4, 3), SomeoneElse("Oskar Lindahl", "Yusuf Demir", "Tallgrass Foods")),
    (Week(4, 4), Held(&talks::MIRIAM)),
    (Week(5, 0), Thanked("Miriam Katz")),
    (Week(5, 0), Asked("Yusuf Demir", Call)),
    (Week(5, 0), Yes("Yusuf Demir", Week(5, 3))),
    (Week(5, 0), Story("shorter", SECOND_STORY)),
    (Week(5, 1), Asked("Bea Thornton", Email)),
    (Week(5, 2), Asked("Ikaika Kealoha", Call)),
    (Week(5, 2), Yes("Ikaika Kealoha", Week(6, 1))),
    (Week(5, 3), Held(&talks::YUSUF)),
    (Week(5, 4), Thanked("Yusuf Demir")),
    (Week(5, 4), Reported("Oskar Lindahl", "Yusuf Demir")),
    (Week(6, 0), Moved("Ikaika Kealoha", Week(6, 2))),
    (Week(6, 0), Asked("Camille Roussel", Call)),
    (Week(6, 1), Yes("Camille Roussel", Week(6, 4))),
    (Week(6, 2), Step("Warehouse trainer, from a job board", Gone)),
    (Week(6, 2), Held(&talks::IKAIKA)),
    (Week(6, 3), Thanked("Ikaika Kealoha")),
    (Week(6, 3), Asked("Pavel Novak", Call)),
    (Week(6, 3), No("Pavel Novak")),
    (Week(6, 3), Silent("Bea Thornton")),
    (Week(6, 4), Missed("Camille Roussel")),
    (Week(7, 0), Moved("Camille Roussel", Week(7, 1))),
    (Week(7, 0), Asked("Sofia Marchetti", Call)),
    (Week(7, 0), Yes("Sofia Marchetti", Week(7, 3))),
    (Week(7, 1), Held(&talks::CAMILLE)),
    (Week(7, 2), Thanked("Camille Roussel")),
    (Week(7, 2), Reported("Miriam Katz", "Camille Roussel")),
    (Week(7, 2), Introduced("Camille Roussel", "Ngozi Eze")),
    (Week(7, 2), Asked("Leila Haddad", Email)),
    (Week(7, 3), Held(&talks::SOFIA)),
    (Week(7, 4), Thanked("Sofia Marchetti")),
    (Week(7, 4), Asked("Ngozi Eze", Call)),
    (Week(7, 4), Yes("Ngozi Eze", Week(8, 2))),
    (Week(8, 0), Asked("Anselm Vogt", Call)),
    (Week(8, 0), Yes("Anselm Vogt", Ago(2))),
    (Week(8, 2), Held(&talks::NGOZI)),
    (Week(8, 2), Opportunity("Training coordinator", "City Transit Authority", Some("Ngozi Eze"))),
    (Week(8, 3), Thanked("Ngozi Eze")),
    (Week(8, 3), Reported("Camille Roussel", "Ngozi Eze")),
    (Week(8, 4), Silent("Leila Haddad")),
    (Week(8, 4), Step("Training coordinator", Applied)),
    // The days before today: what is open, and what falls due.
    (Ago(8), Asked("Kofi Mensah", Email)),
    (Ago(6), Asked("Dana Whitfield", Call)),
    (Ago(5), Yes("Dana Whitfield", Ago(1))),
    (Ago(4), Asked("Ruth Abramson", Call)),
    (Ago(3), Asked("Ines Duarte", Email)),
    (Ago(3), Step("Training coordinator", Interview)),
    (Ago(2), Cancelled("Anselm Vogt")),
    (Ago(2), Yes("Ruth Abramson", Ahead(1))),
    (Ago(2), Asked("Emeka Udoh", Call)),
    (Ago(2), Case("Ruth Abramson", RUTH_PURPOSE, RUTH_OUTCOME)),
    (Ago(2), Questions("Ruth Abramson")),
    (Ago(1), Yes("Emeka Udoh", Ahead(3))),
    (Ago(1), Asked("Chen Wei-Ling", Message)),
    (Ago(1), Prepared("Dana Whitfield")),
    (Ago(1), Held(&talks::DANA)),
];

const FIRST_STORY: &str = "For fifteen years I have kept harbor crews working safely through the night, and the part I \
    like best is teaching the new ones. At Kestrel Freight I brought 34 people up to speed in one season without one \
    accident. Now I want to make that my whole work, in workplace training. I am finding out where people who learned \
    to teach on the floor are of most use.";

const SECOND_STORY: &str = "I run a night shift in the harbor, and last season I trained 34 new hands without one \
    accident. I want to make training my whole work, and I am finding out where that is needed most: in hospitals, in \
    energy, on the railway. I would love to hear how you see it.";

const RUTH_PURPOSE: &str = "To hear how you went from the front desk into training, and what training coordinators in \
    hotels and hospitals do all day.";

const RUTH_OUTCOME: &str = "To know whether a course in instruction is worth a winter, and which two places to look at \
    next.";
