-- Addresses at which people without an account see a draft, until a day or until they are ended.
CREATE TABLE "PreviewLink" (
  "id" UUID NOT NULL PRIMARY KEY,
  "storyId" UUID NOT NULL REFERENCES "Story" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "tokenHash" TEXT NOT NULL UNIQUE,
  "createdById" UUID NOT NULL REFERENCES "Person" ("id") ON UPDATE CASCADE,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "expiresAt" TIMESTAMPTZ(3) NOT NULL
);
CREATE INDEX "PreviewLink_storyId_idx" ON "PreviewLink" ("storyId");
