CREATE TABLE "PictureUpload" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "takenAt" TIMESTAMPTZ(3),
    "pictureId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PictureUpload_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "PictureUpload" ADD CONSTRAINT "PictureUpload_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "PictureUpload_personId_idx" ON "PictureUpload"("personId");
CREATE INDEX "PictureUpload_createdAt_idx" ON "PictureUpload"("createdAt");

CREATE TABLE "PictureUploadPart" (
    "uploadId" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "PictureUploadPart_pkey" PRIMARY KEY ("uploadId","start")
);
ALTER TABLE "PictureUploadPart" ADD CONSTRAINT "PictureUploadPart_uploadId_fkey" FOREIGN KEY ("uploadId") REFERENCES "PictureUpload"("id") ON DELETE CASCADE ON UPDATE CASCADE;
