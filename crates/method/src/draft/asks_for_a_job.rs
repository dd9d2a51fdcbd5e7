//! The fault of asking for a job: a post, an interview, a recommendation for one, or a résumé to be pushed on.
//!
//! Serves the draft check (M10). It refuses to mind that somebody tells of a search, and asking to be introduced to
//! someone to learn from.

mod papers;
mod referrals;
mod requests;
mod wishes;
mod wondering;

use super::Severity;
use super::rules::DraftRule;
use crate::rules::Rule;

/// *Do not ask for a job.*
pub const RULE: DraftRule = DraftRule {
    rule: Rule {
        name: "asks_for_a_job",
        says: "Do not ask for a job.",
        why: "It leaves the reader only a yes or a no, and most people have no job to give, so the talk ends there.",
        evidence: &["M10", "E10"],
    },
    severity: Severity::Fault,
    asks: &[requests::ASKS, wishes::ASKS, wondering::ASKS, papers::ASKS, referrals::ASKS],
    by_meaning: &[
        ("CV", VIEW),
        ("RECOMMEND", FIRST_TALK),
        ("INTRO", LEARN),
        ("CHIEF", LEARN),
        ("JOB", STRENGTH),
        ("VACANCY", STRENGTH),
        ("CAPACITY", STRENGTH),
    ],
    unless: UNLESS,
    fires: FIRES,
    silent: SILENT,
};

const HALF_HOUR: &str = "Ask for half an hour: “I have some questions about the work you do and a few ideas. Would you sit down with me \
    for half an hour?”";
const STRENGTH: &str = "Say what you do best and ask where it is needed: “What kinds of organizations could use that, and whom would you \
    talk to?”";
const VIEW: &str = "Keep the résumé for later and ask for their view: “I would value how you see it. Are you open to half an hour next week?”";
const FIRST_TALK: &str =
    "Let them get to know your work first: “May I tell you what I have been doing, and hear what you would do next?”";
const LEARN: &str =
    "Ask for someone to learn from: “Who does this work well? Would you introduce me, so that I can learn from them?”";

/// Other senses of *job*, *interview*, *recommend* and *refer*.
const UNLESS: &[&str] = &[
    "would like me|us to",
    "sounds|sound|seems|looks like me",
    "in your ..1 prayers|thoughts|conversations",
    "~have|~take a ..2 look|read at|over|through|of",
    "interviewed|interview ..2 for|at ..3 paper|radio|podcast|school",
    "my ..1 post|story|page|link|ad|thing",
    "keep me|my|us ..2 in mind|touch|loop",
    "people|others|someone like me ..1 do|does|get|find|feel|are",
    "contract law|lawyer",
    "your|her|his|their first|last|own|old|new job|position|role|interview",
    "who|whom|where ..2 would|could|should|do|did ..1 you ~talk|~look|~speak|~ask|~meet|~call|~turn|~go|~start|~begin",
    "may|can|could i|we come and|to see|visit|hear|ask|greet|watch|listen|look|help|talk",
    "~suggest me",
    "my ..1 regards|best|love|thanks|greetings|wishes|compliments|respects|apologies",
    "first|last chance",
    "~find|~get me|us ..1 something|anything",
    "~find|~get something|anything",
    "list|names|number|numbers of|and",
    "my ..2 name ..1 in|on mind|radar",
    "on|in your|ur radar|mind|thoughts",
    "some|a|any|few ..1 calls",
    "~give|~have ..4 feedback",
    "~get|~put|~keep me|us ..1 in|on touch|contact|hold",
    "~get|~put|~keep me|us ..1 right|wrong|thinking|started|straight",
    "~put me up for",
    "~get me ..2 coffee|ticket|tickets|copy|cake|trouble|wrong|started|thinking|home",
    "~take|~have|~bring me|us ..1 up|through|around|round|along|out|to|for !in|the|this|that|a",
    "~take me ..3 project",
    "~consider ..2 for ..3 choir|band|play|club|team|committee",
    "~have me over|round|back|to|for",
    "~give|~offer|~send|~find|~throw me|us ..3 half|hour|minutes|advice|view|thoughts|opinion|idea|call|ring|shout|time|number|address",
    "~let|~allow me know|buy|ask|tell|say",
    "~show|~tell|~teach|~ask you",
    "me ..3 work out|through",
    "~make the|a ..1 call|time|sense !for|on|about",
    "made you|them|him|her",
    "~work beside|with you ..2 for a morning|day",
    "position|job|role|post of ..3 as|like",
    "half|hours|hour|time|minutes|questions ..1 for me|us",
    "lunch|coffee|dinner|drink|tea|pint|beer|cake|pie|breakfast|supper",
    "meet|interview|meeting ..1 someone|somebody|people|anyone",
    "your name|you ..1 on|in a? list|book|thanks",
    "to be me $|who|that|again",
    "@job market|hunt|hunting|search|description|title|seekers|seeker|satisfaction|fair|coach|advice|well|experience|questions|schedule|life",
    "good|great|nice|fine|amazing|brilliant|lovely|fantastic|wonderful|excellent|bang-up|splendid job",
    "chance|shot|try|break|start to ask|hear|learn|thank|meet|explain|show|catch|buy|think|talk|see|tell",
    "interview you|him|her|them",
    "interview technique|practice|skills",
    "referral|reference|recommendation to|for a|an ..1 physio|doctor|specialist|dentist|flat|landlord|tenancy|visa|apartment|book|restaurant|hotel",
    "recommend|suggest me !for|to|as|at|in|with|and|please|sir|ma|$ a|an|some|the|any|your|books|one|something|good",
    "refer me to someone|somebody|anyone|people|others|another|them|her|him",
    "refer me to a|an|the|your ..1 book|article|website|doctor|dentist|physio|podcast|paper",
    "role model|models|play",
    "my application for|to ..2 university|college|visa|grant|scholarship|citizenship|loan|flat|membership",
    "consider me a|an|your|lucky friend|fan|student|ally",
    "job|work for me @be|was|were",
    "room|place|space|spot|slot for me at|in|on your|the ..1 table|house|car|diary|calendar|schedule|party|trip|boat|class|course|workshop",
    "what|how works|worked|work for me",
];

