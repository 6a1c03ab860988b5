import { noStory, versionJson } from "@/lib/api/story-json.server"
import { reading, resource } from "@/lib/api.server"
import { findVersions } from "@/lib/record/versions.server"
import { findStory } from "@/lib/story/find.server"

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: reading(async ({ params }) => {
    const story = await findStory(params.id ?? "")
    if (!story) return noStory()
    const versions = await findVersions(story.id)
    return {
      status: 200,
      body: { versions: versions.map((version) => ({ ...versionJson(version), ...version.text })) },
    }
  }),
})
