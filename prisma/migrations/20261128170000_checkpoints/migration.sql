-- Drafts as somebody left them, so that the newsroom can see who changed what and take an earlier text up again.
CREATE TABLE "Checkpoint" (
  "id" UUID NOT NULL,
  "storyId" UUID NOT NULL,
  "revision" INTEGER NOT NULL,
  "text" JSONB NOT NULL,
  "byId" UUID NOT NULL,
  "startedAt" TIMESTAMPTZ(3) NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "Checkpoint_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Checkpoint_storyId_revision_key" ON "Checkpoint"("storyId", "revision");
ALTER TABLE "Checkpoint" ADD CONSTRAINT "Checkpoint_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Checkpoint" ADD CONSTRAINT "Checkpoint_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
