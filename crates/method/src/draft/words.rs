//! Words as they are meant: lower case, without accents, contractions and texting written out, slips of spelling mended.
//!
//! Serves the draft check, so that its rules can be written in plain English once. It refuses to correct what it does
//! not need: only words that a rule looks for are mended.

use std::sync::LazyLock;

use super::tables::Table;
use super::verbs::{Form, verb};

/// The plain words that one written word stands for; usually one.
pub fn plain_words(written: &str) -> Vec<String> {
    let word = fold(written);
    if let Some(meant) = SHORT.get(word.as_str())
        && !(word == "id" && written.chars().all(char::is_uppercase))
    {
        return meant.split(' ').map(str::to_owned).collect();
    }
    if let Some(parts) = contraction(&word) {
        return parts;
    }
    if word.len() > 4 && word.ends_with("in'") {
        return vec![format!("{}g", word.trim_end_matches('\''))];
    }
    let word = word.trim_matches('\'');
    if let Some(full) = clipped(word) {
        return vec![full];
    }
    vec![mended(word)]
}

/// *hirin* for *hiring*.
fn clipped(word: &str) -> Option<String> {
    let full = format!("{}g", word.strip_suffix("in").map(|_| word)?);
    let known = verb(word).is_none() && verb(&full).is_some_and(|(_, form)| form == Form::Ing);
    known.then_some(full)
}

/// Lower case, ASCII, straight apostrophes.
fn fold(written: &str) -> String {
    if written.is_ascii() {
        return written.to_ascii_lowercase();
    }
    let straight = written.replace(['\u{2019}', '\u{2018}', '\u{02BC}', '\u{B4}', '`'], "'");
    any_ascii::any_ascii(&straight).to_ascii_lowercase()
}

/// Words after which `'s` means *is*; after all others it means *of*.
const BEFORE_IS: &[&str] = &[
    "it", "that", "there", "what", "who", "where", "how", "here", "he", "she", "anyone", "anybody", "someone",
    "somebody", "everyone", "when", "why", "name", "which", "nobody",
];

fn contraction(word: &str) -> Option<Vec<String>> {
    let (stem, tail) = word.rsplit_once('\'')?;
    if let Some(verb) = word.strip_suffix("n't") {
        let verb = match verb {
            "ca" => "can",
            "wo" => "will",
            "sha" => "shall",
            other => other,
        };
        return Some(vec![verb.to_owned(), "not".to_owned()]);
    }
    let tail = match tail {
        "m" => "am",
        "re" => "are",
        "ve" => "have",
        "ll" => "will",
        "d" => "would",
        "s" if stem == "let" => "us",
        "s" if BEFORE_IS.contains(&stem) => "is",
        "s" => "'s",
        _ => return None,
    };
    let mut parts = plain_words(stem);
    parts.push(tail.to_owned());
    Some(parts)
}

/// Texting, words run together, and the short forms of several Englishes.
static SHORT: LazyLock<Table<&'static str, &'static str>> = LazyLock::new(|| SHORT_FORMS.iter().copied().collect());

