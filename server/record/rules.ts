import { ACT_NAMES, rowOf } from "../../lib/story/acts"
import { STATUSES } from "../../lib/story/story"

// Each rule of the record is a query for what breaks it, in sentences. A new rule is a new row.

const list = (words: readonly string[]) => words.map((word) => `'${word}'`).join(", ")
const MAKE_A_VERSION = list(ACT_NAMES.filter((act) => rowOf(act).makesVersion))
const KEPT = ["Version", "StoryEvent", "Address", "RecordEntry", "RecordNode", "RecordHead", "RecordKey"]

export const RULES: string[] = [
  // The log: positions from 1 to the counter, without gaps.
  `SELECT format('The event counter has %s rows, and must have one.', count(*)) FROM "EventCounter" HAVING count(*) <> 1`,

  `SELECT CASE WHEN position - before = 2 THEN format('Event %s is missing.', before + 1)
     ELSE format('Events %s to %s are missing.', before + 1, position - 1) END
   FROM (SELECT position, lag(position, 1, 0) OVER (ORDER BY position) AS before
     FROM (SELECT position FROM "StoryEvent" UNION ALL SELECT last + 1 FROM "EventCounter") AS positions) AS steps
   WHERE position > before + 1 ORDER BY position`,

  `SELECT format('Event %s lies outside the log, whose counter stands at %s.', e.position, c.last)
   FROM "StoryEvent" e, "EventCounter" c WHERE e.position > c.last OR e.position < 1 ORDER BY e.position`,

  // What the log tells of a story is one walk, which ends where the story is.
  `SELECT format('Event %s takes story %s from %s, where the event before it left it %s.', position, "storyId", "fromStatus", before)
   FROM (SELECT *, lag("toStatus", 1, 'draft') OVER (PARTITION BY "storyId" ORDER BY position) AS before
     FROM "StoryEvent" WHERE "storyId" IS NOT NULL) AS steps
   WHERE "fromStatus" <> before ORDER BY position`,

  `SELECT format('Story %s is %s; the log left it %s.', s.id, s.status, coalesce(e."toStatus", 'draft'))
   FROM "Story" s LEFT JOIN (SELECT DISTINCT ON ("storyId") * FROM "StoryEvent" ORDER BY "storyId", position DESC) AS e
     ON e."storyId" = s.id
   WHERE s.status <> coalesce(e."toStatus", 'draft') ORDER BY s.id`,

  `SELECT format('Story %s is at revision %s; event %s knows it at %s already.', s.id, s.revision, e.position, e.revision)
   FROM "Story" s JOIN "StoryEvent" e ON e."storyId" = s.id WHERE e.revision > s.revision ORDER BY e.position`,

  // Versions: numbered from 1, each made by one event that tells the same of it.
  `SELECT format('Story %s has a version %s where version %s is expected.', "storyId", number, expected)
   FROM (SELECT "storyId", number, row_number() OVER (PARTITION BY "storyId" ORDER BY number) AS expected FROM "Version") AS v
   WHERE number <> expected ORDER BY "storyId", number`,

  `SELECT format('Event %s (%s) made a version, and names none.', position, act)
   FROM "StoryEvent" WHERE act IN (${MAKE_A_VERSION}) AND "versionId" IS NULL ORDER BY position`,

  `SELECT format('Event %s (%s) and version %s of story %s do not tell the same story, kind, person and time.',
     e.position, e.act, v.number, v."storyId")
   FROM "StoryEvent" e JOIN "Version" v ON v.id = e."versionId"
   WHERE (e."storyId", e.act, e."actorId", e.at) IS DISTINCT FROM (v."storyId", v.kind, v."madeById", v."madeAt")
   ORDER BY e.position`,

  `SELECT format('Version %s of story %s is named by %s events, and must be by one.', v.number, v."storyId", count(e.position))
   FROM "Version" v LEFT JOIN "StoryEvent" e ON e."versionId" = v.id
   GROUP BY v.id HAVING count(e.position) <> 1 ORDER BY v."storyId", v.number`,

  // What readers see: the newest version of a story that is published, and of no other.
  `SELECT format('The live pointer of story %s leads to version %s of story %s.', s.id, v.number, v."storyId")
   FROM "Story" s JOIN "Version" v ON v.id = s."liveId" WHERE v."storyId" <> s.id ORDER BY s.id`,

  `SELECT format('Readers of story %s see version %s; the newest is %s.', s.id, v.number, newest)
   FROM "Story" s JOIN "Version" v ON v.id = s."liveId" AND v."storyId" = s.id
   JOIN (SELECT "storyId", max(number) AS newest FROM "Version" GROUP BY "storyId") AS n ON n."storyId" = s.id
   WHERE v.number <> newest ORDER BY s.id`,

  `SELECT format('Story %s is %s and has %s live version.', id, status, CASE WHEN "liveId" IS NULL THEN 'no' ELSE 'a' END)
   FROM "Story" WHERE (status = 'published') <> ("liveId" IS NOT NULL) OR status NOT IN (${list(STATUSES)}) ORDER BY id`,

  `SELECT format('Story %s is at revision %s, and readers have revision %s.', id, revision, coalesce("liveRevision"::text, 'none'))
   FROM "Story" WHERE ("liveRevision" IS NULL) <> ("liveId" IS NULL) OR "liveRevision" > revision ORDER BY id`,

  `SELECT format('Story %s is %s without a time.', id, status) FROM "Story"
   WHERE (status = 'scheduled' AND "publishAt" IS NULL) OR (status = 'withdrawn' AND "withdrawnAt" IS NULL) ORDER BY id`,

  // Addresses: where a version stood leads to its story for ever, and a slug to one story only.
  `SELECT format('Version %s of story %s stood at /%s/%s, which does not lead to it.', v.number, v."storyId", v.section, v.slug)
   FROM "Version" v LEFT JOIN "Address" a ON a.section = v.section AND a.slug = v.slug
   WHERE a."storyId" IS DISTINCT FROM v."storyId" ORDER BY v."storyId", v.number`,

  `SELECT format('/%s/%s leads to story %s since a moment at which it did not come there.', a.section, a.slug, a."storyId")
   FROM "Address" a WHERE a.since IS DISTINCT FROM coalesce((SELECT min(v."madeAt") FROM "Version" v
     WHERE v."storyId" = a."storyId" AND v.section = a.section AND v.slug = a.slug), a.since) ORDER BY a.section, a.slug`,

  `SELECT format('/%s/%s leads to story %s, which never stood there.', a.section, a.slug, a."storyId")
   FROM "Address" a WHERE NOT EXISTS (SELECT FROM "Version" v
     WHERE v."storyId" = a."storyId" AND v.section = a.section AND v.slug = a.slug) ORDER BY a.section, a.slug`,

  `SELECT format('The slug %s leads to %s stories.', slug, count(DISTINCT "storyId"))
   FROM "Address" GROUP BY slug HAVING count(DISTINCT "storyId") > 1 ORDER BY slug`,

  // Pictures.
  `SELECT format('Picture %s has a digest that is none.', id) FROM "Picture" WHERE sha256 !~ '^[0-9a-f]{64}$' ORDER BY id`,

  `SELECT DISTINCT format('Version %s of story %s shows the picture %s, which is not there.', v.number, v."storyId", shown.id)
   FROM "Version" v, LATERAL (SELECT jsonb_path_query(v.body, '$[*].pictureId ? (@.type() == "string")') #>> '{}' AS id) AS shown
   WHERE NOT EXISTS (SELECT FROM "Picture" p WHERE p.id::text = shown.id) ORDER BY 1`,

  // What keeps all this from being changed.
  `SELECT format('Nothing keeps the rows of %s from being changed: its trigger is missing or turned off.', kept)
   FROM unnest(ARRAY[${list(KEPT)}]) AS kept WHERE NOT EXISTS (SELECT FROM pg_trigger
     WHERE tgname = 'the_record_stays' AND tgenabled IN ('O', 'A') AND tgrelid = format('public.%I', kept)::regclass)`,
]
