//! Files that transcripts need and that cannot be written as text: archives, pictures, traps.

use std::io::Write as _;
use std::path::Path;

/// Carries out one direction of a script that is neither a command nor a text file.
pub fn prepare(folder: &Path, direction: &str) {
    let words: Vec<&str> = direction.split_whitespace().collect();
    match words.as_slice() {
        ["zip", name, members @ ..] => write(folder, name, &archive(folder, members)),
        ["locked", name, members @ ..] => write(folder, name, &locked(archive(folder, members))),
        ["png", name] => write(folder, name, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0"),
        ["bomb", name] => write(folder, name, &bomb()),
        ["folder", name] => std::fs::create_dir(folder.join(name)).expect("a folder can be made"),
        ["utf-16", name] => recoded(folder, name, |text| text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ["latin-1", name] => recoded(folder, name, |text| text.chars().map(|c| c as u32 as u8).collect()),
        ["readonly", name] => readonly(&folder.join(name)),
        ["same", one, other] => {
            let read = |name| std::fs::read(folder.join(name)).expect("the file is there");
            assert!(read(one) == read(other), "{one} and {other} differ");
        }
        ["holds-nothing-of", name, word] => holds_nothing_of(folder, name, word),
        ["newer", name] => newer(&folder.join(name)),
        ["truncate", name] => {
            let bytes = std::fs::read(folder.join(name)).expect("the file is there");
            write(folder, name, &bytes[..bytes.len() / 2]);
        }
        _ => panic!("no such direction in a script: {direction}"),
    }
}

/// Writes a file.
pub fn write(folder: &Path, name: &str, bytes: &[u8]) {
    std::fs::write(folder.join(name), bytes).expect("a file can be written");
}

/// Whether a line of a script belongs to the file that is being written.
pub fn is_content(line: &str) -> bool {
    line.starts_with("    ") || line == "|" || line.starts_with("repeat ")
}

/// What such a line writes.
pub fn content(line: &str) -> String {
    if let Some((count, text)) = line.strip_prefix("repeat ").and_then(|rest| rest.split_once(' ')) {
        let count: usize = count.parse().expect("a count");
        return (0..count).map(|n| text.replace("{n}", &n.to_string()) + "\n").collect();
    }
    format!("{}\n", line.strip_prefix("    ").unwrap_or_default())
}

/// Writes a text file anew in another encoding.
fn recoded(folder: &Path, name: &str, encode: fn(&str) -> Vec<u8>) {
    let text = std::fs::read_to_string(folder.join(name)).expect("the file is text");
    write(folder, name, &encode(&text));
}

fn holds_nothing_of(folder: &Path, name: &str, word: &str) {
    for end in ["", "-wal", "-shm"] {
        let bytes = std::fs::read(folder.join(format!("{name}{end}"))).unwrap_or_default();
        let found = bytes.windows(word.len()).any(|window| window == word.as_bytes());
        assert!(!found, "{name}{end} still tells {word}");
    }
}

fn readonly(path: &Path) {
    let mut permissions = std::fs::metadata(path).expect("the file is there").permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(path, permissions).expect("permissions can be set");
}

/// Raises the schema version in the header of an SQLite file, as a later program would have written it.
fn newer(path: &Path) {
    let mut bytes = std::fs::read(path).expect("the file is there");
    bytes[60..64].copy_from_slice(&999_u32.to_be_bytes());
    std::fs::write(path, bytes).expect("a file can be written");
}

fn archive(folder: &Path, members: &[&str]) -> Vec<u8> {
    let contents = members.iter().map(|name| (*name, std::fs::read(folder.join(name)).expect("the member is there")));
    zipped(contents)
}

fn zipped<'a>(contents: impl Iterator<Item = (&'a str, Vec<u8>)>) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in contents {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("a member can be begun");
        zip.write_all(&bytes).expect("a member can be written");
    }
    zip.finish().expect("an archive can be closed").into_inner()
}

/// Sets the flag "encrypted" of every member, in its own header and in the directory at the end.
fn locked(mut bytes: Vec<u8>) -> Vec<u8> {
    for at in 0..bytes.len().saturating_sub(10) {
        match &bytes[at..at + 4] {
            b"PK\x03\x04" => bytes[at + 6] |= 1,
            b"PK\x01\x02" => bytes[at + 8] |= 1,
            _ => {}
        }
    }
    bytes
}

/// A good first line, and then more zeros than anybody has connections, packed a thousand times smaller.
fn bomb() -> Vec<u8> {
    let mut content = b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n".to_vec();
    content.resize(40 << 20, b'0');
    zipped(std::iter::once(("Connections.csv", content)))
}
