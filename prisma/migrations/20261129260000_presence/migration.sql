-- Who has which story open. Unlogged: it is said again in seconds, and a crash may forget it.
CREATE UNLOGGED TABLE "Presence" (
  "storyId" UUID NOT NULL,
  "tab" TEXT NOT NULL,
  "personId" UUID NOT NULL,
  "seenAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "Presence_pkey" PRIMARY KEY ("storyId", "tab")
);
