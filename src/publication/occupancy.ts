import { createHash } from 'node:crypto'
import type { Diagnostics } from '../core/diagnostics.ts'
import { pathClashes, pathProblem } from '../model/repository-path.ts'
import { type DecisionRules, tellOwner } from './decision.ts'
import { type Companion, companionOf, companionsOf, ownPaths, type PublishableFile } from './publishable-file.ts'
import { recordedFile } from './recorded-files.ts'
import type { VersionState } from './version-state.ts'

/**
 * Tells every path that is taken by something else: by another version, by a file of its own where a signature or checksum would go, or by a name that
 * some system takes for the same. What a file's own bytes are allowed is `decide`'s to say.
 */
export function checkOccupancy(
  files: readonly PublishableFile[],
  { replacing }: Pick<DecisionRules, 'replacing'>,
  { state, diagnostics }: Pick<Surroundings, 'state' | 'diagnostics'>,
): void {
  const brought = new Set(files.map(({ path }) => path))
  for (const file of files) {
    checkLoneCompanion(file, state, diagnostics)
    for (const companion of companionsOf(file)) checkCompanion(file, companion, { brought, state, replacing, diagnostics })
  }
  checkTwins(files, state, diagnostics)
}

/** A signature or checksum of a file that this version has is no file of its own: it would be overwritten with the file. */
function checkLoneCompanion({ path }: PublishableFile, state: VersionState, diagnostics: Diagnostics): void {
  const owner = companionOf(path)
  if (owner === undefined || recordedFile(state.published, path) !== undefined) return
  if (recordedFile(state.published, owner) === undefined && recordedFile(state.staged, owner) === undefined) return
  diagnostics.error(`'${path}' is the place of a signature or checksum of '${owner}', which this version has`, {
    hint: 'Give both together: what stands beside its file belongs to it.',
  })
}

interface Surroundings {
  readonly brought: ReadonlySet<string>
  readonly state: VersionState
  readonly replacing: string | undefined
  readonly diagnostics: Diagnostics
}

function checkCompanion(
  file: PublishableFile,
  { path, content, generated }: Companion,
  { brought, state, replacing, diagnostics }: Surroundings,
): void {
  const problem = pathProblem(path)
  const entry = state.entries.get(path)
  const owner = state.owners.get(path)
  if (problem !== undefined) diagnostics.error(`'${path}' cannot be published beside '${file.path}': ${problem}`)
  else if (owner !== undefined) tellOwner(path, owner, diagnostics)
  else if (brought.has(path) || recordedFile(state.published, path) !== undefined) {
    diagnostics.error(`'${path}' is the place of a signature or checksum of '${file.path}', and of another file`, {
      hint: 'Leave one of them out, or put them into different folders.',
    })
  } else if (entry?.kind === 'obstacle') diagnostics.error(`'${path}' cannot be written: ${entry.reason}`)
  else if (entry !== undefined && isForeign(file, state) && !generated && !file.override && entry.sha256 !== sha256(content)) {
    diagnostics.error(`'${path}' stands in the repository with other bytes, and no version owns it`, {
      hint: replacing ?? 'Remove it, or set "override: true" to replace it.',
    })
  }
}

/** Whether nothing of a file is this version's yet: then nothing that stands beside its place is either. */
function isForeign({ path }: PublishableFile, state: VersionState): boolean {
  const entry = state.entries.get(path)
  return recordedFile(state.published, path) === undefined && entry === undefined
}

/** Paths that some system takes for one, among everything that this version would have. */
function checkTwins(files: readonly PublishableFile[], state: VersionState, diagnostics: Diagnostics): void {
  const brought = new Set(files.flatMap((file) => [file.path, ...companionsOf(file).map(({ path }) => path)]))
  const there = [...(state.published?.files ?? []), ...(state.staged?.files ?? [])].flatMap(({ path }) =>
    ownPaths(path).filter((own) => own === path || state.entries.has(own) || state.stagedEntries.has(own)),
  )
  for (const { first, second, reason } of pathClashes([...brought, ...there])) {
    if (brought.has(first) || brought.has(second)) diagnostics.error(`'${first}' and '${second}' cannot both be published: ${reason}`)
  }
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
