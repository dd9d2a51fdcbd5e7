//! Five of ten invented seekers of different trades, each with one person to call.

use jiff::civil::{Date, date};
use method::ask::Form;
use method::ask::answer::{Said, answer_ask};
use method::ask::log::{AskMade, log_ask};
use method::campaign::Campaign;
use method::change::Decision;
use method::conversation::record::{Debrief, record_conversation};
use method::conversation::{Commitment, CommitmentState, Conversation, Heard, Ladder, Referral, Side, Warmth};
use method::direction::{Idea, SearchKind};
use method::id::{Ids, PersonId};
use method::list::{Correspondence, Letters, Past, Person, Record};
use method::seeker::{Position, Strength};
use method::story::write_story::add_story;

/// A Monday.
pub const TODAY: Date = date(2026, 11, 23);

#[derive(Debug)]
pub struct Scene {
    pub name: &'static str,
    pub campaign: Campaign,
    pub ids: Ids,
    pub person: PersonId,
}

impl Scene {
    pub fn new(name: &'static str, seeker: &str, person: &str) -> Scene {
        let (mut campaign, ids) = (Campaign::default(), Ids::default());
        campaign.seeker.name = Some(seeker.to_owned()).filter(|name| !name.is_empty());
        let person = Person::named(ids.fresh(), person, TODAY);
        let id = person.id;
        campaign.apply([person.into()]);
        Scene { name, campaign, ids, person: id }
    }

    pub fn person(mut self, tell: impl FnOnce(&mut Person)) -> Scene {
        tell(self.campaign.people.get_mut(&self.person).unwrap());
        self
    }

    pub fn direction(mut self, search: SearchKind, fields: &[&str], roles: &[&str], places: &[&str]) -> Scene {
        let owned = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect();
        let direction = &mut self.campaign.direction;
        direction.search = Some(search);
        (direction.fields, direction.roles, direction.organizations) = (owned(fields), owned(roles), owned(places));
        self
    }

    pub fn strength(mut self, name: &str, proof: Option<&str>) -> Scene {
        let (name, proof) = (name.to_owned(), proof.map(str::to_owned));
        let strength = Strength { id: self.ids.fresh(), name, proof, proof_source: None, source: None, dropped: false };
        self.campaign.apply([strength.into()]);
        self
    }

    pub fn idea(mut self, text: &str) -> Scene {
        let idea = Idea { id: self.ids.fresh(), text: text.to_owned(), noted_on: TODAY, dropped: false };
        self.campaign.apply([idea.into()]);
        self
    }

    pub fn was(mut self, title: &str, organization: &str) -> Scene {
        let position = Position {
            id: self.ids.fresh(),
            organization: organization.to_owned(),
            title: Some(title.to_owned()),
            started_on: Some(date(2015, 1, 1)),
            ended_on: None,
            source: None,
        };
        self.campaign.apply([position.into()]);
        self
    }

    /// They talked before, in this search.
    pub fn talked(mut self, on: Date, learned: &str) -> Scene {
        let talk = Debrief { learned: text(learned), ..Debrief::of(self.person, on) };
        let changes = record_conversation(&self.campaign, &self.ids, TODAY, &talk).unwrap();
        self.campaign.apply(changes);
        self
    }

    /// They last wrote to each other on that day.
    pub fn wrote(mut self, on: Date) -> Scene {
        let address = "someone@example.org".to_owned();
        self.campaign.people.get_mut(&self.person).unwrap().emails.push(address.clone());
        let days = [(on, Letters { sent: 1, received: 1, met: 0 })].into();
        let letters = Correspondence { id: self.ids.fresh(), importer: "mail".to_owned(), address, days };
        self.campaign.apply([letters.into()]);
        self
    }

    pub fn named_by(mut self, giver: &str, talked_on: Date) -> Scene {
        let giver = Person::named(self.ids.fresh(), giver, TODAY);
        let by = giver.id;
        self.campaign.apply([giver.into()]);
        let talk = Conversation {
            id: self.ids.fresh(),
            person: by,
            ask: None,
            held_on: talked_on,
            ladder: Ladder::NamedSomeone,
            learned: None,
            directions: self
                .campaign
                .ideas
                .values()
                .take(1)
                .map(|idea| Heard { direction: idea.text.clone(), warmth: Warmth::Warmer })
                .collect(),
            organizations: Vec::new(),
            story: None,
            thanked_on: None,
            in_touch_on: None,
            led_further: Vec::new(),
        };
        let referral = Referral {
            id: self.ids.fresh(),
            by,
            person: self.person,
            conversation: Some(talk.id),
            ask: None,
            named_on: talked_on,
            introduction: false,
            introduced_on: None,
            reported_on: None,
        };
        self.campaign.apply([talk.into(), referral.into()]);
        self
    }

    pub fn promised(mut self, side: Side, text: &str) -> Scene {
        let promise = Commitment {
            id: self.ids.fresh(),
            person: self.person,
            conversation: None,
            side,
            text: text.to_owned(),
            made_on: date(2026, 11, 2),
            due_on: None,
            state: CommitmentState::Open,
            settled_on: None,
            reminded_on: None,
        };
        self.campaign.apply([promise.into()]);
        self
    }

    pub fn decide(mut self, decide: impl FnOnce(&Campaign, &Ids, PersonId) -> Decision) -> Scene {
        let changes = decide(&self.campaign, &self.ids, self.person).unwrap();
        self.campaign.apply(changes);
        self
    }
}

