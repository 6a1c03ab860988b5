-- Since when a job is worked on, and how far it got.
ALTER TABLE "Job" ADD COLUMN "heldSince" TIMESTAMPTZ(3), ADD COLUMN "stepsDone" INTEGER, ADD COLUMN "steps" INTEGER;
