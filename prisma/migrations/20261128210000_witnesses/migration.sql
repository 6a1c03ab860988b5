-- A key that follows another says so, signed with both: whoever trusts one may trust the other.
ALTER TABLE "RecordKey" ADD COLUMN "after" TEXT, ADD COLUMN "handedOver" TEXT, ADD COLUMN "takenOver" TEXT;

-- How far each outside witness has been told of the record's heads.
CREATE TABLE "RecordWitness" (
  "id" TEXT NOT NULL,
  "size" INTEGER NOT NULL,
  "toldAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "RecordWitness_pkey" PRIMARY KEY ("id")
);
