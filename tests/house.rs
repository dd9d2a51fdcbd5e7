//! The house rules that the compiler cannot hold: who may depend on whom, what a floor may know, which words are used.
//!
//! Serves every step. Each test reads the repository as it lies on disk, files that are not committed yet included, and
//! fails with the file, the line and the way out. What is a matter of taste is not tested here.

#[path = "house/documents.rs"]
mod documents;
#[path = "house/floors.rs"]
mod floors;
#[path = "house/lints.rs"]
mod lints;
#[path = "house/names.rs"]
mod names;
#[path = "house/purity.rs"]
mod purity;
#[path = "house/size.rs"]
mod size;
#[path = "house/source.rs"]
mod source;
#[path = "house/sql.rs"]
mod sql;
#[path = "house/steps.rs"]
mod steps;
#[path = "house/tree.rs"]
mod tree;
#[path = "house/words.rs"]
mod words;
