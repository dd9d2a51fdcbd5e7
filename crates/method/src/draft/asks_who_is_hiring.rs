//! The fault of asking who is hiring: openings, vacancies, headcount, room on a team, whoever is asked about.
//!
//! Serves the draft check (M10). It refuses to mind that a vacancy is mentioned, and other senses of *opening*,
//! *position* and *role*.

use super::Severity;
use super::asking::When::{Asked, Said, Wondered};
use super::rules::{Ask, DraftRule};

/// *Do not ask who is hiring.*
pub const RULE: DraftRule = DraftRule {
    name: "asks_who_is_hiring",
    severity: Severity::Fault,
    says: "Do not ask who is hiring.",
    why: "Few people know of an opening at the moment you ask, and a no about openings closes a talk that could have gone anywhere.",
    evidence: &["method M10", "E10"],
    asks: ASKS,
    unless: UNLESS,
    fires: FIRES,
    silent: SILENT,
};

const WHERE_NEEDED: &str =
    "Ask where your strength is needed: \"What kinds of organizations could use what I do best?\"";
const WHAT_CHANGES: &str = "Ask what they see: \"What is changing in your field, and where would you look if you were me?\"";
const WHOM: &str =
    "Ask for people rather than openings: \"Whom would you talk to about this kind of work?\"";

const ASKS: &[Ask] = &[
    Ask {
        when: Wondered,
        phrases: &[
            "what|how ..4 hiring situation|outlook|plans|budget|needs|season",
            "is|are|be|'s ..5 hiring|recruiting !process|manager|managers|team|committee|practice|practices|decision|decisions|criteria|panel|side|plan",
            "@anyone|@orgs that|who? @be? ..2 hiring|recruiting !process|manager|managers|team|committee",
            "^ you|your ..3 hiring|recruiting !process|manager|managers|team",
            "^ do|does|will you|your|they|@org|the|anyone ..3 hire|recruit !me|us",
            "if|whether you|your|they|@org|the|anyone ..3 hire|hires|recruit|recruits|hired !me|us",
            "@be you|your|they|anyone|anybody|who|he|she|the|there ..5 looking|searching for|to _3 @staff|hire|recruit|add|grow|expand",
            "@anyone|@orgs that|who? ..2 looking|searching for|to _4 @staff|hire|recruit",
            "@be ..5 taking on !a|the|more|too|that",
            "@be|~take|~bring ..3 on any|new|more _2 @staff",
            "@be ..3 taking any|new|more|people|staff|apprentices ..3 on",
            "do|does|might|may|could|would|will|if|whether ..5 need|needs|require|requires|use|want|wants _4 @staff !to",
            "who ..5 looking|searching for|to _4 @staff|hire|recruit",
            "if|whether ..4 need|needs|require|requires|use _4 @staff",
            "who|anyone|anybody|someone|somebody|@orgs|that ..3 need|needs|needing|require|requires|seeking _4 @staff",
            "~need|~use a|an|another|extra? _1 pair of hands",
            "~need|~use|~want|~have ..6 like me|myself",
            "room|space|place|spot|slot on|in|at your ..3 for a|an|another|one|some _3 @staff",
            "room|space|budget|capacity|place|spot|slot|vacancy for ..4 @staff|like|me|junior|senior",
        ],
        instead: WHERE_NEEDED,
    },
    Ask {
        when: Wondered,
        phrases: &[
            "@be there ..5 @opening",
            "there ..1 @be|be ..5 @opening",
            "there ..1 @be|be|come any|some|a|an _2 @spot ..1 in|on|at|with|going|available|open|left your|the|for|$",
            "@be there any|some|a _2 @spot ..1 in|on|at|with|going|available|open|left ..3 @org",
            "~have|~get any|an|a|some|open|suitable|other|more|current|new ..5 @opening",
            "~have|~get _3 @vacancy",
            "~have|~get any|a|some|open _2 @spot ..1 in|on|at|with|going|available|open|left ..3 @org",
            "~know|~hear|aware|~see|~come|~learn|~spot|~find of|about|across|upon|on? any|an|a|some|open|suitable|other|which ..5 @opening",
            "~know|~hear|aware|~come|~learn|~spot|~find|~see of|about|across|upon|on? _2 @vacancy",
            "what|which ..1 _2 @opening ..4 have|open|available|filling|recruiting|hiring|going|coming !you|been|changed|to",
            "what @vacancy",
            "how many ..2 @opening|people ..5 filling|hiring|recruiting|taking|available|open",
            "when ..4 recruitment|intake",
            "^ any ..3 @opening",
            "any ..3 @opening going|available|open|in|at|on|with|for|left|around|near|coming|out",
            "@be|has|have ..5 @opening ..3 open|available|vacant|filled|free|going|closed|taken|opened|up",
            "vacancy|vacancies|headcount",
            "~have|~get|@be|@org hiring freeze",
            "@opening ~open|~come|~become|~arise|~go|~turn|~crop|~show up|available|free|$",
            "suitable|open|relevant|matching @opening",
            "@opening @be|~be ..1 open|available|vacant|filled|free|taken|closed",
        ],
        instead: WHAT_CHANGES,
    },
    Ask {
        when: Wondered,
        phrases: &[
            "anything|something ..2 on|at|in|within|with your|the ..3 @org !that|which|you|surprised|history|we|i|people",
            "~have|~get|there|any anything|something going|available|open|suitable|vacant",
            "anything|something going|available|vacant|opening",
            "anything|something for a|an _2 @staff",
            "any company|companies|firm|firms|place|places|employer|organization that|who? @be? ..2 hiring|recruiting|needs|looking",
        ],
        instead: WHERE_NEEDED,
    },
    Ask {
        when: Asked,
        phrases: &[
            "~send|~point|~direct|~share|~forward|~tell|~inform|~show|~notify|~update|~give|~let|~alert|~pass ..6 @vacancy",
            "~send|~point|~direct|~share|~forward|~inform|~notify|~tell|~alert|~pass ..5 any|open|available|suitable|relevant _3 @opening",
            "~tell|~inform|~let|~send|~give|~share|~show|~point ..6 who|which|whoever|companies|places|firms ..4 hiring|recruiting",
            "~tell|~let|~inform|~notify|~call|~message|~email|~update|~text me|us ..6 when|if|once|whenever a|an|any|the _3 @opening ..1 ~become|~open|~arise|~come|is|are",
            "~find out ..3 who|if|whether ..3 hiring",
            "~send|~share|~forward me|us _2 job|jobs postings|listings|ads|leads|links|alerts|adverts",
        ],
        instead: WHOM,
    },
    Ask {
        when: Said,
        phrases: &[
            "enquire|inquire|enquiring|inquiring|asking|ask|curious|checking|check|enquiry|inquiry|question about|on|for|regarding|into|as ..4 @opening",
            "^ who|whos is|'s|are|else hiring|recruiting",
            "who|which|where ..5 is|'s|are|might|else be? hiring|recruiting !process|manager",
            "any leads|lead on|for|about ..3 @opening",
        ],
        instead: WHERE_NEEDED,
    },
];

