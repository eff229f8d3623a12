-- Who was merged into somebody: a merge moves them along, and only merged contacts have a row here.

CREATE INDEX contacts_by_merged ON contacts (merged_into) WHERE merged_into IS NOT NULL;
