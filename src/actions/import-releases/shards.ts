import type { Diagnostics } from '../../core/diagnostics.ts'
import { ActionError } from '../../core/errors.ts'
import { byCodeUnit } from '../../core/walk.ts'
import { isFullName } from './repository-line.ts'
import type { RepositorySelection } from './repository-selection.ts'

/** GitHub's limit for the jobs of a matrix. */
export const mostShards = 256

// An environment variable has at most 32,767 characters on Windows, and the outputs of a job at most 1 MiB as UTF-16.
const longestShard = 32_000
const longestMatrix = 400_000

/** What there is to do of one repository. */
export interface ShardedRepository {
  readonly fullName: string
  /** Absent where they are not known. */
  readonly tags?: readonly string[]
  /** Bytes to fetch. */
  readonly bytes: number
}

/** The part of a repository that is a shard's: without tags, whatever the inputs select of it. */
export interface ShardPart {
  readonly fullName: string
  readonly tags?: readonly string[]
}

/** The part of a plan that one job does. */
export interface Shard {
  /** Counts from 1. */
  readonly index: number
  readonly count: number
  readonly repositories: readonly ShardPart[]
}

/**
 * The values of the matrix: at most `count`, fewer when there are fewer repositories; balanced by bytes. A repository is never split, so that no two
 * jobs write the same package.
 */
export function planShards(repositories: readonly ShardedRepository[], count: number): readonly string[] {
  const parts = balanced(repositories, Math.min(count, mostShards))
  const longest = Math.min(longestShard, Math.floor(longestMatrix / Math.max(parts.length, 1)))
  return parts.map((part, index) => shortened({ index: index + 1, count: parts.length, repositories: part }, longest))
}

/** The largest first, each to the part with the least. */
function balanced(repositories: readonly ShardedRepository[], count: number): readonly (readonly ShardedRepository[])[] {
  const parts = Array.from({ length: Math.min(count, repositories.length) }, () => ({
    bytes: 0,
    releases: 0,
    repositories: [] as ShardedRepository[],
  }))
  const releasesOf = ({ tags }: ShardedRepository) => tags?.length ?? 1
  const ordered = repositories.toSorted((a, b) => b.bytes - a.bytes || releasesOf(b) - releasesOf(a) || byCodeUnit(a.fullName, b.fullName))
  for (const repository of ordered) {
    const least = parts.reduce((best, part) => ((part.bytes - best.bytes || part.releases - best.releases) < 0 ? part : best))
    least.bytes += repository.bytes
    least.releases += Math.max(releasesOf(repository), 1)
    least.repositories.push(repository)
  }
  return parts.map((part) => part.repositories)
}

/** The text of a shard. Where it would be too long, the repositories with the most tags are named without them. */
function shortened(shard: Shard, longest: number): string {
  const saving = (part: ShardPart) => serializePart(part).length - serializePart({ fullName: part.fullName }).length
  const bulkiest = shard.repositories.map((part) => ({ part, saved: saving(part) })).toSorted((a, b) => b.saved - a.saved)
  const bare = new Set<ShardPart>()
  let length = serializeShard(shard).length
  for (const { part, saved } of bulkiest) {
    if (length <= longest) break
    bare.add(part)
    length -= saved
  }
  if (length > longest) {
    throw new ActionError('invalid-input', `a shard would name ${shard.repositories.length} repositories, more than a job can be given`, {
      hint: "Raise 'shards', or divide 'repositories' among several workflows.",
    })
  }
  return serializeShard({ ...shard, repositories: shard.repositories.map((part) => (bare.has(part) ? { fullName: part.fullName } : part)) })
}

/** The one spelling of a shard: repositories and tags sorted, so that the same plan gives the same bytes. */
export function serializeShard({ index, count, repositories }: Shard): string {
  return `${index}/${count}:${repositories.map(serializePart).toSorted(byCodeUnit).join(';')}`
}

function serializePart({ fullName, tags }: ShardPart): string {
  const name = fullName.split('/').map(encodeURIComponent).join('/')
  // What is no Unicode cannot be spelt; its release fails in the job that imports the repository.
  if (tags === undefined || tags.some((tag) => !tag.isWellFormed())) return name
  return `${name}@${tags.map(encodeURIComponent).toSorted(byCodeUnit).join(',')}`
}

/** Reads the input `shard`; undefined, and told, when it is not exactly what `planShards` writes. */
export function parseShard(text: string, diagnostics: Diagnostics): Shard | undefined {
  const shard = readShard(text)
  if (shard === undefined) {
    diagnostics.error(`input 'shard' is no shard of a plan: '${text.length > 80 ? `${text.slice(0, 80)}…` : text}'`, {
      hint: "Give a 'shard' of the output 'matrix' of a run with mode: plan, as it is.",
    })
  }
  return shard
}

function readShard(text: string): Shard | undefined {
  if (text.length > longestShard) return undefined
  const head = /^([1-9]\d{0,2})\/([1-9]\d{0,2}):/.exec(text)
  if (head === null) return undefined
  const [index, count] = [Number(head[1]), Number(head[2])]
  const repositories = text.slice(head[0].length).split(';').map(readPart)
  if (index > count || count > mostShards || repositories.includes(undefined)) return undefined
  const shard = { index, count, repositories: repositories.filter((part) => part !== undefined) }
  const names = new Set(shard.repositories.map(({ fullName }) => fullName.toLowerCase()))
  // One spelling only: what reads the same but is written differently was not made by a plan.
  return names.size === shard.repositories.length && serializeShard(shard) === text ? shard : undefined
}

function readPart(text: string): ShardPart | undefined {
  const [fullName = '', list, ...more] = text.split('@')
  if (more.length > 0 || !isFullName(fullName)) return undefined
  if (list === undefined) return { fullName }
  const tags = list.split(',').map(decoded)
  const known = tags.filter((tag) => tag !== undefined && tag !== '')
  return known.length === tags.length && new Set(known).size === known.length ? { fullName, tags: known as readonly string[] } : undefined
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** Tells what of a shard the inputs do not select: a job imports nothing that its own inputs do not name. */
export function tellUnselected(shard: Shard, selection: RepositorySelection, diagnostics: Diagnostics): void {
  const refused = shard.repositories.flatMap(({ fullName, tags }) => {
    if (!selection.takes(fullName)) return [fullName]
    return (tags ?? []).filter((tag) => !selection.takesTag(fullName, tag)).map((tag) => `${fullName}@${tag}`)
  })
  const [first, ...others] = refused
  if (first === undefined) return
  const more = others.length === 0 ? '' : ` and ${others.length} more`
  diagnostics.error(`input 'shard' names what 'repositories' does not select: '${first}'${more}`, {
    hint: 'Give the jobs of the matrix the same inputs as the plan.',
  })
}

/** Tells when the input `shards` is no number of shards. */
export function checkShardCount(count: number, diagnostics: Diagnostics): void {
  if (count < 1 || count > mostShards) diagnostics.error(`input 'shards' must be between 1 and ${mostShards}, got '${count}'`)
}
