//! The twelve conversations of the demo: how each went, who was named, and what was promised.

use super::days::On::{self, Ahead, Week};
use crate::conversation::Ladder::{self, NotMuch};
use crate::conversation::Warmth::{self, Colder, Warmer};

/// One conversation.
#[derive(Debug, Clone, Copy)]
pub(super) struct Talk {
    pub who: &'static str,
    /// How far it went; none lets it follow from the rest.
    pub ladder: Option<Ladder>,
    pub learned: &'static str,
    pub directions: &'static [(&'static str, Warmth)],
    pub organizations: &'static [&'static str],
    /// Name, organization, and whether an introduction was offered.
    pub named: &'static [(&'static str, &'static str, bool)],
    pub promised: &'static [(&'static str, Option<On>)],
    pub promised_to_me: &'static [(&'static str, Option<On>)],
}

const fn talk(who: &'static str, learned: &'static str) -> Talk {
    Talk {
        who,
        ladder: None,
        learned,
        directions: &[],
        organizations: &[],
        named: &[],
        promised: &[],
        promised_to_me: &[],
    }
}

const ENERGY: &str = "safety training in energy";
const COLLEGE: &str = "teaching at a community college";

pub(super) const ANA: Talk = Talk {
    directions: &[(ENERGY, Warmer)],
    organizations: &["City Transit Authority"],
    promised: &[("send the page on the night handover", Some(Week(1, 4)))],
    ..talk(
        "Ana Pereira",
        "On the railway every new crew is taught by somebody who drove before. Transit does the same.",
    )
};

pub(super) const TOMASZ: Talk = Talk {
    directions: &[(COLLEGE, Warmer)],
    named: &[("Grace Adeyemi", "Riverbend Hospital", false)],
    ..talk("Tomasz Wilk", "Hospitals train on the ward now, and look for people who can teach beside the work.")
};

pub(super) const GRACE: Talk = Talk {
    named: &[("Priya Raghunathan", "Northlight Energy", true)],
    promised: &[("send the handover card", Some(Week(2, 4)))],
    ..talk(
        "Grace Adeyemi",
        "She came from hotel work herself. A short course in instruction was enough to be taken seriously.",
    )
};

pub(super) const JOY: Talk =
    Talk { ladder: Some(NotMuch), ..talk("Joy Mbeki", "She was between two calls and tired.") };

pub(super) const PRIYA: Talk = Talk {
    directions: &[(ENERGY, Warmer)],
    named: &[("Oskar Lindahl", "Tallgrass Foods", false)],
    promised_to_me: &[("send the outline of their first-week course", None)],
    ..talk("Priya Raghunathan", "They lose new field crews in the first month and know it is the training.")
};

pub(super) const MIRIAM: Talk = Talk {
    directions: &[(ENERGY, Colder)],
    named: &[("Camille Roussel", "Port Alder Community College", false)],
    ..talk(
        "Miriam Katz",
        "In energy much of it is paper. Where machines are loud, somebody has to stand beside people.",
    )
};

pub(super) const YUSUF: Talk = Talk {
    ..talk("Yusuf Demir", "A line trainer there works two shifts a week beside the new ones and writes the rest.")
};

pub(super) const IKAIKA: Talk = Talk {
    directions: &[(COLLEGE, Warmer)],
    ..talk("Ikaika Kealoha", "Apprentices stay where somebody asks them a question on the first day.")
};

pub(super) const CAMILLE: Talk = Talk {
    directions: &[(COLLEGE, Colder)],
    named: &[("Ngozi Eze", "City Transit Authority", true)],
    ..talk("Camille Roussel", "College hours are few and late. Transit opens a school of its own next year.")
};

pub(super) const SOFIA: Talk = Talk { ladder: Some(NotMuch), ..talk("Sofia Marchetti", "We talked about old times.") };

pub(super) const NGOZI: Talk = Talk {
    named: &[("Ines Duarte", "Brightwater Utilities", false), ("Tobias Krenn", "Halden Shipyard", true)],
    promised: &[("write down a plan for a first week", Some(Ahead(2)))],
    ..talk(
        "Ngozi Eze",
        "The school starts with forty drivers. They want the first week to be done by people from the floor.",
    )
};

pub(super) const DANA: Talk = Talk {
    named: &[("Marguerite Bellamy", "Oakhaven Library", false)],
    promised: &[("send her the names of two good speakers", Some(Ahead(1)))],
    promised_to_me: &[("ask her board who trains their guides", Some(Ahead(4)))],
    ..talk("Dana Whitfield", "Volunteers come back when the first evening is well led by one person.")
};
