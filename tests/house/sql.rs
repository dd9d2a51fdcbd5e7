//! SQL stays in the store.

use cargo_metadata::MetadataCommand;

use crate::source::Source;
use crate::tree::{files, hold, root, rust};

/// Crates that speak SQL.
const DATABASES: &[&str] = &["rusqlite", "libsqlite3-sys", "sqlx", "diesel", "postgres", "tokio-postgres", "sea-orm"];

/// How a statement begins. A statement in small letters is recognised where its words are no English.
const STATEMENTS: &[&str] = &[
    "SELECT ",
    "INSERT ",
    "UPDATE ",
    "DELETE FROM",
    "CREATE ",
    "ALTER TABLE",
    "DROP ",
    "PRAGMA ",
    "BEGIN IMMEDIATE",
    "WITH RECURSIVE",
    "VACUUM",
    "select * ",
    "select count(",
    "insert into ",
    "delete from ",
    "create table ",
    "pragma ",
    "begin immediate",
];

#[test]
fn only_the_store_depends_on_a_database() {
    let metadata = MetadataCommand::new().manifest_path(root().join("Cargo.toml")).no_deps().exec();
    let packages = metadata.map(|metadata| metadata.packages).unwrap_or_default();
    let others = packages.iter().filter(|package| package.name.as_str() != "store");
    let pairs = others.flat_map(|package| package.dependencies.iter().map(move |need| (package, need)));
    let guilty = pairs.filter(|(_, need)| DATABASES.contains(&need.name.as_str()));
    let findings: Vec<String> =
        guilty.map(|(package, need)| format!("{}: {}", package.manifest_path, need.name)).collect();
    hold(&findings, "ask the Store for what you need; crates/store is the only crate that knows SQL");
}

#[test]
fn only_the_store_holds_sql() {
    let outside = |path: &str| !path.starts_with("crates/store/") && path != "tests/house/sql.rs";
    let scripts = files().into_iter().filter(|file| file.ends_with(".sql") && outside(file));
    let sources = rust("").into_iter().filter(|source| outside(&source.path));
    let findings: Vec<String> = scripts.chain(sources.flat_map(|source| statements(&source))).collect();
    hold(&findings, "move the statement into crates/store and give it a name there");
}

fn statements(source: &Source) -> Vec<String> {
    let is_statement = |text: &str| STATEMENTS.iter().any(|start| text.trim_start().starts_with(start));
    let found = source.strings().into_iter().filter(|(_, text)| is_statement(text));
    found.map(|(line, text)| format!("{}:{line}: {}", source.path, text.lines().next().unwrap_or_default())).collect()
}

#[test]
fn migrations_are_numbered_without_a_gap() {
    let migrations = files().into_iter().filter(|file| file.starts_with("crates/store/migrations/"));
    let mut numbers: Vec<(u32, String)> = migrations.map(|file| (number(&file), file)).collect();
    numbers.sort();
    assert!(!numbers.is_empty(), "crates/store/migrations/ holds no migration; number the first one 0001");
    let wrong = numbers.iter().zip(1..).filter(|((number, _), expected)| number != expected);
    let findings: Vec<String> = wrong.map(|((_, file), expected)| format!("{file} should be {expected:04}")).collect();
    hold(&findings, "migrations are append only: give yours the next free number");
}

fn number(file: &str) -> u32 {
    let name = file.rsplit('/').next().unwrap_or_default();
    let digits: String = name.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(0)
}
