/** Does this part of an address hold a control character, which no address of ours does? PostgreSQL refuses NUL with an error. */
export function hasControlCharacters(...values: readonly (string | undefined)[]): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a control character is just what is looked for
  return values.some((value) => value !== undefined && /[\u0000-\u001f\u007f-\u009f]/.test(value))
}
