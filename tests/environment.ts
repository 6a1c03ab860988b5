/** Sets these in the environment. @returns how to go back: what was set has its value again, and what was not set is not there */
export function setFor(values: Record<string, string>): () => void {
  const given = Object.keys(values).map((name) => [name, process.env[name]] as const)
  Object.assign(process.env, values)
  return () => {
    for (const [name, value] of given) {
      // Node makes the word "undefined" of a value that there is not.
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
}
