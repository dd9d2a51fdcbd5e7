//! Names say what a thing is: no part of a module's or a type's name may mean nothing, and days differ from instants.

use crate::source::Source;
use crate::tree::{hold, rust};
use crate::words::parts;

/// Parts of names that fit anything and therefore say nothing. Their plurals are meant too.
const EMPTY: &[&str] = &["manager", "service", "handler", "helper", "util", "data", "info", "common", "base"];

/// Keywords that are followed by the name of a module or a type.
const NAMING: &[&str] = &["mod", "struct", "enum", "trait", "type", "union"];

/// Types of fields, the ending that their names take, and the names that are clear without it.
const TIMES: &[(&str, &str, &[&str])] = &[("Date", "_on", &["on", "today"]), ("Timestamp", "_at", &["at", "now"])];

#[test]
fn modules_and_types_have_telling_names() {
    let mut findings = Vec::new();
    for source in rust("") {
        let names = [module_names(&source.path), declared(&source)].concat();
        let empty = names.into_iter().filter(|name| parts(name).iter().any(|part| is_empty(part)));
        findings.extend(empty.map(|name| format!("{}: {name}", source.path)));
    }
    hold(&findings, &format!("name the thing itself; these parts fit anything: {}", EMPTY.join(", ")));
}

fn is_empty(part: &str) -> bool {
    EMPTY.contains(&part) || part.strip_suffix('s').is_some_and(|single| EMPTY.contains(&single))
}

fn module_names(path: &str) -> Vec<String> {
    path.trim_end_matches(".rs").split('/').map(String::from).collect()
}

/// Names of modules and types that a file declares.
fn declared(source: &Source) -> Vec<String> {
    let code = source.code();
    let is_sign = |sign: char| !sign.is_alphanumeric() && sign != '_';
    let words: Vec<&str> = code.split(is_sign).filter(|word| !word.is_empty()).collect();
    words.windows(2).filter(|pair| NAMING.contains(&pair[0])).map(|pair| pair[1].to_string()).collect()
}

#[test]
fn days_end_in_on_and_instants_in_at() {
    let sources = rust("crates/");
    let findings: Vec<String> = sources.iter().flat_map(misnamed).collect();
    hold(&findings, "a day is `met_on`, an instant `changed_at`");
}

/// Public fields that hold a day or an instant under another kind of name.
fn misnamed(source: &Source) -> Vec<String> {
    let mut findings = Vec::new();
    for (line, text) in source.code().lines().enumerate() {
        let field = text.trim().strip_prefix("pub ").and_then(|field| field.strip_suffix(',')?.split_once(": "));
        let Some((name, kind)) = field else { continue };
        let kind = kind.trim_start_matches("Option<").trim_end_matches('>').rsplit("::").next().unwrap_or(kind);
        let time = TIMES.iter().find(|time| time.0 == kind);
        if time.is_some_and(|(_, ending, clear)| !name.ends_with(ending) && !clear.contains(&name)) {
            findings.push(format!("{}:{}: {name}: {kind}", source.path, line + 1));
        }
    }
    findings
}

#[test]
fn an_empty_name_is_found_in_files_types_and_modules() {
    let check = |path: &str, text: &str, expected: usize| {
        let source = Source::new(path, text.to_string());
        let names = [module_names(path), declared(&source)].concat();
        assert_eq!(
            names.iter().filter(|name| parts(name).iter().any(|part| is_empty(part))).count(),
            expected,
            "{text}"
        );
    };
    check("crates/store/src/utils.rs", "", 1);
    check("crates/store/src/metadata.rs", "struct Database; // struct UserInfo", 0);
    check("src/a.rs", "pub struct PersonInfo { info: u8 }\nmod date_helpers;\nenum BaseCase {}", 3);
}

#[test]
fn a_misnamed_day_is_found() {
    let check = |field: &str, expected: usize| {
        let source = Source::new("a.rs", format!("pub struct A {{\n    {field}\n}}"));
        assert_eq!(misnamed(&source).len(), expected, "{field}");
    };
    check("pub met: Option<Date>,", 1);
    check("pub met_on: jiff::civil::Date,", 0);
    check("pub on: Date,", 0);
    check("pub changed_on: Timestamp,", 1);
}
