/** Robots may read the paper, and nothing of the newsroom (RFC 9309). */
export const robots = (origin: string) => `User-agent: *
Disallow: /newsroom
Disallow: /api/
Disallow: /machine/
Allow: /api/pictures/

Sitemap: ${origin}/sitemap.xml
Sitemap: ${origin}/news-sitemap.xml
`
