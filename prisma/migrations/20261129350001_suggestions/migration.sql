-- What live stories have in common, and what follows from it. It is filled by a job, so that no paper waits for it.
CREATE TABLE "Clue" (
  "id" SERIAL NOT NULL PRIMARY KEY,
  "of" TEXT NOT NULL,
  "key" TEXT NOT NULL,
  "stories" INTEGER NOT NULL,
  "sure" INTEGER NOT NULL
);
CREATE UNIQUE INDEX "Clue_of_key_key" ON "Clue"("of", "key");

CREATE TABLE "StoryClue" (
  "storyId" UUID NOT NULL,
  "clueId" INTEGER NOT NULL,
  "written" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "count" INTEGER NOT NULL,
  "top" BOOLEAN NOT NULL,
  "sure" BOOLEAN NOT NULL,
  CONSTRAINT "StoryClue_pkey" PRIMARY KEY ("storyId", "clueId")
);
CREATE INDEX "StoryClue_clueId_storyId_idx" ON "StoryClue"("clueId", "storyId");

CREATE TABLE "Suggested" (
  "storyId" UUID NOT NULL PRIMARY KEY,
  "versionId" UUID NOT NULL
);

CREATE TABLE "Suggestion" (
  "storyId" UUID NOT NULL,
  "targetId" UUID NOT NULL,
  "score" REAL NOT NULL,
  "reasons" JSONB NOT NULL,
  CONSTRAINT "Suggestion_pkey" PRIMARY KEY ("storyId", "targetId")
);
CREATE INDEX "Suggestion_targetId_idx" ON "Suggestion"("targetId");

CREATE TABLE "HiddenSuggestion" (
  "id" UUID NOT NULL PRIMARY KEY,
  "storyId" UUID,
  "targetId" UUID NOT NULL,
  "byId" UUID NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "HiddenSuggestion_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "HiddenSuggestion_targetId_storyId_key" ON "HiddenSuggestion"("targetId", "storyId");
-- Null is not equal to null: once for all is a rule of its own.
CREATE UNIQUE INDEX "HiddenSuggestion_everywhere" ON "HiddenSuggestion"("targetId") WHERE "storyId" IS NULL;

-- How far "Related news" is filled up below a section's stories.
ALTER TABLE "Section" ADD COLUMN "relatedMost" INTEGER NOT NULL DEFAULT 5;
