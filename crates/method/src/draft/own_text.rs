//! Which part of a text the writer wrote: not the mail that is answered, not what was forwarded, not the markup.
//!
//! Serves the draft check. Everything else is blanked character by character, so that places in the text stay what
//! they were. It refuses to guess at signatures: what stands below the name is still the writer's.

use super::work;

/// Longest text that is read, in Unicode scalar values; what follows is not looked at.
pub const LONGEST: usize = 1 << 20;

/// Stands for a character that has no width: a word goes on across it.
pub const NOTHING: char = '\u{200B}';

/// The characters of the text, with everything blanked that the writer did not write.
pub fn own_text(text: &str) -> Vec<char> {
    let mut chars: Vec<char> = text.chars().take(LONGEST).collect();
    blank_own_headers(&mut chars);
    blank_replies(&mut chars);
    blank_markup(&mut chars);
    join_soft_breaks(&mut chars);
    chars
}

/// Names of the lines above a mail that people write too. One of them with an empty line below is a head.
const WRITTEN_HEADERS: &[&str] = &["from", "to", "cc", "bcc", "date", "sent", "subject"];

/// Names of the lines above a mail that only programs write. Some are words with which a letter may begin.
const HEADERS: &[&str] = &[
    "reply-to",
    "message-id",
    "in-reply-to",
    "references",
    "return-path",
    "received",
    "mime-version",
    "user-agent",
    "importance",
];

/// Blanks the lines above a mail that stand at the very top: they are the writer's own and announce no other mail. What
/// the subject says is read. One such line with other words right below it is no head of a mail, and neither is a single
/// "References:".
fn blank_own_headers(chars: &mut [char]) {
    let mut head: Vec<(usize, usize)> = Vec::new();
    let mut names: Vec<String> = Vec::new();
    let mut is_ended = false;
    for (start, end) in lines_of(chars) {
        let line: String = chars[start..end].iter().take(400).collect();
        let name = line.split_once(':').map(|(name, _)| name.trim_end().to_lowercase()).unwrap_or_default();
        let is_headed = !head.is_empty();
        let goes_on = is_headed && line.starts_with([' ', '\t']);
        let of_machines = is_headed && (name.starts_with("x-") || name.starts_with("content-")) && !name.contains(' ');
        match () {
            () if line.trim().is_empty() && !is_headed => continue,
            () if line.trim().is_empty() => is_ended = true,
            () if goes_on => {}
            () if is_header(&name) || of_machines => names.push(name.clone()),
            () => break,
        }
        if is_ended {
            break;
        }
        let is_subject = names.last().is_some_and(|name| name == "subject");
        let said_from = if goes_on { start } else { start + name.len() + 1 };
        head.push((start, if is_subject { said_from.min(end) } else { end }));
    }
    let is_head = match names.as_slice() {
        [name] => name == "subject" || is_ended && WRITTEN_HEADERS.contains(&name.as_str()),
        several => !several.is_empty(),
    };
    if is_head {
        head.into_iter().for_each(|(start, end)| blank(&mut chars[start..end]));
    }
}

fn is_header(name: &str) -> bool {
    WRITTEN_HEADERS.contains(&name) || HEADERS.contains(&name)
}

/// Joins words that a mail program broke at the end of a line: "open=" and, beneath it, "ings". A row of such signs is a
/// rule across the page.
fn join_soft_breaks(chars: &mut [char]) {
    for at in 1..chars.len() {
        let is_soft = chars[at] == '=' && !matches!(chars[at - 1], '=' | '\n');
        let end = match (chars.get(at + 1), chars.get(at + 2)) {
            (Some('\n'), _) => at + 2,
            (Some('\r'), Some('\n')) => at + 3,
            _ => continue,
        };
        if is_soft && end < chars.len() {
            chars[at..end].fill(NOTHING);
        }
    }
}

/// Blanks lines that quote, and everything below the line that announces another mail.
fn blank_replies(chars: &mut [char]) {
    let lines = lines_of(chars);
    let mut row = 0;
    while row < lines.len() {
        let (start, end) = lines[row];
        let line: String = chars[start..end].iter().take(400).collect();
        let next: String = lines.get(row + 1).map(|&(s, e)| chars[s..e].iter().take(400).collect()).unwrap_or_default();
        if is_quoted(&line) {
            blank(&mut chars[start..end]);
        } else if let Some(rows) = announces(line.trim(), next.trim()) {
            let below = lines[row + rows..].iter().find(|&&(s, e)| chars[s..e].iter().any(|c| !c.is_whitespace()));
            let marked = below.is_some_and(|&(s, e)| is_quoted(&chars[s..e].iter().take(9).collect::<String>()));
            let until = if marked { lines[row + rows - 1].1 } else { chars.len() };
            blank(&mut chars[start..until]);
            if !marked {
                return;
            }
        }
        row += 1;
    }
}

