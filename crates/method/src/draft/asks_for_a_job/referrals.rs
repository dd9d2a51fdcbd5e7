//! A word put in, a referral, and the person who does the hiring.
//!
//! Serves `asks_for_a_job`. It refuses to mind introductions to somebody to learn from.

use super::{FIRST_TALK, LEARN};
use crate::draft::asking::When::{Asked, Said, Wished};
use crate::draft::rules::Ask;

/// The phrases and how they have to be meant.
pub const ASKS: &[Ask] = &[
    Ask {
        when: Asked,
        phrases: &[
            "~refer me !to|back",
            "~refer me to ..4 @chief|@post|@org|job|jobs",
            "~refer me $",
            "~recommend|~endorse|~nominate|~suggest|~propose me !companies|firms|places|jobs|people",
            "~recommend|~suggest my name|profile|cv",
            "~put me|my|us name? forward|up|in|down|through|across|ahead|out !touch|contact|the",
            "~put|~throw|~drop|~mention|~float my name|hat",
            "~put in? a|some|any|one? _2 word in|for|with|to|$",
            "~drop|~have|~say|~speak|~get a|some? _3 word for|about|on me|my",
            "~drop|~have|~say a? _3 word ..1 with|to ..4 @chief",
            "~bend ..3 ear",
            "~sing my praises",
            "~talk|~big me up",
            "~back|~support|~champion my|me ..1 application|candidacy|for",
            "~say|~have|~put something|things|a|some ..4 about me",
            "~talk|~speak|~chat ..6 about|for me",
            "~ask ..4 @chief ..1 if|whether|about ..3 i|me|my",
            "~drop my name",
            "~see|~make|~ensure ..2 my _2 @cv ..2 gets|get|reaches|lands|is|goes",
            "~sort|~get me a _1 referral",
            "~do the same for me|us",
            "~talk|~speak to ..4 about ..3 @job",
            "~connect|~link|~direct|~lead me|us to ..3 @job",
            "~use your ..2 connection|connections|contacts to|and|get ..3 me|my|us",
            "~walk|~take|~carry my app",
            "~nudge|~prod|~pester|~chase|~ping|~poke|~push|~remind|~call|~email ..2 @hirer",
            "~secure|~reserve|~get|~find|~arrange|~obtain ..2 slot|place|position|appointment|placement|seat|space|post ..2 for me|us|my",
            "~commend|~present|~advance|~suggest|~propose|~float me|my ..2 to|for|as",
            "~support|~back|~second|~champion|~countersign|~sign|~approve|~sponsor|~boost my|our|the ..1 candidature|candidacy|application|bid|case|nomination|promotion",
            "~walk|~carry|~take|~hand|~slip|~leave|~drop|~put|~pin ..1 my|the ..2 letter|envelope|cv|resume|application|portfolio|papers|card ..2 to|on|in|over|under|with|at|round|by",
            "~give|~hand|~pass|~leave me|us ..1 his|her|their|harry's ..1 @job|round|desk|chair|seat|place|shift|shifts|slot",
            "~give ..2 the ..1 @job|contract|post|place|slot|seat|part|nod to me",
            "~use your ..2 office|position|influence|seat|vote|voice|power|place|sway|pull|clout ..4 me|my|for|to",
            "~let ..1 me ..1 in|into !on|your|half",
            "~let|~have it be me",
            "~set ..2 me ..1 up ..1 with ..2 interview|job|trial|something|gig",
            "~grant|~allow|~give me|us ..3 audience|interview|appointment|hearing|opportunity|job",
            "~tap|~call ..2 me|us for ..2 @job|next|season|shift|crew",
            "~tell|~remind|~show|~assure them|her|him ..1 that? ..1 i am|'m|can|have|would",
            "~tell|~remind|~show them|her|him about me|my",
            "~raise|~initiate|~generate|~file|~log|~process|~make|~do|~submit|~arrange|~organize|~sort ..2 referral",
            "~be my referral|referrer|referee",
            "~vouch for me",
            "~act|~be as? a|my _1 referrer|referral",
            "~speak|~talk to|with ..4 @chief",
            "~mention me|it to",
            "~tell ..4 @chief about|of me|my",
            "~tell ..4 @chief that? i am",
            "~write|~give|~provide|~submit|~do|~make|~file|~put|~send|~get me|in? a|an|the|your|any|some _2 referral|recommendation",
            "~write|~give|~provide me? a _2 reference for ..3 @post|job",
            "~use|~pull your|some|a _2 influence|connections|strings|weight",
        ],
        instead: FIRST_TALK,
    },
    Ask {
        when: Asked,
        phrases: &[
            "~introduce|~connect|~link|~put|~point|~get|~direct|~lead|~hook me|us|my ..4 to|with|toward|towards|at ..6 @hirer|hires",
            "~introduce|~connect|~put|~link me ..6 who hires|decides|recruits|does",
            "~introduce|~connect|~put me ..5 decision maker|makers",
            "~introduce|~connect me ..6 in charge of hiring|recruitment|recruiting",
            "~give|~send|~share|~get|~provide|~forward me|us? ..3 hiring|hr|recruiter|recruiter's|recruitment ..2",
            "~give|~send|~share|~get|~provide|~tell me|us? ..6 of|for ..3 hiring manager|hr|recruiter|recruitment",
            "~arrange|~set|~organize ..6 with ..3 @hirer",
        ],
        instead: LEARN,
    },
    Ask {
        when: Wished,
        phrases: &[
            "~speak|~talk|~meet|~chat|~write|~have ..3 with|to ..4 @hirer",
            "~get|~have ..2 in touch|contact with ..3 @hirer",
        ],
        instead: LEARN,
    },
    Ask {
        when: Said,
        phrases: &[
            "who ..2 in charge of hiring|recruitment|recruiting",
            "who ..2 does|handles|runs|makes|decides ..2 hiring|recruitment|recruiting",
            "who|whos @be ..2 hiring manager|recruiter",
            "^ any referral|referrals",
        ],
        instead: LEARN,
    },
];
