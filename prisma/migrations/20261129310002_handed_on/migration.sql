-- May others than the paper's own readers have it: programs that take whole stories, search engines, networks? Only what whoever of the house may
-- use; a word of a later release keeps it here. And on which terms: where not.
CREATE OR REPLACE VIEW "ShownPicture" AS
SELECT p.id, f.id AS file, f.width, f.height, f.widths, f.avif, f.crops, f.credit, f.creator, f.copyright, f.rights,
  f."focalX", f."focalY", f."rightsUntil" AS until, f."rightsFor" = 'ours' AS "handedOn", f."rightsNotIn" AS "notIn"
FROM "Picture" p JOIN "Picture" f ON f.id = coalesce(p."replacedById", p.id)
WHERE f."rightsUntil" IS NULL OR f."rightsUntil" > statement_timestamp();
