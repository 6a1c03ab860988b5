-- Programs elsewhere that are told of every act that readers can see.
CREATE TABLE "Webhook" (
  "id" UUID NOT NULL,
  "url" TEXT NOT NULL,
  "secret" TEXT NOT NULL,
  "createdById" UUID NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "takenAt" TIMESTAMPTZ(3),
  "failedAt" TIMESTAMPTZ(3),
  CONSTRAINT "Webhook_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "Webhook" ADD CONSTRAINT "Webhook_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- For receipts: which deliveries there are of an event. Written by hand: Prisma's schema has no indexes on expressions.
CREATE INDEX "Job_webhook_position_idx" ON "Job" (((payload->>'position')::int)) WHERE kind = 'webhook';
