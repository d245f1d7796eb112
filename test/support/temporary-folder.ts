import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A fresh empty folder that is removed at the end of its scope: `await using folder = temporaryFolder()`. */
export interface TemporaryFolder extends AsyncDisposable {
  /** Absolute, without symbolic links. */
  readonly path: string
}

/** Makes a fresh empty folder below the system's temporary folder. */
export function temporaryFolder(label = 'outtray'): TemporaryFolder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), `${label}-`)))
  return {
    path,
    async [Symbol.asyncDispose]() {
      rmSync(path, { recursive: true, force: true })
    },
  }
}

/** Writes files, given as `{ 'relative/path': text or bytes }`, under a folder; gives back the folder. */
export function tree(root: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return root
}

/** What `snapshot` looks at. */
export interface SnapshotOptions {
  /** Paths (relative, `/`) that are left out, folders with all they hold. */
  readonly except?: (path: string) => boolean
}

/**
 * Everything under a folder, in path order: `{ path: 'sha256 of the bytes' | 'link to …' | 'folder' }`, so that two trees can be compared and
 * a difference names its file. Only empty folders are listed.
 */
export function snapshot(root: string, options: SnapshotOptions = {}): Record<string, string> {
  const found: Record<string, string> = {}
  const visit = (folder: string): void => {
    for (const name of readdirSync(join(root, folder)).sort()) {
      const path = folder === '' ? name : `${folder}/${name}`
      if (options.except?.(path)) continue
      const absolute = join(root, path)
      const stat = lstatSync(absolute)
      if (stat.isSymbolicLink()) found[path] = `link to ${readlinkSync(absolute)}`
      else if (!stat.isDirectory()) found[path] = createHash('sha256').update(readFileSync(absolute)).digest('hex')
      else if (readdirSync(absolute).length === 0) found[path] = 'folder'
      else visit(path)
    }
  }
  visit('')
  return found
}
