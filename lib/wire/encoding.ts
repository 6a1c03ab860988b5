export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1252", "iso-8859-15"] as const
export type Encoding = (typeof ENCODINGS)[number]

export type WireRefusal = { refused: string; because: "empty" | "too large" | "binary" | "unknown encoding" }
