export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1252", "iso-8859-15"] as const
export type Encoding = (typeof ENCODINGS)[number]

const UNREADABLE = ["empty", "too large", "binary", "unknown encoding"] as const

/** Why bytes are not read as a wire, in a sentence. */
export type WireRefusal = { refused: string; because: (typeof UNREADABLE)[number] }

/** Was a wire refused for what it is, and not for what was asked with it? */
export const isWireRefusal = (refusal: { refused: string; because: string }): refusal is WireRefusal =>
  UNREADABLE.some((because) => because === refusal.because)
