-- The life of outside links: what is known of their pages, how politely they are asked, and which links are taken off because their page is gone.
-- Pages get their rows by the round that looks at them, so a large archive is not waited for here.
ALTER TABLE "OutsideLink" ADD COLUMN "takenOffAt" TIMESTAMPTZ(3);
CREATE INDEX "OutsideLink_takenOffAt_idx" ON "OutsideLink"("takenOffAt");

CREATE TABLE "OutsidePage" (
    "sha256" BYTEA NOT NULL,
    "url" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'unseen',
    "since" TIMESTAMPTZ(3),
    "goneSeenAt" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "offer" TEXT,
    "checkedAt" TIMESTAMPTZ(3),
    "nextAt" TIMESTAMPTZ(3) NOT NULL DEFAULT (now() + '01:00:00'::interval),
    "readAt" TIMESTAMPTZ(3),
    "title" TEXT NOT NULL DEFAULT '',
    "site" TEXT NOT NULL DEFAULT '',
    "publishedAt" TIMESTAMPTZ(3),
    "picture" BYTEA,
    CONSTRAINT "OutsidePage_pkey" PRIMARY KEY ("sha256")
);
CREATE INDEX "OutsidePage_nextAt_idx" ON "OutsidePage"("nextAt");
CREATE INDEX "OutsidePage_state_since_idx" ON "OutsidePage"("state", "since");

CREATE TABLE "OutsideHost" (
    "host" TEXT NOT NULL,
    "freeAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "OutsideHost_pkey" PRIMARY KEY ("host")
);

CREATE TABLE "OutsideRobots" (
    "origin" TEXT NOT NULL,
    "rules" JSONB NOT NULL,
    "delay" DOUBLE PRECISION NOT NULL,
    "readAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "OutsideRobots_pkey" PRIMARY KEY ("origin")
);

CREATE TABLE "OutsideManner" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "goneDays" INTEGER NOT NULL DEFAULT 7,
    CONSTRAINT "OutsideManner_pkey" PRIMARY KEY ("id")
);
