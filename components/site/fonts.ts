import localFont from "next/font/local"

// Subsets of Source Serif 4 and Libre Franklin: Latin, weights 400 to 700, 57 KB together (see fonts/README.md).
const serif = localFont({
  src: "./fonts/standfirst-serif.woff2",
  weight: "400 700",
  display: "swap",
  variable: "--font-serif",
  adjustFontFallback: "Times New Roman",
})

const sans = localFont({
  src: "./fonts/libre-franklin.woff2",
  weight: "400 700",
  display: "swap",
  variable: "--font-sans",
  adjustFontFallback: "Arial",
})

/** The class of `<html>` on every page of the paper. */
export const fonts = `${serif.variable} ${sans.variable}`
