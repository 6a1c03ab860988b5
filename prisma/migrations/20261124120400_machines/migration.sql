-- CreateTable
CREATE TABLE "PublishedDay" (
    "day" DATE NOT NULL,
    "stories" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PublishedDay_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "Follower" (
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Follower_pkey" PRIMARY KEY ("name")
);

-- When did what this answer depends on last change? (Last-Modified)
-- CreateIndex
CREATE INDEX "StoryEvent_tags_idx" ON "StoryEvent" USING GIN ("tags");

-- Corrections, newest first.
-- CreateIndex
CREATE INDEX "Version_kind_madeAt_idx" ON "Version"("kind", "madeAt" DESC);

-- What is live already.
INSERT INTO "PublishedDay" ("day", "stories", "changedAt")
SELECT (v."publishedAt" AT TIME ZONE 'UTC')::date, count(*), max(v."madeAt")
FROM "Version" v JOIN "Story" s ON s."liveId" = v.id GROUP BY 1;
