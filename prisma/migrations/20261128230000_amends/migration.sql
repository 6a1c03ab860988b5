-- For the newsroom's list of corrections and notices. Written by hand: Prisma's schema has no partial indexes.
CREATE INDEX "StoryEvent_amends_idx" ON "StoryEvent" (position DESC) WHERE act IN ('correct', 'withdraw', 'remove');
