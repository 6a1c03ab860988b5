-- Why something is among a story's related news, for the desk alone. Not in the text: texts become versions, which are public.
CREATE TABLE "RelatedNote" (
  "storyId" UUID NOT NULL,
  "targetId" UUID NOT NULL,
  "text" TEXT NOT NULL,
  "byId" UUID NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "RelatedNote_pkey" PRIMARY KEY ("storyId", "targetId"),
  CONSTRAINT "RelatedNote_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "RelatedNote_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "RelatedNote_targetId_idx" ON "RelatedNote"("targetId");
