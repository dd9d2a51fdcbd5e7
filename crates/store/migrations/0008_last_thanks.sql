-- Who was thanked when the search came to its end.

CREATE TABLE last_thanks (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id) DEFERRABLE INITIALLY DEFERRED,
    person INTEGER NOT NULL REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    thanked_on TEXT NOT NULL
) STRICT;
CREATE INDEX last_thanks_campaign ON last_thanks (campaign_id);
CREATE INDEX last_thanks_person ON last_thanks (person);
