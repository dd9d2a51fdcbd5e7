//! The fault of making the search the reader's problem: watching out, open-ended chores, pity, pressure, deadlines.
//!
//! Serves the draft check (M10). It refuses to mind that hard times are told; only what is pressed on the reader counts.

use super::Severity;
use super::asking::When::{Asked, Said, Wished, Wondered};
use super::rules::{Ask, DraftRule};

/// *Do not make your search their problem.*
pub const RULE: DraftRule = DraftRule {
    name: "makes_it_their_problem",
    severity: Severity::Fault,
    says: "Do not make your search their problem.",
    why: "It hands the reader a task or a weight without an end; half an hour with an end is easy to say yes to.",
    evidence: &["method M10"],
    asks: ASKS,
    unless: UNLESS,
    fires: FIRES,
    silent: SILENT,
};

const HALF_HOUR: &str = "Ask for one thing that ends: \"Would you sit down with me for half an hour? I will bring the questions.\"";
const ONE_QUESTION: &str = "Do that work yourself and ask one question about it: \"Which part of what I do would matter most in your field?\"";
const ONE_PERSON: &str =
    "Ask for one person instead: \"Who is one person you would talk to about this?\"";
const CALM: &str = "Say plainly what you would like and leave the door open: \"If it suits you, I would value half an hour. If not, that is fine.\"";

