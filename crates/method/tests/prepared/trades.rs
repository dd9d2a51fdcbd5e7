//! The other five of ten invented seekers, each in another place between knowing everything and knowing nothing.

use jiff::civil::date;
use method::conversation::Side;
use method::conversation::thanks::introduced;
use method::direction::SearchKind;
use method::questions::next_time::keep_for_next_time;
use method::questions::set_questions::add_question;
use method::story::write_story::add_story;

use crate::seekers::{Scene, TODAY, text};

/// An old colleague, silent for years.
pub fn chef() -> Scene {
    Scene::new("chef", "Marco Bellini", "Ines Duarte")
        .person(|ines| {
            ines.organization = text("St. Luke's Hospital");
            ines.title = text("Head of Catering");
            ines.how_known = text("we cooked at the same hotel");
            ines.known_since_on = Some(date(2009, 1, 1));
            ines.valued_for = text("your eye for what people like to eat");
            ines.phones = vec!["+1 555 0177".to_owned()];
        })
        .wrote(date(2019, 6, 2))
        .direction(SearchKind::ChangeJobs, &["hospital catering"], &["kitchen manager"], &[])
        .was("Sous Chef", "Hotel Miramar")
        .strength("planning a menu around what is left over", Some("threw away half as much food within a year"))
}

/// They talked three weeks ago; there is no field, only a role.
pub fn driver() -> Scene {
    Scene::new("driver", "Joe Adeyemi", "Carla Nunez")
        .person(|carla| {
            carla.organization = text("Northway Haulage");
            carla.title = text("Dispatcher");
            carla.phones = vec!["+1 555 0163".to_owned()];
        })
        .direction(SearchKind::ChangeJobs, &[], &["route planner"], &[])
        .was("Truck Driver", "Harbor Freight")
        .strength("bringing loads in on time", Some("Late loads on my routes fell from one in ten to one in fifty"))
        .talked(date(2026, 11, 2), "Routes are planned at night, and the planners all drove before.")
        .promised(Side::Mine, "send her the list of low bridges")
}

/// Introduced by a friend; the strength has no proof yet.
pub fn lab_technician() -> Scene {
    Scene::new("lab_technician", "Hana Sato", "Dr. Ann Lee")
        .person(|ann| {
            ann.organization = text("University of Leeds");
            ann.title = text("Trial Coordinator");
            ann.emails = vec!["ann.lee@example.org".to_owned()];
        })
        .direction(SearchKind::ChangeCareers, &["clinical trials"], &["data manager"], &["University of Leeds"])
        .was("Laboratory Technician", "Quay Diagnostics")
        .strength("keeping every sample traceable", None)
        .idea("data quality for small trials")
        .named_by("Peter Voss", date(2026, 11, 16))
        .decide(|campaign, _, _| {
            let referral = campaign.referrals.values().next().unwrap().id;
            introduced(campaign, TODAY, referral, date(2026, 11, 19))
        })
}

/// Known and respected, and nothing else is told; one own question is kept for next time.
pub fn accountant() -> Scene {
    let own = "Which case taught you the most?";
    Scene::new("accountant", "Olu Bankole", "Grace Mensah")
        .person(|grace| {
            grace.organization = text("Public Audit Office");
            grace.title = text("Forensic Accounting Manager");
            grace.respected = true;
        })
        .direction(SearchKind::ChangeCareers, &["forensic accounting"], &["investigator"], &["Public Audit Office"])
        .was("Senior Accountant", "Adler & Sons")
        .strength("finding what does not add up", Some("found 40,000 that had been paid twice"))
        .decide(|campaign, ids, grace| add_question(campaign, ids, TODAY, grace, own))
        .decide(|campaign, ids, grace| keep_for_next_time(campaign, ids, TODAY, grace, 7, true))
}

/// Met two years ago, with a story that is told already.
pub fn designer() -> Scene {
    let story = "I design screens for people who did not grow up with them. When we made the letters larger and took half \
        the buttons away, calls to the help desk fell by a third. I'd like to do that for hospitals next. What do you hear \
        from older patients?";
    Scene::new("designer", "Mia Novák", "Tom Byrne")
        .person(|tom| {
            tom.organization = text("Gridline");
            tom.title = text("Service Designer");
            tom.how_known = text("met at the design meetup in Brno");
            tom.known_since_on = Some(date(2024, 1, 1));
            tom.valued_for = text("how you explain your drafts");
            tom.links = vec!["https://www.linkedin.com/in/tom-byrne-example".to_owned()];
        })
        .direction(SearchKind::FindAJob, &["design for older people"], &["UX designer"], &["Gridline"])
        .strength("UX design", Some("We took half the buttons away, and calls to the help desk fell by a third"))
        .idea("screens in hospital rooms")
        .idea("teaching design at evening classes")
        .decide(|campaign, ids, _| add_story(campaign, ids, TODAY, Some("short"), story))
}
