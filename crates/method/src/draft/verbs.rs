//! The verbs that the rules look for, and which form of them stands in a text.
//!
//! Serves the draft check: *pass my résumé on* is asked of somebody, *passed* was done, *passing* depends on what stands
//! before it. It refuses to be a dictionary; a verb that no rule needs has no form.

use std::sync::LazyLock;

use super::tables::Table;

/// The form in which a verb stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// *pass*
    Plain,
    /// *passes*
    Third,
    /// *passing*
    Ing,
    /// *passed*
    Past,
}

/// The verb behind a word and the form in which it stands, if a rule knows the verb.
pub fn verb(word: &str) -> Option<(&'static str, Form)> {
    FORMS.get(word).copied()
}

static FORMS: LazyLock<Table<String, (&'static str, Form)>> = LazyLock::new(|| {
    let mut forms = Table::default();
    for plain in REGULAR.split_whitespace() {
        forms.insert(regular(plain, "ing"), (plain, Form::Ing));
        forms.insert(regular(plain, "ed"), (plain, Form::Past));
        forms.insert(third(plain), (plain, Form::Third));
    }
    for row in IRREGULAR {
        let mut words = row.split_whitespace();
        let (Some(plain), Some(ing)) = (words.next(), words.next()) else {
            continue;
        };
        forms.insert(ing.to_owned(), (plain, Form::Ing));
        forms.insert(third(plain), (plain, Form::Third));
        for past in words {
            forms.insert(past.to_owned(), (plain, Form::Past));
        }
    }
    let irregular = IRREGULAR.iter().filter_map(|row| row.split_whitespace().next());
    for plain in REGULAR.split_whitespace().chain(irregular) {
        forms.insert(plain.to_owned(), (plain, Form::Plain));
    }
    forms
});

fn regular(plain: &str, ending: &str) -> String {
    match plain.strip_suffix('e') {
        Some(stem) => format!("{stem}{ending}"),
        None if ending == "ed" && ends_in_consonant_y(plain) => {
            format!("{}ied", plain.trim_end_matches('y'))
        }
        None => format!("{plain}{ending}"),
    }
}

fn third(plain: &str) -> String {
    match plain {
        "have" => "has".to_owned(),
        _ if ["s", "sh", "ch", "x", "o"].iter().any(|end| plain.ends_with(end)) => {
            format!("{plain}es")
        }
        _ if ends_in_consonant_y(plain) => format!("{}ies", plain.trim_end_matches('y')),
        _ => format!("{plain}s"),
    }
}

fn ends_in_consonant_y(plain: &str) -> bool {
    plain.ends_with('y') && !["ay", "ey", "oy", "uy"].iter().any(|end| plain.ends_with(end))
}

const REGULAR: &str = "ask offer land arrange organize secure provide hire employ recruit appoint engage pass forward \
    share hand deliver circulate push recommend endorse nominate sponsor consider shortlist interview introduce connect link talk \
    mention vouch notice learn remember help assist support review check look proofread critique edit correct revise update fix polish \
    improve list compile save plead work join apply accept fit squeeze pull use call reply respond answer hurry act rescue count \
    rely depend disappoint ignore inform notify ping text message email shout alert advise guide float walk show upload attach \
    enclose want need wish hope love like wonder try start mind appreciate search open fill expand add require wait starve \
    survive owe promise turn reach place manage endeavor process approve select score sort facilitate create present point direct \
    tailor glance post repost boost prepare scroll comb scout enquire inquire follow contact approach suggest invite persuade convince \
    nudge chase urge request implore appeal trust expect prefer allow agree care arise crop become cross encounter stumble contribute \
    serve obtain gain receive discuss pay afford warn hook tweak highlight bother phone mail rate audit screen pity assure absorb fast raise intimate conduct initiate generate file log solicit propose endorse move explore investigate solve chip lend bump expedite route relay carry champion back accommodate settle induct smuggle sneak \
    wangle line trouble steer vet retweet retain furnish supply advertise post start employ enlist onboard contract sign appoint elect rank rewrite mark annotate jot note gather collect cram replace backfill resource borrow raid crew staff audition canvass trawl dedicate devote commend tolerate deploy train whisper countersign tap grant honor honour regret guarantee pencil tag list test comment repeat boost prod pester remind rehearse drill fund lift lean rest settle rescue spare abandon permit sanction phone gie trust star draft line stick shove squeeze wave swing nod rate grade assess interpret hand back champion train deploy allocate assign post roster schedule book fasten escort usher pilot steer thank greet value owe secure attend insert include list register enrol enroll log sign praise sell pitch plead lobby campaign advocate argue confirm clarify explain describe discuss clear reserve save favor favour ride begin complete answer assist hurry treat print format translate convert design build mail circle tick mentor coach research happen step open brainstorm wangle";

const IRREGULAR: &[&str] = &[
    "get getting got gotten",
    "give giving gave given",
    "find finding found",
    "take taking took taken",
    "bring bringing brought",
    "put putting",
    "send sending sent",
    "submit submitting submitted",
    "drop dropping dropped",
    "refer referring referred",
    "speak speaking spoke spoken",
    "have having had",
    "chat chatting chatted",
    "tell telling told",
    "let letting",
    "keep keeping kept",
    "bear bearing bore borne",
    "hold holding held",
    "hear hearing heard",
    "see seeing saw seen",
    "come coming came",
    "know knowing knew known",
    "spot spotting spotted",
    "think thinking thought",
    "go going went gone",
    "read reading",
    "rewrite rewriting rewrote rewritten",
    "make making made",
    "write writing wrote written",
    "draw drawing drew drawn",
    "beg begging begged",
    "do doing did done",
    "slot slotting slotted",
    "forget forgetting forgot forgotten",
    "spread spreading",
    "shop shopping shopped",
    "seek seeking sought",
    "grow growing grew grown",
    "run running ran",
    "lose losing lost",
    "feed feeding fed",
    "leave leaving left",
    "say saying said",
    "choose choosing chose chosen",
    "pick picking picked",
    "pop popping popped",
    "dig digging dug",
    "cast casting",
    "meet meeting met",
    "throw throwing threw thrown",
    "redo redoing redid redone",
    "plug plugging plugged",
    "scan scanning scanned",
    "catch catching caught",
    "buy buying bought",
    "flag flagging flagged",
    "slip slipping slipped",
    "tip tipping tipped",
    "trim trimming trimmed",
    "stop stopping stopped",
    "transfer transferring transferred",
    "ring ringing rang rung",
    "bend bending bent",
    "shoot shooting shot",
    "slide sliding slid",
    "set setting",
    "plan planning planned",
    "sing singing sang sung",
    "swing swinging swung",
    "win winning won",
    "catch catching caught",
    "fill filling filled",
    "begin beginning began begun",
    "steal stealing stole stolen",
    "be being been",
    "spend spending spent",
    "sneak sneaking snuck",
    "stick sticking stuck",
    "ride riding rode ridden",
    "lend lending lent",
    "sell selling sold",
    "nod nodding nodded",
    "edit editing edited",
    "lend lending lent",
    "wave waving waved",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, plain: &str, form: Form) {
        assert_eq!(verb(word), Some((plain, form)), "{word}");
    }

    #[test]
    fn forms_are_told_apart() {
        check("passes", "pass", Form::Third);
        check("hiring", "hire", Form::Ing);
        check("relied", "rely", Form::Past);
        check("kept", "keep", Form::Past);
        check("put", "put", Form::Plain);
        check("referring", "refer", Form::Ing);
        assert_eq!(verb("sandwich"), None);
    }
}
