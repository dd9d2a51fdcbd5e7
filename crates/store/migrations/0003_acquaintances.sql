-- Who knows whom, as far as letters and meetings show: two addresses, how much they shared in which year, and when last.

CREATE TABLE acquaintances (
    id INTEGER PRIMARY KEY,
    seeker_id INTEGER NOT NULL REFERENCES seekers (id) DEFERRABLE INITIALLY DEFERRED,
    importer TEXT NOT NULL,
    a TEXT NOT NULL,
    b TEXT NOT NULL,
    years TEXT NOT NULL,
    last_on TEXT NOT NULL
) STRICT;
CREATE INDEX acquaintances_a ON acquaintances (seeker_id, a);
CREATE INDEX acquaintances_b ON acquaintances (seeker_id, b);
