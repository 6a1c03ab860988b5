import { expect, test } from "@playwright/test"
import { encoded, signed } from "@/lib/pictures/s3-signature.server"

// The examples that Amazon publishes with the rules ("Authenticating Requests: Using the Authorization Header").
const KEY = {
  ...{ region: "us-east-1", key: "AKIAIOSFODNN7EXAMPLE" },
  secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
}
const AT = new Date("2013-05-24T00:00:00Z")
const BUCKET = "https://examplebucket.s3.amazonaws.com"

for (const [name, asked, signature] of [
  [
    "an object, or a part of it",
    { method: "GET", address: `${BUCKET}/test.txt`, headers: { range: "bytes=0-9" } },
    "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
  ],
  [
    "a list",
    { method: "GET", address: `${BUCKET}/?max-keys=2&prefix=J` },
    "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
  ],
] as const)
  test(`a request for ${name} is signed as Amazon signs it`, () => {
    expect(signed(asked, KEY, AT).authorization).toContain(`Signature=${signature}`)
  })

test("names are written as S3 writes them", () => {
  expect(encoded("a b/é(1)*.jpg")).toBe("a%20b%2F%C3%A9%281%29%2A.jpg")
})
