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

-- Works out both anew, for what was written past the acts; the first time for all that there is. By hand: Prisma's schema has no functions.
CREATE FUNCTION "work_out_days_and_tags"() RETURNS void LANGUAGE sql AS $$
  DELETE FROM "PublishedDay";
  INSERT INTO "PublishedDay" ("day", "stories", "changedAt")
  SELECT (v."publishedAt" AT TIME ZONE 'UTC')::date, count(*), max(v."madeAt")
  FROM "Version" v JOIN "Story" s ON s."liveId" = v.id GROUP BY 1;
  DELETE FROM "TagChange";
  INSERT INTO "TagChange" ("tag", "position", "at")
  SELECT DISTINCT ON (tag) tag, position, at FROM "StoryEvent" CROSS JOIN LATERAL unnest("tags") tag ORDER BY tag, position DESC;
$$;

SELECT "work_out_days_and_tags"();
