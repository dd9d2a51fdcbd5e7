//! Standing watch: an eye kept out, a mind kept in, a word when something comes up.
//!
//! Serves `makes_it_their_problem`. It refuses to mind one question about now; that asks who is hiring.

use super::ONE_PERSON;
use crate::draft::asking::When::{Asked, Said};
use crate::draft::rules::Ask;

/// The phrases and how they have to be meant.
pub const ASKS: &[Ask] = &[
    Ask {
        when: Asked,
        phrases: &[
            "~keep ..2 eye|eyes|ear|ears ..2 out|open|peeled|to|for|pricked|skinned",
            "~keep ..2 eye|eyes on the|what ..2 market|boards|scene|ads|jobs|about|openings",
            "~keep|~be a|on _1 lookout|watch|look out? for",
            "~keep|~bear|~have|~hold|~hv me|us|my ..2 in mind|consideration|view|thoughts",
            "~keep|~bear|~have|~hold him|her|them|our ..2 in ..1 mind|consideration !that",
            "~keep me|my|us|him in your|ur mind|thoughts|radar",
            "~keep|~have|~hold me|us|him|her|them|my ..4 back of your|ur mind",
            "~have|~keep|~put me ..4 your mind|thoughts|radar|list|books|books",
            "~keep|~put|~hold my _2 @cv|details|name|number ..2 file|handy|hand|mind|record|circulation",
            "~tip me off",
            "~send|~pass|~forward|~throw|~steer|~push anything|something|leads|whatever ..4 me|way|along|on",
            "~pass|~send|~share|~forward ..2 any _2 leads|lead|@opening ..2 you",
            "~carry me along",
            "~intimate|~inform|~notify me if|when|whenever|about|of ..2 any|anything|something ..3 ~arise|~come|@watch",
            "~keep in mind me|my",
            "~think of me|us",
            "~remember me when|if|for|whenever|anytime|should|once",
            "~keep me posted|updated|informed|abreast|in ..2 if|about|on|of|for|when|whenever ..1 any|anything|something|openings|opportunities|new|what",
            "~let|~tell|~inform|~notify|~ping|~text|~call|~message|~email|~alert|~update|~shout|~give|~drop|~buzz|~holler me|us ..4 \
                if|when|whenever|once|should ..2 you ..2 @watch ..2 anything|something|@opening|leads|lead",
            "~let|~tell|~inform|~notify|~ping|~text|~call|~message|~email|~alert|~update|~shout|~give|~drop|~buzz me|us ..4 \
                if|when|whenever|should ..2 you ..2 get|catch|gets wind|word",
            "~let|~tell|~inform|~notify|~ping|~text|~call|~message|~email|~update|~give|~drop me|us ..4 if|when|whenever|once \
                anything|something|any|a|an|one ..4 ~come|~open|~arise|~turn|~crop|~pop|~become|~show",
            "~let|~tell|~inform|~notify|~alert|~update me|us know? of|about|on any|anything ..3 @opening|opening|suitable|relevant",
        ],
        instead: ONE_PERSON,
    },
    Ask {
        when: Said,
        phrases: &[
            "if|whenever|when|should|case ..1 you ..3 ~hear|~come|~learn|~stumble|~know|~think|aware of|about|across|upon|on _3 anything|something|@opening|leads|lead !wrong|missing",
            "if|whenever|when|should|case ..1 you ..3 ~hear|~see|~spot|~notice|~find|~encounter|~meet _3 @opening",
            "if|whenever|when|should word|news|it reaches|reach|comes|come|gets|get ..2 you|ears of|that|about ..8 needs|need|wanting|wants|want|seeking|seeks|hiring|vacancy|opening",
            "if|whenever|when|should|case ..1 you ..3 ~hear|~see|~spot|~notice|~find|~encounter anything|something going|suitable|relevant|fitting|for|that|come|up|$",
            "any|all _2 leads|lead|@opening|anything|something ..1 you ..2 ~hear|~come|~spot|~learn|~stumble",
            "if|when|whenever|should you ..1 get|catch wind|word of",
            "if|when|should|whenever anything|something catches|crosses your",
            "if|whenever|when|should there|anything|something is|are|be ..1 anything|something suitable|going|for me",
            "if|should|when|whenever|case anything|@opening ..2 ~come|~open|~arise|~turn|~crop|~pop|~become|~cross|~show",
            "if|should|when|whenever|case a|an|any|some|something _4 @opening|suitable|right|similar|like ..3 ~come|~open|~arise|~turn|~crop|~pop|~become|~cross|~show",
        ],
        instead: ONE_PERSON,
    },
];
