import { ListView, type SearchParams } from "../../list-view"

export const dynamic = "force-dynamic"

type Props = { params: Promise<{ topic: string }>; searchParams: SearchParams }

export default async function Topic({ params, searchParams }: Props) {
  return <ListView kind="topic" slug={(await params).topic} searchParams={searchParams} />
}
