-- when somebody's name, role or access was last changed: whoever changes what they saw before is told
ALTER TABLE staff ADD COLUMN changed_at INTEGER NOT NULL DEFAULT 0;
UPDATE staff SET changed_at = created_at;
-- the areas a token may touch, as JSON: { "contacts": "write" }; NULL for all that its role may
ALTER TABLE tokens ADD COLUMN scopes TEXT;
