import { ListView, type SearchParams } from "../../list-view"

export const dynamic = "force-dynamic"

type Props = { params: Promise<{ package: string }>; searchParams: SearchParams }

export default async function PackagePage({ params, searchParams }: Props) {
  return <ListView kind="package" slug={(await params).package} searchParams={searchParams} />
}
