//! What is pointed out, and what is missing. Serves the case, the questions, the story, the ask and the sheet.

use method::case::remark::Remark;

use crate::text::Text;

/// Points out remarks.
pub fn remarks<'a>(text: &mut Text, remarks: impl IntoIterator<Item = &'a Remark>) {
    for remark in remarks {
        text.point(&remark.text);
    }
}

/// Says what is missing, each line with the command that tells it.
pub fn missing(text: &mut Text, missing: &[String]) {
    if missing.is_empty() {
        return;
    }
    text.gap();
    text.muted("What would make it better:");
    for line in missing {
        text.muted_point(line);
    }
}