const ASKS: &[Ask] = &[
    Ask {
        when: Asked,
        phrases: &[
            "~keep ..2 eye|eyes|ear|ears ..2 out|open|peeled|to|for|pricked|skinned|on",
            "~keep|~be a|on _1 lookout|watch|look out? for",
            "~keep|~bear|~have|~hold|~hv me|us|my ..2 in mind|consideration|view|thoughts",
            "~keep me|my|us|him in your|ur mind|thoughts|radar",
            "~keep in mind me|my",
            "~think of me|us",
            "~remember me when|if|for|whenever|anytime|should|once",
            "~keep me posted|updated|informed|abreast|in ..2 if|about|on|of|for|when|whenever ..1 any|anything|something|openings|opportunities|new|what",
            "~let|~tell|~inform|~notify|~ping|~text|~call|~message|~email|~alert|~update|~shout|~give|~drop|~buzz|~holler me|us ..4 \
                if|when|whenever|once|should ..2 you ..2 ~hear|~come|~spot|~learn|~find|~stumble|~encounter ..2 of|about|across|upon|any|anything|something",
            "~let|~tell|~inform|~notify|~ping|~text|~call|~message|~email|~alert|~update|~shout|~give|~drop|~buzz me|us ..4 \
                if|when|whenever|should ..2 you ..2 ~know|~see|~notice|~think ..1 of|any|anything|something _2 @opening|leads|lead|anything|something|companies|company",
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
            "if|whenever|when|should|case ..1 you ..3 ~hear|~see|~spot|~notice|~find|~encounter anything|something going|suitable|relevant|fitting|for|that|come|up|$",
            "if|should|when|whenever|case anything|@opening ..2 ~come|~open|~arise|~turn|~crop|~pop|~become|~cross|~show",
            "if|should|when|whenever|case a|an|any|some|something _4 @opening|suitable|right|similar|like ..3 ~come|~open|~arise|~turn|~crop|~pop|~become|~cross|~show",
        ],
        instead: ONE_PERSON,
    },
    Ask {
        when: Said,
        phrases: &[
            "any|whatever _2 help|assistance|support|leads|lead ..5 would|will|is|are|be|greatly|much|highly|really ..3 appreciated|welcome|great|helpful|grateful|helps|amazing|awesome|good|lovely",
            "any|anything|every|literally|whatever ..4 would|will|could|can|might|d ..1 help|do !you",
            "any|every little? _1 help|bit helps",
            "anything|everything helps",
            "anything|whatever ..1 you hear",
            "^ anything at all $",
            "let me know if there is|@be anything|something ..1 out|suitable|going|for me|there",
            "appreciate|grateful|thankful ..3 any|whatever _2 help|assistance|support|lead|leads",
            "whatever|anything|everything ..1 you|u can|could|might|able ..2 do|to|help|think|$",
            "do|try whatever|everything|anything|your|ur best? you|u can|could",
            "any|whatever|some|what way|ways ..1 you|u ..1 can|could ~help|assist|support",
            "~help|~assist|~support me|us? ..1 in any|whatever|whichever",
            "any leads|lead",
            "please|kindly|pls help me|us $|o|sir|ma|find",
            "help|assist me please|sir|o|abeg",
            "find|get|sort me? _1 something|anything out|for|at|in|with|sorted|$ me|us|my|your|the|asap|soon",
            "find|get me something|anything",
        ],
        instead: HALF_HOUR,
    },
    Ask {
        when: Said,
        phrases: &[
            "i am|feel|'m ..3 desperate !to",
            "i ..2 desperately|badly|urgently need",
            "in|a desperate|dire need|straits|situation",
            "at my wits|wit",
            "end of my rope|tether|rag",
            "you|u|this|your @be ..3 only|last|best|one ..1 hope|chance|resort|option|person|one !i",
            "my|our last|only|one|final hope|chance|resort|option",
            "only you|god can|could",
            "do not know what|how i|we ..1 will|would|can|should ..1 do|manage|cope|survive|go",
            "do not know who|where|what|whom else|to|other ..2 ask|turn|do|go",
            "nowhere|nobody|one|no else|one? ..1 to turn|ask",
            "@be|am|counting|relying|depending|banking counting|relying|depending|banking|on on|you you?",
            "counting|relying|depending|banking|count|rely|depend|depends|pinning|hopes ..2 on|upon you|u|this|your",
            "begging|pleading|imploring|beg|plead|implore with? you|u|for",
            "god|heaven|goodness|christ 's sake",
            "take|have|show pity|mercy on|me",
            "do not let|disappoint|ignore|fail|forget|abandon me|us|this down|$",
            "you ..1 owe me|us",
            "do not say no",
            "need this|it|you|help ..1 badly|desperately",
            "without your help ..1 i|we will|can|am|are",
            "after all|everything ..5 did|done for you",
            "least you ..1 can|could|should do",
            "my|our ..3 children|kids|family|wife|baby|life|future|fate ..4 hungry|starving|starve|depend|depends|hands|feed",
            "i|we will|would|could|might|am ..2 lose|losing|homeless|starve ..5 if|unless you",
            "you|u ..1 must|have|has got|to? help me|us",
            "will|would not ..2 take no for",
        ],
        instead: CALM,
    },
    Ask {
        when: Said,
        phrases: &[
            "need|must|require|want|expect ..2 your|an|a|you ..1 answer|reply|response|decision|help|respond|reply ..4 by|before|until|today|tomorrow|asap|immediately|tonight|urgently|now|quickly",
            "need|must to|have? ..1 hear|know|know|have ..4 by|before|asap|immediately|today|tonight",
            "asap|urgently|immediately|straightaway",
            "this|it|matter ..4 urgent|urgently",
            "back to me ..1 today|asap|urgently|immediately|tonight",
            "back to me by end|tonight|tomorrow|noon",
            "a|your|top|number priority !for|of|in",
            "time|clock @be|'s running|ticking",
            "before my ..4 runs|run|ends|expires|expire|finishes|end",
            "deadline @be|for|tomorrow|today",
            "call|reply|answer|respond|write|get|phone|ring me? back? today|tonight|now|quickly|fast|right",
            "the sooner the better",
        ],
        instead: CALM,
    },
    Ask {
        when: Asked,
        phrases: &[
            "~review|~check|~proofread|~critique|~edit|~correct|~rewrite|~revise|~polish|~fix|~update|~improve|~tailor|~tweak|~redo|~rate|~audit|~read|~scan|~assess \
                ..2 my|the|this|attached|our|over _3 @papers",
            "~look|~go|~read|~run|~glance|~cast|~comb|~flick ..3 at|over|through|into|on my|the|attached|this|both _3 @papers",
            "~have|~take|~give|~cast|~provide|~share|~offer|~send|~get ..1 a|an|your|some|me|any|my|honest _4 look|read|glance|eye|once|feedback|comments|view|input|critique|thoughts|over|review|suggestions \
                ..2 at|over|on|about|through|of|for|to|by my|the|attached|this _3 @papers",
            "~give|~get my _2 @papers a|an|the|reviewed|checked _2 look|read|once|review|polish|glance|over|eye|$",
            "~tell me ..3 what|how|if|whether ..5 my _2 @papers",
            "~write|~prepare|~draft|~make|~do my|me|a _2 resume|cv|biodata|cover",
            "~help me ..3 my|a|the _3 @papers",
        ],
        instead: ONE_QUESTION,
    },
    Ask {
        when: Asked,
        phrases: &[
            "~send|~give|~make|~write|~share|~compile|~draw|~prepare|~provide|~put|~draft|~get|~build|~email me|us|up|together|out|down|with? a|the|your|some|with _3 \
                list|names|contacts|spreadsheet|directory|database",
            "~list|~name all|every|any|the|some|as|for|your|companies|people|contacts|me",
            "~share|~send|~give|~open ..3 your ..1 contacts|network|connections|rolodex|phonebook",
            "~go|~look|~search|~dig|~check|~scroll|~comb|~scan|~run|~think through|in|into? ..2 your ..1 contacts|network|linkedin|connections|phone|address|list|rolodex",
            "~ask|~check|~enquire|~inquire|~look|~dig|~scout|~call|~phone|~shop|~search|~sniff|~mail ..1 around|round !the|your|corner",
            "~ask|~tell|~message|~check|~talk|~speak|~email|~call ..2 everyone|everybody|all|your|ur _2 friends|colleagues|contacts|network|connections|people|team|workmates|mates|coworkers|know|you \
                ..4",
            "~spread|~pass|~put|~get the|some word|feelers out|around|round|along|on|that|about|among|amongst|to|with|$",
            "~put out? ..2 feelers|word out?",
            "~dig up|out ..3 contacts|names|leads",
            "~send|~throw ..3 my way",
            "~introduce|~connect|~put ..8 as many ..3 as you|possible|u",
            "~share|~post|~repost|~boost|~blast|~put|~circulate ..5 with|to|on|in|among|across|around your|ur|everyone|everybody|all|anyone ..2 network|you|timeline|page|status|linkedin|contacts|colleagues|friends|connections|group|groups",
            "~repost|~boost this|my|it",
            "~help|~assist|~support me|us ..3 job|career|work? search|hunt|hunting|searching|looking",
            "~do|~handle|~run|~manage|~take my|over ..1 job? search|hunt",
            "~look|~search|~hunt|~scout ..2 for _4 @job|something|anything ..1 for|on me|my",
            "~be my eyes|ears",
            "~use your ..2 offices|influence|position ..3 me|my",
            "~save|~rescue me|us|my|our !time|a|you|the|trip|seat|from",
            "~contact|~call|~write|~email|~phone|~chase companies|firms|employers|hr|people|them ..2 for|on me|my",
        ],
        instead: ONE_PERSON,
    },
    Ask {
        when: Wondered,
        phrases: &[
            "what ..1 do|did you think of|about my _2 @papers",
            "thoughts|feedback|comments on my _2 @papers",
        ],
        instead: ONE_QUESTION,
    },
    Ask {
        when: Wished,
        phrases: &[
            "~pick|~have|~use|~get ..2 your ..1 contacts|network|address",
            "~stay on your radar",
        ],
        instead: HALF_HOUR,
    },
];

