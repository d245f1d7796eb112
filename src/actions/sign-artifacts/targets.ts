import { basename, dirname, join } from 'node:path'
import type { Diagnostics } from '../../core/diagnostics.ts'
import { kindAt } from './entry.ts'
import type { OutputLayout } from './output-layout.ts'
import { TargetFolders } from './target-folders.ts'

/** A place that a run may write to, whether or not that will turn out to be needed. */
export interface Target {
  /** Absolute. */
  readonly path: string
  /** The document or file to which a signature or sidecar belongs, absolute: what is wrong with that is not told again of these. */
  readonly of?: string
}

export interface Targets {
  /** Record, key, checksums file and their signatures, each document before its signature. */
  readonly documents: readonly Target[]
  /** Signatures and sidecars: their names are those of different files with an ending, so no two are the same. */
  readonly byProducts: Iterable<Target>
}

export interface TargetRules {
  readonly workspace: string
  /** Absolute paths of the files to be signed. */
  readonly inputs: ReadonlySet<string>
  readonly layout: OutputLayout
}

/** What was found at the targets. */
export interface TargetCheck {
  /** Places that can be written, and where a file or a link is already. */
  readonly occupied: ReadonlySet<string>
}

/** Tells every place where writing would fail, destroy an input, write a file twice, or follow a link out of the workspace; each mistake once. */
export function checkTargets({ documents, byProducts }: Targets, rules: TargetRules, diagnostics: Diagnostics): TargetCheck {
  const { inputs, layout } = rules
  const occupied = new Set<string>()
  const spoiled = new Set<string>()
  const planned = new Set<string>()
  const folders = new TargetFolders(rules, diagnostics)

  const check = ({ path, of }: Target) => {
    const folder = dirname(path)
    const base = folders.nearest(folder)
    if (base === undefined) return
    const refuse = (message: string, hint?: string) => {
      if (of === undefined || !spoiled.has(of)) diagnostics.error(`'${layout.shown(path)}' ${message}`, hint === undefined ? {} : { hint })
      spoiled.add(path)
    }
    const kind = kindAt(path)
    const tooLong = kind === 'too-long' || (base !== folder && kindAt(join(base, basename(path))) === 'too-long')
    if (inputs.has(path)) {
      refuse('is to be signed, and this run would write it', 'Take it out of `files`, or choose another place for what is written.')
    } else if (planned.has(path)) {
      refuse('would be written twice', 'Choose another `checksums-file` or `output-directory`.')
    } else if (kind === 'folder') {
      refuse('cannot be written: there is a folder of that name')
    } else if (tooLong) {
      refuse(
        'cannot be written: the file system takes no name that long',
        'Shorten the name of the file: what belongs to it has a longer one.',
      )
      if (of !== undefined) spoiled.add(of)
    } else if (kind === 'file') {
      occupied.add(path)
    }
  }
  for (const document of documents) {
    check(document)
    planned.add(document.path)
  }
  for (const target of byProducts) check(target)
  return { occupied }
}
