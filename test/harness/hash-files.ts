import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import picomatch from 'picomatch'

/** `hashFiles()`: SHA-256 over the SHA-256 of each file that the patterns (`!` excludes) match, in path order; '' when none does. */
export function hashFiles(workspace: string, patterns: readonly string[]): string {
  const lines = patterns.flatMap((pattern) => pattern.split('\n')).map((line) => line.trim())
  const wanted = (path: string): boolean =>
    lines.reduce((taken, line) => {
      const negated = line.startsWith('!')
      return picomatch(negated ? line.slice(1) : line, { dot: true })(path) ? !negated : taken
    }, false)
  const files = readdirSync(workspace, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(workspace.length + 1))
    .filter((path) => wanted(path.replaceAll('\\', '/')))
    .sort()
  if (files.length === 0) return ''
  const all = createHash('sha256')
  for (const path of files) {
    all.update(
      createHash('sha256')
        .update(readFileSync(join(workspace, path)))
        .digest(),
    )
  }
  return all.digest('hex')
}
