-- Search for readers (docs/decisions/0040).
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateTable
CREATE TABLE "SearchEntry" (
    "storyId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "year" INTEGER NOT NULL,
    "section" TEXT NOT NULL,
    "topics" TEXT[],
    "people" UUID[],
    "vocabulary" TEXT[],
    "text" TEXT NOT NULL,
    "top" tsvector NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "SearchEntry_pkey" PRIMARY KEY ("storyId")
);

-- CreateTable
CREATE TABLE "SearchWord" (
    "word" TEXT NOT NULL,
    "stories" INTEGER NOT NULL,

    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("word")
);

-- CreateIndex
CREATE INDEX "SearchEntry_publishedAt_idx" ON "SearchEntry"("publishedAt" DESC);

-- CreateIndex
CREATE INDEX "SearchEntry_top_idx" ON "SearchEntry" USING GIN ("top");

-- CreateIndex
CREATE INDEX "SearchEntry_words_idx" ON "SearchEntry" USING GIN ("words");

-- CreateIndex
CREATE INDEX "SearchWord_word_idx" ON "SearchWord" USING GIN ("word" gin_trgm_ops);

-- AddForeignKey
ALTER TABLE "SearchEntry" ADD CONSTRAINT "SearchEntry_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- From here on written by hand, for Prisma's schema knows none of it.

-- A question reads many rows and few texts: the texts stand outside the rows, so that the rows are few pages.
ALTER TABLE "SearchEntry" SET (toast_tuple_target = 128);
ALTER TABLE "SearchEntry" ALTER COLUMN "words" SET STORAGE EXTERNAL, ALTER COLUMN "top" SET STORAGE EXTERNAL;
-- What was just published is in the index itself, not in a list beside it that every question reads to its end.
ALTER INDEX "SearchEntry_top_idx" SET (fastupdate = off);
ALTER INDEX "SearchEntry_words_idx" SET (fastupdate = off);

-- One reading of words for every language of stories: accents are dropped, then the language's own stems are taken.
CREATE TEXT SEARCH CONFIGURATION paper_en (COPY = pg_catalog.english);
CREATE TEXT SEARCH CONFIGURATION paper_nl (COPY = pg_catalog.dutch);
CREATE TEXT SEARCH CONFIGURATION paper_fr (COPY = pg_catalog.french);
CREATE TEXT SEARCH CONFIGURATION paper_de (COPY = pg_catalog.german);
ALTER TEXT SEARCH CONFIGURATION paper_en ALTER MAPPING FOR word, hword, hword_part WITH unaccent, english_stem;
ALTER TEXT SEARCH CONFIGURATION paper_nl ALTER MAPPING FOR word, hword, hword_part WITH unaccent, dutch_stem;
ALTER TEXT SEARCH CONFIGURATION paper_fr ALTER MAPPING FOR word, hword, hword_part WITH unaccent, french_stem;
ALTER TEXT SEARCH CONFIGURATION paper_de ALTER MAPPING FOR word, hword, hword_part WITH unaccent, german_stem;

-- Lower case without accents, as an index may rely on it: the dictionary is named, so nothing of the session matters.
CREATE FUNCTION "bare"(written text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT lower(public.unaccent('public.unaccent'::regdictionary, written))
$$;

-- Headline (A), standfirst (B), names and crossheads (C), and keys such as topic/asylum (C), which are no words of any language.
CREATE FUNCTION "search_top"(language text, headline text, standfirst text, aside text, keys text[]) RETURNS tsvector
LANGUAGE sql STABLE AS $$
  SELECT setweight(to_tsvector(('paper_' || language)::regconfig, headline), 'A')
    || setweight(to_tsvector(('paper_' || language)::regconfig, standfirst), 'B')
    || setweight(to_tsvector(('paper_' || language)::regconfig, aside), 'C')
    || coalesce((SELECT string_agg(quote_literal(key) || ':1C', ' ')::tsvector FROM unnest(keys) key), '')
$$;

-- The live stories that there are already; lib/search/entry.ts does the same for all that follow.
WITH live AS (
  SELECT v.*, extract(year FROM v."publishedAt" AT TIME ZONE 'Europe/Brussels')::int AS year,
    'month/' || to_char(v."publishedAt" AT TIME ZONE 'UTC', 'YYYY-MM') AS month,
    ARRAY(SELECT n->>'name' FROM jsonb_array_elements(v.byline) n WHERE n->>'name' IS NOT NULL) AS names,
    ARRAY(SELECT (n->>'personId')::uuid FROM jsonb_array_elements(v.byline) n WHERE n->>'personId' IS NOT NULL) AS people,
    ARRAY(SELECT b->>'text' FROM jsonb_array_elements(v.body) b WHERE b->>'kind' = 'crosshead') AS crossheads,
    left((SELECT coalesce(string_agg(words, E'\n' ORDER BY ordinal), '') FROM (
      SELECT ordinal, (SELECT string_agg(part #>> '{}', ' ') FROM jsonb_path_query(block,
        'strict $.** ? (@.type() == "object").keyvalue() ? (@.key == "text" || @.key == "caption" || @.key == "credit" || @.key == "speaker").value ? (@.type() == "string")') part) AS words
      FROM jsonb_array_elements(v.body) WITH ORDINALITY AS blocks(block, ordinal)) lines), 100000) AS text
  FROM "Story" s JOIN "Version" v ON v.id = s."liveId"
), entries AS (
  SELECT live.*,
    ARRAY['section/' || section, 'year/' || year, month] || ARRAY(SELECT 'topic/' || topic FROM unnest(topics) topic)
      || ARRAY(SELECT 'person/' || person FROM unnest(people) person)
      || ARRAY(SELECT DISTINCT 'by/' || word FROM unnest(names) name, regexp_split_to_table("bare"(name), '[^[:alnum:]]+') word WHERE word <> '') AS keys
  FROM live
), tops AS (
  SELECT entries.*, "search_top"(language, headline, left(standfirst, 10000), left(array_to_string(names || kicker || dateline || crossheads, ' · '), 10000), keys) AS top FROM entries
)
INSERT INTO "SearchEntry" ("storyId", "versionId", "language", "publishedAt", "year", "section", "topics", "people", "vocabulary", "text", "top", "words")
SELECT "storyId", id, language, "publishedAt", year, section, topics, people,
  ARRAY(SELECT DISTINCT word FROM regexp_split_to_table("bare"(headline || ' ' || standfirst || ' ' || array_to_string(names, ' ')), '[^[:alpha:]]+') word WHERE length(word) BETWEEN 4 AND 40),
  text, top, top || to_tsvector(('paper_' || language)::regconfig, text)
FROM tops;

INSERT INTO "SearchWord" ("word", "stories")
SELECT word, count(*) FROM "SearchEntry", unnest("vocabulary") word GROUP BY word;
