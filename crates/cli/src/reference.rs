//! The references in `docs/`: what can be typed, and which rules there are. They are written from the program itself, so
//! that they cannot say anything else. `UPDATE_DOCS=1 cargo test -p halfhour reference` writes them anew.

use std::fmt::Write as _;
use std::path::Path;

use method::evidence::EVIDENCE;
use method::guide::{GUIDE, ROWS};
use method::rules::{RULES, Rule};
use web::routes::{ROUTES, Verb};

#[test]
fn the_command_reference_is_what_can_be_typed() {
    let mut text =
        "# Commands\n\nWritten from the program itself; the same words as `halfhour COMMAND --help`.\n".to_owned();
    let mut command = crate::args::command().term_width(100);
    command.build();
    tell(&mut command, "halfhour", &mut text);
    hold("docs/cli.md", &text);
}

fn tell(command: &mut clap::Command, name: &str, text: &mut String) {
    let depth = "#".repeat(name.split(' ').count() + 1);
    let _ = write!(text, "\n{depth} {name}\n\n```text\n{}\n```\n", command.render_long_help().to_string().trim_end());
    for verb in command.get_subcommands_mut() {
        let name = format!("{name} {}", verb.get_name());
        tell(verb, &name, text);
    }
}

#[test]
fn the_rule_reference_is_the_catalogue() {
    let mut text =
        "# Rules\n\nWhat halfhour suggests, points out and holds back, and what each rule rests on. Written \
                    from the program itself.\n"
            .to_owned();
    for rule in RULES {
        tell_rule(rule, &mut text);
    }
    text.push_str(
        "\n# Evidence\n\nGrades: a is causal or very large, b solid, c small or old, craft what people of the \
                   trade teach.\n\n| id | finding | grade | source |\n|---|---|---|---|\n",
    );
    for found in EVIDENCE {
        let _ = writeln!(text, "| {} | {} | {} | {} |", found.id, found.finding, found.grade, found.source);
    }
    hold("docs/rules.md", &text);
}

#[test]
fn the_table_of_the_method_is_its_rows() {
    let mut text = "# The method, row by row\n\nWhat the method asks for, and where it can be done: the page, and the command that does the same. \
                    Written from the program itself.\n\nIn short: `halfhour method`, or the page \"The method\".\n\n\
                    | row | what it asks | pages | commands |\n|---|---|---|---|\n"
        .to_owned();
    for row in ROWS {
        let pages: Vec<String> = row.ways.iter().map(|way| format!("{} (`{}`)", way.says, way.page)).collect();
        let commands: Vec<String> = row.ways.iter().map(|way| format!("`{}`", way.command)).collect();
        let _ = writeln!(text, "| {} | {} | {} | {} |", row.id, row.asks, each_once(pages), each_once(commands));
    }
    hold("docs/method.md", &text);
}

fn each_once(mut all: Vec<String>) -> String {
    all.dedup();
    all.join(", ")
}

#[test]
fn every_way_of_the_method_has_its_page_and_its_command() {
    let ways = ROWS.iter().flat_map(|row| row.ways).chain(GUIDE.steps.iter().flat_map(|step| step.ways));
    for way in ways {
        let stands = ROUTES.iter().any(|route| route.verb == Verb::Get && route.path == way.page);
        assert!(stands, "{} is no page of the table of routes", way.page);
        let typed = crate::args::command().try_get_matches_from(way.command.split(' '));
        assert!(
            typed.is_ok(),
            "{} cannot be typed: {}",
            way.command,
            typed.err().map(|no| no.to_string()).unwrap_or_default()
        );
    }
}

fn tell_rule(rule: &Rule, text: &mut String) {
    let _ =
        write!(text, "\n## {}\n\n{} {}\n\nRests on: {}.\n", rule.name, rule.says, rule.why, rule.evidence.join(", "));
}

fn hold(path: &str, text: &str) {
    let text: String = text.lines().flat_map(|line| [line.trim_end(), "\n"]).collect();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&file, &text).expect("the reference can be written");
    }
    let stands = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        stands == text,
        "{path} is not what the program says. Write it anew: UPDATE_DOCS=1 cargo test -p halfhour reference"
    );
}
