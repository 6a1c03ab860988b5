"use server"

import { formAction } from "@/lib/form-action.server"
import { repair, repairAsked } from "@/lib/related/repair.server"

export const mend = formAction(repairAsked, repair)
