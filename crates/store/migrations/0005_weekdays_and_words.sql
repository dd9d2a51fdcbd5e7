-- The days on which the seeker does what is due: their own weekdays, and their days off.
ALTER TABLE weeks ADD COLUMN weekdays TEXT NOT NULL DEFAULT '[]';
ALTER TABLE weeks ADD COLUMN days_off TEXT NOT NULL DEFAULT '[]';
-- What following through remembers: an easy message, a kind reminder, a line to those who helped.
ALTER TABLE weeks ADD COLUMN warmed_up_on TEXT;
ALTER TABLE commitments ADD COLUMN reminded_on TEXT;
ALTER TABLE conversations ADD COLUMN in_touch_on TEXT;
