-- The record (docs/decisions/0053): what readers could see, hashed and signed. Rows are never changed; salts alone can be erased.
CREATE TABLE "RecordEntry" (
  "index" INTEGER NOT NULL,
  "document" TEXT NOT NULL,
  CONSTRAINT "RecordEntry_pkey" PRIMARY KEY ("index")
);

CREATE TABLE "RecordSalt" (
  "index" INTEGER NOT NULL,
  "salt" BYTEA NOT NULL,
  CONSTRAINT "RecordSalt_pkey" PRIMARY KEY ("index")
);

CREATE TABLE "RecordNode" (
  "level" INTEGER NOT NULL,
  "index" INTEGER NOT NULL,
  "hash" TEXT NOT NULL,
  CONSTRAINT "RecordNode_pkey" PRIMARY KEY ("level", "index")
);

CREATE TABLE "RecordHead" (
  "size" INTEGER NOT NULL,
  "root" TEXT NOT NULL,
  "before" INTEGER NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "keyId" TEXT NOT NULL,
  "signature" TEXT NOT NULL,
  CONSTRAINT "RecordHead_pkey" PRIMARY KEY ("size")
);

CREATE TABLE "RecordKey" (
  "id" TEXT NOT NULL,
  "publicKey" TEXT NOT NULL,
  "since" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "RecordKey_pkey" PRIMARY KEY ("id")
);

CREATE TRIGGER "the_record_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "RecordEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION "the_record_stays"();
CREATE TRIGGER "the_record_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "RecordNode"
  FOR EACH STATEMENT EXECUTE FUNCTION "the_record_stays"();
CREATE TRIGGER "the_record_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "RecordHead"
  FOR EACH STATEMENT EXECUTE FUNCTION "the_record_stays"();
CREATE TRIGGER "the_record_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "RecordKey"
  FOR EACH STATEMENT EXECUTE FUNCTION "the_record_stays"();
