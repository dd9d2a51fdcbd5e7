-- The first schema. Files that were written with it exist: this file is never edited again; what changes later is a new
-- numbered file beside it.
--
-- Every table names its owner: what a seeker knows and who they are belongs to the seeker, a search to a campaign of
-- theirs. Days are text YYYY-MM-DD, instants RFC 3339 in UTC, lists and small values JSON. What one fact mentions of
-- another is a foreign key, checked when the transaction ends, so that the order of changes does not matter; each has
-- an index, or taking somebody off the list would read every table whole.

-- seeker ---------------------------------------------------------------------------------------------------------------

CREATE TABLE seekers (
    id INTEGER PRIMARY KEY,
    seeker_id INTEGER NOT NULL CHECK (seeker_id = id),
    name TEXT,
    headline TEXT,
    addresses TEXT NOT NULL DEFAULT '[]',
    links TEXT NOT NULL DEFAULT '[]',
    employed_now INTEGER,
    employer TEXT
) STRICT;

CREATE TABLE campaigns (
    id INTEGER PRIMARY KEY,
    seeker_id INTEGER NOT NULL REFERENCES seekers (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX campaigns_seeker ON campaigns (seeker_id);

CREATE TABLE strengths (
    id INTEGER PRIMARY KEY,
    seeker_id INTEGER NOT NULL REFERENCES seekers (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    proof TEXT,
    source INTEGER REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
    dropped INTEGER NOT NULL
) STRICT;
CREATE INDEX strengths_seeker ON strengths (seeker_id);
CREATE INDEX strengths_source ON strengths (source) WHERE source IS NOT NULL;

CREATE TABLE positions (
    id INTEGER PRIMARY KEY,
    seeker_id INTEGER NOT NULL REFERENCES seekers (id) DEFERRABLE INITIALLY DEFERRED,
    organization TEXT NOT NULL,
    title TEXT,
    started_on TEXT,
    ended_on TEXT,
    source INTEGER REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX positions_seeker ON positions (seeker_id);
CREATE INDEX positions_source ON positions (source) WHERE source IS NOT NULL;

CREATE TABLE schools (
    id INTEGER PRIMARY KEY,
    seeker_id INTEGER NOT NULL REFERENCES seekers (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    degree TEXT,
    started_on TEXT,
    ended_on TEXT,
    source INTEGER REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX schools_seeker ON schools (seeker_id);
CREATE INDEX schools_source ON schools (source) WHERE source IS NOT NULL;

-- direction ------------------------------------------------------------------------------------------------------------

CREATE TABLE directions (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id) DEFERRABLE INITIALLY DEFERRED,
    search TEXT,
    fields TEXT NOT NULL,
    roles TEXT NOT NULL,
    organizations TEXT NOT NULL,
    places TEXT NOT NULL,
    closed_on TEXT
) STRICT;
CREATE INDEX directions_campaign ON directions (campaign_id);

CREATE TABLE weeks (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id) DEFERRABLE INITIALLY DEFERRED,
    slots TEXT NOT NULL,
    conversations INTEGER
) STRICT;
CREATE INDEX weeks_campaign ON weeks (campaign_id);

CREATE TABLE ideas (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    noted_on TEXT NOT NULL,
    dropped INTEGER NOT NULL
) STRICT;
CREATE INDEX ideas_campaign ON ideas (campaign_id);

-- list -----------------------------------------------------------------------------------------------------------------

CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    seeker_id INTEGER NOT NULL REFERENCES seekers (id) DEFERRABLE INITIALLY DEFERRED,
    importer TEXT NOT NULL,
    file TEXT NOT NULL,
    digest TEXT NOT NULL,
    imported_on TEXT NOT NULL
) STRICT;
CREATE INDEX sources_seeker ON sources (seeker_id);

CREATE TABLE people (
    id INTEGER PRIMARY KEY,
    seeker_id INTEGER NOT NULL REFERENCES seekers (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT,
    emails TEXT NOT NULL,
    phones TEXT NOT NULL,
    links TEXT NOT NULL,
    organization TEXT,
    title TEXT,
    known_since_on TEXT,
    how_known TEXT,
    valued_for TEXT,
    respected INTEGER NOT NULL,
    close INTEGER NOT NULL,
    set_aside INTEGER NOT NULL,
    not_before_on TEXT,
    released INTEGER NOT NULL,
    notes TEXT,
    listed_on TEXT NOT NULL,
    forgotten INTEGER NOT NULL,
    -- Whether the seeker told anything of them; the others are known from files only.
    told INTEGER NOT NULL GENERATED ALWAYS AS (
        coalesce(name, organization, title, known_since_on, how_known, valued_for, not_before_on, notes) IS NOT NULL
        OR emails <> '[]' OR phones <> '[]' OR links <> '[]'
        OR respected OR close OR set_aside OR released OR forgotten
    ) VIRTUAL
) STRICT;
CREATE INDEX people_seeker ON people (seeker_id);
CREATE INDEX people_told ON people (seeker_id) WHERE told;

CREATE TABLE records (
    id INTEGER PRIMARY KEY,
    seeker_id INTEGER NOT NULL REFERENCES seekers (id) DEFERRABLE INITIALLY DEFERRED,
    person INTEGER NOT NULL REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    source INTEGER NOT NULL REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
    row_key TEXT NOT NULL,
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    given TEXT,
    family TEXT,
    emails TEXT NOT NULL,
    phones TEXT NOT NULL,
    links TEXT NOT NULL,
    organization TEXT,
    title TEXT,
    connected_on TEXT,
    past TEXT NOT NULL
) STRICT;
CREATE INDEX records_seeker ON records (seeker_id);
CREATE INDEX records_person ON records (person);
CREATE INDEX records_source ON records (source);

CREATE TABLE correspondence (
    id INTEGER PRIMARY KEY,
    seeker_id INTEGER NOT NULL REFERENCES seekers (id) DEFERRABLE INITIALLY DEFERRED,
    importer TEXT NOT NULL,
    address TEXT NOT NULL,
    days TEXT NOT NULL
) STRICT;
CREATE INDEX correspondence_address ON correspondence (seeker_id, address);

-- case -----------------------------------------------------------------------------------------------------------------

CREATE TABLE cases (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id) DEFERRABLE INITIALLY DEFERRED,
    person INTEGER NOT NULL REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    purpose TEXT NOT NULL,
    outcome TEXT NOT NULL,
    why TEXT NOT NULL
) STRICT;
CREATE INDEX cases_campaign ON cases (campaign_id);
CREATE INDEX cases_person ON cases (person);

-- questions ------------------------------------------------------------------------------------------------------------

CREATE TABLE question_plans (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id) DEFERRABLE INITIALLY DEFERRED,
    person INTEGER NOT NULL REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    questions TEXT NOT NULL
) STRICT;
CREATE INDEX question_plans_campaign ON question_plans (campaign_id);
CREATE INDEX question_plans_person ON question_plans (person);

-- story ----------------------------------------------------------------------------------------------------------------

CREATE TABLE stories (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    written_on TEXT NOT NULL,
    dropped INTEGER NOT NULL
) STRICT;
CREATE INDEX stories_campaign ON stories (campaign_id);

-- ask ------------------------------------------------------------------------------------------------------------------

CREATE TABLE asks (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id) DEFERRABLE INITIALLY DEFERRED,
    person INTEGER NOT NULL REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    form TEXT NOT NULL,
    asked_on TEXT NOT NULL,
    words TEXT,
    answer TEXT,
    answered_on TEXT,
    until_on TEXT,
    meeting TEXT,
    prepared_on TEXT,
    second_tried_on TEXT,
    reminded_on TEXT
) STRICT;
CREATE INDEX asks_campaign ON asks (campaign_id);
CREATE INDEX asks_person ON asks (person);

-- conversation ---------------------------------------------------------------------------------------------------------

CREATE TABLE conversations (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id) DEFERRABLE INITIALLY DEFERRED,
    person INTEGER NOT NULL REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    ask INTEGER REFERENCES asks (id) DEFERRABLE INITIALLY DEFERRED,
    held_on TEXT NOT NULL,
    ladder TEXT NOT NULL,
    learned TEXT,
    directions TEXT NOT NULL,
    organizations TEXT NOT NULL,
    story INTEGER REFERENCES stories (id) DEFERRABLE INITIALLY DEFERRED,
    thanked_on TEXT
) STRICT;
CREATE INDEX conversations_campaign ON conversations (campaign_id);
CREATE INDEX conversations_person ON conversations (person);
CREATE INDEX conversations_ask ON conversations (ask) WHERE ask IS NOT NULL;
CREATE INDEX conversations_story ON conversations (story) WHERE story IS NOT NULL;