const FIRES: &[&str] = &[
    "Hi Sam, could you get me a job at your firm?",
    "Dear Sir, kindly forward my CV to your HR department and do the needful.",
    "Would you mind putting in a good word for me with your boss?",
    "I'd love to work for your company, so please let me have an interview.",
    "hey bro can u refer me at amazon",
    "Good morning ma. I humbly beg you to help me get employment in your office.",
    "G'day Kev, any chance you could take me on at the yard?",
    "Did you pass my resume on to your manager yet?",
    "I would be grateful if you could introduce me to the hiring manager.",
    "Would your group have room for someone like me?",
    "I am not sure if this is right to ask, but could you recommend me for the analyst position?",
    "Please consider me for the role of store keeper.",
    "I ask you to hire me, I can do many works.",
    "I am looking for a job in your company.",
    "Is there any work for me at the farm this summer?",
    "Thanks in advance for passing my CV to your colleagues in Leeds.",
    "Could I get a referral for the Berlin office?",
    "I want to be part of your esteemed organization.",
    "Any news about my application?",
    "Pls help me find a job o, even small one.",
    "My cousin got a job with you last year. Could you hire me as well?",
    "I know you can't promise anything, but would you put my name forward?",
    "Ask your boss to give me a trial shift.",
    "It'd be brilliant if you passed my résumé along to whoever runs the lab.",
];

const SILENT: &[&str] = &[
    "I am not asking for a job, and I won't ask you to pass on my CV.",
    "Thank you for passing my resume along in April. I start on Monday.",
    "My brother asked me to get him a job at the port, and I had to laugh.",
    "You gave me my first job in 1998, and I have never forgotten it.",
    "Great job on the new bridge! Do you have half an hour to tell me how it was built?",
    "I'm in no position to judge, but your shop looks wonderful. May I come and see it?",
    "I lost my job in March and am looking for a new role in logistics. Your view would help me choose where to look.",
    "I just got a new position at Shell and start in May. Let's have lunch before that.",
    "Could you introduce me to somebody who went from nursing into teaching? I'd like to learn from them.",
    "I would like to work for a company that values careful work. Where would you look, and who would you talk to?",
    "What kinds of organizations could use that?",
    "Could I interview you for my podcast on bees?",
    "Could you recommend me a book on contract law?",
    "When I was hiring cooks, people begged me to take them on without papers.",
    "Please don't feel you have to find me a job.",
    "He told me he wanted to work for your company one day.",
    "Would you give me a chance to ask you three questions about how insurers see risk?",
    "The job of a controller has changed. Would you tell me how you see it?",
    "Rather than ask you to hire me, I'd like to ask what you would do in my place.",
    "Would you mind if I called you about the role of a foreman in your trade?",
];
