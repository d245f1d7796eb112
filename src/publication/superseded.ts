import { createHash } from 'node:crypto'
import type { VersionRecord } from '../model/version-record.ts'
import { companionsOf, type PublishableFile, sidecarPath, signaturePath } from './publishable-file.ts'
import { recordedFile } from './recorded-files.ts'
import type { VersionState } from './version-state.ts'

/** What a run brings, and what it no longer wants. */
export interface Superseding {
  readonly files: readonly PublishableFile[]
  /** Paths whose bytes may be replaced. */
  readonly replaces?: ReadonlySet<string>
  /** Staged paths that are wanted no more, signatures and checksums among them. */
  readonly drops?: ReadonlySet<string>
  /** Published paths that are wrong by now. */
  readonly withdraws?: ReadonlySet<string>
}

/**
 * What a version has beside that: without what is dropped, and without files of their own that are from now on the signature or checksum of a file,
 * such as a checksum that came before what it speaks of.
 */
export function withoutSuperseded(state: VersionState, superseding: Superseding): VersionState {
  const { drops = new Set<string>(), withdraws = new Set<string>() } = superseding
  const absorbed = absorbedPaths(state, superseding)
  if (drops.size + withdraws.size + absorbed.size === 0) return state
  const isLeft = (path: string) => !drops.has(path) && !absorbed.has(path)
  return {
    ...state,
    published: state.published && withFiles(state.published, (path) => !absorbed.has(path) && !withdraws.has(path), withdraws),
    staged: state.staged && withFiles(state.staged, isLeft, drops),
    stagedEntries: new Map([...state.stagedEntries].filter(([path]) => !drops.has(path))),
    waiting: state.waiting.filter(({ path }) => isLeft(path)).map((file) => withoutCompanions(file, drops)),
    damaged: state.damaged.filter(isLeft),
  }
}

function absorbedPaths({ published, staged }: VersionState, { files, replaces }: Superseding): ReadonlySet<string> {
  const absorbed = new Set<string>()
  for (const { path, content, generated } of files.flatMap(companionsOf)) {
    const digest = createHash('sha256').update(content).digest('hex')
    const own = recordedFile(published, path) ?? recordedFile(staged, path)
    if (own !== undefined && (generated || own.sha256 === digest || replaces?.has(path) === true)) absorbed.add(path)
  }
  return absorbed
}

function withFiles(record: VersionRecord, isLeft: (path: string) => boolean, drops: ReadonlySet<string>): VersionRecord {
  const files = record.files.filter(({ path }) => isLeft(path))
  return {
    ...record,
    files: files.map(({ signature, ...file }) => ({
      ...file,
      ...(signature !== undefined && !drops.has(signature.path) && { signature }),
    })),
  }
}

function withoutCompanions({ signature, ...file }: PublishableFile, drops: ReadonlySet<string>): PublishableFile {
  return {
    ...file,
    sidecars: file.sidecars.filter(({ algorithm }) => !drops.has(sidecarPath(file.path, algorithm))),
    ...(signature !== undefined && !drops.has(signaturePath(file.path)) && { signature }),
  }
}
