//! `conversation thanks`: a thank-you made of what was said in a conversation, to make one's own.

use std::process::ExitCode;

use clap::Args;
use method::conversation::thank_you::thank_you;
use method::id::ConversationId;
use method::speech::name::own;
use serde::Serialize;
use store::Scope;

use super::conversation_id;
use crate::door::{Door, Show};
use crate::failure::Failure;
use crate::text::Text;

/// Shows a thank-you, made of what was said.
#[derive(Debug, Args)]
pub struct ThanksWish {
    /// The conversation, by its id, such as c3; `halfhour conversation PERSON` shows those with a person
    #[arg(value_name = "ID")]
    conversation: String,
}

/// The draft, as `--json` prints it.
#[derive(Debug, Serialize)]
struct Draft {
    conversation: ConversationId,
    draft: String,
    /// Whether they were thanked already.
    thanked: bool,
    /// Whether the seeker's name stands under it.
    #[serde(skip)]
    is_signed: bool,
}

impl Show for Draft {
    fn show(&self, text: &mut Text) {
        self.draft.lines().for_each(|line| text.line(line));
    }

    fn beside(&self, text: &mut Text) {
        text.gap();
        text.muted("Changed it? `halfhour check` reads it before you send it.");
        if !self.is_signed {
            text.muted("Your name is not known, so the letter ends without it: `halfhour me --name \"YOUR NAME\"`");
        }
        if !self.thanked {
            text.muted(format!("When it is sent: `halfhour done thank-{}`.", self.conversation));
        }
    }
}

/// Shows it.
pub fn run(door: &Door, wish: &ThanksWish) -> Result<ExitCode, Failure> {
    let conversation = conversation_id(&wish.conversation)?;
    let campaign = door.read(Scope::Everyone)?;
    let draft = thank_you(&campaign, door.today, conversation)?;
    let thanked = campaign.conversations.get(&conversation).is_some_and(|talk| talk.thanked_on.is_some());
    door.show(&Draft { conversation, draft, thanked, is_signed: own(&campaign.seeker).is_some() })
}
