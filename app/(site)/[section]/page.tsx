import { ListView, type SearchParams } from "../list-view"

export const dynamic = "force-dynamic"

type Props = { params: Promise<{ section: string }>; searchParams: SearchParams }

export default async function Section({ params, searchParams }: Props) {
  return <ListView kind="section" slug={(await params).section} searchParams={searchParams} />
}
