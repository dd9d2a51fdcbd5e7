//! Which crate may depend on which, and which foreign crates stay out.

use cargo_metadata::{DependencyKind, MetadataCommand, Package};

use crate::tree::{hold, root};

/// Every package of the workspace, with the packages of the workspace that it may depend on. A new package needs a new
/// effect or a new binary; it gets its row here.
const FLOORS: &[(&str, &[&str])] = &[
    ("method", &[]),
    ("formats", &["method"]),
    ("store", &["method"]),
    ("web", &["method", "formats", "store"]),
    ("mcp", &["method", "formats", "store"]),
    ("halfhour", &["method", "formats", "store", "web", "mcp"]),
    ("server", &["method", "formats", "store", "web", "mcp"]),
    ("e2e", &["web"]),
    ("xtask", &[]),
];

/// What `method` may use. None of these can read a clock, a file or the network for it; jiff could tell the time, which
/// crates/method/clippy.toml forbids.
const ALLOWED_IN_METHOD: &[&str] =
    &["jiff", "serde", "thiserror", "strsim", "any_ascii", "unicode-normalization", "libm"];

/// Packages that are programs; only they may use `anyhow`.
const PROGRAMS: &[&str] = &["halfhour", "server", "e2e", "xtask"];

/// Crates that make requests. Nothing that a person runs may depend on one: no outside request, ever.
const CLIENTS: &[&str] = &["reqwest", "ureq", "curl", "isahc", "minreq", "attohttpc", "awc", "surf", "hyper-tls"];

fn packages() -> Vec<Package> {
    let metadata = MetadataCommand::new().manifest_path(root().join("Cargo.toml")).no_deps().exec();
    metadata.map(|metadata| metadata.packages).unwrap_or_default()
}

/// Names of what a package depends on, without its dev-dependencies unless asked for.
fn needs(package: &Package, for_tests_too: bool) -> Vec<&str> {
    let wanted = package.dependencies.iter().filter(|need| for_tests_too || need.kind != DependencyKind::Development);
    wanted.map(|need| need.name.as_str()).collect()
}

fn names(packages: &[Package]) -> Vec<&str> {
    packages.iter().map(|package| package.name.as_str()).collect()
}

#[test]
fn every_package_has_its_floor() {
    let packages = packages();
    assert!(packages.len() > 1, "cargo metadata told of no packages");
    let homeless = names(&packages).into_iter().filter(|name| !FLOORS.iter().any(|(floor, _)| floor == name));
    let findings: Vec<String> = homeless.map(|name| format!("{name} has no row in FLOORS")).collect();
    hold(&findings, "a new crate needs a new effect or a new binary; then add its row to tests/house/floors.rs");
}

#[test]
fn crates_depend_downward_only() {
    let packages = packages();
    let ours = names(&packages);
    let mut findings = Vec::new();
    for package in &packages {
        let allowed = FLOORS.iter().find(|(name, _)| package.name.as_str() == *name).map_or(&[][..], |row| row.1);
        for need in needs(package, true).into_iter().filter(|need| ours.contains(need) && !allowed.contains(need)) {
            findings.push(format!("{}: {} may not depend on {need}", package.manifest_path, package.name));
        }
    }
    hold(&findings, "what both need belongs to `method`; `formats` and `store` never see each other");
}

#[test]
fn method_uses_nothing_but_what_is_listed() {
    let packages = packages();
    let method = packages.iter().filter(|package| package.name.as_str() == "method");
    let foreign = method.flat_map(|method| needs(method, false)).filter(|need| !ALLOWED_IN_METHOD.contains(need));
    let findings: Vec<String> = foreign.map(|need| format!("crates/method/Cargo.toml: {need}")).collect();
    hold(&findings, "hand the value in from a floor above, or argue for the crate in ALLOWED_IN_METHOD");
}

#[test]
fn only_programs_use_anyhow() {
    let packages = packages();
    let libraries = packages.iter().filter(|package| !PROGRAMS.contains(&package.name.as_str()));
    let guilty = libraries.filter(|package| needs(package, false).contains(&"anyhow"));
    let findings: Vec<String> = guilty.map(|package| package.manifest_path.to_string()).collect();
    hold(&findings, "a library names its errors with thiserror, so that the caller can tell them apart");
}

#[test]
fn nothing_can_make_a_request() {
    let packages = packages();
    let mut findings = Vec::new();
    for package in &packages {
        for need in needs(package, false).into_iter().filter(|need| CLIENTS.contains(need)) {
            findings.push(format!("{}: {need}", package.manifest_path));
        }
    }
    hold(&findings, "halfhour makes no outside request; embed what is needed, or let the person bring the file");
}
