-- Links to a page, however its address is written: which letters are capitals and what follows # does not make another page of it. Written by
-- hand: Prisma's schema has no indexes on expressions. The address itself can be longer than an index takes.
CREATE INDEX "OutsideLink_page_idx" ON "OutsideLink" (md5(lower(split_part(url, '#', 1) COLLATE "C")));
