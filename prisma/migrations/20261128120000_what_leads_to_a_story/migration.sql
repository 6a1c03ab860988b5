-- Which texts hold a card of a story: asked before the story goes (lib/story/impact.server.ts).
CREATE INDEX "Version_cards_idx" ON "Version" USING GIN (jsonb_path_query_array("body", '$[*].storyId'));
CREATE INDEX "Story_cards_idx" ON "Story" USING GIN (jsonb_path_query_array("body", '$[*].storyId'));
