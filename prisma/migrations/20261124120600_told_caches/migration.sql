-- What keeps a follower from going on, since when.
-- AlterTable
ALTER TABLE "Follower" ADD COLUMN     "problem" TEXT,
ADD COLUMN     "problemSince" TIMESTAMPTZ(3);
