/** Whether somebody else has to approve a story's text before readers have it, and whether somebody has. */
export type Approval = {
  needed: boolean
  /** the story's revision of which this is told */
  revision: number
  /** `holds`: of the text as it is; otherwise it was changed since, and the approval is void */
  given: { by: string; at: Date; holds: boolean } | null
}
