//! Strengths, proofs, roles and organizations as they stand in a sentence. Serves every step that puts them into words.
//! What does not fit ("adaptable", a headline with bars in it) is left out rather than said wrongly.

use super::article::with_article;
use super::everyday::small;
use super::{fold, is_broken, is_shouted, phrase, sentence, tidy, with_its_stop};

/// A strength that can follow "What I do best is"; none when it is a sentence of its own.
pub fn strength(told: &str) -> Option<String> {
    let text = phrase(told)?;
    // "I'm good with people" is what one does with people; after "best is" it would be no English.
    if let Some(with) = GOOD_WITH.iter().find_map(|start| cut_start(&text, start)) {
        return Some(format!("working with {with}"));
    }
    let bare = ["i am good at ", "i'm good at ", "i’m good at ", "good at ", "i can "]
        .iter()
        .find_map(|start| cut_start(&text, start))
        .unwrap_or(&text);
    if is_a_sentence(bare) {
        return None;
    }
    let bare = match cut_start(bare, "i ") {
        Some(rest) if ["am", "have", "was", "had", "like", "love", "think"].contains(&first_word(rest)) => return None,
        Some(rest) => rest,
        None => bare,
    };
    (!is_only_an_adjective(bare)).then(|| small(bare))
}

const GOOD_WITH: &[&str] = &["i am good with ", "i'm good with ", "i’m good with ", "good with ", "being good with "];

/// Whether somebody or something does something in it: "I've always been calm", "people trust me", "my wards are calm".
fn is_a_sentence(text: &str) -> bool {
    const WHO: &[&str] = &["i'm", "i've", "i'd", "i'll", "we", "we're", "we've", "they", "he", "she", "it", "it's"];
    const OTHERS: &[&str] = &["people", "others", "everybody", "everyone", "families", "patients", "customers"];
    let text = text.to_lowercase().replace('’', "'");
    let mut words = text.split(' ');
    let (first, rest) = (words.next().unwrap_or_default(), words.collect::<Vec<_>>());
    let is_of_me = |word: &&str| ["me", "i", "i'm"].contains(word);
    let is = |word: &&str| ["am", "is", "are", "was", "were"].contains(word);
    WHO.contains(&first)
        || (OTHERS.contains(&first) && rest.iter().any(|word| is_of_me(word) || is(word)))
        || (["my", "the"].contains(&first) && rest.iter().any(is))
}

const ADJECTIVE_ENDINGS: &[&str] =
    &["able", "ible", "ful", "ive", "ous", "less", "ized", "ised", "oriented", "driven", "minded", "focused", "ated"];
const ADJECTIVES: &[&str] = &[
    "analytical",
    "calm",
    "flexible",
    "friendly",
    "honest",
    "kind",
    "loyal",
    "patient",
    "punctual",
    "practical",
    "resilient",
    "smart",
    "strong",
];

fn is_only_an_adjective(text: &str) -> bool {
    let text = text.to_lowercase();
    let bare = text.strip_prefix("very ").unwrap_or(&text);
    !bare.contains(' ') && (ADJECTIVES.contains(&bare) || ADJECTIVE_ENDINGS.iter().any(|end| bare.ends_with(end)))
}

/// A proof as a sentence of its own: "I cut falls on the ward by a third."
pub fn proof(told: &str) -> Option<String> {
    let text = told.split_whitespace().collect::<Vec<_>>().join(" ");
    let plain = text.chars().any(char::is_alphabetic)
        && text.chars().count() <= 200
        && !text.contains(['{', '}', '[', ']', '<', '>', '|'])
        && !text.ends_with('?')
        && text.starts_with(|first: char| first.is_alphanumeric() || "\"“'‘£$€".contains(first))
        && !is_broken(&text);
    if !plain {
        return None;
    }
    let first = first_word(&text).to_lowercase();
    let did = DID.contains(&first.as_str()) || (first.len() > 4 && first.ends_with("ed"));
    if did && text.contains(' ') {
        let rest = &text[first_word(&text).len()..];
        return Some(sentence(&format!("I {first}{rest}")));
    }
    Some(sentence(&text))
}

const DID: &[&str] = &[
    "began", "bought", "brought", "built", "caught", "cut", "did", "drew", "drove", "fed", "flew", "fought", "found",
    "gave", "got", "grew", "held", "kept", "led", "lost", "made", "met", "oversaw", "paid", "put", "ran", "rebuilt",
    "rode", "sang", "saw", "sent", "set", "shut", "sold", "spent", "spoke", "stood", "swam", "taught", "threw", "took",
    "went", "won", "wove", "wrote",
];

