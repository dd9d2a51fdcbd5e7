//! The place where files are dropped or chosen: a plain file field that is large enough to hit. Serves the list.

use maud::{Markup, html};

use crate::jobs::FOLDER;

/// The field. Its form must be sent as multipart.
pub fn files(label: &str, help: &str) -> Markup {
    html! {
        div.field {
            label for="files" { (label) }
            p.help #files-help { (help) }
            input.drop #files type="file" name="files" multiple aria-describedby="files-help";
        }
    }
}

/// A whole folder, for browsers that can send one; what is not known in it is left alone.
pub fn folder() -> Markup {
    html! {
        details.also {
            summary { "Choose a whole folder" }
            div.field {
                label for="folder" { "A whole folder" }
                p.help #folder-help { "Everything in it is looked at; what halfhour does not know is left alone and named." }
                input.drop #folder type="file" name=(FOLDER) webkitdirectory multiple aria-describedby="folder-help";
            }
        }
    }
}

/// How to get the one file that most people have, and which others are read.
pub fn how_to_get_it() -> Markup {
    html! {
        details.also {
            summary { "How do I get the file from LinkedIn?" }
            ol {
                li { "On LinkedIn, open Settings, then Data privacy, then Get a copy of your data." }
                li { "Ask for the larger archive if you can: it comes within a day. The small one, with connections only, comes within minutes." }
                li { "LinkedIn sends a message when it is ready. Download the ZIP and leave it as it is." }
            }
            p.muted { "It stays on this machine. Of messages, only who, when and in which direction is kept, never what was written." }
        }
    }
}
