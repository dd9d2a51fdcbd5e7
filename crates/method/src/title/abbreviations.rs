//! Abbreviations of titles written out, and one form for words that mean one kind of work.
//!
//! What means several things is left as it stands: PM, PA, MD, SE, tech, admin.

/// The words that a word stands for; none when it stands for itself.
pub(super) fn written_out(word: &str) -> Option<&'static [&'static str]> {
    // Most words of most titles are longer than any abbreviation.
    if word.len() <= LONGEST { standing(word).or_else(|| trade(word)).or_else(|| form(word)) } else { form(word) }
}

const LONGEST: usize = 5;

fn standing(word: &str) -> Option<&'static [&'static str]> {
    Some(match word {
        "jr" => &["junior"],
        "sr" | "snr" => &["senior"],
        "mgr" | "mngr" => &["manager"],
        "supv" | "supvr" | "supr" => &["supervisor"],
        "dir" => &["director"],
        "vp" => &["vice", "president"],
        "svp" => &["senior", "vice", "president"],
        "evp" => &["executive", "vice", "president"],
        "avp" => &["associate", "vice", "president"],
        "pres" => &["president"],
        "gm" => &["general", "manager"],
        "exec" => &["executive"],
        "asst" => &["assistant"],
        "assoc" => &["associate"],
        "coord" => &["coordinator"],
        "rep" => &["representative"],
        // Chiefs
        "ceo" => &["chief", "executive", "officer"],
        "cfo" => &["chief", "finance", "officer"],
        "coo" => &["chief", "operations", "officer"],
        "cto" => &["chief", "technology", "officer"],
        "cio" => &["chief", "information", "officer"],
        "cmo" => &["chief", "marketing", "officer"],
        "cno" => &["chief", "nurse", "officer"],
        "chro" => &["chief", "human", "resources", "officer"],
        "cpo" => &["chief", "product", "officer"],
        "ciso" => &["chief", "information", "security", "officer"],
        _ => return None,
    })
}

fn trade(word: &str) -> Option<&'static [&'static str]> {
    health(word).or_else(|| technology(word)).or_else(|| business(word)).or_else(|| hands(word))
}

fn health(word: &str) -> Option<&'static [&'static str]> {
    Some(match word {
        "rn" => &["registered", "nurse"],
        "np" => &["nurse", "practitioner"],
        "aprn" => &["advanced", "practice", "registered", "nurse"],
        "crna" => &["certified", "registered", "nurse", "anesthetist"],
        "lpn" => &["licensed", "practical", "nurse"],
        "lvn" => &["licensed", "vocational", "nurse"],
        "cna" => &["certified", "nurse", "assistant"],
        "hca" => &["healthcare", "assistant"],
        "emt" => &["emergency", "medical", "technician"],
        "icu" => &["intensive", "care"],
        "slp" => &["speech", "language", "pathologist"],
        "lcsw" => &["licensed", "clinical", "social", "worker"],
        _ => return None,
    })
}

fn technology(word: &str) -> Option<&'static [&'static str]> {
    Some(match word {
        "eng" | "engr" => &["engineering"],
        "swe" | "sde" => &["software", "engineering"],
        "dev" => &["developer"],
        "qa" => &["quality", "assurance"],
        "ux" => &["user", "experience"],
        "ui" => &["user", "interface"],
        "it" => &["information", "technology"],
        "ml" => &["machine", "learning"],
        "ai" => &["artificial", "intelligence"],
        "bi" => &["business", "intelligence"],
        "dba" => &["database", "administrator"],
        "sre" => &["site", "reliability", "engineering"],
        _ => return None,
    })
}

fn business(word: &str) -> Option<&'static [&'static str]> {
    Some(match word {
        "hr" => &["human", "resources"],
        "pr" => &["public", "relations"],
        "acct" => &["account"],
        "cpa" => &["certified", "public", "accounting"],
        "biz" => &["business"],
        "bd" => &["business", "development"],
        "bdr" => &["business", "development", "representative"],
        "sdr" => &["sales", "development", "representative"],
        "reps" => &["representative"],
        "mktg" => &["marketing"],
        "mgmt" => &["management"],
        "ops" => &["operations"],
        "comms" => &["communications"],
        "mfg" => &["manufacturing"],
        "csm" => &["customer", "success", "manager"],
        "scm" => &["supply", "chain", "management"],
        "whse" => &["warehouse"],
        "intl" => &["international"],
        "natl" => &["national"],
        "govt" => &["government"],
        _ => return None,
    })
}