/// A role as work: "working as a training coordinator", "working in nursing".
pub fn work(role: &str) -> Option<String> {
    Some(match as_role(role) {
        Some(role) => format!("working as {role}"),
        None => format!("working in {}", spoken_role(role)?),
    })
}

/// A role with its article, when it is what one person can be: "a training coordinator".
pub fn as_role(role: &str) -> Option<String> {
    let role = spoken_role(role)?;
    let head =
        role.split(' ').position(|word| ["of", "for", "in", "at", "with", "to"].contains(&word)).unwrap_or(usize::MAX);
    let last = role.split(' ').take(head).last()?.to_lowercase();
    if last.ends_with("ing") || fold(&last).is_empty() {
        return None;
    }
    let plural = last.ends_with('s') && !["ss", "us", "is"].iter().any(|end| last.ends_with(end));
    if !plural {
        return Some(with_article(&role));
    }
    let people = ["ers", "ors", "ists", "ants", "ians", "eers", "nurses"];
    let whole = head == usize::MAX && people.iter().any(|end| last.ends_with(end));
    whole.then(|| with_article(&role[..role.len() - 1]))
}

fn spoken_role(told: &str) -> Option<String> {
    let role = in_small(phrase(told)?);
    let role = role.split('(').next().unwrap_or_default();
    let role = role.replace('/', " or ").replace('&', "and");
    let role = phrase(&role)?;
    let bare = ["a ", "an "].iter().find_map(|start| cut_start(&role, start)).unwrap_or(&role);
    Some(with_its_stop(small(bare), told))
}

/// A field of work: "patient safety".
pub fn field(told: &str) -> Option<String> {
    phrase(told).map(|field| small(&field.replace('&', "and")))
}

/// Words that stand in an organization's place and name none.
const NO_ORGANIZATION: &[&str] = &[
    "self employed",
    "self",
    "selfemployed",
    "freelance",
    "freelancer",
    "independent",
    "retired",
    "none",
    "n a",
    "na",
    "unemployed",
    "student",
    "various",
    "confidential",
    "open to work",
    "career break",
    "home",
    "stealth",
    "stealth startup",
    "sabbatical",
    "looking",
    "seeking new opportunities",
    "private",
    "consultant",
];

const WITH_THE: &[&str] = &[
    "department of",
    "university of",
    "ministry of",
    "office of",
    "us army",
    "us navy",
    "us air force",
    "us marine corps",
    "us coast guard",
    "u s",
    "united states",
    "royal navy",
    "royal air force",
    "british army",
    "army national guard",
    "county of",
    "city of",
];

/// Last words that make a name one with an article: "the Environment Agency".
const OFFICES: &[&str] =
    &["office", "department", "agency", "authority", "bureau", "commission", "foundation", "museum", "ministry"];

/// An organization that can follow "at" or "understand": "Mercy Health", "the University of Leeds".
pub fn organization(told: &str) -> Option<String> {
    let name = tidy(told)?;
    let plain = fold(&name);
    if NO_ORGANIZATION.contains(&plain.as_str()) || plain.is_empty() {
        return None;
    }
    let office = OFFICES.iter().any(|end| plain.ends_with(&format!(" {end}")));
    let the = office && !plain.starts_with("the ")
        || WITH_THE.iter().any(|start| plain == *start || plain.starts_with(&format!("{start} ")));
    Some(if the { format!("the {name}") } else { name })
}

/// A title that can follow "as" without an article: "Director of Nursing". A headline gives none.
pub fn title(told: &str) -> Option<String> {
    let title = in_small(phrase(told)?);
    let plain = fold(&title);
    let short = title.chars().count() <= 60 && !title.contains([',', '•', '·']);
    let real = !plain.contains("looking") && !plain.contains("seeking") && !plain.contains(" at ");
    (short && real).then(|| with_its_stop(title.replace('&', "and"), told))
}

/// Work that is written in nothing but capitals, in small letters; its short forms stay: "IT manager".
fn in_small(work: String) -> String {
    if !work.split(' ').any(|word| is_shouted(word, 3)) || !is_shouted(&work, 3) {
        return work;
    }
    let small =
        |word: &str| !(2..=3).contains(&word.len()) || ["OF", "AND", "FOR", "THE", "IN", "AT", "TO"].contains(&word);
    let words = work.split(' ').map(|word| if small(word) { word.to_lowercase() } else { word.to_owned() });
    words.collect::<Vec<_>>().join(" ")
}

