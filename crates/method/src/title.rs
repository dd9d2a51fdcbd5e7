//! When two titles mean one kind of work: "VP Eng" is "Vice President of Engineering".
//!
//! Serves the slate. A title is read as how senior and as what it is about; every similarity can say which words agreed.
//! It refuses to guess at abbreviations that mean several things, such as PM.

use std::borrow::Cow;

use crate::organization::plain;
use crate::title::abbreviations::written_out;

mod abbreviations;

/// How senior a title says that somebody is. The later, the higher; a title that says nothing of it has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Seniority {
    /// Intern, trainee.
    Learner,
    /// Junior.
    Junior,
    /// Senior.
    Senior,
    /// Principal, or first among equals.
    Principal,
    /// Head of a team.
    Head,
    /// Director.
    Director,
    /// Vice president.
    VicePresident,
    /// Chief, president, founder.
    Chief,
}

/// A title, read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Title {
    /// How senior, when it says so.
    pub seniority: Option<Seniority>,
    /// The word that says so.
    rank: Option<&'static str>,
    /// What it is about, in one form for each word, without the small words between.
    about: Vec<Cow<'static, str>>,
    /// Beside the work, not in it: an assistant, a recruiter, somebody who used to do it.
    beside: Vec<Cow<'static, str>>,
}

impl Title {
    /// Reads a title as written.
    pub fn read(text: &str) -> Title {
        let plain = plain(text);
        let mut words: Vec<Cow<'static, str>> = Vec::new();
        for word in plain.split(' ').filter(|word| !word.is_empty() && !SMALL.contains(word)) {
            match written_out(word) {
                Some(full) => words.extend(full.iter().copied().map(Cow::Borrowed)),
                None => words.push(Cow::Owned(word.to_owned())),
            }
        }
        Title::of(words)
    }

    fn of(words: Vec<Cow<'static, str>>) -> Title {
        let mut title = Title::default();
        let mut after = "";
        for word in &words {
            let senior = seniority(after, word);
            if let Some((seniority, rank)) = senior
                && title.seniority < Some(seniority)
            {
                (title.seniority, title.rank) = (Some(seniority), Some(rank));
            }
            let is_vice = &**word == "vice";
            if senior.is_none() && !is_vice && !title.about.contains(word) {
                title.about.push(word.clone());
            }
            after = word;
        }
        if title.seniority == Some(Seniority::Chief) {
            // The officer of "chief nursing officer" says no more than the chief.
            title.about.retain(|word| word != "officer");
        }
        title.beside = title.about.iter().filter(|word| BESIDE.contains(&&***word)).cloned().collect();
        title
    }

    /// How high it stands, beside titles that say nothing of it: 0. Whoever learns stands below, whoever leads above.
    pub fn standing(&self) -> i8 {
        match self.seniority {
            Some(Seniority::Learner) => -2,
            Some(Seniority::Junior) => -1,
            None => 0,
            Some(Seniority::Senior) => 1,
            Some(Seniority::Principal) => 2,
            Some(Seniority::Head) => 3,
            Some(Seniority::Director) => 4,
            Some(Seniority::VicePresident) => 5,
            Some(Seniority::Chief) => 6,
        }
    }

    /// Whether nothing is left of it to compare.
    pub fn is_bare(&self) -> bool {
        self.about.is_empty()
    }

    /// Whether two titles mean one thing.
    pub fn is_like(&self, other: &Title) -> bool {
        let within = |one: &Title, of: &Title| one.about.iter().all(|word| of.about.contains(word));
        !self.is_bare() && self.seniority == other.seniority && within(self, other) && within(other, self)
    }

    /// The words in which somebody with this title does what the wish names: every word of the wish, and a standing no
    /// lower. None when one is missing, when the wish names no kind of work, and when the title stands beside it.
    pub fn fulfils<'a>(&self, wish: &'a Title) -> Option<Vec<&'a str>> {
        let all = !wish.is_bare() && wish.about.iter().all(|word| self.about.contains(word));
        let within = self.beside.iter().all(|word| wish.about.contains(word));
        let high_enough = wish.seniority.is_none() || self.seniority >= wish.seniority;
        (all && within && high_enough).then(|| {
            let rank = wish.rank.filter(|_| self.rank == wish.rank);
            wish.about.iter().map(|word| &**word).chain(rank).collect()
        })
    }

    /// What both are about, in words.
    pub fn in_common<'a>(&'a self, other: &Title) -> Vec<&'a str> {
        self.about.iter().filter(|word| other.about.contains(*word)).map(|word| &**word).collect()
    }
}

