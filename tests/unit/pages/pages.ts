import { type Kept, keep, type Made } from "@/server/pages/kept"

export const made = (text: string, other: Partial<Made> = {}): Made => ({
  status: 200,
  text,
  headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "public, max-age=0" },
  tags: ["paper"],
  until: Number.POSITIVE_INFINITY,
  ...other,
})

export const page = (key: string, other: Partial<Made> = {}, text = `The page at ${key}. `.repeat(40)): Promise<Kept> =>
  keep(key, made(text, other))
