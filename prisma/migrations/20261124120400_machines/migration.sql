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

-- CreateTable
CREATE TABLE "TagChange" (
    "tag" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TagChange_pkey" PRIMARY KEY ("tag")
);

-- Corrections, newest first.
-- CreateIndex
CREATE INDEX "Version_kind_madeAt_idx" ON "Version"("kind", "madeAt" DESC);

-- What is live already.
INSERT INTO "PublishedDay" ("day", "stories", "changedAt")
SELECT (v."publishedAt" AT TIME ZONE 'UTC')::date, count(*), max(v."madeAt")
FROM "Version" v JOIN "Story" s ON s."liveId" = v.id GROUP BY 1;

INSERT INTO "TagChange" ("tag", "position", "at")
SELECT DISTINCT ON (tag) tag, position, at FROM "StoryEvent" CROSS JOIN LATERAL unnest("tags") tag ORDER BY tag, position DESC;
