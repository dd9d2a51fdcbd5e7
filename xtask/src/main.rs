//! Chores of the workspace, in Rust, so that they run wherever the workspace builds.
//!
//! `cargo xtask` alone lists them. A chore calls the programs a person would call; it keeps no state of its own.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a chore talks to whoever started it")]

mod bench;
mod browser;
mod calendars;
mod licences;
mod shell;
mod stages;
mod test;
mod tools;

use std::process::ExitCode;

/// One thing that `cargo xtask` can do.
struct Chore {
    name: &'static str,
    usage: &'static str,
    help: &'static str,
    run: fn(&[String]) -> anyhow::Result<()>,
}

const CHORES: &[Chore] = &[
    Chore {
        name: "test",
        usage: "cargo xtask test [--install] [--without-browser] [STAGE...]",
        help: "everything that must hold before a change is merged, or only the stages named",
        run: test::run,
    },
    Chore {
        name: "screenshots",
        usage: "cargo xtask screenshots [--install]",
        help: "the pictures of the README, from the invented search",
        run: browser::screenshots,
    },
    Chore {
        name: "bench",
        usage: "cargo xtask bench matching|check|coverage|ties",
        help: "how well and how fast duplicates are found, or drafts are checked, how often momentum is right, or whether closeness foretells letters; the figures belong into docs/benchmarks.md",
        run: bench::run_one,
    },
    Chore {
        name: "simulate",
        usage: "cargo xtask simulate",
        help: "how many conversations the slate and simple ways to choose need, in invented worlds with published figures",
        run: bench::simulate,
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((name, rest)) = arguments.split_first() else {
        println!("{}", list());
        return ExitCode::SUCCESS;
    };
    let Some(chore) = CHORES.iter().find(|chore| chore.name == name) else {
        eprintln!("There is no chore {name}. These exist:\n{}", list());
        return ExitCode::from(2);
    };
    match (chore.run)(rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn list() -> String {
    let chores = CHORES.iter().map(|chore| format!("{}\n    {}", chore.usage, chore.help));
    let stages = stages::STAGES.iter().map(|stage| format!("    {:<9} {}", stage.name, stage.what));
    [chores.collect::<Vec<_>>().join("\n"), "stages, in this order:".into(), stages.collect::<Vec<_>>().join("\n")]
        .join("\n")
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_list_names_every_chore_and_every_stage() {
        let list = super::list();
        for name in super::CHORES.iter().map(|chore| chore.name) {
            assert!(list.contains(&format!("cargo xtask {name}")), "{name} is missing in:\n{list}");
        }
        for stage in super::stages::STAGES {
            assert!(list.contains(stage.what), "{} is missing in:\n{list}", stage.name);
        }
    }
}