CREATE TABLE referrals (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id) DEFERRABLE INITIALLY DEFERRED,
    "by" INTEGER NOT NULL REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    person INTEGER NOT NULL REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    conversation INTEGER REFERENCES conversations (id) DEFERRABLE INITIALLY DEFERRED,
    ask INTEGER REFERENCES asks (id) DEFERRABLE INITIALLY DEFERRED,
    named_on TEXT NOT NULL,
    introduction INTEGER NOT NULL,
    introduced_on TEXT,
    reported_on TEXT
) STRICT;
CREATE INDEX referrals_campaign ON referrals (campaign_id);
CREATE INDEX referrals_by ON referrals ("by");
CREATE INDEX referrals_person ON referrals (person);
CREATE INDEX referrals_conversation ON referrals (conversation) WHERE conversation IS NOT NULL;
CREATE INDEX referrals_ask ON referrals (ask) WHERE ask IS NOT NULL;

CREATE TABLE commitments (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id) DEFERRABLE INITIALLY DEFERRED,
    person INTEGER NOT NULL REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    conversation INTEGER REFERENCES conversations (id) DEFERRABLE INITIALLY DEFERRED,
    side TEXT NOT NULL,
    text TEXT NOT NULL,
    made_on TEXT NOT NULL,
    due_on TEXT,
    state TEXT NOT NULL,
    settled_on TEXT
) STRICT;
CREATE INDEX commitments_campaign ON commitments (campaign_id);
CREATE INDEX commitments_person ON commitments (person);
CREATE INDEX commitments_conversation ON commitments (conversation) WHERE conversation IS NOT NULL;

