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
    Some(match word {
        // Health
        "rn" => &["registered", "nurse"],
        "np" => &["nurse", "practitioner"],
        "lpn" => &["licensed", "practical", "nurse"],
        "cna" => &["certified", "nurse", "assistant"],
        "emt" => &["emergency", "medical", "technician"],
        "icu" => &["intensive", "care"],
        // Technology
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
        // Business
        "hr" => &["human", "resources"],
        "pr" => &["public", "relations"],
        "acct" => &["account"],
        "biz" => &["business"],
        "bd" => &["business", "development"],
        "mktg" => &["marketing"],
        "mgmt" => &["management"],
        "ops" => &["operations"],
        "comms" => &["communications"],
        "mfg" => &["manufacturing"],
        "csm" => &["customer", "success", "manager"],
        "intl" => &["international"],
        "natl" => &["national"],
        "govt" => &["government"],
        _ => return None,
    })
}

/// The doer, the doing and the plural, in one form.
fn form(word: &str) -> Option<&'static [&'static str]> {
    Some(match word {
        "engineer" | "engineers" => &["engineering"],
        "nurses" | "nursing" => &["nurse"],
        "designer" | "designers" => &["design"],
        "developers" => &["developer"],
        "analysts" | "analytics" | "analysis" => &["analyst"],
        "accountant" | "accountants" => &["accounting"],
        "financial" => &["finance"],
        "operating" | "operation" => &["operations"],
        "consultant" | "consultants" => &["consulting"],
        "trainer" | "trainers" => &["training"],
        "teachers" | "teaching" => &["teacher"],
        "educator" | "educational" => &["education"],
        "researcher" | "researchers" => &["research"],
        "writer" | "writers" => &["writing"],
        "editors" => &["editor"],
        "coordination" => &["coordinator"],
        "planner" | "planners" => &["planning"],
        "buyer" | "purchaser" => &["purchasing"],
        "attorney" => &["lawyer"],
        "physician" | "physicians" => &["doctor"],
        "technologies" => &["technology"],
        "cofounder" => &["founder"],
        "programme" => &["program"],
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_out_stands_for_itself() {
        for word in ["vp", "svp", "cfo", "rn", "swe", "qa", "hr", "engineer", "nursing", "cofounder"] {
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
