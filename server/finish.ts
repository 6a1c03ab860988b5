import { readdir, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { promisify } from "node:util"
import { brotliCompress, constants } from "node:zlib"

/**
 * Chromium compiles a script that begins like this as a whole, and apart from what the page does meanwhile. Without it every function of
 * the newsroom's is read twice, the second time while somebody waits for the editor
 * (https://developer.chrome.com/blog/explicit-compile-hints).
 */
const AT_ONCE = "//# allFunctionsCalledOnLoad\n"

/** Readies the scripts and styles that Next has built for browsers, in this folder: each is packed once, as small as it gets. */
export async function finish(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  await Promise.all(paths.filter((path) => /\.(js|css)$/.test(path)).map(finishFile))
}

async function finishFile(path: string) {
  const built = await readFile(path, "utf8")
  const text = path.endsWith(".js") && !built.startsWith(AT_ONCE) ? AT_ONCE + built : built
  if (text !== built) await writeFile(path, text)
  const body = Buffer.from(text)
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  }
  await writeFile(`${path}.br`, await promisify(brotliCompress)(body, { params }))
}
