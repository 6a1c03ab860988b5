/** RTF as Word puts it on the clipboard, with these parts. */
export const inRtf = (...parts: string[]) =>
  `{\\rtf1\\adeflang1025\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0\\fnil Aptos;}}${parts.join("\\par\r\n")}}`

/** A picture as Word writes it: for itself, and once more for readers of old. Width and height in pixels, as the page beside it says them. */
export function pictureInRtf(bytes: Uint8Array, width: number, height: number): string {
  const digits = Buffer.from(bytes)
    .toString("hex")
    .replace(/.{128}/g, "$&\r\n")
  const blip = bytes[0] === 0xff ? "jpegblip" : "pngblip"
  const size = `\\picscalex50\\picscaley50\\picwgoal${width * 30}\\pichgoal${height * 30}`
  return (
    `{\\*\\shppict{\\pict{\\*\\picprop\\shplid1025{\\sp{\\sn shapeType}{\\sv 75}}}${size}\\${blip}\\bliptag-1` +
    `{\\*\\blipuid 0a1b2c3d4e5f60718293a4b5c6d7e8f9}${digits}}}{\\nonshppict{\\pict${size}\\wmetafile8 0100090000}}`
  )
}
