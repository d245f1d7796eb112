import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/** What tells two folders apart, one line per file: `a.js is missing`, `b.js is left over`, `c.js differs`; the second folder is what should be. */
export async function differences(actual: string, expected: string): Promise<string[]> {
  const [have, want] = await Promise.all([filesOf(actual), filesOf(expected)])
  const found: string[] = []
  for (const file of [...new Set([...have, ...want])].sort()) {
    if (!have.has(file)) found.push(`${file} is missing`)
    else if (!want.has(file)) found.push(`${file} is left over`)
    else if (!(await readFile(join(actual, file))).equals(await readFile(join(expected, file)))) found.push(`${file} differs`)
  }
  return found
}

async function filesOf(folder: string): Promise<Set<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)))
  return new Set(files.map((file) => file.split(sep).join('/')))
}