const SHORT_FORMS: &[(&str, &str)] = &[
    ("im", "i am"),
    ("ive", "i have"),
    ("id", "i would"),
    ("dont", "do not"),
    ("didnt", "did not"),
    ("doesnt", "does not"),
    ("cant", "can not"),
    ("cannot", "can not"),
    ("wont", "will not"),
    ("wouldnt", "would not"),
    ("couldnt", "could not"),
    ("shouldnt", "should not"),
    ("isnt", "is not"),
    ("arent", "are not"),
    ("wasnt", "was not"),
    ("havent", "have not"),
    ("hasnt", "has not"),
    ("youre", "you are"),
    ("youve", "you have"),
    ("youd", "you would"),
    ("youll", "you will"),
    ("theyre", "they are"),
    ("theres", "there is"),
    ("whos", "who is"),
    ("whats", "what is"),
    ("thats", "that is"),
    ("thatd", "that would"),
    ("hes", "he is"),
    ("shes", "she is"),
    ("u", "you"),
    ("ya", "you"),
    ("yall", "you"),
    ("y'all", "you"),
    ("youse", "you"),
    ("yous", "you"),
    ("ur", "your"),
    ("ye", "you"),
    ("gie", "give"),
    ("tel", "tell"),
    ("oppty", "opportunity"),
    ("exp", "experience"),
    ("asap", "asap"),
    ("w", "with"),
    ("rn", "now"),
    ("bc", "because"),
    ("cos", "because"),
    ("cuz", "because"),
    ("wat", "what"),
    ("wen", "when"),
    ("hw", "how"),
    ("gud", "good"),
    ("msg", "message"),
    ("mssg", "message"),
    ("thru", "through"),
    ("tho", "though"),
    ("ref", "ref"),
    ("recco", "recommendation"),
    ("rec", "recommendation"),
    ("summat", "something"),
    ("yer", "your"),
    ("yur", "your"),
    ("urself", "yourself"),
    ("sm1", "someone"),
    ("noone", "nobody"),
    ("favour", "favor"),
    ("favours", "favors"),
    ("honour", "honor"),
    ("grateful", "grateful"),
    ("gratefull", "grateful"),
    ("greatful", "grateful"),
    ("whether", "whether"),
    ("wether", "whether"),
    ("yr", "your"),
    ("r", "are"),
    ("ru", "are you"),
    ("pls", "please"),
    ("plz", "please"),
    ("plse", "please"),
    ("plss", "please"),
    ("pleas", "please"),
    ("abt", "about"),
    ("lmk", "let me know"),
    ("hmu", "let me know"),
    ("thx", "thanks"),
    ("tnx", "thanks"),
    ("thnx", "thanks"),
    ("wanna", "want to"),
    ("gonna", "going to"),
    ("gotta", "have to"),
    ("lemme", "let me"),
    ("gimme", "give me"),
    ("dunno", "do not know"),
    ("any1", "anyone"),
    ("some1", "someone"),
    ("sum1", "someone"),
    ("ppl", "people"),
    ("wud", "would"),
    ("wld", "would"),
    ("cud", "could"),
    ("cld", "could"),
    ("shud", "should"),
    ("hav", "have"),
    ("knw", "know"),
    ("kno", "know"),
    ("anythin", "anything"),
    ("somethin", "something"),
    ("sth", "something"),
    ("n", "and"),
    ("wk", "week"),
    ("wks", "weeks"),
    ("coy", "company"),
    ("jd", "job description"),
    ("dept", "department"),
    ("mgr", "manager"),
    ("dis", "this"),
    ("da", "the"),
    ("incase", "in case"),
    ("organisation", "organization"),
    ("organisations", "organizations"),
    ("organise", "organize"),
    ("programme", "program"),
    ("bio-data", "biodata"),
    ("hireing", "hiring"),
    ("hirring", "hiring"),
    ("recieve", "receive"),
    ("sombody", "somebody"),
    ("sumthing", "something"),
    ("anyting", "anything"),
    ("owt", "anything"),
    ("nowt", "nothing"),
];

/// Words that the rules live on and that are often misspelt.
const MENDED: &[&str] = &[
    "vacancy",
    "vacancies",
    "opening",
    "openings",
    "position",
    "positions",
    "resume",
    "interview",
    "interviews",
    "recommend",
    "recommendation",
    "referral",
    "opportunity",
    "opportunities",
    "recruiting",
    "recruiter",
    "recruitment",
    "employment",
    "company",
    "companies",
    "organization",
    "consider",
    "application",
    "internship",
    "forward",
    "someone",
    "anyone",
    "anything",
    "something",
    "available",
    "manager",
    "colleagues",
    "appreciate",
    "appreciated",
    "desperate",
    "introduce",
    "department",
    "assistance",
    "employ",
];

/// Words that look like a slip of one of those and are none.
const SOUND: &[&str] = &[
    "comply",
    "petition",
    "presume",
    "resumed",
    "resumes",
    "forwards",
    "positions",
    "employs",
    "employer",
    "employee",
];

fn mended(word: &str) -> String {
    if word.len() < 6 || word.len() > 16 || SOUND.contains(&word) {
        return word.to_owned();
    }
    let near =
        |right: &&&str| right.as_bytes().first() == word.as_bytes().first() && right.len().abs_diff(word.len()) <= 1;
    let grown = |right: &str| word.strip_prefix(right).is_some_and(|end| end.len() <= 1);
    let mut slip = None;
    for right in MENDED.iter().filter(near) {
        if grown(right) {
            return word.to_owned();
        }
        if slip.is_none() && strsim::osa_distance(right, word) == 1 {
            slip = Some(right);
        }
    }
    slip.map_or_else(|| word.to_owned(), |right| (*right).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(written: &str, plain: &str) {
        assert_eq!(plain_words(written).join(" "), plain);
    }

    #[test]
    fn words_are_written_out() {
        check("I’m", "i am");
        check("don't", "do not");
        check("can’t", "can not");
        check("who's", "who is");
        check("company's", "company 's");
        check("résumé", "resume");
        check("U", "you");
        check("ID", "id");
        check("lookin'", "looking");
    }

    #[test]
    fn slips_are_mended_and_other_words_left() {
        check("vacency", "vacancy");
        check("Oppening", "opening");
        check("recomend", "recommend");
        check("opportunites", "opportunities");
        check("hiking", "hiking");
        check("comply", "comply");
        check("contract", "contract");
    }
}
