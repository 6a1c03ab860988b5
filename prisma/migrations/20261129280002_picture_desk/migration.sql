-- Constant defaults: no row is written again.
ALTER TABLE "Picture"
  ADD COLUMN "rightsFor" TEXT NOT NULL DEFAULT 'ours',
  ADD COLUMN "rightsSections" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "rightsUntil" TIMESTAMPTZ(3),
  ADD COLUMN "rightsNotIn" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "rightsNote" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "endedAt" TIMESTAMPTZ(3),
  ADD COLUMN "replacedById" UUID;

ALTER TABLE "Picture" ADD CONSTRAINT "Picture_replacedById_fkey" FOREIGN KEY ("replacedById") REFERENCES "Picture"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "PictureEvent" (
    "id" SERIAL NOT NULL,
    "pictureId" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "actorId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PictureEvent_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "PictureEvent" ADD CONSTRAINT "PictureEvent_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "Picture"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PictureEvent" ADD CONSTRAINT "PictureEvent_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "PictureEvent_pictureId_id_idx" ON "PictureEvent"("pictureId", "id");

DROP INDEX "Picture_createdAt_idx";
CREATE INDEX "Picture_createdAt_id_idx" ON "Picture"("createdAt", "id");
CREATE INDEX "Picture_rightsUntil_idx" ON "Picture"("rightsUntil");
CREATE INDEX "Picture_replacedById_idx" ON "Picture"("replacedById");

-- Which drafts use a picture, as Version_pictures_idx tells it of versions. Written by hand: Prisma's schema has no indexes of expressions.
CREATE INDEX "Story_pictures_idx" ON "Story" USING GIN ((jsonb_path_query_array(body, '$[*].pictureId')) jsonb_path_ops);

-- What readers get of a picture that a story names by "id": its own file, or the one that took its place; and nothing once the rights of that have
-- ended, by the time of the statement, whether or not anybody has noticed. All that is made for readers joins this and never the table.
CREATE VIEW "ShownPicture" AS
SELECT p.id, f.id AS file, f.width, f.height, f.widths, f.avif, f.crops, f.credit, f.creator, f.copyright, f.rights,
  f."focalX", f."focalY", f."rightsUntil" AS until
FROM "Picture" p JOIN "Picture" f ON f.id = coalesce(p."replacedById", p.id)
WHERE f."rightsUntil" IS NULL OR f."rightsUntil" > statement_timestamp();