/// Other senses of *opening*, *position*, *role*, *job* and *hiring*.
const UNLESS: &[&str] = &[
    "opening night|line|lines|scene|hours|ceremony|chapter|act|day|party|speech|words|times|remarks|paragraph|sentence|batsman",
    "@opening|@spot ..3 calendar|diary|schedule|agenda|week|tuesday|monday|wednesday|thursday|friday|morning|afternoon|lunch|play|film|musical|orchestra|wall|roof|fence",
    "opening the|a|up|your|his|her|my|another|doors|bottle",
    "the|your|about|of|in|for|by|with hiring !situation|outlook|plans|budget|needs|season",
    "when|while|before|since|as you|they|we|i ..2 @be hiring|recruiting",
    "@opening|@spot for ..3 call|chat|coffee|meeting|talk|conversation|lunch",
    "position on|statement|paper|sensor|of|to",
    "room|place|space|spot|slot for me|us at|in|on your|the ..1 table|house|car|diary|calendar|schedule|party|trip|boat|class|course|workshop",
    "role model|models|play|plays|of",
    "@job market|hunt|search|description|title|satisfaction|well|changed|changes",
    "good|great|nice|fine|amazing|brilliant|lovely|fantastic job|work",
    "hire|hired|hires|rent|hiring a|an|the|out|any|your? _1 car|cars|van|vans|boat|boats|bikes|bike|hall|tools|equipment|band|venue|marquee|dj|photographer|suit|plumber|lawyer",
    "your|my|his|her|their|our|first|last|old|own|this|previous position|role|job|work|positions",
    "anything|something ..2 in|on your team|company|firm ..1 you|that|surprised|which",
    "opportunity|opportunities to|for ..1 talk|meet|chat|learn|ask|hear|speak|discuss|catch|connect|conversation|thank|see|growth|improvement",
    "someone|somebody|anyone|anybody|person|people to talk|meet|ask|speak|chat|learn",
    "need|needs|want|use someone|somebody|people|person|help|hands !with|in|on|for|to|like|who",
    "help you",
    "any|some work @be|was",
    "any|some|a work on|of|in|to|you",
    "what|how ..4 work",
    "interviews|interview",
];

const FIRES: &[&str] = &[
    "Is your company hiring?",
    "Hi Jo, do you know anyone who is hiring right now?",
    "Are there any openings in your department?",
    "hey any vacancies at ur place??",
    "Kindly let me know if there are vacancies in your esteemed firm.",
    "I was wondering whether you have any headcount for next year.",
    "Is there anything on your team?",
    "G'day, are you blokes taking on any apprentices?",
    "Just checking if the warehouse position is still open.",
    "Which companies in Lagos are recruiting graduates at the moment?",
    "I'm not sure if you're hiring, but I thought I'd ask.",
    "Please let me know if you hear of any openings.",
    "You don't know of any roles going in Leeds, do you?",
    "Would your group have room for someone like me?",
    "Who is looking for a carpenter in your town?",
    "I am writing to enquire about suitable positions.",
    "What roles is your team filling this spring?",
    "do u kno any1 hirin drivers",
    "Could you send me any job openings you see?",
    "Does your firm need an accountant?",
    "Has the coordinator role been filled?",
    "Do you maybe have any work for a plasterer?",
];

const SILENT: &[&str] = &[
    "I saw that your lab has an opening; I am not writing about it.",
    "I'm not asking whether you are hiring.",
    "How was the opening night of the play?",
    "Do you have an opening in your calendar next week?",
    "You are hiring engineers, I hear, and it must be a busy spring. May I ask how you judge a portfolio?",
    "What is your position on remote work?",
    "The machine would lose its position whenever it was switched off. Do you remember?",
    "My sister asked me if our shop was hiring, and I had no answer.",
    "What do you look for when you hire?",
    "Do you know someone who went from law into gardening?",
    "How did you find your first role in publishing?",
    "Thanks for telling me about the vacancy in Ghent. I took it!",
    "Do you hire vans for your tours, or own them?",
    "What would you do in my position?",
    "There were forty openings and I got none of them, so I want to think again. Would you help me think?",
    "Is there anything in your work that you would do differently today?",
    "What kinds of organizations could use that?",
    "Everyone asks who is hiring. I would rather ask what you find hard.",
    "Do you have half an hour to talk about how your job has changed?",
    "Was opening the bottle shop as hard as you thought?",
];