fn is_quoted(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with('>') || line.starts_with("&gt;")
}

/// Over how many lines another mail is announced here, if it is.
fn announces(line: &str, next: &str) -> Option<usize> {
    let dashed = line.starts_with("--") && (line.contains("Original Message") || line.contains("Forwarded message"));
    let headed = line.starts_with("From:")
        && (next.starts_with("Sent:") || next.starts_with("Date:") || next.starts_with("To:"));
    let wrote = |text: &str| text.trim_end().trim_end_matches(['>', '*']).trim_end().ends_with("wrote:");
    match () {
        () if dashed || headed || line.starts_with("Begin forwarded message") => Some(1),
        () if line.starts_with("On ") && wrote(line) => Some(1),
        () if line.starts_with("On ") && wrote(next) && line.contains(|c: char| c.is_ascii_digit()) => Some(2),
        () => None,
    }
}

fn lines_of(chars: &[char]) -> Vec<(usize, usize)> {
    let mut lines = Vec::new();
    let mut start = 0;
    for (at, c) in chars.iter().enumerate() {
        if *c == '\n' {
            lines.push((start, at));
            start = at + 1;
        }
    }
    lines.push((start, chars.len()));
    lines
}

/// Blanks tags, and turns escapes into the character that they stand for.
fn blank_markup(chars: &mut [char]) {
    let mut at = 0;
    let mut searched = Searched::default();
    while at < chars.len() {
        at = match chars[at] {
            '<' => blank_tag(chars, at, &mut searched),
            '&' => blank_escape(chars, at),
            _ => at + 1,
        };
    }
}

/// Longest tag that is believed to be one.
const LONGEST_TAG: usize = 600;

fn blank_tag(chars: &mut [char], at: usize, searched: &mut Searched) -> usize {
    let opens = chars.get(at + 1).is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!'));
    let next = (at + 1..chars.len().min(at + LONGEST_TAG)).find(|k| matches!(chars[*k], '<' | '>'));
    work::did(next.map_or(LONGEST_TAG, |next| next - at));
    let close = next.filter(|next| chars[*next] == '>').map(|next| next - at);
    let (true, Some(length)) = (opens, close) else {
        return at + 1;
    };
    let tag: String = chars[at + 1..at + length].iter().collect::<String>().to_lowercase();
    let name: String = tag.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '/').collect();
    let mut end = at + length + 1;
    if let Some(kind) = SKIPPED.iter().position(|skipped| *skipped == name) {
        end = closing(chars, end, &name, &mut searched.0[kind]).unwrap_or(end);
    }
    let breaks = !["a", "/a", "b", "/b", "i", "/i", "em", "/em", "strong", "/strong", "span", "/span", "u", "/u"]
        .contains(&name.as_str());
    for c in &mut chars[at..end] {
        *c = if breaks { '\n' } else { NOTHING };
    }
    end
}

/// What is blanked with all that it holds.
const SKIPPED: [&str; 4] = ["style", "script", "head", "blockquote"];

/// How far into the text the closing tag of something that is skipped is looked for.
const LONGEST_SKIP: usize = 20_000;

/// Of everything that is skipped, up to where no closing tag stands; so nothing is searched twice.
#[derive(Default)]
struct Searched([usize; SKIPPED.len()]);

fn closing(chars: &[char], from: usize, name: &str, searched: &mut usize) -> Option<usize> {
    let wanted: Vec<char> = format!("</{name}>").chars().collect();
    let until = (from + LONGEST_SKIP).min(chars.len());
    let from = from.max(*searched);
    work::did(until.saturating_sub(from));
    let closes = |w: &[char]| w.iter().zip(&wanted).all(|(a, b)| a.to_ascii_lowercase() == *b);
    let found = chars.get(from..until)?.windows(wanted.len()).position(closes);
    if found.is_none() {
        *searched = (until + 1).saturating_sub(wanted.len()).max(from);
    }
    Some(from + found? + wanted.len())
}

const ESCAPES: &[(&str, char)] = &[
    ("&nbsp;", ' '),
    ("&amp;", '&'),
    ("&#39;", '\''),
    ("&apos;", '\''),
    ("&rsquo;", '\''),
    ("&#8217;", '\''),
    ("&quot;", '"'),
    ("&ldquo;", '"'),
    ("&rdquo;", '"'),
    ("&eacute;", 'é'),
    ("&lt;", ' '),
    ("&gt;", ' '),
];

