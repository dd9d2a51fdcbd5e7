//! What programs are promised of `--json` and of exit codes: every field of `docs/json.md`, on the invented search.
//!
//! Fields may be added, never renamed. Wherever `person` stands it is id and name or null, and every day is YYYY-MM-DD.

#![expect(clippy::expect_used, reason = "a promise that cannot be looked at is broken")]

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output};

use rstest::rstest;
use serde_json::Value;

const TODAY: &str = "2026-11-23";

fn halfhour(folder: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_halfhour"));
    command.current_dir(folder).env("HALFHOUR_DATA", "campaign.db").args(words).args(["--today", TODAY]);
    command.output().expect("halfhour can be run")
}

fn json(folder: &Path, words: &[&str]) -> Value {
    let output = halfhour(folder, &[words, &["--json"]].concat());
    serde_json::from_slice(&output.stdout).expect("standard output is JSON and nothing else")
}

fn demo() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    assert!(halfhour(folder.path(), &["demo"]).status.success());
    folder
}

#[rstest]
#[case::list(&["list"], "[].{id,name,emails,phones,links,organization,title,sources,stage,closeness,known_since_on,last_in_touch_on}")]
#[case::sources_of_list(&["list"], "[].sources[].{kind,file,place}")]
#[case::next(&["next"], "slate[].{person,group,reasons,rule}")]
#[case::held_back(&["next"], "held_back[].{person,reason,rule}")]
#[case::path(&["path", "City Transit Authority"], "{target,paths}")]
#[case::ways(&["path", "City Transit Authority"], "paths[].{people,strength,evidence,weakest}")]
#[case::today(&["today"], "moves[].{id,person,due_on,text,why,rule,parts}")]
#[case::parts(&["today"], "moves[].parts[].{rule,text,why,about}")]
#[case::momentum(&["momentum"], "{weeks,ladder,sustain,funnel,chains}")]
#[case::weeks(&["momentum"], "weeks[].{starts_on,asks,held,referrals,ladder}")]
#[case::ladder(&["momentum"], "ladder.{not_much,listened,named_someone,made_the_call}")]
#[case::sustain(&["momentum"], "sustain.{estimate,low,high,conversations}")]
#[case::funnel(&["momentum"], "funnel[].{step,people}")]
#[case::chains(&["momentum"], "chains[].{person,depth,waiting_on,since_on,led_to}")]
#[case::history(&["history"], "steps[].{id,at,door,text,undone_by}")]
fn the_promised_fields_stand(#[case] words: &[&str], #[case] promise: &str) {
    let folder = demo();
    let (path, fields) = promise.split_once('{').expect("a promise names fields");
    let json = json(folder.path(), words);
    let objects = follow(&json, path.trim_end_matches('.'));
    assert!(!objects.is_empty(), "{words:?} shows nothing at {path}");
    for object in objects {
        for field in fields.trim_end_matches('}').split(',') {
            assert!(object.get(field).is_some(), "{words:?}: {field} is missing in {object}");
        }
    }
}

/// The values at a path such as `slate[].person`; `[]` means each of a list.
fn follow<'a>(json: &'a Value, path: &str) -> Vec<&'a Value> {
    let mut found = vec![json];
    for part in path.split('.').filter(|part| !part.is_empty()) {
        let (field, each) = part.strip_suffix("[]").map_or((part, false), |field| (field, true));
        if !field.is_empty() {
            found = found.into_iter().filter_map(|value| value.get(field)).collect();
        }
        if each {
            found = found.into_iter().flat_map(|value| value.as_array().into_iter().flatten()).collect();
        }
    }
    found
}

#[rstest]
#[case::list(&["list"], &["list [QUERY]"])]
#[case::who_promised(&["list", "show", "p1"], &["list show"])]
#[case::who_was_asked(&["list", "show", "p24"], &["list show"])]
#[case::who_named_somebody(&["list", "show", "p8"], &["list show", "case", "questions"])]
#[case::next(&["next"], &["next"])]
#[case::others_there(&["next", "--at", "City Transit Authority"], &["next"])]
#[case::path(&["path", "City Transit Authority"], &["path"])]
#[case::organizations(&["organizations"], &["organizations"])]
#[case::organization(&["organizations", "City Transit Authority"], &["organizations", "path"])]
#[case::case(&["case", "p1"], &["case"])]
#[case::questions(&["questions", "p1"], &["questions"])]
#[case::story(&["story"], &["story"])]
#[case::ask(&["ask", "p24"], &["ask"])]
#[case::asked(&["ask", "log", "p60"], &["ask"])]
#[case::sheet(&["sheet", "p1"], &["sheet"])]
#[case::added(&["list", "add", "Zoe Lind"], &["list add"])]
#[case::conversation(&["conversation", "p1"], &["conversation"])]
#[case::thanks(&["conversation", "thanks", "c1"], &["conversation thanks"])]
#[case::today(&["today"], &["today"])]
#[case::week(&["week"], &["week", "today"])]
#[case::week_before(&["week", "last"], &["week", "today"])]
#[case::momentum(&["momentum"], &["momentum"])]
#[case::map(&["map"], &["map"])]
#[case::share(&["share", "--letters"], &["share", "momentum"])]
#[case::closing(&["closing"], &["closing"])]
#[case::opportunity(&["opportunity"], &["opportunity"])]
#[case::me(&["me"], &["me"])]
#[case::method(&["method"], &["method"])]
#[case::history(&["history"], &["history"])]
#[case::doctor(&["doctor"], &["doctor"])]
fn whatever_is_printed_is_written_down(#[case] words: &[&str], #[case] sections: &[&str]) {
    let folder = demo();
    let mut printed = BTreeSet::new();
    fields(&json(folder.path(), words), &mut printed);
    let written = written(sections);
    let missing: Vec<&String> = printed.difference(&written).collect();
    assert!(!printed.is_empty() && missing.is_empty(), "docs/json.md lacks of {words:?}: {missing:?}");
}

