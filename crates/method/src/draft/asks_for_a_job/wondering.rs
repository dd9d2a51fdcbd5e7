//! Whether there is a place for the writer, asked openly or in passing.
//!
//! Serves `asks_for_a_job`. It refuses to ask whether anybody is hiring; that is another fault.

use super::STRENGTH;
use crate::draft::asking::When::Wondered;
use crate::draft::rules::Ask;

/// The phrases and how they have to be meant.
pub const ASKS: &[Ask] = &[
    Ask {
        when: Wondered,
        phrases: &[
            "@post|job|work|room|space|place|spot|slot|use|role _3 for me !to",
            "@post|job|work|room|space|place|spot|slot|use|opening|need|demand ..6 like me|myself|mine",
            "~need|~use|~want|~hire|~employ|~take|~have|~like ..6 like|such me|myself",
            "@job|room|space|place|use|need|work|opening|call|demand ..7 such as me|myself",
            "~use|~need a|an|another? _1 pair of hands",
            "~need|~use|~want my|me $",
            "me for a|an|the|any|some|this|that _3 @post|job|interview",
        ],
        instead: STRENGTH,
    },
    Ask {
        when: Wondered,
        phrases: &[
            "room|place|space|work|job|jobs|opening|openings|spot|slot|position|role|start|shift|shifts|hours|gig|seat ..3 for ..1 me|us|myself !to",
            "~use|~need|~want|~have|~find|~see|~fit|~take|~like|room|place|space|work|job|opening|spot|slot|position|role|corner|something|anything|start|shift|shifts|hours|gig|seat|owt ..8 like|such as? me|us|myself|mine",
            "~find|~make|~have|there|~got|place|room|spot|opening|position|role|home|use|need|work|anything|something|roles|vacancy ..8 with|of|for|in my ..2 background|experience|skills|profile|qualifications|training|skill|sort|kind|calibre|caliber",
            "someone|somebody|person|people|@staff with my ..2 background|experience|skills|profile|qualifications|training",
            "you|your|they|team|company ..3 trust|use|take|want|hire|like|consider|interested ..2 me|in ..1 me|with|as|for|on|$ ..1",
            "@chief|dad|uncle|husband|wife|brother|cousin|friend|company|team|anyone|someone|they|boss|mate ..2 ~meet|~see|~take|~hire|~consider|~interview|~give|~employ|~want|~accept ..1 me|us !at|for|half|the|to|through|up|seriously",
            "~give|~offer|~find|~have|~get me|us ..3 @job",
            "anything|something|owt ..1 for me at|in|with|on|this|next ..2 !friday|monday|tuesday",
            "~hire|~take|~use|~employ|~want|~need ..9 such|like as? me|us|myself",
            "you|it ..3 offer ..2 to|me ..1 a|an|me|someone|somebody ..3",
            "anything|something|owt|work ..1 for ..2 retired|like ..3 @staff|me|hand|man|woman|lad|girl",
            "corner|place|room|niche|position|role ..4 in|which|where ..6 himself|herself|myself|useful",
            "my _3 @cv|referral|name|file ..3 make|made|reach|reached|get|got|land|landed|arrive|arrived|go|gone|went|come|come|through|passed|in|up",
            "you|u|had|have ..4 moment|chance|time|opportunity to ~raise|@handover|~mention|~speak|~talk|~put|~submit|~refer|~get ..1 my|me|to|with|it|in ..4",
            "you ..3 ~pass|~forward|~submit|~send|~give|~hand|~share|~mention|~raise|~put|~show|~drop ..1 it|my|me|mine|them ..2 to|with|along|on|in|forward|name|cv|resume|candidacy|application|profile",
            "you ..3 ~speak|~talk|~chat to|with ..4 @chief|@hirer|him|her|them ..1 about|for|yet me|my|yet",
        ],
        instead: STRENGTH,
    },
];