/// What a word says of the standing, after the word before it.
fn seniority(after: &str, word: &str) -> Option<(Seniority, &'static str)> {
    Some(match word {
        "intern" => (Seniority::Learner, "intern"),
        "trainee" => (Seniority::Learner, "trainee"),
        "apprentice" => (Seniority::Learner, "apprentice"),
        "junior" => (Seniority::Junior, "junior"),
        "senior" => (Seniority::Senior, "senior"),
        "lead" => (Seniority::Principal, "lead"),
        "principal" => (Seniority::Principal, "principal"),
        "manager" => (Seniority::Head, "manager"),
        "supervisor" => (Seniority::Head, "supervisor"),
        "foreman" => (Seniority::Head, "foreman"),
        // In uniform: whoever leads a few dozen leads a team, and a colonel several hundred.
        "sergeant" => (Seniority::Head, "sergeant"),
        "colonel" => (Seniority::Director, "colonel"),
        "lieutenant" => (Seniority::Head, "lieutenant"),
        "captain" => (Seniority::Head, "captain"),
        "commander" => (Seniority::Head, "commander"),
        "head" => (Seniority::Head, "head"),
        "director" => (Seniority::Director, "director"),
        "president" if after == "vice" => (Seniority::VicePresident, "vice president"),
        "president" => (Seniority::Chief, "president"),
        "chief" => (Seniority::Chief, "chief"),
        "founder" => (Seniority::Chief, "founder"),
        _ => return None,
    })
}

const SMALL: &[&str] = &["of", "the", "and", "for", "in", "at", "to", "a", "an", "with", "on"];

