//! The seeker and where they have been, as rows. Rows only: what they mean is for `method` to say.

use method::seeker::{Followed, Position, School, Seeker, Strength};

use super::rows::rows;

rows! { Seeker: "seekers" of seeker { name, headline, addresses, links, employed_now, employer } }
rows! { Strength: "strengths" of seeker { name, proof, proof_source, source, dropped } }
rows! { Position: "positions" of seeker { organization, title, started_on, ended_on, source } }
rows! { School: "schools" of seeker { name, degree, started_on, ended_on, source } }
rows! { Followed: "followed" of seeker { organization, followed_on, source } }
