import type { DigestAlgorithm } from '../model/digests.ts'
import type { HashTask } from './hash-task.ts'
import type { ExistingSignature } from './signature-reader.ts'
import type { SteadyFile } from './steady-file.ts'

/** A file to be hashed and, when there is a signer, signed. */
export interface FileToHash extends SteadyFile {
  /** The signature that stands beside it; kept if it is the signer's own and good. */
  readonly existing?: ExistingSignature
}

/** Nanoseconds per byte on one core of a current server (docs/benchmarks.md); only the proportions matter. */
const cost: Readonly<Record<DigestAlgorithm, number>> = { md5: 1.24, sha1: 0.52, sha256: 0.55, sha512: 1.14 }

const crc32Cost = 0.2

/** How to share one large file among 1, 2 or at least 3 workers. MD5 is serial and the slowest: more parts gain nothing. */
const splits: readonly (readonly (readonly DigestAlgorithm[])[])[] = [
  [['md5', 'sha1', 'sha256', 'sha512']],
  [
    ['md5', 'sha1'],
    ['sha512', 'sha256'],
  ],
  [['md5'], ['sha512'], ['sha1', 'sha256']],
]

/** The digests of one large file in parts that take about the same time, at most `workers` of them. */
export function partsFor(workers: number): readonly (readonly DigestAlgorithm[])[] {
  return splits[Math.min(workers, splits.length) - 1] ?? []
}

const smallestSplit = 16 * 1024 * 1024
/** An RSA-4096 signature with its verification, in nanoseconds. */
const signatureCost = 2_000_000

/** What hashing these files on one core takes, in milliseconds, roughly. */
export function estimate(files: readonly FileToHash[], signs: boolean): number {
  const bytes = files.reduce((sum, file) => sum + file.size, 0)
  return (bytes * costOf(splits[0]?.[0] ?? []) + files.length * (signs ? signatureCost : 0)) / 1_000_000
}

/**
 * Cuts the work into (file, digests) tasks. A file that is large enough to leave workers idle at the end is split by digests: each part reads the
 * file itself, which costs 2 % (reading from the page cache is 0.06 ns per byte). Longest tasks first.
 */
export function planTasks(files: readonly FileToHash[], workers: number, wants: { crc32?: boolean } = {}): HashTask[] {
  const total = files.reduce((sum, file) => sum + file.size, 0)
  const tasks = files.flatMap((file, index) => {
    const large = file.size > smallestSplit && file.size > total / (4 * workers)
    const parts = partsFor(large ? workers : 1)
    return parts.map((algorithms) => taskOf(file, { index, algorithms, crc32: wants.crc32 ?? false }))
  })
  return tasks.sort((a, b) => b.size - a.size || costOf(b.algorithms, b.crc32) - costOf(a.algorithms, a.crc32))
}

type Part = Pick<HashTask, 'index' | 'algorithms'> & { readonly crc32: boolean }

function taskOf({ path, size, mtimeMs, descriptor, existing }: FileToHash, { index, algorithms, crc32 }: Part): HashTask {
  const signatureHash = algorithms.includes('sha512') ? existing?.checkable?.hash : undefined
  return {
    index,
    path,
    size,
    algorithms,
    // Whichever way a file is split, the part with SHA-256 has the most time left.
    ...(crc32 && algorithms.includes('sha256') && { crc32 }),
    ...(mtimeMs !== undefined && { mtimeMs }),
    ...(descriptor !== undefined && { descriptor }),
    ...(signatureHash !== undefined && { signatureHash }),
  }
}

function costOf(algorithms: readonly DigestAlgorithm[], crc32 = false): number {
  return algorithms.reduce((sum, name) => sum + cost[name], crc32 ? crc32Cost : 0)
}
