-- Which organizations the seeker follows on a network, and the file in which the proof of a strength was found.

CREATE TABLE followed (
    id INTEGER PRIMARY KEY,
    seeker_id INTEGER NOT NULL REFERENCES seekers (id) DEFERRABLE INITIALLY DEFERRED,
    organization TEXT NOT NULL,
    followed_on TEXT,
    source INTEGER REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX followed_seeker ON followed (seeker_id);
CREATE INDEX followed_source ON followed (source) WHERE source IS NOT NULL;

ALTER TABLE strengths ADD COLUMN proof_source INTEGER REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX strengths_proof_source ON strengths (proof_source) WHERE proof_source IS NOT NULL;
