import type { Sync, VersionRecord } from '../../model/version-record.ts'
import type { Footprint } from './prepared-bundle.ts'

/** What Central grants an organization in a calendar month (https://central.sonatype.org/publish/maven-central-publishing-limits/). */
export interface MonthlyLimits {
  readonly files: number
  /** 10⁶ bytes each. */
  readonly megabytes: number
  readonly releases: number
}

interface Usage extends Footprint {
  readonly releases: number
}

/** States of syncs that count: what is published, or on its way. */
const counted: ReadonlySet<string> = new Set(['publishing', 'published', 'available'])

/** What is left of a month. It counts what the records know of, and what this run adds. */
export class MonthlyBudget {
  readonly #limits: MonthlyLimits
  /** Deployments are counted once, whoever goes on with them. */
  readonly #counted: Set<string>
  #used: Usage

  /** Counts the syncs that were published in the month, by UTC, in which `now` (milliseconds since 1970) lies. */
  constructor(limits: MonthlyLimits, records: readonly VersionRecord[], now: number) {
    this.#limits = limits
    const sent = sentIn(records, new Date(now).toISOString().slice(0, 7))
    this.#counted = new Set(sent.keys())
    this.#used = usageOf([...sent.values()])
  }

  /** Why one more release of this size does not fit; undefined when it does. Without a size only the number of releases is judged. */
  refusal({ files, bytes }: Footprint = { files: 0, bytes: 0 }): string | undefined {
    const { limits, used } = { limits: this.#limits, used: this.#used }
    const problems = [
      used.releases + 1 > limits.releases ? `${used.releases} of ${limits.releases} releases` : undefined,
      used.files + files > limits.files ? `${used.files} of ${limits.files} files, and it has ${files}` : undefined,
      used.bytes + bytes > limits.megabytes * 1_000_000
        ? `${megabytes(used.bytes)} of ${limits.megabytes} MB, and it has ${megabytes(bytes)}`
        : undefined,
    ].filter((problem) => problem !== undefined)
    return problems.length === 0 ? undefined : `does not fit into this month's budget: used are ${problems.join('; ')}`
  }

  /** Whether one of these deployments is counted already: to go on with it costs nothing. */
  counts(deployments: readonly string[]): boolean {
    return deployments.some((deployment) => this.#counted.has(deployment))
  }

  /** Counts a release that is on its way, unless its deployment is counted already; a planned one has none. */
  take({ files, bytes }: Footprint, deployment?: string): void {
    if (deployment !== undefined && this.#counted.has(deployment)) return
    if (deployment !== undefined) this.#counted.add(deployment)
    const { files: used, bytes: usedBytes, releases } = this.#used
    this.#used = { files: used + files, bytes: usedBytes + bytes, releases: releases + 1 }
  }

  /** A bundle beside the limits, one sentence. */
  share({ files, bytes }: Footprint): string {
    const { files: mostFiles, megabytes: most, releases } = this.#limits
    const used = this.#used
    const part = (amount: number, limit: number) => (limit === 0 ? 'over the limit' : `${Math.ceil((100 * amount) / limit)} %`)
    return [
      `${files} files (${part(files, mostFiles)} of the monthly ${mostFiles})`,
      `${megabytes(bytes)} MB (${part(bytes, most * 1_000_000)} of ${most} MB)`,
      `release ${used.releases + 1} of ${releases} this month, as far as the records know`,
    ].join(', ')
  }
}

function usageOf(syncs: readonly Sync[]): Usage {
  const sum = (amount: (sync: Sync) => number | undefined) => syncs.reduce((total, sync) => total + (amount(sync) ?? 0), 0)
  return { files: sum(({ files }) => files), bytes: sum(({ bytes }) => bytes), releases: syncs.length }
}

/**
 * What was published in a month, by deployment: several records tell of one that holds several versions. What somebody else brought to Central has no
 * deployment in our records, and counts in nobody's month.
 */
function sentIn(records: readonly VersionRecord[], month: string): ReadonlyMap<string, Sync> {
  const syncs = records
    .flatMap((record) => record.syncs)
    .filter(({ state, started, finished }) => counted.has(state) && (finished ?? started).startsWith(month))
  return new Map(syncs.flatMap((sync) => (sync.deployment === undefined ? [] : [[sync.deployment, sync] as const])))
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 2 : 1)
}
