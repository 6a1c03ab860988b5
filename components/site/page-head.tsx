import { stampOf } from "@/lib/dates"
import { paper } from "@/lib/paper"

export type PageHeadProps = {
  title: string
  description?: string
  /** scheme and host of the paper */
  origin: string
  /** the page's own path; none for what is no page (not found) */
  address?: string | undefined
  feed?: { address: string; title: string }
  image?: { address: string; width: number; height: number; alt: string } | undefined
  article?: { publishedAt: Date; updatedAt: Date | null; section: string; topics: readonly string[] }
  /** the page's other forms, for machines: addresses with their media types */
  forms?: readonly { type: string; address: string }[]
  noindex?: boolean
}

/** What a page says of itself to search engines, feeds and shares. React moves it into `<head>`. */
export function PageHead({ title, description, origin, address, feed, image, article, forms, noindex }: PageHeadProps) {
  return (
    <>
      <title>{title}</title>
      {/* Here and not in the sheet: a browser paints the right ground before it has read one. */}
      <meta name="color-scheme" content="light dark" />
      {description && <meta name="description" content={description} />}
      <meta name="robots" content={noindex ? "noindex" : "max-image-preview:large"} />
      {address && <link rel="canonical" href={origin + address} />}
      <link rel="alternate" type="application/rss+xml" title={paper.name} href={`${origin}/feed.xml`} />
      {feed && <link rel="alternate" type="application/rss+xml" title={feed.title} href={origin + feed.address} />}
      {forms?.map(({ type, address: form }) => (
        <link key={form} rel="alternate" type={type} href={origin + form} />
      ))}
      <meta property="og:site_name" content={paper.name} />
      <meta property="og:title" content={title.replace(` | ${paper.name}`, "")} />
      {description && <meta property="og:description" content={description} />}
      <meta property="og:type" content={article ? "article" : "website"} />
      {address && <meta property="og:url" content={origin + address} />}
      {image && <meta property="og:image" content={origin + image.address} />}
      {image && <meta property="og:image:width" content={String(image.width)} />}
      {image && <meta property="og:image:height" content={String(image.height)} />}
      {image?.alt && <meta property="og:image:alt" content={image.alt} />}
      {article && <meta property="article:published_time" content={stampOf(article.publishedAt)} />}
      {article?.updatedAt && <meta property="article:modified_time" content={stampOf(article.updatedAt)} />}
      {article && <meta property="article:section" content={article.section} />}
      {article?.topics.map((topic) => (
        <meta key={topic} property="article:tag" content={topic} />
      ))}
      <meta name="twitter:card" content={image ? "summary_large_image" : "summary"} />
    </>
  )
}
