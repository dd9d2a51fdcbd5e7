-- What files say about the seeker's work, so that a strength that is told later finds its proof.
ALTER TABLE sources ADD COLUMN said TEXT;
