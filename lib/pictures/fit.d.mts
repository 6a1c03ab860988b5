type Measure = (words: string, size: number) => number
type Box = { width: number; height: number; largest: number; measure: Measure }

export function fitLines(words: string, box: Box): { size: number; lines: string[] }
export function shorten(text: string, width: number, measure: (words: string) => number): string
