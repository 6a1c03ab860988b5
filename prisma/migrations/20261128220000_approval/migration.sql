-- A section may ask that somebody else approves a text before readers have it.
ALTER TABLE "Section" ADD COLUMN "approval" BOOLEAN NOT NULL DEFAULT false;

-- The last text of a story that was approved, word for word: what has changed since can be shown.
CREATE TABLE "Approval" (
  "storyId" UUID NOT NULL,
  "text" JSONB NOT NULL,
  "sha256" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "byId" UUID NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "Approval_pkey" PRIMARY KEY ("storyId")
);
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
