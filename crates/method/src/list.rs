//! The first step: the list of people whom the seeker knows.

pub mod reading;
