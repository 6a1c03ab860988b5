-- What the clock is to do later, besides publishing: changes of live stories, withdrawals; and embargoes.
ALTER TABLE "Story"
  ADD COLUMN "changeAs" TEXT,
  ADD COLUMN "changeNote" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "changeClarifies" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "embargoUntil" TIMESTAMPTZ(3),
  ADD COLUMN "withdrawAt" TIMESTAMPTZ(3),
  ADD COLUMN "withdrawNotice" TEXT NOT NULL DEFAULT '';

CREATE INDEX "Story_withdrawAt_idx" ON "Story"("withdrawAt");

-- What readers are told as "Updated" so far was when the version was made. The record's own guard steps aside for this one statement:
-- nothing that was there is changed.
ALTER TABLE "Version" ADD COLUMN "updatedAt" TIMESTAMPTZ(3);
ALTER TABLE "Version" DISABLE TRIGGER "the_record_stays";
UPDATE "Version" SET "updatedAt" = "madeAt" WHERE number > 1;
ALTER TABLE "Version" ENABLE TRIGGER "the_record_stays";

-- The time that came with an act.
ALTER TABLE "StoryEvent" ADD COLUMN "due" TIMESTAMPTZ(3);

-- Unpublished changes that were set aside, so that something urgent can go out alone.
CREATE TABLE "SetAside" (
  "storyId" UUID NOT NULL,
  "text" JSONB NOT NULL,
  "baseId" UUID NOT NULL,
  "byId" UUID NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "SetAside_pkey" PRIMARY KEY ("storyId")
);
ALTER TABLE "SetAside" ADD CONSTRAINT "SetAside_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SetAside" ADD CONSTRAINT "SetAside_baseId_fkey" FOREIGN KEY ("baseId") REFERENCES "Version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SetAside" ADD CONSTRAINT "SetAside_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
