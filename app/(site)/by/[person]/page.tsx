import { ListView, type SearchParams } from "../../list-view"

export const dynamic = "force-dynamic"

type Props = { params: Promise<{ person: string }>; searchParams: SearchParams }

export default async function By({ params, searchParams }: Props) {
  return <ListView kind="person" slug={(await params).person} searchParams={searchParams} />
}
