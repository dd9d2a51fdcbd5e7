-- Two people of whom the seeker said that they are not one. The import and the list of duplicates leave them alone.
CREATE TABLE aparts (
    id INTEGER PRIMARY KEY,
    seeker_id INTEGER NOT NULL REFERENCES seekers (id) DEFERRABLE INITIALLY DEFERRED,
    a INTEGER NOT NULL REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    b INTEGER NOT NULL REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX aparts_seeker ON aparts (seeker_id);
CREATE INDEX aparts_a ON aparts (a);
CREATE INDEX aparts_b ON aparts (b);