fn first_word(text: &str) -> &str {
    text.split(' ').next().unwrap_or_default()
}

/// The rest after a beginning that is compared without regard to case.
fn cut_start<'a>(text: &'a str, start: &str) -> Option<&'a str> {
    let head = text.get(..start.len())?;
    head.eq_ignore_ascii_case(start).then(|| &text[start.len()..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("calming a busy ward", Some("calming a busy ward"))]
    #[case("Project Management", Some("project management"))]
    #[case("I'm good at explaining hard things", Some("explaining hard things"))]
    #[case("I calm busy wards", Some("calm busy wards"))]
    #[case("I am patient", None)]
    #[case("i am patient", None)]
    #[case("I'm good with people", Some("working with people"))]
    #[case("I’m a calm person", None)]
    #[case("people trust me", None)]
    #[case("my wards are calm", None)]
    #[case("people management", Some("people management"))]
    #[case("adaptable", None)]
    #[case("detail-oriented", None)]
    #[case("Python", Some("Python"))]
    fn a_strength_follows_what_i_do_best(#[case] told: &str, #[case] said: Option<&str>) {
        assert_eq!(strength(told).as_deref(), said);
    }

    #[rstest::rstest]
    #[case("cut falls on the ward by a third", Some("I cut falls on the ward by a third."))]
    #[case("Reduced scrap by 12%.", Some("I reduced scrap by 12%."))]
    #[case("threw away half as much", Some("I threw away half as much."))]
    #[case("Falls on my ward went down by a third", Some("Falls on my ward went down by a third."))]
    #[case("We opened on time. Nobody was hurt.", Some("We opened on time. Nobody was hurt."))]
    #[case("", None)]
    fn a_proof_is_a_sentence(#[case] told: &str, #[case] said: Option<&str>) {
        assert_eq!(proof(told).as_deref(), said);
    }

    #[rstest::rstest]
    #[case("training coordinator", "working as a training coordinator")]
    #[case("engineer", "working as an engineer")]
    #[case("Training Coordinators", "working as a training coordinator")]
    #[case("nurse/trainer", "working as a nurse or trainer")]
    #[case("head of operations", "working as a head of operations")]
    #[case("nursing", "working in nursing")]
    #[case("operations", "working in operations")]
    #[case("an inspector", "working as an inspector")]
    #[case("Analyst (remote)", "working as an analyst")]
    #[case("IT MANAGER", "working as an IT manager")]
    #[case("TIG Welder", "working as a TIG welder")]
    #[case("M.D.", "working as an M.D.")]
    #[case("M.D", "working as an M.D")]
    #[case("welder.", "working as a welder")]
    fn a_role_is_said_as_work(#[case] role: &str, #[case] said: &str) {
        assert_eq!(work(role).as_deref(), Some(said));
    }

    #[rstest::rstest]
    #[case("Mercy Health", Some("Mercy Health"))]
    #[case("University of Leeds", Some("the University of Leeds"))]
    #[case("Environment Agency", Some("the Environment Agency"))]
    #[case("The Home Office", Some("The Home Office"))]
    #[case("Self-employed", None)]
    #[case("N/A", None)]
    #[case("St. Mary's", Some("St. Mary's"))]
    fn an_organization_is_a_real_one(#[case] told: &str, #[case] said: Option<&str>) {
        assert_eq!(organization(told).as_deref(), said);
    }

    #[rstest::rstest]
    #[case("Director of Nursing", Some("Director of Nursing"))]
    #[case("SENIOR WELDER", Some("senior welder"))]
    #[case("VP OF SALES", Some("VP of sales"))]
    #[case("CEO", Some("CEO"))]
    #[case("Chief of Surgery, M.D.", None)]
    #[case("M.D.", Some("M.D."))]
    #[case("Attending Ph.D.", Some("Attending Ph.D."))]
    #[case("Welder.", Some("Welder"))]
    #[case("RN | Mother | Dreamer", None)]
    #[case("Helping teams win, one day at a time", None)]
    #[case("Looking for new opportunities", None)]
    fn a_headline_is_no_title(#[case] told: &str, #[case] said: Option<&str>) {
        assert_eq!(title(told).as_deref(), said);
    }
}