/// The names of all fields; ids that stand as names are none.
fn fields(json: &Value, names: &mut BTreeSet<String>) {
    match json {
        Value::Object(all) => {
            names.extend(all.keys().filter(|name| !name.contains(|letter: char| letter.is_ascii_digit())).cloned());
            all.values().for_each(|value| fields(value, names));
        }
        Value::Array(values) => values.iter().for_each(|value| fields(value, names)),
        _ => {}
    }
}

/// Every name that stands as code in the opening of `docs/json.md` and in these sections of it.
fn written(sections: &[&str]) -> BTreeSet<String> {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/json.md");
    let page = std::fs::read_to_string(page).expect("docs/json.md can be read");
    let is_wanted = |heading: &str| {
        let commands = heading.split('`').skip(1).step_by(2);
        sections.iter().any(|wanted| {
            commands.clone().any(|command| {
                command.strip_prefix(wanted).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '…']))
            })
        })
    };
    let (mut shapes, mut prose, mut is_read) = (String::new(), String::new(), true);
    for line in page.lines() {
        if line.starts_with("**`") {
            is_read = is_wanted(line);
        }
        if is_read {
            let text = if line.starts_with("    ") { &mut shapes } else { &mut prose };
            text.push_str(line);
            text.push('\n');
        }
    }
    let code = prose.split('`').skip(1).step_by(2).chain([shapes.as_str()]);
    let words = code.flat_map(|code| code.split(|letter: char| !letter.is_ascii_lowercase() && letter != '_'));
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[rstest]
#[case(&["list"])]
#[case(&["list", "show", "p1"])]
#[case(&["next"])]
#[case(&["path", "City Transit Authority"])]
#[case(&["case", "p1"])]
#[case(&["questions", "p1"])]
#[case(&["story"])]
#[case(&["ask", "p24"])]
#[case(&["sheet", "p1"])]
#[case(&["conversation", "p1"])]
#[case(&["today"])]
#[case(&["opportunity"])]
#[case(&["momentum"])]
#[case(&["map"])]
#[case(&["me"])]
#[case(&["history"])]
#[case(&["doctor"])]
fn a_person_is_id_and_name_and_a_day_is_a_day(#[case] words: &[&str]) {
    let folder = demo();
    look(&json(folder.path(), words), "");
}

fn look(json: &Value, field: &str) {
    match (field, json) {
        ("person", Value::Null) => {}
        ("person", Value::Object(person)) => {
            assert!(person.get("id").is_some_and(Value::is_string), "{json}");
            assert!(person.get("name").is_some_and(Value::is_string), "{json}");
        }
        ("person", other) => unreachable!("`person` is {other}"),
        (field, Value::String(day)) if field.ends_with("_on") => {
            assert!(day.parse::<jiff::civil::Date>().is_ok() && day.len() == 10, "{field} is {day}");
        }
        (_, Value::Object(fields)) => fields.iter().for_each(|(field, value)| look(value, field)),
        (_, Value::Array(values)) => values.iter().for_each(|value| look(value, "")),
        _ => {}
    }
}

#[rstest]
#[case::done(&["today"], 0)]
#[case::wrong_command_line(&["nonsense"], 2)]
#[case::unknown_person(&["list", "show", "Nobody Atall"], 2)]
#[case::unusable_file(&["import", "nothing.zip"], 3)]
#[case::unusable_campaign(&["today", "--data", "missing/campaign.db"], 4)]
#[case::the_method_says_no(&["demo"], 5)]
fn exit_codes_are_kept(#[case] words: &[&str], #[case] code: i32) {
    let folder = demo();
    let output = halfhour(folder.path(), &[words, &["--json"]].concat());
    assert_eq!(output.status.code(), Some(code), "{words:?}");
    if code != 0 {
        assert!(output.stdout.is_empty(), "errors go to standard error");
        let error: Value = serde_json::from_slice(&output.stderr).expect("an error is JSON too");
        for field in ["kind", "message", "hint"] {
            assert!(error["error"][field].is_string(), "{field} is missing in {error}");
        }
    }
}
