/**
 * Credit, creator and rights as metadata inside the file, so that they travel with it: IPTC Photo Metadata 2023.2, "Credit Line"
 * (photoshop:Credit), "Creator" (dc:creator), "Copyright Notice" (dc:rights, the credit where there is none) and "Rights Usage Terms"
 * (xmpRights:UsageTerms). Nothing else of the sender's own metadata comes along: no position, no camera's serial number. Empty when there is
 * nothing to say.
 */
export function xmpOf({ credit, rights, creator = "", copyright = "" }: Said): string {
  if (!credit && !rights && !creator && !copyright) return ""
  const notice = copyright || credit
  const parts = [
    credit && `<photoshop:Credit>${escapeXml(credit)}</photoshop:Credit>`,
    creator && `<dc:creator><rdf:Seq><rdf:li>${escapeXml(creator)}</rdf:li></rdf:Seq></dc:creator>`,
    notice && alternatives("dc:rights", notice),
    rights && alternatives("xmpRights:UsageTerms", rights),
  ]
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/">
${parts.filter(Boolean).join("\n")}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`
}

type Said = { credit: string; rights: string; creator?: string; copyright?: string }

const alternatives = (name: string, words: string) =>
  `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(words)}</rdf:li></rdf:Alt></${name}>`

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" }
const escapeXml = (words: string) => words.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? "")
