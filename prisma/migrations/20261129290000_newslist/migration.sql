-- What somebody chose for their newslist, and the filters that they keep.
CREATE TABLE "DeskChoice" (
  "personId" UUID NOT NULL,
  "columns" TEXT[] NOT NULL,
  "keys" BOOLEAN NOT NULL DEFAULT true,
  CONSTRAINT "DeskChoice_pkey" PRIMARY KEY ("personId"),
  CONSTRAINT "DeskChoice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "SavedFilter" (
  "id" UUID NOT NULL,
  "personId" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "query" TEXT NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "SavedFilter_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "SavedFilter_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "SavedFilter_personId_name_key" ON "SavedFilter"("personId", "name");

-- The newslist is read by its order, whatever it is narrowed by; and by words anywhere in these columns, misspelt ones too.
CREATE INDEX "Story_words_idx" ON "Story" USING GIN ((headline || ' ' || standfirst || ' ' || slug) gin_trgm_ops);
CREATE INDEX "Story_status_changedAt_id_idx" ON "Story"("status", "changedAt", "id");
DROP INDEX "Story_section_idx";
CREATE INDEX "Story_section_changedAt_id_idx" ON "Story"("section", "changedAt", "id");
CREATE INDEX "Story_planned_idx" ON "Story"("changedAt", "id")
  WHERE "publishAt" IS NOT NULL OR "embargoUntil" IS NOT NULL OR "withdrawAt" IS NOT NULL;
CREATE INDEX "Story_unpublished_idx" ON "Story"("changedAt", "id") WHERE "liveId" IS NOT NULL AND revision <> "liveRevision";

-- Who works on what.
CREATE INDEX "Story_createdById_idx" ON "Story"("createdById");
CREATE INDEX "Story_byline_idx" ON "Story" USING GIN ("byline" jsonb_path_ops);
CREATE INDEX "Checkpoint_byId_storyId_idx" ON "Checkpoint"("byId", "storyId");
