-- What was between the seeker and a person in searches that came to their end, and how many of those there were.

CREATE TABLE earlier (
    id INTEGER PRIMARY KEY,
    seeker_id INTEGER NOT NULL REFERENCES seekers (id) DEFERRABLE INITIALLY DEFERRED,
    person INTEGER NOT NULL REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    asks TEXT NOT NULL,
    conversations TEXT NOT NULL,
    named TEXT NOT NULL
) STRICT;
CREATE INDEX earlier_seeker ON earlier (seeker_id);
CREATE INDEX earlier_person ON earlier (person);

ALTER TABLE directions ADD COLUMN earlier_searches INTEGER NOT NULL DEFAULT 0;
