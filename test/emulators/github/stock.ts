import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileContent, synthetic } from './content.ts'
import type { EmulatedRepository } from './repository.ts'
import type { GitHubEmulator } from './server.ts'

/**
 * Makes repositories, releases and assets of the folder's `owner/name/tag/file`. Tags come in the order of their names, numbers in them by value; the
 * files stay where they are.
 */
export function addFolder(github: GitHubEmulator, folder: string): EmulatedRepository[] {
  return foldersIn(folder).flatMap((owner) =>
    foldersIn(join(folder, owner)).map((name) => {
      const repository = github.addRepository({ fullName: `${owner}/${name}` })
      for (const tag of foldersIn(join(folder, owner, name))) {
        const place = join(folder, owner, name, tag)
        const files = readdirSync(place, { withFileTypes: true }).filter((entry) => entry.isFile())
        const names = files.map((file) => file.name).sort()
        repository.release({ tag, assets: Object.fromEntries(names.map((file) => [file, fileContent(join(place, file))])) })
      }
      return repository
    }),
  )
}

/** How much to make. */
export interface Stock {
  readonly repositories: number
  /** Of each repository: `v1.0.0`, `v1.1.0`, … */
  readonly releases: number
  /** Of each release: `asset-0.bin`, … */
  readonly assets: number
  readonly assetBytes: number
  /** Default: `acme`. */
  readonly owner?: string
}

/** Makes many repositories, `acme/r0001` and so on, whose assets all differ and take no memory. */
export function addMany(github: GitHubEmulator, { repositories, releases, assets, assetBytes, owner = 'acme' }: Stock): void {
  let seed = 0
  for (let number = 1; number <= repositories; number++) {
    const repository = github.addRepository({ fullName: `${owner}/r${String(number).padStart(4, '0')}` })
    for (let minor = 0; minor < releases; minor++) {
      const content = Array.from({ length: assets }, (_, at) => [`asset-${at}.bin`, synthetic(assetBytes, seed++)] as const)
      repository.release({ tag: `v1.${minor}.0`, assets: Object.fromEntries(content) })
    }
  }
}

function foldersIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return entries.map(({ name }) => name).sort(new Intl.Collator('en', { numeric: true }).compare)
}
