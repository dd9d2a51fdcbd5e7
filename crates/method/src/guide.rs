//! The method in a few words: what such conversations are and are not, each step with the way to it, and where each row
//! of the method can be done. Serves every step.
//!
//! The page, `halfhour help method` and `docs/method.md` are written from these values. It quotes no figure and makes no
//! promise.

use serde::Serialize;

/// The method, to be read to the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Guide {
    /// What it comes down to.
    pub opening: &'static str,
    /// What it is.
    pub is: &'static [Point],
    /// What it is not.
    pub is_not: &'static [Point],
    /// The steps, in their order.
    pub steps: &'static [Step],
    /// For whoever hesitates.
    pub uneasy: &'static str,
}

/// One point: a few words, and a sentence or two about them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Point {
    /// The few words.
    pub name: &'static str,
    /// What is meant.
    pub says: &'static str,
}

/// One step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Step {
    /// What is done, in a few words.
    pub name: &'static str,
    /// How, and why.
    pub says: &'static str,
    /// Where.
    pub ways: &'static [Way],
}

/// A page and the command that does the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Way {
    /// What the page is called.
    pub says: &'static str,
    /// The page, as its route is written.
    pub page: &'static str,
    /// The command.
    pub command: &'static str,
}

/// A row of the method, and where it can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Its id, `M1` to `M17`.
    pub id: &'static str,
    /// What it asks for, in our own words.
    pub asks: &'static str,
    /// Where.
    pub ways: &'static [Way],
}

const fn way(says: &'static str, page: &'static str, command: &'static str) -> Way {
    Way { says, page, command }
}

const fn point(name: &'static str, says: &'static str) -> Point {
    Point { name, says }
}

const PEOPLE: Way = way("People", "/people", "halfhour list");
const ADD: Way = way("Add people", "/add", "halfhour list add NAME");
const IMPORT: Way = way("Import", "/import", "halfhour import FILE");
const NEXT: Way = way("Next", "/next", "halfhour next");
const CASE: Way = way("Why you call", "/people/{person}/prepare", "halfhour case PERSON");
const QUESTIONS: Way = way("What you ask", "/people/{person}/prepare", "halfhour questions PERSON");
const ASK: Way = way("The ask", "/people/{person}/prepare", "halfhour ask PERSON");
const CHECK: Way = way("The draft check", "/check", "halfhour check");
const ANSWER: Way = way("Note the answer", "/people/{person}/answer", "halfhour ask answer PERSON accepted");
const SHEET: Way = way("Call sheet", "/people/{person}/sheet", "halfhour sheet PERSON");
const TALK: Way = way("After the call", "/people/{person}/talk", "halfhour conversation PERSON");
const STORY: Way = way("Story", "/story", "halfhour story");
const TODAY: Way = way("Today", "/", "halfhour today");
const WEEK: Way = way("The week", "/week", "halfhour week");
const ORGANIZATIONS: Way = way("Organizations", "/organizations", "halfhour path TARGET");
const OPPORTUNITIES: Way = way("Opportunities", "/opportunities", "halfhour opportunity");
const MOMENTUM: Way = way("Momentum", "/momentum", "halfhour momentum");
const MAP: Way = way("Map", "/map", "halfhour map");
const SHARE: Way = way("A page to share", "/share", "halfhour share");
const CLOSING: Way = way("The end of the search", "/closing", "halfhour closing");
const YOU: Way = way("You", "/me", "halfhour me");

/// The method.
pub const GUIDE: Guide = Guide {
    opening: "Work is found by talking with people, half an hour at a time. Each such talk makes the next one easier.",
    is: &[
        point(
            "Talking with people you respect",
            "They see places, people and turns in the road that you do not see yet.",
        ),
        point("Asking for what they know", "How they got where they are, what they would try, whom they would call."),
        point(
            "Going on from there",
            "An idea to try, a name to call, sometimes a word put in for you. That is how one talk becomes the next.",
        ),
    ],
    is_not: &[
        point("Asking for a job", "Few people have one to give on the day you call. Everybody has a view."),
        point("Asking who is hiring", "That is a question for a notice board. It ends the talk before it has begun."),
        point("Handing over your search", "It stays yours. They lend you half an hour, not their evenings."),
        point("Collecting names", "A name helps once you have called, listened and said thank you."),
    ],
    steps: &[
        Step {
            name: "Make a list",
            says: "People you know and respect, from work, school, family, the team you played in. Whoever comes to \
                   mind. They need not be important, and their line of work need not be yours.",
            ways: &[IMPORT, PEOPLE, ADD],
        },
        Step {
            name: "Choose one",
            says: "Somebody whose judgement you trust, and who has perhaps gone the way that draws you. One is enough.",
            ways: &[NEXT],
        },
        Step {
            name: "Know why you call",
            says: "Say to yourself what the talk is for, and what you would like to know when it is over.",
            ways: &[CASE],
        },
        Step {
            name: "Bring the questions",
            says: "They have the answers, you have the questions. Six to eight fill half an hour. The last one is always the \
                   same: whom else should I talk to?",
            ways: &[QUESTIONS],
        },
        Step {
            name: "Have your story ready",
            says: "What you do best, one thing that shows it, and where you would like to do it next. A minute and a \
                   half, then it is their turn.",
            ways: &[STORY],
        },
        Step {
            name: "Ask for half an hour",
            says: "By voice if you can. Say how you know each other, what you value in them, and that a no is fine.",
            ways: &[ASK, CHECK, ANSWER],
        },
        Step {
            name: "Talk, and listen",
            says: "Mostly listen. Afterwards note in half a minute how far it went, what you learned and whom they named.",
            ways: &[SHEET, TALK],
        },
        Step {
            name: "Follow through",
            says: "Thank them within a day. Do what you promised. Call whom they named, and tell them how it went.",
            ways: &[TODAY],
        },
        Step {
            name: "Go the distance",
            says: "Look up now and then: what came of it, and who led to whom. When you have found what you looked \
                   for, tell everybody who helped.",
            ways: &[MOMENTUM, OPPORTUNITIES],
        },
    ],
    uneasy: "It feels uneasy to nearly everybody at first. So begin small: one person whom you like, one call. And \
             when a talk gives little, nothing is lost. The next person may see what this one did not.",
};

