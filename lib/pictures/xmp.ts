/**
 * The credit as metadata inside the file, so that it travels with it: IPTC Photo Metadata 2023.2, "Credit Line" (photoshop:Credit)
 * and "Copyright Notice" (dc:rights). Nothing of the sender's own metadata comes along: no position, no camera's serial number.
 */
export function xmpOf(credit: string): string {
  const words = escapeXml(credit)
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">
<photoshop:Credit>${words}</photoshop:Credit>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">${words}</rdf:li></rdf:Alt></dc:rights>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" }
const escapeXml = (words: string) => words.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? "")
