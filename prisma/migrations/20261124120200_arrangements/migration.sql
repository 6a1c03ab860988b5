-- CreateTable
CREATE TABLE "Arrangement" (
    "id" UUID NOT NULL,
    "page" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "of" INTEGER,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "slots" JSONB NOT NULL,
    "madeById" UUID NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Arrangement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Arrangement_page_from_number_idx" ON "Arrangement"("page", "from" DESC, "number" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Arrangement_page_number_key" ON "Arrangement"("page", "number");

-- AddForeignKey
ALTER TABLE "Arrangement" ADD CONSTRAINT "Arrangement_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who arranged what, and when, stays as it was (docs/decisions/0041). Written by hand: Prisma's schema has no triggers.
CREATE TRIGGER "the_record_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Arrangement"
  FOR EACH STATEMENT EXECUTE FUNCTION "the_record_stays"();