pub fn text(words: &str) -> Option<String> {
    Some(words.to_owned())
}

/// Everything is told; the meeting stands.
pub fn nurse() -> Scene {
    let story = "I'm a ward nurse, and what I do best is calming a busy ward. Last year falls on my ward went down by a \
        third, because we changed how we hand over at night. I'd like to bring that to patient safety, and I'm finding \
        out where it is needed most.";
    let accepted = Said::Accepted {
        on: date(2026, 11, 26),
        time: Some(jiff::civil::time(16, 30, 0, 0)),
        zone: None,
        place: text("the café opposite the hospital"),
    };
    Scene::new("nurse", "Ruth Adler", "Maya Osei")
        .person(|maya| {
            maya.organization = text("Mercy Health");
            maya.title = text("Director of Patient Safety");
            maya.how_known = text("we worked the night shift together");
            maya.known_since_on = Some(date(2014, 1, 1));
            maya.valued_for = text("how calmly you run things");
            maya.phones = vec!["+1 555 0142".to_owned()];
            maya.emails = vec!["maya.osei@example.org".to_owned()];
            maya.respected = true;
        })
        .direction(SearchKind::ChangeCareers, &["patient safety"], &["training coordinator"], &["Mercy Health"])
        .was("Staff Nurse", "St. Anne's Hospital")
        .strength("calming a busy ward", Some("cut falls on my ward by a third in a year"))
        .idea("teaching night handovers to other hospitals")
        .idea("clinical training at a device maker")
        .decide(|campaign, ids, _| add_story(campaign, ids, TODAY, None, story))
        .decide(|campaign, ids, maya| {
            log_ask(campaign, ids, TODAY, maya, AskMade { form: Form::Call, on: None, words: None })
        })
        .decide(|campaign, ids, maya| answer_ask(campaign, ids, TODAY, maya, accepted, None))
        .promised(Side::Mine, "send the handover checklist")
}

/// Named by somebody else, little is known of the person called.
pub fn welder() -> Scene {
    Scene::new("welder", "Tomás Rivera", "Gus Lindqvist")
        .person(|gus| gus.organization = text("Harbor Shipyard"))
        .direction(SearchKind::ChangeJobs, &["weld inspection"], &["inspector"], &[])
        .strength("TIG welding in tight spaces", Some("Out of 400 joints on the ferry job, two had to be done again"))
        .idea("ultrasonic testing")
        .named_by("Sam Lee", date(2026, 11, 12))
}

/// Known from a file only, and to be met at a place that the seeker has in mind.
pub fn product_manager() -> Scene {
    let mut scene = Scene::new("product_manager", "Priya Nair", "Dan Whitfield")
        .direction(
            SearchKind::FindAJob,
            &[],
            &["Product Manager", "UX researcher"],
            &["Brightwater Energy", "Gridline"],
        )
        .strength("Product Management", None)
        .strength("turning complaints into a plan", Some("We halved the support queue in two quarters"));
    let record = Record {
        id: scene.ids.fresh(),
        person: scene.person,
        source: scene.ids.fresh(),
        row_key: "dan".to_owned(),
        place: 1,
        name: "Dan Whitfield".to_owned(),
        given: text("Dan"),
        family: text("Whitfield"),
        emails: Vec::new(),
        phones: Vec::new(),
        links: Vec::new(),
        organization: text("Brightwater Energy"),
        title: text("Head of Product | Clean energy nerd"),
        connected_on: Some(date(2019, 3, 2)),
        birthday: None,
        postal: Vec::new(),
        other_names: Vec::new(),
        past: Vec::new(),
    };
    scene.campaign.apply([record.into()]);
    scene.campaign.people.get_mut(&scene.person).unwrap().name = None;
    scene.person(|dan| dan.known_since_on = Some(date(2019, 1, 1)))
}

/// Changes careers; the person made that move.
pub fn officer() -> Scene {
    let mut scene = Scene::new("officer", "Lena Brandt", "Major Owen Price")
        .person(|owen| {
            owen.how_known = text("served together in the engineers");
            owen.valued_for = text("straight talk");
            owen.phones = vec!["+44 7700 900123".to_owned()];
        })
        .direction(SearchKind::ChangeCareers, &["Emergency Management"], &["operations manager"], &["City of Leeds"])
        .was("Logistics Officer", "British Army")
        .strength("getting people and material to the right place under pressure", None)
        .promised(Side::Theirs, "ask his sister about the flood team");
    let record = Record {
        id: scene.ids.fresh(),
        person: scene.person,
        source: scene.ids.fresh(),
        row_key: "owen".to_owned(),
        place: 1,
        name: "Owen Price".to_owned(),
        given: None,
        family: None,
        emails: Vec::new(),
        phones: Vec::new(),
        links: Vec::new(),
        organization: text("County Resilience Office"),
        title: text("Emergency Management Adviser"),
        connected_on: None,
        birthday: None,
        postal: Vec::new(),
        other_names: Vec::new(),
        past: vec![Past {
            organization: text("British Army"),
            title: text("Logistics Officer"),
            until_on: date(2022, 5, 1),
        }],
    };
    scene.campaign.apply([record.into()]);
    scene
}

/// Nearly nothing is told: one strength, no direction, no name of the seeker's.
pub fn teacher() -> Scene {
    Scene::new("teacher", "", "Carol")
        .person(|carol| carol.how_known = text("old colleague"))
        .strength("explaining fractions to anybody", None)
}
