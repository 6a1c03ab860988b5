/** Where pictures lie, when not in the data folder: a bucket that speaks S3. */
export type BucketSettings = {
  picturesS3: string
  picturesS3Region: string
  picturesS3Key: string
  picturesS3Secret: string
}

type Read = (name: string, rule: (value: string) => boolean, sentence: string) => string | undefined

/** The settings of the bucket; undefined where there is none, or where something is wrong with them. */
export function readBucket(read: Read, complain: (sentence: string) => void): BucketSettings | undefined {
  const given = () => true
  const bucket = read(
    "PICTURES_S3",
    isBucket,
    "must be an address with a bucket's name, such as https://s3.example/pictures.",
  )
  const region = read("PICTURES_S3_REGION", isRegion, "must be the name of a region, such as eu-west-1.")
  const [key, secret] = [read("PICTURES_S3_KEY", given, ""), read("PICTURES_S3_SECRET", given, "")]
  if (!bucket) return undefined
  if (key && secret)
    return { picturesS3: bucket, picturesS3Region: region ?? "us-east-1", picturesS3Key: key, picturesS3Secret: secret }
  complain("PICTURES_S3 needs PICTURES_S3_KEY and PICTURES_S3_SECRET, which may read, write, list and delete there.")
  return undefined
}

function isBucket(value: string) {
  const url = URL.canParse(value) ? new URL(value) : undefined
  return !!url && /^https?:$/.test(url.protocol) && /^\/[^/]/.test(url.pathname) && !url.search && !url.hash
}

const isRegion = (value: string) => /^[a-z0-9-]{2,40}$/.test(value)