-- follow_through -------------------------------------------------------------------------------------------------------

CREATE TABLE laters (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id) DEFERRABLE INITIALLY DEFERRED,
    part TEXT NOT NULL,
    until_on TEXT NOT NULL
) STRICT;
CREATE INDEX laters_campaign ON laters (campaign_id);

-- momentum -------------------------------------------------------------------------------------------------------------

CREATE TABLE opportunities (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id) DEFERRABLE INITIALLY DEFERRED,
    title TEXT NOT NULL,
    organization TEXT,
    through INTEGER REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    conversation INTEGER REFERENCES conversations (id) DEFERRABLE INITIALLY DEFERRED,
    steps TEXT NOT NULL,
    notes TEXT
) STRICT;
CREATE INDEX opportunities_campaign ON opportunities (campaign_id);
CREATE INDEX opportunities_through ON opportunities (through) WHERE through IS NOT NULL;
CREATE INDEX opportunities_conversation ON opportunities (conversation) WHERE conversation IS NOT NULL;

-- log ------------------------------------------------------------------------------------------------------------------

-- The last number given for each kind of fact. Undo does not turn it back: an id is never given twice.
CREATE TABLE counters (
    kind TEXT PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One row for each thing that was done. People stand in the text as placeholders such as {p12}, never by name.
CREATE TABLE steps (
    id INTEGER PRIMARY KEY,
    seeker_id INTEGER NOT NULL REFERENCES seekers (id) DEFERRABLE INITIALLY DEFERRED,
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id) DEFERRABLE INITIALLY DEFERRED,
    at TEXT NOT NULL,
    door TEXT NOT NULL,
    text TEXT NOT NULL,
    undoes INTEGER REFERENCES steps (id) DEFERRABLE INITIALLY DEFERRED,
    -- A forgetting. Neither it nor anything before it can be taken back.
    final INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX steps_seeker ON steps (seeker_id);
CREATE INDEX steps_undoes ON steps (undoes) WHERE undoes IS NOT NULL;

-- What each step did to which fact. "old" stood before an update or a removal, "new" after an update; what a creation
-- wrote can be read where it stands. "mentions" are the facts that it began to mention.
CREATE TABLE changes (
    step INTEGER NOT NULL REFERENCES steps (id) DEFERRABLE INITIALLY DEFERRED,
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL,
    number INTEGER NOT NULL,
    what TEXT NOT NULL CHECK (what IN ('create', 'update', 'remove')),
    old TEXT,
    new TEXT,
    mentions TEXT NOT NULL,
    PRIMARY KEY (step, seq)
) STRICT, WITHOUT ROWID;

-- Of the file itself: how often it was written, and whether a forgetting still has to be scrubbed from it.
CREATE TABLE keeping (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    written INTEGER NOT NULL,
    scrub_due INTEGER NOT NULL
) STRICT;

INSERT INTO keeping (id, written, scrub_due) VALUES (1, 0, 0);
INSERT INTO seekers (id, seeker_id) VALUES (1, 1);
INSERT INTO campaigns (id, seeker_id) VALUES (1, 1);
INSERT INTO counters (kind, last) VALUES ('seeker', 1), ('direction', 1), ('week', 1);