/// Other senses of watching, helping and hurrying.
const UNLESS: &[&str] = &[
    "eye|eyes|ear on|for|to my|the|him|her|it|them ..1 dog|dogs|kids|children|house|bag|plants|clock|time|ball|road|cat|bike",
    "something|anything comes|came up and|on|we|that|at|with|i|then",
    "anything|something ..1 you|i ..1 need",
    "keep|bear in mind that",
    "time is running out|smoothly",
    "anything i can",
    "not feel|need|have to ..4",
    "whatever|anything you can|could ~tell|~teach|~say|~remember|~share",
    "~let me know if ..2 you ..2 ~find time|half|any time",
    "save the date|a seat|me a seat|you",
    "at|in|by|on your|the own? pace|convenience",
    "a list of questions|three|my",
    "your _1 list|book|reading",
    "deadline for|of the|your|our|application",
];

const FIRES: &[&str] = &[
    "Please keep an eye out for me.",
    "Do keep me in mind.",
    "Let me know if you hear of anything!",
    "If you hear of any openings, please tell me.",
    "Anything would help at this point.",
    "I'm desperate, you are my last hope.",
    "Could you review my resume and tell me what to change?",
    "Kindly help me sir, my children are hungry and I depend on you.",
    "I need your answer by Friday.",
    "hey can u ask around for me",
    "Would you make me a list of companies that I should write to?",
    "Any help would be greatly appreciated.",
    "I'm counting on you, mate.",
    "Would you mind looking over my CV?",
    "Could you go through your contacts and see who might fit?",
    "Can you share my post with your network?",
    "If anything comes up, give me a shout.",
    "lmk if u come across anything",
    "Please help me with my job search.",
    "Reply asap please, my rent is due.",
    "I don't know who else to turn to.",
    "It would be great if you could spread the word among your colleagues.",
    "You owe me one, remember?",
    "Please don't forget to think of me when a place comes free.",
];

const SILENT: &[&str] = &[
    "Please don't keep an eye out for me; I only have three questions.",
    "Thanks for keeping me in mind last year. I found something in the end.",
    "It has been a hard year, and I lost my job in May. Your view on the trade would mean a lot.",
    "Would you mind if I called you on Tuesday for half an hour?",
    "Bear in mind that I know nothing about shipping.",
    "If something comes up and you cannot make it, we can move it.",
    "My mother kept an eye out for the postman every day.",
    "Could you keep an eye on the clock for us?",
    "There is no hurry, and please don't look through your contacts.",
    "I rewrote my CV four times and learned little. How do you read one?",
    "Who is one person you would talk to about this?",
    "Any advice on how to begin would be welcome.",
    "You were the first who came to mind when I thought of patient teachers.",
    "She told me that I should ask everyone to spread the word, and I said no.",
    "I help people who are desperate to sell their house. What do you see in the market?",
    "I review résumés for a living and would like to stop. May I ask how you did?",
    "Are you free for half an hour by the end of next week?",
    "Let me know if Tuesday suits you.",
    "I can show examples of how a calm desk saved my clients time and money. What kinds of organizations could use that?",
    "You never asked me for anything, and you helped me all the same. Thank you.",
];
