//! The fault of asking for a job: a post, an interview, a recommendation for one, or a résumé to be pushed on.
//!
//! Serves the draft check (M10). It refuses to mind that somebody tells of a search, and asking to be introduced to
//! someone to learn from.

use super::Severity;
use super::asking::When::{Asked, AskedOrDone, Said, Wished, Wondered};
use super::rules::{Ask, DraftRule};

/// *Do not ask for a job.*
pub const RULE: DraftRule = DraftRule {
    name: "asks_for_a_job",
    severity: Severity::Fault,
    says: "Do not ask for a job.",
    why: "It leaves the reader only a yes or a no, and most people have no job to give, so the talk ends there.",
    evidence: &["method M10", "E10"],
    asks: ASKS,
    unless: UNLESS,
    fires: FIRES,
    silent: SILENT,
};

const HALF_HOUR: &str = "Ask for half an hour: \"I have some questions about the work you do and a few ideas. Would you sit down with me \
    for half an hour?\"";
const STRENGTH: &str = "Say what you do best and ask where it is needed: \"What kinds of organizations could use that, and whom would you \
    talk to?\"";
const VIEW: &str = "Keep the résumé for later and ask for their view: \"I would value how you see it. Are you open to half an hour next week?\"";
const FIRST_TALK: &str = "Let them get to know your work first: \"May I tell you what I have been doing, and hear what you would do next?\"";
const LEARN: &str = "Ask for someone to learn from: \"Who does this work well? Would you introduce me, so that I can learn from them?\"";

