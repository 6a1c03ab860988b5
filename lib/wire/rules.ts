import { BODY_RULES } from "./rules/body"
import { HEADER_RULES } from "./rules/headers"
import { BYLINE_RULES, HEADLINE_RULES, LABEL_RULES, STANDFIRST_RULES } from "./rules/opening"
import { PICTURE_RULES } from "./rules/pictures"
import { RELATED_RULES } from "./rules/related"
import { SIGN_OFF_RULES } from "./rules/sign-offs"
import type { Rule } from "./scene"

/** Every rule, in the order in which they are asked: the first that fits decides. The last one fits everything. */
export const RULES: readonly Rule[] = [
  ...LABEL_RULES,
  ...HEADER_RULES,
  ...SIGN_OFF_RULES,
  ...PICTURE_RULES,
  ...RELATED_RULES,
  ...HEADLINE_RULES,
  ...BYLINE_RULES,
  ...STANDFIRST_RULES,
  ...BODY_RULES,
]