/// Every row of the method.
pub const ROWS: &[Row] = &[
    row("M1", "Say what kind of search it is and where it should go; everything else hangs off that.", &[YOU]),
    row(
        "M2",
        "Find people who are like you in what they can do and what they care about, above all those who have made your move.",
        &[NEXT, PEOPLE],
    ),
    row(
        "M3",
        "Try ideas out on people who see them with fresh eyes, and keep what each talk did to them.",
        &[YOU, TALK, SHEET],
    ),
    row(
        "M4",
        "See for yourself whether it is worth it: which of your opportunities came through people, and through whom.",
        &[OPPORTUNITIES, MOMENTUM],
    ),
    row(
        "M5",
        "Ask somebody you know and respect for a brief meeting, in words that leave them free to say no.",
        &[ASK, ANSWER],
    ),
    row("M6", "Come with questions; nobody is called without them.", &[QUESTIONS, SHEET]),
    row(
        "M7",
        "Make a list of people, and know whom to call next and through whom.",
        &[IMPORT, PEOPLE, ADD, NEXT, ORGANIZATIONS],
    ),
    row("M8", "Know the purpose of each call and what you would like to come of it.", &[CASE]),
    row("M9", "Design questions that fit into half an hour and end with another person.", &[QUESTIONS]),
    row("M10", "Do not ask for a job, nor who is hiring, and do not make the search theirs.", &[CHECK]),
    row(
        "M11",
        "Follow through: place the call, ask, meet, listen, ask for a name, follow through again.",
        &[TODAY, WEEK, TALK],
    ),
    row(
        "M12",
        "It may feel uneasy: take a first step that is small, in a week that you planned yourself.",
        &[TODAY, WEEK, YOU],
    ),
    row("M13", "When one talk gives little, go on to the next person.", &[TALK, NEXT]),
    row("M14", "Relate what you do best to the places where you could do it next.", &[YOU, QUESTIONS, ORGANIZATIONS]),
    row("M15", "Tell your story so that they want to hear more.", &[STORY]),
    row(
        "M16",
        "Notice how far each talk goes, from listening to making a call for you, and how that grows.",
        &[MOMENTUM, TALK, SHARE],
    ),
    row(
        "M17",
        "Go the distance: follow each chain to its end, and tell everybody who helped how it ended.",
        &[MAP, OPPORTUNITIES, CLOSING],
    ),
];

const fn row(id: &'static str, asks: &'static str, ways: &'static [Way]) -> Row {
    Row { id, asks, ways }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_method_is_there_once_with_a_way() {
        let ids: Vec<String> = ROWS.iter().map(|row| row.id.to_owned()).collect();
        let all: Vec<String> = (1..=17).map(|number| format!("M{number}")).collect();
        assert_eq!(ids, all);
        assert!(ROWS.iter().all(|row| !row.ways.is_empty()));
    }

    #[test]
    fn every_way_of_a_row_is_one_of_a_step_or_of_the_whole_search() {
        let whole = ["/me", "/week", "/organizations", "/map", "/share", "/closing"];
        let steps: Vec<&str> = GUIDE.steps.iter().flat_map(|step| step.ways).map(|way| way.command).collect();
        for way in ROWS.iter().flat_map(|row| row.ways) {
            assert!(steps.contains(&way.command) || whole.contains(&way.page), "no step leads to {}", way.page);
        }
    }

    #[test]
    fn it_can_be_read_in_three_minutes() {
        let points = GUIDE.is.iter().chain(GUIDE.is_not).flat_map(|point| [point.name, point.says]);
        let steps = GUIDE.steps.iter().flat_map(|step| [step.name, step.says]);
        let all = points.chain(steps).chain([GUIDE.opening, GUIDE.uneasy]);
        let words: usize = all.map(|text| text.split_whitespace().count()).sum();
        assert!(words < 450, "{words}");
    }
}
