-- Which questions of a conversation led further, as they were asked.
ALTER TABLE conversations ADD COLUMN led_further TEXT NOT NULL DEFAULT '[]';
-- The seeker's own words for an ask: for one person, or with slots for everybody.
CREATE TABLE wordings (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id) DEFERRABLE INITIALLY DEFERRED,
    person INTEGER REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    form TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX wordings_campaign ON wordings (campaign_id);
CREATE INDEX wordings_person ON wordings (person);
