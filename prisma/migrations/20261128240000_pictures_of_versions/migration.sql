-- Which public versions show a picture: nobody else's picture is handed out. Written by hand: Prisma's schema has no indexes of expressions.
CREATE INDEX "Version_pictures_idx" ON "Version" USING GIN ((jsonb_path_query_array(body, '$[*].pictureId')) jsonb_path_ops);
