-- What changes after a week, in the seeker's own words.

CREATE TABLE week_lines (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id) DEFERRABLE INITIALLY DEFERRED,
    week_on TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX week_lines_campaign ON week_lines (campaign_id);