/// Words that say that the rest of a title is somebody else's work, or was it once.
const BESIDE: &[&str] = &[
    "assistant",
    "secretary",
    "recruiter",
    "recruiting",
    "recruitment",
    "former",
    "formerly",
    "ex",
    "retired",
    "aspiring",
    "seeking",
    "student",
];

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("VP Eng", "Vice President of Engineering")]
    #[case("V.P., Engineering", "vice president engineering")]
    #[case("RN", "Registered Nurse")]
    #[case("R.N.", "registered nurse")]
    #[case("Sr. SWE", "Senior Software Engineer")]
    #[case("Jr Dev", "Junior Developer")]
    #[case("CFO", "Chief Financial Officer")]
    #[case("CNO", "Chief Nursing Officer")]
    #[case("Dir. of HR", "Director, Human Resources")]
    #[case("Mgr Ops", "Manager of Operations")]
    #[case("Mktg Coord", "Marketing Coordinator")]
    #[case("QA Analyst", "Quality Assurance Analyst")]
    #[case("UX Designer", "User Experience Design")]
    #[case("Acct. Exec", "Account Executive")]
    #[case("Supv., Nursing", "Nurse Supervisor")]
    #[case("Directrice — Café", "DIRECTRICE CAFE")]
    #[case::nurse("LVN", "Licensed Vocational Nurse")]
    #[case::nurse("CRNA", "Certified Registered Nurse Anesthetist")]
    #[case::therapist("Sr Physiotherapist", "Senior Physical Therapist")]
    #[case::paramedic("Paramedics", "paramedic")]
    #[case::pharmacist("Chief Pharmacist", "chief pharmacists")]
    #[case::social_worker("LCSW", "Licensed Clinical Social Worker")]
    #[case::teacher("Headteacher", "Head Teacher")]
    #[case::teacher("Teacher of Physics", "Physics Teaching")]
    #[case::welder("Welder, Pipe", "Pipe Welding")]
    #[case::electrician("Apprentice Electrician", "electricians (apprentice)")]
    #[case::plumber("Plumbing Supv.", "Supervisor, Plumbers")]
    #[case::carpenter("Carpenter", "Carpentry")]
    #[case::mechanic("HVAC mechanic", "Heating, Ventilation & Cooling Mechanics")]
    #[case::machinist("CNC Machinist", "CNC machining")]
    #[case::driver("HGV Driver", "Heavy Goods Vehicle Drivers")]
    #[case::driver("Lorry driver", "Trucker")]
    #[case::driver("CDL Driver", "Commercial Driver")]
    #[case::chef("Exec. Chef", "Executive Chef")]
    #[case::baker("Head Baker", "Head of Baking")]
    #[case::farmer("Farmer", "Farming")]
    #[case::lawyer("Sr. Attorney", "Senior Lawyer")]
    #[case::accountant("CPA", "Certified Public Accountant")]
    #[case::surveyor("Surveyor", "Surveying")]
    #[case::warehouse("Whse Mgr", "Warehouse Manager")]
    #[case::firefighter("Fireman", "Firefighter")]
    #[case::foreman("Foreman, Welding", "Welder Foreperson")]
    #[case::officer("Lt. Col., Ops", "Lieutenant Colonel Operations")]
    #[case::officer("Capt., Logistics", "Captain (Logistics)")]
    #[case::journalist("Journalist", "Journalism")]
    #[case::librarian("Librarians", "librarian")]
    fn two_ways_of_writing_one_title(#[case] one: &str, #[case] other: &str) {
        assert!(Title::read(one).is_like(&Title::read(other)), "{:?} {:?}", Title::read(one), Title::read(other));
    }

    #[rstest]
    #[case("Nurse", "Senior Nurse")]
    #[case("Vice President", "President")]
    #[case("Software Engineer", "Sales Engineer")]
    #[case("PM", "Project Manager")]
    #[case("PM", "Product Manager")]
    #[case("Director", "Director")]
    #[case("", "")]
    #[case("—", "of the")]
    fn what_is_not_surely_the_same_stays_apart(#[case] one: &str, #[case] other: &str) {
        assert!(!Title::read(one).is_like(&Title::read(other)));
    }

    #[rstest]
    #[case("Patient Safety Officer", "patient safety", "patient safety")]
    #[case("Director, Patient Safety & Quality", "Patient safety", "patient safety")]
    #[case("VP Eng, Platforms", "Vice President of Engineering", "engineering vice president")]
    #[case("SVP Eng", "Vice President of Engineering", "engineering vice president")]
    #[case("CTO & VP Eng", "Vice President of Engineering", "engineering")]
    #[case("Sr Training Coord.", "Training coordinator", "training coordinator")]
    #[case("Director of Product", "Product Manager", "product")]
    #[case::officer("S4 Officer, Captain", "Logistics Manager", "logistics")]
    #[case::officer("Captain, Battalion S1", "Human Resources Manager", "human resources")]
    #[case::officer("Platoon Sergeant, Operations", "Operations Supervisor", "operations")]
    #[case::officer("Colonel, Intelligence", "Director of Intelligence", "intelligence")]
    #[case::welder("Welding Foreman", "Welding Supervisor", "welder")]
    #[case::electrician("Master Electrician", "electrician", "electrician")]
    #[case::teacher("Head of Science Teaching", "Science teacher", "science teacher")]
    #[case::chef("Executive Chef", "chef", "chef")]
    fn a_title_does_what_a_wish_names_in_these_words(#[case] title: &str, #[case] wish: &str, #[case] words: &str) {
        let (title, wish) = (Title::read(title), Title::read(wish));
        assert_eq!(title.fulfils(&wish).map(|agreed| agreed.join(" ")), Some(words.to_owned()));
    }

    #[rstest]
    #[case::a_word_is_missing("Safety Officer", "patient safety")]
    #[case::lower("Product Designer", "Product Manager")]
    #[case::lower("Engineer", "VP Engineering")]
    #[case::beside_it("Executive Assistant to the VP of Engineering", "VP Engineering")]
    #[case::looks_for_them("Software Engineer Recruiter", "Software Engineer")]
    #[case::once("Former VP Eng", "VP Eng")]
    #[case::not_yet("Aspiring Data Analyst", "Data Analyst")]
    #[case::nothing_but_a_standing("Director of Nursing", "Director")]
    #[case::another_trade("Electrical Engineer", "Electrician")]
    #[case::another_trade("Line Cook", "Chef")]
    #[case::another_trade("Joiner", "Carpenter")]
    #[case::learning_it("Apprentice Welder", "Lead Welder")]
    #[case::in_the_ranks("Rifleman, Operations", "Operations Manager")]
    #[case::nothing_at_all("", "")]
    fn a_title_does_not_do_what_a_wish_names(#[case] title: &str, #[case] wish: &str) {
        assert_eq!(Title::read(title).fulfils(&Title::read(wish)), None);
    }

    #[test]
    fn an_assistant_does_what_an_assistant_wishes() {
        assert!(Title::read("Executive Assistant").fulfils(&Title::read("Assistant")).is_some());
    }

    #[test]
    fn the_highest_standing_counts() {
        assert_eq!(Title::read("Founder and Senior Engineer").seniority, Some(Seniority::Chief));
        assert_eq!(Title::read("Nurse").seniority, None);
        assert!(Seniority::Director < Seniority::VicePresident);
        let standing = |text: &str| Title::read(text).standing();
        assert!(standing("Trainee chef") < standing("Chef") && standing("Chef") < standing("Head chef"));
        assert!(standing("Captain") < standing("Colonel") && standing("Colonel") < standing("VP"));
    }

    #[test]
    fn what_both_are_about_is_told_in_words() {
        assert_eq!(Title::read("Charge RN").in_common(&Title::read("Nursing Director")), ["nurse"]);
    }

    proptest::proptest! {
        #[test]
        fn any_text_can_be_read(text in ".{0,60}") {
            let title = Title::read(&text);
            proptest::prop_assert!(title.is_bare() || title.is_like(&title));
        }
    }
}
