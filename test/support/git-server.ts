import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { tree } from './temporary-folder.ts'

const author = { GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@b.test', GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@b.test' }

/** Git as a person at a terminal would use it, without the machine's own configuration. */
export function git(folder: string, ...args: string[]): string {
  const env = { ...author, PATH: process.env.PATH ?? '', HOME: folder, GIT_CONFIG_NOSYSTEM: '1' }
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'pipe'] }).trim()
}

/** Bare repositories on disk, where a workflow's `GITHUB_SERVER_URL` points to: `<root>/<owner>/<name>`. */
export class GitServer {
  readonly root: string

  constructor(root: string) {
    this.root = root
  }

  get url(): string {
    return `file://${this.root}`
  }

  /** Makes a repository with one commit on `main`, and tags on it. */
  create(name: string, files: Record<string, string | Uint8Array>, tags: readonly string[]): string {
    const bare = join(this.root, name)
    mkdirSync(dirname(bare), { recursive: true })
    git(this.root, 'init', '--quiet', '--bare', '--initial-branch', 'main', bare)
    const work = `${bare}.work`
    git(this.root, 'clone', '--quiet', bare, work)
    tree(work, files)
    git(work, 'add', '--all')
    for (const script of Object.keys(files).filter((path) => path.endsWith('.sh'))) git(work, 'update-index', '--chmod=+x', script)
    git(work, 'commit', '--quiet', '--message', 'First')
    for (const tag of tags) git(work, 'tag', tag)
    git(work, 'push', '--quiet', 'origin', 'HEAD:main', ...tags)
    return bare
  }

  /**
   * Lets somebody else push `files` to a branch in the very moment in which the next push to it arrives, once: that push is then rejected, as
   * in a real race.
   */
  raceNextPush(bare: string, branch: string, files: Record<string, string>): void {
    const other = `${bare}.other`
    git(this.root, 'clone', '--quiet', '--branch', branch, bare, other)
    tree(other, files)
    git(other, 'add', '--all')
    git(other, 'commit', '--quiet', '--message', 'Somebody else')
    const hook = join(bare, 'hooks/pre-receive')
    const outside = 'env -u GIT_QUARANTINE_PATH -u GIT_OBJECT_DIRECTORY -u GIT_ALTERNATE_OBJECT_DIRECTORIES -u GIT_DIR'
    mkdirSync(dirname(hook), { recursive: true })
    writeFileSync(hook, `#!/bin/sh\nrm "$0"\n${outside} git -C '${other}' push --quiet origin HEAD:${branch}\n`)
    chmodSync(hook, 0o755)
  }

  /** The files of a branch, checked out into a folder. */
  checkout(bare: string, branch: string, folder: string): string {
    git(this.root, 'clone', '--quiet', '--branch', branch, bare, folder)
    return folder
  }
}
