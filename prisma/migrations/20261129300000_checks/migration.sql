-- What a section asks of a text before readers have it.
ALTER TABLE "Section"
  ADD COLUMN "blocking" TEXT[] NOT NULL DEFAULT ARRAY['placeholder'],
  ADD COLUMN "limits" JSONB NOT NULL DEFAULT '{}';

-- What is known of addresses elsewhere, by their hash: which stories name them is nobody's business here.
CREATE TABLE "LinkCheck" (
  "sha256" BYTEA NOT NULL PRIMARY KEY,
  "dead" BOOLEAN NOT NULL,
  "checkedAt" TIMESTAMPTZ(3) NOT NULL
);
