-- AlterTable
ALTER TABLE "Picture" ADD COLUMN     "avif" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "crops" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "focalX" DOUBLE PRECISION NOT NULL DEFAULT 0.5,
ADD COLUMN     "focalY" DOUBLE PRECISION NOT NULL DEFAULT 0.5,
ADD COLUMN     "rights" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Story" ADD COLUMN     "sharePicture" TEXT NOT NULL DEFAULT '';

-- What was there before gets its further files and share pictures by the same jobs as what comes now (written by hand).
INSERT INTO "Job" ("kind", "payload") SELECT 'renditions', jsonb_build_object('picture', id) FROM "Picture";
INSERT INTO "Job" ("kind", "payload") SELECT 'sharePicture', jsonb_build_object('story', id) FROM "Story" WHERE "liveId" IS NOT NULL;
