import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostics } from '../../core/diagnostics.ts'
import { findFiles } from '../../core/globs.ts'
import { listFolder } from '../../core/walk.ts'
import { isBintrayDescriptor, isDescriptorTemplate, outtrayName } from '../../model/descriptor/descriptor-name.ts'

/** Where the descriptor of a run is. */
export interface FoundDescriptor {
  /** Absolute path, as it was reached from the workspace; it leads to a file inside. */
  readonly absolute: string
  /** Relative to the workspace, with `/`. */
  readonly path: string
}

/** Largest file that is read as a descriptor, in bytes; real ones have some kilobytes. */
const sizeLimit = 1_048_576

export interface LookupRequest {
  /** Absolute real path. */
  readonly workspace: string
  /** The `descriptor` input: a path or a pattern. */
  readonly input?: string | undefined
  /** Whether to look in the workspace root when the input says nothing. */
  readonly wanted: boolean
}

/**
 * Finds the descriptor: the one file of the input, else `outtray.yml` in the workspace root, else the one file there whose name contains
 * `bintray-info` and that is no template. Undefined when there is none, or after an error such as several.
 */
export async function findDescriptor(request: LookupRequest, diagnostics: Diagnostics): Promise<FoundDescriptor | undefined> {
  const { workspace, input } = request
  const pattern = input ?? (request.wanted ? await defaultName(workspace, diagnostics) : undefined)
  if (pattern === undefined) return undefined
  const accept = (path: string, literal: boolean) => literal || !isDescriptorTemplate(path)
  const matches = await findFiles({ workspace, patterns: [{ text: pattern }], failOnUnmatched: true, accept }, diagnostics)
  const [match] = matches
  if (match === undefined) return undefined
  if (matches.length > 1) {
    tellSeveral(
      matches.map(({ path }) => path),
      diagnostics,
    )
    return undefined
  }
  if (statSync(match.absolute).size > sizeLimit) {
    diagnostics.error(`${match.path} is larger than 1 MiB, which no descriptor is`, { location: { file: match.path } })
    return undefined
  }
  return { absolute: join(workspace, match.path), path: match.path }
}

async function defaultName(workspace: string, diagnostics: Diagnostics): Promise<string | undefined> {
  const names = (await listFolder(workspace)).filter(({ kind }) => kind === 'file' || kind === 'link').map(({ name }) => name)
  if (names.includes(outtrayName)) return outtrayName
  const candidates = names.filter((name) => isBintrayDescriptor(name) && !isDescriptorTemplate(name))
  if (candidates.length > 1) tellSeveral(candidates, diagnostics)
  return candidates.length === 1 ? candidates[0] : undefined
}

function tellSeveral(paths: readonly string[], diagnostics: Diagnostics): void {
  diagnostics.error(`There are ${paths.length} descriptors: ${paths.slice(0, 10).join(', ')}`, {
    hint: 'Name one with the input `descriptor`.',
  })
}
