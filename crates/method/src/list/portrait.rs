//! Everything that is known about one person.
