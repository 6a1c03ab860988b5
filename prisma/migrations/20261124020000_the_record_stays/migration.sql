-- What readers saw, what was done, and where stories stood is never changed (docs/decisions/0015): the database itself refuses,
-- whoever asks and however. Written by hand: Prisma's schema has no triggers.
CREATE FUNCTION "the_record_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of "%" are never changed or removed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "the_record_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Version"
  FOR EACH STATEMENT EXECUTE FUNCTION "the_record_stays"();
CREATE TRIGGER "the_record_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "StoryEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION "the_record_stays"();
CREATE TRIGGER "the_record_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Address"
  FOR EACH STATEMENT EXECUTE FUNCTION "the_record_stays"();
