-- A legal removal erases the words of every version of a story, and the notes of what was done to it; that there were versions, and
-- what was done when, stays (docs/decisions/0054).
ALTER TABLE "Story" ADD COLUMN "removedAt" TIMESTAMPTZ(3);

CREATE OR REPLACE FUNCTION "the_record_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME IN ('Version', 'StoryEvent', 'Arrangement') AND current_setting('standfirst.legal_removal', true) = 'on' THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'rows of "%" are never changed or removed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
