//! The export that LinkedIn sends to its members: a ZIP of tables, or the single tables.
//!
//! Serves the list: connections become people, five tables tell about the seeker, messages and invitations say who
//! wrote to whom and when. Files come from LinkedIn itself or out of spreadsheet programs, in every shape since 2018.
//! It refuses to keep what was written.

pub(crate) mod company_follows;
pub(crate) mod connections;
pub(crate) mod education;
pub(crate) mod email_addresses;
pub(crate) mod endorsements;
pub(crate) mod invitations;
mod letters;
pub(crate) mod messages;
mod own;
mod period;
pub(crate) mod phone_book;
pub(crate) mod positions;
pub(crate) mod profile;
mod recipients;
pub(crate) mod recommendations;
pub(crate) mod skills;
mod slips;

use crate::gather::{Care, Reason, folded, gather, quoted, value};
