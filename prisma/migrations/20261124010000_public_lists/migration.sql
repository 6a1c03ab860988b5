-- The newest of the whole paper (feeds, sitemaps), and what somebody wrote.
-- CreateIndex
CREATE INDEX "Version_publishedAt_id_idx" ON "Version"("publishedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Version_byline_idx" ON "Version" USING GIN ("byline" jsonb_path_ops);
