-- Named, ordered groups of stories, with pages of their own.
CREATE TABLE "Package" (
  "id" UUID NOT NULL PRIMARY KEY,
  "slug" TEXT NOT NULL UNIQUE,
  "name" TEXT NOT NULL,
  "lead" TEXT NOT NULL DEFAULT '',
  "revision" INTEGER NOT NULL DEFAULT 1,
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  "changedAt" TIMESTAMPTZ(3) NOT NULL
);
CREATE TABLE "PackageStory" (
  "packageId" UUID NOT NULL REFERENCES "Package" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "storyId" UUID NOT NULL REFERENCES "Story" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "position" INTEGER NOT NULL,
  "addedById" UUID NOT NULL REFERENCES "Person" ("id") ON UPDATE CASCADE,
  "addedAt" TIMESTAMPTZ(3) NOT NULL,
  PRIMARY KEY ("packageId", "storyId")
);
CREATE INDEX "PackageStory_storyId_idx" ON "PackageStory" ("storyId");
CREATE INDEX "PackageStory_packageId_position_idx" ON "PackageStory" ("packageId", "position");
