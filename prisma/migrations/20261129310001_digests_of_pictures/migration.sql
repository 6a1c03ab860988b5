-- What every file of a picture holds, from when it was made: `verify` and `backup` tell a changed file from the one that was made.
CREATE TABLE "PictureFile" (
    "name" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "PictureFile_pkey" PRIMARY KEY ("name")
);
