-- Who changed which story's related news, and what was done to many at once.
CREATE TABLE "RelatedBatch" (
  "id" UUID NOT NULL PRIMARY KEY,
  "what" TEXT NOT NULL,
  "byId" UUID NOT NULL REFERENCES "Person" ("id") ON UPDATE CASCADE,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "about" JSONB NOT NULL DEFAULT '[]',
  "undoes" UUID
);
CREATE INDEX "RelatedBatch_at_id_idx" ON "RelatedBatch" ("at" DESC, "id" DESC);
CREATE INDEX "RelatedBatch_undoes_idx" ON "RelatedBatch" ("undoes");
CREATE TABLE "RelatedChange" (
  "id" UUID NOT NULL PRIMARY KEY,
  "storyId" UUID NOT NULL REFERENCES "Story" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "byId" UUID NOT NULL REFERENCES "Person" ("id") ON UPDATE CASCADE,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "what" TEXT NOT NULL,
  "batchId" UUID REFERENCES "RelatedBatch" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
  "revision" INTEGER NOT NULL,
  "before" JSONB NOT NULL,
  "after" JSONB NOT NULL
);
CREATE UNIQUE INDEX "RelatedChange_batchId_storyId_key" ON "RelatedChange" ("batchId", "storyId");
CREATE INDEX "RelatedChange_storyId_at_id_idx" ON "RelatedChange" ("storyId", "at" DESC, "id" DESC);
CREATE INDEX "RelatedChange_at_id_idx" ON "RelatedChange" ("at" DESC, "id" DESC);
