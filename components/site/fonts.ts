import localFont from "next/font/local"

// A subset of Source Serif 4: Latin, weights 400 to 700, 32 KB (see fonts/README.md). What is small, the labels, stands in the
// reader's own sans: a second file kept the first words waiting for a third of a second on a slow line (decision 49).
const serif = localFont({
  src: "./fonts/standfirst-serif.woff2",
  weight: "400 700",
  display: "swap",
  variable: "--font-serif",
  adjustFontFallback: "Times New Roman",
})

/** The class of `<html>` on every page of the paper. */
export const fonts = serif.variable
