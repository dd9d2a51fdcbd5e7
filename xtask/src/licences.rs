//! The licences of everything that is built in, tested with or built with, against a list of permissive ones.
//!
//! Asks Cargo which packages the workspace really resolves to, on every platform. A licence that is not listed is
//! refused; a package under a weak copyleft licence is listed by name, after somebody has thought about it.

use anyhow::{Context, Result, bail};
use cargo_metadata::{MetadataCommand, Package};
use spdx::{Expression, ParseMode};

use crate::shell::root;

/// Licences that ask for no more than to be named.
const PERMISSIVE: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Unlicense",
    "Zlib",
];

/// Packages allowed by name, with the one further licence that they may carry.
const BY_NAME: &[(&str, &str)] = &[("nucleo-matcher", "MPL-2.0")];

/// Passes when every package's licence is allowed; otherwise names each package, its version and its licence.
pub fn check() -> Result<()> {
    let metadata = MetadataCommand::new().current_dir(root()).exec().context("cargo metadata failed")?;
    let resolved = metadata.resolve.context("cargo metadata resolved nothing")?;
    let used = |package: &&Package| resolved.nodes.iter().any(|node| node.id == package.id);
    let refused: Vec<String> = metadata.packages.iter().filter(used).filter_map(objection).collect();
    if !refused.is_empty() {
        bail!("{}\nUse another crate, or list the licence in xtask/src/licences.rs", refused.join("\n"));
    }
    Ok(())
}

fn objection(package: &Package) -> Option<String> {
    let licence = package.license.as_deref().unwrap_or_default();
    let name = package.name.as_str();
    let shown = if licence.is_empty() { "no licence" } else { licence };
    (!allowed(name, licence)).then(|| format!("{name} {} has {shown}", package.version))
}

/// Whether an SPDX expression can be met with allowed licences alone. What cannot be read is not allowed.
fn allowed(name: &str, expression: &str) -> bool {
    let Ok(expression) = Expression::parse_mode(expression, ParseMode::LAX) else {
        return false;
    };
    expression.evaluate(|wanted| {
        let wanted = wanted.to_string();
        PERMISSIVE.contains(&wanted.as_str()) || BY_NAME.contains(&(name, wanted.as_str()))
    })
}

#[cfg(test)]
mod tests {
    use super::allowed;

    fn check(expression: &str, expected: bool) {
        assert_eq!(allowed("some-crate", expression), expected, "{expression:?}");
    }

    #[test]
    fn one_allowed_choice_is_enough() {
        check("MIT OR Apache-2.0", true);
        check("MIT/Apache-2.0", true);
        check("MIT OR LGPL-2.1-or-later", true);
        check("Apache-2.0 WITH LLVM-exception OR GPL-3.0-only", true);
    }

    #[test]
    fn everything_that_is_asked_together_must_be_allowed() {
        check("(MIT OR Apache-2.0) AND Unicode-3.0", true);
        check("MIT AND GPL-3.0-only", false);
        check("(MIT OR Apache-2.0) AND MPL-2.0", false);
    }

    #[test]
    fn copyleft_is_refused() {
        for expression in ["GPL-2.0", "GPL-3.0+", "LGPL-3.0-only", "AGPL-3.0-or-later", "MPL-2.0"] {
            check(expression, false);
        }
    }

    #[test]
    fn what_cannot_be_read_is_refused() {
        check("", false);
        check("MIT OR", false);
        check("my own words", false);
    }

    #[test]
    fn a_package_may_be_allowed_by_name() {
        assert!(allowed("nucleo-matcher", "MPL-2.0"));
        assert!(!allowed("nucleo-matcher", "GPL-3.0-only"));
    }
}
