import { z } from "zod"

/**
 * One of several shapes of objects, told apart by which of these fields it has; the first that it has decides. What is wrong is then named
 * at its own path, as it is not in a union. `error`: what it is when it has none of them.
 */
export const oneOf = <S extends Record<string, z.ZodType>>(shapes: S, error: string) =>
  z.unknown().transform((given, context): z.output<S[keyof S]> => {
    const field = isObject(given) ? Object.keys(shapes).find((name) => Object.hasOwn(given, name)) : undefined
    const parsed = field === undefined ? undefined : shapes[field]?.safeParse(given)
    if (parsed?.success) return parsed.data as z.output<S[keyof S]>
    if (parsed) context.issues.push(...(parsed.error.issues as z.core.$ZodRawIssue[]))
    else context.addIssue({ code: "custom", message: error })
    return z.NEVER
  })

const isObject = (given: unknown): given is object => typeof given === "object" && given !== null
