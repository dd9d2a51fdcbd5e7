-- What address books tell and LinkedIn does not: the day of birth (YYYY-MM-DD, or --MM-DD without a year), postal
-- addresses as one line each, and other names, such as a nickname or a name before marriage.
ALTER TABLE records ADD COLUMN birthday TEXT;
ALTER TABLE records ADD COLUMN postal TEXT NOT NULL DEFAULT '[]';
ALTER TABLE records ADD COLUMN other_names TEXT NOT NULL DEFAULT '[]';
