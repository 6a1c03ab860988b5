-- A section's newest in the very order of its list: without it the front reads the whole archive for a section that has few stories. And
-- corrections, which are few among all versions.
-- CreateIndex
CREATE INDEX "Version_section_publishedAt_id_idx" ON "Version"("section", "publishedAt" DESC, "id" DESC);

-- DropIndex
DROP INDEX "Version_section_publishedAt_idx";

-- CreateIndex
CREATE INDEX "Version_kind_madeAt_id_idx" ON "Version"("kind", "madeAt" DESC, "id" DESC);
