-- Who serves the paper, and that what an act made of a page was given out by each of them.
CREATE TABLE "Node" (
  "name" TEXT NOT NULL,
  "address" TEXT NOT NULL,
  "startedAt" TIMESTAMPTZ(3) NOT NULL,
  "seenAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "Node_pkey" PRIMARY KEY ("name")
);

CREATE TABLE "Confirmation" (
  "position" INTEGER NOT NULL,
  "node" TEXT NOT NULL,
  "milliseconds" INTEGER NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "Confirmation_pkey" PRIMARY KEY ("position", "node")
);
