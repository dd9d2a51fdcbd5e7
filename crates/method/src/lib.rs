//! The method of half-hour conversations: nouns, rules and decisions.
//!
//! This floor knows what a career search is and nothing else. It has no clock, disk, network or randomness: the day and
//! the ids are handed in. Nouns are what a campaign holds, decisions turn a wish into [`change::Change`]s or a
//! [`change::Refusal`], rules and reports read a [`campaign::Campaign`] and say something about it.
//!
//! The eight steps stand in the order of the method; a step's nouns use nouns of earlier steps only.

pub mod campaign;
pub mod change;
pub mod day;
pub mod direction;
pub mod draft;
pub mod evidence;
pub mod everywhere;
pub mod field;
pub mod guide;
pub mod id;
pub mod organization;
pub mod rules;
pub mod seeker;
pub mod speech;
pub mod telling;
pub mod title;
pub mod words;

// The eight steps, in the order of the method.
pub mod list;
pub mod case;
pub mod questions;
pub mod story;
pub mod ask;
pub mod conversation;
pub mod follow_through;
pub mod momentum;

pub mod demo;

#[cfg(test)]
mod scene;