fn blank_escape(chars: &mut [char], at: usize) -> usize {
    let ahead: String = chars[at..].iter().take(9).collect();
    let Some((name, stands_for)) = ESCAPES.iter().find(|(name, _)| ahead.starts_with(name)) else {
        return at + 1;
    };
    chars[at] = *stands_for;
    for c in &mut chars[at + 1..at + name.len()] {
        *c = NOTHING;
    }
    at + name.len()
}

fn blank(chars: &mut [char]) {
    chars.fill('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, kept: &str) {
        let own: String = own_text(text).into_iter().filter(|c| *c != NOTHING).collect();
        assert_eq!(own_text(text).len(), text.chars().count());
        assert_eq!(own.split_whitespace().collect::<Vec<_>>().join(" "), kept);
    }

    #[test]
    fn what_others_wrote_is_blanked() {
        check("Yes.\n> Are you hiring?\nBest", "Yes. Best");
        check("Yes.\n\nOn Mon, 3 Mar 2025, Ann <a@b.org> wrote:\n\nAre you hiring?\n", "Yes.");
        check("On Mon, 3 Mar 2025, Ann wrote:\n> Are you hiring?\nNo.", "No.");
        check("Yes.\nOn 3 March 2025 at 10:00, Ann Long\n<ann@b.org> wrote:\nold", "Yes.");
        check("Yes.\n-----Original Message-----\nold", "Yes.");
        check("On Monday we met and you wrote: come.", "On Monday we met and you wrote: come.");
        check("Yes.\n>> Are you\n> > hiring?\n  > now?\nBest", "Yes. Best");
        check("Yes.\nFrom: Ann <ann@b.org>\nSent: Monday\nAre you hiring?", "Yes.");
        check("Yes.\nBegin forwarded message:\nAre you hiring?", "Yes.");
        check("Yes.\r\n> Are you hiring?\r\nBest", "Yes. Best");
    }

    #[test]
    fn the_lines_above_a_mail_of_ones_own_announce_no_other() {
        let mail = "From: Bo <bo@example.com>\nTo: Ana <ana@example.com>,\n  Cy <cy@example.com>\nSubject: Openings\nDate: Mon, 3 \
                    Mar 2025\nX-Mailer: Post\n\nAre you hiring?";
        check(mail, "Openings Are you hiring?");
        check(&mail.replace('\n', "\r\n"), "Openings Are you hiring?");
        check("\n\nTo: Ana\nSent: Monday\n\nHello", "Hello");
        check("From: Bo\nTo: Ana\n\nYes.\nFrom: Ana\nSent: Monday\nAre you hiring?", "Yes.");
        check("From: Bo\nTo: Ana\n\n> Are you hiring?", "");
        check("Subject: Are there\n any openings?\nTo: Ana\n\nHello", "Are there any openings? Hello");
        check("To: Ana\n\nHello", "Hello");
        check("References: would you write me one?", "References: would you write me one?");
        check("References: would you write me one?\nYours, Bo", "References: would you write me one? Yours, Bo");
        check("References: would you write me one?\n\nYours, Bo", "References: would you write me one? Yours, Bo");
        let folded = "References: would you write me one?\n  It would help.";
        check(folded, "References: would you write me one? It would help.");
        check(&format!("{folded}\n\nYours, Bo"), "References: would you write me one? It would help. Yours, Bo");
        check("References: <1@example.com>\n <2@example.com>\nTo: Ana\n\nHello", "Hello");
        check("Subject: Openings\nHi Ann", "Openings Hi Ann");
        check("Subject: Any\n openings?", "Any openings?");
        check("From what I hear: you teach.\nTo: me that is new.", "From what I hear: you teach. To: me that is new.");
    }

    #[test]
    fn what_a_mail_program_broke_is_joined() {
        check("Are there any open=\nings?", "Are there any openings?");
        check("Are there any=\r\n openings?", "Are there any openings?");
        check("Hello\n=====\nAna", "Hello ===== Ana");
        check("a=b\nand c=", "a=b and c=");
    }

    #[test]
    fn markup_is_blanked() {
        check("<p>Hi&nbsp;Ann,</p><p>I<b>t&#39;s</b> me</p>", "Hi Ann, It's me");
        check("<style>p { hiring }</style>Hi", "Hi");
        check("a < b and b > c", "a < b and b > c");
        check("<p>No.</p><blockquote>Are you hiring?</blockquote><p>Best</p>", "No. Best");
        check("No.<br>Best &amp; thanks", "No. Best & thanks");
        check("an open < tag that never ends", "an open < tag that never ends");
    }
}
