-- A correction says whether something was wrong, or could only be misunderstood.
-- AlterTable
ALTER TABLE "Version" ADD COLUMN     "clarifies" BOOLEAN NOT NULL DEFAULT false;