/// Work with the hands, on the road, and in uniform. A rank is a standing; the staff of a unit is named by what it does.
fn hands(word: &str) -> Option<&'static [&'static str]> {
    Some(match word {
        "hgv" => &["heavy", "goods", "vehicle"],
        "cdl" => &["commercial", "driver"],
        "lorry" => &["truck"],
        "hvac" => &["heating", "ventilation", "cooling"],
        "sgt" => &["sergeant"],
        "lt" => &["lieutenant"],
        "cpt" | "capt" => &["captain"],
        "cdr" => &["commander"],
        "col" => &["colonel"],
        "ltc" => &["lieutenant", "colonel"],
        "nco" => &["sergeant"],
        "s1" => &["human", "resources"],
        "s2" => &["intelligence"],
        "s3" => &["operations"],
        "s4" => &["logistics"],
        "s6" => &["information", "technology"],
        _ => return None,
    })
}

/// The doer, the doing and the plural, in one form.
fn form(word: &str) -> Option<&'static [&'static str]> {
    office_form(word).or_else(|| care_form(word)).or_else(|| craft_form(word))
}

fn office_form(word: &str) -> Option<&'static [&'static str]> {
    Some(match word {
        "engineer" | "engineers" => &["engineering"],
        "designer" | "designers" => &["design"],
        "developers" => &["developer"],
        "analysts" | "analytics" | "analysis" => &["analyst"],
        "accountant" | "accountants" => &["accounting"],
        "bookkeepers" | "bookkeeping" => &["bookkeeper"],
        "comptroller" => &["controller"],
        "financial" => &["finance"],
        "operating" | "operation" => &["operations"],
        "consultant" | "consultants" => &["consulting"],
        "researcher" | "researchers" => &["research"],
        "scientists" => &["scientist"],
        "writer" | "writers" => &["writing"],
        "editors" => &["editor"],
        "journalists" | "journalism" => &["journalist"],
        "coordination" | "coordinators" => &["coordinator"],
        "planner" | "planners" => &["planning"],
        "buyer" | "purchaser" => &["purchasing"],
        "attorney" | "attorneys" | "lawyers" | "solicitor" | "solicitors" => &["lawyer"],
        "technologies" => &["technology"],
        "cofounder" => &["founder"],
        "programme" => &["program"],
        "logistician" | "logistical" => &["logistics"],
        _ => return None,
    })
}

fn care_form(word: &str) -> Option<&'static [&'static str]> {
    Some(match word {
        "nurses" | "nursing" => &["nurse"],
        "physician" | "physicians" | "doctors" => &["doctor"],
        "paramedics" => &["paramedic"],
        "pharmacists" => &["pharmacist"],
        "therapists" | "therapy" => &["therapist"],
        "physiotherapist" | "physiotherapists" | "physio" => &["physical", "therapist"],
        "counsellor" | "counsellors" | "counselors" | "counseling" | "counselling" => &["counselor"],
        "trainer" | "trainers" => &["training"],
        "teachers" | "teaching" => &["teacher"],
        "headteacher" | "headmaster" | "headmistress" => &["head", "teacher"],
        "lecturers" => &["lecturer"],
        "educator" | "educators" | "educational" => &["education"],
        "librarians" => &["librarian"],
        _ => return None,
    })
}

fn craft_form(word: &str) -> Option<&'static [&'static str]> {
    Some(match word {
        "welders" | "welding" => &["welder"],
        "electricians" => &["electrician"],
        "plumbers" | "plumbing" => &["plumber"],
        "carpenters" | "carpentry" => &["carpenter"],
        "joiners" | "joinery" => &["joiner"],
        "mechanics" => &["mechanic"],
        "machinists" | "machining" => &["machinist"],
        "surveyors" | "surveying" => &["surveyor"],
        "drivers" | "driving" => &["driver"],
        "trucker" | "truckers" => &["truck", "driver"],
        "chefs" => &["chef"],
        "cooks" => &["cook"],
        "bakers" | "baking" => &["baker"],
        "cashiers" => &["cashier"],
        "farmers" | "farming" => &["farmer"],
        "foremen" | "forewoman" | "foreperson" => &["foreman"],
        "firefighters" | "firefighting" | "fireman" => &["firefighter"],
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_out_stands_for_itself() {
        for word in [
            "vp",
            "svp",
            "cfo",
            "rn",
            "swe",
            "qa",
            "hr",
            "engineer",
            "nursing",
            "cofounder",
            "crna",
            "cpa",
            "ltc",
            "cdl",
            "trucker",
            "headteacher",
            "physio",
            "s4",
            "foremen",
        ] {
            for full in written_out(word).unwrap() {
                assert_eq!(written_out(full), None, "{word}: {full}");
            }
        }
    }

    #[test]
    fn what_means_several_things_is_left_alone() {
        for word in ["pm", "pa", "md", "se", "tech", "admin", ""] {
            assert_eq!(written_out(word), None, "{word}");
        }
    }
}
