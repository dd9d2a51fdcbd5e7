//! What the reader is asked to do with a résumé or an application, and whether it was done.
//!
//! Serves `asks_for_a_job`. It refuses to mind that a résumé is reviewed; that is another fault.

use super::VIEW;
use crate::draft::asking::When::{AskedOrDone, Said, Wondered};
use crate::draft::rules::Ask;

/// The phrases and how they have to be meant.
pub const ASKS: &[Ask] = &[
    Ask {
        when: AskedOrDone,
        phrases: &[
            "@handover \
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
        when: AskedOrDone,
        phrases: &[
            "@handover along|on|around|over|in|across|up? ..1 resume|this|these ..4 to|with|for|across|on|along|in|up|through|past|@chief|under ..2 @chief|her|him|them|whoever|team|whomever|relevant|panel|committee|right|nose|partners|desk",
            "@handover ..1 my|me _3 @cv",
            "@handover along|on|around|over|in|across|up? ..1 my|our _4 @cv",
            "~raise|~put|~mention|~bring|~float ..2 my|me ..1 candidacy|name|case|application|candidature|up ..2 to|with|at|before",
            "~get my|me ..2 in|into|under|before|to|on|past ..2 front|nose|hands|desk|pile|eyes|radar ..2",
        ],
        instead: VIEW,
    },
];
