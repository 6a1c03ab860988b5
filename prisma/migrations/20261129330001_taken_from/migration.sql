-- Which earlier text a draft is, where somebody took one up: "version 3", "draft 41".
ALTER TABLE "Checkpoint" ADD COLUMN "takenFrom" TEXT;
