-- The days on which the seeker does what is due: their own weekdays, and their days off.
ALTER TABLE weeks ADD COLUMN weekdays TEXT NOT NULL DEFAULT '[]';
ALTER TABLE weeks ADD COLUMN days_off TEXT NOT NULL DEFAULT '[]';