const ASKS: &[Ask] = &[
    Ask {
        when: Asked,
        phrases: &[
            "~get|~find|~give|~offer|~land|~arrange|~secure|~provide|~organize|~create|~fix|~sort|~hand|~score me|us up|out? with|for? _5 @job",
            "~get|~find|~arrange|~secure|~organize|~provide|~create|~give|~offer|~set _4 @job for|to me",
            "~help|~assist|~support me|us ..2 ~get|~find|~secure|~land|~obtain|~gain|~have _5 @job",
            "~help|~assist|~support me|us ..1 with|by|in|into|to|get|getting|for _4 @job",
            "~find|~get|~secure|~land|~obtain _4 @job $",
            "~hook ..3 up with _4 @job",
            "~get|~have me hired|employed|recruited|in|into|onto|through|inside",
            "~get my foot in",
            "~give me a|another|one? _2 chance|shot|trial|start|try|break",
            "~hire|~employ|~recruit|~appoint|~engage me|us",
            "~take me on|in|under|aboard",
            "~bring|~get|~have me on|onto|aboard|in for|as|board|your|to",
            "~add|~put me to|on|in your ..2 @org",
            "~slot|~fit|~squeeze|~absorb me in|into",
            "~let me work|join for|with|in|at|under? your|you",
            "~consider|~shortlist|~interview|~accept|~select|~choose|~pick|~absorb me",
            "~consider|~shortlist|~process|~approve|~accept my _2 application|candidacy|candidature|profile|cv|resume",
            "~call|~invite|~have me ..3 interview",
            "~schedule|~grant|~give|~arrange|~set ..3 interview",
        ],
        instead: HALF_HOUR,
    },
    Ask {
        when: Wished,
        phrases: &[
            "~work for you|your",
            "~work in|at|with|on|under|as ..4 your ..3 @org|side|roof",
            "~work under you",
            "~join your|you _3 @org",
            "~join you as",
            "be|become ..2 part|member of ..3 your|you",
            "be ..1 employed|hired|considered|recruited|shortlisted|interviewed|selected",
            "~get|~have|~secure|~find|~land|~obtain|~gain|~receive _4 @job at|in|with|from|under|within|on ..2 your|you",
            "~interview with|at|for you|your",
            "~contribute|~serve ..3 to|in|at your ..2 @org",
            "~apply for|to ..6 your|you",
            "~come and? ~work for|with|at you|your",
        ],
        instead: STRENGTH,
    },
    Ask {
        when: Said,
        phrases: &[
            "looking|searching|asking|hoping|applying|begging|look|ask|apply|request|requesting|seeking|seek for? _5 @post|job|work|employment|interview \
                at|in|with|from|on|within|under your|you",
            "ask|asking|beg|begging|request|requesting|pleading you for|to _3 @job",
            "write|writing|here|want|like|wanted|wish|calling|reaching to|out ..2 ask|request|beg for? _3 @job",
            "need|want _3 @job from|at|in|with your|you",
            "i ..1 need a|any|some _1 job|work please|badly|urgently|asap|now|sir|ma|desperately|soon|quick|bro|man",
            "i am available|ready|free to start",
            "chance|possibility|hope of a|an|some|any|getting|landing _3 job|interview|position|role|internship|placement|start|trial|employment",
            "can|could|may|might i ..1 ~get|have _4 job|interview|position|role|internship|placement|employment|work|referral|trial",
            "need|want|seeking|request|requesting a|an|your _2 referral|recommendation",
        ],
        instead: STRENGTH,
    },
    Ask {
        when: Wondered,
        phrases: &[
            "@post|job|work|room|space|place|spot|slot|use|role _3 for me !to",
            "@post|job|work|room|space|place|spot|slot|use|opening|need|demand ..6 like me|myself|mine",
            "~need|~use|~want|~hire|~employ|~take|~have|~like ..6 like|such me|myself",
            "~use|~need a|an|another? _1 pair of hands",
            "~need|~use|~want my|me $",
            "me for a|an|the|any|some|this|that _3 @post|job|interview",
        ],
        instead: STRENGTH,
    },
    Ask {
        when: AskedOrDone,
        phrases: &[
            "~transfer|~pass|~forward|~send|~share|~hand|~submit|~drop|~deliver|~circulate|~push|~give|~present|~put|~float|~upload|~slip|~show|~email|~plug|~take \
                along|on|around|over|in? ..1 my _3 @cv",
            "~pass|~forward|~submit|~circulate|~share|~hand|~drop|~push|~upload|~deliver along|on|around|over|in|out? a|the|this|attached|enclosed _3 resume|cv|cvs|biodata|application",
            "~get|~put|~bring my _2 @cv in|to|into|on|onto|before|through|noticed|seen|read|over|past|across|under|up",
            "~pass|~forward|~send|~hand|~submit|~share|~circulate|~push|~take|~give|~show it|them|this|that|these on|along|over|around? to|with ..5 @chief",
            "~pass|~forward it|this|that|me|these on|along|around? $",
            "~pass|~forward|~send it|this|them on|along? to ..1 relevant|right|appropriate|concerned|responsible",
            "~get|~push|~fast my application|candidacy",
            "~pass|~send|~submit|~forward|~give|~share my _2 details|name|number on|along|across|over? to|with ..5 @chief",
        ],
        instead: VIEW,
    },
    Ask {
        when: Wondered,
        phrases: &[
            "my _2 @cv ~be|@be|~get|been|has|have ..4 passed|forwarded|sent|shared|shown|submitted|delivered|received|considered|reached",
            "@be|has|have|did my _2 @cv ..3 passed|forwarded|sent|shared|shown|submitted|delivered|received|considered|reach|get|arrive|go",
            "~hear|~get ..3 about|on|regarding my application",
            "~look|~see at? my application",
        ],
        instead: VIEW,
    },
    Ask {
        when: Said,
        phrases: &[
            "news|update|updates|word|progress|feedback|status on|about|regarding|of my _2 @cv",
            "who|whom|where ..4 send my _2 @cv",
        ],
        instead: VIEW,
    },
    Ask {
        when: Asked,
        phrases: &[
            "~refer me !to|back",
            "~refer me to ..4 @chief|@post|@org|job|jobs",
            "~refer me $",
            "~recommend|~endorse|~nominate|~suggest|~propose me",
            "~recommend|~suggest my name|profile|cv",
            "~put me|my|us name? forward|up|in|down|through|across|ahead|out !touch|contact|the",
            "~put|~throw|~drop|~mention|~float my name|hat",
            "~put in? a|some|any|one? _2 word in|for|with|to|$",
            "~drop|~have|~say|~speak|~get a|some? _3 word for|about|on me|my",
            "~drop|~have|~say a? _3 word ..1 with|to ..4 @chief",
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
            "who|whos @be ..2 hiring manager|recruiter",
            "^ any referral|referrals",
        ],
        instead: LEARN,
    },
];

/// Other senses of *job*, *interview*, *recommend* and *refer*.
const UNLESS: &[&str] = &[
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
