-- Constant defaults: no row is written again.
ALTER TABLE "Picture"
  ADD COLUMN "creator" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "copyright" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "instructions" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "taken" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "city" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "country" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "keywords" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "fileName" TEXT NOT NULL DEFAULT '';
